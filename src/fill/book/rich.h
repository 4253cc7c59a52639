/* Strings made of runs, each with a font of its own, and strings with furigana: a part of the text changes, and all else
 * of the XML stays. */
#ifndef FILL_RICH_H
#define FILL_RICH_H

#include "fill/book/cells.h"

/* The shared strings of a workbook. */
struct cs_rich_strings {
    cs_text bytes, prefix; /* of the part, and of the tags in it */
    struct cs_stretch *at; /* what is in each string element */
    uint32_t count, room;
};

/* Finds the strings in the bytes of their part; none if it cannot be read. */
void cs_rich_read(struct cs_job *job, cs_text bytes, struct cs_rich_strings *strings);

/* Appends what is in a string element, whose text is `before`, with the text `after`, which differs in one place. Tags get
 * the prefix `to` in place of `from`. False, with anything appended, if the string has neither runs nor furigana, or
 * another text, or is not understood. */
bool cs_rich_edit(cs_text inside, cs_text from, cs_text to, cs_text before, cs_text after, struct cs_buf *out);

#endif
