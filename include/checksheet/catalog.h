/* A catalog: the questions of a sheet in an edition, in reading order. Read-only once loaded; lives as long as its
 * job. */
#ifndef CHECKSHEET_CATALOG_H
#define CHECKSHEET_CATALOG_H

#include "checksheet/source.h"
#include "checksheet/vocab.h"

/* A sign that the sheet uses for a state: ○. */
struct cs_mark {
    cs_text sign;
    enum cs_state state;
    struct cs_words label; /* 対応済み */
    struct cs_words guide; /* when to use it */
    bool remark_required;
};

struct cs_choice {
    cs_text id; /* ① */
    struct cs_words label;
    bool alone; /* excludes the others */
};

/* A level at which a sheet may be asked; it includes all lower ones. */
struct cs_level {
    cs_text name;          /* ★3 */
    struct cs_words label; /* its meaning, in a few words */
};

/* Additional information that an answer in certain states must contain. */
struct cs_demand {
    uint32_t when; /* states as a set: 1u << enum cs_state */
    const struct cs_words *ask;
    enum cs_kind kind; /* CS_KIND_TEXT unless a typed value is wanted */
    const cs_text *units;
    const struct cs_choice *choices; /* for CS_KIND_CHOICE: one of them must be named */
    uint32_t unit_count, choice_count;
    bool optional; /* wanted, but not required */
};

/* How an item of a vendor's sheet differs from the catalog. */
enum cs_variant { CS_AS_IN_CATALOG, CS_REWORDED, CS_OWN };

/* The numbers of a question in another edition of the sheet; several if they were merged. */
struct cs_former {
    cs_text edition; /* 2013 */
    const cs_text *numbers;
    uint32_t count;
};

enum cs_flag { CS_FLAG_NONE, CS_FLAG_REQUIRED, CS_FLAG_OPTIONAL };

struct cs_item {
    cs_text id;       /* 6-8, 2-1-5, 46.1 */
    uint32_t section; /* index into sections; CS_NO_SECTION before the first */
    enum cs_kind kind;
    cs_text level;                /* the lowest at which it is asked: ★3; empty: it is asked at all levels */
    uint32_t rank;                /* of that level in the catalog, from 1; 0 if there is none */
    enum cs_flag flag;            /* 必須, 選択 */
    enum cs_state good;           /* OK; NG if × is the good answer; NONE if neither is better */
    bool negated;                 /* the question is negated: ○ means that none exist */
    bool capability;              /* × is a missing feature, not a deficiency */
    bool wants_value;             /* a mark alone is an insufficient answer */
    bool none_allowed;            /* なし is a valid value */
    bool many;                    /* more than one choice is allowed */
    cs_text most;                 /* the maximum of the value, as written; empty if there is none */
    const struct cs_words *ask;   /* the question, in our own words */
    const struct cs_words *guide; /* what a good answer contains; NULL if none */
    const struct cs_words *group; /* official labels; NULL if the catalog has none */
    const struct cs_words *name;

    const cs_text *units; /* the accepted units of a value, the preferred one first */
    const cs_text *refs;  /* official control numbers */
    const cs_text *sames; /* numbers of questions that are the same, in this catalog or, as IPA 3-2, in others */
    const struct cs_former *formers; /* by edition */
    const struct cs_choice *choices;
    const struct cs_demand *demands;
    uint32_t unit_count, ref_count, same_count, former_count, choice_count, demand_count;

    cs_text gate;             /* asked only if this item ... */
    enum cs_state gate_state; /* ... has this answer; gate empty: always asked */

    enum cs_variant variant; /* as in the catalog, reworded by the vendor, or the vendor's own */
    struct cs_span span;     /* of the id in its file */
};

#define CS_NO_SECTION UINT32_MAX

struct cs_section {
    struct cs_words title; /* 6 データの保護 */
    uint32_t depth;        /* 0 chapter, 1 section */
    uint32_t first_item;   /* index of the first item after the heading */
    uint32_t parent;       /* index, or CS_NO_SECTION */
};

/* The part of an id that a sheet shows as the number. */
enum cs_numbering { CS_NUMBERS_FULL, CS_NUMBERS_LAST };

/* The layout of a sheet: its columns with their titles, and its signs and numbers. */
struct cs_layout {
    cs_text name;
    const enum cs_role *columns;
    const struct cs_words *titles; /* by column; empty: the role's default title */
    uint32_t column_count;
    enum cs_numbering numbers;
    const struct cs_mark *marks; /* the sheet's own signs; empty: the catalog's */
    uint32_t mark_count;
};

struct cs_form;

struct cs_catalog {
    cs_text id; /* METI */
    enum cs_language language;
    struct cs_words title, edition, publisher, license, note;
    struct cs_words address; /* of the official text, or of where it is documented */

