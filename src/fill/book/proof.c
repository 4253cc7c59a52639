/* See proof.h. Each part is reduced to an outline: its bytes without the cells to be written, without rows that only
 * have such cells, and with rows in their long form, <row></row>. The outlines must be equal. */
#include "fill/book/proof.h"
#include "fill/book/tag.h"

/* A part being reduced. */
struct outline {
    cs_text part;
    const struct cs_cells_frame *frame;
    size_t at; /* bytes of the part reduced so far */
    struct cs_buf bytes;
};

struct prover {
    const struct cs_splice *splice;
    const struct cs_cells_frame *before;
    uint32_t wanted;         /* index of the next cell to be written, while a part is reduced */
    uint32_t row, cell;      /* indices in the frame of before */
    uint32_t written;        /* cells that show what they should */
    struct cs_buf xml, text; /* of the current cell: its text as it is escaped, and as shown */
};

/* --- cells to be written ------------------------------------------------------------------------------------------ */

/* Appends a text without the escapes of underscores: _x005F_ is one. */
static void add_unescaped(struct cs_buf *out, cs_text text)
{
    ptrdiff_t at;
    while ((at = cs_text_find(text, CS_TEXT("_x005F_"))) >= 0) {
        cs_buf_add(out, (cs_text){text.bytes, (size_t)at});
        cs_buf_add_byte(out, '_');
        text = cs_text_skip(text, (size_t)at + 7);
    }
    cs_buf_add(out, text);
}

/* The text that the content of a cell shows: that of its runs, without furigana. */
static cs_text shown(struct prover *prover, cs_text content)
{
    struct cs_rescan scan = {.part = content};
    size_t start = 0;
    uint32_t furigana = 0;
    cs_buf_clear(&prover->xml);
    cs_buf_clear(&prover->text);
    while (cs_rescan_next(&scan)) {
        if (cs_text_equal(scan.name, CS_TEXT("rPh")))
            furigana = furigana + scan.opens - scan.closes;
        if (furigana || !cs_text_equal(scan.name, CS_TEXT("t")))
            continue;
        if (!scan.opens)
            cs_rescan_add_text(&prover->xml, cs_rescan_bytes(content, (struct cs_stretch){start, scan.tag.start}));
        start = scan.tag.end;
    }
    add_unescaped(&prover->text, cs_buf_text(&prover->xml));
    return cs_buf_text(&prover->text);
}

/* The value of a boolean cell is between two tags. */
static bool has_value(cs_text content, char digit)
{
    ptrdiff_t end = cs_text_find(content, CS_TEXT(">"));
    cs_text value = cs_text_skip(content, (size_t)(end + 1));
    return end >= 0 && value.size > 1 && value.bytes[0] == digit && value.bytes[1] == '<';
}

static bool is_written(struct prover *prover, cs_text part, const struct cs_cells_kept *cell,
                       const struct cs_splice_cell *wanted)
{
    cs_text type = cs_tag_get(cs_rescan_bytes(part, (struct cs_stretch){cell->start, cell->tag_end}), CS_TEXT("t"));
    cs_text content = cs_rescan_bytes(part, (struct cs_stretch){cell->tag_end, cell->end});
    if (wanted->kind != CS_SPLICE_TEXT)
        return cs_text_equal(type, CS_TEXT("b")) && has_value(content, wanted->kind == CS_SPLICE_TRUE ? '1' : '0');
    return cs_text_equal(type, CS_TEXT("inlineStr")) && cs_text_equal(shown(prover, content), wanted->text);
}

/* --- outlines ----------------------------------------------------------------------------------------------------- */

/* Keeps the bytes up to an offset; if that has been passed, in a part that is not XML, the outline fails. */
static void keep_to(struct outline *outline, size_t end)
{
    outline->bytes.failed |= end < outline->at;
    if (end < outline->at)
        return;
    cs_buf_add(&outline->bytes, cs_rescan_bytes(outline->part, (struct cs_stretch){outline->at, end}));
    outline->at = end;
}

/* Keeps what precedes a tag, but not the tag. */
static void skip_to(struct outline *outline, struct cs_stretch tag)
{
    keep_to(outline, tag.start);
    outline->at = tag.end;
}

/* Keeps a start tag without certain attributes, and in its long form. */
static void keep_tag(struct outline *outline, struct cs_stretch tag, const char *const *left_out)
{
    keep_to(outline, tag.start);
    cs_tag_add(&outline->bytes, cs_rescan_bytes(outline->part, tag), left_out);
    cs_buf_add_byte(&outline->bytes, '>');
    outline->at = tag.end;
}

/* Keeps an end tag, or one for a start tag that is in its short form. */
static void keep_end(struct outline *outline, struct cs_stretch tag, struct cs_stretch end, cs_text name)
{
    keep_to(outline, end.end);
    if (end.end > end.start)
        return;
    cs_buf_add(&outline->bytes, CS_TEXT("</"));
    cs_buf_add(&outline->bytes, cs_tag_prefix(cs_rescan_bytes(outline->part, tag)));
    cs_buf_add(&outline->bytes, name);
    cs_buf_add(&outline->bytes, CS_TEXT(">"));
}

