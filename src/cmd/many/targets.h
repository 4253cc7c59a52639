/* The files of --to DIR: DIR/STEM.FORMAT, one for each profile or pair in each format. */
#ifndef CMD_MANY_TARGETS_H
#define CMD_MANY_TARGETS_H

#include "cmd/files.h"

struct targets {
    char **names; /* of the files without format: DIR/STEM; in the order of the inputs */
    size_t count;
    const struct cs_emitter *formats[OPTION_WORDS];
    int format_count;
    bool made; /* the folder, or its last part, was created */
};

/* Reads the formats of -f, separated by commas; the default for --to is workbooks. False, and reported, if one is
 * unknown, or if an option for a single file is given. */
bool targets_read(struct run *run, struct targets *targets);

/* Names the files after the inputs, and creates the folder. Inputs that are the same file are kept once. False, with
 * *code set and reported, if two would have the same name, a file must not be overwritten, or the folder cannot be
 * created. */
bool targets_name(struct run *run, struct targets *targets, struct paths *inputs, enum exit_code *code);

/* Makes the run of a task write to its files; their list is the caller's. */
void targets_take(const struct targets *targets, struct run *run, size_t index, const char *outputs[OPTION_WORDS]);

/* Ends it; removes a folder that was created and is empty. */
void targets_end(struct run *run, struct targets *targets);

#endif
