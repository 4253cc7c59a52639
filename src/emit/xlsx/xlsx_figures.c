/* The figures of the overview: which ones there are, their values, and the formulas that keep them live. */
#include "emit/xlsx/xlsx_figures.h"
#include "emit/xlsx/xlsx_text.h"
#include "checksheet/sheet_words.h"

static void add(struct figures *figures, enum figure_kind kind, cs_word_id title, enum cs_tone tone, double width)
{
    figures->at[figures->count++] =
        (struct figure){kind, 0, cs_word(title, figures->plan->sheet->language), tone, width};
}

/* True if some answers have no sign: they get a figure of their own, being neither open nor one of the signs. */
static bool has_answers_in_words(const struct plan *plan)
{
    for (uint32_t i = 0; i < plan->chapter_count; i++)
        if (plan->chapters[i].in_words)
            return true;
    return false;
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
    if (!sign_count && plan->answered != CS_NO_COLUMN)
        add(figures, ANSWERED, CS_WORD_ANSWERED, CS_TONE_GOOD, 10);
    if (has_answers_in_words(plan))
        add(figures, IN_WORDS, CS_WORD_IN_WORDS, CS_TONE_PLAIN, 8);
    if (plan->answered != CS_NO_COLUMN) {
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
    case IN_WORDS:
        return chapter->in_words;
    case OPEN:
        return chapter->items - chapter->answered - chapter->in_words;
    case RATE:
        break;
    }
    return 0;
}

struct chapter cs_figures_sum(const struct plan *plan)
{
    struct chapter sum = {.odd_count = plan->odd_count};
    for (uint32_t i = 0; i < plan->chapter_count; i++) {
        sum.items += plan->chapters[i].items;
        sum.required += plan->chapters[i].required;
        sum.answered += plan->chapters[i].answered;
        sum.in_words += plan->chapters[i].in_words;
        sum.met += plan->chapters[i].met;
        sum.rated += plan->chapters[i].rated;
        for (uint32_t j = 0; j < plan->sign_count; j++)
            sum.signs[j] += plan->chapters[i].signs[j];
    }
    return sum;
}

/* --- formulas ----------------------------------------------------------------------------------------------------- */

/* Appends the row's cells for which `wanted` is true, each after the operator. */
static void add_cells(struct cs_buf *buf, const struct figures *figures,
                      bool (*wanted)(const struct plan *, const struct figure *), char operator, uint32_t row)
{
    for (uint32_t i = 0; i < figures->count; i++)
        if (wanted(figures->plan, &figures->at[i]))
            cs_buf_print(buf, "%c%c%u", operator, (int)('A' + FIGURES_LEFT + i), (unsigned)row + 1);
}

/* FUNCTION(cells of a column in some rows, criterion if there is one). */
static void add_count(struct cs_buf *buf, const struct plan *plan, const char *function, struct run rows,
                      uint32_t column, cs_text wanted)
{
    cs_buf_add(buf, cs_text_of(function));
    cs_buf_add_byte(buf, '(');
    cs_xlsx_add_cells(buf, cs_word(CS_WORD_SHEET, plan->sheet->language),
                      (struct cells){rows.first, column, rows.last, column});
    if (wanted.size) {
        cs_buf_add_byte(buf, ',');
        cs_xlsx_add_criterion(buf, wanted);
    }
    cs_buf_add_byte(buf, ')');
}

/* COUNTIFS(signs,"",words,"<>"): the rows answered in words, with an empty sign. */
static void add_in_words(struct cs_buf *buf, const struct plan *plan, struct run rows)
{
    cs_text worksheet = cs_word(CS_WORD_SHEET, plan->sheet->language);
    cs_buf_add(buf, CS_TEXT("COUNTIFS("));
    cs_xlsx_add_cells(buf, worksheet, (struct cells){rows.first, plan->answered, rows.last, plan->answered});
    cs_buf_add(buf, CS_TEXT(",\"\","));
    cs_xlsx_add_cells(buf, worksheet, (struct cells){rows.first, plan->beside, rows.last, plan->beside});
    cs_buf_add(buf, CS_TEXT(",\"<>\")"));
}

