/* What the column of required questions says: 必須 | 選択, Required | Optional. */
#ifndef WORDING_FLAG_H
#define WORDING_FLAG_H

#include "checksheet/catalog.h"

/* True for a word of such a column, whatever the case of its letters; *flag is NONE for one that is neither, such as 推奨. */
bool cs_flag_read(cs_text word, enum cs_flag *flag);

#endif
