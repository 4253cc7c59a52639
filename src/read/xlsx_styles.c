/* Styles: the number format of each, which is all that affects a cell's text. */
#include "read/xlsx.h"
#include "base/messages_read.h"

#include <stdlib.h>

enum { MOST_FORMATS = 65536, MOST_STYLES = 65536 };

struct code {
    uint32_t id;
    cs_text text;
    const struct cs_number_format *format; /* parsed when a style needs it */
};

struct reader {
    struct cs_xlsx *xlsx;
    cs_text part;
    struct code *codes; /* sorted by id in the end */
    uint32_t code_count, code_room;
    uint32_t *styles; /* by style: the id of its format */
    uint32_t style_count, style_room;
};

/* The code of a format without control characters, which no cell shows. */
static cs_text code_of(struct cs_arena *arena, cs_text code)
{
    struct cs_buf kept = {0};
    for (cs_text rest = code, from = code; rest.size; from = rest) {
        uint32_t point = cs_text_next(&rest);
        if (point >= 0x20 && (point < 0x7f || point >= 0xa0) && point != 0xfffe && point != 0xffff)
            cs_buf_add(&kept, (cs_text){from.bytes, from.size - rest.size});
    }
    return cs_buf_take(arena, &kept);
}

static void start_code(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    if (reader->code_count == MOST_FORMATS) {
        cs_package_stop(&reader->xlsx->package, xml, CS_MESSAGE_WORKBOOK_CELLS, reader->part, (cs_text){0});
        return;
    }
    reader->codes = cs_grow(arena, reader->codes, reader->code_count, &reader->code_room, sizeof *reader->codes);
    reader->codes[reader->code_count++] =
        (struct code){cs_xml_number(cs_xml_get(xml, "numFmtId")), code_of(arena, cs_xml_get(xml, "formatCode")), NULL};
}

static void start_style(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    if (reader->style_count == MOST_STYLES) {
        cs_package_stop(&reader->xlsx->package, xml, CS_MESSAGE_WORKBOOK_CELLS, reader->part, (cs_text){0});
        return;
    }
    reader->styles = cs_grow(arena, reader->styles, reader->style_count, &reader->style_room, sizeof *reader->styles);
    reader->styles[reader->style_count++] = cs_xml_number(cs_xml_get(xml, "numFmtId"));
}

static int compare_codes(const void *left, const void *right)
{
    uint32_t a = ((const struct code *)left)->id, b = ((const struct code *)right)->id;
    return (a > b) - (a < b);
}

/* The format of an id: the file's own code, or a built-in one. */
static const struct cs_number_format *format_of(struct reader *reader, uint32_t id,
                                                const struct cs_number_format **built_in)
{
    enum { BUILT_IN = 64 };
    struct cs_arena *arena = &reader->xlsx->package.job->arena;
    const struct code wanted = {.id = id};
    struct code *own =
        reader->code_count ? bsearch(&wanted, reader->codes, reader->code_count, sizeof wanted, compare_codes) : NULL;
    if (own) {
        own->format = own->format ? own->format : cs_number_format_of(arena, own->text);
        return own->format;
    }
    cs_text code = cs_number_format_built_in(id);
    if (code.size == 0 || id >= BUILT_IN)
        return NULL;
    built_in[id] = built_in[id] ? built_in[id] : cs_number_format_of(arena, code);
    return built_in[id];
}

static void resolve(struct reader *reader)
{
    const struct cs_number_format *built_in[64] = {0};
    struct cs_xlsx *xlsx = reader->xlsx;
    if (reader->code_count)
        qsort(reader->codes, reader->code_count, sizeof *reader->codes, compare_codes);
    xlsx->formats = cs_alloc_array(&xlsx->package.job->arena, reader->style_count, sizeof *xlsx->formats);
    xlsx->format_count = reader->style_count;
    for (uint32_t i = 0; i < reader->style_count; i++)
        xlsx->formats[i] = format_of(reader, reader->styles[i], built_in);
}

bool cs_xlsx_read_styles(struct cs_xlsx *xlsx, cs_text part)
{
    static const struct cs_xml_element elements[] = {
        {.name = "numFmt", .start = start_code},
        {.name = "xf", .start = start_style},
        {.name = "cellStyleXfs", .is_skipped = true}, /* these are not the styles that cells refer to */
        {.name = "dxfs", .is_skipped = true},
        {.name = "extLst", .is_skipped = true},
        {0},
    };
    struct reader reader = {.xlsx = xlsx, .part = part};
    if (!cs_package_read(&xlsx->package, part, elements, &reader))
        return false;
    resolve(&reader);
    return true;
}
