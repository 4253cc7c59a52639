/* Answers in words. */
#include "derive/wording.h"
#include "base/job.h"

static cs_text keep(struct cs_job *job, struct cs_buf *buf)
{
    cs_text text = cs_buf_copy(&job->arena, buf);
    cs_buf_free(buf);
    return text;
}

/* A plan is not done yet, so its nearest sign is the no. What is not disclosed or only told has no near one: a blank
 * beside words is true, any sign would be an answer that nobody gave. */
cs_text cs_answer_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                       enum cs_language language)
{
    cs_text sign = cs_catalog_sign(catalog, item, state, language);
    if (sign.size == 0 && state == CS_STATE_PLAN && item->kind == CS_KIND_MARK)
        sign = cs_catalog_sign(catalog, item, CS_STATE_NG, language);
    return sign;
}

enum cs_tone cs_answer_tone(const struct cs_item *item, enum cs_state state)
{
    if (state == CS_STATE_NONE)
        return CS_TONE_NONE;
    if (state != CS_STATE_OK && state != CS_STATE_NG)
        return cs_state_tone(state);
    if (item->good == CS_STATE_NONE)
        return CS_TONE_PLAIN;
    return state == item->good ? CS_TONE_GOOD : CS_TONE_BAD;
}

/* Adds a part behind what is there: a blank between, but none where a bracket or a line begins. */
static void add_part(struct cs_buf *buf, cs_text part)
{
    if (part.size == 0)
        return;
    bool tight = cs_text_starts(part, CS_TEXT("（")) || cs_text_starts(part, CS_TEXT("("));
    if (buf->size && buf->bytes[buf->size - 1] != '\n' && !tight)
        cs_buf_add_byte(buf, ' ');
    cs_buf_add(buf, part);
}

/* Who runs the control, unless the words say it already. */
static void add_by(struct cs_buf *buf, const struct cs_answer *answer, enum cs_language language)
{
    if (answer->by.size == 0 || cs_text_find(cs_buf_text(buf), answer->by) >= 0)
        return;
    cs_buf_add(buf, language == CS_JA ? CS_TEXT("（") : CS_TEXT(" ("));
    cs_buf_add(buf, cs_word(CS_WORD_RUN_BY, language));
    cs_buf_add(buf, CS_TEXT(": "));
    cs_buf_add(buf, answer->by);
    cs_buf_add(buf, language == CS_JA ? CS_TEXT("）") : CS_TEXT(")"));
}

/* True when the sign beside the remark does not say the state. */
static bool needs_word(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                       enum cs_language language, bool sign_is_shown)
{
    if (state == CS_STATE_NONE || state == CS_STATE_TOLD)
        return false;
    return !sign_is_shown || cs_catalog_sign(catalog, item, state, language).size == 0;
}

static bool is_only_remark(const struct cs_answer *answer)
{
    return answer->value.written.size == 0 && answer->detail.size == 0 && answer->by.size == 0;
}

cs_text cs_answer_remark(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                         const struct cs_answer *answer, enum cs_language language, bool sign_is_shown)
{
    cs_text remark = cs_words_in(&answer->remark, language);
    bool in_words = needs_word(catalog, item, answer->state, language, sign_is_shown);
    if (!in_words && is_only_remark(answer))
        return remark; /* by far the most: nothing to put together */
    struct cs_buf words = {0};
    if (in_words) {
        cs_buf_add(&words, cs_state_label(answer->state, language));
        cs_buf_add(&words, remark.size || answer->detail.size ? CS_TEXT(":") : (cs_text){0});
    }
    add_part(&words, answer->value.written);
    add_part(&words, answer->detail);
    add_part(&words, remark);
    add_by(&words, answer, language);
    return keep(job, &words);
}

cs_text cs_answer_in_full(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                          const struct cs_answer *answer, enum cs_language language)
{
    cs_text sign = cs_answer_sign(catalog, item, answer->state, language);
    cs_text remark = cs_answer_remark(job, catalog, item, answer, language, true);
    if (sign.size == 0 || remark.size == 0)
        return sign.size ? sign : remark;
    struct cs_buf words = {0};
    cs_buf_add(&words, sign);
    add_part(&words, remark);
    return keep(job, &words);
}

void cs_evidence_text(struct cs_job *job, const struct cs_answer *answer, struct cs_cell *cell)
{
    struct cs_buf lines = {0};
    uint32_t addresses = 0;
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        const struct cs_evidence *proof = &answer->evidence[i];
        if (i)
            cs_buf_add_byte(&lines, '\n');
        cs_buf_add(&lines, proof->title);
        if (proof->address.size && (proof->title.size == 0 || answer->evidence_count > 1))
            add_part(&lines, proof->address);
        addresses += proof->address.size > 0;
        if (proof->address.size)
            cell->link = proof->address;
    }
    if (addresses != 1)
        cell->link = (cs_text){0};
    cell->tone = CS_TONE_MUTED;
    cell->text = lines.size ? keep(job, &lines) : (cs_text){0};
}

cs_text cs_date_text(struct cs_job *job, struct cs_date date)
{
    struct cs_buf text = {0};
    if (date.year == 0)
        return (cs_text){0};
    cs_buf_print(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return keep(job, &text);
}

cs_text cs_based_on(struct cs_job *job, const struct cs_answers *answers, enum cs_language language)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_words_in(&catalog->title, language));
    add_part(&text, cs_words_in(&catalog->edition, language));
    cs_buf_print(&text, language == CS_JA ? "・%u問" : ", %u questions", (unsigned)catalog->item_count);
    return keep(job, &text);
}

cs_text cs_flag_text(enum cs_flag flag, enum cs_language language)
{
    switch (flag) {
    case CS_FLAG_NONE:
        break;
    case CS_FLAG_REQUIRED:
        return cs_word(CS_WORD_FLAG_REQUIRED, language);
    case CS_FLAG_OPTIONAL:
        return cs_word(CS_WORD_FLAG_OPTIONAL, language);
    }
    return (cs_text){0};
}

cs_text cs_texts_join(struct cs_job *job, const cs_text *texts, uint32_t count, cs_text between)
{
    struct cs_buf joined = {0};
    if (count <= 1)
        return count ? texts[0] : (cs_text){0};
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(&joined, i ? between : (cs_text){0});
        cs_buf_add(&joined, texts[i]);
    }
    return keep(job, &joined);
}
