/* The corpus of fuzz_match.c. */
#include "../fuzz/fuzz_match.c"

#define CORPUS "tests/fuzz/corpus_match"
#include "corpus.h"
