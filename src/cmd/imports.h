/* Reading a filled sheet, for the commands that take one. */
#ifndef CMD_IMPORTS_H
#define CMD_IMPORTS_H

#include "cmd/steps.h"

/* The grid of a file; what is noticed in it is printed. NULL when it cannot be read, and *code set. */
const struct cs_grid *imports_read(struct run *run, const struct cs_source *source, enum exit_code *code);

/* As cs_import, with all catalogs that are found, one that is known taking the place of its edition unless it is NULL;
 * nothing is said. */
enum cs_import_result imports_try(struct run *run, const struct cs_grid *grid, struct cs_import_options *options,
                                  const struct cs_catalog *known, struct cs_imported *imported,
                                  struct cs_import_fit fits[2]);

/* Understands a grid with the catalogs there are. False after it was said why not, and *code set. */
bool imports_understand(struct run *run, cs_text path, const struct cs_grid *grid, struct cs_import_options *options,
                        struct cs_imported *imported, enum exit_code *code);

/* The sheet of a grid, whatever catalog it answers; where none can be told, or as_catalog, all its questions are its own.
 * NULL after it was said why not, and *code set. */
struct cs_sheet *imports_sheet(struct run *run, const struct cs_source *source, const struct cs_grid *grid,
                               bool as_catalog, const struct cs_catalog *known, enum exit_code *code);

/* An id for a catalog that is made of a file: the name of the customer where the form gives one, or the file's name in
 * capitals; the buffer holds it. */
cs_text imports_name_id(struct cs_buf *buf, const char *path, const struct cs_grid *grid, const struct cs_sheet *sheet);

/* The same, and none of a catalog that is built in: a customer's sheet called meti.xlsx is not METI. */
cs_text imports_form_id(struct run *run, struct cs_buf *buf, const char *path, const struct cs_grid *grid,
                        const struct cs_sheet *sheet);

#endif
