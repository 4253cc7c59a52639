/* The pages of a file: which of its worksheets are lists of questions, and their rows as lines. */
#ifndef IMPORT_PAGES_H
#define IMPORT_PAGES_H

#include "import/items.h"
#include "checksheet/import.h"
#include "import/page/page.h"

struct cs_pages {
    struct cs_job *job;
    const struct cs_grid *grid;
    const struct cs_import_options *options;
    const struct cs_titles *titles;

    struct cs_page **at; /* with items, in the order of the file */
    uint32_t count, room;
    const struct cs_legend *legend; /* what the file's signs mean */
    struct cs_lines lines;          /* of all of them */
    bool hides_questions;           /* a hidden worksheet, which no form leaves out, has questions as well */
    enum cs_import_use *uses;       /* by worksheet: USED_LABELS until a page of it has items, or why it has none */
};

/* Finds the pages of a file and reads their lines. Leaves out worksheets that show an example or explain, if others
 * remain, and those that repeat questions. */
struct cs_pages *cs_pages_read(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options);

/* Finds the legend of the file. If that may tell which column answers, the lines are read again. */
void cs_pages_find_legend(struct cs_pages *pages);

/* Leaves out the pages with hardly a match in the catalog if another has many: covers, instructions, glossaries.
 * False if there are none; otherwise the lines were read again and have to be matched again. */
bool cs_pages_leave_out(struct cs_pages *pages, const struct cs_matching *matching);

/* The lines of worksheets without items, which may name vendor and date. */
struct cs_lines cs_pages_covers(const struct cs_pages *pages);

#endif
