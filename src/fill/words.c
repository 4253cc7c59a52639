/* See words.h. */
#include "fill/words.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "wording/boxes.h"
#include "wording/mark_words.h"
#include "wording/mark.h"

enum { MOST_WORDS = 64 };

/* --- what a word means -------------------------------------------------------------------------------------------- */

static bool is_same(struct cs_job *job, cs_text a, cs_text b)
{
    if (a.size == 0 || b.size == 0)
        return false;
    if (cs_text_equal(a, b))
        return true;
    a = cs_text_fold(&job->arena, cs_text_trim(a));
    b = cs_text_fold(&job->arena, cs_text_trim(b));
    bool same = a.size == b.size && a.size > 0;
    for (size_t i = 0; same && i < a.size; i++) {
        char x = a.bytes[i], y = b.bytes[i];
        same = (x >= 'A' && x <= 'Z' ? x | 0x20 : x) == (y >= 'A' && y <= 'Z' ? y | 0x20 : y);
    }
    return same;
}

/* The catalog's mark with this sign or label; NULL if there is none. */
static const struct cs_mark *find_sign(struct cs_job *job, const struct cs_catalog *catalog, cs_text word)
{
    for (uint32_t i = 0; catalog && i < catalog->mark_count; i++) {
        const struct cs_mark *mark = &catalog->marks[i];
        if (is_same(job, mark->sign, word) || is_same(job, mark->label.in[CS_JA], word) ||
            is_same(job, mark->label.in[CS_EN], word))
            return mark;
    }
    return NULL;
}

static enum cs_state state_of_label(struct cs_job *job, const struct cs_item *item, cs_text word)
{
    for (int state = CS_STATE_OK; state < CS_STATE_FREE_TEXT; state++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            cs_text own =
                item ? cs_kind_word_for(item->kind, (enum cs_state)state, (enum cs_language)language) : (cs_text){0};
            if (is_same(job, own, word) ||
                is_same(job, cs_state_label((enum cs_state)state, (enum cs_language)language), word))
                return (enum cs_state)state;
        }
    return CS_STATE_NONE;
}

/* Words that occur in lists of choices only; small letters. */
static const struct {
    enum cs_state state;
    cs_text word;
} list_words[] = {
    {CS_STATE_OK, CS_LITERAL("fully")},        {CS_STATE_OK, CS_LITERAL("fully met")},
    {CS_STATE_OK, CS_LITERAL("true")},         {CS_STATE_NG, CS_LITERAL("not at all")},
    {CS_STATE_NG, CS_LITERAL("not met")},      {CS_STATE_NG, CS_LITERAL("false")},
    {CS_STATE_PART, CS_LITERAL("partly met")}, {CS_STATE_PART, CS_LITERAL("partially met")},
    {CS_STATE_NA, CS_LITERAL("not relevant")},
};

static enum cs_state state_of_piece(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                    cs_text word)
{
    const struct cs_mark *sign = find_sign(job, catalog, word);
    if (sign)
        return sign->state; /* NONE of a sign that the form gives a meaning which is not known */
    enum cs_state state = state_of_label(job, item, word);
    for (size_t i = 0; state == CS_STATE_NONE && i < sizeof list_words / sizeof *list_words; i++)
        if (is_same(job, list_words[i].word, word))
            state = list_words[i].state;
    if (state != CS_STATE_NONE || !cs_is_mark(job, word))
        return state;
    struct cs_marked marked = cs_mark_read(job, NULL, NULL, false, word, (cs_text){0});
    return marked.fault == CS_MARK_GOOD && marked.remark.size == 0 ? marked.state : CS_STATE_NONE;
}

/* Bytes of a separator at the front of a text; 0 if there is none. */
static size_t divider_at(cs_text text)
{
    static const cs_text dividers[] = {CS_LITERAL("/"), CS_LITERAL("／"), CS_LITERAL("|"),  CS_LITERAL("｜"),
                                       CS_LITERAL(":"), CS_LITERAL("："), CS_LITERAL("("),  CS_LITERAL("（"),
                                       CS_LITERAL(")"), CS_LITERAL("）"), CS_LITERAL("・"), CS_LITERAL("\n"),
                                       CS_LITERAL(","), CS_LITERAL("、"), CS_LITERAL("."),  CS_LITERAL("．"),
                                       CS_LITERAL("["), CS_LITERAL("]"),  CS_LITERAL("［"), CS_LITERAL("］")};
    for (size_t i = 0; i < sizeof dividers / sizeof *dividers; i++)
        if (cs_text_starts(text, dividers[i]))
            return dividers[i].size;
    return 0;
}

