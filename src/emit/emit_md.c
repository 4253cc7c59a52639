/* Markdown (GFM): the title, the notes as a list, then for each section a heading and a table with one line for each
 * question.
 *
 * Cells are not padded, so that a changed answer is one changed line in git diff. A column that is empty in the
 * whole sheet is left out, unless it is that of the answer, where emptiness is information. A table begins with its
 * first item: a section with only subsections has none, and items before the first section have their own. */
#include "base/job.h"
#include "base/ascii.h"
#include "emit/emitters.h"
#include "base/escape.h"

#include <string.h>

enum { DEEPEST_HEADING = 6 };

/* Columns that read better centred: short cells of similar size. */
static const bool centred[CS_ROLES] = {[CS_ROLE_NUMBER] = true,   [CS_ROLE_FLAG] = true,  [CS_ROLE_ANSWER] = true,
                                       [CS_ROLE_REVIEWED] = true, [CS_ROLE_LEVEL] = true, [CS_ROLE_APPLICABLE] = true};

struct markdown {
    bool *shown;                 /* by column */
    uint32_t anchored;           /* the column with a row's anchor */
    const struct cs_row *header; /* NULL if the sheet has none */
    bool in_list, in_table;
};

static void survey(const struct cs_sheet *sheet, struct markdown *markdown)
{
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind == CS_ROW_HEADER)
            markdown->header = row;
        if (row->kind != CS_ROW_ITEM && row->kind != CS_ROW_TOTAL)
            continue;
        for (uint32_t c = 0; c < row->cell_count; c++)
            markdown->shown[c] |= row->cells[c].text.size || row->cells[c].link.size;
    }
}

/* The column of numbers, or the first one shown. */
static uint32_t anchored_column(const struct cs_sheet *sheet, const bool *shown)
{
    uint32_t column = cs_sheet_column(sheet, CS_ROLE_NUMBER);
    if (column != CS_NO_COLUMN && shown[column])
        return column;
    for (column = 0; column < sheet->column_count && !shown[column]; column++)
        ;
    return column;
}

static void begin(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    struct markdown *markdown = cs_alloc(&emit->job->arena, sizeof *markdown);
    markdown->shown = cs_alloc_array(&emit->job->arena, sheet->column_count, sizeof *markdown->shown);
    survey(sheet, markdown);
    uint32_t answer = cs_sheet_column(sheet, CS_ROLE_ANSWER);
    if (answer != CS_NO_COLUMN)
        markdown->shown[answer] = true;
    markdown->anchored = anchored_column(sheet, markdown->shown);
    emit->state = markdown;
}

/* Separates a block from the previous one. */
static void begin_block(struct cs_emit *emit)
{
    struct markdown *markdown = emit->state;
    if (emit->out->size)
        cs_buf_add_byte(emit->out, '\n');
    markdown->in_list = markdown->in_table = false;
}

static void add_heading(struct cs_emit *emit, uint32_t level, cs_text text)
{
    begin_block(emit);
    cs_buf_add_repeat(emit->out, '#', level < DEEPEST_HEADING ? level : DEEPEST_HEADING);
    cs_buf_add_byte(emit->out, ' ');
    cs_escape_markdown(emit->out, text, false);
    cs_buf_add_byte(emit->out, '\n');
}

static void add_title(struct cs_emit *emit, const struct cs_row *row)
{
    add_heading(emit, 1, row->cells[0].text);
}

static void add_section(struct cs_emit *emit, const struct cs_row *row)
{
    add_heading(emit, row->depth + 2, row->cells[0].text);
}

/* Appends a changed text. Not with ~~ and **, which fail next to Japanese punctuation. */
static void add_runs(struct cs_buf *out, struct cs_runs runs)
{
    static const char *const open[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "<del>", [CS_PUT_IN] = "<ins>"};
    static const char *const close[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "</del>", [CS_PUT_IN] = "</ins>"};
    for (uint32_t i = 0; i < runs.count; i++) {
        cs_buf_add(out, cs_text_of(open[runs.at[i].edit]));
        cs_escape_markdown(out, runs.at[i].text, false);
        cs_buf_add(out, cs_text_of(close[runs.at[i].edit]));
    }
}

static void add_cell(struct cs_buf *out, const struct cs_cell *cell)
{
    cs_text text = cell->text.size ? cell->text : cell->link;
    /* an address in the text becomes a link by itself */
    bool linked = cell->link.size && !cs_text_equal(text, cell->link);
    if (linked)
        cs_buf_add_byte(out, '[');
    cs_escape_markdown(out, text, linked);
    if (linked) {
        cs_buf_add(out, CS_TEXT("](<"));
        cs_escape_markdown_address(out, cell->link);
        cs_buf_add(out, CS_TEXT(">)"));
    }
}

/* Bytes before the character that would make the text begin a list, a quotation or a heading; its size if there is
 * none. */
