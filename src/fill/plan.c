/* Planning: each question of the form is filled, or left with a reason. See fill.h. */
#include "fill/plan.h"
#include "fill/book/totals.h"
#include "model/cell.h"
#include "wording/wording.h"
#include "base/messages_fill.h"
#include "checksheet/sheet_words.h"

#include <assert.h>

static bool is_allowed(const struct cs_planner *planner, uint32_t worksheet)
{
    const struct cs_fill_options *options = &planner->plan->options;
    bool allowed = options->worksheet_count == 0;
    for (uint32_t i = 0; i < options->worksheet_count; i++)
        allowed |= cs_text_equal(options->worksheets[i], planner->plan->grid->sheets[worksheet].name);
    return allowed;
}

/* --- a question --------------------------------------------------------------------------------------------------- */

/* Records why a question is left, unless a reason is set already; `is_of_cell` if the last planned cell is the cause. */
static void leave(struct cs_planner *planner, uint32_t question, enum cs_fill_reason reason, bool is_of_cell)
{
    struct cs_fill_question *at = &planner->plan->questions[question];
    if (at->reason != CS_FILL_DONE || reason == CS_FILL_DONE)
        return;
    at->reason = reason;
    at->cell = is_of_cell ? planner->plan->cell_count - 1 : CS_NO_QUESTION;
}

static const struct cs_slot_column *column_of(const struct cs_slot *slot, enum cs_role role)
{
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].role == role)
            return &slot->columns[i];
    return NULL;
}

/* Plans a text for the column of a role; without such a column it has no place, if it is `wanted`. */
static void plan_text(struct cs_planner *planner, uint32_t question, enum cs_role role, cs_text text, bool wanted)
{
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    const struct cs_slot_column *column = column_of(slot, role);
    if (text.size == 0)
        return;
    if (!column || cs_plan_shares(planner, column)) {
        leave(planner, question, wanted && !column ? CS_FILL_NO_PLACE : CS_FILL_DONE, false);
        if (column)
            cs_plan_share(planner, role, text);
        return;
    }
    const struct cs_fill_cell *cell =
        cs_plan_add(planner, question, slot->worksheet, cs_slot_row(slot, column), column->column, role, text);
    leave(planner, question, cell->reason, true);
}

static bool is_translated(const struct cs_planner *planner, const struct cs_answer *answer)
{
    const struct cs_words *remark = &answer->remark;
    bool has_any = remark->in[CS_JA].size || remark->in[CS_EN].size;
    return !has_any || remark->in[planner->plan->options.language].size;
}

/* True for a column that says more about other answers: いいえの場合の理由, where the answer is yes. */
static bool is_for_others(const struct cs_slot_column *column, const struct cs_answer *answer)
{
    return column && column->states && !(column->states >> answer->state & 1);
}

static void plan_remark(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer)
{
    enum cs_language language = planner->plan->options.language;
    const struct cs_item *item = &planner->catalog->items[answer->item];
    bool sign_is_shown = planner->plan->questions[question].reason != CS_FILL_NO_WORD &&
                         column_of(planner->plan->questions[question].slot, CS_ROLE_ANSWER);
    if (!is_translated(planner, answer)) {
        leave(planner, question, CS_FILL_NOT_TRANSLATED, false);
        return;
    }
    cs_text remark = cs_answer_remark(planner->job, planner->catalog, item, answer, language, sign_is_shown);
    if (remark.size && is_for_others(column_of(planner->plan->questions[question].slot, CS_ROLE_REMARK), answer))
        leave(planner, question, CS_FILL_NO_PLACE, false);
    else
        plan_text(planner, question, CS_ROLE_REMARK, remark, true);
}

/* Makes the answer to an item that another answer makes not applicable, with a remark that says so. */
static const struct cs_answer *not_asked(struct cs_planner *planner, const struct cs_item *item,
                                         const struct cs_answer *answer)
{
    struct cs_answer *made = cs_alloc(&planner->job->arena, sizeof *made);
    *made = (struct cs_answer){.item = answer->item, .state = CS_STATE_NA, .key = answer->key};
    for (int language = 0; language < CS_LANGUAGES; language++)
        made->remark.in[language] = cs_not_asked_text(planner->job, item, (enum cs_language)language);
    return made;
}

