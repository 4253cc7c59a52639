/* The sheet: everything becomes a sheet, and everything that leaves is a sheet given to an emitter. A sheet is complete:
 * it can be read without a catalog or a profile.
 *
 * Requirements of its users
 * -------------------------
 * import   A reader turns CSV or XLSX into a grid; the header row gives each column its role, each data row becomes an
 *          ITEM row with the item's id as `key`, group labels become SECTION rows, the preface NOTE rows. So a row has a
 *          kind, a key, cells by role, and a span (a grid is a source too: its text has a line for each row). What is
 *          not recognised becomes a NOTE row, so that nothing is lost. The YAML emitter then makes a profile.
 * diff     Aligns two sheets by key and by question, and returns an ordinary sheet whose rows have `change` and `past`.
 *          Emitters show changes by these two alone, so there is no separate renderer of diffs. Whether an answer
 *          improved depends on its state, not its sign: a row has `state` and `good`.
 * fill     The places for answers in a customer's form are slots, not a sheet; the review of a fill is an ordinary one.
 * crosswalk Answers are carried over before a sheet is made (profile in, profile out); sheets do not know crosswalks.
 * layouts  Columns are data: role, title, width. A sheet may lack the answer column; composing then puts the state into
 *          words. */
#ifndef CHECKSHEET_SHEET_H
#define CHECKSHEET_SHEET_H

#include "checksheet/profile.h"

/* The maximum number of UTF-16 units in a cell of a workbook, by Excel's specifications and limits. */
enum { CS_CELL_UNITS = 32767 };

enum cs_row_kind {
    CS_ROW_TITLE,   /* one cell: the sheet's title */
    CS_ROW_NOTE,    /* two cells: a label (may be empty) and a text: vendor, date, preface */
    CS_ROW_HEADER,  /* the columns' titles */
    CS_ROW_SECTION, /* one cell: a heading with a depth */
    CS_ROW_ITEM,    /* one cell for each column */
    CS_ROW_TOTAL,   /* one cell for each column */
    CS_ROW_KINDS
};

/* The change of a row in a diff; MOVED: only its number or position differs. */
enum cs_change { CS_SAME, CS_ADDED, CS_REMOVED, CS_CHANGED, CS_MOVED };

/* Whether an answer has improved or worsened; NONE: neither can be said. */
enum cs_turn { CS_TURN_NONE, CS_TURN_BETTER, CS_TURN_WORSE };

/* A run of a changed text: kept, removed from the old text, or inserted into the new one. */
enum cs_edit { CS_KEPT, CS_TAKEN_OUT, CS_PUT_IN };

struct cs_run {
    enum cs_edit edit;
    enum cs_tone tone; /* of a kept run */
    cs_text text;
};

struct cs_runs {
    const struct cs_run *at;
    uint32_t count; /* 0 if there are none */
};

#define CS_NOWHERE UINT32_MAX

/* The old values of a row in a diff. */
struct cs_past {
    cs_text key;
    enum cs_state state, good;
    enum cs_flag flag;
    uint32_t place, now;  /* position among the old and the new items, from 0; CS_NOWHERE if not among them */
    const cs_text *texts; /* of the cells; NULL if unchanged */
    /* of the cells: runs of old and new text, to be shown in place of the text; NULL if none */
    const struct cs_runs *runs;
    uint32_t aspects; /* aspects that differ, as a set: 1u << enum cs_aspect */
    enum cs_turn turn;
};

struct cs_sheet;

/* The summary of a diff. */
struct cs_comparison {
    const struct cs_sheet *old;
    uint32_t added, removed, changed, moved; /* items by enum cs_change */
    uint32_t better, worse;
    uint32_t with[CS_ASPECTS]; /* items that differ in the aspect */
    uint32_t head;             /* number of differences in the head: title, vendor, date, contact, notes */
    bool whole;                /* all aspects were compared */
};

/* The columns of a table of changes. */
enum cs_changes_column {
    CS_CHANGES_NUMBER,
    CS_CHANGES_QUESTION,
    CS_CHANGES_KIND,
    CS_CHANGES_BEFORE,
    CS_CHANGES_AFTER,
    CS_CHANGES_TEXT,
    CS_CHANGES_COLUMNS
};

struct cs_cell {
    cs_text text;
    cs_text link; /* address, or empty */
    enum cs_tone tone;
};

