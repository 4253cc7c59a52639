/* A statement of applicability says in one column whether a control applies and in another whether it is implemented. */
#include "import/applicable.h"
#include "wording/applies.h"

void cs_applicable_heed(struct cs_job *job, cs_text cell, struct cs_marked *marked)
{
    enum cs_state applies = cs_applies_of(job, cell);
    bool is_excluded = applies == CS_STATE_NA;
    if (is_excluded && marked->fault == CS_MARK_GOOD && marked->answer.size == 0 &&
        (marked->state == CS_STATE_NONE || marked->state == CS_STATE_FREE_TEXT)) {
        marked->answer = CS_TEXT("－");
        marked->state = CS_STATE_NA;
        return;
    }
    bool is_answered = marked->fault == CS_MARK_GOOD && marked->state != CS_STATE_NONE;
    if (applies != CS_STATE_NONE && is_answered && marked->state != CS_STATE_FREE_TEXT &&
        is_excluded != (marked->state == CS_STATE_NA)) {
        marked->state = CS_STATE_NONE;
        marked->fault = CS_MARK_SPLIT;
    }
}
