/* checksheet: catalog/1 -> struct cs_catalog.
 *
 * The tables below are the file format, documented in checksheet-catalog(5). Sections are nested in the file;
 * items and sections are stored flat, in reading order, each item with the index of its section. */
#include "checksheet/load.h"
#include "base/messages_load.h"
#include "base/base.h"
#include "base/names.h"
#include "load/fields.h"
#include "load/file_kind.h"
#include "load/item.h"
#include "load/form.h"
#include "load/layout.h"

enum { MOST_LEVELS = 16 };

struct catalog_reader {
    struct cs_reader reader; /* first, so that a pointer to it can be converted back */
    struct cs_catalog *catalog;
    uint32_t section; /* being read */
    uint32_t section_room, item_room;
};

static struct catalog_reader *self(struct cs_reader *reader)
{
    return (struct catalog_reader *)reader;
}

/* --- items ------------------------------------------------------------------------------------------------------ */

static void read_item(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct cs_catalog *catalog = self(reader)->catalog;
    uint32_t name = cs_names_add(&reader->job->arena, catalog->ids, key->text);
    if (name < catalog->item_count) {
        struct cs_finding *finding = cs_report_node(reader, CS_MESSAGE_DUPLICATE_ITEM, key, key->text, (cs_text){0});
        finding->above = catalog->items[name].span.start;
        return;
    }
    catalog->items = cs_grow(&reader->job->arena, catalog->items, catalog->item_count, &self(reader)->item_room,
                             sizeof *catalog->items);
    struct cs_item *item = &catalog->items[catalog->item_count++];
    item->section = self(reader)->section;
    cs_read_item(reader, catalog, key, value, item);
}

/* --- sections --------------------------------------------------------------------------------------------------- */

static void read_sections(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into);

static const struct cs_field section_fields[] = {
    {"title", NULL, 0, NULL},
    {"if", NULL, 0, NULL},
    {"sections", NULL, 0, NULL},
};

static bool is_section_field(cs_text key)
{
    for (size_t i = 0; i < sizeof section_fields / sizeof *section_fields; i++)
        if (cs_text_equal(key, cs_text_of(section_fields[i].key)))
            return true;
    return cs_text_starts(key, CS_TEXT("x-"));
}

/* A section's own items come before its nested sections, wherever they are in the file: on the sheet, everything
 * below a nested heading belongs to that. */
static void read_section_body(struct cs_reader *reader, const struct cs_node *map)
{
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, key, (cs_text){0}, (cs_text){0});
        else if (!is_section_field(key->text))
            read_item(reader, key, key->next);
    }
    cs_read_early(reader, map, "sections", read_sections, NULL);
}

/* The gate of a section applies to its items and those of nested sections without a gate of their own; but the
 * question that the gate refers to is asked, wherever it is. */
static void gate_items(struct cs_reader *reader, struct cs_catalog *catalog, const struct cs_node *map, uint32_t first)
{
    const struct cs_node *key = cs_map_key(map, "if");
    struct cs_item gate = {0};
    if (!key)
        return;
    cs_read_section_gate(reader, catalog, key, key->next, &gate);
    for (uint32_t i = first; i < catalog->item_count; i++) {
        struct cs_item *item = &catalog->items[i];
        if (item->gate.size || cs_text_equal(item->id, gate.gate))
            continue;
        item->gate = gate.gate;
        item->gate_state = gate.gate_state;
    }
}

static void read_section(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *map)
{
    struct catalog_reader *state = self(reader);
    struct cs_catalog *catalog = state->catalog;
    uint32_t parent = state->section;
    catalog->sections = cs_grow(&reader->job->arena, catalog->sections, catalog->section_count, &state->section_room,
                                sizeof *catalog->sections);
    struct cs_section *section = &catalog->sections[catalog->section_count];
    *section = (struct cs_section){.parent = parent, .first_item = catalog->item_count};
    section->depth = parent == CS_NO_SECTION ? 0 : catalog->sections[parent].depth + 1;
    cs_read_early(reader, map, "title", cs_read_words, &section->title);
    if (section->title.in[reader->language].size == 0)
        section->title.in[reader->language] = key->text;
    state->section = catalog->section_count++;
    uint32_t first = catalog->item_count;
    read_section_body(reader, map);
    gate_items(reader, catalog, map, first);
    state->section = parent;
}

