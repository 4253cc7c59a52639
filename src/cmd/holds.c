/* Answers are held before anything is made of them, so every way out knows them alike. */
#include "cmd/holds.h"
#include "cmd/findings.h"

static bool is_answered(const struct cs_answer *answer)
{
    return answer->state != CS_STATE_NONE || answer->part_count > 0;
}

/* True when the evidence of an answer, and of what it says of each product, holds. */
static bool has_evidence(struct run *run, struct cs_digests *digests, const struct cs_catalog *catalog,
                         const struct cs_answer *answer)
{
    struct cs_date today = run->environment->today;
    bool holds = cs_check_evidence(run->job, digests, catalog, answer, today);
    for (uint32_t i = 0; i < answer->part_count; i++) {
        struct cs_answer part = answer->parts[i];
        part.item = answer->item;
        holds = cs_check_evidence(run->job, digests, catalog, &part, today) && holds;
    }
    return holds;
}

static void leave_open(const struct cs_answers *answers, uint32_t item)
{
    answers->by_item[item] = (struct cs_answer){.item = item};
}

static void say_left_out(struct run *run, enum say what, uint32_t count)
{
    struct cs_buf number = {0};
    if (count)
        info(run->environment, run->request, what, step_number(&number, count));
    cs_buf_free(&number);
}

/* How many answers are left open, and why. */
struct held {
    uint32_t without_evidence, not_approved;
};

static void hold(struct run *run, struct cs_digests *digests, const struct cs_answers *answers, struct held *held)
{
    bool holds = run->request->value[OPTION_HOLD] != NULL;
    bool approved_only = run->request->value[OPTION_APPROVED_ONLY] != NULL;
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        const struct cs_answer *answer = &answers->by_item[i];
        if (!is_answered(answer))
            continue;
        bool stands = has_evidence(run, digests, answers->catalog, answer);
        if (approved_only && !cs_answer_is_approved(run->job, answers->catalog, answer)) {
            leave_open(answers, i);
            held->not_approved++;
        } else if (holds && !stands) {
            leave_open(answers, i);
            held->without_evidence++;
        }
    }
}

void holds_apply(struct run *run, const struct cs_answers *const *answers, uint32_t count)
{
    struct cs_digests digests = {0};
    struct held held = {0};
    for (uint32_t i = 0; i < count; i++)
        hold(run, &digests, answers[i], &held);
    findings_print_rule(run, CS_RULE_EVIDENCE_EXPIRED);
    findings_print_rule(run, CS_RULE_EVIDENCE_CHANGED);
    findings_print_rule(run, CS_RULE_EVIDENCE_LOST);
    say_left_out(run, SAY_HELD, held.without_evidence);
    say_left_out(run, SAY_NOT_APPROVED, held.not_approved);
}
