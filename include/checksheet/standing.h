/* Whether an answer may be sent: its evidence holds, and whoever approved it approved what it says now. */
#ifndef CHECKSHEET_STANDING_H
#define CHECKSHEET_STANDING_H

#include "checksheet/profile.h"

struct cs_names;

/* A file of evidence. */
struct cs_file_digest {
    cs_text digest; /* SHA-256, in hex digits */
    cs_text why;    /* it cannot be read, in the system's words; else empty */
};

/* Files that were looked at already: evidence often serves many answers. Begin with all zero. */
struct cs_digests {
    struct cs_names *paths;
    struct cs_file_digest *at; /* by path */
    uint32_t room;
};

/* What a piece of evidence is called: its title, else where it is. */
cs_text cs_evidence_name(const struct cs_evidence *evidence);

enum cs_evidence_state { CS_EVIDENCE_HOLDS, CS_EVIDENCE_EXPIRED, CS_EVIDENCE_CHANGED, CS_EVIDENCE_LOST };

/* Looks at a piece of evidence: its file, whose path is relative to the file that names it, and its date. today: year 0:
 * dates are not looked at. *file is all empty where it has none. */
enum cs_evidence_state cs_evidence_look(struct cs_job *job, struct cs_digests *digests,
                                        const struct cs_evidence *evidence, struct cs_date today,
                                        struct cs_file_digest *file);

/* The first 12 hex digits of the SHA-256 over what an answer states and to which question: state, value, detail, remarks,
 * those under a non-disclosure agreement too, evidence, and the question as it is put. It is of the answer as it is sent,
 * with facts and = filled in. */
cs_text cs_answer_digest(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for an answer that was approved and says now what it said then. */
bool cs_answer_is_approved(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for one that is approved, or that says just what an approved answer of the profile says which it is the same as
 * ("= METI 6-8", or carried over). */
bool cs_answer_is_covered(struct cs_job *job, const struct cs_profile *profile, const struct cs_catalog *catalog,
                          const struct cs_answer *answer);

#endif
