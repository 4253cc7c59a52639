/* Checking: rules over a loaded profile or catalog, beyond what loading it has found. */
#ifndef CHECKSHEET_CHECK_H
#define CHECKSHEET_CHECK_H

#include "checksheet/crosswalk.h"
#include "checksheet/profile.h"

struct cs_check_options {
    struct cs_date today; /* year 0: rules about dates are left out */
    uint32_t max_age;     /* days after which an answer is stale; 0: never */
    bool complete;        /* an open question is an error */
    bool in_language;     /* remarks are wanted in `language`: those that lack it are found */
    enum cs_language language;
    bool all_editions; /* those of all catalogs that are answered, whichever it is about */
};

/* The answers to the catalog of an id, or the profile's first when it is empty. NULL, and reported, where there are none. */
const struct cs_answers *cs_check_has_answers(struct cs_job *job, const struct cs_profile *profile, cs_text catalog_id);

/* Reports what is wrong with the answers to one catalog, or to all of the profile's when answers is NULL. */
void cs_check_profile(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options);

/* Reports what the profile itself, and its answers, allow and what was not found, where it could have been. To be called
 * when all else has been checked; the arguments as for cs_check_profile. */
void cs_check_allowed(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options);

/* Reports what of an answer's evidence has run out, has changed or is lost. False then: the answer should be held. `today`
 * with year 0: dates are not looked at. */
struct cs_digests;
bool cs_check_evidence(struct cs_job *job, struct cs_digests *digests, const struct cs_catalog *catalog,
                       const struct cs_answer *answer, struct cs_date today);

/* Gets ready to report what profiles say against each other, and each against itself: answers of one vendor whose questions
 * a crosswalk links, or that answer the same question, are compared by what they state. Takes as long as there are answers
 * and links. What it returns is only read from then on, and lives as long as the job. */
struct cs_consistency;
struct cs_consistency *cs_consistency_begin(struct cs_job *job, const struct cs_profile *const *profiles,
                                            uint32_t count, const struct cs_crosswalks *crosswalks);

/* The parts that the comparison falls into, and one of them, by index. Each is done once, by any job, at any time: what is
 * reported is the same. */
uint32_t cs_consistency_parts(const struct cs_consistency *consistency);
void cs_consistency_check(struct cs_job *job, const struct cs_consistency *consistency, uint32_t part);

/* Reports what is wrong with a catalog that could be loaded. */
void cs_check_catalog(struct cs_job *job, const struct cs_catalog *catalog);

#endif