/* NO_PLACE if the form has no column that says whether a question applies. */
static enum cs_fill_reason plan_applicable(struct cs_planner *planner, uint32_t question,
                                           const struct cs_answer *answer)
{
    struct cs_fill_plan *plan = planner->plan;
    const struct cs_slot_column *column = column_of(plan->questions[question].slot, CS_ROLE_APPLICABLE);
    uint32_t before = plan->cell_count;
    if (!column || answer->state == CS_STATE_NDA)
        return CS_FILL_NO_PLACE;
    enum cs_fill_reason reason = cs_plan_applicable(planner, question, answer, column);
    leave(planner, question, reason, plan->cell_count > before);
    return reason;
}

static void plan_answered(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer)
{
    struct cs_fill_plan *plan = planner->plan;
    bool is_in_full = false;
    enum cs_fill_reason says_applies = plan_applicable(planner, question, answer);
    uint32_t before = plan->cell_count;
    enum cs_fill_reason reason = cs_plan_answer(planner, question, answer, &is_in_full);
    if (is_in_full && !is_translated(planner, answer) && plan->cell_count > before) {
        plan->cell_count = before;
        reason = CS_FILL_NOT_TRANSLATED;
    }
    if (says_applies == CS_FILL_DONE && answer->state == CS_STATE_NA && reason == CS_FILL_NO_WORD)
        reason = CS_FILL_DONE; /* the other column says already that it does not apply */
    leave(planner, question, reason, plan->cell_count > before);
    if (reason == CS_FILL_ALREADY_ANSWERED)
        return; /* our remarks would appear beside somebody else's answer */
    if (!is_in_full)
        plan_remark(planner, question, answer);
    struct cs_cell evidence = {0};
    if (cs_has_evidence(answer) && !column_of(plan->questions[question].slot, CS_ROLE_EVIDENCE))
        plan->unproven++;
    else if (cs_has_evidence(answer))
        cs_evidence_text(planner->job, answer, plan->options.language, &evidence);
    plan_text(planner, question, CS_ROLE_EVIDENCE, cs_cell_words(&planner->job->arena, &evidence), false);
    plan_text(planner, question, CS_ROLE_REVIEWED, cs_date_text(planner->job, answer->reviewed), false);
    plan_text(planner, question, CS_ROLE_OWNER, plan->options.with_owner ? answer->owner : (cs_text){0}, false);
}

/* Why a question is left before its answer is considered. */
static enum cs_fill_reason reason_of_slot(const struct cs_slot *slot)
{
    if (slot->beyond.size)
        return CS_FILL_ABOVE_LEVEL;
    if (slot->known == CS_SLOT_DOUBTFUL)
        return CS_FILL_NUMBER_DOUBTFUL;
    return cs_slot_is_sure(slot) ? CS_FILL_DONE : CS_FILL_NOT_CONFIRMED;
}

/* The answers to the catalog that a slot's item belongs to; for the columns of a product, the answers of that product. */
static const struct cs_fill_answers *answers_to(const struct cs_planner *planner, const struct cs_slot *slot)
{
    const struct cs_fill_options *options = &planner->plan->options;
    bool of_product = planner->group && planner->group->whose == CS_WHOSE_PRODUCT;
    cs_text product = of_product ? planner->group->product : planner->main.product;
    const struct cs_fill_answers *found = &planner->main;
    for (uint32_t i = 0; i < options->other_count; i++) {
        const struct cs_fill_answers *other = &options->others[i];
        if (!cs_text_equal(other->product, product))
            continue;
        if (other->seen->catalog == slot->catalog)
            return other;
        if (of_product && other->seen->catalog == planner->main.seen->catalog)
            found = other;
    }
    return found;
}

