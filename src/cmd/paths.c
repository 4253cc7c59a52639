/* Lists of paths. The order of directories never shows: everything found is sorted. */
#include "cmd/paths.h"
#include "cmd/memory.h"
#include "cmd/output.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void paths_add(struct paths *paths, const char *directory, const char *name)
{
    size_t size = strlen(directory) + strlen(name) + 2;
    char *path = memory_zeroed(size, 1);
    paths->at = memory_grown(paths->at, paths->count + 1, &paths->room, sizeof *paths->at);
    snprintf(path, size, "%s%s%s", directory, directory[0] ? "/" : "", name);
    paths->at[paths->count++] = path;
    paths->at[paths->count] = NULL;
}

void paths_free(char **paths)
{
    for (size_t i = 0; paths && paths[i]; i++)
        free(paths[i]);
    free(paths);
}

size_t paths_stem(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    return dot && dot > (slash ? slash + 1 : path) ? (size_t)(dot - path) : strlen(path);
}

bool paths_is_yaml(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static bool is_directory(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* True for what has an end and does not make one wait, or a link to it; looked at before it is opened. */
static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

enum cs_file_kind paths_kind(const char *path)
{
    enum { BEGINNING = 8192 };
    char bytes[BEGINNING];
    FILE *file = fopen(path, "rb");
    if (!file)
        return CS_FILE_OTHER;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct cs_job *job = cs_job_new(NULL);
    if (!job)
        output_no_memory();
    enum cs_file_kind kind = cs_file_kind(cs_source_add(job, cs_text_of(path), (cs_text){bytes, size}));
    cs_job_free(job);
    return kind;
}

static bool is_ours(const char *path)
{
    return paths_is_yaml(path) && paths_kind(path) != CS_FILE_OTHER;
}

static void walk(struct paths *found, const char *directory, bool deep, bool (*is_wanted)(const char *path))
{
    struct dirent **entries;
    int count = scandir(directory[0] ? directory : ".", &entries, NULL, by_bytes);
    for (int i = 0; i < count; i++) {
        struct paths one = {0};
        if (entries[i]->d_name[0] != '.') {
            paths_add(&one, directory, entries[i]->d_name);
            if (is_directory(one.at[0]) && deep)
                walk(found, one.at[0], deep, is_wanted);
            else if (is_file(one.at[0]) && is_wanted(one.at[0]))
                paths_add(found, "", one.at[0]);
        }
        paths_free(one.at);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

void paths_walk(struct paths *found, const char *directory, bool deep)
{
    walk(found, directory, deep, is_ours);
}

void paths_walk_named(struct paths *found, const char *directory, bool (*is_wanted)(const char *path))
{
    walk(found, directory, true, is_wanted);
}

bool paths_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

char **paths_profiles_in(const char *directory)
{
    struct paths all = {0}, profiles = {0};
    if (!paths_is_folder(directory))
        return NULL;
    paths_walk(&all, directory, false);
    for (size_t i = 0; i < all.count; i++)
        if (paths_kind(all.at[i]) == CS_FILE_PROFILE)
            paths_add(&profiles, "", all.at[i]);
    paths_free(all.at);
    return profiles.count ? profiles.at : memory_zeroed(0, sizeof *profiles.at);
}

bool paths_take(const char **path, struct cs_buf *directory)
{
    for (size_t size; *path && **path; *path += size + ((*path)[size] == ':')) {
        size = strcspn(*path, ":");
        cs_buf_clear(directory);
        cs_buf_add(directory, (cs_text){*path, size});
        if (size == 0 || directory->failed)
            continue;
        *path += size + ((*path)[size] == ':');
        return true;
    }
    return false;
}
