/* Composing: catalog and profile become a sheet. */
#ifndef CHECKSHEET_COMPOSE_H
#define CHECKSHEET_COMPOSE_H

#include "checksheet/sheet.h"

struct cs_compose_options {
    enum cs_language language;      /* of questions, titles and signs; remarks stay in what they are written in */
    const struct cs_layout *layout; /* NULL: the profile's, or else the catalog's default */
    cs_text product;                /* shown in the preface; empty: all */
    bool
        with_evidence; /* adds the columns of evidence and review dates where the layout has none, as far as there are any */
    bool with_owner; /* adds the column of who is responsible, which otherwise stays inside */
    bool empty;      /* a template: the questions without the answers */
};

/* The answers as they are for one product: where they differ, that product's; the others stand. The answers themselves
 * when none differ. */
const struct cs_answers *cs_answers_for_product(struct cs_job *job, const struct cs_answers *answers, cs_text product);

/* The answers as an audience may see them. What must not leave is taken out, texts and evidence and all, and where the
 * reader would miss it the answer says so. Nothing taken out can be reached from what is returned. */
const struct cs_answers *cs_answers_for_audience(struct cs_job *job, const struct cs_answers *answers,
                                                 enum cs_audience audience);

/* The filled sheet of the answers. Nothing is invented: what is blank stays blank, and a state
 * that the sheet has no sign for is put into words before the remark. */
struct cs_sheet *cs_compose(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                            const struct cs_compose_options *options);

/* The sheet of a catalog's questions without answers; of no catalog (NULL) an empty one. */
struct cs_sheet *cs_compose_catalog(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

/* When an answer is stale. */
struct cs_status_options {
    struct cs_date today; /* year 0: nothing is stale */
    uint32_t max_age;     /* days since it was reviewed; 0: never */
};

/* A table of how the answers stand, a row a chapter and a total: what `status` shows. */
struct cs_sheet *cs_compose_status(struct cs_job *job, const struct cs_profile *profile,
                                   const struct cs_answers *answers, const struct cs_status_options *options);

/* What customers were told that no longer holds: what `status --sent` shows. */
struct cs_outdated;
struct cs_sheet *cs_compose_sent(struct cs_job *job, const struct cs_outdated *outdated, uint32_t count);

/* The evidence of the answers, the first to run out first: what `status --evidence` shows. */
struct cs_sheet *cs_compose_evidence(struct cs_job *job, const struct cs_answers *answers, struct cs_date today);

/* The questions that are still open, or whose answers are stale: what `status --missing` and `--stale` show. */
struct cs_sheet *cs_compose_missing(struct cs_job *job, const struct cs_answers *answers);
struct cs_sheet *cs_compose_stale(struct cs_job *job, const struct cs_answers *answers,
                                  const struct cs_status_options *options);

/* The questions of a catalog as a table, with the answers' signs unless answers is NULL: what `list ID` shows. */
struct cs_sheet *cs_compose_list(struct cs_job *job, const struct cs_catalog *catalog,
                                 const struct cs_answers *answers);

/* Some questions as a table for programs, with the answers in full unless answers is NULL: what `show -f json` shows. */
struct cs_sheet *cs_compose_items(struct cs_job *job, const struct cs_catalog *catalog, const uint32_t *items,
                                  uint32_t count, const struct cs_answers *answers);

/* A catalog and where its copy in use came from. */
struct cs_catalog_entry {
    const struct cs_catalog *catalog;
    cs_text where;
};

/* A table of catalogs: what `list` shows. Grouped, each publisher is a heading; else it has a column, last. */
struct cs_sheet *cs_compose_catalogs(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count,
                                     bool grouped);

/* One question, and the answer to it when answers is not NULL: what `show` shows. The item is one of the catalog's. */
struct cs_sheet *cs_compose_show(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answers *answers);

#endif
