/* checksheet: catalog/1 -> struct cs_catalog.
 *
 * The tables below are the file format; checksheet-catalog(5) tells it in prose. Sections nest; items and sections are
 * kept flat, in reading order, each item with the index of its section. */
#include "checksheet/load.h"
#include "checksheet/guess.h"
#include "base/names.h"
#include "load/fields.h"
#include "load/file_kind.h"

#include <string.h>

struct catalog_reader {
    struct cs_reader reader; /* first, so that a cs_reader of a catalog is one of these */
    struct cs_catalog *catalog;
    uint32_t section;       /* that is being read */
    uint32_t section_room;
};


static struct catalog_reader *self(struct cs_reader *reader)
{
    return (struct catalog_reader *)reader;
}

/* --- marks ------------------------------------------------------------------------------------------------------ */

static void read_state(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_state_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("ok part ng na plan nda told"));
}

/* remark: required */
static void read_required(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    *(bool *)into = cs_text_equal(value->text, CS_TEXT("required"));
    if (!*(bool *)into && !cs_text_equal(value->text, CS_TEXT("optional")))
        cs_report_word(reader, key, value, CS_TEXT("required optional"));
}

static const struct cs_field mark_fields[] = {
    {"id", read_state, offsetof(struct cs_mark, state), "ok"},
    {"label", cs_read_words, offsetof(struct cs_mark, label), NULL},
    {"guide", cs_read_words, offsetof(struct cs_mark, guide), NULL},
    {"remark", read_required, offsetof(struct cs_mark, remark_required), NULL},
};

enum { LONGEST_SIGN = 32, MOST_MARKS = 32 };

static void read_marks(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_catalog *catalog = into;
    if (!cs_want_map(reader, key, value))
        return;
    struct cs_mark *marks = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *marks);
    for (const struct cs_node *sign = value->first; sign; sign = sign->next->next) {
        struct cs_mark *mark = &marks[catalog->mark_count];
        *mark = (struct cs_mark){.sign = sign->text};
        if (sign->text.size == 0 || sign->text.size > LONGEST_SIGN || memchr(sign->text.bytes, ',', sign->text.size))
            cs_report_node(reader, CS_MESSAGE_SIGN_UNUSABLE, sign, sign->text, (cs_text){0});
        else if (cs_want_map(reader, sign, sign->next)) {
            cs_read_fields(reader, sign, sign->next, mark_fields, sizeof mark_fields / sizeof *mark_fields, mark, NULL);
            if (mark->state != CS_STATE_NONE && cs_catalog_mark(catalog, mark->state))
                cs_report_node(reader, CS_MESSAGE_DUPLICATE_MARK, sign, cs_state_word(mark->state), (cs_text){0});
            catalog->mark_count += catalog->mark_count < MOST_MARKS; /* more have the states of others, which was said */
            catalog->marks = marks;
        }
    }
}

/* True when a key holds something, though no mapping: that was reported, so what it lacks need not be. */
static bool has_wrong_shape(const struct cs_node *map, const char *key)
{
    const struct cs_node *value = map->kind == CS_NODE_MAP ? cs_map_get(map, key) : NULL;
    return value && !cs_is_empty(value) && value->kind != CS_NODE_MAP;
}

/* --- items ------------------------------------------------------------------------------------------------------ */

static void read_kind(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value) || cs_kind_of_word(value->text, into))
        return;
    struct cs_buf all = {0};
    for (int kind = 0; kind < CS_KINDS; kind++) {
        cs_buf_add(&all, kind ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, cs_kind_word((enum cs_kind)kind));
    }
    cs_report_word(reader, key, value, cs_buf_text(&all));
    cs_buf_free(&all);
}

static void read_flag(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    static const struct {
        cs_text word;
        enum cs_flag flag;
    } flags[] = {
        {{"必須", 6}, CS_FLAG_REQUIRED}, {{"選択", 6}, CS_FLAG_OPTIONAL}, {{"任意", 6}, CS_FLAG_OPTIONAL},
        {{"required", 8}, CS_FLAG_REQUIRED}, {{"optional", 8}, CS_FLAG_OPTIONAL},
    };
    if (!cs_want_text(reader, key, value))
        return;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (cs_text_equal(value->text, flags[i].word)) {
            *(enum cs_flag *)into = flags[i].flag;
            return;
        }
    cs_report_word(reader, key, value, CS_TEXT("必須 選択"));
}

