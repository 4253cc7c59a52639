/* Escaping, shared by all that write a text format. What needs none is found eight bytes at a time and added in whole runs. */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "checksheet/text.h"

/* What a format writes in place of some bytes, all of them ASCII. */
struct cs_escape {
    uint8_t below;             /* bytes from this one on are never special; at most 0x80 */
    const char *instead[0x80]; /* by byte; NULL: the byte itself */
};

/* Index of the first special byte at or behind `at`; the text's size if there is none. */
size_t cs_escape_find(const struct cs_escape *escape, cs_text text, size_t at);

/* Adds the text with its special bytes replaced. */
void cs_escape(struct cs_buf *out, const struct cs_escape *escape, cs_text text);

/* Adds the text with U+FFFD for each byte that is not UTF-8, and for the two code points that are no characters. */
void cs_escape_invalid(struct cs_buf *out, cs_text text);

/* Adds one CSV field (RFC 4180) made of two texts, in quotes only where they are needed. */
void cs_escape_csv(struct cs_buf *out, cs_text lead, cs_text text);

/* Adds the text as inline Markdown (GFM, inside a table or out of it) that shows just this text, with <br> for line
 * breaks. Web addresses become links, save inside a link's own text. */
void cs_escape_markdown(struct cs_buf *out, cs_text text, bool in_link);

/* Adds an address for use between < and > behind a link's text. */
void cs_escape_markdown_address(struct cs_buf *out, cs_text address);

/* How a text stands in HTML: in an attribute or a title, on one line; in the page, its lines kept; with its web addresses
 * as links; as the id of an element, which holds no space. */
enum cs_html { CS_HTML_PLAIN, CS_HTML_LINES, CS_HTML_LINKED, CS_HTML_ID };

/* Adds the text as HTML that shows just this text, and is well-formed XML too. */
void cs_escape_html(struct cs_buf *out, cs_text text, enum cs_html how);

#endif