/* Why a question is left because of its answer alone. */
static enum cs_fill_reason reason_of_answer(const struct cs_planner *planner, const struct cs_slot *slot,
                                            const struct cs_answer *answer, const struct cs_answers *all)
{
    if (planner->group && planner->group->whose == CS_WHOSE_NOBODYS)
        return CS_FILL_NO_PRODUCT;
    if (answer->held != CS_NOT_HELD)
        return CS_FILL_HELD_BACK;
    if (answer->state == CS_STATE_NONE) /* an answer to a different question that nobody has declared equal */
        return slot->likely.size ? CS_FILL_NOT_CONFIRMED : CS_FILL_UNANSWERED;
    return all->by_item[slot->item].audience > planner->plan->options.audience ? CS_FILL_WITHHELD : CS_FILL_DONE;
}

/* The catalog, and with it the signs that its answers are given in: those that the form explains go before its own. */
static void set_catalog(struct cs_planner *planner, const struct cs_catalog *catalog)
{
    const struct cs_slots *slots = planner->plan->slots;
    if (planner->catalog == catalog)
        return;
    planner->catalog = planner->signs = catalog;
    if (slots->mark_count == 0)
        return;
    struct cs_catalog *signs = cs_alloc(&planner->job->arena, sizeof *signs);
    *signs = *catalog;
    signs->marks = slots->marks;
    signs->mark_count = slots->mark_count;
    planner->signs = signs;
}

static void plan_question(struct cs_planner *planner, uint32_t question)
{
    struct cs_fill_plan *plan = planner->plan;
    struct cs_fill_question *at = &plan->questions[question];
    const struct cs_fill_answers *answers = answers_to(planner, at->slot);
    const struct cs_answers *all = answers->all ? answers->all : answers->seen;
    planner->answers = answers->seen;
    set_catalog(planner, answers->seen->catalog);
    at->first_cell = plan->cell_count;
    at->answer = at->slot->item == CS_NO_ITEM ? NULL : &planner->answers->by_item[at->slot->item];
    leave(planner, question, reason_of_slot(at->slot), false);
    if (at->reason == CS_FILL_DONE) {
        assert(at->answer); /* an answer with a known item is given or open */
        const struct cs_item *item = &planner->catalog->items[at->slot->item];
        if (!cs_answers_ask(planner->answers, item))
            at->answer = not_asked(planner, item, at->answer);
        leave(planner, question, reason_of_answer(planner, at->slot, at->answer, all), false);
        if (at->reason == CS_FILL_DONE)
            plan_answered(planner, question, at->answer);
    }
    at->cell_count = plan->cell_count - at->first_cell;
}

/* --- answers by product ------------------------------------------------------------------------------------------- */

/* Plans the columns that the products of a question share. Their cells belong to the last of its answers whose product
 * the profile has; the answers after that one have no cells. */
static void plan_shared(struct cs_planner *planner, uint32_t first)
{
    struct cs_fill_plan *plan = planner->plan;
    uint32_t question = plan->question_count - 1;
    while (question > first && plan->questions[question].reason == CS_FILL_NO_PRODUCT)
        question--;
    struct cs_fill_question *at = &plan->questions[question];
    const struct cs_slot *own = at->slot;
    planner->group = NULL;
    at->slot = at->whole;
    for (uint32_t i = 0; i < at->whole->column_count && !planner->groups.has_whole; i++) {
        const struct cs_slot_column *column = &at->whole->columns[i];
        if (column->product.size || column->role == CS_ROLE_ANSWER)
            continue;
        if (column->role != CS_ROLE_APPLICABLE) {
            plan_text(planner, question, column->role, cs_plan_shared(planner, column->role), false);
        } else if (planner->answered) {
            struct cs_answer common = {.state = planner->excluded == planner->answered ? CS_STATE_NA : CS_STATE_OK};
            uint32_t before = plan->cell_count;
            enum cs_fill_reason reason = cs_plan_applicable(planner, question, &common, column);
            leave(planner, question, reason, plan->cell_count > before);
        }
    }
    at->slot = own;
    at->cell_count = plan->cell_count - at->first_cell;
}

