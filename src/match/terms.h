/* What a text is made of, as the index sees it: characters of Japanese, words of what is written with blanks.
 *
 * A token is one character of Japanese script, or one word without its English ending; blanks and punctuation are none,
 * but part what stands beside them. Terms are what is counted: each token, and each two neighbours of Japanese. */
#ifndef MATCH_TERMS_H
#define MATCH_TERMS_H

#include "base/arena.h"

/* A token: of a character its code point, of a word a hash with CS_TOKEN_WORD set. Never 0. */
struct cs_token {
    uint64_t key;
    bool joined; /* nothing stands between it and the token before */
};

#define CS_TOKEN_WORD ((uint64_t)1 << 63)

/* A list of tokens; all zero is the empty one. */
struct cs_token_list {
    struct cs_token *at;
    uint32_t count, room;
};

/* The tokens of a text, in order, after those that are there. */
void cs_tokens_add(struct cs_arena *arena, struct cs_token_list *tokens, cs_text text);

/* The key of a token and the one behind it, both of Japanese and joined; 0 where they are not. */
uint64_t cs_pair_key(const struct cs_token_list *tokens, uint32_t first);

#endif
