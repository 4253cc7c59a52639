/* The sheet: the hub of the program. Everything becomes a sheet, and everything that leaves is a sheet given to an
 * emitter. Nothing in a sheet needs a catalog or a profile to be understood.
 *
 * What each use asks of this shape
 * --------------------------------
 * import   A reader turns CSV or XLSX into a grid of texts with cell addresses; the header row gives each column its
 *          role, and each data row becomes an ITEM row whose `key` is the item's id, the group labels SECTION rows,
 *          the preface NOTE rows. So a row needs: a kind, a key, cells by role, and a span (a grid is a source too: its
 *          "file" is the grid's text, its place a cell). Nothing else; what was not understood is a NOTE row, so it is
 *          never lost. A profile is then made by the yaml emitter: the way out needs no second writer.
 * diff     Aligns two sheets by key and by question text, and returns an ordinary sheet: rows carry `change` and `past`.
 *          Emitters show a change by looking at those two and at nothing else, so there is no diff renderer.
 *          Better or worse needs the state, not the sign: the row keeps `state` and `good`.
 * fill     Where the answers of a customer's form stand is said by slots, not by a sheet; the review of what was written is
 *          an ordinary one.
 * crosswalk Maps answers to answers before a sheet is made (profile in, profile out); the sheet does not know of it.
 * layouts  Columns are data with a role, a title and a width. A sheet without an answer column is one whose columns
 *          lack that role; compose then puts the state into words. */
#ifndef CHECKSHEET_SHEET_H
#define CHECKSHEET_SHEET_H

#include "checksheet/profile.h"

/* UTF-16 units that a cell of a workbook holds at most: Excel's specifications and limits. */
enum { CS_CELL_UNITS = 32767 };

enum cs_row_kind {
    CS_ROW_TITLE,   /* one cell: the sheet's title */
    CS_ROW_NOTE,    /* two cells: a label (may be empty) and a text: vendor, date, preface */
    CS_ROW_HEADER,  /* the columns' titles */
    CS_ROW_SECTION, /* one cell: a heading of a depth */
    CS_ROW_ITEM,    /* a cell a column */
    CS_ROW_TOTAL,   /* a cell a column */
    CS_ROW_KINDS
};

/* What a diff says of a row; MOVED: only its number or place is another. */
enum cs_change { CS_SAME, CS_ADDED, CS_REMOVED, CS_CHANGED, CS_MOVED };

/* Whether an answer has become a better or a worse one; NONE: neither can be said. */
enum cs_turn { CS_TURN_NONE, CS_TURN_BETTER, CS_TURN_WORSE };

/* A stretch of a text that was changed: kept, taken out of the old text, or put into the new one. */
enum cs_edit { CS_KEPT, CS_TAKEN_OUT, CS_PUT_IN };

struct cs_run {
    enum cs_edit edit;
    enum cs_tone tone; /* of what was kept */
    cs_text text;
};

struct cs_runs {
    const struct cs_run *at;
    uint32_t count; /* 0: there are none */
};

#define CS_NOWHERE UINT32_MAX

/* What a row of a diff was before. */
struct cs_past {
    cs_text key;
    enum cs_state state, good;
    enum cs_flag flag;
    uint32_t place, now;  /* from 0, among the old items and the new ones; CS_NOWHERE: not among them */
    const cs_text *texts; /* of the cells; NULL: as now */
    /* of the cells: how old and new go together, to be shown in place of the text. NULL: none */
    const struct cs_runs *runs;
    uint32_t aspects; /* set of those that differ: 1u << enum cs_aspect */
    enum cs_turn turn;
};

struct cs_sheet;

/* What a diff comes to. */
struct cs_comparison {
    const struct cs_sheet *old;
    uint32_t added, removed, changed, moved; /* items by enum cs_change */
    uint32_t better, worse;
    uint32_t with[CS_ASPECTS]; /* items that differ in it */
    uint32_t head;             /* what the head says otherwise: title, vendor, date, contact, notes */
    bool whole;                /* every aspect was looked at */
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
    cs_text link; /* address behind the text, or empty */
    enum cs_tone tone;
};

