/* The crosswalks of a run: those on CHECKSHEET_PATH, and those that are part of the program. */
#ifndef CMD_CROSSWALKS_H
#define CMD_CROSSWALKS_H

#include "cmd/files.h"

/* Finds them all. Those of files are loaded, and their faults printed on stderr; one built in is loaded at first need, and
 * left out where a catalog of its is not the one built in. To be freed by crosswalks_free. */
struct cs_crosswalks crosswalks_find(struct run *run);
void crosswalks_free(struct cs_crosswalks *crosswalks);

#endif
