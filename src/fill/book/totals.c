/* See totals.h. Each formula is parsed once into the ranges it refers to. Then all formulas are traversed, forwards
 * and backwards in turn, until the set of dependent ones no longer grows; if it still grows after some rounds, the
 * rest counts as dependent, since one recalculation too many does no harm. */
#include "fill/book/totals.h"
#include "base/ascii.h"
#include "model/address.h"

#include <assert.h>
#include <stdlib.h>

enum { MOST_ROUNDS = 16, MOST_DEPTH = 8 };

/* A range that a formula refers to. */
struct reach {
    uint32_t sheet;
    struct cs_grid_merge range;
};

struct formula {
    uint32_t sheet, index;
    uint32_t first, count; /* its ranges */
    bool is_unknown;       /* it may refer to anything */
    bool is_reached;
};

/* The rows of one column of a sheet that are written or depend on written cells. */
struct column {
    uint32_t sheet, column;
    uint32_t first, last; /* bounds of these rows */
    uint32_t *rows;       /* rising while they are added; see add_row */
    uint32_t count, room;
    bool is_sorted;
};

struct totals {
    const struct cs_original *original;
    struct cs_arena *arena;
    struct formula *formulas;
    uint32_t formula_count;
    struct reach *reaches;
    uint32_t reach_count, reach_room;
    struct column *columns;
    uint32_t column_count, column_room;
};

/* --- formulas ----------------------------------------------------------------------------------------------------- */

/* Functions that refer to nothing but their arguments. INDIRECT and OFFSET do more. */
static const char *const functions[] = {
    "ABS",       "AND",        "AVERAGE",    "AVERAGEA",   "AVERAGEIF", "AVERAGEIFS", "CEILING",     "CHAR",
    "CHOOSE",    "CLEAN",      "CODE",       "COLUMN",     "COLUMNS",   "CONCAT",     "CONCATENATE", "COUNT",
    "COUNTA",    "COUNTBLANK", "COUNTIF",    "COUNTIFS",   "DATE",      "DATEDIF",    "DATEVALUE",   "DAY",
    "DAYS",      "EDATE",      "EOMONTH",    "ERROR.TYPE", "EXACT",     "FALSE",      "FIND",        "FIXED",
    "FLOOR",     "HLOOKUP",    "HOUR",       "HYPERLINK",  "IF",        "IFERROR",    "IFNA",        "IFS",
    "INDEX",     "INT",        "ISBLANK",    "ISERR",      "ISERROR",   "ISEVEN",     "ISLOGICAL",   "ISNA",
    "ISNONTEXT", "ISNUMBER",   "ISODD",      "ISTEXT",     "LARGE",     "LEFT",       "LEN",         "LENB",
    "LOOKUP",    "LOWER",      "MATCH",      "MAX",        "MAXIFS",    "MEDIAN",     "MID",         "MIN",
    "MINIFS",    "MINUTE",     "MOD",        "MODE",       "MONTH",     "N",          "NA",          "NOT",
    "NOW",       "OR",         "PERCENTILE", "PI",         "POWER",     "PRODUCT",    "PROPER",      "QUOTIENT",
    "RANK",      "REPLACE",    "REPT",       "RIGHT",      "ROUND",     "ROUNDDOWN",  "ROUNDUP",     "ROW",
    "ROWS",      "SEARCH",     "SIGN",       "SMALL",      "SQRT",      "STDEV",      "SUBSTITUTE",  "SUBTOTAL",
    "SUM",       "SUMIF",      "SUMIFS",     "SUMPRODUCT", "SWITCH",    "T",          "TEXT",        "TEXTJOIN",
    "TIME",      "TIMEVALUE",  "TODAY",      "TRIM",       "TRUE",      "TRUNC",      "TYPE",        "UNIQUE",
    "UPPER",     "VALUE",      "VLOOKUP",    "WEEKDAY",    "XLOOKUP",   "XMATCH",     "XOR",         "YEAR",
    "YEARFRAC"};

static bool is_known_function(cs_text name)
{
    if (cs_text_starts(name, CS_TEXT("_xlfn.")))
        name = cs_text_skip(name, 6);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (cs_original_is_name(name, cs_text_of(functions[i])))
            return true;
    return false;
}

static void add_reach(struct totals *totals, struct formula *formula, uint32_t sheet, const struct cs_grid_merge *range)
{
    totals->reaches =
        cs_grow(totals->arena, totals->reaches, totals->reach_count, &totals->reach_room, sizeof *totals->reaches);
    totals->reaches[totals->reach_count++] = (struct reach){sheet, *range};
    formula->count++;
}

