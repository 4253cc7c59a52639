/* The inside of an edit: the splices that it comes to. */
#ifndef SCAFFOLD_EDITS_H
#define SCAFFOLD_EDITS_H

#include "scaffold/tree.h"

/* What of several at one place comes first. */
enum cs_rank { OF_A_VALUE, OF_LINES };

struct cs_splice {
    uint32_t start, end; /* bytes of the file that give way */
    enum cs_rank rank;
    uint32_t order; /* in which they came */
    cs_text text;
};

/* Keys that must be there at the end, with such values as this YAML, a mapping, says. */
struct cs_expectation {
    struct cs_keys map;
    cs_text yaml;
};

struct cs_edits {
    struct cs_tree tree;
    struct cs_splice *splices;
    uint32_t splice_count, splice_room;
    struct cs_expectation *expected;
    uint32_t expected_count, expected_room;
    bool failed, finished;
    cs_text after; /* the bytes, once finished */
};

/* The edit cannot be made; false. */
bool cs_edit_fail(struct cs_edits *edit);

/* Bytes that give way to a text, which lives as long as the job. */
void cs_edit_add_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, cs_text text);

/* As cs_edit_add_splice; takes the buffer's text. */
void cs_edit_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, struct cs_buf *text);

/* Keys that must be there at the end; takes the buffer's text. */
void cs_edit_expect(struct cs_edits *edit, struct cs_keys map, struct cs_buf *yaml);

#endif
