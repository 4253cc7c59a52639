/* A page: one worksheet, or one of two lists side by side on it, while it is being understood. First its columns get
 * their roles, then its rows become lines. */
#ifndef IMPORT_PAGE_H
#define IMPORT_PAGE_H

#include "base/job.h"
#include "checksheet/form.h"
#include "checksheet/grid.h"
#include "checksheet/sheet.h"
#include "import/page/number.h"
#include "import/page/title.h"

enum { CS_MOST_COLUMNS = 1024 }; /* of a page; what stands further right is not looked at */

struct cs_page_column {
    enum cs_role role; /* CS_ROLES: none; nothing of it is kept */
    enum cs_known by;
    unsigned rank;        /* of its title, among those of the role */
    bool is_whole;        /* all of its title is known, not only the word that says most */
    cs_text title;        /* what it is called: the lower title, or the upper one where only that says a role */
    cs_text upper, lower; /* as they stand, of two rows of titles; of one row the upper one */
    bool is_choice;       /* its title is an answer, and a check in it chooses that */
    enum cs_state state;  /* ... and what that answer says */
    enum cs_role wanted;  /* the role that its title says, whoever has that */
    bool is_guide;        /* it explains the question, and is no part of the answer */
    bool is_translation;  /* it asks in another language what the question asks */
    bool is_marked;       /* it holds marks, and its title does not say that it answers */
    bool is_second;       /* its title says the role of another column: answers of another year or product */
};

struct cs_census;

struct cs_page {
    struct cs_job *job;
    const struct cs_titles *titles;
    struct cs_grid_sheet *grid;
    uint32_t worksheet; /* its index */
    uint32_t index;     /* among the pages that have items */

    const struct cs_census *census;        /* of its columns, see census.h; NULL before it is asked for */
    uint32_t census_first, census_columns; /* which row it begins at, how many columns it has */

    uint32_t header, header_rows;   /* first row of the titles, CS_NO_ROW if there are none; how many rows they take */
    uint32_t first, last;           /* rows that may hold items, the last one included */
    uint32_t section_column;        /* where the titles come again in each section with its name; or CS_NO_COLUMN */
    struct cs_page_column *columns; /* by column; those before `left` belong to another page */
    uint32_t left, column_count;    /* the first one; one more than the last */
    uint32_t of_role[CS_ROLES];     /* the column of a role, or CS_NO_COLUMN; for OTHER the first of them */
    bool has_items;                 /* its columns make a list of questions */
    bool is_one_of_many;            /* other pages have items as well, so that its name may be a chapter's */
    bool in_words;                  /* the answers carry no marks */
    bool is_asked_in_full;          /* hardly an item lacks a text in the column of questions */
    bool is_guessed;                /* nothing but the look of them says that the questions are some */
    bool has_scale;                 /* the columns of choices hold a figure each, which is no check */
    bool has_numbered_chapters;     /* a chapter is a number in a column of its own */
    bool asks_in_sentences;         /* the texts in it are sentences */
    bool is_stacked;                /* no table: each question stands above its answer, see stacked.h */
    uint32_t label_column;          /* of such a page: where the labels of the answers are; or CS_NO_COLUMN */
    uint32_t below[CS_ROLES];       /* of such a page: how far below its question a cell stands, in the first item */
};

/* Finds the header and gives the columns their roles: from a part of a form, or from titles and content. False when
 * nothing on the page looks like questions with answers. */
bool cs_page_find_columns(struct cs_page *page, const struct cs_form_part *part);

/* True for 必須, 選択 and what else a column of flags holds. */
bool cs_is_flag(cs_text cell);

/* Finds columns side by side whose titles are answers: 実施 | 一部 | 未実施. The first of them is the answer's. */
void cs_page_find_choices(struct cs_page *page);

/* Adds what a cell of such a column chooses to the answer so far: its title, and what stands in the cell beyond a
 * check. */
cs_text cs_page_choose(const struct cs_page *page, uint32_t column, cs_text cell, cs_text answer);

/* The role of columns of which only the content is known; called by cs_page_find_columns. */
void cs_page_judge_content(struct cs_page *page);

/* Looks at what the column of questions holds. */
void cs_page_judge_questions(struct cs_page *page);

/* True when a title says which column asks. */
bool cs_page_is_titled(const struct cs_page *page);

/* True when the columns make a list of questions. */
bool cs_page_asks(const struct cs_page *page);

/* The cells of a row by column: pointers to page->column_count of them, NULL where a cell is empty. Returns how many
 * are not. */
uint32_t cs_page_row(const struct cs_page *page, uint32_t row, const struct cs_grid_cell *cells[CS_MOST_COLUMNS]);

/* True for a cell that the file itself shows over the columns behind it. */
bool cs_page_is_merged(const struct cs_page *page, const struct cs_grid_cell *cell);

/* True for #REF! and what else spreadsheets write for a formula that went wrong: such a cell says nothing. */
bool cs_page_is_fault(const struct cs_grid_cell *cell);

/* True for a row that repeats the titles, as on every page of a print; where it names a section, that is *section. */
bool cs_page_is_header(const struct cs_page *page, uint32_t row, cs_text *section);

/* True for a row of nothing but titles, not all of them those of their columns, and none of them of questions: another
 * table begins, which explains. */
bool cs_page_begins_other(const struct cs_page *page, const struct cs_grid_cell *const cells[]);

/* --- lines ------------------------------------------------------------------------------------------------------- */

enum cs_line_kind { CS_LINE_NOTE, CS_LINE_SECTION, CS_LINE_ITEM, CS_LINE_EXAMPLE /* of how to answer: no answer */ };

/* A row with its meaning, or several that belong together. */
struct cs_line {
    enum cs_line_kind kind;
    const struct cs_page *page;
    uint32_t row;
    uint32_t answer_row;        /* of an ITEM: where its answer stands */
    uint32_t depth;             /* of a SECTION, as far as the form of the cell tells */
    bool chose_twice;           /* of an ITEM: more than one of its choices is checked */
    bool above_titles;          /* the titles come again between it and the next item */
    cs_text text;               /* of a NOTE or SECTION: what stands there; of a NOTE, its second cell */
    cs_text label;              /* of a NOTE of two cells: the first */
    struct cs_number number;    /* of an ITEM or SECTION */
    cs_text translation;        /* of an ITEM: its question in another language */
    cs_text cells[CS_ROLES];    /* of an ITEM, by role; OTHER is in others */
    uint32_t columns[CS_ROLES]; /* where these stand */
    uint32_t *rows;             /* ... of an ITEM above its answer, CS_NO_ROW: nowhere; NULL: all in its row */
    cs_text *others;            /* of an ITEM: by column of the page; NULL when it has none */
};

struct cs_lines {
    struct cs_line *at;
    uint32_t count, room;
};

/* Reads all rows of a page behind what the lines hold already. */
void cs_page_read_lines(struct cs_page *page, struct cs_lines *lines);

#endif
