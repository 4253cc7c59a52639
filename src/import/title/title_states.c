/* Titles that ask for more about some answers: see cs_title_states. */
#include "import/title/title.h"
#include "model/quantity.h"
#include "wording/mark_words.h"

/* The states that a text names and nothing else, a bit each: いいえ, 「△」または「×」, 回答がNo. 0: it says something else. */
static unsigned states_named(struct cs_job *job, cs_text text)
{
    static const cs_text aside[] = {CS_LITERAL("「"),   CS_LITERAL("」"), CS_LITERAL("『"),  CS_LITERAL("』"),
                                    CS_LITERAL("“"),    CS_LITERAL("”"),  CS_LITERAL("\""),  CS_LITERAL("'"),
                                    CS_LITERAL("・"),   CS_LITERAL("、"), CS_LITERAL(","),   CS_LITERAL("/"),
                                    CS_LITERAL("／"),   CS_LITERAL(" "),  CS_LITERAL("　"),  CS_LITERAL("または"),
                                    CS_LITERAL("又は"), CS_LITERAL("や"), CS_LITERAL("or "), CS_LITERAL("回答が")};
    unsigned states = 0;
    while (text.size) {
        size_t size = 0, first = text.size;
        for (size_t i = 0; i < sizeof aside / sizeof *aside && size == 0; i++) {
            ptrdiff_t at = cs_text_find(text, aside[i]);
            size = at == 0 ? aside[i].size : 0;
            first = at > 0 && (size_t)at < first ? (size_t)at : first;
        }
        enum cs_state state;
        if (size == 0 && !cs_mark_word_state(job, (cs_text){text.bytes, first}, &state))
            return 0;
        states |= size ? 0 : 1U << state;
        text = cs_text_skip(text, size ? size : first);
    }
    return states & 1U << CS_STATE_NG ? states | 1U << CS_STATE_PLAN : states;
}

/* いいえの場合の理由, 「×」の場合は対応時期; not その場合の理由, nor ○の場合は回答. */
static unsigned states_of_case(struct cs_job *job, cs_text title, size_t at, size_t size)
{
    static const cs_text asking[] = {CS_LITERAL("回答"), CS_LITERAL("選択")};
    cs_text behind = cs_text_trim(cs_text_skip(title, at + size));
    if (behind.size == 0 || cs_text_holds_one(behind, asking, sizeof asking / sizeof *asking))
        return 0;
    return states_named(job, (cs_text){title.bytes, at});
}

unsigned cs_title_states(struct cs_job *job, cs_text title)
{
    static const cs_text marker = CS_LITERAL("の場合");
    cs_text rest = title = cs_text_trim(title);
    ptrdiff_t at = cs_text_find(title, marker);
    if (at > 0)
        return states_of_case(job, title, (size_t)at, marker.size);
    if (!cs_take(&rest, CS_TEXT("If ")) && !cs_take(&rest, CS_TEXT("if ")))
        return 0;
    ptrdiff_t comma = cs_text_find(rest, CS_TEXT(", ")), blank = cs_text_find(rest, CS_TEXT(" "));
    unsigned states = comma > 0 ? states_named(job, (cs_text){rest.bytes, (size_t)comma}) : 0;
    return states || blank < 0 ? states : states_named(job, (cs_text){rest.bytes, (size_t)blank});
}
