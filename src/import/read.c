/* Telling the formats of filled sheets apart by what a file holds. */
#include "checksheet/read.h"

const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source)
{
    return cs_read_xlsx(job, source);
}
