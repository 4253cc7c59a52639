/* The candidates for a question, as a sheet for people and as JSON for programs. */
#ifndef DERIVE_FOUND_H
#define DERIVE_FOUND_H

#include "checksheet/memory.h"
#include "checksheet/sheet.h"

/* For people: each candidate with its question, the reasons below it, and the answer if a profile has one. */
struct cs_sheet *cs_compose_found(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                  const struct cs_candidates *found);

/* A candidate in lines, for a comment or a menu: the question and how it was found; its answer with its location; the
 * reasons. */
cs_text cs_candidate_lines(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                           const struct cs_candidate *candidate);

/* The first of these lines without the question: METI 6-8 (crosswalk: asks the same), and the location of its answer. */
cs_text cs_candidate_label(struct cs_job *job, const struct cs_candidate *candidate, bool with_place);

/* The last of these lines: the concepts of both texts, and of one only; or the reason in the crosswalk. */
cs_text cs_candidate_why(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                         const struct cs_candidate *candidate);

/* The line of a profile that declares a candidate to be the same as a question: 5: = METI 6-8. */
cs_text cs_candidate_pointer(struct cs_job *job, cs_text number, const struct cs_candidate *candidate);

/* A candidate's answer as it would be typed below another question: mark or value, and the remark in the profile's
 * language. */
cs_text cs_candidate_answer(struct cs_job *job, const struct cs_candidate *candidate);

/* For programs, for many questions: find/1, see checksheet(1). */
void cs_found_write(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_candidates *found,
                    uint32_t count, struct cs_buf *out);

#endif
