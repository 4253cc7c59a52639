/* See cells.h. Elements are recognised by local name and context, since drawing anchors have rows and extensions have
 * formulas, too. */
#include "fill/book/cells.h"
#include "base/ascii.h"
#include "model/address.h"
#include "package/xml.h"

#include <stdlib.h>

enum { MOST_RANGES = 100000 };

struct walk {
    struct cs_job *job;
    const struct cs_cells_handlers *handlers;
    void *context;
    struct cs_cells_frame *frame;

    bool is_in_data, is_in_row, is_in_cell, has_data, is_list;
    uint32_t extensions;    /* number of open extension elements */
    struct cs_stretch data; /* the tag of sheetData */
    struct cs_cells_row row;
    struct cs_cells_cell cell;
    uint32_t next_row, next_column;
    struct cs_buf formula;

    enum cs_cells_end end;
};

static void stop(struct walk *walk, struct cs_xml *xml, enum cs_cells_end end)
{
    walk->end = end;
    cs_xml_stop(xml);
}

static struct cs_stretch tag_at(const struct cs_xml *xml)
{
    return (struct cs_stretch){cs_xml_tag_start(xml), cs_xml_tag_end(xml)};
}

/* The value of a decimal number; 0 if the text is none. */
static double decimal(cs_text text)
{
    char digits[32] = "";
    for (size_t i = 0; i < text.size && i < sizeof digits - 1; i++)
        digits[i] = text.bytes[i];
    return strtod(digits, NULL);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static void start_extension(void *context, struct cs_xml *xml)
{
    (void)xml;
    ((struct walk *)context)->extensions++;
}

static void end_extension(void *context, struct cs_xml *xml)
{
    (void)xml;
    ((struct walk *)context)->extensions--;
}

static void start_data(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->extensions)
        return;
    if (walk->has_data) {
        stop(walk, xml, CS_CELLS_BROKEN);
        return;
    }
    walk->is_in_data = walk->has_data = true;
    walk->data = tag_at(xml);
}

static void end_data(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->extensions)
        return;
    walk->is_in_data = false;
    if (walk->frame) {
        walk->frame->data = walk->data;
        walk->frame->end_data = tag_at(xml);
    }
    if (walk->handlers->end)
        walk->handlers->end(walk->context, walk->data, tag_at(xml));
}

static void keep_row(struct walk *walk)
{
    struct cs_arena *arena = &walk->job->arena;
    struct cs_cells_frame *frame = walk->frame;
    frame->rows = cs_grow(arena, frame->rows, frame->row_count, &frame->row_room, sizeof *frame->rows);
    frame->row_ends = cs_grow(arena, frame->row_ends, frame->row_count, &frame->row_end_room, sizeof *frame->row_ends);
    frame->row_ends[frame->row_count] = frame->cell_count;
    frame->rows[frame->row_count++] = walk->row;
}

static void keep_cell(struct walk *walk)
{
    struct cs_cells_frame *frame = walk->frame;
    const struct cs_cells_cell *cell = &walk->cell;
    frame->cells = cs_grow(&walk->job->arena, frame->cells, frame->cell_count, &frame->cell_room, sizeof *frame->cells);
    frame->cells[frame->cell_count++] = (struct cs_cells_kept){.column = cell->column,
                                                               .start = (uint32_t)cell->tag.start,
                                                               .tag_end = (uint32_t)cell->tag.end,
                                                               .end = (uint32_t)cell->end_tag.end,
                                                               .value_start = (uint32_t)cell->value.start,
                                                               .value_end = (uint32_t)cell->value.end,
                                                               .has_formula = cell->formula != CS_NO_FORMULA};
}

static void start_row(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    cs_text number = cs_xml_get(xml, "r");
    if (!walk->is_in_data)
        return;
    uint32_t row = number.size ? cs_xml_number(number) - 1 : walk->next_row;
    if (walk->is_in_row || row >= CS_MOST_ROWS)
        stop(walk, xml, CS_CELLS_BROKEN);
    else if (row < walk->next_row)
        stop(walk, xml, CS_CELLS_DISORDERED);
    if (walk->end != CS_CELLS_READ)
        return;
    walk->is_in_row = true;
    walk->row = (struct cs_cells_row){.row = row,
                                      .tag = tag_at(xml),
                                      .style = cs_xml_number(cs_xml_get(xml, "s")),
                                      .has_style = cs_xml_is_on(xml, "customFormat"),
                                      .height = decimal(cs_xml_get(xml, "ht")),
                                      .has_height = cs_xml_is_on(xml, "customHeight"),
                                      .is_hidden = cs_xml_is_on(xml, "hidden")};
    walk->next_row = row + 1;
    walk->next_column = 0;
    if (walk->handlers->row)
        walk->handlers->row(walk->context, &walk->row);
}

