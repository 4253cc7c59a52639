/* What the program shows of profiles and catalogs beside the sheet itself, and the way from one edition to the next. */
#ifndef DERIVE_DERIVE_H
#define DERIVE_DERIVE_H

#include "checksheet/compose.h"
#include "checksheet/record.h"
#include "derive/found.h"
#include "model/upgrade.h"

/* --- small sheets: what `status`, `list` and `show` show ---------------------------------------------------------- */

/* When an answer is stale. */
struct cs_status_options {
    struct cs_date today; /* year 0: nothing is stale */
    uint32_t max_age;     /* days since it was reviewed; 0: never */
};

/* A table of how the answers stand, a row a chapter and a total: what `status` shows. */
struct cs_sheet *cs_compose_status(struct cs_job *job, const struct cs_profile *profile,
                                   const struct cs_answers *answers, const struct cs_status_options *options);

/* What customers were told that no longer holds: what `status --sent` shows. */
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

/* --- from one edition to the next --------------------------------------------------------------------------------- */

/* Lays the two editions side by side. They look into the catalogs and live as long as the job. */
const struct cs_upgrade *cs_upgrade_plan(struct cs_job *job, const struct cs_catalog *old,
                                         const struct cs_catalog *new);

/* What a person must read again, as a table: answers to questions put in other words, answers that are not kept, and the
 * questions that are new. The answers are those to the old catalog. */
struct cs_sheet *cs_compose_upgrade(struct cs_job *job, const struct cs_upgrade *upgrade,
                                    const struct cs_answers *answers);

/* The answers without those to questions that are not asked in the same words by the edition that was answered; NULL where
 * that one is not at hand: then none is left. *left is how many answers that are given were left out. */
const struct cs_answers *cs_answers_of_equal_texts(struct cs_job *job, const struct cs_answers *answers,
                                                   const struct cs_catalog *answered, uint32_t *left);

/* A profile's catalog as a sheet of its answers has it: with the layout that is the profile's own before the others, so
 * that such a sheet can be read back. Its questions are those of the profile, its own among them. */
const struct cs_catalog *cs_catalog_laid_out(struct cs_job *job, const struct cs_profile *profile,
                                             const struct cs_catalog *catalog);

/* Puts both sheets into one language, as far as their words are the catalog's or the program's own: questions, titles,
 * signs, states, who runs a control. What a person wrote stands. Each must have its catalog, which is of one edition; a
 * sheet may look into the one it was. Where the words of an answer are in Japanese on one side and not on the other,
 * nobody can say whether they say the same: the old ones take the new ones' place, and such answers are counted. */
uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language);

#endif
