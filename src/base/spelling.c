/* Spellings of a word, brought to one. Nearly all characters of a text begin none, and a bit says so. */
#include "base/spelling.h"

static const struct {
    cs_text written, kept;
} spellings[] = {
#define CS_SPELT(written, kept) {CS_LITERAL(written), CS_LITERAL(kept)},
#include "base/spelling.def"
#undef CS_SPELT
};

enum { COUNT = sizeof spellings / sizeof *spellings, CHARACTER = 3 /* bytes of kana and kanji */ };

/* The characters that spellings begin with, each a bit by its last two bytes; another of the same bytes does no harm. */
struct beginnings {
    uint64_t of[64];
};

static uint64_t *word_of(struct beginnings *begins, const char *at)
{
    return &begins->of[at[1] & 0x3f];
}

static uint64_t bit_of(const char *at)
{
    return (uint64_t)1 << (at[2] & 0x3f);
}

static struct beginnings find_beginnings(void)
{
    struct beginnings begins = {{0}};
    for (size_t i = 0; i < COUNT; i++)
        *word_of(&begins, spellings[i].written.bytes) |= bit_of(spellings[i].written.bytes);
    return begins;
}

/* The spelling that stands here; COUNT if none does. */
static size_t spelling_at(cs_text text)
{
    size_t i = 0;
    while (i < COUNT && !cs_text_starts(text, spellings[i].written))
        i++;
    return i;
}

void cs_buf_add_spelt(struct cs_buf *buf, cs_text text)
{
    struct beginnings begins = find_beginnings();
    size_t copied = 0; /* up to there */
    for (size_t at = 0; at + CHARACTER <= text.size;) {
        const char *here = text.bytes + at;
        bool is_wide = (*here & 0xf0) == 0xe0, may_begin = is_wide && *word_of(&begins, here) & bit_of(here);
        size_t found = may_begin ? spelling_at(cs_text_skip(text, at)) : COUNT;
        if (found == COUNT) {
            at += is_wide ? CHARACTER : 1;
            continue;
        }
        cs_buf_add(buf, (cs_text){text.bytes + copied, at - copied});
        cs_buf_add(buf, spellings[found].kept);
        copied = at += spellings[found].written.size;
    }
    cs_buf_add(buf, cs_text_skip(text, copied));
}
