/* Recognising control characters and making them visible. */
#include "base/control.h"

bool cs_is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || (point >= 0x202a && point <= 0x202e) ||
           (point >= 0x2066 && point <= 0x2069);
}

size_t cs_plain_size(cs_text text)
{
    size_t size = 0;
    while (size < text.size && text.bytes[size] >= ' ' && text.bytes[size] < 0x7f)
        size++;
    return size;
}

void cs_buf_add_name(struct cs_buf *out, cs_text name)
{
    static const cs_text replacement = CS_LITERAL("\xef\xbf\xbd");
    for (size_t plain; name.size;) {
        cs_text before = name;
        if ((plain = cs_plain_size(name)) > 0) {
            cs_buf_add(out, (cs_text){name.bytes, plain});
            name = cs_text_skip(name, plain);
            continue;
        }
        uint32_t point = cs_text_next(&name);
        cs_text character = {before.bytes, before.size - name.size};
        bool is_invalid = point == 0xfffd && !cs_text_equal(character, replacement);
        if (is_invalid)
            cs_buf_print(out, "\\x%02x", (unsigned)(unsigned char)character.bytes[0]);
        else if (cs_is_control(point))
            cs_buf_print(out, point < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)point);
        else
            cs_buf_add(out, character);
    }
}
