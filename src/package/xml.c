/* The only file that sees expat.
 *
 * expat has no limits of its own except one for entities: it holds a tag in memory however long it is, and every
 * name that it meets. So tags, names, depth and text are counted here, and a document type, without which there are
 * no entities, is refused. */
#include "package/xml.h"
#include "base/ascii.h"

#include <expat.h>
#include <string.h>

enum { NAME_SLOTS = CS_XML_NAME_LIMIT * 2, MOST_PROBES = 64 };

struct cs_xml {
    XML_Parser parser;
    const struct cs_xml_element *elements;
    void *context;

    const struct cs_xml_element *open[CS_XML_DEPTH_LIMIT]; /* NULL for elements without a handler */
    uint32_t depth;
    uint32_t skipped; /* depth at which skipping began; 0 if not skipping */

    const XML_Char **attributes; /* of the current start tag */
    struct cs_buf text;
    bool keeps_text;

    uint32_t quiet;                         /* bytes since the parser's last event */
    uint32_t names[NAME_SLOTS], name_count; /* hashes of names, 0 for a free slot */

    enum cs_xml_end end;
    const char *why;
};

static void end_with(struct cs_xml *xml, enum cs_xml_end end, const char *why)
{
    if (xml->end != CS_XML_WHOLE)
        return;
    xml->end = end;
    xml->why = why;
    XML_StopParser(xml->parser, XML_FALSE);
}

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

/* Counts a new name; expat keeps them all. Names crafted to collide in the table count as too many as well. */
static void count_name(struct cs_xml *xml, const char *name)
{
    uint32_t hash = 2166136261, probes = 0;
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 16777619;
    hash += hash == 0;
    uint32_t slot = (hash ^ hash >> 16) % NAME_SLOTS;
    while (xml->names[slot] && xml->names[slot] != hash && probes++ < MOST_PROBES)
        slot = (slot + 1) % NAME_SLOTS;
    if (xml->names[slot] == hash)
        return;
    if (probes > MOST_PROBES || ++xml->name_count > CS_XML_NAME_LIMIT)
        end_with(xml, CS_XML_HOSTILE, "too many different names");
    xml->names[slot] = hash;
}

static void check_attributes(struct cs_xml *xml)
{
    for (const XML_Char **attribute = xml->attributes; *attribute; attribute += 2) {
        count_name(xml, attribute[0]);
        if (strnlen(attribute[1], CS_XML_VALUE_LIMIT + 1) > CS_XML_VALUE_LIMIT)
            end_with(xml, CS_XML_HOSTILE, "an attribute of more than 64 kB");
    }
}

static const struct cs_xml_element *element_of(const struct cs_xml *xml, const char *name)
{
    name = local_name(name);
    for (const struct cs_xml_element *element = xml->elements; element->name; element++)
        if (strcmp(element->name, name) == 0)
            return element;
    return NULL;
}

static void XMLCALL start_element(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct cs_xml *xml = data;
    xml->quiet = 0;
    xml->attributes = attributes;
    count_name(xml, name);
    check_attributes(xml);
    if (xml->depth == CS_XML_DEPTH_LIMIT)
        end_with(xml, CS_XML_HOSTILE, "elements nested more than 32 deep");
    if (xml->end != CS_XML_WHOLE)
        return;
    const struct cs_xml_element *element = xml->skipped ? NULL : element_of(xml, name);
    xml->open[xml->depth++] = element;
    xml->keeps_text = false;
    if (!element)
        return;
    if (element->is_skipped)
        xml->skipped = xml->depth;
    xml->keeps_text = element->keeps_text;
    cs_buf_clear(&xml->text);
    if (element->start)
        element->start(xml->context, xml);
}

static void XMLCALL end_element(void *data, const XML_Char *name)
{
    struct cs_xml *xml = data;
    (void)name;
    xml->quiet = 0;
    if (xml->end != CS_XML_WHOLE)
        return;
    if (xml->skipped == xml->depth)
        xml->skipped = 0;
    const struct cs_xml_element *element = xml->open[--xml->depth];
    xml->keeps_text = false;
    if (element && element->end)
        element->end(xml->context, xml);
    cs_buf_clear(&xml->text);
}

