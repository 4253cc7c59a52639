/* The corpus of fuzz_markdown.c. */
#include "../fuzz/fuzz_markdown.c"

#define CORPUS "tests/fuzz/corpus_markdown"
#include "corpus.h"