struct cs_row {
    enum cs_row_kind kind;
    enum cs_change change;
    uint32_t depth; /* of a SECTION: 0 chapter */
    uint32_t cell_count;
    struct cs_cell *cells;
    const struct cs_past *past; /* of a diff; NULL when nothing changed */

    cs_text key;         /* of an ITEM: its id */
    enum cs_state state; /* of an ITEM: what the answer says, whatever sign the sheet has for it */
    enum cs_state good;  /* of an ITEM: the good answer */
    enum cs_flag flag;   /* of an ITEM: 必須 or 選択 */
    bool own_words;      /* of an ITEM: its answer is a value, a choice, yes or no, none of the sheet's signs; */
    uint32_t word_count;
    const cs_text *words;           /* and if it can be nothing else than one of some words, these */
    cs_text translation;            /* of an ITEM that was imported: its question in the other language */
    struct cs_span span;            /* where it came from */
    const struct cs_answer *answer; /* of an ITEM that was composed: what its cells say; NULL: only the cells say it */
};

struct cs_column {
    enum cs_role role;
    cs_text title;
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
    struct cs_words titles; /* the title in the languages that it is known in; none where only `title` is */
    cs_text catalog_id, catalog_title, edition, publisher, address, license;
    cs_text level;                    /* of the catalog, that it holds the questions of; empty: of all */
    const struct cs_catalog *catalog; /* whose questions the rows are; NULL where that is not known or there is none */
    cs_text layout; /* name of the layout, as the catalog has it; empty: the default, or one of its own */
    const struct cs_layout *own_layout; /* one of the profile's own; NULL: it is a catalog's, or not known */
    struct cs_date date;                /* of the answers; year 0 if not said */
    bool has_whole_head; /* title and notes are all there are, as they were written; what was read back may lack some */
    const cs_text *products; /* that the answers behind the rows may differ by */
    uint32_t product_count;
    struct cs_date newest, oldest; /* review dates among the answers; year 0 if none */

    struct cs_column *columns;
    uint32_t column_count;
    const struct cs_sign *signs; /* what the answer column may hold; none where answers are free text */
    uint32_t sign_count;

    struct cs_row *rows; /* in reading order */
    uint32_t row_count, row_room;

    const struct cs_comparison *comparison; /* of a diff, and of a table of changes; else NULL */
    const struct cs_sheet *changes;         /* a table of changes to go with it; NULL: none */
};

/* A sheet without columns and rows. */
struct cs_sheet *cs_sheet_new(struct cs_job *job, enum cs_language language);

/* Index of the column of a role, or CS_NO_COLUMN. */
#define CS_NO_COLUMN UINT32_MAX
uint32_t cs_sheet_column(const struct cs_sheet *sheet, enum cs_role role);

/* The runs of a cell; count 0 where the text stands for itself. */
struct cs_runs cs_row_runs(const struct cs_row *row, uint32_t column);

/* Appends a row with room for its cells, all empty. The row may move when the next one is added; its cells do not. */
struct cs_row *cs_sheet_add_row(struct cs_job *job, struct cs_sheet *sheet, enum cs_row_kind kind, uint32_t cells);

/* Appends a note; a fact is one that is left out where there is no text. */
void cs_sheet_add_note(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);
void cs_sheet_add_fact(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);

/* Makes the sheet's columns out of roles, with titles in the sheet's language. */
void cs_sheet_set_columns(struct cs_job *job, struct cs_sheet *sheet, const enum cs_role *roles, uint32_t count);

/* Appends the header: the titles of the columns as they are by then. */
void cs_sheet_add_header(struct cs_job *job, struct cs_sheet *sheet);

#endif
