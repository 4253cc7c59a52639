/* Whether two nearly identical texts are different questions. */
#ifndef MATCH_CONTRAST_H
#define MATCH_CONTRAST_H

#include "checksheet/text.h"

struct cs_job;

/* True if two texts of one language are different questions in nearly the same words: each has content that the other
 * lacks (content.def), such as client and server, yearly and monthly; or they differ only in から, へ or まで, or in the
 * order of two things; or, at any length, they contain opposites (opposites.def); or they share nothing but Japanese
 * endings. Nearly the same words means that the common prefix and suffix are at least four tenths of the characters,
 * or two tenths of the words, or that most of the words of a short text are shared. Such a text is a different
 * question, whatever its number. Measured: all of 226 such pairs with equal numbers are recognised; false positives
 * are 6 of 427 questions of published sheets against the catalogs' wordings of them, and 22 of 256 rewordings of
 * short questions. */
bool cs_texts_contrast(struct cs_job *job, cs_text a, cs_text b);

/* How much of the content of each of two short texts in one language is missing in the other, in thousandths; the
 * smaller of both shares. */
uint32_t cs_texts_part(struct cs_job *job, cs_text a, cs_text b);

/* True if two headings, whatever their numbers, are about different things: below "servers" and below "clients" the same
 * words are two questions. Not if neither says anything that is not in the question itself. */
bool cs_headings_contrast(struct cs_job *job, cs_text a, cs_text b, cs_text question);

/* True for a short question, which may depend on its heading; a long sentence is unambiguous. */
bool cs_text_needs_heading(cs_text text);

#endif
