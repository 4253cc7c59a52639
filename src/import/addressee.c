/* The addressee of a form, as stated above its questions: 株式会社青空商事 御中, 提出先: ..., Customer: ... */
#include "base/ascii.h"
#include "base/job.h"
#include "checksheet/import.h"

enum { FIRST_ROWS = 30, LONGEST = 120, SHORTEST = 6 };

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Honorifics that follow a name. */
static const cs_text behind[] = {
#define CS_HONORIFIC(word) CS_LITERAL(word),
#include "import/addressee.def"
};

/* Texts that end with an honorific and name nobody. */
static const cs_text nobody[] = {
#define CS_NOBODY(word) CS_LITERAL(word),
#include "import/addressee.def"
};

static const cs_text labels[] = {
#define CS_ADDRESSEE_LABEL(word) CS_LITERAL(word),
#include "import/addressee.def"
};

/* The text without the last matching word at its end; all of it if it ends with none of them. */
static cs_text without_end(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_ends(text, words[i]))
            return cs_text_trim((cs_text){text.bytes, text.size - words[i].size});
    return text;
}

/* The name in a cell that addresses somebody: 株式会社青空商事 御中. */
static cs_text addressed(cs_text text)
{
    cs_text name = without_end(text, behind, COUNT(behind));
    bool is_nobody = without_end(text, nobody, COUNT(nobody)).size < text.size;
    bool is_line = cs_text_find(text, CS_TEXT("\n")) < 0 && cs_text_find(text, CS_TEXT("。")) < 0;
    return name.size < text.size && name.size >= SHORTEST && !is_nobody && is_line ? name : (cs_text){0};
}

static cs_text skip_colon(cs_text text)
{
    text = cs_text_trim(text);
    if (cs_text_starts(text, CS_TEXT(":")))
        return cs_text_trim(cs_text_skip(text, 1));
    return cs_text_starts(text, CS_TEXT("：")) ? cs_text_trim(cs_text_skip(text, CS_TEXT("：").size)) : (cs_text){0};
}

/* The text after a label, in the same cell or in the next one of its row. */
static cs_text labelled(const struct cs_grid_sheet *sheet, const struct cs_grid_cell *cell)
{
    cs_text text = cs_text_trim(cell->text);
    for (size_t i = 0; i < COUNT(labels); i++) {
        if (!cs_text_starts(text, labels[i]))
            continue;
        cs_text rest = cs_text_skip(text, labels[i].size), said = skip_colon(rest);
        bool is_alone = said.size == 0 &&
                        (rest.size == 0 || cs_text_equal(rest, CS_TEXT(":")) || cs_text_equal(rest, CS_TEXT("：")));
        if (said.size)
            return said;
        const struct cs_grid_cell *next = cell + 1;
        if (is_alone && next < sheet->cells + sheet->cell_count && next->row == cell->row)
            return cs_text_trim(next->text);
    }
    return (cs_text){0};
}

/* The row in which a table begins: the first with three or more texts in adjacent cells. */
static uint32_t table_row(const struct cs_grid_sheet *sheet)
{
    for (uint32_t i = 2; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        if (cell[-1].row == cell->row && cell[-2].row == cell->row && cell[-1].column + 1 == cell->column &&
            cell[-2].column + 2 == cell->column)
            return cell->row;
    }
    return sheet->row_count;
}

static bool is_name(cs_text name, cs_text vendor)
{
    return name.size && name.size <= LONGEST && cs_text_find(name, CS_TEXT("\n")) < 0 &&
           (vendor.size == 0 || cs_text_find(name, vendor) < 0);
}

cs_text cs_import_addressee(const struct cs_grid *grid, cs_text vendor)
{
    for (uint32_t i = 0; i < grid->sheet_count; i++) {
        const struct cs_grid_sheet *sheet = &grid->sheets[i];
        uint32_t end = table_row(sheet);
        for (uint32_t k = 0; k < sheet->cell_count && sheet->cells[k].row < end && sheet->cells[k].row < FIRST_ROWS;
             k++) {
            cs_text name = labelled(sheet, &sheet->cells[k]);
            cs_text whole = addressed(name.size ? name : cs_text_trim(sheet->cells[k].text));
            name = whole.size ? whole : name;
            if (!sheet->hidden && is_name(name, vendor))
                return name;
        }
    }
    return (cs_text){0};
}

/* --- an id ---------------------------------------------------------------------------------------------------------- */

/* Legal forms, which a company's name begins or ends with. */
static const cs_text kinds[] = {
#define CS_LEGAL_FORM(word) CS_LITERAL(word),
#include "import/addressee.def"
};

static cs_text without_kind(cs_text name)
{
    for (bool again = true; again;) {
        size_t size = name.size;
        for (size_t i = 0; i < COUNT(kinds); i++) {
            name = cs_text_trim(without_end(name, &kinds[i], 1));
            if (cs_text_starts(name, kinds[i]))
                name = cs_text_trim(cs_text_skip(name, kinds[i].size));
        }
        again = name.size < size;
    }
    return name;
}

bool cs_import_id_of_name(cs_text name, struct cs_buf *id)
{
    name = without_kind(name);
    bool gap = false;
    while (name.size) {
        cs_text at = name;
        uint32_t point = cs_text_next(&name);
        bool is_letter = point < 0x80 ? cs_is_ascii_letter((char)point) || cs_is_digit((char)point)
                                      : (point >= 0xc0 && point < 0x2000) || (point >= 0x3041 && point < 0xff00) ||
                                            (point >= 0xff10 && point < 0xff9f);
        if (!is_letter) {
            gap = id->size > 0;
            continue;
        }
        if (gap)
            cs_buf_add_byte(id, '-');
        gap = false;
        if (point >= 'a' && point <= 'z')
            cs_buf_add_byte(id, (char)(point - 'a' + 'A'));
        else
            cs_buf_add(id, (cs_text){at.bytes, at.size - name.size});
    }
    return id->size > 0 && !cs_is_digit(id->bytes[0]);
}
