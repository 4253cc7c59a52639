/* An HTML page while it is written, and the functions that add its parts. */
#ifndef EMIT_HTML_PAGE_H
#define EMIT_HTML_PAGE_H

#include "base/escape.h"
#include "base/job.h"
#include "checksheet/sheet.h"

enum cs_html_list { CS_HTML_NO_LIST, CS_HTML_FACTS, CS_HTML_NOTES };

struct cs_html_page {
    struct cs_arena *arena;
    struct cs_buf *out;
    const struct cs_sheet *sheet; /* the sheet being written */
    const struct cs_row *header;  /* NULL if the sheet has none */
    bool *shown;                  /* by column */
    uint32_t heading;             /* column of the text that identifies a row */
    bool in_words;                /* at least some answers are words */

    uint32_t open;     /* number of open sections */
    uint32_t sections; /* number of sections so far */
    enum cs_html_list list;
    bool in_main, in_table;
};

/* --- texts.c: what stands in an element ----------------------------------------------------------------------------- */

void cs_html_add(struct cs_html_page *page, const char *markup);

/* Adds a text without markup, for an attribute or a title. */
void cs_html_add_plain(struct cs_html_page *page, cs_text text);

/* Adds the language attribute of a text, unless its language is the page's. */
void cs_html_add_language(struct cs_html_page *page, cs_text text);

/* Adds the content of a cell: its text, with its link, or with its changes. */
void cs_html_add_content(struct cs_html_page *page, const struct cs_row *row, uint32_t column);

/* Adds "○ 対応済み": the sign, hidden from screen readers, and its meaning. */
void cs_html_add_state(struct cs_html_page *page, enum cs_state state);

/* The name of a state in the page's script. */
cs_text cs_html_state_name(enum cs_state state);

/* --- overview.c: how the answers stand ------------------------------------------------------------------------------ */

/* Adds the number of answers by chapter and kind, with links; nothing if there is only one chapter. */
void cs_html_add_overview(struct cs_html_page *page);

/* Adds the form that filters rows; it is visible only if the script runs. */
void cs_html_add_filter(struct cs_html_page *page);

/* --- outline.c: the order of things --------------------------------------------------------------------------------- */

void cs_html_add_note(struct cs_html_page *page, const struct cs_row *row);

/* Begins the section of a heading, and ends those that do not contain it; depth 0: a chapter. */
void cs_html_add_heading(struct cs_html_page *page, uint32_t depth, cs_text text);

/* Ends the head of the page before its first heading or table. */
void cs_html_begin_main(struct cs_html_page *page);

void cs_html_end_list(struct cs_html_page *page);

/* Ends sections, and what is open in them, until `left` remain. */
void cs_html_end_sections(struct cs_html_page *page, uint32_t left);

/* --- table.c: the answers ------------------------------------------------------------------------------------------- */

/* Adds a row, beginning the table before the first one. */
void cs_html_add_row(struct cs_html_page *page, const struct cs_row *row);

#endif
