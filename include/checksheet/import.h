/* Importing: a filled sheet is understood. A grid becomes an ordinary sheet; what was not understood stays in it.
 *
 *     grid -> columns by title or content -> rows -> items of a catalog, their states -> sheet
 *
 * The sheet, for emitters and for whoever compares or fills
 * - Columns by role; one that was not understood has CS_ROLE_OTHER and the title it came with, and so has a second
 *   column of a role. Number, question, answer and remark are always there, but for the answer where the sheet has no
 *   marks: its answers are words then, their state CS_STATE_FREE_TEXT.
 * - An ITEM's key is the id in the catalog, or empty when no item fits; with no catalog it is the number the sheet has.
 *   Its state is what was understood, CS_STATE_NONE when that is nothing. ANSWER keeps the text as it stood, or the
 *   title of the column that was chosen by a check; REMARK is the remark without the mark, if the mark was in there.
 *   Its span is the answer's cell, or else its first.
 * - Its language is that of the questions.
 * - Rows are in the order of the file, worksheet after worksheet.
 * - NOTE rows are the preface and what stands behind the items; a label that the program writes itself (cs_word) is in
 *   the sheet's language. What they say of title, service, vendor and date is in the sheet's fields as well. */
#ifndef CHECKSHEET_IMPORT_H
#define CHECKSHEET_IMPORT_H

#include "checksheet/form.h"
#include "checksheet/grid.h"
#include "checksheet/sheet.h"
#include "checksheet/slots.h"

struct cs_import_options {
    const struct cs_catalog *const *catalogs; /* those that the file may turn out to answer */
    uint32_t catalog_count;
    const struct cs_catalog *catalog; /* the one it answers; NULL: to be recognised */
    bool as_catalog;                  /* it answers none: every question is an item of its own */
    const struct cs_form *form;       /* NULL: to be recognised */
    bool is_published; /* the form is that of the catalog: its numbers hold, whatever text is beside them */
    cs_text worksheet; /* the only one to read; empty: all that have items */
};

struct cs_import_column {
    uint32_t worksheet; /* index in the grid */
    uint32_t column;    /* from 0 */
    enum cs_role role;
    cs_text title; /* as the file has it */
    enum cs_known by;
    uint32_t page;       /* of several lists on one worksheet, side by side: which; from 0, counted over the file */
    enum cs_state state; /* of a column of choices: what a check in it says; else NONE */
};

/* What an item was found by: its id as it stands, put together from chapter and number, read in spite of a
 * spreadsheet's help (a date for 6-8), the text of the question, its place between neighbours. */
enum cs_found {
    CS_NOT_FOUND,
    CS_FOUND_BY_ID,
    CS_FOUND_COMPOSED,
    CS_FOUND_REPAIRED,
    CS_FOUND_BY_TEXT,
    CS_FOUND_BY_PLACE,
    CS_FOUNDS
};

/* An item of the file. */
struct cs_import_item {
    uint32_t row;  /* index in the sheet's rows */
    uint32_t item; /* index in the catalog, or CS_NO_ITEM */
    enum cs_found by;
    uint32_t worksheet, grid_row; /* where it stands in the grid */
    uint32_t answer_row;          /* ... and its answer, which may be below */
    const uint32_t *rows;         /* ... and all its cells, by role, or CS_NO_ROW; NULL: in the row of the answer */
    uint32_t page;                /* as that of its columns */
    uint32_t same_as; /* of a second answer to one item: the index of the first among the items; else CS_NO_ITEM. Its
                         key in the sheet is empty */
    cs_text number;   /* as it stands */
};

/* Something to tell about a cell. */
enum cs_remark_kind {
    CS_MARK_UNKNOWN,
    CS_MARKS_DISAGREE,
    CS_ITEM_UNKNOWN,
    CS_ITEM_TWICE,
    CS_NUMBER_REPAIRED,
    CS_NUMBER_DENIED,  /* the text beside a number has nothing in common with the item of that number */
    CS_NUMBER_DOUBTED, /* ... hardly anything; the number was believed */
    CS_NUMBER_TWICE,   /* another question had it before; without a catalog */
    CS_NUMBER_MISSING, /* of a question among such as have one; without a catalog */
    CS_QUESTION_EMPTY, /* a row with a number or an answer, and no text that asks */
    CS_CELL_FAULT,     /* #REF! and the like; read as empty */
    CS_COLUMN_SECOND,  /* answers of another product, or of another year, beside those that were taken */
    CS_COLUMN_MARKED,  /* it holds marks, though its title says nothing of answers, and no other column answers */
    CS_COLUMN_GUESSED, /* taken for the questions, though nothing says that these are some */
    CS_ROW_EXAMPLE,    /* a row that shows how to answer; nothing of it is in the sheet */
    CS_SIGN_UNKNOWN,   /* what the file says a sign means is not understood, so that no answer is read from it */
    CS_CELL_COMMENT,   /* somebody wrote something beside a cell, which is not in the sheet */
    CS_ANSWER_COMMENT, /* ... beside an answer or what goes with it */
    CS_CELL_UNSOLVED   /* a formula without a result; read as empty */
};

