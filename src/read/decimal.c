/* Decimal numbers as digits: rounding and printing. */
#include "read/decimal.h"
#include "base/ascii.h"

enum { MOST_PLAIN = 20, LARGEST_EXPONENT = 400 };

static bool take(cs_text *rest, const char *either)
{
    if (rest->size == 0 || (rest->bytes[0] != either[0] && rest->bytes[0] != either[1]))
        return false;
    *rest = cs_text_skip(*rest, 1);
    return true;
}

/* Appends a digit; the first one that does not fit is stored in *beyond, for rounding. */
static void add_digit(struct cs_decimal *decimal, char digit, bool behind_point, char *beyond)
{
    bool leading = decimal->count == 0 && digit == '0';
    if (leading) {
        decimal->exponent -= behind_point;
        return;
    }
    if (decimal->count < CS_DECIMAL_DIGITS)
        decimal->digits[decimal->count++] = digit;
    else if (!*beyond)
        *beyond = digit;
    decimal->exponent += !behind_point;
}

/* Takes digits off the front; false if there is none. */
static bool take_digits(cs_text *rest, struct cs_decimal *decimal, char *beyond)
{
    bool behind_point = false, any = false;
    for (; rest->size; *rest = cs_text_skip(*rest, 1)) {
        if (rest->bytes[0] == '.' && !behind_point) {
            behind_point = true;
        } else if (cs_is_digit(rest->bytes[0])) {
            add_digit(decimal, rest->bytes[0], behind_point, beyond);
            any = true;
        } else {
            break;
        }
    }
    return any;
}

static bool take_exponent(cs_text *rest, int *exponent)
{
    int value = 0;
    bool negative = take(rest, "--"), any = false;
    if (!negative)
        take(rest, "++");
    for (; rest->size && cs_is_digit(rest->bytes[0]) && value < LARGEST_EXPONENT; *rest = cs_text_skip(*rest, 1)) {
        value = value * 10 + (rest->bytes[0] - '0');
        any = true;
    }
    *exponent += negative ? -value : value;
    return any;
}

static void strip_zeros(struct cs_decimal *decimal)
{
    while (decimal->count && decimal->digits[decimal->count - 1] == '0')
        decimal->count--;
    if (decimal->count == 0)
        *decimal = (struct cs_decimal){0};
}

/* Keeps the first digits, and increments the last of them if `up`. */
static void cut(struct cs_decimal *decimal, int kept, bool up)
{
    decimal->count = kept;
    for (int i = kept - 1; up && i >= 0; i--) {
        up = decimal->digits[i] == '9';
        decimal->digits[i] = up ? '0' : (char)(decimal->digits[i] + 1);
    }
    if (up) { /* 999 became 1000 */
        decimal->digits[0] = '1';
        decimal->count = kept ? kept : 1;
        decimal->exponent++;
    }
    strip_zeros(decimal);
}

bool cs_decimal_read(cs_text text, struct cs_decimal *decimal)
{
    char beyond = '\0';
    cs_text rest = text;
    *decimal = (struct cs_decimal){0};
    decimal->negative = take(&rest, "--");
    if (!decimal->negative)
        take(&rest, "++");
    if (!take_digits(&rest, decimal, &beyond))
        return false;
    if (take(&rest, "eE") && !take_exponent(&rest, &decimal->exponent))
        return false;
    cut(decimal, decimal->count, beyond >= '5');
    return rest.size == 0 && decimal->exponent <= LARGEST_EXPONENT && decimal->exponent >= -LARGEST_EXPONENT;
}

struct cs_decimal cs_decimal_round(struct cs_decimal decimal, int places)
{
    int kept = decimal.exponent + places;
    if (kept >= decimal.count)
        return decimal;
    if (kept < 0)
        return (struct cs_decimal){0};
    cut(&decimal, kept, decimal.digits[kept] >= '5');
    return decimal;
}

char cs_decimal_digit(const struct cs_decimal *decimal, int place)
{
    int index = decimal->exponent - 1 - place;
    return index >= 0 && index < decimal->count ? decimal->digits[index] : '0';
}

double cs_decimal_double(const struct cs_decimal *decimal)
{
    double value = 0;
    for (int place = decimal->exponent - 1; place >= decimal->exponent - decimal->count; place--)
        value = value * 10 + (cs_decimal_digit(decimal, place) - '0');
    for (int i = decimal->exponent - decimal->count; i > 0; i--)
        value *= 10;
    for (int i = decimal->exponent - decimal->count; i < 0; i++)
        value /= 10;
    return decimal->negative ? -value : value;
}

static void print_digits(const struct cs_decimal *decimal, int first, int last, struct cs_buf *out)
{
    for (int place = first; place >= last; place--) {
        if (place == -1)
            cs_buf_add_byte(out, '.');
        cs_buf_add_byte(out, cs_decimal_digit(decimal, place));
    }
}

void cs_decimal_print(const struct cs_decimal *decimal, struct cs_buf *out)
{
    int last = decimal->exponent - decimal->count;
    if (decimal->negative)
        cs_buf_add_byte(out, '-');
    if (decimal->exponent <= MOST_PLAIN && last >= -MOST_PLAIN) {
        print_digits(decimal, decimal->exponent > 0 ? decimal->exponent - 1 : 0, last < 0 ? last : 0, out);
        return;
    }
    struct cs_decimal mantissa = *decimal;
    mantissa.exponent = 1;
    mantissa.negative = false;
    print_digits(&mantissa, 0, 1 - mantissa.count, out);
    cs_buf_print(out, "E%+03d", decimal->exponent - 1);
}
