/* Limits on what is read into a grid. They keep a hostile file from taking all memory, and are far above any sheet
 * that people fill in. */
#ifndef READ_LIMITS_H
#define READ_LIMITS_H

#include "model/address.h"

enum {
    CS_MOST_CELLS = 5000000,
    CS_MOST_FIELD = 1 << 20 /* bytes of a cell in CSV */
};

#endif
