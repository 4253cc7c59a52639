/* Profile -> profile: the answers for one product, the answers for an audience. Both leave their input unchanged and
 * return new answers that do not refer to what was left out. */
#include "base/job.h"
#include "checksheet/compose.h"
#include "checksheet/sheet_words.h"

#include <string.h>

static struct cs_answers *copy_answers(struct cs_job *job, const struct cs_answers *answers)
{
    uint32_t count = answers->catalog->item_count;
    struct cs_answers *copy = cs_alloc(&job->arena, sizeof *copy);
    *copy = *answers;
    copy->by_item = cs_alloc_array(&job->arena, count, sizeof *copy->by_item);
    if (count)
        memcpy(copy->by_item, answers->by_item, count * sizeof *copy->by_item);
    return copy;
}

static void recount(struct cs_answers *answers)
{
    answers->answered = 0;
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        answers->answered += answers->by_item[i].state != CS_STATE_NONE;
}

/* --- product ---------------------------------------------------------------------------------------------------- */

/* Puts words about all products before those about one. */
static struct cs_words join_words(struct cs_job *job, const struct cs_words *all, const struct cs_words *one)
{
    struct cs_words joined = *one;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        struct cs_buf text = {0};
        if (all->in[language].size == 0)
            continue;
        cs_buf_add(&text, all->in[language]);
        cs_buf_add(&text, one->in[language].size ? CS_TEXT("\n") : (cs_text){0});
        cs_buf_add(&text, one->in[language]);
        joined.in[language] = cs_buf_take(&job->arena, &text);
    }
    return joined;
}

/* The answer for a product: what its part says, after what is said of all products; the answer as a whole fills in
 * the rest. */
static struct cs_answer merge_part(struct cs_job *job, const struct cs_answer *whole, const struct cs_answer *part)
{
    struct cs_answer merged = *part;
    merged.product = (cs_text){0};
    merged.remark = join_words(job, &whole->remark, &part->remark);
    merged.detail = part->detail.size ? part->detail : whole->detail;
    struct cs_evidence *evidence =
        cs_alloc_array(&job->arena, whole->evidence_count + part->evidence_count, sizeof *evidence);
    for (uint32_t i = 0; i < whole->evidence_count; i++)
        evidence[i] = whole->evidence[i];
    for (uint32_t i = 0; i < part->evidence_count; i++)
        evidence[whole->evidence_count + i] = part->evidence[i];
    merged.evidence = evidence;
    merged.evidence_count = whole->evidence_count + part->evidence_count;
    merged.reviewed = part->reviewed.year ? part->reviewed : whole->reviewed;
    merged.owner = part->owner.size ? part->owner : whole->owner;
    merged.by = part->by.size ? part->by : whole->by;
    merged.audience = part->audience > whole->audience ? part->audience : whole->audience;
    merged.for_nda = part->for_nda ? part->for_nda : whole->for_nda;
    merged.for_insiders = part->for_insiders ? part->for_insiders : whole->for_insiders;
    return merged;
}

static struct cs_answer answer_for(struct cs_job *job, const struct cs_answer *answer, cs_text product)
{
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (cs_text_equal(answer->parts[i].product, product))
            return merge_part(job, answer, &answer->parts[i]);
    struct cs_answer rest = *answer;
    if (answer->part_count)
        rest.state = CS_STATE_NONE; /* it was about the other products only */
    rest.parts = NULL;
    rest.part_count = 0;
    return rest;
}

const struct cs_answers *cs_answers_for_product(struct cs_job *job, const struct cs_answers *answers, cs_text product)
{
    struct cs_answers *chosen = copy_answers(job, answers);
    for (uint32_t i = 0; i < chosen->catalog->item_count; i++)
        chosen->by_item[i] = answer_for(job, &answers->by_item[i], product);
    recount(chosen);
    return chosen;
}

/* --- audience --------------------------------------------------------------------------------------------------- */

static struct cs_words words_of(cs_word_id word)
{
    struct cs_words words;
    for (int language = 0; language < CS_LANGUAGES; language++)
        words.in[language] = cs_word(word, (enum cs_language)language);
    return words;
}

