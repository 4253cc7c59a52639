/* The words that sheets and reports use, by name; a file of its own, so that a new one recompiles few others. */
#ifndef CHECKSHEET_SHEET_WORDS_H
#define CHECKSHEET_SHEET_WORDS_H

#include "checksheet/vocab.h"

enum {
#define CS_WORD(symbol, ja, en) CS_WORD_##symbol,
#include "checksheet/sheet_words.def"
#undef CS_WORD
    CS_WORDS
};

#endif
