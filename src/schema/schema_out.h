/* Helpers for writing all parts of a JSON Schema. */
#ifndef SCHEMA_SCHEMA_OUT_H
#define SCHEMA_SCHEMA_OUT_H

#include "base/job.h"
#include "checksheet/catalog.h"
#include "base/json_out.h"

struct cs_schema_out {
    struct cs_json json;
    struct cs_job *job;
    enum cs_language language;
    const struct cs_catalog *catalog; /* the catalog that is answered; NULL: any */
    bool kinds[CS_KINDS];             /* kinds for which its questions share a definition */
};

/* Joins texts into the buffer, which holds the result. */
cs_text cs_schema_join(struct cs_buf *buf, const char *before, cs_text text, const char *behind);

/* As cs_json_put and cs_json_put_object, for a text and a key of another type. */
void cs_schema_put(struct cs_schema_out *schema, const char *key, const char *text);
void cs_schema_put_object(struct cs_schema_out *schema, cs_text key, enum cs_json_shape shape);

/* Writes a reference to a definition: into the open object, or as a member of the open list. */
void cs_schema_put_reference(struct cs_schema_out *schema, cs_text name);
void cs_schema_add_reference(struct cs_schema_out *schema, cs_text name);

/* Writes a list of words, given as one text, or of texts. */
void cs_schema_put_words(struct cs_schema_out *schema, const char *key, const char *words);

void cs_schema_put_texts(struct cs_schema_out *schema, const char *key, const cs_text *texts, uint32_t count);

/* Any scalar. Written without a list of `type`s, for which yaml-language-server would offer true, false and null. */
void cs_schema_put_text_type(struct cs_schema_out *schema);

/* Words to choose from, with their meanings. */
struct cs_schema_words {
    struct cs_schema_out *schema;
    cs_text words[64], meanings[64]; /* a catalog has at most 32 marks, a question 52 choices */
    uint32_t count;
};

void cs_schema_add_word(struct cs_schema_words *out, cs_text word, cs_text meaning);

/* Writes the words: into the open object, or as a member of the open list, which gets none if there are none. */
void cs_schema_put_enum(struct cs_schema_words *out);
void cs_schema_add_enum(struct cs_schema_words *out);

#endif
