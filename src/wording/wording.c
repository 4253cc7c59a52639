/* An answer in words: its sign, its state if a sheet has no sign for it, its value, remark and evidence. */
#include "wording/wording.h"
#include "base/job.h"
#include "wording/by_product.h"
#include "checksheet/sheet_words.h"

/* A plan is not done yet, so its nearest sign is the no. An answer that is not disclosed, or in free text, has no
 * near one: an empty cell beside words is true, any sign would be an answer that nobody gave. */
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

/* Appends a part, after a blank unless it begins with a bracket or a line end. */
static void add_part(struct cs_buf *buf, cs_text part)
{
    if (part.size == 0)
        return;
    bool tight = cs_text_starts(part, CS_TEXT("（")) || cs_text_starts(part, CS_TEXT("("));
    if (buf->size && buf->bytes[buf->size - 1] != '\n' && !tight)
        cs_buf_add_byte(buf, ' ');
    cs_buf_add(buf, part);
}

/* Appends who runs the control, unless the words contain it already. */
static void add_by(struct cs_buf *buf, const struct cs_answer *answer, enum cs_language language)
{
    if (answer->by.size == 0 || cs_text_find(cs_buf_text(buf), answer->by) >= 0)
        return;
    cs_buf_add(buf, language == CS_JA ? CS_TEXT("（") : buf->size ? CS_TEXT(" (") : CS_TEXT("("));
    cs_buf_add(buf, cs_word(CS_WORD_RUN_BY, language));
    cs_buf_add(buf, CS_TEXT(": "));
    cs_buf_add(buf, answer->by);
    cs_buf_add(buf, language == CS_JA ? CS_TEXT("）") : CS_TEXT(")"));
}

/* True if the sign beside the remark does not express the state. */
static bool needs_word(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                       enum cs_language language, bool sign_is_shown)
{
    if (state == CS_STATE_NONE || state == CS_STATE_FREE_TEXT)
        return false;
    return !sign_is_shown || cs_catalog_sign(catalog, item, state, language).size == 0;
}

static bool is_only_remark(const struct cs_answer *answer)
{
    return answer->value.written.size == 0 && answer->detail.size == 0 && answer->by.size == 0 &&
           answer->due.year == 0 && answer->part_count == 0;
}

/* (2026年3月) */
static void add_due(struct cs_buf *buf, struct cs_date due, enum cs_language language)
{
    cs_buf_add(buf, CS_TEXT("("));
    if (language == CS_JA) {
        cs_buf_print(buf, "%d年%d月", due.year, due.month);
        if (due.day)
            cs_buf_print(buf, "%d日", due.day);
    } else {
        if (due.day)
            cs_buf_print(buf, "%d ", due.day);
        cs_buf_add(buf, cs_month_name(due.month));
        cs_buf_print(buf, " %d", due.year);
    }
    cs_buf_add(buf, CS_TEXT(")"));
}

/* 予定 (2026年3月) */
static void add_state(struct cs_buf *buf, const struct cs_answer *answer, enum cs_language language)
{
    cs_buf_add(buf, cs_state_label(answer->state, language));
    if (answer->due.year == 0)
        return;
    cs_buf_add_byte(buf, ' ');
    add_due(buf, answer->due, language);
}

/* The answers by product in lines, equal ones joined. */
static cs_text answer_parts(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                            const struct cs_answer *answer, enum cs_language language)
{
    cs_text *products = cs_alloc_array(&job->arena, answer->part_count, sizeof *products);
    cs_text *texts = cs_alloc_array(&job->arena, answer->part_count, sizeof *texts);
    for (uint32_t i = 0; i < answer->part_count; i++) {
        products[i] = answer->parts[i].product;
        texts[i] = cs_answer_in_full(job, catalog, item, &answer->parts[i], language);
    }
    return cs_texts_by_product(job, products, texts, answer->part_count, language);
}

cs_text cs_answer_remark(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                         const struct cs_answer *answer, enum cs_language language, bool sign_is_shown)
{
    cs_text remark = cs_words_in(&answer->remark, language);
    bool in_words = needs_word(catalog, item, answer->state, language, sign_is_shown);
    if (!in_words && is_only_remark(answer))
        return remark; /* the usual case: nothing to join */
    struct cs_buf words = {0};
    if (in_words) {
        add_state(&words, answer, language);
        cs_buf_add(&words, remark.size || answer->detail.size || answer->part_count ? CS_TEXT(":") : (cs_text){0});
    } else if (answer->state == CS_STATE_PLAN && answer->due.year)
        add_due(&words, answer->due, language); /* the sign says that it is a plan, but not for when */
    add_part(&words, answer->value.written);
    add_part(&words, answer->detail);
    add_part(&words, remark);
    add_by(&words, answer, language);
    if (answer->part_count) {
        bool is_label = cs_text_ends(cs_buf_text(&words), CS_TEXT(":")); /* 対応済み: 【link】 */
        cs_buf_add(&words, is_label ? CS_TEXT(" ") : words.size ? CS_TEXT("\n") : (cs_text){0});
        cs_buf_add(&words, answer_parts(job, catalog, item, answer, language));
    }
    return cs_buf_take(&job->arena, &words);
}

