/* Text: a table for a terminal. Columns are as wide as their widest line in terminal cells (UAX #11), two spaces
 * apart; if the terminal is too narrow, the widest text column shrinks and its lines are wrapped. A table of counts
 * that is too wide even so has them below each name, with their titles. Nothing is truncated, and no line ends in
 * blanks. Columns of counts are right-aligned. Only ASCII apart from the content; colour only on request, and never as
 * the only carrier of meaning.
 *
 * A cell of several lines makes a row of several lines. Control characters, which could control the terminal, are
 * shown as question marks. */
#include "base/control.h"
#include "base/job.h"
#include "base/wide.h"
#include "base/wrap.h"
#include "emit/emitters.h"
#include "base/escape.h"
#include "model/cell.h"

#include <string.h>

/* In terminal cells: between columns; minimum widths of a wrapped note, and of a column that shrinks. */
enum { GAP = 2, NARROWEST = 20, NARROW = 12 };

enum block { BLOCK_NONE, BLOCK_HEAD, BLOCK_TABLE };

struct column {
    size_t width;   /* in terminal cells */
    bool has_words; /* some item has a text that is no count: left-aligned */
};

/* A part of a text in one colour, up to the next piece. */
struct piece {
    size_t end;
    const char *style; /* NULL if none */
};

/* The part of a cell that is not printed yet. */
struct rest {
    cs_text text;
    const char *begin; /* of the whole text */
    const struct piece *pieces;
    uint32_t piece_count; /* 0: all in the cell's own colour */
    size_t hanging;       /* of the further lines of the line begun last */
};

struct terminal {
    struct cs_widths widths;
    struct column *columns;
    struct rest *rest;  /* by column */
    size_t label_width; /* of the notes' labels */
    enum block block;   /* the block printed last */
    bool is_stacked;    /* too narrow for a table of counts: they stand below the names */
    const struct cs_row *header;
};

static const char bold[] = "\033[1m", reset[] = "\033[0m";

/* Removed text is red and struck through, inserted text green and underlined; without colour, brackets mark them. */
static const char *const edits[] = {[CS_KEPT] = NULL, [CS_TAKEN_OUT] = "\033[31;9m", [CS_PUT_IN] = "\033[32;4m"};

static const char *const tones[CS_TONES] = {
    [CS_TONE_GOOD] = "\033[32m",
    [CS_TONE_PARTIAL] = "\033[33m",
    [CS_TONE_BAD] = "\033[31m",
    [CS_TONE_MUTED] = "\033[2m",
};

static bool in_table(const struct cs_row *row)
{
    return row->kind == CS_ROW_HEADER || row->kind == CS_ROW_ITEM || row->kind == CS_ROW_TOTAL;
}

/* True for a byte that may begin a control character. */
static bool may_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7f || (unsigned char)byte == 0xc2 || (unsigned char)byte == 0xe2;
}

/* Size of the control character at `at`, other than a line feed; 0 if there is none. */
static size_t control_size(cs_text text, size_t at)
{
    cs_text rest = cs_text_skip(text, at);
    uint32_t point = cs_text_next(&rest);
    return cs_is_control(point) && point != '\n' ? text.size - at - rest.size : 0;
}

/* Index of the first control character; the text's size if there is none. Kana and kanji are none. */
static size_t find_control(cs_text text)
{
    for (size_t at = 0; at < text.size; at++) {
        if (cs_leads_wide((unsigned char)text.bytes[at]))
            at += cs_wide_run((cs_text){text.bytes + at, text.size - at});
        if (at < text.size && may_control(text.bytes[at]) && control_size(text, at) > 0)
            return at;
    }
    return text.size;
}

static cs_text printable(struct cs_arena *arena, cs_text text)
{
    size_t at = find_control(text), size = 0;
    if (at == text.size)
        return text;
    char *bytes = cs_alloc(arena, text.size);
    for (at = 0; at < text.size;) {
        size_t control = control_size(text, at);
        bytes[size++] = control == 0 ? text.bytes[at] : memchr("\t\r", text.bytes[at], 2) ? ' ' : '?';
        at += control ? control : 1;
    }
    return (cs_text){bytes, size};
}

static cs_text words_of(struct cs_emit *emit, const struct cs_cell *cell)
{
    return printable(&emit->job->arena, cs_cell_words(&emit->job->arena, cell));
}

/* Takes the first line off *rest. */
static cs_text take_line(cs_text *rest)
{
    const char *feed = rest->size ? memchr(rest->bytes, '\n', rest->size) : NULL;
    cs_text line = {rest->bytes, feed ? (size_t)(feed - rest->bytes) : rest->size};
    *rest = cs_text_skip(*rest, line.size + 1);
    return line;
}

