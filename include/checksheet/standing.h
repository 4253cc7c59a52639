/* Whether an answer may be sent: its evidence is valid, and it has not changed since it was approved. */
#ifndef CHECKSHEET_STANDING_H
#define CHECKSHEET_STANDING_H

#include "checksheet/profile.h"

struct cs_names;

/* The digest of a file. */
struct cs_file_digest {
    cs_text digest; /* SHA-256, in hex digits */
    cs_text why;    /* the reason why it cannot be read, in the system's words; else empty */
};

/* A cache of files: evidence often applies to many answers. Initialise to zero. */
struct cs_digests {
    struct cs_names *paths;
    struct cs_file_digest *at; /* by path */
    uint32_t room;
};

/* The name of a piece of evidence: its title, else its location. */
cs_text cs_evidence_name(const struct cs_evidence *evidence);

enum cs_evidence_state { CS_EVIDENCE_HOLDS, CS_EVIDENCE_EXPIRED, CS_EVIDENCE_CHANGED, CS_EVIDENCE_LOST };

/* Checks a piece of evidence: its file, whose path is relative to the file that contains it, and its date. With year
 * 0 as `today`, dates are not checked. *file is empty if it has no file. */
enum cs_evidence_state cs_evidence_look(struct cs_job *job, struct cs_digests *digests,
                                        const struct cs_evidence *evidence, struct cs_date today,
                                        struct cs_file_digest *file);

/* The first 12 hexadecimal digits of the SHA-256 of an answer and its question: state, value, detail, remarks,
 * including those under a non-disclosure agreement, evidence, and the text of the question. It covers the answer as
 * sent, with facts and references filled in. */
cs_text cs_answer_digest(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for an answer that was approved and has not changed since. */
bool cs_answer_is_approved(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for an answer that is approved, or that equals an approved answer of the profile to which it refers ("= METI
 * 6-8", or carried over). */
bool cs_answer_is_covered(struct cs_job *job, const struct cs_profile *profile, const struct cs_catalog *catalog,
                          const struct cs_answer *answer);

#endif