    const struct cs_level *levels; /* lowest first; empty if it has no levels */
    uint32_t level_count;
    cs_text level;               /* that it is restricted to; empty: it is complete */
    const struct cs_mark *marks; /* empty if the kinds have words of their own */
    uint32_t mark_count;
    bool has_own_marks;              /* given in its file; else they are the default ones */
    const struct cs_layout *layouts; /* the first is the default */
    uint32_t layout_count;
    struct cs_section *sections; /* in reading order */
    uint32_t section_count;
    struct cs_item *items; /* in reading order */
    uint32_t item_count;

    /* where its questions are in the customer's file that it was made from; NULL if there is none */
    const struct cs_form *form;

    const struct cs_catalog *original; /* for a catalog changed by a profile: the catalog before; else NULL */
    const cs_text *omitted;            /* ids of items in the original that the vendor omits */
    uint32_t omitted_count;

    const struct cs_source *source;
    struct cs_names *ids; /* the name of an item's id is its index */
};

#define CS_NO_ITEM UINT32_MAX

/* The index of an item, or CS_NO_ITEM. `guess` is tried first: the expected item when a file is read in order. */
uint32_t cs_catalog_find(const struct cs_catalog *catalog, cs_text id, uint32_t guess);

/* True for a list that somebody published, which the catalog asks in words of its own. */
bool cs_catalog_is_published(const struct cs_catalog *catalog);

/* True when the catalog's edition has this name in either language. */
bool cs_catalog_is_edition(const struct cs_catalog *catalog, cs_text edition);

/* True for the same edition of the same catalog. */
bool cs_catalog_same_edition(const struct cs_catalog *a, const struct cs_catalog *b);

/* Orders two editions of a catalog by their names, with runs of digits compared as numbers: -1 if a is older, 0 or 1. */
int cs_catalog_compare_editions(const struct cs_catalog *a, const struct cs_catalog *b);

/* True if two questions have the same words in all languages that both have, and have at least one in common. */
bool cs_item_same_text(const struct cs_item *a, const struct cs_item *b);

/* The layout with a name; NULL if there is none. */
const struct cs_layout *cs_catalog_layout(const struct cs_catalog *catalog, cs_text name);

/* The catalog's mark for a state; NULL if there is none. */
const struct cs_mark *cs_catalog_mark(const struct cs_catalog *catalog, enum cs_state state);

/* The sign for a state of an item on this catalog's sheets, in a language: ○, あり; empty if there is none. */
cs_text cs_catalog_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                        enum cs_language language);

/* The rank of a level, from 1, given by its name or the number in it: ★3 or 3. 0 if the catalog has no such level. */
uint32_t cs_catalog_level(const struct cs_catalog *catalog, cs_text word);

/* The names of all levels: ★3 ★4; empty if it has none. */
cs_text cs_catalog_levels_text(struct cs_job *job, const struct cs_catalog *catalog);

/* The catalog restricted to the level with a rank: the questions of that level and below, and the sections that
 * contain any. The catalog itself if the rank is no level. */
const struct cs_catalog *cs_catalog_at_level(struct cs_job *job, const struct cs_catalog *catalog, uint32_t rank);

/* The edition for display: empty if it only says that the sheet has none. */
cs_text cs_edition_shown(cs_text edition);

/* The edition, followed by the level that the catalog is restricted to: 2026-03-27 ★3. */
cs_text cs_catalog_edition(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

/* Splits METI 6-8 into METI and 6-8; for 6-8 *catalog is unchanged. */
void cs_split_number(cs_text number, cs_text *catalog, cs_text *id);

/* 必須, 選択; empty for none. */
cs_text cs_flag_text(enum cs_flag flag, enum cs_language language);

/* The full name of an item: METI 6-8. */
cs_text cs_catalog_item_name(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item);

/* True if two items are in the same section of depth 0. */
bool cs_catalog_is_same_chapter(const struct cs_catalog *catalog, uint32_t one, uint32_t other);

/* Appends the numbers of consecutive items: 6-1, 6-1 6-2, or 6-1…6-31. */
void cs_catalog_add_numbers(struct cs_buf *out, const struct cs_catalog *catalog, uint32_t first, uint32_t last);

/* The most similar id, for "did you mean"; empty if none is similar enough. */
cs_text cs_catalog_guess(struct cs_job *job, const struct cs_catalog *catalog, cs_text id);

/* The path of the schema for a file made from the catalog (NULL: for a catalog), relative to the file's directory. */
cs_text cs_schema_path(struct cs_job *job, const struct cs_catalog *catalog);

/* True if some questions are answered by marks. */
bool cs_catalog_has_marks(const struct cs_catalog *catalog);

#endif
