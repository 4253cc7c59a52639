/* Files to start from: a profile with every question and no answer, a catalog to write one's own. */
#ifndef SCAFFOLD_SCAFFOLD_H
#define SCAFFOLD_SCAFFOLD_H

#include "scaffold/approve.h"
#include "scaffold/edit.h"
#include "scaffold/mend.h"
#include "checksheet/form.h"
#include "checksheet/memory.h"
#include "model/upgrade.h"

/* How many proposals a question gets, and how far the keys of answers stand in. */
enum { CS_MOST_PROPOSALS = 3, CS_SCAFFOLD_INDENT = 2 };

/* What is known of a question of a profile that is begun from others. What is carried over stands in place, what is only
 * proposed in comments above the open key, which begin with a sign of their own: by it an update knows them from what a
 * person wrote. */
struct cs_scaffold_item {
    cs_text
        lines; /* what stands behind the key's colon, written for a key that stands in by CS_YAML_STEP; empty: open */
    cs_text origin;                       /* of an answer that is carried over, in a line */
    cs_text proposals[CS_MOST_PROPOSALS]; /* each in a few lines */
    uint32_t proposal_count;
    bool is_inherited; /* the profile extended answers it: it needs no key */
};

/* The profile that lines are made for. */
struct cs_scaffold_base {
    const struct cs_catalog *catalog; /* that it answers */
    const struct cs_profile *profile; /* whose answers it may point to: the one it extends, or itself; NULL: none */
    enum cs_language language;        /* of its plain texts */
};

/* How the answer of a candidate is carried over: by pointing to it, by its own words, or by taking it over with all of the
 * profile. False where it means something only where it stands: then a person has to write it. */
bool cs_scaffold_carry(struct cs_job *job, const struct cs_scaffold_base *base, const struct cs_candidate *from,
                       struct cs_scaffold_item *item);

/* What a profile is begun from. */
struct cs_scaffold_start {
    const struct cs_scaffold_item *items; /* by item of the catalog */
    cs_text extends;                      /* path of the profile whose answers are taken over; empty: none */
    cs_text service, vendor, contact;     /* where no profile is extended */
    enum cs_language language;            /* of its plain texts */
};

/* A profile that asks all of the catalog's questions, each as a comment above its key, which is empty unless it is begun
 * from others (NULL: from none). It loads without errors but for the vendor's name where none is known. */
void cs_scaffold_profile(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_scaffold_start *start,
                         struct cs_buf *out);

/* How many questions an update put in, and how many that were open it has answered. */
struct cs_scaffold_counts {
    uint32_t added, answered;
};

/* The profile's own bytes with the questions it lacks put in, each where the catalog's order has it; all else as it stands.
 * With items (by item of the catalog, NULL: without), keys that nothing stands behind are answered by them, and their
 * proposals are renewed. False when the answers do not stand a line each. Answers are the profile's to the catalog; the
 * text lives as long as the job. */
bool cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                        const struct cs_scaffold_item *items, cs_text *updated, struct cs_scaffold_counts *counts);

/* Names the edition of a catalog that is not the profile's own, below `catalogs`, which goes before the answers where it is
 * not there yet. */
bool cs_scaffold_name_catalog(struct cs_edits *edits, cs_text id, cs_text edition);

/* Takes the proposals above a key out, once a person has answered. */
void cs_scaffold_drop_proposals(struct cs_edits *edits, const struct cs_source *source, struct cs_span key);

/* The profile's own bytes with its answers to the old edition carried over to the new one: numbers that have changed, also
 * where other answers point to them, the edition itself, and above each answer to a question that was put in other words a comment that asks
 * to read it again. An answer that cannot be carried over stays as a comment. All else is as it stands; what the new
 * edition asks for the first time is left to cs_scaffold_update. False when the answers do not stand a line each. Answers
 * are the profile's to the old edition; the text lives as long as the job. */
bool cs_scaffold_upgrade(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         const struct cs_upgrade *upgrade, cs_text *upgraded);

/* A small catalog that shows each thing a catalog can say. */
void cs_scaffold_catalog(struct cs_job *job, struct cs_buf *out);

/* A catalog that asks what a sheet asks, under its headings and numbers, and how: by the marks and kinds of answer that are
 * seen in it. An item without a number is given one. The answers are left out: they are the business of a profile. The
 * form says where they stand in their file; NULL where nobody knows. It loads without errors, whatever the sheet is like, if
 * the id is one. */
void cs_scaffold_catalog_of(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_form *form, cs_text id,
                            struct cs_buf *out);

#endif
