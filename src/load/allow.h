/* allow: [stale-answer], reason: ...: findings that a profile, or an answer in it, accepts, so that they do not
 * count. */
#ifndef LOAD_ALLOW_H
#define LOAD_ALLOW_H

#include "load/fields.h"

/* Reads `allow` and `reason` of a long answer; they apply from its key to the next answer. What cannot be allowed is
 * reported, and not allowed; so is an `allow` without a reason. */
struct cs_allowances cs_allow_read_answer(struct cs_reader *reader, const struct cs_node *key,
                                          const struct cs_node *map);

/* As cs_allow_read_answer, for a profile: for all of the file except the answers. */
struct cs_allowances cs_allow_read_file(struct cs_reader *reader, const struct cs_node *map);

#endif
