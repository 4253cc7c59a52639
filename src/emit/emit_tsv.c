/* TSV for scripts (cut, awk, sort): the header and the items, one line each, cells separated by tabs, lines ended by
 * LF.
 *
 * In a cell a tab is written \t, a line feed \n, a carriage return \r and a backslash \\, so that every line is
 * one row and every tab separates two cells; printf '%b' decodes them. Titles, notes, section rows and totals are
 * left out. */
#include "base/job.h"
#include "emit/emitters.h"
#include "base/escape.h"
#include "model/cell.h"

static const struct cs_escape tsv = {
    .below = '\\' + 1,
    .instead = {['\t'] = "\\t", ['\n'] = "\\n", ['\r'] = "\\r", ['\\'] = "\\\\"},
};

static void add_row(struct cs_emit *emit, const struct cs_row *row)
{
    for (uint32_t i = 0; i < row->cell_count; i++) {
        if (i)
            cs_buf_add_byte(emit->out, '\t');
        cs_escape(emit->out, &tsv, cs_cell_words(&emit->job->arena, &row->cells[i]));
    }
    cs_buf_add_byte(emit->out, '\n');
}

const struct cs_emitter cs_emitter_tsv = {
    .name = CS_LITERAL("tsv"),
    .suffix = CS_LITERAL("tsv"),
    .diff = CS_DIFF_TABLE,
    .gather = CS_ONE_TABLE,
    .row = {[CS_ROW_HEADER] = add_row, [CS_ROW_ITEM] = add_row},
};
