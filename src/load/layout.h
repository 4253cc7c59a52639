/* The layout of a sheet in YAML: marks, columns, layouts; in catalogs and in profiles. */
#ifndef LOAD_LAYOUT_H
#define LOAD_LAYOUT_H

#include "load/fields.h"

struct cs_marks_read {
    const struct cs_mark *at;
    uint32_t count;
};

cs_field_reader cs_read_marks;   /* struct cs_marks_read: ○: {id: ok, ...} or ○: ok */
cs_field_reader cs_read_columns; /* struct cs_layout, its columns: [number, question: 確認事項, ...] */
cs_field_reader cs_read_layout;  /* struct cs_layout: {columns: ..., numbers: last, marks: ...} */

/* Reports a text that is not the word for a column, with the list of those that are. */
void cs_report_role(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value);

/* Gives a layout without columns the default ones. */
void cs_layout_set_defaults(struct cs_layout *layout);

#endif
