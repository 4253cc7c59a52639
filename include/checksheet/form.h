/* The form of somebody's sheet: on which worksheets and in which rows and columns its questions and answers are.
 * Recognised by an import, or written by hand if that fails. */
#ifndef CHECKSHEET_FORM_H
#define CHECKSHEET_FORM_H

#include "checksheet/vocab.h"

/* How the role of a column is known. */
enum cs_known {
    CS_UNKNOWN,
    CS_KNOWN_BY_FORM,
    CS_KNOWN_BY_TITLE,
    CS_KNOWN_BY_CONTENT,
    CS_KNOWN_AS_GUIDE,      /* it explains the question, and is left alone */
    CS_KNOWN_AS_TRANSLATION /* it has the question in the other language */
};

struct cs_form_column {
    uint32_t column; /* 0-based */
    enum cs_role role;
    cs_text title;  /* as in the sheet; may be empty */
    uint32_t below; /* rows from the question down to its cell; 0: in the same row */
};

/* A part of a form: one worksheet. Rows are 0-based. */
struct cs_form_part {
    cs_text worksheet;              /* its name; empty: the only one, or the first */
    uint32_t header;                /* the last title row; CS_NO_ROW if there is none */
    uint32_t first, last;           /* rows that may hold items; last CS_NO_ROW: to the end */
    struct cs_form_column *columns; /* sorted by column; if cells are below others, a column may occur more than once */
    uint32_t column_count;
};

#define CS_NO_ROW UINT32_MAX

struct cs_form {
    cs_text catalog; /* id; empty: not said */
    struct cs_form_part *parts;
    uint32_t part_count;
};

/* True for a part with questions above their answers. */
bool cs_form_is_stacked(const struct cs_form_part *part);

/* Appends the parts of a form as YAML, as they are under their key in forms and catalogs. */
void cs_form_write_parts(const struct cs_form *form, struct cs_buf *out);

/* Appends the form as a file for cs_load_form. */
void cs_form_write(const struct cs_form *form, struct cs_buf *out);

#endif
