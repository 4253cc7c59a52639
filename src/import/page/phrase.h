/* What a text looks like, by its first and last characters: an entry of a list, an aside, a sentence, a heading. */
#ifndef IMPORT_PHRASE_H
#define IMPORT_PHRASE_H

#include "checksheet/job.h"
#include "checksheet/text.h"

bool cs_is_bullet(cs_text text);
bool cs_is_aside(cs_text text);
bool cs_is_sentence(cs_text text);

/* True where kana or kanji stand in it. */
bool cs_is_japanese(cs_text text);

/* True for a sentence that asks. */
bool cs_asks(cs_text text);

/* A heading is short, no sentence, no aside. */
bool cs_is_heading(cs_text text);

/* True for a heading of which each longer word begins with a capital letter: Policies & Standards. */
bool cs_is_title_case(cs_text text);

/* 例, (記入例), 例2, Example: what follows shows how to answer. */
bool cs_is_example(struct cs_job *job, cs_text text);

/* True for the name of a worksheet that shows how to answer. */
bool cs_names_example(cs_text worksheet);

/* True for the name of a worksheet that explains, sums up or looks back. */
bool cs_names_explanation(cs_text worksheet);

/* True for a text that sums up what stands above it: 合計, Total score. */
bool cs_is_total(struct cs_job *job, cs_text text);

#endif
