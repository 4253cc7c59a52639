/* Findings in an array: their order, and where in it those about a file stand. */
#ifndef BASE_FINDING_H
#define BASE_FINDING_H

#include "checksheet/diag.h"

/* Sorts by file and place, and keeps one of those that say the same: a file that two others extend is read twice. Returns
 * how many are left. */
uint32_t cs_findings_sort(struct cs_finding *findings, uint32_t count);

/* Where in findings that are sorted those about the file of a path begin that stand at an offset or behind it. */
uint32_t cs_findings_from(const struct cs_finding *findings, uint32_t count, cs_text path, uint32_t offset);

/* Those about the file of a path, among findings that are sorted. */
const struct cs_finding *cs_findings_about(const struct cs_finding *findings, uint32_t all, cs_text path,
                                           uint32_t *count);

#endif
