/* The claims of remarks. Only an explicit claim counts; see sentence.def for the words. */
#include "check/claims/claims.h"
#include "base/messages_check.h"
#include "base/job.h"
#include "check/claims/denial.h"
#include "check/claims/english.h"
#include "check/claims/sentence.h"
#include "check/claims/topic.h"

/* --- a mark and its remark ---------------------------------------------------------------------------------------- */

/* True for a negated question, or one about a prohibition: its yes may be expressed by a no, as long as the claim is
 * more than yes or no. For a prohibition, even 行っていません is a yes. */
static bool is_said_with_no(const struct cs_item *item, cs_text claim)
{
    cs_text question = cs_words_in(item->ask, CS_JA), english = cs_words_in(item->ask, CS_EN);
    if (!item->negated && !cs_sentence_negates(question) && !cs_sentence_negates(english))
        return false;
    return item->negated || cs_sentence_forbids(question) || cs_sentence_forbids(english) ||
           !cs_sentence_is_bare(claim);
}

/* The sentence that makes the wanted claim, unless a later one claims the contrary; else empty. The first sentence is
 * about the item; a later one is if it uses the question's own words. If the mark is no, a later sentence saying that
 * something is done only concerns a part. */
static cs_text find_claim(cs_text remark, cs_text question, enum cs_claim wanted, unsigned hints)
{
    enum cs_claim contrary = wanted == CS_CLAIM_DONE ? CS_CLAIM_NOT_DONE : CS_CLAIM_DONE;
    cs_text found = {0};
    if (wanted == CS_CLAIM_NOT_DONE && !(hints & CS_HINT_CLAIMS_NOT))
        return found; /* the usual case */
    bool first = true;
    for (cs_text next = cs_sentence_take(&remark); next.size; next = cs_sentence_take(&remark), first = false) {
        enum cs_claim claim = cs_sentence_claim(next);
        if (wanted == CS_CLAIM_NOT_DONE && cs_is_healthy_denial(next))
            continue;
        if (wanted == CS_CLAIM_DONE && claim != CS_CLAIM_NONE && cs_speaks_of_more(next, question))
            claim = CS_CLAIM_NONE; /* 別の対策: done, but something else */
        bool here = (first && claim == wanted) ||
                    ((first || wanted == CS_CLAIM_NOT_DONE) && cs_sentence_claim_about(next, question) == wanted);
        if (here && !found.size)
            found = next;
        else if (claim == contrary)
            found.size = 0;
        if (!found.size && wanted == CS_CLAIM_DONE)
            break;
    }
    return found;
}

/* True for a question that asks only for a prohibition; 禁じるか、決まりを設けていますか leaves a choice. */
static bool wants_forbidden(cs_text question)
{
    return cs_text_find(question, CS_TEXT("禁")) >= 0 && cs_sentence_forbids(question) &&
           cs_text_find(question, CS_TEXT("禁止するか")) < 0 && cs_text_find(question, CS_TEXT("禁じるか")) < 0 &&
           cs_text_find(question, CS_TEXT("または")) < 0;
}

/* The sentence or clause that contradicts a yes: something is left out or still to come, something that should be
 * prohibited is permitted, or the subject of the question is denied. */
static cs_text find_clause(const struct cs_item *item, cs_text remark, unsigned hints)
{
    const unsigned any = CS_HINT_DENIED | CS_HINT_LEFT_OUT | CS_HINT_PUT_OFF | CS_HINT_PERMITTED;
    if (!(hints & any))
        return (cs_text){0}; /* the usual case */
    cs_text question = cs_words_in(item->ask, CS_JA), english = item->ask ? item->ask->in[CS_EN] : (cs_text){0};
    cs_text found = hints & CS_HINT_LEFT_OUT ? cs_left_out(remark) : (cs_text){0};
    if (!found.size && hints & CS_HINT_PUT_OFF)
        found = cs_put_off(remark);
    if (!found.size && hints & CS_HINT_PERMITTED && wants_forbidden(question))
        found = cs_permitted(remark);
    if (found.size || !(hints & CS_HINT_DENIED) || item->negated || wants_forbidden(question))
        return found;
    found = cs_denied_clause(remark, question);
    bool is_positive = !cs_sentence_negates(english) && !cs_sentence_forbids(english);
    return found.size || !english.size || !is_positive ? found : cs_english_denied(remark, english);
}

static void report_denied(struct cs_job *job, const struct cs_statement *statement, cs_text words)
{
    cs_text sign = cs_catalog_sign(statement->catalog, statement->item, statement->answer->state, job->messages);
    cs_report(job, CS_MESSAGE_MARK_DENIED, cs_statement_place(statement, words),
              cs_catalog_item_name(job, statement->catalog, statement->item), sign, words)
        ->related = statement->answer->state_span;
}

