/* Headings over several cells: see heading.h. */
#include "import/page/heading.h"
#include "import/page/phrase.h"
#include "import/page/settle.h"

static bool has(const struct cs_line *line, enum cs_role role)
{
    return line->cells[role].size > 0;
}

/* True for a row that only names a chapter or section, in several cells: 1 | 体制. For a number alone, the next number
 * decides. */
static bool is_heading_row(const struct cs_line *line)
{
    if (cs_line_is_number_alone(line))
        return false;
    for (int role = 0; role < CS_ROLES; role++) {
        bool titles = role == CS_ROLE_NUMBER || role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION ||
                      role == CS_ROLE_GROUP || role == CS_ROLE_NAME;
        if (has(line, (enum cs_role)role) && (!titles || !cs_is_heading(line->cells[role])))
            return false;
    }
    return line->others == NULL && !(has(line, CS_ROLE_NUMBER) && has(line, CS_ROLE_NAME));
}

/* True for a chapter's number with its name in the question column, where questions have numbers of their own. */
static bool is_chapter_row(const struct cs_line *line)
{
    struct cs_number number;
    cs_text chapter = line->cells[CS_ROLE_CHAPTER];
    return line->page->of_role[CS_ROLE_NUMBER] != CS_NO_COLUMN && line->number.id.size == 0 && chapter.size &&
           cs_number_read(line->page->job, chapter, &number) && cs_number_is_whole(&number) &&
           cs_is_heading(line->cells[CS_ROLE_QUESTION]) && !has(line, CS_ROLE_ANSWER) && !has(line, CS_ROLE_REMARK) &&
           !has(line, CS_ROLE_FLAG) && !line->others;
}

/* True for a number with a name and nothing else, where all other rows have a question as well: AC | ACCESS CONTROL. */
static bool is_unasked(const struct cs_line *line)
{
    return line->page->is_asked_in_full && has(line, CS_ROLE_NAME) && cs_is_heading(line->cells[CS_ROLE_NAME]) &&
           !has(line, CS_ROLE_ANSWER) && !has(line, CS_ROLE_REMARK) && !has(line, CS_ROLE_FLAG) &&
           !has(line, CS_ROLE_EVIDENCE);
}

/* True for a heading with its number in front as well as in the column of numbers: A | A. Risk management. */
static bool is_numbered_twice(const struct cs_line *line)
{
    cs_text number = line->cells[CS_ROLE_NUMBER], question = line->cells[CS_ROLE_QUESTION];
    cs_text behind = cs_text_skip(question, number.size);
    return number.size && cs_text_starts(question, number) &&
           (cs_text_starts(behind, CS_TEXT(". ")) || cs_text_starts(behind, CS_TEXT(") ")) ||
            cs_text_starts(behind, CS_TEXT("．"))) &&
           cs_is_heading(question) && !has(line, CS_ROLE_ANSWER) && !has(line, CS_ROLE_REMARK) &&
           !has(line, CS_ROLE_FLAG) && !has(line, CS_ROLE_NAME) && !line->others;
}

cs_text cs_heading_of_row(const struct cs_line *line)
{
    bool twice = is_numbered_twice(line);
    bool heads = has(line, CS_ROLE_QUESTION) ? twice || is_chapter_row(line) : is_heading_row(line) || is_unasked(line);
    struct cs_buf text = {0};
    for (int role = 0; role < CS_ROLES && heads; role++) {
        if (!has(line, (enum cs_role)role) || (twice && role == CS_ROLE_NUMBER))
            continue;
        cs_buf_add(&text, text.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&text, line->cells[role]);
    }
    return cs_buf_take(&line->page->job->arena, &text);
}
