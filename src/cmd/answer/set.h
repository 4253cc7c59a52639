/* One answer of a profile, set at its place in the file. */
#ifndef CMD_ANSWER_SET_H
#define CMD_ANSWER_SET_H

#include "cmd/steps.h"

/* The answer under way. */
struct answering {
    struct run *run;
    const struct cs_source *source; /* the file with what was edited so far */
    const struct cs_catalog *catalog;
    const struct cs_item *item;
    cs_text key;               /* the number as it stands, or is to stand, in the file */
    cs_text before;            /* the key that a new one goes behind; empty: it goes last */
    enum cs_language language; /* of the profile's plain texts */
};

/* What is to stand behind the number: a text as it is typed there, or lines as they stand in another file, written for a
 * key that stands in so far. */
struct set_value {
    cs_text text, lines;
    uint32_t indent;
};

/* Finds the item that a number names, METI 6-8 or 6-8, and its place in the profile's file. False after a usage error. */
bool set_find(struct answering *answering, const struct cs_profile *profile, cs_text number);

/* Sets the answer in the copy under way, in the long form where that says the same; what is wrong with it is printed, and
 * then the copy is not to be used. */
enum exit_code set_answer(struct answering *answering, const struct set_value *value, struct cs_date today);

#endif
