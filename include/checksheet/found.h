/* What a question was found to ask, shown: to a person as a sheet, to a program as JSON. */
#ifndef CHECKSHEET_FOUND_H
#define CHECKSHEET_FOUND_H

#include "checksheet/memory.h"
#include "checksheet/sheet.h"

/* For a person: a line for each candidate with its question, below it why, and the answer where a profile has one. */
struct cs_sheet *cs_compose_found(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                  const struct cs_candidates *found);

/* For programs, of many questions: find/1, as checksheet(1) has it. */
void cs_found_write(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_candidates *found,
                    uint32_t count, struct cs_buf *out);

#endif
