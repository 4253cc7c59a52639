/* Format codes are processed twice: once to classify each section and count its digits, and once for each number,
 * when the code itself drives the output. */
#include "read/number_format.h"
#include "base/ascii.h"
#include "read/serial.h"

#include <string.h>

enum { MOST_SECTIONS = 4, MOST_PLACES = 30, MOST_TOKENS = 128, LONGEST_CODE = 1024 };

enum token_kind {
    LITERAL, /* written as it is */
    NOTHING, /* colours, locales, fillers */
    DIGIT,
    POINT,
    COMMA,
    PERCENT,
    DATE,    /* a run of one letter: yyyy, mm, ggge */
    ELAPSED, /* the same in brackets */
    CONDITION,
    GENERAL,
    TEXT,   /* @ */
    UNKNOWN /* scientific notation, fractions */
};

struct token {
    enum token_kind kind;
    cs_text text; /* of a literal, a run of a letter, a condition */
};

struct section {
    enum { SHOWS_GENERAL, SHOWS_NUMBER, SHOWS_DATE } shows;
    cs_text code;
    unsigned parts;    /* of a date */
    int places, whole; /* digits after the point; places for digits before it */
    int least;         /* of those, counted from the point, that show a 0 */
    int power;         /* percent raises it, commas after the last digit lower it */
    bool has_thousands;
    bool has_general;  /* it contains the number in general format */
    char condition[2]; /* <, <=, >, >=, =, <>; empty if none */
    double bound;
};

struct cs_number_format {
    struct section sections[MOST_SECTIONS];
    int count;
};

/* --- codes as tokens ---------------------------------------------------------------------------------------------- */

static cs_text cut(cs_text *rest, size_t size)
{
    cs_text piece = {rest->bytes, size < rest->size ? size : rest->size};
    *rest = cs_text_skip(*rest, size);
    return piece;
}

static size_t character_size(cs_text text)
{
    cs_text rest = text;
    cs_text_next(&rest);
    return text.size - rest.size;
}

/* True if the text begins with a word, ignoring case. */
static bool begins_with(cs_text text, cs_text word)
{
    for (size_t i = 0; i < word.size; i++)
        if (i >= text.size || cs_ascii_lower(text.bytes[i]) != word.bytes[i])
            return false;
    return true;
}

/* The length of the run of the letter at the front of the text. */
static size_t run_of(cs_text text)
{
    size_t size = 1;
    while (size < text.size && cs_ascii_lower(text.bytes[size]) == cs_ascii_lower(text.bytes[0]))
        size++;
    return size;
}

/* The content of brackets: a currency to show, a condition, a unit of elapsed time, or nothing to show. */
static struct token take_bracket(cs_text *rest)
{
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("]"));
    cs_text inside = cs_text_skip(cut(rest, end < 0 ? rest->size : (size_t)end + 1), 1);
    inside.size -= end >= 0;
    if (cs_text_starts(inside, CS_TEXT("$"))) {
        ptrdiff_t dash = cs_text_find(inside, CS_TEXT("-"));
        inside.size = dash < 0 ? inside.size : (size_t)dash;
        return (struct token){LITERAL, cs_text_skip(inside, 1)};
    }
    if (inside.size && strchr("<>=", inside.bytes[0]))
        return (struct token){CONDITION, inside};
    bool is_unit = inside.size && strchr("hms", cs_ascii_lower(inside.bytes[0])) && run_of(inside) == inside.size;
    return (struct token){is_unit ? ELAPSED : NOTHING, inside};
}

static struct token take_quoted(cs_text *rest)
{
    cut(rest, 1);
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("\""));
    cs_text text = cut(rest, end < 0 ? rest->size : (size_t)end);
    cut(rest, 1);
    return (struct token){LITERAL, text};
}

/* A character that makes the next one literal, or hides it. */
static struct token take_escaped(cs_text *rest, enum token_kind kind)
{
    cut(rest, 1);
    return (struct token){kind, cut(rest, character_size(*rest))};
}

static bool take_word(cs_text *rest, struct token *token)
{
    static const struct {
        cs_text word;
        enum token_kind kind;
    } words[] = {
        {CS_LITERAL("general"), GENERAL}, {CS_LITERAL("g/標準"), GENERAL}, {CS_LITERAL("am/pm"), NOTHING},
        {CS_LITERAL("a/p"), NOTHING},     {CS_LITERAL("e+"), UNKNOWN},     {CS_LITERAL("e-"), UNKNOWN},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!begins_with(*rest, words[i].word))
            continue;
        *token = (struct token){words[i].kind, cut(rest, words[i].word.size)};
        return true;
    }
    return false;
}

