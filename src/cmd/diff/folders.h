/* Comparing the files of two folders by name. */
#ifndef CMD_DIFF_FOLDERS_H
#define CMD_DIFF_FOLDERS_H

#include "cmd/diff/comparing.h"

/* Compares them with the options of `like`, which is not loaded itself, and writes one document to each output, in
 * the order of names; files without a counterpart are reported. The exit code is the worst of all pairs. */
enum exit_code folders_compare(const struct comparing *like, const struct cs_emit_options *options);

#endif
