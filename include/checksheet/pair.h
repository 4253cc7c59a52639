/* Comparing two folders file by file. */
#ifndef CHECKSHEET_PAIR_H
#define CHECKSHEET_PAIR_H

#include "checksheet/text.h"

/* The result for a file and the one of the same name in the other folder; FAILED: they could not be compared. */
enum cs_pair_state {
    CS_PAIR_SAME,
    CS_PAIR_CHANGED,
    CS_PAIR_OLD_ONLY,
    CS_PAIR_NEW_ONLY,
    CS_PAIR_FAILED,
    CS_PAIR_STATES
};

struct cs_file_pair {
    cs_text name;
    enum cs_pair_state state;
    uint32_t changed, better, worse, added, removed, moved; /* items, as in cs_comparison */
};

/* "same", "changed", "only-old", "only-new", "failed". */
cs_text cs_pair_word(enum cs_pair_state state);

#endif
