/* JSON Schemas (draft-07) of the YAML files, for completion, hover texts and diagnostics in editors. They refuse less
 * than the checks do, and nothing else: what a schema refuses is an error. */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include "checksheet/catalog.h"

enum cs_schema { CS_SCHEMA_PROFILE, CS_SCHEMA_CATALOG, CS_SCHEMA_CROSSWALK, CS_SCHEMA_THESAURUS, CS_SCHEMA_ALL };

/* Writes a schema in the job's language: of profiles that answer the catalog (NULL: any), with its questions; of
 * catalogs; of crosswalks; of thesauri; or of all of them, distinguished by the key `checksheet`. */
void cs_schema_write(struct cs_job *job, enum cs_schema kind, const struct cs_catalog *catalog, struct cs_buf *out);

#endif
