/* See rezip.h. Sizes and offsets are those of the central directory; local headers are only copied, since their sizes
 * may be in a data descriptor after the data. An entry extends to the beginning of the next one. */
#include "package/rezip.h"
#include "package/deflate.h"
#include "package/unzip.h"

#include <stdlib.h>
#include <string.h>

enum {
    LOCAL = 30, /* bytes of the fixed part of each header */
    CENTRAL = 46,
    END = 22,
    LONGEST_COMMENT = 65535,

    STORED = 0, /* methods */
    DEFLATED = 8,

    FLAG_ENCRYPTED = 1 << 0,
    FLAG_DESCRIPTOR = 1 << 3, /* sizes and checksum follow the data */

    EXTRA_ZIP64 = 1
};

#define LOCAL_SIGNATURE   UINT32_C(0x04034b50)
#define CENTRAL_SIGNATURE UINT32_C(0x02014b50)
#define END_SIGNATURE     UINT32_C(0x06054b50)
#define IN_ZIP64          UINT32_C(0xffffffff) /* the value is in a record that we do not read */

struct entry {
    uint64_t central, central_size; /* offset and size of its header in the directory */
    uint64_t start, end;            /* from the local header to the next one */
    uint64_t head;                  /* bytes of the local header with name and extra fields */
    cs_text name;
};

struct archive {
    cs_text bytes;
    struct entry *entries; /* in the order of the directory */
    uint32_t count;
    uint64_t directory, end; /* offsets of the directory and of its end record */
};

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static uint32_t number(cs_text bytes, uint64_t at, unsigned size)
{
    uint32_t value = 0;
    while (size--)
        value = value << 8 | (unsigned char)bytes.bytes[at + size];
    return value;
}

static uint32_t word(cs_text bytes, uint64_t at)
{
    return number(bytes, at, 2);
}

static uint32_t dword(cs_text bytes, uint64_t at)
{
    return number(bytes, at, 4);
}

static void put(char *at, uint64_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        at[i] = (char)(value >> 8 * i & 0xff);
}

