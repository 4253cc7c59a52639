/* Answers that refer to others: = METI 6-8. They are filled in once all answers are known; whole answers first, then
 * the parts by product. */
#include "model/answer.h"
#include "base/messages_load.h"
#include "load/profile_reader.h"

#include <string.h>

/* An answer that refers to another. */
struct same {
    struct cs_answer *answer;
    const struct cs_catalog *catalog; /* of the answer: its numbers need no catalog name */
    const struct cs_answer *from;     /* the answer referred to; NULL if not determined yet, or invalid */
    cs_text product;                  /* of a part; empty for a whole answer */
    bool visiting, done;
};

struct sames {
    struct profile_reader *state;
    struct same *at;
    uint32_t count, room, first_part; /* the parts come after the whole answers */
    uint32_t **of_item;               /* by sheet and item: index in `at` plus one; 0 if the answer is no reference */
};

static struct cs_span span_of(const struct same *same)
{
    return same->answer->text_span.source ? same->answer->text_span : same->answer->key;
}

static struct same *same_of_part(const struct sames *sames, const struct cs_answer *part)
{
    for (uint32_t i = sames->first_part; i < sames->count; i++)
        if (sames->at[i].answer == part)
            return &sames->at[i];
    return NULL;
}

/* The answer that an inherited reference has in the extended profile; NULL if the reference is in this file. Used if
 * the item referred to is omitted here. */
static const struct cs_answer *as_extended(const struct sames *sames, const struct same *same)
{
    const struct cs_profile *from = sames->state->profile->extends;
    cs_text catalog_id = same->catalog->id, id;
    cs_split_number(same->answer->same, &catalog_id, &id);
    const struct cs_answers *sheet = from ? cs_profile_answers(from, catalog_id) : NULL;
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    if (item == CS_NO_ITEM || same->product.size || same->answer->key.source == sames->state->reader.source)
        return NULL;
    const struct cs_answer *answer = &sheet->by_item[item];
    if (answer->raw && answer->raw->same.size == 0)
        answer = answer->raw; /* facts may differ here */
    return answer->state == CS_STATE_NONE ? NULL : answer;
}

/* The answer that another one refers to; NULL, and reported, if there is none. *next is its own reference, if it is
 * one. */
static const struct cs_answer *target_of(const struct sames *sames, const struct same *same, struct same **next)
{
    const struct cs_profile *profile = sames->state->profile;
    cs_text catalog_id = same->catalog->id, id;
    cs_split_number(same->answer->same, &catalog_id, &id);
    const struct cs_catalogs *catalogs = sames->state->catalogs;
    const struct cs_answers *sheet = cs_profile_answers(profile, catalog_id);
    const struct cs_catalog *catalog = sheet ? NULL : catalogs->find(catalogs->context, catalog_id, (cs_text){0});
    sheet = catalog ? cs_profile_answers(profile, catalog->id) : sheet; /* meti for METI */
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    *next = NULL;
    const struct cs_answer *extended = item == CS_NO_ITEM ? as_extended(sames, same) : NULL;
    if (extended)
        return extended;
    if (item == CS_NO_ITEM || !sheet->by_item[item].key.source) {
        cs_report(sames->state->reader.job, CS_MESSAGE_BROKEN_SAME, span_of(same), same->answer->same);
        return NULL;
    }
    const struct cs_answer *part = cs_answer_part(&sheet->by_item[item], same->product);
    if (part) {
        *next = same_of_part(sames, part);
        return part;
    }
    uint32_t pointer = sames->of_item[sheet - profile->sheets][item];
    if (pointer)
        *next = &sames->at[pointer - 1];
    return &sheet->by_item[item];
}

/* Takes over the parts for products without a part of their own. */
static void take_over_parts(struct cs_job *job, struct cs_answer *answer, const struct cs_answer *from)
{
    struct cs_answer *parts = cs_alloc_array(&job->arena, answer->part_count + from->part_count, sizeof *parts);
    uint32_t count = answer->part_count;
    if (count)
        memcpy(parts, answer->parts, count * sizeof *parts);
    for (uint32_t i = 0; i < from->part_count; i++)
        if (!cs_answer_part(answer, from->parts[i].product))
            parts[count++] = from->parts[i];
    answer->parts = parts;
    answer->part_count = count;
}

/* Takes over state, value and what is not given anew. Location, reviewed and owner stay the answer's own. */
static void fill_same(const struct sames *sames, const struct same *same)
{
    struct cs_job *job = sames->state->reader.job;
    struct cs_answer *answer = same->answer;
    const struct cs_answer *from = same->from;
    bool has_remark = answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size;
    bool has_parts = answer->part_count > 0;
    cs_answer_keep_raw(job, answer);
    answer->state = from->state;
    answer->broken = from->broken;
    answer->value = from->value;
    answer->due = from->due;
    answer->audience = answer->audience > from->audience ? answer->audience : from->audience;
    answer->for_nda = answer->for_nda ? answer->for_nda : from->for_nda;
    answer->for_insiders = answer->for_insiders ? answer->for_insiders : from->for_insiders;
    answer->by = answer->by.size ? answer->by : from->by;
    answer->detail = has_remark || answer->detail.size ? answer->detail : from->detail;
    answer->remark = has_remark ? answer->remark : from->remark;
    if (answer->evidence_count == 0) {
        answer->evidence = from->evidence;
        answer->evidence_count = from->evidence_count;
    }
    if (answer->reviewed.year == 0)
        answer->reviewed = from->reviewed;
    if (same->product.size && from->part_count)
        answer->state = CS_STATE_NONE; /* it is about other products only */
    else if (from->part_count)
        take_over_parts(job, answer, from);
    else if (has_parts && answer->state != CS_STATE_NONE)
        cs_answer_spread(job, sames->state->profile, answer);
}

