/* Files that are no YAML at all, called by what they are. */
#ifndef YAML_OTHER_H
#define YAML_OTHER_H

#include "base/job.h"
#include "checksheet/source.h"

/* Reports, in one finding, a filled sheet, and any other file that nobody can have meant as YAML; false where it may be. */
bool cs_yaml_report_other(struct cs_job *job, const struct cs_source *source);

#endif