static void read_sections(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)into;
    if (!cs_want_map(reader, key, value))
        return;
    for (const struct cs_node *title = value->first; title; title = title->next->next)
        if (cs_want_map(reader, title, title->next))
            read_section(reader, title, title->next);
}

static void read_loose_items(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                             void *into)
{
    (void)into;
    if (cs_want_map(reader, key, value))
        read_section_body(reader, value);
}

/* --- the file --------------------------------------------------------------------------------------------------- */

static const struct cs_field catalog_fields[] = {
    {"checksheet", NULL, 0, NULL},
    {"id", cs_read_text, offsetof(struct cs_catalog, id), "METI"},
    {"language", NULL, 0, NULL},
    {"title", cs_read_words, offsetof(struct cs_catalog, title), "..."},
    {"edition", cs_read_words, offsetof(struct cs_catalog, edition), "2025-04"},
    {"publisher", cs_read_words, offsetof(struct cs_catalog, publisher), NULL},
    {"source", cs_read_words, offsetof(struct cs_catalog, address), NULL},
    {"license", cs_read_words, offsetof(struct cs_catalog, license), NULL},
    {"note", cs_read_words, offsetof(struct cs_catalog, note), NULL},
    {"marks", NULL, 0, NULL},   /* read first, since items refer to them */
    {"levels", NULL, 0, NULL},  /* these too */
    {"columns", NULL, 0, NULL}, /* read late: layouts refer to the marks, and the default comes first */
    {"layouts", NULL, 0, NULL},
    {"form", cs_read_form, offsetof(struct cs_catalog, form), NULL},
    {"items", read_loose_items, 0, NULL},
    {"sections", read_sections, 0, NULL},
};

static const struct cs_mark usual_marks[] = {
    {CS_LITERAL("○"), CS_STATE_OK, {{CS_LITERAL("対応済み"), CS_LITERAL("Yes")}}, {{{0}}}, false},
    {CS_LITERAL("△"),
     CS_STATE_PART,
     {{CS_LITERAL("一部対応・代替策"), CS_LITERAL("Partly, or by other means")}},
     {{{0}}},
     true},
    {CS_LITERAL("×"), CS_STATE_NG, {{CS_LITERAL("未対応"), CS_LITERAL("No")}}, {{{0}}}, true},
    {CS_LITERAL("－"), CS_STATE_NA, {{CS_LITERAL("対象外"), CS_LITERAL("Not applicable")}}, {{{0}}}, true},
};

/* The approximate number of items in a mapping of sections or items: the array is allocated once, unless the file is
 * unusual (an item called ask, duplicate items). */
static uint32_t count_items(const struct cs_node *node)
{
    uint32_t count = 0;
    if (!node || node->kind != CS_NODE_MAP)
        return 0;
    for (const struct cs_node *key = node->first; key; key = key->next->next)
        count += 1 + (key->next->kind == CS_NODE_MAP && !cs_map_get(key->next, "ask") ? count_items(key->next) : 0);
    return count;
}

static void set_default_marks(struct cs_catalog *catalog)
{
    catalog->has_own_marks = catalog->mark_count > 0;
    if (catalog->mark_count)
        return;
    catalog->marks = usual_marks;
    catalog->mark_count = sizeof usual_marks / sizeof *usual_marks;
}

/* levels: {★3: words, ★4: words}, lowest first. */
static void read_levels(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_catalog *catalog = into;
    if (!cs_want_named(reader, key, value) || !cs_want_few(reader, key, value, MOST_LEVELS))
        return;
    struct cs_level *levels = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *levels);
    for (const struct cs_node *name = value->first; name; name = name->next->next) {
        struct cs_level *level = &levels[catalog->level_count++];
        level->name = name->text;
        cs_read_words(reader, name, name->next, &level->label);
    }
    catalog->levels = levels;
}

