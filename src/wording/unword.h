/* Splitting what composing has put into words: 予定 (2026年3月): ..., （実施者: ...）, 根拠: ..., a line for each piece of
 * evidence. */
#ifndef WORDING_UNWORD_H
#define WORDING_UNWORD_H

#include "checksheet/sheet.h"

/* A sheet being converted to a profile, with what is looked up only once. */
struct cs_unword {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_catalog *catalog; /* NULL: only the sheet is known */
    uint32_t column[CS_ROLES];        /* the first of each role; or CS_NO_COLUMN */
    const struct cs_layout *layout;   /* the catalog's layout that the sheet has; NULL: none of them */
    bool has_links;                   /* some evidence has a link, so an address in a text is part of the text */
};

/* The parts of an answer. With `not_understood`, nothing is answered and the cells are kept as they are. */
struct cs_unworded {
    enum cs_state state;
    bool not_understood;
    struct cs_date due; /* of a plan; day 0 if only the month is given, year 0 if there is none */
    cs_text value;      /* of a typed answer */
    cs_text detail;     /* what the question demands, if it is known separately from the words */
    cs_text words;      /* remark and detail */
    cs_text other;      /* the words in the other language, if known; possibly the only ones */
    cs_text by;         /* who runs the control */
    const struct cs_evidence *evidence;
    uint32_t evidence_count;
    enum cs_audience audience; /* who may see it, if known */
    /* additional words for some readers; NULL: none, or included in the words */
    const struct cs_words *for_nda, *for_insiders;
    const struct cs_answer *parts; /* answers by product */
    uint32_t part_count;
};

struct cs_unword cs_unword_begin(struct cs_job *job, const struct cs_sheet *sheet);

/* The answer in a row to an item; NULL if the item is not known, which then counts as one answered by a mark. A
 * question that did not apply is open again, since nobody has answered it. */
struct cs_unworded cs_unword_answer(const struct cs_unword *unword, const struct cs_row *row,
                                    const struct cs_item *item);

/* Takes （実施者: AWS） off the end of the words, in either language. */
void cs_unword_by(struct cs_unworded *answer);

/* Takes the answer's own state off the front of the words, if a sheet repeats it next to its sign: 予定 (2026年3月): ... */
void cs_unword_state(struct cs_unworded *answer);

/* Removes what composing puts around words from a text whose question or sign is unknown: state and date in front,
 * who runs it at the end. */
struct cs_unworded cs_unword_text(cs_text text);

/* A known answer, in the language of a sheet. */
struct cs_unworded cs_unword_known(const struct cs_answer *answer, enum cs_language language);

/* A row's text in the first column of a role, trimmed; empty if there is none. */
cs_text cs_unword_cell(const struct cs_unword *unword, const struct cs_row *row, enum cs_role role);

#endif
