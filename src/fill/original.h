/* The customer's workbook, opened once more for what a grid does not keep: parts and their bytes, formulas, protection,
 * tables, names. */
#ifndef FILL_ORIGINAL_H
#define FILL_ORIGINAL_H

#include "checksheet/sheet.h"
#include "fill/cells.h"
#include "package/package.h"

/* A table: its first and last row may be other than data. */
struct cs_original_table {
    cs_text name;
    struct cs_grid_merge range;
    bool has_header, has_totals;
};

/* A formula, with its text in full. */
struct cs_original_formula {
    uint32_t row, column;
    enum cs_cells_formula kind;
    cs_text text;               /* empty for a cell that only follows a shared one */
    uint32_t group;             /* of shared ones: their number in the sheet */
    struct cs_grid_merge range; /* of an array or data table: the cells it fills; else the cell */
};

/* The style of a cell, or, with column CS_NO_COLUMN, of the rest of its row. */
struct cs_original_style {
    uint32_t row, column, style;
};

struct cs_original_row {
    uint32_t row;
    double height; /* in points */
    bool is_fixed; /* set by hand */
};

/* A worksheet, in the order of the grid's. */
struct cs_original_sheet {
    cs_text name, part;
    uint64_t entry;
    cs_text bytes; /* of the part, unpacked */
    enum cs_cells_end end;
    struct cs_cells_frame frame;
    struct cs_original_formula *formulas; /* by row, then by column */
    uint32_t formula_count, formula_room;
    uint32_t filling_count;           /* those of arrays and data tables */
    struct cs_original_style *styles; /* by row, then by column; kept where the worksheet is protected */
    uint32_t style_count, style_room;
    struct cs_original_row *rows; /* those that say how high they are, rising */
    uint32_t row_count, row_room;
    struct cs_original_table *tables;
    uint32_t table_count, table_room;
    uint32_t check_boxes; /* form controls to be ticked */
};

/* What a name stands for; the same name may be given to each worksheet. */
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
    bool *unlocked; /* by style of a cell */
    uint32_t style_count, style_room;
    bool is_signed;
};

/* Opens a workbook that has been read as a grid before. False after reporting what is wrong with it. */
bool cs_original_open(struct cs_original *original, struct cs_job *job, const struct cs_source *file);
void cs_original_close(struct cs_original *original);

/* The bytes of a part, or of an entry; the empty text after reporting where it cannot be read. */
cs_text cs_original_bytes(struct cs_original *original, uint64_t entry, cs_text part);

/* The formula that stands in a cell or fills it, or NULL. Takes logarithmic time where there are no array formulas. */
const struct cs_original_formula *cs_original_formula_at(const struct cs_original_sheet *sheet, uint32_t row,
                                                         uint32_t column);

/* True for a cell of a protected worksheet that cannot be edited. */
bool cs_original_is_locked(const struct cs_original *original, const struct cs_original_sheet *sheet, uint32_t row,
                           uint32_t column);

/* True for a cell that a drop-down is for, whether its list can be read or not. */
bool cs_original_has_list(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column);

/* What a row says of its height, or NULL. */
const struct cs_original_row *cs_original_row_at(const struct cs_original_sheet *sheet, uint32_t row);

/* True for a cell of the header or totals row of a table. */
bool cs_original_is_table_frame(const struct cs_original_sheet *sheet, uint32_t row, uint32_t column);

/* The same name, whatever the case of its ASCII letters. */
bool cs_original_is_name(cs_text a, cs_text b);

#endif
