/* What a profile begins with, and what stands above its answers, in YAML. */
#ifndef WORDING_YAML_HEAD_H
#define WORDING_YAML_HEAD_H

#include "base/yaml_out.h"
#include "checksheet/catalog.h"

/* A comment in lines that fit an editor of 80 columns. */
void cs_yaml_wrap_comment(struct cs_job *job, struct cs_buf *out, uint32_t indent, cs_text text);

/* What stands above an item's key: the question, and below it what to say, in lines that fit an editor of 80 columns. */
void cs_yaml_add_question(struct cs_job *job, struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                          enum cs_language language);

/* The same as versions before 0.2 wrote it, on one line. */
void cs_yaml_add_question_line(struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                               enum cs_language language);

/* Which catalog a profile answers, and in which edition, so that a later one is noticed; no edition: none is said. */
void cs_yaml_add_catalog(struct cs_buf *out, cs_text id, cs_text edition, cs_text level);

/* The head of a profile for a catalog: the line by which an editor finds the schema, the catalog's title, its marks. */
void cs_yaml_add_head(struct cs_job *job, struct cs_buf *out, const struct cs_catalog *catalog,
                      enum cs_language language);

#endif
