/* The files that the arguments of a command mean. */
#ifndef CMD_MANY_ARGUMENTS_H
#define CMD_MANY_ARGUMENTS_H

#include "cmd/files.h"

/* Lists them, each once: files by name or short name, and all below folders; without arguments, all below the current
 * one. With `profiles`, other files in folders are skipped. EXIT_ERROR, and reported, if a file does not exist or a
 * folder has none. */
enum exit_code arguments_list(struct run *run, bool profiles, struct paths *paths);

#endif