static struct token take_token(cs_text *rest)
{
    struct token token;
    if (take_word(rest, &token))
        return token;
    switch (rest->bytes[0]) {
    case '"':
        return take_quoted(rest);
    case '\\':
    case '!':
        return take_escaped(rest, LITERAL);
    case '_':
    case '*':
        return take_escaped(rest, NOTHING);
    case '[':
        return take_bracket(rest);
    case '0':
    case '#':
    case '?':
        return (struct token){DIGIT, cut(rest, 1)};
    case '.':
        return (struct token){POINT, cut(rest, 1)};
    case ',':
        return (struct token){COMMA, cut(rest, 1)};
    case '%':
        return (struct token){PERCENT, cut(rest, 1)};
    case '@':
        return (struct token){TEXT, cut(rest, 1)};
    }
    if (strchr("ymdhsgea", cs_ascii_lower(rest->bytes[0])))
        return (struct token){DATE, cut(rest, run_of(*rest))};
    return (struct token){LITERAL, cut(rest, character_size(*rest))};
}

/* --- sections ----------------------------------------------------------------------------------------------------- */

/* Adds what a run of a letter shows. An m is a minute after hours and before seconds, a month elsewhere; *before is
 * the previous letter. */
static void add_date_part(struct section *section, char letter, char *before)
{
    switch (letter) {
    case 'y':
    case 'e':
    case 'g':
        section->parts |= CS_SERIAL_YEAR;
        break;
    case 'm':
        section->parts |= *before == 'h' ? CS_SERIAL_MINUTE : CS_SERIAL_MONTH;
        letter = *before == 'h' ? 'n' : 'm';
        break;
    case 'd':
    case 'a':
        section->parts |= CS_SERIAL_DAY;
        break;
    case 'h':
        section->parts |= CS_SERIAL_HOUR;
        break;
    case 's':
        section->parts |= CS_SERIAL_SECOND;
        if (*before == 'm')
            section->parts = (section->parts & ~(unsigned)CS_SERIAL_MONTH) | CS_SERIAL_MINUTE;
        break;
    }
    *before = letter;
}

static void add_condition(struct section *section, cs_text text)
{
    struct cs_decimal bound;
    size_t size = 0;
    while (size < text.size && size < sizeof section->condition && strchr("<>=", text.bytes[size]))
        size++;
    if (!cs_decimal_read(cs_text_trim(cs_text_skip(text, size)), &bound))
        return;
    memcpy(section->condition, text.bytes, size);
    section->bound = cs_decimal_double(&bound);
}

/* State while the digit placeholders of a section are counted. */
struct digits {
    bool behind_point, is_unknown;
    int commas; /* since the last digit */
};

static void add_digit_place(struct section *section, struct digits *digits, char sign)
{
    section->has_thousands = section->has_thousands || (digits->commas && section->whole && !digits->behind_point);
    digits->commas = 0;
    if (digits->behind_point) {
        section->places++;
        return;
    }
    section->whole++;
    section->least += section->least > 0 || sign == '0';
}

static void add_token(struct section *section, struct digits *digits, struct token token, char *before)
{
    switch (token.kind) {
    case DIGIT:
        add_digit_place(section, digits, token.text.bytes[0]);
        break;
    case POINT:
        digits->behind_point = true;
        section->power -= 3 * digits->commas;
        digits->commas = 0;
        break;
    case COMMA:
        digits->commas++;
        break;
    case PERCENT:
        section->power += 2;
        break;
    case DATE:
        add_date_part(section, cs_ascii_lower(token.text.bytes[0]), before);
        break;
    case ELAPSED:
        section->parts |= CS_SERIAL_ELAPSED;
        *before = 'h'; /* months cannot be elapsed time */
        add_date_part(section, cs_ascii_lower(token.text.bytes[0]), before);
        break;
    case CONDITION:
        add_condition(section, token.text);
        break;
    case LITERAL:
        digits->is_unknown = digits->is_unknown || cs_text_equal(token.text, CS_TEXT("/"));
        break;
    case GENERAL:
        section->has_general = true;
        break;
    case TEXT:
    case UNKNOWN:
        digits->is_unknown = true;
        break;
    case NOTHING:
        break;
    }
}

static struct section section_of(cs_text code)
{
    struct section section = {.code = code, .shows = SHOWS_NUMBER};
    struct digits digits = {0};
    char before = '\0';
    uint32_t tokens = 0;
    for (cs_text rest = code; rest.size; tokens++)
        add_token(&section, &digits, take_token(&rest), &before);
    section.power -= digits.commas && section.whole ? 3 * digits.commas : 0;
    if (section.parts)
        section.shows = SHOWS_DATE;
    else if (digits.is_unknown || tokens > MOST_TOKENS || section.places > MOST_PLACES || section.whole > MOST_PLACES)
        section.shows = SHOWS_GENERAL;
    return section;
}

