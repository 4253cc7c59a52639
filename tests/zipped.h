/* Archives for tests, made in memory from named texts. */
#ifndef TESTS_ZIPPED_H
#define TESTS_ZIPPED_H

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "checksheet/text.h"

/* A part too large to hold in memory: before, piece many times, behind. */
struct pattern {
    const char *before, *piece, *behind;
    uint64_t times;
    uint64_t size, at; /* set when it is written */
};

/* Writes what stands at an offset, a piece of it or all; returns how many bytes. */
static inline zip_uint64_t write_pattern(const struct pattern *pattern, uint64_t at, char *to, zip_uint64_t room)
{
    uint64_t before = strlen(pattern->before), piece = strlen(pattern->piece), count;
    const char *from = pattern->before + at;
    if (at >= before + piece * pattern->times)
        from = pattern->behind + (at - before - piece * pattern->times);
    else if (at >= before)
        from = pattern->piece + (at - before) % piece;
    for (count = 0; count < room && from[count]; count++)
        to[count] = from[count];
    return count;
}

static inline zip_int64_t give(void *data, void *to, zip_uint64_t size, zip_source_cmd_t command)
{
    struct pattern *pattern = data;
    zip_uint64_t count = 0;
    zip_stat_t *status = to;
    switch (command) {
    case ZIP_SOURCE_OPEN:
        pattern->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        while (count < size && pattern->at < pattern->size) {
            zip_uint64_t more = write_pattern(pattern, pattern->at, (char *)to + count, size - count);
            count += more;
            pattern->at += more;
        }
        return (zip_int64_t)count;
    case ZIP_SOURCE_STAT:
        zip_stat_init(status);
        status->size = pattern->size;
        status->valid = ZIP_STAT_SIZE;
        return sizeof *status;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
        return 0;
    }
}

struct part {
    const char *name;
    cs_text bytes;
};

/* How parts are packed; a fuzzer stores them, since deflating costs more than what it is about. */
#ifndef ZIPPED_AS
#define ZIPPED_AS ZIP_CM_DEFLATE
#endif

static inline void add_entry(zip_t *zip, const char *name, zip_source_t *bytes)
{
    zip_int64_t index = bytes ? zip_file_add(zip, name, bytes, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0 || zip_file_set_mtime(zip, (zip_uint64_t)index, 1000000000, 0) != 0 ||
        zip_set_file_compression(zip, (zip_uint64_t)index, ZIPPED_AS, 1) != 0)
        abort();
}

/* Adds the archive of the parts up to one without a name, and of a pattern under a name unless that is NULL; the caller
 * frees the buffer. */
static inline void zip_parts_and(const struct part *parts, const char *name, struct pattern *pattern,
                                 struct cs_buf *out)
{
    zip_error_t error;
    zip_stat_t status;
    zip_error_init(&error);
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = made ? zip_open_from_source(made, ZIP_TRUNCATE, &error) : NULL;
    if (!zip)
        abort();
    zip_source_keep(made);
    for (; parts->name; parts++)
        add_entry(zip, parts->name, zip_source_buffer(zip, parts->bytes.bytes, parts->bytes.size, 0));
    if (name) {
        pattern->size = strlen(pattern->before) + strlen(pattern->piece) * pattern->times + strlen(pattern->behind);
        add_entry(zip, name, zip_source_function(zip, give, pattern));
    }
    if (zip_close(zip) != 0 || zip_source_stat(made, &status) != 0 || zip_source_open(made) != 0)
        abort();
    char *bytes = malloc(status.size ? status.size : 1);
    if (!bytes || zip_source_read(made, bytes, status.size) != (zip_int64_t)status.size)
        abort();
    cs_buf_add(out, (cs_text){bytes, status.size});
    free(bytes);
    zip_source_close(made);
    zip_source_free(made);
    zip_error_fini(&error);
}

static inline void zip_parts(const struct part *parts, struct cs_buf *out)
{
    zip_parts_and(parts, NULL, NULL, out);
}

/* The parts of a workbook; those that are NULL are as below, or left out. */
struct book {
    const char *roots, *workbook, *relations, *strings, *styles, *sheet, *sheet_relations, *second, *custom;
    const char *rows;   /* in place of a sheet: what stands between the tags of sheetData */
    const char *behind; /* and behind them */
};

#define MAIN   "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATIONS(rows)                                                                                                \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" rows "</Relationships>"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"" OFFICE "/" type "\" Target=\"" target "\"/>"
#define WORKBOOK(inside)           "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\">" inside "</workbook>"
#define SHEET(inside)              "<worksheet xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\">" inside "</worksheet>"
#define STRINGS(inside)            "<sst xmlns=\"" MAIN "\">" inside "</sst>"
#define STYLES(inside)             "<styleSheet xmlns=\"" MAIN "\">" inside "</styleSheet>"

static inline void add_part(struct part *parts, const char *name, const char *text, const char *instead)
{
    const char *bytes = text ? text : instead;
    while (parts->name)
        parts++;
    if (bytes && *bytes)
        *parts = (struct part){name, cs_text_of(bytes)};
}

/* Adds the archive of a workbook; a part that is "" is left out. */
static inline void zip_book(const struct book *book, struct cs_buf *out)
{
    struct part parts[12] = {{0}};
    struct cs_buf sheet = {0};
    cs_buf_add(&sheet, CS_TEXT("<worksheet xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheetData>"));
    cs_buf_add(&sheet, cs_text_of(book->rows));
    cs_buf_add(&sheet, CS_TEXT("</sheetData>"));
    cs_buf_add(&sheet, cs_text_of(book->behind));
    cs_buf_add(&sheet, CS_TEXT("</worksheet>"));
    add_part(parts, "_rels/.rels", book->roots,
             RELATIONS(RELATION("rId1", "officeDocument", "xl/workbook.xml")
                           RELATION("rId2", "custom-properties", "docProps/custom.xml")));
    add_part(parts, "xl/workbook.xml", book->workbook,
             book->second ? WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>"
                                     "<sheet name=\"T\" sheetId=\"2\" r:id=\"rId4\"/></sheets>")
                          : WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"));
    add_part(parts, "xl/_rels/workbook.xml.rels", book->relations,
             RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml") RELATION(
                 "rId2", "sharedStrings", "sharedStrings.xml") RELATION("rId3", "styles", "styles.xml")
                           RELATION("rId4", "worksheet", "worksheets/sheet2.xml")));
    add_part(parts, "xl/sharedStrings.xml", book->strings, NULL);
    add_part(parts, "xl/styles.xml", book->styles, NULL);
    add_part(parts, "xl/worksheets/sheet1.xml", book->sheet, sheet.bytes);
    add_part(parts, "xl/worksheets/_rels/sheet1.xml.rels", book->sheet_relations, NULL);
    add_part(parts, "xl/worksheets/sheet2.xml", book->second, NULL);
    add_part(parts, "docProps/custom.xml", book->custom, NULL);
    zip_parts(parts, out);
    cs_buf_free(&sheet);
}

#endif
