/* How much of a file becomes a grid. The limits keep a hostile file from taking
 * all memory, and are far above any sheet that people fill. */
#ifndef READ_LIMITS_H
#define READ_LIMITS_H

#include "model/address.h"

enum {
    CS_MOST_CELLS = 5000000,
    CS_MOST_FIELD = 1 << 20 /* bytes of a cell in CSV */
};

#endif