/* Bytes of N/A at the front of a text, whose slash is no separator; 0 if there is none. */
static size_t not_applicable_at(cs_text text)
{
    static const cs_text spellings[] = {CS_LITERAL("N/A"), CS_LITERAL("n/a"), CS_LITERAL("N／A")};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        cs_text behind = cs_text_skip(text, spellings[i].size);
        if (cs_text_starts(text, spellings[i]) && (behind.size == 0 || !cs_is_ascii_letter(behind.bytes[0])))
            return spellings[i].size;
    }
    return 0;
}

/* Takes the next part off a text. */
static cs_text take_piece(cs_text *rest)
{
    while (rest->size && rest->bytes[0] == ' ')
        *rest = cs_text_skip(*rest, 1);
    size_t size = not_applicable_at(*rest);
    while (size < rest->size && !divider_at(cs_text_skip(*rest, size)))
        size++;
    cs_text piece = {rest->bytes, size};
    *rest = cs_text_skip(*rest, size);
    *rest = cs_text_skip(*rest, divider_at(*rest));
    return cs_text_trim(piece);
}

static bool is_digits(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!cs_is_digit(text.bytes[i]))
            return false;
    return true;
}

enum cs_state cs_fill_state_of(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                               cs_text word)
{
    enum { LONGEST = 120 };
    cs_text rest = cs_text_trim(word);
    enum cs_state state = word.size <= LONGEST ? state_of_piece(job, catalog, item, rest) : CS_STATE_NONE;
    if (state != CS_STATE_NONE || word.size > LONGEST)
        return state;
    while (rest.size) {
        cs_text piece = take_piece(&rest);
        enum cs_state said = is_digits(piece) ? state : state_of_piece(job, catalog, item, piece);
        if (!is_digits(piece) && (said == CS_STATE_NONE || (state != CS_STATE_NONE && said != state)))
            return CS_STATE_NONE;
        state = said;
    }
    return state;
}

/* --- lists -------------------------------------------------------------------------------------------------------- */

/* For an answer in words: chooses the word of the list that is the answer's text, letter by letter. */
static bool choose_value(struct cs_job *job, const struct cs_answer *answer, const cs_text *words, uint32_t count,
                         cs_text *chosen)
{
    for (uint32_t i = 0; i < count; i++)
        if (is_same(job, words[i], answer->value.written)) {
            *chosen = words[i];
            return true;
        }
    return false;
}

bool cs_fill_choose(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                    const struct cs_answer *answer, const cs_text *words, uint32_t count, cs_text *chosen)
{
    cs_text sign = catalog ? cs_catalog_sign(catalog, item, answer->state, CS_JA) : (cs_text){0};
    uint32_t found = 0;
    bool is_own = false;
    if (answer->state == CS_STATE_FREE_TEXT)
        return choose_value(job, answer, words, count, chosen);
    for (uint32_t i = 0; i < count && !is_own; i++) {
        if (cs_fill_state_of(job, catalog, item, words[i]) != answer->state)
            continue;
        is_own = is_same(job, words[i], sign);
        found++;
        *chosen = words[i];
    }
    return found == 1 || is_own;
}

enum cs_state cs_fill_meaning_of(struct cs_job *job, cs_text word)
{
    return cs_fill_state_of(job, NULL, NULL, word);
}

/* --- titles ------------------------------------------------------------------------------------------------------- */

/* Takes the signs of a part such as ○△×－ one by one; none if it contains anything else. */
static void take_signs(struct cs_job *job, cs_text piece, cs_fill_meaning *meaning, cs_text *words, uint32_t *count,
                       uint32_t room)
{
    uint32_t taken = *count;
    while (piece.size && taken < room) {
        cs_text from = piece;
        uint32_t point = cs_text_next(&piece);
        cs_text sign = {from.bytes, from.size - piece.size};
        if (point < 0x80 || meaning(job, sign) == CS_STATE_NONE)
            return;
        words[taken++] = sign;
    }
    *count = taken;
}

/* The words that a title consists of, はい/いいえ; 0 unless all of them have a meaning. */
static uint32_t words_alone(struct cs_job *job, cs_text title, cs_fill_meaning *meaning, cs_text *words, uint32_t room)
{
    uint32_t count = 0;
    for (cs_text rest = cs_text_trim(title); rest.size; count++) {
        cs_text piece = take_piece(&rest);
        if (count == room || piece.size == 0 || meaning(job, piece) == CS_STATE_NONE)
            return 0;
        words[count] = piece;
    }
    return count > 1 ? count : 0;
}

/* The signs anywhere in a title, ○×で回答, ○ or ×; 0 if there are not two. */
static uint32_t signs_within(struct cs_job *job, cs_text title, cs_fill_meaning *meaning, cs_text *words, uint32_t room)
{
    uint32_t count = 0;
    for (cs_text rest = title; rest.size && count < room; cs_text_next(&rest)) {
        enum cs_state state;
        cs_text sign = {rest.bytes, cs_mark_sign(rest, &state)};
        if (sign.size && meaning(job, sign) != CS_STATE_NONE)
            words[count++] = sign;
    }
    return count > 1 ? count : 0;
}

