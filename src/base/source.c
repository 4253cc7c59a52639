/* Files as bytes with a line table. Line ends are LF, CR LF and CR, as in libyaml, so that its marks agree. */
#include "checksheet/source.h"
#include "base/job.h"

#include <string.h>

static void add_line(struct cs_arena *arena, struct cs_source *source, uint32_t *room, size_t offset)
{
    source->lines = cs_grow(arena, source->lines, source->line_count, room, sizeof *source->lines);
    source->lines[source->line_count++] = (uint32_t)offset;
}

static void find_lines(struct cs_arena *arena, struct cs_source *source)
{
    cs_text all = source->bytes;
    uint32_t room = 0;
    bool has_cr = all.size && memchr(all.bytes, '\r', all.size);
    add_line(arena, source, &room, 0);
    for (size_t i = 0; i < all.size; i++) {
        const char *hit = has_cr ? NULL : memchr(all.bytes + i, '\n', all.size - i);
        if (!has_cr) {
            if (!hit)
                return;
            i = (size_t)(hit - all.bytes);
        } else if (all.bytes[i] == '\r' ? i + 1 < all.size && all.bytes[i + 1] == '\n' : all.bytes[i] != '\n') {
            continue; /* an ordinary byte, or the CR of a CR LF: the LF ends the line */
        }
        add_line(arena, source, &room, i + 1);
    }
}

static struct cs_source *add(struct cs_job *job, cs_text path, cs_text bytes)
{
    struct cs_source *source = cs_alloc(&job->arena, sizeof *source);
    source->path = cs_text_copy(&job->arena, path);
    source->bytes = bytes.size ? bytes : CS_TEXT(""); /* an empty file must have an address too */
    find_lines(&job->arena, source);
    return source;
}

const struct cs_source *cs_source_add(struct cs_job *job, cs_text path, cs_text bytes)
{
    return add(job, path, bytes);
}

const struct cs_source *cs_source_add_string(struct cs_job *job, cs_text path, cs_text bytes)
{
    struct cs_source *source = add(job, path, bytes);
    source->is_string = true;
    return source;
}

const struct cs_source *cs_source_add_file(struct cs_job *job, cs_text path, cs_text bytes, uint64_t device,
                                           uint64_t inode)
{
    struct cs_source *source = add(job, path, bytes);
    source->is_string = true;
    source->device = device;
    source->inode = inode;
    return source;
}

const struct cs_source *cs_source_add_decoded(struct cs_job *job, const struct cs_source *file, cs_text text,
                                              enum cs_charset charset, bool had_mark)
{
    struct cs_source *source = add(job, file->path, cs_text_copy(&job->arena, text));
    source->charset = charset;
    source->had_mark = had_mark;
    return source;
}

/* Index of the line that contains an offset. */
static uint32_t line_index(const struct cs_source *source, uint32_t offset)
{
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t cs_source_line_at(const struct cs_source *source, uint32_t offset)
{
    return line_index(source, offset) + 1;
}

static const cs_text byte_order_mark = CS_LITERAL("\xef\xbb\xbf");

/* The offset of a line's first character, after a byte order mark on the first line. */
static uint32_t line_start(const struct cs_source *source, uint32_t index)
{
    if (index == 0 && cs_text_starts(source->bytes, byte_order_mark))
        return 3;
    return source->lines[index];
}

static uint32_t length_in(cs_text text, enum cs_unit unit)
{
    switch (unit) {
    case CS_POINTS:
        return (uint32_t)cs_text_length(text);
    case CS_BYTES:
        return (uint32_t)text.size;
    case CS_UTF16:
        return (uint32_t)cs_text_utf16_length(text);
    }
    return 0;
}

struct cs_place cs_source_place_in(const struct cs_source *source, uint32_t offset, enum cs_unit unit)
{
    uint32_t index = line_index(source, offset);
    uint32_t start = line_start(source, index);
    if (offset < start)
        offset = start;
    cs_text before = {source->bytes.bytes + start, offset - start};
    return (struct cs_place){index + 1, length_in(before, unit) + 1};
}

struct cs_place cs_source_place(const struct cs_source *source, uint32_t offset)
{
    return cs_source_place_in(source, offset, CS_POINTS);
}

/* On the first line a byte order mark may precede the offset, so a column of 1 is not reused. */
struct cs_place cs_source_walk(struct cs_walk *walk, const struct cs_source *source, uint32_t offset)
{
    struct cs_place place = walk->place;
    bool goes_on = source == walk->source && offset >= walk->offset && place.column > 1 &&
                   (place.line == source->line_count || offset < source->lines[place.line]);
    if (goes_on)
        place.column += length_in((cs_text){source->bytes.bytes + walk->offset, offset - walk->offset}, CS_POINTS);
    else
        place = cs_source_place(source, offset);
    *walk = (struct cs_walk){source, offset, place};
    return place;
}

cs_text cs_source_line(const struct cs_source *source, uint32_t line)
{
    if (line == 0 || line > source->line_count)
        return (cs_text){0};
    size_t start = line_start(source, line - 1);
    size_t end = line < source->line_count ? source->lines[line] : source->bytes.size;
    while (end > start && (source->bytes.bytes[end - 1] == '\n' || source->bytes.bytes[end - 1] == '\r'))
        end--;
    return (cs_text){source->bytes.bytes + start, end - start};
}

cs_text cs_span_text(struct cs_span span)
{
    if (!span.source || span.end < span.start || span.end > span.source->bytes.size)
        return (cs_text){0};
    return (cs_text){span.source->bytes.bytes + span.start, span.end - span.start};
}
