/* The first key of every file of ours: checksheet: profile/1. */
#ifndef LOAD_FILE_KIND_H
#define LOAD_FILE_KIND_H

#include "checksheet/load.h"
#include "load/fields.h"

/* True when the file says that it is of this kind and of a format we know; otherwise reported. */
bool cs_expect_kind(struct cs_reader *reader, const struct cs_node *root, enum cs_file_kind kind);

#endif
