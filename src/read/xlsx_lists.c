/* Resolving a formula without evaluating it: literal words, a range, a name of either. */
#include "read/xlsx.h"
#include "base/ascii.h"

#include <stdlib.h>

enum { MOST_CHOICES = 4096, MOST_RANGES = 1000000, DEEPEST_NAME = 4 };

struct offer {
    bool is_known;
    const cs_text *texts;
    uint32_t count;
};

/* --- references --------------------------------------------------------------------------------------------------- */

/* Compares names, ignoring case; -1, 0 or 1. */
static int compare_names(cs_text a, cs_text b)
{
    for (size_t i = 0; i < a.size && i < b.size; i++)
        if (cs_ascii_lower(a.bytes[i]) != cs_ascii_lower(b.bytes[i]))
            return cs_ascii_lower(a.bytes[i]) < cs_ascii_lower(b.bytes[i]) ? -1 : 1;
    return (a.size > b.size) - (a.size < b.size);
}

/* A text without its quotation marks, with doubled ones inside undone. */
static cs_text unquoted(struct cs_arena *arena, cs_text quoted, char mark)
{
    struct cs_buf text = {0};
    quoted = cs_text_skip(quoted, 1);
    quoted.size -= quoted.size > 0;
    for (size_t i = 0; i < quoted.size; i++) {
        cs_buf_add_byte(&text, quoted.bytes[i]);
        i += quoted.bytes[i] == mark && i + 1 < quoted.size && quoted.bytes[i + 1] == mark;
    }
    return cs_buf_take(arena, &text);
}

/* Index of the sheet with a name; UINT32_MAX if there is none. */
static uint32_t find_sheet(struct cs_xlsx *xlsx, cs_text name)
{
    for (uint32_t i = 0; i < xlsx->grid->sheet_count && xlsx->steps < CS_XLSX_MOST_STEPS; i++) {
        xlsx->steps++;
        if (compare_names(xlsx->grid->sheets[i].name, name) == 0)
            return i;
    }
    return UINT32_MAX;
}

/* The end of the sheet's name at the front of a reference; 0 if it has none. */
static size_t sheet_part(cs_text reference)
{
    bool is_quoted = false;
    for (size_t i = 0; i < reference.size; i++) {
        is_quoted ^= reference.bytes[i] == '\'';
        if (reference.bytes[i] == '!' && !is_quoted)
            return i;
    }
    return 0;
}

/* Reads Sheet!$A$1:$A$9, or a range of the given sheet; false for anything else. */
static bool read_reference(struct cs_xlsx *xlsx, cs_text reference, uint32_t *sheet, struct cs_grid_merge *range)
{
    size_t size = sheet_part(reference);
    cs_text rest = size ? cs_text_skip(reference, size + 1) : reference;
    if (!cs_take_range(&rest, range) || rest.size)
        return false;
    if (size) {
        cs_text name = {reference.bytes, size};
        if (name.bytes[0] == '\'')
            name = unquoted(&xlsx->package.job->arena, name, '\'');
        *sheet = find_sheet(xlsx, name);
    }
    return *sheet != UINT32_MAX;
}

/* By name, then by scope, so that a name for all sheets comes last. */
static int compare_scopes(const void *left, const void *right)
{
    const struct cs_xlsx_name *a = left, *b = right;
    int order = compare_names(a->name, b->name);
    return order ? order : (a->scope > b->scope) - (a->scope < b->scope);
}

/* The formula of a name as seen from a sheet: the sheet's own name precedes a global one. */
static cs_text find_name(const struct cs_xlsx *xlsx, uint32_t sheet, cs_text name)
{
    const struct cs_xlsx_name own = {.name = name, .scope = xlsx->tabs[sheet]},
                              all = {.name = name, .scope = UINT32_MAX};
    const struct cs_xlsx_name *found = NULL;
    if (xlsx->name_count)
        found = bsearch(&own, xlsx->names, xlsx->name_count, sizeof own, compare_scopes);
    if (!found && xlsx->name_count)
        found = bsearch(&all, xlsx->names, xlsx->name_count, sizeof all, compare_scopes);
    return found ? found->formula : (cs_text){0};
}

void cs_xlsx_keep_names(struct cs_xlsx *xlsx)
{
    struct cs_grid *grid = xlsx->grid;
    for (uint32_t i = 0; i < xlsx->name_count && xlsx->steps < CS_XLSX_MOST_STEPS; i++) {
        struct cs_grid_name name = {.name = xlsx->names[i].name, .sheet = UINT32_MAX};
        if (!read_reference(xlsx, xlsx->names[i].formula, &name.sheet, &name.range))
            continue;
        grid->names =
            cs_grow(&xlsx->package.job->arena, grid->names, grid->name_count, &grid->name_room, sizeof *grid->names);
        grid->names[grid->name_count++] = name;
    }
}

/* --- lists -------------------------------------------------------------------------------------------------------- */

