/* The text of inline Markdown as a reader of the page sees it. */
#ifndef READ_MARKDOWN_INLINE_H
#define READ_MARKDOWN_INLINE_H

#include "base/arena.h"

/* The text of inline Markdown: escapes and entities decoded, <br> as LF, links as their text with *link their first
 * address, emphasis and code without delimiters, comments and anchors removed. Other tags stay. A text without any
 * special character is not copied. The inverse of cs_escape_markdown. The raw text contains no NUL. Takes time in
 * proportion to the text. */
cs_text cs_markdown_words(struct cs_arena *arena, struct cs_buf *scratch, cs_text raw, cs_text *link);

#endif
