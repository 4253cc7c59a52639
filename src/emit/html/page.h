/* A page of HTML that is being written, and the steps by which its parts are added. */
#ifndef EMIT_HTML_PAGE_H
#define EMIT_HTML_PAGE_H

#include "base/escape.h"
#include "base/job.h"
#include "checksheet/sheet.h"

enum cs_html_list { CS_HTML_NO_LIST, CS_HTML_FACTS, CS_HTML_NOTES };

struct cs_html_page {
    struct cs_arena *arena;
    struct cs_buf *out;
    const struct cs_sheet *sheet; /* whose rows are written */
    const struct cs_row *header;  /* NULL if the sheet has none */
    bool *shown;                  /* by column */
    uint32_t heading;             /* column that names a row */
    bool in_words;                /* answers are, or some of them */

    uint32_t open;     /* sections that are */
    uint32_t sections; /* written so far */
    enum cs_html_list list;
    bool in_main, in_table;
};

/* --- texts.c: what stands in an element ----------------------------------------------------------------------------- */

void cs_html_add(struct cs_html_page *page, const char *markup);

/* Adds a text for an attribute or a title, which has no markup. */
void cs_html_add_plain(struct cs_html_page *page, cs_text text);

/* Adds the attribute of a text's language, unless that is the page's. */
void cs_html_add_language(struct cs_html_page *page, cs_text text);

/* Adds what a cell shows: its text, linked where it leads somewhere, or how it was changed. */
void cs_html_add_content(struct cs_html_page *page, const struct cs_row *row, uint32_t column);

/* Adds "○ 対応済み": the sign, which a voice need not read, and what it means. */
void cs_html_add_state(struct cs_html_page *page, enum cs_state state);

/* A state as the page's script knows it. */
cs_text cs_html_state_name(enum cs_state state);

/* --- overview.c: how the answers stand ------------------------------------------------------------------------------ */

/* Adds how many answers of a kind there are in each chapter, with links to them; nothing where there is but one. */
void cs_html_add_overview(struct cs_html_page *page);

/* Adds the form that leaves rows out; it shows itself where the script runs. */
void cs_html_add_filter(struct cs_html_page *page);

/* --- outline.c: the order of things --------------------------------------------------------------------------------- */

void cs_html_add_note(struct cs_html_page *page, const struct cs_row *row);

/* Begins the section of a heading, and ends those that it is not in; depth 0: a chapter. */
void cs_html_add_heading(struct cs_html_page *page, uint32_t depth, cs_text text);

/* Ends the head of the page before its first heading or table. */
void cs_html_begin_main(struct cs_html_page *page);

void cs_html_end_list(struct cs_html_page *page);

/* Ends sections until some are left, and what stands in them. */
void cs_html_end_sections(struct cs_html_page *page, uint32_t left);

/* --- table.c: the answers ------------------------------------------------------------------------------------------- */

/* Adds a row, and begins the table before the first. */
void cs_html_add_row(struct cs_html_page *page, const struct cs_row *row);

#endif
