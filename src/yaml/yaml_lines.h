/* Common mistakes in a YAML file, found by reading its lines and explained for people. */
#ifndef YAML_YAML_LINES_H
#define YAML_YAML_LINES_H

#include "base/job.h"

/* Reports common mistakes, each at its true line. If `broken` is false, libyaml has accepted the file, so only what
 * it accepts silently is looked for: text truncated by a #, full-width indentation. */
void cs_yaml_scan_lines(struct cs_job *job, const struct cs_source *source, bool broken);

/* Reports libyaml's own error in our words, if the scan has no explanation. */
void cs_yaml_report_cause(struct cs_job *job, const struct cs_source *source, cs_text problem, uint32_t problem_offset,
                          uint32_t context_offset);

/* Reports the first byte that is not UTF-8, or the first character that YAML forbids. */
void cs_yaml_report_bytes(struct cs_job *job, const struct cs_source *source);

#endif
