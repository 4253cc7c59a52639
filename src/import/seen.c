/* The recognised form: see seen.h. */
#include "import/seen.h"

/* --- columns and form --------------------------------------------------------------------------------------------- */

/* True for a column that contributes to the sheet, or whose meaning the file or a form states. */
static bool is_worth_telling(const struct cs_pages *pages, const struct cs_page *page, uint32_t c)
{
    const struct cs_page_column *column = &page->columns[c];
    if (column->role == CS_ROLES)
        return false;
    bool known = column->product || column->is_choice || column->is_guide || column->is_translation ||
                 column->by == CS_KNOWN_BY_FORM || column->role == CS_ROLE_ANSWER ||
                 (column->by == CS_KNOWN_BY_TITLE && column->role != CS_ROLE_OTHER);
    for (uint32_t i = 0; i < pages->lines.count && !known; i++) {
        const struct cs_line *line = &pages->lines.at[i];
        if (line->page == page)
            known = column->role == CS_ROLE_OTHER ? line->others && line->others[c].size
                                                  : line->cells[column->role].size > 0;
    }
    return known;
}

static void add_column(const struct cs_page *page, uint32_t c, enum cs_role role, struct cs_form_part *part,
                       struct cs_imported *imported)
{
    const struct cs_page_column *column = &page->columns[c];
    part->columns[part->column_count++] =
        (struct cs_form_column){c, role, column->title, page->is_stacked ? page->below[role] : 0};
    imported->columns[imported->column_count++] =
        (struct cs_import_column){.worksheet = page->worksheet,
                                  .column = c,
                                  .role = column->product ? column->wanted : role,
                                  .title = column->title,
                                  .by = column->is_guide         ? CS_KNOWN_AS_GUIDE
                                        : column->is_translation ? CS_KNOWN_AS_TRANSLATION
                                                                 : column->by,
                                  .page = page->index,
                                  .product = column->product ? page->products[column->product - 1] : (cs_text){0},
                                  .state = column->is_choice ? column->state : CS_STATE_NONE};
}

/* With questions above their answers, one column may have several roles. */
static void add_stacked(const struct cs_page *page, uint32_t c, struct cs_form_part *part, struct cs_imported *imported)
{
    for (int role = 0; role < CS_ROLES; role++)
        if (page->of_role[role] == c || (role == CS_ROLE_OTHER && page->columns[c].role == CS_ROLE_OTHER))
            add_column(page, c, (enum cs_role)role, part, imported);
}

static void add_part(struct cs_job *job, const struct cs_pages *pages, const struct cs_page *page,
                     struct cs_imported *imported)
{
    struct cs_form_part *part = &imported->form->parts[imported->form->part_count++];
    *part =
        (struct cs_form_part){.worksheet = page->grid->name,
                              .header = page->header == CS_NO_ROW ? CS_NO_ROW : page->header + page->header_rows - 1,
                              .first = page->first,
                              .last = CS_NO_ROW};
    part->columns = cs_alloc_array(&job->arena, page->column_count + CS_ROLES + 1u, sizeof *part->columns);
    for (uint32_t c = page->left; c < page->column_count; c++) {
        if (page->is_stacked) {
            add_stacked(page, c, part, imported);
            continue;
        }
        const struct cs_page_column *column = &page->columns[c];
        if (!is_worth_telling(pages, page, c))
            continue;
        add_column(page, c, column->is_choice ? CS_ROLE_ANSWER : column->role, part, imported);
    }
}

static void set_explained(struct cs_job *job, const struct cs_legend *legend, struct cs_imported *imported)
{
    struct cs_import_sign *signs = cs_alloc_array(&job->arena, legend->count + 1u, sizeof *signs);
    imported->signs = signs;
    imported->sign_count = legend->count;
    imported->lacks_circle = cs_legend_lacks(legend, CS_TEXT("○"));
    for (uint32_t i = 0; i < legend->count; i++) {
        const struct cs_legend_sign *sign = &legend->at[i];
        signs[i] = (struct cs_import_sign){sign->sign,      sign->words, sign->state, sign->is_usual,
                                           sign->worksheet, sign->row,   sign->column};
    }
}

void cs_seen_set(struct cs_job *job, const struct cs_line_answers *answers, struct cs_imported *imported)
{
    const struct cs_pages *pages = answers->asked->pages;
    uint32_t columns = 0;
    for (uint32_t i = 0; i < pages->count; i++)
        columns += pages->at[i]->column_count + CS_ROLES;
    imported->columns = cs_alloc_array(&job->arena, columns + 1u, sizeof *imported->columns);
    imported->form = cs_alloc(&job->arena, sizeof *imported->form);
    imported->form->parts = cs_alloc_array(&job->arena, pages->count + 1u, sizeof *imported->form->parts);
    imported->form->catalog = imported->catalog ? imported->catalog->id : (cs_text){0};
    for (uint32_t i = 0; i < pages->count; i++)
        add_part(job, pages, pages->at[i], imported);
    set_explained(job, answers->asked->pages->legend, imported);
    imported->uses = pages->uses;
    imported->most_columns = CS_MOST_COLUMNS;
}

