/* The corpus of fuzz_load.c, of which catalogs have schemas. */
#include "../fuzz/fuzz_schema.c"

#define CORPUS "tests/fuzz/corpus"
#include "corpus.h"
