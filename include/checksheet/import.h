/* Importing: a filled sheet is interpreted. A grid becomes an ordinary sheet; what was not recognised is kept in it.
 *
 *     grid -> columns by title or content -> rows -> items of a catalog, their states -> sheet
 *
 * The sheet
 * - Columns have roles; one that was not recognised has CS_ROLE_OTHER and its own title, and so has a second column of
 *   a role. Number, question, answer and remark always exist, except the answer if the sheet has no marks: its answers
 *   are words then, with the state CS_STATE_FREE_TEXT.
 * - An ITEM's key is the id in the catalog, or empty if no item matches; without a catalog it is the number in the
 *   sheet. Its state is the recognised one, CS_STATE_NONE if there is none. ANSWER has the text as written, or the
 *   title of the column that was checked; REMARK is the remark without the mark, if the mark was in it. Its span is the
 *   answer's cell, or else its first.
 * - Its language is that of the questions.
 * - Rows are in the order of the file, worksheet after worksheet.
 * - NOTE rows are the preface and the text after the items; a label that the program itself writes (cs_word) is in the
 *   sheet's language. Title, service, vendor and date are in the sheet's fields as well. */
#ifndef CHECKSHEET_IMPORT_H
#define CHECKSHEET_IMPORT_H

#include "checksheet/form.h"
#include "checksheet/grid.h"
#include "checksheet/sheet.h"
#include "checksheet/slots.h"

struct cs_import_options {
    const struct cs_catalog *const *catalogs; /* catalogs that the file may be an answer to */
    uint32_t catalog_count;
    const struct cs_catalog *catalog; /* the one that it answers; NULL: to be recognised */
    bool as_catalog;                  /* it answers none: every question is an item of its own */
    const struct cs_form *form;       /* NULL: to be recognised */
    const cs_text *products; /* names of products; a column with such a title holds the answers of that product */
    uint32_t product_count;
    bool is_published; /* the form is the catalog's published one: its numbers count, whatever text is beside them */
    cs_text worksheet; /* the only one to read; empty: all with items */
};

struct cs_import_column {
    uint32_t worksheet; /* index in the grid */
    uint32_t column;    /* 0-based */
    enum cs_role role;
    cs_text title; /* as in the file */
    enum cs_known by;
    uint32_t page;       /* distinguishes lists side by side on one worksheet; 0-based, counted over the whole file */
    cs_text product;     /* that the column is for, as named in its titles; empty if none is named */
    enum cs_state state; /* of a choice column: the meaning of a check; else NONE */
};

/* How an item was matched: by its id as written, or composed of chapter and number, or restored after a spreadsheet's
 * conversion (a date for 6-8), by the text of the question, by its position between neighbours. */
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
    uint32_t worksheet, grid_row; /* its place in the grid */
    uint32_t answer_row;          /* ... and its answer's row, which may be below */
    /* ... and the rows of all its cells, by role, or CS_NO_ROW; NULL: all in the row of the answer */
    const uint32_t *rows;
    uint32_t page; /* as in its columns */
    /* for a second answer to one item: the index of the first in `items`; else CS_NO_ITEM. Its key in the sheet is
     * empty */
    uint32_t same_as;
    cs_text number; /* as written */
};

/* A kind of remark about a cell. */
enum cs_remark_kind {
    CS_MARK_UNKNOWN,
    CS_MARKS_DISAGREE,
    CS_ITEM_UNKNOWN,
    CS_ITEM_TWICE,
    CS_NUMBER_REPAIRED,
    CS_NUMBER_DENIED,  /* the text beside a number has nothing in common with the item of that number */
    CS_NUMBER_DOUBTED, /* ... hardly anything; the number was accepted */
    CS_NUMBER_TWICE,   /* an earlier question has the same; without a catalog */
    CS_NUMBER_MISSING, /* although other questions have one; without a catalog */
    CS_QUESTION_EMPTY, /* a row with a number or an answer, but without a question */
    CS_FLAG_UNKNOWN,   /* the first of a word that says neither required nor optional, as 推奨; without a catalog */
    CS_CELL_FAULT,     /* #REF! and other errors; read as empty */
    CS_COLUMN_SECOND,  /* answers of another product or year, beside those that were used */
    CS_COLUMN_MARKED,  /* it holds marks, though its title does not name answers, and no other column holds answers */
    CS_COLUMN_GUESSED, /* used as the question column, though nothing identifies it as one */
    CS_ROW_EXAMPLE,    /* a row with an example of an answer; it is not in the sheet */
    CS_SIGN_UNKNOWN,   /* the file's explanation of a sign is not understood, so the sign is no answer */
    CS_CELL_COMMENT,   /* a comment on a cell, which is not in the sheet */
    CS_ANSWER_COMMENT, /* ... on an answer or its remark */
    CS_CELL_UNSOLVED,  /* a formula without a result; read as empty */
    CS_REMARK_KINDS
};

