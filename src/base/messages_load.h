/* Messages of loading. */
#ifndef BASE_MESSAGES_LOAD_H
#define BASE_MESSAGES_LOAD_H

#include "base/report.h"

enum {
    CS_MESSAGES_LOAD = (CS_MESSAGES_OF_LOAD << 8) - 1,
#include "base/messages_load.def"
};

#endif
