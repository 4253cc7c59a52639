/* Files that are not YAML at all, reported as what they are. */
#ifndef YAML_OTHER_H
#define YAML_OTHER_H

#include "base/job.h"
#include "checksheet/source.h"

/* Reports, in one finding, a filled sheet, or any other file that cannot be meant as YAML; false if it may be YAML. */
bool cs_yaml_report_other(struct cs_job *job, const struct cs_source *source);

#endif