/* Appends words to a remark, in each language of the remark; in all languages if there is none. */
static void add_words(struct cs_job *job, struct cs_words *remark, const struct cs_words *more)
{
    bool none = remark->in[CS_JA].size == 0 && remark->in[CS_EN].size == 0;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        struct cs_buf text = {0};
        cs_text added = cs_words_in(more, (enum cs_language)language);
        if (!none && remark->in[language].size == 0)
            continue;
        cs_buf_add(&text, remark->in[language]);
        if (text.size && added.size)
            cs_buf_add_byte(&text, '\n');
        cs_buf_add(&text, added);
        remark->in[language] = cs_buf_take(&job->arena, &text);
    }
}

/* The replacement of an answer that the audience may not see: neither open nor answered. */
static struct cs_answer withhold(const struct cs_answer *answer)
{
    struct cs_answer withheld = {.item = answer->item, .state = CS_STATE_NDA, .product = answer->product};
    withheld.key = answer->key;
    withheld.remark = words_of(answer->audience == CS_NDA ? CS_WORD_UNDER_NDA : CS_WORD_NOT_PUBLISHED);
    return withheld;
}

static void select_evidence(struct cs_job *job, struct cs_answer *answer, enum cs_audience audience)
{
    struct cs_evidence *kept = cs_alloc_array(&job->arena, answer->evidence_count, sizeof *kept);
    uint32_t count = 0;
    bool more = false;
    for (uint32_t i = 0; i < answer->evidence_count; i++)
        if (answer->evidence[i].audience <= audience) {
            kept[count] = answer->evidence[i];
            if (audience != CS_INTERNAL) /* our file paths are nobody else's business */
                kept[count].path = kept[count].sha256 = (cs_text){0};
            count++;
        } else
            more |= answer->evidence[i].audience == CS_NDA;
    if (more) {
        struct cs_words words = words_of(CS_WORD_MORE_UNDER_NDA);
        add_words(job, &answer->remark, &words);
    }
    answer->evidence = kept;
    answer->evidence_count = count;
}

/* Keeps the original remark before something is added. */
static void keep_plain(struct cs_job *job, struct cs_answer *answer)
{
    struct cs_words *plain = cs_alloc(&job->arena, sizeof *plain);
    *plain = answer->remark;
    answer->plain = plain;
}

static struct cs_answer disclose(struct cs_job *job, const struct cs_answer *answer, enum cs_audience audience)
{
    struct cs_answer shown = *answer;
    if (answer->audience > audience)
        return withhold(answer);
    shown.for_nda = audience >= CS_NDA ? answer->for_nda : NULL;
    shown.for_insiders = audience == CS_INTERNAL ? answer->for_insiders : NULL;
    shown.raw = NULL;
    if (shown.for_nda || shown.for_insiders)
        keep_plain(job, &shown);
    if (shown.for_nda)
        add_words(job, &shown.remark, shown.for_nda);
    else if (answer->for_nda) {
        struct cs_words more = words_of(CS_WORD_MORE_UNDER_NDA);
        add_words(job, &shown.remark, &more);
    }
    if (shown.for_insiders)
        add_words(job, &shown.remark, shown.for_insiders);
    if (shown.evidence_count)
        select_evidence(job, &shown, audience);
    return shown;
}

static void disclose_parts(struct cs_job *job, struct cs_answer *answer, enum cs_audience audience)
{
    struct cs_answer *parts = cs_alloc_array(&job->arena, answer->part_count, sizeof *parts);
    for (uint32_t i = 0; i < answer->part_count; i++)
        parts[i] = disclose(job, &answer->parts[i], audience);
    answer->parts = parts;
    if (answer->state != CS_STATE_NONE)
        answer->state = cs_parts_state(parts, answer->part_count);
}

const struct cs_answers *cs_answers_for_audience(struct cs_job *job, const struct cs_answers *answers,
                                                 enum cs_audience audience)
{
    struct cs_answers *shown = copy_answers(job, answers);
    for (uint32_t i = 0; i < shown->catalog->item_count; i++) {
        struct cs_answer *answer = &shown->by_item[i];
        if (!answer->key.source)
            continue;
        *answer = disclose(job, answer, audience);
        if (answer->part_count)
            disclose_parts(job, answer, audience);
    }
    recount(shown);
    return shown;
}
