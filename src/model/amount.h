/* Amounts in typed answers: words that lead up to them, a number and its unit in either order, words of frequency, and how
 * exactly they are meant. The words stand in amount.def. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include "model/value.h"

/* Finds the first amount of a text that is of the wished kind. True: the value's number, unit and bound are set, and *end
 * is what stands behind it. Else the fault says what is wrong with the amount that the text begins with, and *end is what
 * follows that: OTHER_KIND if there is none. `whole`: a number without a unit has the question's own. */
bool cs_amount_find(cs_text text, const struct cs_value_wanted *wanted, bool whole, struct cs_value *value,
                    cs_text *end, enum cs_value_fault *fault);

/* True for a text that says in words that there is no one value: 契約による, on request. */
bool cs_is_in_words(cs_text text);

/* True for hours of service named without a figure: 終日. */
bool cs_names_hours(cs_text text);

#endif
