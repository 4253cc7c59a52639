/* Filling: the answers of a profile are written into the customer's own file, and nothing else in it changes.
 *
 *     grid, slots, answers -> plan -> bytes of the filled file
 *
 * The plan decides for each question, before anything is written, whether it is filled, or left with a reason.
 * Nothing is guessed: an answer is written only if it is certain what is asked, into a cell meant for it, as a word
 * that means it. */
#ifndef CHECKSHEET_FILL_H
#define CHECKSHEET_FILL_H

#include "checksheet/grid.h"
#include "checksheet/profile.h"
#include "checksheet/sheet.h"
#include "checksheet/slots.h"

/* Why something is left; each reason except DONE is a rule with a message. */
enum cs_fill_reason {
    CS_FILL_DONE,
    CS_FILL_UNANSWERED,      /* the profile does not answer it */
    CS_FILL_NOT_CONFIRMED,   /* nobody has confirmed that the question is the item it resembles, or it resembles none */
    CS_FILL_NUMBER_DOUBTFUL, /* the number is that of an item, the text is different */
    CS_FILL_ABOVE_LEVEL,     /* it is of a higher level than requested */
    CS_FILL_WITHHELD,        /* not for this audience */
    CS_FILL_HELD_BACK,       /* its evidence is invalid, or it is not approved, and such answers are not to be sent */
    CS_FILL_FORMULA,         /* the cell contains a formula, or belongs to the header or totals of a table */
    CS_FILL_LOCKED,          /* the cell is protected */
    CS_FILL_ALREADY_ANSWERED, /* the cell has other content */
    CS_FILL_SHARED,           /* two questions share one cell */
    CS_FILL_NO_WORD,          /* the list, the boxes or the columns offer no word for the answer */
    CS_FILL_NO_PLACE,         /* there is no column for part of the answer */
    CS_FILL_NO_PRODUCT,       /* the column is for a product that the profile does not have */
    CS_FILL_NOT_TRANSLATED,   /* the remark does not exist in the form's language */
    CS_FILL_NO_CHARACTER,     /* the file's encoding lacks a character */
    CS_FILL_TOO_LONG,         /* for a cell */
    CS_FILL_BY_HAND,          /* boxes that are drawn on the worksheet */
    CS_FILL_CHOICE,           /* words of which one is to be circled */
    CS_FILL_REASONS
};

enum cs_fill_kind { CS_FILL_TEXT, CS_FILL_TRUE, CS_FILL_FALSE };

/* A cell that the plan considered for writing. */
struct cs_fill_cell {
    uint32_t worksheet, row, column; /* 0-based */
    uint32_t question;               /* index; CS_NO_QUESTION for a cell of the preface */
    enum cs_role role;
    enum cs_fill_kind kind;
    cs_text text;    /* what is to stand there; of boxes, the whole cell with one of them checked */
    cs_text before;  /* what stood there */
    bool keeps_runs; /* only a part of that changes: its fonts stay */
    bool is_same;    /* that is what it is to hold, so that nothing is written */
    enum cs_fill_reason reason;
};

#define CS_NO_QUESTION UINT32_MAX

/* A question of the form; if it has columns for several products, one of its answers. */
struct cs_fill_question {
    const struct cs_slot *slot;  /* with a product, only the columns of that product */
    const struct cs_slot *whole; /* with all columns; the answers to one question are adjacent */
    /* the one that this answer is for, as named in the profile, or in the form if the profile lacks it; or empty */
    cs_text product;
    const struct cs_answer *answer; /* NULL if the question is no item */
    enum cs_fill_reason reason;     /* DONE: the complete answer is in the file */
    uint32_t cell;                  /* index of the cell that is the reason; CS_NO_QUESTION if none */
    uint32_t first_cell, cell_count;
};

/* A formula whose value is recalculated on opening, since it depends on answers; or a row too low for its text. */
struct cs_fill_place {
    uint32_t worksheet, row, column;
};

/* that they are for; empty if not specified */
struct cs_fill_answers {
    cs_text product;               /* whose; empty: not said */
    const struct cs_answers *seen; /* as the audience may see them */
    const struct cs_answers *all;  /* before anything was removed for the audience; NULL: nothing was */
};

