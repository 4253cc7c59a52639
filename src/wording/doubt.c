/* Marks in doubt: see doubt.h. Partly never becomes yes. */
#include "wording/doubt.h"
#include "base/unicode.h"
#include "wording/mark_words.h"

#include <string.h>

static const cs_text *first_of(cs_text text, const cs_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_starts(text, texts[i]))
            return &texts[i];
    return NULL;
}

cs_text cs_behind_mark(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL("。"), CS_LITERAL("、"),  CS_LITERAL("，"), CS_LITERAL("："),
                                    CS_LITERAL("；"), CS_LITERAL(", "),  CS_LITERAL(": "), CS_LITERAL("; "),
                                    CS_LITERAL(". "), CS_LITERAL(" - "), CS_LITERAL(" – ")};
    const cs_text *sign = first_of(text, signs, sizeof signs / sizeof *signs);
    if (!sign && text.size == 1 && (text.bytes[0] == '.' || text.bytes[0] == ':' || text.bytes[0] == ','))
        return cs_text_skip(text, 1);
    return sign ? cs_text_skip(text, sign->size) : text;
}

/* The text after characters and words that join a second mark to the first; empty if there is none. */
static cs_text behind_joint(cs_text text)
{
    static const cs_text joints[] = {CS_LITERAL("/"),    CS_LITERAL("／"),  CS_LITERAL("・"),   CS_LITERAL("か"),
                                     CS_LITERAL("→"),    CS_LITERAL("⇒"),   CS_LITERAL("->"),   CS_LITERAL("または"),
                                     CS_LITERAL("又は"), CS_LITERAL("or "), CS_LITERAL("～"),   CS_LITERAL("〜"),
                                     CS_LITERAL("|"),    CS_LITERAL("｜"),  CS_LITERAL("、"),   CS_LITERAL(","),
                                     CS_LITERAL("と"),   CS_LITERAL("~"),   CS_LITERAL("だが"), CS_LITERAL("のち")};
    const cs_text *joint;
    while ((joint = first_of(text = cs_text_trim(text), joints, sizeof joints / sizeof *joints)) != NULL)
        text = cs_text_skip(text, joint->size);
    return text;
}

/* The content of a bracket at the front; else the text up to the line end. */
static cs_text bracket_of(cs_text text, bool *open)
{
    text = cs_text_trim(text);
    *open = cs_text_starts(text, CS_TEXT("("));
    ptrdiff_t end = cs_text_find(text, *open ? CS_TEXT(")") : CS_TEXT("\n"));
    text.size = end < 0 ? text.size : (size_t)end;
    return cs_text_trim(cs_text_skip(text, *open));
}

/* True for words that qualify a mark, alone or in a bracket: (一部), 条件付き. */
static bool takes_back(cs_text folded, enum cs_state state)
{
    static const cs_text words[] = {CS_LITERAL("一部"),   CS_LITERAL("条件付"),  CS_LITERAL("予定"),
                                    CS_LITERAL("検討"),   CS_LITERAL("部分"),    CS_LITERAL("partial"),
                                    CS_LITERAL("partly"), CS_LITERAL("in part"), CS_LITERAL("planned")};
    enum cs_state said;
    size_t size;
    bool open;
    cs_text text = bracket_of(folded, &open);
    if (text.size == 0 || state == CS_STATE_NG || state == CS_STATE_NA)
        return text.size && !open && text.size <= CS_MARK_WORD_SIZE && cs_state_of_spelling(text, &said, &size) &&
               size == text.size && said != state && said != CS_STATE_NDA && said != CS_STATE_PLAN;
    if (open && state == CS_STATE_OK && first_of(text, words, sizeof words / sizeof *words))
        return true;
    return text.size <= CS_MARK_WORD_SIZE && cs_state_of_spelling(text, &said, &size) && size == text.size &&
           said != state && said != CS_STATE_NDA;
}

/* True if the first line is longer than any word for a state, does not begin with a bracket, and folding leaves that
 * much of it unchanged: nothing in it qualifies the mark, and the rest need not be examined. */
static bool is_long_line(cs_text behind)
{
    cs_text front = cs_text_trim(behind);
    size_t size = CS_MARK_WORD_SIZE + 4; /* the following character may still combine with the last one */
    while (size < front.size && (front.bytes[size] & 0xc0) == 0x80)
        size++;
    if (front.size <= size || front.bytes[0] == '(' || front.bytes[0] == '?' || memchr(front.bytes, '\n', size))
        return false;
    return cs_text_is_folded((cs_text){front.bytes, size});
}

bool cs_mark_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state)
{
    enum cs_state said = state, sign;
    size_t size;
    cs_text second = behind_joint(behind);
    if (!is_long_line(behind)) {
        cs_text folded = cs_text_trim(cs_text_fold(&job->arena, behind));
        if (cs_text_starts(folded, CS_TEXT("?")) || takes_back(folded, state))
            return true;
    }
    if (cs_mark_sign(second, &said) > 0)
        return said != state;
    if (second.bytes == cs_text_trim(behind).bytes || second.size == 0 || cs_mark_sign(mark, &sign) == 0)
        return false; /* nothing joins the mark to what follows */
    ptrdiff_t end = cs_text_find(second, CS_TEXT("\n"));
    cs_text line = {second.bytes, end < 0 ? second.size : (size_t)end};
    return cs_state_of_spelling(line, &said, &size) && size == cs_text_trim(line).size && said != state;
}

bool cs_short_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state)
{
    enum cs_state said;
    size_t size;
    ptrdiff_t end = cs_text_find(behind, CS_TEXT("\n"));
    cs_text line = cs_text_trim(end < 0 ? behind : (cs_text){behind.bytes, (size_t)end});
    bool is_remark = line.size <= CS_MARK_WORD_SIZE && cs_text_starts(behind, CS_TEXT(" ")) &&
                     cs_mark_sign(line, &said) == 0 && cs_state_of_spelling(line, &said, &size) && size == line.size;
    return !is_remark && cs_mark_is_doubted(job, mark, behind, state);
}
