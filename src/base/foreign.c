/* Files of other kinds: see foreign.h. They are recognised by their first bytes, archives by the names of their
 * parts. */
#include "base/foreign.h"

#include <strings.h>

#define ZIP       CS_LITERAL("PK\003\004")
#define CONTAINER CS_LITERAL("\xd0\xcf\x11\xe0") /* Compound File Binary, MS-CFB: its names are in UTF-16 */
#define TABLE     CS_LITERAL("soffice --headless --convert-to xlsx")
#define WEB_PAGE  CS_LITERAL("soffice --headless --infilter='HTML (StarCalc)' --convert-to xlsx")
#define NONE                                                                                                           \
    {                                                                                                                  \
        0                                                                                                              \
    }

static const struct cs_foreign kinds[] = {
    {CS_LITERAL("PDF"), CS_LITERAL("%PDF-"), NONE, NONE},
    {CS_LITERAL("HTML"), CS_LITERAL("<!doctype html"), NONE, WEB_PAGE},
    {CS_LITERAL("HTML"), CS_LITERAL("<html"), NONE, WEB_PAGE},
    {CS_LITERAL("HTML"), CS_LITERAL("<table"), NONE, WEB_PAGE},
    {CS_LITERAL("Excel 2003 XML"), CS_LITERAL("<?xml"), CS_LITERAL("progid=\"Excel.Sheet\""), TABLE},
    {CS_LITERAL("XML"), CS_LITERAL("<?xml"), NONE, NONE},
    {CS_LITERAL("RTF"), CS_LITERAL("{\\rtf"), NONE, NONE},
    {CS_LITERAL("JSON"), CS_LITERAL("{\""), NONE, NONE},
    {CS_LITERAL("JSON"), CS_LITERAL("[{"), NONE, NONE},
    {CS_LITERAL("Word (.docx)"), ZIP, CS_LITERAL("word/document.xml"), NONE},
    {CS_LITERAL("PowerPoint (.pptx)"), ZIP, CS_LITERAL("ppt/presentation.xml"), NONE},
    {CS_LITERAL("OpenDocument (.ods)"), ZIP, CS_LITERAL("application/vnd.oasis.opendocument.spreadsheet"), TABLE},
    {CS_LITERAL("OpenDocument"), ZIP, CS_LITERAL("application/vnd.oasis.opendocument"), NONE},
    {CS_LITERAL("Excel Binary (.xlsb)"), ZIP, CS_LITERAL("xl/workbook.bin"), TABLE},
    {CS_LITERAL("Numbers"), ZIP, CS_LITERAL("Index/Document.iwa"), NONE},
    {CS_LITERAL("Excel 97 (.xls)"), CONTAINER, CS_LITERAL("W\0o\0r\0k\0b\0o\0o\0k\0\0"), TABLE},
    {CS_LITERAL("Word 97 (.doc)"), CONTAINER, CS_LITERAL("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0"), NONE},
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
        if (text.bytes[i] != ' ' && text.bytes[i] != '\n' && text.bytes[i] != '\r' && text.bytes[i] != '\t')
            signs[size++] = text.bytes[i];
    return (cs_text){signs, size};
}

static bool begins(cs_text text, cs_text front)
{
    return text.size >= front.size && strncasecmp(text.bytes, front.bytes, front.size) == 0;
}

const struct cs_foreign *cs_foreign_of(cs_text bytes)
{
    char signs[8];
    cs_text text = skip_blanks(bytes), packed = first_signs(text, signs);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool is_json = cs_text_equal(kinds[i].name, CS_FOREIGN_JSON);
        if (begins(is_json ? packed : text, kinds[i].front) &&
            (kinds[i].part.size == 0 || cs_text_find(bytes, kinds[i].part) >= 0))
            return &kinds[i];
    }
    return NULL;
}

bool cs_is_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("PK\003\004")) || cs_is_old_workbook(bytes);
}

bool cs_is_old_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("\xd0\xcf\x11\xe0"));
}
