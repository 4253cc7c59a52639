/* Two languages in one text: see both_languages.h. */
#include "wording/both_languages.h"
#include "base/ascii.h"

enum { FEWEST_LETTERS = 3 };

/* What a text is written in. */
struct script {
    uint32_t japanese, latin; /* kana and kanji; letters */
};

static struct script script_of(cs_text text)
{
    struct script script = {0};
    while (text.size) {
        char byte = text.bytes[0];
        uint32_t point = cs_text_next(&text);
        bool kana = point >= 0x3041 && point <= 0x30ff && point != 0x30fb;
        script.japanese += kana || (point >= 0x3400 && point <= 0x9fff);
        script.latin += cs_is_ascii_letter(byte);
    }
    return script;
}

/* True for a Japanese text and an English one, as long as two renderings of one thing are. */
static bool is_pair(cs_text japanese, cs_text english)
{
    enum { MOST_TIMES = 8 };
    struct script one = script_of(japanese), other = script_of(english);
    return one.japanese > 0 && other.japanese == 0 && other.latin >= FEWEST_LETTERS &&
           other.latin <= MOST_TIMES * (size_t)(one.japanese + one.latin) && one.japanese <= MOST_TIMES * other.latin;
}

static bool split_at(cs_text text, size_t at, size_t size, struct cs_both_languages *both)
{
    cs_text first = cs_text_trim((cs_text){text.bytes, at}), second = cs_text_trim(cs_text_skip(text, at + size));
    if (is_pair(first, second))
        *both = (struct cs_both_languages){first, second};
    else if (is_pair(second, first))
        *both = (struct cs_both_languages){second, first};
    else
        return false;
    return true;
}

bool cs_split_languages(cs_text text, struct cs_both_languages *both)
{
    static const cs_text signs[] = {CS_LITERAL("\n"), CS_LITERAL(" / "), CS_LITERAL("／"), CS_LITERAL(" | ")};
    bool is_parted = false;
    text = cs_text_trim(text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !is_parted; i++)
        is_parted = cs_text_find(text, signs[i]) > 0;
    if (!is_parted)
        return false;
    struct script script = script_of(text);
    if (script.japanese == 0 || script.latin < FEWEST_LETTERS)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (size_t at = 0; at < text.size; at++)
            if (cs_text_starts(cs_text_skip(text, at), signs[i]) && split_at(text, at, signs[i].size, both))
                return true;
    return false;
}
