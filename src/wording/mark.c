/* Marks: see mark.h. A mark is recognised only if it cannot be anything else: partly never becomes yes, and a dash
 * before a list is no answer. */
#include "wording/mark.h"
#include "wording/boxes.h"
#include "wording/doubt.h"
#include "wording/mark_words.h"
#include "wording/tags.h"

/* Skips spaces and list bullets. */
static cs_text skip_bullets(cs_text text)
{
    static const cs_text bullets[] = {CS_LITERAL("・"), CS_LITERAL("•"), CS_LITERAL("* "), CS_LITERAL("●"),
                                      CS_LITERAL("■"),  CS_LITERAL("◆"), CS_LITERAL("/"),  CS_LITERAL("／"),
                                      CS_LITERAL("、"), CS_LITERAL(",")};
    for (bool found = true; found;) {
        text = cs_text_trim(text);
        found = false;
        for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
            if (cs_text_starts(text, bullets[i])) {
                text = cs_text_skip(text, bullets[i].size);
                found = true;
            }
    }
    return text;
}

bool cs_begins_with_mark(cs_text cell)
{
    enum cs_state state;
    return cs_mark_sign(skip_bullets(cell), &state) > 0;
}

bool cs_is_mark(struct cs_job *job, cs_text cell)
{
    cs_text text = cs_text_trim(cell), rest;
    unsigned checked;
    if (cs_boxes_read(job, text, &checked, &text, &rest) && text.size == 0)
        return true; /* boxes to put a mark in, none of them filled */
    return cs_is_mark_word(job, text) || cs_is_unchosen(job, cs_text_trim(cell));
}

bool cs_mark_state(struct cs_job *job, cs_text cell, enum cs_state *state)
{
    return cs_mark_word_state(job, cs_text_trim(cell), state);
}

/* The rest without the marks that begin its lines, if all of them agree with the first. *split is set if one does
 * not, or if another mark follows on the same line: ○・△. */
static cs_text strip_lines(struct cs_job *job, cs_text behind, enum cs_state state, bool *split)
{
    struct cs_buf out = {0};
    enum cs_state said;
    bool fresh = cs_text_starts(behind, CS_TEXT("\n")); /* the mark has a line of its own */
    *split = false;
    for (cs_text rest = cs_text_trim(behind); rest.size; fresh = true) {
        ptrdiff_t end = cs_text_find(rest, CS_TEXT("\n"));
        cs_text line = cs_text_trim((cs_text){rest.bytes, end < 0 ? rest.size : (size_t)end});
        cs_text bare = skip_bullets(line);
        size_t size = cs_mark_sign(bare, &said);
        *split |= size > 0 && (said != state || !fresh);
        cs_buf_separate(&out, CS_TEXT("\n"));
        cs_buf_add(&out, size ? cs_text_trim(cs_text_skip(bare, size)) : line);
        rest = end < 0 ? (cs_text){0} : cs_text_skip(rest, (size_t)end + 1);
    }
    return cs_buf_take(&job->arena, &out);
}

/* True for words that differ from the state they are read as: 検討中 is less than a plan, 代替策あり more than a part. */
static bool says_more(cs_text word)
{
    static const cs_text words[] = {CS_LITERAL("検討中"), CS_LITERAL("計画中"), CS_LITERAL("条件付き"),
                                    CS_LITERAL("代替策あり")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_equal(words[i], word))
            return true;
    return false;
}

/* True if a word is the beginning of a sentence: "No data is stored" is a good answer to a question about safety. */
static bool goes_on(cs_text text, size_t size, enum cs_state state)
{
    char last = text.bytes[size - 1], next = size + 1 < text.size ? text.bytes[size + 1] : ' ';
    bool is_word = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
    return state != CS_STATE_OK && is_word && text.size > size && text.bytes[size] == ' ' && next >= 'a' && next <= 'z';
}

/* Reads the mark at the front of a text and what follows it. False if there is none. */
static bool read_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, struct cs_marked *marked)
{
    enum cs_state state = CS_STATE_NONE;
    size_t size = cs_mark_front(job, catalog, text, &state);
    bool split = false;
    if (size == 0 || goes_on(text, size, state))
        return false;
    cs_text behind = cs_text_skip(text, size), rest = strip_lines(job, cs_behind_mark(behind), state, &split);
    if (split || cs_mark_is_doubted(job, (cs_text){text.bytes, size}, behind, state))
        *marked = (struct cs_marked){.answer = text, .fault = CS_MARK_SPLIT};
    else
        *marked = (struct cs_marked){.state = state, .answer = {text.bytes, size}, .remark = rest};
    if (marked->fault == CS_MARK_GOOD && says_more(marked->answer))
        marked->remark = cs_text_below(&job->arena, marked->answer, rest);
    return true;
}

