/* Comparing: two sheets become one whose rows carry what has changed, and a table of the changes to show.
 *
 * What the sheets were made from does not matter: profiles, catalogs, or files that were read back. */
#ifndef CHECKSHEET_DIFF_H
#define CHECKSHEET_DIFF_H

#include "checksheet/pair.h"
#include "checksheet/sheet.h"

/* The new sheet with every item's change, and the removed items where they stood; its columns are those of both. Items
 * are the same by their numbers where both sheets are of one edition of a catalog, and otherwise by their questions, as
 * far as the words and the order show it. An answer is better or worse by what is good at its item; with no better or
 * worse there, or where one of them is not applicable, nothing is said.
 *
 * `aspects` is a set of 1u << enum cs_aspect: items that both have and that differ in none of these pass as the same,
 * as do those that only one has. 0: all that differs counts. The result looks into both sheets. */
struct cs_sheet *cs_diff(struct cs_job *job, const struct cs_sheet *old, const struct cs_sheet *new, uint32_t aspects);

/* The rows of a diff that have changed, and the headings above them. */
struct cs_sheet *cs_diff_rows(struct cs_job *job, const struct cs_sheet *diff);

/* The changes of a diff as a table, one item a row: for Markdown, CSV and the workbook. Items of which only the date of
 * review is another are named in a note at the end. A cell that shows an inline change has runs; its text shows them as
 * [-taken out-]{+put in+}. */
struct cs_sheet *cs_diff_table(struct cs_job *job, const struct cs_sheet *diff);

/* The same for reading on a terminal, one change a line below its question. */
struct cs_sheet *cs_diff_lines(struct cs_job *job, const struct cs_sheet *diff);

/* The table's title, as its first row says it, with a name before it. */
struct cs_sheet *cs_diff_named(struct cs_job *job, const struct cs_sheet *shown, cs_text name);

/* The table of changes with the name of a file in a column of its own, before the others. */
struct cs_sheet *cs_diff_with_file(struct cs_job *job, const struct cs_sheet *table, cs_text name);

/* --- two folders --- */

/* What comparing the files of two folders comes to: the counts, and a row for each pair that is not the same. */
struct cs_sheet *cs_diff_pairs(struct cs_job *job, const struct cs_file_pair *pairs, size_t count,
                               enum cs_language language);

/* The table of a file that cannot be compared, with one row: what it is called, and why. */
struct cs_sheet *cs_diff_lone(struct cs_job *job, const struct cs_file_pair *pair, enum cs_language language);

/* True when the two sheets differ in what was looked at. */
bool cs_diff_found(const struct cs_sheet *diff);

#endif
