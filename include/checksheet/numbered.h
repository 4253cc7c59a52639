/* Whether the questions of a form ask what the items ask whose numbers stand beside them. A number alone proves nothing: it
 * may be a running one, or that of a question which was since put in place of another. */
#ifndef CHECKSHEET_NUMBERED_H
#define CHECKSHEET_NUMBERED_H

#include "checksheet/slots.h"

struct cs_thesaurus;

/* True where a slot is DOUBTFUL: cs_slots_agree is to be asked about it. */
bool cs_slots_have_doubts(const struct cs_slots *slots);

/* Judges the slots that are DOUBTFUL: BY_NUMBER is what agrees with its item, all else stays, and what has nothing in common
 * with it is no item any more. A text agrees that is somewhat like the item's, holds much of what it says, and is like no
 * other item of the catalog by more than a tenth; it must not be the item's own sentence but for what it asks (yearly for
 * monthly). Where it is as like another item, up to that tenth, it agrees if four of five numbers of the form do.
 * thesaurus NULL: by words alone, by which fewer are found to agree.
 *
 * Measured with the built-in thesaurus: of 427 questions of published sheets at their numbers 409 agree; of 256 own rewordings
 * of short questions 232; of 372 questions that are alike and ask for something else none; of 15,000 pairs of a question and
 * the number of an item that it does not ask 51, many of them about the same subject. */
void cs_slots_agree(struct cs_job *job, struct cs_slots *slots, const struct cs_thesaurus *thesaurus);

#endif
