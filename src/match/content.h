/* The content of a question: its words without those that all questions share. */
#ifndef MATCH_CONTENT_H
#define MATCH_CONTENT_H

#include "base/arena.h"

/* A Japanese character other than hiragana, a word in another script, or a class of words (content.def). */
struct cs_content {
    cs_text word;   /* in small letters; empty for a class */
    uint64_t stem;  /* the key of the word without its ending */
    cs_text run;    /* the katakana that a character of katakana stands in */
    uint32_t point; /* the code point of a Japanese character, the number of a class, 0 for a word */
    bool is_weak;   /* a class: it tells little, since all questions are about it */
};

struct cs_contents {
    struct cs_content *at; /* in the order of the text, with repetitions */
    uint32_t count, room;
};

/* The content of a text; lives as long as the arena. */
struct cs_contents cs_contents_of(struct cs_arena *arena, cs_text text);

/* The content of one text that another text lacks. */
struct cs_left {
    uint32_t weak, strong;
};
struct cs_left cs_contents_left(const struct cs_contents *text, const struct cs_contents *other);

/* The same, with katakana compared as words: ダウンロード has nothing of アップロード, but ポリシー is in セキュリティポリシー. */
struct cs_left cs_contents_left_by_words(const struct cs_contents *text, const struct cs_contents *other);

#endif
