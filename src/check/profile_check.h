/* What the rules over the answers of a profile share. */
#ifndef CHECK_PROFILE_CHECK_H
#define CHECK_PROFILE_CHECK_H

#include "checksheet/check.h"
#include "checksheet/standing.h"
#include "base/job.h"
#include "check/claims/traces.h"

struct cs_profile_check {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answers *answers; /* of the sheet that is looked at */
    const struct cs_check_options *options;
    int32_t today; /* as days; 0 when rules about dates are left out */
    struct cs_hints hints;
    unsigned answer_hints; /* of the answer that is looked at */
    struct cs_traces traces;
    struct cs_digests digests;
};

/* Reports what is wrong with an answer by itself, and with its parts for single products. */
void cs_check_answer(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer);

/* Reports what is to be said of many answers of a sheet at once: open ones, those that lack the language asked for, all of one mark.
 * `is_asked_for`: the run is about this sheet alone. */
void cs_check_sheet(const struct cs_profile_check *check, bool is_asked_for);

/* Reports an edition that was not written down, or is not the catalog's. */
void cs_check_edition(const struct cs_profile_check *check);

/* Reports a date after today. */
void cs_check_future(const struct cs_profile_check *check, struct cs_date date, struct cs_span span);

#endif
