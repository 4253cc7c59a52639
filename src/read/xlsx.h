/* What the files that read a workbook share. */
#ifndef READ_XLSX_H
#define READ_XLSX_H

#include "base/names.h"
#include "checksheet/grid.h"
#include "model/address.h"
#include "read/limits.h"
#include "read/number_format.h"
#include "package/package.h"

enum {
    CS_XLSX_MOST_UNITS = 32767,   /* UTF-16 units in a cell */
    CS_XLSX_MOST_MARKS = 1000000, /* merged ranges, lists and links */
    CS_XLSX_MOST_STEPS = 20000000 /* cells looked at for lists and links, beyond their first; more are left out */
};
#define CS_XLSX_MOST_TEXT (UINT64_C(256) << 20) /* bytes in all cells, as if none were shared */

/* A name for cells or for anything else that a formula can be. */
struct cs_xlsx_name {
    cs_text name, formula;
    uint32_t scope; /* tab of the only sheet it is for; UINT32_MAX: all */
};

/* A list to choose from, for ranges of a sheet, before it is known what it offers. */
struct cs_xlsx_list {
    uint32_t sheet; /* index in the grid */
    cs_text formula, ranges;
};

struct cs_xlsx {
    struct cs_package package;
    struct cs_grid *grid;
    bool is_1904;

    cs_text *strings; /* shared; cells that show the same one share its bytes */
    uint32_t string_count, string_room;
    const struct cs_number_format **formats; /* by style of a cell; NULL: the general one */
    uint32_t format_count;

    uint32_t *tabs; /* of each sheet in the grid: its index among all tabs of the file */
    uint32_t tab_room;
    struct cs_xlsx_name *names;
    uint32_t name_count, name_room;
    struct cs_xlsx_list *lists;
    uint32_t list_count, list_room;

    uint64_t text_size; /* of the cells so far */
    uint32_t cell_count, mark_count, steps;
    struct cs_buf text; /* of the cell or string under way */
    bool is_long;       /* more than a cell can hold was added to it */
};

/* Reads the shared strings, or the formats of styles. False after reporting. */
bool cs_xlsx_read_strings(struct cs_xlsx *xlsx, cs_text part);
bool cs_xlsx_read_styles(struct cs_xlsx *xlsx, cs_text part);

/* Adds a run of a string to the text under way: _x000D_ and the like decoded, line ends made LF, control characters
 * that no sheet can show left out. */
void cs_xlsx_add_run(struct cs_xlsx *xlsx, cs_text run);

/* The text under way, and an empty one from now on. False when it is more than a cell can hold. */
bool cs_xlsx_take_text(struct cs_xlsx *xlsx, cs_text *text);

/* Reads a worksheet into the last sheet of the grid. False after reporting. */
bool cs_xlsx_read_sheet(struct cs_xlsx *xlsx, cs_text part);

/* Gives the sheets what their lists offer, once all are read: words of the file, a range, or a name. A list that would
 * have to be worked out, or that is too long for anybody to choose from, is left out. */
void cs_xlsx_resolve_lists(struct cs_xlsx *xlsx);

/* Keeps the names that stand for one range, for whoever looks for cells by name. */
void cs_xlsx_keep_names(struct cs_xlsx *xlsx);

/* The index of the first cell of a range at or behind an index, UINT32_MAX when there is none. Beyond a number of
 * steps, which all ranges share, there is none any more. */
uint32_t cs_xlsx_next_cell(struct cs_xlsx *xlsx, const struct cs_grid_sheet *sheet, const struct cs_grid_merge *range,
                           uint32_t index);

#endif