/* What a worksheet was good for. */
enum cs_import_use {
    CS_USED_ITEMS,
    CS_USED_LABELS, /* no items: only what is labelled as title, service, vendor and so on was looked for */
    CS_USED_NOT_HIDDEN,
    CS_USED_NOT_EXAMPLE,  /* its name says that it shows how to answer */
    CS_USED_NOT_EXPLAINS, /* its name says that it explains or sums up, and another one asks more */
    CS_USED_NOT_TWICE,    /* it asks what another one has asked */
    CS_USED_NOT_FEW,      /* hardly anything on it is a question, and another one has many */
    CS_USED_NOT           /* empty, or others were asked for */
};

struct cs_import_remark {
    enum cs_remark_kind kind;
    uint32_t worksheet, row, column;
    cs_text text; /* what stands there */
    cs_text key;  /* the item it is about; empty if none */
};

/* A sign that the file explains: ◎＝対応済み. */
struct cs_import_sign {
    cs_text sign, words;
    enum cs_state state; /* NONE: what the words say is not known */
    uint32_t worksheet, row, column;
};

/* How well the file fits a catalog. */
struct cs_import_fit {
    const struct cs_catalog *catalog;
    uint32_t items; /* of the catalog that were found in the file */
    double score;   /* 0 to 1 */
};

struct cs_imported {
    struct cs_sheet *sheet;
    const struct cs_catalog *catalog; /* NULL with as_catalog */
    bool catalog_was_said;            /* by the options, the form or the file itself */
    bool is_published;                /* it is on the form that the catalog was published in: its numbers hold */

    struct cs_form *form; /* what was recognised, to be saved */
    struct cs_import_column *columns;
    uint32_t column_count;
    const enum cs_import_use *uses; /* by worksheet */
    uint32_t most_columns;          /* what stands further right was not looked at */

    struct cs_import_item *items; /* in the order of the file */
    uint32_t item_count, item_room;
    uint32_t found[CS_FOUNDS]; /* how many of the items were found so */
    uint32_t missing;          /* items of the catalog that the file does not have */

    const struct cs_import_sign *signs; /* that the file explains */
    uint32_t sign_count;
    bool lacks_circle; /* one of them says more than ○ does, which is not among them: nobody knows what that means */

    uint32_t marks[CS_STATES]; /* answers by what they say; NONE: there is none */
    bool is_doubtful;          /* something was lost, is open or may be wrong: a person has to look at the remarks */

    struct cs_import_remark *remarks; /* in the order of the file */
    uint32_t remark_count, remark_room;
};

enum cs_import_result {
    CS_IMPORTED,
    CS_NO_WORKSHEET, /* of that name */
    CS_NO_QUESTIONS, /* nothing in the file looks like a list of questions */
    CS_NO_CATALOG_FITS,
    CS_CATALOGS_FIT_ALIKE
};

/* Understands a grid. When no catalog fits, or two fit alike, fits[0] and fits[1] are the nearest ones, catalog NULL if
 * there are none, and the result is not to be used. The result lives as long as the job. */
enum cs_import_result cs_import(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options,
                                struct cs_imported *imported, struct cs_import_fit fits[2]);

/* Whom a form is addressed to or comes from, as it says above its questions; empty where it names nobody but the vendor, who
 * is given where known. The id that a catalog of such a form gets: 青空商事, BLUE-SKY-TRADING; false where the name gives
 * none. */
cs_text cs_import_addressee(const struct cs_grid *grid, cs_text vendor);
bool cs_import_id_of_name(cs_text name, struct cs_buf *id);

/* Where the answers of the form are to be written, as slots; of questions of the catalog, and of others. Those that are known
 * by their numbers alone are DOUBTFUL: ask cs_slots_agree (numbered.h). */
struct cs_slots *cs_import_slots(struct cs_job *job, const struct cs_grid *grid, const struct cs_imported *imported);

#endif
