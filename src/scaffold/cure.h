/* The one right cure of a finding, where it has one. */
#ifndef SCAFFOLD_CURE_H
#define SCAFFOLD_CURE_H

#include "scaffold/mend.h"
#include "yaml/yaml_doc.h"

/* A file whose faults are cured. */
struct cs_curing {
    struct cs_job *job;
    const struct cs_source *source;
    const struct cs_node *root; /* NULL: not read yet, or no YAML */
    bool is_read;

    uint32_t step;  /* how far its lines stand in; 0: not looked for yet */
    uint32_t above; /* lines above others that were looked at */
};

/* The cure of a finding about the file; false where there is none, or a person has to choose. */
bool cs_cure_of(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure);

/* True when the source is YAML. Reports nothing. */
bool cs_curing_reads(const struct cs_job *job, const struct cs_source *source);

#endif
