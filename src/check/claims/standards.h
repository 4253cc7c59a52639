/* Standards by name, number and edition: ISO/IEC 27001:2013. */
#ifndef CHECK_CLAIMS_STANDARDS_H
#define CHECK_CLAIMS_STANDARDS_H

#include "checksheet/profile.h"

/* True for a text that begins with a standard in an edition that had been replaced at a date (year 0: today); returns
 * its words, and the current edition. */
bool cs_standard_is_old(struct cs_job *job, cs_text text, struct cs_date at, cs_text *words, cs_text *now);

#endif
