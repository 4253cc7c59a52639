/* The commands: each a pipeline. */
#ifndef CMD_COMMANDS_H
#define CMD_COMMANDS_H

#include "cmd/files.h"

/* Runs the request's command; returns the exit code. */
enum exit_code command_run(struct run *run);

#endif
