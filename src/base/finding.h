/* Arrays of findings: sorting them, and finding those about a file. */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include "checksheet/diag.h"

/* Sorts by file and place, and removes duplicates: a file that two others extend is read twice. Returns how many are
 * left. */
uint32_t cs_findings_sort(struct cs_finding *findings, uint32_t count);

/* The index of the first of sorted findings that is about the file of a path and at or after an offset. */
uint32_t cs_findings_from(const struct cs_finding *findings, uint32_t count, cs_text path, uint32_t offset);

/* The findings about the file of a path, among sorted findings. */
const struct cs_finding *cs_findings_about(const struct cs_finding *findings, uint32_t all, cs_text path,
                                           uint32_t *count);

#endif
