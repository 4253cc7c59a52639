/* Typed fields of a mapping, read by tables: a row for each key, with the function that reads its value and the
 * member that it sets. Unknown, duplicate and missing keys are found here, for every kind of file. */
#ifndef LOAD_FIELDS_H
#define LOAD_FIELDS_H

#include "checksheet/profile.h"
#include "yaml/yaml_doc.h"
#include "base/report.h"

struct cs_reader {
    struct cs_job *job;
    const struct cs_source *source;
    enum cs_language language; /* of plain texts in the file */
};

/* Reads the reader's file as YAML. The nodes live in the arena until the caller releases it; NULL after reporting
 * that it is not YAML. */
const struct cs_node *cs_reader_open(struct cs_reader *reader, struct cs_arena *nodes);

/* Reads a value into the member at `into`. */
typedef void cs_field_reader(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                             void *into);

struct cs_field {
    const char *key;
    cs_field_reader *read; /* NULL: known, and read elsewhere */
    size_t offset;         /* of the member in the target */
    const char *example;   /* NULL if the key is optional; otherwise shown if it is missing */
};

/* The fields that a mapping may have. A key without a row is passed to `other`, which returns true if it has handled
 * it; otherwise, or without one, the key is reported. */
struct cs_fields {
    const struct cs_field *rows;
    size_t count;
    bool (*other)(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *target);
};
#define CS_FIELDS(rows, other) ((struct cs_fields){(rows), sizeof(rows) / sizeof *(rows), (other)})

/* Reads a mapping's fields into the target; keys that begin with x- are ignored. An empty value counts as no key. A
 * missing key is reported at `owner`, the key of the mapping; NULL: at its first key. */
void cs_read_fields(struct cs_reader *reader, const struct cs_node *owner, const struct cs_node *map,
                    struct cs_fields fields, void *target);

/* A key, or its value; NULL if the mapping does not have it. */
const struct cs_node *cs_map_key(const struct cs_node *map, const char *key);
const struct cs_node *cs_map_get(const struct cs_node *map, const char *key);

/* Reads one key before all others, because these depend on it; its row in the table then has no reader. */
void cs_read_early(struct cs_reader *reader, const struct cs_node *map, const char *key, cs_field_reader *read,
                   void *into);

/* Reports a message about a node; the arguments are as for cs_report. */
struct cs_finding *cs_report_node(struct cs_reader *reader, cs_message message, const struct cs_node *node,
                                  cs_text first, cs_text second);

/* True if the value is a mapping; otherwise reported. */
bool cs_want_map(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value);

/* As cs_want_map, for a mapping with keys that the author chooses; also reports duplicate keys. */
bool cs_want_named(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value);
bool cs_want_text(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value);

/* True if a key has a value that is not a mapping: that was reported, so what it lacks need not be. */
bool cs_has_wrong_shape(const struct cs_node *map, const char *key);

/* True if a list or mapping has at most `most` entries; otherwise reported. For lists that are searched repeatedly,
 * and are long in no honest file. */
bool cs_want_few(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, uint32_t most);

/* True for an empty value. */
bool cs_is_empty(const struct cs_node *node);

/* Readers; the comment gives the type of the member. */
cs_field_reader cs_read_text;      /* cs_text */
cs_field_reader cs_read_words;     /* struct cs_words */
cs_field_reader cs_read_words_ref; /* const struct cs_words * */
cs_field_reader cs_read_texts;     /* struct cs_texts */
cs_field_reader cs_read_true;      /* bool */
cs_field_reader cs_read_date;      /* struct cs_date */
cs_field_reader cs_read_language;  /* enum cs_language */

/* A list of texts being read; its members are copied to the target. */
struct cs_texts {
    const cs_text *at;
    uint32_t count;
};

/* Reports that a word is not one of those allowed, which are given as one text. */
void cs_report_word(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, cs_text allowed);

/* Reports that a word is not a level of a catalog. */
void cs_report_level(struct cs_job *job, struct cs_span span, const struct cs_catalog *catalog, cs_text word);

/* The number of entries in a list, or of keys in a mapping. */
uint32_t cs_node_count(const struct cs_node *node);

#endif