static cs_text stretch(cs_text bytes, uint64_t start, uint64_t end)
{
    return (cs_text){bytes.bytes + start, (size_t)(end - start)};
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

/* Finds the end record: the last one whose comment fits in the file. */
static bool find_end(struct archive *archive)
{
    cs_text bytes = archive->bytes;
    uint64_t first = bytes.size > END + LONGEST_COMMENT ? bytes.size - END - LONGEST_COMMENT : 0;
    for (uint64_t at = bytes.size < END ? 0 : bytes.size - END + 1; at-- > first;)
        if (dword(bytes, at) == END_SIGNATURE && word(bytes, at + 20) <= bytes.size - at - END) {
            archive->end = at;
            return true;
        }
    return false;
}

/* Reads a directory header at an offset, and the extent of the entry. */
static enum cs_rezip_end read_entry(const struct archive *archive, uint64_t at, struct entry *entry)
{
    cs_text bytes = archive->bytes;
    if (at + CENTRAL > archive->end || dword(bytes, at) != CENTRAL_SIGNATURE)
        return CS_REZIP_BROKEN;
    uint64_t name = word(bytes, at + 28);
    *entry = (struct entry){.central = at,
                            .central_size = CENTRAL + name + word(bytes, at + 30) + word(bytes, at + 32),
                            .start = dword(bytes, at + 42)};
    if (dword(bytes, at + 20) == IN_ZIP64 || dword(bytes, at + 24) == IN_ZIP64 || entry->start == IN_ZIP64)
        return CS_REZIP_LARGE;
    if (at + entry->central_size > archive->end || entry->start + LOCAL > archive->directory ||
        dword(bytes, entry->start) != LOCAL_SIGNATURE)
        return CS_REZIP_BROKEN;
    entry->name = stretch(bytes, at + CENTRAL, at + CENTRAL + name);
    entry->head = LOCAL + word(bytes, entry->start + 26) + word(bytes, entry->start + 28);
    return CS_REZIPPED;
}

static int compare_starts(const void *left, const void *right)
{
    uint64_t a = (*(struct entry *const *)left)->start, b = (*(struct entry *const *)right)->start;
    return (a > b) - (a < b);
}

/* The entries sorted by offset. */
static struct entry **by_place(struct cs_arena *arena, const struct archive *archive)
{
    struct entry **order = cs_alloc_array(arena, archive->count ? archive->count : 1, sizeof *order);
    for (uint32_t i = 0; i < archive->count; i++)
        order[i] = &archive->entries[i];
    if (archive->count)
        qsort(order, archive->count, sizeof *order, compare_starts);
    return order;
}

/* Sets the end of each entry to the beginning of the next; false if two overlap. */
static bool end_stretches(struct cs_arena *arena, const struct archive *archive)
{
    struct entry **order = by_place(arena, archive);
    for (uint32_t i = 0; i < archive->count; i++) {
        struct entry *entry = order[i];
        entry->end = i + 1 < archive->count ? order[i + 1]->start : archive->directory;
        if (entry->start + entry->head + dword(archive->bytes, entry->central + 20) > entry->end)
            return false;
    }
    return true;
}

static enum cs_rezip_end read_archive(struct cs_arena *arena, cs_text bytes, struct archive *archive)
{
    *archive = (struct archive){.bytes = bytes};
    if (!find_end(archive))
        return CS_REZIP_BROKEN;
    uint64_t end = archive->end;
    if (word(bytes, end + 4) || word(bytes, end + 6) || word(bytes, end + 8) != word(bytes, end + 10))
        return word(bytes, end + 10) == 0xffff ? CS_REZIP_LARGE : CS_REZIP_PARTED;
    archive->count = word(bytes, end + 10);
    archive->directory = dword(bytes, end + 16);
    if (archive->count == 0xffff || archive->directory == IN_ZIP64)
        return CS_REZIP_LARGE;
    archive->entries = cs_alloc_array(arena, archive->count ? archive->count : 1, sizeof *archive->entries);
    uint64_t at = archive->directory;
    for (uint32_t i = 0; i < archive->count; i++) {
        enum cs_rezip_end fault = read_entry(archive, at, &archive->entries[i]);
        if (fault != CS_REZIPPED)
            return fault;
        at += archive->entries[i].central_size;
    }
    if (at != end || dword(bytes, end + 12) != at - archive->directory)
        return CS_REZIP_BROKEN;
    return end_stretches(arena, archive) ? CS_REZIPPED : CS_REZIP_BROKEN;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

/* New header values of a changed entry. */
struct packed {
    uint32_t flags, method, crc;
    uint64_t size, packed_size;
    uint64_t start; /* in the new file */
};

static const struct cs_rezip_change *change_of(const struct cs_rezip_change *changes, uint32_t count, uint64_t index)
{
    for (uint32_t low = 0, high = count; low < high;) {
        uint32_t middle = low + (high - low) / 2;
        if (changes[middle].index == index)
            return &changes[middle];
        if (changes[middle].index < index)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Appends the extra fields of a local header without the zip64 field, which would repeat the old sizes. */
static void add_extra(cs_text extra, struct cs_buf *out)
{
    while (extra.size >= 4) {
        uint64_t size = 4 + (uint64_t)word(extra, 2);
        if (size > extra.size)
            break;
        if (word(extra, 0) != EXTRA_ZIP64)
            cs_buf_add(out, stretch(extra, 0, size));
        extra = cs_text_skip(extra, (size_t)size);
    }
    cs_buf_add(out, extra);
}

/* Appends a changed entry: its old local header with new values, and the new data. */
static enum cs_rezip_end add_changed(const struct archive *archive, const struct entry *entry, cs_text data,
                                     struct cs_buf *out, struct packed *packed)
{
    cs_text bytes = archive->bytes;
    uint64_t start = entry->start, name_end = start + LOCAL + word(bytes, start + 26), at = out->size;
    *packed = (struct packed){.flags = word(bytes, entry->central + 8) & ~(unsigned)FLAG_DESCRIPTOR,
                              .method = word(bytes, entry->central + 10) == STORED ? STORED : DEFLATED,
                              .crc = cs_crc32(data),
                              .size = data.size,
                              .start = at};
    if (packed->flags & FLAG_ENCRYPTED)
        return CS_REZIP_ENCRYPTED;
    cs_buf_add(out, stretch(bytes, start, name_end));
    add_extra(stretch(bytes, name_end, start + entry->head), out);
    uint64_t head_end = out->size;
    if (packed->method == STORED)
        cs_buf_add(out, data);
    else if (!cs_deflate(data, out))
        return CS_REZIP_MEMORY;
    if (out->failed)
        return CS_REZIP_MEMORY;
    packed->packed_size = out->size - head_end;
    if (packed->size >= IN_ZIP64 || packed->packed_size >= IN_ZIP64)
        return CS_REZIP_LARGE;
    char *header = out->bytes + at;
    put(header + 6, packed->flags, 2);
    put(header + 8, packed->method, 2);
    put(header + 14, packed->crc, 4);
    put(header + 18, packed->packed_size, 4);
    put(header + 22, packed->size, 4);
    put(header + 28, head_end - at - (name_end - start), 2);
    return CS_REZIPPED;
}

/* Appends the directory header of an entry, with its new offset and, if it changed, its new sizes and checksum. */
static void add_central(const struct archive *archive, const struct entry *entry, const struct packed *packed,
                        bool is_changed, struct cs_buf *out)
{
    uint64_t at = out->size;
    cs_buf_add(out, stretch(archive->bytes, entry->central, entry->central + entry->central_size));
    if (out->failed)
        return;
    char *header = out->bytes + at;
    put(header + 42, packed->start, 4);
    if (!is_changed)
        return;
    put(header + 8, packed->flags, 2);
    put(header + 10, packed->method, 2);
    put(header + 16, packed->crc, 4);
    put(header + 20, packed->packed_size, 4);
    put(header + 24, packed->size, 4);
}

static enum cs_rezip_end add_entries(struct cs_arena *arena, const struct archive *archive,
                                     const struct cs_rezip_change *changes, uint32_t count, struct packed *packed,
                                     struct cs_buf *out)
{
    struct entry **order = by_place(arena, archive);
    for (uint32_t i = 0; i < archive->count; i++) {
        const struct entry *entry = order[i];
        uint32_t index = (uint32_t)(entry - archive->entries);
        const struct cs_rezip_change *change = change_of(changes, count, index);
        packed[index].start = out->size;
        enum cs_rezip_end end = CS_REZIPPED;
        if (change)
            end = add_changed(archive, entry, change->bytes, out, &packed[index]);
        else
            cs_buf_add(out, stretch(archive->bytes, entry->start, entry->end));
        if (end != CS_REZIPPED)
            return end;
    }
    return CS_REZIPPED;
}

/* Appends the directory, the end record and what follows it. */
static enum cs_rezip_end add_directory(const struct archive *archive, const struct cs_rezip_change *changes,
                                       uint32_t count, const struct packed *packed, struct cs_buf *out)
{
    uint64_t directory = out->size;
    for (uint32_t i = 0; i < archive->count; i++)
        add_central(archive, &archive->entries[i], &packed[i], change_of(changes, count, i) != NULL, out);
    uint64_t end = out->size;
    cs_buf_add(out, stretch(archive->bytes, archive->end, archive->bytes.size));
    if (out->failed)
        return CS_REZIP_MEMORY;
    put(out->bytes + end + 16, directory, 4);
    return directory >= IN_ZIP64 ? CS_REZIP_LARGE : CS_REZIPPED;
}

enum cs_rezip_end cs_rezip(struct cs_arena *arena, cs_text bytes, const struct cs_rezip_change *changes, uint32_t count,
                           struct cs_buf *out)
{
    struct archive archive;
    struct cs_buf made = {0};
    enum cs_rezip_end end = read_archive(arena, bytes, &archive);
    if (end != CS_REZIPPED)
        return end;
    struct packed *packed = cs_alloc_array(arena, archive.count ? archive.count : 1, sizeof *packed);
    struct entry **order = by_place(arena, &archive);
    cs_buf_add(&made, stretch(bytes, 0, archive.count ? order[0]->start : archive.directory));
    end = add_entries(arena, &archive, changes, count, packed, &made);
    if (end == CS_REZIPPED)
        end = add_directory(&archive, changes, count, packed, &made);
    if (end == CS_REZIPPED)
        cs_buf_add(out, cs_buf_text(&made));
    cs_buf_free(&made);
    return end;
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

/* True if the directory headers of an entry differ at most in its offset. */
static bool is_same_central(const struct archive *a, const struct entry *left, const struct archive *b,
                            const struct entry *right)
{
    const char *x = a->bytes.bytes + left->central, *y = b->bytes.bytes + right->central;
    return left->central_size == right->central_size && memcmp(x, y, 42) == 0 &&
           memcmp(x + CENTRAL, y + CENTRAL, left->central_size - CENTRAL) == 0;
}

static bool is_same_stretch(const struct archive *a, const struct entry *left, const struct archive *b,
                            const struct entry *right)
{
    return cs_text_equal(stretch(a->bytes, left->start, left->end), stretch(b->bytes, right->start, right->end));
}

/* True if the bytes before the first entry and after the directory are the same, except for the directory's offset. */
static bool is_same_around(struct cs_arena *arena, const struct archive *a, const struct archive *b)
{
    uint64_t first = a->count ? by_place(arena, a)[0]->start : a->directory;
    uint64_t second = b->count ? by_place(arena, b)[0]->start : b->directory;
    cs_text tail = stretch(a->bytes, a->end, a->bytes.size), other = stretch(b->bytes, b->end, b->bytes.size);
    return cs_text_equal(stretch(a->bytes, 0, first), stretch(b->bytes, 0, second)) && tail.size == other.size &&
           memcmp(tail.bytes, other.bytes, 16) == 0 && memcmp(tail.bytes + 20, other.bytes + 20, tail.size - 20) == 0;
}

/* Bytes that an entry is compared with, as it is uncompressed. */
static bool compare_piece(void *context, cs_text bytes)
{
    cs_text *rest = context;
    bool same = cs_text_starts(*rest, bytes);
    *rest = cs_text_skip(*rest, bytes.size);
    return same;
}

/* True if each changed entry uncompresses to its new content. */
static bool are_changed(struct cs_arena *arena, cs_text archive, const struct cs_rezip_change *changes, uint32_t count)
{
    const char *why;
    struct cs_unzip *unzip = cs_unzip_open(arena, archive, &why);
    bool good = unzip != NULL;
    for (uint32_t i = 0; i < count && good; i++) {
        cs_text rest = changes[i].bytes;
        good = cs_unzip_read(unzip, changes[i].index, compare_piece, &rest, &why) && rest.size == 0;
    }
    if (unzip)
        cs_unzip_close(unzip);
    return good;
}

struct cs_rezip_comparison cs_rezip_compare(struct cs_arena *arena, cs_text before, cs_text after,
                                            const struct cs_rezip_change *changes, uint32_t count)
{
    struct archive a, b;
    struct cs_rezip_comparison compared = {0};
    if (read_archive(arena, before, &a) != CS_REZIPPED || read_archive(arena, after, &b) != CS_REZIPPED)
        return compared;
    compared.entries = a.count;
    compared.is_sound = a.count == b.count && is_same_around(arena, &a, &b);
    for (uint32_t i = 0; i < a.count && compared.is_sound; i++) {
        bool is_same = is_same_central(&a, &a.entries[i], &b, &b.entries[i]) &&
                       is_same_stretch(&a, &a.entries[i], &b, &b.entries[i]);
        bool may_change = change_of(changes, count, i) != NULL;
        compared.same += is_same;
        compared.is_sound = cs_text_equal(a.entries[i].name, b.entries[i].name) && (is_same || may_change);
    }
    compared.is_sound = compared.is_sound && are_changed(arena, after, changes, count);
    return compared;
}
