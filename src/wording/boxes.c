/* Rows of boxes: see boxes.h. A cell is one if it begins or ends with a box, and contains two, or one checked box, or
 * is a single unchecked box. */
#include "wording/boxes.h"
#include "wording/mark_words.h"

/* The boxes of a row are all of one kind. */
enum kind { SIGNS, CIRCLES, BRACKETS };

/* 1 for a checked box, -1 for an unchecked one, 0 for any other character. */
static int box_at(cs_text text, bool circles)
{
    switch (cs_text_next(&text)) {
    case 0x2611: /* ☑ */
    case 0x2612: /* ☒ */
    case 0x2713: /* ✓ */
    case 0x2714: /* ✔ */
    case 0x25a0: /* ■ */
        return 1;
    case 0x2610: /* ☐ */
    case 0x25a1: /* □ */
        return -1;
    case 0x25cf: /* ● */
    case 0x25c9: /* ◉ */
        return circles;
    case 0x25cb: /* ○ */
    case 0x25ef: /* ◯ */
        return -circles;
    default:
        return 0;
    }
}

/* --- brackets ------------------------------------------------------------------------------------------------------ */

/* Bytes of a blank at the front of a text; 0 if there is none. */
static size_t blank_at(cs_text text)
{
    static const cs_text blanks[] = {CS_LITERAL(" "), CS_LITERAL("　"), CS_LITERAL("\xc2\xa0")};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (cs_text_starts(text, blanks[i]))
            return blanks[i].size;
    return 0;
}

/* Bytes of a sign that checks a bracket, at the front of a text; 0 if there is none. */
static size_t check_at(cs_text text)
{
    static const cs_text checks[] = {CS_LITERAL("○"), CS_LITERAL("〇"), CS_LITERAL("◯"),  CS_LITERAL("●"),
                                     CS_LITERAL("✓"), CS_LITERAL("✔"),  CS_LITERAL("レ"), CS_LITERAL("☑"),
                                     CS_LITERAL("■"), CS_LITERAL("x"),  CS_LITERAL("X")};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (cs_text_starts(text, checks[i]))
            return checks[i].size;
    return 0;
}

