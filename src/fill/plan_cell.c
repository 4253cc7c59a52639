/* The cells of a plan: their content, and whether they can be written. See plan.h. */
#include "fill/plan.h"
#include "fill/csv.h"
#include "fill/book/splice.h"
#include "fill/words.h"
#include "wording/boxes.h"

/* --- the grid ----------------------------------------------------------------------------------------------------- */

void cs_plan_find_places(struct cs_job *job, struct cs_fill_plan *plan)
{
    struct cs_fill_places *places = cs_alloc_array(&job->arena, plan->grid->sheet_count + 1u, sizeof *places);
    for (uint32_t i = 0; i < plan->grid->sheet_count; i++) {
        const struct cs_grid_sheet *sheet = &plan->grid->sheets[i];
        places[i].merges = cs_ranges_new(&job->arena, sheet->merges, sizeof *sheet->merges, sheet->merge_count);
        places[i].is_ticked = cs_alloc_array(&job->arena, sheet->column_count + 1u, sizeof *places[i].is_ticked);
        for (uint32_t c = 0; c < sheet->cell_count; c++)
            if (sheet->cells[c].form == CS_GRID_BOOL && cs_text_equal(sheet->cells[c].text, CS_TEXT("TRUE")))
                places[i].is_ticked[sheet->cells[c].column] = true;
        places[i].choices = cs_ranges_new(&job->arena, sheet->choice_count ? &sheet->choices[0].range : NULL,
                                          sizeof *sheet->choices, sheet->choice_count);
    }
    plan->places = places;
}

const struct cs_grid_merge *cs_plan_merge(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                          uint32_t column)
{
    uint32_t index = cs_ranges_find(&plan->places[worksheet].merges, row, column);
    return index == CS_NO_RANGE ? NULL : &plan->grid->sheets[worksheet].merges[index];
}

void cs_plan_place(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t *row, uint32_t *column)
{
    const struct cs_grid_merge *merge = cs_plan_merge(plan, worksheet, *row, *column);
    if (!merge)
        return;
    *row = merge->row;
    *column = merge->column;
}

cs_text cs_plan_text(const struct cs_grid *grid, uint32_t worksheet, uint32_t row, uint32_t column)
{
    const struct cs_grid_cell *cell = cs_grid_at(&grid->sheets[worksheet], row, column);
    return cell ? cell->text : (cs_text){0};
}

const struct cs_grid_choices *cs_plan_choices(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                              uint32_t column)
{
    uint32_t index = cs_ranges_find(&plan->places[worksheet].choices, row, column);
    return index == CS_NO_RANGE ? NULL : &plan->grid->sheets[worksheet].choices[index];
}

bool cs_plan_is_open(cs_text text)
{
    cs_text word;
    text = cs_text_trim(text);
    return text.size == 0 || cs_is_no_check(text) || cs_box_with_word(text, &word) < 0;
}

