/* A catalog: the questions of one sheet family, in reading order. Read-only once loaded; lives as long as its job. */
#ifndef CHECKSHEET_CATALOG_H
#define CHECKSHEET_CATALOG_H

#include "checksheet/source.h"
#include "checksheet/vocab.h"

/* A sign that the sheet uses for a state, e.g. ○. */
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

/* One of the levels at which a sheet may be asked; a level holds all that are before it. */
struct cs_level {
    cs_text name;          /* ★3 */
    struct cs_words label; /* what it is, in a few words */
};

/* What must be said besides the answer when the answer is a certain one. */
struct cs_demand {
    uint32_t when; /* set of states: 1u << enum cs_state */
    const struct cs_words *ask;
    enum cs_kind kind; /* CS_KIND_TEXT unless a typed value is wanted */
    const cs_text *units;
    const struct cs_choice *choices; /* of CS_KIND_CHOICE: one of them must be named */
    uint32_t unit_count, choice_count;
    bool optional; /* wanted, not demanded */
};

/* How a vendor's sheet differs from the catalog at an item. */
enum cs_variant { CS_AS_IN_CATALOG, CS_REWORDED, CS_OWN };

/* Which numbers a question had in another edition of the sheet: several were merged into it. */
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
    cs_text level;                /* the lowest at which it is asked: ★3; empty: it is asked at all of them */
    uint32_t rank;                /* of that level among the catalog's, from 1; 0 without one */
    enum cs_flag flag;            /* 必須, 選択 */
    enum cs_state good;           /* OK; NG where × is the good answer; NONE where neither is better */
    bool negated;                 /* the question is put negatively: ○ = none exist */
    bool capability;              /* × is a missing feature, not a failing */
    bool wants_value;             /* a mark alone is a thin answer */
    bool none_allowed;            /* なし is a proper value */
    bool many;                    /* more than one of the choices */
    cs_text most;                 /* the largest number that a value may be, as written; empty: any */
    const struct cs_words *ask;   /* the question, in our own words */
    const struct cs_words *guide; /* what a good answer names; NULL if none */
    const struct cs_words *group; /* official labels; NULL where the catalog has none */
    const struct cs_words *name;

    const cs_text *units; /* the right units of a value, the first one preferred */
    const cs_text *refs;  /* official control numbers */
    const cs_text *sames; /* numbers of questions that ask the same, in this catalog or, as IPA 3-2, in others */
    const struct cs_former *formers; /* by edition */
    const struct cs_choice *choices;
    const struct cs_demand *demands;
    uint32_t unit_count, ref_count, same_count, former_count, choice_count, demand_count;

    cs_text gate;             /* asked only when that item ... */
    enum cs_state gate_state; /* ... is answered so; gate empty: always asked */

    enum cs_variant variant; /* as in the catalog, reworded by the vendor, or the vendor's own */
    struct cs_span span;     /* of the id in the file it comes from */
};

#define CS_NO_SECTION UINT32_MAX

struct cs_section {
    struct cs_words title; /* 6 データの保護 */
    uint32_t depth;        /* 0 chapter, 1 section */
    uint32_t first_item;   /* index of the first item behind the heading */
    uint32_t parent;       /* index, or CS_NO_SECTION */
};

/* Which part of an id a sheet shows as the number. */
enum cs_numbering { CS_NUMBERS_FULL, CS_NUMBERS_LAST };

/* The shape of a sheet: which columns, under which titles, with which signs and numbers. */
struct cs_layout {
    cs_text name;
    const enum cs_role *columns;
    const struct cs_words *titles; /* by column; empty words mean the role's own title */
    uint32_t column_count;
    enum cs_numbering numbers;
    const struct cs_mark *marks; /* the sheet's own signs; none: the catalog's */
    uint32_t mark_count;
};

struct cs_form;

struct cs_catalog {
    cs_text id; /* METI */
    enum cs_language language;
    struct cs_words title, edition, publisher, license, note;
    struct cs_words address; /* of the official text, or where it is known from */

