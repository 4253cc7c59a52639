/* The crosswalks of a run: those on CHECKSHEET_PATH, and the built-in ones. */
#ifndef CMD_KNOWN_CROSSWALKS_H
#define CMD_KNOWN_CROSSWALKS_H

#include "cmd/files.h"

/* Finds all crosswalks. Those in files are loaded, with their errors printed on stderr; a built-in one is loaded on
 * first use, and left out if one of its catalogs is not the built-in one. Free the result with crosswalks_free. */
struct cs_crosswalks crosswalks_find(struct run *run);
void crosswalks_free(struct cs_crosswalks *crosswalks);

#endif
