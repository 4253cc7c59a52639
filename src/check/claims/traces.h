/* Words in the texts of a profile that a rule looks closer at. All are found in one pass. */
#ifndef CHECK_CLAIMS_TRACES_H
#define CHECK_CLAIMS_TRACES_H

#include "check/claims/hints.h"
#include "check/claims/periods.h"

enum { CS_TRACE_PAIRS = 1024 }; /* of bytes, more or less: those that meet by chance are looked at in vain */

/* The pass over one profile. */
struct cs_traces {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answers *sheet;
    struct cs_date today;      /* year 0: not known */
    struct cs_periods periods; /* of the sheet */
    uint32_t reach;            /* where the answer stands whose generations were looked at last */

    uint8_t
        skip[CS_TRACE_PAIRS]; /* from two bytes to the next that may be in a trace; 0: these may end its first three */
};

/* Makes the pass ready. */
void cs_traces_begin(struct cs_traces *traces, struct cs_job *job, const struct cs_profile *profile,
                     struct cs_date today);

/* The answers that follow are those of a sheet. */
void cs_traces_begin_sheet(struct cs_traces *traces, const struct cs_answers *sheet);

/* Adds what gives a hint of a trace. */
void cs_traces_hint(struct cs_hints *hints);

/* Looks through an answer's texts, which give these hints; through the preface of the profile. */
void cs_traces_look(struct cs_traces *traces, const struct cs_answer *answer, unsigned hints);
void cs_traces_look_at_notes(struct cs_traces *traces);

/* Reports what only all the answers of a sheet together show. */
void cs_traces_end_sheet(struct cs_traces *traces);

#endif
