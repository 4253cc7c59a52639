/* Rows of boxes: see boxes.h. A cell is one if it begins with a box and has two, or
 * one that is checked, or is one that is not. Circles are boxes only where one of them is full. */
#include "wording/boxes.h"
#include "wording/mark_words.h"

/* 1 for a box that is checked, -1 for one that is not, 0 for any other sign. */
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

static bool is_one_of(cs_text cell, const cs_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_equal(cell, texts[i]))
            return true;
    return false;
}

bool cs_is_check(cs_text cell)
{
    static const cs_text checks[] = {CS_LITERAL("○"), CS_LITERAL("〇"), CS_LITERAL("◯"),   CS_LITERAL("●"),
                                     CS_LITERAL("✓"), CS_LITERAL("✔"),  CS_LITERAL("レ"),  CS_LITERAL("☑"),
                                     CS_LITERAL("■"), CS_LITERAL("v"),  CS_LITERAL("V"),   CS_LITERAL("x"),
                                     CS_LITERAL("X"), CS_LITERAL("1"),  CS_LITERAL("TRUE")};
    return is_one_of(cell, checks, sizeof checks / sizeof *checks);
}

bool cs_is_no_check(cs_text cell)
{
    static const cs_text blanks[] = {CS_LITERAL("□"), CS_LITERAL("☐"), CS_LITERAL("-"),    CS_LITERAL("－"),
                                     CS_LITERAL("×"), CS_LITERAL("0"), CS_LITERAL("FALSE")};
    return is_one_of(cell, blanks, sizeof blanks / sizeof *blanks);
}

int cs_box_at(cs_text text)
{
    return text.size ? box_at(text, false) : 0;
}

static bool has_full_circle(cs_text text)
{
    return cs_text_find(text, CS_TEXT("●")) >= 0 || cs_text_find(text, CS_TEXT("◉")) >= 0;
}

/* Takes the label of a box, up to the next box, off a text. */
static cs_text take_label(cs_text *text, bool circles)
{
    cs_text whole = *text;
    while (text->size && box_at(*text, circles) == 0)
        cs_text_next(text);
    return cs_text_trim((cs_text){whole.bytes, whole.size - text->size});
}

/* What stands behind a label that is a mark: （理由: ...） of いいえ（理由: ...）. */
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

bool cs_boxes_read(struct cs_job *job, cs_text cell, unsigned *count, cs_text *chosen, cs_text *rest)
{
    unsigned boxes = 0, checked = *count = 0;
    struct cs_buf names = {0};
    cs_text text = cs_text_trim(cell), last = {0};
    bool is_last_checked = false, circles = box_at(text, true) && has_full_circle(cell);
    if (box_at(text, circles) == 0)
        return false;
    while (text.size) {
        is_last_checked = box_at(text, circles) > 0;
        cs_text_next(&text);
        last = take_label(&text, circles);
        boxes++;
        checked += is_last_checked;
        cs_buf_add(&names, is_last_checked && checked > 1 ? CS_TEXT("・") : (cs_text){0});
        cs_buf_add(&names, is_last_checked ? last : (cs_text){0});
    }
    bool is_row = last.size > 0 && (boxes > 1 || checked == 1) && (!checked || names.size);
    is_row |= boxes == 1 && checked == 0 && last.size == 0; /* a column of boxes */
    *count = is_row ? checked : 0;
    *chosen = is_row ? cs_buf_copy(&job->arena, &names) : (cs_text){0};
    *rest = is_row && !is_last_checked ? behind_label(job, last) : (cs_text){0};
    cs_buf_free(&names);
    return is_row;
}

/* Takes the text before a sign that divides choices off a text. */
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

bool cs_is_unchosen(struct cs_job *job, cs_text cell)
{
    enum { LONGEST = 90 };
    static const cs_text ends[] = {CS_LITERAL("\n"), CS_LITERAL("("), CS_LITERAL("（")};
    cs_text text = cs_text_trim(cell);
    unsigned states = 0, count = 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ptrdiff_t at = cs_text_find(text, ends[i]);
        text.size = at > 0 ? (size_t)at : text.size;
    }
    if (text.size > LONGEST)
        return false;
    for (enum cs_state state; text.size; count++) {
        cs_text choice = take_choice(&text), rest = choice;
        if (count == 0 && text.size == 0)
            return false; /* nothing divides it */
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
