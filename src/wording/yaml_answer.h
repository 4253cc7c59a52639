/* One answer as YAML. */
#ifndef WORDING_YAML_ANSWER_H
#define WORDING_YAML_ANSWER_H

#include "wording/unword.h"

struct cs_yaml_style {
    bool in_words;   /* marks: none: words need no state before them */
    bool has_dollar; /* some text says ${, which would name a fact: it is written with the help of one */
};

/* Name of the fact that stands for a dollar sign. */
#define CS_YAML_DOLLAR CS_TEXT("dollar")

/* A text in which facts are filled in by the loader, so that it comes out as it is. */
cs_text cs_yaml_guard_facts(struct cs_job *job, const struct cs_yaml_style *style, cs_text text);

/* What stands behind an item's key, from the colon to the last line end: nothing for an open question, the short form for
 * a mark and a line of words, else the long one. What was not understood stands there under x-. */
void cs_yaml_add_answer(const struct cs_unword *unword, const struct cs_yaml_style *style, struct cs_buf *out,
                        const struct cs_row *row, const struct cs_item *item, const struct cs_unworded *answer);

#endif
