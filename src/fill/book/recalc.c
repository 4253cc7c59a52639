/* See recalc.h. calcPr comes after the elements named below, of which sheets is required. */
#include "fill/book/recalc.h"
#include "fill/book/cells.h"
#include "fill/book/tag.h"

struct places {
    struct cs_stretch calculation; /* the tag of calcPr; empty if there is none */
    size_t behind;                 /* end of the last element that calcPr must follow; 0 if none */
    size_t sheets;                 /* start of the tag of sheets, for its prefix */
};

/* False if the part has no sheets, or is not readable. */
static bool find_places(cs_text part, struct places *places)
{
    static const cs_text before[] = {CS_LITERAL("sheets"), CS_LITERAL("functionGroups"),
                                     CS_LITERAL("externalReferences"), CS_LITERAL("definedNames")};
    struct cs_rescan scan = {.part = part};
    uint32_t extensions = 0;
    while (cs_rescan_next(&scan)) {
        if (cs_text_equal(scan.name, CS_TEXT("extLst")))
            extensions = extensions + scan.opens - scan.closes;
        if (extensions)
            continue;
        if (scan.opens && cs_text_equal(scan.name, CS_TEXT("calcPr")))
            places->calculation = scan.tag;
        if (scan.opens && cs_text_equal(scan.name, before[0]))
            places->sheets = scan.tag.start;
        if (scan.closes && cs_text_is_one(scan.name, before, sizeof before / sizeof *before))
            places->behind = scan.tag.end;
    }
    return cs_rescan_is_whole(&scan) && places->behind;
}

bool cs_recalc(cs_text part, struct cs_buf *out)
{
    static const char *const left_out[] = {"fullCalcOnLoad", NULL};
    struct places places = {0};
    if (!cs_cells_is_readable(part) || !find_places(part, &places))
        return false;
    struct cs_stretch at = places.calculation;
    cs_text tag = {part.bytes + at.start, at.end - at.start};
    if (!tag.size)
        at = (struct cs_stretch){places.behind, places.behind};
    cs_buf_add(out, (cs_text){part.bytes, at.start});
    if (tag.size) {
        cs_tag_add(out, tag, left_out);
    } else {
        cs_buf_add_byte(out, '<');
        cs_buf_add(out, cs_tag_prefix(cs_text_skip(part, places.sheets)));
        cs_buf_add(out, CS_TEXT("calcPr"));
    }
    cs_buf_add(out, CS_TEXT(" fullCalcOnLoad=\"1\""));
    cs_buf_add(out, !tag.size || cs_tag_is_empty(tag) ? CS_TEXT("/>") : CS_TEXT(">"));
    cs_buf_add(out, cs_text_skip(part, at.end));
    return !out->failed;
}