static uint32_t sheet_of(const struct totals *totals, cs_text name)
{
    for (uint32_t i = 0; i < totals->original->sheet_count; i++)
        if (cs_original_is_name(totals->original->sheets[i].name, name))
            return i;
    return UINT32_MAX;
}

static bool is_word(char byte)
{
    return cs_is_digit(byte) || cs_is_ascii_letter(byte) || byte == '_' || byte == '.' || byte == '$' || byte == '\\' ||
           byte == '?' || (byte & 0x80);
}

/* Takes a quoted text off the front, quotes included; doubled quotes become one. */
static cs_text take_quoted(cs_text *rest, char quote, struct cs_buf *out)
{
    cs_buf_clear(out);
    *rest = cs_text_skip(*rest, 1);
    while (rest->size) {
        bool is_quote = rest->bytes[0] == quote;
        if (is_quote && (rest->size < 2 || rest->bytes[1] != quote))
            break;
        cs_buf_add_byte(out, rest->bytes[0]);
        *rest = cs_text_skip(*rest, is_quote ? 2 : 1);
    }
    *rest = cs_text_skip(*rest, 1);
    return cs_buf_text(out);
}

static cs_text take_word(cs_text *rest)
{
    size_t size = 0;
    while (size < rest->size && is_word(rest->bytes[size]))
        size++;
    cs_text word = {rest->bytes, size};
    *rest = cs_text_skip(*rest, size);
    return word;
}

/* Skips [ ... ], possibly nested. */
static void skip_brackets(cs_text *rest)
{
    unsigned depth = 0;
    while (rest->size) {
        char byte = rest->bytes[0];
        depth += byte == '[';
        depth -= byte == ']';
        *rest = cs_text_skip(*rest, 1);
        if (depth == 0)
            return;
    }
}

static bool read_formula(struct totals *totals, struct formula *formula, cs_text text, uint32_t sheet, unsigned depth);

/* Refers to a column of a table; the whole table counts. */
static bool reach_table(struct totals *totals, struct formula *formula, cs_text name)
{
    const struct cs_original *original = totals->original;
    for (uint32_t i = 0; i < original->sheet_count; i++)
        for (uint32_t t = 0; t < original->sheets[i].table_count; t++) {
            const struct cs_original_table *table = &original->sheets[i].tables[t];
            bool is_own = i == formula->sheet && !name.size; /* [@Column] in the table itself */
            if (!is_own && !cs_original_is_name(table->name, name))
                continue;
            add_reach(totals, formula, i, &table->range);
            if (!is_own)
                return true;
        }
    return !name.size;
}

/* Refers to a defined name; an unknown one makes the formula unknown. */
static bool reach_name(struct totals *totals, struct formula *formula, cs_text name, unsigned depth)
{
    const struct cs_original *original = totals->original;
    bool found = cs_original_is_name(name, CS_TEXT("TRUE")) || cs_original_is_name(name, CS_TEXT("FALSE"));
    for (uint32_t i = 0; i < original->name_count; i++)
        if (cs_original_is_name(original->names[i].name, name)) {
            found = true;
            if (!read_formula(totals, formula, original->names[i].formula, formula->sheet, depth + 1))
                return false;
        }
    return found || reach_table(totals, formula, name);
}

static bool is_number(cs_text word)
{
    return word.size && (cs_is_digit(word.bytes[0]) || word.bytes[0] == '.');
}

/* Takes a range such as A1:B2 that begins with a word; on failure *rest is unchanged. */
static bool take_range(cs_text from, cs_text *rest, struct cs_grid_merge *range)
{
    cs_text behind = from;
    if (!cs_take_range(&behind, range) || (behind.size && (is_word(behind.bytes[0]) || behind.bytes[0] == '(')))
        return false;
    *rest = behind;
    return true;
}

/* Takes an operand that begins with a word: a range, a function, a range on a sheet, a table, a name. */
static bool take_operand(struct totals *totals, struct formula *formula, cs_text *rest, uint32_t sheet, unsigned depth)
{
    struct cs_grid_merge range;
    cs_text from = *rest;
    if (take_range(from, rest, &range)) {
        add_reach(totals, formula, sheet, &range);
        return true;
    }
    cs_text word = take_word(rest);
    if (word.size == 0 || !rest->size)
        return word.size && (is_number(word) || reach_name(totals, formula, word, depth));
    if (rest->bytes[0] == '(')
        return is_known_function(word);
    if (rest->bytes[0] == '[') {
        skip_brackets(rest);
        return reach_table(totals, formula, word);
    }
    if (rest->bytes[0] != '!')
        return is_number(word) || reach_name(totals, formula, word, depth);
    *rest = cs_text_skip(*rest, 1);
    sheet = sheet_of(totals, word);
    return sheet != UINT32_MAX && take_operand(totals, formula, rest, sheet, depth);
}

