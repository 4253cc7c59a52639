/* HTML: one page that needs nothing beside it, to be published, sent or printed.
 *
 * Every row is there without a script; the one in the page only leaves some out. What the eye sees by a colour stands there
 * as a word, tables say what their cells belong to, and a text in another language than the page's says so. The page is
 * well-formed XML too, so that any parser can hold it against what it should be. */
#include "base/escape.h"
#include "base/job.h"
#include "emit/emitters.h"
#include "emit/xlsx/palette.h"

enum { DEEPEST_HEADING = 6 };

enum list { NO_LIST, FACTS, NOTES };

struct page {
    struct cs_arena *arena;
    struct cs_buf *out;
    const struct cs_sheet *sheet; /* whose rows are written */
    const struct cs_row *header;  /* NULL if the sheet has none */
    bool *shown;                  /* by column */
    uint32_t heading;             /* column that names a row */
    uint32_t open;                /* sections that are */
    uint32_t sections;            /* written so far */
    enum list list;
    bool in_words; /* answers are, or some of them */
    bool in_main, in_table;
};

static void add(struct page *page, const char *markup)
{
    cs_buf_add(page->out, cs_text_of(markup));
}

/* --- texts -------------------------------------------------------------------------------------------------------- */

static cs_text word(const struct page *page, enum cs_word symbol)
{
    return cs_word(symbol, page->sheet->language);
}

/* The language that a text shows by its characters: kana and kanji, or three words of Latin letters. Fewer are names and
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

static void add_language(struct page *page, cs_text text)
{
    enum cs_language language = language_of(text, page->sheet->language);
    if (language == page->sheet->language)
        return;
    add(page, " lang=\"");
    cs_buf_add(page->out, cs_language_code(language));
    add(page, "\"");
}

/* A text for an attribute or a title, which has no markup. */
static void add_plain(struct page *page, cs_text text)
{
    cs_escape_html(page->out, text, CS_HTML_PLAIN);
}

static void add_runs(struct page *page, struct cs_runs runs)
{
    static const char *const begins[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "<del>", [CS_PUT_IN] = "<ins>"};
    static const char *const ends[] = {[CS_KEPT] = "", [CS_TAKEN_OUT] = "</del>", [CS_PUT_IN] = "</ins>"};
    for (uint32_t i = 0; i < runs.count; i++) {
        add(page, begins[runs.at[i].edit]);
        cs_escape_html(page->out, runs.at[i].text, CS_HTML_LINES);
        add(page, ends[runs.at[i].edit]);
    }
}

/* Only what a reader may be led to is a link: a page never runs what stands in an answer. */
static bool is_address(cs_text text)
{
    return cs_text_starts(text, CS_TEXT("https://")) || cs_text_starts(text, CS_TEXT("http://")) ||
           cs_text_starts(text, CS_TEXT("mailto:"));
}

static void add_text(struct page *page, const struct cs_cell *cell)
{
    cs_text text = cell->text.size ? cell->text : cell->link;
    if (!is_address(cell->link) || cs_text_equal(text, cell->link)) { /* an address in the text links itself */
        cs_escape_html(page->out, text, CS_HTML_LINKED);
        return;
    }
    add(page, "<a href=\"");
    add_plain(page, cell->link);
    add(page, "\">");
    cs_escape_html(page->out, text, CS_HTML_LINES);
    add(page, "</a>");
}

static void add_content(struct page *page, const struct cs_row *row, uint32_t column)
{
    if (cs_row_runs(row, column).count)
        add_runs(page, cs_row_runs(row, column));
    else
        add_text(page, &row->cells[column]);
}

/* --- the order of things ------------------------------------------------------------------------------------------- */

static void end_list(struct page *page)
{
    static const char *const ends[] = {"", "</dl>\n", "</ul>\n"};
    add(page, ends[page->list]);
    page->list = NO_LIST;
}

