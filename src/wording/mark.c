/* Marks: see mark.h. A mark is read only where it cannot be anything else: partly never becomes yes, and a dash before
 * a list is no answer. */
#include "wording/mark.h"
#include "wording/boxes.h"

/* --- HTML -------------------------------------------------------------------------------------------------------- */

/* True for tags that begin a new line. */
static bool breaks_line(cs_text tag)
{
    return cs_text_starts(tag, CS_TEXT("<li")) || cs_text_starts(tag, CS_TEXT("<br")) ||
           cs_text_starts(tag, CS_TEXT("<p")) || cs_text_starts(tag, CS_TEXT("<tr"));
}

/* Bytes of the tag that a text begins with: < then a letter or /, and > before the next <. 0 if it is none. */
static size_t tag_at(cs_text text)
{
    if (text.size < 3 || text.bytes[0] != '<')
        return 0;
    char first = text.bytes[1] == '/' ? text.bytes[2] : text.bytes[1];
    if (first < 'a' || first > 'z')
        return 0;
    for (size_t i = 1; i < text.size && text.bytes[i] != '<'; i++) {
        if (text.bytes[i] == ':' && text.bytes[i - 1] != '"' &&
            cs_text_find((cs_text){text.bytes, i}, CS_TEXT(" ")) < 0)
            return 0; /* <https://...>: an address in brackets */
        if (text.bytes[i] == '>')
            return i + 1;
    }
    return 0;
}

static bool ends_line(const struct cs_buf *out)
{
    return out->size == 0 || out->bytes[out->size - 1] == '\n';
}

cs_text cs_without_tags(struct cs_job *job, cs_text whole)
{
    struct cs_buf out = {0};
    bool found = false;
    if (cs_text_find(whole, CS_TEXT("<")) < 0)
        return whole;
    cs_text text = whole;
    while (text.size) {
        size_t size = tag_at(text);
        if (size == 0) {
            bool blank = text.bytes[0] == ' ' && ends_line(&out);
            if (!blank)
                cs_buf_add_byte(&out, text.bytes[0]);
            text = cs_text_skip(text, 1);
            continue;
        }
        found = true;
        while (breaks_line(text) && out.size && out.bytes[out.size - 1] == ' ')
            out.size--;
        if (breaks_line(text) && !ends_line(&out))
            cs_buf_add_byte(&out, '\n');
        text = cs_text_skip(text, size);
    }
    cs_text plain = cs_text_trim(cs_buf_copy(&job->arena, &out));
    cs_buf_free(&out);
    return found ? plain : whole;
}

/* --- marks ------------------------------------------------------------------------------------------------------- */

/* What people choose from drop-downs beside the spellings that profiles take; whole cells, folded, small letters. */
static const struct {
    enum cs_state state;
    cs_text word;
} whole_words[] = {
#define WORD(state, word)                                                                                              \
    {                                                                                                                  \
        CS_STATE_##state, CS_LITERAL(word)                                                                             \
    }
    WORD(OK, "y"),
    WORD(OK, "☑"),
    WORD(OK, "✔"),
    WORD(OK, "■"),
    WORD(OK, "レ"),
    WORD(OK, "レ点"),
    WORD(OK, "対応可"),
    WORD(OK, "対応可能"),
    WORD(OK, "対応している"),
    WORD(OK, "準拠"),
    WORD(OK, "できる"),
    WORD(OK, "implemented"),
    WORD(OK, "compliant"),
    WORD(OK, "in place"),
    WORD(PART, "部分対応"),
    WORD(PART, "部分的"),
    WORD(PART, "部分的に対応"),
    WORD(PART, "一部実施している"),
    WORD(PART, "partial"),
    WORD(PART, "partially implemented"),
    WORD(NG, "n"),
    WORD(NG, "対応不可"),
    WORD(NG, "対応していない"),
    WORD(NG, "不適合"),
    WORD(NG, "非準拠"),
    WORD(NG, "できない"),
    WORD(NG, "not implemented"),
    WORD(NG, "non-compliant"),
    WORD(NA, "該当しない"),
    WORD(NA, "適用外"),
    WORD(NA, "適用対象外"),
    WORD(NA, "na"),
    WORD(PLAN, "計画あり"),
#undef WORD
};

static bool find_whole_word(cs_text folded, enum cs_state *state)
{
    char small[64];
    if (folded.size > sizeof small)
        return false;
    for (size_t i = 0; i < folded.size; i++)
        small[i] =
            (char)(folded.bytes[i] >= 'A' && folded.bytes[i] <= 'Z' ? folded.bytes[i] + ('a' - 'A') : folded.bytes[i]);
    cs_text word = {small, folded.size};
    for (size_t i = 0; i < sizeof whole_words / sizeof *whole_words; i++)
        if (cs_text_equal(whole_words[i].word, word)) {
            *state = whole_words[i].state;
            return true;
        }
    size_t size;
    return cs_state_of_spelling(word, state, &size) && size == word.size;
}

