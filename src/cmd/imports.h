/* Reading a filled sheet, for the commands that take one. */
#ifndef CMD_IMPORTS_H
#define CMD_IMPORTS_H

#include "cmd/steps.h"

/* Reads the grid of a file; findings are printed. NULL if it cannot be read, with *code set. */
const struct cs_grid *imports_read(struct run *run, const struct cs_source *source, enum exit_code *code);

/* As cs_import, with all available catalogs; `known`, unless NULL, replaces its edition. Prints nothing. */
enum cs_import_result imports_try(struct run *run, const struct cs_grid *grid, struct cs_import_options *options,
                                  const struct cs_catalog *known, struct cs_imported *imported,
                                  struct cs_import_fit fits[2]);

/* Imports a grid with the available catalogs. False after reporting why not, with *code set. */
bool imports_understand(struct run *run, cs_text path, const struct cs_grid *grid, struct cs_import_options *options,
                        struct cs_imported *imported, enum exit_code *code);

/* The sheet of a grid, whichever catalog it answers; if none is recognised, or with as_catalog, its questions are its
 * own. NULL after reporting why not, with *code set. */
struct cs_sheet *imports_sheet(struct run *run, const struct cs_source *source, const struct cs_grid *grid,
                               bool as_catalog, const struct cs_catalog *known, enum exit_code *code);

/* An id for a catalog made from a file: the customer's name if the form contains it, or the file's name in capitals;
 * stored in the buffer. */
cs_text imports_name_id(struct cs_buf *buf, const char *path, const struct cs_grid *grid, const struct cs_sheet *sheet);

/* The same, but never that of a built-in catalog: a customer's sheet called meti.xlsx is not METI. */
cs_text imports_form_id(struct run *run, struct cs_buf *buf, const char *path, const struct cs_grid *grid,
                        const struct cs_sheet *sheet);

/* Whether a catalog beside the place of a new one has its id already: in another edition, which may well be the same
 * customer's, or in the same edition with other questions, one of which would never be found. What is there is given
 * as two texts, title and edition, which live as long as the job. It remains free to be written over. */
enum imports_taken { ID_IS_FREE, ID_IN_OTHER_EDITION, ID_IN_THIS_EDITION };

enum imports_taken imports_taken_by(struct run *run, const char *path, const struct cs_catalog *made, cs_text there[2]);

#endif
