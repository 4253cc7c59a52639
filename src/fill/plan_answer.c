/* The cells of an answer: see plan.h. */
#include "fill/plan.h"
#include "fill/words.h"
#include "wording/applies.h"
#include "wording/boxes.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

enum { MOST_WORDS = 64 };

static const struct cs_item *item_of(const struct cs_planner *planner, const struct cs_answer *answer)
{
    return &planner->catalog->items[answer->item];
}

/* --- true and false ------------------------------------------------------------------------------------------------ */

/* True for a list or a cell of TRUE and FALSE. */
static bool is_boolean(const struct cs_grid *grid, const struct cs_slot *slot, uint32_t row, uint32_t column,
                       const struct cs_grid_choices *choices)
{
    const struct cs_grid_cell *cell = cs_grid_at(&grid->sheets[slot->worksheet], row, column);
    if (cell)
        return cell->form == CS_GRID_BOOL;
    bool first_is_true = choices && choices->count == 2 && cs_text_equal(choices->texts[0], CS_TEXT("TRUE"));
    return choices && choices->count == 2 && cs_text_equal(choices->texts[first_is_true ? 0 : 1], CS_TEXT("TRUE")) &&
           cs_text_equal(choices->texts[first_is_true ? 1 : 0], CS_TEXT("FALSE"));
}

static enum cs_fill_reason plan_boolean(struct cs_planner *planner, uint32_t question, enum cs_role role, bool is_true,
                                        uint32_t row, uint32_t column)
{
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    struct cs_fill_cell *cell = cs_plan_add(planner, question, slot->worksheet, row, column, role,
                                            is_true ? CS_TEXT("TRUE") : CS_TEXT("FALSE"));
    cell->kind = is_true ? CS_FILL_TRUE : CS_FILL_FALSE;
    return cell->reason;
}

/* --- columns of choices ------------------------------------------------------------------------------------------- */

/* The check sign that titles ask for, or the text above them: 該当欄に○, mark with X. */
static cs_text asked_sign(struct cs_planner *planner, const struct cs_slot *slot)
{
    enum { MOST = 400 }; /* cells above the questions to examine */
    const struct cs_grid_sheet *sheet = &planner->plan->grid->sheets[slot->worksheet];
    if (planner->checks_of == planner->groups.of)
        return planner->check;
    /* the first question of a list comes first, so what is above the list is read once */
    planner->checks_of = planner->groups.of;
    planner->check = (cs_text){0};
    uint32_t end = cs_grid_row_start(sheet, slot->row);
    for (uint32_t i = end; i-- > 0 && i + MOST > end && planner->check.size == 0;)
        planner->check = cs_fill_check_sign(sheet->cells[i].text);
    return planner->check;
}

/* The check sign: that of the cell's own box, the only word of its list, the one that titles ask for, or ○. */
static cs_text check_sign(struct cs_planner *planner, const struct cs_slot *slot, uint32_t column)
{
    const struct cs_grid *grid = planner->plan->grid;
    cs_text text = cs_text_trim(cs_plan_text(grid, slot->worksheet, slot->row, column));
    const struct cs_grid_choices *choices = cs_plan_choices(planner->plan, slot->worksheet, slot->row, column);
    cs_text word;
    if (cs_is_empty_box(text) || cs_box_with_word(text, &word))
        return cs_box_checked(planner->job, text, asked_sign(planner, slot));
    for (uint32_t i = 0; choices && i < choices->count; i++)
        if (!cs_plan_is_open(choices->texts[i]))
            return choices->texts[i];
    cs_text sign = asked_sign(planner, slot);
    return sign.size ? sign : CS_TEXT("○");
}

static bool has_choices(const struct cs_slot *slot)
{
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].state != CS_STATE_NONE)
            return true;
    return false;
}

static enum cs_fill_reason plan_choice(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer)
{
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    const struct cs_slot_column *meant = NULL;
    bool is_used = false;
    cs_text word;
    for (uint32_t i = 0; i < slot->column_count; i++) {
        const struct cs_slot_column *column = &slot->columns[i];
        if (column->state == CS_STATE_NONE)
            continue;
        if (column->state == answer->state && meant)
            return CS_FILL_NO_WORD; /* two columns for the same state */
        meant = column->state == answer->state ? column : meant;
        is_used |= column->state != answer->state &&
                   !cs_plan_is_open(cs_plan_text(planner->plan->grid, slot->worksheet, slot->row, column->column));
    }
    if (is_used || !meant)
        return is_used ? CS_FILL_ALREADY_ANSWERED : CS_FILL_NO_WORD;
    cs_text before = cs_plan_text(planner->plan->grid, slot->worksheet, slot->row, meant->column);
    if (is_boolean(planner->plan->grid, slot, slot->row, meant->column,
                   cs_plan_choices(planner->plan, slot->worksheet, slot->row, meant->column)))
        return plan_boolean(planner, question, CS_ROLE_ANSWER, true, slot->row, meant->column);
    /* any existing check means the same */
    cs_text sign = cs_plan_is_open(before) ? check_sign(planner, slot, meant->column) : before;
    struct cs_fill_cell *cell =
        cs_plan_add(planner, question, slot->worksheet, slot->row, meant->column, CS_ROLE_ANSWER, sign);
    if (cell->reason == CS_FILL_ALREADY_ANSWERED && cs_plan_is_open(before))
        cell->reason = CS_FILL_DONE; /* its content means unchecked */
    cell->keeps_runs = cs_box_with_word(before, &word) != 0;
    return cell->reason;
}

