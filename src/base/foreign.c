/* Files of another kind: see foreign.h. They are recognised by their first bytes, archives by the names of their parts. */
#include "base/foreign.h"

#include <strings.h>

static const struct {
    cs_text name;
    cs_text front; /* what the file begins with, behind blanks, in any case */
    cs_text part;  /* what an archive has in it; empty: it is none */
} kinds[] = {
    {CS_LITERAL("PDF"), CS_LITERAL("%PDF-"), {0}},
    {CS_LITERAL("HTML"), CS_LITERAL("<!doctype html"), {0}},
    {CS_LITERAL("HTML"), CS_LITERAL("<html"), {0}},
    {CS_LITERAL("HTML"), CS_LITERAL("<table"), {0}},
    {CS_LITERAL("XML"), CS_LITERAL("<?xml"), {0}},
    {CS_LITERAL("RTF"), CS_LITERAL("{\\rtf"), {0}},
    {CS_LITERAL("JSON"), CS_LITERAL("{\""), {0}},
    {CS_LITERAL("JSON"), CS_LITERAL("[{"), {0}},
    {CS_LITERAL("Word (.docx)"), CS_LITERAL("PK\003\004"), CS_LITERAL("word/document.xml")},
    {CS_LITERAL("PowerPoint (.pptx)"), CS_LITERAL("PK\003\004"), CS_LITERAL("ppt/presentation.xml")},
    {CS_LITERAL("OpenDocument (.ods)"), CS_LITERAL("PK\003\004"), CS_LITERAL("application/vnd.oasis.opendocument")},
    {CS_LITERAL("Excel Binary (.xlsb)"), CS_LITERAL("PK\003\004"), CS_LITERAL("xl/workbook.bin")},
    {CS_LITERAL("Numbers"), CS_LITERAL("PK\003\004"), CS_LITERAL("Index/Document.iwa")},
};

static cs_text skip_blanks(cs_text text)
{
    text = cs_text_skip(text, cs_text_starts(text, CS_TEXT("\xef\xbb\xbf")) ? 3 : 0);
    while (text.size &&
           (text.bytes[0] == ' ' || text.bytes[0] == '\n' || text.bytes[0] == '\r' || text.bytes[0] == '\t'))
        text = cs_text_skip(text, 1);
    return text;
}

/* JSON has blanks between its signs: the first signs without them. */
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

cs_text cs_foreign_name(cs_text bytes)
{
    char signs[8];
    cs_text text = skip_blanks(bytes), packed = first_signs(text, signs);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool is_json = cs_text_equal(kinds[i].name, CS_FOREIGN_JSON);
        if (begins(is_json ? packed : text, kinds[i].front) &&
            (kinds[i].part.size == 0 || cs_text_find(bytes, kinds[i].part) >= 0))
            return kinds[i].name;
    }
    return (cs_text){0};
}

bool cs_is_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("PK\003\004")) || cs_is_old_workbook(bytes);
}

bool cs_is_old_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("\xd0\xcf\x11\xe0"));
}
