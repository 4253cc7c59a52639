/* Numbers of items: see number.h. All parsing works on the folded cell, where every digit is an ASCII digit. */
#include "import/page/number.h"
#include "base/ascii.h"
#include "model/quantity.h"

/* --- signs ------------------------------------------------------------------------------------------------------- */

/* Bytes of the first of several texts that `text` begins with; 0 if none. */
static size_t one_of(cs_text text, const cs_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_starts(text, texts[i]))
            return texts[i].size;
    return 0;
}

static size_t dash_at(cs_text text)
{
    static const cs_text dashes[] = {
#define CS_DASH(sign) CS_LITERAL(sign),
#include "import/page/number.def"
    };
    return one_of(text, dashes, sizeof dashes / sizeof *dashes);
}

static size_t prefix_at(cs_text text)
{
    static const cs_text prefixes[] = {
#define CS_PREFIX(word) CS_LITERAL(word),
#include "import/page/number.def"
    };
    return one_of(text, prefixes, sizeof prefixes / sizeof *prefixes);
}

static size_t closing_at(cs_text text)
{
    static const cs_text closings[] = {
#define CS_CLOSING(sign) CS_LITERAL(sign),
#include "import/page/number.def"
    };
    return one_of(text, closings, sizeof closings / sizeof *closings);
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

static bool take_digits(cs_text *rest, size_t most, int *number)
{
    size_t size = 0;
    for (*number = 0; size < most && size < rest->size && cs_is_digit(rest->bytes[size]); size++)
        *number = *number * 10 + (rest->bytes[size] - '0');
    *rest = cs_text_skip(*rest, size);
    return size > 0;
}

static int take_month_name(cs_text *rest)
{
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (int month = 0; month < 12; month++)
        if (cs_take(rest, (cs_text){names + 3 * month, 3}))
            return month + 1;
    return 0;
}

/* 8-Jun, and Jun-31, which means June 1931. */
static bool read_english_date(cs_text text, struct cs_date *date)
{
    enum { SHORTEST = 5, LONGEST = 8 }; /* 8-Jun, Jun-1931 */
    if (text.size < SHORTEST || text.size > LONGEST)
        return false;
    int number = 0, month = take_month_name(&text);
    bool day_first = month == 0 && take_digits(&text, 2, &number) && cs_take(&text, CS_TEXT("-"));
    if (day_first)
        month = take_month_name(&text);
    else if (month && (!cs_take(&text, CS_TEXT("-")) || !take_digits(&text, 4, &number)))
        return false;
    if (month == 0 || text.size)
        return false;
    *date = day_first ? (struct cs_date){.month = (int8_t)month, .day = (int8_t)number}
                      : (struct cs_date){(int16_t)(number % 100 + (number % 100 < 30 ? 2000 : 1900)), (int8_t)month, 1};
    return true;
}

/* 6月8日, 2025年6月8日, 2025/6/8, 2025-06-08, alone in the cell. Programs write 2025-06-08 00:00:00. */
static bool read_date(cs_text text, struct cs_date *date)
{
    int first, second, third = 0;
    if (text.size > 10 && cs_text_ends(text, CS_TEXT(" 00:00:00")))
        text.size -= CS_TEXT(" 00:00:00").size;
    cs_text rest = text;
    *date = (struct cs_date){0};
    if (!take_digits(&rest, 4, &first))
        return read_english_date(text, date);
    bool slash = cs_take(&rest, CS_TEXT("/")), year = !slash && cs_take(&rest, CS_TEXT("年"));
    bool dash = !slash && !year && first > 1000 && cs_take(&rest, CS_TEXT("-"));
    if (cs_take(&rest, CS_TEXT("月")) && take_digits(&rest, 2, &second) && cs_take(&rest, CS_TEXT("日")) &&
        rest.size == 0) {
        *date = (struct cs_date){.month = (int8_t)first, .day = (int8_t)second};
        return first >= 1 && first <= 12;
    }
    if ((!slash && !year && !dash) || first < 1000 || !take_digits(&rest, 2, &second))
        return read_english_date(text, date);
    if (!cs_take(&rest, slash ? CS_TEXT("/") : year ? CS_TEXT("月") : CS_TEXT("-")) || !take_digits(&rest, 2, &third))
        return false;
    if ((year && !cs_take(&rest, CS_TEXT("日"))) || rest.size)
        return false;
    *date = (struct cs_date){(int16_t)first, (int8_t)second, (int8_t)third};
    return cs_date_exists(*date);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

/* CLD in CLD.6.3.1, IAM in IAM-12: three letters are the first part of a number if a sign and a digit follow. */
static bool is_domain(cs_text text)
{
    enum { LETTERS = 3 };
    size_t size = 0;
    while (size < text.size && cs_is_ascii_letter(text.bytes[size]))
        size++;
    cs_text behind = cs_text_skip(text, size);
    size_t dash = size == LETTERS ? dash_at(behind) : 0;
    return dash && dash < behind.size && cs_is_digit(behind.bytes[dash]);
}

/* 6-8, A.5.1, CLD.6.3.1: what may follow the id of a catalog. */
static bool begins_number(cs_text text)
{
    bool is_lettered = text.size > 2 && cs_is_ascii_letter(text.bytes[0]) && dash_at(cs_text_skip(text, 1)) == 1;
    return (text.size && cs_is_digit(text.bytes[0])) || (is_lettered && cs_is_digit(text.bytes[2])) || is_domain(text);
}

/* METI in "METI 6-8": Latin letters and other characters of catalog ids, followed by a space and a number. */
static cs_text take_catalog(cs_text *text)
{
    size_t size = 0;
    while (size < text->size &&
           (cs_is_ascii_letter(text->bytes[size]) ||
            (size && (cs_is_digit(text->bytes[size]) || text->bytes[size] == '-' || text->bytes[size] == '_'))))
        size++;
    cs_text id = {text->bytes, size}, behind = cs_text_skip(*text, size);
    if (size < 2 || !cs_text_starts(behind, CS_TEXT(" ")) || !begins_number(cs_text_skip(behind, 1)))
        return (cs_text){0};
    *text = cs_text_skip(behind, 1);
    return id;
}

/* Bytes of a part: digits; or up to two letters, optionally with digits; or a domain; also in brackets. 0 if none. */
static size_t part_at(cs_text text, cs_text *part)
{
    size_t open = cs_text_starts(text, CS_TEXT("(")), size = open, letters;
    while (size < text.size && cs_is_ascii_letter(text.bytes[size]))
        size++;
    letters = size - open;
    while (size < text.size && cs_is_digit(text.bytes[size]))
        size++;
    *part = (cs_text){cs_text_skip(text, open).bytes, size - open};
    if (part->size == 0 || (letters > 2 && !is_domain(cs_text_skip(text, open))) ||
        (open && !cs_text_starts(cs_text_skip(text, size), CS_TEXT(")"))))
        return 0;
    if (letters == part->size && size < text.size && (unsigned char)text.bytes[size] >= 0x80)
        return 0; /* a word such as IDを */
    return size + open;
}

static bool has_digit(cs_text part)
{
    return part.size && cs_is_digit(part.bytes[part.size - 1]);
}

static void add_part(struct cs_buf *id, cs_text part)
{
    cs_buf_add(id, id->size ? CS_TEXT(".") : (cs_text){0});
    while (part.size > 1 && part.bytes[0] == '0')
        part = cs_text_skip(part, 1);
    for (size_t i = 0; i < part.size; i++)
        cs_buf_add_byte(id, cs_ascii_lower(part.bytes[i]));
}

/* Reads all parts into the number; false if there are none. */
static bool read_parts(struct cs_job *job, cs_text text, struct cs_number *number)
{
    struct cs_buf id = {0};
    cs_text part, rest = text;
    bool digits = false;
    for (size_t size; (size = part_at(rest, &part)) > 0;) {
        cs_text behind = cs_text_skip(rest, size);
        size_t dash = dash_at(behind);
        cs_text next;
        add_part(&id, part);
        digits |= has_digit(part);
        number->parts++;
        rest = behind;
        bool bracket = cs_text_starts(behind, CS_TEXT("("));
        if ((dash == 0 && !bracket) || part_at(cs_text_skip(behind, dash), &next) == 0 || (bracket && !has_digit(next)))
            break;
        rest = cs_text_skip(behind, dash);
    }
    number->text = (cs_text){text.bytes, (size_t)(rest.bytes - text.bytes)};
    number->id = cs_buf_take(&job->arena, &id);
    cs_text before = rest;
    for (size_t size; (size = closing_at(rest)) > 0;)
        rest = cs_text_skip(rest, size);
    number->rest = cs_text_trim(rest);
    number->apart = number->rest.size == 0 || number->rest.bytes > before.bytes;
    return digits;
}

/* Removes the Q of Q12 and Q.12, which means question and is not part of the number. */
static cs_text without_q(cs_text text)
{
    cs_text rest = text;
    if (!cs_take(&rest, CS_TEXT("Q")) && !cs_take(&rest, CS_TEXT("q")))
        return text;
    cs_take(&rest, CS_TEXT("."));
    cs_take(&rest, CS_TEXT(" "));
    return rest.size && cs_is_digit(rest.bytes[0]) ? rest : text;
}

bool cs_number_read(struct cs_job *job, cs_text cell, struct cs_number *number)
{
    enum { LONGEST = 600 }; /* bytes of a number with its question */
    *number = (struct cs_number){0};
    if (cell.size > LONGEST)
        return false;
    cs_text text = cs_text_trim(cs_text_fold(&job->arena, cs_text_trim(cell)));
    if (read_date(text, &number->date))
        return true;
    number->date = (struct cs_date){0};
    for (size_t size; (size = prefix_at(text)) > 0;)
        text = cs_text_trim(cs_text_skip(text, size));
    number->catalog = take_catalog(&text);
    cs_text with_q = text;
    text = without_q(text);
    bool circled = cell.size > 3 && !cs_is_digit(cell.bytes[0]) && text.size && cs_is_digit(text.bytes[0]); /* ①組織 */
    if (read_parts(job, text, number)) {
        number->text.size += (size_t)(number->text.bytes - with_q.bytes);
        number->text.bytes = with_q.bytes;
        number->apart |= circled && cs_text_starts(cell, CS_TEXT("\xe2")); /* enclosed figures are U+2460 and above */
        return true;
    }
    *number = (struct cs_number){0};
    return false;
}

/* True for what may belong to a number in spite of a space before it: (a), (ii), b), B. */
static bool is_tail(cs_text rest)
{
    enum { LONGEST = 6 };
    for (size_t i = 0; i < rest.size; i++)
        if (!cs_is_ascii_letter(rest.bytes[i]) && !cs_is_digit(rest.bytes[i]) && rest.bytes[i] != '(' &&
            rest.bytes[i] != ')' && rest.bytes[i] != '.')
            return false;
    return rest.size <= LONGEST && (rest.size == 1 || rest.bytes[rest.size - 1] == ')');
}

/* -1 of (1)-1: the number goes on behind the bracket. */
static bool goes_on(cs_text rest)
{
    size_t dash = dash_at(rest);
    return dash && dash < rest.size && cs_is_digit(rest.bytes[dash]);
}

bool cs_number_read_cell(struct cs_job *job, cs_text cell, struct cs_number *number)
{
    enum { LONGEST = 48 }; /* bytes of an id */
    cs_text text = cs_text_trim(cell);
    if (cs_number_read(job, text, number) &&
        (number->rest.size == 0 || (number->apart && !is_tail(number->rest) && !goes_on(number->rest))))
        return true;
    if (text.size == 0 || text.size > LONGEST || cs_text_find(text, CS_TEXT("\n")) >= 0)
        return false;
    *number = (struct cs_number){.text = text, .id = cs_number_id(job, text), .parts = 1, .apart = true};
    return true;
}

cs_text cs_number_date(struct cs_job *job, cs_text cell, struct cs_date date)
{
    struct cs_buf id = {0};
    bool by_name = cell.size && cs_is_ascii_letter(cell.bytes[0]); /* Jun-31: of June 1931 */
    cs_buf_print(&id, "%d-%d", date.month, by_name && date.year ? date.year % 100 : date.day);
    return cs_buf_take(&job->arena, &id);
}

bool cs_number_is_id(cs_text cell)
{
    enum { LONGEST = 24, LETTERS = 6 };
    size_t letters = 0, digits = 0, others = 0;
    cs_text text = cs_text_trim(cell);
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        bool joins =
            byte == '-' || byte == '.' || byte == '_' || byte == '&' || byte == '(' || byte == ')' || byte == '/';
        letters += cs_is_ascii_letter(byte);
        digits += cs_is_digit(byte);
        others += !cs_is_ascii_letter(byte) && !cs_is_digit(byte) && !joins;
    }
    return digits > 0 && others == 0 && letters <= LETTERS && text.size <= LONGEST && text.size > 1;
}

cs_text cs_number_rest(struct cs_job *job, cs_text cell, const struct cs_number *number)
{
    cs_text rest = cs_text_trim(cell);
    while (rest.size && number->rest.size &&
           !cs_text_equal(cs_text_trim(cs_text_fold(&job->arena, rest)), number->rest))
        cs_text_next(&rest);
    return number->rest.size ? cs_text_trim(rest) : (cs_text){0};
}

bool cs_number_is_whole(const struct cs_number *number)
{
    return number->rest.size == 0 && (number->text.size || number->date.month);
}

cs_text cs_number_id(struct cs_job *job, cs_text text)
{
    struct cs_number number = {0};
    cs_text folded = cs_text_fold(&job->arena, text);
    return read_parts(job, folded, &number) && number.rest.size == 0 ? number.id : folded;
}

long cs_number_last(cs_text id)
{
    size_t start = id.size;
    long last = 0;
    while (start && cs_is_digit(id.bytes[start - 1]))
        start--;
    if (start == id.size || id.size - start > 6)
        return -1;
    for (; start < id.size; start++)
        last = last * 10 + (id.bytes[start] - '0');
    return last;
}
