/* XML as a stream of selected elements. */
#ifndef PACKAGE_XML_H
#define PACKAGE_XML_H

#include "checksheet/sheet.h"
#include "package/unzip.h"

struct cs_xml; /* a document being read */

/* An element to handle. Elements are recognised by local name, so that prefixes and Office's two families of
 * namespaces make no difference. Unlisted elements are ignored, but not the elements inside them. */
struct cs_xml_element {
    const char *name;
    void (*start)(void *context, struct cs_xml *xml); /* may be NULL */
    void (*end)(void *context, struct cs_xml *xml);   /* may be NULL */
    bool keeps_text; /* for `end`: the text directly inside, without that of nested elements */
    bool is_skipped; /* with everything inside */
};

/* The result of reading a document. */
enum cs_xml_end {
    CS_XML_WHOLE,
    CS_XML_STOPPED,  /* by cs_xml_stop */
    CS_XML_PACKED,   /* the archive could not provide it */
    CS_XML_LARGE,    /* exceeds the archive's limits */
    CS_XML_BROKEN,   /* not well-formed */
    CS_XML_HOSTILE,  /* well-formed, but of a kind written only to do harm */
    CS_XML_LONG_TEXT /* a text exceeds CS_XML_TEXT_LIMIT */
};

enum {
    CS_XML_DEPTH_LIMIT = 32,
    CS_XML_NAME_LIMIT = 2048,     /* distinct names of elements and attributes */
    CS_XML_TAG_LIMIT = 256 << 10, /* bytes of a tag or comment */
    CS_XML_VALUE_LIMIT = 64 << 10,
    CS_XML_TEXT_LIMIT =
        3 * CS_CELL_UNITS /* bytes: as many characters of three bytes, so that no shorter text is refused */
};

/* Reads an entry as a document. `elements` ends with one whose name is NULL; of several with the same name the first
 * counts. If the result is not complete, *why is the reason, in English. */
enum cs_xml_end cs_xml_read(struct cs_unzip *unzip, uint64_t entry, const struct cs_xml_element *elements,
                            void *context, const char **why);

/* The value of an attribute of the starting element, by local name; empty if there is none. Lives until the handler
 * returns. */
cs_text cs_xml_get(const struct cs_xml *xml, const char *name);

/* The number at the front of a text; 0 if none, at most 999,999,999. */
uint32_t cs_xml_number(cs_text text);

/* True if an attribute is present and is 1 or true. */
bool cs_xml_is_on(const struct cs_xml *xml, const char *name);

/* The text of the ending element, if it keeps it. Lives until the handler returns. */
cs_text cs_xml_text(const struct cs_xml *xml);

/* Stops reading once the handler returns. */
void cs_xml_stop(struct cs_xml *xml);

#endif