/* Yes of "Yes, every day"; the whole text where nothing divides it. */
static cs_text first_clause(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL(", "), CS_LITERAL("; "), CS_LITERAL(" - ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find(text, signs[i]);
        if (at > 0)
            text.size = (size_t)at;
    }
    return text;
}

/* The mark or word that a text begins with: the catalog's own first, the longest of them. */
static size_t take_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, enum cs_state *state)
{
    size_t longest = 0;
    for (uint32_t i = 0; catalog && i < catalog->mark_count; i++)
        if (catalog->marks[i].sign.size > longest && cs_text_starts(text, catalog->marks[i].sign)) {
            longest = catalog->marks[i].sign.size;
            *state = catalog->marks[i].state;
        }
    if (longest || cs_state_of_spelling(text, state, &longest))
        return longest;
    cs_text word = first_clause(text);
    bool whole = word.size <= 48 && find_whole_word(cs_text_fold(&job->arena, word), state); /* Ｏ, ﾅｼ, Ｎ／Ａ, YES */
    return whole ? word.size : 0;
}

/* A sign such as ○, not a word; the dash that people put before the entries of a list is none. */
static size_t sign_at(cs_text text, enum cs_state *state)
{
    size_t size;
    cs_text rest = text;
    uint32_t point = text.size ? cs_text_next(&rest) : 0;
    bool picture =
        point == 0x00d7 || (point >= 0x2190 && point < 0x2c00) || point == 0x3007 || point > 0xffff || point == 0xff0d;
    return picture && cs_state_of_spelling(text, state, &size) && size == text.size - rest.size ? size : 0;
}

/* Without spaces and the bullets of a list. */
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
    return sign_at(skip_bullets(cell), &state) > 0;
}

bool cs_is_mark(struct cs_job *job, cs_text cell)
{
    enum cs_state state;
    cs_text text = cs_text_trim(cell), rest;
    unsigned checked;
    if (cs_boxes_read(job, text, &checked, &text, &rest) && text.size == 0)
        return true; /* boxes to check a mark in, none checked */
    return text.size && text.size <= 48 && take_front(job, NULL, text, &state) == text.size;
}

/* (一部), 条件付き behind ○: a word that takes back what the mark says. */
static bool takes_back(struct cs_job *job, cs_text rest, enum cs_state state)
{
    enum cs_state said;
    size_t size;
    cs_text text = cs_text_trim(cs_text_fold(&job->arena, rest));
    bool open = cs_text_starts(text, CS_TEXT("("));
    text = cs_text_trim(cs_text_skip(text, open));
    text.size -= open && cs_text_ends(text, CS_TEXT(")"));
    return text.size && text.size <= 48 && cs_state_of_spelling(text, &said, &size) && size == text.size &&
           said != state && said != CS_STATE_NDA;
}

/* The rest without the marks that its lines begin with, where all of them agree with the first. *split when one does
 * not, or when another mark follows on the same line: ○・△. */
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
        size_t size = sign_at(bare, &said);
        *split |= size > 0 && (said != state || !fresh);
        cs_buf_add(&out, out.size ? CS_TEXT("\n") : (cs_text){0});
        cs_buf_add(&out, size ? cs_text_trim(cs_text_skip(bare, size)) : line);
        rest = end < 0 ? (cs_text){0} : cs_text_skip(rest, (size_t)end + 1);
    }
    cs_text text = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return text;
}

/* Two texts, one below the other. */
static cs_text joined(struct cs_job *job, cs_text a, cs_text b)
{
    struct cs_buf out = {0};
    if (a.size == 0 || b.size == 0)
        return a.size ? a : b;
    cs_buf_add(&out, a);
    cs_buf_add_byte(&out, '\n');
    cs_buf_add(&out, b);
    cs_text text = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return text;
}

/* Words that say more than the state they are read as: 検討中 is less than a plan, 代替策あり more than a part. */
static bool says_more(cs_text word)
{
    static const cs_text words[] = {CS_LITERAL("検討中"), CS_LITERAL("計画中"), CS_LITERAL("条件付き"),
                                    CS_LITERAL("代替策あり")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_equal(words[i], word))
            return true;
    return false;
}

/* What follows a mark, without the sign that divides them: はい。年2回です。, Yes, twice a year. */
static cs_text behind_mark(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL("。"), CS_LITERAL("、"), CS_LITERAL("，"), CS_LITERAL("："),
                                    CS_LITERAL("；"), CS_LITERAL(", "), CS_LITERAL(": "), CS_LITERAL("; "),
                                    CS_LITERAL(". "), CS_LITERAL(" - ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cs_text_starts(text, signs[i]))
            return cs_text_skip(text, signs[i].size);
    return text;
}

/* The mark of a text and what follows it. False when it begins with none. */
static bool read_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, struct cs_marked *marked)
{
    enum cs_state state = CS_STATE_NONE;
    size_t size = take_front(job, catalog, text, &state);
    bool split = false;
    if (size == 0)
        return false;
    cs_text rest = strip_lines(job, behind_mark(cs_text_skip(text, size)), state, &split);
    if (split || takes_back(job, rest, state))
        *marked = (struct cs_marked){.answer = text, .fault = CS_MARK_SPLIT};
    else
        *marked = (struct cs_marked){.state = state, .answer = {text.bytes, size}, .remark = rest};
    if (marked->fault == CS_MARK_GOOD && says_more(marked->answer))
        marked->remark = joined(job, marked->answer, rest);
    return true;
}

