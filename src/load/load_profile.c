/* checksheet: profile/1 -> struct cs_profile.
 *
 * The header is read by table; the answers are read against the catalogs they belong to, which a finder brings. What the
 * profile extends comes first and gives way; answers that point to others, and facts, are filled in at the end. */
#include "load/allow.h"
#include "base/report.h"
#include "load/answer.h"
#include "load/file_kind.h"
#include "load/find_catalog.h"
#include "load/layout.h"
#include "load/profile_reader.h"
#include "yaml/yaml_lines.h"

static struct profile_reader *self(struct cs_reader *reader)
{
    return (struct profile_reader *)reader;
}

static void read_sources(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    struct cs_texts texts = {0};
    cs_read_texts(reader, key, value, &texts);
    profile->sources = texts.at;
    profile->source_count = texts.count;
}

static void read_notes(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    struct cs_texts texts = {0};
    cs_read_texts(reader, key, value, &texts);
    profile->notes = texts.at;
    profile->note_count = texts.count;
}

static void read_products(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    enum { MOST_PRODUCTS = 100 };
    struct cs_profile *profile = into;
    struct cs_texts texts = {0};
    if (!cs_want_few(reader, key, value, MOST_PRODUCTS))
        return;
    cs_read_texts(reader, key, value, &texts);
    profile->products = texts.at;
    profile->product_count = texts.count;
    for (const struct cs_node *name = value->kind == CS_NODE_LIST ? value->first : NULL; name; name = name->next) {
        bool is_usable = name->text.size && !cs_answer_has_key(name->text);
        for (const struct cs_node *other = value->first; other != name; other = other->next)
            is_usable = is_usable && !cs_text_equal(other->text, name->text);
        if (name->kind == CS_NODE_TEXT && !is_usable)
            cs_report_node(reader, CS_MESSAGE_PRODUCT_NAME, name, name->text, (cs_text){0});
    }
}

/* layout: NAME, one of the catalog's, or a layout of the profile's own. */
static void read_layout(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    struct cs_buf names = {0};
    profile->layout_catalog = profile->sheets[0].catalog->id;
    if (value->kind == CS_NODE_MAP) {
        struct cs_layout *layout = cs_alloc(&reader->job->arena, sizeof *layout);
        cs_read_layout(reader, key, value, layout);
        profile->layout = layout;
        return;
    }
    const struct cs_catalog *catalog = profile->sheets[0].catalog;
    profile->layout = value->kind == CS_NODE_TEXT ? cs_catalog_layout(catalog, value->text) : NULL;
    for (uint32_t i = 1; i < catalog->layout_count; i++) {
        cs_buf_add(&names, names.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&names, catalog->layouts[i].name);
    }
    if (!profile->layout)
        cs_report_word(reader, key, value, cs_buf_text(&names));
    cs_buf_free(&names);
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
    {"extends", NULL, 0, NULL},
    {"service", cs_read_text, offsetof(struct cs_profile, service), NULL},
    {"vendor", cs_read_text, offsetof(struct cs_profile, vendor), NULL}, /* must be there, but may be taken over */
    {"title", cs_read_words, offsetof(struct cs_profile, title), NULL},
    {"edition", cs_read_text, offsetof(struct cs_profile, edition), NULL},
    {"catalog", NULL, 0, NULL}, /* as vendor */
    {"date", read_profile_date, 0, NULL},
    {"contact", cs_read_text, offsetof(struct cs_profile, contact), NULL},
    {"source", read_sources, 0, NULL},
    {"note", read_notes, 0, NULL},
    {"products", NULL, 0, NULL}, /* early: answers speak of them */
    {"marks", read_marks, offsetof(struct cs_profile, in_words), NULL},
    {"facts", cs_read_facts, 0, NULL},
    {"layout", NULL, 0, NULL}, /* late: it names one of the catalog's */
    {"items", NULL, 0, NULL},
    {"allow", NULL, 0, NULL}, /* with its reason */
    {"reason", NULL, 0, NULL},
    {"answers", NULL, 0, NULL}, /* must be there, but may be empty, or all taken over */
};

/* --- catalogs --------------------------------------------------------------------------------------------------- */

/* Takes over the answers of the profile extended, each as it was written there: what it points to, and the facts it
 * names, may be others here. */
