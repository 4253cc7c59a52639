/* Values of keys as they are to be written, and lines at other indents. */
#ifndef SCAFFOLD_EDIT_VALUE_H
#define SCAFFOLD_EDIT_VALUE_H

#include "base/arena.h"
#include "yaml/yaml_doc.h"

/* What is to stand behind a colon: `head` on the key's line, with the blank before it, and lines for an indent. */
struct cs_yaml_value {
    cs_text head, body;
    uint32_t indent;
};

/* What stands behind a colon, taken apart: the rest of the key's line, and the lines below, written for an indent. */
struct cs_yaml_value cs_yaml_split(struct cs_arena *arena, cs_text lines, uint32_t indent);

/* A text as it would stand behind the colon of a key, in the quotes of the value that it takes the place of (NULL: of
 * none). */
struct cs_yaml_value cs_yaml_of_text(struct cs_arena *arena, const struct cs_source *source, const struct cs_node *old,
                                     bool in_flow, cs_text text);

/* A text in single quotes; false when it holds what they cannot. */
bool cs_yaml_add_in_single_quotes(struct cs_buf *out, cs_text text);

/* Lines written for one indent at another, with a text before and one behind each: a line end, on one of the sides. */
void cs_yaml_add_lines(struct cs_buf *out, cs_text lines, uint32_t from, uint32_t to, cs_text before, cs_text behind);

#endif
