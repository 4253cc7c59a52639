/* Mail addresses of a vendor that differ by a letter or two: one of them is probably misspelt. */
#ifndef CHECK_CLAIMS_ADDRESSES_H
#define CHECK_CLAIMS_ADDRESSES_H

#include "check/claims/statement.h"

enum {
    CS_MOST_ADDRESSES = 32, /* that are remembered: each new one is compared with all of them */
    CS_MOST_SLIPS = 64,     /* that are reported: whoever has so many knows */
};

struct cs_addresses {
    struct cs_job *job;
    struct {
        cs_text text;
        struct cs_statement statement; /* where it was seen first */
    } at[CS_MOST_ADDRESSES];
    uint32_t count;
    uint32_t slips; /* reported */
};

/* Reports the addresses in a sheet's answers that are nearly those seen before, each with the place of the other: in
 * the profile's own answers, or in those that it has taken over. Begin with all zero but the job, for one vendor. */
void cs_addresses_check(struct cs_addresses *addresses, const struct cs_profile *profile,
                        const struct cs_answers *sheet, bool own);

#endif