static void take_over(struct profile_reader *state, struct cs_answers *sheet)
{
    const struct cs_profile *from = state->profile->extends;
    const struct cs_answers *base = from ? cs_profile_answers(from, sheet->catalog->id) : NULL;
    bool is_other = base && !cs_catalog_same_edition(base->catalog, sheet->catalog);
    for (uint32_t i = 0; base && i < base->catalog->item_count; i++) {
        uint32_t item = cs_catalog_find(sheet->catalog, base->catalog->items[i].id, i);
        const struct cs_answer *answer = &base->by_item[i];
        if (item == CS_NO_ITEM || !answer->key.source)
            continue;
        if (is_other && !cs_item_same_text(&base->catalog->items[i], &sheet->catalog->items[item]))
            continue; /* a number alone joins nothing to another edition */
        sheet->by_item[item] = answer->raw ? *answer->raw : *answer;
        sheet->by_item[item].item = item;
    }
}

/* The answers to a catalog, begun at the first that is met, with what is taken over from the profile extended. NULL,
 * and reported, when there is no such catalog. */
static struct cs_answers *sheet_of(struct profile_reader *state, cs_text id, cs_text edition, struct cs_span span)
{
    struct cs_profile *profile = state->profile;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (cs_text_equal(profile->sheets[i].catalog->id, id))
            return &profile->sheets[i];
    const struct cs_answers *base = profile->extends ? cs_profile_answers(profile->extends, id) : NULL;
    bool fits = base && (edition.size == 0 || cs_catalog_is_edition(base->catalog, edition));
    const struct cs_catalog *catalog =
        fits ? base->catalog : cs_find_catalog(&state->reader, state->catalogs, id, edition, span);
    if (!catalog)
        return NULL;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (cs_text_equal(profile->sheets[i].catalog->id, catalog->id))
            return &profile->sheets[i]; /* meti for METI */
    struct cs_arena *arena = &state->reader.job->arena;
    catalog = cs_variant_catalog(state, catalog);
    profile->sheets =
        cs_grow(arena, profile->sheets, profile->sheet_count, &state->sheet_room, sizeof *profile->sheets);
    struct cs_answers *sheet = &profile->sheets[profile->sheet_count++];
    sheet->catalog = catalog;
    sheet->by_item = cs_alloc_array(arena, catalog->item_count, sizeof *sheet->by_item);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        sheet->by_item[i].item = i;
    take_over(state, sheet);
    return sheet;
}

/* --- answers ---------------------------------------------------------------------------------------------------- */

/* 1-2:△ 年に1回: 正社員だけ is a key to YAML, up to its second colon; the first one lacks its blank. True when that is
 * reported. */
static bool is_run_together(struct cs_reader *reader, const struct cs_node *key, const struct cs_catalog *catalog)
{
    ptrdiff_t plain = cs_text_find(key->text, CS_TEXT(":")), wide = cs_text_find(key->text, CS_TEXT("："));
    bool is_wide = wide > 0 && (plain < 0 || wide < plain);
    cs_text number = {key->text.bytes, (size_t)(is_wide ? wide : plain)};
    bool is_verbatim = key->plain && key->text.bytes == reader->source->bytes.bytes + key->start;
    if ((is_wide ? wide : plain) <= 0 || !is_verbatim || cs_catalog_find(catalog, number, CS_NO_ITEM) == CS_NO_ITEM)
        return false;
    uint32_t colon = key->start + (uint32_t)number.size;
    struct cs_span span = {reader->source, colon, colon + (is_wide ? 3 : 1)};
    cs_report(reader->job, is_wide ? CS_MESSAGE_FULLWIDTH_COLON : CS_MESSAGE_MISSING_SPACE, span, number);
    return true;
}

static void read_answer(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct profile_reader *state = self(reader);
    if (is_run_together(reader, key, state->profile->sheets[0].catalog))
        return;
    cs_text catalog_id = state->profile->sheets[0].catalog->id, id;
    cs_split_number(key->text, &catalog_id, &id);
    struct cs_answers *sheet = sheet_of(state, catalog_id, (cs_text){0}, cs_node_span(reader->source, key));
    if (!sheet)
        return;
    uint32_t item = cs_catalog_find(sheet->catalog, id, state->expected);
    if (item == CS_NO_ITEM) {
        cs_text guess = cs_catalog_guess(reader->job, sheet->catalog, id);
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_NUMBER, cs_node_span(reader->source, key), sheet->catalog->id, id,
                  guess);
        return;
    }
    state->expected = item + 1;
    struct cs_answer *answer = &sheet->by_item[item];
    if (answer->key.source == reader->source) {
        struct cs_finding *finding = cs_report(reader->job, CS_MESSAGE_DUPLICATE_ANSWER,
                                               cs_node_span(reader->source, key), sheet->catalog->id, id);
        finding->above = answer->key.start;
        return;
    }
    struct cs_asked asked = {sheet->catalog, &sheet->catalog->items[item], state->profile};
    *answer = (struct cs_answer){.item = item}; /* what was taken over gives way */
    cs_answer_read(reader, &asked, key, value, answer);
}

