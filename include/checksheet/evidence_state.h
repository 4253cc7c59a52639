/* Whether evidence is valid: its file is there and unchanged, and its date has not passed. */
#ifndef CHECKSHEET_EVIDENCE_STATE_H
#define CHECKSHEET_EVIDENCE_STATE_H

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

#endif
