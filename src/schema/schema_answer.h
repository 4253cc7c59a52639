/* What a catalog brings to the schema of its profiles: its questions, and the ways to answer each. */
#ifndef SCHEMA_SCHEMA_ANSWER_H
#define SCHEMA_SCHEMA_ANSWER_H

#include "schema/schema_out.h"

/* Puts a question under its number: what it asks, and how it may be answered. */
void cs_schema_put_question(struct cs_schema_out *schema, const struct cs_item *item);

/* Puts the ways to answer, short and long, into the definition that is open. Of the item only its kind, units and
 * choices matter. */
void cs_schema_put_answer(struct cs_schema_out *schema, const struct cs_item *item);

/* True when a question is answered as all others of its kind are, which then share a definition. */
bool cs_schema_is_usual(const struct cs_item *item);

/* The name of that definition; the buffer holds it. */
cs_text cs_schema_answer_name(struct cs_buf *buf, enum cs_kind kind);

/* Kind and units, or an example: 百分率 (99.9%). Empty for marks. */
cs_text cs_schema_kind_text(struct cs_schema_out *schema, const struct cs_item *item);

#endif