/* 6-8：○ alone below `answers` is a text to YAML, and no mapping: the traps of the lines say why. */
static bool is_mapping(struct cs_reader *reader, const struct cs_node *key)
{
    uint32_t faults = cs_job_faults(reader->job);
    if (key->next->kind == CS_NODE_TEXT)
        cs_yaml_scan_lines(reader->job, reader->source, true);
    return cs_job_faults(reader->job) == faults && cs_want_map(reader, key, key->next);
}

static void read_answers(struct cs_reader *reader, const struct cs_node *key)
{
    struct profile_reader *state = self(reader);
    state->profile->answers_span = cs_node_span(reader->source, key);
    if (cs_is_empty(key->next) || !is_mapping(reader, key))
        return;
    for (const struct cs_node *number = key->next->first; number; number = number->next->next) {
        if (number->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, number, (cs_text){0}, (cs_text){0});
        else if (!cs_text_starts(number->text, CS_TEXT("x-")))
            read_answer(reader, number, number->next);
    }
}

/* --- the file --------------------------------------------------------------------------------------------------- */

/* What the profile extended says of the sheet as a whole, where this one says nothing. */
static void inherit_header(struct cs_profile *profile)
{
    const struct cs_profile *from = profile->extends;
    if (!from)
        return;
    profile->service = profile->service.size ? profile->service : from->service;
    profile->vendor = profile->vendor.size ? profile->vendor : from->vendor;
    profile->contact = profile->contact.size ? profile->contact : from->contact;
    profile->date = profile->date.year ? profile->date : from->date;
    profile->in_words = profile->in_words || from->in_words;
    if (profile->note_count == 0) {
        profile->notes = from->notes;
        profile->note_count = from->note_count;
    }
}

/* Reports a key that is missing, or that nothing stands behind. */
static void report_missing(struct profile_reader *state, const char *key, const char *example)
{
    const struct cs_node *at = cs_map_key(state->root, key);
    cs_report_node(&state->reader, CS_MESSAGE_MISSING_KEY, at ? at : state->root->first, cs_text_of(key),
                   cs_text_of(example));
}

static struct cs_profile *load(struct cs_job *job, const struct cs_source *source, const struct cs_catalogs *catalogs,
                               const struct profile_reader *extended_by);

/* Loads the profile that this one extends; what keeps it from being used is reported where it is named. */
static void extend(struct profile_reader *state)
{
    struct cs_reader *reader = &state->reader;
    const struct cs_source *source = cs_extends_source(state);
    if (!source)
        return;
    state->profile->extends = load(reader->job, source, state->catalogs, state);
    if (!state->profile->extends)
        cs_report_node(reader, CS_MESSAGE_EXTENDS_BROKEN, cs_map_get(state->root, "extends"), source->path,
                       (cs_text){0});
}

static void read_header(struct profile_reader *state)
{
    struct cs_reader *reader = &state->reader;
    struct cs_profile *profile = state->profile;
    cs_read_early(reader, state->root, "language", cs_read_language, &reader->language);
    extend(state);
    if (profile->extends && !cs_map_key(state->root, "language"))
        reader->language = profile->extends->language;
    profile->language = reader->language;
    if (profile->extends) {
        profile->products = profile->extends->products;
        profile->product_count = profile->extends->product_count;
    }
    cs_read_early(reader, state->root, "products", read_products, profile);
    cs_read_fields(reader, NULL, state->root, CS_FIELDS(profile_fields, NULL), profile);
    profile->allows = cs_allow_read_file(reader, state->root);
    inherit_header(profile);
    const struct cs_node *vendor = cs_map_key(state->root, "vendor");
    if (profile->vendor.size == 0 && vendor)
        cs_report_node(reader, CS_MESSAGE_NO_VENDOR, vendor, (cs_text){0}, (cs_text){0});
    else if (profile->vendor.size == 0)
        report_missing(state, "vendor", "株式会社サンプル");
    if (!profile->extends && !cs_map_key(state->root, "answers"))
        report_missing(state, "answers", "6-8: ○ ...");
    state->variant = cs_map_get(state->root, "items");
}

