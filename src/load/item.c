/* The fields of an item, as a table of readers; documented in checksheet-catalog(5). */
#include "load/item.h"
#include "base/messages_load.h"
#include "model/quantity.h"
#include "wording/flag.h"

enum { MOST_UNITS = 32, MOST_SAMES = 32, MOST_EDITIONS = 32 };

/* A reader with the catalog whose signs an item refers to. */
struct item_reader {
    struct cs_reader reader; /* first, so that a pointer to it can be converted back */
    const struct cs_catalog *catalog;
};

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
    enum cs_flag flag = CS_FLAG_NONE;
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_flag_read(value->text, &flag) && flag != CS_FLAG_NONE)
        *(enum cs_flag *)into = flag;
    else
        cs_report_word(reader, key, value, CS_TEXT("必須 選択"));
}

/* The state of a sign in this catalog, or of a general mark. */
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
    else if (!state_of_sign(((struct item_reader *)reader)->catalog, value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("○ × none"));
}

/* if: 109 ○. Whether the item exists is checked once all are read. */
static void read_gate(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    if (!cs_want_text(reader, key, value))
        return;
    size_t space = 0;
    while (space < value->text.size && value->text.bytes[space] != ' ')
        space++;
    cs_text sign = cs_text_trim(cs_text_skip(value->text, space));
    if (state_of_sign(((struct item_reader *)reader)->catalog, sign, &item->gate_state))
        item->gate = (cs_text){value->text.bytes, space};
    else
        cs_report_node(reader, CS_MESSAGE_GATE_FORM, value, value->text, (cs_text){0});
}

void cs_read_section_gate(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                          const struct cs_node *value, struct cs_item *item)
{
    struct item_reader own = {*reader, catalog};
    read_gate(&own.reader, key, value, item);
}

static const struct cs_field choice_fields[] = {
    {"ja", cs_read_text, offsetof(struct cs_choice, label.in[CS_JA]), NULL},
    {"en", cs_read_text, offsetof(struct cs_choice, label.in[CS_EN]), NULL},
    {"alone", cs_read_true, offsetof(struct cs_choice, alone), NULL},
};

static const struct cs_choice *choices_of(struct cs_reader *reader, const struct cs_node *key,
                                          const struct cs_node *value, uint32_t *count)
{
    if (!cs_want_named(reader, key, value))
        return NULL;
    struct cs_choice *choices = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *choices);
    for (const struct cs_node *id = value->first; id; id = id->next->next) {
        struct cs_choice *choice = &choices[(*count)++];
        choice->id = id->text;
        if (id->next->kind == CS_NODE_TEXT)
            choice->label.in[reader->language] = id->next->text;
        else if (cs_want_map(reader, id, id->next))
            cs_read_fields(reader, id, id->next, CS_FIELDS(choice_fields, NULL), choice);
    }
    return choices;
}

static void read_choices(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    item->choices = choices_of(reader, key, value, &item->choice_count);
}

static void read_demand_choices(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                                void *into)
{
    struct cs_demand *demand = into;
    demand->choices = choices_of(reader, key, value, &demand->choice_count);
}

/* when: ok | ng | part | any */
static void read_when(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    enum cs_state state;
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_text_equal(value->text, CS_TEXT("any")))
        *(uint32_t *)into = 1u << CS_STATE_OK | 1u << CS_STATE_PART | 1u << CS_STATE_NG | 1u << CS_STATE_FREE_TEXT;
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
    if (!cs_want_few(reader, key, value, MOST_UNITS))
        return;
    cs_read_texts(reader, key, value, &units);
    demand->units = units.at;
    demand->unit_count = units.count;
}

static const struct cs_field demand_fields[] = {
    {"when", read_when, offsetof(struct cs_demand, when), NULL},
    {"ask", cs_read_words_ref, offsetof(struct cs_demand, ask), "..."},
    {"kind", read_kind, offsetof(struct cs_demand, kind), NULL},
    {"unit", read_demand_units, 0, NULL},
    {"choices", read_demand_choices, 0, NULL},
    {"optional", cs_read_true, offsetof(struct cs_demand, optional), NULL},
};

static void read_demand(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                        struct cs_demand *demand)
{
    *demand = (struct cs_demand){.when = 1u << CS_STATE_OK, .kind = CS_KIND_TEXT};
    if (!cs_want_map(reader, key, value))
        return;
    cs_read_fields(reader, key, value, CS_FIELDS(demand_fields, NULL), demand);
    if (demand->kind == CS_KIND_CHOICE && demand->choice_count == 0 && !cs_has_wrong_shape(value, "choices"))
        cs_report_node(reader, CS_MESSAGE_NO_CHOICES, key, cs_words_in(demand->ask, reader->language), (cs_text){0});
}

