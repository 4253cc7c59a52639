/* An Office package: parts in an archive, and relations between them. */
#ifndef PACKAGE_PACKAGE_H
#define PACKAGE_PACKAGE_H

#include "base/job.h"
#include "base/report.h"
#include "package/xml.h"

struct cs_package {
    struct cs_job *job;
    const struct cs_source *file;
    struct cs_unzip *unzip;
    bool has_failed; /* a finding says why; later errors are not reported */
};

/* A relation of a part to another one, or to an external address. */
struct cs_part_relation {
    cs_text id, type; /* type: its last segment, which all editions of the standard share */
    cs_text target;   /* a part name, or an address */
    bool is_external;
};

struct cs_relations {
    struct cs_part_relation *items; /* sorted by id */
    uint32_t count, room;
};

/* Opens a package; false after reporting an error. */
bool cs_package_open(struct cs_package *package, struct cs_job *job, const struct cs_source *file);

void cs_package_close(struct cs_package *package);

/* Reports an error about the whole file, unless one has been reported already. */
void cs_package_fail(struct cs_package *package, cs_message message, cs_text first, cs_text second);

/* The same from an element handler; stops reading the part. */
void cs_package_stop(struct cs_package *package, struct cs_xml *xml, cs_message message, cs_text first, cs_text second);

bool cs_package_has(const struct cs_package *package, cs_text part);

/* Reads a part; false after reporting, if it does not exist, is damaged, or a handler has stopped it. */
bool cs_package_read(struct cs_package *package, cs_text part, const struct cs_xml_element *elements, void *context);

/* The relations of a part, or of the package itself for the empty name. Empty if there are none. */
struct cs_relations cs_package_relations(struct cs_package *package, cs_text part);

/* The relation with an id, or the first of a type; NULL if there is none. The first takes logarithmic time. */
const struct cs_part_relation *cs_relation_of_id(const struct cs_relations *relations, cs_text id);
const struct cs_part_relation *cs_relation_of_type(const struct cs_relations *relations, const char *type);

#endif
