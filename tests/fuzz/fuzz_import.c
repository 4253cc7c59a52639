/* Any bytes at all as a CSV file, understood as answers to a catalog, to one that is to be found out, and as a
 * catalog of their own; each time every row is one of the kinds that emitters know, with the cells that it promises.
 *
 *     make fuzz FUZZERS=import */
#include "known.h"

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

/* Two catalogs that share words and numbers, small: an import holds a file against each of their questions. */
static const struct cs_catalog *small(int which)
{
    static const char *const texts[] = {
        "checksheet: catalog/1\nid: A\nlanguage: ja\ntitle: 題\nedition: '1'\nsections:\n  5 方針:\n"
        "    5-1: 情報セキュリティ基本方針を文書にしていますか。\n    5-2: {ask: 方針を定期的に見直していますか。}\n"
        "  6 運用:\n    6-8: {ask: データのバックアップを取得していますか。, guide: 世代と間隔}\n"
        "    6-9: {ask: 稼働率, kind: percent}\n",
        "checksheet: catalog/1\nid: B\nlanguage: ja\ntitle: {ja: 表, en: list}\nedition: '2'\nsections:\n  I:\n"
        "    5.1: {ask: {ja: 情報セキュリティ基本方針がありますか。, en: Is there a policy?}}\n"
        "    46.1: {ask: バックアップの間隔, kind: text}\n    46.2: {ask: 開示先, kind: list}\n"};
    static const struct cs_catalog *loaded[2];
    if (!loaded[which])
        loaded[which] =
            cs_load_catalog(known_job(), cs_source_add(known_job(), CS_TEXT("small.yaml"), cs_text_of(texts[which])));
    HOLD(loaded[which]);
    return loaded[which];
}

/* All ways are tried with the corpus; of what a fuzzer tries one, by its bytes. */
static bool is_turn(const uint8_t *data, size_t size, size_t way)
{
#ifdef EVERY_TURN
    (void)data, (void)size, (void)way;
    return true;
#else
    size_t sum = 0;
    for (size_t i = 0; i < size; i++)
        sum = sum * 31 + data[i];
    return sum % 4 == way;
#endif
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options job_options = {.language = CS_JA};
    struct cs_job *job = cs_job_new(&job_options);
    const struct cs_catalog *catalogs[] = {small(0), small(1)};
    const struct cs_import_options options[] = {{.catalogs = catalogs, .catalog_count = 2, .catalog = catalogs[0]},
                                                {.catalogs = catalogs, .catalog_count = 2, .catalog = catalogs[1]},
                                                {.catalogs = catalogs, .catalog_count = 2},
                                                {.catalogs = catalogs, .catalog_count = 2, .as_catalog = true}};
    const struct cs_source *source = cs_source_add(job, CS_TEXT("a.csv"), (cs_text){(const char *)data, size});
    const struct cs_grid *grid = cs_read_csv(job, source);
    for (size_t i = 0; grid && i < sizeof options / sizeof *options; i++) {
        if (!is_turn(data, size, i))
            continue;
        struct cs_imported imported;
        struct cs_import_fit fits[2];
        if (cs_import(job, grid, &options[i], &imported, fits) == CS_IMPORTED)
            hold_sheet(&imported);
    }
    cs_job_free(job);
    return 0;
}
