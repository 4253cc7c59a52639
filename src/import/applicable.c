/* A statement of applicability says in one column whether a control applies and in another whether it is done. */
#include "import/applicable.h"
#include "match/similar.h"

/* What a cell below 適用 says: OK that the question applies, NA that it does not, NONE neither. */
static enum cs_state read_applicable(struct cs_job *job, cs_text cell)
{
    static const struct {
        cs_text word;
        enum cs_state state;
    } words[] = {
#define CS_APPLICABLE(word, state) {CS_LITERAL(word), CS_STATE_##state},
#include "import/applicable.def"
#undef CS_APPLICABLE
    };
    cs_text bare = cs_text_bare(&job->arena, cell);
    enum cs_state state;
    size_t size;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_equal(words[i].word, bare))
            return words[i].state;
    if (!cs_state_of_spelling(cs_text_trim(cell), &state, &size) || size != cs_text_trim(cell).size)
        return CS_STATE_NONE;
    return state == CS_STATE_NG ? CS_STATE_NA : state == CS_STATE_OK || state == CS_STATE_NA ? state : CS_STATE_NONE;
}

void cs_applicable_heed(struct cs_job *job, cs_text cell, struct cs_marked *marked)
{
    enum cs_state applies = read_applicable(job, cell);
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
