/* Mail addresses of a vendor that differ in a letter or two: one of them is probably misspelt. */
#ifndef CHECK_CLAIMS_ADDRESSES_H
#define CHECK_CLAIMS_ADDRESSES_H

#include "check/claims/statement.h"

enum {
    CS_MOST_ADDRESSES = 32, /* remembered, since each new one is compared with all of them */
    CS_MOST_SLIPS = 64,     /* reported; beyond that the author knows */
};

struct cs_addresses {
    struct cs_job *job;
    struct {
        cs_text text;
        struct cs_statement statement; /* its first occurrence */
    } at[CS_MOST_ADDRESSES];
    uint32_t count;
    uint32_t slips; /* number reported */
};

/* Reports the addresses in a sheet's answers that nearly equal an earlier one, with the place of that: in the
 * profile's own answers, or in inherited ones. Set the job, and everything else to zero, for each vendor. */
void cs_addresses_check(struct cs_addresses *addresses, const struct cs_profile *profile,
                        const struct cs_answers *sheet, bool own);

#endif
