/* The inverse of composing: from a sheet's cells to the parts of an answer.
 *
 * Composing joins what a sheet has no column or sign for: state, due date, value, detail, remark, who runs it,
 * evidence. Each step here removes one of them, in the opposite order of wording.c; anything that composing would not
 * reproduce exactly stays in the words. */
#include "wording/unword_parts.h"
#include "base/ascii.h"
#include "wording/mark_words.h"
#include "base/job.h"
#include "model/value.h"
#include "checksheet/sheet_words.h"

/* --- cells -------------------------------------------------------------------------------------------------------- */

struct cs_unword cs_unword_begin(struct cs_job *job, const struct cs_sheet *sheet)
{
    struct cs_unword unword = {
        .job = job, .sheet = sheet, .catalog = sheet->catalog, .layout = cs_layout_of_sheet(sheet)};
    for (int role = 0; role < CS_ROLES; role++)
        unword.column[role] = cs_sheet_column(sheet, (enum cs_role)role);
    uint32_t column = unword.column[CS_ROLE_EVIDENCE];
    for (uint32_t i = 0; i < sheet->row_count && column != CS_NO_COLUMN && !unword.has_links; i++)
        unword.has_links = sheet->rows[i].kind == CS_ROW_ITEM && sheet->rows[i].cells[column].link.size;
    return unword;
}

cs_text cs_unword_cell(const struct cs_unword *unword, const struct cs_row *row, enum cs_role role)
{
    uint32_t column = unword->column[role];
    return column < row->cell_count ? cs_text_trim(row->cells[column].text) : (cs_text){0};
}

static bool take(cs_text *text, cs_text part)
{
    if (part.size == 0 || !cs_text_starts(*text, part) || !cs_word_ends(*text, part.size))
        return false;
    *text = cs_text_skip(*text, part.size);
    return true;
}

static bool take_end(cs_text *text, cs_text part)
{
    if (!cs_text_ends(*text, part))
        return false;
    text->size -= part.size;
    return true;
}

/* --- the sign ----------------------------------------------------------------------------------------------------- */

static bool take_mark(cs_text *text, const struct cs_mark *marks, uint32_t count, enum cs_state state)
{
    for (uint32_t i = 0; i < count; i++)
        if (marks[i].state == state && take(text, marks[i].sign))
            return true;
    return false;
}

/* Takes a text that is one word for a state, and nothing else: Not implemented. */
static bool take_whole(const struct cs_unword *unword, enum cs_state state, cs_text *text)
{
    enum cs_state spelt;
    if (text->size == 0 || text->size > CS_MARK_WORD_SIZE ||
        cs_mark_front(unword->job, NULL, *text, &spelt) != text->size || spelt != state)
        return false;
    *text = (cs_text){0};
    return true;
}

/* Takes the sign or word for a state off the front: the catalog's, a layout's own, or any other spelling. */
static bool take_sign(const struct cs_unword *unword, const struct cs_item *item, enum cs_state state, cs_text *text)
{
    const struct cs_catalog *catalog = unword->catalog;
    enum cs_state spelt;
    size_t size;
    if (take_whole(unword, state, text))
        return true;
    if (item && item->kind != CS_KIND_MARK && take(text, cs_kind_word_for(item->kind, state, unword->sheet->language)))
        return true;
    if (catalog && take_mark(text, catalog->marks, catalog->mark_count, state))
        return true;
    for (uint32_t i = 0; catalog && i < catalog->layout_count; i++)
        if (take_mark(text, catalog->layouts[i].marks, catalog->layouts[i].mark_count, state))
            return true;
    for (uint32_t i = 0; i < unword->sheet->sign_count; i++)
        if (unword->sheet->signs[i].state == state && take(text, unword->sheet->signs[i].sign))
            return true;
    if (!cs_state_of_spelling(*text, &spelt, &size) || spelt != state)
        return false;
    *text = cs_text_skip(*text, size);
    return true;
}

