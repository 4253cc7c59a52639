/* Two sheets in two languages, made comparable. */
#ifndef DERIVE_LANGUAGES_H
#define DERIVE_LANGUAGES_H

#include "checksheet/sheet.h"

/* Puts both sheets into one language, as far as their words are the catalog's or the program's own: questions, titles,
 * signs, states, who runs a control. What a person wrote stands. Each must have its catalog, which is of one edition; a
 * sheet may look into the one it was. Where the words of an answer are in Japanese on one side and not on the other,
 * nobody can say whether they say the same: the old ones take the new ones' place, and such answers are counted. */
uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language);

#endif
