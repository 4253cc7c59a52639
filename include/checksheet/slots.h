/* The slots of a form: where the answers to its questions are to be written, and which item of a catalog each question is
 * taken for, and why. Whoever understands a form makes them; whoever fills it writes there. Rows and columns are from 0. */
#ifndef CHECKSHEET_SLOTS_H
#define CHECKSHEET_SLOTS_H

#include "checksheet/catalog.h"

/* How it is known which item a question of the form is. Of these, what is BY_NUMBER, BY_TEXT and CONFIRMED may be
 * written without asking anybody. */
enum cs_slot_known {
    CS_SLOT_UNKNOWN,   /* it is no item */
    CS_SLOT_BY_NUMBER, /* the item's number, and texts that agree with it */
    CS_SLOT_BY_TEXT,   /* the item's text, but for width, case, blanks and punctuation */
    CS_SLOT_CONFIRMED, /* a person said so */
    CS_SLOT_DOUBTFUL,  /* the item's number, and a text of which it is not known that it asks the same */
    CS_SLOT_GUESSED,   /* the likest text, or the place between others */
    CS_SLOT_KNOWNS
};

/* Likeness of the texts below which a number counts for nothing, in thousandths. */
enum { CS_SLOT_DIFFERS = 50 };

/* A column that an answer has a part in. */
struct cs_slot_column {
    uint32_t column;
    enum cs_role role;   /* ANSWER, APPLICABLE, REMARK, EVIDENCE, REVIEWED or OWNER */
    enum cs_state state; /* of a column of choices: what a check in it says; else NONE */
    cs_text title;
    cs_text product; /* whose answers stand there; empty: not said */
    int32_t down;    /* rows from that of the slot down to its cell, where questions stand above their answers */
};

/* A question of the form. */
struct cs_slot {
    uint32_t worksheet;                     /* index in the grid */
    uint32_t row;                           /* of the cells to be written */
    uint32_t question_row, question_column; /* where the question stands */
    const struct cs_slot_column *columns;   /* by column; questions of one table share them */
    uint32_t column_count;

    cs_text number, question; /* as the form has them */
    const struct cs_catalog
        *catalog;  /* whose item it is; that of the slots, unless whoever knows more has said another */
    uint32_t item; /* index in it, or CS_NO_ITEM */
    enum cs_slot_known known;
    uint32_t likeness; /* of the question and the item's, in thousandths */
    const struct cs_catalog
        *from;          /* of an answer that is carried over: the catalog of the question it is of; else NULL */
    uint32_t from_item; /* ... and its index there */
    cs_text over;       /* of an answer that is carried over from another question: which, and by what that is known */
    cs_text likely;  /* of a question that is left: a known one that may ask the same, METI 6-8 (middle); empty: none */
    cs_text why;     /* ... and why */
    cs_text confirm; /* the line by which a person says in a profile that it does; empty: none would hold */
};

/* A cell of the preface that waits for something about the whole sheet. */
struct cs_slot_label {
    uint32_t worksheet, row, column;
    enum cs_word word; /* SERVICE, VENDOR, ANSWERED_ON or CONTACT */
};

struct cs_slots {
    const struct cs_catalog *catalog;
    const struct cs_mark
        *marks; /* what the form says its signs mean: its answers are given in these; none: it does not say */
    uint32_t mark_count;
    struct cs_slot *at; /* in the order of the file */
    uint32_t count, room;
    struct cs_slot_label *labels;
    uint32_t label_count, label_room;
};

/* Adds a slot, or a label. */
struct cs_slot *cs_slots_add(struct cs_job *job, struct cs_slots *slots);
void cs_slots_add_label(struct cs_job *job, struct cs_slots *slots, struct cs_slot_label label);

/* The row of a cell of the slot. */
uint32_t cs_slot_row(const struct cs_slot *slot, const struct cs_slot_column *column);

/* True for what may be written without asking anybody. */
bool cs_slot_is_sure(const struct cs_slot *slot);

#endif
