/* HTML that a cell holds where somebody has pasted a page into it. */
#ifndef WORDING_TAGS_H
#define WORDING_TAGS_H

#include "base/job.h"

/* A text that is HTML as a whole, without it: entries of lists and breaks are lines, links their text. Any other text as it
 * is: a < b, <script>. */
cs_text cs_without_tags(struct cs_job *job, cs_text text);

#endif