/* True for what is right-aligned: digits and percent signs, or a lone hyphen for none. */
static bool is_count(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!memchr("0123456789%", text.bytes[i], 11))
            return cs_text_equal(text, CS_TEXT("-"));
    return true;
}

static size_t widest_line(struct cs_emit *emit, cs_text words)
{
    struct terminal *terminal = emit->state;
    size_t widest = 0;
    while (words.size) {
        size_t width = cs_text_width(&terminal->widths, take_line(&words));
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void measure(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    if (row->kind == CS_ROW_NOTE) {
        size_t width = widest_line(emit, words_of(emit, &row->cells[0]));
        terminal->label_width = width > terminal->label_width ? width : terminal->label_width;
    }
    if (!in_table(row))
        return;
    if (row->kind == CS_ROW_HEADER)
        terminal->header = row;
    for (uint32_t i = 0; i < row->cell_count; i++) {
        struct column *column = &terminal->columns[i];
        cs_text words = words_of(emit, &row->cells[i]);
        column->has_words |= row->kind != CS_ROW_HEADER && !is_count(words);
        if (column->has_words && i + 1 == emit->sheet->column_count && emit->options->columns == 0)
            continue; /* nothing follows it that needs alignment */
        size_t width = widest_line(emit, words);
        column->width = width > column->width ? width : column->width;
    }
}

/* The widest column that may shrink, and how far until it is no wider than the next one; NULL if none may. */
static struct column *widest_column(struct terminal *terminal, uint32_t count, size_t *above)
{
    struct column *widest = NULL;
    size_t next = NARROW;
    for (uint32_t i = 0; i < count; i++) {
        struct column *column = &terminal->columns[i];
        if (!column->has_words || column->width <= NARROW)
            continue;
        if (!widest || column->width > widest->width) {
            next = widest ? widest->width : next;
            widest = column;
        } else
            next = column->width > next ? column->width : next;
    }
    *above = widest && widest->width > next ? widest->width - next : 1;
    return widest;
}

/* True for a table of names with counts behind them. */
static bool is_of_counts(const struct cs_emit *emit)
{
    const struct terminal *terminal = emit->state;
    uint32_t words = 0;
    for (uint32_t i = 0; i < emit->sheet->column_count; i++)
        words += terminal->columns[i].has_words;
    return words == 1 && terminal->columns[0].has_words && terminal->header && emit->options->columns >= NARROWEST;
}

/* Shrinks the table to the width of the terminal, as far as possible. */
static void narrow(struct cs_emit *emit)
{
    struct terminal *terminal = emit->state;
    uint32_t count = emit->sheet->column_count;
    size_t total = count ? (count - 1) * (size_t)GAP : 0, above;
    for (uint32_t i = 0; i < count; i++)
        total += terminal->columns[i].width;
    while (total > emit->options->columns) {
        struct column *column = widest_column(terminal, count, &above);
        if (!column) {
            terminal->is_stacked = is_of_counts(emit);
            return;
        }
        above = total - emit->options->columns < above ? total - emit->options->columns : above;
        column->width -= above;
        total -= above;
    }
}

static void begin(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    struct cs_arena *arena = &emit->job->arena;
    struct terminal *terminal = cs_alloc(arena, sizeof *terminal);
    terminal->widths = cs_widths_new(arena, emit->options->ambiguous);
    terminal->columns = cs_alloc_array(arena, sheet->column_count, sizeof *terminal->columns);
    terminal->rest = cs_alloc_array(arena, sheet->column_count, sizeof *terminal->rest);
    emit->state = terminal;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        measure(emit, &sheet->rows[i]);
    if (emit->options->columns)
        narrow(emit);
}

/* Appends a text between an escape sequence (NULL if none) and its end, if colour is wanted. */
static void add_styled(struct cs_emit *emit, const char *style, cs_text text)
{
    bool styled = style && emit->options->color && text.size;
    if (styled)
        cs_buf_add(emit->out, cs_text_of(style));
    cs_buf_add(emit->out, text);
    if (styled)
        cs_buf_add(emit->out, cs_text_of(reset));
}

/* The text of a cell, with colours for its runs if colour is wanted. */
static struct rest rest_of(struct cs_emit *emit, const struct cs_row *row, uint32_t column)
{
    struct cs_arena *arena = &emit->job->arena;
    struct cs_runs runs = emit->options->color ? cs_row_runs(row, column) : (struct cs_runs){0};
    struct cs_buf words = {0};
    struct piece *pieces = cs_alloc_array(arena, runs.count, sizeof *pieces);
    for (uint32_t i = 0; i < runs.count; i++) {
        const struct cs_run *run = &runs.at[i];
        cs_buf_add(&words, printable(arena, run->text));
        pieces[i] = (struct piece){words.size, run->edit == CS_KEPT ? tones[run->tone] : edits[run->edit]};
    }
    cs_text text = runs.count ? cs_buf_take(arena, &words) : words_of(emit, &row->cells[column]);
    return (struct rest){text, text.bytes, pieces, runs.count, 0};
}

/* Appends a line of a cell in the colours of the cell or its runs; no colour spans a line end. */
static void add_cell_line(struct cs_emit *emit, const struct rest *rest, cs_text line, const char *style)
{
    if (rest->piece_count == 0) {
        add_styled(emit, style, line);
        return;
    }
    size_t from = (size_t)(line.bytes - rest->begin), to = from + line.size;
    for (uint32_t i = 0; i < rest->piece_count && from < to; i++) {
        size_t end = rest->pieces[i].end < to ? rest->pieces[i].end : to;
        if (end <= from)
            continue;
        add_styled(emit, rest->pieces[i].style, (cs_text){rest->begin + from, end - from});
        from = end;
    }
}

/* Appends an empty line between blocks. */
static void begin_block(struct cs_emit *emit, enum block block)
{
    struct terminal *terminal = emit->state;
    if (terminal->block != BLOCK_NONE && terminal->block != block)
        cs_buf_add_byte(emit->out, '\n');
    terminal->block = block;
}

/* The end of the blanks behind a label and two blanks, behind a number or a dash, or before the first word: where the
 * words of a line begin. 0 if none of these is there. */
static size_t find_words(cs_text line)
{
    enum { LONGEST_LABEL = 24 }; /* in bytes */
    cs_text head = {line.bytes, line.size < LONGEST_LABEL ? line.size : LONGEST_LABEL};
    ptrdiff_t gap = cs_text_find(head, CS_TEXT("  "));
    size_t at = 0;
    while (at < head.size && memchr("0123456789.-", head.bytes[at], 12))
        at++;
    at = at == 0 || at == head.size || head.bytes[at] != ' ' ? 0 : at;
    at = gap > 0 ? (size_t)gap : at;
    while (at < line.size && line.bytes[at] == ' ')
        at++;
    return at;
}

/* How far the further lines of a wrapped line are indented, in cells: to where its words begin. 0 in a column that
 * would lose more than half of its width. */
static size_t hanging(struct terminal *terminal, cs_text line, size_t width)
{
    size_t indent = cs_text_width(&terminal->widths, (cs_text){line.bytes, find_words(line)});
    return indent <= width / 2 ? indent : 0;
}

/* Takes the next line of a cell, and says how far it is indented. */
static cs_text take_cell_line(struct terminal *terminal, struct rest *rest, size_t width, size_t *indent)
{
    bool goes_on = rest->text.size && rest->text.bytes > rest->begin && rest->text.bytes[-1] != '\n';
    if (!goes_on && width != SIZE_MAX) {
        cs_text ahead = rest->text;
        rest->hanging = hanging(terminal, take_line(&ahead), width);
    }
    *indent = goes_on ? rest->hanging : 0;
    return cs_take_text(&terminal->widths, width == SIZE_MAX ? width : width - *indent, &rest->text);
}

/* Appends the next line of the row. Blanks are postponed until a text follows, so that no line ends in blanks. */
static void add_line(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    size_t owed = 0;
    for (uint32_t i = 0; i < row->cell_count; i++) {
        const struct column *column = &terminal->columns[i];
        bool is_last = i + 1 == row->cell_count && column->has_words; /* nothing follows it that needs alignment */
        bool is_limited = emit->options->columns && column->has_words;
        size_t indent;
        cs_text line = take_cell_line(terminal, &terminal->rest[i], is_limited ? column->width : SIZE_MAX, &indent);
        size_t width = is_last ? 0 : indent + cs_text_width(&terminal->widths, line);
        size_t missing = is_last || width > column->width ? 0 : column->width - width;
        if (line.size) {
            cs_buf_add_repeat(emit->out, ' ', owed + indent + (column->has_words ? 0 : missing));
            add_cell_line(emit, &terminal->rest[i], line,
                          row->kind == CS_ROW_HEADER ? bold : tones[row->cells[i].tone]);
            owed = GAP + (column->has_words ? missing : 0);
        } else {
            owed += GAP + missing;
        }
    }
    cs_buf_add_byte(emit->out, '\n');
}

/* Appends a name over its counts, each behind its title; there is none where a cell has a hyphen. */
static void add_stacked(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    size_t columns = emit->options->columns, used = 0, indent;
    struct rest name = rest_of(emit, row, 0);
    do {
        cs_text line = take_cell_line(terminal, &name, columns, &indent);
        cs_buf_add_repeat(emit->out, ' ', indent);
        add_cell_line(emit, &name, line, tones[row->cells[0].tone]);
        cs_buf_add_byte(emit->out, '\n');
    } while (name.text.size);
    for (uint32_t i = 1; i < row->cell_count && i < terminal->header->cell_count; i++) {
        cs_text title = words_of(emit, &terminal->header->cells[i]), count = words_of(emit, &row->cells[i]);
        size_t width = GAP + widest_line(emit, title) + 1 + widest_line(emit, count);
        if (count.size == 0 || cs_text_equal(count, CS_TEXT("-")))
            continue;
        if (used && used + width > columns) {
            cs_buf_add_byte(emit->out, '\n');
            used = 0;
        }
        cs_buf_add_repeat(emit->out, ' ', GAP);
        cs_buf_add(emit->out, title);
        cs_buf_add_byte(emit->out, ' ');
        add_styled(emit, tones[row->cells[i].tone], count);
        used += width;
    }
    cs_buf_add(emit->out, used ? CS_TEXT("\n") : (cs_text){0});
}

static void add_row(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    if (terminal->is_stacked && row->kind == CS_ROW_HEADER)
        return; /* its titles stand at each count */
    begin_block(emit, BLOCK_TABLE);
    if (terminal->is_stacked) {
        add_stacked(emit, row);
        return;
    }
    for (uint32_t i = 0; i < row->cell_count; i++)
        terminal->rest[i] = rest_of(emit, row, i);
    bool more;
    do {
        add_line(emit, row);
        more = false;
        for (uint32_t i = 0; i < row->cell_count; i++)
            more |= terminal->rest[i].text.size > 0;
    } while (more);
}

/* Appends a heading, wrapped and indented. */
static void add_heading(struct cs_emit *emit, const struct cs_row *row, size_t indent)
{
    struct terminal *terminal = emit->state;
    size_t columns = emit->options->columns;
    cs_text text = words_of(emit, &row->cells[0]);
    begin_block(emit, BLOCK_HEAD);
    do {
        size_t room = columns >= indent + NARROWEST ? columns - indent : SIZE_MAX;
        cs_text line = cs_take_text(&terminal->widths, room, &text);
        cs_buf_add_repeat(emit->out, ' ', line.size ? indent : 0);
        add_styled(emit, bold, line);
        cs_buf_add_byte(emit->out, '\n');
    } while (text.size);
}

static void add_title(struct cs_emit *emit, const struct cs_row *row)
{
    add_heading(emit, row, 0);
}

static void add_section(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    add_heading(emit, row, (size_t)row->depth * GAP);
    terminal->block = BLOCK_NONE; /* its items follow directly */
}

/* Appends label and text side by side, line by line; a text without a label is not indented. Long lines are wrapped. */
static void add_note(struct cs_emit *emit, const struct cs_row *row)
{
    struct terminal *terminal = emit->state;
    cs_text label = words_of(emit, &row->cells[0]);
    struct rest text = rest_of(emit, row, 1);
    size_t margin = label.size ? terminal->label_width + GAP : 0, columns = emit->options->columns;
    size_t room = columns >= margin + NARROWEST ? columns - margin : SIZE_MAX;
    begin_block(emit, BLOCK_HEAD);
    do {
        cs_text left = take_line(&label), right = cs_take_text(&terminal->widths, room, &text.text);
        cs_buf_add(emit->out, left);
        if (right.size)
            cs_buf_add_repeat(emit->out, ' ', margin - cs_text_width(&terminal->widths, left));
        add_cell_line(emit, &text, right, NULL);
        cs_buf_add_byte(emit->out, '\n');
    } while (label.size || text.text.size);
}

const struct cs_emitter cs_emitter_text = {
    .name = CS_LITERAL("text"),
    .suffix = CS_LITERAL("txt"),
    .diff = CS_DIFF_LINES,
    .gather = CS_BELOW,
    .only_reports = true,
    .for_terminal = true,
    .begin = begin,
    .row = {[CS_ROW_TITLE] = add_title,
            [CS_ROW_NOTE] = add_note,
            [CS_ROW_HEADER] = add_row,
            [CS_ROW_SECTION] = add_section,
            [CS_ROW_ITEM] = add_row,
            [CS_ROW_TOTAL] = add_row},
};
