/* See splice.h. One pass collects edits, each a range of the part and its replacement; then they are applied in
 * order. */
#include "fill/book/splice.h"
#include "checksheet/sheet.h"
#include "base/ascii.h"
#include "fill/book/tag.h"
#include "package/xml.h"

#include <stdlib.h>

struct edit {
    size_t start, end;  /* in the part */
    size_t from, until; /* in the texts */
    uint32_t order;     /* among those at one place */
};

struct writer {
    struct cs_job *job;
    cs_text part;
    const struct cs_splice *splice;
    const struct cs_cells_frame *frame;
    uint32_t cell, row; /* the next ones to write */

    struct edit *edits;
    uint32_t edit_count, edit_room;
    struct cs_buf texts; /* of all edits */
    size_t from;         /* start of the current edit */

    struct cs_cells_row in; /* the current row */
    bool has_new_cells;     /* in the current row */
    enum cs_splice_end end;
};

/* --- texts -------------------------------------------------------------------------------------------------------- */

static bool is_continued(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Bytes at the front of a text that are certainly characters without fault: ASCII, kana and kanji. */
static size_t plain_size(cs_text text)
{
    size_t size = 0;
    while (size < text.size) {
        unsigned char lead = (unsigned char)text.bytes[size];
        bool is_kanji = lead >= 0xe1 && lead <= 0xec && text.size - size > 2 && is_continued(text.bytes[size + 1]) &&
                        is_continued(text.bytes[size + 2]);
        if (!is_kanji && (lead < ' ' || lead >= 0x80))
            break;
        size += is_kanji ? 3 : 1;
    }
    return size;
}

enum cs_splice_fault cs_splice_fault(cs_text text)
{
    bool is_long = text.size > CS_CELL_UNITS && cs_text_utf16_length(text) > CS_CELL_UNITS;
    for (text = cs_text_skip(text, plain_size(text)); text.size; text = cs_text_skip(text, plain_size(text))) {
        cs_text before = text;
        uint32_t point = cs_text_next(&text);
        bool is_said = point != 0xfffd || cs_text_starts(before, CS_TEXT("\xef\xbf\xbd"));
        if ((point < 0x20 && point != '\t' && point != '\n') || (point & 0xfffe) == 0xfffe || !is_said)
            return CS_TEXT_CONTROL;
    }
    return is_long ? CS_TEXT_LONG : CS_TEXT_FITS;
}

/* True for _x000D_ and the like, which readers decode to a character. */
static bool is_escape(cs_text text)
{
    bool good = text.size >= 7 && text.bytes[0] == '_' && text.bytes[1] == 'x' && text.bytes[6] == '_';
    for (size_t i = 2; good && i < 6; i++)
        good = cs_hex_digit(text.bytes[i]) >= 0;
    return good;
}

/* What stands for the byte that a text begins with; empty: itself. */
static cs_text escape_of(cs_text text)
{
    switch (text.bytes[0]) {
    case '&':
        return CS_TEXT("&amp;");
    case '<':
        return CS_TEXT("&lt;");
    case '>':
        return CS_TEXT("&gt;");
    default:
        return is_escape(text) ? CS_TEXT("_x005F_") : (cs_text){0};
    }
}

static bool may_be_escaped(char byte)
{
    return byte == '&' || byte == '<' || byte == '>' || byte == '_';
}

static void add_escaped(struct cs_buf *out, cs_text text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        cs_text escape = may_be_escaped(text.bytes[i]) ? escape_of(cs_text_skip(text, i)) : (cs_text){0};
        if (escape.size == 0)
            continue;
        cs_buf_add(out, (cs_text){text.bytes + from, i - from});
        cs_buf_add(out, escape);
        from = i + 1;
    }
    cs_buf_add(out, cs_text_skip(text, from));
}

/* --- edits -------------------------------------------------------------------------------------------------------- */

static void begin_edit(struct writer *writer)
{
    writer->from = writer->texts.size;
}

