/* Any bytes at all through the whole library: as a catalog, as a profile, and, where a line %% parts them, as a catalog
 * and a profile that answers it. What is loaded is checked, composed and written in every text format.
 *
 *     make fuzz FUZZERS=load
 *     tests/unit/test_corpus.c runs the corpus through the same function, without a fuzzer.
 *
 * Beside crashes, hangs and leaks, it fails when a promise is broken: no model without an error said, every span inside
 * its file, only UTF-8 and no control character but line ends and tabs in what is written. */
#include "known.h"
#include "derive/derive.h"
#include "scaffold/scaffold.h"

/* A catalog with an item of each kind, for profiles that come alone. */
static const char each_kind[] =
    "checksheet: catalog/1\nid: T\ntitle: {ja: 題, en: t}\nedition: e\n"
    "layouts:\n  short: {columns: [number, answer], numbers: last}\n"
    "sections:\n"
    " A:\n"
    "  1: q\n"
    "  2: {ask: q, kind: exists, detail: {ask: d, kind: duration}}\n"
    "  3: {ask: q, kind: can}\n"
    "  4: {ask: q, kind: yes-no}\n"
    "  5: {ask: q, kind: choice, many: true, choices: {①: a, ②: b, ③: {ja: c, alone: true}}}\n"
    "  6: {ask: q, kind: list, none: true}\n"
    " B:\n"
    "  7: {ask: q, kind: text, flag: 必須}\n"
    "  8: {ask: q, kind: number, unit: 震度}\n"
    "  9: {ask: q, kind: percent}\n"
    "  10: {ask: q, kind: ratio}\n"
    "  11: {ask: q, kind: money}\n"
    "  12: {ask: q, kind: count, unit: [社, 名]}\n"
    "  13: {ask: q, kind: duration, if: 1 ○}\n"
    "  14: {ask: q, kind: lead-time}\n"
    "  15: {ask: q, kind: hours}\n"
    "  16: {ask: q, kind: date}\n"
    "  17: {ask: q, kind: address}\n"
    "  18: {ask: q, kind: url}\n"
    "  19: {ask: q, kind: contact}\n"
    "  20: {ask: q, kind: corporate-number, good: ×}\n";

/* The catalog there is; any other id is looked for among those built in. */
struct shelf {
    const struct cs_catalog *own;
    struct cs_catalogs builtin;
};

static const struct cs_catalog *find(void *context, cs_text id, cs_text edition)
{
    const struct shelf *shelf = context;
    if (shelf->own && cs_text_equal(shelf->own->id, id))
        return shelf->own;
    return shelf->builtin.find(shelf->builtin.context, id, edition);
}

static uint32_t ids(void *context, const cs_text **list)
{
    const struct shelf *shelf = context;
    return shelf->builtin.ids(shelf->builtin.context, list);
}

/* All that can be made of an input is made of the corpus; of what a fuzzer tries one part in five, by its bytes. */
static unsigned turn_now;

static bool is_turn(void)
{
#ifdef EVERY_TURN
    return true;
#else
    return ++turn_now % 5 == 0;
#endif
}

static void report(struct cs_job *job)
{
    static const struct cs_report_options options[] = {
        {.ambiguous = 1}, {.brief = true, .ambiguous = 2}, {.ambiguous = 2, .columns = 60}};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (!is_turn())
            continue;
        struct cs_buf out = {0};
        cs_report_write(job, NULL, &options[i], &out);
        hold_text(cs_buf_text(&out), false);
        cs_buf_free(&out);
    }
}

static void emit(struct cs_job *job, const struct cs_sheet *sheet)
{
    const struct cs_emit_options options = {.ambiguous = 2};
    const struct cs_emitter *emitter;
    for (uint32_t i = 0; (emitter = cs_emitter_at(i)); i++) {
        struct cs_buf out = {0};
        const char *why = NULL;
        if (emitter->binary || !is_turn())
            continue;
        HOLD(cs_emit(job, sheet, emitter, &options, &out, &why));
        hold_text(cs_buf_text(&out), true);
        cs_buf_free(&out);
    }
}

