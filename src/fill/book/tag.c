/* See tag.h. The tag is well-formed: the XML reader has checked it. */
#include "fill/book/tag.h"
#include "base/ascii.h"

#include <string.h>

/* True for a byte that ends the name of an element. */
static bool is_end(char byte)
{
    return byte == '>' || byte == '/' || cs_is_space(byte);
}

cs_text cs_tag_local_name(cs_text tag)
{
    size_t from = tag.size > 1 && tag.bytes[1] == '/' ? 2 : 1, end = from;
    for (; end < tag.size && !is_end(tag.bytes[end]); end++)
        if (tag.bytes[end] == ':')
            from = end + 1;
    return (cs_text){tag.bytes + from, end - from};
}

cs_text cs_tag_prefix(cs_text tag)
{
    for (size_t i = 1; i < tag.size && !is_end(tag.bytes[i]); i++)
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
    cs_text whole, name, value;
};

/* Takes the next attribute off the rest of a tag after its name; false at the end of the tag. */
static bool take_attribute(cs_text *rest, struct attribute *attribute)
{
    size_t start = 0, end, quote;
    while (start < rest->size && cs_is_space(rest->bytes[start]))
        start++;
    for (quote = start; quote < rest->size && rest->bytes[quote] != '"' && rest->bytes[quote] != '\''; quote++)
        ;
    const char *last =
        quote + 1 < rest->size ? memchr(rest->bytes + quote + 1, rest->bytes[quote], rest->size - quote - 1) : NULL;
    if (!last)
        return false;
    for (end = quote; end > start && (rest->bytes[end - 1] == '=' || cs_is_space(rest->bytes[end - 1])); end--)
        ;
    size_t size = (size_t)(last - rest->bytes) + 1;
    *attribute = (struct attribute){
        {rest->bytes, size}, {rest->bytes + start, end - start}, {rest->bytes + quote + 1, size - quote - 2}};
    *rest = (cs_text){rest->bytes + size, rest->size - size};
    return end > start;
}

static cs_text behind_name(cs_text tag)
{
    size_t at = 1;
    while (at < tag.size && !is_end(tag.bytes[at]))
        at++;
    return cs_text_skip(tag, at);
}

/* Finds an attribute; false if the tag has none of this name. */
static bool find_attribute(cs_text tag, cs_text name, struct attribute *attribute)
{
    cs_text rest = behind_name(tag);
    while (take_attribute(&rest, attribute))
        if (attribute->name.size == name.size && memcmp(attribute->name.bytes, name.bytes, name.size) == 0)
            return true;
    return false;
}

bool cs_tag_has(cs_text tag, cs_text name)
{
    struct attribute attribute;
    return find_attribute(tag, name, &attribute);
}

cs_text cs_tag_get(cs_text tag, cs_text name)
{
    struct attribute attribute;
    return find_attribute(tag, name, &attribute) ? attribute.value : (cs_text){0};
}

static bool is_one(cs_text name, const char *const *names)
{
    for (; *names; names++)
        if ((*names)[0] == name.bytes[0] && cs_text_equal(name, cs_text_of(*names)))
            return true;
    return false;
}

void cs_tag_add(struct cs_buf *out, cs_text tag, const char *const *left_out)
{
    struct attribute attribute;
    cs_text rest = behind_name(tag);
    cs_buf_add(out, (cs_text){tag.bytes, tag.size - rest.size});
    cs_text kept = {rest.bytes, 0}; /* attributes that are added together */
    while (take_attribute(&rest, &attribute)) {
        if (!is_one(attribute.name, left_out)) {
            kept.size += attribute.whole.size;
            continue;
        }
        cs_buf_add(out, kept);
        kept = (cs_text){rest.bytes, 0};
    }
    cs_buf_add(out, kept);
}
