/* An answer as YAML. */
#ifndef WORDING_YAML_ANSWER_H
#define WORDING_YAML_ANSWER_H

#include "wording/unword.h"

struct cs_yaml_style {
    bool in_words;   /* marks: none; words need no state before them */
    bool has_dollar; /* some text contains ${, which would refer to a fact: it is written by means of one */
};

/* Name of the fact whose value is a dollar sign. */
#define CS_YAML_DOLLAR CS_TEXT("dollar")

/* A text protected against the loader's filling in of facts. */
cs_text cs_yaml_guard_facts(struct cs_job *job, const struct cs_yaml_style *style, cs_text text);

/* Writes the value of an item's key, from the colon to the last line end: nothing for an open question, the short
 * form for a mark and a line of words, else the long form. What was not understood is written under x-. */
void cs_yaml_add_answer(const struct cs_unword *unword, const struct cs_yaml_style *style, struct cs_buf *out,
                        const struct cs_row *row, const struct cs_item *item, const struct cs_unworded *answer);

#endif
