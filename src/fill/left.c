/* Findings about what a plan leaves to a person, each with its cell. */
#include "fill/plan.h"
#include "fill/words.h"
#include "wording/wording.h"
#include "base/messages_fill.h"

/* The message of each reason. */
static const cs_message messages[CS_FILL_REASONS] = {
    [CS_FILL_UNANSWERED] = CS_MESSAGE_FILL_UNANSWERED,
    [CS_FILL_NOT_CONFIRMED] = CS_MESSAGE_FILL_NOT_CONFIRMED,
    [CS_FILL_NUMBER_DOUBTFUL] = CS_MESSAGE_FILL_NUMBER_DOUBTFUL,
    [CS_FILL_ABOVE_LEVEL] = CS_MESSAGE_FILL_ABOVE_LEVEL,
    [CS_FILL_WITHHELD] = CS_MESSAGE_FILL_WITHHELD,
    [CS_FILL_HELD_BACK] = CS_MESSAGE_FILL_HELD,
    [CS_FILL_FORMULA] = CS_MESSAGE_FILL_FORMULA,
    [CS_FILL_LOCKED] = CS_MESSAGE_FILL_LOCKED,
    [CS_FILL_ALREADY_ANSWERED] = CS_MESSAGE_FILL_ALREADY_ANSWERED,
    [CS_FILL_SHARED] = CS_MESSAGE_FILL_SHARED,
    [CS_FILL_NO_WORD] = CS_MESSAGE_FILL_NO_WORD,
    [CS_FILL_NO_PLACE] = CS_MESSAGE_FILL_NO_PLACE,
    [CS_FILL_NO_PRODUCT] = CS_MESSAGE_FILL_NO_PRODUCT,
    [CS_FILL_NOT_TRANSLATED] = CS_MESSAGE_FILL_NOT_TRANSLATED,
    [CS_FILL_NO_CHARACTER] = CS_MESSAGE_FILL_NO_CHARACTER,
    [CS_FILL_TOO_LONG] = CS_MESSAGE_FILL_TOO_LONG,
    [CS_FILL_BY_HAND] = CS_MESSAGE_FILL_BY_HAND,
    [CS_FILL_CHOICE] = CS_MESSAGE_FILL_CHOICE,
};

cs_text cs_fill_reason_slug(enum cs_fill_reason reason)
{
    return reason == CS_FILL_DONE ? (cs_text){0} : cs_rule_slug(cs_message_rule(messages[reason]));
}

/* --- places ------------------------------------------------------------------------------------------------------- */

/* D12, or Sheet!D12 in a workbook of several worksheets. */
static cs_text cell_name(struct cs_job *job, const struct cs_grid *grid, uint32_t worksheet, uint32_t row,
                         uint32_t column)
{
    struct cs_buf name = {0};
    cs_text address = cs_grid_address(job, row, column);
    if (grid->sheet_count < 2)
        return address;
    cs_buf_add(&name, grid->sheets[worksheet].name);
    cs_buf_add_byte(&name, '!');
    cs_buf_add(&name, address);
    return cs_buf_take(&job->arena, &name);
}

/* The source span of a row, for display: its question, or else its first cell. */
static struct cs_span span_of(struct cs_job *job, const struct cs_grid *grid, uint32_t worksheet, uint32_t row,
                              uint32_t column)
{
    struct cs_grid_sheet *sheet = &grid->sheets[worksheet];
    const struct cs_grid_cell *cell = cs_grid_at(sheet, row, column);
    uint32_t first = cs_grid_row_start(sheet, row);
    if (!cell && first < sheet->cell_count && sheet->cells[first].row == row)
        cell = &sheet->cells[first];
    return cell ? cs_grid_span(job, grid, sheet, cell) : (struct cs_span){grid->file, 0, 0};
}

/* Reports a message about a cell, displaying the row of the question. */
static void report_at(struct cs_job *job, const struct cs_fill_plan *plan, cs_message message,
                      const struct cs_fill_place *cell, struct cs_span shown, const cs_text arguments[4])
{
    struct cs_finding *finding = cs_report_with(job, message, shown, arguments);
    finding->sheet = cell->worksheet + 1;
    finding->whole_file = shown.source == plan->grid->file && plan->grid->format == CS_GRID_XLSX;
    if (plan->grid->format == CS_GRID_XLSX)
        finding->cell = cell_name(job, plan->grid, cell->worksheet, cell->row, cell->column);
}

/* --- questions ---------------------------------------------------------------------------------------------------- */

