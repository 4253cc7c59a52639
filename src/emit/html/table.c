/* The table of answers: its columns and their widths, and what its cells contain beyond their text. */
#include "emit/html/page.h"

/* The class of a column; answers in words are formatted like texts. */
static cs_text class_of(const struct cs_html_page *page, uint32_t column)
{
    enum cs_role role = page->sheet->columns[column].role;
    return role == CS_ROLE_ANSWER && page->in_words ? CS_TEXT("words") : cs_role_word(role);
}

static cs_text title_of(const struct cs_html_page *page, uint32_t column)
{
    return page->header && column < page->header->cell_count ? page->header->cells[column].text
                                                             : page->sheet->columns[column].title;
}

/* True for a column of long texts, which share the width that the others leave. */
static bool is_wide(const struct cs_html_page *page, uint32_t column)
{
    static const bool wide[CS_ROLES] = {
        [CS_ROLE_GROUP] = true,    [CS_ROLE_NAME] = true,  [CS_ROLE_QUESTION] = true, [CS_ROLE_REMARK] = true,
        [CS_ROLE_EVIDENCE] = true, [CS_ROLE_OTHER] = true, [CS_ROLE_CHAPTER] = true,  [CS_ROLE_SECTION] = true};
    enum cs_role role = page->sheet->columns[column].role;
    return wide[role] || (role == CS_ROLE_ANSWER && page->in_words);
}

/* The preferred width of a column, in the workbook's units; answers in words need more than a sign. */
static double wanted(const struct cs_html_page *page, uint32_t column)
{
    enum { WORDS = 32, LEAST = 10, MOST = 64 };
    double width = page->sheet->columns[column].width;
    if (page->sheet->columns[column].role == CS_ROLE_ANSWER && page->in_words && width < WORDS)
        return WORDS;
    return width < LEAST ? LEAST : width > MOST ? MOST : width;
}

/* Adds the columns with widths in percent of the table: short entries take what they need, texts share the rest. */
static void add_columns(struct cs_html_page *page)
{
    enum { TABLE = 78, LEAST_TEXT = 7 }; /* in units of the font size */
    const double unit = 0.55, padding = 1.2;
    double fixed = 0, texts = 0, all = 0;
    double *widths = cs_alloc_array(page->arena, page->sheet->column_count, sizeof *widths);
    for (uint32_t i = 0; i < page->sheet->column_count; i++) {
        fixed += page->shown[i] && !is_wide(page, i) ? unit * wanted(page, i) + padding : 0;
        texts += page->shown[i] && is_wide(page, i) ? wanted(page, i) : 0;
    }
    for (uint32_t i = 0; i < page->sheet->column_count; i++) {
        double rest = texts > 0 ? (TABLE - fixed) * wanted(page, i) / texts : 0;
        widths[i] = !is_wide(page, i) ? unit * wanted(page, i) + padding : rest < LEAST_TEXT ? LEAST_TEXT : rest;
        all += page->shown[i] ? widths[i] : 0;
    }
    cs_html_add(page, "<colgroup>");
    for (uint32_t i = 0; i < page->sheet->column_count; i++)
        if (page->shown[i])
            cs_buf_print(page->out, "<col style=\"width: %u%%\"/>", (unsigned)(100 * widths[i] / all + 0.5));
    cs_html_add(page, "</colgroup>\n");
}

static void begin_table(struct cs_html_page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    cs_html_begin_main(page);
    cs_html_end_list(page);
    page->in_table = true;
    cs_html_add(page, "<table class=\"answers\"");
    if (page->open)
        cs_buf_print(page->out, " aria-labelledby=\"section-%u\"", (unsigned)page->sections);
    cs_html_add(page, ">\n");
    add_columns(page);
    cs_html_add(page, "<thead><tr>");
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        if (!page->shown[i])
            continue;
        cs_html_add(page, "<th scope=\"col\" class=\"");
        cs_buf_add(page->out, class_of(page, i));
        cs_html_add(page, "\">");
        cs_escape_html(page->out, title_of(page, i), CS_HTML_LINES);
        cs_html_add(page, "</th>");
    }
    cs_html_add(page, "</tr></thead>\n<tbody>\n");
}

