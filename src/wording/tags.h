/* HTML in a cell into which somebody has pasted from a page. */
#ifndef WORDING_TAGS_H
#define WORDING_TAGS_H

#include "base/job.h"

/* A text that is HTML as a whole, converted to plain text: list entries and breaks become lines, links their text.
 * Any other text is unchanged: a < b, <script>. */
cs_text cs_without_tags(struct cs_job *job, cs_text text);

#endif
