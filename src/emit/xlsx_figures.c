/* The figures of the overview: which there are, their values, and the formulas that keep them live. */
#include "emit/xlsx_figures.h"
#include "emit/xlsx_text.h"

static void add(struct figures *figures, int kind, enum cs_word title, enum cs_tone tone, double width)
{
    figures->at[figures->count++] =
        (struct figure){kind, 0, cs_word(title, figures->plan->sheet->language), tone, width};
}

void cs_figures_plan(struct figures *figures, const struct plan *plan)
{
    const struct cs_sign *signs = plan->sheet->signs;
    const uint32_t sign_count = plan->sign_count;
    *figures = (struct figures){.plan = plan};
    add(figures, COUNT, CS_WORD_COUNT, CS_TONE_PLAIN, 10);
    for (uint32_t i = 0; i < sign_count; i++)
        figures->at[figures->count++] =
            (struct figure){SIGN, i, signs[i].sign, signs[i].tone, sign_count > 5 ? 6.5 : 8};
    if (!sign_count && plan->required.size)
        add(figures, REQUIRED, CS_WORD_REQUIRED_COUNT, CS_TONE_PLAIN, 10);
    if (!sign_count && plan->told != CS_NO_COLUMN)
        add(figures, ANSWERED, CS_WORD_ANSWERED, CS_TONE_GOOD, 10);
    if (plan->told != CS_NO_COLUMN) {
        add(figures, OPEN, CS_WORD_UNANSWERED, CS_TONE_NONE, 8);
        add(figures, RATE, sign_count ? CS_WORD_RATE_OK : CS_WORD_RATE_ANSWERED, CS_TONE_PLAIN, 12);
    }
}

bool cs_figure_is_met(const struct plan *plan, const struct figure *figure)
{
    return figure->kind == ANSWERED || (figure->kind == SIGN && plan->sheet->signs[figure->sign].state == CS_STATE_OK);
}

bool cs_figure_is_beside(const struct plan *plan, const struct figure *figure)
{
    return figure->kind == SIGN && plan->sheet->signs[figure->sign].state == CS_STATE_NA;
}

uint32_t cs_figure_value(const struct chapter *chapter, const struct figure *figure)
{
    switch (figure->kind) {
    case COUNT:
        return chapter->items;
    case REQUIRED:
        return chapter->required;
    case SIGN:
        return chapter->signs[figure->sign];
    case ANSWERED:
        return chapter->answered;
    case OPEN:
        return chapter->items - chapter->answered;
    case RATE:
        break;
    }
    return 0;
}

struct chapter cs_figures_sum(const struct plan *plan)
{
    struct chapter sum = {0};
    for (uint32_t i = 0; i < plan->chapter_count; i++) {
        sum.items += plan->chapters[i].items;
        sum.required += plan->chapters[i].required;
        sum.answered += plan->chapters[i].answered;
        for (uint32_t j = 0; j < plan->sign_count; j++)
            sum.signs[j] += plan->chapters[i].signs[j];
    }
    return sum;
}

double cs_figures_rate(const struct figures *figures, const struct chapter *chapter)
{
    uint32_t met = 0, base = chapter->items;
    for (uint32_t i = 0; i < figures->count; i++) {
        uint32_t value = cs_figure_value(chapter, &figures->at[i]);
        met += cs_figure_is_met(figures->plan, &figures->at[i]) ? value : 0;
        base -= cs_figure_is_beside(figures->plan, &figures->at[i]) ? value : 0;
    }
    return base ? (double)met / base : -1;
}

/* --- formulas ----------------------------------------------------------------------------------------------------- */

/* Adds the cells of the table's row where `wanted` holds, each behind the operator. */
static void add_cells(struct cs_buf *buf, const struct figures *figures,
                      bool (*wanted)(const struct plan *, const struct figure *), char operator, uint32_t row)
{
    for (uint32_t i = 0; i < figures->count; i++)
        if (wanted(figures->plan, &figures->at[i]))
            cs_buf_print(buf, "%c%c%u", operator, (int)('C' + i), (unsigned)row + 1);
}

/* What is met, in parts of what applies: =IF(C9-G9=0,"－",(D9)/(C9-G9)). */
void cs_figures_add_rate(struct cs_buf *buf, const struct figures *figures, uint32_t row)
{
    struct cs_buf met = {0}, base = {0};
    add_cells(&met, figures, cs_figure_is_met, '+', row);
    cs_buf_print(&base, "C%u", (unsigned)row + 1);
    add_cells(&base, figures, cs_figure_is_beside, '-', row);
    cs_buf_add(buf, CS_TEXT("=IF("));
    cs_buf_add(buf, cs_buf_text(&base));
    cs_buf_add(buf, CS_TEXT("=0,\"－\",("));
    cs_buf_add(buf, met.size ? cs_text_skip(cs_buf_text(&met), 1) : CS_TEXT("0"));
    cs_buf_add(buf, CS_TEXT(")/("));
    cs_buf_add(buf, cs_buf_text(&base));
    cs_buf_add(buf, CS_TEXT("))"));
    cs_buf_free(&met);
    cs_buf_free(&base);
}

/* FUNCTION(cells of a column in the chapter's rows, criterion if there is one). */
static void add_count(struct cs_buf *buf, const struct plan *plan, const char *function, const struct chapter *chapter,
                      uint32_t column, cs_text wanted)
{
    cs_buf_add(buf, cs_text_of(function));
    cs_buf_add_byte(buf, '(');
    cs_xlsx_add_cells(buf, cs_word(CS_WORD_SHEET, plan->sheet->language),
                      (struct cells){chapter->first, column, chapter->last, column});
    if (wanted.size) {
        cs_buf_add_byte(buf, ',');
        cs_xlsx_add_criterion(buf, wanted);
    }
    cs_buf_add_byte(buf, ')');
}

void cs_figure_add_formula(struct cs_buf *buf, const struct plan *plan, const struct chapter *chapter,
                           const struct figure *figure, uint32_t row)
{
    const cs_text any = {0};
    const uint32_t marker = cs_plan_marker(plan);
    switch (figure->kind) {
    case COUNT:
        if (marker == CS_NO_COLUMN)
            return;
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTA", chapter, marker, any);
        return;
    case REQUIRED:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTIF", chapter, cs_sheet_column(plan->sheet, CS_ROLE_FLAG), plan->required);
        return;
    case SIGN:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTIF", chapter, plan->answer, plan->sheet->signs[figure->sign].sign);
        return;
    case ANSWERED:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTA", chapter, plan->told, any);
        return;
    case OPEN:
        cs_buf_print(buf, "=C%u-", (unsigned)row + 1);
        add_count(buf, plan, "COUNTA", chapter, plan->told, any);
        return;
    case RATE:
        return;
    }
}
