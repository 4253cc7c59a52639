/* What is known of a question, as lines of a profile; shared within the room. */
#ifndef SCAFFOLD_KNOWN_H
#define SCAFFOLD_KNOWN_H

#include "scaffold/scaffold.h"

/* The beginnings of comments that name the origin of an answer, and of those with proposals. */
#define CS_SIGN_OF_ORIGIN   CS_TEXT("#= ")
#define CS_SIGN_OF_PROPOSAL CS_TEXT("#? ")

/* Adds the comments alone. */
void cs_scaffold_add_notes(struct cs_buf *out, const struct cs_scaffold_item *known);

/* Adds the question as a comment, with its hint in brackets; what is known of it, unless that is NULL; and its key. */
void cs_scaffold_add_item(struct cs_job *job, struct cs_buf *out, const struct cs_item *item, cs_text prefix,
                          const struct cs_scaffold_item *known);

#endif
