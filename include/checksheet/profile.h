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

/* How exactly a value is meant. */
enum cs_bound { CS_EXACT, CS_ABOUT, CS_AT_LEAST, CS_AT_MOST };

/* The value of a typed answer. `written` is for sheets; the rest is for comparing and checking. */
struct cs_value {
    cs_text written; /* 99.99%以上; empty if the item asks for no value */
    enum cs_bound bound;
    bool none;       /* なし: the answer is that there is none */
    bool has_number; /* number and unit are set */
    double number;   /* 99.99; money in yen; a set of choices as bits */
    cs_text unit;    /* 年, 世代 */
    struct cs_date date;
};

/* Who may see something, from everybody to insiders only. */
enum cs_audience { CS_PUBLIC, CS_NDA, CS_INTERNAL, CS_AUDIENCES };

/* A piece of evidence: the title of a document, its location, or both. */
struct cs_evidence {
    cs_text title, address;
    cs_text path;               /* of a file, relative to the file that contains this; never sent */
    cs_text edition;            /* of the document */
    struct cs_date observed;    /* when somebody saw it */
    struct cs_date valid_until; /* the last day of its validity */
    cs_text sha256;             /* of the file: 64 lower-case hex digits */
    enum cs_audience audience;
    struct cs_span span;
};

/* Who has approved an answer. Never sent. */
struct cs_approval {
    cs_text by;
    struct cs_date on;
    cs_text of; /* what was approved: see cs_answer_digest; empty if not approved */
    struct cs_span span;
};

/* A figure that is named once and used in many answers. */
struct cs_fact {
    cs_text name;
    struct cs_words text; /* for each language */
    enum cs_kind kind;    /* CS_KIND_TEXT: used as written; else checked, and formatted in the language */
    struct cs_value value;
    uint32_t uses;
    struct cs_span span; /* of the name */
};

/* The allowances of a profile, or of an answer in it: rules with a common reason. */
struct cs_allowances {
    struct cs_allowance *at;
    uint32_t count;
};

/* Why an answer is withheld from what is sent. */
enum cs_hold { CS_NOT_HELD, CS_HELD_FOR_EVIDENCE, CS_HELD_FOR_APPROVAL };

struct cs_answer {
    uint32_t item; /* index in the catalog */
    enum cs_state state;
    struct cs_value value;
    cs_text detail;         /* what the item demands for this state */
    struct cs_words remark; /* by language */
    const struct cs_evidence *evidence;
    uint32_t evidence_count;
    struct cs_date reviewed; /* when somebody last checked that it is true */
    struct cs_approval approved;
    cs_text owner;      /* the responsible person; internal unless requested */
    cs_text by;         /* who runs the control, if somebody else */
    struct cs_date due; /* of a plan; day 0 if only the month is given */

    enum cs_audience audience;           /* who may see the answer at all */
    const struct cs_words *for_nda;      /* additional words under a non-disclosure agreement; NULL if none */
    const struct cs_words *for_insiders; /* internal words, never sent; NULL if none */

    const struct cs_words *plain; /* the remark before either of these was added; NULL if neither was */

    cs_text product;               /* in `parts`: the product of this answer */
    const struct cs_answer *parts; /* answers by product; empty if one answer applies to all */
    uint32_t part_count;

    cs_text same; /* the answer that it refers to; empty if it has its own words */
    /* as written, before that answer and facts were filled in; NULL if unchanged */
    const struct cs_answer *raw;
    bool broken; /* it could not be understood, which was reported: without a state, but not open */

    struct cs_span key;                   /* the number in the file */
    struct cs_span state_span, text_span; /* the mark, and the text after it */
    struct cs_span reviewed_span;         /* its own date; none if inherited by "= another" */

    struct cs_allowances allows; /* findings about it that do not count */
    enum cs_hold held;           /* of an open one: an answer exists, but was withheld */
};

/* The answers to a catalog, in the catalog's order. */
struct cs_answers {
    const struct cs_catalog *catalog;
    struct cs_answer *by_item; /* catalog->item_count of them; state NONE if there is no answer */
    uint32_t answered;

