/* References to cells and ranges as in formulas: see address.h. */
#include "model/address.h"
#include "base/ascii.h"

void cs_add_column(struct cs_buf *out, uint32_t column)
{
    if (column >= 26)
        cs_add_column(out, column / 26 - 1);
    cs_buf_add_byte(out, (char)('A' + column % 26));
}

/* Takes letters off a text as a number from 1: A to XFD, or too great; 0 if it does not begin with one. */
static uint32_t take_letters(cs_text *rest)
{
    uint32_t column = 0;
    for (; rest->size && column <= CS_MOST_COLUMNS; *rest = cs_text_skip(*rest, 1)) {
        char letter = (char)(rest->bytes[0] & ~0x20);
        if (letter < 'A' || letter > 'Z')
            break;
        column = column * 26 + (uint32_t)(letter - 'A') + 1;
    }
    return column;
}

static void skip_dollar(cs_text *rest)
{
    if (cs_text_starts(*rest, CS_TEXT("$")))
        *rest = cs_text_skip(*rest, 1);
}

/* A corner of a range: 1-based, 0 for a half that is not given. */
struct corner {
    uint32_t row, column;
};

static bool take_corner(cs_text *rest, struct corner *corner)
{
    skip_dollar(rest);
    corner->column = take_letters(rest);
    skip_dollar(rest);
    corner->row = 0;
    if (rest->size && cs_is_digit(rest->bytes[0]) && !cs_take_digits(rest, CS_MOST_ROWS, &corner->row))
        return false;
    return (corner->row || corner->column) && corner->column <= CS_MOST_COLUMNS;
}

bool cs_take_column(cs_text *rest, uint32_t *column)
{
    uint32_t number = take_letters(rest);
    if (number == 0 || number > CS_MOST_COLUMNS)
        return false;
    *column = number - 1;
    return true;
}

bool cs_take_address(cs_text *rest, uint32_t *row, uint32_t *column)
{
    struct corner corner;
    if (!take_corner(rest, &corner) || !corner.row || !corner.column)
        return false;
    *row = corner.row - 1;
    *column = corner.column - 1;
    return true;
}

static void put_in_order(uint32_t *first, uint32_t *last)
{
    uint32_t larger = *first > *last ? *first : *last;
    *first = *first < *last ? *first : *last;
    *last = larger;
}

bool cs_take_range(cs_text *rest, struct cs_grid_merge *range)
{
    struct corner first, last;
    if (!take_corner(rest, &first))
        return false;
    last = first;
    if (cs_text_starts(*rest, CS_TEXT(":"))) {
        *rest = cs_text_skip(*rest, 1);
        if (!take_corner(rest, &last))
            return false;
    } else if (!first.row || !first.column) {
        return false;
    }
    if (!first.row != !last.row || !first.column != !last.column)
        return false;
    *range = (struct cs_grid_merge){
        .row = first.row ? first.row - 1 : 0,
        .column = first.column ? first.column - 1 : 0,
        .last_row = last.row ? last.row - 1 : CS_MOST_ROWS - 1,
        .last_column = last.column ? last.column - 1 : CS_MOST_COLUMNS - 1,
    };
    put_in_order(&range->row, &range->last_row);
    put_in_order(&range->column, &range->last_column);
    return true;
}
