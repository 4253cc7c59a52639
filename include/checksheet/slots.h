/* The slots of a form: where the answers to its questions are to be written, and which item of a catalog each
 * question was matched with, and how. Import makes them, fill uses them. Rows and columns are 0-based. */
#ifndef CHECKSHEET_SLOTS_H
#define CHECKSHEET_SLOTS_H

#include "checksheet/catalog.h"

/* How the item of a question is known. With BY_NUMBER, BY_TEXT and CONFIRMED, the answer may be written without
 * asking anybody. */
enum cs_slot_known {
    CS_SLOT_UNKNOWN,   /* no item was found */
    CS_SLOT_BY_NUMBER, /* the item's number, with texts that agree */
    CS_SLOT_BY_TEXT,   /* the item's text, ignoring width, case, blanks and punctuation */
    CS_SLOT_CONFIRMED, /* confirmed by a person */
    CS_SLOT_DOUBTFUL,  /* the item's number, with a text that may ask something else */
    CS_SLOT_GUESSED,   /* the most similar text, or the position between others */
    CS_SLOT_KNOWNS
};

/* The similarity of texts, in thousandths, below which a number does not count. */
enum { CS_SLOT_DIFFERS = 50 };

/* A column that takes a part of an answer. */
struct cs_slot_column {
    uint32_t column;
    enum cs_role role;   /* ANSWER, APPLICABLE, REMARK, EVIDENCE, REVIEWED or OWNER */
    enum cs_state state; /* of a choice column: the meaning of a check; else NONE */
    cs_text title;
    cs_text product; /* that the column is for, as named in the form; empty if not specified */
    unsigned states; /* of a remark: the states of the answers that it is for, a bit each; 0: all */
    int32_t down;    /* rows from the slot down to its cell, where questions are above their answers */
};

/* A question of the form. */
struct cs_slot {
    uint32_t worksheet;                     /* index in the grid */
    uint32_t row;                           /* of the cells to write */
    uint32_t question_row, question_column; /* the place of the question */
    const struct cs_slot_column *columns;   /* sorted; shared by the questions of a table */
    uint32_t column_count;

    cs_text number, question;         /* as in the form */
    const struct cs_catalog *catalog; /* of the item; that of the slots, unless it was set to another one */
    uint32_t item;                    /* index in that catalog, or CS_NO_ITEM */
    enum cs_slot_known known;
    uint32_t likeness;             /* of the question and the item's, in thousandths */
    const struct cs_catalog *from; /* of an answer that is carried over: the catalog of its question; else NULL */
    uint32_t from_item;            /* ... and its index there */
    cs_text over; /* of an answer carried over from another question: which one, and how the link is known */
    /* for a question above the requested level: which item it is, METI 6-8, and its level; else empty */
    cs_text beyond, level;
    /* for a question that is left: a known one that may be the same, METI 6-8 (middle); empty if none */
    cs_text likely;
    cs_text why;     /* ... and why */
    cs_text confirm; /* the line of a profile by which a person confirms that; empty if none would be valid */
};

/* A cell of the preface for a fact about the whole sheet. */
struct cs_slot_label {
    uint32_t worksheet, row, column;
    cs_word_id word; /* SERVICE, VENDOR, ANSWERED_ON or CONTACT */
};

struct cs_slots {
    const struct cs_catalog *catalog;
    /* what the form says its signs mean: its answers are given in these; none: it does not say */
    const struct cs_mark *marks;
    uint32_t mark_count;
    struct cs_slot *at; /* in the order of the file */
    uint32_t count, room;
    struct cs_slot_label *labels;
    uint32_t label_count, label_room;
    uint32_t *unread; /* hidden worksheets with questions, none of which has a slot */
    uint32_t unread_count;
};

/* Adds a slot, or a label. */
struct cs_slot *cs_slots_add(struct cs_job *job, struct cs_slots *slots);
void cs_slots_add_label(struct cs_job *job, struct cs_slots *slots, struct cs_slot_label label);

/* The row of a cell of the slot. */
uint32_t cs_slot_row(const struct cs_slot *slot, const struct cs_slot_column *column);

/* True if the answer may be written without asking anybody. */
bool cs_slot_is_sure(const struct cs_slot *slot);

#endif