/* --- one cell ----------------------------------------------------------------------------------------------------- */

/* The sign for a state: from the form's legend if there is one, else the catalog's, which may be empty. False if the
 * legend has no sign for the state; that a question does not apply may be said by a sign that it gives no other meaning. */
static bool sign_of(const struct cs_planner *planner, const struct cs_item *item, enum cs_state state, cs_text *sign)
{
    const struct cs_slots *slots = planner->plan->slots;
    bool is_explained = slots->mark_count > 0 && state != CS_STATE_FREE_TEXT, is_taken = false;
    const struct cs_mark *mark = is_explained ? cs_catalog_mark(planner->signs, state) : NULL;
    *sign = mark ? mark->sign : cs_catalog_sign(planner->catalog, item, state, planner->plan->options.language);
    for (uint32_t i = 0; i < slots->mark_count; i++)
        is_taken |= cs_text_equal(slots->marks[i].sign, *sign);
    return mark || !is_explained || (state == CS_STATE_NA && sign->size && !is_taken);
}

/* A sign or word for a cell without restrictions: one that its title offers, the catalog's sign, or the state in
 * words. */
static enum cs_fill_reason free_text(struct cs_planner *planner, const struct cs_slot_column *column,
                                     const struct cs_answer *answer, bool has_remark, bool *is_in_full, cs_text *text)
{
    cs_text words[MOST_WORDS];
    enum cs_language language = planner->plan->options.language;
    const struct cs_item *item = item_of(planner, answer);
    uint32_t count = cs_fill_legend(planner->job, column->title, cs_fill_meaning_of, words, MOST_WORDS);
    if (count)
        return cs_fill_choose(planner->job, planner->signs, item, answer, words, count, text) ? CS_FILL_DONE
                                                                                              : CS_FILL_NO_WORD;
    if (!sign_of(planner, item, answer->state, text))
        return CS_FILL_NO_WORD;
    *is_in_full = !has_remark || (text->size == 0 && answer->state == CS_STATE_FREE_TEXT);
    if (*is_in_full && text->size == 0)
        *text = cs_answer_remark(planner->job, planner->catalog, item, answer, language,
                                 answer->state == CS_STATE_FREE_TEXT);
    else if (*is_in_full)
        *text = cs_answer_in_full(planner->job, planner->signs, item, answer, language);
    else if (text->size == 0)
        *text = cs_state_label(answer->state, language);
    return CS_FILL_DONE;
}

static bool has_role(const struct cs_slot *slot, enum cs_role role)
{
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].role == role)
            return true;
    return false;
}

/* True if the word of a list is the complete answer, so that the remarks need not repeat it. */
static bool is_all(const struct cs_planner *planner, const struct cs_answer *answer, cs_text word)
{
    return answer->state == CS_STATE_FREE_TEXT &&
           cs_text_equal(word, cs_answer_remark(planner->job, planner->catalog, item_of(planner, answer), answer,
                                                planner->plan->options.language, true));
}

/* Plans the word of a drop-down that means the answer. */
static enum cs_fill_reason plan_word(const struct cs_planner *planner, const struct cs_answer *answer,
                                     const struct cs_grid_choices *choices, bool *is_in_full, cs_text *text)
{
    if (!cs_fill_choose(planner->job, planner->signs, item_of(planner, answer), answer, choices->texts, choices->count,
                        text))
        return CS_FILL_NO_WORD;
    *is_in_full = is_all(planner, answer, *text);
    return CS_FILL_DONE;
}

