/* A profile: one vendor's answers about one service. Read-only once loaded; lives as long as its job. */
#ifndef CHECKSHEET_PROFILE_H
#define CHECKSHEET_PROFILE_H

#include "checksheet/catalog.h"
#include "checksheet/diag.h"

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
    bool none;       /* なし: there is none, and that is the answer */
    bool has_number; /* number and unit say something */
    double number;   /* 99.99; money in yen; a choice's bit set */
    cs_text unit;    /* 年, 世代 */
    struct cs_date date;
};

/* Who may see something, from everybody to nobody outside. */
enum cs_audience { CS_PUBLIC, CS_NDA, CS_INTERNAL, CS_AUDIENCES };

/* A piece of evidence: a document's name, where it is, or both. */
struct cs_evidence {
    cs_text title, address;
    cs_text path;               /* of a file, relative to the one that names it; it never leaves */
    cs_text edition;            /* of the document */
    struct cs_date observed;    /* when somebody looked at it */
    struct cs_date valid_until; /* the last day it proves something */
    cs_text sha256;             /* of the file: 64 lower-case hex digits */
    enum cs_audience audience;
    struct cs_span span;
};

/* Who stands behind an answer. It never leaves. */
struct cs_approval {
    cs_text by;
    struct cs_date on;
    cs_text of; /* what was approved: see cs_answer_digest; empty: not approved */
    struct cs_span span;
};

/* A figure that is named once and used in many answers. */
struct cs_fact {
    cs_text name;
    struct cs_words text; /* as written in each language */
    enum cs_kind kind;    /* CS_KIND_TEXT: used as written; else checked, and formatted for the language */
    struct cs_value value;
    uint32_t uses;
    struct cs_span span; /* of the name */
};

/* What a profile, or an answer in it, allows: rules, each with the same reason. */
struct cs_allowances {
    struct cs_allowance *at;
    uint32_t count;
};

/* Why an answer is held back from what goes out. */
enum cs_hold { CS_NOT_HELD, CS_HELD_FOR_EVIDENCE, CS_HELD_FOR_APPROVAL };

struct cs_answer {
    uint32_t item; /* index in the catalog */
    enum cs_state state;
    struct cs_value value;
    cs_text detail;         /* what the item demands for this state */
    struct cs_words remark; /* per language */
    const struct cs_evidence *evidence;
    uint32_t evidence_count;
    struct cs_date reviewed; /* when somebody last made sure that it is true */
    struct cs_approval approved;
    cs_text owner;      /* who knows; stays inside unless asked for */
    cs_text by;         /* who runs the control, where that is somebody else */
    struct cs_date due; /* of a plan: when; day 0 where only the month is said */

    enum cs_audience audience;           /* who may see the answer at all */
    const struct cs_words *for_nda;      /* more to say, to those under a non-disclosure agreement; NULL if nothing */
    const struct cs_words *for_insiders; /* what never leaves; NULL if nothing */

    const struct cs_words *plain; /* the remark before either was added to it; NULL: neither was */

    cs_text product;               /* in `parts`: the product this answer is for */
    const struct cs_answer *parts; /* differing answers by product; empty when one answer serves all */
    uint32_t part_count;

    cs_text same; /* the answer that it was written to be the same as; empty: in its own words */
    /* as it was written, before that answer and the facts were filled in; NULL: as it is */
    const struct cs_answer *raw;
    bool broken; /* it could not be understood, which was reported: no state, yet not an open question */

    struct cs_span key;                   /* the number in the file */
    struct cs_span state_span, text_span; /* the mark, and what follows it */
    struct cs_span reviewed_span;         /* the date of its own; none where it was taken over with "= another" */

    struct cs_allowances allows; /* what may be found about it without being counted */
    enum cs_hold held;           /* of an open one: there is an answer, but it was held back */
};

/* The answers to one catalog, in the catalog's order. */
struct cs_answers {
    const struct cs_catalog *catalog;
    struct cs_answer *by_item; /* catalog->item_count of them; state NONE where there is no answer */
    uint32_t answered;

    cs_text edition; /* of the catalog, that was answered, in its words; empty if not said */
    /* the editions there are besides the one in use, where it is not said which was answered; else none */
    const struct cs_catalog *const *other_editions;
    uint32_t other_edition_count;
    cs_text level;               /* of the catalog, that is answered; empty: all of it */
    struct cs_span span;         /* where the profile first speaks of the catalog; nowhere where it is taken over */
    struct cs_span edition_span; /* the edition */
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
    struct cs_fact *facts;
    uint32_t fact_count;
    struct cs_names *fact_names;      /* the name of a fact's name is its index; NULL without facts */
    const struct cs_layout *layout;   /* the profile's choice; NULL: the catalog's default */
    cs_text layout_catalog;           /* id of the catalog whose sheet it shapes */
    const struct cs_profile *extends; /* whose answers and facts are taken over; NULL if none */

    struct cs_allowances allows; /* what may be found outside the answers without being counted */
    struct cs_answers *sheets;   /* one a catalog that is answered; the profile's own catalog first */
    uint32_t sheet_count;

    const struct cs_source *source;
    struct cs_span date_span;    /* the date */
    struct cs_span answers_span; /* the word "answers", for findings about all of them */
};

/* True when the profile has the product. */
bool cs_profile_has_product(const struct cs_profile *profile, cs_text product);

/* The answers to a catalog by id (empty: the profile's own), or NULL. */
const struct cs_answers *cs_profile_answers(const struct cs_profile *profile, cs_text catalog_id);

/* The profile with one of its sheets cut down to the questions of a level, by its rank; the other sheets stand. */
const struct cs_profile *cs_profile_at_level(struct cs_job *job, const struct cs_profile *profile, uint32_t sheet,
                                             uint32_t rank);

/* What differing answers come to together: what all say that are applicable; else partly, where some say yes or partly;
 * else no, where some say no or not yet; else it takes words. Partly never becomes yes, nor no partly. */
enum cs_state cs_parts_state(const struct cs_answer *parts, uint32_t count);

/* True when an answer allows findings of a rule. */
bool cs_answer_allows(const struct cs_answer *answer, enum cs_rule rule);

/* "public", "nda", "internal". */
cs_text cs_audience_word(enum cs_audience audience);
bool cs_audience_of_word(cs_text word, enum cs_audience *audience);

/* -1, 0 or 1. A missing date is before all others. */
int cs_date_compare(struct cs_date a, struct cs_date b);

/* Days since 1970-01-01 in the Gregorian calendar. */
int32_t cs_date_days(struct cs_date date);

/* The date of such a day. */
struct cs_date cs_date_of_days(int32_t days);

/* The date of a text of the form 2025-11-30; false when the calendar
 * lacks it, or, with year 0, when it has another form. */
bool cs_date_of_text(cs_text text, struct cs_date *date);

/* "January" of 1, as English sheets write it. */
cs_text cs_month_name(int month);

/* True when the calendar has the date. */
bool cs_date_exists(struct cs_date date);

/* False for an item whose gate was answered so that it is not asked. */
bool cs_answers_ask(const struct cs_answers *answers, const struct cs_item *item);

/* How many answers of each state there are in [first, end) of the items. What is not asked counts as
 * not applicable. */
void cs_answers_count(const struct cs_answers *answers, uint32_t first, uint32_t end, uint32_t counts[CS_STATES]);

#endif