uint32_t cs_fill_legend(struct cs_job *job, cs_text title, cs_fill_meaning *meaning, cs_text *words, uint32_t room)
{
    uint32_t count = 0;
    size_t open = 0;
    while (open < title.size && !cs_text_starts(cs_text_skip(title, open), CS_TEXT("(")) &&
           !cs_text_starts(cs_text_skip(title, open), CS_TEXT("（")))
        open++;
    cs_text rest = cs_text_skip(title, open);
    rest = cs_text_skip(rest, divider_at(rest));
    if (open == title.size)
        count = words_alone(job, title, meaning, words, room);
    while (rest.size && count < room) {
        cs_text piece = take_piece(&rest);
        if (piece.size && meaning(job, piece) != CS_STATE_NONE)
            words[count++] = piece;
        else if (piece.size)
            take_signs(job, piece, meaning, words, &count, room);
    }
    return count > 1 ? count : signs_within(job, title, meaning, words, room);
}

/* --- columns of choices ------------------------------------------------------------------------------------------- */

/* A separate X or x, not part of a word. */
static cs_text lone_x(cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        bool begins = i == 0 || !(cs_is_ascii_letter(text.bytes[i - 1]) || cs_is_digit(text.bytes[i - 1]));
        bool ends = i + 1 == text.size || !(cs_is_ascii_letter(text.bytes[i + 1]) || cs_is_digit(text.bytes[i + 1]));
        if ((text.bytes[i] == 'X' || text.bytes[i] == 'x') && begins && ends)
            return (cs_text){text.bytes + i, 1};
    }
    return (cs_text){0};
}

cs_text cs_fill_check_sign(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL("○"),    CS_LITERAL("〇"), CS_LITERAL("◯"), CS_LITERAL("●"),
                                    CS_LITERAL("✓"),    CS_LITERAL("✔"),  CS_LITERAL("☑"), CS_LITERAL("■"),
                                    CS_LITERAL("レ点"), CS_LITERAL("×"),  CS_LITERAL("△")};
    static const cs_text asking[] = {CS_LITERAL("記入"),  CS_LITERAL("付け"),  CS_LITERAL("つけ"),  CS_LITERAL("入れ"),
                                     CS_LITERAL("入力"),  CS_LITERAL("欄に"),  CS_LITERAL("mark"),  CS_LITERAL("Mark"),
                                     CS_LITERAL("tick"),  CS_LITERAL("Tick"),  CS_LITERAL("put"),   CS_LITERAL("Put"),
                                     CS_LITERAL("check"), CS_LITERAL("Check"), CS_LITERAL("enter"), CS_LITERAL("Enter"),
                                     CS_LITERAL("place"), CS_LITERAL("Place")};
    cs_text found = lone_x(text);
    uint32_t count = found.size > 0;
    bool asks = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cs_text_find(text, signs[i]) >= 0) {
            found = signs[i];
            count++;
        }
    for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
        asks |= cs_text_find(text, asking[i]) >= 0;
    if (count != 1 || !asks)
        return (cs_text){0};
    return cs_text_equal(found, CS_TEXT("レ点")) ? CS_TEXT("✓") : found;
}

/* --- boxes -------------------------------------------------------------------------------------------------------- */

/* The state of a label such as いいえ（理由：　　）. */
static enum cs_state state_of_label_at(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                       cs_text label)
{
    enum cs_state state = cs_fill_state_of(job, catalog, item, label);
    if (state != CS_STATE_NONE)
        return state;
    cs_text rest = label;
    return state_of_piece(job, catalog, item, take_piece(&rest));
}

enum cs_fill_boxes cs_fill_boxes(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answer *answer, cs_text sign, cs_text cell, cs_text *text)
{
    struct cs_box found[MOST_WORDS];
    uint32_t count = cs_boxes_find(job, cell, found, MOST_WORDS), wanted = count, checked = 0, meant = 0;
    if (count == 0 || (count == 1 && found[0].label.size == 0))
        return CS_NO_BOXES;
    for (uint32_t i = 0; i < count; i++) {
        bool is_meant = state_of_label_at(job, catalog, item, found[i].label) == answer->state;
        checked += found[i].is_checked;
        meant += is_meant;
        wanted = is_meant ? i : wanted;
    }
    if (meant != 1)
        return checked ? CS_BOXES_USED : CS_BOXES_LACK;
    const struct cs_box *box = &found[wanted];
    if (checked > box->is_checked)
        return CS_BOXES_USED;
    struct cs_buf made = {0};
    cs_buf_add(&made, (cs_text){cell.bytes, box->start});
    cs_buf_add(&made, box->is_bracket && !box->is_checked && sign.size ? sign : box->check);
    cs_buf_add(&made, cs_text_skip(cell, box->start + box->size));
    *text = cs_buf_take(&job->arena, &made);
    return CS_BOXES_CHECKED;
}
