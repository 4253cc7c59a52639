/* Finding the range of a worksheet that contains a cell. */
#ifndef FILL_RANGES_H
#define FILL_RANGES_H

#include "base/arena.h"
#include "checksheet/grid.h"

struct cs_range {
    struct cs_grid_merge range;
    uint32_t index; /* in the given array */
    uint32_t reach; /* the last row covered by this range and all that begin before it */
};

struct cs_ranges {
    struct cs_range *at; /* sorted by first row */
    uint32_t count;
};

#define CS_NO_RANGE UINT32_MAX

/* Indexes ranges that are `size` bytes apart. */
struct cs_ranges cs_ranges_new(struct cs_arena *arena, const struct cs_grid_merge *first, size_t size, uint32_t count);

/* The index of the first given range that contains a cell, or CS_NO_RANGE. Takes logarithmic time, plus a step for
 * each range that begins above the cell as long as one of them reaches it. */
uint32_t cs_ranges_find(const struct cs_ranges *ranges, uint32_t row, uint32_t column);

#endif
