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

    struct cs_page **at; /* that have items, in the order of the file */
    uint32_t count, room;
    struct cs_lines lines;    /* of all of them */
    bool hides_questions;     /* a hidden worksheet, which is not read, asks as well */
    enum cs_import_use *uses; /* by worksheet: USED_LABELS until a page of it has items, or why not */
};

/* Finds the pages of a file and reads their lines. Worksheets that show how to answer, or explain, are left out where
 * they are not all there is, and so are those that ask the same again. */
struct cs_pages *cs_pages_read(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options);

/* Leaves out the pages of which hardly a question was found in the catalog, where another has many: covers,
 * instructions, lists of words. False when there are none; else lines are read anew and are to be matched again. */
bool cs_pages_leave_out(struct cs_pages *pages, const struct cs_matching *matching);

/* Lines of the worksheets that have no items: they may say who answers, and when. */
struct cs_lines cs_pages_covers(const struct cs_pages *pages);

/* The part of a form about a worksheet; NULL without one. */
const struct cs_form_part *cs_form_part_of(const struct cs_form *form, const struct cs_grid *grid, uint32_t worksheet);

#endif
