/* Messages of reading sheets and packages. */
#ifndef BASE_MESSAGES_READ_H
#define BASE_MESSAGES_READ_H

#include "base/report.h"

enum {
    CS_MESSAGES_READ = (CS_MESSAGES_OF_READ << 8) - 1,
#include "base/messages_read.def"
};

#endif
