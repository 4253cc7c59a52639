/* The rules, from rules.def. */
#include "checksheet/diag.h"
#include "checksheet/job.h"
#include "checksheet/rules.h"

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR, LEVEL_FIXED };
enum place { PLACE_NOWHERE, PLACE_ANSWER = CS_ALLOWED_IN_ANSWER, PLACE_FILE = CS_ALLOWED_IN_FILE, PLACE_EITHER };

static const struct {
    cs_text slug;
    enum level level;
    enum place allowed;
    enum cs_need need;
    cs_text meaning[CS_LANGUAGES];
} rules[] = {
#define CS_RULE(symbol, slug, level, allowed, need, ja, en)                                                            \
    {CS_LITERAL(slug), LEVEL_##level, PLACE_##allowed, CS_NEEDS_##need, {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "checksheet/rules.def"
#undef CS_RULE
};

cs_text cs_severity_word(enum cs_severity severity)
{
    static const cs_text words[] = {CS_LITERAL("note"), CS_LITERAL("warning"), CS_LITERAL("error")};
    _Static_assert(sizeof words / sizeof *words == CS_SEVERITIES, "a word for each severity");
    return words[severity];
}

cs_text cs_rule_slug(cs_rule rule)
{
    return rules[rule].slug;
}

enum cs_severity cs_rule_severity(cs_rule rule)
{
    static const enum cs_severity severities[] = {
        [LEVEL_NOTE] = CS_NOTE, [LEVEL_WARNING] = CS_WARNING, [LEVEL_ERROR] = CS_ERROR, [LEVEL_FIXED] = CS_ERROR};
    return severities[rules[rule].level];
}

cs_text cs_rule_meaning(cs_rule rule, int language)
{
    return rules[rule].meaning[language];
}

bool cs_rule_find(cs_text slug, cs_rule *rule)
{
    for (int i = 0; i < CS_RULES; i++) {
        if (!cs_text_equal(slug, rules[i].slug))
            continue;
        *rule = (cs_rule)i;
        return true;
    }
    return false;
}

bool cs_rule_is_fixed(cs_rule rule)
{
    return rules[rule].level == LEVEL_FIXED;
}

unsigned cs_rule_allowed(cs_rule rule)
{
    return rules[rule].allowed;
}

enum cs_need cs_rule_needs(cs_rule rule)
{
    return rules[rule].need;
}
