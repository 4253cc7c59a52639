/* What the program has put into and around the words of an answer, said in another language: what is not disclosed, states
 * and dates, who runs a control, products, evidence. What a person wrote stands. */
#ifndef DERIVE_SAID_IN_H
#define DERIVE_SAID_IN_H

#include "wording/unword.h"

struct cs_saying {
    struct cs_job *job;
    struct cs_sheet *sheet; /* that the words stand on */
    struct cs_unword unword;
    enum cs_language from, to;
};

/* Words with the lines that the program has put there in the language that is wanted, whichever they are in; without them
 * where they are not `kept`. */
cs_text cs_say_own_lines(const struct cs_saying *t, cs_text words, bool kept);

/* Words that may say what each product answers. */
cs_text cs_say_parts(const struct cs_saying *t, const struct cs_item *item, cs_text words);

/* Words that no answer could be read from; item NULL: to a question that nobody knows. */
cs_text cs_say_loose(const struct cs_saying *t, const struct cs_item *item, cs_text text);

/* Evidence, with the products that it is for. */
const struct cs_evidence *cs_say_evidence(const struct cs_saying *t, const struct cs_evidence *evidence,
                                          uint32_t count);

#endif
