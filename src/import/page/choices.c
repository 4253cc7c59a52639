/* Answers given in columns: 実施 | 一部実施 | 未実施, with a check in one of them. */
#include "base/ascii.h"
#include "wording/boxes.h"
#include "wording/mark.h"
#include "import/page/page.h"

/* The one of a column's two titles that is an answer. */
static cs_text answer_of(const struct cs_page_column *column)
{
    return column->lower.size ? column->lower : column->upper.size ? column->upper : column->title;
}

static bool is_answer(const struct cs_page *page, uint32_t column)
{
    cs_text title = column < page->column_count ? answer_of(&page->columns[column]) : (cs_text){0};
    return title.size && cs_mark_state(page->job, title, &(enum cs_state){CS_STATE_NONE});
}

/* True for a column such as わからない next to はい | いいえ, below the same upper title. */
static bool is_beside(const struct cs_page *page, uint32_t column)
{
    const struct cs_page_column *at = column < page->column_count ? &page->columns[column] : NULL;
    return at && page->header_rows > 1 && at->upper.size == 0 && at->lower.size > 0 &&
           (at->role == CS_ROLES || at->by == CS_UNKNOWN || at->wanted == CS_ROLE_ANSWER);
}

/* True where answers begin that stand below another title before: はい | いいえ below 製品A and again below 製品B. */
static bool begins_anew(const struct cs_page *page, uint32_t first, uint32_t column)
{
    const struct cs_page_column *a = &page->columns[first], *b = &page->columns[column];
    return column > first && b->above.size && !cs_text_equal(a->above, b->above) &&
           cs_text_equal(answer_of(a), answer_of(b));
}

/* The end of a run of choices that begins at a column, exclusive; the column itself unless the run has two answers. */
static uint32_t end_of_run(const struct cs_page *page, uint32_t column)
{
    uint32_t end = column, answers = 0;
    for (uint32_t c = column; is_answer(page, c) || (c > column && is_beside(page, c)); c++) {
        if (begins_anew(page, column, c))
            break;
        answers += is_answer(page, c);
        end = answers > 1 ? c + 1 : end;
    }
    return end;
}

/* True if most rows hold something in more than one of the choices: 4 | 2 | 0. */
static bool has_scale(const struct cs_page *page, uint32_t from, uint32_t end)
{
    const struct cs_grid_cell *cells[CS_MOST_COLUMNS];
    uint32_t filled = 0, several = 0;
    for (uint32_t row = page->first; row <= page->last && row < page->grid->row_count && filled < 200; row++) {
        uint32_t count = 0;
        if (cs_page_row(page, row, cells) == 0)
            continue;
        for (uint32_t c = from; c < end; c++)
            count += cells[c] != NULL;
        filled += count > 0;
        several += count > 1;
    }
    return several > 2 && several * 2 > filled;
}

static void mark_run(struct cs_page *page, uint32_t from, uint32_t end, uint32_t run)
{
    enum { TOP = 9 };
    for (uint32_t i = from; i < end; i++) {
        struct cs_page_column *column = &page->columns[i];
        column->is_choice = true;
        column->run = run;
        column->state = CS_STATE_NONE;
        cs_mark_state(page->job, answer_of(column), &column->state);
        column->title = answer_of(column);
        column->role = i == from && run == 1 ? CS_ROLE_ANSWER : CS_ROLE_OTHER;
        column->is_second = i == from && run > 1;
        column->rank = TOP;
        column->by = column->by == CS_KNOWN_BY_FORM ? CS_KNOWN_BY_FORM : CS_KNOWN_BY_TITLE;
    }
}

/* True for choices of another time, or of somebody else, as far as the title over them tells. */
static bool is_of_others(const struct cs_page *page, uint32_t column)
{
    struct cs_title over = cs_title_read(page->titles, page->columns[column].above);
    return over.grade && over.role == CS_ROLE_OTHER;
}