/* The closing bracket for the opening one at the front of a text; empty if there is none. */
static cs_text closing_of(cs_text text, size_t *size)
{
    static const cs_text pairs[][2] = {{CS_LITERAL("("), CS_LITERAL(")")},   {CS_LITERAL("（"), CS_LITERAL("）")},
                                       {CS_LITERAL("["), CS_LITERAL("]")},   {CS_LITERAL("［"), CS_LITERAL("］")},
                                       {CS_LITERAL("【"), CS_LITERAL("】")}, {CS_LITERAL("〔"), CS_LITERAL("〕")}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (cs_text_starts(text, pairs[i][0])) {
            *size = pairs[i][0].size;
            return pairs[i][1];
        }
    return (cs_text){0};
}

/* Bytes of a bracket that contains only blanks, or a check, at the front of a text; 0 if there is none. The box is
 * what a check replaces: the check, or the blank in the middle. */
static size_t bracket_at(cs_text text, struct cs_box *box)
{
    enum { MOST_BLANKS = 8 };
    size_t at, size, blanks[MOST_BLANKS], count = 0;
    cs_text closing = closing_of(text, &at);
    if (closing.size == 0)
        return 0;
    *box = (struct cs_box){.is_bracket = true};
    for (; count < MOST_BLANKS && (size = blank_at(cs_text_skip(text, at))) > 0; at += size)
        blanks[count++] = at;
    size = check_at(cs_text_skip(text, at));
    box->is_checked = size > 0;
    box->start = size || !count ? at : blanks[(count - 1) / 2];
    box->size = size ? size : count ? blank_at(cs_text_skip(text, box->start)) : 0;
    for (at += size; (size = blank_at(cs_text_skip(text, at))) > 0;)
        at += size;
    return cs_text_starts(cs_text_skip(text, at), closing) ? at + closing.size : 0;
}

/* True for a cell that is one bracket. */
static bool is_bracket(cs_text cell, struct cs_box *box)
{
    cs_text text = cs_text_trim(cell);
    return text.size && bracket_at(text, box) == text.size;
}

/* --- columns of boxes ---------------------------------------------------------------------------------------------- */

/* True for a text that is one of some, or a single checked (or unchecked) bracket: [x], （　）. */
static bool is_one_or_bracket(cs_text cell, const cs_text *words, size_t count, bool is_checked)
{
    struct cs_box box;
    return cs_text_is_one(cell, words, count) || (is_bracket(cell, &box) && box.is_checked == is_checked);
}

bool cs_is_check(cs_text cell)
{
    static const cs_text checks[] = {CS_LITERAL("○"), CS_LITERAL("〇"), CS_LITERAL("◯"),   CS_LITERAL("●"),
                                     CS_LITERAL("✓"), CS_LITERAL("✔"),  CS_LITERAL("レ"),  CS_LITERAL("☑"),
                                     CS_LITERAL("■"), CS_LITERAL("v"),  CS_LITERAL("V"),   CS_LITERAL("x"),
                                     CS_LITERAL("X"), CS_LITERAL("1"),  CS_LITERAL("TRUE")};
    return is_one_or_bracket(cell, checks, sizeof checks / sizeof *checks, true);
}

bool cs_is_no_check(cs_text cell)
{
    static const cs_text blanks[] = {CS_LITERAL("□"), CS_LITERAL("☐"), CS_LITERAL("-"),    CS_LITERAL("－"),
                                     CS_LITERAL("×"), CS_LITERAL("0"), CS_LITERAL("FALSE")};
    return is_one_or_bracket(cell, blanks, sizeof blanks / sizeof *blanks, false);
}

int cs_box_at(cs_text text)
{
    return text.size ? box_at(text, false) : 0;
}

bool cs_is_empty_box(cs_text cell)
{
    struct cs_box box;
    cs_text text = cs_text_trim(cell);
    return cs_text_equal(text, CS_TEXT("□")) || cs_text_equal(text, CS_TEXT("☐")) ||
           (is_bracket(text, &box) && !box.is_checked);
}

static bool has_full_circle(cs_text text)
{
    return cs_text_find(text, CS_TEXT("●")) >= 0 || cs_text_find(text, CS_TEXT("◉")) >= 0;
}

/* --- rows ---------------------------------------------------------------------------------------------------------- */

/* Bytes of a box of a kind at the front of a text; 0 if there is none. */
static size_t take_box(cs_text text, enum kind kind, struct cs_box *box)
{
    if (kind == BRACKETS)
        return bracket_at(text, box);
    int is_box = box_at(text, kind == CIRCLES);
    cs_text rest = text;
    cs_text_next(&rest);
    *box = (struct cs_box){.size = text.size - rest.size, .is_checked = is_box > 0};
    return is_box ? box->size : 0;
}

static cs_text between(cs_text cell, size_t start, size_t end)
{
    return cs_text_trim((cs_text){cell.bytes + start, end - start});
}

/* The sign that checks a box. */
static cs_text check_of(cs_text cell, const struct cs_box *box)
{
    cs_text sign = {cell.bytes + box->start, box->size};
    if (box->is_checked)
        return sign;
    bool is_latin = box->label.size ? (unsigned char)box->label.bytes[0] < 0x80 : cell.bytes[0] == '[';
    if (box->is_bracket)
        return is_latin ? CS_TEXT("x") : CS_TEXT("○");
    return cs_text_equal(sign, CS_TEXT("□"))   ? CS_TEXT("■")
           : cs_text_equal(sign, CS_TEXT("☐")) ? CS_TEXT("☑")
                                               : CS_TEXT("●");
}

/* False for most cells: nothing in the first or last place is like a box or, in the first, a bracket. Signs are U+2000 to
 * U+2FFF; 【 is U+3010, and full-width forms are U+FF00 and later. */
static bool may_have_boxes(cs_text cell)
{
    cs_text text = cs_text_trim(cell);
    size_t last = text.size;
    while (last > 0 && ((unsigned char)text.bytes[--last] & 0xc0) == 0x80)
        ;
    unsigned char first = text.size ? (unsigned char)text.bytes[0] : 0;
    bool is_bracket = first == '(' || first == '[' || first == 0xef || cs_text_starts(text, CS_TEXT("\xe3\x80"));
    return is_bracket || first == 0xe2 || (text.size && (unsigned char)text.bytes[last] == 0xe2);
}

/* True if a cell begins or ends with a box of a kind; of brackets, if it begins with one, since those at its end have no
 * labels before them. */
static bool has_box_outside(cs_text cell, enum kind kind)
{
    cs_text text = cs_text_trim(cell);
    struct cs_box box;
    size_t last = text.size;
    if (text.size == 0 || kind == BRACKETS)
        return text.size > 0 && take_box(cs_text_skip(cell, (size_t)(text.bytes - cell.bytes)), kind, &box) > 0;
    while (--last > 0 && ((unsigned char)text.bytes[last] & 0xc0) == 0x80)
        ;
    return take_box(text, kind, &box) > 0 || take_box(cs_text_skip(text, last), kind, &box) > 0;
}

/* The boxes of a kind in a cell, with the labels after them, or before them if the cell ends with a box. 0 if the
 * cell neither begins nor ends with one. */
static uint32_t boxes_of(cs_text cell, enum kind kind, struct cs_box *boxes, uint32_t room, bool *is_before)
{
    uint32_t count = 0;
    size_t ends[64], starts[64], size;
    *is_before = false;
    if (!has_box_outside(cell, kind))
        return 0;
    for (size_t at = 0; at < cell.size; at += size) {
        cs_text rest = cs_text_skip(cell, at), next = rest;
        struct cs_box box;
        cs_text_next(&next);
        if ((size = take_box(rest, kind, &box)) == 0) {
            size = rest.size - next.size;
            continue;
        }
        if (count == room || count == sizeof ends / sizeof *ends)
            return 0;
        starts[count] = at;
        ends[count] = at + size;
        box.start += at;
        boxes[count++] = box;
    }
    bool begins = count && between(cell, 0, starts[0]).size == 0;
    *is_before = count && !begins && between(cell, ends[count - 1], cell.size).size == 0;
    for (uint32_t i = 0; i < count; i++) {
        boxes[i].label = *is_before ? between(cell, i ? ends[i - 1] : 0, starts[i])
                                    : between(cell, ends[i], i + 1 < count ? starts[i + 1] : cell.size);
        boxes[i].check = check_of(cell, &boxes[i]);
    }
    return begins || *is_before ? count : 0;
}

/* True for a cell with one box, a sign or a bracket, with a label or without. */
static bool is_lone(cs_text cell, struct cs_box *box)
{
    bool is_before;
    return may_have_boxes(cell) &&
           (boxes_of(cell, SIGNS, box, 1, &is_before) == 1 || boxes_of(cell, BRACKETS, box, 1, &is_before) == 1);
}

int cs_box_with_word(cs_text cell, cs_text *word)
{
    struct cs_box box = {0};
    bool is_box = is_lone(cell, &box) && box.label.size;
    *word = box.label;
    return !is_box ? 0 : box.is_checked ? 1 : -1;
}

cs_text cs_box_checked(struct cs_job *job, cs_text cell, cs_text sign)
{
    struct cs_box box;
    struct cs_buf made = {0};
    if (!is_lone(cell, &box))
        return cell;
    cs_buf_add(&made, (cs_text){cell.bytes, box.start});
    cs_buf_add(&made, box.is_bracket && sign.size ? sign : box.check);
    cs_buf_add(&made, cs_text_skip(cell, box.start + box.size));
    return cs_buf_take(&job->arena, &made);
}

/* The text after a label that is a mark: （理由: ...） in いいえ（理由: ...）. */
static cs_text behind_label(struct cs_job *job, cs_text label)
{
    static const cs_text brackets[] = {CS_LITERAL("（"), CS_LITERAL("("), CS_LITERAL("\n"), CS_LITERAL(" "),
                                       CS_LITERAL("　")};
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        ptrdiff_t at = cs_text_find(label, brackets[i]);
        if (at > 0 && cs_is_mark_word(job, (cs_text){label.bytes, (size_t)at}))
            return cs_text_trim(cs_text_skip(label, (size_t)at));
    }
    return (cs_text){0};
}

