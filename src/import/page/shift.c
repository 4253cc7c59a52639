/* Shifted cells: see shift.h. A lost or added cell moves all cells after it, so a row is tried with everything from
 * its start, or from after its number, moved by one to three columns; numbers, flags, marks and sentences tell what
 * fits. */
#include "wording/mark.h"
#include "import/page/shift.h"

enum { FARTHEST = 3, LOST = -1000 };

/* A cell, whatever its column, and what was asked about it so far. */
struct look {
    cs_text text;
    unsigned asked, true_of; /* sets of kinds */
};

enum kind { NUMBER, FLAG, MARK, MARKED, SENTENCE };

enum { TEXT = 24 }; /* bytes of what is more than a word */

static bool is_long(const struct look *look)
{
    return look->text.size >= TEXT;
}

static bool find_out(const struct cs_page *page, const struct look *look, enum kind kind)
{
    enum { LONG = 60 };
    struct cs_number number;
    cs_text text = look->text;
    switch (kind) {
    case NUMBER:
        return !is_long(look) && cs_number_read(page->job, text, &number) && cs_number_is_whole(&number);
    case FLAG:
        return cs_is_flag(text);
    case MARK:
        return cs_is_mark(page->job, text);
    case MARKED:
        return cs_begins_with_mark(text);
    case SENTENCE:
        return text.size >= LONG ||
               (is_long(look) && (cs_text_ends(text, CS_TEXT("。")) || cs_text_ends(text, CS_TEXT("か")) ||
                                  cs_text_ends(text, CS_TEXT("？")) || cs_text_ends(text, CS_TEXT("?"))));
    }
    return false;
}

/* True for a cell of a kind, which is found out when it is asked for. */
static bool is(const struct cs_page *page, struct look *look, enum kind kind)
{
    unsigned bit = 1U << kind;
    if (!(look->asked & bit) && find_out(page, look, kind))
        look->true_of |= bit;
    look->asked |= bit;
    return look->true_of & bit;
}

static int fit(const struct cs_page *page, struct look *look, enum cs_role role)
{
    bool has_flags = page->of_role[CS_ROLE_FLAG] != CS_NO_COLUMN;
    if (role == CS_ROLE_FLAG)
        return is(page, look, FLAG) ? 4 : -4;
    if (has_flags && is(page, look, FLAG))
        return -3;
    switch (role) {
    case CS_ROLE_NUMBER:
        return is(page, look, NUMBER) ? 3 : is(page, look, SENTENCE) ? -3 : 0;
    case CS_ROLE_QUESTION:
        return is(page, look, NUMBER)                     ? -3
               : is(page, look, MARK)                     ? -3
               : is_long(look) && !is(page, look, MARKED) ? 2
                                                          : 0;
    case CS_ROLE_ANSWER:
        if (page->in_words || has_flags)
            return 0;
        return is(page, look, MARK) ? 3 : is(page, look, MARKED) ? 1 : is(page, look, SENTENCE) ? -1 : 0;
    case CS_ROLE_REMARK:
        return is(page, look, NUMBER)                                                  ? -1
               : is(page, look, MARK) && page->of_role[CS_ROLE_ANSWER] != CS_NO_COLUMN ? -1
                                                                                       : 0;
    case CS_ROLE_CHAPTER:
        return is(page, look, SENTENCE) ? -2 : is(page, look, NUMBER) && !page->has_numbered_chapters ? -1 : 0;
    case CS_ROLE_SECTION:
    case CS_ROLE_GROUP:
    case CS_ROLE_NAME:
        return is(page, look, SENTENCE) ? -2 : is(page, look, NUMBER) ? -1 : 0;
    case CS_ROLE_FLAG:
    case CS_ROLE_LEVEL:
    case CS_ROLE_APPLICABLE:
    case CS_ROLE_EVIDENCE:
    case CS_ROLE_REVIEWED:
    case CS_ROLE_OWNER:
    case CS_ROLE_REF:
    case CS_ROLE_FIGURE:
    case CS_ROLE_OTHER:
    case CS_ROLES:
        return 0;
    }
    return 0;
}

