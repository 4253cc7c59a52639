/* Remarks: what a person should look at. */
#ifndef IMPORT_TELL_H
#define IMPORT_TELL_H

#include "import/answers.h"

/* Adds a remark about a cell of a line. */
void cs_tell(struct cs_job *job, struct cs_imported *imported, enum cs_remark_kind kind, const struct cs_line *line,
             uint32_t column, cs_text text, cs_text key);

/* Adds the remarks about signs that the legend explains in words without a known meaning. */
void cs_tell_signs(struct cs_job *job, const struct cs_asked_lines *asked, struct cs_imported *imported);

/* Adds the remarks about comments of the worksheets that were read; the items must be known. */
void cs_tell_comments(struct cs_job *job, const struct cs_asked_lines *asked, struct cs_imported *imported);

/* Adds the remarks about a line that is an item, and about one that is an example of an answer. */
void cs_tell_item(struct cs_job *job, const struct cs_line_answers *answers, uint32_t line,
                  const struct cs_import_item *item, cs_text key, struct cs_imported *imported);
void cs_tell_example(struct cs_job *job, const struct cs_line *line, struct cs_imported *imported);

#endif
