/* Writing a plan into the file, and verifying the result against the plan. See fill.h. */
#include "fill/csv.h"
#include "fill/plan.h"
#include "fill/book/proof.h"
#include "fill/book/recalc.h"
#include "package/rezip.h"
#include "base/messages_fill.h"

#include <assert.h>
#include <stdlib.h>

struct filler {
    struct cs_job *job;
    struct cs_fill_plan *plan;
    const struct cs_original *original;
    struct cs_rezip_change *changes;
    uint32_t change_count;
    struct cs_rich_strings strings; /* empty where no cell changes in part */
};

static bool fail(struct filler *filler, cs_message message, cs_text what)
{
    cs_report(filler->job, message, ((struct cs_span){filler->plan->grid->file, 0, 0}), what)->whole_file = true;
    return false;
}

/* --- a worksheet -------------------------------------------------------------------------------------------------- */

static int compare_cells(const void *left, const void *right)
{
    const struct cs_splice_cell *a = left, *b = right;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind); /* a write sorts before a drop */
}

static struct cs_splice_cell cell_of(const struct cs_fill_cell *cell)
{
    static const enum cs_splice_kind kinds[] = {
        [CS_FILL_TEXT] = CS_SPLICE_TEXT, [CS_FILL_TRUE] = CS_SPLICE_TRUE, [CS_FILL_FALSE] = CS_SPLICE_FALSE};
    cs_text before = cell->keeps_runs ? cell->before : (cs_text){0};
    return (struct cs_splice_cell){cell->row, cell->column, kinds[cell->kind], cell->text, before};
}

/* The cells of a worksheet that are written or lose their cached value, sorted, each place once. */
static uint32_t cells_of(const struct filler *filler, uint32_t worksheet, struct cs_splice_cell *cells)
{
    const struct cs_fill_plan *plan = filler->plan;
    uint32_t count = 0, kept = 0;
    for (uint32_t i = 0; i < plan->cell_count; i++)
        if (plan->cells[i].worksheet == worksheet && plan->cells[i].reason == CS_FILL_DONE && !plan->cells[i].is_same)
            cells[count++] = cell_of(&plan->cells[i]);
    for (uint32_t i = 0; i < plan->total_count; i++)
        if (plan->totals[i].worksheet == worksheet)
            cells[count++] = (struct cs_splice_cell){
                .row = plan->totals[i].row, .column = plan->totals[i].column, .kind = CS_SPLICE_DROP};
    if (count)
        qsort(cells, count, sizeof *cells, compare_cells);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || cells[kept - 1].row != cells[i].row || cells[kept - 1].column != cells[i].column)
            cells[kept++] = cells[i];
    return kept;
}

static int compare_rows(const void *left, const void *right)
{
    const struct cs_splice_row *a = left, *b = right;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->height < b->height) - (a->height > b->height);
}

/* The rows that grow, sorted, each with the greatest height that its cells need. */
static uint32_t rows_of(const struct filler *filler, uint32_t worksheet, struct cs_splice_row *rows)
{
    const struct cs_fill_plan *plan = filler->plan;
    uint32_t count = 0, kept = 0;
    for (uint32_t i = 0; i < plan->cell_count && plan->options.fit_rows; i++) {
        const struct cs_fill_cell *cell = &plan->cells[i];
        if (cell->worksheet != worksheet || cell->reason != CS_FILL_DONE || cell->is_same)
            continue;
        const struct cs_original_sheet *sheet = &filler->original->sheets[worksheet];
        double height = cs_plan_height(filler->job, plan, cell), now = cs_original_height(sheet, cell->row);
        if (height > (now > 0 ? now : sheet->frame.default_height) && !cs_original_has_fixed_height(sheet, cell->row))
            rows[count++] = (struct cs_splice_row){cell->row, height < CS_MOST_HEIGHT ? height : CS_MOST_HEIGHT};
    }
    if (count)
        qsort(rows, count, sizeof *rows, compare_rows);
    for (uint32_t i = 0; i < count; i++)
        if (!kept || rows[kept - 1].row != rows[i].row)
            rows[kept++] = rows[i];
    return kept;
}

static bool report_splice(struct filler *filler, enum cs_splice_end end, cs_text sheet)
{
    static const cs_message messages[] = {[CS_SPLICE_BROKEN] = CS_MESSAGE_FILL_DISORDERED,
                                          [CS_SPLICE_DISORDERED] = CS_MESSAGE_FILL_DISORDERED,
                                          [CS_SPLICE_ENCODING] = CS_MESSAGE_FILL_ENCODING,
                                          [CS_SPLICE_FORMULA] = CS_MESSAGE_FILL_DISORDERED};
    return end == CS_SPLICED || fail(filler, messages[end], sheet);
}

static void add_change(struct filler *filler, uint64_t entry, const struct cs_buf *bytes)
{
    uint32_t at = filler->change_count++;
    for (; at && filler->changes[at - 1].index > entry; at--)
        filler->changes[at] = filler->changes[at - 1];
    filler->changes[at] = (struct cs_rezip_change){entry, cs_buf_copy(&filler->job->arena, bytes)};
}

