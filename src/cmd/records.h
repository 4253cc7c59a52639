/* Records of what was sent. */
#ifndef CMD_RECORDS_H
#define CMD_RECORDS_H

#include "cmd/steps.h"

/* False, and reported, when a customer is named of whom nothing is recorded. */
bool records_read(struct run *run);

/* Writes the record of --record, if it is asked for, which nothing may stand in the way of: of a sheet as it was sent, the
 * form it was written into (NULL: none) and the files that came of it. What is filled in already, such as cells, stays.
 * False after it was reported why not. */
bool records_write(struct run *run, struct cs_record *record, const struct cs_source *form, const char **results,
                   uint32_t count);

/* The sheet that answers are recorded and compared by: in the catalog's own layout, whatever they are sent in. NULL after an
 * error was reported. */
struct cs_sheet *records_sheet(struct run *run, const struct cs_profile *profile, const struct cs_answers *answers,
                               cs_text product, enum cs_language language, enum cs_audience audience);

/* The sheet that the profile would send today of a catalog where a record was sent; NULL where it does not answer that, or
 * another edition of it: a number alone joins no answer to one. */
struct cs_sheet *records_sheet_today(struct run *run, const struct cs_profile *profile, const struct cs_record *record,
                                     cs_text catalog, cs_text edition);

/* What the records of a folder told customers that the profile no longer says: what `status --sent` shows. */
enum exit_code records_status(struct run *run, const struct cs_profile *profile, const char *folder);

#endif
