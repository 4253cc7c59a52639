/* An Office package: parts in an archive, and relations that say which part is what to another. */
#ifndef PACKAGE_PACKAGE_H
#define PACKAGE_PACKAGE_H

#include "base/job.h"
#include "base/report.h"
#include "package/xml.h"

struct cs_package {
    struct cs_job *job;
    const struct cs_source *file;
    struct cs_unzip *unzip;
    bool has_failed; /* a finding says why; everything after that is silent */
};

/* What a part says of another part, or of an address outside. */
struct cs_part_relation {
    cs_text id, type; /* type: the last word of its name, which all editions of the standard share */
    cs_text target;   /* name of a part, or an address */
    bool is_external;
};

struct cs_relations {
    struct cs_part_relation *items; /* by id */
    uint32_t count, room;
};

/* Opens a package; false after reporting what is wrong with it. */
bool cs_package_open(struct cs_package *package, struct cs_job *job, const struct cs_source *file);

void cs_package_close(struct cs_package *package);

/* Reports an error about the whole file, unless one is reported already. */
void cs_package_fail(struct cs_package *package, enum cs_message message, cs_text first, cs_text second);

/* The same from a handler of elements; ends the part. */
void cs_package_stop(struct cs_package *package, struct cs_xml *xml, enum cs_message message, cs_text first,
                     cs_text second);

bool cs_package_has(const struct cs_package *package, cs_text part);

/* Reads a part; false after reporting, when it is not there, not whole, or a handler has stopped it. */
bool cs_package_read(struct cs_package *package, cs_text part, const struct cs_xml_element *elements, void *context);

/* What a part is related to; of the package itself for the empty name. Empty where nothing is said. */
struct cs_relations cs_package_relations(struct cs_package *package, cs_text part);

/* The relation of an id, or the first of a type; NULL when there is none. The first takes logarithmic time. */
const struct cs_part_relation *cs_relation_of_id(const struct cs_relations *relations, cs_text id);
const struct cs_part_relation *cs_relation_of_type(const struct cs_relations *relations, const char *type);

#endif
