/* Messages about YAML. */
#ifndef BASE_MESSAGES_YAML_H
#define BASE_MESSAGES_YAML_H

#include "base/report.h"

enum {
    CS_MESSAGES_YAML = (CS_MESSAGES_OF_YAML << 8) - 1,
#include "base/messages_yaml.def"
};

#endif
