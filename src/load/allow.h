/* allow: [stale-answer], reason: ...: what a profile, or an answer in it, lets be found without being counted. */
#ifndef LOAD_ALLOW_H
#define LOAD_ALLOW_H

#include "load/fields.h"

/* Reads `allow` and `reason` of a long answer, from whose key on they hold, to the next answer. What cannot be
 * allowed is reported, and then not allowed; so is an `allow` without a reason. */
struct cs_allowances cs_allow_read_answer(struct cs_reader *reader, const struct cs_node *key,
                                          const struct cs_node *map);

/* As cs_allow_read_answer, of a profile's mapping: for all of the file but the answers. */
struct cs_allowances cs_allow_read_file(struct cs_reader *reader, const struct cs_node *map);

#endif
