/* What a question was found to ask, shown: to a person as a sheet, to a program as JSON. */
#ifndef DERIVE_FOUND_H
#define DERIVE_FOUND_H

#include "checksheet/memory.h"
#include "checksheet/sheet.h"

/* For a person: a line for each candidate with its question, below it why, and the answer where a profile has one. */
struct cs_sheet *cs_compose_found(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                  const struct cs_candidates *found);

/* A candidate in lines, for a comment or a menu: which question it is and by what it is known; its answer, and where that
 * stands; why it is proposed. */
cs_text cs_candidate_lines(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                           const struct cs_candidate *candidate);

/* The first of these lines without the question: METI 6-8 (crosswalk: asks the same), and where its answer stands. */
cs_text cs_candidate_label(struct cs_job *job, const struct cs_candidate *candidate, bool with_place);

/* The last of these lines: what both ask for, and what only one does; or the reason of the crosswalk. */
cs_text cs_candidate_why(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                         const struct cs_candidate *candidate);

/* The line of a profile by which a person says that a candidate asks the same as a question: 5: = METI 6-8. */
cs_text cs_candidate_pointer(struct cs_job *job, cs_text number, const struct cs_candidate *candidate);

/* A candidate's answer as it can be typed below another question: mark or value, and the remark in the profile's language. */
cs_text cs_candidate_answer(struct cs_job *job, const struct cs_candidate *candidate);

/* For programs, of many questions: find/1, as checksheet(1) has it. */
void cs_found_write(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_candidates *found,
                    uint32_t count, struct cs_buf *out);

#endif
