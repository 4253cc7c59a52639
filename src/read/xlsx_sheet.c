/* Reading a worksheet: its cells, and the data around them. */
#include "read/serial.h"
#include "base/ascii.h"
#include "base/messages_read.h"
#include "read/xlsx.h"

#include <stdlib.h>
#include <string.h>

struct link {
    struct cs_grid_merge range;
    cs_text id;
};

struct reader {
    struct cs_xlsx *xlsx;
    struct cs_grid_sheet *sheet;
    cs_text part;

    uint32_t row, column; /* of the current cell, or the next one */
    bool has_notes;       /* there are comments or controls on it */
    bool is_disordered;   /* a cell was out of order */
    uint32_t next_row;    /* of the next row without a number */

    char type[12]; /* of the current cell */
    uint32_t style;
    bool is_in_cell, has_formula;
    cs_text address; /* link target in the cell's formula */
    struct cs_buf value;

    struct link *links;
    uint32_t link_count, link_room;

    bool is_list; /* the current validation is a list */
    cs_text formula, ranges;
};

/* Sheet!C12, for messages. */
static cs_text place_name(const struct reader *reader)
{
    struct cs_job *job = reader->xlsx->package.job;
    struct cs_buf name = {0};
    cs_buf_add(&name, reader->sheet->name);
    cs_buf_add(&name, CS_TEXT("!"));
    cs_buf_add(&name, cs_grid_address(job, reader->row, reader->column));
    return cs_buf_take(&job->arena, &name);
}

static void stop(struct reader *reader, struct cs_xml *xml, cs_message message, cs_text what)
{
    cs_package_stop(&reader->xlsx->package, xml, message, what, (cs_text){0});
}

/* Counts ranges stored beside cells; false if there are too many. */
static bool count_mark(struct reader *reader, struct cs_xml *xml)
{
    if (reader->xlsx->mark_count++ < CS_XLSX_MOST_MARKS)
        return true;
    stop(reader, xml, CS_MESSAGE_WORKBOOK_CELLS, reader->sheet->name);
    return false;
}

/* --- rows and columns --------------------------------------------------------------------------------------------- */

static void add_index(struct cs_job *job, uint32_t **list, uint32_t *count, uint32_t *room, uint32_t index)
{
    if (*count && (*list)[*count - 1] >= index)
        return;
    *list = cs_grow(&job->arena, *list, *count, room, sizeof **list);
    (*list)[(*count)++] = index;
}

static void start_column(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_grid_sheet *sheet = reader->sheet;
    uint32_t last = cs_xml_number(cs_xml_get(xml, "max"));
    if (!cs_xml_is_on(xml, "hidden"))
        return;
    for (uint32_t i = cs_xml_number(cs_xml_get(xml, "min")); i && i <= last && i <= CS_MOST_COLUMNS; i++)
        add_index(reader->xlsx->package.job, &sheet->hidden_columns, &sheet->hidden_column_count,
                  &sheet->hidden_column_room, i - 1);
}

