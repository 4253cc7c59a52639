/* Writing YAML without libyaml's emitter, since half of the output is comments: texts in the style that a person
 * would choose and that reads back as the same text, keys, comments, section headings. */
#ifndef BASE_YAML_OUT_H
#define BASE_YAML_OUT_H

#include "checksheet/text.h"

/* Indentation of a mapping's values relative to its keys. */
enum { CS_YAML_STEP = 2 };

/* True if the text can be the value of a key without quotes. */
bool cs_yaml_is_plain(cs_text text);

/* The text as a value after "key:" or "-" with the given indentation, including the blank before it and the line end
 * after it: plain, quoted, or as a block. Leading and trailing blanks and line ends are removed, as by the loader;
 * what no reader accepts becomes visible: U+2407 for a bell, U+FFFD for what is not UTF-8. */
void cs_yaml_add_value(struct cs_buf *out, uint32_t indent, cs_text text);

/* The text as a value in a flow mapping: plain or quoted. */
void cs_yaml_add_flow(struct cs_buf *out, cs_text text);

/* The text in double quotes. */
void cs_yaml_add_quoted(struct cs_buf *out, cs_text text);

/* A key without its colon: plain if that cannot be misread, else quoted. */
void cs_yaml_add_key(struct cs_buf *out, cs_text prefix, cs_text key);

/* As cs_yaml_add_key, for a key that may be preceded by the name of a catalog: METI 6-8. */
void cs_yaml_add_name(struct cs_buf *out, cs_text name);

/* "key:" and its value on a line with the given indentation. */
void cs_yaml_add_field(struct cs_buf *out, uint32_t indent, cs_text key, cs_text text);

/* A comment on one line, whatever the text; a comment with the text's own lines. */
void cs_yaml_add_comment(struct cs_buf *out, uint32_t indent, cs_text text);
void cs_yaml_add_comments(struct cs_buf *out, uint32_t indent, cs_text text);

/* Comments with one prefix for the first line, such as "#? ", and another for the rest. */
void cs_yaml_add_signed(struct cs_buf *out, uint32_t indent, cs_text sign, cs_text next, cs_text text);

/* The heading of a section among the answers. */
void cs_yaml_add_section(struct cs_buf *out, cs_text title, uint32_t depth);

#endif
