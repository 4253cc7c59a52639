/* A run: shared by all commands. */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/output.h"
#include "cmd/paths.h"

struct run {
    struct cs_job *job;
    const struct environment *environment; /* shared with other threads */
    struct request *request;
    struct catalog_shelf *shelf;
    struct cs_catalogs catalogs;
    const struct cs_catalog *pinned; /* the catalog to be used whatever the edition; NULL if none */
    struct cs_thesaurus *thesaurus;  /* with the concepts of --thesaurus; NULL until needed */
    const struct cs_gate *gate;      /* for what only one thread may do at a time; NULL: there are no other threads */
    struct written *written;         /* the files written so far; NULL if none */
    struct paths told;               /* the files whose errors were counted in a line */
    bool reads_stdin;                /* the standard input was read */
    struct cs_buf standard_input;    /* content of "-", to which a source refers until the end */
};

#endif
