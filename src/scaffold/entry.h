/* The location of a key in a YAML file with everything that belongs to it: comments, lines, the value. */
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
    uint32_t comments;     /* first line of the comments directly above it; the key's own line if there are none */
    uint32_t line;         /* of the key */
    uint32_t colon;        /* after the colon */
    uint32_t head_end;     /* end of the value on that line, without a comment */
    uint32_t head_line;    /* the line on which the head ends */
    uint32_t last_of_body; /* last line of the value */
    uint32_t last;         /* the same, including the comments below it that are indented deeper than the key */
};

/* True for a flow mapping or list, written in brackets. */
bool cs_node_is_flow(const struct cs_source *source, const struct cs_node *node);

/* Locates a key. False if it is not the first on its line, as in a list's "- key: value" or in a flow mapping.
 * `limit` is the first line that belongs to what follows it. */
bool cs_entry_of(const struct cs_source *source, const struct cs_node *key, struct cs_entry *entry);

/* The offsets of the beginning and the end of a line's text. */
uint32_t cs_line_start(const struct cs_source *source, uint32_t line);
uint32_t cs_line_end(const struct cs_source *source, uint32_t line);
uint32_t cs_line_of(const struct cs_source *source, uint32_t offset);

/* The number of blanks at the beginning of a line. */
uint32_t cs_line_indent(const struct cs_source *source, uint32_t line);

/* The line end that the file has at a line: LF, CR LF or CR. */
cs_text cs_line_break(const struct cs_source *source, uint32_t line);

/* Adds the comments within [from, to) of an entry, which are not part of its value, one on a line, unchanged from the
 * hash on. */
void cs_entry_comments(const struct cs_source *source, const struct cs_entry *entry, uint32_t from, uint32_t to,
                       struct cs_buf *out);

#endif
