/* checksheet: profile/1 -> struct cs_profile.
 *
 * The header is read by table; the answers are read against the catalogs they belong to, which a finder brings. Answers
 * that point to others (= METI 6-8) are filled in at the end, when all are known. */
#include "checksheet/load.h"
#include "checksheet/guess.h"
#include "load/answer.h"
#include "load/file_kind.h"

#include <string.h>

/* An answer that is to be the same as another. */
struct same {
    uint32_t sheet, item; /* whose answer it is */
    cs_text target;
    struct cs_span span;
    const struct cs_answer *from; /* the answer at the target; NULL while not looked for, or broken */
    bool visiting, done;
};

struct profile_reader {
    struct cs_reader reader; /* first, so that a cs_reader of a profile is one of these */
    struct cs_profile *profile;
    const struct cs_catalogs *catalogs;
    const struct cs_node *answers_key, *catalog;
    struct cs_texts sources, notes, products;

    uint32_t sheet_room;
    uint32_t expected; /* the item after the one answered last */
    struct same *sames;
    uint32_t same_count, same_room;
};

static struct profile_reader *self(struct cs_reader *reader)
{
    return (struct profile_reader *)reader;
}

static void keep_node(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)reader;
    (void)value;
    *(const struct cs_node **)into = key;
}

static void read_profile_date(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                              void *into)
{
    struct cs_profile *profile = into;
    cs_read_date(reader, key, value, &profile->date);
    profile->date_span = cs_node_span(reader->source, value);
}

/* marks: none */
static void read_marks(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    *(bool *)into = cs_text_equal(value->text, CS_TEXT("none"));
    if (!*(bool *)into)
        cs_report_word(reader, key, value, CS_TEXT("none"));
}

static const struct cs_field profile_fields[] = {
    {"checksheet", NULL, 0, NULL},
    {"language", NULL, 0, NULL},
    {"service", cs_read_text, offsetof(struct cs_profile, service), NULL},
    {"vendor", cs_read_text, offsetof(struct cs_profile, vendor), "株式会社サンプル"},
    {"title", cs_read_words, offsetof(struct cs_profile, title), NULL},
    {"edition", cs_read_text, offsetof(struct cs_profile, edition), NULL},
    {"catalog", NULL, 0, "METI"},
    {"date", read_profile_date, 0, NULL},
    {"contact", cs_read_text, offsetof(struct cs_profile, contact), NULL},
    {"source", NULL, 0, NULL},
    {"note", NULL, 0, NULL},
    {"products", NULL, 0, NULL},
    {"marks", read_marks, offsetof(struct cs_profile, in_words), NULL},
    {"answers", NULL, 0, NULL}, /* must be there, but may be empty */
};

/* --- catalogs --------------------------------------------------------------------------------------------------- */

static void report_no_catalog(struct cs_reader *reader, struct cs_span span, cs_text id)
{
    const cs_text *ids;
    const struct cs_catalogs *catalogs = self(reader)->catalogs;
    uint32_t count = catalogs->ids(catalogs->context, &ids);
    cs_text guess = cs_guess_text(reader->job, id, ids, count);
    if (guess.size) {
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_CATALOG, span, id, guess);
        return;
    }
    struct cs_buf all = {0};
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(&all, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, ids[i]);
    }
    cs_report(reader->job, CS_MESSAGE_UNKNOWN_CATALOG_LIST, span, id, cs_buf_text(&all));
    cs_buf_free(&all);
}

/* The answers to a catalog, begun at the first that is met. NULL, and reported, when there is no such catalog. */
static struct cs_answers *sheet_of(struct cs_reader *reader, cs_text id, struct cs_span span)
{
    struct profile_reader *state = self(reader);
    struct cs_profile *profile = state->profile;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (cs_text_equal(profile->sheets[i].catalog->id, id))
            return &profile->sheets[i];
    const struct cs_catalog *catalog = state->catalogs->find(state->catalogs->context, id);
    if (!catalog) {
        report_no_catalog(reader, span, id);
        return NULL;
    }
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (profile->sheets[i].catalog == catalog)
            return &profile->sheets[i]; /* meti for METI */
    struct cs_arena *arena = &reader->job->arena;
    profile->sheets = cs_grow(arena, profile->sheets, profile->sheet_count, &state->sheet_room, sizeof *profile->sheets);
    struct cs_answers *sheet = &profile->sheets[profile->sheet_count++];
    sheet->catalog = catalog;
    sheet->by_item = cs_alloc_array(arena, catalog->item_count, sizeof *sheet->by_item);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        sheet->by_item[i].item = i;
    return sheet;
}

