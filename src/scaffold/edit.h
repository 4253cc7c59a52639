/* Edits of a person's YAML file: keys are set, added, removed, renamed and moved at the bytes where they stand. What no edit
 * touches stays byte for byte: comments, blank lines, quotes, indents, line ends, the order of keys.
 *
 * Edits are gathered against the file as it was read, and made together: all, or none. A comment inside a value that gives
 * way as a whole moves above its key. */
#ifndef SCAFFOLD_EDIT_H
#define SCAFFOLD_EDIT_H

#include "checksheet/source.h"

struct cs_edits;

/* Names of keys from the outermost mapping in, as they read without quotes; an empty one ends them. {"answers", "6-8",
 * "reviewed"}; none at all is the file's outermost mapping. */
struct cs_keys {
    cs_text at[8];
};

#define CS_KEYS(...) ((struct cs_keys){{__VA_ARGS__}})

/* Where lines go: as the first or last of the mapping that the keys name, or before the comments, or behind the last line,
 * of the key that they name. */
enum cs_edit_where { CS_EDIT_FIRST, CS_EDIT_LAST, CS_EDIT_BEFORE, CS_EDIT_BEHIND };

/* A key of the file as cs_keys take it: as it reads without quotes. */
cs_text cs_edit_key_name(struct cs_span key);

/* Begins an edit. NULL, and reported, when the file is not YAML that we take. The source must outlive the edit, which lives
 * as long as the job. */
struct cs_edits *cs_edit_begin(struct cs_job *job, const struct cs_source *source);

/* True when the file has the key. */
bool cs_edit_has(struct cs_edits *edit, struct cs_keys keys);

/* True when a mapping, however written, is the key's value. */
bool cs_edit_is_mapping(struct cs_edits *edit, struct cs_keys keys);

/* What stands behind a key's colon to the end of its value, as it is in the file, and how far the key's line stands in;
 * what cs_edit_set_lines takes to put it back. Empty where nothing stands there. */
cs_text cs_edit_value(struct cs_edits *edit, struct cs_keys keys, uint32_t *indent);

/* Every edit below returns false when it cannot be made there, and then the whole of them cannot: where a mapping would
 * have to be made of a text, where a key is not there, where lines would stand between braces.
 *
 * The key's value becomes a text, in the quotes that it has or such as it needs; an empty text empties it. A key that is
 * not there is added as the last of its mapping, and so are the mappings on the way. */
bool cs_edit_set(struct cs_edits *edit, struct cs_keys keys, cs_text text);

/* The key's value becomes YAML: what stands behind the colon (" ○ text"), and lines below it, which were written for a key
 * that stands in as far as `indent`. */
bool cs_edit_set_lines(struct cs_edits *edit, struct cs_keys keys, cs_text lines, uint32_t indent);

/* Puts in whole lines, keys and comments, written for an indent. */
bool cs_edit_insert(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text lines,
                    uint32_t indent);

/* Takes out a key with its value and the comments right above it; the heading of a section ("# --") stays. */
bool cs_edit_remove(struct cs_edits *edit, struct cs_keys keys);

/* The key is called otherwise. */
bool cs_edit_rename(struct cs_edits *edit, struct cs_keys keys, cs_text key);

/* Takes a key with its comments to another place of the same mapping: FIRST, LAST, or BEFORE or BEHIND the neighbour. */
bool cs_edit_move(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text neighbour);

/* Bytes give way to others; a span of no length puts them in. */
bool cs_edit_replace(struct cs_edits *edit, struct cs_span span, cs_text text);

/* The bytes of the file after the edits. False when one could not be made, two are about the same bytes, or what comes out
 * is not what was meant: such a file is not written. The text lives as long as the job. */
bool cs_edit_finish(struct cs_edits *edit, cs_text *bytes);

/* The edit that takes back a finished one; `after` is the file with it made. */
struct cs_edits *cs_edit_undo(struct cs_job *job, const struct cs_edits *edit, const struct cs_source *after);

#endif
