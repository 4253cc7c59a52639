/* Reclassifying lines after a whole page is read: see settle.h. */
#include "import/page/settle.h"
#include "wording/both_languages.h"
#include "base/names.h"
#include "import/page/phrase.h"

#include <string.h>

static bool has(const struct cs_line *line, enum cs_role role)
{
    return line->cells[role].size > 0;
}

/* All text of the row itself, without filled-down groups and without one role. */
static cs_text own_text(const struct cs_line *line, enum cs_role without)
{
    struct cs_arena *arena = &line->page->job->arena;
    struct cs_buf text = {0};
    for (int role = 0; role < CS_ROLES; role++) {
        bool is_own = role != (int)without && line->columns[role] != CS_NO_COLUMN && has(line, (enum cs_role)role);
        cs_buf_add(&text, is_own && text.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&text, is_own ? line->cells[role] : (cs_text){0});
    }
    for (uint32_t c = 0; line->others && c < line->page->column_count; c++) {
        cs_buf_add(&text, line->others[c].size && text.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&text, line->others[c]);
    }
    return cs_buf_take(arena, &text);
}

/* Makes the first cell the label of the others: 会社名 | 見本. */
static void label_note(struct cs_line *line)
{
    int first = CS_ROLES;
    for (int role = 0; role < CS_ROLES; role++)
        if (line->columns[role] != CS_NO_COLUMN && has(line, (enum cs_role)role) &&
            (first == CS_ROLES || line->columns[role] < line->columns[first]))
            first = role;
    if (first == CS_ROLES)
        return;
    line->label = line->cells[first];
    line->text = own_text(line, (enum cs_role)first);
    if (line->text.size == 0) {
        line->text = line->label;
        line->label = (cs_text){0};
    }
}

bool cs_line_is_number_alone(const struct cs_line *line)
{
    for (int role = 0; role < CS_ROLES; role++)
        if (role != CS_ROLE_NUMBER && line->columns[role] != CS_NO_COLUMN && has(line, (enum cs_role)role))
            return false;
    return has(line, CS_ROLE_NUMBER) && cs_number_is_whole(&line->number) && !line->others;
}

/* After the last item, headings and numbers without a question, thanks, and signature rows become notes; among
 * unnumbered questions, so does a line that is no question and set apart. */
static void close_page(struct cs_line *lines, uint32_t count)
{
    enum { QUESTION = 36 };
    uint32_t numbered = 0, items = 0, asking = 0;
    for (uint32_t i = 0; i < count; i++) {
        items += lines[i].kind == CS_LINE_ITEM;
        asking += lines[i].kind == CS_LINE_ITEM && cs_asks(lines[i].cells[CS_ROLE_QUESTION]);
        numbered += lines[i].kind == CS_LINE_ITEM && lines[i].number.id.size;
    }
    for (uint32_t i = count; i-- > 0;) {
        struct cs_line *line = &lines[i];
        cs_text question = line->cells[CS_ROLE_QUESTION];
        bool thanks = !cs_asks(question) && !has(line, CS_ROLE_ANSWER) && !has(line, CS_ROLE_REMARK);
        bool signs = line->kind == CS_LINE_ITEM && numbered * 5 >= items * 4 && line->number.id.size == 0 &&
                     line->number.date.month == 0 && !has(line, CS_ROLE_FLAG) &&
                     (thanks || (question.size < QUESTION && !cs_is_sentence(question)));
        bool asks = line->page->of_role[CS_ROLE_QUESTION] != CS_NO_COLUMN; /* else the number alone makes a question */
        bool is_unused = line->kind == CS_LINE_ITEM && asks && cs_line_is_number_alone(line);
        bool is_closing = line->kind == CS_LINE_ITEM && numbered == 0 && asking * 5 >= (items - 1) * 4 && thanks &&
                          !line->others && i > 0 && line->row > lines[i - 1].row + 1;
        if (line->kind == CS_LINE_ITEM && !signs && !is_unused && !is_closing)
            return;
        if (signs || is_unused || is_closing)
            label_note(line);
        line->kind = CS_LINE_NOTE;
    }
}

