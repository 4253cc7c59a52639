/* Any bytes at all as a CSV file, understood as answers to a built-in catalog, to one that is to be found out, and as a
 * catalog of their own; each time every row is one of the kinds that emitters know, with the cells that it promises.
 *
 *     clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_import.c libchecksheet.a ... */
#include "promises.h"

static void hold_sheet(const struct cs_imported *imported)
{
    const struct cs_sheet *sheet = imported->sheet;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        HOLD(row->kind != CS_ROW_ITEM || row->cell_count == sheet->column_count);
        HOLD(row->kind != CS_ROW_NOTE || row->cell_count == 2);
        HOLD(row->state < CS_STATES);
    }
    for (uint32_t i = 0; i < imported->item_count; i++)
        HOLD(sheet->rows[imported->items[i].row].kind == CS_ROW_ITEM);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options job_options = {.language = CS_JA};
    struct cs_job *job = cs_job_new(&job_options);
    struct cs_catalogs finder = cs_builtin_catalogs(job);
    const struct cs_catalog *catalogs[] = {finder.find(finder.context, CS_TEXT("METI"), (cs_text){0}),
                                           finder.find(finder.context, CS_TEXT("MIC"), (cs_text){0})};
    const struct cs_import_options options[] = {{.catalogs = catalogs, .catalog_count = 2, .catalog = catalogs[0]},
                                                {.catalogs = catalogs, .catalog_count = 2, .catalog = catalogs[1]},
                                                {.catalogs = catalogs, .catalog_count = 2},
                                                {.catalogs = catalogs, .catalog_count = 2, .as_catalog = true}};
    const struct cs_source *source = cs_source_add(job, CS_TEXT("a.csv"), (cs_text){(const char *)data, size});
    const struct cs_grid *grid = cs_read_csv(job, source);
    for (size_t i = 0; grid && i < sizeof options / sizeof *options; i++) {
        struct cs_imported imported;
        struct cs_import_fit fits[2];
        if (cs_import(job, grid, &options[i], &imported, fits) == CS_IMPORTED)
            hold_sheet(&imported);
    }
    cs_job_free(job);
    return 0;
}
