/* Contrast between texts that are one sentence except for a few words: they share most of their beginning and end, or
 * most of their few words, and differ in what only one of them has. */
#include "match/contrast.h"
#include "base/ascii.h"
#include "base/job.h"
#include "checksheet/match.h"
#include "match/content.h"
#include "match/similar.h"
#include "match/terms.h"

#include <stdlib.h>

/* The rest of a text, from `at` to `end`. */
struct rest {
    const struct cs_token_list *tokens;
    uint32_t at, end;
};

static bool is_ending(uint64_t key)
{
    return key >= 0x3041 && key <= 0x309f;
}

/* Takes the next content token; 0 at the end. */
static uint64_t next_content(struct rest *rest)
{
    while (rest->at < rest->end) {
        uint64_t key = rest->tokens->at[rest->at++].key;
        if (!is_ending(key))
            return key;
    }
    return 0;
}

/* Strips the common prefix and suffix; returns their size in tokens. */
static uint32_t take_frame(struct rest *a, struct rest *b)
{
    uint32_t frame = 0;
    for (; a->at < a->end && b->at < b->end && a->tokens->at[a->at].key == b->tokens->at[b->at].key; frame++) {
        a->at++;
        b->at++;
    }
    for (; a->at < a->end && b->at < b->end && a->tokens->at[a->end - 1].key == b->tokens->at[b->end - 1].key;
         frame++) {
        a->end--;
        b->end--;
    }
    return frame;
}

/* True for a text of words; in Japanese a token is a character. */
static bool is_of_words(const struct cs_token_list *tokens)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
        words += (tokens->at[i].key & CS_TOKEN_WORD) != 0;
    return words * 2 > tokens->count;
}

/* True if both have content tokens and no token is in both. */
static bool share_nothing(const struct cs_token_list *one, const struct cs_token_list *other)
{
    struct rest x = {one, 0, one->count};
    bool has_content = false;
    for (uint64_t left; (left = next_content(&x));) {
        struct rest y = {other, 0, other->count};
        for (uint64_t right; (right = next_content(&y)); has_content = true)
            if (left == right)
                return false;
    }
    return has_content;
}

/* The direction particle that a rest consists of, から or へ or まで; 0 if it is anything else. */
static uint64_t direction_of(const struct rest *rest)
{
    enum { KA = 0x304b, RA = 0x3089, HE = 0x3078, MA = 0x307e, DE = 0x3067 };
    const struct cs_token *at = &rest->tokens->at[rest->at];
    uint32_t count = rest->end - rest->at;
    if (count == 1)
        return at[0].key == HE ? HE : 0;
    bool is_from = count == 2 && at[0].key == KA && at[1].key == RA;
    bool is_to = count == 2 && at[0].key == MA && at[1].key == DE;
    return is_from || is_to ? at[0].key : 0;
}

/* --- opposites ----------------------------------------------------------------------------------------------------- */

static const struct {
    cs_text one, other;
} opposites[] = {
#define CS_OPPOSITES(one, other) {CS_LITERAL(one), CS_LITERAL(other)},
#include "match/opposites.def"
#undef CS_OPPOSITES
};

static bool has(cs_text text, cs_text word)
{
    return cs_text_find(text, word) >= 0;
}

/* True if one text has only one of two opposites, and the other text only the other. */
static bool are_opposed(cs_text a, cs_text b)
{
    for (size_t i = 0; i < sizeof opposites / sizeof *opposites; i++) {
        cs_text one = opposites[i].one, other = opposites[i].other;
        bool one_in_a = has(a, one), other_in_a = has(a, other), one_in_b = has(b, one), other_in_b = has(b, other);
        if ((one_in_a && !other_in_a && other_in_b && !one_in_b) ||
            (other_in_a && !one_in_a && one_in_b && !other_in_b))
            return true;
    }
    return false;
}

/* --- one sentence -------------------------------------------------------------------------------------------------- */

/* True for short questions that share most of their words. */
static bool are_short_and_alike(const struct cs_contents *a, const struct cs_contents *b, struct cs_left of_a,
                                struct cs_left of_b)
{
    enum { FEW = 6 };
    uint32_t left = of_a.weak + of_a.strong + of_b.weak + of_b.strong;
    return a->count <= FEW && b->count <= FEW && left * 5 <= (a->count + b->count) * 3;
}