static void end_table(struct page *page)
{
    if (page->in_table)
        add(page, "</tbody>\n</table>\n");
    page->in_table = false;
    end_list(page);
}

static void end_sections(struct page *page, uint32_t left)
{
    end_table(page);
    for (; page->open > left; page->open--)
        add(page, "</section>\n");
}

/* --- what stands before the answers -------------------------------------------------------------------------------- */

static void add_note(struct page *page, const struct cs_row *row)
{
    static const char *const begins[] = {"", "<dl>\n", "<ul class=\"notes\">\n"};
    enum list list = row->cells[0].text.size ? FACTS : NOTES;
    if (page->in_table)
        end_table(page);
    if (page->list != list) {
        end_list(page);
        add(page, begins[list]);
        page->list = list;
    }
    if (list == FACTS) {
        add(page, "<div><dt>");
        cs_escape_html(page->out, row->cells[0].text, CS_HTML_LINES);
        add(page, "</dt><dd");
    } else {
        add(page, "<li");
    }
    add_language(page, row->cells[1].text);
    add(page, ">");
    add_content(page, row, 1);
    add(page, list == FACTS ? "</dd></div>\n" : "</li>\n");
}

/* The sign of a state; NULL if the sheet has none. */
static const struct cs_sign *sign_of_state(const struct cs_sheet *sheet, enum cs_state state)
{
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        if (sheet->signs[i].state == state)
            return &sheet->signs[i];
    return NULL;
}

static cs_text state_name(enum cs_state state)
{
    return state == CS_STATE_NONE ? CS_TEXT("open") : cs_state_word(state);
}

/* "○ 対応済み": the sign, which a voice need not read, and what it means. */
static void add_state(struct page *page, enum cs_state state)
{
    const struct cs_sign *sign = sign_of_state(page->sheet, state);
    cs_text label = sign ? sign->label : cs_state_label(state, page->sheet->language);
    if (sign && !cs_text_equal(sign->sign, label)) {
        add(page, "<span class=\"sign\" aria-hidden=\"true\">");
        add_plain(page, sign->sign);
        add(page, "</span> ");
    }
    add_plain(page, label);
}

struct counts {
    uint32_t items, in[CS_STATES];
};

/* Counts the items from a row on, up to the next heading of a chapter unless all are wanted. */
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

/* The states that the table counts, in the order of the vocabulary, the open ones last. */
static uint32_t counted_states(const struct counts *all, enum cs_state states[CS_STATES])
{
    uint32_t count = 0;
    for (int i = 1; i <= CS_STATES; i++)
        if (all->in[i % CS_STATES])
            states[count++] = (enum cs_state)(i % CS_STATES);
    return count;
}

static void add_counts(struct page *page, const struct counts *counts, const enum cs_state *states, uint32_t count)
{
    cs_buf_print(page->out, "<td>%u</td>", (unsigned)counts->items);
    for (uint32_t i = 0; i < count; i++)
        if (counts->in[states[i]])
            cs_buf_print(page->out, "<td>%u</td>", (unsigned)counts->in[states[i]]);
        else
            add(page, "<td class=\"zero\">0</td>");
    add(page, "</tr>\n");
}

static void add_overview_head(struct page *page, const enum cs_state *states, uint32_t count)
{
    add(page, "<nav class=\"overview\" aria-labelledby=\"overview\">\n<h2 id=\"overview\">");
    add_plain(page, word(page, CS_WORD_BY_SECTION));
    add(page, "</h2>\n<table>\n<thead><tr><th scope=\"col\">");
    add_plain(page, cs_role_title(CS_ROLE_SECTION, page->sheet->language));
    add(page, "</th><th scope=\"col\">");
    add_plain(page, word(page, CS_WORD_COUNT));
    add(page, "</th>");
    for (uint32_t i = 0; i < count; i++) {
        add(page, "<th scope=\"col\">");
        add_state(page, states[i]);
        add(page, "</th>");
    }
    add(page, "</tr></thead>\n<tbody>\n");
}

