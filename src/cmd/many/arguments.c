/* See arguments.h. */
#include "cmd/many/arguments.h"
#include "cmd/memory.h"

#include <stdlib.h>
#include <string.h>

/* Adds the files below a folder (empty: the current one). */
static void add_files(struct paths *paths, const char *folder, bool profiles)
{
    struct paths all = {0};
    paths_walk(&all, folder, true);
    for (size_t i = 0; i < all.count; i++)
        if (!profiles || paths_kind(all.at[i]) == CS_FILE_PROFILE)
            paths_add(paths, "", all.at[i]);
    paths_free(all.at);
}

static enum exit_code add_below(struct run *run, struct paths *paths, const char *folder, bool profiles)
{
    size_t before = paths->count, size = strlen(folder);
    struct cs_buf name = {0};
    while (size > 1 && folder[size - 1] == '/')
        size--;
    cs_buf_add(&name, (cs_text){folder, strcmp(folder, ".") == 0 ? 0 : size});
    if (name.failed)
        output_no_memory();
    add_files(paths, name.size ? name.bytes : "", profiles);
    cs_buf_free(&name);
    if (paths->count > before)
        return EXIT_DONE;
    if (profiles)
        error(run->environment, *folder ? SAY_NO_PROFILES_IN : SAY_NO_PROFILES, cs_text_of(folder));
    else
        error(run->environment, *folder ? SAY_NOTHING_BELOW : SAY_NOTHING_TO_CHECK, cs_text_of(folder));
    return EXIT_ERROR;
}

static int by_name(const void *left, const void *right)
{
    char *const *a = *(char ***)left, *const *b = *(char ***)right;
    int order = strcmp(*a, *b);
    return order ? order : (a > b) - (a < b);
}

/* Removes files that are listed twice, directly and as part of a folder. */
static void drop_doubles(struct paths *paths)
{
    char ***sorted = memory_zeroed(paths->count, sizeof *sorted);
    size_t kept = 0;
    for (size_t i = 0; i < paths->count; i++)
        sorted[i] = &paths->at[i];
    qsort(sorted, paths->count, sizeof *sorted, by_name);
    for (size_t i = paths->count; i-- > 1;)
        if (strcmp(*sorted[i], *sorted[i - 1]) == 0) {
            free(*sorted[i]);
            *sorted[i] = NULL;
        }
    free(sorted);
    for (size_t i = 0; i < paths->count; i++)
        if (paths->at[i])
            paths->at[kept++] = paths->at[i];
    paths->count = kept;
    if (paths->at)
        paths->at[kept] = NULL;
}

enum exit_code arguments_list(struct run *run, bool profiles, struct paths *paths)
{
    enum exit_code code = EXIT_DONE;
    if (run->request->argument_count == 0)
        return add_below(run, paths, "", profiles);
    for (int i = 0; i < run->request->argument_count; i++) {
        const char *word = run->request->arguments[i];
        struct cs_buf path = {0};
        if (strcmp(word, "-") == 0)
            paths_add(paths, "", word);
        else if (!files_find(word, &path)) {
            files_report_missing(run, word);
            code = EXIT_ERROR;
        } else if (paths_is_folder(path.bytes))
            code = add_below(run, paths, path.bytes, profiles) > code ? EXIT_ERROR : code;
        else
            paths_add(paths, "", path.bytes);
        cs_buf_free(&path);
    }
    if (run->request->argument_count > 1)
        drop_doubles(paths);
    return code;
}
