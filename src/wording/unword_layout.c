/* Which of a catalog's layouts a sheet has. */
#include "wording/unword_parts.h"

/* True for a column that a finished sheet lacks if it would be empty. */
static bool may_be_missing(enum cs_role role)
{
    return role == CS_ROLE_ANSWER || role == CS_ROLE_EVIDENCE || role == CS_ROLE_REVIEWED || role == CS_ROLE_OWNER;
}

/* True for a column that a sheet may have in addition to its layout: the owner's, and those of every import. */
static bool may_be_more(enum cs_role role)
{
    return role == CS_ROLE_OWNER || role == CS_ROLE_NUMBER || role == CS_ROLE_QUESTION || role == CS_ROLE_REMARK;
}

static bool is_column(const struct cs_layout *layout, uint32_t i, const struct cs_column *column)
{
    for (int language = 0; language < CS_LANGUAGES && layout->columns[i] == column->role; language++) {
        cs_text own = cs_words_in(&layout->titles[i], (enum cs_language)language);
        if (cs_text_equal(column->title, own.size ? own : cs_role_title(column->role, (enum cs_language)language)))
            return true;
    }
    return false;
}

/* True if the sheet has the layout's columns under their titles, in any order. */
static bool is_laid_out(const struct cs_sheet *sheet, const struct cs_layout *layout)
{
    for (uint32_t i = 0; i < layout->column_count; i++) {
        uint32_t column = cs_sheet_column(sheet, layout->columns[i]);
        if (column == CS_NO_COLUMN ? !may_be_missing(layout->columns[i])
                                   : !is_column(layout, i, &sheet->columns[column]))
            return false;
    }
    for (uint32_t column = 0; column < sheet->column_count; column++) {
        uint32_t i = 0;
        while (i < layout->column_count && layout->columns[i] != sheet->columns[column].role)
            i++;
        if (i == layout->column_count && !may_be_more(sheet->columns[column].role))
            return false;
    }
    return true;
}

/* How many answers begin with a sign that a layout has, or its catalog if it has none of its own. */
static uint32_t count_signs(const struct cs_sheet *sheet, const struct cs_layout *layout)
{
    uint32_t count = 0, column = cs_sheet_column(sheet, CS_ROLE_ANSWER);
    bool has_own = layout->mark_count > 0;
    const struct cs_mark *marks = has_own ? layout->marks : sheet->catalog->marks;
    uint32_t mark_count = has_own ? layout->mark_count : sheet->catalog->mark_count;
    for (uint32_t i = 0; i < sheet->row_count && column != CS_NO_COLUMN; i++)
        for (uint32_t k = 0; k < mark_count && sheet->rows[i].kind == CS_ROW_ITEM; k++)
            count += marks[k].sign.size && cs_text_starts(sheet->rows[i].cells[column].text, marks[k].sign);
    return count;
}

/* Of several layouts with these columns, the one whose signs the answers have. */
const struct cs_layout *cs_layout_of_sheet(const struct cs_sheet *sheet)
{
    const struct cs_catalog *catalog = sheet->catalog;
    const struct cs_layout *found = NULL;
    if (catalog && sheet->layout.size)
        return cs_catalog_layout(catalog, sheet->layout);
    for (uint32_t i = 0; catalog && i < catalog->layout_count; i++) {
        const struct cs_layout *layout = &catalog->layouts[i];
        if (is_laid_out(sheet, layout) && (!found || count_signs(sheet, layout) > count_signs(sheet, found)))
            found = layout;
    }
    return found;
}
