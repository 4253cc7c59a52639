/* Where the questions of somebody's file stand, in YAML: in a form of its own, and in a catalog. */
#ifndef LOAD_FORM_H
#define LOAD_FORM_H

#include "load/fields.h"

cs_field_reader cs_read_form; /* const struct cs_form *: [{sheet: ..., header: 5, columns: {A: number, C: question}}] */

#endif