static void add_choice(struct cs_xlsx *xlsx, struct offer *offer, cs_text **texts, uint32_t *room, cs_text text)
{
    *texts = cs_grow(&xlsx->package.job->arena, *texts, offer->count, room, sizeof **texts);
    (*texts)[offer->count++] = text;
}

/* "○,△,×" */
static struct offer offer_of_words(struct cs_xlsx *xlsx, cs_text formula)
{
    struct offer offer = {0};
    cs_text *texts = NULL, rest = unquoted(&xlsx->package.job->arena, formula, '"');
    uint32_t room = 0;
    while (rest.size && offer.count < MOST_CHOICES) {
        ptrdiff_t comma = cs_text_find(rest, CS_TEXT(","));
        cs_text word = {rest.bytes, comma < 0 ? rest.size : (size_t)comma};
        rest = cs_text_skip(rest, word.size + 1);
        if (cs_text_trim(word).size)
            add_choice(xlsx, &offer, &texts, &room, cs_text_trim(word));
    }
    offer.texts = texts;
    return offer;
}

static struct offer offer_of_range(struct cs_xlsx *xlsx, uint32_t sheet, const struct cs_grid_merge *range)
{
    const struct cs_grid_sheet *from = &xlsx->grid->sheets[sheet];
    struct offer offer = {0};
    cs_text *texts = NULL;
    uint32_t room = 0, index = cs_grid_index(from, range->row, range->column);
    while ((index = cs_xlsx_next_cell(xlsx, from, range, index)) != UINT32_MAX) {
        if (offer.count == MOST_CHOICES)
            return (struct offer){0};
        if (from->cells[index].text.size)
            add_choice(xlsx, &offer, &texts, &room, from->cells[index].text);
        index++;
    }
    if (xlsx->steps >= CS_XLSX_MOST_STEPS)
        return (struct offer){0}; /* the search was cut short */
    offer.texts = texts;
    return offer;
}

static struct offer offer_of(struct cs_xlsx *xlsx, uint32_t sheet, cs_text formula)
{
    struct cs_grid_merge range;
    for (int depth = 0; depth < DEEPEST_NAME; depth++) {
        formula = cs_text_trim(formula);
        if (cs_text_starts(formula, CS_TEXT("=")))
            formula = cs_text_skip(formula, 1);
        if (cs_text_starts(formula, CS_TEXT("\"")) && cs_text_ends(formula, CS_TEXT("\"")))
            return offer_of_words(xlsx, formula);
        uint32_t where = sheet;
        if (read_reference(xlsx, formula, &where, &range))
            return offer_of_range(xlsx, where, &range);
        formula = find_name(xlsx, sheet, formula);
        if (!formula.size)
            break;
    }
    return (struct offer){0};
}

static void add_ranges(struct cs_xlsx *xlsx, const struct cs_xlsx_list *list, const struct offer *offer,
                       uint32_t *range_count)
{
    struct cs_grid_sheet *sheet = &xlsx->grid->sheets[list->sheet];
    struct cs_grid_choices choices = {.texts = offer->texts, .count = offer->count};
    cs_text rest = cs_text_trim(list->ranges);
    while (offer->count && rest.size && cs_take_range(&rest, &choices.range) && (*range_count)++ < MOST_RANGES) {
        sheet->choices = cs_grow(&xlsx->package.job->arena, sheet->choices, sheet->choice_count, &sheet->choice_room,
                                 sizeof *sheet->choices);
        sheet->choices[sheet->choice_count++] = choices;
        rest = cs_text_trim(rest);
    }
}

/* A cache key: the formula together with its sheet. */
static cs_text key_of(struct cs_arena *arena, const struct cs_xlsx_list *list, struct cs_buf *buf)
{
    cs_buf_clear(buf);
    cs_buf_print(buf, "%u ", (unsigned)list->sheet);
    cs_buf_add(buf, list->formula);
    return cs_buf_copy(arena, buf);
}

void cs_xlsx_resolve_lists(struct cs_xlsx *xlsx)
{
    struct cs_arena *arena = &xlsx->package.job->arena;
    struct offer *offers = cs_alloc_array(arena, xlsx->list_count, sizeof *offers);
    struct cs_names formulas = {0};
    struct cs_buf key = {0};
    uint32_t range_count = 0;
    if (xlsx->name_count)
        qsort(xlsx->names, xlsx->name_count, sizeof *xlsx->names, compare_scopes);
    for (uint32_t i = 0; i < xlsx->list_count; i++) {
        const struct cs_xlsx_list *list = &xlsx->lists[i];
        struct offer *offer = &offers[cs_names_add(arena, &formulas, key_of(arena, list, &key))];
        if (!offer->is_known)
            *offer = offer_of(xlsx, list->sheet, list->formula);
        offer->is_known = true;
        add_ranges(xlsx, list, offer, &range_count);
    }
    cs_buf_free(&key);
}
