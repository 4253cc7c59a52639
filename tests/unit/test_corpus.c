/* The corpus of fuzz_load.c. */
#include "../fuzz/fuzz_load.c"

#define CORPUS "tests/fuzz/corpus"
#include "corpus.h"
