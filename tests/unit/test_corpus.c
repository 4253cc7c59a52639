/* The corpus of fuzz_load.c. */
#define EVERY_TURN
#include "../fuzz/fuzz_load.c"

#define CORPUS "tests/fuzz/corpus"
#include "corpus.h"