    cs_text edition; /* the edition of the catalog that was answered, as written; empty if not given */
    /* the editions other than the one in use, if it is not given which was answered, or another one was; else none */
    const struct cs_catalog *const *other_editions;
    uint32_t other_edition_count;
    cs_text level;               /* of the catalog that is answered; empty: all of it */
    struct cs_span span;         /* where the profile first refers to the catalog; nowhere if inherited */
    struct cs_span edition_span; /* the edition */
};

struct cs_profile {
    enum cs_language language; /* of plain texts in the file */
    cs_text service, vendor, contact, edition;
    struct cs_words title;
    struct cs_date date;
    const cs_text *sources; /* of inherited answers */
    uint32_t source_count;
    const cs_text *notes; /* preface of the sheet */
    uint32_t note_count;
    const cs_text *products;
    uint32_t product_count;
    bool in_words; /* marks: none; the answers have no marks, and the sheet has no column for them */
    struct cs_fact *facts;
    uint32_t fact_count;
    struct cs_names *fact_names;      /* the name of a fact's name is its index; NULL if there are no facts */
    const struct cs_layout *layout;   /* the profile's choice; NULL: the catalog's default */
    cs_text layout_catalog;           /* id of the catalog that it applies to */
    const struct cs_profile *extends; /* the profile whose answers and facts are inherited; NULL if none */

    struct cs_allowances allows; /* findings outside the answers that do not count */
    struct cs_answers *sheets;   /* one for each catalog answered; that of the main catalog first */
    uint32_t sheet_count;

    const struct cs_source *source;
    struct cs_span date_span;    /* the date */
    struct cs_span answers_span; /* the word "answers", for findings about all of them */
};

/* True when the profile has the product. */
bool cs_profile_has_product(const struct cs_profile *profile, cs_text product);

/* The answers to the catalog with an id (empty: the main one); NULL if there are none. */
const struct cs_answers *cs_profile_answers(const struct cs_profile *profile, cs_text catalog_id);

/* True if it is not given which edition was answered by an answer: neither by the profile nor, for an answer taken over,
 * by the file that it is in. */
bool cs_answer_is_unclear(const struct cs_profile *profile, const struct cs_answers *answers, uint32_t item);

/* The profile with one of its sheets restricted to the questions of a level, given by rank; the other sheets are
 * unchanged. */
const struct cs_profile *cs_profile_at_level(struct cs_job *job, const struct cs_profile *profile, uint32_t sheet,
                                             uint32_t rank);

/* The state that answers by product result in: the common one of all that are applicable; else partly, if some are
 * yes or partly; else no, if some are no or planned; else free text. Partly never becomes yes, nor no partly. */
enum cs_state cs_parts_state(const struct cs_answer *parts, uint32_t count);

/* True if an answer allows findings of a rule. */
bool cs_answer_allows(const struct cs_answer *answer, cs_rule rule);

/* "public", "nda", "internal". */
cs_text cs_audience_word(enum cs_audience audience);
bool cs_audience_of_word(cs_text word, enum cs_audience *audience);

/* -1, 0 or 1. A missing date comes before all others. */
int cs_date_compare(struct cs_date a, struct cs_date b);

/* Days since 1970-01-01 in the Gregorian calendar. */
int32_t cs_date_days(struct cs_date date);

/* The date of a day counted so. */
struct cs_date cs_date_of_days(int32_t days);

/* The date in a text of the form 2025-11-30; false if the day does not exist or, with year 0, if the text has another
 * form. */
bool cs_date_of_text(cs_text text, struct cs_date *date);

/* "January" for 1, in English sheets. */
cs_text cs_month_name(int month);

/* True if the date exists in the calendar. */
bool cs_date_exists(struct cs_date date);

/* False for an item that is not asked because of the answer to its gate. */
bool cs_answers_ask(const struct cs_answers *answers, const struct cs_item *item);

/* Counts the answers of each state for items [first, end). Items that are not asked count as not applicable. */
void cs_answers_count(const struct cs_answers *answers, uint32_t first, uint32_t end, uint32_t counts[CS_STATES]);

#endif
