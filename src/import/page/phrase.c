/* Classifying a text by its form: see phrase.h. */
#include "import/page/phrase.h"
#include "base/ascii.h"
#include "base/job.h"
#include "match/similar.h"

static bool starts_with_one_of(cs_text text, const cs_text *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_starts(text, starts[i]))
            return true;
    return false;
}

bool cs_is_bullet(cs_text text)
{
    static const cs_text bullets[] = {CS_LITERAL("・"), CS_LITERAL("•"), CS_LITERAL("- "), CS_LITERAL("* ")};
    return starts_with_one_of(text, bullets, sizeof bullets / sizeof *bullets);
}

bool cs_is_aside(cs_text text)
{
    static const cs_text asides[] = {CS_LITERAL("※"),    CS_LITERAL("(注"), CS_LITERAL("（注"), CS_LITERAL("注)"),
                                     CS_LITERAL("注）"), CS_LITERAL("注:"), CS_LITERAL("注："), CS_LITERAL("*")};
    return starts_with_one_of(text, asides, sizeof asides / sizeof *asides);
}

bool cs_is_sentence(cs_text text)
{
    static const cs_text ends[] = {CS_LITERAL("。"), CS_LITERAL("か"), CS_LITERAL("？"),
                                   CS_LITERAL("?"),  CS_LITERAL("."),  CS_LITERAL("こと")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_ends(text, ends[i]))
            return true;
    return false;
}

bool cs_is_japanese(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.bytes[i] >= 0xe3 && (unsigned char)text.bytes[i] <= 0xe9)
            return true;
    return false;
}

bool cs_asks(cs_text text)
{
    static const cs_text ends[] = {CS_LITERAL("か。"), CS_LITERAL("か"),     CS_LITERAL("？"), CS_LITERAL("?"),
                                   CS_LITERAL("こと"), CS_LITERAL("こと。"), CS_LITERAL("吗"), CS_LITERAL("까")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_ends(text, ends[i]))
            return true;
    return false;
}

/* True for a text that can be a heading: short, no sentence, no aside. */
bool cs_is_heading(cs_text text)
{
    enum { LONGEST = 150 };
    return text.size <= LONGEST && !cs_is_sentence(text) && !cs_is_aside(text) && !cs_is_bullet(text) &&
           cs_text_find(text, CS_TEXT("\n")) < 0;
}

bool cs_heads_notes(struct cs_job *job, cs_text text)
{
    enum { LONGEST = 48 };
    static const cs_text words[] = {
#define CS_NOTES_HEAD(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    cs_text bare = text.size <= LONGEST ? cs_text_bare(&job->arena, text) : (cs_text){0};
    return cs_text_is_one(bare, words, sizeof words / sizeof *words);
}

bool cs_is_title_case(cs_text text)
{
    enum { LONGER = 4 };
    size_t word = 0;
    bool is_capital = false, any = false;
    for (size_t i = 0; i <= text.size; i++) {
        char byte = i < text.size ? text.bytes[i] : ' ';
        bool small = cs_is_ascii_letter(byte) && byte >= 'a';
        if (cs_is_ascii_letter(byte)) {
            is_capital = word ? is_capital : !small;
            word++;
            continue;
        }
        if (word >= LONGER && !is_capital)
            return false;
        any |= word >= LONGER;
        word = 0;
    }
    return any;
}

bool cs_is_example(struct cs_job *job, cs_text text)
{
    enum { LONGEST = 30 };
    static const cs_text words[] = {
#define CS_EXAMPLE_NUMBER(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    cs_text bare = text.size <= LONGEST ? cs_text_bare(&job->arena, text) : (cs_text){0};
    while (bare.size && cs_text_starts(bare, CS_TEXT("例")) && cs_is_digit(bare.bytes[bare.size - 1]))
        bare.size--; /* 例1; but SAMPLE 1 may be an item's number */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_equal(words[i], bare))
            return true;
    return false;
}

bool cs_names_example(cs_text worksheet)
{
    static const cs_text words[] = {
#define CS_EXAMPLE_SHEET(word) CS_LITERAL(word),
#include "import/page/words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_find(worksheet, words[i]) >= 0)
            return true;
    return false;
}

bool cs_names_explanation(cs_text worksheet)
{
    static const cs_text words[] = {
#define CS_EXPLANATION(word) CS_LITERAL(word),
#include "import/page/explanations.def"
#undef CS_EXPLANATION
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_text_find(worksheet, words[i]) >= 0)
            return true;
    return false;
}

bool cs_is_total(struct cs_job *job, cs_text text)
{
    static const cs_text words[] = {
#define CS_TOTAL(word) CS_LITERAL(word),
#include "import/page/totals.def"
#undef CS_TOTAL
    };
    enum { LONGEST = 48 };
    cs_text bare = text.size <= LONGEST ? cs_text_bare(&job->arena, text) : (cs_text){0};
    return cs_text_is_one(bare, words, sizeof words / sizeof *words);
}