/* 予定 (2026年3月): ..., 非公開: ...: what composing writes for a state that a sheet has no sign for. */
static bool is_labelled(cs_text text, enum cs_state *state)
{
    for (int i = CS_STATE_NONE + 1; i < CS_STATES; i++)
        for (int in = 0; in < CS_LANGUAGES; in++) {
            cs_text label = cs_state_label((enum cs_state)i, (enum cs_language)in),
                    behind = cs_text_skip(text, label.size);
            if (!cs_text_starts(text, label))
                continue;
            if (i == CS_STATE_PLAN && cs_text_starts(behind, CS_TEXT(" (")))
                behind = cs_text_skip(behind, (size_t)(cs_text_find(behind, CS_TEXT(")")) + 1));
            if (!cs_text_starts(behind, CS_TEXT(":")) && !cs_text_starts(behind, CS_TEXT("：")))
                continue;
            *state = (enum cs_state)i;
            return true;
        }
    return false;
}

static struct cs_marked read_mark(struct cs_job *job, const struct cs_catalog *catalog, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.answer = answer, .remark = remark};
    enum cs_state state;
    if (answer.size == 0) {
        cs_text front = skip_bullets(remark);
        bool alone = cs_is_mark(job, remark);
        if (is_labelled(remark, &marked.state))
            return marked;
        if ((!alone && sign_at(front, &state) == 0) || !read_front(job, catalog, alone ? remark : front, &marked))
            return marked;
        marked.in_remark = true;
        if (marked.fault != CS_MARK_GOOD)
            marked = (struct cs_marked){.remark = remark, .fault = marked.fault, .in_remark = true};
        return marked;
    }
    cs_text front = skip_bullets(answer);
    if (read_front(job, catalog, sign_at(front, &state) ? front : answer, &marked)) {
        marked.remark = marked.fault == CS_MARK_GOOD ? joined(job, marked.remark, remark) : remark;
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

/* 規程あり, 外部の監査なし: the word stands last. Not where some of it is taken back. */
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
    size_t size = is_labelled(answer, &marked.state) ? 0 : take_front(job, NULL, answer, &marked.state);
    cs_text behind = behind_mark(cs_text_skip(answer, size));
    if (size && behind.size + size < answer.size) { /* はい。年2回です。: the word stands for itself */
        marked.answer.size = size;
        marked.remark = joined(job, cs_text_trim(behind), remark);
        return marked;
    }
    if (size || is_labelled(answer, &marked.state) || cs_state_of_phrase(answer, &marked.state) ||
        ends_in_word(answer, &marked.state))
        return marked;
    marked.state = CS_STATE_TOLD;
    marked.fault = CS_MARK_STRANGE;
    return marked;
}

/* A value stays as it is; only what is plainly no value, and stands alone, is a state: 非公開, 対象外, －. */
static struct cs_marked read_value(struct cs_job *job, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.answer = answer, .remark = remark};
    enum cs_state state = CS_STATE_NONE;
    if (answer.size == 0)
        return marked;
    marked.state = CS_STATE_TOLD;
    bool says = is_labelled(answer, &state) || take_front(job, NULL, answer, &state) == answer.size;
    if (says && (state == CS_STATE_NA || state == CS_STATE_NDA || state == CS_STATE_PLAN))
        marked.state = state;
    else if (answer.size <= 24 && cs_state_of_phrase(answer, &state) && state == CS_STATE_NONE)
        marked.state = CS_STATE_NONE; /* 確認中 */
    return marked;
}

/* Answers in words have no column for marks: all of it is the remark. */
static struct cs_marked read_words(struct cs_job *job, cs_text answer, cs_text remark)
{
    struct cs_marked marked = {.remark = joined(job, answer, remark)};
    enum cs_state state;
    if (marked.remark.size)
        marked.state = CS_STATE_TOLD;
    if (cs_state_of_phrase(marked.remark, &state) && state == CS_STATE_NONE)
        marked.state = CS_STATE_NONE; /* 確認中 */
    return marked;
}

/* The cells when there are no boxes in them any more. */
static struct cs_marked read_plain(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                   bool in_words, cs_text answer, cs_text remark)
{
    if (item && item->kind != CS_KIND_MARK && answer.size == 0) { /* the only column there is holds the answers */
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
        remark = joined(job, rest, answer.size ? remark : (cs_text){0});
        answer = chosen;
    }
    struct cs_marked marked = read_plain(job, catalog, item, in_words, answer, remark);
    if (checked > 1 && marked.fault == CS_MARK_STRANGE)
        marked.fault = CS_MARK_SPLIT;
    return marked;
}
