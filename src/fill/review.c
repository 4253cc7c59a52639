/* The review of a fill, as a sheet for whoever approves it. First comes what is left, then what was matched by text
 * alone, then everything else, each in the order of the form. */
#include "fill/plan.h"
#include "wording/wording.h"
#include "base/control.h"
#include "checksheet/sheet_words.h"

enum column { CELL, QUESTION, BEFORE, ANSWER, REMARK, ITEM, FOUND, FROM, REVIEWED, OWNER, LEFT, CHECKED, COLUMNS };

static const struct {
    enum cs_role role;
    cs_word_id title; /* CS_WORDS: the role's own title */
    double width;
} columns[COLUMNS] = {
    [CELL] = {CS_ROLE_NUMBER, CS_WORD_REVIEW_CELL, 16},
    [QUESTION] = {CS_ROLE_QUESTION, CS_WORDS, 40},
    [BEFORE] = {CS_ROLE_OTHER, CS_WORD_REVIEW_BEFORE, 14},
    [ANSWER] = {CS_ROLE_OTHER, CS_WORD_REVIEW_WRITTEN, 14},
    [REMARK] = {CS_ROLE_REMARK, CS_WORDS, 40},
    [ITEM] = {CS_ROLE_REF, CS_WORDS, 12},
    [FOUND] = {CS_ROLE_OTHER, CS_WORD_REVIEW_FOUND, 14},
    [FROM] = {CS_ROLE_OTHER, CS_WORD_REVIEW_FROM, 18},
    [REVIEWED] = {CS_ROLE_REVIEWED, CS_WORDS, 12},
    [OWNER] = {CS_ROLE_OWNER, CS_WORDS, 10},
    [LEFT] = {CS_ROLE_OTHER, CS_WORD_REVIEW_LEFT, 28},
    [CHECKED] = {CS_ROLE_OTHER, CS_WORD_REVIEW_CHECKED, 8},
};

struct reviewer {
    struct cs_job *job;
    const struct cs_fill_plan *plan;
    enum cs_language language;
    struct cs_sheet *sheet;
};

static const struct cs_fill_cell *cell_of(const struct cs_fill_plan *plan, const struct cs_fill_question *question,
                                          enum cs_role role)
{
    for (uint32_t i = 0; i < question->cell_count; i++)
        if (plan->cells[question->first_cell + i].role == role)
            return &plan->cells[question->first_cell + i];
    return NULL;
}

static cs_text written(const struct cs_fill_cell *cell)
{
    return cell && cell->reason == CS_FILL_DONE ? cell->text : (cs_text){0};
}

/* Sheet!D12: the answer's cell. */
static cs_text place_of(const struct reviewer *reviewer, const struct cs_fill_question *question)
{
    const struct cs_grid *grid = reviewer->plan->grid;
    struct cs_fill_place place = cs_plan_answer_place(reviewer->plan, question);
    const struct cs_fill_cell *cell = cell_of(reviewer->plan, question, CS_ROLE_ANSWER);
    struct cs_buf name = {0};
    if (cell)
        place = (struct cs_fill_place){cell->worksheet, cell->row, cell->column};
    cs_buf_add(&name, grid->sheet_count > 1 ? grid->sheets[place.worksheet].name : (cs_text){0});
    cs_buf_add(&name, grid->sheet_count > 1 ? CS_TEXT("!") : (cs_text){0});
    cs_buf_add(&name, cs_grid_address(reviewer->job, place.row, place.column));
    cs_text copy = cs_buf_copy(&reviewer->job->arena, &name);
    cs_buf_free(&name);
    return copy;
}

/* A text followed by another one. */
static cs_text with_more(const struct reviewer *reviewer, cs_text text, cs_text more)
{
    const cs_text both[] = {text, more};
    return more.size ? cs_texts_join(reviewer->job, both, 2, CS_TEXT(": ")) : text;
}

