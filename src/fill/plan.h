/* Internals of a plan, shared within the room. */
#ifndef FILL_PLAN_H
#define FILL_PLAN_H

#include "base/job.h"
#include "base/report.h"
#include "checksheet/fill.h"
#include "fill/book/original.h"
#include "fill/ranges.h"

/* The maximum height of a row, in points. */
#define CS_MOST_HEIGHT 409.0

/* Whose answers a group of columns is for: the whole service, or the product of --product; one product; a product that is not
 * asked for; a product that the profile does not have. */
enum cs_fill_whose { CS_WHOSE_MAIN, CS_WHOSE_PRODUCT, CS_WHOSE_NOT_ASKED, CS_WHOSE_NOBODYS };

/* The columns of a slot that belong to one product, and behind them those that all products share. */
struct cs_fill_group {
    enum cs_fill_whose whose;
    cs_text product; /* its name in the profile; if the profile does not have it, in the form */
    cs_text named;   /* its name in the form; empty if the form names none */
    const struct cs_slot_column *columns;
    uint32_t column_count;
};

/* The groups of a slot whose columns name products. */
struct cs_fill_groups {
    const struct cs_slot_column *of; /* the columns that were grouped */
    struct cs_fill_group *at;
    uint32_t count;
    bool is_split;  /* some answer column names a product; otherwise there are no groups */
    bool has_whole; /* some answer column names no product */
};

/* Text of one product for a column that several products share. */
struct cs_fill_share {
    enum cs_role role;
    cs_text product, text;
};

/* A plan under construction. */
struct cs_planner {
    struct cs_job *job;
    struct cs_fill_plan *plan;
    const struct cs_original *original; /* NULL for a CSV file */
    const struct cs_profile *profile;
    struct cs_fill_answers main;       /* to the catalog of the slots */
    const struct cs_answers *answers;  /* for the current question */
    const struct cs_catalog *catalog;  /* ... */
    const struct cs_catalog *signs;    /* the same, but with the marks that the form's legend gives */
    struct cs_fill_groups groups;      /* of the current slot */
    const struct cs_fill_group *group; /* the current one of them; NULL if the slot has none */
    struct cs_fill_share *shares;      /* texts for shared columns of the current slot, so far */
    uint32_t share_count, share_room;
    uint32_t answered, excluded; /* groups of the current slot with an answer; with the answer that it does not apply */
    const struct cs_slot_column *checks_of; /* the columns that `check` was determined for */
    cs_text check;                          /* the check sign that they ask for; empty if none */
};

/* What covers the cells of a worksheet. */
struct cs_fill_places {
    struct cs_ranges merges, choices;
    bool *is_ticked; /* by column: it contains a TRUE, so that a FALSE counts as an answer */
};

/* Sets it up for all worksheets of the plan's grid. */
void cs_plan_find_places(struct cs_job *job, struct cs_fill_plan *plan);

/* The merged range that contains a cell; NULL if there is none. */
const struct cs_grid_merge *cs_plan_merge(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                          uint32_t column);

/* Moves a place to the first cell of its merged range, which is the one to write. */
void cs_plan_place(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t *row, uint32_t *column);

/* The text of a cell; empty if there is none. */
cs_text cs_plan_text(const struct cs_grid *grid, uint32_t worksheet, uint32_t row, uint32_t column);

/* True for what a column that is one choice holds where the choice is not made: nothing, an empty box,
 * ☐ はい, FALSE. */
bool cs_plan_is_open(cs_text text);

/* The drop-down of a cell; NULL if there is none. */
const struct cs_grid_choices *cs_plan_choices(const struct cs_fill_plan *plan, uint32_t worksheet, uint32_t row,
                                              uint32_t column);

/* The cell for the answer; if a question is left because of a cell, that one. */
struct cs_fill_place cs_plan_answer_place(const struct cs_fill_plan *plan, const struct cs_fill_question *question);

/* Adds a cell to the current question, which is the last one, and decides whether it can be written. */
struct cs_fill_cell *cs_plan_add(struct cs_planner *planner, uint32_t question, uint32_t worksheet, uint32_t row,
                                 uint32_t column, enum cs_role role, cs_text text);

/* Plans the cells of the answer itself: a mark, a word of a list, a box, a choice column. Returns the outcome;
 * *is_in_full if the cell contains the remark as well. */
enum cs_fill_reason cs_plan_answer(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                   bool *is_in_full);

/* The groups of a slot. Valid until a slot with other columns is asked for. */
const struct cs_fill_groups *cs_plan_groups(struct cs_planner *planner, const struct cs_slot *slot);

/* True for a column that the current group shares with other groups. */
bool cs_plan_shares(const struct cs_planner *planner, const struct cs_slot_column *column);

/* Keeps a text of the current group for the shared column of a role. */
void cs_plan_share(struct cs_planner *planner, enum cs_role role, cs_text text);

/* The texts kept for the shared column of a role, joined, each with the names of its products unless all groups say the
 * same; of review dates the earliest. */
cs_text cs_plan_shared(const struct cs_planner *planner, enum cs_role role);

/* Plans the cell that says whether the question applies, in a statement of applicability. */
enum cs_fill_reason cs_plan_applicable(struct cs_planner *planner, uint32_t question, const struct cs_answer *answer,
                                       const struct cs_slot_column *column);

/* Lists texts that are too high for their rows and, with fit_rows, the new heights of rows. */
void cs_plan_heights(struct cs_planner *planner);

/* A column beside the answers of which it is not known who fills it in. */
struct cs_fill_aside {
    struct cs_fill_place place; /* of its title */
    cs_text title;
    cs_message message;
    uint32_t count; /* of the questions that the message is about */
};

/* Finds those columns, in the order of the file. */
uint32_t cs_fill_find_asides(struct cs_job *job, const struct cs_fill_plan *plan, struct cs_fill_aside **asides);

/* Counts those of which one may be for the answers, since no column is known to be. */
uint32_t cs_fill_count_unknown(struct cs_job *job, const struct cs_fill_plan *plan);

/* The height that a cell's text needs, in points; 0 if the width of its column is not known. */
double cs_plan_height(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_cell *cell);

#endif
