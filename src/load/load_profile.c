/* checksheet: profile/1 -> struct cs_profile: its head, read by table, and the order of everything else.
 *
 * The extended profile is loaded first, and overridden; then come the catalog, the answers, references between
 * them, and facts. */
#include "load/allow.h"
#include "base/messages_load.h"
#include "load/answer.h"
#include "load/file_kind.h"
#include "load/layout.h"
#include "load/profile_reader.h"

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
    {"vendor", cs_read_text, offsetof(struct cs_profile, vendor), NULL}, /* required, but may be inherited */
    {"title", cs_read_words, offsetof(struct cs_profile, title), NULL},
    {"edition", cs_read_text, offsetof(struct cs_profile, edition), NULL},
    {"catalog", NULL, 0, NULL}, /* as vendor */
    {"catalogs", NULL, 0, NULL},
    {"date", read_profile_date, 0, NULL},
    {"contact", cs_read_text, offsetof(struct cs_profile, contact), NULL},
    {"source", read_sources, 0, NULL},
    {"note", read_notes, 0, NULL},
    {"products", NULL, 0, NULL}, /* early: answers refer to them */
    {"marks", read_marks, offsetof(struct cs_profile, in_words), NULL},
    {"facts", cs_read_facts, 0, NULL},
    {"layout", NULL, 0, NULL}, /* late: it may name one of the catalog's */
    {"items", NULL, 0, NULL},
    {"allow", NULL, 0, NULL}, /* with its reason */
    {"reason", NULL, 0, NULL},
    {"answers", NULL, 0, NULL}, /* required, but may be empty, or all be inherited */
};

/* --- the file --------------------------------------------------------------------------------------------------- */

/* Inherits what the extended profile says of the sheet as a whole, as far as this one says nothing. */
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

static struct cs_profile *load(struct cs_job *job, const struct cs_source *source, const struct cs_catalogs *catalogs,
                               const struct profile_reader *extended_by);

/* Loads the extended profile; a reason why it cannot be used is reported at `extends`. */
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
        cs_profile_lacks(state, "vendor", "株式会社サンプル");
    if (!profile->extends && !cs_map_key(state->root, "answers"))
        cs_profile_lacks(state, "answers", "6-8: ○ ...");
    state->variant = cs_map_get(state->root, "items");
}

/* Inherits the answers to other catalogs. */
static void take_over_sheets(struct profile_reader *state)
{
    const struct cs_profile *from = state->profile->extends;
    for (uint32_t i = 0; from && i < from->sheet_count; i++)
        cs_profile_sheet(state, from->sheets[i].catalog->id, (struct cs_span){0});
}

static void count_answered(struct cs_profile *profile)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        struct cs_answers *sheet = &profile->sheets[i];
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++)
            sheet->answered += sheet->by_item[item].state != CS_STATE_NONE;
    }
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
    cs_catalogs_end(state);
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
        if (cs_read_catalogs(&state))
            profile = state.profile;
    }
    if (profile)
        read_body(&state);
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