/* --- the state in words ------------------------------------------------------------------------------------------- */

/* Takes digits followed by a word; false, with nothing taken, if either is missing. */
static bool take_number(cs_text *text, cs_text word, int *number)
{
    enum { MOST = 99999 };
    cs_text at = *text;
    uint32_t value;
    if (!cs_take_digits(&at, MOST, &value) || !cs_text_starts(at, word))
        return false;
    *number = (int)value;
    *text = cs_text_skip(at, word.size);
    return true;
}

static bool take_month(cs_text *text, int *month)
{
    for (*month = 1; *month <= 12; ++*month)
        if (take(text, cs_month_name(*month)))
            return take(text, CS_TEXT(" "));
    return false;
}

/* (2026年3月), (2026年3月15日), (March 2026), (15 March 2026) */
static bool take_due(cs_text *text, struct cs_date *due)
{
    cs_text at = *text;
    int year = 0, month = 0, day = 0;
    if (!take(&at, CS_TEXT("(")))
        return false;
    bool japanese = take_number(&at, CS_TEXT("年"), &year) && take_number(&at, CS_TEXT("月"), &month);
    if (japanese)
        take_number(&at, CS_TEXT("日"), &day);
    else
        take_number(&at, CS_TEXT(" "), &day);
    bool good = japanese || (take_month(&at, &month) && take_number(&at, (cs_text){0}, &year));
    struct cs_date date = {(int16_t)year, (int8_t)month, (int8_t)(day ? day : 1)};
    if (!good || day > 31 || month > 12 || !take(&at, CS_TEXT(")")) || !cs_date_exists(date))
        return false;
    date.day = (int8_t)day;
    *due = date;
    *text = cs_text_trim(at);
    return true;
}

/* Takes 予定 (2026年3月): off the front of a text. */
static bool take_label(enum cs_state state, cs_text *text, struct cs_date *due)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text at = *text;
        struct cs_date date = {0};
        if (!take(&at, cs_state_label(state, (enum cs_language)language)))
            continue;
        if (state == CS_STATE_PLAN && take(&at, CS_TEXT(" ")) && !take_due(&at, &date))
            continue;
        if (at.size && !take(&at, CS_TEXT(":")))
            continue;
        *text = cs_text_trim(at);
        *due = date;
        return true;
    }
    return false;
}

/* True if a sheet expresses a state in words: it has no answer column, or no sign for it. */
static bool has_no_sign(const struct cs_unword *unword, const struct cs_item *item, enum cs_state state)
{
    if (unword->column[CS_ROLE_ANSWER] == CS_NO_COLUMN || !unword->catalog || !item)
        return true;
    struct cs_catalog shown = *unword->catalog;
    if (unword->layout && unword->layout->mark_count) {
        shown.marks = unword->layout->marks;
        shown.mark_count = unword->layout->mark_count;
    }
    return cs_catalog_sign(&shown, item, state, unword->sheet->language).size == 0;
}

/* How the state is shown apart from the words: not at all, by its own sign, or, for a plan, by the sign for no. */
enum shown { NO_SIGN, OWN_SIGN, SIGN_OF_NO };

/* True if the words may begin with a state written by composing. A no may be a plan, and an empty cell any state for
 * which the sheet has no sign; without an answer column all that is known is that there are words. */
static bool may_be_worded(const struct cs_unword *unword, const struct cs_item *item, enum cs_state said,
                          enum shown shown, enum cs_state state)
{
    if (shown == OWN_SIGN)
        return said == CS_STATE_NG && state == CS_STATE_PLAN && has_no_sign(unword, item, state);
    if (shown == SIGN_OF_NO)
        return state == CS_STATE_PLAN;
    if (said == CS_STATE_NONE)
        return has_no_sign(unword, item, state);
    return said == CS_STATE_FREE_TEXT ? unword->column[CS_ROLE_ANSWER] == CS_NO_COLUMN : state == said;
}