/* --- answers ---------------------------------------------------------------------------------------------------- */

/* METI 6-8 -> METI, 6-8; 6-8 -> the profile's own catalog, 6-8. */
static void split_number(cs_text number, cs_text *catalog, cs_text *id)
{
    size_t space = 0;
    while (space < number.size && number.bytes[space] != ' ')
        space++;
    if (space == number.size) {
        *id = number;
        return;
    }
    *catalog = (cs_text){number.bytes, space};
    *id = cs_text_trim(cs_text_skip(number, space));
}

static void remember_same(struct cs_reader *reader, const struct cs_answers *sheet, struct cs_answer *answer,
                          cs_text target, const struct cs_node *value)
{
    struct profile_reader *state = self(reader);
    state->sames = cs_grow(&reader->job->arena, state->sames, state->same_count, &state->same_room, sizeof *state->sames);
    state->sames[state->same_count++] = (struct same){.sheet = (uint32_t)(sheet - state->profile->sheets),
                                                      .item = answer->item,
                                                      .target = target,
                                                      .span = cs_node_span(reader->source, value)};
    answer->same = state->same_count;
}

static void read_answer(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct profile_reader *state = self(reader);
    cs_text catalog_id = state->profile->sheets[0].catalog->id, id, same = {0};
    split_number(key->text, &catalog_id, &id);
    struct cs_answers *sheet = sheet_of(reader, catalog_id, cs_node_span(reader->source, key));
    if (!sheet)
        return;
    uint32_t item = cs_catalog_find(sheet->catalog, id, state->expected);
    if (item == CS_NO_ITEM) {
        cs_text guess = cs_catalog_guess(reader->job, sheet->catalog, id);
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_NUMBER, cs_node_span(reader->source, key), sheet->catalog->id, id, guess);
        return;
    }
    state->expected = item + 1;
    struct cs_answer *answer = &sheet->by_item[item];
    if (answer->key.source) {
        struct cs_finding *finding = cs_report(reader->job, CS_MESSAGE_DUPLICATE_ANSWER,
                                               cs_node_span(reader->source, key), sheet->catalog->id, id);
        finding->above = answer->key.start;
        return;
    }
    struct cs_asked asked = {sheet->catalog, &sheet->catalog->items[item], state->profile};
    cs_answer_read(reader, &asked, key, value, answer, &same);
    if (same.size)
        remember_same(reader, sheet, answer, same, value);
}

static void read_answers(struct cs_reader *reader, const struct cs_node *key)
{
    struct profile_reader *state = self(reader);
    state->profile->answers_span = cs_node_span(reader->source, key);
    if (cs_is_empty(key->next) || !cs_want_map(reader, key, key->next))
        return;
    for (const struct cs_node *number = key->next->first; number; number = number->next->next) {
        if (number->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, number, (cs_text){0}, (cs_text){0});
        else if (!cs_text_starts(number->text, CS_TEXT("x-")))
            read_answer(reader, number, number->next);
    }
}

/* --- answers that are the same as others ------------------------------------------------------------------------ */

/* The answer that another points to; NULL, and reported, when there is none. */
static const struct cs_answer *target_of(struct profile_reader *state, const struct same *same)
{
    cs_text catalog_id = state->profile->sheets[same->sheet].catalog->id, id;
    split_number(same->target, &catalog_id, &id);
    const struct cs_catalog *catalog = state->catalogs->find(state->catalogs->context, catalog_id);
    const struct cs_answers *sheet = catalog ? cs_profile_answers(state->profile, catalog->id) : NULL;
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    if (item == CS_NO_ITEM || !sheet->by_item[item].key.source) {
        cs_report(state->reader.job, CS_MESSAGE_BROKEN_SAME, same->span, same->target);
        return NULL;
    }
    return &sheet->by_item[item];
}

/* Takes over state, value and what was not said anew. Place, reviewed and owner stay the answer's own. */
static void fill_same(struct cs_answer *answer, const struct cs_answer *from)
{
    bool has_remark = answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size;
    answer->state = from->state;
    answer->broken = from->broken;
    answer->value = from->value;
    answer->by = answer->by.size ? answer->by : from->by;
    answer->detail = has_remark || answer->detail.size ? answer->detail : from->detail;
    answer->remark = has_remark ? answer->remark : from->remark;
    if (answer->evidence_count == 0) {
        answer->evidence = from->evidence;
        answer->evidence_count = from->evidence_count;
    }
    if (answer->reviewed.year == 0)
        answer->reviewed = from->reviewed;
}

