/* Any bytes at all as the form of a sheet: what is loaded is written, and the same when it is loaded again; an import
 * takes it, whatever it says.
 *
 *     make fuzz FUZZERS=form */
#include "known.h"

static const char answered[] =
    "番号,質問,回答,備考,社内\n1-1,方針がありますか。,○,あります。,\n1-2,見直していますか。,×,,x\n";

static void hold_same_form(const struct cs_form *a, const struct cs_form *b)
{
    HOLD(b && a->part_count == b->part_count && cs_text_equal(a->catalog, b->catalog));
    for (uint32_t i = 0; i < a->part_count; i++) {
        const struct cs_form_part *x = &a->parts[i], *y = &b->parts[i];
        HOLD(cs_text_equal(x->worksheet, y->worksheet) && x->header == y->header && x->column_count == y->column_count);
        for (uint32_t k = 0; k < x->column_count; k++)
            HOLD(x->columns[k].column == y->columns[k].column && x->columns[k].role == y->columns[k].role);
    }
}

static void use_form(struct cs_job *job, const struct cs_form *form)
{
    struct cs_buf written = {0};
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    const struct cs_catalog *catalogs[] = {known_catalog("METI")};
    struct cs_import_options options = {.catalogs = catalogs, .catalog_count = 1, .catalog = catalogs[0], .form = form};
    cs_form_write(form, &written);
    hold_same_form(form, cs_load_form(job, cs_source_add(job, CS_TEXT("b.yaml"), cs_buf_text(&written))));
    const struct cs_source *source = cs_source_add(job, CS_TEXT("a.csv"), cs_text_of(answered));
    cs_import(job, cs_read_csv(job, source), &options, &imported, fits);
    cs_buf_free(&written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options options = {.language = CS_EN};
    struct cs_job *job = cs_job_new(&options);
    const struct cs_form *form =
        cs_load_form(job, cs_source_add(job, CS_TEXT("a.yaml"), (cs_text){(const char *)data, size}));
    HOLD(form || cs_finding_count(job, CS_ERROR));
    hold_findings(job);
    if (form)
        use_form(job, form);
    cs_job_free(job);
    return 0;
}
