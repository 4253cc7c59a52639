/* The front of an answer: the mark, word or value that it begins with, read as the item's kind has it. What follows is
 * the business of answer.c. */
#ifndef LOAD_ANSWER_FRONT_H
#define LOAD_ANSWER_FRONT_H

#include "load/answer.h"

/* Reads state and value off the front of *text and leaves what follows. What cannot be understood is reported. */
void cs_answer_take(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node, cs_text *text,
                    struct cs_answer *answer);

/* Says that the item, asked for a value or for yes or no, is answered in words. */
void cs_answer_told(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span);

/* The date a plan's text begins with: 2026-03-31, 2026-03, 2026年3月. Day 0 where only the month is said. */
struct cs_date cs_answer_take_due(cs_text *text);

/* Where a part of a node's text stands in the file; the whole node where the text was put together from lines. */
struct cs_span cs_answer_span(const struct cs_reader *reader, const struct cs_node *node, cs_text part);

/* How messages call the item: METI 6-8. */
cs_text cs_asked_name(struct cs_reader *reader, const struct cs_asked *asked);

#endif
