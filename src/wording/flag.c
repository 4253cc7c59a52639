/* See flag.h. */
#include "wording/flag.h"
#include "base/ascii.h"

bool cs_flag_read(cs_text word, enum cs_flag *flag)
{
    static const struct {
        cs_text word;
        enum cs_flag flag;
    } words[] = {
        {CS_LITERAL("必須"), CS_FLAG_REQUIRED},      {CS_LITERAL("選択"), CS_FLAG_OPTIONAL},
        {CS_LITERAL("任意"), CS_FLAG_OPTIONAL},      {CS_LITERAL("Required"), CS_FLAG_REQUIRED},
        {CS_LITERAL("Mandatory"), CS_FLAG_REQUIRED}, {CS_LITERAL("Must"), CS_FLAG_REQUIRED},
        {CS_LITERAL("Optional"), CS_FLAG_OPTIONAL},  {CS_LITERAL("推奨"), CS_FLAG_NONE},
        {CS_LITERAL("努力"), CS_FLAG_NONE},          {CS_LITERAL("努力義務"), CS_FLAG_NONE},
        {CS_LITERAL("Recommended"), CS_FLAG_NONE},   {CS_LITERAL("Should"), CS_FLAG_NONE},
    };
    cs_text text = cs_text_trim(word);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (cs_ascii_equal(words[i].word, text)) {
            *flag = words[i].flag;
            return true;
        }
    return false;
}
