/* The files that the arguments of a command mean. */
#ifndef CMD_MANY_ARGUMENTS_H
#define CMD_MANY_ARGUMENTS_H

#include "cmd/files.h"

/* Lists them, each once: a name, long or short, or all below a folder; below this one without arguments. With `profiles`
 * those of a folder that are none are left out. EXIT_ERROR, and reported, where a file is not there or a folder has none. */
enum exit_code arguments_list(struct run *run, bool profiles, struct paths *paths);

#endif