static void start_row(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_grid_sheet *sheet = reader->sheet;
    cs_text number = cs_xml_get(xml, "r");
    reader->row = number.size ? cs_xml_number(number) - 1 : reader->next_row;
    reader->column = 0;
    if (reader->row >= CS_MOST_ROWS) {
        stop(reader, xml, CS_MESSAGE_WORKBOOK_PLACE, sheet->name);
        return;
    }
    reader->next_row = reader->row + 1;
    if (cs_xml_is_on(xml, "hidden"))
        add_index(reader->xlsx->package.job, &sheet->hidden_rows, &sheet->hidden_row_count, &sheet->hidden_row_room,
                  reader->row);
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

static void start_cell(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_text place = cs_xml_get(xml, "r"), type = cs_xml_get(xml, "t");
    bool sound = !place.size || (cs_take_address(&place, &reader->row, &reader->column) && !place.size);
    if (!sound || reader->column >= CS_MOST_COLUMNS) {
        stop(reader, xml, CS_MESSAGE_WORKBOOK_PLACE, reader->sheet->name);
        return;
    }
    size_t size = type.size < sizeof reader->type ? type.size : 0;
    if (size)
        memcpy(reader->type, type.bytes, size);
    reader->type[size] = '\0';
    reader->style = cs_xml_number(cs_xml_get(xml, "s"));
    reader->is_in_cell = true;
    reader->has_formula = false;
    reader->address = (cs_text){0};
    cs_buf_clear(&reader->value);
    cs_buf_clear(&reader->xlsx->text);
}

static void end_value(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    if (reader->is_in_cell)
        cs_buf_add(&reader->value, cs_xml_text(xml));
}

static void end_run(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    if (reader->is_in_cell)
        cs_xlsx_add_run(reader->xlsx, cs_xml_text(xml));
}

static const struct cs_number_format *format_of(const struct reader *reader)
{
    const struct cs_xlsx *xlsx = reader->xlsx;
    return reader->style < xlsx->format_count ? xlsx->formats[reader->style] : NULL;
}

/* Appends a number as shown; anything else in its place is kept literally. */
static enum cs_grid_form add_number(struct reader *reader, cs_text value)
{
    struct cs_xlsx *xlsx = reader->xlsx;
    struct cs_decimal number;
    if (cs_decimal_read(cs_text_trim(value), &number))
        return cs_number_format_print(format_of(reader), &number, xlsx->is_1904, &xlsx->text);
    cs_xlsx_add_run(xlsx, value);
    return CS_GRID_TEXT;
}

/* Appends 2025-11-01T09:30:00Z as 2025-11-01 09:30; midnight is no time, and the last days of 1899 are no date. */
static enum cs_grid_form add_iso_date(struct reader *reader, cs_text value)
{
    struct cs_xlsx *xlsx = reader->xlsx;
    ptrdiff_t t = cs_text_find(value, CS_TEXT("T"));
    cs_text day = t < 0 ? value : (cs_text){value.bytes, (size_t)t};
    cs_text time = t < 0 ? (cs_text){0} : cs_text_skip(value, (size_t)t + 1);
    bool has_day = !cs_text_starts(day, CS_TEXT("1899-12-3"));
    bool has_time = time.size >= 5 && !(has_day && cs_text_starts(time, CS_TEXT("00:00")));
    if (has_day)
        cs_xlsx_add_run(xlsx, day);
    if (has_day && has_time)
        cs_buf_add_byte(&xlsx->text, ' ');
    if (has_time)
        cs_xlsx_add_run(xlsx, (cs_text){time.bytes, 5});
    return CS_GRID_DATE;
}

/* Makes the current text that of a value that is not a shared string, and returns its form. */
static enum cs_grid_form add_value(struct reader *reader)
{
    cs_text value = cs_buf_text(&reader->value);
    if (strcmp(reader->type, "str") == 0) {
        cs_xlsx_add_run(reader->xlsx, value);
        return CS_GRID_TEXT;
    }
    if (strcmp(reader->type, "b") == 0) {
        cs_text word = cs_text_trim(value);
        bool is_true = cs_text_equal(word, CS_TEXT("1")) || cs_text_equal(word, CS_TEXT("true"));
        cs_xlsx_add_run(reader->xlsx, is_true ? CS_TEXT("TRUE") : CS_TEXT("FALSE"));
        return CS_GRID_BOOL;
    }
    if (strcmp(reader->type, "e") == 0) {
        cs_xlsx_add_run(reader->xlsx, value);
        return CS_GRID_FAULT;
    }
    return strcmp(reader->type, "d") == 0 ? add_iso_date(reader, value) : add_number(reader, value);
}

/* Looks up the shared string that the value names; false after reporting if there is none. */
static bool take_shared(struct reader *reader, struct cs_xml *xml, cs_text *text)
{
    const struct cs_xlsx *xlsx = reader->xlsx;
    cs_text digits = cs_text_trim(cs_buf_text(&reader->value));
    uint32_t index = cs_xml_number(digits);
    if (!digits.size || !cs_is_digit(digits.bytes[0]) || index >= xlsx->string_count) {
        stop(reader, xml, CS_MESSAGE_WORKBOOK_NO_TEXT, place_name(reader));
        return false;
    }
    *text = xlsx->strings[index];
    return true;
}

static bool take_text(struct reader *reader, struct cs_xml *xml, cs_text *text, enum cs_grid_form *form)
{
    *form = CS_GRID_TEXT;
    if (strcmp(reader->type, "s") == 0)
        return take_shared(reader, xml, text);
    if (reader->value.size)
        *form = add_value(reader);
    if (cs_xlsx_take_text(reader->xlsx, text))
        return true;
    stop(reader, xml, CS_MESSAGE_WORKBOOK_TEXT, place_name(reader));
    return false;
}

/* Adds the current cell; false after reporting that there are too many. */
static bool add_cell(struct reader *reader, struct cs_xml *xml, cs_text text, enum cs_grid_form form)
{
    struct cs_xlsx *xlsx = reader->xlsx;
    struct cs_grid_sheet *sheet = reader->sheet;
    xlsx->text_size += text.size;
    if (xlsx->cell_count++ == CS_MOST_CELLS || xlsx->text_size > CS_XLSX_MOST_TEXT) {
        stop(reader, xml, CS_MESSAGE_WORKBOOK_CELLS, sheet->name);
        return false;
    }
    if (sheet->cell_count) {
        const struct cs_grid_cell *last = &sheet->cells[sheet->cell_count - 1];
        reader->is_disordered = reader->is_disordered || last->row > reader->row ||
                                (last->row == reader->row && last->column >= reader->column);
    }
    struct cs_grid_cell *cell = cs_grid_add_cell(xlsx->package.job, sheet, reader->row, reader->column, text);
    cell->form = form;
    cell->link = reader->address;
    return true;
}

static void end_cell(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_text text = {0};
    enum cs_grid_form form;
    bool has_something = reader->value.size || reader->xlsx->text.size || reader->xlsx->is_long;
    bool is_unsolved = reader->has_formula && !has_something && strcmp(reader->type, "str") != 0;
    reader->is_in_cell = false;
    if (is_unsolved)
        add_cell(reader, xml, text, CS_GRID_UNSOLVED);
    else if (has_something && take_text(reader, xml, &text, &form) && text.size)
        add_cell(reader, xml, text, form);
    reader->column++;
}

/* --- around the cells --------------------------------------------------------------------------------------------- */

static void start_merge(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_grid_sheet *sheet = reader->sheet;
    struct cs_grid_merge range;
    cs_text ref = cs_xml_get(xml, "ref");
    if (!cs_take_range(&ref, &range) || (range.row == range.last_row && range.column == range.last_column))
        return;
    if (!count_mark(reader, xml))
        return;
    sheet->merges = cs_grow(&reader->xlsx->package.job->arena, sheet->merges, sheet->merge_count, &sheet->merge_room,
                            sizeof *sheet->merges);
    sheet->merges[sheet->merge_count++] = range;
}

static void start_link(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    struct cs_grid_merge range;
    cs_text ref = cs_xml_get(xml, "ref"), id = cs_xml_get(xml, "id");
    if (!id.size || !cs_take_range(&ref, &range) || !count_mark(reader, xml))
        return;
    reader->links = cs_grow(arena, reader->links, reader->link_count, &reader->link_room, sizeof *reader->links);
    reader->links[reader->link_count++] = (struct link){range, cs_text_copy(arena, id)};
}

/* Keeps what is shown when a cell is chosen. */
static void add_prompt(struct reader *reader, const struct cs_grid_merge *range, cs_text prompt)
{
    struct cs_xlsx *xlsx = reader->xlsx;
    struct cs_grid_sheet *sheet = reader->sheet;
    struct cs_arena *arena = &xlsx->package.job->arena;
    cs_text text;
    cs_buf_clear(&xlsx->text);
    cs_xlsx_add_run(xlsx, prompt);
    if (!cs_xlsx_take_text(xlsx, &text))
        return;
    sheet->prompts = cs_grow(arena, sheet->prompts, sheet->prompt_count, &sheet->prompt_room, sizeof *sheet->prompts);
    sheet->prompts[sheet->prompt_count++] = (struct cs_grid_prompt){*range, text};
}

static void start_validation(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    reader->is_list = cs_text_equal(cs_xml_get(xml, "type"), CS_TEXT("list"));
    reader->formula = reader->ranges = (cs_text){0};
    if (reader->is_list)
        reader->ranges = cs_text_copy(arena, cs_xml_get(xml, "sqref"));
    cs_text prompt = cs_text_trim(cs_xml_get(xml, "prompt")), ranges = cs_xml_get(xml, "sqref");
    struct cs_grid_merge range;
    if (prompt.size && cs_take_range(&ranges, &range) && count_mark(reader, xml))
        add_prompt(reader, &range, prompt);
}

/* The address in HYPERLINK("address", ...); empty for a place in the workbook, or a computed address. */
static cs_text address_in(struct cs_arena *arena, cs_text formula)
{
    struct cs_buf address = {0};
    const cs_text start = CS_TEXT("HYPERLINK(\"");
    if (!cs_text_starts(formula, start) || cs_text_starts(cs_text_skip(formula, start.size), CS_TEXT("#")))
        return (cs_text){0};
    cs_text rest = cs_text_skip(formula, start.size);
    while (rest.size && (rest.bytes[0] != '"' || (rest.size > 1 && rest.bytes[1] == '"'))) {
        cs_buf_add_byte(&address, rest.bytes[0]);
        rest = cs_text_skip(rest, rest.bytes[0] == '"' ? 2 : 1);
    }
    bool is_whole = cs_text_starts(rest, CS_TEXT("\",")) || cs_text_starts(rest, CS_TEXT("\")"));
    cs_text found = is_whole ? cs_text_copy(arena, cs_buf_text(&address)) : (cs_text){0};
    cs_buf_free(&address);
    return found;
}

/* formula1 contains the formula itself, or in the newer form an element f that does. */
static void end_formula(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    if (reader->is_in_cell) {
        reader->has_formula = true;
        reader->address = address_in(&reader->xlsx->package.job->arena, cs_xml_text(xml));
    } else if (reader->is_list && !reader->formula.size) {
        reader->formula = cs_text_copy(&reader->xlsx->package.job->arena, cs_xml_text(xml));
    }
}

static void end_ranges(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    if (reader->is_list)
        reader->ranges = cs_text_copy(&reader->xlsx->package.job->arena, cs_xml_text(xml));
}

static void end_validation(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_xlsx *xlsx = reader->xlsx;
    bool is_list = reader->is_list && reader->formula.size && reader->ranges.size;
    reader->is_list = false;
    if (!is_list || !count_mark(reader, xml))
        return;
    xlsx->lists =
        cs_grow(&xlsx->package.job->arena, xlsx->lists, xlsx->list_count, &xlsx->list_room, sizeof *xlsx->lists);
    xlsx->lists[xlsx->list_count++] =
        (struct cs_xlsx_list){xlsx->grid->sheet_count - 1, reader->formula, reader->ranges};
}

/* --- the part ----------------------------------------------------------------------------------------------------- */

static int compare_cells(const void *left, const void *right)
{
    const struct cs_grid_cell *a = left, *b = right;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return a->start < b->start ? -1 : 1;
}

/* Sorts the cells; of several at one place the last one stays. */
static void sort_cells(struct cs_grid_sheet *sheet)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        sheet->cells[i].start = i; /* order in the file */
    qsort(sheet->cells, sheet->cell_count, sizeof *sheet->cells, compare_cells);
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        struct cs_grid_cell *cell = &sheet->cells[i];
        bool is_double =
            kept && sheet->cells[kept - 1].row == cell->row && sheet->cells[kept - 1].column == cell->column;
        kept -= is_double;
        sheet->cells[kept] = *cell;
        sheet->cells[kept++].start = 0;
    }
    sheet->cell_count = kept;
}