/* True for a label that composing writes for a state without a sign: 予定 (2026年3月): ..., 予定 (2026年3月), 非公開: ... */
static bool is_labelled(cs_text text, enum cs_state *state)
{
    for (int i = CS_STATE_NONE + 1; i < CS_STATES; i++)
        for (int in = 0; in < CS_LANGUAGES; in++) {
            cs_text label = cs_state_label((enum cs_state)i, (enum cs_language)in),
                    behind = cs_text_skip(text, label.size);
            if (!cs_text_starts(text, label))
                continue;
            bool is_due = i == CS_STATE_PLAN && cs_text_starts(behind, CS_TEXT(" ("));
            if (is_due)
                behind = cs_text_skip(behind, (size_t)(cs_text_find(behind, CS_TEXT(")")) + 1));
            if (!(is_due && behind.size == 0) && !cs_text_starts(behind, CS_TEXT(":")) &&
                !cs_text_starts(behind, CS_TEXT("：")))
                continue;
            *state = (enum cs_state)i;
            return true;
        }
    return false;
}

/* True for such a label for a state and nothing else: Not disclosed. */
static bool is_label(cs_text text, enum cs_state *state)
{
    for (int i = CS_STATE_NONE + 1; i < CS_STATES; i++)
        for (int in = 0; in < CS_LANGUAGES; in++)
            if (cs_text_equal(text, cs_state_label((enum cs_state)i, (enum cs_language)in))) {
                *state = (enum cs_state)i;
                return true;
            }
    return false;
}

bool cs_mark_is_labelled(cs_text text)
{
    enum cs_state state;
    return is_labelled(text, &state) || is_label(text, &state);
}

static struct cs_marked read_mark(struct cs_job *job, const struct cs_catalog *catalog, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.answer = answer, .remark = remark};
    enum cs_state state;
    if (answer.size == 0) {
        cs_text front = skip_bullets(remark);
        bool alone = cs_is_mark(job, remark);
        if (is_labelled(remark, &marked.state) || is_label(remark, &marked.state))
            return marked;
        if ((!alone && cs_mark_sign(front, &state) == 0) || !read_front(job, catalog, alone ? remark : front, &marked))
            return marked;
        marked.in_remark = true;
        if (marked.fault != CS_MARK_GOOD)
            marked = (struct cs_marked){.remark = remark, .fault = marked.fault, .in_remark = true};
        return marked;
    }
    cs_text front = skip_bullets(answer);
    if (read_front(job, catalog, cs_mark_sign(front, &state) ? front : answer, &marked)) {
        marked.remark = marked.fault == CS_MARK_GOOD ? cs_text_below(&job->arena, marked.remark, remark) : remark;
        if (marked.fault != CS_MARK_GOOD)
            marked.answer = answer;
        if (marked.state == CS_STATE_NG && is_labelled(marked.remark, &state) && state == CS_STATE_PLAN)
            marked.state = state;
        return marked;
    }
    if (cs_state_of_phrase(answer, &marked.state))
        return marked;
    marked.fault = CS_MARK_STRANGE;
    return marked;
}

/* --- yes or no in words, and values ------------------------------------------------------------------------------- */

/* True if the word for the state comes last: 規程あり, 外部の監査なし. Not if anything qualifies it. */
static bool ends_in_word(cs_text text, enum cs_state *state)
{
    static const struct {
        cs_text word;
        enum cs_state state;
    } words[] = {{CS_LITERAL("あり"), CS_STATE_OK},       {CS_LITERAL("有り"), CS_STATE_OK},
                 {CS_LITERAL("なし"), CS_STATE_NG},       {CS_LITERAL("無し"), CS_STATE_NG},
                 {CS_LITERAL("不可"), CS_STATE_NG},       {CS_LITERAL("していない"), CS_STATE_NG},
                 {CS_LITERAL("実施しない"), CS_STATE_NG}, {CS_LITERAL("非公開"), CS_STATE_NDA},
                 {CS_LITERAL("非開示"), CS_STATE_NDA}};
    static const cs_text doubts[] = {CS_LITERAL("一部"), CS_LITERAL("条件"), CS_LITERAL("予定"), CS_LITERAL("検討"),
                                     CS_LITERAL("該当"), CS_LITERAL("問題"), CS_LITERAL("除"),   CS_LITERAL("のみ"),
                                     CS_LITERAL("代替"), CS_LITERAL("場合"), CS_LITERAL("支障")};
    if (cs_text_ends(text, CS_TEXT("。")))
        text.size -= 3;
    for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++)
        if (cs_text_find(text, doubts[i]) >= 0)
            return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_ends(text, words[i].word) && cs_text_find(text, CS_TEXT("\n")) < 0) {
            *state = words[i].state;
            return true;
        }
    return false;
}

