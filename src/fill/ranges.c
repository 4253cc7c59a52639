/* See ranges.h. */
#include "fill/ranges.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    const struct cs_range *a = left, *b = right;
    if (a->range.row != b->range.row)
        return a->range.row < b->range.row ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

struct cs_ranges cs_ranges_new(struct cs_arena *arena, const struct cs_grid_merge *first, size_t size, uint32_t count)
{
    struct cs_ranges ranges = {cs_alloc_array(arena, count + 1u, sizeof *ranges.at), count};
    for (uint32_t i = 0; i < count; i++)
        ranges.at[i] = (struct cs_range){
            .range = *(const struct cs_grid_merge *)(const void *)((const char *)first + i * size), .index = i};
    if (count)
        qsort(ranges.at, count, sizeof *ranges.at, compare);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t above = i ? ranges.at[i - 1].reach : 0, last = ranges.at[i].range.last_row;
        ranges.at[i].reach = above > last ? above : last;
    }
    return ranges;
}

uint32_t cs_ranges_find(const struct cs_ranges *ranges, uint32_t row, uint32_t column)
{
    uint32_t low = 0, high = ranges->count, found = CS_NO_RANGE;
    while (low < high) { /* the first one that begins below */
        uint32_t middle = low + (high - low) / 2;
        if (ranges->at[middle].range.row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    while (low-- > 0 && ranges->at[low].reach >= row) {
        const struct cs_range *at = &ranges->at[low];
        bool holds = row <= at->range.last_row && at->range.column <= column && column <= at->range.last_column;
        found = holds && at->index < found ? at->index : found;
    }
    return found;
}