/* Appends the count of a state in some rows, after the operator. */
static void add_state(struct cs_buf *buf, const struct plan *plan, char operator, struct run rows, enum cs_state state)
{
    for (uint32_t i = 0; i < plan->sign_count; i++) {
        if (plan->sheet->signs[i].state != state)
            continue;
        cs_buf_add_byte(buf, operator);
        add_count(buf, plan, "COUNTIF", rows, plan->answer, plan->sheet->signs[i].sign);
    }
}

/* Corrects the figures for items whose good answer is not yes. */
static void add_odd(struct cs_buf *met, struct cs_buf *rated, const struct plan *plan, struct run odd)
{
    add_state(met, plan, '-', odd, CS_STATE_OK);
    if (odd.good != CS_STATE_NONE) {
        add_state(met, plan, '+', odd, odd.good);
        return;
    }
    cs_buf_add_byte(rated, '-');
    add_count(rated, plan, "ROWS", odd, plan->answer, (cs_text){0});
    add_state(rated, plan, '+', odd, CS_STATE_NA); /* subtracted twice */
}

/* The share of applicable items that are met: =IF(D9-H9=0,"－",(E9)/(D9-H9)). */
void cs_figures_add_rate(struct cs_buf *buf, const struct figures *figures, const struct chapter *chapter, uint32_t row)
{
    enum { LONGEST_FORMULA = 8192 };
    struct cs_buf met = {0}, rated = {0}, formula = {0};
    add_cells(&met, figures, cs_figure_is_met, '+', row);
    if (!met.size)
        cs_buf_add(&met, CS_TEXT("+0"));
    cs_buf_print(&rated, "%c%u", 'A' + FIGURES_LEFT, (unsigned)row + 1);
    add_cells(&rated, figures, cs_figure_is_beside, '-', row);
    /* three bytes for each character */
    for (uint32_t i = 0; i < chapter->odd_count && met.size <= 3 * LONGEST_FORMULA; i++)
        add_odd(&met, &rated, figures->plan, figures->plan->odd[chapter->first_odd + i]);
    cs_buf_add(&formula, CS_TEXT("=IF("));
    cs_buf_add(&formula, cs_buf_text(&rated));
    cs_buf_add(&formula, CS_TEXT("=0,\"－\",("));
    cs_buf_add(&formula, cs_text_skip(cs_buf_text(&met), 1));
    cs_buf_add(&formula, CS_TEXT(")/("));
    cs_buf_add(&formula, cs_buf_text(&rated));
    cs_buf_add(&formula, CS_TEXT("))"));
    if (cs_text_utf16_length(cs_buf_text(&formula)) <= LONGEST_FORMULA)
        cs_buf_add(buf, cs_buf_text(&formula));
    cs_buf_free(&formula);
    cs_buf_free(&met);
    cs_buf_free(&rated);
}

void cs_figure_add_formula(struct cs_buf *buf, const struct plan *plan, const struct chapter *chapter,
                           const struct figure *figure, uint32_t row)
{
    const cs_text any = {0};
    const uint32_t marker = cs_plan_marker(plan);
    const struct run rows = {.first = chapter->first, .last = chapter->last};
    switch (figure->kind) {
    case COUNT:
        if (marker == CS_NO_COLUMN)
            return;
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTA", rows, marker, any);
        return;
    case REQUIRED:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTIF", rows, cs_sheet_column(plan->sheet, CS_ROLE_FLAG), plan->required);
        return;
    case SIGN:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTIF", rows, plan->answer, plan->sheet->signs[figure->sign].sign);
        return;
    case ANSWERED:
        cs_buf_add_byte(buf, '=');
        add_count(buf, plan, "COUNTA", rows, plan->answered, any);
        return;
    case IN_WORDS:
        cs_buf_add_byte(buf, '=');
        add_in_words(buf, plan, rows);
        return;
    case OPEN:
        cs_buf_print(buf, "=%c%u-", 'A' + FIGURES_LEFT, (unsigned)row + 1);
        add_count(buf, plan, "COUNTA", rows, plan->answered, any);
        if (has_answers_in_words(plan)) {
            cs_buf_add_byte(buf, '-');
            add_in_words(buf, plan, rows);
        }
        return;
    case RATE:
        return;
    }
}
