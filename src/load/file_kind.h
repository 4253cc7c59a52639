/* The first key of every file of ours: checksheet: profile/1. */
#ifndef LOAD_FILE_KIND_H
#define LOAD_FILE_KIND_H

#include "checksheet/load.h"
#include "load/fields.h"

/* True if the file declares this kind and a format version that we know; otherwise reported. */
bool cs_expect_kind(struct cs_reader *reader, const struct cs_node *root, enum cs_file_kind kind);

#endif
