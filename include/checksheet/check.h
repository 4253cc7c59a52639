/* Checking: rules for a loaded profile or catalog, beyond what the loader reports. */
#ifndef CHECKSHEET_CHECK_H
#define CHECKSHEET_CHECK_H

#include "checksheet/crosswalk.h"
#include "checksheet/profile.h"

struct cs_check_options {
    struct cs_date today; /* year 0: rules about dates are disabled */
    uint32_t max_age;     /* days after which an answer is stale; 0: no limit */
    bool complete;        /* an open question is an error */
    bool in_language;     /* remarks are required in `language`: those that lack it are reported */
    enum cs_language language;
    bool all_editions; /* of all catalogs that the profile answers, not only the given one */
};

/* The answers to the catalog with an id, or the profile's first ones if it is empty. NULL, and reported, if there are
 * none. */
const struct cs_answers *cs_check_has_answers(struct cs_job *job, const struct cs_profile *profile, cs_text catalog_id);

/* Reports findings about the answers to one catalog, or about all answers of the profile if `answers` is NULL. */
void cs_check_profile(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options);

/* Reports allowances of the profile and its answers that match no finding, although they could have. To be called
 * when everything else has been checked; the arguments are as for cs_check_profile. */
void cs_check_allowed(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options);

/* Reports evidence of an answer that has expired, has changed or is missing. Returns false then: the answer should
 * not be sent. With year 0 as `today`, dates are not checked. */
struct cs_digests;
bool cs_check_evidence(struct cs_job *job, struct cs_digests *digests, const struct cs_catalog *catalog,
                       const struct cs_answer *answer, struct cs_date today);

/* Prepares a comparison of profiles with each other and with themselves: answers of one vendor to questions linked by
 * a crosswalk, or to the same question, are compared by what they state. Takes time in proportion to answers and
 * links. The result is read-only, and lives as long as the job. */
struct cs_consistency;
struct cs_consistency *cs_consistency_begin(struct cs_job *job, const struct cs_profile *const *profiles,
                                            uint32_t count, const struct cs_crosswalks *crosswalks);

/* The name under which profiles count as one vendor's: one width of characters, no blanks; the path of a profile without a
 * vendor, which is compared with no other. Lives as long as the job. */
cs_text cs_consistency_vendor(struct cs_job *job, const struct cs_profile *profile);

/* Profiles that others are compared with. */
struct cs_speakers {
    const struct cs_profile **at; /* may contain duplicates */
    uint32_t count, room;
};

/* Adds the profiles whose answers all others are compared with in a part. What the others are found to contradict is the
 * same with these alone as with more profiles, as long as the order is kept and no profile extends another. Called instead
 * of cs_consistency_check, it compares nothing; what it adds lives as long as the job. */
void cs_consistency_speakers(struct cs_job *job, const struct cs_consistency *consistency, uint32_t part,
                             struct cs_speakers *speakers);

/* The number of parts of the comparison, and one of them by index. Each must be run once, by any job, in any order;
 * the findings are the same. */
uint32_t cs_consistency_parts(const struct cs_consistency *consistency);
void cs_consistency_check(struct cs_job *job, const struct cs_consistency *consistency, uint32_t part);

/* Reports findings about a loaded catalog. */
void cs_check_catalog(struct cs_job *job, const struct cs_catalog *catalog);

#endif
