/* Any bytes at all as a CSV file; and what was read, written again and read again, is the same.
 *
 *     make fuzz FUZZERS=csv
 *     tests/unit/test_corpus_csv.c runs the corpus through the same function, without a fuzzer. */
#include "grids.h"

static void add_field(struct cs_buf *out, cs_text text)
{
    cs_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] == '"')
            cs_buf_add_byte(out, '"');
        cs_buf_add_byte(out, text.bytes[i]);
    }
    cs_buf_add_byte(out, '"');
}

/* True when the grid could be taken for ISO-2022-JP without the mark that it came with. */
static bool has_escape(const struct cs_grid_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        if (memchr(sheet->cells[i].text.bytes, 0x1b, sheet->cells[i].text.size))
            return true;
    return false;
}

/* The grid as plain CSV, each field in quotes, with a delimiter that is told. */
static void write_again(const struct cs_grid_sheet *sheet, struct cs_buf *out)
{
    uint32_t row = 0, column = 0;
    cs_buf_add(out, CS_TEXT("sep=,\n"));
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        if (row < cell->row)
            column = 0;
        cs_buf_add_repeat(out, '\n', cell->row - row);
        cs_buf_add_repeat(out, ',', cell->column - column);
        add_field(out, cell->text);
        row = cell->row;
        column = cell->column;
    }
    cs_buf_add_byte(out, '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options options = {.language = CS_EN};
    struct cs_job *job = cs_job_new(&options);
    const struct cs_grid *grid =
        cs_read_csv(job, cs_source_add(job, CS_TEXT("a.csv"), (cs_text){(const char *)data, size}));
    hold_grid(job, grid);
    if (grid && !has_escape(&grid->sheets[0])) {
        struct cs_buf out = {0};
        write_again(&grid->sheets[0], &out);
        const struct cs_source *again = cs_source_add(job, CS_TEXT("b.csv"), cs_buf_text(&out));
        hold_same(grid, cs_read_csv(job, again));
        cs_buf_free(&out);
    }
    cs_job_free(job);
    return 0;
}
