/* Lists of paths, and finding our files in directories. */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

#include "checksheet.h"

/* `at` ends with NULL, or is NULL if the list is empty; free it with paths_free. */
struct paths {
    char **at;
    size_t count, room;
};

/* Adds a name in a directory ("": the current one). */
void paths_add(struct paths *paths, const char *directory, const char *name);
void paths_free(char **paths);

/* The size of a path without the suffix of its name. */
size_t paths_stem(const char *path);

/* True for a name with a suffix of YAML files. */
bool paths_is_yaml(const char *name);

/* The kind of a file by its first key; only its beginning is read. */
enum cs_file_kind paths_kind(const char *path);

/* Adds every YAML file of ours in a directory, and below it if `deep`, sorted; hidden files are skipped. */
void paths_walk(struct paths *found, const char *directory, bool deep);

/* Adds the files below a directory whose paths are wanted, sorted; hidden files are skipped. */
void paths_walk_named(struct paths *found, const char *directory, bool (*is_wanted)(const char *path));

/* True for a directory, or a link to one. */
bool paths_is_folder(const char *path);

/* The profiles in a directory, sorted; NULL if it is no directory. */
char **paths_profiles_in(const char *directory);

/* Takes the next directory off a list separated by colons such as CHECKSHEET_PATH, skipping empty ones; false at its
 * end. */
bool paths_take(const char **path, struct cs_buf *directory);

#endif