const struct cs_number_format *cs_number_format_of(struct cs_arena *arena, cs_text code)
{
    struct cs_number_format *format = cs_alloc(arena, sizeof *format);
    if (code.size == 0 || code.size > LONGEST_CODE)
        code = CS_TEXT("General");
    const char *start = code.bytes;
    cs_text rest = code;
    for (bool ends = false; !ends && format->count < MOST_SECTIONS;) {
        ends = rest.size == 0;
        if (!ends && rest.bytes[0] != ';') {
            take_token(&rest);
            continue;
        }
        size_t size = ends ? code.size - (size_t)(start - code.bytes) : (size_t)(rest.bytes - start);
        format->sections[format->count++] = section_of((cs_text){start, size});
        rest = cs_text_skip(rest, 1);
        start = rest.bytes;
    }
    return format;
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static bool meets(const struct section *section, double number)
{
    bool less = number < section->bound;
    bool more = number > section->bound;
    switch (section->condition[0]) {
    case '<':
        return less || (section->condition[1] == '=' && !more) || (section->condition[1] == '>' && more);
    case '>':
        return more || (section->condition[1] == '=' && !less);
    default:
        return !less && !more;
    }
}

/* The first section whose condition a number meets, or that has none. */
static const struct section *choose_by_condition(const struct section *sections, int last,
                                                 const struct cs_decimal *number, bool *drops_sign)
{
    double value = cs_decimal_double(number);
    for (int i = 0; i <= last; i++) {
        if (sections[i].condition[0] && !meets(&sections[i], value))
            continue;
        *drops_sign = sections[i].condition[0] == '<' && sections[i].bound <= 0;
        return &sections[i];
    }
    return NULL;
}

/* The section for a number; NULL if there is none. *drops_sign: the section itself shows that it is negative. */
static const struct section *choose(const struct cs_number_format *format, const struct cs_decimal *number,
                                    bool *drops_sign)
{
    const struct section *sections = format->sections;
    int last = format->count < 3 ? format->count - 1 : 2; /* the fourth is for text */
    *drops_sign = false;
    if (sections[0].condition[0])
        return choose_by_condition(sections, last, number, drops_sign);
    if (last == 0 || (number->count && !number->negative) || (last == 1 && !number->negative))
        return &sections[0];
    *drops_sign = number->negative;
    return &sections[number->negative ? 1 : 2];
}

/* Writes the digits of a place before the point: the leftmost place includes all digits beyond it. */
static void print_whole(const struct section *section, const struct cs_decimal *number, int place, struct cs_buf *out)
{
    bool is_first = place == section->whole - 1;
    int from = is_first && number->exponent - 1 > place ? number->exponent - 1 : place;
    for (int at = from; at >= place; at--) {
        if (at >= number->exponent && at >= section->least)
            continue;
        cs_buf_add_byte(out, cs_decimal_digit(number, at));
        if (section->has_thousands && at > 0 && at % 3 == 0)
            cs_buf_add_byte(out, ',');
    }
}

/* The position in the digits while a section is written. */
struct pen {
    int place;      /* of the next digit */
    bool has_point; /* it is written with the first decimal */
    bool is_behind;
};

static void print_digit(const struct section *section, const struct cs_decimal *number, char sign, struct pen *pen,
                        struct cs_buf *out)
{
    int place = pen->place--;
    if (!pen->is_behind) {
        print_whole(section, number, place, out);
        return;
    }
    if (sign != '0' && place < number->exponent - number->count)
        return; /* only zeros follow */
    if (!pen->has_point)
        cs_buf_add_byte(out, '.');
    pen->has_point = true;
    cs_buf_add_byte(out, cs_decimal_digit(number, place));
}

static void begin_places(const struct section *section, const struct cs_decimal *number, struct pen *pen,
                         struct cs_buf *out)
{
    if (section->whole == 0 && !pen->is_behind && number->exponent > 0)
        for (int at = number->exponent - 1; at >= 0; at--)
            cs_buf_add_byte(out, cs_decimal_digit(number, at));
    pen->is_behind = true;
    pen->place = -1;
}

static void print_number(const struct section *section, struct cs_decimal number, struct cs_buf *out)
{
    struct pen pen = {.place = section->whole - 1};
    if (number.count)
        number.exponent += section->power;
    if (!section->has_general)
        number = cs_decimal_round(number, section->places);
    if (number.negative)
        cs_buf_add_byte(out, '-');
    number.negative = false;
    for (cs_text rest = section->code; rest.size;) {
        struct token token = take_token(&rest);
        if (token.kind == LITERAL || token.kind == PERCENT)
            cs_buf_add(out, token.text);
        else if (token.kind == DIGIT)
            print_digit(section, &number, token.text.bytes[0], &pen, out);
        else if (token.kind == GENERAL)
            cs_decimal_print(&number, out);
        else if (token.kind == POINT)
            begin_places(section, &number, &pen, out);
    }
}

enum cs_grid_form cs_number_format_print(const struct cs_number_format *format, const struct cs_decimal *number,
                                         bool is_1904, struct cs_buf *out)
{
    static const struct section general = {.shows = SHOWS_GENERAL};
    bool drops_sign = false;
    const struct section *section = format ? choose(format, number, &drops_sign) : &general;
    struct cs_decimal shown = *number;
    shown.negative = shown.negative && !drops_sign;
    if (section && section->shows == SHOWS_DATE && cs_serial_print(number, is_1904, section->parts, out))
        return CS_GRID_DATE;
    if (!section || section->shows != SHOWS_NUMBER)
        cs_decimal_print(number, out);
    else
        print_number(section, shown, out);
    return CS_GRID_NUMBER;
}
