/* Detecting the encoding and converting to UTF-8. A byte order mark decides; else line ends and commas of two bytes,
 * which only UTF-16 has; else the file is UTF-8 if it is valid to the last byte, ISO-2022-JP if it has escape
 * sequences for kanji, and else CP932 or CP1252: kanji and kana are runs of bytes of the upper half, while western
 * letters and quotation marks are single ones among ASCII. */
#include "read/encoding.h"
#include "base/messages_read.h"
#include "base/job.h"

#include <string.h>

static const cs_text replacement = CS_LITERAL("\xef\xbf\xbd"); /* U+FFFD */

/* --- UTF-8 -------------------------------------------------------------------------------------------------------- */

static bool is_ascii_word(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

/* True for a code point that no longer shows what was meant, or not on every machine. */
static bool is_lost(uint32_t point)
{
    return point == 0xfffd || (point >= 0xe000 && point <= 0xf8ff);
}

/* True for a three-byte character that needs no further check: most of Japanese. Lead bytes e0 and ed do. */
static bool is_plain_three(const char *bytes)
{
    unsigned char lead = (unsigned char)bytes[0];
    return lead > 0xe0 && lead < 0xed && (bytes[1] & 0xc0) == 0x80 && (bytes[2] & 0xc0) == 0x80;
}

/* Index after the characters from `at` on that need no further check, which is most of any text. */
static size_t skip_plain(cs_text text, size_t at)
{
    const char *bytes = text.bytes;
    while (at < text.size) {
        if (text.size - at >= 8 && is_ascii_word(bytes + at))
            at += 8;
        else if ((unsigned char)bytes[at] < 0x80)
            at++;
        else if (text.size - at >= 3 && is_plain_three(bytes + at))
            at += 3;
        else
            break;
    }
    return at;
}

/* Size of the valid UTF-8 at the front; the text's size if all is valid. */
static size_t valid_size(cs_text text, bool *has_loss)
{
    for (size_t at = 0; (at = skip_plain(text, at)) < text.size;) {
        cs_text rest = cs_text_skip(text, at);
        bool is_replacement = cs_text_starts(rest, replacement);
        uint32_t point = cs_text_next(&rest);
        if (point == 0xfffd && !is_replacement)
            return at;
        *has_loss |= is_lost(point);
        at = text.size - rest.size;
    }
    return text.size;
}

/* The text converted, as a source under the file's name. */
static void take_converted(struct cs_job *job, const struct cs_source *file, struct cs_buf *text,
                           enum cs_charset charset, struct cs_decoded *decoded)
{
    bool had_mark = decoded->has_mark;
    decoded->source = cs_source_add_decoded(job, file, cs_buf_text(text), charset, had_mark);
    decoded->is_converted = true;
    decoded->has_loss = false;
    valid_size(decoded->source->bytes, &decoded->has_loss);
}

/* --- what it is --------------------------------------------------------------------------------------------------- */

/* Separators of cells and lines in UTF-16, low byte first or last. Read in the wrong byte order they would be
 * characters of Gurmukhi, Malayalam, Devanagari and Glagolitic. */
struct signs {
    uint32_t little, big, nuls;
};

static struct signs count_signs(cs_text text)
{
    struct signs signs = {0};
    for (size_t i = 0; i + 1 < text.size; i += 2) {
        char first = text.bytes[i], second = text.bytes[i + 1];
        signs.nuls += (uint32_t)(first == '\0') + (uint32_t)(second == '\0');
        signs.little += second == '\0' && first && strchr("\n\r\t,", first);
        signs.big += first == '\0' && second && strchr("\n\r\t,", second);
    }
    return signs;
}

/* True if a file without a mark is UTF-16, and which. A file that is valid UTF-8 is UTF-16 only if every other byte
 * is NUL; otherwise a stray NUL would turn ASCII into kanji. */
static bool is_wide(cs_text text, bool is_utf8, enum cs_charset *charset)
{
    if (text.size == 0 || text.size % 2 || !memchr(text.bytes, '\0', text.size))
        return false;
    struct signs signs = count_signs(text);
    if (is_utf8 && signs.nuls != text.size / 2)
        return false;
    *charset = signs.little > signs.big ? CS_CHARSET_UTF_16LE : CS_CHARSET_UTF_16BE;
    return signs.little != signs.big;
}

static bool report_byte(struct cs_job *job, const struct cs_source *shown, size_t at, const struct cs_source *file,
                        size_t offset)
{
    struct cs_buf byte = {0};
    cs_buf_print(&byte, "0x%02X", (unsigned)(unsigned char)file->bytes.bytes[offset]);
    struct cs_span span = {shown, (uint32_t)at, (uint32_t)at + 1};
    cs_report(job, CS_MESSAGE_NOT_TEXT, span, cs_buf_text(&byte), cs_text_of_number(&job->arena, offset + 1));
    cs_buf_free(&byte);
    return false;
}

/* True if nearly all bytes of the upper half are single, all of them exist in CP1252, and no pair is a kana. */
static bool looks_western(cs_text text)
{
    uint32_t alone = 0, together = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i],
                      next = i + 1 < text.size ? (unsigned char)text.bytes[i + 1] : 0;
        if (byte < 0x80)
            continue;
        if (byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d ||
            (byte == 0x82 && next >= 0x9f && next <= 0xf1))
            return false;
        size_t start = i;
        while (i + 1 < text.size && (unsigned char)text.bytes[i + 1] >= 0x80)
            i++;
        alone += i == start;
        together += i > start;
    }
    return alone > together * 3;
}

