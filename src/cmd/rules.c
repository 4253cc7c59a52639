/* Rules on the command line. */
#include "cmd/rules.h"
#include "base/base.h"
#include "checksheet/rules.h"

static void slugs_of(cs_text slugs[CS_RULES])
{
    for (int rule = 0; rule < CS_RULES; rule++)
        slugs[rule] = cs_rule_slug((cs_rule)rule);
}

bool rule_read(struct run *run, cs_text word, cs_rule *rule)
{
    cs_text slugs[CS_RULES];
    if (cs_rule_find(word, rule))
        return true;
    slugs_of(slugs);
    usage_error(run->environment, run->request->command, cs_guess_text(run->job, word, slugs, CS_RULES), SAY_NO_RULE,
                word);
    return false;
}
