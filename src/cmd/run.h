/* A run: what every command works with. */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/output.h"

struct run {
    struct cs_job *job;
    struct environment *environment;
    struct request *request;
    struct catalog_shelf *shelf;
    struct cs_catalogs catalogs;
    const struct cs_catalog *pinned; /* meant whatever the edition; NULL: none */
    struct cs_thesaurus *thesaurus;  /* with the groups of --thesaurus; NULL until it is asked for */
    const struct cs_gate *gate;      /* for what only one thread may do at a time; NULL: there is no other thread */
    struct written *written;         /* the files that were written so far; NULL: none */
    bool reads_stdin;                /* the standard input was read */
    struct cs_buf standard_input;    /* what "-" held: a source looks at it until the end */
};

#endif