static void end_row(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (!walk->is_in_row)
        return;
    walk->is_in_row = false;
    walk->row.end_tag = tag_at(xml);
    if (walk->frame)
        keep_row(walk);
    if (walk->handlers->end_row)
        walk->handlers->end_row(walk->context, &walk->row);
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

static void start_cell(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    cs_text place = cs_xml_get(xml, "r");
    uint32_t row = walk->row.row, column = walk->next_column;
    if (!walk->is_in_row)
        return;
    if (walk->is_in_cell || (place.size && (!cs_take_address(&place, &row, &column) || place.size)) ||
        row != walk->row.row || column >= CS_MOST_COLUMNS)
        stop(walk, xml, CS_CELLS_BROKEN);
    else if (column < walk->next_column)
        stop(walk, xml, CS_CELLS_DISORDERED);
    if (walk->end != CS_CELLS_READ)
        return;
    walk->is_in_cell = true;
    walk->next_column = column + 1;
    walk->cell = (struct cs_cells_cell){
        .row = row, .column = column, .tag = tag_at(xml), .style = cs_xml_number(cs_xml_get(xml, "s"))};
    cs_buf_clear(&walk->formula);
}

static void end_cell(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (!walk->is_in_cell)
        return;
    walk->is_in_cell = false;
    walk->cell.end_tag = tag_at(xml);
    walk->cell.text = cs_buf_text(&walk->formula);
    if (walk->frame)
        keep_cell(walk);
    if (walk->handlers->cell)
        walk->handlers->cell(walk->context, &walk->cell);
}

static void start_value(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->is_in_cell)
        walk->cell.value.start = cs_xml_tag_start(xml);
}

static void end_value(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->is_in_cell)
        walk->cell.value.end = cs_xml_tag_end(xml);
}

static enum cs_cells_formula formula_of(cs_text type)
{
    if (cs_text_equal(type, CS_TEXT("shared")))
        return CS_FORMULA_SHARED;
    if (cs_text_equal(type, CS_TEXT("array")))
        return CS_FORMULA_ARRAY;
    return cs_text_equal(type, CS_TEXT("dataTable")) ? CS_FORMULA_TABLE : CS_FORMULA;
}

static void start_formula(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    cs_text range = cs_xml_get(xml, "ref");
    if (!walk->is_in_cell)
        return;
    walk->cell.formula = formula_of(cs_xml_get(xml, "t"));
    walk->cell.group = cs_xml_number(cs_xml_get(xml, "si"));
    walk->cell.has_range = cs_take_range(&range, &walk->cell.range);
}

static void end_formula(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->is_in_cell)
        cs_buf_add(&walk->formula, cs_xml_text(xml));
}

/* --- around them -------------------------------------------------------------------------------------------------- */

static void start_column(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    struct cs_cells_frame *frame = walk->frame;
    uint32_t first = cs_xml_number(cs_xml_get(xml, "min")), last = cs_xml_number(cs_xml_get(xml, "max"));
    if (!frame || walk->has_data || !first || last < first || frame->column_count == CS_MOST_COLUMNS)
        return;
    frame->columns =
        cs_grow(&walk->job->arena, frame->columns, frame->column_count, &frame->column_room, sizeof *frame->columns);
    frame->columns[frame->column_count++] =
        (struct cs_cells_columns){first - 1, last - 1, cs_xml_number(cs_xml_get(xml, "style")),
                                  decimal(cs_xml_get(xml, "width")), cs_xml_is_on(xml, "hidden")};
}

static void start_format(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (!walk->frame)
        return;
    walk->frame->default_width = decimal(cs_xml_get(xml, "defaultColWidth"));
    walk->frame->default_height = decimal(cs_xml_get(xml, "defaultRowHeight"));
}

static void start_protection(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    if (walk->frame)
        walk->frame->is_protected = cs_xml_is_on(xml, "sheet");
}

static void add_ranges(struct walk *walk, cs_text **list, uint32_t *count, uint32_t *room, cs_text ranges)
{
    if (*count == MOST_RANGES)
        return;
    *list = cs_grow(&walk->job->arena, *list, *count, room, sizeof **list);
    (*list)[(*count)++] = cs_text_copy(&walk->job->arena, ranges);
}

static void start_unlocked(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    struct cs_cells_frame *frame = walk->frame;
    if (frame)
        add_ranges(walk, &frame->unlocked, &frame->unlocked_count, &frame->unlocked_room, cs_xml_get(xml, "sqref"));
}

/* The older form has its ranges in an attribute, the newer one in an element. */
static void start_validation(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    struct cs_cells_frame *frame = walk->frame;
    cs_text ranges = cs_xml_get(xml, "sqref");
    walk->is_list = cs_text_equal(cs_xml_get(xml, "type"), CS_TEXT("list"));
    if (frame && walk->is_list && ranges.size)
        add_ranges(walk, &frame->lists, &frame->list_count, &frame->list_room, ranges);
}

static void end_ranges(void *context, struct cs_xml *xml)
{
    struct walk *walk = context;
    struct cs_cells_frame *frame = walk->frame;
    if (frame && walk->is_list)
        add_ranges(walk, &frame->lists, &frame->list_count, &frame->list_room, cs_text_trim(cs_xml_text(xml)));
}