/* The state that a sign of this catalog, or one of the field, means. */
static bool state_of_sign(const struct cs_catalog *catalog, cs_text sign, enum cs_state *state)
{
    size_t size;
    for (uint32_t i = 0; i < catalog->mark_count; i++)
        if (cs_text_equal(catalog->marks[i].sign, sign)) {
            *state = catalog->marks[i].state;
            return true;
        }
    return cs_state_of_spelling(sign, state, &size) && size == sign.size;
}

/* good: × | none */
static void read_good(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_text_equal(value->text, CS_TEXT("none")))
        *(enum cs_state *)into = CS_STATE_NONE;
    else if (!state_of_sign(self(reader)->catalog, value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("○ × none"));
}

/* if: 109 ○. That the item exists is checked when all are read. */
static void read_gate(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    if (!cs_want_text(reader, key, value))
        return;
    size_t space = 0;
    while (space < value->text.size && value->text.bytes[space] != ' ')
        space++;
    cs_text sign = cs_text_trim(cs_text_skip(value->text, space));
    if (state_of_sign(self(reader)->catalog, sign, &item->gate_state))
        item->gate = (cs_text){value->text.bytes, space};
    else
        cs_report_node(reader, CS_MESSAGE_GATE_FORM, value, value->text, (cs_text){0});
}

static const struct cs_field choice_fields[] = {
    {"ja", cs_read_text, offsetof(struct cs_choice, label.in[CS_JA]), NULL},
    {"en", cs_read_text, offsetof(struct cs_choice, label.in[CS_EN]), NULL},
    {"alone", cs_read_true, offsetof(struct cs_choice, alone), NULL},
};

static void read_choices(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    if (!cs_want_map(reader, key, value))
        return;
    struct cs_choice *choices = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *choices);
    for (const struct cs_node *id = value->first; id; id = id->next->next) {
        struct cs_choice *choice = &choices[item->choice_count++];
        choice->id = id->text;
        if (id->next->kind == CS_NODE_TEXT)
            choice->label.in[reader->language] = id->next->text;
        else if (cs_want_map(reader, id, id->next))
            cs_read_fields(reader, id, id->next, choice_fields, sizeof choice_fields / sizeof *choice_fields, choice,
                           NULL);
    }
    item->choices = choices;
}

/* when: ok | ng | part | any */
static void read_when(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    enum cs_state state;
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_text_equal(value->text, CS_TEXT("any")))
        *(uint32_t *)into = 1u << CS_STATE_OK | 1u << CS_STATE_PART | 1u << CS_STATE_NG | 1u << CS_STATE_TOLD;
    else if (cs_state_of_word(value->text, &state))
        *(uint32_t *)into = 1u << state;
    else
        cs_report_word(reader, key, value, CS_TEXT("ok part ng any"));
}

static void read_demand_units(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                              void *into)
{
    struct cs_demand *demand = into;
    struct cs_texts units = {0};
    cs_read_texts(reader, key, value, &units);
    demand->units = units.at;
    demand->unit_count = units.count;
}

static const struct cs_field demand_fields[] = {
    {"when", read_when, offsetof(struct cs_demand, when), NULL},
    {"ask", cs_read_words_ref, offsetof(struct cs_demand, ask), "..."},
    {"kind", read_kind, offsetof(struct cs_demand, kind), NULL},
    {"unit", read_demand_units, 0, NULL},
    {"optional", cs_read_true, offsetof(struct cs_demand, optional), NULL},
};

static void read_demand(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                        struct cs_demand *demand)
{
    *demand = (struct cs_demand){.when = 1u << CS_STATE_OK, .kind = CS_KIND_TEXT};
    if (cs_want_map(reader, key, value))
        cs_read_fields(reader, key, value, demand_fields, sizeof demand_fields / sizeof *demand_fields, demand, NULL);
}

/* One mapping, or a list of them. */
static void read_demands(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    uint32_t count = value->kind == CS_NODE_LIST ? cs_node_count(value) : 1;
    struct cs_demand *demands = cs_alloc_array(&reader->job->arena, count, sizeof *demands);
    item->demands = demands;
    if (value->kind != CS_NODE_LIST)
        read_demand(reader, key, value, &demands[item->demand_count++]);
    for (const struct cs_node *entry = value->kind == CS_NODE_LIST ? value->first : NULL; entry; entry = entry->next)
        read_demand(reader, key, entry, &demands[item->demand_count++]);
}

