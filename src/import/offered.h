/* What drop-downs offer for the answers of a form that no catalog knows. */
#ifndef IMPORT_OFFERED_H
#define IMPORT_OFFERED_H

#include "import/page/page.h"

struct cs_offered {
    const struct cs_page *page;             /* the one that was looked at last */
    const struct cs_grid_choices **of_rows; /* by row, the list of its answer; NULL: there is none */
    const cs_text *scale;                   /* the figures that the title of its answers states */
    uint32_t scale_count;
};

/* Gives a row the words that its answer is chosen from, where they are the customer's own: a list that says yes and no is
 * the sheet's marks. What asks to choose is no choice. Pages are best asked for one after another. */
void cs_offered_set(struct cs_offered *offered, const struct cs_line *line, struct cs_row *row);

#endif
