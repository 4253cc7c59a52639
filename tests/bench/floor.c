/* Floors: the least that any program on these libraries must do, and nothing else.
 *
 *     floor nul                       starts and ends
 *     floor events FILE...            libyaml's event loop over the files
 *     floor csv CELLS OUT FILE...     the same, and the cells written as CSV, byte by byte what checksheet writes
 *     floor xlsx CELLS OUT FILE...    the same, and the cells written by libxlsxwriter
 *
 * Built with the flags and the libraries of checksheet, so that both pay the same for being started. Cells are as gen
 * writes them; reading them costs the floor a little that is not taken off again. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "events.h"

enum { COLUMNS = 5, CELL_END = 0x1f, ROW_END = 0x1e };

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static FILE *open_file(const char *path, const char *mode)
{
    FILE *file = fopen(path, mode);
    if (!file)
        fail(path);
    return file;
}

/* The whole file, terminated. */
static char *read_file(const char *path, size_t *size)
{
    FILE *file = open_file(path, "rb");
    if (fseek(file, 0, SEEK_END) != 0)
        fail(path);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size)
        fail(path);
    bytes[*size] = '\0';
    fclose(file);
    return bytes;
}

/* The next cell, terminated in place. */
static char *take_cell(char **at)
{
    char *cell = *at;
    char *end = strchr(cell, CELL_END);
    *end = '\0';
    *at = end + 1;
    return cell;
}

/* --- CSV -------------------------------------------------------------------------------------------------------- */

/* No cell holds a quotation mark, so none has to be doubled. */
static void put_csv(FILE *out, const char *cell, const char *behind)
{
    bool quoted = strpbrk(cell, "\",\r\n") != NULL;
    if (quoted)
        putc('"', out);
    fwrite(cell, 1, strlen(cell), out);
    if (quoted)
        putc('"', out);
    fputs(behind, out);
}

static void write_csv(char *at, const char *end, const char *path)
{
    FILE *out = open_file(path, "wb");
    setvbuf(out, NULL, _IOFBF, 65536);
    fputs("\xef\xbb\xbf", out);
    for (; at < end; at++)
        for (int i = 0; i < COLUMNS; i++)
            put_csv(out, take_cell(&at), i + 1 < COLUMNS ? "," : "\r\n");
    if (ferror(out) || fclose(out) != 0)
        fail(path);
}

/* --- XLSX ------------------------------------------------------------------------------------------------------- */

/* Two formats, so that none is looked up for nothing, with the widths of checksheet; no heights, no rules, no other
 * sheet. */
static void write_xlsx(char *at, const char *end, const char *path)
{
    static const double widths[COLUMNS] = {8, 62.5, 11, 7.5, 80};
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_format *formats[2];
    for (int i = 0; i < 2; i++) {
        formats[i] = workbook_add_format(book);
        format_set_text_wrap(formats[i]);
        format_set_align(formats[i], i ? LXW_ALIGN_LEFT : LXW_ALIGN_CENTER);
    }
    for (lxw_col_t i = 0; i < COLUMNS; i++)
        worksheet_set_column(sheet, i, i, widths[i], formats[i % 2]);
    for (lxw_row_t row = 0; at < end; at++, row++)
        for (lxw_col_t i = 0; i < COLUMNS; i++)
            if (worksheet_write_string(sheet, row, i, take_cell(&at), formats[i % 2]) != LXW_NO_ERROR)
                fail(path);
    if (workbook_close(book) != LXW_NO_ERROR)
        fail(path);
}

static void write_cells(void (*write)(char *at, const char *end, const char *path), const char *cells, const char *out)
{
    size_t size;
    char *bytes = read_file(cells, &size);
    write(bytes, bytes + size, out);
    free(bytes);
}

int main(int count, char **arguments)
{
    const char *mode = count > 1 ? arguments[1] : "";
    bool csv = strcmp(mode, "csv") == 0, xlsx = strcmp(mode, "xlsx") == 0;
    int files = csv || xlsx ? 4 : 2;
    if (strcmp(mode, "nul") == 0)
        return 0;
    if (count < files || (!csv && !xlsx && strcmp(mode, "events") != 0)) {
        fputs("usage: floor nul | events FILE... | csv CELLS OUT FILE... | xlsx CELLS OUT FILE...\n", stderr);
        return 2;
    }
    for (int i = files; i < count; i++)
        run_events(arguments[i]);
    if (csv || xlsx)
        write_cells(csv ? write_csv : write_xlsx, arguments[2], arguments[3]);
    return 0;
}
