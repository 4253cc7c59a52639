/* Texts that are one sentence but for a few words. What they begin and end with alike is taken off; what is left of each is
 * compared by its content, character by character and word by word. */
#include "match/contrast.h"
#include "base/job.h"
#include "match/terms.h"

/* What is left of a text, from `at` to `end`. */
struct rest {
    const struct cs_token_list *tokens;
    uint32_t at, end;
};

static bool is_ending(uint64_t key)
{
    return key >= 0x3041 && key <= 0x309f;
}

/* The next token of content, or 0 at the end. */
static uint64_t next_content(struct rest *rest)
{
    while (rest->at < rest->end) {
        uint64_t key = rest->tokens->at[rest->at++].key;
        if (!is_ending(key))
            return key;
    }
    return 0;
}

/* Takes off what both begin and end with; returns how many tokens that are. */
static uint32_t take_frame(struct rest *a, struct rest *b)
{
    uint32_t frame = 0;
    for (; a->at < a->end && b->at < b->end && a->tokens->at[a->at].key == b->tokens->at[b->at].key; frame++) {
        a->at++;
        b->at++;
    }
    for (; a->at < a->end && b->at < b->end && a->tokens->at[a->end - 1].key == b->tokens->at[b->end - 1].key;
         frame++) {
        a->end--;
        b->end--;
    }
    return frame;
}

/* True for a text of words; of Japanese a token is a character. */
static bool is_of_words(const struct cs_token_list *tokens)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
        words += (tokens->at[i].key & CS_TOKEN_WORD) != 0;
    return words * 2 > tokens->count;
}

/* True where no token of content stands in both, though each has some. */
static bool share_nothing(const struct cs_token_list *one, const struct cs_token_list *other)
{
    struct rest x = {one, 0, one->count};
    bool has_content = false;
    for (uint64_t left; (left = next_content(&x));) {
        struct rest y = {other, 0, other->count};
        for (uint64_t right; (right = next_content(&y)); has_content = true)
            if (left == right)
                return false;
    }
    return has_content;
}

/* The direction that is left of a text, から or へ or まで; 0 where none is, or more than that. */
static uint64_t direction_of(const struct rest *rest)
{
    enum { KA = 0x304b, RA = 0x3089, HE = 0x3078, MA = 0x307e, DE = 0x3067 };
    const struct cs_token *at = &rest->tokens->at[rest->at];
    uint32_t count = rest->end - rest->at;
    if (count == 1)
        return at[0].key == HE ? HE : 0;
    bool is_from = count == 2 && at[0].key == KA && at[1].key == RA;
    bool is_to = count == 2 && at[0].key == MA && at[1].key == DE;
    return is_from || is_to ? at[0].key : 0;
}

bool cs_texts_contrast(struct cs_job *job, cs_text a, cs_text b)
{
    enum { FRAME_TENTHS = 4, FRAME_TENTHS_OF_WORDS = 2, MOST_TOKENS = 200 };
    struct cs_token_list one = {0}, other = {0};
    cs_tokens_add(&job->arena, &one, a);
    cs_tokens_add(&job->arena, &other, b);
    bool of_words = is_of_words(&one);
    if (of_words != is_of_words(&other))
        return false; /* in two languages */
    if (one.count <= MOST_TOKENS && other.count <= MOST_TOKENS && share_nothing(&one, &other))
        return true;
    struct rest x = {&one, 0, one.count}, y = {&other, 0, other.count};
    uint64_t longer = one.count > other.count ? one.count : other.count;
    uint64_t least = of_words ? FRAME_TENTHS_OF_WORDS : FRAME_TENTHS;
    if ((uint64_t)take_frame(&x, &y) * 10 < longer * least)
        return false;
    uint64_t from = direction_of(&x), to = direction_of(&y);
    for (uint64_t left = 1; left;) {
        left = next_content(&x);
        if (left != next_content(&y))
            return true;
    }
    return from && to && from != to;
}
