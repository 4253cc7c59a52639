/* A summary of the answers: a table by chapter with links, and a form for filtering. */
#include "emit/html/page.h"
#include "checksheet/sheet_words.h"

struct counts {
    uint32_t items, in[CS_STATES];
};

/* Counts the items from a row on, up to the next chapter heading or, with `all`, to the end. */
static struct counts count_from(const struct cs_sheet *sheet, uint32_t row, bool all)
{
    struct counts counts = {0};
    for (; row < sheet->row_count; row++) {
        if (!all && sheet->rows[row].kind == CS_ROW_SECTION && sheet->rows[row].depth == 0)
            break;
        if (sheet->rows[row].kind != CS_ROW_ITEM)
            continue;
        counts.items++;
        counts.in[sheet->rows[row].state]++;
    }
    return counts;
}

/* The states that the table counts, in the order of the vocabulary, open last. */
static uint32_t counted_states(const struct counts *all, enum cs_state states[CS_STATES])
{
    uint32_t count = 0;
    for (int i = 1; i <= CS_STATES; i++)
        if (all->in[i % CS_STATES])
            states[count++] = (enum cs_state)(i % CS_STATES);
    return count;
}

static void add_counts(struct cs_html_page *page, const struct counts *counts, const enum cs_state *states,
                       uint32_t count)
{
    cs_buf_print(page->out, "<td>%u</td>", (unsigned)counts->items);
    for (uint32_t i = 0; i < count; i++)
        if (counts->in[states[i]])
            cs_buf_print(page->out, "<td>%u</td>", (unsigned)counts->in[states[i]]);
        else
            cs_html_add(page, "<td class=\"zero\">0</td>");
    cs_html_add(page, "</tr>\n");
}

static void add_overview_head(struct cs_html_page *page, const enum cs_state *states, uint32_t count)
{
    cs_html_add(page, "<nav class=\"overview\" aria-labelledby=\"overview\">\n<h2 id=\"overview\">");
    cs_html_add_plain(page, cs_word(CS_WORD_BY_SECTION, page->sheet->language));
    cs_html_add(page, "</h2>\n<table>\n<thead><tr><th scope=\"col\">");
    cs_html_add_plain(page, cs_role_title(CS_ROLE_SECTION, page->sheet->language));
    cs_html_add(page, "</th><th scope=\"col\">");
    cs_html_add_plain(page, cs_word(CS_WORD_COUNT, page->sheet->language));
    cs_html_add(page, "</th>");
    for (uint32_t i = 0; i < count; i++) {
        cs_html_add(page, "<th scope=\"col\">");
        cs_html_add_state(page, states[i]);
        cs_html_add(page, "</th>");
    }
    cs_html_add(page, "</tr></thead>\n<tbody>\n");
}

void cs_html_add_overview(struct cs_html_page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    struct counts all = count_from(sheet, 0, true);
    enum cs_state states[CS_STATES];
    uint32_t count = counted_states(&all, states), section = 0, chapters = 0;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        chapters += sheet->rows[i].kind == CS_ROW_SECTION && sheet->rows[i].depth == 0;
    if (chapters < 2 || all.items == 0)
        return;
    add_overview_head(page, states, count);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        section += row->kind == CS_ROW_SECTION;
        if (row->kind != CS_ROW_SECTION || row->depth > 0)
            continue;
        struct counts counts = count_from(sheet, i + 1, false);
        cs_buf_print(page->out, "<tr><th scope=\"row\"><a href=\"#section-%u\">", (unsigned)section);
        cs_html_add_plain(page, row->cells[0].text);
        cs_html_add(page, "</a></th>");
        add_counts(page, &counts, states, count);
    }
    cs_html_add(page, "</tbody>\n<tfoot><tr><th scope=\"row\">");
    cs_html_add_plain(page, cs_word(CS_WORD_TOTAL, page->sheet->language));
    cs_html_add(page, "</th>");
    add_counts(page, &all, states, count);
    cs_html_add(page, "</tfoot>\n</table>\n</nav>\n");
}

void cs_html_add_filter(struct cs_html_page *page)
{
    struct counts all = count_from(page->sheet, 0, true);
    enum cs_state states[CS_STATES];
    uint32_t count = counted_states(&all, states);
    cs_html_add(page, "<form id=\"filter\" role=\"search\" hidden=\"hidden\">\n<label class=\"words\">");
    cs_html_add_plain(page, cs_word(CS_WORD_SEARCH, page->sheet->language));
    cs_html_add(page, " <input type=\"search\" autocomplete=\"off\"/></label>\n<fieldset><legend>");
    cs_html_add_plain(page, cs_role_title(CS_ROLE_ANSWER, page->sheet->language));
    cs_html_add(page, "</legend>\n");
    for (uint32_t i = 0; i < count; i++) {
        cs_html_add(page, "<label><input type=\"checkbox\" checked=\"checked\" value=\"");
        cs_buf_add(page->out, cs_html_state_name(states[i]));
        cs_html_add(page, "\"/> ");
        cs_html_add_state(page, states[i]);
        cs_buf_print(page->out, " (%u)</label>\n", (unsigned)all.in[states[i]]);
    }
    cs_html_add(page, "</fieldset>\n<output aria-live=\"polite\"></output>\n</form>\n");
}
