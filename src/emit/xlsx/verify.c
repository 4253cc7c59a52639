/* A writer that does not check its own temporary files can produce a valid archive with parts that end within a tag.
 * So the result is read once: a part is complete if it ends with the closing tag of its root element. */
#include "emit/xlsx/verify.h"
#include "package/unzip.h"

#include <string.h>

enum { LONGEST_ROOT = 64 };

struct part {
    char root[LONGEST_ROOT]; /* name of the first element */
    size_t root_size;
    enum { BEFORE_TAG, IN_TAG, IN_ROOT, BEHIND_ROOT } at;
    char tail[LONGEST_ROOT + 3]; /* the last bytes: </root> */
    size_t tail_size;
};

/* Reads the name of the root from the first tag that is no declaration. */
static void find_root(struct part *part, cs_text bytes)
{
    for (size_t i = 0; i < bytes.size && part->at != BEHIND_ROOT; i++) {
        char byte = bytes.bytes[i];
        if (part->at == BEFORE_TAG) {
            part->at = byte == '<' ? IN_TAG : BEFORE_TAG;
        } else if (part->at == IN_TAG && (byte == '?' || byte == '!')) {
            part->at = BEFORE_TAG;
        } else if (strchr(" \t\r\n/>", byte) || part->root_size == LONGEST_ROOT) {
            part->at = BEHIND_ROOT;
        } else {
            part->at = IN_ROOT;
            part->root[part->root_size++] = byte;
        }
    }
}

static void keep_tail(struct part *part, cs_text bytes)
{
    size_t room = sizeof part->tail;
    if (bytes.size > room)
        bytes = cs_text_skip(bytes, bytes.size - room);
    size_t kept = part->tail_size + bytes.size > room ? room - bytes.size : part->tail_size;
    memmove(part->tail, part->tail + part->tail_size - kept, kept);
    memcpy(part->tail + kept, bytes.bytes, bytes.size);
    part->tail_size = kept + bytes.size;
}

static bool take(void *context, cs_text bytes)
{
    struct part *part = context;
    find_root(part, bytes);
    keep_tail(part, bytes);
    return true;
}

static bool is_closed(const struct part *part)
{
    cs_text tail = cs_text_trim((cs_text){part->tail, part->tail_size});
    if (!cs_text_ends(tail, CS_TEXT(">")))
        return false;
    tail.size--;
    if (!cs_text_ends(tail, (cs_text){part->root, part->root_size}))
        return false;
    tail.size -= part->root_size;
    return cs_text_ends(tail, CS_TEXT("</"));
}

static bool is_xml(cs_text name)
{
    return cs_text_ends(name, CS_TEXT(".xml")) || cs_text_ends(name, CS_TEXT(".rels"));
}

bool cs_verify_package(struct cs_arena *arena, cs_text archive, const char **why)
{
    struct cs_unzip *unzip = cs_unzip_open(arena, archive, why);
    bool whole = unzip != NULL;
    for (uint64_t i = 0; whole && i < cs_unzip_count(unzip); i++) {
        struct part part = {.at = BEFORE_TAG};
        whole = cs_unzip_read(unzip, i, take, &part, why);
        if (whole && is_xml(cs_unzip_name(unzip, i)) && !is_closed(&part)) {
            *why = "the file came out cut short: is the folder for temporary files full?";
            whole = false;
        }
    }
    if (unzip)
        cs_unzip_close(unzip);
    return whole;
}
