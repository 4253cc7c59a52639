/* Escaping, shared by all text formats. Text that needs none is found eight bytes at a time and added in runs. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "checksheet/text.h"

/* A format's replacements of some bytes, all of them ASCII. */
struct cs_escape {
    uint8_t below;             /* this byte and greater ones are never special; at most 0x80 */
    const char *instead[0x80]; /* by byte; NULL: the byte itself */
};

/* Index of the first special byte at or after `at`; the text's size if there is none. */
size_t cs_escape_find(const struct cs_escape *escape, cs_text text, size_t at);

/* Appends the text with its special bytes replaced. */
void cs_escape(struct cs_buf *out, const struct cs_escape *escape, cs_text text);

/* Appends the text with U+FFFD for each byte that is not UTF-8, and for the two noncharacters U+FFFE and U+FFFF. */
void cs_escape_invalid(struct cs_buf *out, cs_text text);

/* Appends a CSV field (RFC 4180) consisting of two texts, quoted only if necessary. */
void cs_escape_csv(struct cs_buf *out, cs_text lead, cs_text text);

/* Appends inline Markdown (GFM, for use inside tables and outside) that shows exactly this text, with <br> for line
 * breaks. Web addresses become links, except inside a link's own text. */
void cs_escape_markdown(struct cs_buf *out, cs_text text, bool in_link);

/* Appends an address for use between < and > after a link's text. */
void cs_escape_markdown_address(struct cs_buf *out, cs_text address);

/* The context in HTML: in an attribute or a title, on one line; in the page, with line breaks; with web addresses as
 * links; as the id of an element, without spaces. */
enum cs_html { CS_HTML_PLAIN, CS_HTML_LINES, CS_HTML_LINKED, CS_HTML_ID };

/* Appends HTML that shows exactly this text, and is well-formed XML too. */
void cs_escape_html(struct cs_buf *out, cs_text text, enum cs_html how);

#endif
