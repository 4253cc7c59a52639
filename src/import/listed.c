/* See listed.h. */
#include "import/listed.h"
#include "match/similar.h"

uint32_t cs_listed_column(const struct cs_page *page)
{
    static const cs_text titles[] = {CS_LITERAL("options"),
                                     CS_LITERAL("choices"),
                                     CS_LITERAL("answeroptions"),
                                     CS_LITERAL("answerchoices"),
                                     CS_LITERAL("responseoptions"),
                                     CS_LITERAL("possibleanswers"),
                                     CS_LITERAL("選択肢"),
                                     CS_LITERAL("回答選択肢"),
                                     CS_LITERAL("选项"),
                                     CS_LITERAL("antwortmöglichkeiten"),
                                     CS_LITERAL("opciones"),
                                     CS_LITERAL("opções")};
    for (uint32_t c = page->left; c < page->column_count; c++) {
        cs_text title = page->columns[c].role == CS_ROLE_OTHER ? page->columns[c].title : (cs_text){0};
        cs_text bare = title.size ? cs_text_bare(&page->job->arena, title) : title;
        for (size_t i = 0; bare.size && i < sizeof titles / sizeof *titles; i++)
            if (cs_text_equal(bare, titles[i]))
                return c;
    }
    return CS_NO_COLUMN;
}

/* Takes a choice in quotation marks off a list that a program wrote; empty if there is none. */
static cs_text take_quoted(cs_text *list)
{
    while (list->size && (list->bytes[0] == ' ' || list->bytes[0] == ','))
        *list = cs_text_skip(*list, 1);
    char quote = list->size ? list->bytes[0] : ' ';
    size_t end = 1;
    if (quote != '"' && quote != '\'')
        return (cs_text){0};
    while (end < list->size && list->bytes[end] != quote)
        end++;
    cs_text choice = {list->bytes + 1, end - 1};
    *list = cs_text_skip(*list, end < list->size ? end + 1 : end);
    return cs_text_trim(choice);
}

/* What parts the choices of another list: line ends, or else one of these signs. */
static char sign_between(cs_text list)
{
    static const char signs[] = {'\n', ';', '|', '/'};
    for (size_t i = 0; i < sizeof signs; i++)
        for (size_t at = 0; at < list.size; at++)
            if (list.bytes[at] == signs[i])
                return signs[i];
    return '\n';
}

static cs_text take_parted(cs_text *list, char sign)
{
    size_t end = 0;
    while (end < list->size && list->bytes[end] != sign)
        end++;
    cs_text choice = {list->bytes, end};
    *list = cs_text_skip(*list, end < list->size ? end + 1 : end);
    return cs_text_trim(choice);
}

/* True for ①, and so on to ⑳. */
static bool is_numbered(cs_text text)
{
    uint32_t point = text.size ? cs_text_next(&text) : 0;
    return point >= 0x2460 && point <= 0x2473;
}

/* Without what stands between two choices: ①毎日、②毎週. */
static cs_text without_joint(cs_text choice)
{
    static const cs_text joints[] = {CS_LITERAL("、"), CS_LITERAL("，"), CS_LITERAL("／"),
                                     CS_LITERAL("/"),  CS_LITERAL(","),  CS_LITERAL(";")};
    choice = cs_text_trim(choice);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (cs_text_ends(choice, joints[i]))
            return cs_text_trim((cs_text){choice.bytes, choice.size - joints[i].size});
    return choice;
}

/* Choices that begin with circled figures, which stay: ①毎日 ②毎週. 0 if the list does not begin with one, or has no other. */
static uint32_t read_numbered(cs_text list, cs_text *words, uint32_t room)
{
    uint32_t count = 0;
    if (!is_numbered(list))
        return 0;
    for (cs_text rest = list, from = list; rest.size;) {
        cs_text_next(&rest);
        if (rest.size && !is_numbered(rest))
            continue;
        if (count == room)
            return 0;
        words[count++] = without_joint((cs_text){from.bytes, from.size - rest.size});
        from = rest;
    }
    return count > 1 ? count : 0;
}

uint32_t cs_listed_read(struct cs_job *job, cs_text cell, cs_text *words, uint32_t room)
{
    uint32_t numbered = read_numbered(cs_text_trim(cell), words, room);
    if (numbered)
        return numbered;
    cs_text list = cs_text_trim(cs_text_fold(&job->arena, cell));
    bool is_written = list.size > 2 && list.bytes[0] == '[' && list.bytes[list.size - 1] == ']';
    char sign = sign_between(list);
    uint32_t count = 0;
    if (is_written)
        list = (cs_text){list.bytes + 1, list.size - 2};
    while (list.size) {
        cs_text word = is_written ? take_quoted(&list) : take_parted(&list, sign);
        if (word.size == 0 && is_written)
            return list.size ? 0 : count;
        if (word.size && count == room)
            return 0;
        if (word.size)
            words[count++] = word;
    }
    return count;
}
