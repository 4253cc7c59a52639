/* Files to start from: a profile with every question and no answer, a catalog to be adapted. */
#ifndef SCAFFOLD_SCAFFOLD_H
#define SCAFFOLD_SCAFFOLD_H

#include "scaffold/approve.h"
#include "scaffold/edit.h"
#include "scaffold/mend.h"
#include "checksheet/form.h"
#include "checksheet/memory.h"
#include "model/upgrade.h"

/* Maximum number of proposals for a question; indentation of the answers' keys. */
enum { CS_MOST_PROPOSALS = 3, CS_SCAFFOLD_INDENT = 2 };

/* What is known of a question when a profile is started from others. An answer that is carried over is written in its
 * place; one that is only proposed is written in comments above the open key, which begin with a marker of their own,
 * so that an update can distinguish them from what a person wrote. */
struct cs_scaffold_item {
    cs_text lines;  /* value after the key's colon, written for a key indented by CS_YAML_STEP; empty: open */
    cs_text origin; /* of an answer that is carried over, on one line */
    cs_text proposals[CS_MOST_PROPOSALS]; /* each of a few lines */
    uint32_t proposal_count;
    bool is_inherited; /* the extended profile answers it: it needs no key */
};

/* The profile that the lines are for. */
struct cs_scaffold_base {
    const struct cs_catalog *catalog; /* that it answers */
    const struct cs_profile *profile; /* whose answers it may refer to: the profile it extends, or itself; NULL: none */
    enum cs_language language;        /* of its plain texts */
};

/* Determines how a candidate's answer is carried over: as a reference, as a copy of its text, or by extending its
 * profile. False if it has a meaning only in its file: then a person has to write it. */
bool cs_scaffold_carry(struct cs_job *job, const struct cs_scaffold_base *base, const struct cs_candidate *from,
                       struct cs_scaffold_item *item);

/* The sources that a profile is started from. */
struct cs_scaffold_start {
    const struct cs_scaffold_item *items; /* by item of the catalog */
    cs_text extends;                      /* path of the profile to extend; empty: none */
    cs_text service, vendor, contact;     /* used if no profile is extended */
    enum cs_language language;            /* of its plain texts */
};

/* The language to answer a catalog in: the one that is wanted, unless it has no question in that; then its own. */
enum cs_language cs_scaffold_language(const struct cs_catalog *catalog, enum cs_language wanted);

/* Names of products that a form has columns of answers for. */
struct cs_scaffold_products {
    cs_text *names;
    uint32_t count;
};

/* Writes a profile with all questions of the catalog, each as a comment above its key, which is empty unless the
 * profile is started from others (NULL: none). Products are offered in a comment, since only the vendor knows which of
 * them are its own. It loads without errors, except for the vendor's name if that is not known. */
void cs_scaffold_profile(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_scaffold_start *start,
                         const struct cs_scaffold_products *products, struct cs_buf *out);

/* The number of questions that an update inserted, and of open questions that it answered. */
struct cs_scaffold_counts {
    uint32_t added, answered;
};

/* The profile's file with the missing questions inserted, each at its place in the catalog's order, and nothing else
 * changed. With items (by item of the catalog, or NULL), they answer open questions, and the proposals are renewed.
 * False if the answers are not written one on a line. `answers` are the profile's to the catalog; the text lives as
 * long as the job. */
bool cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                        const struct cs_scaffold_item *items, cs_text *updated, struct cs_scaffold_counts *counts);

/* Sets the edition of a catalog that is not the profile's main one, under `catalogs`, which is inserted before the
 * answers if it does not exist. */
bool cs_scaffold_name_catalog(struct cs_edits *edits, cs_text id, cs_text edition);

/* Removes the proposals above a key, once a person has answered. */
void cs_scaffold_drop_proposals(struct cs_edits *edits, const struct cs_source *source, struct cs_span key);

/* The profile's file with its answers carried over from the old edition to the new one: changed numbers, including
 * those in references, the edition itself, and above each answer to a reworded question a comment that asks to review
 * it. An answer that cannot be carried over stays as a comment. Nothing else changes; the questions that are new are
 * left to cs_scaffold_update. False if the answers are not written one on a line. `answers` are the profile's to the
 * old edition; the text lives as long as the job. */
bool cs_scaffold_upgrade(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         const struct cs_upgrade *upgrade, cs_text *upgraded);

/* Writes a small catalog that shows every feature of catalogs. */
void cs_scaffold_catalog(struct cs_job *job, struct cs_buf *out);

/* Writes a catalog with the questions of a sheet, under its headings and numbers, and with the marks and kinds of
 * answers found in it. An item without a number gets one. The answers are left out, since they belong to a profile.
 * The form locates them in their file; NULL if it is not known. The result loads without errors for any sheet,
 * provided the id is valid. */
void cs_scaffold_catalog_of(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_form *form, cs_text id,
                            struct cs_buf *out);

#endif
