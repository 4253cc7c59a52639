/* A page: one worksheet, or one of two lists side by side on it, while its structure is recognised. First its columns
 * get their roles, then its rows become lines. */
#ifndef IMPORT_PAGE_H
#define IMPORT_PAGE_H

#include "base/job.h"
#include "checksheet/form.h"
#include "checksheet/grid.h"
#include "checksheet/sheet.h"
#include "import/legend/legend.h"
#include "import/page/number.h"
#include "import/title/title.h"

enum { CS_MOST_COLUMNS = 1024 }; /* columns of a page; cells further right are ignored */

struct cs_page_column {
    enum cs_role role; /* CS_ROLES: none; the column is dropped */
    enum cs_known by;
    unsigned rank;        /* of its title, among those of the role */
    bool is_whole;        /* the whole title is known, not only its most telling word */
    cs_text title;        /* the lower title, or the upper one if only that names a role */
    cs_text upper, lower; /* both titles as written; with a single title row it is the upper one */
    cs_text above;        /* with several title rows: the title over it, which may cover other columns as well */
    bool is_choice;       /* its title is an answer, chosen by a check in it */
    enum cs_state state;  /* ... and the state that this answer means */
    uint32_t run;         /* ... and the number of its run of choice columns, from 1; else 0 */
    enum cs_role wanted;  /* the role that its title names, even if another column has it */
    bool is_guide;        /* it explains the question and is not part of the answer */
    bool is_translation;  /* it holds the question in another language */
    bool is_marked;       /* it holds marks, and its title does not name the answer */
    bool is_second;       /* its title names the role of another column: answers of another year or product */
    uint32_t product;     /* the product it answers for: index in the products of the page, plus 1; 0: none named */
};

struct cs_census;

struct cs_page {
    struct cs_job *job;
    const struct cs_titles *titles;
    struct cs_grid_sheet *grid;
    uint32_t worksheet; /* its index */
    uint32_t index;     /* among the pages that have items */

    const struct cs_legend *legend;        /* what the file's signs mean; NULL before it is searched */
    const struct cs_census *census;        /* statistics of its columns, see census.h; NULL before first use */
    uint32_t census_first, census_columns; /* the first row and the number of columns that they cover */

    uint32_t header, header_rows;   /* first title row, CS_NO_ROW if there is none; number of title rows */
    bool is_strange;                /* no title is known; what is in the columns tells what they are */
    uint32_t first, last;           /* rows that may hold items, last inclusive */
    uint32_t section_column;        /* the column of section names in repeated title rows; or CS_NO_COLUMN */
    struct cs_page_column *columns; /* by column; those before `left` belong to another page */
    uint32_t left, column_count;    /* the first one; the end, exclusive */
    uint32_t of_role[CS_ROLES];     /* the column of a role, or CS_NO_COLUMN; for OTHER the first of them */
    bool has_items;                 /* its columns form a list of questions */
    bool is_one_of_many;            /* other pages have items as well, so its name may be a chapter title */
    bool in_words;                  /* the answers carry no marks */
    bool is_asked_in_full;          /* a title or form names the question column, and most items have a text in it */
    bool is_boxed;                  /* ... or by empty boxes beside it, which wait for answers */
    bool is_guessed;                /* the question column is known by its content alone */
    bool has_scale;                 /* choice columns hold figures, which are not checks */
    bool has_numbered_chapters;     /* chapters are numbered in a column of their own */
    bool asks_in_sentences;         /* the texts of the question column are sentences */
    bool is_stacked;                /* no table: each question is above its answer, see stacked.h */
    uint32_t label_column;          /* if stacked: the column of the answers' labels; or CS_NO_COLUMN */
    const bool *boxes;        /* if stacked, with a box for each answer: by row, whether one begins there; else NULL */
    uint32_t below[CS_ROLES]; /* if stacked: rows between the question and the cell of a role, in the first item */
    const cs_text *known;     /* names of products that titles may be */
    uint32_t known_count;
    cs_text *products; /* the products that have columns of their own, by column */
    uint32_t product_count;
};

/* Finds the title rows and gives columns their roles, from a form part, or from titles and content. False if nothing
 * on the page looks like questions with answers. */
bool cs_page_find_columns(struct cs_page *page, const struct cs_form_part *part);

/* True for 必須, 選択 and other values of a flag column. */
bool cs_is_flag(cs_text cell);

/* Finds adjacent columns whose titles are answers: 実施 | 一部 | 未実施. The first of them becomes the answer column. */
void cs_page_find_choices(struct cs_page *page);

/* True for the name of a known product. */
bool cs_page_knows(const struct cs_page *page, cs_text name);

