/* What Japanese words are about: the nouns and verbs of a clause, and whether a question speaks of them. */
#ifndef CHECK_CLAIMS_TOPIC_H
#define CHECK_CLAIMS_TOPIC_H

#include "checksheet/text.h"

/* What a question asks for, as its words are compared: without what it negates, since whoever denies that affirms; and
 * behind that, the conditions under which it asks: 保管する場合. */
struct cs_asked {
    struct cs_buf words;
    size_t plain; /* bytes of them before the conditions */
};

/* Begin with all zero; the words are to be freed. */
void cs_asked_add(struct cs_asked *asked, cs_text question);

/* True when all that a clause names is asked for, and something of it under any condition. */
bool cs_is_asked_for(cs_text clause, const struct cs_asked *asked);

/* True for a text with a word that says what it is about. */
bool cs_topic_is_named(cs_text text);

/* True for a Japanese sentence that names something the question does not: it tells of something else. */
bool cs_speaks_of_more(cs_text sentence, cs_text question);

#endif
