/* Comparing: two sheets become one whose rows carry the changes, and a table of these changes.
 *
 * The origin of the sheets does not matter: profiles, catalogs, or files that were read. */
#ifndef CHECKSHEET_DIFF_H
#define CHECKSHEET_DIFF_H

#include "checksheet/pair.h"
#include "checksheet/sheet.h"

/* The new sheet with the change of each item, and removed items where they were; it has the columns of both. Items
 * are matched by number if both sheets are of one edition of a catalog, otherwise by the similarity and order of
 * their questions. Whether an answer improved depends on the good answer to its item; if there is none, or if an
 * answer is not applicable, it is not judged.
 *
 * `aspects` is a set of 1u << enum cs_aspect: items that both sheets have and that differ in none of these count
 * as the same, and so do those that only one has. 0: all differences count. The result refers to both sheets. */
struct cs_sheet *cs_diff(struct cs_job *job, const struct cs_sheet *old, const struct cs_sheet *new, uint32_t aspects);

/* The changed rows of a diff, and the headings above them. */
struct cs_sheet *cs_diff_rows(struct cs_job *job, const struct cs_sheet *diff);

/* The changes of a diff as a table with one item in a row: for Markdown, CSV and the workbook. Items with nothing but
 * the date of review changed are listed in a note at the end. A cell with an inline change has runs; its text shows
 * them as [-removed-]{+inserted+}. */
struct cs_sheet *cs_diff_table(struct cs_job *job, const struct cs_sheet *diff);

/* The same for reading on a terminal, with one change on a line below its question. */
struct cs_sheet *cs_diff_lines(struct cs_job *job, const struct cs_sheet *diff);

/* The same table with a name in front of its title, the first row. */
struct cs_sheet *cs_diff_named(struct cs_job *job, const struct cs_sheet *shown, cs_text name);

/* The table of changes with the name of a file in an additional first column. */
struct cs_sheet *cs_diff_with_file(struct cs_job *job, const struct cs_sheet *table, cs_text name);

/* --- two folders --- */

/* The result of comparing the files of two folders: the counts, and a row for each pair that is not the same. */
struct cs_sheet *cs_diff_pairs(struct cs_job *job, const struct cs_file_pair *pairs, size_t count,
                               enum cs_language language);

/* A table for a file that cannot be compared, with one row: its name, and why. */
struct cs_sheet *cs_diff_lone(struct cs_job *job, const struct cs_file_pair *pair, enum cs_language language);

/* True if the two sheets differ in an aspect that was compared. */
bool cs_diff_found(const struct cs_sheet *diff);

#endif