/* What the cells of a column say if each is one box with the same word beside it. */
struct worded {
    cs_text word;
    uint32_t count; /* cells */
    bool is_other;  /* something else is in the column */
};

/* Reads the boxes of all columns; columns without one among the first rows, too, while others have some. */
static void read_boxes(const struct cs_page *page, struct worded *columns)
{
    enum { FIRST_ROWS = 20 };
    const struct cs_grid_sheet *grid = page->grid;
    uint32_t with_boxes = 0;
    for (uint32_t i = cs_grid_row_start(grid, page->first); i < grid->cell_count; i++) {
        const struct cs_grid_cell *cell = &grid->cells[i];
        if (cell->row > page->last || (with_boxes == 0 && cell->row - page->first > FIRST_ROWS))
            return;
        struct worded *column = &columns[cell->column < page->column_count ? cell->column : page->column_count];
        cs_text word;
        if (column->is_other || cs_text_trim(cell->text).size == 0)
            continue;
        bool is_box = cs_box_with_word(cell->text, &word) && (column->count == 0 || cs_text_equal(word, column->word));
        if (is_box) {
            with_boxes += column->count++ == 0;
            column->word = word;
        } else {
            with_boxes -= column->count > 0;
            column->is_other = true;
        }
    }
}

static bool is_choice(const struct cs_page *page, const struct worded *column)
{
    enum { FEWEST = 2 };
    return column->count >= FEWEST && !column->is_other &&
           cs_mark_state(page->job, column->word, &(enum cs_state){CS_STATE_NONE});
}

/* Where each answer has a box in a column of its own, ☐ はい | ☐ いいえ, the words beside the boxes are the titles. */
static void take_words(struct cs_page *page)
{
    struct worded *columns = cs_alloc_array(&page->job->arena, page->column_count + 2u, sizeof *columns);
    columns[page->column_count].is_other = true;
    read_boxes(page, columns);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        bool follows = c > page->left && is_choice(page, &columns[c - 1]);
        if (!is_choice(page, &columns[c]) || !(follows || is_choice(page, &columns[c + 1])))
            continue;
        if (!follows || !cs_text_equal(columns[c - 1].word, columns[c].word))
            page->columns[c].lower = columns[c].word;
    }
}

void cs_page_find_choices(struct cs_page *page)
{
    take_words(page);
    uint32_t first = CS_NO_COLUMN, runs = 0;
    for (uint32_t c = page->left; c < page->column_count; c++) {
        uint32_t end = end_of_run(page, c);
        if (end == c || (runs && !begins_anew(page, first, c)) || (is_of_others(page, c) && begins_anew(page, c, end)))
            continue;
        first = runs ? first : c;
        mark_run(page, c, end, ++runs);
        if (runs == 1)
            page->has_scale = has_scale(page, c, end);
        c = end - 1;
    }
}

/* True for a figure that is in every row of a choice column. */
static bool is_figure(cs_text cell)
{
    for (size_t i = 0; i < cell.size; i++)
        if (!cs_is_digit(cell.bytes[i]) && cell.bytes[i] != '-')
            return false;
    return cell.size > 0;
}

cs_text cs_page_choose(const struct cs_page *page, uint32_t column, cs_text cell, cs_text answer)
{
    struct cs_buf text = {0};
    cs_text word;
    int box = cs_box_with_word(cell, &word);
    bool is_check = cs_is_check(cell) || (box > 0 && cs_text_equal(word, page->columns[column].title));
    if (box < 0 || cs_is_no_check(cell) || (page->has_scale && is_figure(cell)))
        return answer;
    cs_buf_add(&text, answer);
    cs_buf_add(&text, answer.size ? CS_TEXT("・") : (cs_text){0}); /* two checked answers contradict each other */
    cs_buf_add(&text, page->columns[column].title);
    cs_buf_add(&text, is_check ? (cs_text){0} : CS_TEXT(" "));
    cs_buf_add(&text, is_check ? (cs_text){0} : cell);
    return cs_buf_take(&page->job->arena, &text);
}