/* Why a question is left, with the name of the rule: the meaning of the rule, or the item that the question may be. */
static cs_text reason_of(const struct reviewer *reviewer, const struct cs_fill_question *question)
{
    cs_rule rule;
    cs_text slug = cs_fill_reason_slug(question->reason);
    bool is_likely = question->reason == CS_FILL_NOT_CONFIRMED && question->slot->likely.size;
    struct cs_buf words = {0};
    if (!cs_rule_find(slug, &rule))
        return (cs_text){0};
    cs_buf_add(&words, is_likely ? with_more(reviewer, question->slot->likely, question->slot->why)
                                 : cs_rule_meaning(rule, (int)reviewer->language));
    cs_buf_add(&words, CS_TEXT(" ["));
    cs_buf_add(&words, slug);
    cs_buf_add(&words, CS_TEXT("]"));
    return cs_buf_take(&reviewer->job->arena, &words);
}

/* acme.yaml:12 */
static cs_text source_of(struct cs_job *job, const struct cs_answer *answer)
{
    struct cs_buf place = {0};
    if (!answer || !answer->key.source)
        return (cs_text){0};
    cs_buf_add_name(&place, answer->key.source->path);
    cs_buf_print(&place, ":%u", (unsigned)cs_source_place(answer->key.source, answer->key.start).line);
    return cs_buf_take(&job->arena, &place);
}

static cs_text found_by(const struct reviewer *reviewer, const struct cs_slot *slot)
{
    static const cs_word_id words[CS_SLOT_KNOWNS] = {
        [CS_SLOT_UNKNOWN] = CS_WORD_FOUND_NOT,       [CS_SLOT_BY_NUMBER] = CS_WORD_FOUND_BY_NUMBER,
        [CS_SLOT_BY_TEXT] = CS_WORD_FOUND_BY_TEXT,   [CS_SLOT_CONFIRMED] = CS_WORD_FOUND_CONFIRMED,
        [CS_SLOT_DOUBTFUL] = CS_WORD_FOUND_DOUBTFUL, [CS_SLOT_GUESSED] = CS_WORD_FOUND_GUESSED};
    return cs_word(words[slot->item == CS_NO_ITEM ? CS_SLOT_UNKNOWN : slot->known], reviewer->language);
}

/* What stands in the cell that a question was left because of, where nothing was planned for it. */
static cs_text before_of(const struct cs_fill_plan *plan, const struct cs_fill_question *question)
{
    struct cs_fill_place place = cs_plan_answer_place(plan, question);
    bool is_of_cell = question->reason == CS_FILL_CHOICE || question->reason == CS_FILL_ALREADY_ANSWERED ||
                      question->reason == CS_FILL_NO_WORD;
    return is_of_cell ? cs_plan_text(plan->grid, place.worksheet, place.row, place.column) : (cs_text){0};
}

/* METI 6-8, and for a product column its product. */
static cs_text item_of(const struct reviewer *reviewer, const struct cs_fill_question *question)
{
    const struct cs_slot *slot = question->slot;
    const cs_text names[] = {cs_catalog_item_name(reviewer->job, slot->catalog, &slot->catalog->items[slot->item]),
                             question->product};
    return cs_texts_join(reviewer->job, names, question->product.size ? 2 : 1, CS_TEXT(" "));
}

/* The cell of a role that the products of a question share. It comes with one of the last of them. */
static const struct cs_fill_cell *shared_cell(const struct cs_fill_plan *plan, const struct cs_fill_question *question,
                                              enum cs_role role)
{
    const struct cs_fill_question *end = plan->questions + plan->question_count;
    for (uint32_t i = 0; i < question->slot->column_count; i++)
        if (question->slot->columns[i].role == role && question->slot->columns[i].product.size)
            return NULL; /* it has one of its own */
    const struct cs_fill_cell *cell = NULL;
    for (const struct cs_slot *whole = question->whole; question < end && question->whole == whole && !cell; question++)
        cell = cell_of(plan, question, role);
    return cell;
}

