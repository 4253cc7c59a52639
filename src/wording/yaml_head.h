/* The head of a profile, and the comments above its answers, as YAML. */
#ifndef WORDING_YAML_HEAD_H
#define WORDING_YAML_HEAD_H

#include "base/yaml_out.h"
#include "checksheet/catalog.h"

/* A comment wrapped to 80 columns. */
void cs_yaml_wrap_comment(struct cs_job *job, struct cs_buf *out, uint32_t indent, cs_text text);

/* The comment above an item's key: the question and its guide, wrapped to 80 columns. */
void cs_yaml_add_question(struct cs_job *job, struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                          enum cs_language language);

/* The same as written by versions before 0.2, on one line. */
void cs_yaml_add_question_line(struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                               enum cs_language language);

/* The catalog that a profile answers, with its edition so that a later one is noticed; an empty edition is left out. */
void cs_yaml_add_catalog(struct cs_buf *out, cs_text id, cs_text edition, cs_text level);

/* The head of a profile for a catalog: the line by which an editor finds the schema, the catalog's title, its marks. */
void cs_yaml_add_head(struct cs_job *job, struct cs_buf *out, const struct cs_catalog *catalog,
                      enum cs_language language);

#endif
