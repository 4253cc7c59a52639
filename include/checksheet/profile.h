/* A profile: one vendor's answers about one service. Read-only once loaded; lives as long as its job. */
#ifndef CHECKSHEET_PROFILE_H
#define CHECKSHEET_PROFILE_H

#include "checksheet/catalog.h"

/* A calendar date. year 0: none given. */
struct cs_date {
    int16_t year;
    int8_t month, day;
};

/* Whether a value is meant exactly. */
enum cs_bound { CS_EXACT, CS_ABOUT, CS_AT_LEAST, CS_AT_MOST };

/* The value of a typed answer. `written` is what a sheet shows; the rest is for comparing and checking. */
struct cs_value {
    cs_text written; /* 99.99%以上; empty where the item asks for no value */
    enum cs_bound bound;
    bool none;        /* なし: there is none, and that is the answer */
    bool has_number;  /* number and unit say something */
    double number;    /* 99.99; money in yen; a choice's bit set */
    cs_text unit;     /* 年, 世代 */
    struct cs_date date;
};

/* One proof: a document's name, an address, or both. */
struct cs_evidence {
    cs_text title, address;
};

struct cs_answer {
    uint32_t item; /* index in the catalog */
    enum cs_state state;
    struct cs_value value;
    cs_text detail;         /* what the item demands for this state */
    struct cs_words remark; /* per language */
    const struct cs_evidence *evidence;
    uint32_t evidence_count;
    struct cs_date reviewed; /* when somebody last made sure that it is true */
    cs_text owner;           /* who knows; stays inside unless asked for */
    cs_text by;              /* who runs the control, where that is somebody else */

    cs_text product;                 /* in `parts`: the product this answer is for */
    const struct cs_answer *parts;   /* differing answers by product; empty when one answer serves all */
    uint32_t part_count;

    uint32_t same; /* from 1: it was written as "= another"; 0: in its own words */
    bool broken;   /* it could not be understood, which was reported: no state, yet not an open question */

    struct cs_span key;   /* the number in the file */
    struct cs_span state_span, text_span; /* the mark, and what follows it */
    struct cs_span reviewed_span;         /* the date of its own; none where it was taken over with "= another" */
};

/* The answers to one catalog, in the catalog's order. */
struct cs_answers {
    const struct cs_catalog *catalog;
    struct cs_answer *by_item; /* catalog->item_count of them; state NONE where there is no answer */
    uint32_t answered;
};

struct cs_profile {
    enum cs_language language; /* of plain texts in the file */
    cs_text service, vendor, contact, edition;
    struct cs_words title;
    struct cs_date date;
    const cs_text *sources; /* what the answers were taken from */
    uint32_t source_count;
    const cs_text *notes; /* preface of the sheet */
    uint32_t note_count;
    const cs_text *products;
    uint32_t product_count;
    bool in_words; /* marks: none; the answers carry no marks, and the sheet has no column for them */

    struct cs_answers *sheets; /* one a catalog that is answered; the profile's own catalog first */
    uint32_t sheet_count;

    const struct cs_source *source;
    struct cs_span date_span;    /* the date */
    struct cs_span answers_span; /* the word "answers", for findings about all of them */
};

/* The answers to a catalog by id (empty: the profile's own), or NULL. */
const struct cs_answers *cs_profile_answers(const struct cs_profile *profile, cs_text catalog_id);

/* -1, 0 or 1. A missing date is before all others. */
int cs_date_compare(struct cs_date a, struct cs_date b);

/* Days since 1970-01-01 in the Gregorian calendar. */
int32_t cs_date_days(struct cs_date date);

/* The date of such a day. */
struct cs_date cs_date_of_days(int32_t days);

/* The date of a text of the form 2025-11-30; false when the calendar
 * lacks it, or, with year 0, when it has another form. */
bool cs_date_of_text(cs_text text, struct cs_date *date);

/* True when the calendar has the date. */
bool cs_date_exists(struct cs_date date);

/* How many answers of each state there are in [first, end) of the items. */
void cs_answers_count(const struct cs_answers *answers, uint32_t first, uint32_t end, uint32_t counts[CS_STATES]);

#endif
