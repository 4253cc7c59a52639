/* Amounts in typed answers: introductory words, a number and its unit in either order, words of frequency, and the
 * bound. The words are in amount.def. */
#ifndef MODEL_AMOUNT_H
#define MODEL_AMOUNT_H

#include "model/value.h"

/* Finds the first amount of the wanted kind in a text. True: number, unit and bound of the value are set, and *end is
 * the text after it. Otherwise returns the fault of the amount at the front of the text, with *end after that:
 * OTHER_KIND if there is none. `whole`: a number without a unit has the question's unit. */
bool cs_amount_find(cs_text text, const struct cs_value_wanted *wanted, bool whole, struct cs_value *value,
                    cs_text *end, enum cs_value_fault *fault);

/* True for a text saying that there is no single value: 契約による, on request. */
bool cs_is_in_words(cs_text text);

/* True for hours of service given without figures: 終日. */
bool cs_names_hours(cs_text text);

#endif
