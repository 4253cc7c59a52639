/* Filling: the answers of a profile are written into the customer's own file, and nothing else in it changes.
 *
 *     grid, slots, answers -> plan -> bytes of the filled file
 *
 * The plan decides of each question, before anything is written: it is filled, or left for a reason. Nothing is guessed:
 * an answer goes where it is sure what is asked, into a cell that is there to be filled, in a word that means it. */
#ifndef CHECKSHEET_FILL_H
#define CHECKSHEET_FILL_H

#include "checksheet/grid.h"
#include "checksheet/profile.h"
#include "checksheet/sheet.h"
#include "checksheet/slots.h"

/* Why something is left; each but DONE is a rule with a message. */
enum cs_fill_reason {
    CS_FILL_DONE,
    CS_FILL_UNANSWERED,       /* the profile does not answer it */
    CS_FILL_NOT_CONFIRMED,    /* nobody has said that the question is the item it resembles, or it resembles none */
    CS_FILL_NUMBER_DOUBTFUL,  /* the number is an item's, the text is not */
    CS_FILL_WITHHELD,         /* not for this audience */
    CS_FILL_HELD_BACK,        /* its evidence does not hold, or nobody has approved it, and only such are to go out */
    CS_FILL_FORMULA,          /* the cell holds a formula, or belongs to the frame of a table */
    CS_FILL_LOCKED,           /* the cell is protected */
    CS_FILL_ALREADY_ANSWERED, /* something else stands there */
    CS_FILL_SHARED,           /* two questions have one cell */
    CS_FILL_NO_WORD,          /* the list, the boxes or the columns have no word for the answer */
    CS_FILL_NO_PLACE,         /* there is no column for what there is to say */
    CS_FILL_NOT_TRANSLATED,   /* there are words, but not in the form's language */
    CS_FILL_NO_CHARACTER,     /* the file's encoding lacks a character */
    CS_FILL_TOO_LONG,         /* for a cell */
    CS_FILL_BY_HAND,          /* boxes that are drawn on the worksheet */
    CS_FILL_CHOICE,           /* words of which one is to be circled */
    CS_FILL_REASONS
};

enum cs_fill_kind { CS_FILL_TEXT, CS_FILL_TRUE, CS_FILL_FALSE };

/* A cell that the plan has looked at, to write it. */
struct cs_fill_cell {
    uint32_t worksheet, row, column; /* from 0 */
    uint32_t question;               /* index; CS_NO_QUESTION for one of the preface */
    enum cs_role role;
    enum cs_fill_kind kind;
    cs_text text;    /* what is to stand there; of boxes, the whole cell with one of them checked */
    cs_text before;  /* what stood there */
    bool keeps_runs; /* only a part of that changes: its fonts stay */
    bool is_same;    /* that is what it is to hold, so that nothing is written */
    enum cs_fill_reason reason;
};

#define CS_NO_QUESTION UINT32_MAX

struct cs_fill_question {
    const struct cs_slot *slot;
    const struct cs_answer *answer; /* NULL: the question is no item */
    enum cs_fill_reason reason;     /* DONE: all there is to say stands in the file */
    uint32_t cell;                  /* index of the cell that the reason is about; CS_NO_QUESTION: of none */
    uint32_t first_cell, cell_count;
};

/* A formula whose value is worked out anew on opening, since it depends on answers; or a row too low for its text. */
struct cs_fill_place {
    uint32_t worksheet, row, column;
};

/* Answers to a catalog. */
struct cs_fill_answers {
    cs_text product;               /* whose; empty: not said */
    const struct cs_answers *seen; /* those that the audience may see */
    const struct cs_answers *all;  /* before what it may not see was taken out; NULL: nothing was */
};

struct cs_fill_options {
    enum cs_language language;            /* of remarks */
    enum cs_audience audience;            /* who gets the file */
    const struct cs_answers *all;         /* the answers before what it may not see was taken out; NULL: nothing was */
    const struct cs_fill_answers *others; /* to other catalogs that slots name, and of products that columns name */
    uint32_t other_count;
    const cs_text *worksheets; /* the only ones to be written; none: all */
    uint32_t worksheet_count;
    cs_text file;         /* of a CSV file that is not in UTF-8: its bytes, since the grid's file is the text of it */
    bool replace_answers; /* write over what stands in the cells of answers */
    bool fit_rows;        /* rows without a height of their own grow with their text */
    bool keep_totals;     /* leave the cached values of formulas */
    bool with_owner;
    bool no_preface; /* leave labelled cells such as the company's name */
};

struct cs_fill_plan {
    const struct cs_grid *grid;
    const struct cs_slots *slots;
    struct cs_fill_question *questions; /* as the slots that are asked for */
    uint32_t question_count, filled;    /* filled: those that are DONE */
    struct cs_fill_cell *cells;
    uint32_t cell_count, cell_room;
    uint32_t written; /* cells that change */

    struct cs_fill_place *totals; /* by worksheet, row and column; those whose value is dropped */
    uint32_t total_count;
    struct cs_fill_place *cut; /* cells whose text is higher than their row, which has a height of its own */
    uint32_t cut_count, cut_room;

    uint32_t parts, parts_same; /* of a workbook: entries of the archive, and those equal in every byte; once written */
    const struct cs_original *original;  /* of a workbook */
    const struct cs_fill_places *places; /* by worksheet: its merged cells and lists, to be looked up */
    struct cs_fill_options options;
};

/* Decides what to write of answers that the audience may see, those to the slots' catalog. NULL after reporting why the
 * file cannot be filled at all: an archive that cannot be kept, a signature that would break, a worksheet in an order or
 * encoding that is not written. */
struct cs_fill_plan *cs_fill_plan(struct cs_job *job, const struct cs_grid *grid, const struct cs_slots *slots,
                                  const struct cs_profile *profile, const struct cs_answers *answers,
                                  const struct cs_fill_options *options);

/* Adds the filled file to out; false after reporting why not, and then nothing is added. That every other part of a
 * workbook is as it was has been proven by its bytes. */
bool cs_fill_write(struct cs_job *job, struct cs_fill_plan *plan, struct cs_buf *out);

/* Holds what was read back of the filled file against the plan: the cells written show what they should, all others what
 * they did. False, and *cell names the first that does not. */
bool cs_fill_verify(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_grid *after, cs_text *cell);

/* Reports what needs a person, each with its cell, and the totals. */
void cs_fill_report(struct cs_job *job, const struct cs_fill_plan *plan);

/* The review: a sheet with a row a question, what is left first, and what was written, where it comes from and how it was
 * found beside it. `language` is that of its titles. */
struct cs_sheet *cs_fill_review(struct cs_job *job, const struct cs_fill_plan *plan, enum cs_language language);

/* The slug of the rule of a reason; empty for DONE. */
cs_text cs_fill_reason_slug(enum cs_fill_reason reason);

/* Says in a record of answers in which cell each was written, and how its question was known; those that no question got
 * are taken out of it. One that was carried over is recorded as the answer that it is: to its own catalog, as one of the
 * records `known` has it, which are of the profile's sheets. */
struct cs_record;
void cs_fill_record(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_catalog *catalog,
                    const struct cs_record *known, uint32_t known_count, struct cs_record *record);

#endif
