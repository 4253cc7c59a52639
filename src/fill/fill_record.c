/* Records where each answer was written. */
#include "checksheet/fill.h"
#include "checksheet/record.h"
#include "base/job.h"

/* The first cell with the answer to a question; NULL if there is none. */
static const struct cs_fill_cell *cell_of(const struct cs_fill_plan *plan, const struct cs_fill_question *question)
{
    for (uint32_t i = 0; i < question->cell_count; i++)
        if (plan->cells[question->first_cell + i].reason == CS_FILL_DONE)
            return &plan->cells[question->first_cell + i];
    return NULL;
}

/* The text that was written for a role; empty if there is none. */
static cs_text text_of(const struct cs_fill_plan *plan, const struct cs_fill_question *question, enum cs_role role)
{
    for (uint32_t i = 0; i < question->cell_count; i++) {
        const struct cs_fill_cell *cell = &plan->cells[question->first_cell + i];
        if (cell->reason == CS_FILL_DONE && cell->role == role)
            return cell->text;
    }
    return (cs_text){0};
}

/* Records what was written in the columns of each product: of the questions with the slot of the first one. */
static void take_products(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_question *first,
                          struct cs_sent *sent)
{
    const struct cs_fill_question *end = plan->questions + plan->question_count, *last = first;
    while (first > plan->questions && first[-1].whole == first->whole)
        first--;
    while (last < end && last->whole == first->whole)
        last++;
    sent->products = cs_alloc_array(&job->arena, (size_t)(last - first), sizeof *sent->products);
    for (const struct cs_fill_question *question = first; question < last; question++) {
        const struct cs_fill_cell *cell = cell_of(plan, question);
        if (!cell)
            continue;
        sent->products[sent->product_count++] =
            (struct cs_sent_product){.product = question->product,
                                     .state = question->answer->state,
                                     .answer = text_of(plan, question, CS_ROLE_ANSWER),
                                     .remark = text_of(plan, question, CS_ROLE_REMARK),
                                     .worksheet = plan->grid->sheets[cell->worksheet].name,
                                     .cell = cs_grid_address(job, cell->row, cell->column)};
    }
}

/* The recorded answer that an answer was carried over from; NULL if there is none on record. */
static const struct cs_sent *source_of(const struct cs_slot *slot, const struct cs_record *known, uint32_t count,
                                       const struct cs_record **in)
{
    for (uint32_t i = 0; i < count && slot->from; i++) {
        cs_text number = slot->from->items[slot->from_item].id;
        if (!cs_text_equal(known[i].catalog, slot->from->id))
            continue;
        *in = &known[i];
        for (uint32_t k = 0; k < known[i].answer_count; k++)
            if (cs_text_equal(known[i].answers[k].number, number))
                return &known[i].answers[k];
    }
    return NULL;
}

/* Records for each answered question where and how it was matched; removes answers that no question got. */
void cs_fill_record(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_catalog *catalog,
                    const struct cs_record *known, uint32_t known_count, struct cs_record *record)
{
    static const cs_text ways[CS_SLOT_KNOWNS] = {[CS_SLOT_BY_NUMBER] = CS_LITERAL("number"),
                                                 [CS_SLOT_BY_TEXT] = CS_LITERAL("text"),
                                                 [CS_SLOT_CONFIRMED] = CS_LITERAL("confirmed")};
    uint32_t kept = 0, items = catalog->item_count;
    const struct cs_fill_question **by_item = cs_alloc_array(&job->arena, items, sizeof *by_item);
    for (uint32_t i = 0; i < plan->question_count; i++)
        if (plan->questions[i].slot->catalog == catalog && plan->questions[i].slot->item < items &&
            !by_item[plan->questions[i].slot->item] && cell_of(plan, &plan->questions[i]))
            by_item[plan->questions[i].slot->item] = &plan->questions[i];
    for (uint32_t i = 0; i < record->answer_count; i++) {
        struct cs_sent sent = record->answers[i];
        uint32_t item = cs_catalog_find(catalog, sent.number, CS_NO_ITEM);
        const struct cs_fill_question *question = item < items ? by_item[item] : NULL;
        if (!question)
            continue;
        const struct cs_fill_cell *cell = cell_of(plan, question);
        const struct cs_record *in = NULL;
        const struct cs_sent *source = source_of(question->slot, known, known_count, &in);
        if (source) {
            sent = *source;
            sent.catalog = in->catalog;
            sent.edition = in->edition;
        }
        if (question->slot != question->whole) {
            take_products(job, plan, question, &sent);
        } else {
            sent.worksheet = plan->grid->sheets[cell->worksheet].name;
            sent.cell = cs_grid_address(job, cell->row, cell->column);
        }
        sent.found = ways[question->slot->known];
        record->answers[kept++] = sent;
    }
    record->answer_count = kept;
}
