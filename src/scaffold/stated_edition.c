/* Editions in words: see stated_edition.h. */
#include "scaffold/stated_edition.h"
#include "base/ascii.h"
#include "base/unicode.h"

static void take_blanks(cs_text *rest)
{
    while (rest->size && (rest->bytes[0] == ' ' || rest->bytes[0] == ':' || rest->bytes[0] == '.'))
        *rest = cs_text_skip(*rest, 1);
}

static bool take(cs_text *rest, cs_text word)
{
    if (!cs_ascii_starts(*rest, word))
        return false;
    *rest = cs_text_skip(*rest, word.size);
    return true;
}

static bool take_number(cs_text *rest, size_t most)
{
    size_t digits = 0;
    while (digits < rest->size && digits < most && cs_is_digit(rest->bytes[digits]))
        digits++;
    *rest = cs_text_skip(*rest, digits);
    return digits > 0;
}

/* 2, 2.1, 3.0b, 2025-04: all of the text. */
static bool is_number(cs_text text)
{
    enum { LONGEST = 12 };
    bool is_number = text.size && text.size <= LONGEST && cs_is_digit(text.bytes[0]);
    for (size_t i = 0; i < text.size; i++)
        is_number = is_number && (cs_is_digit(text.bytes[i]) || cs_is_ascii_letter(text.bytes[i]) ||
                                  text.bytes[i] == '.' || text.bytes[i] == '-');
    return is_number;
}

/* The number of Version 2.1, Ver.2.1, v2, Rev. 3, バージョン2; empty for anything else. */
static cs_text numbered(cs_text text)
{
    static const cs_text words[] = {CS_LITERAL("version"),  CS_LITERAL("ver"),    CS_LITERAL("v"),
                                    CS_LITERAL("revision"), CS_LITERAL("rev"),    CS_LITERAL("バージョン"),
                                    CS_LITERAL("版数"),     CS_LITERAL("edition")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        cs_text rest = text;
        if (!take(&rest, words[i]))
            continue;
        take_blanks(&rest);
        if (is_number(rest))
            return rest;
    }
    return (cs_text){0};
}

/* True for 初版, 第3版, 2.0版, 2025年度版, 2025年4月改訂版, 2nd edition, 2025 edition: all of the text. */
static bool is_ordinal(cs_text text)
{
    static const cs_text ends[] = {CS_LITERAL("版"),         CS_LITERAL("改訂"),       CS_LITERAL("改訂版"),
                                   CS_LITERAL("改定"),       CS_LITERAL("改定版"),     CS_LITERAL(" edition"),
                                   CS_LITERAL("st edition"), CS_LITERAL("nd edition"), CS_LITERAL("rd edition"),
                                   CS_LITERAL("th edition")};
    cs_text rest = text;
    if (cs_text_equal(text, CS_TEXT("初版")))
        return true;
    take(&rest, CS_TEXT("第"));
    if (!take_number(&rest, 4))
        return false;
    while (take(&rest, CS_TEXT(".")))
        if (!take_number(&rest, 4))
            return false;
    if (take(&rest, CS_TEXT("年"))) {
        take(&rest, CS_TEXT("度"));
        if (take_number(&rest, 2) && !take(&rest, CS_TEXT("月")))
            return false;
        if (take_number(&rest, 2) && !take(&rest, CS_TEXT("日")))
            return false;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_ascii_equal(rest, ends[i]))
            return true;
    return false;
}

static cs_text edition_in(cs_text text)
{
    return is_ordinal(text) ? text : numbered(text);
}

static bool is_word_byte(char byte)
{
    return cs_is_digit(byte) || cs_is_ascii_letter(byte) || byte == '.' || byte == '/';
}

/* The edition at the end of a title, behind a blank, a bracket or Japanese. */
static cs_text edition_behind(cs_text title)
{
    while (title.size && (title.bytes[title.size - 1] == ')' || title.bytes[title.size - 1] == ']' ||
                          title.bytes[title.size - 1] == ' '))
        title.size--;
    for (size_t i = 1; i < title.size; i++) {
        bool is_inside = ((unsigned char)title.bytes[i] & 0xc0) == 0x80 ||
                         (is_word_byte(title.bytes[i]) && is_word_byte(title.bytes[i - 1]));
        cs_text edition = is_inside ? (cs_text){0} : edition_in(cs_text_skip(title, i));
        if (edition.size)
            return edition;
    }
    return (cs_text){0};
}

/* The edition that a note above the questions consists of. */
static cs_text edition_of_note(struct cs_job *job, const struct cs_row *row)
{
    bool is_bare = row->kind == CS_ROW_NOTE && row->cells[0].text.size == 0;
    return is_bare ? edition_in(cs_text_trim(cs_text_fold(&job->arena, row->cells[1].text))) : (cs_text){0};
}

cs_text cs_stated_edition(struct cs_job *job, const struct cs_sheet *sheet)
{
    cs_text stated = edition_behind(cs_text_trim(cs_text_fold(&job->arena, sheet->title)));
    if (stated.size)
        return stated;
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind != CS_ROW_ITEM; i++) {
        cs_text edition = edition_of_note(job, &sheet->rows[i]);
        if (edition.size && stated.size)
            return (cs_text){0};
        stated = edition.size ? edition : stated;
    }
    return stated;
}