void cs_check_claim(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *sheet,
                    const struct cs_answer *answer, unsigned hints)
{
    const struct cs_item *item = &sheet->catalog->items[answer->item];
    bool is_yes = answer->state == CS_STATE_OK, is_plain = item->kind == CS_KIND_MARK || cs_kind_is_yes_no(item->kind);
    if ((!is_yes && answer->state != CS_STATE_NG) || !is_plain || item->good != CS_STATE_OK || answer->same.size)
        return;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text remark = answer->remark.in[language];
        enum cs_claim wanted = is_yes ? CS_CLAIM_NOT_DONE : CS_CLAIM_DONE;
        cs_text question = cs_words_in(item->ask, CS_JA);
        cs_text claim = remark.size ? find_claim(remark, question, wanted, hints) : remark;
        if (claim.size && is_said_with_no(item, claim))
            claim.size = 0;
        if (is_yes && !claim.size && remark.size)
            claim = find_clause(item, remark, hints);
        if (claim.size == 0)
            continue;
        struct cs_statement statement = cs_statement_of(profile, sheet, answer);
        report_denied(job, &statement, claim);
    }
}

void cs_check_place(struct cs_job *job, const struct cs_statement *statement)
{
    uint32_t asked = cs_statement_place_asked(statement), other = 0;
    for (uint32_t i = 0; i < statement->readings.count; i++) {
        uint32_t named = statement->readings.at[i].named;
        bool fits = asked == CS_PLACE_HOME ? named == CS_PLACE_HOME : named != CS_PLACE_HOME;
        if (fits)
            return;
        other = i;
    }
    if (asked && statement->readings.count)
        report_denied(job, statement, statement->readings.at[other].words);
}

/* --- generations, interval, reach --------------------------------------------------------------------------------- */

static bool is_near(double a, double b)
{
    double larger = a > b ? a : b, smaller = a > b ? b : a;
    return larger - smaller <= larger * 0.05;
}

/* True if n generations at the interval cover the period: n intervals or, counted from the newest one, one less. */
static bool fits(const struct cs_reading *interval, const struct cs_reading *generations,
                 const struct cs_reading *reach)
{
    double product = interval->amount * generations->amount, less = product - interval->amount;
    if (is_near(product, reach->amount) || is_near(less, reach->amount))
        return true;
    switch (reach->bound) {
    case CS_EXACT:
        return false;
    case CS_ABOUT:
        return reach->amount > less * 0.8 && reach->amount < product * 1.2;
    case CS_AT_LEAST:
        return reach->amount < product;
    case CS_AT_MOST:
        return reach->amount > less;
    }
    return true;
}

/* 6時間 x 28世代 */
static cs_text product_text(struct cs_job *job, const struct cs_reading *interval, const struct cs_reading *generations)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, interval->words);
    cs_buf_add(&text, CS_TEXT(" x "));
    cs_buf_add(&text, generations->words);
    return cs_buf_take(&job->arena, &text);
}

static cs_text days_text(struct cs_job *job, double hours)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, job->messages == CS_JA ? "%.4g日" : "%.4g days", hours / 24);
    return cs_buf_take(&job->arena, &text);
}

void cs_check_reach_of(struct cs_job *job, const struct cs_statement *interval, const struct cs_statement *generations,
                       const struct cs_statement *reach)
{
    const struct cs_reading *each = interval->readings.at, *many = generations->readings.at, *back = reach->readings.at;
    if (interval->readings.count != 1 || generations->readings.count != 1 || reach->readings.count != 1)
        return; /* two plans in one answer: which figures belong together is unknown */
    cs_statement_met(interval, reach);
    cs_statement_met(generations, reach);
    if (!(each->amount > 0 && many->amount > 0 && back->amount > 0) || fits(each, many, back))
        return;
    struct cs_span place = cs_statement_place(interval, each->words);
    cs_report(job, CS_MESSAGE_REACH_MISMATCH, cs_statement_place(reach, back->words),
              cs_statement_text(job, reach, back->words), product_text(job, each, many),
              days_text(job, each->amount * many->amount), cs_place_text(job, place))
        ->related = place;
}

void cs_check_reach(struct cs_job *job, const struct cs_statement *statement)
{
    struct cs_statement interval = *statement, generations = *statement, reach = *statement;
    cs_statement_read(&interval, CS_MEASURE_BACKUP_INTERVAL);
    cs_statement_read(&generations, CS_MEASURE_GENERATIONS);
    cs_statement_read(&reach, CS_MEASURE_BACKUP_RETENTION);
    cs_check_reach_of(job, &interval, &generations, &reach);
}
