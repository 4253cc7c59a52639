/* Lists of paths, and what files of ours there are in directories. */
#ifndef CMD_PATHS_H
#define CMD_PATHS_H

#include "checksheet.h"

/* `at` is ended by NULL, NULL while there is none; to be freed by paths_free. */
struct paths {
    char **at;
    size_t count, room;
};

/* Adds a name in a directory ("": this one). */
void paths_add(struct paths *paths, const char *directory, const char *name);
void paths_free(char **paths);

/* How much of a path stands before the ending of its name. */
size_t paths_stem(const char *path);

/* True for a name that ends as YAML files do. */
bool paths_is_yaml(const char *name);

/* What a file is by its first key; reads no more than its beginning. */
enum cs_file_kind paths_kind(const char *path);

/* Adds every YAML file of ours in a directory, and below it if `deep`, sorted; what begins with a dot is left out. */
void paths_walk(struct paths *found, const char *directory, bool deep);

/* Adds the files below a directory whose paths are wanted; sorted, and those that begin with a dot left out, as there. */
void paths_walk_named(struct paths *found, const char *directory, bool (*is_wanted)(const char *path));

/* True for a directory, or a link to one. */
bool paths_is_folder(const char *path);

/* The profiles in a directory, sorted; NULL for what is no directory. */
char **paths_profiles_in(const char *directory);

/* Takes the next directory off a list parted by colons, as CHECKSHEET_PATH is, empty ones left out; false at its end. */
bool paths_take(const char **path, struct cs_buf *directory);

#endif
