/* Markdown: GitHub's tables, with the headings and lines around them, as rows of a sheet in reading order.
 *
 * A heading, a list entry or a line of a paragraph is a row with its text in the first column; a line of a table
 * is a row with a cell for each column, header lines included. The text of a cell comes from markdown_inline.c, and
 * tables with other titles become sheets of their own in markdown_tables.c. This reads what checksheet writes, and what
 * people write by hand in that form; it is not a CommonMark parser. */
#include "base/job.h"
#include "base/messages_read.h"
#include "checksheet/read.h"
#include "read/encoding.h"
#include "read/limits.h"
#include "read/markdown.h"
#include "read/markdown_inline.h"
#include "read/markdown_tables.h"

#include <string.h>

struct markdown {
    struct cs_job *job;
    struct cs_grid *grid;
    struct cs_markdown_tables tables;
    uint32_t row;
    uint32_t cell_count; /* of all sheets, and of lines that wait for their table */
    uint32_t columns;    /* of the current table; 0 outside a table */
    char fence;          /* the character of the open code block, or 0 */
    bool in_comment;     /* an HTML comment is open at the end of the line */
    bool has_table;
    struct cs_buf scratch;
};

/* --- lines -------------------------------------------------------------------------------------------------------- */

/* Trims ASCII blanks; others belong to the text. */
static cs_text trim(cs_text text)
{
    while (text.size && (text.bytes[0] == ' ' || text.bytes[0] == '\t'))
        text = cs_text_skip(text, 1);
    while (text.size && (text.bytes[text.size - 1] == ' ' || text.bytes[text.size - 1] == '\t'))
        text.size--;
    return text;
}

static bool has_bar(cs_text text)
{
    return text.size && memchr(text.bytes, '|', text.size);
}

/* The number of # at the front of a heading; 0 for any other line. */
static size_t heading_level(cs_text line)
{
    enum { DEEPEST = 6 };
    size_t level = 0;
    while (level < line.size && line.bytes[level] == '#')
        level++;
    bool ends = level == line.size || line.bytes[level] == ' ' || line.bytes[level] == '\t';
    return level <= DEEPEST && ends ? level : 0;
}

/* Bytes of the marker and the blank at the front of a list entry or a quotation. */
static size_t marker_size(cs_text line)
{
    if (line.size && line.bytes[0] == '>')
        return 1;
    return line.size > 1 && strchr("-*+", line.bytes[0]) && line.bytes[1] == ' ' ? 2 : 0;
}

/* The character of a line that opens or closes a code block, or 0. */
static char fence_of(cs_text line)
{
    bool is_fence = cs_text_starts(line, CS_TEXT("```")) || cs_text_starts(line, CS_TEXT("~~~"));
    return is_fence ? line.bytes[0] : '\0';
}

