/* Lines are settled once the whole page is read: see settle.h. */
#include "import/settle.h"
#include "base/names.h"
#include "import/phrase.h"

static bool has(const struct cs_line *line, enum cs_role role)
{
    return line->cells[role].size > 0;
}

/* All that the row itself holds, without groups filled down and without a role. */
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
    cs_text own = cs_buf_copy(arena, &text);
    cs_buf_free(&text);
    return own;
}

/* The first cell becomes the label of the others: 会社名 | 見本. */
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

/* Headings behind the last item, and rows of a signature block, are notes. */
static void close_page(struct cs_line *lines, uint32_t count)
{
    enum { QUESTION = 36 };
    uint32_t numbered = 0, items = 0;
    for (uint32_t i = 0; i < count; i++) {
        items += lines[i].kind == CS_LINE_ITEM;
        numbered += lines[i].kind == CS_LINE_ITEM && lines[i].number.id.size;
    }
    for (uint32_t i = count; i-- > 0;) {
        struct cs_line *line = &lines[i];
        cs_text question = line->cells[CS_ROLE_QUESTION];
        bool signs = line->kind == CS_LINE_ITEM && numbered * 5 >= items * 4 && line->number.id.size == 0 &&
                     line->number.date.month == 0 && question.size < QUESTION && !cs_is_sentence(question) &&
                     !has(line, CS_ROLE_FLAG);
        if (line->kind == CS_LINE_ITEM && !signs)
            return;
        if (signs)
            label_note(line);
        line->kind = CS_LINE_NOTE;
    }
}

/* A number without an answer, of which the next number is a part, is a heading: 1 体制 above 1-1. */
static void find_numbered_headings(struct cs_line *lines, uint32_t count)
{
    for (uint32_t i = 0; i + 1 < count; i++) {
        struct cs_line *line = &lines[i], *next = &lines[i + 1];
        if (line->kind != CS_LINE_ITEM || next->kind != CS_LINE_ITEM || line->number.id.size == 0 ||
            has(line, CS_ROLE_ANSWER) || has(line, CS_ROLE_REMARK) || has(line, CS_ROLE_FLAG) || line->others ||
            next->number.parts <= line->number.parts || !cs_text_starts(next->number.id, line->number.id) ||
            !cs_text_starts(cs_text_skip(next->number.id, line->number.id.size), CS_TEXT(".")))
            continue;
        line->kind = CS_LINE_SECTION;
        line->text = own_text(line, CS_ROLES);
        line->depth = line->number.parts - 1;
    }
}

/* --- titles that come again -------------------------------------------------------------------------------------- */

void cs_settle_header(struct cs_line *lines, uint32_t count)
{
    while (count && lines[count - 1].kind != CS_LINE_ITEM)
        lines[--count].above_titles = true;
}

/* A heading that comes again and again where a page ends is its footer: 社外秘. It is kept once, as a note. */
static void drop_footers(struct cs_line *lines, uint32_t count)
{
    if (count == 0)
        return;
    struct cs_arena *arena = &lines[0].page->job->arena;
    struct cs_names texts = {0};
    uint32_t *times = cs_alloc_array(arena, count, sizeof *times);
    for (uint32_t i = 0; i < count; i++)
        if (lines[i].kind == CS_LINE_SECTION && (lines[i].above_titles || i + 1 == count))
            times[cs_names_add(arena, &texts, lines[i].text)]++;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t name = lines[i].kind == CS_LINE_SECTION ? cs_names_find(&texts, lines[i].text) : CS_NO_NAME;
        if (name == CS_NO_NAME || times[name] == 1)
            continue;
        lines[i].kind = CS_LINE_NOTE;
        lines[i].text = times[name] ? lines[i].text : (cs_text){0};
        times[name] = 0;
    }
}

/* Where headings stand directly above titles that come again, what stands above the first titles is one as well. */
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

void cs_settle_page(struct cs_line *lines, uint32_t count)
{
    find_numbered_headings(lines, count);
    drop_footers(lines, count);
    find_first_heading(lines, count);
    close_page(lines, count);
}
