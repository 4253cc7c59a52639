/* CSV as in RFC 4180 and as programs write it: fields separated by commas, tabs, semicolons or bars, whichever splits
 * the lines best; line ends of all kinds, in fields too; "sep=;" in the first line; misplaced quotes.
 *
 * Most fields are views of the source and are not copied. The escape that checksheet itself puts before a field
 * (see base/formula.h) is removed, and so is the ="001" by which other programs keep Excel from turning it into 1. */
#include "base/ascii.h"
#include "base/formula.h"
#include "base/messages_read.h"
#include "base/job.h"
#include "checksheet/read.h"
#include "read/encoding.h"
#include "read/limits.h"

#include <string.h>

/* A field as written in the file. */
struct field {
    size_t start, end; /* without the quotes, if it has them */
    size_t next;       /* index after it: of a delimiter, a line end or the end */
    bool quoted;
    bool is_escaped; /* it contains a doubled quote, a CR, or text after the closing quote: it must be copied */
    bool is_open;    /* the closing quote is missing, or too far away */
    bool has_tail;   /* text follows the closing quote */
};

struct csv {
    struct cs_job *job;
    struct cs_grid *grid;
    struct cs_grid_sheet *sheet;
    cs_text text;
    size_t at;
    char delimiter;
    /* UTF-8 without a mark, with LF, as checksheet writes it for programs: there is no ' before formulas */
    bool is_plain;
    uint32_t row;
    struct cs_buf scratch;
};

/* --- fields ------------------------------------------------------------------------------------------------------- */

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Index of the next delimiter or line end, or of the end. */
static size_t find_end(cs_text text, size_t at, char delimiter)
{
    while (at < text.size && text.bytes[at] != delimiter && !is_line_end(text.bytes[at]))
        at++;
    return at;
}

/* Index of the quote that closes a field, searched from after the opening one; if there is none, the size of the
 * text, or where the field exceeds its limit. */
static size_t find_closing(cs_text text, size_t at, bool *is_escaped)
{
    size_t limit = text.size - at > CS_MOST_FIELD ? at + CS_MOST_FIELD : text.size;
    while (at < limit) {
        const char *quote = memchr(text.bytes + at, '"', limit - at);
        if (!quote)
            break;
        at = (size_t)(quote - text.bytes);
        if (at + 1 == text.size || text.bytes[at + 1] != '"')
            return at;
        *is_escaped = true;
        at += 2;
    }
    return text.size;
}

static struct field take_field(cs_text text, size_t at, char delimiter)
{
    struct field field = {.start = at};
    if (at == text.size || text.bytes[at] != '"') {
        field.end = field.next = find_end(text, at, delimiter);
        return field;
    }
    field.quoted = true;
    field.start = at + 1;
    field.end = find_closing(text, field.start, &field.is_escaped);
    field.is_open = field.end == text.size;
    if (field.is_open) {
        field.next = text.size;
        return field;
    }
    field.next = find_end(text, field.end + 1, delimiter);
    field.has_tail = field.next > field.end + 1;
    field.is_escaped |= field.has_tail || memchr(text.bytes + field.start, '\r', field.end - field.start);
    return field;
}

/* Index after the line end at `at`. */
static size_t skip_line_end(cs_text text, size_t at)
{
    bool two = text.bytes[at] == '\r' && at + 1 < text.size && text.bytes[at + 1] == '\n';
    return at + (two ? 2 : 1);
}

/* --- what parts the fields ---------------------------------------------------------------------------------------- */

/* How a delimiter would split the beginning of the file. */
struct guess {
    uint64_t records; /* without empty lines */
    /* one point for each record with more than one field and no text after a closing quote, and one more if it has as
     * many fields as the previous one */
    uint64_t score;
    bool ends_in_lf; /* the first record, with nothing before the LF */
};

