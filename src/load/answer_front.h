/* The front of an answer: its mark, word or value, read according to the item's kind. answer.c reads what follows. */
#ifndef LOAD_ANSWER_FRONT_H
#define LOAD_ANSWER_FRONT_H

#include "load/answer.h"

/* Takes state and value off the front of *text and leaves the rest. What cannot be understood is reported. */
void cs_answer_take(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node, cs_text *text,
                    struct cs_answer *answer);

/* Takes the date at the front of a plan's text: 2026-03-31, 2026-03, 2026年3月. Day 0 if only the month is given. */
struct cs_date cs_answer_take_due(cs_text *text);

/* The location of a part of a node's text in the file; the whole node if the text was joined from several lines. */
struct cs_span cs_answer_span(const struct cs_reader *reader, const struct cs_node *node, cs_text part);

/* The name of the item in messages: METI 6-8. */
cs_text cs_asked_name(struct cs_reader *reader, const struct cs_asked *asked);

#endif
