/* One word is spelt in several ways: サーバー and サーバ, 規程 and 規定, 問い合わせ and 問合せ. The table is spelling.def. */
#ifndef BASE_SPELLING_H
#define BASE_SPELLING_H

#include "checksheet/text.h"

/* Adds a text, with each word of the table as it is kept there: for comparing only, never for output. */
void cs_buf_add_spelt(struct cs_buf *buf, cs_text text);

#endif
