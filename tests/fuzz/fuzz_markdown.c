/* Any bytes at all as a Markdown file; and what its cells say, escaped as the emitter does it and read again, is the
 * same.
 *
 *     make fuzz FUZZERS=markdown
 *     tests/unit/test_corpus_markdown.c runs the corpus through the same function, without a fuzzer. */
#include "grids.h"

#include "base/job.h"
#include "base/escape.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* A table with one cell in a line: only those without blanks at their ends, which Markdown does not keep. Its title is not
 * ASCII, so that escape sequences in the others do not make another encoding of it. */
static void write_again(struct cs_job *job, const struct cs_grid_sheet *sheet, struct cs_buf *out, struct cs_grid *kept)
{
    struct cs_grid_sheet *same = cs_grid_add_sheet(job, kept, (cs_text){0});
    cs_buf_add(out, CS_TEXT("| 問 |\n|---|\n"));
    cs_grid_add_cell(job, same, 0, 0, CS_TEXT("問"));
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        cs_text text = sheet->cells[i].text;
        if (is_blank(text.bytes[0]) || is_blank(text.bytes[text.size - 1]))
            continue;
        cs_buf_add(out, CS_TEXT("| "));
        cs_escape_markdown(out, text, false);
        cs_buf_add(out, CS_TEXT(" |\n"));
        cs_grid_add_cell(job, same, same->row_count, 0, text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options options = {.language = CS_EN};
    struct cs_job *job = cs_job_new(&options);
    const struct cs_grid *grid =
        cs_read_markdown(job, cs_source_add(job, CS_TEXT("a.md"), (cs_text){(const char *)data, size}));
    hold_grid(job, grid);
    if (grid) {
        struct cs_buf out = {0};
        struct cs_grid *kept = cs_grid_new(job, CS_GRID_MARKDOWN, grid->file);
        write_again(job, &grid->sheets[0], &out, kept);
        const struct cs_source *again = cs_source_add(job, CS_TEXT("b.md"), cs_buf_text(&out));
        hold_same(kept, cs_read_markdown(job, again));
        cs_buf_free(&out);
    }
    cs_job_free(job);
    return 0;
}
