/* What a stretch of Markdown says: the text that a reader of the page sees. */
#ifndef READ_MARKDOWN_INLINE_H
#define READ_MARKDOWN_INLINE_H

#include "base/arena.h"

/* The words of inline Markdown: escapes and entities as the characters they stand for, <br> as LF, links as their text
 * with *link their first address, emphasis and code without the signs around them, comments and anchors left out. Other
 * tags stay. A text without any sign is not copied. The inverse of cs_escape_markdown. The raw text holds no NUL. Takes
 * time that grows with the text. */
cs_text cs_markdown_words(struct cs_arena *arena, struct cs_buf *scratch, cs_text raw, cs_text *link);

#endif
