/* The only file that sees libzip. */
#include "base/unzip.h"

#include <zip.h>

struct cs_unzip {
    zip_t *zip;
    struct cs_arena *arena; /* for the words of what went wrong */
};

static const char *words_of(struct cs_unzip *unzip, zip_error_t *error)
{
    return cs_text_copy(unzip->arena, cs_text_of(zip_error_strerror(error))).bytes;
}

struct cs_unzip *cs_unzip_open(struct cs_arena *arena, cs_text bytes, const char **trouble)
{
    struct cs_unzip *unzip = cs_alloc(arena, sizeof *unzip);
    zip_error_t error;
    zip_error_init(&error);
    unzip->arena = arena;
    zip_source_t *source = zip_source_buffer_create(bytes.bytes, bytes.size, 0, &error);
    if (source)
        unzip->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!unzip->zip) {
        zip_source_free(source);
        *trouble = words_of(unzip, &error);
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

bool cs_unzip_read(struct cs_unzip *unzip, uint64_t index, bool (*take)(void *context, cs_text bytes), void *context,
                   const char **trouble)
{
    char bytes[16384];
    zip_int64_t size = 1;
    bool wanted = true;
    *trouble = NULL;
    zip_file_t *file = zip_fopen_index(unzip->zip, index, 0);
    if (!file) {
        *trouble = words_of(unzip, zip_get_error(unzip->zip));
        return false;
    }
    while (wanted && size > 0) {
        size = zip_fread(file, bytes, sizeof bytes);
        if (size > 0)
            wanted = take(context, (cs_text){bytes, (size_t)size});
    }
    if (size < 0)
        *trouble = words_of(unzip, zip_file_get_error(file));
    zip_fclose(file);
    return wanted && size == 0;
}
