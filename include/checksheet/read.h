/* Reading a filled sheet back: the bytes of a file become a grid of cells, before anybody knows what they mean.
 *
 * Each function returns a grid that lives as long as the job, or NULL after reporting one error about the whole file: what
 * is wrong with it, and the cure. Nothing but the bytes given is looked at: no link is followed, no formula worked out, no
 * macro run. Time and memory have bounds, whatever the bytes are. */
#ifndef CHECKSHEET_READ_H
#define CHECKSHEET_READ_H

#include "checksheet/grid.h"

/* The grid of a file in any of the formats below; what it is called plays no part, what it holds does. */
const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source);

/* A workbook as Excel, LibreOffice, Google and .NET write it: its worksheets in the order of their tabs, hidden ones
 * included. A cell that holds a formula has the result that the file gives for it. */
const struct cs_grid *cs_read_xlsx(struct cs_job *job, const struct cs_source *source);

/* A table of fields parted by commas, tabs or semicolons; one sheet. */
const struct cs_grid *cs_read_csv(struct cs_job *job, const struct cs_source *source);

/* A Markdown file: each table is a sheet of its own. */
const struct cs_grid *cs_read_markdown(struct cs_job *job, const struct cs_source *source);

#endif
