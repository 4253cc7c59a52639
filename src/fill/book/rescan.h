/* The tags of a part that has been read as XML before. What expat has accepted needs no second parser: only the places
 * of its tags are asked for. */
#ifndef FILL_RESCAN_H
#define FILL_RESCAN_H

#include "checksheet/text.h"

/* A range of bytes of the part, end exclusive. */
struct cs_stretch {
    size_t start, end;
};

/* A scan, and the tag it is at. Begins as {.part = ...}. */
struct cs_rescan {
    cs_text part;
    struct cs_stretch tag;
    cs_text name;       /* local, without a prefix */
    bool opens, closes; /* <c> opens, </c> closes, <c/> does both */

    uint32_t depth;   /* of elements that are open behind the tag */
    bool is_disjoint; /* an end tag without a start tag, or a tag without an end */
};

/* Goes to the next tag; false at the end of the part, or where it turns out not to be XML. Comments, instructions and
 * CDATA sections are passed over. */
bool cs_rescan_next(struct cs_rescan *scan);

/* True if the part was read to its end, and each element has an end. */
bool cs_rescan_is_whole(const struct cs_rescan *scan);

/* The tag as written. */
cs_text cs_rescan_tag(const struct cs_rescan *scan);

/* The bytes of a range of the part. */
cs_text cs_rescan_bytes(cs_text part, struct cs_stretch stretch);

/* Appends what stands between two tags as the text that it is: references and CDATA sections are resolved, line ends
 * become LF, comments and instructions are left out. */
void cs_rescan_add_text(struct cs_buf *out, cs_text written);

#endif