static bool fill_sheet(struct filler *filler, uint32_t worksheet, struct cs_splice_cell *cells,
                       struct cs_splice_row *rows)
{
    const struct cs_original_sheet *sheet = &filler->original->sheets[worksheet];
    struct cs_splice splice = {.cells = cells,
                               .rows = rows,
                               .frame = sheet->end == CS_CELLS_READ ? &sheet->frame : NULL,
                               .strings = &filler->strings};
    struct cs_buf out = {0};
    splice.cell_count = cells_of(filler, worksheet, cells);
    splice.row_count = rows_of(filler, worksheet, rows);
    if (splice.cell_count == 0)
        return true;
    bool good = report_splice(filler, cs_splice(filler->job, sheet->bytes, &splice, &out), sheet->name);
    if (good && !cs_splice_is_proven(filler->job, sheet->bytes, cs_buf_text(&out), &splice))
        good = fail(filler, CS_MESSAGE_FILL_UNPROVEN, (cs_text){0});
    if (good && !cs_text_equal(cs_buf_text(&out), sheet->bytes)) /* a formula may have had no cached value to drop */
        add_change(filler, sheet->entry, &out);
    cs_buf_free(&out);
    return good;
}

static bool fill_workbook(struct filler *filler)
{
    struct cs_buf out = {0};
    if (filler->plan->total_count == 0)
        return true;
    bool good = cs_recalc(filler->original->workbook_bytes, &out) ||
                fail(filler, CS_MESSAGE_FILL_ENCODING, filler->original->workbook);
    if (good && !cs_text_equal(cs_buf_text(&out), filler->original->workbook_bytes))
        add_change(filler, filler->original->workbook_entry, &out);
    cs_buf_free(&out);
    return good;
}

/* --- the archive -------------------------------------------------------------------------------------------------- */

static bool report_rezip(struct filler *filler, enum cs_rezip_end end)
{
    static const cs_message messages[] = {[CS_REZIP_BROKEN] = CS_MESSAGE_FILL_ARCHIVE,
                                          [CS_REZIP_LARGE] = CS_MESSAGE_FILL_ZIP64,
                                          [CS_REZIP_ENCRYPTED] = CS_MESSAGE_FILL_ARCHIVE,
                                          [CS_REZIP_PARTED] = CS_MESSAGE_FILL_ARCHIVE,
                                          [CS_REZIP_MEMORY] = CS_MESSAGE_FILL_ARCHIVE};
    return end == CS_REZIPPED || fail(filler, messages[end], (cs_text){0});
}

static bool pack(struct filler *filler, struct cs_buf *out)
{
    struct cs_arena *arena = &filler->job->arena;
    cs_text before = filler->plan->grid->file->bytes;
    size_t start = out->size;
    if (!report_rezip(filler, cs_rezip(arena, before, filler->changes, filler->change_count, out)))
        return false;
    struct cs_rezip_comparison compared =
        cs_rezip_compare(arena, before, cs_text_skip(cs_buf_text(out), start), filler->changes, filler->change_count);
    filler->plan->parts = (uint32_t)compared.entries;
    filler->plan->parts_same = (uint32_t)compared.same;
    if (compared.is_sound)
        return true;
    out->size = start;
    return fail(filler, CS_MESSAGE_FILL_UNPROVEN, (cs_text){0});
}

/* Reads the shared strings again, if there are cells whose text changes only in part. */
static void read_strings(struct filler *filler)
{
    const struct cs_fill_plan *plan = filler->plan;
    bool needed = false;
    for (uint32_t i = 0; i < plan->cell_count; i++)
        needed |= plan->cells[i].keeps_runs && plan->cells[i].reason == CS_FILL_DONE;
    if (needed)
        cs_rich_read(filler->job, cs_original_strings(filler->job, filler->original, plan->grid->file),
                     &filler->strings);
}

static bool fill_book(struct filler *filler, struct cs_buf *out)
{
    struct cs_arena *arena = &filler->job->arena;
    const struct cs_fill_plan *plan = filler->plan;
    uint32_t most = plan->cell_count + plan->total_count + 1;
    struct cs_splice_cell *cells = cs_alloc_array(arena, most, sizeof *cells);
    struct cs_splice_row *rows = cs_alloc_array(arena, most, sizeof *rows);
    filler->changes = cs_alloc_array(arena, filler->original->sheet_count + 1u, sizeof *filler->changes);
    read_strings(filler);
    for (uint32_t i = 0; i < filler->original->sheet_count; i++)
        if (!fill_sheet(filler, i, cells, rows))
            return false;
    return fill_workbook(filler) && pack(filler, out);
}

static bool fill_csv(struct filler *filler, struct cs_buf *out)
{
    const struct cs_fill_plan *plan = filler->plan;
    struct cs_splice splice = {0};
    struct cs_splice_cell *cells = cs_alloc_array(&filler->job->arena, plan->cell_count + 1u, sizeof *cells);
    splice.cells = cells;
    splice.cell_count = cells_of(filler, 0, cells);
    return cs_csv_splice(plan->grid, plan->options.file.size ? plan->options.file : plan->grid->file->bytes, &splice,
                         out) ||
           fail(filler, CS_MESSAGE_FILL_UNPROVEN, (cs_text){0});
}