static bool take_cp1252(struct cs_job *job, const struct cs_source *file, struct cs_decoded *decoded)
{
    struct cs_buf text = {0};
    bool good = cs_charset_decode(&text, CS_CHARSET_CP1252, file->bytes) == file->bytes.size;
    if (good)
        take_converted(job, file, &text, CS_CHARSET_CP1252, decoded);
    cs_buf_free(&text);
    return good;
}

/* Decodes the file as CP932, or reports the place up to which it is valid CP932 or UTF-8, whichever gets further. */
static bool take_cp932(struct cs_job *job, const struct cs_source *file, size_t utf8_size, struct cs_decoded *decoded)
{
    struct cs_buf text = {0};
    size_t size = decoded->has_mark ? 0 : cs_charset_decode(&text, CS_CHARSET_CP932, file->bytes);
    bool good = size == file->bytes.size;
    if (good) {
        take_converted(job, file, &text, CS_CHARSET_CP932, decoded);
    } else if (size > utf8_size) {
        size_t at = text.size;
        cs_buf_add(&text, replacement);
        const struct cs_source *shown = cs_source_add(job, file->path, cs_buf_copy(&job->arena, &text));
        report_byte(job, shown, at, file, size);
    } else {
        report_byte(job, file, utf8_size, file, utf8_size);
    }
    cs_buf_free(&text);
    return good;
}

/* Decodes the file in an encoding that is certain, even if parts are invalid. */
static bool take_broken(struct cs_job *job, const struct cs_source *file, enum cs_charset charset, size_t mark,
                        struct cs_decoded *decoded)
{
    struct cs_buf text = {0};
    cs_charset_decode_all(&text, charset, cs_text_skip(file->bytes, mark));
    take_converted(job, file, &text, charset, decoded);
    cs_buf_free(&text);
    return true;
}

/* Bytes of a UTF-16 byte order mark; 0 if there is none. */
static size_t wide_mark(cs_text text, enum cs_charset *charset)
{
    bool little = cs_text_starts(text, CS_TEXT("\xff\xfe"));
    *charset = little ? CS_CHARSET_UTF_16LE : CS_CHARSET_UTF_16BE;
    return little || cs_text_starts(text, CS_TEXT("\xfe\xff")) ? 2 : 0;
}

static bool is_ascii(cs_text text)
{
    size_t at = 0;
    while (at < text.size && (unsigned char)text.bytes[at] < 0x80)
        at++;
    return at == text.size;
}

/* True for ASCII with an escape sequence that announces kanji, of either edition of JIS X 0208 (RFC 1468). */
static bool is_iso_2022_jp(cs_text text)
{
    return (cs_text_find(text, CS_TEXT("\033$B")) >= 0 || cs_text_find(text, CS_TEXT("\033$@")) >= 0) && is_ascii(text);
}

