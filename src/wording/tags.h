/* HTML that a cell holds where somebody has pasted a page into it. */
#ifndef WORDING_TAGS_H
#define WORDING_TAGS_H

#include "base/job.h"

/* The text without HTML: entries of lists and breaks are lines, links their text. The text itself when it has none. */
cs_text cs_without_tags(struct cs_job *job, cs_text text);

#endif