static int compare_keys(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static uint64_t *sorted_keys(struct cs_arena *arena, const struct cs_token_list *tokens)
{
    uint64_t *keys = cs_alloc_array(arena, tokens->count + 1u, sizeof *keys);
    for (uint32_t i = 0; i < tokens->count; i++)
        keys[i] = tokens->at[i].key;
    if (tokens->count)
        qsort(keys, tokens->count, sizeof *keys, compare_keys);
    return keys;
}

/* True for texts of the same characters or words in another order, for instance with two of them swapped. */
static bool are_swapped(struct cs_arena *arena, const struct cs_token_list *a, const struct cs_token_list *b)
{
    bool moved = false, same = a->count == b->count;
    const uint64_t *x = same ? sorted_keys(arena, a) : NULL, *y = same ? sorted_keys(arena, b) : NULL;
    for (uint32_t i = 0; same && i < a->count; i++) {
        same = x[i] == y[i];
        moved |= a->at[i].key != b->at[i].key;
    }
    return same && moved;
}

/* Splits two texts. False if they are in different languages. */
static bool split_both(struct cs_arena *arena, cs_text a, cs_text b, struct cs_token_list *one,
                       struct cs_token_list *other)
{
    *one = *other = (struct cs_token_list){0};
    cs_tokens_add(arena, one, a);
    cs_tokens_add(arena, other, b);
    return is_of_words(one) == is_of_words(other);
}

bool cs_texts_contrast(struct cs_job *job, cs_text a, cs_text b)
{
    enum { FRAME_TENTHS = 4, FRAME_TENTHS_OF_WORDS = 2, MANY = 200, MOST = 1000 };
    struct cs_arena *arena = &job->arena;
    struct cs_token_list one, other;
    if (!split_both(arena, a, b, &one, &other))
        return false;
    bool of_words = is_of_words(&one);
    if (are_opposed(a, b) || (one.count <= MANY && other.count <= MANY && share_nothing(&one, &other)))
        return true;
    struct rest x = {&one, 0, one.count}, y = {&other, 0, other.count};
    uint64_t longer = one.count > other.count ? one.count : other.count;
    uint64_t least = of_words ? FRAME_TENTHS_OF_WORDS : FRAME_TENTHS;
    bool has_frame = (uint64_t)take_frame(&x, &y) * 10 >= longer * least;
    if (one.count > MOST || other.count > MOST)
        return has_frame; /* the differing words are not examined */
    struct cs_contents of_a = cs_contents_of(arena, a), of_b = cs_contents_of(arena, b);
    struct cs_left left_a = cs_contents_left(&of_a, &of_b), left_b = cs_contents_left(&of_b, &of_a);
    if (!has_frame && !(of_words && are_short_and_alike(&of_a, &of_b, left_a, left_b)))
        return false;
    uint64_t from = direction_of(&x), to = direction_of(&y);
    bool differ = left_a.strong || left_b.strong || (left_a.weak && left_b.weak);
    return differ || (from && to && from != to) || are_swapped(arena, &one, &other);
}

/* --- other words ---------------------------------------------------------------------------------------------------- */

/* The share of a text's content that the other lacks, in thousandths. */
static uint32_t lacking(const struct cs_contents *text, const struct cs_contents *other)
{
    return text->count ? cs_contents_left_by_words(text, other).strong * CS_ALL_ALIKE / text->count : 0;
}

uint32_t cs_texts_part(struct cs_job *job, cs_text a, cs_text b)
{
    enum { FEW = 24, FEW_WORDS = 8 };
    struct cs_arena *arena = &job->arena;
    struct cs_token_list one, other;
    if (!split_both(arena, a, b, &one, &other))
        return 0;
    struct cs_contents of_a = cs_contents_of(arena, a), of_b = cs_contents_of(arena, b);
    uint32_t few = is_of_words(&one) ? FEW_WORDS : FEW;
    if (of_a.count > few || of_b.count > few)
        return 0;
    uint32_t of_one = lacking(&of_a, &of_b), of_other = lacking(&of_b, &of_a);
    return of_one < of_other ? of_one : of_other;
}

/* --- headings ------------------------------------------------------------------------------------------------------- */

/* A heading normalized for comparison: folded, without its numbering. */
static cs_text heading_of(struct cs_job *job, cs_text heading)
{
    struct cs_buf buf = {0};
    cs_text folded = cs_text_folded(job, heading);
    for (size_t i = 0; i < folded.size; i++)
        if (!cs_is_digit(folded.bytes[i]))
            cs_buf_add_byte(&buf, folded.bytes[i]);
    return cs_buf_take(&job->arena, &buf);
}

/* True for a heading that says something that the question does not. */
static bool adds_to(struct cs_job *job, cs_text heading, cs_text question)
{
    struct cs_contents of_heading = cs_contents_of(&job->arena, heading),
                       of_question = cs_contents_of(&job->arena, question);
    struct cs_left left = cs_contents_left(&of_heading, &of_question);
    return left.strong || left.weak;
}

bool cs_headings_contrast(struct cs_job *job, cs_text a, cs_text b, cs_text question)
{
    cs_text one = heading_of(job, a), other = heading_of(job, b);
    return one.size && other.size && cs_texts_contrast(job, one, other) &&
           (adds_to(job, one, question) || adds_to(job, other, question));
}

bool cs_text_needs_heading(cs_text text)
{
    enum { LONG = 40 }; /* characters */
    return cs_text_length(text) < LONG;
}
