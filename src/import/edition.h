/* Which edition of a catalog a file was written for. Numbers alone do not tell: they may be those of other questions. */
#ifndef IMPORT_EDITION_H
#define IMPORT_EDITION_H

#include "import/items.h"

/* Of all the catalogs with an id the edition that the file names, else the one with most of its questions under their
 * numbers; of several that fit alike, the newest. NULL if there is no catalog with this id. */
const struct cs_catalog *cs_edition_of_file(struct cs_job *job, const struct cs_grid *grid,
                                            const struct cs_lines *lines, const struct cs_import_options *options,
                                            cs_text id);

/* Whether a file that this program wrote for a catalog was written for this edition: THIS if it names it, or names none,
 * and at least half of its questions are there under their numbers. */
enum cs_edition_fit { CS_EDITION_UNKNOWN, CS_EDITION_THIS, CS_EDITION_OTHER };

enum cs_edition_fit cs_edition_fit_of(struct cs_job *job, const struct cs_grid *grid, const struct cs_lines *lines,
                                      const struct cs_catalog *catalog);

#endif