static cs_text name_of(struct cs_job *job, const struct cs_fill_question *question)
{
    const struct cs_slot *slot = question->slot;
    if (slot->item == CS_NO_ITEM)
        return slot->number.size ? slot->number : slot->question;
    const cs_text names[] = {cs_catalog_item_name(job, slot->catalog, &slot->catalog->items[slot->item]),
                             question->product};
    return cs_texts_join(job, names, question->product.size ? 2 : 1, CS_TEXT(" "));
}

/* The beginning of a text on one line. */
static cs_text shortened(struct cs_job *job, cs_text text)
{
    enum { LONGEST = 40 };
    struct cs_buf out = {0};
    for (int i = 0; text.size; i++) {
        cs_text from = text;
        uint32_t point = cs_text_next(&text);
        if (i == LONGEST) {
            cs_buf_add(&out, CS_TEXT("..."));
            break;
        }
        cs_buf_add(&out, point < 0x20 ? CS_TEXT(" ") : (cs_text){from.bytes, from.size - text.size});
    }
    return cs_buf_take(&job->arena, &out);
}

/* The words that the form offers instead: those of its list, or the titles of its columns. */
static cs_text words_of(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_question *question,
                        const struct cs_fill_place *place)
{
    const struct cs_grid_choices *choices = cs_plan_choices(plan, place->worksheet, place->row, place->column);
    struct cs_buf out = {0};
    for (uint32_t i = 0; choices && i < choices->count; i++) {
        cs_buf_add(&out, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&out, choices->texts[i]);
    }
    for (uint32_t i = 0; !choices && i < question->slot->column_count; i++)
        if (question->slot->columns[i].state != CS_STATE_NONE) {
            cs_buf_add(&out, out.size ? CS_TEXT(" ") : (cs_text){0});
            cs_buf_add(&out, question->slot->columns[i].title);
        }
    for (uint32_t i = 0; out.size == 0 && i < question->slot->column_count; i++)
        if (question->slot->columns[i].role == CS_ROLE_ANSWER)
            cs_buf_add(&out, cs_plan_text(plan->grid, place->worksheet, place->row, place->column).size
                                 ? (cs_text){0}
                                 : question->slot->columns[i].title);
    if (out.size == 0)
        cs_buf_add(&out, cs_plan_text(plan->grid, place->worksheet, place->row, place->column));
    cs_text copy = shortened(job, cs_buf_text(&out));
    cs_buf_free(&out);
    return copy.size ? copy : CS_TEXT("?");
}

static cs_text length_of(struct cs_job *job, cs_text text)
{
    struct cs_buf out = {0};
    cs_buf_print(&out, "%zu", cs_text_utf16_length(text));
    return cs_buf_take(&job->arena, &out);
}

/* The message about an unconfirmed match, and its arguments. */
static cs_message not_confirmed(struct cs_job *job, const struct cs_slot *slot, cs_text arguments[4])
{
    if (slot->likely.size) {
        arguments[0] = slot->likely;
        arguments[1] = slot->why;
        arguments[2] = slot->confirm;
        if (slot->why.size == 0)
            return CS_MESSAGE_FILL_RESEMBLES;
        return slot->confirm.size ? CS_MESSAGE_FILL_LIKELY : CS_MESSAGE_FILL_LIKELY_ELSEWHERE;
    }
    if (slot->item != CS_NO_ITEM)
        return CS_MESSAGE_FILL_RESEMBLES;
    arguments[0] = shortened(job, slot->question.size ? slot->question : slot->number);
    return CS_MESSAGE_FILL_NOT_CONFIRMED;
}

/* The message about a number whose text may not be its item's, and its arguments, among them the most similar item if
 * that is another one. */
static cs_message number_doubtful(const struct cs_slot *slot, cs_text arguments[4])
{
    bool is_own = slot->item != CS_NO_ITEM && cs_text_starts(slot->likely, arguments[0]) &&
                  cs_text_starts(cs_text_skip(slot->likely, arguments[0].size), CS_TEXT(" ("));
    uint32_t count = 1;
    if (slot->confirm.size == 0)
        return CS_MESSAGE_FILL_NUMBER_DOUBTFUL;
    if (!is_own)
        arguments[count++] = slot->likely;
    arguments[count++] = slot->why;
    arguments[count] = slot->confirm;
    return is_own ? CS_MESSAGE_FILL_NUMBER_REWORDED : CS_MESSAGE_FILL_NUMBER_LIKELY;
}

/* The questions that have a column for the same product in the same table. */
static bool is_same_column(const struct cs_fill_question *a, const struct cs_fill_question *b)
{
    return a->reason == b->reason && a->whole->columns == b->whole->columns && cs_text_equal(a->product, b->product);
}