static void read_units(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    struct cs_texts units = {0};
    cs_read_texts(reader, key, value, &units);
    item->units = units.at;
    item->unit_count = units.count;
}

static void read_refs(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    struct cs_texts refs = {0};
    cs_read_texts(reader, key, value, &refs);
    item->refs = refs.at;
    item->ref_count = refs.count;
}

static const struct cs_field item_fields[] = {
    {"ask", cs_read_words_ref, offsetof(struct cs_item, ask), "..."},
    {"guide", cs_read_words_ref, offsetof(struct cs_item, guide), NULL},
    {"group", cs_read_words_ref, offsetof(struct cs_item, group), NULL},
    {"name", cs_read_words_ref, offsetof(struct cs_item, name), NULL},
    {"flag", read_flag, offsetof(struct cs_item, flag), NULL},
    {"kind", read_kind, offsetof(struct cs_item, kind), NULL},
    {"unit", read_units, 0, NULL},
    {"none", cs_read_true, offsetof(struct cs_item, none_allowed), NULL},
    {"many", cs_read_true, offsetof(struct cs_item, many), NULL},
    {"choices", read_choices, 0, NULL},
    {"detail", read_demands, 0, NULL},
    {"ref", read_refs, 0, NULL},
    {"good", read_good, offsetof(struct cs_item, good), NULL},
    {"negated", cs_read_true, offsetof(struct cs_item, negated), NULL},
    {"capability", cs_read_true, offsetof(struct cs_item, capability), NULL},
    {"value", cs_read_true, offsetof(struct cs_item, wants_value), NULL},
    {"if", read_gate, 0, NULL},
};

/* The short form of an item: its number and its question. */
static void read_short_item(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                            struct cs_item *item)
{
    if (cs_is_empty(value))
        cs_report_node(reader, CS_MESSAGE_NO_QUESTION, key, key->text, (cs_text){0});
    else
        cs_read_words_ref(reader, key, value, &item->ask);
}

static void read_item(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct cs_catalog *catalog = self(reader)->catalog;
    uint32_t name = cs_names_add(&reader->job->arena, catalog->ids, key->text);
    if (name < catalog->item_count) {
        struct cs_finding *finding = cs_report_node(reader, CS_MESSAGE_DUPLICATE_ITEM, key, key->text, (cs_text){0});
        finding->above = catalog->items[name].span.start;
        return;
    }
    struct cs_item *item = &catalog->items[catalog->item_count++];
    item->id = key->text;
    item->section = self(reader)->section;
    item->good = CS_STATE_OK;
    item->span = cs_node_span(reader->source, key);
    if (value->kind == CS_NODE_MAP)
        cs_read_fields(reader, key, value, item_fields, sizeof item_fields / sizeof *item_fields, item, NULL);
    else
        read_short_item(reader, key, value, item);
    if (item->kind == CS_KIND_CHOICE && item->choice_count == 0 && !has_wrong_shape(value, "choices"))
        cs_report_node(reader, CS_MESSAGE_NO_CHOICES, key, key->text, (cs_text){0});
}

/* --- sections --------------------------------------------------------------------------------------------------- */

static void read_sections(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into);

static const struct cs_field section_fields[] = {
    {"title", NULL, 0, NULL},
    {"sections", NULL, 0, NULL},
};

static bool is_section_field(cs_text key)
{
    for (size_t i = 0; i < sizeof section_fields / sizeof *section_fields; i++)
        if (cs_text_equal(key, cs_text_of(section_fields[i].key)))
            return true;
    return cs_text_starts(key, CS_TEXT("x-"));
}

/* Items and nested sections are taken in the order in which they are written. */
static void read_section_body(struct cs_reader *reader, const struct cs_node *map)
{
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, key, (cs_text){0}, (cs_text){0});
        else if (cs_text_equal(key->text, CS_TEXT("sections")))
            read_sections(reader, key, key->next, NULL);
        else if (!is_section_field(key->text))
            read_item(reader, key, key->next);
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
    read_section_body(reader, map);
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

