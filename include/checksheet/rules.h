/* The rules by name; a file of its own, so that a new one recompiles few others. */
#ifndef CHECKSHEET_RULES_H
#define CHECKSHEET_RULES_H

#include "checksheet/diag.h"

enum {
#define CS_RULE(symbol, slug, severity, allowed, needs, ja, en) CS_RULE_##symbol,
#include "checksheet/rules.def"
#undef CS_RULE
    CS_RULES
};

#endif
