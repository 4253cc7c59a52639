/* The topics of Japanese text: the nouns and verbs of a clause, and whether a question is about them. */
#ifndef CHECK_CLAIMS_TOPIC_H
#define CHECK_CLAIMS_TOPIC_H

#include "checksheet/text.h"

/* The text of a question for comparing words: without what it negates, since denying that affirms; followed by the
 * conditions under which it asks: 保管する場合. */
struct cs_question_words {
    struct cs_buf words;
    size_t plain; /* bytes before the conditions */
};

/* Initialise to zero; the words are to be freed. */
void cs_question_add(struct cs_question_words *asked, cs_text question);

/* True if everything that a clause names is asked for, and part of it unconditionally. */
bool cs_is_asked_for(cs_text clause, const struct cs_question_words *asked);

/* True for a text with a word that is not generic. */
bool cs_topic_is_named(cs_text text);

/* True for a Japanese sentence that names something that the question does not: it is about something else. */
bool cs_speaks_of_more(cs_text sentence, cs_text question);

#endif