static void read_columns(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_catalog *catalog = into;
    struct cs_texts words = {0};
    struct cs_buf all = {0};
    cs_read_texts(reader, key, value, &words);
    catalog->columns = cs_alloc_array(&reader->job->arena, words.count, sizeof *catalog->columns);
    for (int role = 0; role < CS_ROLES; role++) {
        cs_buf_add(&all, role ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, cs_role_word((enum cs_role)role));
    }
    const struct cs_node *entry = value->kind == CS_NODE_LIST ? value->first : value;
    for (uint32_t i = 0; i < words.count; i++, entry = entry->next) {
        if (cs_role_of_word(words.at[i], &catalog->columns[catalog->column_count]))
            catalog->column_count++;
        else
            cs_report_word(reader, key, entry, cs_buf_text(&all));
    }
    cs_buf_free(&all);
}

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
    {"marks", NULL, 0, NULL}, /* read first: items speak of them */
    {"columns", read_columns, 0, NULL},
    {"items", read_loose_items, 0, NULL},
    {"sections", read_sections, 0, NULL},
};

static const struct cs_mark usual_marks[] = {
    {{"○", 3}, CS_STATE_OK, {{{"対応済み", 12}, {"Yes", 3}}}, {{{0}}}, false},
    {{"△", 3}, CS_STATE_PART, {{{"一部対応・代替策", 24}, {"Partly, or by other means", 25}}}, {{{0}}}, true},
    {{"×", 2}, CS_STATE_NG, {{{"未対応", 9}, {"No", 2}}}, {{{0}}}, true},
    {{"－", 3}, CS_STATE_NA, {{{"対象外", 9}, {"Not applicable", 14}}}, {{{0}}}, true},
};

static const enum cs_role usual_columns[] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_ANSWER,
                                             CS_ROLE_REMARK, CS_ROLE_EVIDENCE, CS_ROLE_REVIEWED};

/* An upper bound of the items below a mapping of sections or items: the arrays are made once. */
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
    if (catalog->mark_count)
        return;
    catalog->marks = usual_marks;
    catalog->mark_count = sizeof usual_marks / sizeof *usual_marks;
}

static void set_default_columns(struct cs_job *job, struct cs_catalog *catalog)
{
    if (catalog->column_count)
        return;
    catalog->columns = cs_alloc(&job->arena, sizeof usual_columns);
    memcpy(catalog->columns, usual_columns, sizeof usual_columns);
    catalog->column_count = sizeof usual_columns / sizeof *usual_columns;
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

static void read_catalog(struct catalog_reader *state, const struct cs_node *root)
{
    struct cs_reader *reader = &state->reader;
    struct cs_catalog *catalog = state->catalog;
    cs_read_early(reader, root, "language", cs_read_language, &reader->language);
    catalog->language = reader->language;
    cs_read_early(reader, root, "marks", read_marks, catalog);
    set_default_marks(catalog);
    catalog->items = cs_alloc_array(&reader->job->arena,
                                    count_items(cs_map_get(root, "items")) + count_items(cs_map_get(root, "sections")),
                                    sizeof *catalog->items);
    cs_read_fields(reader, NULL, root, catalog_fields, sizeof catalog_fields / sizeof *catalog_fields, catalog, NULL);
    set_default_columns(reader->job, catalog);
    check_gates(state);
    if (catalog->item_count == 0 && !has_wrong_shape(root, "items") && !has_wrong_shape(root, "sections"))
        cs_report_node(reader, CS_MESSAGE_NO_ITEMS, root->first, (cs_text){0}, (cs_text){0});
}

const struct cs_catalog *cs_load_catalog(struct cs_job *job, const struct cs_source *source)
{
    struct cs_arena nodes = {.limit = job->arena.limit, .exhausted = job->arena.exhausted, .context = job->arena.context};
    const struct cs_node *root = cs_yaml_read(job, &nodes, source);
    struct catalog_reader state = {.reader = {job, source, CS_JA}, .section = CS_NO_SECTION};
    if (root && cs_expect_kind(&state.reader, root, CS_FILE_CATALOG)) {
        state.catalog = cs_alloc(&job->arena, sizeof *state.catalog);
        state.catalog->ids = cs_alloc(&job->arena, sizeof *state.catalog->ids);
        state.catalog->source = source;
        read_catalog(&state, root);
    }
    cs_arena_release(&nodes);
    return state.catalog;
}
