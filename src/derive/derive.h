/* What the program shows of profiles and catalogs besides the sheet itself, and the upgrade from one edition to the
 * next. */
#ifndef DERIVE_DERIVE_H
#define DERIVE_DERIVE_H

#include "checksheet/compose.h"
#include "checksheet/record.h"
#include "derive/found.h"
#include "model/upgrade.h"

/* --- small sheets: what `status`, `list` and `show` show ---------------------------------------------------------- */

/* When an answer counts as stale. */
struct cs_status_options {
    struct cs_date today; /* year 0: nothing is stale */
    uint32_t max_age;     /* maximum days since the review; 0: no limit */
    bool draws;           /* with a bar, for a terminal */
    cs_text show, word;   /* the command that shows a question, up to its name, and the profile's word behind -p */
};

/* A table of the state of the answers, with a row for each chapter and a total: the output of `status`. */
struct cs_sheet *cs_compose_status(struct cs_job *job, const struct cs_profile *profile,
                                   const struct cs_answers *answers, const struct cs_status_options *options);

/* What customers were told and no longer holds: the output of `status --sent`. */
struct cs_sheet *cs_compose_sent(struct cs_job *job, const struct cs_outdated *outdated, uint32_t count);

/* The evidence of the answers, sorted by expiry: the output of `status --evidence`. */
struct cs_sheet *cs_compose_evidence(struct cs_job *job, const struct cs_answers *answers, struct cs_date today);

/* The questions that are open, or whose answers are stale: the output of `status --missing` and `--stale`. */
struct cs_sheet *cs_compose_missing(struct cs_job *job, const struct cs_answers *answers);
struct cs_sheet *cs_compose_stale(struct cs_job *job, const struct cs_answers *answers,
                                  const struct cs_status_options *options);

/* The questions of a catalog as a table, with the answers' signs unless answers is NULL: the output of `list ID`. */
struct cs_sheet *cs_compose_list(struct cs_job *job, const struct cs_catalog *catalog,
                                 const struct cs_answers *answers);

/* Some questions as a table for programs, with the complete answers unless answers is NULL: the output of `show -f
 * json`. */
struct cs_sheet *cs_compose_items(struct cs_job *job, const struct cs_catalog *catalog, const uint32_t *items,
                                  uint32_t count, const struct cs_answers *answers);

/* A catalog and the source of its copy in use. */
struct cs_catalog_entry {
    const struct cs_catalog *catalog;
    cs_text where;
};

/* A table of catalogs: the output of `list`. If grouped, each publisher is a heading; else the last column. */
struct cs_sheet *cs_compose_catalogs(struct cs_job *job, const struct cs_catalog_entry *entries, uint32_t count,
                                     bool grouped);

/* One question, with the answer unless answers is NULL: the output of `show`. The item is one of the catalog's. */
struct cs_sheet *cs_compose_show(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answers *answers);

/* --- from one edition to the next --------------------------------------------------------------------------------- */

/* Compares two editions. The result refers to the catalogs and lives as long as the job. */
const struct cs_upgrade *cs_upgrade_plan(struct cs_job *job, const struct cs_catalog *old,
                                         const struct cs_catalog *new);

/* What a person must review, as a table: answers to reworded questions, answers that are not kept, and the questions
 * that are new. The answers are those to the old catalog. */
struct cs_sheet *cs_compose_upgrade(struct cs_job *job, const struct cs_upgrade *upgrade,
                                    const struct cs_answers *answers);

/* The answers without those to questions that the answered edition words differently; NULL if that edition is not
 * available, when none remains. *left is the number of given answers that were left out. */
const struct cs_answers *cs_answers_of_equal_texts(struct cs_job *job, const struct cs_profile *profile,
                                                   const struct cs_answers *answers, const struct cs_catalog *answered,
                                                   uint32_t *left);

/* A profile's catalog as in a sheet of its answers: with the profile's own layout before the others, so that such a
 * sheet can be read back. Its questions are those of the profile, including the vendor's own. */
const struct cs_catalog *cs_catalog_laid_out(struct cs_job *job, const struct cs_profile *profile,
                                             const struct cs_catalog *catalog);

/* Translates both sheets into one language, as far as their words are the catalog's or the program's own: questions,
 * titles, signs, states, who runs a control. What a person wrote is unchanged. Each sheet must have its catalog, both
 * of one edition; the result may refer to the old sheets. If the words of an answer are Japanese on one side only,
 * they cannot be compared: the old ones replace the new ones, and the number of such answers is returned. */
uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language);

#endif
