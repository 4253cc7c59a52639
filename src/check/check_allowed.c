/* An `allow` that allows nothing hides the next fault of its kind: it is found, unless this run could not have found what
 * it is for. */
#include "checksheet/check.h"
#include "base/job.h"

/* What a run must have been asked for, besides validation, to find something. */
enum { TODAY = 1, AGE = 2, LANGUAGE = 4, OTHERS = 8 /* another answer to hold it against */ };

static const unsigned needs[CS_RULES] = {
    [CS_RULE_FUTURE_DATE] = TODAY,       [CS_RULE_PLAN_OVERDUE] = TODAY,    [CS_RULE_STALE_ANSWER] = TODAY | AGE,
    [CS_RULE_NOT_TRANSLATED] = LANGUAGE, [CS_RULE_CONTRADICTION] = OTHERS,  [CS_RULE_DIFFERS_BY_SCOPE] = OTHERS,
    [CS_RULE_LESS_EXACT] = OTHERS,       [CS_RULE_REACH_MISMATCH] = OTHERS, [CS_RULE_ADDRESS_SPELLING] = OTHERS,
    [CS_RULE_SAME_DIFFERS] = OTHERS,
};

static bool could_be_found(const struct cs_job *job, const struct cs_check_options *options,
                           const struct cs_allowance *allowance)
{
    unsigned had = (options->today.year ? TODAY : 0u) | (options->max_age ? AGE : 0u) |
                   (options->in_language ? LANGUAGE : 0u) | (allowance->compared ? OTHERS : 0u);
    return job->severity[allowance->rule] != CS_OFF && (needs[allowance->rule] & ~had) == 0;
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
            continue; /* what is taken over is looked at in its own file, what was not understood not at all */
        check_allowances(job, &answer->allows, options);
        for (uint32_t part = 0; part < answer->part_count; part++)
            if (answer->parts[part].key.source == profile->source)
                check_allowances(job, &answer->parts[part].allows, options);
    }
}

void cs_check_allowed(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options)
{
    if (job->allowance_count == 0)
        return;
    cs_meet_allowances(job);
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (!answers || answers == &profile->sheets[i])
            check_answers(job, profile, &profile->sheets[i], options);
    if (!answers) /* else what is allowed may be found about the others */
        check_allowances(job, &profile->allows, options);
}
