/* Words in the texts of a profile that rules examine. All are found in one pass. */
#ifndef CHECK_CLAIMS_TRACES_H
#define CHECK_CLAIMS_TRACES_H

#include "check/claims/hints.h"
#include "check/claims/periods.h"

enum { CS_TRACE_PAIRS = 1024 }; /* number of hash values of byte pairs; collisions are examined in vain */

/* The search of one profile. */
struct cs_traces {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answers *sheet;
    struct cs_date today;      /* year 0: unknown */
    struct cs_periods periods; /* of the sheet */
    uint32_t reach;            /* offset of the answer whose generations were checked last */

    /* from two bytes to the next place for a trace; 0: these may end its first three bytes */
    uint8_t skip[CS_TRACE_PAIRS];
};

/* Prepares the search. */
void cs_traces_begin(struct cs_traces *traces, struct cs_job *job, const struct cs_profile *profile,
                     struct cs_date today);

/* Begins the answers of a sheet. */
void cs_traces_begin_sheet(struct cs_traces *traces, const struct cs_answers *sheet);

/* Adds the hints for traces. */
void cs_traces_hint(struct cs_hints *hints);

/* Searches an answer's texts, given their hints; searches the preface of the profile. */
void cs_traces_look(struct cs_traces *traces, const struct cs_answer *answer, unsigned hints);
void cs_traces_look_at_notes(struct cs_traces *traces);

/* Reports findings that need all answers of a sheet. */
void cs_traces_end_sheet(struct cs_traces *traces);

#endif
