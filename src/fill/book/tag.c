/* See tag.h. The tag is well-formed: the XML reader has checked it. */
#include "fill/book/tag.h"

#include <string.h>

static const char ends[] = " \t\r\n/>"; /* of a name */

cs_text cs_tag_prefix(cs_text tag)
{
    for (size_t i = 1; i < tag.size && !strchr(ends, tag.bytes[i]); i++)
        if (tag.bytes[i] == ':')
            return (cs_text){tag.bytes + 1, i};
    return (cs_text){0};
}

bool cs_tag_is_empty(cs_text tag)
{
    return cs_text_ends(tag, CS_TEXT("/>"));
}

/* An attribute with its leading blanks. */
struct attribute {
    cs_text whole, name;
};

/* Takes the next attribute off the rest of a tag after its name; false at the end of the tag. */
static bool take_attribute(cs_text *rest, struct attribute *attribute)
{
    size_t start = 0, end, quote;
    while (start < rest->size && strchr(" \t\r\n", rest->bytes[start]))
        start++;
    for (end = start; end < rest->size && !strchr("= \t\r\n/>", rest->bytes[end]); end++)
        ;
    for (quote = end; quote < rest->size && rest->bytes[quote] != '"' && rest->bytes[quote] != '\''; quote++)
        ;
    const char *last =
        quote + 1 < rest->size ? memchr(rest->bytes + quote + 1, rest->bytes[quote], rest->size - quote - 1) : NULL;
    if (end == start || !last)
        return false;
    size_t size = (size_t)(last - rest->bytes) + 1;
    *attribute = (struct attribute){{rest->bytes, size}, {rest->bytes + start, end - start}};
    *rest = cs_text_skip(*rest, size);
    return true;
}

static cs_text behind_name(cs_text tag)
{
    size_t at = 1;
    while (at < tag.size && !strchr(ends, tag.bytes[at]))
        at++;
    return cs_text_skip(tag, at);
}

bool cs_tag_has(cs_text tag, cs_text name)
{
    struct attribute attribute;
    cs_text rest = behind_name(tag);
    while (take_attribute(&rest, &attribute))
        if (cs_text_equal(attribute.name, name))
            return true;
    return false;
}

cs_text cs_tag_get(cs_text tag, cs_text name)
{
    struct attribute attribute;
    cs_text rest = behind_name(tag);
    while (take_attribute(&rest, &attribute)) {
        const char *end = attribute.whole.bytes + attribute.whole.size - 1, *start = end;
        while (start[-1] != *end)
            start--;
        if (cs_text_equal(attribute.name, name))
            return (cs_text){start, (size_t)(end - start)};
    }
    return (cs_text){0};
}

void cs_tag_add(struct cs_buf *out, cs_text tag, const char *const *left_out)
{
    struct attribute attribute;
    cs_text rest = behind_name(tag);
    cs_buf_add(out, (cs_text){tag.bytes, tag.size - rest.size});
    while (take_attribute(&rest, &attribute)) {
        const char *const *name = left_out;
        while (*name && !cs_text_equal(attribute.name, cs_text_of(*name)))
            name++;
        if (!*name)
            cs_buf_add(out, attribute.whole);
    }
}
