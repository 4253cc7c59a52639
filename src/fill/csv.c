/* See csv.h. Fields are split as the CSV reader does; the delimiter is derived from the positions of its cells. */
#include "fill/csv.h"
#include "base/ascii.h"
#include "base/formula.h"
#include "checksheet/source.h"

#include <string.h>

/* The text and the bytes it was decoded from, traversed in parallel. */
struct walk {
    cs_text text, bytes;
    enum cs_charset charset;
    size_t text_at, byte_at;
};

struct writer {
    cs_text text;
    struct walk walk;
    char delimiter;
    bool is_plain; /* there is no ' before formulas: see the reader */
    const struct cs_splice *splice;
    uint32_t next; /* next cell to write */
    size_t copied; /* bytes of the text already copied to out, or replaced */
    struct cs_buf out;
};

/* A field: [start, end), quotes included. */
struct field {
    size_t start, end;
    bool quoted;
};

/* --- encodings ---------------------------------------------------------------------------------------------------- */

/* Bytes of the next character in the file's encoding; for an invalid sequence, as many as the reader skips. */
static size_t next_size(const struct walk *walk)
{
    enum { LONGEST = 4 };
    bool is_wide = walk->charset == CS_CHARSET_UTF_16LE || walk->charset == CS_CHARSET_UTF_16BE;
    size_t unit = is_wide ? 2 : 1, left = walk->bytes.size - walk->byte_at;
    for (size_t size = unit; size <= LONGEST && size <= left; size += unit) {
        struct cs_buf decoded = {0};
        size_t taken = cs_charset_decode(&decoded, walk->charset, (cs_text){walk->bytes.bytes + walk->byte_at, size});
        cs_buf_free(&decoded);
        if (taken == size)
            return size;
    }
    return unit < left ? unit : left;
}

/* The file offset of an offset in the text; to be asked in rising order. */
static size_t byte_of(struct walk *walk, size_t at)
{
    if (walk->charset == CS_CHARSET_UTF_8)
        return at;
    while (walk->text_at < at && walk->byte_at < walk->bytes.size) {
        cs_text rest = cs_text_skip(walk->text, walk->text_at);
        cs_text_next(&rest);
        walk->byte_at += next_size(walk);
        walk->text_at = walk->text.size - rest.size;
    }
    return walk->byte_at;
}

/* Appends a text in the encoding of the file. */
static void put(struct writer *writer, cs_text text)
{
    if (writer->walk.charset == CS_CHARSET_UTF_8)
        cs_buf_add(&writer->out, text);
    else if (cs_charset_encode(&writer->out, writer->walk.charset, text) != text.size)
        writer->out.failed = true;
}

bool cs_csv_can_hold(const struct cs_grid *grid, cs_text text)
{
    struct cs_buf encoded = {0};
    if (grid->format != CS_GRID_CSV || grid->file->charset == CS_CHARSET_UTF_8)
        return true;
    bool can = cs_charset_encode(&encoded, grid->file->charset, text) == text.size;
    cs_buf_free(&encoded);
    return can;
}

/* --- fields ------------------------------------------------------------------------------------------------------- */

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* The character before the first cell that is not in the first column; a comma if there is none. */
static char find_delimiter(const struct cs_grid_sheet *sheet, cs_text text)
{
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        size_t at = sheet->cells[i].start;
        if (sheet->cells[i].column == 0 || at == 0)
            continue;
        at -= text.bytes[at - 1] == '\'' && at > 1;
        at -= text.bytes[at - 1] == '"' && at > 1;
        return text.bytes[at - 1];
    }
    return ',';
}

static struct field take_field(const struct writer *writer, size_t at)
{
    cs_text text = writer->text;
    struct field field = {.start = at, .quoted = at < text.size && text.bytes[at] == '"'};
    if (field.quoted) {
        for (at++; at < text.size; at++)
            if (text.bytes[at] == '"' && (at + 1 == text.size || text.bytes[at + 1] != '"'))
                break;
            else if (text.bytes[at] == '"')
                at++;
    }
    while (at < text.size && text.bytes[at] != writer->delimiter && !is_line_end(text.bytes[at]))
        at++;
    field.end = at;
    return field;
}

static bool needs_quotes(const struct writer *writer, cs_text text)
{
    bool is_spaced = text.size && (text.bytes[0] == ' ' || text.bytes[text.size - 1] == ' ');
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] == writer->delimiter || text.bytes[i] == '"' || is_line_end(text.bytes[i]))
            return true;
    return is_spaced || cs_text_starts(text, CS_TEXT("="));
}

static void add_field(struct writer *writer, cs_text text, bool quoted)
{
    bool in_quotes = quoted || needs_quotes(writer, text);
    struct cs_buf field = {0};
    cs_buf_add(&field, in_quotes ? CS_TEXT("\"") : (cs_text){0});
    cs_buf_add(&field, !writer->is_plain && cs_csv_is_formula(text) ? CS_TEXT("'") : (cs_text){0});
    for (size_t i = 0; i < text.size; i++) {
        cs_buf_add_byte(&field, text.bytes[i]);
        if (text.bytes[i] == '"')
            cs_buf_add_byte(&field, '"');
    }
    cs_buf_add(&field, in_quotes ? CS_TEXT("\"") : (cs_text){0});
    put(writer, cs_buf_text(&field));
    writer->out.failed |= field.failed;
    cs_buf_free(&field);
}

