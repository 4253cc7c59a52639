/* Classifying a difference, and whether it is an improvement. */
#include "derive/aspects.h"
#include "base/unicode.h"
#include "derive/inline.h"

enum cs_aspect cs_aspect_of(enum cs_role role)
{
    switch (role) {
    case CS_ROLE_NUMBER:
        return CS_ASPECT_NUMBER;
    case CS_ROLE_APPLICABLE:
    case CS_ROLE_ANSWER:
        return CS_ASPECT_ANSWER;
    case CS_ROLE_REMARK:
    case CS_ROLE_FIGURE:
    case CS_ROLE_OTHER:
        return CS_ASPECT_REMARK;
    case CS_ROLE_EVIDENCE:
    case CS_ROLE_OWNER:
        return CS_ASPECT_EVIDENCE;
    case CS_ROLE_REVIEWED:
        return CS_ASPECT_DATE;
    case CS_ROLE_CHAPTER:
    case CS_ROLE_SECTION:
    case CS_ROLE_GROUP:
        return CS_ASPECT_PLACE;
    case CS_ROLE_NAME:
    case CS_ROLE_QUESTION:
    case CS_ROLE_FLAG:
    case CS_ROLE_LEVEL:
    case CS_ROLE_REF:
    case CS_ROLES:
        return CS_ASPECT_WORDING;
    }
    return CS_ASPECT_WORDING;
}

static bool is_space(uint32_t point)
{
    return point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == 0x3000 || point == 0xa0;
}

/* True for a character that normalization leaves unchanged unless a combining mark follows: kana, kanji, letters and
 * digits. */
static bool is_plain(uint32_t point)
{
    return (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3041 && point <= 0x3096) ||
           (point >= 0x30a1 && point <= 0x30fa) || (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
           (point >= 'a' && point <= 'z');
}

/* True for a combining mark, which forms one character with the previous one. */
static bool is_mark(uint32_t point)
{
    return (point >= 0x300 && point <= 0x36f) || point == 0x3099 || point == 0x309a || point == 0xff9e ||
           point == 0xff9f;
}

/* True if the first difference of two texts is in characters that normalization leaves unchanged. */
static bool differs_plainly(cs_text a, cs_text b)
{
    size_t same = cs_same_front(a, b);
    while (same > 0 && same < a.size && (a.bytes[same] & 0xc0) == 0x80) /* within a character */
        same--;
    a = cs_text_skip(a, same);
    b = cs_text_skip(b, same);
    uint32_t x = cs_text_next(&a), y = cs_text_next(&b);
    bool plain = x != y && is_plain(x) && is_plain(y);
    return plain && !is_mark(cs_text_next(&a)) && !is_mark(cs_text_next(&b));
}

bool cs_differs_in_form_only(struct cs_arena *arena, cs_text a, cs_text b)
{
    if (differs_plainly(a, b))
        return false;
    a = cs_text_fold(arena, a);
    b = cs_text_fold(arena, b);
    while (a.size || b.size) {
        uint32_t x = cs_text_next(&a), y = cs_text_next(&b);
        while (is_space(x))
            x = cs_text_next(&a);
        while (is_space(y))
            y = cs_text_next(&b);
        if (x != y)
            return false;
    }
    return true;
}

/* The rank of an answer, where yes is the good one: higher is better; 0 if it cannot be ranked. An open question is
 * no better than a no. */
static int rank_of(enum cs_state state, enum cs_state good)
{
    static const int ranks[CS_STATES] = {
        [CS_STATE_NONE] = 1, [CS_STATE_NG] = 1, [CS_STATE_PLAN] = 2, [CS_STATE_PART] = 3, [CS_STATE_OK] = 4};
    if (good == CS_STATE_NG && state == CS_STATE_PLAN)
        return 0; /* a plan to do what should not be done */
    if (good == CS_STATE_NG && (state == CS_STATE_OK || state == CS_STATE_NG))
        return ranks[state == CS_STATE_OK ? CS_STATE_NG : CS_STATE_OK];
    return ranks[state];
}

enum cs_turn cs_turn_of(const struct cs_row *old, const struct cs_row *new)
{
    int before = rank_of(old->state, new->good), after = rank_of(new->state, new->good);
    if (new->good != CS_STATE_OK &&new->good != CS_STATE_NG)
        return CS_TURN_NONE;
    if (old->good != new->good || before == 0 || after == 0 || before == after)
        return CS_TURN_NONE; /* a different question, or nothing to compare */
    return after > before ? CS_TURN_BETTER : CS_TURN_WORSE;
}