/* most: 100 */
static void read_most(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    double number;
    if (!cs_want_text(reader, key, value))
        return;
    cs_text rest = value->text;
    if (cs_take_number(&rest, &number) && rest.size == 0)
        *(cs_text *)into = value->text;
    else
        cs_report_word(reader, key, value, CS_TEXT("100"));
}

/* A mapping, or a list of them. */
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
    if (!cs_want_few(reader, key, value, MOST_UNITS))
        return;
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

/* same: [IPA 3-2]. Whether those in this catalog exist is checked once all are read. */
static void read_sames(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    struct cs_texts sames = {0};
    if (!cs_want_few(reader, key, value, MOST_SAMES))
        return;
    cs_read_texts(reader, key, value, &sames);
    item->sames = sames.at;
    item->same_count = sames.count;
}

/* was: {"2013": [A.8.1.1, A.8.1.2]} */
static void read_formers(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_item *item = into;
    if (!cs_want_named(reader, key, value) || !cs_want_few(reader, key, value, MOST_EDITIONS))
        return;
    struct cs_former *formers = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *formers);
    for (const struct cs_node *edition = value->first; edition; edition = edition->next->next) {
        struct cs_texts numbers = {0};
        cs_read_texts(reader, edition, edition->next, &numbers);
        if (numbers.count)
            formers[item->former_count++] = (struct cs_former){edition->text, numbers.at, numbers.count};
    }
    item->formers = formers;
}

/* level: ★3 */
static void read_level(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    const struct cs_catalog *catalog = ((struct item_reader *)reader)->catalog;
    struct cs_item *item = into;
    if (!cs_want_text(reader, key, value))
        return;
    item->rank = cs_catalog_level(catalog, value->text);
    if (item->rank)
        item->level = catalog->levels[item->rank - 1].name;
    else
        cs_report_level(reader->job, cs_node_span(reader->source, value), catalog, value->text);
}

static const struct cs_field item_fields[] = {
    {"ask", cs_read_words_ref, offsetof(struct cs_item, ask), "..."},
    {"guide", cs_read_words_ref, offsetof(struct cs_item, guide), NULL},
    {"group", cs_read_words_ref, offsetof(struct cs_item, group), NULL},
    {"name", cs_read_words_ref, offsetof(struct cs_item, name), NULL},
    {"level", read_level, 0, NULL},
    {"flag", read_flag, offsetof(struct cs_item, flag), NULL},
    {"kind", read_kind, offsetof(struct cs_item, kind), NULL},
    {"unit", read_units, 0, NULL},
    {"none", cs_read_true, offsetof(struct cs_item, none_allowed), NULL},
    {"most", read_most, offsetof(struct cs_item, most), NULL},
    {"many", cs_read_true, offsetof(struct cs_item, many), NULL},
    {"choices", read_choices, 0, NULL},
    {"detail", read_demands, 0, NULL},
    {"ref", read_refs, 0, NULL},
    {"same", read_sames, 0, NULL},
    {"was", read_formers, 0, NULL},
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

/* True for an item whose question is blank, or only repeats the number. */
static bool asks_nothing(const struct cs_item *item)
{
    bool is_blank = true;
    for (int language = 0; item->ask && language < CS_LANGUAGES; language++) {
        cs_text text = cs_text_trim(item->ask->in[language]);
        is_blank &= text.size == 0 || cs_text_equal(text, item->id);
    }
    return item->ask && is_blank;
}

void cs_read_item(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                  const struct cs_node *value, struct cs_item *item)
{
    struct item_reader own = {*reader, catalog};
    uint32_t faults = cs_job_faults(reader->job);
    item->id = key->text;
    item->good = CS_STATE_OK;
    item->span = cs_node_span(reader->source, key);
    if (value->kind == CS_NODE_MAP)
        cs_read_fields(&own.reader, key, value, CS_FIELDS(item_fields, NULL), item);
    else
        read_short_item(reader, key, value, item);
    if (asks_nothing(item) && cs_job_faults(reader->job) == faults)
        cs_report_node(reader, CS_MESSAGE_NO_QUESTION, key, key->text, (cs_text){0});
    if (item->kind == CS_KIND_CHOICE && item->choice_count == 0 && !cs_has_wrong_shape(value, "choices"))
        cs_report_node(reader, CS_MESSAGE_NO_CHOICES, key, key->text, (cs_text){0});
}

void cs_item_check_sames(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    for (uint32_t i = 0; i < item->same_count; i++) {
        cs_text catalog_id = catalog->id, id;
        cs_split_number(item->sames[i], &catalog_id, &id);
        if (cs_text_equal(catalog_id, catalog->id) && cs_catalog_find(catalog, id, CS_NO_ITEM) == CS_NO_ITEM)
            cs_report(job, CS_MESSAGE_BAD_SAME, item->span, id, cs_catalog_guess(job, catalog, id));
    } /* other catalogs need not be available */
}
