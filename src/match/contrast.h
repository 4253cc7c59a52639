/* Whether two texts that are nearly one ask for different things. */
#ifndef MATCH_CONTRAST_H
#define MATCH_CONTRAST_H

#include "checksheet/text.h"

struct cs_job;

/* True for texts of one language that are one sentence, and in which either says something that the other does not, beyond the
 * words that all questions are made of (content.def): client and server, yearly and monthly; in which only から, へ or まで
 * differ, or two things have changed places; for texts of any length that name opposites (opposites.def); and for texts that
 * have nothing in common but Japanese endings. They are one sentence when at least four tenths of the characters, or two tenths
 * of the words, are the same from their beginning and from their end, or most of the few words that they have. Such a text is
 * no other wording of the question but another question, whatever number it stands at. Of 226 pairs of that kind all are told
 * at equal numbers; of 427 questions of published sheets and the catalogs' wordings of them 6 are taken for it, and of 256 own
 * rewordings of short questions 22. */
bool cs_texts_contrast(struct cs_job *job, cs_text a, cs_text b);

#endif