static void add_numbers(struct cs_buf *text, cs_text label, const cs_text *ids, uint32_t count)
{
    if (count == 0)
        return;
    cs_buf_separate(text, CS_TEXT("; "));
    cs_buf_add(text, label);
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(text, i ? CS_TEXT(", ") : CS_TEXT(" "));
        cs_buf_add(text, ids[i]);
    }
}

static void add_variant(struct cs_job *job, struct cs_buf *text, const struct cs_catalog *catalog,
                        enum cs_variant variant, cs_text label)
{
    cs_text *ids = cs_alloc_array(&job->arena, catalog->item_count, sizeof *ids);
    uint32_t count = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++)
        if (catalog->items[i].variant == variant)
            ids[count++] = catalog->items[i].id;
    add_numbers(text, label, ids, count);
}

cs_text cs_variant_text(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language)
{
    struct cs_buf text = {0};
    if (!catalog->original)
        return (cs_text){0};
    add_numbers(&text, cs_word(CS_WORD_VARIANT_OMITTED, language), catalog->omitted, catalog->omitted_count);
    add_variant(job, &text, catalog, CS_REWORDED, cs_word(CS_WORD_VARIANT_REWORDED, language));
    add_variant(job, &text, catalog, CS_OWN, cs_word(CS_WORD_VARIANT_ADDED, language));
    return cs_buf_take(&job->arena, &text);
}

cs_text cs_not_asked_text(struct cs_job *job, const struct cs_item *item, enum cs_language language)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_word(CS_WORD_NOT_ASKED_BEFORE, language));
    cs_buf_add(&text, item->gate);
    cs_buf_add(&text, cs_word(CS_WORD_NOT_ASKED_AFTER, language));
    return cs_buf_take(&job->arena, &text);
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
    return cs_buf_take(&job->arena, &words);
}

bool cs_has_evidence(const struct cs_answer *answer)
{
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (answer->parts[i].evidence_count)
            return true;
    return answer->evidence_count > 0;
}

/* A line for each piece of evidence; those of a part name their product. Returns how many have an address. */
static uint32_t add_evidence(struct cs_buf *lines, const struct cs_answer *answer, bool many, enum cs_language language,
                             struct cs_cell *cell)
{
    uint32_t addresses = 0;
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        const struct cs_evidence *evidence = &answer->evidence[i];
        if (evidence->title.size == 0 && evidence->address.size == 0)
            continue; /* a local file without a title to show */
        cs_buf_separate(lines, CS_TEXT("\n"));
        if (answer->product.size)
            cs_buf_add_products(lines, &answer->product, 1, language);
        cs_buf_add(lines, evidence->title);
        if (evidence->edition.size && evidence->title.size)
            add_part(lines, evidence->edition);
        if (evidence->address.size && evidence->title.size == 0)
            cs_buf_add(lines, evidence->address);
        else if (evidence->address.size && many)
            add_part(lines, evidence->address);
        addresses += evidence->address.size > 0;
        if (evidence->address.size)
            cell->link = evidence->address;
    }
    return addresses;
}

void cs_evidence_text(struct cs_job *job, const struct cs_answer *answer, enum cs_language language,
                      struct cs_cell *cell)
{
    struct cs_buf lines = {0};
    uint32_t count = answer->evidence_count;
    for (uint32_t i = 0; i < answer->part_count; i++)
        count += answer->parts[i].evidence_count;
    uint32_t addresses = add_evidence(&lines, answer, count > 1, language, cell);
    for (uint32_t i = 0; i < answer->part_count; i++)
        addresses += add_evidence(&lines, &answer->parts[i], count > 1, language, cell);
    if (addresses != 1)
        cell->link = (cs_text){0};
    cell->tone = CS_TONE_MUTED;
    cell->text = lines.size ? cs_buf_take(&job->arena, &lines) : (cs_text){0};
}

cs_text cs_date_text(struct cs_job *job, struct cs_date date)
{
    struct cs_buf text = {0};
    if (date.year == 0)
        return (cs_text){0};
    cs_buf_print(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return cs_buf_take(&job->arena, &text);
}

cs_text cs_based_on(struct cs_job *job, const struct cs_answers *answers, enum cs_language language)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_words_in(&catalog->title, language));
    add_part(&text, cs_edition_shown(cs_catalog_edition(job, catalog, language)));
    cs_buf_print(&text, language == CS_JA ? "・%u問" : ", %u questions", (unsigned)catalog->item_count);
    return cs_buf_take(&job->arena, &text);
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
    return cs_buf_take(&job->arena, &joined);
}
