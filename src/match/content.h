/* What a question is about: its words without those that all questions are made of. */
#ifndef MATCH_CONTENT_H
#define MATCH_CONTENT_H

#include "base/arena.h"

/* A character of Japanese but hiragana, a word of another script, or a class of such as all questions are about. */
struct cs_content {
    cs_text word;   /* in small letters; empty for a class */
    uint64_t stem;  /* the key of the word without its ending */
    uint32_t point; /* of Japanese; 0 for a word; of a class its number */
    bool is_weak;   /* it says little: whom all questions are about */
};

struct cs_contents {
    struct cs_content *at; /* in the order of the text, some as often as they stand there */
    uint32_t count, room;
};

/* The content of a text, which lives as long as the arena. */
struct cs_contents cs_contents_of(struct cs_arena *arena, cs_text text);

/* What of a text's content stands nowhere in another's. */
struct cs_left {
    uint32_t weak, strong;
};
struct cs_left cs_contents_left(const struct cs_contents *text, const struct cs_contents *other);

#endif
