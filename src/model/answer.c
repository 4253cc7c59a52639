/* Building an answer of a profile: its parts by product, and its original form. */
#include "model/answer.h"
#include "base/job.h"

const struct cs_answer *cs_answer_part(const struct cs_answer *answer, cs_text product)
{
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (cs_text_equal(answer->parts[i].product, product))
            return &answer->parts[i];
    return NULL;
}

/* The part for a product that has none, from the answer as a whole. */
static struct cs_answer rest_of(const struct cs_answer *answer, cs_text product)
{
    return (struct cs_answer){
        .item = answer->item,
        .product = product,
        .state = answer->state,
        .value = answer->value,
        .detail = answer->detail,
        .remark = answer->remark,
        .due = answer->due,
        .key = answer->key,
        .state_span = answer->state_span,
        .text_span = answer->text_span,
    };
}

void cs_answer_spread(struct cs_job *job, const struct cs_profile *profile, struct cs_answer *answer)
{
    struct cs_answer *parts = cs_alloc_array(&job->arena, profile->product_count, sizeof *parts);
    for (uint32_t i = 0; i < profile->product_count; i++) {
        const struct cs_answer *part = cs_answer_part(answer, profile->products[i]);
        parts[i] = part ? *part : rest_of(answer, profile->products[i]);
    }
    if (profile->product_count > answer->part_count) {
        answer->value = (struct cs_value){0};
        answer->detail = (cs_text){0};
        answer->remark = (struct cs_words){{{0}}};
    }
    answer->due = (struct cs_date){0};
    answer->state_span = (struct cs_span){0};
    answer->parts = parts;
    answer->part_count = profile->product_count;
    answer->state = cs_parts_state(parts, answer->part_count);
}

void cs_answer_keep_raw(struct cs_job *job, struct cs_answer *answer)
{
    if (answer->raw)
        return;
    struct cs_answer *raw = cs_alloc(&job->arena, sizeof *raw);
    *raw = *answer;
    answer->raw = raw;
}
