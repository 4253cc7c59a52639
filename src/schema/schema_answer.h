/* The parts of a profile's schema that come from its catalog: the questions, and the possible answers to each. */
#ifndef SCHEMA_SCHEMA_ANSWER_H
#define SCHEMA_SCHEMA_ANSWER_H

#include "schema/schema_out.h"

/* Writes a question under its number: its text and the possible answers. */
void cs_schema_put_question(struct cs_schema_out *schema, const struct cs_item *item);

/* Writes the possible answers, short and long, into the open definition. Of the item only its kind, units and choices
 * matter. */
void cs_schema_put_answer(struct cs_schema_out *schema, const struct cs_item *item);

/* True if a question is answered like all others of its kind, so that they can share a definition. */
bool cs_schema_is_usual(const struct cs_item *item);

/* The name of that definition, stored in the buffer. */
cs_text cs_schema_answer_name(struct cs_buf *buf, enum cs_kind kind);

/* Kind and units, or an example: 百分率 (99.9%). Empty for marks. */
cs_text cs_schema_kind_text(struct cs_schema_out *schema, const struct cs_item *item);

#endif
