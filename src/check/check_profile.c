/* Checking a profile: its head, then each sheet with each answer, and finally what concerns all of them. */
#include "base/report.h"
#include "check/check_same.h"
#include "check/claims/denial.h"
#include "check/claims/sentence.h"
#include "check/profile_check.h"
#include "checksheet/rules.h"

static void check_answers(struct cs_profile_check *check, bool is_asked_for)
{
    const struct cs_catalog *catalog = check->answers->catalog;
    cs_traces_begin_sheet(&check->traces, check->answers);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_answer *answer = &check->answers->by_item[i];
        bool unanswered = answer->state == CS_STATE_NONE && answer->part_count == 0;
        if (unanswered || answer->key.source != check->profile->source)
            continue; /* inherited answers are checked in their own file */
        cs_check_answer(check, &catalog->items[i], answer);
    }
    cs_traces_end_sheet(&check->traces);
    cs_check_sheet(check, is_asked_for);
}

const struct cs_answers *cs_check_has_answers(struct cs_job *job, const struct cs_profile *profile, cs_text catalog_id)
{
    const struct cs_answers *answers = cs_profile_answers(profile, catalog_id);
    if (!answers)
        cs_report(job, CS_MESSAGE_NO_SUCH_ANSWERS, profile->answers_span, catalog_id);
    return answers;
}

void cs_check_profile(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options)
{
    struct cs_profile_check check = {.job = job, .profile = profile, .options = options};
    check.today = options->today.year ? cs_date_days(options->today) : 0;
    if (options->complete) {
        cs_job_raise(job, CS_RULE_UNANSWERED);
        cs_job_raise(job, CS_RULE_REQUIRED);
    }
    cs_check_future(&check, profile->date, profile->date_span);
    cs_traces_hint(&check.hints);
    cs_sentence_hint(&check.hints);
    cs_denial_hint(&check.hints);
    cs_traces_begin(&check.traces, job, profile, options->today);
    cs_traces_look_at_notes(&check.traces);
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        check.answers = &profile->sheets[i];
        bool is_asked_for = !answers || answers == check.answers;
        if (is_asked_for || options->all_editions)
            cs_check_edition(&check);
        if (!is_asked_for)
            continue;
        check_answers(&check, answers != NULL);
        cs_check_same(job, profile, check.answers);
    }
}