static enum cs_fill_reason plan_cell(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                     const struct cs_slot_column *column, bool *is_in_full)
{
    const struct cs_grid *grid = planner->plan->grid;
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    const struct cs_item *item = item_of(planner, answer);
    uint32_t row = slot->row, at = column->column;
    cs_text text = {0};
    cs_plan_place(planner->plan, slot->worksheet, &row, &at);
    cs_text before = cs_plan_text(grid, slot->worksheet, row, at);
    const struct cs_grid_choices *choices = cs_plan_choices(planner->plan, slot->worksheet, row, at);
    bool is_yes_or_no = answer->state == CS_STATE_OK || answer->state == CS_STATE_NG;
    if (is_boolean(grid, slot, row, at, choices))
        return is_yes_or_no ? plan_boolean(planner, question, CS_ROLE_ANSWER, answer->state == CS_STATE_OK, row, at)
                            : CS_FILL_NO_WORD;
    enum cs_fill_boxes boxes =
        cs_fill_boxes(planner->job, planner->signs, item, answer, asked_sign(planner, slot), before, &text);
    if (boxes == CS_BOXES_LACK || boxes == CS_BOXES_USED)
        return boxes == CS_BOXES_LACK ? CS_FILL_NO_WORD : CS_FILL_ALREADY_ANSWERED;
    enum cs_fill_reason reason = CS_FILL_DONE;
    if (boxes == CS_NO_BOXES && !planner->plan->options.replace_answers && cs_is_unchosen(planner->job, before))
        return CS_FILL_CHOICE;
    if (boxes == CS_NO_BOXES && choices)
        reason = plan_word(planner, answer, choices, is_in_full, &text);
    else if (boxes == CS_NO_BOXES && planner->original &&
             cs_original_has_list(&planner->original->sheets[slot->worksheet], row, at))
        reason = CS_FILL_NO_WORD; /* a list given by a formula */
    else if (boxes == CS_NO_BOXES)
        reason = free_text(planner, column, answer, has_role(slot, CS_ROLE_REMARK), is_in_full, &text);
    if (reason != CS_FILL_DONE)
        return reason;
    struct cs_fill_cell *cell = cs_plan_add(planner, question, slot->worksheet, row, at, CS_ROLE_ANSWER, text);
    cell->keeps_runs = boxes == CS_BOXES_CHECKED;
    if (boxes == CS_BOXES_CHECKED && cell->reason == CS_FILL_ALREADY_ANSWERED)
        cell->reason = CS_FILL_DONE; /* its content is the boxes */
    return cell->reason;
}

/* --- whether it applies ------------------------------------------------------------------------------------------- */

/* The only one of several words that says whether the question applies; empty if none or several do. */
static cs_text word_of_applying(struct cs_job *job, enum cs_state applies, const cs_text *words, uint32_t count)
{
    cs_text chosen = {0};
    for (uint32_t i = 0; i < count; i++) {
        if (cs_applies_of(job, words[i]) != applies)
            continue;
        if (chosen.size)
            return (cs_text){0};
        chosen = words[i];
    }
    return chosen;
}

enum cs_fill_reason cs_plan_applicable(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                       const struct cs_slot_column *column)
{
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    enum cs_state applies = answer->state == CS_STATE_NA ? CS_STATE_NA : CS_STATE_OK;
    uint32_t row = slot->row, at = column->column;
    cs_text words[MOST_WORDS], text;
    cs_plan_place(planner->plan, slot->worksheet, &row, &at);
    const struct cs_grid_choices *choices = cs_plan_choices(planner->plan, slot->worksheet, row, at);
    if (is_boolean(planner->plan->grid, slot, row, at, choices))
        return plan_boolean(planner, question, CS_ROLE_APPLICABLE, applies == CS_STATE_OK, row, at);
    uint32_t count = choices ? 0 : cs_fill_legend(planner->job, column->title, cs_applies_of, words, MOST_WORDS);
    if (choices)
        text = word_of_applying(planner->job, applies, choices->texts, choices->count);
    else if (count)
        text = word_of_applying(planner->job, applies, words, count);
    else if (cs_text_find(column->title, CS_TEXT("対象")) >= 0)
        text = applies == CS_STATE_NA ? CS_TEXT("対象外") : CS_TEXT("対象");
    else
        text = cs_word(applies == CS_STATE_NA ? CS_WORD_EXCLUDED : CS_WORD_APPLIES, planner->plan->options.language);
    cs_text before = cs_plan_text(planner->plan->grid, slot->worksheet, row, at);
    if (cs_applies_of(planner->job, before) == applies)
        text = before; /* which says it already */
    if (text.size == 0)
        return CS_FILL_NO_WORD;
    return cs_plan_add(planner, question, slot->worksheet, row, at, CS_ROLE_APPLICABLE, text)->reason;
}

/* --- the answer --------------------------------------------------------------------------------------------------- */

enum cs_fill_reason cs_plan_answer(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                   bool *is_in_full)
{
    const struct cs_slot *slot = planner->plan->questions[question].slot;
    *is_in_full = false;
    if (has_choices(slot))
        return plan_choice(planner, question, answer);
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (slot->columns[i].role == CS_ROLE_ANSWER)
            return plan_cell(planner, question, answer, &slot->columns[i], is_in_full);
    if (planner->original && planner->original->sheets[slot->worksheet].check_boxes)
        return CS_FILL_BY_HAND;
    return has_role(slot, CS_ROLE_REMARK) ? CS_FILL_DONE : CS_FILL_NO_PLACE;
}
