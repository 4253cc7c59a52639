/* The form that a catalog says its questions stand on. */
#ifndef IMPORT_KNOWN_FORM_H
#define IMPORT_KNOWN_FORM_H

#include "checksheet/import.h"

/* The options with the form of a catalog added, if the file is one; else the options unchanged. A published list is
 * known by its numbers, which then hold for any text. A form that a catalog was made from is known by the texts of its
 * questions: another customer's form may well have the same numbers on a worksheet of the same name. */
const struct cs_import_options *cs_known_form_options(struct cs_job *job, const struct cs_grid *grid,
                                                      const struct cs_import_options *options);

#endif
