/* The closed vocabularies: states, kinds, column roles, tones, and the words for them. */
#ifndef CHECKSHEET_VOCAB_H
#define CHECKSHEET_VOCAB_H

#include "checksheet/job.h"
#include "checksheet/text.h"

/* The state of an answer. NONE is an open question; FREE_TEXT is answered by a value or in words, without a yes or
 * no. */
enum cs_state {
#define CS_STATE(symbol, word, ja, en, tone) CS_STATE_##symbol,
#include "checksheet/vocab.def"
    CS_STATES
};

enum cs_kind {
#define CS_KIND(symbol, word, ja, en) CS_KIND_##symbol,
#include "checksheet/vocab.def"
    CS_KINDS
};

enum cs_role {
#define CS_ROLE(symbol, word, ja, en, width) CS_ROLE_##symbol,
#include "checksheet/vocab.def"
    CS_ROLES
};

enum cs_relation {
#define CS_RELATION(symbol, word, ja, en) CS_RELATION_##symbol,
#include "checksheet/vocab.def"
    CS_RELATIONS
};

enum cs_measure {
#define CS_MEASURE(symbol, word, ja, en) CS_MEASURE_##symbol,
#include "checksheet/vocab.def"
    CS_MEASURES
};

/* The aspects in which two versions of an item may differ. */
enum cs_aspect {
#define CS_ASPECT(symbol, word, ja, en) CS_ASPECT_##symbol,
#include "checksheet/vocab.def"
    CS_ASPECTS
};

/* A word that sheets and reports use, see sheet_words.h. */
typedef uint16_t cs_word_id;

/* The meaning of a cell for the reader; each emitter has its own colours for it, or none. NONE is an open question. */
enum cs_tone { CS_TONE_PLAIN, CS_TONE_GOOD, CS_TONE_PARTIAL, CS_TONE_BAD, CS_TONE_MUTED, CS_TONE_NONE, CS_TONES };

/* A text in the languages it is available in; empty in others. */
struct cs_words {
    cs_text in[CS_LANGUAGES];
};

/* The text in a language, or in the other one if that is the only one; empty for NULL. */
cs_text cs_words_in(const struct cs_words *words, enum cs_language language);

/* The word in a language. */
cs_text cs_word(cs_word_id word, enum cs_language language);

/* "ok", "part", ...; the state for such a word, or false. */
cs_text cs_state_word(enum cs_state state);
bool cs_state_of_word(cs_text word, enum cs_state *state);
cs_text cs_state_label(enum cs_state state, enum cs_language language);
enum cs_tone cs_state_tone(enum cs_state state);

/* The state whose spelling a text begins with, and the spelling's size in bytes; false if there is none. */
bool cs_state_of_spelling(cs_text text, enum cs_state *state, size_t *size);

/* The state of a text without a mark that expresses it in words: 別紙参照, or, for an open question, 確認中. */
bool cs_state_of_phrase(cs_text text, enum cs_state *state);

cs_text cs_kind_word(enum cs_kind kind);
bool cs_kind_of_word(cs_text word, enum cs_kind *kind);
cs_text cs_kind_label(enum cs_kind kind, enum cs_language language);

/* An example value of the kind; empty for kinds without a grammar. */
cs_text cs_kind_example(enum cs_kind kind, enum cs_language language);

/* The word of a kind for a state: あり, 不可, いいえ; empty if there is none. */
cs_text cs_kind_word_for(enum cs_kind kind, enum cs_state state, enum cs_language language);

/* True for kinds that are answered by yes or no in words: exists, can, yes-no. */
bool cs_kind_is_yes_no(enum cs_kind kind);

cs_text cs_aspect_word(enum cs_aspect aspect);
cs_text cs_aspect_label(enum cs_aspect aspect, enum cs_language language);

cs_text cs_role_word(enum cs_role role);
bool cs_role_of_word(cs_text word, enum cs_role *role);
cs_text cs_role_title(enum cs_role role, enum cs_language language);
double cs_role_width(enum cs_role role);

cs_text cs_relation_word(enum cs_relation relation);
bool cs_relation_of_word(cs_text word, enum cs_relation *relation);
cs_text cs_relation_label(enum cs_relation relation, enum cs_language language);

cs_text cs_measure_word(enum cs_measure measure);
bool cs_measure_of_word(cs_text word, enum cs_measure *measure);
cs_text cs_measure_label(enum cs_measure measure, enum cs_language language);

#endif