/* 'A sheet'!A1 */
static bool take_sheet(struct totals *totals, struct formula *formula, cs_text *rest, unsigned depth)
{
    struct cs_buf name = {0};
    uint32_t sheet = sheet_of(totals, take_quoted(rest, '\'', &name));
    cs_buf_free(&name);
    if (sheet == UINT32_MAX || !cs_text_starts(*rest, CS_TEXT("!")))
        return false;
    *rest = cs_text_skip(*rest, 1);
    return take_operand(totals, formula, rest, sheet, depth);
}

/* Skips #REF!, #N/A, #DIV/0! */
static void skip_error(cs_text *rest)
{
    char byte = '#';
    do {
        *rest = cs_text_skip(*rest, 1);
        take_word(rest);
        byte = rest->size ? rest->bytes[0] : '\0';
    } while (byte == '/');
    *rest = cs_text_skip(*rest, byte == '!' || byte == '?');
}

/* Parses what a formula refers to; false if that is unknown. */
static bool read_formula(struct totals *totals, struct formula *formula, cs_text text, uint32_t sheet, unsigned depth)
{
    struct cs_buf quoted = {0};
    bool good = depth < MOST_DEPTH;
    while (good && text.size) {
        char byte = text.bytes[0];
        if (byte == '"') {
            take_quoted(&text, '"', &quoted);
        } else if (byte == '\'') {
            good = take_sheet(totals, formula, &text, depth);
        } else if (byte == '[') {
            good = cs_text_starts(text, CS_TEXT("[@")) || cs_text_starts(text, CS_TEXT("[["))
                       ? reach_table(totals, formula, (cs_text){0})
                       : false; /* of another workbook, or of a table in an unsupported notation */
            skip_brackets(&text);
        } else if (byte == '#') {
            skip_error(&text);
        } else if (is_word(byte)) {
            good = take_operand(totals, formula, &text, sheet, depth);
        } else {
            text = cs_text_skip(text, 1);
        }
    }
    cs_buf_free(&quoted);
    return good;
}

/* Extends a range by the distance of a formula from the master whose text it shares. Both ends move, so that absolute
 * references stay covered. */
static struct cs_grid_merge stretched(const struct cs_grid_merge *range, uint32_t rows, uint32_t columns)
{
    struct cs_grid_merge wide = *range;
    wide.last_row = wide.last_row + rows < CS_MOST_ROWS ? wide.last_row + rows : CS_MOST_ROWS - 1;
    wide.last_column = wide.last_column + columns < CS_MOST_COLUMNS ? wide.last_column + columns : CS_MOST_COLUMNS - 1;
    return wide;
}

/* The master of a group of shared formulas: the last one of the group that has a text. */
struct master {
    uint32_t formula; /* index among all; UINT32_MAX if none */
};

static void read_shared(struct totals *totals, struct formula *formula, const struct cs_original_formula *at,
                        const struct formula *master)
{
    const struct cs_original_formula *of = &totals->original->sheets[master->sheet].formulas[master->index];
    formula->is_unknown = master->is_unknown || at->row < of->row || at->column < of->column;
    for (uint32_t i = 0; i < master->count && !formula->is_unknown; i++) {
        assert(totals->reaches);
        struct reach reach = totals->reaches[master->first + i];
        reach.range = stretched(&reach.range, at->row - of->row, at->column - of->column);
        add_reach(totals, formula, reach.sheet, &reach.range);
    }
}

static void read_sheet(struct totals *totals, uint32_t sheet)
{
    const struct cs_original_sheet *from = &totals->original->sheets[sheet];
    uint32_t *masters = cs_alloc_array(totals->arena, from->formula_count + 1u, sizeof *masters);
    for (uint32_t i = 0; i < from->formula_count; i++) {
        const struct cs_original_formula *at = &from->formulas[i];
        struct formula *formula = &totals->formulas[totals->formula_count];
        *formula = (struct formula){.sheet = sheet, .index = i, .first = totals->reach_count};
        bool has_group = at->kind == CS_FORMULA_SHARED && at->group < from->formula_count;
        if (at->kind == CS_FORMULA_TABLE || (at->text.size == 0 && (!has_group || !masters[at->group])))
            formula->is_unknown = true;
        else if (at->text.size)
            formula->is_unknown = !read_formula(totals, formula, at->text, sheet, 0);
        else
            read_shared(totals, formula, at, &totals->formulas[masters[at->group] - 1]);
        totals->formula_count++;
        if (has_group && at->text.size)
            masters[at->group] = totals->formula_count; /* index + 1 */
    }
}

