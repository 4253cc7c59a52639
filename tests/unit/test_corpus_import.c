/* The corpus of fuzz_csv.c, through fuzz_import.c: what is read is understood, or is not, and nothing breaks. */
#define EVERY_TURN
#include "../fuzz/fuzz_import.c"

#define CORPUS "tests/fuzz/corpus_csv"
#include "corpus.h"
