/* ECMA-48 select graphic rendition. */
#include "base/paint.h"

void cs_paint_add(struct cs_buf *buf, bool color, enum cs_paint paint, cs_text text)
{
    static const cs_text codes[] = {CS_LITERAL("\033[1m"),  CS_LITERAL("\033[2m"),  CS_LITERAL("\033[31m"),
                                    CS_LITERAL("\033[32m"), CS_LITERAL("\033[33m"), CS_LITERAL("\033[36m")};
    _Static_assert(sizeof codes / sizeof *codes == CS_PAINTS, "a code for each paint");
    if (color && text.size)
        cs_buf_add(buf, codes[paint]);
    cs_buf_add(buf, text);
    if (color && text.size)
        cs_buf_add(buf, CS_TEXT("\033[0m"));
}