static void take_worded_state(const struct cs_unword *unword, const struct cs_item *item, enum shown shown,
                              struct cs_unworded *answer)
{
    if (answer->state == CS_STATE_PLAN && shown == OWN_SIGN) {
        /* in a cell for words alone the sign is the label: 予定 (2026年3月): words */
        if (take_due(&answer->words, &answer->due) && take(&answer->words, CS_TEXT(":")))
            answer->words = cs_text_trim(answer->words);
        return;
    }
    for (int i = CS_STATE_OK; i < CS_STATE_FREE_TEXT; i++) {
        enum cs_state state = (enum cs_state)i;
        if (may_be_worded(unword, item, answer->state, shown, state) &&
            take_label(state, &answer->words, &answer->due)) {
            answer->state = state;
            return;
        }
    }
}

void cs_unword_state(struct cs_unworded *answer)
{
    if (answer->state != CS_STATE_NONE && answer->state != CS_STATE_FREE_TEXT &&
        !take_label(answer->state, &answer->words, &answer->due) && answer->state == CS_STATE_PLAN)
        take_due(&answer->words, &answer->due);
}

/* --- who runs it ---------------------------------------------------------------------------------------------------- */

static void take_by(enum cs_language language, struct cs_unworded *answer)
{
    cs_text words = answer->words;
    struct cs_buf opening = {0};
    cs_buf_add(&opening, language == CS_JA ? CS_TEXT("（") : CS_TEXT("("));
    cs_buf_add(&opening, cs_word(CS_WORD_RUN_BY, language));
    cs_buf_add(&opening, CS_TEXT(": "));
    ptrdiff_t at = cs_text_find_last(words, cs_buf_text(&opening));
    if (at >= 0 && take_end(&words, language == CS_JA ? CS_TEXT("）") : CS_TEXT(")"))) {
        cs_text by = cs_text_skip(words, (size_t)at + opening.size), rest = {words.bytes, (size_t)at};
        bool is_one = by.size && cs_text_find(by, CS_TEXT("\n")) < 0 && cs_text_find(rest, by) < 0;
        if (is_one && cs_text_equal(by, cs_text_trim(by))) {
            answer->by = by;
            answer->words = cs_text_trim(rest);
        }
    }
    cs_buf_free(&opening);
}

void cs_unword_by(struct cs_unworded *answer)
{
    for (int language = 0; language < CS_LANGUAGES && answer->by.size == 0; language++)
        take_by((enum cs_language)language, answer);
}

/* --- the answer --------------------------------------------------------------------------------------------------- */

/* True if the words say, in either language, that the question does not apply because of another answer. */
static bool is_not_asked(const struct cs_item *item, cs_text words)
{
    bool is_it = false;
    for (int language = 0; language < CS_LANGUAGES && item && item->gate.size && !is_it; language++) {
        struct cs_buf text = {0};
        cs_buf_add(&text, cs_word(CS_WORD_NOT_ASKED_BEFORE, (enum cs_language)language));
        cs_buf_add(&text, item->gate);
        cs_buf_add(&text, cs_word(CS_WORD_NOT_ASKED_AFTER, (enum cs_language)language));
        is_it = cs_text_equal(words, cs_text_trim(cs_buf_text(&text)));
        cs_buf_free(&text);
    }
    return is_it;
}

/* True if a text, as the answer to a typed item, would be read as a state: 非公開, 対象外. */
static bool is_read_as_state(cs_text text)
{
    enum cs_state state;
    size_t size;
    return cs_state_of_spelling(text, &state, &size) && state != CS_STATE_OK && state != CS_STATE_NG &&
           state != CS_STATE_PART;
}

static bool begins_with_choice(const struct cs_item *item, cs_text text)
{
    for (uint32_t i = 0; i < item->choice_count; i++)
        if (item->choices[i].id.size && cs_text_starts(text, item->choices[i].id))
            return true;
    return false;
}