/* How the answers stand by chapter, which leads there. */
static void add_overview(struct page *page)
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
        add_plain(page, row->cells[0].text);
        add(page, "</a></th>");
        add_counts(page, &counts, states, count);
    }
    add(page, "</tbody>\n<tfoot><tr><th scope=\"row\">");
    add_plain(page, word(page, CS_WORD_TOTAL));
    add(page, "</th>");
    add_counts(page, &all, states, count);
    add(page, "</tfoot>\n</table>\n</nav>\n");
}

/* What to leave out of the page; it shows itself where the script runs. */
static void add_filter(struct page *page)
{
    struct counts all = count_from(page->sheet, 0, true);
    enum cs_state states[CS_STATES];
    uint32_t count = counted_states(&all, states);
    add(page, "<form id=\"filter\" role=\"search\" hidden=\"hidden\">\n<label class=\"words\">");
    add_plain(page, word(page, CS_WORD_SEARCH));
    add(page, " <input type=\"search\" autocomplete=\"off\"/></label>\n<fieldset><legend>");
    add_plain(page, cs_role_title(CS_ROLE_ANSWER, page->sheet->language));
    add(page, "</legend>\n");
    for (uint32_t i = 0; i < count; i++) {
        add(page, "<label><input type=\"checkbox\" checked=\"checked\" value=\"");
        cs_buf_add(page->out, state_name(states[i]));
        add(page, "\"/> ");
        add_state(page, states[i]);
        cs_buf_print(page->out, " (%u)</label>\n", (unsigned)all.in[states[i]]);
    }
    add(page, "</fieldset>\n<output aria-live=\"polite\"></output>\n</form>\n");
}

/* Ends the head of the page before its first heading or table. */
static void begin_main(struct page *page)
{
    if (page->in_main)
        return;
    end_list(page);
    page->in_main = true;
    add(page, "</header>\n");
    if (!page->sheet->comparison) {
        add_overview(page);
        add_filter(page);
    }
    add(page, "<main>\n");
}

/* --- the answers --------------------------------------------------------------------------------------------------- */

static void add_heading(struct page *page, uint32_t depth, cs_text text)
{
    uint32_t level = depth + 2 < DEEPEST_HEADING ? depth + 2 : DEEPEST_HEADING;
    unsigned number = (unsigned)++page->sections;
    begin_main(page);
    end_sections(page, depth < page->open ? depth : page->open);
    page->open++;
    cs_buf_print(page->out, "<section>\n<h%u id=\"section-%u\"", (unsigned)level, number);
    add_language(page, text);
    add(page, ">");
    add_plain(page, text);
    cs_buf_print(page->out, "</h%u>\n", (unsigned)level);
}

/* What a column is for, as its class says it; an answer in words is set like a text. */
static cs_text class_of(const struct page *page, uint32_t column)
{
    enum cs_role role = page->sheet->columns[column].role;
    return role == CS_ROLE_ANSWER && page->in_words ? CS_TEXT("words") : cs_role_word(role);
}

static cs_text title_of(const struct page *page, uint32_t column)
{
    return page->header && column < page->header->cell_count ? page->header->cells[column].text
                                                             : page->sheet->columns[column].title;
}

/* True for a column of texts, which take what the short entries of the others leave. */
static bool is_wide(const struct page *page, uint32_t column)
{
    static const bool wide[CS_ROLES] = {
        [CS_ROLE_GROUP] = true,    [CS_ROLE_NAME] = true,  [CS_ROLE_QUESTION] = true, [CS_ROLE_REMARK] = true,
        [CS_ROLE_EVIDENCE] = true, [CS_ROLE_OTHER] = true, [CS_ROLE_CHAPTER] = true,  [CS_ROLE_SECTION] = true};
    enum cs_role role = page->sheet->columns[column].role;
    return wide[role] || (role == CS_ROLE_ANSWER && page->in_words);
}