static size_t block_sign(cs_text text)
{
    size_t at = 0;
    while (at < text.size && cs_is_digit(text.bytes[at]))
        at++;
    if (at == text.size || !memchr(at ? ".)" : "-+=>", text.bytes[at], at ? 2 : 4))
        return text.size;
    return at == 0 || at + 1 == text.size || text.bytes[at + 1] == ' ' ? at : text.size;
}

/* Appends a text at the beginning of a list item, escaped so that it begins nothing else. */
static void add_line_start(struct cs_buf *out, cs_text text)
{
    text = cs_text_trim(text);
    size_t sign = block_sign(text);
    if (sign < text.size) {
        cs_buf_add(out, (cs_text){text.bytes, sign});
        cs_buf_add_byte(out, '\\');
        cs_buf_add_byte(out, text.bytes[sign]);
        text = cs_text_skip(text, sign + 1);
    }
    cs_escape_markdown(out, text, false);
}

static void add_note(struct cs_emit *emit, const struct cs_row *row)
{
    struct markdown *markdown = emit->state;
    const struct cs_cell *label = &row->cells[0], *words = &row->cells[1];
    if (!markdown->in_list)
        begin_block(emit);
    markdown->in_list = true;
    cs_buf_add(emit->out, CS_TEXT("- "));
    if (label->text.size) {
        add_line_start(emit->out, label->text);
        cs_buf_add(emit->out, CS_TEXT(": "));
    }
    if (cs_row_runs(row, 1).count)
        add_runs(emit->out, cs_row_runs(row, 1));
    else if (label->text.size || words->link.size)
        add_cell(emit->out, words);
    else
        add_line_start(emit->out, words->text);
    cs_buf_add_byte(emit->out, '\n');
}

/* Writes the header and the delimiter row, without which GFM sees no table. */
static void begin_table(struct cs_emit *emit)
{
    struct markdown *markdown = emit->state;
    const struct cs_sheet *sheet = emit->sheet;
    begin_block(emit);
    markdown->in_table = true;
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        cs_text title = markdown->header ? markdown->header->cells[i].text : sheet->columns[i].title;
        if (!markdown->shown[i])
            continue;
        cs_buf_add(emit->out, CS_TEXT("| "));
        cs_escape_markdown(emit->out, title, false);
        cs_buf_add_byte(emit->out, ' ');
    }
    cs_buf_add(emit->out, CS_TEXT("|\n"));
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        enum cs_role role = sheet->columns[i].role;
        bool is_state = sheet->comparison && role == CS_ROLE_FIGURE;
        bool sentences = role == CS_ROLE_ANSWER && sheet->sign_count == 0;
        if (markdown->shown[i])
            cs_buf_add(emit->out, (centred[role] && !sentences) || is_state ? CS_TEXT("|:-:") : CS_TEXT("|---"));
    }
    cs_buf_add(emit->out, CS_TEXT("|\n"));
}

static void add_anchor(struct cs_buf *out, cs_text key)
{
    static const struct cs_escape attribute = {.below = 0x80,
                                               .instead = {['"'] = "&quot;",
                                                           ['&'] = "&amp;",
                                                           ['<'] = "&lt;",
                                                           ['>'] = "&gt;",
                                                           ['|'] = "&#124;",
                                                           ['\n'] = " ",
                                                           ['\r'] = " "}};
    if (key.size == 0)
        return;
    cs_buf_add(out, CS_TEXT("<a id=\""));
    cs_escape(out, &attribute, key);
    cs_buf_add(out, CS_TEXT("\"></a>"));
}

static void add_row(struct cs_emit *emit, const struct cs_row *row)
{
    const struct markdown *markdown = emit->state;
    if (!markdown->in_table)
        begin_table(emit);
    for (uint32_t i = 0; i < row->cell_count; i++) {
        if (!markdown->shown[i])
            continue;
        cs_buf_add(emit->out, CS_TEXT("| "));
        size_t before = emit->out->size;
        if (i == markdown->anchored && !emit->sheet->comparison) /* nobody links to a change */
            add_anchor(emit->out, row->key);
        if (cs_row_runs(row, i).count)
            add_runs(emit->out, cs_row_runs(row, i));
        else
            add_cell(emit->out, &row->cells[i]);
        if (emit->out->size > before)
            cs_buf_add_byte(emit->out, ' ');
    }
    cs_buf_add(emit->out, CS_TEXT("|\n"));
}

const struct cs_emitter cs_emitter_md = {
    .name = CS_LITERAL("md"),
    .suffix = CS_LITERAL("md"),
    .diff = CS_DIFF_TABLE,
    .gather = CS_BELOW,
    .begin = begin,
    .row = {[CS_ROW_TITLE] = add_title,
            [CS_ROW_NOTE] = add_note,
            [CS_ROW_SECTION] = add_section,
            [CS_ROW_ITEM] = add_row,
            [CS_ROW_TOTAL] = add_row},
};
