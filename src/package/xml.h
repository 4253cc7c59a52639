/* XML as a stream of the elements one asks for. */
#ifndef PACKAGE_XML_H
#define PACKAGE_XML_H

#include "package/unzip.h"

struct cs_xml; /* one document under way */

/* An element to look at. Elements are recognised by their local names, so that prefixes and the two families of namespaces
 * that Office has make no difference. Those nobody asks for are passed over, but not what is inside them. */
struct cs_xml_element {
    const char *name;
    void (*start)(void *context, struct cs_xml *xml); /* may be NULL */
    void (*end)(void *context, struct cs_xml *xml);   /* may be NULL */
    bool keeps_text; /* for end: what stands between the tags themselves, not in elements inside */
    bool is_skipped; /* with all that is inside */
};

/* How a document ended. */
enum cs_xml_end {
    CS_XML_WHOLE,
    CS_XML_STOPPED,  /* by cs_xml_stop */
    CS_XML_PACKED,   /* the archive could not give it */
    CS_XML_LARGE,    /* beyond the archive's limits */
    CS_XML_BROKEN,   /* not well-formed */
    CS_XML_HOSTILE,  /* sound, but of a kind that no program writes but to do harm */
    CS_XML_LONG_TEXT /* a text beyond CS_XML_TEXT_LIMIT */
};

enum {
    CS_XML_DEPTH_LIMIT = 32,
    CS_XML_NAME_LIMIT = 2048,     /* different names of elements and attributes */
    CS_XML_TAG_LIMIT = 256 << 10, /* bytes of a tag or comment */
    CS_XML_VALUE_LIMIT = 64 << 10,
    CS_XML_TEXT_LIMIT = 98301 /* bytes: 32,767 characters of three bytes, so that no shorter text is refused */
};

/* Reads an entry as a document. The elements, of which the first of a name counts, end with one whose name is NULL.
 * When it did not end whole, *why says what was wrong, in English. */
enum cs_xml_end cs_xml_read(struct cs_unzip *unzip, uint64_t entry, const struct cs_xml_element *elements,
                            void *context, const char **why);

/* The same of bytes in memory. */
enum cs_xml_end cs_xml_read_bytes(cs_text bytes, const struct cs_xml_element *elements, void *context,
                                  const char **why);

/* Where the tag that starts or ends the element at hand stands: offsets of its first byte and behind its last one in the
 * document as it is written, a byte order mark included. For the end of an element without an end tag, <c/>, both are the
 * offset behind its only tag. */
size_t cs_xml_tag_start(const struct cs_xml *xml);
size_t cs_xml_tag_end(const struct cs_xml *xml);

/* The value of an attribute of the element that starts, by its local name; the empty text when it has none. Lives until
 * the handler returns. */
cs_text cs_xml_get(const struct cs_xml *xml, const char *name);

/* The number that the text begins with; 0 if none, at most 999,999,999. */
uint32_t cs_xml_number(cs_text text);

/* True for an attribute that is there and is 1 or true. */
bool cs_xml_is_on(const struct cs_xml *xml, const char *name);

/* The text of the element that ends, if it keeps it. Lives until the handler returns. */
cs_text cs_xml_text(const struct cs_xml *xml);

/* Ends the document once the handler returns. */
void cs_xml_stop(struct cs_xml *xml);

#endif
