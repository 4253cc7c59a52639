/* Reading a filled sheet back: the bytes of a file become a grid of cells, before anybody knows what they mean.
 *
 * Each function returns a grid that lives as long as the job, or NULL after reporting one error about the whole file:
 * what is wrong with it, and the cure. Nothing but the bytes given is looked at: no link is followed, no formula worked
 * out, no macro run. Time and memory have bounds, whatever the bytes are. */
#ifndef CHECKSHEET_READ_H
#define CHECKSHEET_READ_H

#include "checksheet/grid.h"

/* The grid of a file in any of the formats below. What it holds tells a workbook; what it is called, CSV and Markdown; a
 * text called otherwise is Markdown if there is a table of that kind in it, and CSV if not. */
const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source);

/* The same, of a text that is in an encoding whatever it looks like; NULL: as above. A workbook has none. */
const struct cs_grid *cs_read_grid_in(struct cs_job *job, const struct cs_source *source,
                                      const enum cs_charset *charset);

/* A workbook as Excel, LibreOffice, Google and .NET write it: its worksheets in the order of their tabs, hidden ones
 * included. A cell that holds a formula has the result that the file gives for it. */
const struct cs_grid *cs_read_xlsx(struct cs_job *job, const struct cs_source *source);

/* A table of fields separated by commas, tabs, semicolons or bars, in UTF-8, UTF-16, ISO-2022-JP, CP932 or CP1252; one
 * sheet. All its cells are texts. The ' that checksheet puts before what looks like a formula is taken off, and so is the
 * ="" around ="001". */
const struct cs_grid *cs_read_csv(struct cs_job *job, const struct cs_source *source);

/* A Markdown file: GitHub's tables one below the other, their header lines included, and the headings, entries of lists
 * and other lines between them as rows with a text in the first column; one sheet. */
const struct cs_grid *cs_read_markdown(struct cs_job *job, const struct cs_source *source);

#endif
