/* Values of keys in YAML notation, and lines at other indentations. */
#ifndef SCAFFOLD_EDIT_VALUE_H
#define SCAFFOLD_EDIT_VALUE_H

#include "base/arena.h"
#include "yaml/yaml_doc.h"

/* A value after a colon: `head` on the key's line, with the blank before it, and lines written for an indentation. */
struct cs_yaml_value {
    cs_text head, body;
    uint32_t indent;
};

/* Splits a value into the rest of the key's line and the lines below, written for an indentation. */
struct cs_yaml_value cs_yaml_split(struct cs_arena *arena, cs_text lines, uint32_t indent);

/* A text in YAML notation, with the quotes of the value that it replaces (NULL: none), or those that it needs. */
struct cs_yaml_value cs_yaml_of_text(struct cs_arena *arena, const struct cs_source *source, const struct cs_node *old,
                                     bool in_flow, cs_text text);

/* Adds a text in single quotes; false if they cannot represent it. */
bool cs_yaml_add_in_single_quotes(struct cs_buf *out, cs_text text);

/* Adds lines at another indentation, with a text before and after each; one of them contains the line end. */
void cs_yaml_add_lines(struct cs_buf *out, cs_text lines, uint32_t from, uint32_t to, cs_text before, cs_text behind);

#endif
