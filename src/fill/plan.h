/* The inside of a plan, for the room. */
#ifndef FILL_PLAN_H
#define FILL_PLAN_H

#include "base/job.h"
#include "checksheet/fill.h"
#include "fill/original.h"
#include "fill/ranges.h"

/* The highest that a row can be, in points. */
#define CS_MOST_HEIGHT 409.0

/* A plan while it is made. */
struct cs_planner {
    struct cs_job *job;
    struct cs_fill_plan *plan;
    const struct cs_original *original; /* NULL: a CSV file */
    const struct cs_profile *profile;
    struct cs_fill_answers main;            /* to the slots' catalog */
    const struct cs_answers *answers;       /* of the question under way */
    const struct cs_catalog *catalog;       /* ... */
    const struct cs_slot_column *checks_of; /* the columns that `check` was read for */
    cs_text check;                          /* the sign that is asked for in them; empty: none */
};

/* What cells of a worksheet are in. */
struct cs_fill_places {
    struct cs_ranges merges, choices;
    bool *is_ticked; /* by column: somewhere in it stands a TRUE, so that a FALSE is an answer as well */
};

/* Makes them for all worksheets of the plan's grid. */
void cs_plan_find_places(struct cs_job *job, struct cs_fill_plan *plan);

/* The range that a cell is merged into, or NULL. */
const struct cs_grid_merge *cs_plan_merge(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                          uint32_t column);

/* The cell that a place is written to: the first of those it is merged with. */
void cs_plan_place(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t *row, uint32_t *column);

/* What stands in a cell; empty if nothing. */
cs_text cs_plan_text(const struct cs_grid *grid, uint32_t worksheet, uint32_t row, uint32_t column);

/* The list of a cell, or NULL. */
const struct cs_grid_choices *cs_plan_choices(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                              uint32_t column);

/* The cell that an answer would go to: where the question is left because of a cell, that one. */
struct cs_fill_place cs_plan_answer_place(const struct cs_fill_plan *plan, const struct cs_fill_question *question);

/* Adds a cell to the question under way, the last one, and decides whether it can be written. */
struct cs_fill_cell *cs_plan_add(struct cs_planner *planner, uint32_t question, uint32_t worksheet, uint32_t row,
                                 uint32_t column, enum cs_role role, cs_text text);

/* Plans the cells of the answer itself: a mark, a word of a list, a box, a column of choices. Returns what became of it;
 * *is_in_full when the cell holds the remark as well. */
enum cs_fill_reason cs_plan_answer(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                   bool *is_in_full);

/* Plans the cell that says whether the question applies, as a statement of applicability has one. */
enum cs_fill_reason cs_plan_applicable(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                       const struct cs_slot_column *column);

/* Lists what is too high for its row, and, with fit_rows, the heights that rows are to get. */
void cs_plan_heights(struct cs_planner *planner);

/* The height that a cell's text takes, in points; 0 where nothing is known of its column. */
double cs_plan_height(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_cell *cell);

#endif