/* True for --- and === and the like: a thematic break, or the underline of a heading. */
static bool is_rule(cs_text line)
{
    if (line.size < 2 || !strchr("-=*_", line.bytes[0]))
        return false;
    for (size_t i = 0; i < line.size; i++)
        if (line.bytes[i] != line.bytes[0] && line.bytes[i] != ' ')
            return false;
    return true;
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

/* Takes the next cell off a line of a table; false if there is none. A bar after a backslash is text. */
static bool take_cell(cs_text *line, cs_text *cell)
{
    size_t at = 0;
    if (line->size == 0)
        return false;
    while (at < line->size && line->bytes[at] != '|')
        at += line->bytes[at] == '\\' && at + 1 < line->size ? 2 : 1;
    *cell = trim((cs_text){line->bytes, at});
    *line = cs_text_skip(*line, at + 1);
    return true;
}

/* The cells of a table's line, without the bar before the first one. */
static cs_text inside(cs_text line)
{
    line = trim(line);
    return cs_text_skip(line, line.size && line.bytes[0] == '|');
}

static uint32_t count_cells(cs_text line)
{
    uint32_t count = 0;
    cs_text rest = inside(line), cell;
    while (take_cell(&rest, &cell))
        count++;
    return count;
}

static bool is_ruler_cell(cs_text cell)
{
    cell = cs_text_skip(cell, cell.size && cell.bytes[0] == ':');
    if (cell.size > 1 && cell.bytes[cell.size - 1] == ':')
        cell.size--;
    for (size_t i = 0; i < cell.size; i++)
        if (cell.bytes[i] != '-')
            return false;
    return cell.size > 0;
}

/* The number of cells of a line such as |---|:-:|, which makes the line above a table header; 0 if it is none. */
static uint32_t count_ruler(cs_text line)
{
    uint32_t count = 0;
    cs_text rest = inside(line), cell;
    if (!has_bar(line))
        return 0;
    for (; take_cell(&rest, &cell); count++)
        if (!is_ruler_cell(cell))
            return 0;
    return count;
}

/* True if a line is the header of a table. */
static bool begins_table(const struct cs_source *source, uint32_t number)
{
    return has_bar(cs_source_line(source, number)) && count_ruler(cs_source_line(source, number + 1)) > 0;
}

bool cs_has_markdown_table(const struct cs_source *source)
{
    for (uint32_t number = 1; number < source->line_count; number++)
        if (begins_table(source, number))
            return true;
    return false;
}

static struct cs_span span_of(const struct markdown *markdown, cs_text text)
{
    uint32_t start = (uint32_t)(text.bytes - markdown->grid->file->bytes.bytes);
    return (struct cs_span){markdown->grid->file, start, start + (uint32_t)text.size};
}

/* False after reporting that there is no room for a cell. */
static bool check_room(struct markdown *markdown, cs_text raw, uint32_t column)
{
    cs_message message = CS_NO_MESSAGE;
    if (column >= CS_MOST_COLUMNS)
        message = CS_MESSAGE_TOO_MANY_COLUMNS;
    else if (markdown->row >= CS_MOST_ROWS)
        message = CS_MESSAGE_TOO_MANY_ROWS;
    else if (markdown->cell_count >= CS_MOST_CELLS)
        message = CS_MESSAGE_TOO_MANY_CELLS;
    else if (raw.size > CS_MOST_FIELD)
        message = CS_MESSAGE_FIELD_TOO_LONG;
    if (message == CS_NO_MESSAGE)
        return true;
    cs_report(markdown->job, message, span_of(markdown, (cs_text){raw.bytes, 0}), (cs_text){0});
    return false;
}

/* Adds a cell, unless its text is empty. False as check_room. */
static bool add_cell(struct markdown *markdown, cs_text raw, uint32_t column)
{
    cs_text link = {NULL, 0}, text = cs_markdown_words(&markdown->job->arena, &markdown->scratch, raw, &link);
    if (text.size == 0)
        return true;
    if (!check_room(markdown, raw, column))
        return false;
    struct cs_span span = span_of(markdown, raw);
    struct cs_grid_sheet *sheet = &markdown->grid->sheets[markdown->tables.sheet];
    struct cs_grid_cell *cell = cs_grid_add_cell(markdown->job, sheet, markdown->row, column, text);
    cell->start = span.start;
    cell->end = span.end;
    cell->link = link;
    markdown->cell_count++;
    return true;
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static void report_count(struct markdown *markdown, cs_message message, cs_text where, uint32_t count)
{
    struct cs_arena *arena = &markdown->job->arena;
    cs_report(markdown->job, message, span_of(markdown, where), cs_text_of_number(arena, markdown->columns),
              cs_text_of_number(arena, count));
}

static bool add_table_row(struct markdown *markdown, cs_text line)
{
    cs_text rest = inside(line), cell, extra = {NULL, 0};
    uint32_t column = 0;
    for (; take_cell(&rest, &cell); column++) {
        if (column == markdown->columns)
            extra = cell;
        if (!add_cell(markdown, cell, column))
            return false;
    }
    if (extra.bytes) {
        extra.size = (size_t)(cell.bytes + cell.size - extra.bytes);
        report_count(markdown, CS_MESSAGE_EXTRA_CELLS, extra, column);
    }
    markdown->row++;
    return true;
}

/* Begins a table with its header. A delimiter row of another length is accepted, since the intention is clear. */
static bool begin_table(struct markdown *markdown, cs_text header, cs_text ruler)
{
    markdown->has_table = true;
    markdown->columns = count_cells(header);
    if (count_ruler(ruler) != markdown->columns)
        report_count(markdown, CS_MESSAGE_RULER_CELLS, trim(ruler), count_ruler(ruler));
    cs_text *titles = cs_alloc_array(&markdown->job->arena, markdown->columns + 1u, sizeof *titles);
    cs_text rest = inside(header), cell;
    for (uint32_t i = 0; take_cell(&rest, &cell); i++)
        titles[i] = cell;
    cs_markdown_begin(&markdown->tables, markdown->row, titles, markdown->columns);
    return add_table_row(markdown, header);
}

/* Adds a row with a text alone, unless it is empty: a heading, or another line with level 0. */
static bool add_line(struct markdown *markdown, cs_text raw, uint32_t level, bool is_code)
{
    struct cs_markdown_line line = {.text = raw, .row = markdown->row, .heading = level};
    if (!is_code)
        line.text = cs_markdown_words(&markdown->job->arena, &markdown->scratch, raw, &line.link);
    if (line.text.size == 0)
        return true;
    if (!check_room(markdown, raw, 0))
        return false;
    struct cs_span span = span_of(markdown, raw);
    line.start = span.start;
    line.end = span.end;
    cs_markdown_wait(&markdown->tables, line);
    markdown->cell_count++;
    markdown->row++;
    return true;
}

static bool add_heading(struct markdown *markdown, cs_text line, size_t level)
{
    line = trim(cs_text_skip(line, level));
    cs_text end = line;
    while (end.size && end.bytes[end.size - 1] == '#')
        end.size--;
    bool is_closed = end.size == 0 || end.bytes[end.size - 1] == ' ';
    return add_line(markdown, is_closed ? trim(end) : line, (uint32_t)level, false);
}

/* True for a line to skip: in a comment, or a delimiter of a code block. */
static bool skip_line(struct markdown *markdown, cs_text line)
{
    char fence = fence_of(line);
    if (markdown->in_comment || (!markdown->fence && cs_text_starts(line, CS_TEXT("<!--")))) {
        bool ends = cs_text_find(line, CS_TEXT("-->")) >= 0;
        bool was_inside = markdown->in_comment;
        markdown->in_comment = !ends;
        return was_inside || !ends;
    }
    if (fence && (!markdown->fence || markdown->fence == fence)) {
        markdown->fence = markdown->fence ? '\0' : fence;
        return true;
    }
    return false;
}

/* True for a line that continues the table. */
static bool is_table_row(const struct markdown *markdown, cs_text line)
{
    if (!markdown->columns || line.size == 0)
        return false;
    return line.bytes[0] == '|' || (!heading_level(line) && !marker_size(line));
}

/* Reads a line, and with a table header the next one. False after reporting that the file cannot be read. */
static bool read_line(struct markdown *markdown, uint32_t *number)
{
    cs_text line = trim(cs_source_line(markdown->grid->file, *number));
    if (skip_line(markdown, line)) {
        markdown->columns = 0;
        return true;
    }
    if (markdown->fence)
        return add_line(markdown, line, 0, true);
    if (is_table_row(markdown, line))
        return add_table_row(markdown, line);
    markdown->columns = 0;
    if (begins_table(markdown->grid->file, *number))
        return begin_table(markdown, line, cs_source_line(markdown->grid->file, ++*number));
    size_t level = heading_level(line);
    if (level)
        return add_heading(markdown, line, level);
    return is_rule(line) || add_line(markdown, trim(cs_text_skip(line, marker_size(line))), 0, false);
}

static bool read_lines(struct markdown *markdown)
{
    for (uint32_t number = 1; number <= markdown->grid->file->line_count; number++)
        if (!read_line(markdown, &number))
            return false;
    cs_markdown_end(&markdown->tables);
    if (markdown->has_table && markdown->cell_count)
        return true;
    cs_message message = markdown->cell_count ? CS_MESSAGE_NO_TABLE : CS_MESSAGE_NO_CELLS;
    cs_report(markdown->job, message, ((struct cs_span){markdown->grid->file, 0, 0}), (cs_text){0});
    return false;
}

const struct cs_grid *cs_read_markdown(struct cs_job *job, const struct cs_source *source)
{
    struct cs_decoded decoded;
    if (!cs_decode(job, source, &decoded))
        return NULL;
    struct markdown markdown = {.job = job, .grid = cs_grid_new(job, CS_GRID_MARKDOWN, decoded.source)};
    cs_grid_add_sheet(job, markdown.grid, (cs_text){0});
    markdown.tables = (struct cs_markdown_tables){.job = job, .grid = markdown.grid};
    bool good = read_lines(&markdown);
    cs_buf_free(&markdown.scratch);
    for (uint32_t i = 0; i < markdown.grid->sheet_count && good && decoded.has_loss; i++)
        cs_report_lost(job, markdown.grid, &markdown.grid->sheets[i]);
    return good ? markdown.grid : NULL;
}