/* True for two or more boxes, all labelled with words for states. */
static bool are_states(struct cs_job *job, const struct cs_box *boxes, uint32_t count)
{
    bool good = count > 1;
    for (uint32_t i = 0; i < count && good; i++)
        good = cs_is_mark_word(job, boxes[i].label) || behind_label(job, boxes[i].label).size;
    return good;
}

uint32_t cs_boxes_find(struct cs_job *job, cs_text cell, struct cs_box *boxes, uint32_t room)
{
    bool is_before;
    struct cs_box lone;
    if (!may_have_boxes(cell))
        return 0;
    uint32_t count = boxes_of(cell, SIGNS, boxes, room, &is_before);
    if (count)
        return !is_before || are_states(job, boxes, count) ? count : 0;
    count = boxes_of(cell, CIRCLES, boxes, room, &is_before);
    if (count && !is_before && (has_full_circle(cell) || are_states(job, boxes, count)))
        return count;
    count = boxes_of(cell, BRACKETS, boxes, room, &is_before);
    if (count > 2 && !is_before && boxes[count - 1].label.size == 0)
        count--; /* いいえ（　　）: to be filled in */
    return count && !is_before && (are_states(job, boxes, count) || is_bracket(cell, &lone)) ? count : 0;
}

bool cs_boxes_read(struct cs_job *job, cs_text cell, unsigned *count, cs_text *chosen, cs_text *rest)
{
    enum { MOST = 64 };
    struct cs_box boxes[MOST];
    struct cs_buf names = {0};
    uint32_t found = cs_boxes_find(job, cell, boxes, MOST);
    unsigned checked = *count = 0;
    if (found == 0)
        return false;
    const struct cs_box *last = &boxes[found - 1];
    for (uint32_t i = 0; i < found; i++) {
        checked += boxes[i].is_checked;
        cs_buf_add(&names, boxes[i].is_checked && checked > 1 ? CS_TEXT("・") : (cs_text){0});
        cs_buf_add(&names, boxes[i].is_checked ? boxes[i].label : (cs_text){0});
    }
    bool is_row = last->label.size > 0 && (found > 1 || checked == 1) && (!checked || names.size);
    is_row |= found == 1 && checked == 0 && last->label.size == 0; /* a column of boxes */
    *count = is_row ? checked : 0;
    *chosen = is_row ? cs_buf_copy(&job->arena, &names) : (cs_text){0};
    *rest = is_row && !last->is_checked ? behind_label(job, last->label) : (cs_text){0};
    cs_buf_free(&names);
    return is_row;
}

