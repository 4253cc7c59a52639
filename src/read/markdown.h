/* Recognising Markdown among other texts. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "checksheet/source.h"

/* True for a file with a table as GitHub shows them: a line with a bar, and below it one such as |---|:-:|. */
bool cs_has_markdown_table(const struct cs_source *source);

#endif
