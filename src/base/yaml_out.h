/* YAML written by hand rather than by libyaml, since comments are half of what is written: texts in the style that a
 * person would have chosen and that reads back as the same text, keys, comments, the headings of sections. */
#ifndef BASE_YAML_OUT_H
#define BASE_YAML_OUT_H

#include "checksheet/text.h"

/* How far the lines of a mapping's values stand in from its keys. */
enum { CS_YAML_STEP = 2 };

/* True when the text can stand behind a colon as it is. */
bool cs_yaml_is_plain(cs_text text);

/* The text as a value behind "key:" or "-" whose own indent is given, with the blank before it and the line end behind
 * it: as it is, in quotes, or as a block of lines. Blanks and line ends at either end of the text are left out, as the
 * loader does; what no reader takes, it shows: U+2407 for a bell, U+FFFD for what is not UTF-8. */
void cs_yaml_add_value(struct cs_buf *out, uint32_t indent, cs_text text);

/* The text in one line: as it is or in quotes. */
void cs_yaml_add_line(struct cs_buf *out, cs_text text);

/* The text as a value between braces: as it is, or in quotes. */
void cs_yaml_add_flow(struct cs_buf *out, cs_text text);

/* The text in double quotes. */
void cs_yaml_add_quoted(struct cs_buf *out, cs_text text);

/* A key without its colon: as it is where that cannot be misread, else in quotes. */
void cs_yaml_add_key(struct cs_buf *out, cs_text prefix, cs_text key);

/* As cs_yaml_add_key, for a key that may have the name of a catalog before it: METI 6-8. */
void cs_yaml_add_name(struct cs_buf *out, cs_text name);

/* "key:" on a line of its own depth, and the value. */
void cs_yaml_add_field(struct cs_buf *out, uint32_t indent, cs_text key, cs_text text);

/* A comment of one line, whatever the text holds; one of as many lines as it has. */
void cs_yaml_add_comment(struct cs_buf *out, uint32_t indent, cs_text text);
void cs_yaml_add_comments(struct cs_buf *out, uint32_t indent, cs_text text);

/* Comments whose first line begins with a sign, such as "#? ", and the others with another. */
void cs_yaml_add_signed(struct cs_buf *out, uint32_t indent, cs_text sign, cs_text next, cs_text text);

/* The heading of a section among the answers. */
void cs_yaml_add_section(struct cs_buf *out, cs_text title, uint32_t depth);

#endif
