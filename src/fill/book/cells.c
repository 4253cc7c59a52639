/* See cells.h. Elements are recognised by local name and context, since drawing anchors have rows and extensions have
 * formulas, too. */
#include "fill/book/cells.h"
#include "base/ascii.h"
#include "fill/book/tag.h"
#include "model/address.h"
#include "package/xml.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_RANGES = 100000 };

struct walk {
    struct cs_job *job;
    const struct cs_cells_handlers *handlers;
    void *context;
    struct cs_cells_frame *frame;
    struct cs_rescan scan;

    bool is_in_data, is_in_row, is_in_cell, has_data, is_list;
    uint32_t extensions;    /* number of open extension elements */
    uint32_t controls;      /* the same of form controls, of which nothing is read */
    size_t text;            /* start of the text of the current formula or range */
    struct cs_stretch data; /* the tag of sheetData */
    struct cs_cells_row row;
    struct cs_cells_cell cell;
    uint32_t next_row, next_column;
    struct cs_buf formula;

    enum cs_cells_end end;
};

static void stop(struct walk *walk, enum cs_cells_end end)
{
    walk->end = end;
}

/* The current end tag; of <c/> it is empty, behind its only tag. */
static struct cs_stretch end_tag(const struct walk *walk)
{
    size_t end = walk->scan.tag.end;
    return walk->scan.opens ? (struct cs_stretch){end, end} : walk->scan.tag;
}

/* The value of an attribute of the current tag. */
static cs_text get(const struct walk *walk, cs_text name)
{
    return cs_tag_get(cs_rescan_tag(&walk->scan), name);
}