/* The width that a column wants, in the workbook's units, where an answer in words wants more than a sign. */
static double wanted(const struct page *page, uint32_t column)
{
    enum { WORDS = 32, LEAST = 10, MOST = 64 };
    double width = page->sheet->columns[column].width;
    if (page->sheet->columns[column].role == CS_ROLE_ANSWER && page->in_words && width < WORDS)
        return WORDS;
    return width < LEAST ? LEAST : width > MOST ? MOST : width;
}

/* Adds the columns, their widths in hundredths of the table: short entries take what they need, texts share the rest. */
static void add_columns(struct page *page)
{
    enum { TABLE = 78, LEAST_TEXT = 7 }; /* in units of the type's size */
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
    add(page, "<colgroup>");
    for (uint32_t i = 0; i < page->sheet->column_count; i++)
        if (page->shown[i])
            cs_buf_print(page->out, "<col style=\"width: %u%%\"/>", (unsigned)(100 * widths[i] / all + 0.5));
    add(page, "</colgroup>\n");
}

static void begin_table(struct page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    begin_main(page);
    end_list(page);
    page->in_table = true;
    add(page, "<table class=\"answers\"");
    if (page->open)
        cs_buf_print(page->out, " aria-labelledby=\"section-%u\"", (unsigned)page->sections);
    add(page, ">\n");
    add_columns(page);
    add(page, "<thead><tr>");
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        if (!page->shown[i])
            continue;
        add(page, "<th scope=\"col\" class=\"");
        cs_buf_add(page->out, class_of(page, i));
        add(page, "\">");
        cs_escape_html(page->out, title_of(page, i), CS_HTML_LINES);
        add(page, "</th>");
    }
    add(page, "</tr></thead>\n<tbody>\n");
}

/* The answer with its sign in words, and what an empty cell says. */
static void add_answer(struct page *page, const struct cs_row *row, uint32_t column)
{
    const struct cs_cell *cell = &row->cells[column];
    const struct cs_sign *sign = NULL;
    for (uint32_t i = 0; i < page->sheet->sign_count; i++)
        if (cs_text_equal(page->sheet->signs[i].sign, cell->text))
            sign = &page->sheet->signs[i];
    if (sign && !cs_text_equal(sign->sign, sign->label)) {
        add(page, "<span class=\"sign\" aria-hidden=\"true\">");
        add_plain(page, sign->sign);
        add(page, "</span><span class=\"label\">");
        add_plain(page, sign->label);
        add(page, "</span>");
    } else if (cell->text.size == 0) {
        add(page, "<span class=\"label\">");
        add_plain(page, cs_state_label(row->state, page->sheet->language));
        add(page, "</span>");
    } else {
        add_content(page, row, column);
    }
}

static void add_cell(struct page *page, const struct cs_row *row, uint32_t column)
{
    static const char *const tones[CS_TONES] = {
        [CS_TONE_PLAIN] = "",   [CS_TONE_GOOD] = " good",   [CS_TONE_PARTIAL] = " partial",
        [CS_TONE_BAD] = " bad", [CS_TONE_MUTED] = " muted", [CS_TONE_NONE] = " open",
    };
    const struct cs_cell *cell = &row->cells[column];
    const bool names = column == page->heading, leads = names && row->key.size && !page->sheet->comparison;
    add(page, names ? "<th scope=\"row\" class=\"" : "<td class=\"");
    cs_buf_add(page->out, class_of(page, column));
    add(page, tones[cell->tone]);
    add(page, "\" data-title=\"");
    add_plain(page, title_of(page, column));
    add(page, "\"");
    add_language(page, cell->text);
    add(page, ">");
    if (leads) {
        add(page, "<a href=\"#");
        cs_escape_html(page->out, row->key, CS_HTML_ID);
        add(page, "\">");
        cs_escape_html(page->out, cell->text, CS_HTML_LINES);
        add(page, "</a>");
    } else if (page->sheet->columns[column].role == CS_ROLE_ANSWER && !page->sheet->comparison &&
               row->kind == CS_ROW_ITEM) {
        add_answer(page, row, column);
    } else {
        add_content(page, row, column);
    }
    add(page, names ? "</th>" : "</td>");
}