static struct guess try_delimiter(cs_text text, char delimiter)
{
    enum { FAR = 1 << 16 }; /* records that begin in this many bytes are examined */
    struct guess guess = {0};
    uint32_t fields = 0, before = 0;
    bool has_tail = false;
    for (size_t at = 0; at < text.size && (at < FAR || fields); at++) {
        struct field field = take_field(text, at, delimiter);
        fields++;
        has_tail |= field.has_tail;
        bool is_empty = field.next == at && fields == 1;
        at = field.next;
        if (at < text.size && text.bytes[at] == delimiter)
            continue;
        if (guess.records == 0)
            guess.ends_in_lf = at < text.size && text.bytes[at] == '\n';
        guess.records += !is_empty;
        if (fields > 1 && !has_tail)
            guess.score += fields == before || before == 0 ? 2 : 1;
        before = is_empty ? before : fields;
        fields = 0;
        has_tail = false;
        at = at < text.size ? skip_line_end(text, at) - 1 : at;
    }
    return guess;
}

/* The delimiter that splits the greatest share of the records most regularly; a quoted field is one field whatever it
 * contains. Of two equal ones the first wins. So a proper CSV file with the same number of fields, more than one, in
 * each record is never misread. A table copied from a page has bars. */
static char find_delimiter(cs_text text, struct guess *best)
{
    static const char candidates[] = {',', '\t', ';', '|'};
    char delimiter = candidates[0];
    *best = try_delimiter(text, delimiter);
    for (size_t i = 1; i < sizeof candidates; i++) {
        struct guess guess = try_delimiter(text, candidates[i]);
        if (guess.score * best->records <= best->score * guess.records)
            continue;
        *best = guess;
        delimiter = candidates[i];
    }
    return delimiter;
}

/* Bytes of a first line such as "sep=;", which tells Excel the delimiter; 0 if there is none. */
static size_t take_separator(cs_text text, char *delimiter)
{
    cs_text line = {text.bytes, find_end(text, 0, '\n')};
    size_t size = line.size;
    if (line.size > 1 && line.bytes[0] == '"' && line.bytes[line.size - 1] == '"')
        line = (cs_text){line.bytes + 1, line.size - 2};
    if (line.size != 5 || !cs_ascii_starts(line, CS_TEXT("sep=")) || line.bytes[4] == '"')
        return 0;
    *delimiter = line.bytes[4];
    return size < text.size ? skip_line_end(text, size) : size;
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

/* Appends quoted text: two quotes are one, and every line end is an LF. */
static void add_unescaped(struct cs_buf *out, cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        bool has_next = i + 1 < text.size;
        if (text.bytes[i] == '"' && has_next && text.bytes[i + 1] == '"')
            i++;
        if (text.bytes[i] != '\r')
            cs_buf_add_byte(out, text.bytes[i]);
        else if (!has_next || text.bytes[i + 1] != '\n')
            cs_buf_add_byte(out, '\n');
    }
}

/* The text of a field, with LF for all line ends. Text after the closing quote belongs to it, as in Excel. */
static cs_text text_of(struct csv *csv, const struct field *field)
{
    cs_text text = {csv->text.bytes + field->start, field->end - field->start};
    if (!field->is_escaped)
        return text;
    cs_buf_clear(&csv->scratch);
    add_unescaped(&csv->scratch, text);
    if (field->has_tail)
        cs_buf_add(&csv->scratch, (cs_text){csv->text.bytes + field->end + 1, field->next - field->end - 1});
    return cs_buf_copy(&csv->job->arena, &csv->scratch);
}

/* True for ="001". */
static bool is_kept_text(cs_text text)
{
    return text.size >= 3 && cs_text_starts(text, CS_TEXT("=\"")) && text.bytes[text.size - 1] == '"' &&
           !memchr(text.bytes + 2, '"', text.size - 3);
}

/* Removes what protects a text from being read as something else by a spreadsheet. True if that was a '. A plain file
 * has no such protection, and a quoted ="001" in it is literal. */
static bool strip(const struct csv *csv, bool quoted, cs_text *text)
{
    if (!csv->is_plain && cs_text_starts(*text, CS_TEXT("'")) && cs_csv_is_formula(cs_text_skip(*text, 1))) {
        *text = cs_text_skip(*text, 1);
        return true;
    }
    if (is_kept_text(*text) && !(csv->is_plain && quoted))
        *text = (cs_text){text->bytes + 2, text->size - 3};
    return false;
}

