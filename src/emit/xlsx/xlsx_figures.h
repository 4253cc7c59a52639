/* The figures of the overview's table: its columns for a chapter, as values and as formulas over the check sheet. The
 * names of the table begin in column B and may extend into C; the figures begin in D. */
#ifndef EMIT_XLSX_XLSX_FIGURES_H
#define EMIT_XLSX_XLSX_FIGURES_H

#include "emit/xlsx/xlsx_plan.h"

enum { COVER_LEFT = 1, COVER_VALUES, FIGURES_LEFT, MOST_FIGURES = MOST_SIGNS + 6 };

enum figure_kind { COUNT, REQUIRED, SIGN, ANSWERED, IN_WORDS, OPEN, RATE };

/* A column of the table. */
struct figure {
    enum figure_kind kind;
    uint32_t sign; /* index of a SIGN */
    cs_text title;
    enum cs_tone tone; /* of its bar */
    double width;
};

/* The first is COUNT; RATE, if there is one, the last. */
struct figures {
    const struct plan *plan;
    uint32_t count;
    struct figure at[MOST_FIGURES];
};

void cs_figures_plan(struct figures *figures, const struct plan *plan);

/* Whether a figure is added to the numerator of the rate, or subtracted from its denominator, where the good answer
 * is yes. */
bool cs_figure_is_met(const struct plan *plan, const struct figure *figure);
bool cs_figure_is_beside(const struct plan *plan, const struct figure *figure);

/* All chapters added up. */
struct chapter cs_figures_sum(const struct plan *plan);

/* The value of any figure except the rate, which is met / rated. */
uint32_t cs_figure_value(const struct chapter *chapter, const struct figure *figure);

/* Appends a formula for a row of the table; nothing if there is nothing to count, or if Excel would not accept it. */
void cs_figure_add_formula(struct cs_buf *buf, const struct plan *plan, const struct chapter *chapter,
                           const struct figure *figure, uint32_t row);
void cs_figures_add_rate(struct cs_buf *buf, const struct figures *figures, const struct chapter *chapter,
                         uint32_t row);

#endif