/* How a worksheet was used. */
enum cs_import_use {
    CS_USED_ITEMS,
    CS_USED_LABELS, /* no items: only labelled facts such as title, service and vendor were read */
    CS_USED_NOT_HIDDEN,
    CS_USED_NOT_SEEN,     /* it is hidden, and titles on it name questions */
    CS_USED_NOT_EXAMPLE,  /* it is named as an example of how to answer */
    CS_USED_NOT_EXPLAINS, /* it is named as an explanation or a summary, and another one has more questions */
    CS_USED_NOT_TWICE,    /* it repeats the questions of another one */
    CS_USED_NOT_FEW,      /* it has hardly any questions, and another one has many */
    CS_USED_NOT           /* empty, or others were asked for */
};

struct cs_import_remark {
    enum cs_remark_kind kind;
    uint32_t worksheet, row, column;
    cs_text text; /* as in the file */
    cs_text key;  /* of the item it is about; empty if none */
};

/* A sign that the file explains: ◎＝対応済み. */
struct cs_import_sign {
    cs_text sign, words;
    enum cs_state state; /* NONE: the words are not understood */
    bool is_usual;       /* it says that without an explanation, too */
    uint32_t worksheet, row, column;
};

/* How well the file fits a catalog. */
struct cs_import_fit {
    const struct cs_catalog *catalog;
    uint32_t items; /* items of the catalog found in the file */
    double score;   /* 0 to 1 */
};

struct cs_imported {
    struct cs_sheet *sheet;
    const struct cs_catalog *catalog; /* NULL with as_catalog */
    bool catalog_was_said;            /* given by the options, the form or the file itself */
    bool is_other_edition;            /* this program wrote it for another edition than the catalog's */
    bool is_published;                /* it has the catalog's published form: its numbers count */

    struct cs_form *form; /* as recognised, for saving */
    struct cs_import_column *columns;
    uint32_t column_count;
    const enum cs_import_use *uses; /* by worksheet */
    uint32_t most_columns;          /* columns further right were ignored */

    struct cs_import_item *items; /* in the order of the file */
    uint32_t item_count, item_room;
    uint32_t found[CS_FOUNDS]; /* number of items by how they were matched */
    uint32_t missing;          /* items of the catalog that are not in the file */

    const struct cs_import_sign *signs; /* that the file explains */
    uint32_t sign_count;
    bool lacks_circle; /* one of them claims more than ○, which is missing among them, so that its meaning is unknown */

    uint32_t marks[CS_STATES]; /* number of answers by state */
    bool is_doubtful;          /* something was lost, is open or may be wrong: a person has to read the remarks */

    struct cs_import_remark *remarks; /* in the order of the file */
    uint32_t remark_count, remark_room;
};

enum cs_import_result {
    CS_IMPORTED,
    CS_NO_WORKSHEET, /* none of that name */
    CS_NO_QUESTIONS, /* nothing in the file looks like a list of questions */
    CS_NO_CATALOG_FITS,
    CS_CATALOGS_FIT_ALIKE
};

/* Interprets a grid. If no catalog fits, or two fit equally well, fits[0] and fits[1] are the best candidates,
 * catalog NULL if there are none, and nothing else of the result may be used. The result lives as long as the job. */
enum cs_import_result cs_import(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options,
                                struct cs_imported *imported, struct cs_import_fit fits[2]);

/* The addressee or sender of a form, as stated above its questions; empty if it names nobody but the vendor, who is
 * given if known. The id for a catalog of such a form: 青空商事, BLUE-SKY-TRADING; false if the name yields none. */
cs_text cs_import_addressee(const struct cs_grid *grid, cs_text vendor);
bool cs_import_id_of_name(cs_text name, struct cs_buf *id);

/* The slots of the form, where answers are to be written: of questions of the catalog, and of others. Those matched
 * by number alone are DOUBTFUL: call cs_slots_agree (numbered.h). */
struct cs_slots *cs_import_slots(struct cs_job *job, const struct cs_grid *grid, const struct cs_imported *imported);

#endif
