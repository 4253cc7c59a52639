/* An editor for a person's YAML file: keys are set, added, removed, renamed and moved at the bytes where they are.
 * Everything else stays byte for byte: comments, blank lines, quotes, indentation, line ends, the order of keys.
 *
 * Edits are collected against the file as read, and applied together: all or none. A comment inside a value that
 * is replaced as a whole is moved above its key. */
#ifndef SCAFFOLD_EDIT_H
#define SCAFFOLD_EDIT_H

#include "checksheet/source.h"

struct cs_edits;

/* A path of keys from the outermost mapping inward, without quotes; an empty one ends it. {"answers", "6-8",
 * "reviewed"}; an empty path is the outermost mapping. */
struct cs_keys {
    cs_text at[8];
};

#define CS_KEYS(...) ((struct cs_keys){{__VA_ARGS__}})

/* Where lines are inserted: as first or last of the mapping that the path names, or before the comments or after the
 * last line of the key that it names. */
enum cs_edit_where { CS_EDIT_FIRST, CS_EDIT_LAST, CS_EDIT_BEFORE, CS_EDIT_BEHIND };

/* A key of the file in the form that cs_keys takes: without quotes. */
cs_text cs_edit_key_name(struct cs_span key);

/* Begins an edit. NULL after reporting that the file is not YAML as accepted here. The source must outlive the edit,
 * which lives as long as the job. */
struct cs_edits *cs_edit_begin(struct cs_job *job, const struct cs_source *source);

/* True if the file has the key. */
bool cs_edit_has(struct cs_edits *edit, struct cs_keys keys);

/* True if the key's value is a mapping, in any notation. */
bool cs_edit_is_mapping(struct cs_edits *edit, struct cs_keys keys);

/* The text of a key's value from after its colon, as in the file, and the indentation of the key's line: arguments
 * for cs_edit_set_lines to restore it. Empty if there is no value. */
cs_text cs_edit_value(struct cs_edits *edit, struct cs_keys keys, uint32_t *indent);

/* Each edit below returns false if it cannot be made, and then none of them can: if a text would have to become a
 * mapping, if a key does not exist, if lines would be inserted into a flow mapping.
 *
 * Sets the key's value to a text, with the quotes that it has, or those that it needs; an empty text makes it
 * empty. A key that does not exist is added as the last one of its mapping, and so are the mappings on the way. */
bool cs_edit_set(struct cs_edits *edit, struct cs_keys keys, cs_text text);

/* Sets the key's value to YAML: the text after the colon (" ○ text") and lines below it, written for a key indented
 * by `indent`. */
bool cs_edit_set_lines(struct cs_edits *edit, struct cs_keys keys, cs_text lines, uint32_t indent);

/* Inserts whole lines, keys and comments, written for an indentation. */
bool cs_edit_insert(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text lines,
                    uint32_t indent);

/* Removes a key with its value and the comments directly above it; the heading of a section ("# --") stays. */
bool cs_edit_remove(struct cs_edits *edit, struct cs_keys keys);

/* Renames the key. */
bool cs_edit_rename(struct cs_edits *edit, struct cs_keys keys, cs_text key);

/* Moves a key with its comments within its mapping: FIRST, LAST, or BEFORE or BEHIND the neighbour. */
bool cs_edit_move(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text neighbour);

/* Replaces bytes; an empty span inserts. */
bool cs_edit_replace(struct cs_edits *edit, struct cs_span span, cs_text text);

/* The bytes of the file after the edits. False if one could not be made, two overlap, or the result does not have the
 * intended values: such a file must not be written. The text lives as long as the job. */
bool cs_edit_finish(struct cs_edits *edit, cs_text *bytes);

#endif
