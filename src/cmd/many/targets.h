/* The files that --to DIR asks for: DIR/STEM.FORMAT, one of each profile or pair in each format. */
#ifndef CMD_MANY_TARGETS_H
#define CMD_MANY_TARGETS_H

#include "cmd/files.h"

struct targets {
    char **names; /* of the files, their formats left out: DIR/STEM; in the order of the inputs */
    size_t count;
    const struct cs_emitter *formats[OPTION_WORDS];
    int format_count;
    bool made; /* the folder, or the last of several */
};

/* Reads the formats of -f, several with commas between; otherwise --to writes workbooks. False, and reported, where one is
 * none, or an option is given that is about one file. */
bool targets_read(struct run *run, struct targets *targets);

/* Names the files after the inputs, whose paths they are, and makes the folder. Inputs that are one file stay once, those
 * behind the first are left out of the list. False, *code set and reported, where two would have one name, a file may not be
 * written over, or the folder cannot be made. */
bool targets_name(struct run *run, struct targets *targets, struct paths *inputs, enum exit_code *code);

/* Has the run of one of them write to its files, whose list is the caller's. */
void targets_take(const struct targets *targets, struct run *run, size_t index, const char *outputs[OPTION_WORDS]);

/* Ends it; a folder that was made and has nothing in it goes. */
void targets_end(struct run *run, struct targets *targets);

#endif
