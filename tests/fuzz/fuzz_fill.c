/* Any bytes at all as a workbook, into which a few cells are written: what was written reads back, every other cell reads
 * as before, and every other entry of the archive has the same bytes. The bytes are taken as in fuzz_xlsx.c.
 *
 *     make fuzz FUZZERS=fill
 *     tests/unit/test_corpus_fill.c runs the corpus of fuzz_xlsx.c, and more, through the same function. */
#include "checksheet/text.h"

static void fill_workbook(cs_text bytes);
#define TRY_WORKBOOK fill_workbook
#include "fuzz_xlsx.c"

#include "checksheet/fill.h"
#include "fill/book/original.h"
#include "fill/book/proof.h"
#include "package/rezip.h"

enum { MOST_CELLS = 4 };

static const cs_text written[] = {CS_LITERAL("a & <b> _x000D_\n書く"), CS_LITERAL(" "), CS_LITERAL("○"),
                                  CS_LITERAL("=1+1")};

/* The cells that are written on a worksheet: some that are there, some that are not. */
struct wanted {
    struct cs_splice_cell cells[MOST_CELLS];
    uint32_t count;
};

static void want(struct wanted *wanted, const struct cs_original_sheet *sheet, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i < wanted->count; i++)
        if (wanted->cells[i].row == row && wanted->cells[i].column == column)
            return;
    if (wanted->count == MOST_CELLS || cs_original_formula_at(sheet, row, column))
        return;
    uint32_t at = wanted->count++;
    for (; at && (wanted->cells[at - 1].row > row ||
                  (wanted->cells[at - 1].row == row && wanted->cells[at - 1].column > column));
         at--)
        wanted->cells[at] = wanted->cells[at - 1];
    wanted->cells[at] = (struct cs_splice_cell){
        .row = row, .column = column, .kind = CS_SPLICE_TEXT, .text = written[(row + column) % 4]};
}

/* Changes the first character of a text that is there, or puts one before it, so that runs stay. */
static void change_in_part(struct cs_job *job, const struct cs_grid_sheet *grid, struct cs_splice_cell *cell)
{
    const struct cs_grid_cell *is = cs_grid_at(grid, cell->row, cell->column);
    struct cs_buf text = {0};
    if (!is || is->text.size == 0 || cell->row % 2)
        return;
    cs_text rest = is->text;
    if (cell->column % 3)
        cs_text_next(&rest);
    cs_buf_add(&text, CS_TEXT("■"));
    cs_buf_add(&text, rest);
    if (cs_splice_fault(cs_buf_text(&text)) == CS_TEXT_FITS) {
        cell->before = is->text;
        cell->text = cs_buf_copy(&job->arena, &text);
    }
    cs_buf_free(&text);
}

static void choose(const struct cs_grid_sheet *grid, const struct cs_original_sheet *sheet, uint32_t seed,
                   struct wanted *wanted)
{
    *wanted = (struct wanted){0};
    if (grid->cell_count) {
        const struct cs_grid_cell *cell = &grid->cells[seed % grid->cell_count];
        want(wanted, sheet, cell->row, cell->column);
        if (cell->column + 1 < 16384)
            want(wanted, sheet, cell->row, cell->column + 1);
    }
    want(wanted, sheet, seed % 50, seed / 50 % 20);
    want(wanted, sheet, 1048575, 16383);
}

static cs_text wanted_at(const struct wanted *wanted, const struct cs_grid_cell *cell, cs_text otherwise)
{
    for (uint32_t i = 0; i < wanted->count; i++)
        if (wanted->cells[i].row == cell->row && wanted->cells[i].column == cell->column)
            return wanted->cells[i].text;
    return otherwise;
}