static void read_edition(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    cs_read_text(reader, key, value, &profile->catalog_edition);
    profile->edition_span = cs_node_span(reader->source, value);
}

/* Which of the catalog's levels it is, is looked up when the catalog is known. */
static void read_level(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    cs_read_text(reader, key, value, &profile->level);
    self(reader)->level = cs_node_span(reader->source, value);
}

/* catalog: METI, or {id: METI, edition: 2013年度版, level: ★3}. NULL, and reported, when the id is not there. */
static const struct cs_node *read_catalog_id(struct cs_reader *reader, const struct cs_node *key)
{
    static const struct cs_field own_catalog_fields[] = {
        {"id", NULL, 0, NULL},
        {"edition", read_edition, 0, NULL},
        {"level", read_level, 0, NULL},
    };
    const struct cs_node *id = key->next;
    self(reader)->profile->catalog_span = cs_node_span(reader->source, key);
    if (id->kind == CS_NODE_MAP) {
        cs_read_fields(reader, key, id, CS_FIELDS(own_catalog_fields, NULL), self(reader)->profile);
        key = cs_map_key(id, "id") ? cs_map_key(id, "id") : key;
        id = cs_map_get(id, "id");
    }
    if (id && id->kind == CS_NODE_TEXT && cs_text_trim(id->text).size)
        return id;
    if (id && id->kind != CS_NODE_TEXT)
        cs_want_text(reader, key, id);
    else
        cs_report_node(reader, CS_MESSAGE_MISSING_KEY, key, CS_TEXT("id"), CS_TEXT("METI"));
    return NULL;
}

/* The level by the name that the catalog gives it: ★3 where 3 is written. */
static void check_level(struct profile_reader *state)
{
    const struct cs_catalog *catalog = state->profile->sheets[0].catalog;
    uint32_t rank = cs_catalog_level(catalog, state->profile->level);
    if (state->profile->level.size && rank == 0)
        cs_report_level(state->reader.job, state->level, catalog, state->profile->level);
    state->profile->level = rank ? catalog->levels[rank - 1].name : (cs_text){0};
}

/* The profile's own catalog, always the first of its sheets. */
static bool read_own_catalog(struct profile_reader *state)
{
    const struct cs_node *key = cs_map_key(state->root, "catalog");
    const struct cs_profile *from = state->profile->extends;
    struct cs_span span = cs_node_span(state->reader.source, state->root->first);
    if (key && (key->next->kind != CS_NODE_TEXT || cs_text_trim(key->next->text).size)) {
        const struct cs_node *id = read_catalog_id(&state->reader, key);
        if (!id || !sheet_of(state, id->text, state->profile->catalog_edition, cs_node_span(state->reader.source, id)))
            return false;
        check_level(state);
        return true;
    }
    if (from) {
        state->profile->level = from->level;
        return sheet_of(state, from->sheets[0].catalog->id, (cs_text){0}, span) != NULL;
    }
    report_missing(state, "catalog", "METI");
    return false;
}

/* The other catalogs that the profile extended answers. */
static void take_over_sheets(struct profile_reader *state)
{
    const struct cs_profile *from = state->profile->extends;
    for (uint32_t i = 0; from && i < from->sheet_count; i++)
        sheet_of(state, from->sheets[i].catalog->id, (cs_text){0}, (struct cs_span){0});
}

static void count_answered(struct cs_profile *profile)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        struct cs_answers *sheet = &profile->sheets[i];
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++)
            sheet->answered += sheet->by_item[item].state != CS_STATE_NONE;
    }
}

