/* Reading workbooks, and the least that reading one can be.
 *
 *     read_xlsx make N FILE          makes a workbook of N rows of ten cells, whose texts are shared strings, two new ones
 *                                    a row
 *     read_xlsx floor FILE [YAML]    unpacks the parts that a reader needs, and runs the XML parser over them; and, of an
 *                                    import, libyaml's event loop over the catalog
 *     read_xlsx grid FILE            reads it into a grid
 *
 * The last two print how many cells there were: a floor that meets fewer is no floor. */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
#include <zip.h>

#include "checksheet.h"
#include "events.h"

enum { COLUMNS = 10, STRETCH = 32768 };

static void fail(const char *what)
{
    fprintf(stderr, "read_xlsx: %s\n", what);
    exit(1);
}

static void make(const char *rows, const char *path)
{
    static const char *const words[COLUMNS - 4] = {"○", "対応しています", "△", "毎日取得し、別の場所に保管", "必須",
                                                   "－"};
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    for (lxw_row_t row = 0; row < (lxw_row_t)atoi(rows); row++) {
        char text[128];
        snprintf(text, sizeof text, "設問 %u の番号", (unsigned)row);
        worksheet_write_string(sheet, row, 0, text, NULL);
        snprintf(text, sizeof text, "お客様のデータ %u を毎日バックアップし、復元できることを確かめていますか。",
                 (unsigned)row);
        worksheet_write_string(sheet, row, 1, text, NULL);
        for (lxw_col_t column = 2; column < COLUMNS - 2; column++)
            worksheet_write_string(sheet, row, column, words[(row + column) % (COLUMNS - 4)], NULL);
        worksheet_write_number(sheet, row, COLUMNS - 2, row + 0.5, NULL);
        worksheet_write_number(sheet, row, COLUMNS - 1, row % 3, NULL);
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        fail(path);
}

/* --- the floor ---------------------------------------------------------------------------------------------------- */

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    (void)attributes;
    if (strcmp(name, "v") == 0 || strcmp(name, "is") == 0)
        ++*(unsigned *)data;
}

static void XMLCALL end(void *data, const XML_Char *name)
{
    (void)data, (void)name;
}

static void XMLCALL text(void *data, const XML_Char *bytes, int size)
{
    (void)data, (void)bytes, (void)size;
}

static bool is_needed(const char *name)
{
    static const char *const parts[] = {"xl/worksheets/sheet", "xl/sharedStrings", "xl/styles", "xl/workbook"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strncmp(name, parts[i], strlen(parts[i])) == 0)
            return true;
    return false;
}

static void parse(zip_t *zip, zip_uint64_t index, unsigned *cells)
{
    XML_Parser parser = XML_ParserCreate(NULL);
    zip_file_t *file = zip_fopen_index(zip, index, 0);
    zip_int64_t size = 1;
    XML_SetUserData(parser, cells);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    while (size > 0) {
        void *to = XML_GetBuffer(parser, STRETCH);
        size = to ? zip_fread(file, to, STRETCH) : -1;
        if (size < 0 || XML_ParseBuffer(parser, (int)size, size == 0) != XML_STATUS_OK)
            fail("a part cannot be read");
    }
    zip_fclose(file);
    XML_ParserFree(parser);
}

static unsigned run_floor(const char *path)
{
    int error;
    unsigned cells = 0;
    zip_t *zip = zip_open(path, ZIP_RDONLY, &error);
    if (!zip)
        fail(path);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++)
        if (is_needed(zip_get_name(zip, (zip_uint64_t)i, 0)))
            parse(zip, (zip_uint64_t)i, &cells);
    zip_discard(zip);
    return cells;
}

/* --- the library -------------------------------------------------------------------------------------------------- */

static unsigned run_library(const char *path)
{
    unsigned cells = 0;
    struct cs_job *job = cs_job_new(NULL);
    const struct cs_source *source = cs_source_read(job, path);
    const struct cs_grid *grid = source ? cs_read_xlsx(job, source) : NULL;
    if (!grid)
        fail(path);
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        cells += grid->sheets[i].cell_count;
    cs_job_free(job);
    return cells;
}

int main(int count, char **words)
{
    if (count == 4 && strcmp(words[1], "make") == 0)
        make(words[2], words[3]);
    else if ((count == 3 || count == 4) && strcmp(words[1], "floor") == 0)
        printf("%u\n", run_floor(words[2]));
    else if (count == 3 && strcmp(words[1], "grid") == 0)
        printf("%u\n", run_library(words[2]));
    else
        fail("make N FILE | floor FILE [YAML] | grid FILE");
    if (count == 4 && strcmp(words[1], "floor") == 0)
        run_events(words[3]);
    return 0;
}
