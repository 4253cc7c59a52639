/* Records of what was sent. */
#ifndef CMD_RECORDS_H
#define CMD_RECORDS_H

#include "cmd/steps.h"

/* False, and reported, if a customer is given without --record. */
bool records_read(struct run *run);

/* Writes the record of --record, if it was given; the file must not exist. It contains a sheet as sent, the form that
 * it was written into (NULL: none) and the resulting files. Fields that are set already, such as cells, are kept.
 * False after reporting why not. */
bool records_write(struct run *run, struct cs_record *record, const struct cs_source *form, const char **results,
                   uint32_t count);

/* The sheet by which answers are recorded and compared: in the catalog's own layout, whatever the layout of the file
 * sent. NULL after reporting an error. */
struct cs_sheet *records_sheet(struct run *run, const struct cs_profile *profile, const struct cs_answers *answers,
                               cs_text product, enum cs_language language, enum cs_audience audience);

/* The profile's current sheet for a catalog of which a record was sent; NULL if it does not answer that, or answers
 * another edition, in which a number may mean another question. */
struct cs_sheet *records_sheet_today(struct run *run, const struct cs_profile *profile, const struct cs_record *record,
                                     cs_text catalog, cs_text edition);

/* The answers in the records of a folder that the profile no longer gives: the output of `status --sent`. */
enum exit_code records_status(struct run *run, const struct cs_profile *profile, const char *folder);

#endif