/* Where it is not said which edition was answered: the others that there are. */
static void find_other_editions(struct profile_reader *state)
{
    enum { MOST_EDITIONS = 64 };
    struct cs_profile *profile = state->profile;
    const struct cs_catalogs *catalogs = state->catalogs;
    const struct cs_catalog *found[MOST_EDITIONS], *own = profile->sheets[0].catalog;
    uint32_t count = 0;
    if (profile->catalog_edition.size || !catalogs->other)
        return;
    if (profile->extends && !profile->catalog_span.source) {
        profile->other_editions = profile->extends->other_editions;
        profile->other_edition_count = profile->extends->other_edition_count;
        return;
    }
    for (const struct cs_catalog *other;
         count < MOST_EDITIONS && (other = catalogs->other(catalogs->context, own, count)); count++)
        found[count] = other;
    const struct cs_catalog **kept = cs_alloc_array(&state->reader.job->arena, count + 1u, sizeof *kept);
    for (uint32_t i = 0; i < count; i++)
        kept[i] = found[i];
    profile->other_editions = kept;
    profile->other_edition_count = count;
}

static void read_body(struct profile_reader *state)
{
    const struct cs_node *answers = cs_map_key(state->root, "answers");
    if (state->profile->extends) {
        state->profile->layout = state->profile->extends->layout;
        state->profile->layout_catalog = state->profile->extends->layout_catalog;
    }
    cs_read_early(&state->reader, state->root, "layout", read_layout, state->profile);
    take_over_sheets(state);
    if (answers)
        read_answers(&state->reader, answers);
    cs_variant_check(state);
    cs_resolve_same(state);
    cs_fill_facts(state);
    count_answered(state->profile);
}

static struct cs_profile *load(struct cs_job *job, const struct cs_source *source, const struct cs_catalogs *catalogs,
                               const struct profile_reader *extended_by)
{
    struct cs_arena nodes;
    struct profile_reader state = {.reader = {job, source, CS_JA}, .catalogs = catalogs, .extended_by = extended_by};
    struct cs_profile *profile = NULL;
    state.root = cs_reader_open(&state.reader, &nodes);
    if (state.root && cs_expect_kind(&state.reader, state.root, CS_FILE_PROFILE)) {
        state.profile = cs_alloc(&job->arena, sizeof *profile);
        state.profile->source = source;
        read_header(&state);
        if (read_own_catalog(&state))
            profile = state.profile;
    }
    if (profile) {
        find_other_editions(&state);
        read_body(&state);
    }
    cs_arena_release(&nodes);
    return profile;
}

/* --- levels ------------------------------------------------------------------------------------------------------ */

/* Reports the questions above a level that are answered all the same. */
static void report_above(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         uint32_t rank)
{
    enum { MOST_NUMBERS = 20 };
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf count = {0}, numbers = {0};
    uint32_t found = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (catalog->items[i].rank <= rank || answers->by_item[i].state == CS_STATE_NONE || ++found > MOST_NUMBERS)
            continue;
        cs_buf_add(&numbers, found > 1 ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&numbers, catalog->items[i].id);
    }
    if (found > MOST_NUMBERS)
        cs_buf_add(&numbers, CS_TEXT(" ..."));
    cs_buf_print(&count, "%u", (unsigned)found);
    if (found)
        cs_report(job, CS_MESSAGE_ABOVE_LEVEL, profile->answers_span, catalog->id, catalog->levels[rank - 1].name,
                  cs_buf_text(&count), cs_buf_text(&numbers))
            ->whole_file = true;
    cs_buf_free(&count);
    cs_buf_free(&numbers);
}

/* The profile cut down to the level that is asked for, or that it answers. */
static const struct cs_profile *at_level(struct cs_job *job, const struct cs_profile *profile, cs_text asked)
{
    bool has_levels = false;
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        cs_text level = asked.size ? asked : i == 0 ? profile->level : (cs_text){0};
        if (level.size == 0 || answers->catalog->level_count == 0)
            continue;
        uint32_t rank = cs_catalog_level(answers->catalog, level);
        has_levels = true;
        if (rank == 0) {
            cs_report_level(job, profile->answers_span, answers->catalog, level);
            continue;
        }
        report_above(job, profile, answers, rank);
        profile = cs_profile_at_level(job, profile, i, rank);
    }
    if (asked.size && !has_levels)
        cs_report_level(job, profile->answers_span, profile->sheets[0].catalog, asked);
    return profile;
}

const struct cs_profile *cs_load_profile(struct cs_job *job, const struct cs_source *source,
                                         const struct cs_catalogs *catalogs)
{
    job->looks = 0;
    const struct cs_profile *profile = load(job, source, catalogs, NULL);
    return profile ? at_level(job, profile, catalogs->level) : NULL;
}
