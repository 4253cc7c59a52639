/* Reads a standard with its edition, with any spacing, and looks it up. */
#include "check/claims/standards.h"
#include "base/job.h"
#include "model/quantity.h"

static const struct standard {
    cs_text family, number;
    int edition;
    struct cs_date since;
} standards[] = {
#define CS_STANDARD(family, number, edition, year, month)                                                              \
    {CS_LITERAL(family), CS_LITERAL(number), edition, {year, month, 1}},
#include "check/claims/standards.def"
#undef CS_STANDARD
};

/* Takes ISO, ISO/IEC, JIS Q, JISQ. *international is true for ISO. */
static bool take_family(cs_text *rest, bool *international)
{
    *international = cs_take(rest, CS_TEXT("ISO"));
    if (*international)
        return cs_take(rest, CS_TEXT("/IEC")) || true;
    if (!cs_take(rest, CS_TEXT("JIS")))
        return false;
    cs_take_blanks(rest);
    return cs_take(rest, CS_TEXT("Q"));
}

/* Takes a number and returns the standard of the family; NULL if it is unknown. */
static const struct standard *take_number(cs_text *rest, bool international)
{
    cs_take_blanks(rest);
    for (size_t i = 0; i < sizeof standards / sizeof *standards; i++) {
        cs_text after = *rest;
        bool is_other = cs_text_starts(standards[i].family, CS_TEXT("ISO")) != international;
        if (is_other || !cs_take(&after, standards[i].number))
            continue;
        *rest = after;
        return &standards[i];
    }
    return NULL;
}

static bool take_year(cs_text *rest, int *year)
{
    enum { DIGITS = 4 };
    int digit = 0;
    *year = 0;
    for (int i = 0; i < DIGITS && digit >= 0; i++) {
        digit = cs_take_digit(rest);
        *year = *year * 10 + digit;
    }
    return digit >= 0;
}

/* Takes :2013, (2013), （2013年版）, -2013; but not (2013年取得), the year of a certificate. */
static bool take_edition(cs_text *rest, int *edition)
{
    cs_text at = *rest;
    if (cs_take(rest, CS_TEXT(":")) || cs_take(rest, CS_TEXT("：")) || cs_take(rest, CS_TEXT("-"))) {
        cs_take_blanks(rest);
        return take_year(rest, edition);
    }
    cs_take_blanks(&at);
    if ((!cs_take(&at, CS_TEXT("(")) && !cs_take(&at, CS_TEXT("（"))) || !take_year(&at, edition))
        return false;
    if (!cs_take(&at, CS_TEXT("年版")))
        cs_take(&at, CS_TEXT("版"));
    *rest = at;
    return cs_take(rest, CS_TEXT(")")) || cs_take(rest, CS_TEXT("）"));
}

static cs_text name_of(struct cs_job *job, const struct standard *standard)
{
    struct cs_buf name = {0};
    cs_buf_add(&name, standard->family);
    cs_buf_add_byte(&name, ' ');
    cs_buf_add(&name, standard->number);
    cs_buf_print(&name, ":%d", standard->edition);
    return cs_buf_take(&job->arena, &name);
}

bool cs_standard_is_old(struct cs_job *job, cs_text text, struct cs_date at, cs_text *words, cs_text *now)
{
    cs_text rest = text;
    bool international;
    int edition;
    const struct standard *standard = take_family(&rest, &international) ? take_number(&rest, international) : NULL;
    if (!standard || !take_edition(&rest, &edition) || edition >= standard->edition)
        return false;
    if (at.year && cs_date_compare(at, standard->since) < 0)
        return false;
    *words = (cs_text){text.bytes, text.size - rest.size};
    *now = name_of(job, standard);
    return true;
}
