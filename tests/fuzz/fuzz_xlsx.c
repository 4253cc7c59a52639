/* Any bytes at all as a workbook. Bytes that begin as an archive does are taken as they are; all others are the parts
 * of one, so that the fuzzer sees XML and not what packing makes of it: first a worksheet, then, behind a line that
 * begins with %%, a part whose name stands in that line.
 *
 *     make fuzz FUZZERS=xlsx
 *     tests/unit/test_corpus_xlsx.c runs the corpus through the same function, without a fuzzer. */
#define ZIPPED_AS ZIP_CM_STORE
#include "../zipped.h"
#include "promises.h"

enum { MOST_PARTS = 16, LONGEST_NAME = 64 };

static void hold_range(const struct cs_grid_merge *range)
{
    HOLD(range->row <= range->last_row && range->last_row < 1048576);
    HOLD(range->column <= range->last_column && range->last_column < 16384);
}

static void hold_cells(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i], *last = i ? cell - 1 : NULL;
        HOLD((cell->text.size == 0) == (cell->form == CS_GRID_UNSOLVED));
        HOLD(cell->row < sheet->row_count && cell->column < sheet->column_count);
        HOLD(!last || last->row < cell->row || (last->row == cell->row && last->column < cell->column));
        HOLD(cs_grid_at(sheet, cell->row, cell->column) == cell);
        hold_text(cell->text, false);
    }
    if (sheet->cell_count) {
        struct cs_span span = cs_grid_span(job, grid, sheet, &sheet->cells[sheet->cell_count - 1]);
        HOLD(span.start <= span.end && span.end <= span.source->bytes.size);
    }
}

static void hold_sheet(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet)
{
    hold_cells(job, grid, sheet);
    for (uint32_t i = 0; i < sheet->merge_count; i++)
        hold_range(&sheet->merges[i]);
    for (uint32_t i = 0; i < sheet->choice_count; i++) {
        hold_range(&sheet->choices[i].range);
        HOLD(sheet->choices[i].count > 0);
        for (uint32_t c = 0; c < sheet->choices[i].count; c++)
            HOLD(sheet->choices[i].texts[c].size > 0);
    }
    for (uint32_t i = 1; i < sheet->hidden_row_count; i++)
        HOLD(sheet->hidden_rows[i - 1] < sheet->hidden_rows[i]);
    for (uint32_t i = 1; i < sheet->hidden_column_count; i++)
        HOLD(sheet->hidden_columns[i - 1] < sheet->hidden_columns[i]);
}

static inline void read_workbook(cs_text bytes)
{
    struct cs_job_options options = {.language = CS_EN};
    struct cs_report_options report = {.ambiguous = 1};
    struct cs_job *job = cs_job_new(&options);
    struct cs_buf out = {0};
    const struct cs_grid *grid = cs_read_xlsx(job, cs_source_add(job, CS_TEXT("a.xlsx"), bytes));
    HOLD(cs_finding_count(job, CS_ERROR) == (grid ? 0 : 1));
    for (uint32_t i = 0; grid && i < grid->sheet_count; i++)
        hold_sheet(job, grid, &grid->sheets[i]);
    for (uint32_t i = 0; grid && i < grid->name_count; i++) {
        HOLD(grid->names[i].sheet < grid->sheet_count);
        hold_range(&grid->names[i].range);
    }
    hold_findings(job);
    cs_report_write(job, NULL, &report, &out);
    hold_text(cs_buf_text(&out), false);
    cs_buf_free(&out);
    cs_job_free(job);
}

/* What is tried with a workbook; fuzz_fill.c writes into it. */
#ifndef TRY_WORKBOOK
#define TRY_WORKBOOK read_workbook
#endif

static const char workbook[] =
    WORKBOOK("<sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"T\" r:id=\"rId4\"/></sheets>"
             "<definedNames><definedName name=\"N\">T!$A$1:$B$3</definedName></definedNames>");
static const char strings[] = STRINGS("<si><t>甲</t></si><si><r><t>乙</t></r><rPh><t>オツ</t></rPh></si>");
static const char styles[] = STYLES("<numFmts><numFmt numFmtId=\"164\" formatCode=\"ggge&quot;年&quot;m\"/></numFmts>"
                                    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                                    "<xf numFmtId=\"10\"/><xf numFmtId=\"46\"/></cellXfs>");
static const char second[] = SHEET("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>");
static const char links[] = RELATIONS("<Relationship Id=\"rId1\" Type=\"hyperlink\" Target=\"https://e.jp/\" "
                                      "TargetMode=\"External\"/>");
static const char relations[] = RELATIONS(
    RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION("rId2", "sharedStrings", "sharedStrings.xml")
        RELATION("rId3", "styles", "styles.xml") RELATION("rId4", "worksheet", "worksheets/sheet2.xml"));
static const char roots[] = RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.xml")
                                          RELATION("rId2", "custom-properties", "docProps/custom.xml"));

static struct part *part_of(struct part *parts, const char *name)
{
    while (parts->name && strcmp(parts->name, name) != 0)
        parts++;
    return parts;
}

/* Takes the next part off the bytes: up to a line %%NAME, whose name is that of the part behind it. */
static cs_text take_part(cs_text *rest, char *name)
{
    ptrdiff_t mark = cs_text_find(*rest, CS_TEXT("\n%%"));
    cs_text part = {rest->bytes, mark < 0 ? rest->size : (size_t)mark};
    *rest = cs_text_skip(*rest, part.size + 3);
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("\n"));
    size_t size = end < 0 ? rest->size : (size_t)end, used = 0;
    for (size_t i = 0; i < size && used < LONGEST_NAME - 1; i++)
        if (rest->bytes[i] > ' ')
            name[used++] = rest->bytes[i];
    name[used] = '\0';
    *rest = cs_text_skip(*rest, size + 1);
    return part;
}

static void read_parts(cs_text all)
{
    struct part parts[MOST_PARTS + 1] = {
        {"xl/worksheets/sheet1.xml", {0}},
        {"xl/workbook.xml", {workbook, sizeof workbook - 1}},
        {"xl/sharedStrings.xml", {strings, sizeof strings - 1}},
        {"xl/styles.xml", {styles, sizeof styles - 1}},
        {"xl/worksheets/sheet2.xml", {second, sizeof second - 1}},
        {"xl/_rels/workbook.xml.rels", {relations, sizeof relations - 1}},
        {"xl/worksheets/_rels/sheet1.xml.rels", {links, sizeof links - 1}},
        {"_rels/.rels", {roots, sizeof roots - 1}},
    };
    char names[2][LONGEST_NAME] = {"xl/worksheets/sheet1.xml"}, kept[MOST_PARTS][LONGEST_NAME];
    struct cs_buf bytes = {0};
    for (int i = 0; i < MOST_PARTS && (i == 0 || all.size); i++) {
        cs_text text = take_part(&all, names[1]);
        struct part *part = part_of(parts, names[0]);
        memcpy(kept[i], names[0], LONGEST_NAME);
        if (part < parts + MOST_PARTS && names[0][0])
            *part = (struct part){kept[i], text};
        memcpy(names[0], names[1], LONGEST_NAME);
    }
    zip_parts(parts, &bytes);
    TRY_WORKBOOK(cs_buf_text(&bytes));
    cs_buf_free(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cs_text all = {(const char *)data, size};
    if (cs_text_starts(all, CS_TEXT("PK")) || cs_text_starts(all, CS_TEXT("\xd0")))
        TRY_WORKBOOK(all);
    else
        read_parts(all);
    return 0;
}