/* Takes the value off the front of the words of a typed answer, in the same way as the loader. */
static bool take_value(const struct cs_item *item, struct cs_unworded *answer)
{
    struct cs_value_wanted wanted = {item->kind, item->units, item->unit_count, item->none_allowed};
    struct cs_value value;
    cs_text rest = {0};
    if (answer->words.size == 0 || is_read_as_state(answer->words))
        return false;
    if (item->kind == CS_KIND_CHOICE && begins_with_choice(item, answer->words))
        value.written = answer->words;
    else if (cs_value_read(answer->words, &wanted, &value, &rest) == CS_VALUE_OTHER_KIND)
        return false;
    answer->value = value.written;
    answer->words = rest;
    return true;
}

static bool is_typed(const struct cs_item *item)
{
    return item && item->kind != CS_KIND_MARK && !cs_kind_is_yes_no(item->kind);
}

struct cs_unworded cs_unword_answer(const struct cs_unword *unword, const struct cs_row *row,
                                    const struct cs_item *item)
{
    struct cs_unworded answer = {.state = row->state, .other = row->remark_translation};
    cs_text sign = cs_unword_cell(unword, row, CS_ROLE_ANSWER), remark = cs_unword_cell(unword, row, CS_ROLE_REMARK);
    enum shown shown = NO_SIGN;
    if (answer.state != CS_STATE_NONE && !is_typed(item) && take_sign(unword, item, answer.state, &sign))
        shown = OWN_SIGN;
    else if (answer.state == CS_STATE_PLAN && take_sign(unword, item, CS_STATE_NG, &sign))
        shown = SIGN_OF_NO;
    answer.words = cs_text_below(&unword->job->arena, cs_text_trim(sign), remark);
    if (is_not_asked(item, answer.words))
        return (struct cs_unworded){0};
    uint32_t evidence = unword->column[CS_ROLE_EVIDENCE];
    cs_unword_evidence(unword, evidence < row->cell_count ? &row->cells[evidence] : NULL, &answer);
    cs_unword_by(&answer);
    enum cs_state phrase;
    take_worded_state(unword, item, shown, &answer);
    if (is_typed(item) && (answer.state == CS_STATE_FREE_TEXT || answer.state == CS_STATE_NONE) &&
        take_value(item, &answer))
        answer.state = CS_STATE_FREE_TEXT;
    answer.not_understood = answer.state == CS_STATE_NONE && answer.words.size &&
                            !(cs_state_of_phrase(answer.words, &phrase) && phrase == CS_STATE_NONE);
    return answer;
}

struct cs_unworded cs_unword_text(cs_text text)
{
    struct cs_unworded loose = {.words = cs_text_trim(text)};
    cs_unword_by(&loose);
    for (int i = CS_STATE_OK; i < CS_STATE_FREE_TEXT && loose.state == CS_STATE_NONE; i++)
        if (take_label((enum cs_state)i, &loose.words, &loose.due))
            loose.state = (enum cs_state)i;
    if (loose.state == CS_STATE_NONE)
        take_due(&loose.words, &loose.due);
    return loose;
}

struct cs_unworded cs_unword_known(const struct cs_answer *answer, enum cs_language language)
{
    enum cs_language other = language == CS_JA ? CS_EN : CS_JA;
    const struct cs_words *remark = answer->plain ? answer->plain : &answer->remark;
    struct cs_unworded known = {.state = answer->state,
                                .due = answer->due,
                                .value = answer->value.written,
                                .detail = answer->detail,
                                .words = remark->in[language],
                                .other = remark->in[other],
                                .audience = answer->audience,
                                .for_nda = answer->for_nda,
                                .for_insiders = answer->for_insiders,
                                .by = answer->by,
                                .evidence = answer->evidence,
                                .evidence_count = answer->evidence_count,
                                .parts = answer->parts,
                                .part_count = answer->part_count};
    return known;
}
