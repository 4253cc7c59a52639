/* Answers are withheld before any output is made of them, so that all outputs agree. */
#include "cmd/holds.h"
#include "cmd/findings.h"
#include "checksheet/rules.h"
#include "cmd/memory.h"

#include <stdlib.h>

enum { MOST_HELD = 2 }; /* sheets of answers in one file */

static bool is_answered(const struct cs_answer *answer)
{
    return answer->state != CS_STATE_NONE || answer->part_count > 0;
}

/* True if the evidence of an answer and of its parts by product is valid. */
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

static void leave_open(const struct cs_answers *answers, uint32_t item, enum cs_hold why)
{
    answers->by_item[item] = (struct cs_answer){.item = item, .held = why};
}

static void say_left_out(struct run *run, enum say what, uint32_t count)
{
    struct cs_buf number = {0};
    if (count)
        info(run->environment, run->request, what, step_number(&number, count));
    cs_buf_free(&number);
}

/* The number of answers withheld, by reason. */
struct held {
    uint32_t without_evidence, not_approved;
};

static void hold(struct run *run, struct cs_digests *digests, const struct cs_profile *profile,
                 const struct cs_answers *answers, enum cs_hold *why, struct held *held)
{
    bool holds = run->request->value[OPTION_HOLD] != NULL;
    bool approved_only = run->request->value[OPTION_APPROVED_ONLY] != NULL;
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        const struct cs_answer *answer = &answers->by_item[i];
        if (!is_answered(answer))
            continue;
        bool stands = has_evidence(run, digests, answers->catalog, answer);
        if (approved_only && !cs_answer_is_covered(run->job, profile, answers->catalog, answer)) {
            why[i] = CS_HELD_FOR_APPROVAL;
            held->not_approved++;
        } else if (holds && !stands) {
            why[i] = CS_HELD_FOR_EVIDENCE;
            held->without_evidence++;
        }
    }
}

/* Makes withheld answers open, once all have been checked: one may refer to another. */
static void leave_all_open(const struct cs_answers *answers, const enum cs_hold *why)
{
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        if (!why || why[i] != CS_NOT_HELD) /* if memory for the list ran out, all */
            leave_open(answers, i, why ? why[i] : CS_HELD_FOR_EVIDENCE);
}

void holds_apply(struct run *run, const struct cs_profile *profile, const struct cs_answers *const *answers,
                 uint32_t count)
{
    struct cs_digests digests = {0};
    struct held held = {0};
    enum cs_hold *why[MOST_HELD] = {NULL};
    for (uint32_t i = 0; i < count && i < MOST_HELD; i++) {
        why[i] = memory_zeroed(answers[i]->catalog->item_count, sizeof *why[i]);
        hold(run, &digests, profile, answers[i], why[i], &held);
    }
    for (uint32_t i = 0; i < count && i < MOST_HELD; i++) {
        leave_all_open(answers[i], why[i]);
        free(why[i]);
    }
    findings_print_rule(run, CS_RULE_EVIDENCE_EXPIRED);
    findings_print_rule(run, CS_RULE_EVIDENCE_CHANGED);
    findings_print_rule(run, CS_RULE_EVIDENCE_LOST);
    say_left_out(run, SAY_HELD, held.without_evidence);
    say_left_out(run, SAY_NOT_APPROVED, held.not_approved);
}