/* A number without an answer that is a prefix of the next number is a heading: 1 体制 above 1-1. */
static void find_numbered_headings(struct cs_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i + 1 < count; i++) {
        struct cs_line *line = &lines[i], *next = &lines[i + 1];
        if (line->kind != CS_LINE_ITEM || next->kind != CS_LINE_ITEM || line->number.id.size == 0 ||
            has(line, CS_ROLE_ANSWER) || has(line, CS_ROLE_REMARK) || has(line, CS_ROLE_FLAG) || line->others ||
            !cs_is_heading(line->cells[CS_ROLE_QUESTION]) || next->number.parts <= line->number.parts ||
            !cs_text_starts(next->number.id, line->number.id) ||
            !cs_text_starts(cs_text_skip(next->number.id, line->number.id.size), CS_TEXT(".")))
            continue;
        line->kind = CS_LINE_SECTION;
        line->text = own_text(line, CS_ROLES);
        line->depth = line->number.parts - 1;
    }
}

/* The whole number in a column without a role; empty if there is none. */
static cs_text other_number(const struct cs_line *line)
{
    struct cs_number number;
    for (uint32_t c = 0; line->others && c < line->page->column_count; c++)
        if (line->others[c].size && cs_number_read(line->page->job, line->others[c], &number) &&
            cs_number_is_whole(&number))
            return number.id;
    return (cs_text){0};
}

/* A row with its number in another column, which is a prefix of the next number: 1 | | Inventory above 1.1 | Keep a
 * list. */
static void find_unnumbered_headings(struct cs_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i + 1 < count; i++) {
        struct cs_line *line = &lines[i], *next = &lines[i + 1];
        cs_text number = line->kind == CS_LINE_ITEM && line->number.id.size == 0 ? other_number(line) : (cs_text){0};
        if (number.size == 0 || next->kind != CS_LINE_ITEM || has(line, CS_ROLE_ANSWER) || has(line, CS_ROLE_REMARK) ||
            !cs_text_starts(next->number.id, number) ||
            !cs_text_starts(cs_text_skip(next->number.id, number.size), CS_TEXT(".")))
            continue;
        struct cs_buf text = {0};
        cs_buf_add(&text, number);
        cs_buf_add_byte(&text, ' ');
        for (uint32_t c = 0; c < line->page->column_count; c++)
            if (cs_text_equal(line->others[c], number))
                line->others[c] = (cs_text){0}; /* it becomes the heading's number */
        cs_buf_add(&text, own_text(line, CS_ROLES));
        line->kind = CS_LINE_SECTION;
        line->text = cs_buf_take(&line->page->job->arena, &text);
        cs_number_read(line->page->job, line->text, &line->number);
    }
}

/* --- titles that come again -------------------------------------------------------------------------------------- */

void cs_settle_header(struct cs_line *lines, uint32_t count)
{
    while (count && lines[count - 1].kind != CS_LINE_ITEM)
        lines[--count].above_titles = true;
}

/* True for a text that may be a page footer: alone in its row, after the last item of the page. */
static bool may_be_footer(const struct cs_line *line)
{
    return line->kind == CS_LINE_SECTION
               ? line->above_titles
               : line->kind == CS_LINE_NOTE && line->label.size == 0 && line->row >= line->page->first;
}

/* A text repeated at the end of pages is a footer, such as 社外秘. One is kept, as a note. */
static void drop_footers(struct cs_line *lines, uint32_t count)
{
    if (count == 0)
        return;
    struct cs_arena *arena = &lines[0].page->job->arena;
    struct cs_names texts = {0};
    uint32_t *times = cs_alloc_array(arena, count, sizeof *times);
    for (uint32_t i = 0; i < count; i++)
        if (may_be_footer(&lines[i]))
            times[cs_names_add(arena, &texts, lines[i].text)]++;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t name = may_be_footer(&lines[i]) ? cs_names_find(&texts, lines[i].text) : CS_NO_NAME;
        if (name == CS_NO_NAME || times[name] == 1)
            continue;
        lines[i].kind = CS_LINE_NOTE;
        lines[i].text = times[name] ? lines[i].text : (cs_text){0};
        times[name] = 0;
    }
}

