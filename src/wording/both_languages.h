/* Two languages in one text: アクセス制御 / Access control, or Japanese over English on lines of their own. */
#ifndef WORDING_BOTH_LANGUAGES_H
#define WORDING_BOTH_LANGUAGES_H

#include "checksheet/text.h"

struct cs_both_languages {
    cs_text japanese, english;
};

/* Splits a text that says one thing in Japanese and in English, in either order. False for any other text. */
bool cs_split_languages(cs_text text, struct cs_both_languages *both);

#endif