/* A formula without its cached value and the type of that. */
static void keep_formula(struct outline *outline, const struct cs_cells_kept *cell)
{
    static const char *const left_out[] = {"t", NULL};
    keep_tag(outline, (struct cs_stretch){cell->start, cell->tag_end}, left_out);
    if (cell->value_end) {
        keep_to(outline, cell->value_start);
        outline->at = cell->value_end;
    }
    keep_to(outline, cell->end);
}

/* Leaves out a cell that is to be written; if it was there before, its other attributes are kept. */
static void leave_out(struct outline *outline, const struct cs_cells_kept *cell, bool was_there)
{
    static const char *const left_out[] = {"t", "cm", "vm", "ph", "r", NULL};
    if (was_there)
        keep_tag(outline, (struct cs_stretch){cell->start, cell->tag_end}, left_out);
    else
        keep_to(outline, cell->start);
    outline->at = cell->end;
}

/* --- a part ------------------------------------------------------------------------------------------------------- */

/* The cell to be written at a place; NULL if there is none. Places are asked for in their order. */
static const struct cs_splice_cell *wanted_at(struct prover *prover, uint32_t row, uint32_t column)
{
    const struct cs_splice *splice = prover->splice;
    const struct cs_splice_cell *cell = splice->cells + prover->wanted, *end = splice->cells + splice->cell_count;
    while (cell < end && (cell->row < row || (cell->row == row && cell->column < column)))
        cell++;
    prover->wanted = (uint32_t)(cell - splice->cells);
    return cell < end && cell->row == row && cell->column == column ? cell : NULL;
}

/* True if a row was there before. */
static bool had_row(struct prover *prover, uint32_t row)
{
    const struct cs_cells_frame *before = prover->before;
    while (prover->row < before->row_count && before->rows[prover->row].row < row)
        prover->row++;
    return prover->row < before->row_count && before->rows[prover->row].row == row;
}

/* True if a cell of a row that was there before was there, too. */
static bool had_cell(struct prover *prover, uint32_t column)
{
    const struct cs_cells_frame *before = prover->before;
    uint32_t first = prover->row ? before->row_ends[prover->row - 1] : 0, end = before->row_ends[prover->row];
    if (prover->cell < first)
        prover->cell = first;
    while (prover->cell < end && before->cells[prover->cell].column < column)
        prover->cell++;
    return prover->cell < end && before->cells[prover->cell].column == column;
}

static void reduce_row(struct prover *prover, struct outline *outline, const struct cs_cells_row *row, uint32_t first,
                       uint32_t end)
{
    static const char *const left_out[] = {"spans", "ht", NULL};
    bool was_there = had_row(prover, row->row);
    if (was_there)
        keep_tag(outline, row->tag, left_out);
    else
        skip_to(outline, row->tag);
    for (uint32_t i = first; i < end; i++) {
        const struct cs_cells_kept *cell = &outline->frame->cells[i];
        const struct cs_splice_cell *wanted = wanted_at(prover, row->row, cell->column);
        if (wanted && wanted->kind == CS_SPLICE_DROP) {
            keep_formula(outline, cell);
        } else if (wanted) {
            leave_out(outline, cell, was_there && had_cell(prover, cell->column));
            prover->written += is_written(prover, outline->part, cell, wanted);
        }
    }
    if (was_there)
        keep_end(outline, row->tag, row->end_tag, CS_TEXT("row"));
    else
        skip_to(outline, row->end_tag);
}

/* Makes the outline of a part and counts the cells in it that show what they should. */
static void reduce(struct prover *prover, struct outline *outline)
{
    static const char *const none[] = {NULL};
    const struct cs_cells_frame *frame = outline->frame;
    prover->wanted = prover->row = prover->cell = prover->written = 0;
    keep_tag(outline, frame->data, none);
    for (uint32_t i = 0; i < frame->row_count; i++)
        reduce_row(prover, outline, &frame->rows[i], i ? frame->row_ends[i - 1] : 0, frame->row_ends[i]);
    keep_end(outline, frame->data, frame->end_data, CS_TEXT("sheetData"));
    keep_to(outline, outline->part.size);
}

bool cs_splice_is_proven(struct cs_job *job, cs_text before, cs_text after, const struct cs_splice *splice)
{
    static const struct cs_cells_handlers none = {0};
    struct cs_cells_frame frame;
    struct prover prover = {.splice = splice, .before = splice->frame};
    struct outline was = {.part = before, .frame = splice->frame}, is = {.part = after, .frame = &frame};
    uint32_t asked = 0;
    if (!splice->frame || cs_cells_walk(job, after, &none, NULL, &frame) != CS_CELLS_READ)
        return false;
    for (uint32_t i = 0; i < splice->cell_count; i++)
        asked += splice->cells[i].kind != CS_SPLICE_DROP;
    reduce(&prover, &was);
    reduce(&prover, &is);
    bool good = prover.written == asked && !was.bytes.failed && !is.bytes.failed &&
                cs_text_equal(cs_buf_text(&was.bytes), cs_buf_text(&is.bytes));
    cs_buf_free(&was.bytes);
    cs_buf_free(&is.bytes);
    cs_buf_free(&prover.xml);
    cs_buf_free(&prover.text);
    return good;
}
