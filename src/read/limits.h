/* How much of a file becomes a grid. Rows and columns are those of Excel; the others keep a hostile file from taking
 * all memory, and are far above any sheet that people fill. */
#ifndef READ_LIMITS_H
#define READ_LIMITS_H

enum {
    CS_MOST_ROWS = 1048576,
    CS_MOST_COLUMNS = 16384,
    CS_MOST_CELLS = 5000000,
    CS_MOST_FIELD = 1 << 20 /* bytes of a cell in CSV */
};

#endif