struct cs_fill_place cs_plan_answer_place(const struct cs_fill_plan *plan, const struct cs_fill_question *question)
{
    const struct cs_slot *slot = question->slot;
    struct cs_fill_place place = {slot->worksheet, slot->row, slot->question_column};
    if (question->cell != CS_NO_QUESTION) {
        const struct cs_fill_cell *cell = &plan->cells[question->cell];
        return (struct cs_fill_place){cell->worksheet, cell->row, cell->column};
    }
    enum cs_role role = question->reason == CS_FILL_NOT_TRANSLATED ? CS_ROLE_REMARK : CS_ROLE_ANSWER;
    for (uint32_t i = slot->column_count; i-- > 0;)
        if (slot->columns[i].role == role)
            place.column = slot->columns[i].column;
    for (uint32_t i = 0; i < slot->column_count && question->reason == CS_FILL_ALREADY_ANSWERED; i++)
        if (slot->columns[i].state != CS_STATE_NONE && slot->columns[i].state != question->answer->state &&
            !cs_plan_is_open(cs_plan_text(plan->grid, slot->worksheet, slot->row, slot->columns[i].column)))
            place.column = slot->columns[i].column;
    cs_plan_place(plan, place.worksheet, &place.row, &place.column);
    return place;
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

/* A planned cell of another question or of the preface at the same place; NULL if there is none. Questions are in row
 * order, so only the last ones are checked. */
static struct cs_fill_cell *other_at(const struct cs_fill_plan *plan, const struct cs_fill_cell *cell)
{
    enum { FARTHEST = 64 };
    for (uint32_t i = plan->cell_count, steps = 0; i-- > 0 && steps < FARTHEST; steps++) {
        struct cs_fill_cell *other = &plan->cells[i];
        if (other->worksheet == cell->worksheet && other->row == cell->row && other->column == cell->column)
            return other;
    }
    return NULL;
}

/* True for a FALSE in a column of check boxes none of which has been ticked. */
static bool is_unticked(const struct cs_planner *planner, const struct cs_fill_cell *cell)
{
    const struct cs_grid_cell *at = cs_grid_at(&planner->plan->grid->sheets[cell->worksheet], cell->row, cell->column);
    return at && at->form == CS_GRID_BOOL && cs_text_equal(at->text, CS_TEXT("FALSE")) &&
           !planner->plan->places[cell->worksheet].is_ticked[cell->column];
}

/* True for the content of an answer cell before it is answered: a box, a prompt to choose. */
static bool is_blank(const struct cs_planner *planner, const struct cs_fill_cell *cell)
{
    cs_text text = cs_text_trim(cell->before);
    return is_unticked(planner, cell) || text.size == 0 ||
           (cell->role == CS_ROLE_ANSWER &&
            (cs_is_empty_box(text) ||
             (cs_is_request(text) && cs_plan_choices(planner->plan, cell->worksheet, cell->row, cell->column))));
}

/* A cell shared by two questions with different answers: neither is written, since it would count for the other. */
static enum cs_fill_reason share(const struct cs_planner *planner, struct cs_fill_cell *other)
{
    struct cs_fill_plan *plan = planner->plan;
    struct cs_fill_question *question = other->question == CS_NO_QUESTION ? NULL : &plan->questions[other->question];
    other->reason = CS_FILL_SHARED;
    if (question && question->reason == CS_FILL_DONE) {
        question->reason = CS_FILL_SHARED;
        question->cell = (uint32_t)(other - plan->cells);
    }
    return CS_FILL_SHARED;
}

static enum cs_fill_reason reason_for(const struct cs_planner *planner, const struct cs_fill_cell *cell)
{
    const struct cs_fill_plan *plan = planner->plan;
    const struct cs_original_sheet *sheet = planner->original ? &planner->original->sheets[cell->worksheet] : NULL;
    struct cs_fill_cell *other = other_at(plan, cell);
    enum cs_splice_fault fault = cs_splice_fault(cell->text);
    if (other && !cs_text_equal(other->text, cell->text))
        return share(planner, other);
    if (sheet && (cs_original_formula_at(sheet, cell->row, cell->column) ||
                  cs_original_is_table_frame(sheet, cell->row, cell->column)))
        return CS_FILL_FORMULA;
    if (cell->is_same || other)
        return CS_FILL_DONE;
    if (sheet && cs_original_is_locked(planner->original, sheet, cell->row, cell->column))
        return CS_FILL_LOCKED;
    if (cell->before.size && !plan->options.replace_answers && !is_blank(planner, cell))
        return CS_FILL_ALREADY_ANSWERED;
    if (!cs_csv_can_hold(plan->grid, cell->text))
        return CS_FILL_NO_CHARACTER;
    return fault == CS_TEXT_FITS ? CS_FILL_DONE : fault == CS_TEXT_LONG ? CS_FILL_TOO_LONG : CS_FILL_NO_CHARACTER;
}

struct cs_fill_cell *cs_plan_add(struct cs_planner *planner, uint32_t question, uint32_t worksheet, uint32_t row,
                                 uint32_t column, enum cs_role role, cs_text text)
{
    struct cs_fill_plan *plan = planner->plan;
    cs_plan_place(plan, worksheet, &row, &column);
    struct cs_fill_cell cell = {.worksheet = worksheet,
                                .row = row,
                                .column = column,
                                .question = question,
                                .role = role,
                                .text = text,
                                .before = cs_plan_text(plan->grid, worksheet, row, column)};
    cell.is_same = cs_text_equal(cell.before, text);
    cell.reason = reason_for(planner, &cell);
    plan->cells = cs_grow(&planner->job->arena, plan->cells, plan->cell_count, &plan->cell_room, sizeof *plan->cells);
    plan->cells[plan->cell_count] = cell;
    return &plan->cells[plan->cell_count++];
}
