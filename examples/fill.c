/* Writes the answers of a profile into a customer's workbook with libchecksheet, and prints what is left.
 *
 *     cc fill.c $(pkg-config --cflags --libs checksheet) -o fill
 *     ./fill form.xlsx profile.yaml form.filled.xlsx */
#include <checksheet.h>
#include <stdio.h>

/* The slots of the form: where its answers go, as an import finds them. NULL: it asks another catalog. */
static struct cs_slots *slots_of(struct cs_job *job, const struct cs_grid *grid, const struct cs_answers *answers)
{
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    struct cs_import_options options = {.catalog = answers->catalog};
    if (cs_import(job, grid, &options, &imported, fits) != CS_IMPORTED)
        return NULL;
    struct cs_slots *slots = cs_import_slots(job, grid, &imported);
    if (cs_slots_have_doubts(slots))
        cs_slots_agree(job, slots, cs_builtin_thesaurus(job));
    return slots;
}

/* Fills the form and holds what was made against the plan; false where something is wrong. */
static bool fill(struct cs_job *job, const struct cs_grid *grid, const struct cs_profile *profile, struct cs_buf *out)
{
    cs_text cell;
    const struct cs_answers *all = &profile->sheets[0];
    struct cs_slots *slots = slots_of(job, grid, all);
    struct cs_fill_options options = {.language = profile->language, .audience = CS_PUBLIC, .all = all};
    struct cs_fill_plan *plan =
        slots ? cs_fill_plan(job, grid, slots, profile, cs_answers_for_audience(job, all, CS_PUBLIC), &options) : NULL;
    if (!plan || !cs_fill_write(job, plan, out))
        return false;
    const struct cs_grid *made = cs_read_xlsx(job, cs_source_add(job, cs_text_of("filled"), cs_buf_text(out)));
    if (!made || !cs_fill_verify(job, plan, made, &cell))
        return false;
    cs_fill_report(job, plan);
    printf("filled %u of %u\n", (unsigned)plan->filled, (unsigned)plan->question_count);
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    struct cs_job *job = cs_job_new(&(struct cs_job_options){.language = CS_EN});
    if (!job)
        return 3;

    struct cs_buf out = {0}, report = {0};
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    const struct cs_source *form = cs_source_read(job, argv[1]), *source = cs_source_read(job, argv[2]);
    const struct cs_profile *profile = source ? cs_load_profile(job, source, &catalogs) : NULL;
    const struct cs_grid *grid = form && profile ? cs_read_xlsx(job, form) : NULL;
    bool done = grid && fill(job, grid, profile, &out);

    FILE *file = done ? fopen(argv[3], "wb") : NULL;
    done = file && fwrite(out.bytes, 1, out.size, file) == out.size;
    done = file && fclose(file) == 0 && done;
    cs_report_write(job, form, &(struct cs_report_options){.brief = true}, &report);
    if (report.size)
        fwrite(report.bytes, 1, report.size, stdout);

    cs_buf_free(&out);
    cs_buf_free(&report);
    cs_job_free(job);
    return done ? 0 : 1;
}