static void hold_sheet_after(const struct cs_grid_sheet *before, const struct cs_grid_sheet *after,
                             const struct wanted *wanted)
{
    for (uint32_t i = 0; i < before->cell_count; i++) {
        const struct cs_grid_cell *was = &before->cells[i], *is = cs_grid_at(after, was->row, was->column);
        HOLD(is || was->text.size == 0);
        HOLD(!is || cs_text_equal(is->text, wanted_at(wanted, was, was->text)));
    }
    for (uint32_t i = 0; i < after->cell_count; i++) {
        const struct cs_grid_cell *is = &after->cells[i], *was = cs_grid_at(before, is->row, is->column);
        HOLD(cs_text_equal(is->text, wanted_at(wanted, is, was ? was->text : (cs_text){0})));
    }
    for (uint32_t i = 0; i < wanted->count; i++)
        HOLD(cs_grid_at(after, wanted->cells[i].row, wanted->cells[i].column));
    HOLD(before->merge_count ==
         after->merge_count); /* lists are not counted: their words may stand in cells written to */
}

/* Writes into the first worksheet that can be written to; then everything is as it should be, or nothing was made. */
static void fill_sheet(struct cs_job *job, const struct cs_grid *grid, const struct cs_original *original,
                       uint32_t index, uint32_t seed)
{
    const struct cs_original_sheet *sheet = &original->sheets[index];
    struct wanted wanted;
    struct cs_buf part = {0}, archive = {0};
    choose(&grid->sheets[index], sheet, seed, &wanted);
    for (uint32_t i = 0; i < wanted.count; i++)
        change_in_part(job, &grid->sheets[index], &wanted.cells[i]);
    const struct cs_cells_frame *frame = sheet->end == CS_CELLS_READ ? &sheet->frame : NULL;
    struct cs_rich_strings shared;
    cs_rich_read(job, cs_original_strings(job, original, grid->file), &shared);
    struct cs_splice splice = {.cells = wanted.cells, .cell_count = wanted.count, .frame = frame, .strings = &shared};
    enum cs_splice_end end = cs_splice(job, sheet->bytes, &splice, &part);
    HOLD((end == CS_SPLICED) == (part.size > 0));
    HOLD(sheet->end != CS_CELLS_READ || end == CS_SPLICED);
    HOLD(end != CS_SPLICED || cs_splice_is_proven(job, sheet->bytes, cs_buf_text(&part), &splice));
    struct cs_rezip_change change = {sheet->entry, cs_buf_text(&part)};
    if (end == CS_SPLICED && cs_rezip(&job->arena, grid->file->bytes, &change, 1, &archive) == CS_REZIPPED) {
        struct cs_rezip_comparison compared =
            cs_rezip_compare(&job->arena, grid->file->bytes, cs_buf_text(&archive), &change, 1);
        HOLD(compared.is_sound && compared.same + 1 >= compared.entries);
        const struct cs_grid *after =
            cs_read_xlsx(job, cs_source_add(job, CS_TEXT("filled.xlsx"), cs_buf_text(&archive)));
        HOLD(after && after->sheet_count == grid->sheet_count);
        for (uint32_t i = 0; i < grid->sheet_count; i++)
            hold_sheet_after(&grid->sheets[i], &after->sheets[i], i == index ? &wanted : &(struct wanted){0});
    }
    cs_buf_free(&part);
    cs_buf_free(&archive);
}

static void fill_workbook(cs_text bytes)
{
    struct cs_job_options options = {.language = CS_EN};
    struct cs_job *job = cs_job_new(&options);
    struct cs_original original;
    uint32_t seed = 2166136261;
    for (size_t i = 0; i < bytes.size; i++)
        seed = (seed ^ (unsigned char)bytes.bytes[i]) * 16777619;
    const struct cs_grid *grid = cs_read_xlsx(job, cs_source_add(job, CS_TEXT("a.xlsx"), bytes));
    if (grid) {
        bool good = cs_original_open(&original, job, grid->file);
        HOLD(good || cs_finding_count(job, CS_ERROR));
        HOLD(!good || original.sheet_count == grid->sheet_count);
        if (good && grid->sheet_count) {
            /* two worksheets may be one part: then both change */
            bool is_one = false;
            uint32_t index = seed % grid->sheet_count;
            for (uint32_t i = 0; i < grid->sheet_count; i++)
                is_one |= i != index && original.sheets[i].entry == original.sheets[index].entry;
            if (!is_one)
                fill_sheet(job, grid, &original, index, seed);
        }
        cs_original_close(&original);
    }
    cs_job_free(job);
}