/* Adds a question and plans it; with a group, only what it asks of that product. */
static void add_question(struct cs_planner *planner, const struct cs_slot *whole, const struct cs_fill_group *group)
{
    struct cs_fill_plan *plan = planner->plan;
    struct cs_slot *slot = group ? cs_alloc(&planner->job->arena, sizeof *slot) : NULL;
    uint32_t question = plan->question_count;
    if (slot) {
        *slot = *whole;
        slot->columns = group->columns;
        slot->column_count = group->column_count;
    }
    plan->questions = cs_grow(&planner->job->arena, plan->questions, plan->question_count, &plan->question_room,
                              sizeof *plan->questions);
    plan->questions[plan->question_count++] =
        (struct cs_fill_question){.slot = slot ? slot : whole,
                                  .whole = whole,
                                  .product = group ? group->product : (cs_text){0},
                                  .cell = CS_NO_QUESTION};
    planner->group = group;
    plan_question(planner, question);
    const struct cs_fill_question *at = &plan->questions[question];
    planner->answered += at->cell_count > 0;
    planner->excluded += at->cell_count > 0 && at->answer->state == CS_STATE_NA;
}

/* A question that is not certain is left as a whole. */
static void plan_slot(struct cs_planner *planner, const struct cs_slot *slot)
{
    struct cs_fill_plan *plan = planner->plan;
    const struct cs_fill_groups *groups = cs_plan_groups(planner, slot);
    uint32_t first = plan->question_count;
    planner->share_count = planner->answered = planner->excluded = 0;
    for (uint32_t i = 0; i < groups->count && reason_of_slot(slot) == CS_FILL_DONE; i++)
        add_question(planner, slot, &groups->at[i]);
    if (plan->question_count == first)
        add_question(planner, slot, NULL);
    else
        plan_shared(planner, first);
}

/* Counts the questions of the form, and those of which nothing is left. */
static void count_questions(struct cs_fill_plan *plan)
{
    for (uint32_t i = 0, end; i < plan->question_count; i = end) {
        bool is_done = true;
        for (end = i; end < plan->question_count && plan->questions[end].whole == plan->questions[i].whole; end++)
            is_done &= plan->questions[end].reason == CS_FILL_DONE;
        plan->asked++;
        plan->filled += is_done;
    }
}

/* --- the preface -------------------------------------------------------------------------------------------------- */

static cs_text label_text(const struct cs_planner *planner, cs_word_id word)
{
    const struct cs_profile *profile = planner->profile;
    return word == CS_WORD_SERVICE       ? profile->service
           : word == CS_WORD_VENDOR      ? profile->vendor
           : word == CS_WORD_CONTACT     ? profile->contact
           : word == CS_WORD_ANSWERED_ON ? cs_date_text(planner->job, profile->date)
                                         : (cs_text){0};
}

/* Plans empty cells beside the labels of the preface; filled ones are left alone. */
static void plan_labels(struct cs_planner *planner)
{
    struct cs_fill_plan *plan = planner->plan;
    for (uint32_t i = 0; i < plan->slots->label_count && !plan->options.no_preface; i++) {
        const struct cs_slot_label *label = &plan->slots->labels[i];
        uint32_t row = label->row, column = label->column;
        cs_text text = label_text(planner, label->word);
        if (!text.size || !is_allowed(planner, label->worksheet))
            continue;
        cs_plan_place(plan, label->worksheet, &row, &column);
        if (cs_plan_text(plan->grid, label->worksheet, row, column).size)
            continue;
        struct cs_fill_cell *cell =
            cs_plan_add(planner, CS_NO_QUESTION, label->worksheet, row, column, CS_ROLE_OTHER, text);
        if (cell->reason != CS_FILL_DONE)
            plan->cell_count--;
    }
}

/* --- the plan ----------------------------------------------------------------------------------------------------- */

