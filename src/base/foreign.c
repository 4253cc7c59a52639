/* Files of other kinds: see foreign.h. They are recognised by their first bytes, archives by the names of their
 * parts. */
#include "base/foreign.h"
#include "base/ascii.h"

#define ZIP_FRONT       "PK\003\004"
#define CONTAINER_FRONT "\xd0\xcf\x11\xe0" /* Compound File Binary, MS-CFB: the names of its parts are in UTF-16 */
#define ZIP             CS_LITERAL(ZIP_FRONT)
#define CONTAINER       CS_LITERAL(CONTAINER_FRONT)
#define TABLE           CS_LITERAL("soffice --headless --convert-to xlsx")
#define WEB_PAGE        CS_LITERAL("soffice --headless --infilter='HTML (StarCalc)' --convert-to xlsx")

static const struct cs_foreign kinds[] = {
    {.name = CS_LITERAL("PDF"), .front = CS_LITERAL("%PDF-")},
    {.name = CS_LITERAL("PNG"), .front = CS_LITERAL("\x89PNG")},
    {.name = CS_LITERAL("JPEG"), .front = CS_LITERAL("\xff\xd8\xff")},
    {.name = CS_LITERAL("GIF"), .front = CS_LITERAL("GIF8")},
    {.name = CS_LITERAL("gzip"), .front = CS_LITERAL("\x1f\x8b")},
    {.name = CS_LITERAL("HTML"), .front = CS_LITERAL("<!doctype html"), .convert = WEB_PAGE},
    {.name = CS_LITERAL("HTML"), .front = CS_LITERAL("<html"), .convert = WEB_PAGE},
    {.name = CS_LITERAL("HTML"), .front = CS_LITERAL("<table"), .convert = WEB_PAGE},
    {.name = CS_LITERAL("Excel 2003 XML"),
     .front = CS_LITERAL("<?xml"),
     .part = CS_LITERAL("progid=\"Excel.Sheet\""),
     .convert = TABLE},
    {.name = CS_LITERAL("XML"), .front = CS_LITERAL("<?xml")},
    {.name = CS_LITERAL("RTF"), .front = CS_LITERAL("{\\rtf")},
    {.name = CS_LITERAL("JSON"), .front = CS_LITERAL("{\"")},
    {.name = CS_LITERAL("JSON"), .front = CS_LITERAL("[{")},
    {.name = CS_LITERAL("Word (.docx)"), .front = ZIP, .part = CS_LITERAL("word/document.xml")},
    {.name = CS_LITERAL("PowerPoint (.pptx)"), .front = ZIP, .part = CS_LITERAL("ppt/presentation.xml")},
    {.name = CS_LITERAL("OpenDocument (.ods)"),
     .front = ZIP,
     .part = CS_LITERAL("application/vnd.oasis.opendocument.spreadsheet"),
     .convert = TABLE},
    {.name = CS_LITERAL("OpenDocument"), .front = ZIP, .part = CS_LITERAL("application/vnd.oasis.opendocument")},
    {.name = CS_LITERAL("Excel Binary (.xlsb)"), .front = ZIP, .part = CS_LITERAL("xl/workbook.bin"), .convert = TABLE},
    {.name = CS_LITERAL("Numbers"), .front = ZIP, .part = CS_LITERAL("Index/Document.iwa")},
    {.name = CS_LITERAL("Excel 97 (.xls)"),
     .front = CONTAINER,
     .part = CS_LITERAL("W\0o\0r\0k\0b\0o\0o\0k\0\0"),
     .convert = TABLE},
    {.name = CS_LITERAL("Word 97 (.doc)"),
     .front = CONTAINER,
     .part = CS_LITERAL("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0")},
};

static cs_text skip_blanks(cs_text text)
{
    text = cs_text_skip(text, cs_text_starts(text, CS_TEXT("\xef\xbb\xbf")) ? 3 : 0);
    while (text.size &&
           (text.bytes[0] == ' ' || text.bytes[0] == '\n' || text.bytes[0] == '\r' || text.bytes[0] == '\t'))
        text = cs_text_skip(text, 1);
    return text;
}

/* The first characters of JSON without the blanks between them. */
static cs_text first_signs(cs_text text, char signs[8])
{
    size_t size = 0;
    for (size_t i = 0; i < text.size && size < 8; i++)
        if (!cs_is_space(text.bytes[i]))
            signs[size++] = text.bytes[i];
    return (cs_text){signs, size};
}

const struct cs_foreign *cs_foreign_of(cs_text bytes)
{
    char signs[8];
    cs_text text = skip_blanks(bytes), packed = first_signs(text, signs);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool is_json = cs_text_equal(kinds[i].name, CS_FOREIGN_JSON);
        if (cs_ascii_starts(is_json ? packed : text, kinds[i].front) &&
            (kinds[i].part.size == 0 || cs_text_find(bytes, kinds[i].part) >= 0))
            return &kinds[i];
    }
    return NULL;
}

bool cs_is_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT(ZIP_FRONT)) || cs_is_old_workbook(bytes);
}

bool cs_is_old_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT(CONTAINER_FRONT));
}
