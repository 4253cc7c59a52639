/* See offered.h. */
#include "import/offered.h"
#include "import/listed.h"
#include "wording/boxes.h"
#include "wording/mark.h"

enum { FEWEST = 2, MOST = 52, LONGEST = 120 /* bytes */, MOST_STEPS = 4000000 };

/* Takes a whole number of up to 99 off the beginning of a text; -1 if there is none. */
static int take_figure(cs_text *text)
{
    int figure = -1;
    *text = cs_text_trim(*text);
    while (text->size && text->bytes[0] >= '0' && text->bytes[0] <= '9' && figure < 10) {
        figure = (figure < 0 ? 0 : figure * 10) + (text->bytes[0] - '0');
        *text = cs_text_skip(*text, 1);
    }
    return figure;
}

enum { LONGEST_SCALE = 10 };

/* The figures of a scale in the title of the answer column: Maturity (0-5), 成熟度（1～5）. */
static uint32_t scale_of(struct cs_job *job, cs_text title, cs_text words[LONGEST_SCALE + 1])
{
    static const cs_text between[] = {CS_LITERAL("-"), CS_LITERAL("\xe2\x80\x93"), CS_LITERAL("~"), CS_LITERAL("to")};
    title = cs_text_fold(&job->arena, title);
    ptrdiff_t at = cs_text_find(title, CS_TEXT("("));
    cs_text rest = at < 0 ? (cs_text){0} : cs_text_skip(title, (size_t)at + 1);
    int first = take_figure(&rest);
    size_t sign = 0;
    rest = cs_text_trim(rest);
    while (sign < sizeof between / sizeof *between && !cs_text_starts(rest, between[sign]))
        sign++;
    if (first < 0 || sign == sizeof between / sizeof *between)
        return 0;
    rest = cs_text_skip(rest, between[sign].size);
    int last = take_figure(&rest);
    if (last <= first || last - first > LONGEST_SCALE || !cs_text_starts(cs_text_trim(rest), CS_TEXT(")")))
        return 0;
    for (int figure = first; figure <= last; figure++) {
        struct cs_buf word = {0};
        cs_buf_print(&word, "%d", figure);
        words[figure - first] = cs_buf_take(&job->arena, &word);
    }
    return (uint32_t)(last - first + 1);
}

/* Finds the list of each row, up to the last row that holds something. */
static void look_at(struct cs_offered *offered, const struct cs_page *page)
{
    const struct cs_grid_sheet *grid = page->grid;
    uint32_t column = page->of_role[CS_ROLE_ANSWER], steps = 0;
    offered->page = page;
    cs_text *scale = cs_alloc_array(&page->job->arena, LONGEST_SCALE + 1, sizeof *scale);
    offered->scale = scale;
    offered->scale_count = column == CS_NO_COLUMN ? 0 : scale_of(page->job, page->columns[column].title, scale);
    offered->listed = cs_listed_column(page);
    offered->of_rows = NULL;
    if (grid->choice_count == 0)
        return;
    offered->of_rows = cs_alloc_array(&page->job->arena, grid->row_count + 1u, sizeof *offered->of_rows);
    for (uint32_t i = 0; i < grid->choice_count; i++) {
        const struct cs_grid_merge *range = &grid->choices[i].range;
        if (column < range->column || column > range->last_column)
            continue;
        for (uint32_t row = range->row; row <= range->last_row && row < grid->row_count && steps < MOST_STEPS; row++) {
            offered->of_rows[row] = &grid->choices[i];
            steps++;
        }
    }
}

/* The words of a list that can be choices of a catalog; 0 if one of them cannot, or if the list says yes and no. */
static uint32_t own_words(struct cs_job *job, const struct cs_grid_choices *choices, cs_text words[MOST])
{
    unsigned seen = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < choices->count; i++) {
        enum cs_state state;
        cs_text word = cs_text_trim(choices->texts[i]);
        if (word.size == 0 || cs_is_request(word))
            continue;
        if (count == MOST || word.size > LONGEST || cs_text_find(word, CS_TEXT("\n")) >= 0)
            return 0;
        for (uint32_t k = 0; k < count; k++)
            if (cs_text_equal(words[k], word))
                return 0;
        seen |= cs_mark_state(job, word, &state) ? 1u << state : 0;
        words[count++] = word;
    }
    bool is_yes_or_no = (seen & 1u << CS_STATE_OK) && (seen & 1u << CS_STATE_NG);
    return is_yes_or_no || count < FEWEST ? 0 : count;
}

/* The choices that the form lists for a line in a column of their own. */
static struct cs_grid_choices list_of(const struct cs_offered *offered, const struct cs_line *line)
{
    const struct cs_page *page = line->page;
    const struct cs_grid_cell *cell =
        offered->listed == CS_NO_COLUMN ? NULL : cs_grid_at(page->grid, line->row, offered->listed);
    if (!cell)
        return (struct cs_grid_choices){0};
    cs_text *texts = cs_alloc_array(&page->job->arena, MOST, sizeof *texts);
    return (struct cs_grid_choices){.texts = texts, .count = cs_listed_read(page->job, cell->text, texts, MOST)};
}

/* True where the form explains most of the words as signs. */
static bool is_explained(const struct cs_legend *legend, const cs_text *words, uint32_t count)
{
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++) {
        size_t size;
        known += cs_legend_find(legend, words[i], &size) != NULL;
    }
    return known >= FEWEST && known * 2 >= count;
}

void cs_offered_set(struct cs_offered *offered, const struct cs_line *line, struct cs_row *row)
{
    struct cs_job *job = line->page->job;
    cs_text words[MOST];
    if (offered->page != line->page)
        look_at(offered, line->page);
    const struct cs_grid_choices *choices =
        offered->of_rows && line->answer_row < line->page->grid->row_count ? offered->of_rows[line->answer_row] : NULL;
    struct cs_grid_choices list = list_of(offered, line);
    if (!choices && list.count)
        choices = &list;
    uint32_t count = choices ? own_words(job, choices, words) : 0;
    if (is_explained(offered->legend, choices ? words : offered->scale, choices ? count : offered->scale_count))
        return;
    if (!choices && offered->scale_count) {
        row->words = offered->scale;
        row->word_count = offered->scale_count;
        return;
    }
    cs_text *kept = cs_alloc_array(&job->arena, count + 1u, sizeof *kept);
    for (uint32_t i = 0; i < count; i++)
        kept[i] = words[i];
    row->words = kept;
    row->word_count = count;
}
