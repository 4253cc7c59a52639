/* JSON Schemas (draft-07) of the YAML files, for editors: completion, help on hover, a line below what is wrong. They
 * say less than the checks do, and nothing that the checks do not: what a schema refuses is an error. */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include "checksheet/catalog.h"

enum cs_schema { CS_SCHEMA_PROFILE, CS_SCHEMA_CATALOG, CS_SCHEMA_CROSSWALK, CS_SCHEMA_THESAURUS, CS_SCHEMA_ALL };

/* Writes a schema in the job's language: of profiles that answer the catalog (NULL: any), with its questions; of
 * catalogs; of crosswalks; of thesauri; or of all, distinguished by the key `checksheet`. */
void cs_schema_write(struct cs_job *job, enum cs_schema kind, const struct cs_catalog *catalog, struct cs_buf *out);

#endif
