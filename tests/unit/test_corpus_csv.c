/* The corpus of fuzz_csv.c. */
#include "../fuzz/fuzz_csv.c"

#define CORPUS "tests/fuzz/corpus_csv"
#include "corpus.h"
