/* The thesaurus: which groups a text speaks of, and that the one built in holds together. */
#include "match/thesaurus.h"
#include "support.h"
#include "checksheet/rules.h"

static struct cs_thesaurus *thesaurus_of(struct cs_job *job, const char *yaml)
{
    struct cs_thesaurus *thesaurus = cs_thesaurus_new(job);
    cs_load_thesaurus(job, source_of(job, "words.yaml", cs_text_of(yaml)), thesaurus);
    return thesaurus;
}

/* The ids of the groups in a text, with blanks between; lives until the next call. */
static const char *groups_in(const struct cs_thesaurus *thesaurus, const char *text)
{
    static char said[256];
    uint32_t found[16], count = cs_thesaurus_find(thesaurus, cs_text_of(text), found, COUNT(found));
    size_t size = 0;
    said[0] = 0;
    for (uint32_t i = 0; i < count; i++) {
        cs_text id = cs_thesaurus_at(thesaurus, found[i])->id;
        size += (size_t)snprintf(said + size, sizeof said - size, "%s%.*s", i ? " " : "", (int)id.size, id.bytes);
    }
    return said;
}

static const char small[] = "checksheet: thesaurus/1\n"
                            "shared: [TLS]\n"
                            "groups:\n"
                            "  log: {name: {ja: ログ, en: logs}, ja: [ログ], en: [log, audit trail]}\n"
                            "  login: {ja: [ログイン], en: [log in]}\n"
                            "  keep: {ja: [保守]}\n"
                            "  check: {ja: [保守点検]}\n"
                            "  encrypt: {ja: [暗号, TLS], en: [encrypt]}\n"
                            "  travel: {ja: [通信, TLS]}\n"
                            "  written: {kind: frame, ja: [文書], en: [written]}\n"
                            "  hidden: {kind: mask, ja: [プログラム]}\n";

static void the_longest_term_counts(void **state)
{
    struct cs_thesaurus *thesaurus = thesaurus_of(*state, small);
    assert_no_findings(*state);
    assert_string_equal(groups_in(thesaurus, "ログを取りますか"), "log");
    assert_string_equal(groups_in(thesaurus, "ログインのﾛｸﾞ"), "login log");
    assert_string_equal(groups_in(thesaurus, "プログラムの保守点検"), "check");
    assert_string_equal(groups_in(thesaurus, "保守。点検"), "keep");
    assert_string_equal(groups_in(thesaurus, "Logs, logged in"), "log login");
    assert_string_equal(groups_in(thesaurus, "an Audit-Trail of encrypted catalogs"), "log encrypt");
    assert_string_equal(groups_in(thesaurus, "ＴＬＳ"), "travel encrypt");
    assert_string_equal(groups_in(thesaurus, ""), "");
    assert_string_equal(groups_in(thesaurus, "blog"), "");
}

static void no_more_groups_than_there_is_room_for(void **state)
{
    uint32_t found[2];
    struct cs_thesaurus *thesaurus = thesaurus_of(*state, small);
    assert_int_equal(cs_thesaurus_find(thesaurus, cs_text_of("ログ 保守 暗号 文書 ログ"), found, 2), 2);
    assert_int_equal(cs_thesaurus_find(thesaurus, cs_text_of("ログ"), found, 0), 0);
}

static void a_file_adds_to_what_is_there(void **state)
{
    struct cs_job *job = *state;
    struct cs_thesaurus *thesaurus = thesaurus_of(job, small);
    uint32_t count = cs_thesaurus_count(thesaurus);
    const char *more = "checksheet: thesaurus/1\n"
                       "groups:\n"
                       "  log: {ja: [足あと]}\n"
                       "  parking: {kind: outside, name: {ja: 駐車場, en: parking}, ja: [駐車場]}\n";
    cs_load_thesaurus(job, source_of(job, "more.yaml", cs_text_of(more)), thesaurus);
    assert_no_findings(job);
    assert_int_equal(cs_thesaurus_count(thesaurus), count + 1);
    assert_string_equal(groups_in(thesaurus, "駐車場の足あと"), "parking log");
    assert_text(cs_words_in(&cs_thesaurus_at(thesaurus, 0)->name, CS_EN), "logs");
}