static void end_validation(void *context, struct cs_xml *xml)
{
    (void)xml;
    ((struct walk *)context)->is_list = false;
}

const struct cs_cells_columns *cs_cells_column(const struct cs_cells_frame *frame, uint32_t column)
{
    for (uint32_t i = 0; i < frame->column_count; i++)
        if (frame->columns[i].first <= column && column <= frame->columns[i].last)
            return &frame->columns[i];
    return NULL;
}

/* --- the part ----------------------------------------------------------------------------------------------------- */

/* True for the name of an encoding in which text and offsets are the same as in UTF-8. */
static bool is_utf8(cs_text name)
{
    static const char *const names[] = {"utf-8", "utf8"};
    char small[8] = "";
    for (size_t i = 0; i < name.size && name.size < sizeof small; i++)
        small[i] = cs_ascii_lower(name.bytes[i]);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cs_text_equal(cs_text_of(small), cs_text_of(names[i])))
            return true;
    return false;
}

/* True if the XML declaration names no other encoding, and it is not UTF-16. */
bool cs_cells_is_readable(cs_text part)
{
    if (cs_text_starts(part, CS_TEXT("\xef\xbb\xbf")))
        part = cs_text_skip(part, 3);
    if (part.size < 2 || !part.bytes[0] || !part.bytes[1] || (unsigned char)part.bytes[0] >= 0xfe)
        return part.size < 2;
    ptrdiff_t end = cs_text_starts(part, CS_TEXT("<?xml")) ? cs_text_find(part, CS_TEXT("?>")) : 0;
    cs_text head = {part.bytes, end > 0 ? (size_t)end : 0};
    ptrdiff_t at = cs_text_find(head, CS_TEXT("encoding"));
    if (at < 0)
        return true;
    cs_text name = cs_text_trim(cs_text_skip(head, (size_t)at + 8));
    name = cs_text_trim(cs_text_skip(name, 1)); /* = */
    char quote = name.size ? name.bytes[0] : '"';
    name = cs_text_skip(name, 1);
    for (size_t i = 0; i < name.size; i++)
        if (name.bytes[i] == quote)
            return is_utf8((cs_text){name.bytes, i});
    return false;
}

enum cs_cells_end cs_cells_walk(struct cs_job *job, cs_text part, const struct cs_cells_handlers *handlers,
                                void *context, struct cs_cells_frame *frame)
{
    static const struct cs_xml_element elements[] = {
        {.name = "c", .start = start_cell, .end = end_cell},
        {.name = "v", .start = start_value, .end = end_value},
        {.name = "row", .start = start_row, .end = end_row},
        {.name = "f", .start = start_formula, .end = end_formula, .keeps_text = true},
        {.name = "sheetData", .start = start_data, .end = end_data},
        {.name = "col", .start = start_column},
        {.name = "sheetFormatPr", .start = start_format},
        {.name = "sheetProtection", .start = start_protection},
        {.name = "protectedRange", .start = start_unlocked},
        {.name = "dataValidation", .start = start_validation, .end = end_validation},
        {.name = "sqref", .end = end_ranges, .keeps_text = true},
        {.name = "extLst", .start = start_extension, .end = end_extension},
        {.name = "controls", .is_skipped = true},
        {0},
    };
    struct walk walk = {.job = job, .handlers = handlers, .context = context, .frame = frame};
    const char *why;
    if (frame)
        *frame = (struct cs_cells_frame){0};
    if (!cs_cells_is_readable(part))
        return CS_CELLS_ENCODING;
    enum cs_xml_end end = cs_xml_read_bytes(part, elements, &walk, &why);
    bool is_whole = end == CS_XML_WHOLE && walk.has_data && !walk.formula.failed;
    cs_buf_free(&walk.formula);
    return walk.end != CS_CELLS_READ ? walk.end : is_whole ? CS_CELLS_READ : CS_CELLS_BROKEN;
}

void cs_cells_again(const struct cs_cells_frame *frame, const struct cs_cells_handlers *handlers, void *context)
{
    for (uint32_t i = 0, next = 0; i < frame->row_count; i++) {
        handlers->row(context, &frame->rows[i]);
        for (; next < frame->row_ends[i]; next++) {
            const struct cs_cells_kept *kept = &frame->cells[next];
            const struct cs_cells_cell cell = {.row = frame->rows[i].row,
                                               .column = kept->column,
                                               .tag = {kept->start, kept->tag_end},
                                               .end_tag = {kept->end, kept->end},
                                               .value = {kept->value_start, kept->value_end},
                                               .formula = kept->has_formula ? CS_FORMULA : CS_NO_FORMULA};
            handlers->cell(context, &cell);
        }
        handlers->end_row(context, &frame->rows[i]);
    }
    handlers->end(context, frame->data, frame->end_data);
}