static void fill_answer(const struct reviewer *reviewer, const struct cs_fill_question *question, struct cs_cell *cells)
{
    const struct cs_catalog *catalog = question->slot->catalog;
    const struct cs_fill_cell *answer = cell_of(reviewer->plan, question, CS_ROLE_ANSWER);
    if (!answer) /* not applicable, and nothing more */
        answer = cell_of(reviewer->plan, question, CS_ROLE_APPLICABLE);
    cells[BEFORE].text = answer ? answer->before : before_of(reviewer->plan, question);
    cells[ANSWER].text = written(answer);
    const struct cs_fill_cell *remark = cell_of(reviewer->plan, question, CS_ROLE_REMARK);
    cells[REMARK].text = written(remark ? remark : shared_cell(reviewer->plan, question, CS_ROLE_REMARK));
    if (question->reason != CS_FILL_NO_PRODUCT)
        cells[FROM].text = source_of(reviewer->job, question->answer);
    if (question->slot->item != CS_NO_ITEM)
        cells[ITEM].text = item_of(reviewer, question);
    if (!question->answer || question->reason == CS_FILL_NO_PRODUCT)
        return;
    cells[REVIEWED].text = cs_date_text(reviewer->job, question->answer->reviewed);
    cells[OWNER].text = question->answer->owner;
    if (cells[ANSWER].text.size)
        cells[ANSWER].tone = cs_answer_tone(&catalog->items[question->answer->item], question->answer->state);
}

static void add_question(struct reviewer *reviewer, const struct cs_fill_question *question)
{
    struct cs_row *row = cs_sheet_add_row(reviewer->job, reviewer->sheet, CS_ROW_ITEM, COLUMNS);
    row->key = row->cells[CELL].text = place_of(reviewer, question);
    row->cells[QUESTION].text = question->slot->question;
    row->cells[FOUND].text = with_more(reviewer, found_by(reviewer, question->slot), question->slot->over);
    row->cells[LEFT].text = reason_of(reviewer, question);
    row->cells[LEFT].tone = question->reason == CS_FILL_DONE ? CS_TONE_PLAIN : CS_TONE_PARTIAL;
    fill_answer(reviewer, question, row->cells);
}

/* 0 for a question that is left, 1 for one matched by text alone, 2 for all others. */
static int rank_of(const struct cs_fill_question *question)
{
    if (question->reason != CS_FILL_DONE)
        return 0;
    return question->slot->known == CS_SLOT_BY_NUMBER || question->slot->known == CS_SLOT_CONFIRMED ? 2 : 1;
}

static void add_head(struct reviewer *reviewer)
{
    struct cs_sheet *sheet = reviewer->sheet;
    enum cs_role roles[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        roles[i] = columns[i].role;
    cs_sheet_set_columns(reviewer->job, sheet, roles, COLUMNS);
    for (int i = 0; i < COLUMNS; i++) {
        sheet->columns[i].width = columns[i].width;
        if (columns[i].title != CS_WORDS)
            sheet->columns[i].title = cs_word(columns[i].title, reviewer->language);
    }
    sheet->title = cs_word(CS_WORD_REVIEW, reviewer->language);
    struct cs_row *title = cs_sheet_add_row(reviewer->job, sheet, CS_ROW_TITLE, 1);
    title->cells[0].text = sheet->title;
    cs_sheet_add_fact(reviewer->job, sheet, cs_word(CS_WORD_SOURCE, reviewer->language),
                      reviewer->plan->grid->file->path);
    cs_sheet_add_header(reviewer->job, sheet);
}

struct cs_sheet *cs_fill_review(struct cs_job *job, const struct cs_fill_plan *plan, enum cs_language language)
{
    struct cs_sheet *sheet = cs_sheet_new(job, language);
    struct reviewer reviewer = {job, plan, language, sheet};
    sheet->has_whole_head = true;
    add_head(&reviewer);
    for (int rank = 0; rank < 3; rank++)
        for (uint32_t i = 0; i < plan->question_count; i++)
            if (rank_of(&plan->questions[i]) == rank)
                add_question(&reviewer, &plan->questions[i]);
    return sheet;
}
