/* checksheet: crosswalk/1 -> struct cs_crosswalk.
 *
 * The two catalogs come first, since every number is looked up in one of them. The value of a number is a list of
 * counterparts, or the reason why there is none. */
#include "load/fields.h"
#include "base/messages_load.h"
#include "base/short_list.h"
#include "base/yaml_out.h"
#include "load/file_kind.h"
#include "load/find_catalog.h"

enum { MOST_LINKS = 64 }; /* of one question: its links are searched for duplicates */

struct crosswalk_reader {
    struct cs_reader reader; /* first, so that a pointer to it can be converted back */
    const struct cs_catalogs *catalogs;
    struct cs_crosswalk *crosswalk;
    uint32_t expected; /* the item after the last one read */
};

static struct crosswalk_reader *self(struct cs_reader *reader)
{
    return (struct crosswalk_reader *)reader;
}

/* The item of a number, or CS_NO_ITEM after reporting it, with the one that was probably meant. */
static uint32_t find_item(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *number,
                          uint32_t expected)
{
    uint32_t item = cs_catalog_find(catalog, number->text, expected);
    if (item == CS_NO_ITEM)
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_NUMBER, cs_node_span(reader->source, number), catalog->id,
                  number->text, cs_catalog_guess(reader->job, catalog, number->text));
    return item;
}

/* --- one counterpart --------------------------------------------------------------------------------------------- */

static void report_words(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, int count,
                         cs_text (*word)(int index))
{
    struct cs_buf all = {0};
    for (int i = 0; i < count; i++) {
        cs_buf_add(&all, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, word(i));
    }
    cs_report_word(reader, key, value, cs_buf_text(&all));
    cs_buf_free(&all);
}

static cs_text relation_word(int index)
{
    return cs_relation_word((enum cs_relation)index);
}

static cs_text measure_word(int index)
{
    return cs_measure_word((enum cs_measure)index);
}

static void read_to(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_link *link = into;
    if (!cs_want_text(reader, key, value))
        return;
    link->to = find_item(reader, self(reader)->crosswalk->to, value, CS_NO_ITEM);
    link->span = cs_node_span(reader->source, value);
}

static void read_relation(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_relation_of_word(value->text, into))
        report_words(reader, key, value, CS_RELATIONS, relation_word);
}

static void read_measure(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                         uint32_t *set)
{
    enum cs_measure measure;
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_measure_of_word(value->text, &measure))
        *set |= 1u << measure;
    else
        report_words(reader, key, value, CS_MEASURES, measure_word);
}

static void read_compare(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    _Static_assert(CS_MEASURES <= 32, "a set of measures fits");
    if (value->kind == CS_NODE_MAP)
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
    else if (value->kind == CS_NODE_TEXT)
        read_measure(reader, key, value, into);
    else
        for (const struct cs_node *entry = value->first; entry; entry = entry->next)
            read_measure(reader, key, entry, into);
}

static const struct cs_field link_fields[] = {
    {"to", read_to, 0, "\"51.1\""},
    {"relation", read_relation, offsetof(struct cs_link, relation), "equal"},
    {"compare", read_compare, offsetof(struct cs_link, compare), NULL},
    {"reason", cs_read_words, offsetof(struct cs_link, reason), "..."},
};

static bool leads_to(const struct cs_linked *item, uint32_t to)
{
    for (uint32_t i = 0; i < item->link_count; i++)
        if (item->links[i].to == to)
            return true;
    return false;
}

/* Within one catalog a link applies in both directions, so its reverse is a duplicate. */
static bool is_double(const struct cs_crosswalk *crosswalk, const struct cs_linked *item, const struct cs_link *link)
{
    uint32_t from = (uint32_t)(item - crosswalk->by_item);
    return leads_to(item, link->to) ||
           (crosswalk->from == crosswalk->to && leads_to(&crosswalk->by_item[link->to], from));
}

static bool is_of_itself(const struct cs_crosswalk *crosswalk, const struct cs_linked *item, const struct cs_link *link)
{
    return crosswalk->from == crosswalk->to && item == &crosswalk->by_item[link->to];
}

