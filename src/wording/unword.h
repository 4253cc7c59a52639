/* What composing put into words, taken apart again: 予定 (2026年3月): ..., （実施者: ...）, 根拠: ..., a line for each piece of evidence. */
#ifndef WORDING_UNWORD_H
#define WORDING_UNWORD_H

#include "checksheet/sheet.h"

/* A sheet on its way to become a profile, and what is looked up once. */
struct cs_unword {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_catalog *catalog; /* NULL: nothing is known of the questions but what the sheet says */
    uint32_t column[CS_ROLES];        /* the first of each role; or CS_NO_COLUMN */
    const struct cs_layout *layout;   /* the catalog's that the sheet is in; NULL: in none of them */
    bool has_links;                   /* some evidence has an address behind it, so that one in a text is text */
};

/* An answer in its parts. With `not_understood`, nothing is answered and the cells stand for themselves. */
struct cs_unworded {
    enum cs_state state;
    bool not_understood;
    struct cs_date due; /* of a plan; day 0 where only the month is said, year 0 where nothing is */
    cs_text value;      /* of a typed answer */
    cs_text detail;     /* what the question demands, where it is known apart from the words */
    cs_text words;      /* what there is to say: remark, and detail */
    cs_text other;      /* the words in the other language, where they are known; they may be the only ones */
    cs_text by;         /* who runs the control */
    const struct cs_evidence *evidence;
    uint32_t evidence_count;
    enum cs_audience audience;                     /* who may see it, where that is known */
    const struct cs_words *for_nda, *for_insiders; /* what else to say to some; NULL: nothing, or it is in the words */
    const struct cs_answer *parts;                 /* answers by product */
    uint32_t part_count;
};

struct cs_unword cs_unword_begin(struct cs_job *job, const struct cs_sheet *sheet);

/* The answer of a row to the item, which is NULL where it is not known; it is then taken for one that is answered by a
 * mark. A question that was not asked is open again: nobody has answered it. */
struct cs_unworded cs_unword_answer(const struct cs_unword *unword, const struct cs_row *row,
                                    const struct cs_item *item);

/* Takes （実施者: AWS） off the end of the words, in either language. */
void cs_unword_by(struct cs_unworded *answer);

/* Takes the answer's own state off the front of the words, where a sheet says it beside its sign: 予定 (2026年3月): ... */
void cs_unword_state(struct cs_unworded *answer);

/* What composing puts around words, taken off a text whose question or sign nobody knows: state and date in front, and
 * who runs it behind. */
struct cs_unworded cs_unword_text(cs_text text);

/* An answer that is known, in the language of a sheet. */
struct cs_unworded cs_unword_known(const struct cs_answer *answer, enum cs_language language);

/* A row's text in the first column of a role, trimmed; empty where there is none. */
cs_text cs_unword_cell(const struct cs_unword *unword, const struct cs_row *row, enum cs_role role);

#endif
