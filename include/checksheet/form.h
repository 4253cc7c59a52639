/* The form of somebody's sheet: on which worksheets, under which rows and in which columns its questions and answers
 * stand. Recognised by an import, or written by hand where that goes wrong. */
#ifndef CHECKSHEET_FORM_H
#define CHECKSHEET_FORM_H

#include "checksheet/vocab.h"

/* How a column was recognised. */
enum cs_known {
    CS_UNKNOWN,
    CS_KNOWN_BY_FORM,
    CS_KNOWN_BY_TITLE,
    CS_KNOWN_BY_CONTENT,
    CS_KNOWN_AS_GUIDE,      /* it explains the question, and stays in the form */
    CS_KNOWN_AS_TRANSLATION /* it is the question in the other language */
};

struct cs_form_column {
    uint32_t column; /* from 0: A */
    enum cs_role role;
    cs_text title;  /* as the sheet has it; may be empty */
    uint32_t below; /* rows from that of the question down to its cell; 0: all stands in one row */
};

/* A part of the form: one worksheet. Rows are from 0. */
struct cs_form_part {
    cs_text worksheet;              /* its name; empty: the only one, or the first */
    uint32_t header;                /* the last row of the titles; CS_NO_ROW: there are none */
    uint32_t first, last;           /* rows that may hold items; last CS_NO_ROW: to the end */
    struct cs_form_column *columns; /* by column; where cells stand below others, a column may come more than once */
    uint32_t column_count;
};

#define CS_NO_ROW UINT32_MAX

struct cs_form {
    cs_text catalog; /* id; empty: not said */
    struct cs_form_part *parts;
    uint32_t part_count;
};

/* True for a part of questions above their answers. */
bool cs_form_is_stacked(const struct cs_form_part *part);

/* The parts of a form as the YAML that they are in a form and in a catalog, below their key. */
void cs_form_write_parts(const struct cs_form *form, struct cs_buf *out);

/* The form as a file that cs_load_form reads. */
void cs_form_write(const struct cs_form *form, struct cs_buf *out);

#endif
