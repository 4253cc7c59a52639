/* Translating what the program has added to the words of an answer: what is not disclosed, states and dates, who runs
 * a control, products, evidence. What a person wrote is unchanged. */
#ifndef WORDING_SAID_IN_H
#define WORDING_SAID_IN_H

#include "wording/unword.h"

struct cs_saying {
    struct cs_job *job;
    struct cs_sheet *sheet; /* the sheet with the words */
    struct cs_unword unword;
    enum cs_language from, to;
};

/* Translates the lines written by the program, whatever their language; removes them unless `kept`. */
cs_text cs_say_own_lines(const struct cs_saying *t, cs_text words, bool kept);

/* Translates words that may give an answer for each product. */
cs_text cs_say_parts(const struct cs_saying *t, const struct cs_item *item, cs_text words);

/* Translates words that contain no recognisable answer; item NULL: the question is unknown. */
cs_text cs_say_loose(const struct cs_saying *t, const struct cs_item *item, cs_text text);

/* Translates evidence with the products that it is for. */
const struct cs_evidence *cs_say_evidence(const struct cs_saying *t, const struct cs_evidence *evidence,
                                          uint32_t count);

#endif
