/* Shared by the rules for the answers of a profile. */
#ifndef CHECK_PROFILE_CHECK_H
#define CHECK_PROFILE_CHECK_H

#include "checksheet/check.h"
#include "checksheet/evidence_state.h"
#include "base/job.h"
#include "check/claims/traces.h"

struct cs_profile_check {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answers *answers; /* of the sheet being checked */
    const struct cs_check_options *options;
    int32_t today; /* in days; 0 if rules about dates are disabled */
    struct cs_hints hints;
    unsigned answer_hints; /* of the answer being checked */
    struct cs_traces traces;
    struct cs_digests digests;
};

/* Reports findings about a single answer, and about its parts by product. */
void cs_check_answer(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer);

/* Reports findings about many answers of a sheet: open ones, those without the language asked for, identical marks.
 * `is_asked_for`: the run is about this sheet alone. */
void cs_check_sheet(const struct cs_profile_check *check, bool is_asked_for);

/* Reports an edition that is missing or not current. */
void cs_check_edition(const struct cs_profile_check *check);

/* Reports a date after today. */
void cs_check_future(const struct cs_profile_check *check, struct cs_date date, struct cs_span span);

#endif