static void read_link(struct cs_reader *reader, const struct cs_node *number, const struct cs_node *map,
                      struct cs_linked *item, struct cs_link *links)
{
    struct cs_link link = {.to = CS_NO_ITEM};
    if (map->kind != CS_NODE_MAP) {
        cs_report_node(reader, CS_MESSAGE_LINK_FORM, map, number->text, (cs_text){0});
        return;
    }
    cs_read_fields(reader, NULL, map, CS_FIELDS(link_fields, NULL), &link);
    if (link.to == CS_NO_ITEM)
        return;
    if (link.relation == CS_RELATION_RELATED && link.compare & 1u << CS_MEASURE_STATE)
        cs_report_node(reader, CS_MESSAGE_STATE_OF_RELATED, cs_map_key(map, "compare"), number->text, (cs_text){0});
    if (is_of_itself(self(reader)->crosswalk, item, &link))
        cs_report(reader->job, CS_MESSAGE_LINK_TO_ITSELF, link.span, number->text, (cs_text){0});
    else if (is_double(self(reader)->crosswalk, item, &link))
        cs_report(reader->job, CS_MESSAGE_DUPLICATE_LINK, link.span, number->text,
                  self(reader)->crosswalk->to->items[link.to].id);
    else
        links[item->link_count++] = link;
}

/* --- one question ------------------------------------------------------------------------------------------------ */

static const struct cs_field none_fields[] = {
    {"none", cs_read_words_ref, offsetof(struct cs_linked, none), "..."},
};

static void read_item(struct cs_reader *reader, const struct cs_node *number, const struct cs_node *value)
{
    struct crosswalk_reader *state = self(reader);
    uint32_t index = find_item(reader, state->crosswalk->from, number, state->expected);
    if (index == CS_NO_ITEM)
        return;
    struct cs_linked *item = &state->crosswalk->by_item[index];
    state->expected = index + 1;
    if (item->span.source)
        return; /* a duplicate, which was reported */
    item->span = cs_node_span(reader->source, number);
    if (value->kind == CS_NODE_MAP) {
        cs_read_fields(reader, number, value, CS_FIELDS(none_fields, NULL), item);
        return;
    }
    if (value->kind != CS_NODE_LIST || !value->first) {
        cs_report_node(reader, CS_MESSAGE_LINK_FORM, number, number->text, (cs_text){0});
        return;
    }
    if (!cs_want_few(reader, number, value, MOST_LINKS))
        return;
    struct cs_link *links = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *links);
    item->links = links;
    for (const struct cs_node *entry = value->first; entry; entry = entry->next)
        read_link(reader, number, entry, item, links);
}

static void read_items(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    const struct cs_crosswalk *crosswalk = into;
    if (!crosswalk->from || !crosswalk->to || !cs_want_named(reader, key, value))
        return;
    for (const struct cs_node *number = value->first; number; number = number->next->next)
        if (number->kind == CS_NODE_TEXT)
            read_item(reader, number, number->next);
        else
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, number, (cs_text){0}, (cs_text){0});
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

static const struct cs_field crosswalk_fields[] = {
    {"checksheet", NULL, 0, NULL},   {"language", NULL, 0, NULL},
    {"from", NULL, 0, "METI"}, /* both early: numbers are looked up in them */
    {"to", NULL, 0, "MIC"},          {"license", cs_read_words, offsetof(struct cs_crosswalk, license), NULL},
    {"items", read_items, 0, "..."},
};

/* A catalog as a crosswalk names it. */
struct named {
    cs_text id, edition;
    struct cs_span edition_span;
};

static void read_edition(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct named *named = into;
    cs_read_text(reader, key, value, &named->edition);
    named->edition_span = cs_node_span(reader->source, value);
}

/* {id: METI, edition: 2013年度版} */
static cs_text with_edition(struct cs_job *job, cs_text id, cs_text edition)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, CS_TEXT("{id: "));
    cs_yaml_add_flow(&text, id);
    cs_buf_add(&text, CS_TEXT(", edition: "));
    cs_yaml_add_flow(&text, edition);
    cs_buf_add_byte(&text, '}');
    return cs_buf_take(&job->arena, &text);
}

