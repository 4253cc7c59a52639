/* Likeness of texts: what they share of their pairs of neighbouring characters. */
#include "base/grams.h"
#include "base/similar.h"
#include "base/unicode.h"

#include <stdlib.h>

cs_text cs_text_bare(struct cs_arena *arena, cs_text text)
{
    struct cs_buf out = {0};
    cs_text rest = cs_text_fold(arena, text);
    while (rest.size) {
        const char *from = rest.bytes;
        uint32_t point = cs_text_next(&rest);
        if (point >= 'A' && point <= 'Z')
            cs_buf_add_byte(&out, (char)(point + ('a' - 'A')));
        else if (!cs_point_is_filler(point))
            cs_buf_add(&out, cs_radical_meant(point, (cs_text){from, (size_t)(rest.bytes - from)}));
    }
    cs_text bare = cs_buf_copy(arena, &out);
    cs_buf_free(&out);
    return bare;
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

uint32_t *cs_grams_of(struct cs_arena *arena, cs_text bare, uint32_t *count)
{
    size_t length = cs_text_length(bare);
    uint32_t *grams = cs_alloc_array(arena, length ? length : 1, sizeof *grams);
    *count = 0;
    if (length == 0)
        return grams;
    uint32_t before = cs_text_next(&bare);
    if (length == 1)
        grams[(*count)++] = gram_of(before, 0);
    while (bare.size) {
        uint32_t point = cs_text_next(&bare);
        grams[(*count)++] = gram_of(before, point);
        before = point;
    }
    qsort(grams, *count, sizeof *grams, by_number);
    return grams;
}

double cs_dice(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    uint32_t shared = 0;
    for (uint32_t i = 0, j = 0; i < a_count && j < b_count;) {
        shared += a[i] == b[j];
        uint32_t x = a[i], y = b[j];
        i += x <= y;
        j += y <= x;
    }
    return a_count + b_count ? 2.0 * shared / (a_count + b_count) : 0;
}

double cs_bare_likeness(struct cs_arena *arena, cs_text a, cs_text b)
{
    uint32_t a_count, b_count;
    const uint32_t *a_grams = cs_grams_of(arena, a, &a_count), *b_grams = cs_grams_of(arena, b, &b_count);
    return cs_dice(a_grams, a_count, b_grams, b_count);
}

double cs_text_likeness(struct cs_arena *arena, cs_text a, cs_text b)
{
    return cs_bare_likeness(arena, cs_text_bare(arena, a), cs_text_bare(arena, b));
}
