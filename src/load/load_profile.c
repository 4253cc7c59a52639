/* checksheet: profile/1 -> struct cs_profile: its head, read by table, and the order of all the rest.
 *
 * What the profile extends comes first and gives way; then its catalog, the answers, those that point to others, and
 * facts. */
#include "load/allow.h"
#include "base/report.h"
#include "load/answer.h"
#include "load/file_kind.h"
#include "load/find_catalog.h"
#include "load/layout.h"
#include "load/profile_reader.h"

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
        cs_buf_separate(&names, CS_TEXT(" "));
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
        if (!id ||
            !cs_profile_sheet(state, id->text, state->profile->catalog_edition, cs_node_span(state->reader.source, id)))
            return false;
        check_level(state);
        return true;
    }
    if (from) {
        state->profile->level = from->level;
        return cs_profile_sheet(state, from->sheets[0].catalog->id, (cs_text){0}, span) != NULL;
    }
    report_missing(state, "catalog", "METI");
    return false;
}

/* The other catalogs that the profile extended answers. */
static void take_over_sheets(struct profile_reader *state)
{
    const struct cs_profile *from = state->profile->extends;
    for (uint32_t i = 0; from && i < from->sheet_count; i++)
        cs_profile_sheet(state, from->sheets[i].catalog->id, (cs_text){0}, (struct cs_span){0});
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
        cs_read_answers(state, answers);
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

const struct cs_profile *cs_load_profile(struct cs_job *job, const struct cs_source *source,
                                         const struct cs_catalogs *catalogs)
{
    job->looks = 0;
    const struct cs_profile *profile = load(job, source, catalogs, NULL);
    return profile ? cs_at_level(job, profile, catalogs->level) : NULL;
}