/* --- records ------------------------------------------------------------------------------------------------------ */

static bool report_at(struct csv *csv, cs_message message, size_t start, size_t end, cs_text argument)
{
    cs_report(csv->job, message, ((struct cs_span){csv->grid->file, (uint32_t)start, (uint32_t)end}), argument);
    return false;
}

/* False after reporting that the field cannot be read. */
static bool check_field(struct csv *csv, const struct field *field, uint32_t column)
{
    size_t first = field->start - field->quoted;
    if (field->end - field->start > CS_MOST_FIELD)
        return report_at(csv, CS_MESSAGE_FIELD_TOO_LONG, first, first + 1, (cs_text){0});
    if (field->is_open)
        return report_at(csv, CS_MESSAGE_UNCLOSED_QUOTE, first, first + 1, (cs_text){0});
    if (column >= CS_MOST_COLUMNS)
        return report_at(csv, CS_MESSAGE_TOO_MANY_COLUMNS, first, first, (cs_text){0});
    if (field->start == field->end)
        return true;
    if (csv->row >= CS_MOST_ROWS)
        return report_at(csv, CS_MESSAGE_TOO_MANY_ROWS, first, first, (cs_text){0});
    if (csv->sheet->cell_count >= CS_MOST_CELLS)
        return report_at(csv, CS_MESSAGE_TOO_MANY_CELLS, first, first, (cs_text){0});
    return true;
}

static void add_field(struct csv *csv, const struct field *field, uint32_t column)
{
    cs_text text = text_of(csv, field);
    bool had_guard = strip(csv, field->quoted, &text);
    if (field->has_tail)
        report_at(csv, CS_MESSAGE_STRAY_QUOTE, field->end, field->next, cs_grid_address(csv->job, csv->row, column));
    if (text.size == 0)
        return;
    struct cs_grid_cell *cell = cs_grid_add_cell(csv->job, csv->sheet, csv->row, column, text);
    cell->start = (uint32_t)(field->start + had_guard);
    cell->end = (uint32_t)(field->has_tail ? field->next : field->end);
}

/* Reads a record and its line end. False after reporting that the file cannot be read. */
static bool read_record(struct csv *csv)
{
    for (uint32_t column = 0;; column++) {
        struct field field = take_field(csv->text, csv->at, csv->delimiter);
        if (!check_field(csv, &field, column))
            return false;
        if (field.start < field.next)
            add_field(csv, &field, column);
        csv->at = field.next;
        if (csv->at == csv->text.size)
            return true;
        if (csv->text.bytes[csv->at] != csv->delimiter)
            break;
        csv->at++;
    }
    csv->at = skip_line_end(csv->text, csv->at);
    csv->row++;
    return true;
}

static bool read_records(struct csv *csv)
{
    while (csv->at < csv->text.size)
        if (!read_record(csv))
            return false;
    return csv->sheet->cell_count > 0 || report_at(csv, CS_MESSAGE_NO_CELLS, 0, 0, (cs_text){0});
}

const struct cs_grid *cs_read_csv(struct cs_job *job, const struct cs_source *source)
{
    struct cs_decoded decoded;
    struct guess guess;
    if (!cs_decode(job, source, &decoded))
        return NULL;
    struct csv csv = {.job = job, .grid = cs_grid_new(job, CS_GRID_CSV, decoded.source), .text = decoded.source->bytes};
    csv.sheet = cs_grid_add_sheet(job, csv.grid, (cs_text){0});
    csv.at = decoded.mark_size;
    csv.delimiter = find_delimiter(cs_text_skip(csv.text, csv.at), &guess);
    csv.is_plain = !decoded.has_mark && !decoded.is_converted && guess.ends_in_lf;
    csv.at += take_separator(cs_text_skip(csv.text, csv.at), &csv.delimiter);
    bool good = read_records(&csv);
    cs_buf_free(&csv.scratch);
    if (good && decoded.has_loss)
        cs_report_lost(job, csv.grid, csv.sheet);
    return good ? csv.grid : NULL;
}
