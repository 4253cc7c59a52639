/* The corpus of fuzz_form.c. */
#include "../fuzz/fuzz_form.c"

#define CORPUS "tests/fuzz/corpus_form"
#include "corpus.h"
