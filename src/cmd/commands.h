/* The commands of commands.def: each reads its options, takes its steps, and returns the exit code. */
#ifndef CMD_COMMANDS_H
#define CMD_COMMANDS_H

#include "cmd/run.h"

#define CS_COMMAND(symbol, arguments, ja, en) enum exit_code command_##symbol(struct run *run);
#include "cmd/commands.def"
#undef CS_COMMAND

/* Runs the requested command; help if there is none, or with --help. */
enum exit_code command_run(struct run *run);

#endif
