/* A record refers to files by the last part of their paths, and is readable by its owner only. */
#include "cmd/records.h"
#include "base/base.h"
#include "cmd/input.h"
#include "cmd/findings.h"
#include "cmd/paths.h"
#include "cmd/sides.h"
#include "cmd/writing/writing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* --- writing ------------------------------------------------------------------------------------------------------- */

bool records_read(struct run *run)
{
    const struct request *request = run->request;
    bool good = !request->value[OPTION_CUSTOMER] || request->value[OPTION_RECORD];
    if (!good)
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NEEDS_RECORD, (cs_text){0});
    return good;
}

bool records_write(struct run *run, struct cs_record *record, const struct cs_source *form, const char **results,
                   uint32_t count)
{
    const struct request *request = run->request;
    const char *path = request->value[OPTION_RECORD];
    struct cs_buf out = {0};
    cs_text bytes;
    if (!path)
        return true;
    record->command = command_word(request->command);
    if (request->value[OPTION_CUSTOMER])
        record->customer = cs_text_of(request->value[OPTION_CUSTOMER]);
    record->product = cs_text_of(request->value[OPTION_PRODUCT]);
    record->date = run->environment->today;
    if (form)
        cs_record_set_form(run->job, record, form);
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(results[i], "-") != 0 && writing_kept(run, results[i], &bytes))
            cs_record_add_result(run->job, record, results[i], bytes);
    cs_record_write(record, &out);
    bool good = writing_secret_file(run, path, cs_buf_text(&out));
    cs_buf_free(&out);
    return good;
}

struct cs_sheet *records_sheet(struct run *run, const struct cs_profile *profile, const struct cs_answers *answers,
                               cs_text product, enum cs_language language, enum cs_audience audience)
{
    enum exit_code code;
    struct side side = {.profile = profile, .answers = answers};
    struct cs_compose_options options = {.language = language, .product = product, .with_evidence = true};
    return side_compose(run, &side, &options, audience, &code);
}

/* --- looking back ----------------------------------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Adds the paths of the JSON files in a folder, sorted. False, and reported, if it cannot be read. */
static bool list_folder(struct run *run, const char *folder, struct paths *paths)
{
    DIR *open = opendir(folder);
    if (!open) {
        error(run->environment, SAY_NO_FOLDER, cs_text_of(folder), cs_system_error(run->environment->language, errno));
        return false;
    }
    for (const struct dirent *entry; (entry = readdir(open));)
        if (entry->d_name[0] != '.' && cs_text_ends(cs_text_of(entry->d_name), CS_TEXT(".json")))
            paths_add(paths, folder, entry->d_name);
    closedir(open);
    if (paths->count)
        qsort(paths->at, paths->count, sizeof *paths->at, compare_names);
    return true;
}

struct cs_sheet *records_sheet_today(struct run *run, const struct cs_profile *profile, const struct cs_record *record,
                                     cs_text catalog, cs_text edition)
{
    const struct cs_answers *answers = catalog.size ? cs_profile_answers(profile, catalog) : NULL;
    bool is_it = answers && (edition.size == 0 || cs_catalog_is_edition(answers->catalog, edition));
    return is_it ? records_sheet(run, profile, answers, record->product, record->language, record->audience) : NULL;
}

/* Adds the answers of a record that no longer hold. */
static enum exit_code look_back(struct run *run, const struct cs_profile *profile, const char *path,
                                struct cs_outdated **outdated, uint32_t *count, uint32_t *room)
{
    const struct cs_source *source = input_open(run, path);
    if (!source)
        return EXIT_ERROR;
    if (cs_file_kind(source) != CS_FILE_RECORD) {
        error(run->environment, SAY_NO_RECORD, source->path);
        return EXIT_FOUND;
    }
    const struct cs_record *record = cs_record_load(run->job, source);
    if (!record) {
        findings_print(run, source, FINDINGS_FULL, true);
        return EXIT_FOUND;
    }
    cs_text edition;
    uint32_t next = 0;
    for (cs_text catalog; (catalog = cs_record_next_catalog(record, &next, &edition)).size;) {
        const struct cs_sheet *now = records_sheet_today(run, profile, record, catalog, edition);
        if (now)
            *count = cs_record_compare(run->job, record, now, outdated, *count, room);
    }
    return EXIT_DONE;
}

enum exit_code records_status(struct run *run, const struct cs_profile *profile, const char *folder)
{
    uint32_t outdated_count = 0, room = 0;
    struct cs_outdated *outdated = NULL;
    struct paths paths = {0};
    enum exit_code worst = EXIT_DONE;
    if (!list_folder(run, folder, &paths))
        return EXIT_ERROR;
    for (size_t i = 0; i < paths.count; i++) {
        enum exit_code code = look_back(run, profile, paths.at[i], &outdated, &outdated_count, &room);
        worst = code > worst ? code : worst;
    }
    paths_free(paths.at);
    enum exit_code printed = step_print(run, cs_compose_sent(run->job, outdated, outdated_count));
    return printed > worst ? printed : worst;
}