/* If headings are directly above repeated titles, the text above the first titles is a heading as well. */
static void find_first_heading(struct cs_line *lines, uint32_t count)
{
    bool is_usual = false;
    uint32_t first = 0;
    for (uint32_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count || !lines[i + 1].above_titles;
        is_usual |= lines[i].kind == CS_LINE_SECTION && lines[i].above_titles && is_last;
        first += lines[i].row < lines[i].page->first && first == i;
    }
    struct cs_line *line = first ? &lines[first - 1] : NULL;
    if (!is_usual || !line || line->kind != CS_LINE_NOTE || line->label.size || !cs_is_heading(line->text))
        return;
    line->kind = CS_LINE_SECTION;
    cs_number_read(line->page->job, line->text, &line->number);
}

/* --- a worksheet as a chapter ------------------------------------------------------------------------------------- */

static bool has_headings(const struct cs_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (lines[i].kind == CS_LINE_SECTION ||
            (lines[i].kind == CS_LINE_ITEM && (has(&lines[i], CS_ROLE_CHAPTER) || has(&lines[i], CS_ROLE_SECTION))))
            return true;
    return false;
}

/* True for Sheet1, シート1: default names. */
static bool is_unnamed(cs_text name)
{
    return name.size == 0 || cs_text_starts(name, CS_TEXT("Sheet")) || cs_text_starts(name, CS_TEXT("シート")) ||
           cs_text_starts(name, CS_TEXT("Table"));
}

/* If every chapter has a worksheet of its own, the worksheet's name is the heading, unless it is above the items
 * already. */
static void name_chapter(struct cs_page *page, struct cs_lines *lines, uint32_t first)
{
    cs_text name = cs_text_trim(page->grid->name);
    if (is_unnamed(name) || has_headings(lines->at + first, lines->count - first))
        return;
    uint32_t at = first;
    while (at < lines->count && (lines->at[at].kind != CS_LINE_NOTE || !cs_text_equal(lines->at[at].text, name)))
        at++;
    if (at == lines->count || lines->at[at].row >= page->first) {
        lines->at = cs_grow(&page->job->arena, lines->at, lines->count, &lines->room, sizeof *lines->at);
        memmove(&lines->at[first + 1], &lines->at[first], (lines->count++ - first) * sizeof *lines->at);
        at = first;
        lines->at[at] = cs_line_begin(page, CS_LINE_SECTION, page->first);
        lines->at[at].text = name;
    }
    lines->at[at].kind = CS_LINE_SECTION;
    cs_number_read(page->job, name, &lines->at[at].number);
}

/* Where most questions are in two languages within their cells, the Japanese is the question and the English its
 * translation; so with the remarks. */
static void part_languages(struct cs_line *at, uint32_t count)
{
    uint32_t items = 0, in_both = 0;
    struct cs_both_languages both;
    for (uint32_t i = 0; i < count; i++) {
        bool is_item = at[i].kind == CS_LINE_ITEM && at[i].cells[CS_ROLE_QUESTION].size;
        items += is_item;
        in_both += is_item && cs_split_languages(at[i].cells[CS_ROLE_QUESTION], &both);
    }
    for (uint32_t i = 0; i < count && in_both >= 2 && in_both * 10 >= items * 6; i++) {
        if (at[i].kind != CS_LINE_ITEM || at[i].translation.size ||
            !cs_split_languages(at[i].cells[CS_ROLE_QUESTION], &both))
            continue;
        at[i].cells[CS_ROLE_QUESTION] = both.japanese;
        at[i].translation = both.english;
        at[i].in_both = true;
    }
}

void cs_settle_page(struct cs_page *page, struct cs_lines *lines, uint32_t first)
{
    struct cs_line *at = lines->at + first;
    uint32_t count = lines->count - first;
    find_numbered_headings(at, count);
    find_unnumbered_headings(at, count);
    close_page(at, count);
    drop_footers(at, count);
    find_first_heading(at, count);
    if (page->is_one_of_many)
        name_chapter(page, lines, first);
    part_languages(lines->at + first, lines->count - first);
}
