/* CSV: UTF-8 with a byte order mark and CR LF, as Excel in Japan opens it; RFC 4180; one header and the items.
 *
 * Titles, notes, section rows and totals are left out, so that the file is one table; a layout with sections has a
 * column for them. A line break in a cell stays LF, as in files from Excel. Numbers include the catalog (METI 6-8),
 * since Excel turns a bare 6-8 into a date. The plain variant has the same, because this is how a question is named
 * everywhere, and it tells the reader of the file which catalog the answers belong to. */
#include "base/formula.h"
#include "base/job.h"
#include "emit/emitters.h"
#include "base/escape.h"
#include "model/cell.h"

#include <string.h>

struct csv {
    bool guarded;    /* texts that look like formulas get a ' before them */
    uint32_t number; /* the column of numbers; CS_NO_COLUMN if they are written unchanged */
    cs_text catalog; /* prefix of each number: "METI " */
    cs_text line_end;
};

static cs_text with_space(struct cs_arena *arena, cs_text id)
{
    char *bytes = cs_alloc(arena, id.size + 1);
    memcpy(bytes, id.bytes, id.size);
    bytes[id.size] = ' ';
    return (cs_text){bytes, id.size + 1};
}

static void begin(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    bool plain = emit->options->csv_plain;
    struct csv *csv = cs_alloc(&emit->job->arena, sizeof *csv);
    csv->guarded = !plain;
    csv->line_end = plain ? CS_TEXT("\n") : CS_TEXT("\r\n");
    csv->number = CS_NO_COLUMN;
    if (sheet->catalog_id.size) {
        csv->number = cs_sheet_column(sheet, CS_ROLE_NUMBER);
        csv->catalog = with_space(&emit->job->arena, sheet->catalog_id);
    }
    emit->state = csv;
    if (!plain)
        cs_buf_add(emit->out, CS_TEXT("\xef\xbb\xbf"));
}

static void add_row(struct cs_emit *emit, const struct cs_row *row, uint32_t number)
{
    const struct csv *csv = emit->state;
    for (uint32_t i = 0; i < row->cell_count; i++) {
        cs_text text = cs_cell_words(&emit->job->arena, &row->cells[i]), lead = {NULL, 0};
        if (i == number && text.size && cs_text_equal(text, row->key)) /* a part of an id identifies nothing */
            lead = csv->catalog;
        else if (csv->guarded && cs_csv_is_formula(text))
            lead = CS_TEXT("'");
        if (i)
            cs_buf_add_byte(emit->out, ',');
        cs_escape_csv(emit->out, lead, text);
        if (text.size == 0 && row->cell_count == 1)
            cs_buf_add(emit->out, CS_TEXT("\"\"")); /* an empty line would be no record */
    }
    cs_buf_add(emit->out, csv->line_end);
}

static void add_header(struct cs_emit *emit, const struct cs_row *row)
{
    add_row(emit, row, CS_NO_COLUMN);
}

static void add_item(struct cs_emit *emit, const struct cs_row *row)
{
    const struct csv *csv = emit->state;
    add_row(emit, row, csv->number);
}

const struct cs_emitter cs_emitter_csv = {
    .name = CS_LITERAL("csv"),
    .suffix = CS_LITERAL("csv"),
    .diff = CS_DIFF_TABLE,
    .gather = CS_ONE_TABLE,
    .begin = begin,
    .row = {[CS_ROW_HEADER] = add_header, [CS_ROW_ITEM] = add_item},
};