/* True if a column of a product that the profile does not have was reported with a question before. */
static bool is_reported(const struct cs_fill_plan *plan, uint32_t question)
{
    bool found = false;
    for (uint32_t i = question; i-- > 0 && !found && plan->questions[question].reason == CS_FILL_NO_PRODUCT;)
        found = is_same_column(&plan->questions[i], &plan->questions[question]);
    return found;
}

/* The message for a product that the profile does not have, and its arguments. */
static cs_message no_product(struct cs_job *job, const struct cs_fill_plan *plan,
                             const struct cs_fill_question *question, cs_text arguments[4])
{
    const struct cs_profile *profile = plan->profile;
    struct cs_buf count = {0};
    uint32_t questions = 0;
    for (uint32_t i = 0; i < plan->question_count; i++)
        questions += is_same_column(&plan->questions[i], question);
    cs_buf_print(&count, "%u", (unsigned)questions);
    arguments[0] = question->product;
    arguments[1] = cs_buf_take(&job->arena, &count);
    arguments[2] = cs_texts_join(job, profile->products, profile->product_count, CS_TEXT(", "));
    return profile->product_count ? CS_MESSAGE_FILL_NO_PRODUCT_OF : CS_MESSAGE_FILL_NO_PRODUCT;
}

/* True for a cell with a list of choices that is not in the grid: INDIRECT and the like. */
static bool has_unread_list(const struct cs_fill_plan *plan, const struct cs_fill_place *place)
{
    return plan->original && !cs_plan_choices(plan, place->worksheet, place->row, place->column) &&
           cs_original_has_list(&plan->original->sheets[place->worksheet], place->row, place->column);
}

static void report_question(struct cs_job *job, const struct cs_fill_plan *plan,
                            const struct cs_fill_question *question)
{
    const struct cs_slot *slot = question->slot;
    struct cs_fill_place place = cs_plan_answer_place(plan, question);
    const struct cs_fill_cell *cell = question->cell == CS_NO_QUESTION ? NULL : &plan->cells[question->cell];
    cs_message message = messages[question->reason];
    cs_text arguments[4] = {name_of(job, question)};
    switch (question->reason) {
    case CS_FILL_NOT_CONFIRMED:
        message = not_confirmed(job, slot, arguments);
        break;
    case CS_FILL_NUMBER_DOUBTFUL:
        message = number_doubtful(slot, arguments);
        break;
    case CS_FILL_ABOVE_LEVEL:
        arguments[0] = slot->beyond;
        arguments[1] = slot->level;
        break;
    case CS_FILL_HELD_BACK:
        message = question->answer->held == CS_HELD_FOR_APPROVAL ? CS_MESSAGE_FILL_NOT_APPROVED : message;
        break;
    case CS_FILL_ALREADY_ANSWERED:
        arguments[1] =
            shortened(job, cell ? cell->before : cs_plan_text(plan->grid, place.worksheet, place.row, place.column));
        break;
    case CS_FILL_CHOICE:
        arguments[1] = shortened(job, cs_plan_text(plan->grid, place.worksheet, place.row, place.column));
        break;
    case CS_FILL_NO_WORD:
        message = has_unread_list(plan, &place) ? CS_MESSAGE_FILL_LIST : message;
        arguments[1] = cs_state_label(question->answer->state, job->language);
        arguments[2] = words_of(job, plan, question, &place);
        break;
    case CS_FILL_NOT_TRANSLATED:
        arguments[1] = cs_language_code(plan->options.language);
        break;
    case CS_FILL_TOO_LONG:
        arguments[1] = length_of(job, cell ? cell->text : (cs_text){0});
        break;
    case CS_FILL_NO_PRODUCT:
        message = no_product(job, plan, question, arguments);
        break;
    case CS_FILL_DONE:
    case CS_FILL_UNANSWERED:
    case CS_FILL_WITHHELD:
    case CS_FILL_FORMULA:
    case CS_FILL_LOCKED:
    case CS_FILL_SHARED:
    case CS_FILL_NO_PLACE:
    case CS_FILL_NO_CHARACTER:
    case CS_FILL_BY_HAND:
    case CS_FILL_REASONS:
        break;
    }
    struct cs_span shown = span_of(job, plan->grid, slot->worksheet, slot->question_row, slot->question_column);
    report_at(job, plan, message, &place, shown, arguments);
}

/* --- totals and rows ---------------------------------------------------------------------------------------------- */

