/* Where a key of a YAML file stands with all that is its own: comments, lines, what is behind the colon. */
#ifndef SCAFFOLD_ENTRY_H
#define SCAFFOLD_ENTRY_H

#include "yaml/yaml_doc.h"

/* The key of a mapping written a line each, and its value. Offsets are bytes of the file; "end of a line" is where its text
 * ends, before the line end.
 *
 *     # a comment of its own
 *     key: head  # tail
 *       body
 */
struct cs_entry {
    const struct cs_node *key, *value;
    uint32_t indent;       /* of the key, in bytes */
    uint32_t comments;     /* first line of the comments right above it; the key's own line where there are none */
    uint32_t line;         /* of the key */
    uint32_t colon;        /* behind the colon */
    uint32_t head_end;     /* of what stands there that is no comment */
    uint32_t head_line;    /* on which the head ends */
    uint32_t last_of_body; /* last line of the value */
    uint32_t last;         /* the same, with the comments below it that stand further in than the key */
};

/* True when a mapping or list is written between braces. */
bool cs_node_is_flow(const struct cs_source *source, const struct cs_node *node);

/* Where a key stands. False when it does not begin its line, as in a list's "- key: value" or between braces. `limit` is
 * the first line that belongs to something behind it. */
bool cs_entry_of(const struct cs_source *source, const struct cs_node *key, struct cs_entry *entry);

/* Where the text of a line begins and ends. */
uint32_t cs_line_start(const struct cs_source *source, uint32_t line);
uint32_t cs_line_end(const struct cs_source *source, uint32_t line);
uint32_t cs_line_of(const struct cs_source *source, uint32_t offset);

/* Blanks at the beginning of a line. */
uint32_t cs_line_indent(const struct cs_source *source, uint32_t line);

/* The line end that the file has at a line: LF, CR LF or CR. */
cs_text cs_line_break(const struct cs_source *source, uint32_t line);

/* The comments within [from, to) of an entry, which are no text of its value, one a line, as they are but for what stands
 * before the hash. */
void cs_entry_comments(const struct cs_source *source, const struct cs_entry *entry, uint32_t from, uint32_t to,
                       struct cs_buf *out);

#endif
