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

uint32_t cs_listed_read(struct cs_job *job, cs_text cell, cs_text *words, uint32_t room)
{
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
