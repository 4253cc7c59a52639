/* The files of tests/import, read: what is found in each is what the files beside it say, in both languages; what is in
 * it is in NAME.cells, where there is one. And the examples of `checksheet explain` that are tables keep their word.
 *
 *     UPDATE=1 build/tests/unit/test_read_cases    writes the expected files anew; read the diff before you commit */
#include "support.h"
#include "checksheet/rules.h"

#include <dirent.h>

static const char *const directory = "tests/import";

static bool is_markdown(cs_text name)
{
    return cs_text_ends(name, CS_TEXT(".md"));
}

static const struct cs_grid *read_source(struct cs_job *job, const struct cs_source *source)
{
    if (cs_text_ends(source->path, CS_TEXT(".xlsx")))
        return cs_read_xlsx(job, source);
    return is_markdown(source->path) ? cs_read_markdown(job, source) : cs_read_csv(job, source);
}

/* The file under its bare name, as reports are to show it. */
static const struct cs_source *input(struct cs_job *job, const char *name)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    const struct cs_source *source = cs_source_read(job, path);
    assert_non_null(source);
    return cs_source_add(job, cs_text_of(name), source->bytes);
}

static void write_file(const char *path, cs_text text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(text.bytes, 1, text.size, file);
    assert_int_equal(fclose(file), 0);
}

/* Holds the text against an expected file; what is empty needs none. */
static void hold(const char *name, const char *suffix, cs_text actual)
{
    char path[512];
    const char *why;
    struct cs_job *job = new_job(CS_JA);
    snprintf(path, sizeof path, "%s/%s.%s", directory, name, suffix);
    if (getenv("UPDATE") && actual.size)
        write_file(path, actual);
    const struct cs_source *expected = cs_source_try(job, path, &why);
    cs_text bytes = expected ? expected->bytes : (cs_text){NULL, 0};
    if (!cs_text_equal(bytes, actual))
        fail_msg("%s is\n%.*s, but ought to be\n%.*s", path, (int)actual.size, actual.bytes, (int)bytes.size,
                 bytes.bytes);
    cs_job_free(job);
}

static void hold_report(const char *name, enum cs_language language)
{
    struct cs_report_options options = {.ambiguous = 1, .columns = 100};
    struct cs_job *job = new_job(language);
    struct cs_buf out = {0};
    read_source(job, input(job, name));
    cs_report_write(job, NULL, &options, &out);
    hold(name, language == CS_JA ? "ja.report" : "en.report", count_findings(job) ? cs_buf_text(&out) : (cs_text){0});
    cs_buf_free(&out);
    cs_job_free(job);
}

static void add_range(struct cs_job *job, struct cs_buf *out, const char *word, const struct cs_grid_merge *range)
{
    cs_buf_add(out, cs_text_of(word));
    cs_buf_add(out, cs_grid_address(job, range->row, range->column));
    cs_buf_add_byte(out, ':');
    cs_buf_add(out, cs_grid_address(job, range->last_row, range->last_column));
}

/* What only workbooks have: the name of a sheet, and what stands around its cells. */
static void add_environment(struct cs_job *job, struct cs_buf *out, const struct cs_grid_sheet *sheet)
{
    cs_buf_add(out, CS_TEXT("# "));
    cs_buf_add(out, sheet->name);
    cs_buf_add(out, sheet->hidden ? CS_TEXT(" (hidden)\n") : CS_TEXT("\n"));
    for (uint32_t i = 0; i < sheet->hidden_row_count; i++)
        cs_buf_print(out, "# row %u is hidden\n", sheet->hidden_rows[i] + 1);
    for (uint32_t i = 0; i < sheet->hidden_column_count; i++)
        cs_buf_print(out, "# column %u is hidden\n", sheet->hidden_columns[i] + 1);
    for (uint32_t i = 0; i < sheet->merge_count; i++) {
        add_range(job, out, "# one cell: ", &sheet->merges[i]);
        cs_buf_add_byte(out, '\n');
    }
    for (uint32_t i = 0; i < sheet->choice_count; i++) {
        add_range(job, out, "# a list: ", &sheet->choices[i].range);
        for (uint32_t c = 0; c < sheet->choices[i].count; c++) {
            cs_buf_add_byte(out, ' ');
            cs_buf_add(out, sheet->choices[i].texts[c]);
        }
        cs_buf_add_byte(out, '\n');
    }
    for (uint32_t i = 0; i < sheet->comment_count; i++) {
        cs_buf_add(out, CS_TEXT("# a comment: "));
        cs_buf_add(out, cs_grid_address(job, sheet->comments[i].row, sheet->comments[i].column));
        cs_buf_add(out, sheet->comments[i].is_thread ? CS_TEXT(" (thread) ") : CS_TEXT(" "));
        cs_buf_add(out, sheet->comments[i].text);
        cs_buf_add_byte(out, '\n');
    }
    for (uint32_t i = 0; i < sheet->prompt_count; i++) {
        add_range(job, out, "# a prompt: ", &sheet->prompts[i].range);
        cs_buf_add_byte(out, ' ');
        cs_buf_add(out, sheet->prompts[i].text);
        cs_buf_add_byte(out, '\n');
    }
}

