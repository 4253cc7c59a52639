/* Internals of an edit: its splices. */
#ifndef SCAFFOLD_EDITS_H
#define SCAFFOLD_EDITS_H

#include "scaffold/tree.h"

/* The order of several splices at one place. */
enum cs_rank { OF_A_VALUE, OF_LINES };

struct cs_replacement {
    uint32_t start, end; /* bytes of the file to replace */
    enum cs_rank rank;
    uint32_t order; /* of insertion */
    cs_text text;
};

/* Keys that the result must have, with the values in this YAML mapping. */
struct cs_expectation {
    struct cs_keys map;
    cs_text yaml;
};

struct cs_edits {
    struct cs_tree tree;
    struct cs_replacement *splices;
    uint32_t splice_count, splice_room;
    struct cs_expectation *expected;
    uint32_t expected_count, expected_room;
    bool failed, finished;
    cs_text after; /* the resulting bytes, once finished */
};

/* Marks the edit as impossible; returns false. */
bool cs_edit_fail(struct cs_edits *edit);

/* Replaces bytes by a text, which lives as long as the job. */
void cs_edit_add_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, cs_text text);

/* As cs_edit_add_splice; takes the buffer's text. */
void cs_edit_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, struct cs_buf *text);

/* Records keys that the result must have; takes the buffer's text. */
void cs_edit_expect(struct cs_edits *edit, struct cs_keys map, struct cs_buf *yaml);

#endif