bool cs_boxes_are_empty(struct cs_job *job, cs_text cell)
{
    unsigned checked;
    cs_text chosen, rest;
    return cs_boxes_read(job, cell, &checked, &chosen, &rest) && checked == 0;
}

/* --- words ---------------------------------------------------------------------------------------------------------- */

/* Takes the text before the next separator of choices off a text. */
static cs_text take_choice(cs_text *text)
{
    static const cs_text signs[] = {CS_LITERAL("・"), CS_LITERAL("／"), CS_LITERAL(" / "), CS_LITERAL("｜"),
                                    CS_LITERAL("|")};
    size_t end = text->size, size = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find(*text, signs[i]);
        if (at >= 0 && (size_t)at < end) {
            end = (size_t)at;
            size = signs[i].size;
        }
    }
    cs_text choice = {text->bytes, end};
    *text = cs_text_skip(*text, end + size);
    return cs_text_trim(choice);
}

/* False for a text that no separator of take_choice can be in: most cells. */
static bool may_be_parted(cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte == '/' || byte == '|' || byte == 0xbb || byte == 0x8f || byte == 0x9c) /* how ・, ／ and ｜ end */
            return true;
    }
    return false;
}

bool cs_is_unchosen(struct cs_job *job, cs_text cell)
{
    enum { LONGEST = 90 };
    static const cs_text ends[] = {CS_LITERAL("\n"), CS_LITERAL("("), CS_LITERAL("（")};
    cs_text text = cs_text_trim(cell);
    unsigned states = 0, count = 0;
    if (!may_be_parted((cs_text){text.bytes, text.size < LONGEST ? text.size : LONGEST}))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ptrdiff_t at = cs_text_find(text, ends[i]);
        text.size = at > 0 ? (size_t)at : text.size;
    }
    if (text.size > LONGEST)
        return false;
    for (enum cs_state state; text.size; count++) {
        cs_text choice = take_choice(&text), rest = choice;
        if (count == 0 && text.size == 0)
            return false; /* there is no separator */
        bool is_sign = choice.size == 0 || (cs_text_next(&rest), rest.size == 0 && cs_mark_sign(choice, &state) > 0);
        if (is_sign || cs_mark_front(job, NULL, choice, &state) != choice.size)
            return false;
        states |= 1u << state;
    }
    return count > 1 && (states & 1u << CS_STATE_OK) && (states & (1u << CS_STATE_NG | 1u << CS_STATE_NA));
}

bool cs_is_request(cs_text text)
{
    enum { LONGEST = 60 };
    static const cs_text asking[] = {CS_LITERAL("選択して"), CS_LITERAL("選んで"), CS_LITERAL("を選択"),
                                     CS_LITERAL("select"),   CS_LITERAL("Select"), CS_LITERAL("choose"),
                                     CS_LITERAL("Choose")};
    for (size_t i = 0; i < sizeof asking / sizeof *asking && text.size <= LONGEST; i++)
        if (cs_text_find(text, asking[i]) >= 0)
            return true;
    return false;
}
