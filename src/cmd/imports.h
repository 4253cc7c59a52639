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

#endif