static struct cs_answer *answer_of(const struct profile_reader *state, const struct same *same)
{
    return &state->profile->sheets[same->sheet].by_item[same->item];
}

/* Follows a chain of "=" to its end, then fills the answers from the end back to the first. A chain that meets itself is
 * a loop. Each answer is looked at once, however the chains meet. */
static void resolve(struct profile_reader *state, struct same *first, struct same **chain)
{
    uint32_t length = 0;
    for (struct same *same = first; same && !same->done;) {
        if (same->visiting) {
            cs_report(state->reader.job, CS_MESSAGE_SAME_LOOP, same->span, same->target);
            answer_of(state, same)->broken = true;
            break;
        }
        same->visiting = true;
        chain[length++] = same;
        same->from = target_of(state, same);
        same = same->from && same->from->same ? &state->sames[same->from->same - 1] : NULL;
    }
    while (length-- > 0) {
        if (chain[length]->from)
            fill_same(answer_of(state, chain[length]), chain[length]->from);
        else
            answer_of(state, chain[length])->broken = true;
        chain[length]->done = true;
    }
}

static void resolve_all(struct profile_reader *state)
{
    struct same **chain = cs_alloc_array(&state->reader.job->arena, state->same_count, sizeof *chain);
    for (uint32_t i = 0; i < state->same_count; i++)
        resolve(state, &state->sames[i], chain);
}

/* --- the file --------------------------------------------------------------------------------------------------- */

static void read_header(struct profile_reader *state, const struct cs_node *root)
{
    struct cs_reader *reader = &state->reader;
    struct cs_profile *profile = state->profile;
    cs_read_early(reader, root, "language", cs_read_language, &reader->language);
    cs_read_early(reader, root, "source", cs_read_texts, &state->sources);
    cs_read_early(reader, root, "note", cs_read_texts, &state->notes);
    cs_read_early(reader, root, "products", cs_read_texts, &state->products);
    cs_read_early(reader, root, "catalog", keep_node, &state->catalog);
    state->answers_key = cs_map_key(root, "answers"); /* also when there is nothing below it yet */
    cs_read_fields(reader, NULL, root, profile_fields, sizeof profile_fields / sizeof *profile_fields, profile, NULL);
    if (!state->answers_key)
        cs_report_node(reader, CS_MESSAGE_MISSING_KEY, root->first, CS_TEXT("answers"), CS_TEXT("6-8: ○ ..."));
    profile->language = reader->language;
    profile->sources = state->sources.at;
    profile->source_count = state->sources.count;
    profile->notes = state->notes.at;
    profile->note_count = state->notes.count;
    profile->products = state->products.at;
    profile->product_count = state->products.count;
}

/* The profile's own catalog, always the first of its sheets. */
static bool read_own_catalog(struct profile_reader *state)
{
    const struct cs_node *key = state->catalog;
    if (!key || !cs_want_text(&state->reader, key, key->next) || key->next->text.size == 0)
        return false; /* reported: an empty one is missing */
    return sheet_of(&state->reader, key->next->text, cs_node_span(state->reader.source, key->next)) != NULL;
}

static void count_answered(struct cs_profile *profile)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        struct cs_answers *sheet = &profile->sheets[i];
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++)
            sheet->answered += sheet->by_item[item].state != CS_STATE_NONE;
    }
}

const struct cs_profile *cs_load_profile(struct cs_job *job, const struct cs_source *source,
                                         const struct cs_catalogs *catalogs)
{
    struct cs_arena nodes = {.limit = job->arena.limit, .exhausted = job->arena.exhausted, .context = job->arena.context};
    const struct cs_node *root = cs_yaml_read(job, &nodes, source);
    struct profile_reader state = {.reader = {job, source, CS_JA}, .catalogs = catalogs};
    struct cs_profile *profile = NULL;
    if (root && cs_expect_kind(&state.reader, root, CS_FILE_PROFILE)) {
        state.profile = cs_alloc(&job->arena, sizeof *profile);
        state.profile->source = source;
        read_header(&state, root);
        if (read_own_catalog(&state))
            profile = state.profile;
    }
    if (profile && state.answers_key)
        read_answers(&state.reader, state.answers_key);
    if (profile) {
        resolve_all(&state);
        count_answered(profile);
    }
    cs_arena_release(&nodes);
    return profile;
}
