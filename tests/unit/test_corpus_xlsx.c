/* The corpus of fuzz_xlsx.c. */
#include "../fuzz/fuzz_xlsx.c"

#define CORPUS "tests/fuzz/corpus_xlsx"
#include "corpus.h"