static void copy_to(struct writer *writer, size_t at)
{
    size_t from = byte_of(&writer->walk, writer->copied), to = byte_of(&writer->walk, at);
    cs_buf_add(&writer->out, (cs_text){writer->walk.bytes.bytes + from, to - from});
    writer->copied = at;
}

static cs_text text_of(const struct cs_splice_cell *cell)
{
    return cell->kind == CS_SPLICE_TEXT   ? cell->text
           : cell->kind == CS_SPLICE_TRUE ? CS_TEXT("TRUE")
                                          : CS_TEXT("FALSE");
}

static const struct cs_splice_cell *next_cell(const struct writer *writer)
{
    return writer->next < writer->splice->cell_count ? &writer->splice->cells[writer->next] : NULL;
}

/* Appends the fields that a record lacks up to a column. */
static void lengthen(struct writer *writer, uint32_t row, uint32_t column, size_t at)
{
    const struct cs_splice_cell *cell;
    for (; (cell = next_cell(writer)) && cell->row == row; writer->next++) {
        copy_to(writer, at);
        for (; column < cell->column; column++)
            put(writer, (cs_text){&writer->delimiter, 1});
        add_field(writer, text_of(cell), false);
    }
}

/* Writes the fields of a record; returns the offset of its line end, or of the end of the file. */
static size_t write_record(struct writer *writer, uint32_t row, size_t at)
{
    for (uint32_t column = 0;; column++) {
        struct field field = take_field(writer, at);
        const struct cs_splice_cell *cell = next_cell(writer);
        if (cell && cell->row == row && cell->column == column) {
            copy_to(writer, field.start);
            add_field(writer, text_of(cell), field.quoted);
            writer->copied = field.end;
            writer->next++;
        }
        at = field.end;
        if (at == writer->text.size || is_line_end(writer->text.bytes[at])) {
            lengthen(writer, row, column, at);
            return at;
        }
        at++;
    }
}

static size_t behind_line_end(cs_text text, size_t at)
{
    bool two = at + 1 < text.size && text.bytes[at] == '\r' && text.bytes[at + 1] == '\n';
    return at + (at < text.size) + two;
}

/* Bytes of a byte order mark and of a line that names the delimiter. */
static size_t skip_head(cs_text text, bool *has_mark)
{
    *has_mark = cs_text_starts(text, CS_TEXT("\xef\xbb\xbf"));
    size_t start = *has_mark ? 3 : 0, at = start;
    while (at < text.size && !is_line_end(text.bytes[at]))
        at++;
    cs_text line = {text.bytes + start, at - start};
    if (line.size > 1 && line.bytes[0] == '"' && line.bytes[line.size - 1] == '"')
        line = (cs_text){line.bytes + 1, line.size - 2};
    bool names = line.size == 5 && cs_ascii_starts(line, CS_TEXT("sep=")) && line.bytes[4] != '"';
    return names ? behind_line_end(text, at) : start;
}

/* True if the first record ends in a bare line feed. */
static bool ends_in_lf(const struct writer *writer, size_t at)
{
    while (true) {
        at = take_field(writer, at).end;
        if (at == writer->text.size || is_line_end(writer->text.bytes[at]))
            return at < writer->text.size && writer->text.bytes[at] == '\n';
        at++;
    }
}

bool cs_csv_splice(const struct cs_grid *grid, cs_text file, const struct cs_splice *splice, struct cs_buf *out)
{
    bool has_mark;
    const struct cs_source *source = grid->file;
    struct writer writer = {.text = source->bytes,
                            .splice = splice,
                            .walk = {.text = source->bytes, .bytes = file, .charset = source->charset}};
    size_t at = skip_head(writer.text, &has_mark);
    if (source->had_mark) { /* which is not part of the text */
        writer.walk.byte_at = 2;
        cs_buf_add(&writer.out, (cs_text){file.bytes, 2});
        has_mark = true;
    }
    writer.delimiter = find_delimiter(&grid->sheets[0], writer.text);
    writer.is_plain = !has_mark && ends_in_lf(&writer, 0);
    for (uint32_t row = 0; at < writer.text.size; row++)
        at = behind_line_end(writer.text, write_record(&writer, row, at));
    copy_to(&writer, writer.text.size);
    bool is_whole = writer.walk.charset == CS_CHARSET_UTF_8 || writer.walk.byte_at == file.size;
    bool done = writer.next == splice->cell_count && !writer.out.failed && is_whole;
    if (done)
        cs_buf_add(out, cs_buf_text(&writer.out));
    cs_buf_free(&writer.out);
    return done && !out->failed;
}