/* Reads the default layout, made of `columns`, and the others with their names. */
static void read_layouts(struct catalog_reader *state, const struct cs_node *root)
{
    struct cs_reader *reader = &state->reader;
    const struct cs_node *named = cs_map_get(root, "layouts");
    uint32_t room = 1 + (named ? cs_node_count(named) : 0);
    struct cs_layout *layouts = cs_alloc_array(&reader->job->arena, room, sizeof *layouts);
    cs_read_early(reader, root, "columns", cs_read_columns, &layouts[0]);
    cs_layout_set_defaults(&layouts[0]);
    state->catalog->layouts = layouts;
    state->catalog->layout_count = 1;
    if (!named || cs_is_empty(named) || !cs_want_named(reader, cs_map_key(root, "layouts"), named))
        return;
    for (const struct cs_node *name = named->first; name; name = name->next->next) {
        struct cs_layout *layout = &layouts[state->catalog->layout_count++];
        cs_read_layout(reader, name, name->next, layout);
        layout->name = name->text;
    }
}

static void check_gates(struct catalog_reader *state)
{
    struct cs_catalog *catalog = state->catalog;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        struct cs_item *item = &catalog->items[i];
        if (item->gate.size == 0 || cs_catalog_find(catalog, item->gate, CS_NO_ITEM) != CS_NO_ITEM)
            continue;
        cs_report(state->reader.job, CS_MESSAGE_BAD_GATE, item->span, item->gate,
                  cs_catalog_guess(state->reader.job, catalog, item->gate));
        item->gate = (cs_text){0};
    }
}

static void check_sames(struct catalog_reader *state)
{
    for (uint32_t i = 0; i < state->catalog->item_count; i++)
        cs_item_check_sames(state->reader.job, state->catalog, &state->catalog->items[i]);
}

static void read_catalog(struct catalog_reader *state, const struct cs_node *root)
{
    struct cs_reader *reader = &state->reader;
    struct cs_catalog *catalog = state->catalog;
    cs_read_early(reader, root, "language", cs_read_language, &reader->language);
    catalog->language = reader->language;
    struct cs_marks_read marks = {0};
    cs_read_early(reader, root, "marks", cs_read_marks, &marks);
    catalog->marks = marks.at;
    catalog->mark_count = marks.count;
    cs_read_early(reader, root, "levels", read_levels, catalog);
    read_layouts(state, root);
    set_default_marks(catalog);
    state->item_room = count_items(cs_map_get(root, "items")) + count_items(cs_map_get(root, "sections"));
    catalog->items = cs_alloc_array(&reader->job->arena, state->item_room, sizeof *catalog->items);
    cs_read_fields(reader, NULL, root, CS_FIELDS(catalog_fields, NULL), catalog);
    check_gates(state);
    check_sames(state);
    if (catalog->item_count == 0 && !cs_has_wrong_shape(root, "items") && !cs_has_wrong_shape(root, "sections"))
        cs_report_node(reader, CS_MESSAGE_NO_ITEMS, root->first, (cs_text){0}, (cs_text){0});
}

const struct cs_catalog *cs_load_catalog(struct cs_job *job, const struct cs_source *source)
{
    struct cs_arena nodes;
    uint32_t looks = job->looks; /* those of the profile that asks for this catalog */
    job->looks = 0;
    struct catalog_reader state = {.reader = {job, source, CS_JA}, .section = CS_NO_SECTION};
    const struct cs_node *root = cs_reader_open(&state.reader, &nodes);
    if (root && cs_expect_kind(&state.reader, root, CS_FILE_CATALOG)) {
        state.catalog = cs_alloc(&job->arena, sizeof *state.catalog);
        state.catalog->ids = cs_alloc(&job->arena, sizeof *state.catalog->ids);
        state.catalog->source = source;
        read_catalog(&state, root);
    }
    cs_arena_release(&nodes);
    job->looks = looks;
    return state.catalog;
}
