/* The corpus of fuzz_xlsx.c, filled. */
#include "../fuzz/fuzz_fill.c"

#define CORPUS "tests/fuzz/corpus_xlsx"
#include "corpus.h"
