/* A form in YAML, which locates the questions in somebody's file: as a file of its own, or in a catalog. */
#ifndef LOAD_FORM_H
#define LOAD_FORM_H

#include "load/fields.h"

cs_field_reader cs_read_form; /* const struct cs_form *: [{sheet: ..., header: 5, columns: {A: number, C: question}}] */

#endif