static bool is_on(cs_text value)
{
    return cs_text_equal(value, CS_TEXT("1")) || cs_text_equal(value, CS_TEXT("true"));
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

static void start_extension(struct walk *walk)
{
    walk->extensions++;
}

static void end_extension(struct walk *walk)
{
    walk->extensions--;
}

static void start_controls(struct walk *walk)
{
    walk->controls++;
}

static void end_controls(struct walk *walk)
{
    walk->controls--;
}

static void start_data(struct walk *walk)
{
    if (walk->extensions)
        return;
    if (walk->has_data) {
        stop(walk, CS_CELLS_BROKEN);
        return;
    }
    walk->is_in_data = walk->has_data = true;
    walk->data = walk->scan.tag;
}

static void end_data(struct walk *walk)
{
    if (walk->extensions)
        return;
    walk->is_in_data = false;
    if (walk->frame) {
        walk->frame->data = walk->data;
        walk->frame->end_data = end_tag(walk);
    }
    if (walk->handlers->end)
        walk->handlers->end(walk->context, walk->data, end_tag(walk));
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

static void start_row(struct walk *walk)
{
    cs_text number = get(walk, CS_TEXT("r"));
    if (!walk->is_in_data)
        return;
    uint32_t row = number.size ? cs_xml_number(number) - 1 : walk->next_row;
    if (walk->is_in_row || row >= CS_MOST_ROWS)
        stop(walk, CS_CELLS_BROKEN);
    else if (row < walk->next_row)
        stop(walk, CS_CELLS_DISORDERED);
    if (walk->end != CS_CELLS_READ)
        return;
    walk->is_in_row = true;
    walk->row = (struct cs_cells_row){.row = row, .tag = walk->scan.tag};
    walk->next_row = row + 1;
    walk->next_column = 0;
    if (walk->handlers->row)
        walk->handlers->row(walk->context, &walk->row);
}

static void end_row(struct walk *walk)
{
    if (!walk->is_in_row)
        return;
    walk->is_in_row = false;
    walk->row.end_tag = end_tag(walk);
    if (walk->frame)
        keep_row(walk);
    if (walk->handlers->end_row)
        walk->handlers->end_row(walk->context, &walk->row);
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

static void start_cell(struct walk *walk)
{
    cs_text place = get(walk, CS_TEXT("r"));
    uint32_t row = walk->row.row, column = walk->next_column;
    if (!walk->is_in_row) { /* readers may take it for one in its row */
        walk->end = walk->extensions || walk->controls ? walk->end : CS_CELLS_BROKEN;
        return;
    }
    if (walk->is_in_cell || (place.size && (!cs_take_address(&place, &row, &column) || place.size)) ||
        row != walk->row.row || column >= CS_MOST_COLUMNS)
        stop(walk, CS_CELLS_BROKEN);
    else if (column < walk->next_column)
        stop(walk, CS_CELLS_DISORDERED);
    if (walk->end != CS_CELLS_READ)
        return;
    walk->is_in_cell = true;
    walk->next_column = column + 1;
    walk->cell = (struct cs_cells_cell){.row = row, .column = column, .tag = walk->scan.tag};
    cs_buf_clear(&walk->formula);
}

static void end_cell(struct walk *walk)
{
    if (!walk->is_in_cell)
        return;
    walk->is_in_cell = false;
    walk->cell.end_tag = end_tag(walk);
    walk->cell.text = cs_buf_text(&walk->formula);
    if (walk->frame)
        keep_cell(walk);
    if (walk->handlers->cell)
        walk->handlers->cell(walk->context, &walk->cell);
}

static void start_value(struct walk *walk)
{
    if (walk->is_in_cell)
        walk->cell.value.start = walk->scan.tag.start;
}

static void end_value(struct walk *walk)
{
    if (walk->is_in_cell)
        walk->cell.value.end = walk->scan.tag.end;
}

static enum cs_cells_formula formula_of(cs_text type)
{
    if (cs_text_equal(type, CS_TEXT("shared")))
        return CS_FORMULA_SHARED;
    if (cs_text_equal(type, CS_TEXT("array")))
        return CS_FORMULA_ARRAY;
    return cs_text_equal(type, CS_TEXT("dataTable")) ? CS_FORMULA_TABLE : CS_FORMULA;
}

static void start_formula(struct walk *walk)
{
    cs_text range = get(walk, CS_TEXT("ref"));
    walk->text = walk->scan.tag.end;
    if (!walk->is_in_cell)
        return;
    walk->cell.formula = formula_of(get(walk, CS_TEXT("t")));
    walk->cell.group = cs_xml_number(get(walk, CS_TEXT("si")));
    walk->cell.has_range = cs_take_range(&range, &walk->cell.range);
}

/* What stands between the start of the current element and this, its end, as written. */
static cs_text written(const struct walk *walk)
{
    return cs_rescan_bytes(walk->scan.part, (struct cs_stretch){walk->text, end_tag(walk).start});
}

static void end_formula(struct walk *walk)
{
    if (walk->is_in_cell)
        cs_rescan_add_text(&walk->formula, written(walk));
}

/* --- around them -------------------------------------------------------------------------------------------------- */

static void start_column(struct walk *walk)
{
    struct cs_cells_frame *frame = walk->frame;
    uint32_t first = cs_xml_number(get(walk, CS_TEXT("min"))), last = cs_xml_number(get(walk, CS_TEXT("max")));
    if (!frame || walk->has_data || !first || last < first || frame->column_count == CS_MOST_COLUMNS)
        return;
    frame->columns =
        cs_grow(&walk->job->arena, frame->columns, frame->column_count, &frame->column_room, sizeof *frame->columns);
    frame->columns[frame->column_count++] =
        (struct cs_cells_columns){first - 1, last - 1, cs_xml_number(get(walk, CS_TEXT("style"))),
                                  decimal(get(walk, CS_TEXT("width"))), is_on(get(walk, CS_TEXT("hidden")))};
}

static void start_format(struct walk *walk)
{
    if (!walk->frame)
        return;
    walk->frame->default_width = decimal(get(walk, CS_TEXT("defaultColWidth")));
    walk->frame->default_height = decimal(get(walk, CS_TEXT("defaultRowHeight")));
}

static void start_protection(struct walk *walk)
{
    if (walk->frame)
        walk->frame->is_protected = is_on(get(walk, CS_TEXT("sheet")));
}

static void add_ranges(struct walk *walk, cs_text **list, uint32_t *count, uint32_t *room, cs_text ranges)
{
    if (*count == MOST_RANGES)
        return;
    *list = cs_grow(&walk->job->arena, *list, *count, room, sizeof **list);
    (*list)[(*count)++] = cs_text_copy(&walk->job->arena, ranges);
}

static void start_unlocked(struct walk *walk)
{
    struct cs_cells_frame *frame = walk->frame;
    if (frame)
        add_ranges(walk, &frame->unlocked, &frame->unlocked_count, &frame->unlocked_room, get(walk, CS_TEXT("sqref")));
}

/* The older form has its ranges in an attribute, the newer one in an element. */
static void start_validation(struct walk *walk)
{
    struct cs_cells_frame *frame = walk->frame;
    cs_text ranges = get(walk, CS_TEXT("sqref"));
    walk->is_list = cs_text_equal(get(walk, CS_TEXT("type")), CS_TEXT("list"));
    if (frame && walk->is_list && ranges.size)
        add_ranges(walk, &frame->lists, &frame->list_count, &frame->list_room, ranges);
}

static void start_ranges(struct walk *walk)
{
    walk->text = walk->scan.tag.end;
}

static void end_ranges(struct walk *walk)
{
    struct cs_cells_frame *frame = walk->frame;
    if (frame && walk->is_list)
        add_ranges(walk, &frame->lists, &frame->list_count, &frame->list_room, cs_text_trim(written(walk)));
}

static void end_validation(struct walk *walk)
{
    walk->is_list = false;
}

const struct cs_cells_columns *cs_cells_column(const struct cs_cells_frame *frame, uint32_t column)
{
    for (uint32_t i = 0; i < frame->column_count; i++)
        if (frame->columns[i].first <= column && column <= frame->columns[i].last)
            return &frame->columns[i];
    return NULL;
}

double cs_cells_row_height(cs_text tag)
{
    return decimal(cs_tag_get(tag, CS_TEXT("ht")));
}

bool cs_cells_row_is_fixed(cs_text tag)
{
    return is_on(cs_tag_get(tag, CS_TEXT("customHeight")));
}

bool cs_cells_row_style(cs_text tag, uint32_t *style)
{
    *style = cs_xml_number(cs_tag_get(tag, CS_TEXT("s")));
    return is_on(cs_tag_get(tag, CS_TEXT("customFormat")));
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

/* What happens at the tags of an element; start and end may be NULL. */
struct element {
    cs_text name;
    void (*start)(struct walk *walk);
    void (*end)(struct walk *walk);
};

static const struct element *element_of(cs_text name)
{
    static const struct element elements[] = {
        {CS_LITERAL("c"), start_cell, end_cell},
        {CS_LITERAL("v"), start_value, end_value},
        {CS_LITERAL("row"), start_row, end_row},
        {CS_LITERAL("f"), start_formula, end_formula},
        {CS_LITERAL("sheetData"), start_data, end_data},
        {CS_LITERAL("col"), start_column, NULL},
        {CS_LITERAL("sheetFormatPr"), start_format, NULL},
        {CS_LITERAL("sheetProtection"), start_protection, NULL},
        {CS_LITERAL("protectedRange"), start_unlocked, NULL},
        {CS_LITERAL("dataValidation"), start_validation, end_validation},
        {CS_LITERAL("sqref"), start_ranges, end_ranges},
        {CS_LITERAL("extLst"), start_extension, end_extension},
        {CS_LITERAL("controls"), start_controls, end_controls},
    };
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (name.size == elements[i].name.size && name.bytes[0] == elements[i].name.bytes[0] &&
            memcmp(name.bytes, elements[i].name.bytes, name.size) == 0)
            return &elements[i];
    return NULL;
}

static void walk_tag(struct walk *walk)
{
    const struct element *element = element_of(walk->scan.name);
    bool is_read = element && (walk->controls == 0 || element->start == start_controls);
    if (is_read && walk->scan.opens && element->start)
        element->start(walk);
    if (is_read && walk->scan.closes && element->end && walk->end == CS_CELLS_READ)
        element->end(walk);
}

enum cs_cells_end cs_cells_walk(struct cs_job *job, cs_text part, const struct cs_cells_handlers *handlers,
                                void *context, struct cs_cells_frame *frame)
{
    struct walk walk = {.job = job, .handlers = handlers, .context = context, .frame = frame, .scan = {.part = part}};
    if (frame)
        *frame = (struct cs_cells_frame){0};
    if (!cs_cells_is_readable(part))
        return CS_CELLS_ENCODING;
    while (walk.end == CS_CELLS_READ && cs_rescan_next(&walk.scan))
        walk_tag(&walk);
    bool is_whole = cs_rescan_is_whole(&walk.scan) && walk.has_data && !walk.formula.failed;
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