static struct cs_marked read_yes_no(struct cs_job *job, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.answer = answer, .remark = remark};
    if (answer.size == 0)
        return marked;
    size_t size = is_labelled(answer, &marked.state) ? 0 : cs_mark_front(job, NULL, answer, &marked.state);
    cs_text behind = cs_behind_mark(cs_text_skip(answer, size));
    if (size && behind.size + size < answer.size) { /* はい。年2回です。: the word is an answer by itself */
        marked.answer.size = size;
        marked.remark = cs_text_below(&job->arena, cs_text_trim(behind), remark);
        return marked;
    }
    if (size || is_labelled(answer, &marked.state) || cs_state_of_phrase(answer, &marked.state) ||
        ends_in_word(answer, &marked.state))
        return marked;
    marked.state = CS_STATE_FREE_TEXT;
    marked.fault = CS_MARK_STRANGE;
    return marked;
}

/* A value stays as it is; only a text that is certainly no value, and nothing else, is a state: 非公開, 対象外, －. */
static struct cs_marked read_value(struct cs_job *job, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.answer = answer, .remark = remark};
    enum cs_state state = CS_STATE_NONE;
    if (answer.size == 0)
        return marked;
    marked.state = CS_STATE_FREE_TEXT;
    bool says = is_labelled(answer, &state) || is_label(answer, &state) ||
                cs_mark_front(job, NULL, answer, &state) == answer.size;
    if (says && (state == CS_STATE_NA || state == CS_STATE_NDA || state == CS_STATE_PLAN))
        marked.state = state;
    else if (answer.size <= 24 && cs_state_of_phrase(answer, &state) && state == CS_STATE_NONE)
        marked.state = CS_STATE_NONE; /* 確認中 */
    return marked;
}

/* With answers in words there is no column for marks: the whole text is the remark. */
static struct cs_marked read_words(struct cs_job *job, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.remark = cs_text_below(&job->arena, answer, remark)};
    enum cs_state state;
    if (marked.remark.size)
        marked.state = CS_STATE_FREE_TEXT;
    if (cs_state_of_phrase(marked.remark, &state) && state == CS_STATE_NONE)
        marked.state = CS_STATE_NONE; /* 確認中 */
    return marked;
}

/* Reads the cells, in which boxes have been resolved. */
static struct cs_marked read_plain(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                   bool in_words, cs_text answer, cs_text remark)
{
    if (item && item->kind != CS_KIND_MARK && answer.size == 0) { /* the only column contains the answers */
        answer = remark;
        remark = (cs_text){0};
    }
    if (item && cs_kind_is_yes_no(item->kind))
        return read_yes_no(job, answer, remark);
    if (item && item->kind != CS_KIND_MARK)
        return read_value(job, answer, remark);
    return in_words ? read_words(job, answer, remark) : read_mark(job, catalog, answer, remark);
}

struct cs_marked cs_mark_read(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                              bool in_words, cs_text answer, cs_text remark)
{
    cs_text chosen, rest;
    answer = cs_text_trim(cs_without_tags(job, answer));
    remark = cs_text_trim(cs_without_tags(job, remark));
    unsigned checked = 0;
    if (cs_boxes_read(job, answer.size ? answer : remark, &checked, &chosen, &rest)) {
        remark = cs_text_below(&job->arena, rest, answer.size ? remark : (cs_text){0});
        answer = chosen;
    }
    if (checked == 0 && cs_is_unchosen(job, answer))
        answer = (cs_text){0};
    struct cs_marked marked = read_plain(job, catalog, item, in_words, answer, remark);
    if (checked > 1 && marked.fault == CS_MARK_STRANGE)
        marked.fault = CS_MARK_SPLIT;
    return marked;
}
