/* The corpus of fuzz_crosswalk.c. */
#include "../fuzz/fuzz_crosswalk.c"

#define CORPUS "tests/fuzz/corpus_crosswalk"
#include "corpus.h"