/* A line a cell: its address, its text, the address behind it. */
static void add_cells(struct cs_job *job, struct cs_buf *out, const struct cs_grid_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        cs_buf_add(out, cs_grid_address(job, cell->row, cell->column));
        cs_buf_add_byte(out, ' ');
        for (size_t b = 0; b < cell->text.size; b++)
            if (cell->text.bytes[b] == '\n')
                cs_buf_add(out, CS_TEXT("\n    "));
            else
                cs_buf_add_byte(out, cell->text.bytes[b]);
        cs_buf_add(out, cell->link.size ? CS_TEXT(" -> ") : CS_TEXT(""));
        cs_buf_add(out, cell->link);
        cs_buf_add_byte(out, '\n');
    }
}

static void hold_cells(const char *name)
{
    struct cs_job *job = new_job(CS_JA);
    struct cs_buf out = {0};
    const struct cs_grid *grid = read_source(job, input(job, name));
    for (uint32_t i = 0; grid && i < grid->sheet_count; i++) {
        if (grid->format == CS_GRID_XLSX)
            add_environment(job, &out, &grid->sheets[i]);
        if (grid->format == CS_GRID_MARKDOWN && i > 0)
            cs_buf_print(&out, "# %.*s\n", (int)grid->sheets[i].name.size, grid->sheets[i].name.bytes);
        add_cells(job, &out, &grid->sheets[i]);
    }
    hold(name, "cells", cs_buf_text(&out));
    cs_buf_free(&out);
    cs_job_free(job);
}

static bool is_input(const char *name)
{
    static const char *const suffixes[] = {".csv", ".tsv", ".md", ".txt", ".xlsx"};
    cs_text text = cs_text_of(name);
    for (size_t i = 0; i < COUNT(suffixes); i++)
        if (cs_text_ends(text, cs_text_of(suffixes[i])) && !cs_text_equal(text, CS_TEXT("README.md")))
            return true;
    return false;
}

static void every_file(void **state)
{
    (void)state;
    DIR *files = opendir(directory);
    int count = 0;
    assert_non_null(files);
    for (struct dirent *file; (file = readdir(files));) {
        if (!is_input(file->d_name))
            continue;
        hold_report(file->d_name, CS_JA);
        hold_report(file->d_name, CS_EN);
        hold_cells(file->d_name);
        count++;
    }
    closedir(files);
    assert_true(count >= 16);
}

/* The examples in explain.def, of rules about tables. */
static const struct {
    cs_rule rule;
    const char *examples[4]; /* bad in Japanese and English, good in both */
} explained[] = {
#define CS_EXPLAIN(rule, why_ja, why_en, bad_ja, bad_en, good_ja, good_en)                                             \
    {CS_RULE_##rule, {bad_ja, bad_en, good_ja, good_en}},
#include "../../src/cmd/explain.def"
#undef CS_EXPLAIN
};

static void hold_example(cs_rule rule, const char *example, bool is_bad)
{
    struct cs_job *job = new_job(CS_EN);
    const char *name = example[0] == '|' ? "example.md" : "example.csv";
    const struct cs_grid *grid = read_source(job, source_of(job, name, cs_text_of(example)));
    if (count_rule(job, rule) != is_bad)
        fail_msg("[%s] is%s raised by\n%s", shown(cs_rule_slug(rule)), is_bad ? " not" : "", example);
    if (!is_bad)
        assert_non_null(grid);
    cs_job_free(job);
}

static void examples_keep_their_word(void **state)
{
    (void)state;
    static const cs_rule tables[] = {CS_RULE_NOT_A_TABLE, CS_RULE_UNCLOSED_QUOTE, CS_RULE_STRAY_QUOTE,
                                     CS_RULE_LOST_CHARACTER, CS_RULE_TABLE_SHAPE};
    int count = 0;
    for (size_t i = 0; i < COUNT(explained); i++)
        for (size_t t = 0; t < COUNT(tables); t++)
            for (int e = 0; explained[i].rule == tables[t] && e < 4; e++, count++)
                hold_example(tables[t], explained[i].examples[e], e < 2);
    assert_int_equal(count, 4 * COUNT(tables));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file),
        cmocka_unit_test(examples_keep_their_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
