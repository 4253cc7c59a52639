/* Reading a filled sheet: the bytes of a file become a grid of cells, without interpretation.
 *
 * Each function returns a grid that lives as long as the job, or NULL after reporting one error about the whole
 * file, with a hint. Nothing but the given bytes is used: no link is followed, no formula evaluated, no macro run.
 * Time and memory are bounded for any input. */
#ifndef CHECKSHEET_READ_H
#define CHECKSHEET_READ_H

#include "checksheet/grid.h"

/* Reads a file in any of the formats below. A workbook is recognised by its content, CSV and Markdown by file name; a
 * text with another name is Markdown if it contains a table in that format, else CSV. */
const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source);

/* The same for a text in a given encoding; NULL: the encoding is detected. Not applicable to a workbook. */
const struct cs_grid *cs_read_grid_in(struct cs_job *job, const struct cs_source *source,
                                      const enum cs_charset *charset);

/* Reads a workbook as written by Excel, LibreOffice, Google and .NET: its worksheets in the order of their tabs,
 * including hidden ones. A cell with a formula has the result stored in the file. */
const struct cs_grid *cs_read_xlsx(struct cs_job *job, const struct cs_source *source);

/* Reads fields separated by commas, tabs, semicolons or bars, in UTF-8, UTF-16, ISO-2022-JP, CP932 or CP1252, into
 * one sheet of texts. The ' that checksheet puts before what looks like a formula is removed, and so is the =""
 * around ="001". */
const struct cs_grid *cs_read_csv(struct cs_job *job, const struct cs_source *source);

/* Reads a Markdown file: GitHub's tables one below the other, including header lines, and the headings, list entries
 * and other lines between them as rows with a text in the first column; one sheet. */
const struct cs_grid *cs_read_markdown(struct cs_job *job, const struct cs_source *source);

#endif
