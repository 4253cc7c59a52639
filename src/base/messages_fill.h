/* Messages of filling the customer's file. */
#ifndef BASE_MESSAGES_FILL_H
#define BASE_MESSAGES_FILL_H

#include "base/report.h"

enum {
    CS_MESSAGES_FILL = (CS_MESSAGES_OF_FILL << 8) - 1,
#include "base/messages_fill.def"
};

#endif