static void plan_questions(struct cs_planner *planner)
{
    struct cs_fill_plan *plan = planner->plan;
    for (uint32_t i = 0; i < plan->slots->count; i++)
        if (is_allowed(planner, plan->slots->at[i].worksheet))
            plan_slot(planner, &plan->slots->at[i]);
    count_questions(plan);
}

/* Finds the formulas that depend on written cells. */
static void plan_totals(struct cs_planner *planner)
{
    struct cs_fill_plan *plan = planner->plan;
    struct cs_totals_cell *written = cs_alloc_array(&planner->job->arena, plan->cell_count + 1u, sizeof *written);
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->cell_count; i++)
        if (plan->cells[i].reason == CS_FILL_DONE && !plan->cells[i].is_same)
            written[count++] =
                (struct cs_totals_cell){plan->cells[i].worksheet, plan->cells[i].row, plan->cells[i].column};
    plan->written = count;
    if (!planner->original || plan->options.keep_totals)
        return;
    struct cs_totals_cell *found = cs_totals_of(planner->original, written, count, &plan->total_count);
    plan->totals = cs_alloc_array(&planner->job->arena, plan->total_count + 1u, sizeof *plan->totals);
    for (uint32_t i = 0; i < plan->total_count; i++)
        plan->totals[i] = (struct cs_fill_place){found[i].sheet, found[i].row, found[i].column};
}

static bool refuse(struct cs_job *job, const struct cs_grid *grid, cs_message message, cs_text what)
{
    cs_report(job, message, ((struct cs_span){grid->file, 0, 0}), what)->whole_file = true;
    return false;
}

/* False for a workbook that writing would damage, or that cannot be written at all. */
static bool is_fillable(struct cs_job *job, const struct cs_grid *grid, const struct cs_original *original,
                        const struct cs_fill_plan *plan)
{
    static const cs_message messages[] = {[CS_CELLS_BROKEN] = CS_MESSAGE_FILL_DISORDERED,
                                          [CS_CELLS_DISORDERED] = CS_MESSAGE_FILL_DISORDERED,
                                          [CS_CELLS_ENCODING] = CS_MESSAGE_FILL_ENCODING};
    if (original->is_signed)
        return refuse(job, grid, CS_MESSAGE_FILL_SIGNED, (cs_text){0});
    if (original->sheet_count != grid->sheet_count)
        return refuse(job, grid, CS_MESSAGE_FILL_DISORDERED, (cs_text){0});
    for (uint32_t i = 0; i < plan->slots->count; i++) {
        const struct cs_original_sheet *sheet = &original->sheets[plan->slots->at[i].worksheet];
        if (sheet->end != CS_CELLS_READ)
            return refuse(job, grid, messages[sheet->end], sheet->name);
    }
    return true;
}

struct cs_fill_plan *cs_fill_plan(struct cs_job *job, const struct cs_grid *grid, const struct cs_slots *slots,
                                  const struct cs_profile *profile, const struct cs_answers *answers,
                                  const struct cs_fill_options *options)
{
    struct cs_fill_plan *plan = cs_alloc(&job->arena, sizeof *plan);
    struct cs_original *original = NULL;
    *plan = (struct cs_fill_plan){.grid = grid, .slots = slots, .profile = profile, .options = *options};
    if (grid->format == CS_GRID_XLSX) {
        plan->original = original = cs_alloc(&job->arena, sizeof *original);
        bool good = cs_original_open(original, job, grid->file) && is_fillable(job, grid, original, plan);
        cs_original_close(original);
        if (!good)
            return NULL;
    }
    struct cs_planner planner = {.job = job,
                                 .plan = plan,
                                 .original = original,
                                 .profile = profile,
                                 .main = {options->product, answers, options->all}};
    cs_plan_find_places(job, plan);
    plan_labels(&planner);
    plan_questions(&planner);
    plan_totals(&planner);
    if (original)
        cs_plan_heights(&planner);
    plan->unknown = cs_fill_count_unknown(job, plan);
    plan->unread = slots->unread_count && options->worksheet_count == 0 ? slots->unread_count : 0;
    return plan;
}