static bool take_text(struct cs_job *job, const struct cs_source *file, struct cs_decoded *decoded)
{
    enum cs_charset wide;
    size_t mark = wide_mark(file->bytes, &wide);
    decoded->has_mark = mark > 0;
    if (mark)
        return take_broken(job, file, wide, mark, decoded);
    size_t size = valid_size(file->bytes, &decoded->has_loss);
    bool is_utf8 = size == file->bytes.size;
    if (is_wide(file->bytes, is_utf8, &wide))
        return take_broken(job, file, wide, 0, decoded);
    decoded->has_mark = cs_text_starts(file->bytes, CS_TEXT("\xef\xbb\xbf"));
    decoded->mark_size = decoded->has_mark ? 3 : 0;
    if (is_utf8 && is_iso_2022_jp(file->bytes))
        return take_broken(job, file, CS_CHARSET_ISO_2022_JP, 0, decoded);
    if (!is_utf8 && !decoded->has_mark && looks_western(file->bytes) && take_cp1252(job, file, decoded))
        return true;
    return is_utf8 || take_cp932(job, file, size, decoded);
}

/* A byte order mark of the encoding is skipped; for UTF-16 it decides the byte order. */
const struct cs_source *cs_decode_from(struct cs_job *job, const struct cs_source *file, enum cs_charset charset)
{
    struct cs_decoded decoded = {.source = file};
    struct cs_buf text = {0};
    enum cs_charset marked;
    size_t mark = wide_mark(file->bytes, &marked);
    if (mark && (charset == CS_CHARSET_UTF_16LE || charset == CS_CHARSET_UTF_16BE))
        charset = marked;
    else
        mark = charset == CS_CHARSET_UTF_8 && cs_text_starts(file->bytes, CS_TEXT("\xef\xbb\xbf")) ? 3 : 0;
    size_t size = cs_charset_decode(&text, charset, cs_text_skip(file->bytes, mark)) + mark;
    bool good = size == file->bytes.size;
    decoded.has_mark = mark > 0;
    if (good && charset != CS_CHARSET_UTF_8)
        take_converted(job, file, &text, charset, &decoded);
    else if (!good)
        report_byte(job, file, size, file, size);
    cs_buf_free(&text);
    return good ? decoded.source : NULL;
}

bool cs_decode(struct cs_job *job, const struct cs_source *file, struct cs_decoded *decoded)
{
    *decoded = (struct cs_decoded){.source = file, .is_converted = file->charset != CS_CHARSET_UTF_8};
    if (!take_text(job, file, decoded))
        return false;
    cs_text text = decoded->source->bytes;
    const char *nul = text.size ? memchr(text.bytes, '\0', text.size) : NULL;
    if (!nul)
        return true;
    uint32_t at = (uint32_t)(nul - text.bytes);
    cs_report(job, CS_MESSAGE_NUL_CHARACTER, ((struct cs_span){decoded->source, at, at + 1}), (cs_text){0});
    return false;
}

/* --- what could not be kept --------------------------------------------------------------------------------------- */

static void report_cell(struct cs_job *job, const struct cs_grid *grid, const struct cs_grid_cell *cell)
{
    cs_text rest = cs_span_text((struct cs_span){grid->file, cell->start, cell->end});
    while (rest.size) {
        cs_text before = rest;
        uint32_t point = cs_text_next(&rest);
        if (!is_lost(point))
            continue;
        uint32_t at = (uint32_t)(before.bytes - grid->file->bytes.bytes);
        struct cs_span span = {grid->file, at, at + 3};
        cs_message message = point == 0xfffd ? CS_MESSAGE_LOST_CHARACTER : CS_MESSAGE_PRIVATE_CHARACTER;
        cs_report(job, message, span, cs_grid_address(job, cell->row, cell->column));
        return;
    }
}

void cs_report_lost(struct cs_job *job, const struct cs_grid *grid, const struct cs_grid_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        report_cell(job, grid, &sheet->cells[i]);
}