static void use_catalog(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf scaffold = {0};
    cs_check_catalog(job, catalog);
    emit(job, cs_compose_list(job, catalog, NULL));
    if (catalog->item_count)
        emit(job, cs_compose_show(job, catalog, &catalog->items[catalog->item_count / 2], NULL));
    cs_scaffold_profile(job, catalog, NULL, NULL, &scaffold);
    cs_buf_free(&scaffold);
}

static void use_answers(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers)
{
    cs_text updated;
    struct cs_scaffold_counts counts;
    for (int language = 0; language < CS_LANGUAGES; language++)
        for (int empty = 0; empty < 2; empty++) {
            struct cs_compose_options options = {
                .language = (enum cs_language)language, .with_owner = true, .empty = empty};
            emit(job, cs_compose(job, profile, answers, &options));
        }
    emit(job, cs_compose_status(job, profile, answers, &(struct cs_status_options){.max_age = 0}));
    emit(job, cs_compose_list(job, answers->catalog, answers));
    for (uint32_t i = 0; i < answers->catalog->item_count && i < 4; i++)
        emit(job, cs_compose_show(job, answers->catalog, &answers->catalog->items[i], answers));
    cs_scaffold_update(job, profile, answers, NULL, &updated, &counts);
}

static void use_profile(struct cs_job *job, const struct cs_profile *profile)
{
    struct cs_check_options options = {.today = {2025, 12, 1}, .max_age = 365};
    const struct cs_compose_options public = {.language = CS_JA};
    cs_check_profile(job, profile, NULL, &options);
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        use_answers(job, profile, answers);
        for (int audience = 0; audience < CS_AUDIENCES; audience++)
            emit(job,
                 cs_compose(job, profile, cs_answers_for_audience(job, answers, (enum cs_audience)audience), &public));
        for (uint32_t p = 0; p < profile->product_count && p < 3; p++)
            emit(job, cs_compose(job, profile, cs_answers_for_product(job, answers, profile->products[p]), &public));
    }
}

static void run(enum cs_language language, cs_text catalog_bytes, cs_text profile_bytes)
{
    struct cs_job_options options = {.language = language};
    struct cs_job *job = cs_job_new(&options);
    struct shelf shelf = {.builtin = known_catalogs()};
    struct cs_catalogs catalogs = {find, ids, NULL, &shelf, {0}};
    const struct cs_source *source = cs_source_add(job, CS_TEXT("catalog.yaml"), catalog_bytes);
    shelf.own = cs_load_catalog(job, source);
    HOLD(shelf.own || cs_finding_count(job, CS_ERROR) > 0);
    if (shelf.own)
        use_catalog(job, shelf.own);
    uint32_t errors = cs_finding_count(job, CS_ERROR);
    source = cs_source_add(job, CS_TEXT("profile.yaml"), profile_bytes);
    cs_file_kind(source);
    const struct cs_profile *profile = cs_load_profile(job, source, &catalogs);
    HOLD(profile || cs_finding_count(job, CS_ERROR) > errors);
    if (profile)
        use_profile(job, profile);
    hold_findings(job);
    report(job);
    cs_job_free(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cs_text all = {(const char *)data, size};
    turn_now = 0;
    for (size_t i = 0; i < size; i++)
        turn_now = turn_now * 31 + data[i];
    ptrdiff_t line = cs_text_find(all, CS_TEXT("\n%%\n"));
    if (cs_text_find(all, CS_TEXT("extends")) >= 0)
        return 0; /* it would read other files */
    if (line >= 0) {
        run(CS_EN, (cs_text){all.bytes, (size_t)line + 1}, cs_text_skip(all, (size_t)line + 4));
        return 0;
    }
    bool is_catalog = cs_text_find(all, CS_TEXT("catalog/1")) >= 0;
    if (!is_catalog || is_turn())
        run(CS_JA, cs_text_of(each_kind), all);
    if (is_catalog || is_turn())
        run(CS_EN, all, CS_TEXT("checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n  1: ○\n"));
    return 0;
}