struct cs_row {
    enum cs_row_kind kind;
    enum cs_change change;
    uint32_t depth; /* of a SECTION: 0 chapter */
    uint32_t cell_count;
    struct cs_cell *cells;
    const struct cs_past *past; /* in a diff; NULL if nothing changed */

    cs_text key;         /* of an ITEM: its id */
    enum cs_state state; /* of an ITEM: the state of the answer, independent of the sheet's signs */
    enum cs_state good;  /* of an ITEM: the good answer */
    enum cs_flag flag;   /* of an ITEM: 必須 or 選択 */
    bool own_words;      /* of an ITEM: its answer is a value, a choice, or yes or no, none of the sheet's signs; ... */
    uint32_t word_count;
    const cs_text *words;           /* ... and if it must be one of a list of words, these */
    cs_text remark_translation;     /* ... its remark in the other language, if one cell held both */
    cs_text translation;            /* of an imported ITEM: its question in the other language */
    struct cs_span span;            /* its origin */
    const struct cs_answer *answer; /* of a composed ITEM: the answer in its cells; NULL: only the cells are known */
};

struct cs_column {
    enum cs_role role;
    cs_text title;
    cs_text name; /* of a count, for programs, in no language: questions, ok, rate; empty: its role says it */
    double width; /* in Excel's units: half-width digits of the default font */
};

/* A sign of the answer column, for drop-downs, colours and the legend. */
struct cs_sign {
    cs_text sign, label, guide;
    enum cs_state state;
    enum cs_tone tone;
};

struct cs_sheet {
    enum cs_language language;
    cs_text title, service, vendor;
    struct cs_words titles; /* the title in all languages available; empty if only `title` is known */
    cs_text catalog_id, catalog_title, edition, publisher, address, license;
    cs_text level;                      /* of the catalog, whose questions it has; empty: all levels */
    const struct cs_catalog *catalog;   /* the catalog of the rows; NULL if it is unknown or there is none */
    cs_text layout;                     /* name of the layout in the catalog; empty: the default, or one of its own */
    const struct cs_layout *own_layout; /* one of the profile's own; NULL: it is a catalog's, or unknown */
    struct cs_date date;                /* of the answers; year 0 if not given */
    bool is_other_edition;   /* it was read, and written for another edition: the questions that it lacks may be new */
    bool has_whole_head;     /* title and notes are complete and as written; a sheet that was read may lack some */
    const cs_text *products; /* products by which the answers may differ */
    uint32_t product_count;
    struct cs_date newest, oldest; /* review dates of the answers; year 0 if there are none */

    struct cs_column *columns;
    uint32_t column_count;
    const struct cs_sign *signs; /* allowed in the answer column; empty if answers are free text */
    uint32_t sign_count;

    struct cs_row *rows; /* in reading order */
    uint32_t row_count, row_room;

    const struct cs_comparison *comparison; /* of a diff, and of a table of changes; else NULL */
    const struct cs_sheet *changes;         /* a table of changes to be emitted with it; NULL if there is none */
};

/* Makes a sheet without columns and rows. */
struct cs_sheet *cs_sheet_new(struct cs_job *job, enum cs_language language);

/* Index of the column with a role, or CS_NO_COLUMN. */
#define CS_NO_COLUMN UINT32_MAX
uint32_t cs_sheet_column(const struct cs_sheet *sheet, enum cs_role role);

/* The runs of a cell; count 0 if it only has text. */
struct cs_runs cs_row_runs(const struct cs_row *row, uint32_t column);

/* Appends a row with `cells` empty cells. Adding a row may move the others, but not their cells. */
struct cs_row *cs_sheet_add_row(struct cs_job *job, struct cs_sheet *sheet, enum cs_row_kind kind, uint32_t cells);

/* Appends a note; a fact is left out if its text is empty. */
void cs_sheet_add_note(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);
void cs_sheet_add_fact(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);

/* Sets the sheet's columns from roles, with titles in the sheet's language. */
void cs_sheet_set_columns(struct cs_job *job, struct cs_sheet *sheet, const enum cs_role *roles, uint32_t count);

/* Appends the header: the current titles of the columns. */
void cs_sheet_add_header(struct cs_job *job, struct cs_sheet *sheet);

#endif
