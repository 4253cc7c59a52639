/* Whether an answer says yes or no: see outright.h. */
#include "check/outright.h"
#include "check/claims/denial.h"
#include "check/claims/sentence.h"

cs_text cs_claim_of(const struct cs_item *item, const struct cs_answer *answer)
{
    if (item->kind != CS_KIND_MARK || answer->state != CS_STATE_FREE_TEXT || item->good != CS_STATE_OK)
        return (cs_text){0};
    cs_text rest = cs_words_in(&answer->remark, CS_JA), sentence = cs_sentence_take(&rest);
    return cs_sentence_affirms(sentence) ? sentence : (cs_text){0};
}

cs_text cs_denial_of(const struct cs_item *item, const struct cs_answer *answer)
{
    if (item->kind != CS_KIND_MARK || answer->state != CS_STATE_FREE_TEXT || item->good != CS_STATE_OK || item->negated)
        return (cs_text){0};
    cs_text rest = cs_words_in(&answer->remark, CS_JA), sentence = cs_sentence_take(&rest);
    return cs_denied_clause(sentence, cs_words_in(item->ask, CS_JA));
}

int cs_said_outright(const struct cs_item *item, const struct cs_answer *answer)
{
    if (cs_claim_of(item, answer).size)
        return 1;
    if (cs_denial_of(item, answer).size)
        return -1;
    if (answer->state != CS_STATE_OK && answer->state != CS_STATE_NG)
        return 0;
    return answer->state == (item->good == CS_STATE_NONE ? CS_STATE_OK : item->good) ? 1 : -1;
}