/* Follows a chain of references to its end, then fills in the answers from the end back to the first. A chain that
 * meets itself is a cycle. Each answer is visited once, however the chains meet. */
static void resolve(struct sames *sames, struct same *first, struct same **chain)
{
    struct cs_job *job = sames->state->reader.job;
    uint32_t length = 0;
    for (struct same *same = first, *next; same && !same->done; same = next) {
        if (same->visiting) {
            cs_report(job, CS_MESSAGE_SAME_LOOP, span_of(same), same->answer->same);
            same->answer->broken = true;
            break;
        }
        same->visiting = true;
        chain[length++] = same;
        same->from = target_of(sames, same, &next);
    }
    while (length-- > 0) {
        if (chain[length]->from)
            fill_same(sames, chain[length]);
        else
            chain[length]->answer->broken = true;
        chain[length]->done = true;
    }
}

static bool has_same_part(const struct cs_answer *answer)
{
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (answer->parts[i].same.size)
            return true;
    return false;
}

/* 6-8 -> METI 6-8, so that it means the same in an answer to another catalog. */
static cs_text full_number(struct cs_job *job, const struct cs_catalog *catalog, cs_text number)
{
    struct cs_buf text = {0};
    cs_text id, catalog_id = catalog->id;
    cs_split_number(number, &catalog_id, &id);
    cs_buf_add(&text, catalog_id);
    cs_buf_add_byte(&text, ' ');
    cs_buf_add(&text, id);
    return cs_buf_take(&job->arena, &text);
}

/* Collects an answer that is a reference, and gives its parts an array in which they can be filled in. */
static void collect_whole(struct sames *sames, const struct cs_answers *sheet, uint32_t *pointer,
                          struct cs_answer *answer)
{
    struct cs_job *job = sames->state->reader.job;
    if (has_same_part(answer)) {
        struct cs_answer *parts = cs_alloc_array(&job->arena, answer->part_count, sizeof *parts);
        memcpy(parts, answer->parts, answer->part_count * sizeof *parts);
        for (uint32_t i = 0; i < answer->part_count; i++)
            if (parts[i].same.size)
                parts[i].same = full_number(job, sheet->catalog, parts[i].same);
        cs_answer_keep_raw(job, answer);
        answer->parts = parts;
    }
    if (answer->same.size == 0)
        return;
    sames->at = cs_grow(&job->arena, sames->at, sames->count, &sames->room, sizeof *sames->at);
    sames->at[sames->count++] = (struct same){.answer = answer, .catalog = sheet->catalog};
    *pointer = sames->count;
}

/* Collects parts that are references. */
static void collect_parts(struct sames *sames, const struct cs_answers *sheet, const struct cs_answer *answer)
{
    struct cs_answer *parts = (struct cs_answer *)answer->parts; /* an array allocated here */
    for (uint32_t i = 0; i < answer->part_count; i++) {
        if (parts[i].same.size == 0)
            continue;
        sames->at = cs_grow(&sames->state->reader.job->arena, sames->at, sames->count, &sames->room, sizeof *sames->at);
        sames->at[sames->count++] =
            (struct same){.answer = &parts[i], .catalog = sheet->catalog, .product = parts[i].product};
    }
}

static void collect(struct sames *sames)
{
    const struct cs_profile *profile = sames->state->profile;
    struct cs_arena *arena = &sames->state->reader.job->arena;
    sames->of_item = cs_alloc_array(arena, profile->sheet_count, sizeof *sames->of_item);
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *sheet = &profile->sheets[i];
        sames->of_item[i] = cs_alloc_array(arena, sheet->catalog->item_count, sizeof **sames->of_item);
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++)
            collect_whole(sames, sheet, &sames->of_item[i][item], &sheet->by_item[item]);
    }
}

/* Sets the states that parts result in, once all of them are known. */
static void set_states(const struct cs_profile *profile)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        for (uint32_t item = 0; item < profile->sheets[i].catalog->item_count; item++) {
            struct cs_answer *answer = &profile->sheets[i].by_item[item];
            for (uint32_t part = 0; part < answer->part_count; part++)
                answer->broken |= answer->parts[part].broken;
            if (answer->part_count)
                answer->state = answer->part_count == profile->product_count
                                    ? cs_parts_state(answer->parts, answer->part_count)
                                    : CS_STATE_NONE;
        }
}

static void resolve_all(struct sames *sames, uint32_t first)
{
    struct same **chain = cs_alloc_array(&sames->state->reader.job->arena, sames->count, sizeof *chain);
    for (uint32_t i = first; i < sames->count; i++)
        resolve(sames, &sames->at[i], chain);
}

void cs_resolve_same(struct profile_reader *state)
{
    struct sames sames = {.state = state};
    const struct cs_profile *profile = state->profile;
    collect(&sames);
    resolve_all(&sames, 0);
    sames.first_part = sames.count;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        for (uint32_t item = 0; item < profile->sheets[i].catalog->item_count; item++)
            collect_parts(&sames, &profile->sheets[i], &profile->sheets[i].by_item[item]);
    resolve_all(&sames, sames.first_part);
    if (profile->product_count)
        set_states(profile);
}
