/* The words for the status of a file in the comparison of two folders. */
#include "checksheet/pair.h"

cs_text cs_pair_word(enum cs_pair_state state)
{
    static const cs_text words[] = {CS_LITERAL("same"), CS_LITERAL("changed"), CS_LITERAL("only-old"),
                                    CS_LITERAL("only-new"), CS_LITERAL("failed")};
    _Static_assert(sizeof words / sizeof *words == CS_PAIR_STATES, "a word for each state");
    return words[state];
}
