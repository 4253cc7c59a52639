/* Choices that drop-downs, or a column of their own, offer for the answers of a form without a known catalog. */
#ifndef IMPORT_OFFERED_H
#define IMPORT_OFFERED_H

#include "import/legend/legend.h"
#include "import/page/page.h"

struct cs_offered {
    const struct cs_legend *legend;         /* signs that it explains are marks, not choices */
    const struct cs_page *page;             /* the page examined last */
    const struct cs_grid_choices **of_rows; /* by row, the drop-down of its answer; NULL if there is none */
    uint32_t listed;                        /* the column that lists the choices of each question, or CS_NO_COLUMN */
    const cs_text *scale;                   /* the figures in the title of the answer column */
    uint32_t scale_count;
};

/* Sets the choices of a row where they are the customer's own; a list that says yes and no is the sheet's marks
 * instead. A prompt such as "choose" is no choice. Keeps one page at a time, so call it page by page. */
void cs_offered_set(struct cs_offered *offered, const struct cs_line *line, struct cs_row *row);

#endif
