/* Messages of checking. */
#ifndef BASE_MESSAGES_CHECK_H
#define BASE_MESSAGES_CHECK_H

#include "base/report.h"

enum {
    CS_MESSAGES_CHECK = (CS_MESSAGES_OF_CHECK << 8) - 1,
#include "base/messages_check.def"
};

#endif
