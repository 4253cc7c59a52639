/* An `allow` that matches nothing would hide the next finding of its kind: it is reported, unless this run could not
 * have found what it is for. */
#include "checksheet/check.h"
#include "base/messages_check.h"
#include "base/job.h"

static bool could_be_found(const struct cs_job *job, const struct cs_check_options *options,
                           const struct cs_allowance *allowance)
{
    const bool had[] = {
        [CS_NEEDS_NOTHING] = true,
        [CS_NEEDS_TODAY] = options->today.year > 0,
        [CS_NEEDS_AGE] = options->today.year && options->max_age,
        [CS_NEEDS_LANGUAGE] = options->in_language,
        [CS_NEEDS_OTHERS] = allowance->compared,
    };
    return cs_job_severity(job, allowance->rule) != CS_OFF && had[cs_rule_needs(allowance->rule)];
}

static void check_allowances(struct cs_job *job, const struct cs_allowances *allows,
                             const struct cs_check_options *options)
{
    for (uint32_t i = 0; i < allows->count; i++) {
        const struct cs_allowance *allowance = &allows->at[i];
        if (!allowance->used && could_be_found(job, options, allowance))
            cs_report(job, CS_MESSAGE_UNUSED_ALLOW, allowance->word, cs_rule_slug(allowance->rule));
    }
}

static void check_answers(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                          const struct cs_check_options *options)
{
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        const struct cs_answer *answer = &answers->by_item[i];
        if (answer->key.source != profile->source || answer->broken)
            continue; /* inherited answers are checked in their own file, those not understood not at all */
        check_allowances(job, &answer->allows, options);
        for (uint32_t part = 0; part < answer->part_count; part++)
            if (answer->parts[part].key.source == profile->source)
                check_allowances(job, &answer->parts[part].allows, options);
    }
}

void cs_check_allowed(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options)
{
    if (!cs_meet_allowances(job))
        return;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (!answers || answers == &profile->sheets[i])
            check_answers(job, profile, &profile->sheets[i], options);
    if (!answers) /* else the allowed finding may be about the other sheets */
        check_allowances(job, &profile->allows, options);
}