bool cs_fill_write(struct cs_job *job, struct cs_fill_plan *plan, struct cs_buf *out)
{
    struct filler filler = {.job = job, .plan = plan, .original = plan->original};
    if (plan->grid->format == CS_GRID_CSV)
        return fill_csv(&filler, out);
    return plan->original ? fill_book(&filler, out) : fail(&filler, CS_MESSAGE_FILL_FORMAT, (cs_text){0});
}

/* --- verifying ---------------------------------------------------------------------------------------------------- */

/* The writes of a plan, for lookup by place. */
struct expected {
    uint32_t worksheet, row, column;
    bool is_total; /* its value may be anything */
    cs_text text;
};

static int compare_expected(const void *left, const void *right)
{
    const struct expected *a = left, *b = right;
    if (a->worksheet != b->worksheet)
        return a->worksheet < b->worksheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static struct expected *expected_of(struct cs_job *job, const struct cs_fill_plan *plan, uint32_t *count)
{
    struct expected *list = cs_alloc_array(&job->arena, plan->cell_count + plan->total_count + 1u, sizeof *list);
    *count = 0;
    for (uint32_t i = 0; i < plan->cell_count; i++) {
        const struct cs_fill_cell *cell = &plan->cells[i];
        if (cell->reason == CS_FILL_DONE && !cell->is_same)
            list[(*count)++] = (struct expected){cell->worksheet, cell->row, cell->column, false, cell->text};
    }
    for (uint32_t i = 0; i < plan->total_count; i++)
        list[(*count)++] =
            (struct expected){plan->totals[i].worksheet, plan->totals[i].row, plan->totals[i].column, true, {0}};
    if (*count)
        qsort(list, *count, sizeof *list, compare_expected);
    return list;
}

static const struct expected *expected_at(const struct expected *list, uint32_t count, uint32_t worksheet,
                                          const struct cs_grid_cell *cell)
{
    const struct expected wanted = {.worksheet = worksheet, .row = cell->row, .column = cell->column};
    return count ? bsearch(&wanted, list, count, sizeof *list, compare_expected) : NULL;
}

static bool is_before(const struct cs_grid_cell *a, const struct cs_grid_cell *b)
{
    return a->row < b->row || (a->row == b->row && a->column < b->column);
}

/* Takes the next cells of two worksheets: both if they are at the same place; else the one that comes first, and NULL
 * for the other. */
static void take_cells(const struct cs_grid_sheet *old, const struct cs_grid_sheet *new, uint32_t *a, uint32_t *b,
                       const struct cs_grid_cell **was, const struct cs_grid_cell **is)
{
    *was = *a < old->cell_count ? &old->cells[*a] : NULL;
    *is = *b < new->cell_count ? &new->cells[*b] : NULL;
    if (*was && *is && is_before(*was, *is))
        *is = NULL;
    else if (*was && *is && is_before(*is, *was))
        *was = NULL;
    *a += *was != NULL;
    *b += *is != NULL;
}

static bool verify_sheet(const struct cs_fill_plan *plan, const struct cs_grid *after, uint32_t worksheet,
                         const struct expected *list, uint32_t count, const struct cs_grid_cell **wrong)
{
    const struct cs_grid_sheet *old = &plan->grid->sheets[worksheet], *new = &after->sheets[worksheet];
    for (uint32_t a = 0, b = 0; a < old->cell_count || b < new->cell_count;) {
        const struct cs_grid_cell *was, *is;
        take_cells(old, new, &a, &b, &was, &is);
        *wrong = is ? is : was;
        assert(*wrong);
        const struct expected *expected = expected_at(list, count, worksheet, *wrong);
        cs_text wanted = expected ? expected->text : was ? was->text : (cs_text){0};
        bool is_open = expected && expected->is_total;
        if (!is_open && !cs_text_equal(wanted, is ? is->text : (cs_text){0}))
            return false;
    }
    return true;
}

bool cs_fill_verify(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_grid *after, cs_text *cell)
{
    uint32_t count;
    const struct expected *list = expected_of(job, plan, &count);
    *cell = (cs_text){0};
    if (after->sheet_count != plan->grid->sheet_count)
        return false;
    for (uint32_t i = 0; i < after->sheet_count; i++) {
        const struct cs_grid_cell *wrong = NULL;
        if (verify_sheet(plan, after, i, list, count, &wrong))
            continue;
        *cell = cs_grid_address(job, wrong->row, wrong->column);
        return false;
    }
    for (uint32_t i = 0; i < count; i++)
        if (!list[i].is_total && list[i].text.size &&
            !cs_grid_at(&after->sheets[list[i].worksheet], list[i].row, list[i].column)) {
            *cell = cs_grid_address(job, list[i].row, list[i].column);
            return false;
        }
    return true;
}
