/* See recalc.h. calcPr comes after the elements named below, of which sheets is required. */
#include "fill/book/recalc.h"
#include "fill/book/cells.h"
#include "fill/book/tag.h"
#include "package/xml.h"

struct reader {
    struct cs_stretch calculation; /* the tag of calcPr; empty if there is none */
    size_t behind;                 /* end of the last element that calcPr must follow; 0 if none */
    size_t sheets;                 /* start of the tag of sheets, for its prefix */
};

static void start_calculation(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    reader->calculation = (struct cs_stretch){cs_xml_tag_start(xml), cs_xml_tag_end(xml)};
}

static void start_sheets(void *context, struct cs_xml *xml)
{
    ((struct reader *)context)->sheets = cs_xml_tag_start(xml);
}

static void end_before(void *context, struct cs_xml *xml)
{
    ((struct reader *)context)->behind = cs_xml_tag_end(xml);
}

bool cs_recalc(cs_text part, struct cs_buf *out)
{
    static const struct cs_xml_element elements[] = {
        {.name = "calcPr", .start = start_calculation},
        {.name = "sheets", .start = start_sheets, .end = end_before},
        {.name = "functionGroups", .end = end_before},
        {.name = "externalReferences", .end = end_before},
        {.name = "definedNames", .end = end_before},
        {.name = "extLst", .is_skipped = true},
        {0},
    };
    static const char *const left_out[] = {"fullCalcOnLoad", NULL};
    struct reader reader = {0};
    const char *why;
    if (!cs_cells_is_readable(part) || cs_xml_read_bytes(part, elements, &reader, &why) != CS_XML_WHOLE ||
        reader.behind == 0)
        return false;
    struct cs_stretch at = reader.calculation;
    cs_text tag = {part.bytes + at.start, at.end - at.start};
    if (!tag.size)
        at = (struct cs_stretch){reader.behind, reader.behind};
    cs_buf_add(out, (cs_text){part.bytes, at.start});
    if (tag.size) {
        cs_tag_add(out, tag, left_out);
    } else {
        cs_buf_add_byte(out, '<');
        cs_buf_add(out, cs_tag_prefix(cs_text_skip(part, reader.sheets)));
        cs_buf_add(out, CS_TEXT("calcPr"));
    }
    cs_buf_add(out, CS_TEXT(" fullCalcOnLoad=\"1\""));
    cs_buf_add(out, !tag.size || cs_tag_is_empty(tag) ? CS_TEXT("/>") : CS_TEXT(">"));
    cs_buf_add(out, cs_text_skip(part, at.end));
    return !out->failed;
}
