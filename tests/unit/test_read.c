/* Which reader a file gets: by its first bytes, by what it is called, by what it holds. */
#include "support.h"
#include "checksheet/rules.h"

static enum cs_grid_format format_of(struct cs_job *job, const char *path, const char *bytes)
{
    const struct cs_grid *grid = cs_read_grid(job, source_of(job, path, cs_text_of(bytes)));
    assert_non_null(grid);
    return grid->format;
}

static void names_and_contents(void **state)
{
    struct cs_job *job = *state;
    static const char table[] = "# t\n\n| a | b |\n|---|:-:|\n| c | d |\n", in_cell[] = "1,\"| a |\n|---|\n\"\n";
    assert_int_equal(format_of(job, "a.md", table), CS_GRID_MARKDOWN);
    assert_int_equal(format_of(job, "-", table), CS_GRID_MARKDOWN);
    assert_int_equal(format_of(job, "a.csv", "a,b\n"), CS_GRID_CSV);
    assert_int_equal(format_of(job, "-", "a,b\n"), CS_GRID_CSV);
    assert_int_equal(format_of(job, "a.csv", in_cell), CS_GRID_CSV);
    assert_int_equal(format_of(job, "a.txt", "1 | a\n2 | b\n"), CS_GRID_CSV);
    assert_no_findings(job);
}

/* A name that promises a table is held to it, and a workbook is one whatever it is called. */
static void broken_promises(void **state)
{
    struct cs_job *job = *state;
    assert_null(cs_read_grid(job, source_of(job, "a.md", CS_TEXT("| a |\n| b |\n"))));
    assert_int_equal(count_rule(job, CS_RULE_NOT_A_TABLE), 1);
    assert_null(cs_read_grid(job, source_of(job, "a.csv", CS_TEXT("PK\003\004"))));
    assert_int_equal(count_rule(job, CS_RULE_UNREADABLE_WORKBOOK), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(names_and_contents),
        job_test(broken_promises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