/* Ends an edit: the text added since it began replaces a range. */
static void end_edit(struct writer *writer, size_t start, size_t end)
{
    if (writer->texts.size == writer->from && start == end)
        return;
    writer->edits =
        cs_grow(&writer->job->arena, writer->edits, writer->edit_count, &writer->edit_room, sizeof *writer->edits);
    writer->edits[writer->edit_count] = (struct edit){start, end, writer->from, writer->texts.size, writer->edit_count};
    writer->edit_count++;
}

static int compare_edits(const void *left, const void *right)
{
    const struct edit *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

static void lay_edits(const struct writer *writer, struct cs_buf *out)
{
    size_t at = 0;
    for (uint32_t i = 0; i < writer->edit_count; i++) {
        const struct edit *edit = &writer->edits[i];
        cs_buf_add(out, (cs_text){writer->part.bytes + at, edit->start - at});
        cs_buf_add(out, (cs_text){writer->texts.bytes + edit->from, edit->until - edit->from});
        at = edit->end;
    }
    cs_buf_add(out, cs_text_skip(writer->part, at));
}

/* --- tags --------------------------------------------------------------------------------------------------------- */

static cs_text stretch_text(const struct writer *writer, struct cs_stretch stretch)
{
    return (cs_text){writer->part.bytes + stretch.start, stretch.end - stretch.start};
}

static void add_address(struct writer *writer, uint32_t row, uint32_t column)
{
    cs_buf_add(&writer->texts, CS_TEXT(" r=\""));
    cs_buf_add(&writer->texts, cs_grid_address(writer->job, row, column));
    cs_buf_add(&writer->texts, CS_TEXT("\""));
}

static void add_end_tag(struct writer *writer, cs_text prefix, cs_text name)
{
    cs_buf_add(&writer->texts, CS_TEXT("</"));
    cs_buf_add(&writer->texts, prefix);
    cs_buf_add(&writer->texts, name);
    cs_buf_add(&writer->texts, CS_TEXT(">"));
}

static void add_start_tag(struct writer *writer, cs_text prefix, cs_text name)
{
    cs_buf_add(&writer->texts, CS_TEXT("<"));
    cs_buf_add(&writer->texts, prefix);
    cs_buf_add(&writer->texts, name);
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

/* Appends type, value and end tag of a cell whose start tag is still open. */
static void add_value(struct writer *writer, cs_text prefix, const struct cs_splice_cell *cell)
{
    bool is_text = cell->kind == CS_SPLICE_TEXT;
    cs_buf_add(&writer->texts, is_text ? CS_TEXT(" t=\"inlineStr\">") : CS_TEXT(" t=\"b\">"));
    add_start_tag(writer, prefix, is_text ? CS_TEXT("is>") : CS_TEXT("v>"));
    if (is_text) {
        add_start_tag(writer, prefix, CS_TEXT("t xml:space=\"preserve\">"));
        add_escaped(&writer->texts, cell->text);
        add_end_tag(writer, prefix, CS_TEXT("t"));
    } else {
        cs_buf_add_byte(&writer->texts, cell->kind == CS_SPLICE_TRUE ? '1' : '0');
    }
    add_end_tag(writer, prefix, is_text ? CS_TEXT("is") : CS_TEXT("v"));
    add_end_tag(writer, prefix, CS_TEXT("c"));
}

/* Appends a new cell; `row` gives its style, if it has one, and may be NULL. */
static void add_new_cell(struct writer *writer, cs_text prefix, const struct cs_cells_row *row,
                         const struct cs_splice_cell *cell)
{
    const struct cs_cells_columns *column = cs_cells_column(writer->frame, cell->column);
    uint32_t style = 0;
    if (!row || !cs_cells_row_style(stretch_text(writer, row->tag), &style))
        style = column ? column->style : 0;
    add_start_tag(writer, prefix, CS_TEXT("c"));
    add_address(writer, cell->row, cell->column);
    if (style)
        cs_buf_print(&writer->texts, " s=\"%u\"", style);
    add_value(writer, prefix, cell);
}

static const struct cs_splice_cell *next_cell(const struct writer *writer)
{
    return writer->cell < writer->splice->cell_count ? &writer->splice->cells[writer->cell] : NULL;
}

/* Appends the new cells of a row that are left of a column. */
static void add_new_cells(struct writer *writer, cs_text prefix, const struct cs_cells_row *row, uint32_t number,
                          uint32_t column)
{
    const struct cs_splice_cell *cell;
    for (; (cell = next_cell(writer)) && cell->row == number && cell->column < column; writer->cell++) {
        if (cell->kind == CS_SPLICE_DROP)
            continue;
        add_new_cell(writer, prefix, row, cell);
        writer->has_new_cells = true;
    }
}

static void drop_value(struct writer *writer, const struct cs_cells_cell *cell)
{
    static const char *const left_out[] = {"t", NULL};
    cs_text tag = stretch_text(writer, cell->tag);
    if (cell->value.end == 0 || cell->formula == CS_NO_FORMULA)
        return;
    if (cs_tag_has(tag, CS_TEXT("t"))) {
        begin_edit(writer);
        cs_tag_add(&writer->texts, tag, left_out);
        cs_buf_add_byte(&writer->texts, '>');
        end_edit(writer, cell->tag.start, cell->tag.end);
    }
    begin_edit(writer);
    end_edit(writer, cell->value.start, cell->value.end);
}

/* The XML in the string element of a cell, and the prefix of its tags; false if it has none that can be told. */
static bool find_string(const struct writer *writer, const struct cs_cells_cell *cell, cs_text *inside, cs_text *prefix)
{
    const struct cs_rich_strings *strings = writer->splice->strings;
    cs_text tag = stretch_text(writer, cell->tag), type = cs_tag_get(tag, CS_TEXT("t"));
    cs_text content = stretch_text(writer, (struct cs_stretch){cell->tag.end, cell->end_tag.end});
    if (cs_text_equal(type, CS_TEXT("s")) && strings && cell->value.end) {
        cs_text value = stretch_text(writer, cell->value);
        ptrdiff_t end = cs_text_find(value, CS_TEXT(">"));
        uint32_t index = cs_xml_number(cs_text_trim(cs_text_skip(value, (size_t)end + 1)));
        if (index >= strings->count)
            return false;
        *prefix = strings->prefix;
        *inside = (cs_text){strings->bytes.bytes + strings->at[index].start,
                            strings->at[index].end - strings->at[index].start};
        return true;
    }
    struct cs_buf open = {0}, close = {0};
    *prefix = cs_tag_prefix(tag);
    cs_buf_print(&open, "<%.*sis>", (int)prefix->size, prefix->bytes);
    cs_buf_print(&close, "</%.*sis>", (int)prefix->size, prefix->bytes);
    ptrdiff_t start = cs_text_find(content, cs_buf_text(&open)), end = cs_text_find(content, cs_buf_text(&close));
    bool found = cs_text_equal(type, CS_TEXT("inlineStr")) && start >= 0 && end > start;
    if (found)
        *inside = (cs_text){content.bytes + start + open.size, (size_t)(end - start) - open.size};
    cs_buf_free(&open);
    cs_buf_free(&close);
    return found;
}

/* Writes a text that changes in part with the runs that it has; false, and nothing written, if it has none. */
static bool replace_part(struct writer *writer, const struct cs_cells_cell *cell, const struct cs_splice_cell *wanted)
{
    static const char *const left_out[] = {"t", "cm", "vm", NULL};
    cs_text tag = stretch_text(writer, cell->tag), prefix = cs_tag_prefix(tag), inside, from;
    struct cs_buf string = {0};
    bool done = wanted->before.size && find_string(writer, cell, &inside, &from) &&
                cs_rich_edit(inside, from, prefix, wanted->before, wanted->text, &string);
    if (done) {
        begin_edit(writer);
        cs_tag_add(&writer->texts, tag, left_out);
        if (!cs_tag_has(tag, CS_TEXT("r")))
            add_address(writer, cell->row, cell->column);
        cs_buf_add(&writer->texts, CS_TEXT(" t=\"inlineStr\">"));
        add_start_tag(writer, prefix, CS_TEXT("is>"));
        cs_buf_add(&writer->texts, cs_buf_text(&string));
        add_end_tag(writer, prefix, CS_TEXT("is"));
        add_end_tag(writer, prefix, CS_TEXT("c"));
        end_edit(writer, cell->tag.start, cell->end_tag.end);
    }
    cs_buf_free(&string);
    return done;
}

static void replace_cell(struct writer *writer, const struct cs_cells_cell *cell, const struct cs_splice_cell *wanted)
{
    static const char *const left_out[] = {"t", "cm", "vm", "ph", NULL};
    cs_text tag = stretch_text(writer, cell->tag);
    if (wanted->kind == CS_SPLICE_DROP) {
        drop_value(writer, cell);
        return;
    }
    if (cell->formula != CS_NO_FORMULA)
        writer->end = CS_SPLICE_FORMULA;
    if (replace_part(writer, cell, wanted))
        return;
    begin_edit(writer);
    cs_tag_add(&writer->texts, tag, left_out);
    if (!cs_tag_has(tag, CS_TEXT("r")))
        add_address(writer, cell->row, cell->column);
    add_value(writer, cs_tag_prefix(tag), wanted);
    end_edit(writer, cell->tag.start, cell->end_tag.end);
}

static void on_cell(void *context, const struct cs_cells_cell *cell)
{
    struct writer *writer = context;
    begin_edit(writer);
    add_new_cells(writer, cs_tag_prefix(stretch_text(writer, cell->tag)), &writer->in, cell->row, cell->column);
    end_edit(writer, cell->tag.start, cell->tag.start);
    const struct cs_splice_cell *wanted = next_cell(writer);
    if (wanted && wanted->row == cell->row && wanted->column == cell->column) {
        replace_cell(writer, cell, wanted);
        writer->cell++;
    }
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

/* The new height of a row; 0 to keep its own. */
static double height_of(struct writer *writer, uint32_t row)
{
    const struct cs_splice *splice = writer->splice;
    while (writer->row < splice->row_count && splice->rows[writer->row].row < row)
        writer->row++;
    return writer->row < splice->row_count && splice->rows[writer->row].row == row ? splice->rows[writer->row].height
                                                                                   : 0;
}

static void add_height(struct writer *writer, double height)
{
    if (height > 0)
        cs_buf_print(&writer->texts, " ht=\"%.2f\"", height);
}

/* Appends new rows before an existing one. */
static void add_new_rows(struct writer *writer, cs_text prefix, uint32_t limit)
{
    const struct cs_splice_cell *cell;
    while ((cell = next_cell(writer)) && cell->row < limit) {
        uint32_t row = cell->row;
        while (cell && cell->row == row && cell->kind == CS_SPLICE_DROP) {
            writer->cell++;
            cell = next_cell(writer);
        }
        if (!cell || cell->row != row)
            continue;
        add_start_tag(writer, prefix, CS_TEXT("row"));
        cs_buf_print(&writer->texts, " r=\"%u\"", row + 1);
        add_height(writer, height_of(writer, row));
        cs_buf_add_byte(&writer->texts, '>');
        add_new_cells(writer, prefix, NULL, row, UINT32_MAX);
        add_end_tag(writer, prefix, CS_TEXT("row"));
    }
}

static void on_row(void *context, const struct cs_cells_row *row)
{
    struct writer *writer = context;
    begin_edit(writer);
    add_new_rows(writer, cs_tag_prefix(stretch_text(writer, row->tag)), row->row);
    end_edit(writer, row->tag.start, row->tag.start);
    writer->has_new_cells = false;
    writer->in = *row;
}

/* Appends the tag of a row without the attributes that change, and without its end. */
static void add_tag_of_row(struct writer *writer, cs_text tag, double height)
{
    static const char *const left_out[][3] = {{NULL}, {"spans", NULL}, {"ht", NULL}, {"spans", "ht", NULL}};
    cs_tag_add(&writer->texts, tag, left_out[writer->has_new_cells + (height > 0 ? 2 : 0)]);
    add_height(writer, height);
}

/* Writes the row's new cells after all others; then its start tag, if its height or `spans` change, or if it was
 * empty. */
static void on_end_row(void *context, const struct cs_cells_row *row)
{
    struct writer *writer = context;
    cs_text tag = stretch_text(writer, row->tag), prefix = cs_tag_prefix(tag);
    double height = height_of(writer, row->row);
    height = height > 0 && cs_cells_row_is_fixed(tag) ? 0 : height;
    bool is_empty = cs_tag_is_empty(tag);
    begin_edit(writer);
    add_new_cells(writer, prefix, row, row->row, UINT32_MAX);
    if (is_empty && writer->has_new_cells)
        add_end_tag(writer, prefix, CS_TEXT("row"));
    end_edit(writer, row->end_tag.start, row->end_tag.start);
    if (!writer->has_new_cells && height <= 0)
        return;
    begin_edit(writer);
    add_tag_of_row(writer, tag, height);
    cs_buf_add(&writer->texts, is_empty && !writer->has_new_cells ? CS_TEXT("/>") : CS_TEXT(">"));
    end_edit(writer, row->tag.start, row->tag.end);
}

/* Appends the rows after all others. */
static void on_end(void *context, struct cs_stretch tag, struct cs_stretch end_tag)
{
    static const char *const none[] = {NULL};
    struct writer *writer = context;
    cs_text start = stretch_text(writer, tag), prefix = cs_tag_prefix(start);
    bool is_empty = cs_tag_is_empty(start);
    begin_edit(writer);
    add_new_rows(writer, prefix, UINT32_MAX);
    bool has_rows = writer->texts.size > writer->from;
    if (is_empty && has_rows)
        add_end_tag(writer, prefix, CS_TEXT("sheetData"));
    end_edit(writer, end_tag.start, end_tag.start);
    if (!is_empty || !has_rows)
        return;
    begin_edit(writer);
    cs_tag_add(&writer->texts, start, none);
    cs_buf_add_byte(&writer->texts, '>');
    end_edit(writer, tag.start, tag.end);
}

enum cs_splice_end cs_splice(struct cs_job *job, cs_text part, const struct cs_splice *splice, struct cs_buf *out)
{
    static const struct cs_cells_handlers handlers = {on_row, on_end_row, on_cell, on_end};
    static const enum cs_splice_end ends[] = {[CS_CELLS_READ] = CS_SPLICED,
                                              [CS_CELLS_BROKEN] = CS_SPLICE_BROKEN,
                                              [CS_CELLS_DISORDERED] = CS_SPLICE_DISORDERED,
                                              [CS_CELLS_ENCODING] = CS_SPLICE_ENCODING};
    static const struct cs_cells_handlers none = {0};
    struct cs_cells_frame frame;
    struct writer writer = {
        .job = job, .part = part, .splice = splice, .frame = splice->frame ? splice->frame : &frame};
    enum cs_cells_end walked = splice->frame ? CS_CELLS_READ : cs_cells_walk(job, part, &none, NULL, &frame);
    if (walked == CS_CELLS_READ)
        cs_cells_again(writer.frame, &handlers, &writer);
    enum cs_splice_end end = walked == CS_CELLS_READ ? writer.end : ends[walked];
    if (writer.edit_count)
        qsort(writer.edits, writer.edit_count, sizeof *writer.edits, compare_edits);
    if (end == CS_SPLICED)
        lay_edits(&writer, out);
    out->failed = out->failed || writer.texts.failed;
    cs_buf_free(&writer.texts);
    return end;
}