/* METI, or {id: METI, edition: 2013年度版}: the edition that the links were made for. */
static void read_catalog(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    static const struct cs_field own_catalog_fields[] = {
        {"id", cs_read_text, offsetof(struct named, id), "METI"},
        {"edition", read_edition, 0, NULL},
    };
    struct named named = {.id = value->text};
    if (value->kind == CS_NODE_MAP)
        cs_read_fields(reader, key, value, CS_FIELDS(own_catalog_fields, NULL), &named);
    else if (!cs_want_text(reader, key, value))
        return;
    if (named.id.size == 0)
        return;
    const struct cs_catalog *catalog =
        cs_find_catalog(reader, self(reader)->catalogs, named.id, named.edition, cs_node_span(reader->source, value));
    cs_text in_use = catalog ? cs_words_in(&catalog->edition, cs_job_messages(reader->job)) : (cs_text){0};
    if (catalog && named.edition.size && !cs_catalog_is_edition(catalog, named.edition))
        cs_report(reader->job, CS_MESSAGE_CROSSWALK_EDITION, named.edition_span, catalog->id, named.edition, in_use);
    else if (named.edition.size == 0 && in_use.size)
        cs_report(reader->job, CS_MESSAGE_CROSSWALK_NO_EDITION, cs_node_span(reader->source, key), catalog->id,
                  with_edition(reader->job, catalog->id, in_use));
    *(const struct cs_catalog **)into = catalog;
}

/* Reports questions that the crosswalk does not mention: that is not the same as one without a counterpart. Not
 * within one catalog, where few questions are related. */
static void report_gaps(struct crosswalk_reader *state, struct cs_span span)
{
    struct cs_job *job = state->reader.job;
    const struct cs_crosswalk *crosswalk = state->crosswalk;
    struct cs_short_list numbers = {0};
    for (uint32_t i = 0; i < crosswalk->from->item_count; i++)
        if (!crosswalk->by_item[i].span.source)
            cs_short_list_add(&numbers, crosswalk->from->items[i].id);
    if (numbers.count)
        cs_report(job, CS_MESSAGE_UNLINKED, span, cs_text_of_number(&job->arena, numbers.count),
                  cs_short_list_end(&job->arena, &numbers))
            ->whole_file = true;
}

/* False if one of the catalogs is not found, which was reported. */
static bool read_crosswalk(struct crosswalk_reader *state, const struct cs_node *root)
{
    struct cs_reader *reader = &state->reader;
    struct cs_crosswalk *crosswalk = state->crosswalk;
    const struct cs_node *items = cs_map_key(root, "items");
    cs_read_early(reader, root, "language", cs_read_language, &reader->language);
    cs_read_early(reader, root, "from", read_catalog, &crosswalk->from);
    cs_read_early(reader, root, "to", read_catalog, &crosswalk->to);
    bool usable = crosswalk->from && crosswalk->to;
    uint32_t room = crosswalk->from ? crosswalk->from->item_count : 0;
    crosswalk->by_item = cs_alloc_array(&reader->job->arena, room, sizeof *crosswalk->by_item);
    cs_read_fields(reader, NULL, root, CS_FIELDS(crosswalk_fields, NULL), crosswalk);
    if (usable && crosswalk->from != crosswalk->to && items && !cs_has_wrong_shape(root, "items"))
        report_gaps(state, cs_node_span(reader->source, items));
    return usable;
}

const struct cs_crosswalk *cs_load_crosswalk(struct cs_job *job, const struct cs_source *source,
                                             const struct cs_catalogs *catalogs)
{
    struct cs_arena nodes;
    job->looks = 0;
    struct crosswalk_reader state = {.reader = {job, source, CS_JA}, .catalogs = catalogs};
    const struct cs_node *root = cs_reader_open(&state.reader, &nodes);
    bool usable = false;
    if (root && cs_expect_kind(&state.reader, root, CS_FILE_CROSSWALK)) {
        state.crosswalk = cs_alloc(&job->arena, sizeof *state.crosswalk);
        state.crosswalk->source = source;
        usable = read_crosswalk(&state, root);
    }
    cs_arena_release(&nodes);
    return usable ? state.crosswalk : NULL;
}
