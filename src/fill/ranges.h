/* Ranges of a worksheet, to be asked which of them a cell is in. */
#ifndef FILL_RANGES_H
#define FILL_RANGES_H

#include "base/arena.h"
#include "checksheet/grid.h"

struct cs_range {
    struct cs_grid_merge range;
    uint32_t index; /* among those given */
    uint32_t reach; /* the last row of this one and of all that begin above it */
};

struct cs_ranges {
    struct cs_range *at; /* by their first row */
    uint32_t count;
};

#define CS_NO_RANGE UINT32_MAX

/* Takes ranges in, `size` bytes apart from each other. */
struct cs_ranges cs_ranges_new(struct cs_arena *arena, const struct cs_grid_merge *first, size_t size, uint32_t count);

/* The index of the first of the given ranges that holds a cell, or CS_NO_RANGE. Takes logarithmic time, and a step for each
 * range that begins above the cell while one of them reaches down to it. */
uint32_t cs_ranges_find(const struct cs_ranges *ranges, uint32_t row, uint32_t column);

#endif
