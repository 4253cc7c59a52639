/* The outline of a page: notes as lists, headings as nested sections, and the bounds of head and main part. */
#include "emit/html/page.h"

enum { DEEPEST_HEADING = 6 };

void cs_html_end_list(struct cs_html_page *page)
{
    static const char *const ends[] = {"", "</dl>\n", "</ul>\n"};
    cs_html_add(page, ends[page->list]);
    page->list = CS_HTML_NO_LIST;
}

static void end_table(struct cs_html_page *page)
{
    if (page->in_table)
        cs_html_add(page, "</tbody>\n</table>\n");
    page->in_table = false;
    cs_html_end_list(page);
}

void cs_html_end_sections(struct cs_html_page *page, uint32_t left)
{
    end_table(page);
    for (; page->open > left; page->open--)
        cs_html_add(page, "</section>\n");
}

void cs_html_add_note(struct cs_html_page *page, const struct cs_row *row)
{
    static const char *const begins[] = {"", "<dl>\n", "<ul class=\"notes\">\n"};
    enum cs_html_list list = row->cells[0].text.size ? CS_HTML_FACTS : CS_HTML_NOTES;
    if (page->in_table)
        end_table(page);
    if (page->list != list) {
        cs_html_end_list(page);
        cs_html_add(page, begins[list]);
        page->list = list;
    }
    if (list == CS_HTML_FACTS) {
        cs_html_add(page, "<div><dt>");
        cs_escape_html(page->out, row->cells[0].text, CS_HTML_LINES);
        cs_html_add(page, "</dt><dd");
    } else {
        cs_html_add(page, "<li");
    }
    cs_html_add_language(page, row->cells[1].text);
    cs_html_add(page, ">");
    cs_html_add_content(page, row, 1);
    cs_html_add(page, list == CS_HTML_FACTS ? "</dd></div>\n" : "</li>\n");
}

void cs_html_begin_main(struct cs_html_page *page)
{
    if (page->in_main)
        return;
    cs_html_end_list(page);
    page->in_main = true;
    cs_html_add(page, "</header>\n");
    if (!page->sheet->comparison) {
        cs_html_add_overview(page);
        cs_html_add_filter(page);
    }
    cs_html_add(page, "<main>\n");
}

void cs_html_add_heading(struct cs_html_page *page, uint32_t depth, cs_text text)
{
    uint32_t level = depth + 2 < DEEPEST_HEADING ? depth + 2 : DEEPEST_HEADING;
    unsigned number = (unsigned)++page->sections;
    cs_html_begin_main(page);
    cs_html_end_sections(page, depth < page->open ? depth : page->open);
    page->open++;
    cs_buf_print(page->out, "<section>\n<h%u id=\"section-%u\"", (unsigned)level, number);
    cs_html_add_language(page, text);
    cs_html_add(page, ">");
    cs_html_add_plain(page, text);
    cs_buf_print(page->out, "</h%u>\n", (unsigned)level);
}