/* Summary!B2:B7, Summary!D9, ...: consecutive cells of a column as a range. */
static cs_text names_of(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_place *places,
                        uint32_t count)
{
    enum { MOST = 6 };
    struct cs_buf out = {0};
    uint32_t named = 0;
    for (uint32_t i = 0, end; i < count && named <= MOST; i = end, named++) {
        const struct cs_fill_place *first = &places[i];
        for (end = i + 1; end < count && places[end].worksheet == first->worksheet &&
                          places[end].column == first->column && places[end].row == places[end - 1].row + 1;)
            end++;
        cs_buf_add(&out, i ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add(&out, named == MOST ? CS_TEXT("...")
                                       : cell_name(job, plan->grid, first->worksheet, first->row, first->column));
        if (end > i + 1 && named < MOST) {
            cs_buf_add_byte(&out, ':');
            cs_buf_add(&out, cs_grid_address(job, places[end - 1].row, first->column));
        }
    }
    return cs_buf_take(&job->arena, &out);
}

static void report_whole(struct cs_job *job, const struct cs_fill_plan *plan, cs_message message, uint32_t count,
                         cs_text names)
{
    struct cs_buf number = {0};
    cs_buf_print(&number, "%u", (unsigned)count);
    cs_report(job, message, ((struct cs_span){plan->grid->file, 0, 0}), cs_buf_text(&number), names)->whole_file = true;
    cs_buf_free(&number);
}

/* --- what is hidden ----------------------------------------------------------------------------------------------- */

/* True if a sorted list has a number. */
static bool has_number(const uint32_t *list, uint32_t count, uint32_t number)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (list[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && list[low] == number;
}

static bool is_hidden(const struct cs_grid_sheet *sheet, const struct cs_fill_cell *cell)
{
    return has_number(sheet->hidden_rows, sheet->hidden_row_count, cell->row) ||
           has_number(sheet->hidden_columns, sheet->hidden_column_count, cell->column);
}

static void report_hidden(struct cs_job *job, const struct cs_fill_plan *plan)
{
    struct cs_fill_place *places = cs_alloc_array(&job->arena, plan->cell_count + 1u, sizeof *places);
    uint32_t count = 0;
    for (uint32_t i = 0; i < plan->cell_count; i++) {
        const struct cs_fill_cell *cell = &plan->cells[i];
        if (cell->reason == CS_FILL_DONE && is_hidden(&plan->grid->sheets[cell->worksheet], cell))
            places[count++] = (struct cs_fill_place){cell->worksheet, cell->row, cell->column};
    }
    if (count)
        report_whole(job, plan, CS_MESSAGE_FILL_HIDDEN_CELLS, count, names_of(job, plan, places, count));
    for (uint32_t i = 0; i < plan->unread; i++) {
        const struct cs_fill_place place = {.worksheet = plan->slots->unread[i]};
        const cs_text arguments[4] = {plan->grid->sheets[place.worksheet].name};
        report_at(job, plan, CS_MESSAGE_FILL_HIDDEN_SHEET, &place, span_of(job, plan->grid, place.worksheet, 0, 0),
                  arguments);
    }
}

/* --- columns aside ------------------------------------------------------------------------------------------------ */

static void report_asides(struct cs_job *job, const struct cs_fill_plan *plan)
{
    struct cs_fill_aside *asides;
    uint32_t count = cs_fill_find_asides(job, plan, &asides);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_fill_place *place = &asides[i].place;
        struct cs_buf number = {0};
        cs_buf_print(&number, "%u", (unsigned)asides[i].count);
        const cs_text arguments[4] = {asides[i].title, cs_buf_text(&number)};
        report_at(job, plan, asides[i].message, place,
                  span_of(job, plan->grid, place->worksheet, place->row, place->column), arguments);
        cs_buf_free(&number);
    }
}

void cs_fill_report(struct cs_job *job, const struct cs_fill_plan *plan)
{
    for (uint32_t i = 0; i < plan->question_count; i++)
        if (plan->questions[i].reason != CS_FILL_DONE && !is_reported(plan, i))
            report_question(job, plan, &plan->questions[i]);
    report_asides(job, plan);
    report_hidden(job, plan);
    if (plan->unproven)
        report_whole(job, plan, CS_MESSAGE_FILL_EVIDENCE, plan->unproven, (cs_text){0});
    if (plan->cut_count)
        report_whole(job, plan, CS_MESSAGE_FILL_ROW_CUT, plan->cut_count,
                     names_of(job, plan, plan->cut, plan->cut_count));
    if (plan->total_count)
        report_whole(job, plan, CS_MESSAGE_FILL_TOTALS, plan->total_count,
                     names_of(job, plan, plan->totals, plan->total_count));
}
