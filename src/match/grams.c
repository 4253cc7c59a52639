/* Similarity of texts by the pairs of adjacent characters that they share. */
#include "match/grams.h"
#include "match/similar.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "base/wide.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of the kana and kanji at the front of a text that normalization leaves unchanged. */
static size_t bare_run(cs_text text)
{
    size_t size = cs_wide_run(text), kept = 0;
    for (; kept < size; kept += 3) {
        const unsigned char *at = (const unsigned char *)text.bytes + kept;
        bool is_sign = at[0] == 0xe3 && (at[1] == 0x80 || (at[1] == 0x81 && at[2] == 0x80) || /* before U+3041 */
                                         (at[1] == 0x83 && at[2] == 0xbb));                   /* U+30FB */
        if (is_sign)
            break;
    }
    return kept;
}

/* True for a sign inside a figure, such as 1.5, 9:30 or 1-5, which is another one without it; 1,000 is 1000. */
static bool parts_figures(cs_text whole, const char *sign, uint32_t point, cs_text rest)
{
    return point > ' ' && point != ',' && point != '\'' && sign > whole.bytes && cs_is_digit(sign[-1]) && rest.size &&
           cs_is_digit(rest.bytes[0]);
}

cs_text cs_text_bare(struct cs_arena *arena, cs_text text)
{
    cs_text whole = cs_text_fold(arena, text), rest = whole;
    char *bare = cs_alloc(arena, rest.size + 1); /* it never grows: a radical has three bytes, like its replacement */
    size_t size = 0;
    while (rest.size) {
        const char *from = rest.bytes;
        size_t plain = bare_run(rest);
        if (plain) {
            memcpy(bare + size, from, plain);
            size += plain;
            rest = cs_text_skip(rest, plain);
            continue;
        }
        uint32_t point = cs_text_next(&rest);
        cs_text kept = cs_radical_meant(point, (cs_text){from, (size_t)(rest.bytes - from)});
        if (point >= 'A' && point <= 'Z') {
            bare[size++] = (char)(point + ('a' - 'A'));
        } else if (!cs_point_is_filler(point)) {
            memcpy(bare + size, kept.bytes, kept.size);
            size += kept.size;
        } else if (parts_figures(whole, from, point, rest)) {
            bare[size++] = '.';
        }
    }
    return (cs_text){bare, size};
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static uint32_t gram_of(uint32_t first, uint32_t second)
{
    uint32_t hash = (first * 0x9e3779b1u ^ second) * 0x85ebca6bu;
    return hash ^ hash >> 15;
}

static bool is_hiragana(uint32_t point)
{
    return point >= 0x3041 && point <= 0x309f;
}

cs_text cs_text_stem(cs_text bare)
{
    cs_text stem = {bare.bytes, 0};
    size_t points = 0, kept = 0;
    for (cs_text rest = bare; rest.size;) {
        points++;
        if (is_hiragana(cs_text_next(&rest)))
            continue;
        stem.size = bare.size - rest.size;
        kept = points;
    }
    return kept * 2 >= points ? stem : bare;
}

/* Writes the pairs in the order of the text to `grams`, which has room for as many as the text has bytes. Returns how
 * many. */
static uint32_t put_grams(cs_text bare, uint32_t *grams)
{
    uint32_t count = 0, before = cs_text_next(&bare);
    if (before && bare.size == 0)
        grams[count++] = gram_of(before, 0);
    while (bare.size) {
        uint32_t point = cs_text_next(&bare);
        grams[count++] = gram_of(before, point);
        before = point;
    }
    return count;
}

uint32_t *cs_grams_of(struct cs_arena *arena, cs_text bare, uint32_t *count)
{
    size_t length = cs_text_length(bare);
    uint32_t *grams = cs_alloc_array(arena, length + 1, sizeof *grams);
    *count = put_grams(bare, grams);
    qsort(grams, *count, sizeof *grams, by_number);
    return grams;
}

/* The number of common elements of two sorted lists. */
static uint32_t shared_by(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a_count && j < b_count;) {
        shared += a[i] == b[j];
        uint32_t x = a[i], y = b[j];
        i += x <= y;
        j += y <= x;
    }
    return shared;
}

double cs_dice(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    return a_count + b_count ? 2.0 * shared_by(a, a_count, b, b_count) / (a_count + b_count) : 0;
}

/* The same for lists in any order, in time of their product; removes from `b` what is found. */
static uint32_t shared_by_few(const uint32_t *a, uint32_t a_count, uint32_t *b, uint32_t b_count)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a_count; i++) {
        uint32_t j = 0;
        while (j < b_count && b[j] != a[i])
            j++;
        if (j == b_count)
            continue;
        b[j] = b[--b_count];
        shared++;
    }
    return shared;
}

static uint32_t shared_in_any_order(uint32_t *a, uint32_t a_count, uint32_t *b, uint32_t b_count)
{
    enum { FEW = 16 }; /* from here on, sorting both takes less */
    if (a_count <= FEW || b_count <= FEW)
        return shared_by_few(a, a_count, b, b_count);
    qsort(a, a_count, sizeof *a, by_number);
    qsort(b, b_count, sizeof *b, by_number);
    return shared_by(a, a_count, b, b_count);
}

/* The common prefix and suffix need no sorting, and make up most of a text that was reworded. */
double cs_bare_likeness(struct cs_arena *arena, cs_text a, cs_text b)
{
    enum { SHORT = 1000 }; /* bytes of a text that fits on the stack */
    uint32_t short_grams[2][SHORT], same = 0;
    uint32_t *x = a.size <= SHORT ? short_grams[0] : cs_alloc_array(arena, a.size, sizeof *x);
    uint32_t *y = b.size <= SHORT ? short_grams[1] : cs_alloc_array(arena, b.size, sizeof *y);
    uint32_t a_count = put_grams(a, x), b_count = put_grams(b, y);
    uint32_t total = a_count + b_count;
    for (; a_count && b_count && *x == *y; same++, x++, y++, a_count--, b_count--)
        ;
    for (; a_count && b_count && x[a_count - 1] == y[b_count - 1]; same++, a_count--, b_count--)
        ;
    return total ? 2.0 * (same + shared_in_any_order(x, a_count, y, b_count)) / total : 0;
}

double cs_text_likeness(struct cs_arena *arena, cs_text a, cs_text b)
{
    if (!a.size || !b.size)
        return 0;
    char *start = arena->at;
    double likeness = cs_bare_likeness(arena, cs_text_bare(arena, a), cs_text_bare(arena, b));
    cs_arena_forget(arena, start);
    return likeness;
}
