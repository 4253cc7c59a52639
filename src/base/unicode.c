/* The only file that sees libunistring. Widths are cached by code point: a sheet asks for the same few hundred
 * characters a hundred thousand times, and the library looks each up by the name of an encoding. */
#include "base/unicode.h"

#include <stdlib.h>
#include <uninorm.h>
#include <uniwidth.h>

enum { CACHED_POINTS = 0x20000 };

struct cs_widths cs_widths_new(struct cs_arena *arena, unsigned ambiguous)
{
    return (struct cs_widths){cs_alloc(arena, CACHED_POINTS), ambiguous == 2 ? 2 : 1};
}

static unsigned ask(const struct cs_widths *widths, uint32_t point)
{
    /* The library says 2 for ambiguous characters exactly when the encoding is a Japanese one. */
    int width = uc_width(point, widths->ambiguous == 2 ? "EUC-JP" : "UTF-8");
    return width < 0 ? 0 : (unsigned)width;
}

unsigned cs_width_of(struct cs_widths *widths, uint32_t point)
{
    if (point >= CACHED_POINTS)
        return ask(widths, point);
    if (widths->known[point] == 0)
        widths->known[point] = (uint8_t)(ask(widths, point) + 1);
    return widths->known[point] - 1u;
}

size_t cs_text_width(struct cs_widths *widths, cs_text text)
{
    size_t width = 0;
    while (text.size)
        width += cs_width_of(widths, cs_text_next(&text));
    return width;
}

cs_text cs_text_fold(struct cs_arena *arena, cs_text text)
{
    size_t size = 0;
    uint8_t *folded = u8_normalize(UNINORM_NFKC, (const uint8_t *)text.bytes, text.size, NULL, &size);
    if (!folded)
        return text; /* not valid UTF-8: compared as it stands */
    cs_text copy = cs_text_copy(arena, (cs_text){(const char *)folded, size});
    free(folded);
    return copy;
}