/* --- reaching ----------------------------------------------------------------------------------------------------- */

static struct column *column_of(struct totals *totals, uint32_t sheet, uint32_t column)
{
    for (uint32_t i = 0; i < totals->column_count; i++)
        if (totals->columns[i].sheet == sheet && totals->columns[i].column == column)
            return &totals->columns[i];
    totals->columns =
        cs_grow(totals->arena, totals->columns, totals->column_count, &totals->column_room, sizeof *totals->columns);
    struct column *added = &totals->columns[totals->column_count++];
    *added = (struct column){.sheet = sheet, .column = column, .first = UINT32_MAX, .is_sorted = true};
    return added;
}

static void add_row(struct totals *totals, uint32_t sheet, uint32_t row, uint32_t column)
{
    struct column *to = column_of(totals, sheet, column);
    to->rows = cs_grow(totals->arena, to->rows, to->count, &to->room, sizeof *to->rows);
    to->is_sorted = to->is_sorted && (to->count == 0 || to->rows[to->count - 1] <= row);
    to->rows[to->count++] = row;
    to->first = row < to->first ? row : to->first;
    to->last = row > to->last ? row : to->last;
}

static int compare_rows(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static bool has_row(struct column *column, uint32_t first, uint32_t last)
{
    if (column->last < first || column->first > last)
        return false;
    if (first <= column->first || last >= column->last)
        return true;
    if (!column->is_sorted)
        qsort(column->rows, column->count, sizeof *column->rows, compare_rows);
    column->is_sorted = true;
    uint32_t low = 0, high = column->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (column->rows[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < column->count && column->rows[low] <= last;
}

static bool reaches(struct totals *totals, const struct formula *formula)
{
    for (uint32_t i = 0; i < formula->count; i++) {
        const struct reach *reach = &totals->reaches[formula->first + i];
        for (uint32_t c = 0; c < totals->column_count; c++) {
            struct column *column = &totals->columns[c];
            if (column->sheet == reach->sheet && reach->range.column <= column->column &&
                column->column <= reach->range.last_column && has_row(column, reach->range.row, reach->range.last_row))
                return true;
        }
    }
    return formula->is_unknown;
}

/* The cells that a formula gives a value count as written. */
static void reach_formula(struct totals *totals, struct formula *formula)
{
    const struct cs_original_formula *at = &totals->original->sheets[formula->sheet].formulas[formula->index];
    enum { MOST_CELLS = 1000 };
    formula->is_reached = true;
    uint32_t left = MOST_CELLS;
    for (uint32_t row = at->range.row; row <= at->range.last_row && left; row++)
        for (uint32_t column = at->range.column; column <= at->range.last_column && left; column++, left--)
            add_row(totals, formula->sheet, row, column);
}

/* Traverses all formulas once; true if another one turned out to be dependent. */
static bool go_round(struct totals *totals, bool is_backwards, bool takes_all)
{
    bool any = false;
    for (uint32_t i = 0; i < totals->formula_count; i++) {
        struct formula *formula = &totals->formulas[is_backwards ? totals->formula_count - 1 - i : i];
        if (formula->is_reached || (!takes_all && !reaches(totals, formula)))
            continue;
        reach_formula(totals, formula);
        any = true;
    }
    return any;
}

struct cs_totals_cell *cs_totals_of(const struct cs_original *original, const struct cs_totals_cell *written,
                                    uint32_t count, uint32_t *found)
{
    struct totals totals = {.original = original, .arena = &original->job->arena};
    uint32_t most = 0;
    for (uint32_t i = 0; i < original->sheet_count; i++)
        most += original->sheets[i].formula_count;
    totals.formulas = cs_alloc_array(totals.arena, most + 1u, sizeof *totals.formulas);
    struct cs_totals_cell *cells = cs_alloc_array(totals.arena, most + 1u, sizeof *cells);
    for (uint32_t i = 0; i < original->sheet_count && count; i++)
        read_sheet(&totals, i);
    for (uint32_t i = 0; i < count; i++)
        add_row(&totals, written[i].sheet, written[i].row, written[i].column);
    for (int round = 0; go_round(&totals, round % 2, round == MOST_ROUNDS); round++)
        ;
    *found = 0;
    for (uint32_t i = 0; i < totals.formula_count; i++) {
        const struct formula *formula = &totals.formulas[i];
        const struct cs_original_formula *at = &original->sheets[formula->sheet].formulas[formula->index];
        if (formula->is_reached)
            cells[(*found)++] = (struct cs_totals_cell){formula->sheet, at->row, at->column};
    }
    return cells;
}
