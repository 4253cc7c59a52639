/* Splitting a text into tokens. The text is folded first (NFKC), and radicals become the characters they stand for.
 *
 * English words lose their most common endings, so that encrypt, encrypts, encrypted, encrypting and encryption
 * are one word. There are fewer rules than in Porter's stemmer: a wrong stem does no harm as long as it is the same
 * on both sides. */
#include "match/terms.h"
#include "base/unicode.h"

#include <string.h>

enum { WORD_BYTES = 48 }; /* significant bytes of a word; the rest is ignored */

static bool is_japanese(uint32_t point)
{
    return (point >= 0x3005 && point <= 0x3007) || (point >= 0x3041 && point <= 0x30ff) ||
           (point >= 0x3400 && point <= 0x9fff) || (point >= 0xf900 && point <= 0xfaff) ||
           (point >= 0x20000 && point <= 0x3ffff);
}

/* --- words --------------------------------------------------------------------------------------------------------- */

struct word {
    char bytes[WORD_BYTES];
    size_t size;
};

static bool word_ends(const struct word *word, const char *ending)
{
    size_t size = strlen(ending);
    return word->size >= size && memcmp(word->bytes + word->size - size, ending, size) == 0;
}

static bool has_vowel(const struct word *word, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (strchr("aeiouy", word->bytes[i]))
            return true;
    return false;
}

/* Endings that are removed in this order, at most one of each rule, if enough of the word is left. */
static const struct ending {
    const char *text;
    uint8_t least; /* minimum number of bytes left */
    uint8_t rule;  /* at most one ending of each rule is removed */
} endings[] = {
    {"s", 3, 0},                                                /* of rule 0 */
    {"ing", 3, 1}, {"ed", 3, 1}, {"ment", 4, 1}, {"ion", 4, 1}, /* of rule 1 */
    {"ie", 3, 2},  {"e", 3, 2},  {"y", 3, 2},                   /* of rule 2 */
};

static void drop_endings(struct word *word)
{
    unsigned done = 0; /* rules applied, as a bit set */
    if (word_ends(word, "ss") || word_ends(word, "us") || word_ends(word, "is"))
        done |= 1u;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t size = strlen(endings[i].text);
        if (done & 1u << endings[i].rule || !word_ends(word, endings[i].text) || word->size < endings[i].least + size ||
            !has_vowel(word, word->size - size))
            continue;
        word->size -= size;
        done |= 1u << endings[i].rule;
        bool doubled =
            endings[i].rule == 1 && word->size > 3 && word->bytes[word->size - 1] == word->bytes[word->size - 2];
        if (doubled && !strchr("aeiouls", word->bytes[word->size - 1]))
            word->size--; /* logged, planning */
    }
}

/* 64-bit FNV-1a. */
static uint64_t word_key(const struct word *word)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < word->size; i++)
        hash = (hash ^ (unsigned char)word->bytes[i]) * 0x100000001b3u;
    return hash | CS_TOKEN_WORD;
}

static bool is_word_point(uint32_t point)
{
    if (point < 0x80)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
    return !cs_point_is_filler(point) && !is_japanese(point);
}

/* Takes a word off the text, which begins with a character of one. */
static struct word take_word(cs_text *rest)
{
    struct word word = {.size = 0};
    while (rest->size) {
        cs_text behind = *rest;
        uint32_t point = cs_text_next(&behind);
        if (!is_word_point(point))
            break;
        for (const char *byte = rest->bytes; byte < behind.bytes && word.size < WORD_BYTES; byte++)
            word.bytes[word.size++] = (char)(*byte >= 'A' && *byte <= 'Z' ? *byte + ('a' - 'A') : *byte);
        *rest = behind;
    }
    drop_endings(&word);
    return word;
}

/* --- tokens -------------------------------------------------------------------------------------------------------- */

static void add_token(struct cs_arena *arena, struct cs_token_list *tokens, uint64_t key, bool joined)
{
    tokens->at = cs_grow(arena, tokens->at, tokens->count, &tokens->room, sizeof *tokens->at);
    tokens->at[tokens->count++] = (struct cs_token){key, joined};
}

void cs_tokens_add(struct cs_arena *arena, struct cs_token_list *tokens, cs_text text)
{
    bool joined = false;
    for (cs_text rest = cs_text_fold(arena, text); rest.size;) {
        cs_text behind = rest;
        uint32_t point = cs_text_next(&behind);
        cs_text meant = cs_radical_meant(point, (cs_text){rest.bytes, (size_t)(behind.bytes - rest.bytes)});
        point = cs_text_next(&meant);
        if (is_japanese(point) && !cs_point_is_filler(point)) {
            add_token(arena, tokens, point, joined);
            joined = true;
            rest = behind;
        } else if (is_word_point(point)) {
            struct word word = take_word(&rest);
            add_token(arena, tokens, word_key(&word), joined);
            joined = true;
        } else {
            joined = false;
            rest = behind;
        }
    }
}

uint64_t cs_pair_key(const struct cs_token_list *tokens, uint32_t first)
{
    if (first + 1 >= tokens->count || !tokens->at[first + 1].joined)
        return 0;
    uint64_t a = tokens->at[first].key, b = tokens->at[first + 1].key;
    return (a | b) & CS_TOKEN_WORD ? 0 : a << 21 | b;
}
