/* What is wrong with a YAML file, said as a person would: the traps of a file, found by reading its lines. */
#ifndef YAML_YAML_LINES_H
#define YAML_YAML_LINES_H

#include "base/job.h"

/* Reports the traps of a file, each at its true line. With `broken` false libyaml has read the file, so only what it
 * swallows in silence is looked for: text cut off by a #, full-width indentation. */
void cs_yaml_scan_lines(struct cs_job *job, const struct cs_source *source, bool broken);

/* Reports libyaml's own complaint in our words, for what the scan does not know. */
void cs_yaml_report_cause(struct cs_job *job, const struct cs_source *source, cs_text problem, uint32_t problem_offset,
                          uint32_t context_offset);

/* Reports the first byte that is not UTF-8 or the first character that YAML forbids. */
void cs_yaml_report_bytes(struct cs_job *job, const struct cs_source *source);

#endif
