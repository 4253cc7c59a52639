/* The kind of a file is given by its first key, and each kind is loaded and checked in its own way. */
#include "cmd/validate/look.h"
#include "scaffold/scaffold.h"

#include <string.h>

static void look_at_profile(struct cs_job *job, const struct cs_catalogs *catalogs, const struct validation *validation,
                            struct validated *file)
{
    cs_text id = validation->catalog ? validation->catalog->id : (cs_text){0};
    file->profile = cs_load_profile(job, file->source, catalogs);
    file->answers = file->profile ? cs_check_has_answers(job, file->profile, id) : NULL;
    if (file->answers)
        cs_check_profile(job, file->profile, id.size ? file->answers : NULL, &validation->check);
}

static void look_at(struct cs_job *job, const struct cs_catalogs *catalogs, const struct validation *validation,
                    struct validated *file)
{
    switch (cs_file_kind(file->source)) {
    case CS_FILE_OTHER: /* loading reports what is missing */
    case CS_FILE_PROFILE:
        look_at_profile(job, catalogs, validation, file);
        break;
    case CS_FILE_CATALOG:
        file->catalog = cs_load_catalog(job, file->source);
        if (file->catalog)
            cs_check_catalog(job, file->catalog);
        break;
    case CS_FILE_CROSSWALK:
        file->crosswalk = cs_load_crosswalk(job, file->source, catalogs);
        break;
    case CS_FILE_THESAURUS:
        file->groups = cs_load_thesaurus(job, file->source, cs_builtin_thesaurus(job));
        break;
    case CS_FILE_RECORD:
        cs_record_load(job, file->source);
        break;
    case CS_FILE_FORM:
        file->form = cs_load_form(job, file->source);
        break;
    }
}

void look_again(void *context, struct cs_job *job, const struct cs_source *source)
{
    const struct look *look = context;
    struct validated file = {.source = source};
    look_at(job, look->catalogs, look->validation, &file);
}

const struct cs_source *look_source(struct cs_job *job, const struct look *look, const struct cs_source *source)
{
    struct look again = *look;
    uint32_t count;
    return look->validation->assumes_fixed ? cs_mend(job, source, look_again, &again, &count) : source;
}

/* True if a line may begin another key of the file, or another document. */
static bool may_be_key(cs_text line)
{
    static const char others[] = " \t\r\n#-"; /* of a list */
    return line.size && (!strchr(others, line.bytes[0]) || cs_text_starts(line, CS_TEXT("--")));
}

/* What precedes the answers of a profile that ends with them; else the whole of it. */
static cs_text before_answers(cs_text text)
{
    static const cs_text key = CS_LITERAL("\nanswers:");
    ptrdiff_t at = cs_text_find(text, key);
    if (at < 0)
        return text;
    cs_text rest = cs_text_skip(text, (size_t)at + key.size);
    for (const char *end; rest.size && (end = memchr(rest.bytes, '\n', rest.size));) {
        rest = cs_text_skip(rest, (size_t)(end - rest.bytes) + 1);
        if (may_be_key(rest))
            return text;
    }
    return (cs_text){text.bytes, (size_t)at + 1};
}

static bool open_profile(struct cs_job *job, const struct look *look, struct validated *file)
{
    const struct cs_source *source = cs_source_read(job, file->path);
    file->source = source ? look_source(job, look, source) : NULL;
    enum cs_file_kind kind = file->source ? cs_file_kind(file->source) : CS_FILE_CATALOG;
    return kind == CS_FILE_PROFILE || kind == CS_FILE_OTHER;
}

void look_for_profile(struct cs_job *job, const struct look *look, struct validated *file)
{
    if (open_profile(job, look, file))
        file->profile = cs_load_profile(job, file->source, look->catalogs);
}

void look_for_head(struct cs_job *job, const struct look *look, struct validated *file)
{
    if (!open_profile(job, look, file))
        return;
    cs_text head = before_answers(file->source->bytes);
    if (head.size < file->source->bytes.size)
        file->profile = cs_load_profile(job, cs_source_add(job, file->source->path, head), look->catalogs);
    if (!file->profile)
        file->profile = cs_load_profile(job, file->source, look->catalogs);
}

void look_at_file(struct cs_job *job, const struct cs_catalogs *catalogs, const struct validation *validation,
                  struct validated *file)
{
    struct look look = {catalogs, validation};
    uint32_t errors = cs_job_errors(job);
    look_at(job, catalogs, validation, file);
    if (cs_job_errors(job) > errors && !file->profile && !file->catalog && !file->crosswalk)
        cs_look_behind(job, file->source, look_again, &look);
}
