/* Answers that are the same as others: = METI 6-8. Filled in when all answers are known. */
#include "load/profile_reader.h"

/* An answer that points to another. */
struct same {
    struct cs_answer *answer;
    const struct cs_catalog *catalog; /* of the answer: whose numbers need no name */
    const struct cs_answer *from;     /* the answer at the target; NULL while not looked for, or broken */
    bool visiting, done;
};

struct sames {
    struct profile_reader *state;
    struct same *at;
    uint32_t count, room;
    uint32_t **of_item; /* by sheet and item: index of the same in `at` plus one; 0 where the answer speaks for itself */
};

static struct cs_span span_of(const struct same *same)
{
    return same->answer->text_span.source ? same->answer->text_span : same->answer->key;
}

/* The answer that another points to; NULL, and reported, when there is none. *next is its own pointer, if it has one. */
static const struct cs_answer *target_of(const struct sames *sames, const struct same *same, struct same **next)
{
    const struct cs_profile *profile = sames->state->profile;
    cs_text catalog_id = same->catalog->id, id;
    cs_split_number(same->answer->same, &catalog_id, &id);
    const struct cs_catalogs *catalogs = sames->state->catalogs;
    const struct cs_catalog *catalog = catalogs->find(catalogs->context, catalog_id);
    const struct cs_answers *sheet = catalog ? cs_profile_answers(profile, catalog->id) : NULL;
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    *next = NULL;
    if (item == CS_NO_ITEM || !sheet->by_item[item].key.source) {
        cs_report(sames->state->reader.job, CS_MESSAGE_BROKEN_SAME, span_of(same), same->answer->same);
        return NULL;
    }
    uint32_t pointer = sames->of_item[sheet - profile->sheets][item];
    if (pointer)
        *next = &sames->at[pointer - 1];
    return &sheet->by_item[item];
}

void cs_answer_keep_raw(struct cs_job *job, struct cs_answer *answer)
{
    if (answer->raw)
        return;
    struct cs_answer *raw = cs_alloc(&job->arena, sizeof *raw);
    *raw = *answer;
    answer->raw = raw;
}

/* Takes over state, value and what was not said anew. Place, reviewed and owner stay the answer's own. */
static void fill_same(struct cs_job *job, struct cs_answer *answer, const struct cs_answer *from)
{
    bool has_remark = answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size;
    cs_answer_keep_raw(job, answer);
    answer->state = from->state;
    answer->broken = from->broken;
    answer->value = from->value;
    answer->due = from->due;
    answer->parts = from->parts;
    answer->part_count = from->part_count;
    answer->audience = answer->audience > from->audience ? answer->audience : from->audience;
    answer->by = answer->by.size ? answer->by : from->by;
    answer->detail = has_remark || answer->detail.size ? answer->detail : from->detail;
    answer->remark = has_remark ? answer->remark : from->remark;
    if (answer->evidence_count == 0) {
        answer->evidence = from->evidence;
        answer->evidence_count = from->evidence_count;
    }
    if (answer->reviewed.year == 0)
        answer->reviewed = from->reviewed;
}

/* Follows a chain of "=" to its end, then fills the answers from the end back to the first. A chain that meets itself is
 * a loop. Each answer is looked at once, however the chains meet. */
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
            fill_same(job, chain[length]->answer, chain[length]->from);
        else
            chain[length]->answer->broken = true;
        chain[length]->done = true;
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
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++) {
            if (sheet->by_item[item].same.size == 0)
                continue;
            sames->at = cs_grow(arena, sames->at, sames->count, &sames->room, sizeof *sames->at);
            sames->at[sames->count++] = (struct same){.answer = &sheet->by_item[item], .catalog = sheet->catalog};
            sames->of_item[i][item] = sames->count;
        }
    }
}

void cs_resolve_same(struct profile_reader *state)
{
    struct sames sames = {.state = state};
    collect(&sames);
    struct same **chain = cs_alloc_array(&state->reader.job->arena, sames.count, sizeof *chain);
    for (uint32_t i = 0; i < sames.count; i++)
        resolve(&sames, &sames.at[i], chain);
}