static void add_row(struct page *page, const struct cs_row *row)
{
    if (!page->in_table)
        begin_table(page);
    add(page, "<tr");
    if (row->kind == CS_ROW_ITEM && !page->sheet->comparison) { /* a change is no place to be led to */
        add(page, " id=\"");
        cs_escape_html(page->out, row->key, CS_HTML_ID);
        add(page, "\" data-state=\"");
        cs_buf_add(page->out, state_name(row->state));
        add(page, "\"");
    }
    add(page, ">");
    for (uint32_t i = 0; i < row->cell_count && i < page->sheet->column_count; i++)
        if (page->shown[i])
            add_cell(page, row, i);
    add(page, "</tr>\n");
}

/* --- the page ------------------------------------------------------------------------------------------------------- */

static const cs_text style[] = {
#define HTML_LINE(text) CS_LITERAL(text),
#include "emit/html_style.def"
#undef HTML_LINE
};

static const cs_text script[] = {
#define HTML_LINE(text) CS_LITERAL(text),
#include "emit/html_script.def"
#undef HTML_LINE
};

static void add_lines(struct page *page, const cs_text *lines, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cs_buf_add(page->out, lines[i]);
        cs_buf_add_byte(page->out, '\n');
    }
}

/* The colours of the workbook, for a page on paper or in the light. */
static void add_colors(struct page *page)
{
    static const struct {
        const char *name;
        enum cs_color color;
    } colors[] = {{"ink", CS_COLOR_INK},     {"muted", CS_COLOR_MUTED},   {"head", CS_COLOR_NAVY},
                  {"paper", CS_COLOR_WHITE}, {"link", CS_COLOR_LINK},     {"rule", CS_COLOR_RULE},
                  {"band", CS_COLOR_BAND},   {"out", CS_COLOR_TAKEN_OUT}, {"in", CS_COLOR_PUT_IN}};
    static const char *const tones[CS_TONES] = {[CS_TONE_GOOD] = "good",
                                                [CS_TONE_PARTIAL] = "partial",
                                                [CS_TONE_BAD] = "bad",
                                                [CS_TONE_MUTED] = "gray",
                                                [CS_TONE_NONE] = "open"};
    add(page, ":root {");
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++)
        cs_buf_print(page->out, " --%s: #%06x;", colors[i].name, (unsigned)colors[i].color);
    for (int i = 0; i < CS_TONES; i++) {
        struct cs_tone_colors tone = cs_tone_colors((enum cs_tone)i, 0);
        if (tones[i])
            cs_buf_print(page->out, " --%s: #%06x; --%s-fill: #%06x;", tones[i], (unsigned)tone.ink, tones[i],
                         (unsigned)tone.fill);
    }
    add(page, " }\n");
}

/* The sheet's title, with the service's name unless that is in it. */
static void add_title(struct page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    cs_text title = sheet->comparison ? word(page, CS_WORD_CHANGES) : sheet->title;
    add_plain(page, title);
    if (sheet->service.size && cs_text_find(title, sheet->service) < 0) {
        add(page, title.size ? " – " : "");
        add_plain(page, sheet->service);
    }
}

/* A column without an entry is left out, but never that of the answer, where emptiness says something; so is one of
 * sections, which are headings. */
