/* The customer's workbook, opened a second time for what a grid does not keep: parts and their bytes, formulas,
 * protection, tables, defined names. */
#ifndef FILL_ORIGINAL_H
#define FILL_ORIGINAL_H

#include "checksheet/sheet.h"
#include "fill/book/cells.h"
#include "package/package.h"

/* A table; its first and last row may be header and totals. */
struct cs_original_table {
    cs_text name;
    struct cs_grid_merge range;
    bool has_header, has_totals;
};

/* A formula with its full text. */
struct cs_original_formula {
    uint32_t row, column;
    enum cs_cells_formula kind;
    cs_text text;               /* empty for a cell that follows a shared formula */
    uint32_t group;             /* index of a shared formula in the sheet */
    struct cs_grid_merge range; /* for an array formula or data table the cells it fills; else the cell */
};

/* A worksheet, in the order of the grid. */
struct cs_original_sheet {
    cs_text name, part;
    uint64_t entry;
    cs_text bytes; /* of the part, uncompressed */
    enum cs_cells_end end;
    struct cs_cells_frame frame;
    struct cs_original_formula *formulas; /* by row, then by column */
    uint32_t formula_count, formula_room;
    uint32_t filling_count; /* number of array formulas and data tables */
    struct cs_original_table *tables;
    uint32_t table_count, table_room;
    uint32_t check_boxes; /* form controls that are check boxes */
};

/* A defined name and its definition; each worksheet may have one of the same name. */
struct cs_original_name {
    cs_text name, formula;
};

struct cs_original {
    struct cs_job *job;
    struct cs_package package;
    cs_text workbook; /* name of its part */
    uint64_t workbook_entry;
    cs_text workbook_bytes;
    struct cs_original_sheet *sheets;
    uint32_t sheet_count, sheet_room;
    struct cs_original_name *names;
    uint32_t name_count, name_room;
    bool *unlocked; /* by cell style */
    uint32_t style_count, style_room;
    bool is_signed;
};

/* Opens a workbook that has been read as a grid before. False after reporting an error. */
bool cs_original_open(struct cs_original *original, struct cs_job *job, const struct cs_source *file);
void cs_original_close(struct cs_original *original);

/* The bytes of the shared strings of a workbook that was opened before; empty if it has none. */
cs_text cs_original_strings(struct cs_job *job, const struct cs_original *original, const struct cs_source *file);

/* The formula in a cell, or the one that fills it; NULL if there is none. Takes logarithmic time unless there are
 * array formulas. */
const struct cs_original_formula *cs_original_formula_at(const struct cs_original_sheet *sheet, uint32_t row,
                                                         uint32_t column);

/* True for a cell of a protected worksheet that cannot be edited. */
bool cs_original_is_locked(const struct cs_original *original, const struct cs_original_sheet *sheet, uint32_t row,
                           uint32_t column);

/* True if a cell has a drop-down, even if its list cannot be read. */
bool cs_original_has_list(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column);

/* The height of a row in points, 0 if it has none of its own; and whether it was set by hand. */
double cs_original_height(const struct cs_original_sheet *sheet, uint32_t row);
bool cs_original_has_fixed_height(const struct cs_original_sheet *sheet, uint32_t row);

/* True for a cell of the header or totals row of a table. */
bool cs_original_is_table_frame(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column);

/* True if two names are equal, ignoring the case of ASCII letters. */
bool cs_original_is_name(cs_text a, cs_text b);

#endif
