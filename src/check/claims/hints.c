/* Each word is represented by three of its characters, or by all of a shorter one. A text may contain a word of a
 * hint if three consecutive characters are the first, the second and the third of such words, as in a few
 * percent of texts. The states are bits of one number that is shifted with each character (Baeza-Yates and Gonnet). */
#include "check/claims/hints.h"

#include <assert.h>

enum { ASCII_FROM = 4096, NOTHING = CS_HINT_CHARACTERS - 1, BITS = 8, LONGEST = 3 };

/* The first bit of a word's steps, by its length: three, two or one, each as wide as the set of hints. */
static const unsigned step_of[LONGEST + 1] = {0, 5, 3, 0};

#define STEP(number) ((uint64_t)0xff << (number)*BITS)

static const uint64_t first_steps = STEP(0) | STEP(3) | STEP(5), steps_to_go_on = STEP(0) | STEP(1) | STEP(3);

/* Takes a character of ASCII or of three bytes; any other byte is skipped, as no character. */
static unsigned take(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *here = *at;
    bool is_three = here[0] >= 0xe0 && end - here >= 3;
    *at = here + (is_three ? 3 : 1);
    if (is_three)
        return (here[1] & 0x3fu) << 6 | (here[2] & 0x3fu);
    return here[0] < 0x80 ? ASCII_FROM + here[0] : NOTHING;
}

static bool is_kanji(uint32_t point)
{
    return point >= 0x3400;
}

/* The first characters of a text, at most three; and how many of them are kanji. */
static cs_text first_of(cs_text text, unsigned *kanji)
{
    cs_text rest = text;
    *kanji = 0;
    for (int i = 0; i < LONGEST && rest.size; i++)
        *kanji += is_kanji(cs_text_next(&rest));
    return (cs_text){text.bytes, text.size - rest.size};
}

/* The representation of a word: of its sequences of three characters the first one with the most kanji; the last one
 * if there are none or, with `by_end`, none in the last. */
static cs_text stretch_of(cs_text word, bool by_end)
{
    unsigned most, kanji;
    cs_text best = first_of(word, &most), last = best;
    kanji = most;
    for (cs_text rest = word; last.bytes + last.size < word.bytes + word.size;) {
        cs_text_next(&rest);
        last = first_of(rest, &kanji);
        if (kanji > most) {
            best = last;
            most = kanji;
        }
    }
    return most == 0 || (by_end && kanji == 0) ? last : best;
}

void cs_hints_add(struct cs_hints *hints, enum cs_hint hint, cs_text word, bool by_end)
{
    cs_text stretch = stretch_of(word, by_end);
    const unsigned char *at = (const unsigned char *)stretch.bytes, *end = at + stretch.size;
    unsigned step = step_of[cs_text_length(stretch)];
    while (at < end) {
        unsigned character = take(&at, end);
        assert(character != NOTHING);
        hints->of[character] |= (uint64_t)hint << step++ * BITS;
    }
}

void cs_hints_add_each(struct cs_hints *hints, enum cs_hint hint, const cs_text *words, size_t count, bool by_end)
{
    for (size_t i = 0; i < count; i++)
        cs_hints_add(hints, hint, words[i], by_end);
}

unsigned cs_hints_of(const struct cs_hints *hints, cs_text text)
{
    const unsigned char *at = (const unsigned char *)(text.size ? text.bytes : ""), *end = at + text.size;
    uint64_t found = 0, now = 0;
    while (at < end) {
        now = ((now & steps_to_go_on) << BITS | first_steps) & hints->of[take(&at, end)];
        found |= now;
    }
    return (unsigned)(found >> 2 * BITS | found >> 4 * BITS | found >> 5 * BITS) & 0xff;
}

unsigned cs_hints_of_answer(const struct cs_hints *hints, const struct cs_answer *answer)
{
    unsigned found = cs_hints_of(hints, answer->value.written) | cs_hints_of(hints, answer->detail);
    for (int language = 0; language < CS_LANGUAGES; language++)
        found |= cs_hints_of(hints, answer->remark.in[language]);
    return found;
}