    const struct cs_level *levels; /* lowest first; none: it has no levels */
    uint32_t level_count;
    cs_text level;               /* to which it is cut down; empty: it is whole */
    const struct cs_mark *marks; /* empty where the kinds bring their own words */
    uint32_t mark_count;
    bool has_own_marks;              /* it says so itself; else they are the usual ones */
    const struct cs_layout *layouts; /* the first is the default */
    uint32_t layout_count;
    struct cs_section *sections; /* in reading order */
    uint32_t section_count;
    struct cs_item *items; /* in reading order */
    uint32_t item_count;

    const struct cs_form
        *form; /* where its questions stand in the customer's file that they come from; NULL: nowhere */

    const struct cs_catalog *original; /* of a catalog that a profile has changed: what it was; else NULL */
    const cs_text *omitted;            /* ids of the original that the vendor leaves out */
    uint32_t omitted_count;

    const struct cs_source *source;
    struct cs_names *ids; /* the name of an item's id is its index */
};

#define CS_NO_ITEM UINT32_MAX

/* The index of an item, or CS_NO_ITEM. `guess` is looked at first: the item expected next in a file written in order. */
uint32_t cs_catalog_find(const struct cs_catalog *catalog, cs_text id, uint32_t guess);

/* True when the catalog's edition has this name in either language. */
bool cs_catalog_is_edition(const struct cs_catalog *catalog, cs_text edition);

/* True for the same edition of the same catalog. */
bool cs_catalog_same_edition(const struct cs_catalog *a, const struct cs_catalog *b);

/* -1, 0 or 1: which of two editions of a catalog is the older one, by their names, in which runs of digits are numbers. */
int cs_catalog_compare_editions(const struct cs_catalog *a, const struct cs_catalog *b);

/* True when two questions have the same words in each language that both are in, and in one at least. */
bool cs_item_same_text(const struct cs_item *a, const struct cs_item *b);

/* The layout of a name, or NULL. */
const struct cs_layout *cs_catalog_layout(const struct cs_catalog *catalog, cs_text name);

/* The catalog's mark for a state, or NULL where it has none. */
const struct cs_mark *cs_catalog_mark(const struct cs_catalog *catalog, enum cs_state state);

/* How an item's answer of a state is written on this catalog's sheets in a language: ○, あり; empty if it has no sign. */
cs_text cs_catalog_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                        enum cs_language language);

/* The rank of a level, from 1, by its name or by the number in it: ★3 or 3. 0 when it is none of the catalog's. */
uint32_t cs_catalog_level(const struct cs_catalog *catalog, cs_text word);

/* The names of all levels: ★3 ★4; empty if it has none. */
cs_text cs_catalog_levels_text(struct cs_job *job, const struct cs_catalog *catalog);

/* The catalog as far as it is asked at a level of this rank: with the questions of that level and below, and the sections
 * that hold any. The catalog itself for no rank of its own. */
const struct cs_catalog *cs_catalog_at_level(struct cs_job *job, const struct cs_catalog *catalog, uint32_t rank);

/* The edition as its reader wants it: empty where it only says that the sheet prints none. */
cs_text cs_edition_shown(cs_text edition);

/* The edition, and the level that the catalog is cut down to: 2026-03-27 ★3. */
cs_text cs_catalog_edition(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

/* METI 6-8 -> METI, 6-8; 6-8 -> *catalog as it was, 6-8. */
void cs_split_number(cs_text number, cs_text *catalog, cs_text *id);

/* 必須, 選択; empty for none. */
cs_text cs_flag_text(enum cs_flag flag, enum cs_language language);

/* How an item is called everywhere: METI 6-8. */
cs_text cs_catalog_item_name(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item);

/* True for items below one section of depth 0. */
bool cs_catalog_is_same_chapter(const struct cs_catalog *catalog, uint32_t one, uint32_t other);

/* Adds the numbers of items that follow each other: 6-1, 6-1 6-2, or 6-1…6-31. */
void cs_catalog_add_numbers(struct cs_buf *out, const struct cs_catalog *catalog, uint32_t first, uint32_t last);

/* The most similar id, for "did you mean"; empty when none is near enough. */
cs_text cs_catalog_guess(struct cs_job *job, const struct cs_catalog *catalog, cs_text id);

/* Where a file made from the catalog (NULL: a catalog) looks for its schema, from the directory it is in. */
cs_text cs_schema_path(struct cs_job *job, const struct cs_catalog *catalog);

/* True when some of its questions are answered by marks. */
bool cs_catalog_has_marks(const struct cs_catalog *catalog);

#endif