/* --- signs -------------------------------------------------------------------------------------------------------- */

/* Words by state; `mixed` if a state has two. */
struct signs {
    cs_text word[CS_STATES];
    bool mixed;
};

/* True for a word, which a customer may choose; a check, TRUE or FALSE has no wording of its own beyond ○ and ×, nor a letter
 * but Y and N of a list. */
static bool is_word(cs_text text, bool is_offered)
{
    static const cs_text letters[] = {CS_LITERAL("Y"), CS_LITERAL("N"), CS_LITERAL("y"), CS_LITERAL("n")};
    cs_text rest = text;
    uint32_t first = text.size ? cs_text_next(&rest) : 0;
    if (is_offered && cs_text_is_one(text, letters, sizeof letters / sizeof *letters))
        return true;
    bool picture = (first >= 0x2190 && first < 0x2c00) || first == 0xd7 || first > 0xffff;
    return !picture && (rest.size || first >= 0x3040) && !cs_text_equal(text, CS_TEXT("TRUE")) &&
           !cs_text_equal(text, CS_TEXT("FALSE")) && !cs_text_equal(text, CS_TEXT("レ")) &&
           !cs_text_equal(text, CS_TEXT("レ点"));
}

static void take_word(struct signs *signs, cs_text text, enum cs_state state)
{
    text = cs_text_trim(text);
    if (signs->word[state].size == 0)
        signs->word[state] = text;
    signs->mixed |= !cs_text_equal(signs->word[state], text);
}

/* Takes the words of the answers' drop-downs and the titles of choice columns. */
static void take_offered(const struct cs_page *page, struct signs *signs)
{
    enum cs_state state;
    for (uint32_t k = 0; k < page->grid->choice_count; k++) {
        const struct cs_grid_choices *choices = &page->grid->choices[k];
        for (uint32_t i = 0; i < choices->count && choices->range.column == page->of_role[CS_ROLE_ANSWER]; i++)
            if (cs_mark_state(page->job, choices->texts[i], &state))
                take_word(signs, choices->texts[i], state);
    }
    for (uint32_t c = page->left; c < page->column_count; c++)
        if (page->columns[c].is_choice)
            take_word(signs, page->columns[c].title, page->columns[c].state);
}

static void take_answer(struct cs_job *job, const struct cs_marked *marked, struct signs *signs)
{
    enum cs_state state;
    if (marked->fault == CS_MARK_GOOD && cs_mark_state(job, marked->answer, &state))
        take_word(signs, marked->answer, state);
}

/* Answers by product as they are written, not what they come to. */
static void take_written(const struct cs_line_answers *answers, struct signs *signs)
{
    const struct cs_lines *lines = &answers->asked->pages->lines;
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_marked *parts = answers->parts[i];
        uint32_t count = parts ? lines->at[i].page->product_count : 1;
        for (uint32_t k = 0; k < count; k++)
            take_answer(answers->asked->pages->job, parts ? &parts[k] : &answers->at[i], signs);
    }
}

/* The signs that the form explains: of several for one state first the one that usually says it. */
static void take_explained(struct cs_job *job, const struct cs_legend *legend, struct cs_sheet *sheet)
{
    struct cs_sign *list = cs_alloc_array(&job->arena, legend->count + 1u, sizeof *list);
    for (int usual = 1; usual >= 0; usual--)
        for (uint32_t i = 0; i < legend->count; i++) {
            const struct cs_legend_sign *sign = &legend->at[i];
            if (sign->state != CS_STATE_NONE && sign->is_usual == (usual > 0))
                list[sheet->sign_count++] =
                    (struct cs_sign){.sign = sign->sign, .label = sign->words, .state = sign->state};
        }
    sheet->signs = list;
}

void cs_seen_signs(struct cs_job *job, const struct cs_line_answers *answers, struct cs_sheet *sheet)
{
    struct signs offered = {0}, written = {0};
    if (answers->asked->pages->legend->count) {
        take_explained(job, answers->asked->pages->legend, sheet);
        return;
    }
    if (answers->asked->catalog)
        return; /* its own are known */
    struct cs_sign *list = cs_alloc_array(&job->arena, CS_STATES, sizeof *list);
    for (uint32_t i = 0; i < answers->asked->pages->count; i++)
        take_offered(answers->asked->pages->at[i], &offered);
    take_written(answers, &written);
    bool is_offered = offered.word[CS_STATE_OK].size && offered.word[CS_STATE_NG].size && !offered.mixed;
    const struct signs *signs = is_offered ? &offered : &written;
    for (int state = CS_STATE_OK; state < CS_STATE_FREE_TEXT && !signs->mixed; state++)
        if (is_word(signs->word[state], is_offered))
            list[sheet->sign_count++] = (struct cs_sign){.sign = signs->word[state], .state = (enum cs_state)state};
    sheet->signs = list;
}