/* Finds answer columns for several products, or for one known product, and the other columns that belong to a product. Sets
 * `products` of the page, and `product` and `wanted` of the columns. */
void cs_page_find_products(struct cs_page *page);

/* To be called after columns were dropped: a single product column that is left, of a product that is not known, becomes
 * an ordinary answer column. */
void cs_page_keep_products(struct cs_page *page);

/* The answer so far, extended by what a cell in a choice column selects: the title, and any text beyond a check. */
cs_text cs_page_choose(const struct cs_page *page, uint32_t column, cs_text cell, cs_text answer);

/* Gives roles by content to columns without a telling title; called by cs_page_find_columns. */
void cs_page_judge_content(struct cs_page *page);

/* Sets is_asked_in_full, asks_in_sentences and is_guessed of the page. */
void cs_page_judge_questions(struct cs_page *page);

/* True if a title names the question column. */
bool cs_page_is_titled(const struct cs_page *page);

/* True if the columns form a list of questions. */
bool cs_page_asks(const struct cs_page *page);

/* Sets cells[0] to cells[page->column_count - 1] to the cells of a row, NULL for an empty one. Returns the number of
 * cells that are not empty. */
uint32_t cs_page_row(const struct cs_page *page, uint32_t row, const struct cs_grid_cell *cells[CS_MOST_COLUMNS]);

/* True for a cell that the file merges with columns to its right. */
bool cs_page_is_merged(const struct cs_page *page, const struct cs_grid_cell *cell);

/* True for #REF! and other errors of formulas: such a cell has no content. */
bool cs_page_is_fault(const struct cs_grid_cell *cell);

/* True for a row that repeats the titles, as on every page of a print; if it names a section, *section is the name. */
bool cs_page_is_header(const struct cs_page *page, uint32_t row, cs_text *section);

/* True for a row of nothing but titles that differ from those of their columns and name no question: another table
 * begins, which explains. */
bool cs_page_begins_other(const struct cs_page *page, const struct cs_grid_cell *const cells[]);

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* The cells of a row that belong to one product. */
struct cs_line_part {
    cs_text cells[CS_ROLES];
    uint32_t columns[CS_ROLES]; /* CS_NO_COLUMN if there is none */
    bool chose_twice;           /* more than one of its choices is checked */
};

enum cs_line_kind {
    CS_LINE_NOTE,
    CS_LINE_SECTION,
    CS_LINE_ITEM,
    CS_LINE_EXAMPLE /* an example of an answer, not an answer */
};

/* A row with its meaning, or several rows that belong together. */
struct cs_line {
    enum cs_line_kind kind;
    const struct cs_page *page;
    uint32_t row;
    uint32_t answer_row;     /* of an ITEM: the row of its answer */
    uint32_t depth;          /* of a SECTION, as far as the cell's format tells */
    bool chose_twice;        /* of an ITEM: more than one choice is checked */
    bool above_titles;       /* the titles are repeated between it and the next item */
    cs_text text;            /* of a NOTE or SECTION: its text; of a NOTE of two cells, the second */
    cs_text label;           /* of a NOTE of two cells: the first */
    struct cs_number number; /* of an ITEM or SECTION */
    bool in_both;            /* of an ITEM: its cells hold two languages each */
    cs_text translation;     /* of an ITEM: its question in another language */
    cs_text *cells;          /* by role; OTHER is in others; only an ITEM or EXAMPLE has any, and may be given some */
    uint32_t *columns;       /* the columns of these cells, or CS_NO_COLUMN */
    uint32_t *rows;  /* ... and their rows, for an ITEM above its answer, CS_NO_ROW for none; NULL: all in its row */
    cs_text *others; /* of an ITEM: by column of the page; NULL if it has none */
    struct cs_line_part *parts; /* of an ITEM: by product of the page; NULL if the columns of products are empty */
};

/* The cells of a line. A sheet may have a million lines, most of which have none. */
struct cs_line_cells {
    cs_text texts[CS_ROLES];
    uint32_t columns[CS_ROLES];
};

/* Adds the text of a cell to the product that its column `target` belongs to. */
void cs_page_take_part(const struct cs_page *page, uint32_t column, uint32_t target, cs_text text,
                       struct cs_line *line);

/* A line without cells. */
struct cs_line cs_line_begin(const struct cs_page *page, enum cs_line_kind kind, uint32_t row);

/* Empties cells and gives them to a line. */
void cs_line_give(struct cs_line *line, struct cs_line_cells *cells);

struct cs_lines {
    struct cs_line *at;
    uint32_t count, room;
};

/* Reads all rows of a page and appends their lines. */
void cs_page_read_lines(struct cs_page *page, struct cs_lines *lines);

#endif
