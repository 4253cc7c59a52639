/* What is known of a question, as lines of a profile; for the room. */
#ifndef SCAFFOLD_KNOWN_H
#define SCAFFOLD_KNOWN_H

#include "scaffold/scaffold.h"

/* What the comments begin with that say where an answer comes from, and what is proposed. */
#define CS_SIGN_OF_ORIGIN   CS_TEXT("#= ")
#define CS_SIGN_OF_PROPOSAL CS_TEXT("#? ")

/* The comments alone. */
void cs_scaffold_add_notes(struct cs_buf *out, const struct cs_scaffold_item *known);

/* The question as a comment, what to say in brackets; what is known of it, unless that is NULL; and its key. */
void cs_scaffold_add_item(struct cs_job *job, struct cs_buf *out, const struct cs_item *item, cs_text prefix,
                          const struct cs_scaffold_item *known);

#endif
