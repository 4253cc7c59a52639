/* Setting an answer of a profile in place. */
#ifndef CMD_ANSWER_SET_H
#define CMD_ANSWER_SET_H

#include "cmd/steps.h"

/* The answer being set. */
struct answering {
    struct run *run;
    const struct cs_source *source; /* the file with the edits so far */
    const struct cs_catalog *catalog;
    const struct cs_item *item;
    cs_text key;               /* the number as it is, or will be, in the file */
    cs_text before;            /* the key after which a new one is inserted; empty: at the end */
    enum cs_language language; /* of the profile's plain texts */
};

/* The value of the number: a text as typed there, or lines copied from another file, written for a key with that
 * indentation. */
struct set_value {
    cs_text text, lines;
    uint32_t indent;
};

/* Finds the item with a number, METI 6-8 or 6-8, and its place in the profile's file. False after reporting a usage
 * error. */
bool set_find(struct answering *answering, const struct cs_profile *profile, cs_text number);

/* Sets the answer in the current copy, in the long form if that is equivalent; errors are printed, and the copy must
 * not be used then. */
enum exit_code set_answer(struct answering *answering, const struct set_value *value, struct cs_date today);

#endif
