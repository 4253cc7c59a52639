/* The content of a page's elements: escaped, tagged with its language, with links and marked changes. */
#include "emit/html/page.h"

void cs_html_add(struct cs_html_page *page, const char *markup)
{
    cs_buf_add(page->out, cs_text_of(markup));
}

/* The language of a text by its characters: kana and kanji, or three words of Latin letters. Fewer are names and
 * terms, and an address is no word: those have the language of the page. */
static enum cs_language language_of(cs_text text, enum cs_language otherwise)
{
    enum { ENOUGH = 3 };
    unsigned words = 0;
    bool begins = true;
    while (text.size) {
        uint32_t point = cs_text_next(&text);
        if ((point >= 0x3041 && point <= 0x30ff) || (point >= 0x4e00 && point <= 0x9fff))
            return CS_JA;
        words += begins && (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
        begins = point == ' ' || point == '\n';
    }
    return words >= ENOUGH ? CS_EN : otherwise;
}

void cs_html_add_language(struct cs_html_page *page, cs_text text)
{
    enum cs_language language = language_of(text, page->sheet->language);
    if (language == page->sheet->language)
        return;
    cs_html_add(page, " lang=\"");
    cs_buf_add(page->out, cs_language_code(language));
    cs_html_add(page, "\"");
}

void cs_html_add_plain(struct cs_html_page *page, cs_text text)
{
    cs_escape_html(page->out, text, CS_HTML_PLAIN);
}

static void add_runs(struct cs_html_page *page, struct cs_runs runs)
{
    static const char *const begins[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "<del>", [CS_PUT_IN] = "<ins>"};
    static const char *const ends[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "</del>", [CS_PUT_IN] = "</ins>"};
    for (uint32_t i = 0; i < runs.count; i++) {
        cs_html_add(page, begins[runs.at[i].edit]);
        cs_escape_html(page->out, runs.at[i].text, CS_HTML_LINES);
        cs_html_add(page, ends[runs.at[i].edit]);
    }
}

/* Only an address that is safe to follow becomes a link: a page never runs anything from an answer. */
static bool is_address(cs_text text)
{
    return cs_text_starts(text, CS_TEXT("https://")) || cs_text_starts(text, CS_TEXT("http://")) ||
           cs_text_starts(text, CS_TEXT("mailto:"));
}

static void add_text(struct cs_html_page *page, const struct cs_cell *cell)
{
    cs_text text = cell->text.size ? cell->text : cell->link;
    /* an address in the text becomes a link by itself */
    if (!is_address(cell->link) || cs_text_equal(text, cell->link)) {
        cs_escape_html(page->out, text, CS_HTML_LINKED);
        return;
    }
    cs_html_add(page, "<a href=\"");
    cs_html_add_plain(page, cell->link);
    cs_html_add(page, "\">");
    cs_escape_html(page->out, text, CS_HTML_LINES);
    cs_html_add(page, "</a>");
}

void cs_html_add_content(struct cs_html_page *page, const struct cs_row *row, uint32_t column)
{
    if (cs_row_runs(row, column).count)
        add_runs(page, cs_row_runs(row, column));
    else
        add_text(page, &row->cells[column]);
}

/* The sign of a state; NULL if the sheet has none. */
static const struct cs_sign *sign_of_state(const struct cs_sheet *sheet, enum cs_state state)
{
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        if (sheet->signs[i].state == state)
            return &sheet->signs[i];
    return NULL;
}

cs_text cs_html_state_name(enum cs_state state)
{
    return state == CS_STATE_NONE ? CS_TEXT("open") : cs_state_word(state);
}

void cs_html_add_state(struct cs_html_page *page, enum cs_state state)
{
    const struct cs_sign *sign = sign_of_state(page->sheet, state);
    cs_text label = sign ? sign->label : cs_state_label(state, page->sheet->language);
    if (sign && !cs_text_equal(sign->sign, label)) {
        cs_html_add(page, "<span class=\"sign\" aria-hidden=\"true\">");
        cs_html_add_plain(page, sign->sign);
        cs_html_add(page, "</span> ");
    }
    cs_html_add_plain(page, label);
}