/* Gives cells their link addresses. */
static void resolve_links(struct reader *reader)
{
    struct cs_xlsx *xlsx = reader->xlsx;
    struct cs_relations relations = {0};
    if (reader->link_count)
        relations = cs_package_relations(&xlsx->package, reader->part);
    for (uint32_t i = 0; i < reader->link_count; i++) {
        const struct link *link = &reader->links[i];
        const struct cs_part_relation *relation = cs_relation_of_id(&relations, link->id);
        if (!relation || !relation->is_external)
            continue;
        uint32_t index = cs_grid_index(reader->sheet, link->range.row, link->range.column);
        while ((index = cs_xlsx_next_cell(xlsx, reader->sheet, &link->range, index)) != UINT32_MAX)
            reader->sheet->cells[index++].link = relation->target;
    }
}

static void start_drawing(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    (void)xml;
    reader->has_notes = true;
}

bool cs_xlsx_read_sheet(struct cs_xlsx *xlsx, cs_text part)
{
    static const struct cs_xml_element elements[] = {
        {.name = "c", .start = start_cell, .end = end_cell},
        {.name = "v", .end = end_value, .keeps_text = true},
        {.name = "row", .start = start_row},
        {.name = "t", .end = end_run, .keeps_text = true},
        {.name = "rPh", .is_skipped = true}, /* furigana */
        {.name = "f", .end = end_formula, .keeps_text = true},
        {.name = "col", .start = start_column},
        {.name = "mergeCell", .start = start_merge},
        {.name = "hyperlink", .start = start_link},
        {.name = "legacyDrawing", .start = start_drawing},
        {.name = "dataValidation", .start = start_validation, .end = end_validation},
        {.name = "formula1", .end = end_formula, .keeps_text = true},
        {.name = "formula2", .is_skipped = true},
        {.name = "sqref", .end = end_ranges, .keeps_text = true},
        {0},
    };
    struct reader reader = {.xlsx = xlsx, .part = part, .sheet = &xlsx->grid->sheets[xlsx->grid->sheet_count - 1]};
    bool good = cs_package_read(&xlsx->package, part, elements, &reader);
    cs_buf_free(&reader.value);
    if (!good)
        return false;
    if (reader.is_disordered)
        sort_cells(reader.sheet);
    resolve_links(&reader);
    if (reader.has_notes)
        cs_xlsx_read_comments(xlsx, reader.sheet, part);
    return !xlsx->package.has_failed;
}
