/* The only fix of a finding, if it has exactly one. */
#ifndef SCAFFOLD_CURE_H
#define SCAFFOLD_CURE_H

#include "scaffold/mend.h"
#include "yaml/yaml_doc.h"

/* A file whose errors are being fixed. */
struct cs_curing {
    struct cs_job *job;
    const struct cs_source *source;
    struct cs_job *reading;     /* to which the nodes belong, with findings that are known already; to be freed */
    const struct cs_node *root; /* NULL: not read yet, or not YAML */
    bool is_read;

    uint32_t step;  /* indentation step; 0: not determined yet */
    uint32_t above; /* lines examined above others */
};

/* The fix of a finding about the file; false if there is none, or a person has to choose. */
bool cs_cure_of(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure);

/* True if the source is YAML. Reports nothing. */
bool cs_curing_reads(const struct cs_job *job, const struct cs_source *source);

#endif