/* Adds the answer: its sign with the meaning, or a text for an empty cell. */
static void add_answer(struct cs_html_page *page, const struct cs_row *row, uint32_t column)
{
    const struct cs_cell *cell = &row->cells[column];
    const struct cs_sign *sign = NULL;
    for (uint32_t i = 0; i < page->sheet->sign_count; i++)
        if (cs_text_equal(page->sheet->signs[i].sign, cell->text))
            sign = &page->sheet->signs[i];
    if (sign && !cs_text_equal(sign->sign, sign->label)) {
        cs_html_add(page, "<span class=\"sign\" aria-hidden=\"true\">");
        cs_html_add_plain(page, sign->sign);
        cs_html_add(page, "</span><span class=\"label\">");
        cs_html_add_plain(page, sign->label);
        cs_html_add(page, "</span>");
    } else if (cell->text.size == 0) {
        cs_html_add(page, "<span class=\"label\">");
        cs_html_add_plain(page, cs_state_label(row->state, page->sheet->language));
        cs_html_add(page, "</span>");
    } else {
        cs_html_add_content(page, row, column);
    }
}

static void add_cell(struct cs_html_page *page, const struct cs_row *row, uint32_t column)
{
    static const char *const tones[CS_TONES] = {
        [CS_TONE_PLAIN] = "",   [CS_TONE_GOOD] = " good",   [CS_TONE_PARTIAL] = " partial",
        [CS_TONE_BAD] = " bad", [CS_TONE_MUTED] = " muted", [CS_TONE_NONE] = " open",
    };
    const struct cs_cell *cell = &row->cells[column];
    const bool names = column == page->heading, leads = names && row->key.size && !page->sheet->comparison;
    cs_html_add(page, names ? "<th scope=\"row\" class=\"" : "<td class=\"");
    cs_buf_add(page->out, class_of(page, column));
    cs_html_add(page, tones[cell->tone]);
    cs_html_add(page, "\" data-title=\"");
    cs_html_add_plain(page, title_of(page, column));
    cs_html_add(page, "\"");
    cs_html_add_language(page, cell->text);
    cs_html_add(page, ">");
    if (leads) {
        cs_html_add(page, "<a href=\"#");
        cs_escape_html(page->out, row->key, CS_HTML_ID);
        cs_html_add(page, "\">");
        cs_escape_html(page->out, cell->text, CS_HTML_LINES);
        cs_html_add(page, "</a>");
    } else if (page->sheet->columns[column].role == CS_ROLE_ANSWER && !page->sheet->comparison &&
               row->kind == CS_ROW_ITEM) {
        add_answer(page, row, column);
    } else {
        cs_html_add_content(page, row, column);
    }
    cs_html_add(page, names ? "</th>" : "</td>");
}

void cs_html_add_row(struct cs_html_page *page, const struct cs_row *row)
{
    if (!page->in_table)
        begin_table(page);
    cs_html_add(page, "<tr");
    if (row->kind == CS_ROW_ITEM && !page->sheet->comparison) { /* nobody links to a change */
        cs_html_add(page, " id=\"");
        cs_escape_html(page->out, row->key, CS_HTML_ID);
        cs_html_add(page, "\" data-state=\"");
        cs_buf_add(page->out, cs_html_state_name(row->state));
        cs_html_add(page, "\"");
    }
    cs_html_add(page, ">");
    for (uint32_t i = 0; i < row->cell_count && i < page->sheet->column_count; i++)
        if (page->shown[i])
            add_cell(page, row, i);
    cs_html_add(page, "</tr>\n");
}