static void XMLCALL add_text(void *data, const XML_Char *bytes, int size)
{
    struct cs_xml *xml = data;
    xml->quiet = 0;
    if (!xml->keeps_text)
        return;
    cs_buf_add(&xml->text, (cs_text){bytes, (size_t)size});
    if (xml->text.failed)
        end_with(xml, CS_XML_BROKEN, "out of memory");
    if (xml->text.size > CS_XML_TEXT_LIMIT)
        end_with(xml, CS_XML_LONG_TEXT, "a text longer than a cell can hold");
}

static void XMLCALL pass_comment(void *data, const XML_Char *text)
{
    (void)text;
    ((struct cs_xml *)data)->quiet = 0;
}

static void XMLCALL pass_instruction(void *data, const XML_Char *target, const XML_Char *text)
{
    count_name(data, target);
    pass_comment(data, text);
}

static void XMLCALL refuse_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public,
                                   int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    end_with(data, CS_XML_HOSTILE, "<!DOCTYPE>");
}

static void parse(struct cs_xml *xml, cs_text bytes, bool is_last)
{
    if (XML_Parse(xml->parser, bytes.bytes, (int)bytes.size, is_last) == XML_STATUS_ERROR)
        end_with(xml, CS_XML_BROKEN, XML_ErrorString(XML_GetErrorCode(xml->parser)));
}

static bool take(void *context, cs_text bytes)
{
    struct cs_xml *xml = context;
    xml->quiet += (uint32_t)bytes.size;
    parse(xml, bytes, false);
    if (xml->quiet > CS_XML_TAG_LIMIT)
        end_with(xml, CS_XML_HOSTILE, "a tag or comment of more than 256 kB");
    return xml->end == CS_XML_WHOLE;
}

static void set_handlers(struct cs_xml *xml)
{
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, start_element, end_element);
    XML_SetCharacterDataHandler(xml->parser, add_text);
    XML_SetCommentHandler(xml->parser, pass_comment);
    XML_SetProcessingInstructionHandler(xml->parser, pass_instruction);
    XML_SetStartDoctypeDeclHandler(xml->parser, refuse_doctype);
}

static void read_entry(struct cs_xml *xml, struct cs_unzip *unzip, uint64_t entry)
{
    const char *why;
    if (cs_unzip_read(unzip, entry, take, xml, &why))
        parse(xml, CS_TEXT(""), true);
    else if (why)
        end_with(xml, cs_unzip_is_over_limit(unzip) ? CS_XML_LARGE : CS_XML_PACKED, why);
}

enum cs_xml_end cs_xml_read(struct cs_unzip *unzip, uint64_t entry, const struct cs_xml_element *elements,
                            void *context, const char **why)
{
    struct cs_xml xml = {.parser = XML_ParserCreate(NULL), .elements = elements, .context = context};
    if (!xml.parser) {
        *why = "out of memory";
        return CS_XML_BROKEN;
    }
    set_handlers(&xml);
    read_entry(&xml, unzip, entry);
    XML_ParserFree(xml.parser);
    cs_buf_free(&xml.text);
    *why = xml.why;
    return xml.end;
}

cs_text cs_xml_get(const struct cs_xml *xml, const char *name)
{
    for (const XML_Char **attribute = xml->attributes; *attribute; attribute += 2)
        if (strcmp(local_name(attribute[0]), name) == 0)
            return cs_text_of(attribute[1]);
    return (cs_text){0};
}

uint32_t cs_xml_number(cs_text text)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.size && cs_is_digit(text.bytes[i]) && number < 100000000; i++)
        number = number * 10 + (uint32_t)(text.bytes[i] - '0');
    return number;
}

bool cs_xml_is_on(const struct cs_xml *xml, const char *name)
{
    cs_text value = cs_xml_get(xml, name);
    return cs_text_equal(value, CS_TEXT("1")) || cs_text_equal(value, CS_TEXT("true"));
}

cs_text cs_xml_text(const struct cs_xml *xml)
{
    return cs_buf_text(&xml->text);
}

void cs_xml_stop(struct cs_xml *xml)
{
    end_with(xml, CS_XML_STOPPED, NULL);
}