static void what_is_wrong_is_said_with_its_place(void **state)
{
    struct cs_job *job = *state;
    struct cs_thesaurus *thesaurus = thesaurus_of(job, "checksheet: thesaurus/1\n"
                                                       "groups:\n"
                                                       "  log: {ja: [ログ], en: log}\n"
                                                       "  trail: {kind: subjekt, ja: [足跡], en: [Logs, {a: b}]}\n"
                                                       "  list: {ja: {a: b}}\n"
                                                       "  text: 暗号\n");
    assert_finding(job, CS_RULE_DUPLICATE_KEY, 4, 41, "Logs");
    assert_finding(job, CS_RULE_UNKNOWN_WORD, 4, 17, "subjekt");
    assert_int_equal(count_rule(job, CS_RULE_WRONG_TYPE), 3);
    assert_string_equal(groups_in(thesaurus, "足跡 log 暗号"), "trail log");
}

static void another_kind_of_file_is_none(void **state)
{
    struct cs_job *job = *state;
    assert_int_equal(cs_thesaurus_count(thesaurus_of(job, "checksheet: form/1\nsheets: []\n")), 0);
    assert_int_equal(count_findings(job), 1);
}

/* A term of very many words is none: from each place of a text it would be followed to its end. */
static void a_term_has_an_end(void **state)
{
    struct cs_buf buf = {0};
    struct cs_thesaurus *thesaurus = cs_thesaurus_new(*state);
    uint32_t group = cs_thesaurus_add(thesaurus, &(struct cs_concept){.id = CS_TEXT("long")});
    cs_buf_add_repeat(&buf, 'a', 200);
    assert_true(cs_thesaurus_add_term(thesaurus, group, cs_buf_text(&buf)));
    cs_buf_clear(&buf);
    for (int i = 0; i < 65; i++)
        cs_buf_add(&buf, CS_TEXT("a "));
    assert_false(cs_thesaurus_add_term(thesaurus, group, cs_buf_text(&buf)));
    assert_false(cs_thesaurus_add_term(thesaurus, group, CS_TEXT(" 、")));
    cs_buf_free(&buf);
}

/* --- the one built in -------------------------------------------------------------------------------------------- */

static void mark_words(const struct cs_thesaurus *thesaurus, const struct cs_words *words, bool *seen)
{
    uint32_t found[256];
    for (int l = 0; words && l < CS_LANGUAGES; l++)
        for (uint32_t i = cs_thesaurus_find(thesaurus, words->in[l], found, COUNT(found)); i > 0; i--)
            seen[found[i - 1]] = true;
}

/* Marks the groups of what the catalogs ask, or, with all, of all that they say. */
static void mark_catalogs(struct cs_job *job, const struct cs_thesaurus *thesaurus, bool all, bool *seen)
{
    struct cs_catalogs builtin = cs_builtin_catalogs(job);
    for (uint32_t c = 0; c < cs_builtin_count(); c++) {
        const struct cs_catalog *catalog = builtin.find(builtin.context, cs_builtin_id(c), (cs_text){0});
        for (uint32_t i = 0; i < catalog->item_count; i++) {
            const struct cs_item *item = &catalog->items[i];
            const struct cs_words *texts[] = {item->ask, item->name, item->guide, item->group};
            for (size_t t = 0; t < (all ? COUNT(texts) : 2); t++)
                mark_words(thesaurus, texts[t], seen);
        }
        for (uint32_t s = 0; all && s < catalog->section_count; s++)
            mark_words(thesaurus, &catalog->sections[s].title, seen);
    }
}

/* Every group earns its place: a catalog speaks of it; or it is marked as what none asks, and none does. */
static void every_group_is_spoken_of_or_marked(void **state)
{
    struct cs_thesaurus *thesaurus = cs_builtin_thesaurus(*state);
    assert_no_findings(*state);
    uint32_t count = cs_thesaurus_count(thesaurus), wrong = 0;
    bool *asked = calloc(count, sizeof *asked), *spoken_of = calloc(count, sizeof *spoken_of);
    mark_catalogs(*state, thesaurus, false, asked);
    mark_catalogs(*state, thesaurus, true, spoken_of);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_concept *concept = cs_thesaurus_at(thesaurus, i);
        bool outside = concept->kind == CS_CONCEPT_OUTSIDE;
        assert_true(concept->name.in[CS_JA].size > 0 && concept->name.in[CS_EN].size > 0);
        if (concept->kind == CS_CONCEPT_MASK || (outside ? !asked[i] : spoken_of[i]))
            continue;
        print_error("%s: %s\n", shown(concept->id),
                    outside ? "a catalog asks it: no longer outside" : "no catalog speaks of it");
        wrong++;
    }
    free(asked);
    free(spoken_of);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(the_longest_term_counts),
        job_test(no_more_groups_than_there_is_room_for),
        job_test(a_file_adds_to_what_is_there),
        job_test(what_is_wrong_is_said_with_its_place),
        job_test(another_kind_of_file_is_none),
        job_test(a_term_has_an_end),
        job_test(every_group_is_spoken_of_or_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
