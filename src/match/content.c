/* See content.h, and content.def for the words. */
#include "match/content.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "match/terms.h"

enum class { SAYS, USER, US, STAFF, OTHERS, DESK };

static const struct {
    enum class class;
    cs_text word;
} known[] = {
#define CS_SAYS(word)       {SAYS, CS_LITERAL(word)},
#define CS_WHO(class, word) {class, CS_LITERAL(word)},
#include "match/content.def"
#undef CS_SAYS
#undef CS_WHO
};

enum { KNOWN = sizeof known / sizeof *known, NOT_KNOWN = KNOWN };

static bool is_kana(uint32_t point)
{
    return point >= 0x3041 && point <= 0x309f;
}

static bool is_japanese(uint32_t point)
{
    return (point >= 0x3005 && point <= 0x3007) || (point >= 0x30a1 && point <= 0x30fa) ||
           (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x3ffff);
}

static bool is_katakana(uint32_t point)
{
    return point >= 0x30a1 && point <= 0x30fc;
}

/* The katakana at the front of a text. */
static cs_text katakana_at(cs_text text)
{
    cs_text rest = text, next = text;
    while (next.size && is_katakana(cs_text_next(&next)))
        rest = next;
    return (cs_text){text.bytes, text.size - rest.size};
}

static void add(struct cs_arena *arena, struct cs_contents *contents, struct cs_content content)
{
    contents->at = cs_grow(arena, contents->at, contents->count, &contents->room, sizeof *contents->at);
    contents->at[contents->count++] = content;
}

/* The length of the longest known word at the front of a text. */
static size_t longest_known(cs_text text)
{
    size_t found = NOT_KNOWN;
    for (size_t i = 0; i < KNOWN; i++)
        if (!cs_is_ascii_letter(known[i].word.bytes[0]) && cs_text_starts(text, known[i].word) &&
            (found == NOT_KNOWN || known[i].word.size > known[found].word.size))
            found = i;
    return found;
}

static size_t known_word(cs_text word)
{
    enum { LONG = 5, ENDING = 4 };
    for (size_t i = 0; i < KNOWN; i++) {
        cs_text begins = known[i].word;
        begins.size -= begins.size > LONG && cs_text_ends(begins, CS_TEXT("e")); /* requiring */
        bool has_ending = begins.size >= LONG && cs_text_starts(word, begins) && word.size <= begins.size + ENDING;
        if (has_ending || cs_text_equal(word, known[i].word))
            return i;
    }
    return NOT_KNOWN;
}

/* Adds a known word, unless it is one to ignore. */
static void add_known(struct cs_arena *arena, struct cs_contents *contents, size_t index)
{
    if (known[index].class != SAYS)
        add(arena, contents, (struct cs_content){.point = (uint32_t)known[index].class, .is_weak = true});
}

static bool is_of_word(char byte)
{
    return cs_is_ascii_letter(byte) || cs_is_digit(byte);
}

/* The digit that a kanji numeral is, so that 二要素 is 2要素; empty for another character. */
static cs_text digit_of(uint32_t point)
{
    static const uint32_t numerals[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};
    for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
        if (numerals[i] == point)
            return (cs_text){&"0123456789"[i], 1};
    return (cs_text){0};
}

/* Takes an ASCII word off a text, in small letters. */
static cs_text take_word(struct cs_arena *arena, cs_text *rest)
{
    size_t size = 0;
    while (size < rest->size && is_of_word(rest->bytes[size]))
        size++;
    char *word = cs_alloc(arena, size + 1);
    for (size_t i = 0; i < size; i++)
        word[i] = cs_ascii_lower(rest->bytes[i]);
    *rest = cs_text_skip(*rest, size);
    return (cs_text){word, size};
}

/* The key of a word without its ending. */
static uint64_t stem_of(struct cs_arena *arena, cs_text word)
{
    struct cs_token_list tokens = {0};
    cs_tokens_add(arena, &tokens, word);
    return tokens.count == 1 ? tokens.at[0].key : 0;
}

struct cs_contents cs_contents_of(struct cs_arena *arena, cs_text text)
{
    enum { ABBREVIATION = 5 }; /* bytes of an abbreviation in brackets after its long form */
    struct cs_contents contents = {0};
    cs_text run = {0};
    bool in_brackets = false, is_japanese_text = false;
    for (cs_text rest = cs_text_fold(arena, text); rest.size;) {
        cs_text from = rest;
        if (is_of_word(rest.bytes[0])) {
            cs_text word = take_word(arena, &rest);
            size_t index = is_japanese_text ? NOT_KNOWN : known_word(word);
            if (index != NOT_KNOWN)
                add_known(arena, &contents, index);
            else if (!in_brackets || word.size > ABBREVIATION)
                add(arena, &contents, (struct cs_content){.word = word, .stem = stem_of(arena, word)});
            continue;
        }
        uint32_t point = cs_text_next(&rest);
        in_brackets = point == '(' || (in_brackets && point != ')');
        is_japanese_text |= is_kana(point) || is_japanese(point);
        if (!is_katakana(point))
            run = (cs_text){0};
        else if (!run.size)
            run = katakana_at(from);
        if (!is_japanese(point))
            continue;
        size_t index = longest_known(from);
        if (index == NOT_KNOWN) {
            cs_text digit = digit_of(point);
            add(arena, &contents,
                digit.size ? (struct cs_content){.word = digit, .stem = stem_of(arena, digit)}
                           : (struct cs_content){.point = point, .run = run});
            continue;
        }
        add_known(arena, &contents, index);
        run = (cs_text){0};
        rest = cs_text_skip(from, known[index].word.size);
    }
    return contents;
}

/* True for words with the same stem or the same root: logs and logged, encrypted and encryption. */
static bool is_same(const struct cs_content *a, const struct cs_content *b)
{
    enum { ROOT = 5 }; /* letters */
    if (a->word.size == 0 || b->word.size == 0)
        return a->word.size == b->word.size && a->point == b->point;
    bool has_root = a->word.size >= ROOT && b->word.size >= ROOT && cs_is_ascii_letter(a->word.bytes[0]);
    return a->stem == b->stem ||
           (has_root && cs_text_equal((cs_text){a->word.bytes, ROOT}, (cs_text){b->word.bytes, ROOT}));
}

/* True for the same, or for katakana of which one is in the other. */
static bool is_same_word(const struct cs_content *a, const struct cs_content *b)
{
    if (!a->run.size || !b->run.size)
        return is_same(a, b);
    return cs_text_find(a->run, b->run) >= 0 || cs_text_find(b->run, a->run) >= 0;
}

typedef bool comparing(const struct cs_content *a, const struct cs_content *b);

static struct cs_left left_by(const struct cs_contents *text, const struct cs_contents *other, comparing *are_same)
{
    struct cs_left left = {0};
    for (uint32_t i = 0; i < text->count; i++) {
        uint32_t k = 0;
        while (k < other->count && !are_same(&text->at[i], &other->at[k]))
            k++;
        if (k == other->count && text->at[i].is_weak)
            left.weak++;
        else if (k == other->count)
            left.strong++;
    }
    return left;
}

struct cs_left cs_contents_left(const struct cs_contents *text, const struct cs_contents *other)
{
    return left_by(text, other, is_same);
}

struct cs_left cs_contents_left_by_words(const struct cs_contents *text, const struct cs_contents *other)
{
    return left_by(text, other, is_same_word);
}
