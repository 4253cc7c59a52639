/* What every part of a JSON Schema is written with. */
#ifndef SCHEMA_SCHEMA_OUT_H
#define SCHEMA_SCHEMA_OUT_H

#include "base/job.h"
#include "checksheet/catalog.h"
#include "base/json_out.h"

struct cs_schema_out {
    struct cs_json json;
    struct cs_job *job;
    enum cs_language language;
    const struct cs_catalog *catalog; /* whose questions are answered; NULL: any */
    bool kinds[CS_KINDS];             /* the kinds that its questions share a definition for */
};

/* Joins texts; the buffer holds the whole. */
cs_text cs_schema_join(struct cs_buf *buf, const char *before, cs_text text, const char *behind);

/* As cs_json_put and cs_json_put_object, for a text and a key of another form. */
void cs_schema_put(struct cs_schema_out *schema, const char *key, const char *text);
void cs_schema_put_object(struct cs_schema_out *schema, cs_text key, enum cs_json_shape shape);

/* Refers to a definition: in the object that is open, or as a member of the list. */
void cs_schema_put_reference(struct cs_schema_out *schema, cs_text name);
void cs_schema_add_reference(struct cs_schema_out *schema, cs_text name);

/* A list of words, given as one text, or of texts. */
void cs_schema_put_words(struct cs_schema_out *schema, const char *key, const char *words);

void cs_schema_put_texts(struct cs_schema_out *schema, const char *key, const cs_text *texts, uint32_t count);

/* Any scalar. Said in a roundabout way: where `type` lists them, yaml-language-server offers true, false and null. */
void cs_schema_put_text_type(struct cs_schema_out *schema);

/* Words to choose from, each with what it means. */
struct cs_schema_words {
    struct cs_schema_out *schema;
    cs_text words[64], meanings[64]; /* a catalog has at most 32 marks, a question 52 choices */
    uint32_t count;
};

void cs_schema_add_word(struct cs_schema_words *out, cs_text word, cs_text meaning);

/* Writes the words: into the object that is open, or as a member of the list, which gets none where there are none. */
void cs_schema_put_enum(struct cs_schema_words *out);
void cs_schema_add_enum(struct cs_schema_words *out);

#endif