static void survey(struct page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    bool has_headings = false;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        has_headings |= row->kind == CS_ROW_SECTION && !sheet->comparison;
        if (row->kind == CS_ROW_HEADER)
            page->header = row;
        if (row->kind != CS_ROW_ITEM && row->kind != CS_ROW_TOTAL)
            continue;
        page->in_words |= row->own_words && !row->word_count;
        for (uint32_t c = 0; c < row->cell_count && c < sheet->column_count; c++)
            page->shown[c] |= row->cells[c].text.size || row->cells[c].link.size || cs_row_runs(row, c).count;
    }
    for (uint32_t c = 0; c < sheet->column_count; c++) {
        enum cs_role role = sheet->columns[c].role;
        page->shown[c] |= role == CS_ROLE_ANSWER;
        page->shown[c] &= !has_headings || (role != CS_ROLE_CHAPTER && role != CS_ROLE_SECTION);
    }
}

static void begin_sheet(struct page *page, const struct cs_sheet *sheet)
{
    page->sheet = sheet;
    page->header = NULL;
    page->in_words = sheet->sign_count == 0;
    page->shown = cs_alloc_array(page->arena, sheet->column_count, sizeof *page->shown);
    survey(page);
    page->heading = cs_sheet_column(sheet, CS_ROLE_NUMBER);
    if (page->heading == CS_NO_COLUMN || !page->shown[page->heading])
        for (page->heading = 0; page->heading < sheet->column_count && !page->shown[page->heading];)
            page->heading++;
}

static void begin(struct cs_emit *emit)
{
    struct page *page = emit->state = cs_alloc(&emit->job->arena, sizeof *page);
    *page = (struct page){.arena = &emit->job->arena, .out = emit->out};
    begin_sheet(page, emit->sheet);
    add(page, "<!DOCTYPE html>\n<html lang=\"");
    cs_buf_add(page->out, cs_language_code(emit->sheet->language));
    add(page, "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"generator\" content=\"checksheet\"/>\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
              "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
    add_title(page);
    add(page, "</title>\n<style>\n");
    add_colors(page);
    add_lines(page, style, sizeof style / sizeof *style);
    add(page, "</style>\n</head>\n<body>\n<header>\n<h1>");
    add_title(page);
    add(page, "</h1>\n");
}

/* The changes that come with the sheet, as a chapter of their own. */
static void add_changes(struct page *page, const struct cs_sheet *changes)
{
    cs_text title = word(page, CS_WORD_CHANGES);
    add_heading(page, 0, title);
    begin_sheet(page, changes);
    for (uint32_t i = 0; i < changes->row_count; i++) {
        const struct cs_row *row = &changes->rows[i];
        if (row->kind == CS_ROW_ITEM || row->kind == CS_ROW_TOTAL)
            add_row(page, row);
        if (row->kind == CS_ROW_NOTE)
            add_note(page, row);
    }
    end_sections(page, 0);
}

static void end(struct cs_emit *emit)
{
    struct page *page = emit->state;
    begin_main(page);
    end_sections(page, 0);
    if (emit->sheet->changes)
        add_changes(page, emit->sheet->changes);
    add(page, "</main>\n<footer><p>");
    add_plain(page, word(page, CS_WORD_MADE_WITH));
    add(page, "</p></footer>\n");
    if (!emit->sheet->comparison) {
        add(page, "<script>\n");
        add_lines(page, script, sizeof script / sizeof *script);
        add(page, "</script>\n");
    }
    add(page, "</body>\n</html>\n");
}

static void put_note(struct cs_emit *emit, const struct cs_row *row)
{
    add_note(emit->state, row);
}

static void put_section(struct cs_emit *emit, const struct cs_row *row)
{
    add_heading(emit->state, row->depth, row->cells[0].text);
}

static void put_row(struct cs_emit *emit, const struct cs_row *row)
{
    add_row(emit->state, row);
}

const struct cs_emitter cs_emitter_html = {
    .name = CS_LITERAL("html"),
    .suffix = CS_LITERAL("html"),
    .diff = CS_DIFF_TABLE,
    .begin = begin,
    .row =
        {[CS_ROW_NOTE] = put_note, [CS_ROW_SECTION] = put_section, [CS_ROW_ITEM] = put_row, [CS_ROW_TOTAL] = put_row},
    .end = end,
};
