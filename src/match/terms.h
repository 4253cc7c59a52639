/* The tokens and terms of a text as the index sees it.
 *
 * A token is one character of Japanese script, or one word without its English ending; blanks and punctuation are
 * no tokens but separate their neighbours. The index counts terms: each token, and each pair of adjacent Japanese
 * ones. */
#ifndef MATCH_TERMS_H
#define MATCH_TERMS_H

#include "base/arena.h"

/* A token: the code point of a character, or the hash of a word with CS_TOKEN_WORD set. Never 0. */
struct cs_token {
    uint64_t key;
    bool joined; /* directly after the previous token */
};

#define CS_TOKEN_WORD ((uint64_t)1 << 63)

/* A list of tokens; all zero is empty. */
struct cs_token_list {
    struct cs_token *at;
    uint32_t count, room;
};

/* Appends the tokens of a text, in order. */
void cs_tokens_add(struct cs_arena *arena, struct cs_token_list *tokens, cs_text text);

/* The key of a token and the next one, if both are Japanese and adjacent; else 0. */
uint64_t cs_pair_key(const struct cs_token_list *tokens, uint32_t first);

#endif