/* How well a row fits with the columns from `start` on moved by `by`; LOST if a cell would fall outside the columns. */
static int try_shift(const struct cs_page *page, struct look *looks, const uint32_t *filled, uint32_t count,
                     uint32_t start, int by)
{
    int score = 0;
    int64_t before = -1;
    for (uint32_t i = 0; i < count; i++) {
        int64_t target = (int64_t)filled[i] + (filled[i] >= start ? by : 0);
        if (target <= before || target >= page->column_count || page->columns[target].role == CS_ROLES)
            return LOST;
        before = target;
        score += fit(page, &looks[i], page->columns[target].role);
    }
    return score;
}

/* True for a number in its column, if there is one, and a text in that of the question: the row has not slipped. */
static bool is_in_place(const struct cs_page *page, struct look *looks, const uint32_t *filled, uint32_t count)
{
    bool has_numbers = page->of_role[CS_ROLE_NUMBER] != CS_NO_COLUMN, numbered = !has_numbers, asks = false;
    for (uint32_t i = 0; i < count; i++) {
        numbered |= page->columns[filled[i]].role == CS_ROLE_NUMBER && is(page, &looks[i], NUMBER);
        asks |= page->columns[filled[i]].role == CS_ROLE_QUESTION &&
                fit(page, &looks[i], CS_ROLE_QUESTION) >= (has_numbers ? 0 : 1);
    }
    return numbered && asks;
}

/* True for a role whose texts may be as long as a sentence: the name of a section. */
static bool may_be_long(enum cs_role role)
{
    return role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION || role == CS_ROLE_GROUP || role == CS_ROLE_NAME;
}

/* True for a short word in the column of flags that is none: the form has words of its own there. */
static bool is_own_word(const struct cs_page *page, struct look *look, enum cs_role role)
{
    return role == CS_ROLE_FLAG && !is_long(look) && !is(page, look, NUMBER) && !is(page, look, MARK);
}

/* True if some cell does not fit its column, and the row may have slipped for that. */
static bool is_doubtful(const struct cs_page *page, struct look *looks, const uint32_t *filled, uint32_t count)
{
    uint32_t doubts = 0, long_names = 0, own_words = 0;
    for (uint32_t i = 0; i < count; i++) {
        enum cs_role role = page->columns[filled[i]].role;
        bool doubted = role == CS_ROLES || fit(page, &looks[i], role) < 0;
        doubts += doubted;
        long_names += doubted && may_be_long(role) && is(page, &looks[i], SENTENCE);
        own_words += doubted && is_own_word(page, &looks[i], role);
    }
    return doubts > long_names + own_words || (doubts && !is_in_place(page, looks, filled, count));
}

void cs_shift_find(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                   uint32_t targets[CS_MOST_COLUMNS])
{
    struct look looks[CS_MOST_COLUMNS];
    uint32_t filled[CS_MOST_COLUMNS], count = 0, number = page->of_role[CS_ROLE_NUMBER], start = 0;
    for (uint32_t c = 0; c < page->column_count; c++) {
        targets[c] = cells[c] ? c : CS_NO_COLUMN;
        if (!cells[c])
            continue;
        looks[count] = (struct look){.text = cs_text_trim(cells[c]->text)};
        filled[count++] = c;
    }
    if (!is_doubtful(page, looks, filled, count))
        return;
    int best = try_shift(page, looks, filled, count, 0, 0) + 1, by = 0;
    for (int d = 1; d <= 2 * FARTHEST; d++) {
        int way = d % 2 ? (d + 1) / 2 : -d / 2;
        for (int behind = 0; behind < 2; behind++) {
            uint32_t from = behind && number != CS_NO_COLUMN ? number + 1 : 0;
            int score = try_shift(page, looks, filled, count, from, way);
            if (score > best) {
                best = score;
                by = way;
                start = from;
            }
        }
    }
    for (uint32_t i = 0; i < count && by != 0; i++)
        if (filled[i] >= start)
            targets[filled[i]] = (uint32_t)((int64_t)filled[i] + by);
}
