/* Building a sheet. */
#include "checksheet/sheet.h"
#include "base/job.h"

struct cs_sheet *cs_sheet_new(struct cs_job *job, enum cs_language language)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    sheet->language = language;
    return sheet;
}

uint32_t cs_sheet_column(const struct cs_sheet *sheet, enum cs_role role)
{
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].role == role)
            return i;
    return CS_NO_COLUMN;
}

struct cs_runs cs_row_runs(const struct cs_row *row, uint32_t column)
{
    return row->past && row->past->runs ? row->past->runs[column] : (struct cs_runs){NULL, 0};
}

struct cs_row *cs_sheet_add_row(struct cs_job *job, struct cs_sheet *sheet, enum cs_row_kind kind, uint32_t cells)
{
    sheet->rows = cs_grow(&job->arena, sheet->rows, sheet->row_count, &sheet->row_room, sizeof *sheet->rows);
    struct cs_row *row = &sheet->rows[sheet->row_count++];
    row->kind = kind;
    row->cell_count = cells;
    row->cells = cs_alloc_array(&job->arena, cells, sizeof *row->cells);
    return row;
}

void cs_sheet_add_note(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text)
{
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_NOTE, 2);
    row->cells[0].text = label;
    row->cells[1].text = text;
}

void cs_sheet_add_fact(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text)
{
    if (text.size)
        cs_sheet_add_note(job, sheet, label, text);
}

void cs_sheet_set_columns(struct cs_job *job, struct cs_sheet *sheet, const enum cs_role *roles, uint32_t count)
{
    sheet->columns = cs_alloc_array(&job->arena, count, sizeof *sheet->columns);
    sheet->column_count = count;
    for (uint32_t i = 0; i < count; i++)
        sheet->columns[i] = (struct cs_column){
            .role = roles[i], .title = cs_role_title(roles[i], sheet->language), .width = cs_role_width(roles[i])};
}

void cs_sheet_add_header(struct cs_job *job, struct cs_sheet *sheet)
{
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_HEADER, sheet->column_count);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        row->cells[i].text = sheet->columns[i].title;
}
