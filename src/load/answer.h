/* The grammar of an answer: the value of a question's number in a profile, read for the item it answers. */
#ifndef LOAD_ANSWER_H
#define LOAD_ANSWER_H

#include "load/fields.h"

/* The item being answered, and the profile. */
struct cs_asked {
    const struct cs_catalog *catalog;
    const struct cs_item *item;
    const struct cs_profile *profile;
};

/* Reads a short answer (a text) or a long one (a mapping). What cannot be understood is reported, and that part of
 * the answer stays unset; nothing is invented. */
void cs_answer_read(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *key,
                    const struct cs_node *value, struct cs_answer *answer);

/* True for a key of the long form. */
bool cs_answer_has_key(cs_text key);

/* The signs that an item may be answered with, separated by blanks. */
cs_text cs_answer_signs(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item);

#endif
