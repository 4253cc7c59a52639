/* Shared state of the files that read a workbook. */
#ifndef READ_XLSX_H
#define READ_XLSX_H

#include "base/names.h"
#include "checksheet/grid.h"
#include "model/address.h"
#include "read/limits.h"
#include "read/number_format.h"
#include "package/package.h"

enum {
    CS_XLSX_MOST_MARKS = 1000000, /* merged ranges, lists and links */
    /* cells examined for lists and links, beyond their first; what exceeds it is dropped */
    CS_XLSX_MOST_STEPS = 20000000
};
#define CS_XLSX_MOST_TEXT (UINT64_C(256) << 20) /* bytes in all cells, shared strings counted for each */

/* A defined name of cells, or of any other formula. */
struct cs_xlsx_name {
    cs_text name, formula;
    uint32_t scope; /* tab of the only sheet that it applies to; UINT32_MAX: all */
};

/* A drop-down list for ranges of a sheet, before its source is resolved. */
struct cs_xlsx_list {
    uint32_t sheet; /* index in the grid */
    cs_text formula, ranges;
};

struct cs_xlsx {
    struct cs_package package;
    struct cs_grid *grid;
    bool is_1904;

    cs_text *strings; /* shared strings; cells with the same one share its bytes */
    uint32_t string_count, string_room;
    const struct cs_number_format **formats; /* by cell style; NULL: the general format */
    uint32_t format_count;

    uint32_t *tabs; /* by sheet of the grid: its index among all tabs of the file */
    uint32_t tab_room;
    struct cs_xlsx_name *names;
    uint32_t name_count, name_room;
    struct cs_xlsx_list *lists;
    uint32_t list_count, list_room;

    uint64_t text_size; /* of all cells so far */
    uint32_t cell_count, mark_count, steps;
    struct cs_buf text; /* of the current cell or string */
    bool is_long;       /* more was appended to it than a cell can hold */
};

/* Reads the shared strings, or the number formats of styles. False after reporting. */
bool cs_xlsx_read_strings(struct cs_xlsx *xlsx, cs_text part);
bool cs_xlsx_read_styles(struct cs_xlsx *xlsx, cs_text part);

/* Appends a run to the current text: _x000D_ and the like decoded, line ends turned into LF, control characters that
 * no sheet can show removed. */
void cs_xlsx_add_run(struct cs_xlsx *xlsx, cs_text run);

/* Takes the current text and begins a new one. False if it is more than a cell can hold. */
bool cs_xlsx_take_text(struct cs_xlsx *xlsx, cs_text *text);

/* Reads a worksheet into the last sheet of the grid. False after reporting. */
bool cs_xlsx_read_sheet(struct cs_xlsx *xlsx, cs_text part);

/* Reads the comments and threads of a worksheet's part. */
void cs_xlsx_read_comments(struct cs_xlsx *xlsx, struct cs_grid_sheet *sheet, cs_text part);

/* Resolves the drop-down lists, once all sheets are read: literal words, a range, or a name. A list given by a
 * computed formula, or too long to choose from, is dropped. */
void cs_xlsx_resolve_lists(struct cs_xlsx *xlsx);

/* Keeps the names of single ranges, for lookups of cells by name. */
void cs_xlsx_keep_names(struct cs_xlsx *xlsx);

/* The index of the first cell of a range, at or after an index; UINT32_MAX if there is none, or once a number of
 * steps, which all ranges share, is exceeded. */
uint32_t cs_xlsx_next_cell(struct cs_xlsx *xlsx, const struct cs_grid_sheet *sheet, const struct cs_grid_merge *range,
                           uint32_t index);

#endif