struct cs_fill_options {
    enum cs_language language;    /* of remarks */
    enum cs_audience audience;    /* of the file */
    const struct cs_answers *all; /* before anything was removed for the audience; NULL: nothing was */
    cs_text product; /* the one that the answers are for; its column alone is filled; empty: they are for all */
    /* to other catalogs that slots refer to, and for products that columns refer to */
    const struct cs_fill_answers *others;
    uint32_t other_count;
    const cs_text *worksheets; /* the only ones to write; none: all */
    uint32_t worksheet_count;
    /* for a CSV file that is not in UTF-8: its original bytes, since the grid's file is the converted text */
    cs_text file;
    bool replace_answers; /* overwrite the content of answer cells */
    bool fit_rows;        /* rows without a height of their own grow with their text */
    bool keep_totals;     /* leave the cached values of formulas */
    bool with_owner;
    bool no_preface; /* leave labelled cells of the preface, such as the company's name */
};

struct cs_fill_plan {
    const struct cs_grid *grid;
    const struct cs_slots *slots;
    struct cs_fill_question *questions; /* in the order of the slots */
    uint32_t question_count, question_room;
    uint32_t asked, filled; /* questions of the form; those whose answers all have the reason DONE */
    struct cs_fill_cell *cells;
    uint32_t cell_count, cell_room;
    uint32_t written;  /* number of cells that change */
    uint32_t unknown;  /* empty columns of which one may be for the answers, where no column is known to be */
    uint32_t unproven; /* answers whose evidence has no column */
    uint32_t unread;   /* hidden worksheets with questions, which were not asked for and are not answered */

    struct cs_fill_place *totals; /* sorted by worksheet, row and column; their cached values are dropped */
    uint32_t total_count;
    struct cs_fill_place *cut; /* cells whose text is higher than their row, which has a height of its own */
    uint32_t cut_count, cut_room;

    /* of a workbook: entries of the archive, and those equal in every byte; set once written */
    uint32_t parts, parts_same;
    const struct cs_original *original; /* of a workbook */
    const struct cs_profile *profile;
    const struct cs_fill_places *places; /* by worksheet: an index of its merged cells and lists */
    struct cs_fill_options options;
};

/* Plans the answers to the slots' catalog, as the audience may see them. NULL after reporting why the file cannot be
 * filled at all: an archive that cannot be preserved, a signature that would become invalid, a worksheet with an
 * unsupported order or encoding. */
struct cs_fill_plan *cs_fill_plan(struct cs_job *job, const struct cs_grid *grid, const struct cs_slots *slots,
                                  const struct cs_profile *profile, const struct cs_answers *answers,
                                  const struct cs_fill_options *options);

/* Appends the filled file to out; false, with nothing appended, after reporting why not. Of a workbook it has been
 * verified that every other part is unchanged, byte for byte, and that in the parts that change the written cells show
 * their texts and all other bytes are as before. */
bool cs_fill_write(struct cs_job *job, struct cs_fill_plan *plan, struct cs_buf *out);

/* Compares the filled file, read again, with the plan: written cells show what they should, all others what they did
 * before. False with *cell the first one that does not. A CSV file is verified by nothing else. */
bool cs_fill_verify(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_grid *after, cs_text *cell);

/* Reports what is left to a person, each with its cell, and the affected totals. */
void cs_fill_report(struct cs_job *job, const struct cs_fill_plan *plan);

/* The review: a sheet with a row for each question, those that are left first, with what was written, where it comes
 * from and how it was matched. `language` is that of its titles. */
struct cs_sheet *cs_fill_review(struct cs_job *job, const struct cs_fill_plan *plan, enum cs_language language);

/* The name of the rule for a reason; empty for DONE. */
cs_text cs_fill_reason_slug(enum cs_fill_reason reason);

/* Records for each answer in which cell it was written, and how its question was matched; answers that no question
 * got are removed. An answer that was carried over is recorded as what it is, an answer to its own catalog, copied
 * from `known`, the records of the profile's sheets. */
struct cs_record;
void cs_fill_record(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_catalog *catalog,
                    const struct cs_record *known, uint32_t known_count, struct cs_record *record);

#endif
