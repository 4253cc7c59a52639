/* Classifying a text by its first and last characters: a list entry, an aside, a sentence, a heading. */
#ifndef IMPORT_PHRASE_H
#define IMPORT_PHRASE_H

#include "checksheet/job.h"
#include "checksheet/text.h"

bool cs_is_bullet(cs_text text);
bool cs_is_aside(cs_text text);
bool cs_is_sentence(cs_text text);

/* True if it contains kana or kanji. */
bool cs_is_japanese(cs_text text);

/* True for a sentence that is a question. */
bool cs_asks(cs_text text);

/* True for a text that can be a heading: short, no sentence, no aside. */
bool cs_is_heading(cs_text text);

/* True for 備考, （注）, Notes: a heading with no questions below it. */
bool cs_heads_notes(struct cs_job *job, cs_text text);

/* True for a heading in title case: Policies & Standards. */
bool cs_is_title_case(cs_text text);

/* True for 例, (記入例), 例2, Example: an example of an answer follows. */
bool cs_is_example(struct cs_job *job, cs_text text);

/* True for the name of a worksheet with example answers. */
bool cs_names_example(cs_text worksheet);

/* True for the name of a worksheet that explains, summarises or reviews. */
bool cs_names_explanation(cs_text worksheet);

/* True for a text in the place of a question that is a total of the rows above: 合計, Total score. */
bool cs_is_total(struct cs_job *job, cs_text text);

#endif
