/* The report of an import on stderr: its columns, its worksheets, how its items were matched, and everything that a
 * person should check. */
#ifndef CMD_IMPORT_REPORT_H
#define CMD_IMPORT_REPORT_H

#include "cmd/steps.h"

void import_report_say(struct run *run, cs_text path, const struct cs_grid *grid, const struct cs_imported *imported);

#endif
