/* The only file that sees libzip. */
#include "package/unzip.h"

#include <stdlib.h>
#include <zip.h>

enum { STRETCH = 32768 };

struct entry {
    cs_text name; /* normalized */
    uint64_t index;
};

struct cs_unzip {
    zip_t *zip;
    struct cs_arena *arena; /* for error messages */

    struct entry *entries; /* sorted by name; NULL before cs_unzip_index */

    uint64_t each, left; /* bytes that an entry, and all further reads, may uncompress to */
    bool is_over;
};

static const char *words_of(struct cs_unzip *unzip, zip_error_t *error)
{
    return cs_text_copy(unzip->arena, cs_text_of(zip_error_strerror(error))).bytes;
}

struct cs_unzip *cs_unzip_open(struct cs_arena *arena, cs_text bytes, const char **why)
{
    struct cs_unzip *unzip = cs_alloc(arena, sizeof *unzip);
    zip_error_t error;
    zip_error_init(&error);
    *unzip = (struct cs_unzip){.arena = arena, .each = UINT64_MAX, .left = UINT64_MAX};
    zip_source_t *source = zip_source_buffer_create(bytes.bytes, bytes.size, 0, &error);
    if (source)
        unzip->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!unzip->zip) {
        zip_source_free(source);
        *why = words_of(unzip, &error);
    }
    zip_error_fini(&error);
    return unzip->zip ? unzip : NULL;
}

void cs_unzip_close(struct cs_unzip *unzip)
{
    zip_discard(unzip->zip);
}

uint64_t cs_unzip_count(const struct cs_unzip *unzip)
{
    return (uint64_t)zip_get_num_entries(unzip->zip, 0);
}

cs_text cs_unzip_name(const struct cs_unzip *unzip, uint64_t index)
{
    return cs_text_of(zip_get_name(unzip->zip, index, ZIP_FL_ENC_GUESS));
}

/* --- by name ------------------------------------------------------------------------------------------------------ */

/* A byte of a name, normalized for comparison. */
static unsigned char folded(char byte)
{
    if (byte == '\\')
        return '/';
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static cs_text without_root(cs_text name)
{
    while (name.size && folded(name.bytes[0]) == '/')
        name = cs_text_skip(name, 1);
    return name;
}

static int compare_names(cs_text a, cs_text b)
{
    for (size_t i = 0; i < a.size && i < b.size; i++)
        if (folded(a.bytes[i]) != folded(b.bytes[i]))
            return folded(a.bytes[i]) < folded(b.bytes[i]) ? -1 : 1;
    return (a.size > b.size) - (a.size < b.size);
}

static int compare_entries(const void *left, const void *right)
{
    return compare_names(((const struct entry *)left)->name, ((const struct entry *)right)->name);
}

bool cs_unzip_index(struct cs_unzip *unzip, cs_text *twice)
{
    uint64_t count = cs_unzip_count(unzip);
    unzip->entries = cs_alloc_array(unzip->arena, count, sizeof *unzip->entries);
    for (uint64_t i = 0; i < count; i++)
        unzip->entries[i] = (struct entry){without_root(cs_unzip_name(unzip, i)), i};
    qsort(unzip->entries, count, sizeof *unzip->entries, compare_entries);
    for (uint64_t i = 1; i < count; i++) {
        *twice = unzip->entries[i].name;
        if (compare_entries(&unzip->entries[i - 1], &unzip->entries[i]) == 0)
            return false;
    }
    return true;
}

uint64_t cs_unzip_find(const struct cs_unzip *unzip, cs_text name)
{
    const struct entry wanted = {.name = without_root(name)};
    const struct entry *found =
        bsearch(&wanted, unzip->entries, cs_unzip_count(unzip), sizeof *unzip->entries, compare_entries);
    return found ? found->index : CS_NO_ENTRY;
}

/* --- unpacking ---------------------------------------------------------------------------------------------------- */

void cs_unzip_limit(struct cs_unzip *unzip, uint64_t each, uint64_t all)
{
    unzip->each = each;
    unzip->left = all;
}

bool cs_unzip_is_over_limit(const struct cs_unzip *unzip)
{
    return unzip->is_over;
}

/* Counts uncompressed bytes; false if the limit is exceeded. */
static bool count_bytes(struct cs_unzip *unzip, uint64_t *entry, uint64_t size)
{
    *entry += size;
    unzip->is_over = unzip->is_over || size > unzip->left || *entry > unzip->each;
    unzip->left -= size <= unzip->left ? size : unzip->left;
    return !unzip->is_over;
}

bool cs_unzip_read(struct cs_unzip *unzip, uint64_t index, bool (*take)(void *context, cs_text bytes), void *context,
                   const char **why)
{
    char bytes[STRETCH];
    uint64_t total = 0;
    zip_int64_t size = 1;
    bool wanted = true;
    *why = NULL;
    zip_file_t *file = zip_fopen_index(unzip->zip, index, 0);
    if (!file) {
        *why = words_of(unzip, zip_get_error(unzip->zip));
        return false;
    }
    while (wanted && size > 0) {
        size = zip_fread(file, bytes, sizeof bytes);
        if (size > 0)
            wanted = count_bytes(unzip, &total, (uint64_t)size) && take(context, (cs_text){bytes, (size_t)size});
    }
    if (size < 0)
        *why = words_of(unzip, zip_file_get_error(file));
    else if (unzip->is_over)
        *why = "more bytes than are read";
    zip_fclose(file);
    return wanted && size == 0;
}
