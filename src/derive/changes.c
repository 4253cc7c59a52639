/* A diff as a reader wants it: only what has changed, in words. The sheet of lines is for a terminal, the table for all
 * that has columns. Both are ordinary sheets; a cell that shows how a text changed has runs. */
#include "base/job.h"
#include "checksheet/diff.h"
#include "derive/inline.h"
#include "derive/run_writer.h"
#include "wording/wording.h"

struct shown {
    struct cs_job *job;
    const struct cs_sheet *diff;
    struct cs_sheet *sheet;
    enum cs_language language;
    uint32_t answer, question;
    bool answered; /* some item on some side is: the sheets are of more than questions */
};

/* --- what an item says -------------------------------------------------------------------------------------------- */

static bool has(const struct cs_row *row, enum cs_aspect aspect)
{
    return row->past && row->past->aspects >> aspect & 1;
}

static cs_text joined(struct cs_job *job, cs_text a, const char *between, cs_text b)
{
    const cs_text texts[] = {a, b};
    return a.size && b.size ? cs_texts_join(job, texts, 2, cs_text_of(between)) : a.size ? a : b;
}

/* A, or A -> B where it has changed. */
static cs_text from_to(struct cs_job *job, cs_text a, cs_text b)
{
    return cs_text_equal(a, b) ? b : joined(job, a, " -> ", b);
}

/* An answer in a word: the sheet's sign if it has one for the state, a short text, else what the state is called. */
static cs_text answer_word(const struct shown *s, const struct cs_sheet *sheet, enum cs_state state, cs_text text)
{
    enum { SHORT = 10 };
    bool is_other_sign = false;
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        if (cs_text_equal(sheet->signs[i].sign, text)) {
            if (sheet->signs[i].state == state)
                return text;
            is_other_sign = true;
        }
    if (text.size && !is_other_sign && cs_text_length(text) <= SHORT && cs_text_find(text, CS_TEXT("\n")) < 0)
        return text;
    return cs_state_label(state, s->language);
}

static cs_text cell_text(const struct cs_row *row, uint32_t column)
{
    return column < row->cell_count ? row->cells[column].text : (cs_text){0};
}

static cs_text past_text(const struct cs_row *row, uint32_t column)
{
    return row->past && row->past->texts && column < row->cell_count ? row->past->texts[column]
                                                                     : cell_text(row, column);
}

static cs_text answer_after(const struct shown *s, const struct cs_row *row)
{
    return answer_word(s, row->change == CS_REMOVED ? s->diff->comparison->old : s->diff, row->state,
                       cell_text(row, s->answer));
}

static cs_text answer_before(const struct shown *s, const struct cs_row *row)
{
    return answer_word(s, s->diff->comparison->old, row->past->state, past_text(row, s->answer));
}

static enum cs_tone tone_of(const struct cs_row *row, enum cs_state state)
{
    const struct cs_item item = {.good = row->good};
    return cs_answer_tone(&item, state);
}

/* True when the words before and after say how the answer changed. */
static bool is_told_by_words(const struct shown *s, const struct cs_row *row)
{
    return !cs_text_equal(answer_before(s, row), answer_after(s, row));
}

/* What a changed column is called: by its aspect, or where that would not say which column it is, by its title. */
static cs_text label_of(const struct shown *s, const struct cs_row *row, uint32_t column)
{
    switch (s->diff->columns[column].role) {
    case CS_ROLE_ANSWER:
        return cs_aspect_label(CS_ASPECT_ANSWER, s->language);
    case CS_ROLE_REMARK:
        return cs_aspect_label(has(row, CS_ASPECT_REMARK) ? CS_ASPECT_REMARK : CS_ASPECT_FORM, s->language);
    case CS_ROLE_EVIDENCE:
        return cs_aspect_label(CS_ASPECT_EVIDENCE, s->language);
    case CS_ROLE_REVIEWED:
        return cs_aspect_label(CS_ASPECT_DATE, s->language);
    case CS_ROLE_QUESTION:
        return cs_aspect_label(has(row, CS_ASPECT_WORDING) ? CS_ASPECT_WORDING : CS_ASPECT_FORM, s->language);
    case CS_ROLE_NUMBER:
    case CS_ROLE_CHAPTER:
    case CS_ROLE_SECTION:
    case CS_ROLE_GROUP:
    case CS_ROLE_NAME:
    case CS_ROLE_FLAG:
    case CS_ROLE_LEVEL:
    case CS_ROLE_APPLICABLE:
    case CS_ROLE_OWNER:
    case CS_ROLE_REF:
    case CS_ROLE_FIGURE:
    case CS_ROLE_OTHER:
    case CS_ROLES:
        break;
    }
    return s->diff->columns[column].title;
}

/* True for a column whose change is told on a line of its own: not the number and the place, which have theirs, nor
 * what was not asked for. */
static bool is_told(const struct shown *s, const struct cs_row *row, uint32_t column)
{
    static const uint32_t aspects[CS_ROLES] = {
        [CS_ROLE_NAME] = 1u << CS_ASPECT_WORDING,   [CS_ROLE_QUESTION] = 1u << CS_ASPECT_WORDING,
        [CS_ROLE_FLAG] = 1u << CS_ASPECT_WORDING,   [CS_ROLE_REF] = 1u << CS_ASPECT_WORDING,
        [CS_ROLE_LEVEL] = 1u << CS_ASPECT_WORDING,  [CS_ROLE_REMARK] = 1u << CS_ASPECT_REMARK,
        [CS_ROLE_FIGURE] = 1u << CS_ASPECT_REMARK,  [CS_ROLE_OTHER] = 1u << CS_ASPECT_REMARK,
        [CS_ROLE_OWNER] = 1u << CS_ASPECT_EVIDENCE, [CS_ROLE_EVIDENCE] = 1u << CS_ASPECT_EVIDENCE,
        [CS_ROLE_REVIEWED] = 1u << CS_ASPECT_DATE,  [CS_ROLE_ANSWER] = 1u << CS_ASPECT_ANSWER,
    };
    uint32_t own = aspects[s->diff->columns[column].role];
    if (cs_row_runs(row, column).count == 0 || own == 0)
        return false;
    if (column == s->answer)
        return has(row, CS_ASPECT_ANSWER) && !is_told_by_words(s, row);
    return row->past->aspects & (own | 1u << CS_ASPECT_FORM);
}

/* What is good and what is required, where they have changed; the one by a sign, as the catalog has it. */
static cs_text good_change(const struct shown *s, const struct cs_row *row)
{
    const enum cs_state states[2] = {row->past->good, row->good};
    cs_text words[2];
    for (int i = 0; i < 2; i++)
        words[i] = states[i] == CS_STATE_OK   ? CS_TEXT("○")
                   : states[i] == CS_STATE_NG ? CS_TEXT("×")
                                              : cs_word(CS_WORD_NO_GOOD_ANSWER, s->language);
    bool changed = has(row, CS_ASPECT_WORDING) && row->past->good != row->good;
    return changed ? from_to(s->job, words[0], words[1]) : (cs_text){0};
}

/* Empty where a column says it already. */
static cs_text flag_change(const struct shown *s, const struct cs_row *row)
{
    bool changed = has(row, CS_ASPECT_WORDING) && row->past->flag != row->flag;
    if (!changed || cs_sheet_column(s->diff, CS_ROLE_FLAG) != CS_NO_COLUMN)
        return (cs_text){0};
    cs_text before = cs_flag_text(row->past->flag, s->language), after = cs_flag_text(row->flag, s->language);
    return from_to(s->job, before.size ? before : CS_TEXT("-"), after.size ? after : CS_TEXT("-"));
}

/* Short values change from one to the other; in texts the change is marked. */
static void put_change(struct cs_run_writer *writer, const struct shown *s, const struct cs_row *row, uint32_t column)
{
    cs_text before = past_text(row, column);
    if (s->diff->columns[column].role == CS_ROLE_REVIEWED && before.size && cell_text(row, column).size) {
        cs_say(writer, before);
        cs_say(writer, CS_TEXT(" -> "));
        cs_say(writer, cell_text(row, column));
    } else {
        cs_put_runs(writer, cs_row_runs(row, column));
    }
}

/* An item of which nothing but the date of review is another: in a yearly round that may be all of them. */
static bool is_reviewed_only(const struct shown *s, const struct cs_row *row)
{
    return s->diff->comparison->whole && row->change == CS_CHANGED && row->past->aspects == 1u << CS_ASPECT_DATE;
}

static bool is_shown(const struct shown *s, const struct cs_row *row)
{
    return row->kind == CS_ROW_ITEM && row->change != CS_SAME && !is_reviewed_only(s, row);
}

/* --- the headline ------------------------------------------------------------------------------------------------- */

/* Which sheets of which day: METI 2025年版  2025-05-01 -> 2025-11-01. */
static cs_text subject(const struct shown *s)
{
    const struct cs_sheet *old = s->diff->comparison->old, *new = s->diff;
    cs_text before = joined(s->job, old->catalog_id, " ", old->edition);
    cs_text after = joined(s->job, new->catalog_id, " ", new->edition);
    if (cs_text_equal(old->catalog_id, new->catalog_id) && !cs_text_equal(old->edition, new->edition))
        after = new->edition;
    cs_text what = from_to(s->job, before, after);
    if (what.size == 0)
        what = from_to(s->job, old->title, new->title);
    return joined(s->job, what, "  ",
                  from_to(s->job, cs_date_text(s->job, old->date), cs_date_text(s->job, new->date)));
}

static void add_count(struct cs_buf *buf, enum cs_word word, enum cs_language language, uint32_t count)
{
    cs_buf_add(buf, cs_word(word, language));
    cs_buf_print(buf, " %u", (unsigned)count);
}

/* 変更 2 (改善 1、後退 0、ほか 1)  追加 1  削除 0 */
static cs_text counts(const struct shown *s)
{
    const struct cs_comparison *counts = s->diff->comparison;
    struct cs_buf buf = {0};
    if (!cs_diff_found(s->diff))
        return cs_word(CS_WORD_UNCHANGED, s->language);
    if (!counts->added && !counts->removed && !counts->changed && !counts->moved)
        return cs_word(CS_WORD_HEAD_ONLY, s->language);
    add_count(&buf, CS_WORD_CHANGED, s->language, counts->changed);
    cs_buf_add(&buf, CS_TEXT(" ("));
    add_count(&buf, CS_WORD_BETTER, s->language, counts->better);
    cs_buf_add(&buf, s->language == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
    add_count(&buf, CS_WORD_WORSE, s->language, counts->worse);
    if (counts->changed > counts->better + counts->worse) {
        cs_buf_add(&buf, s->language == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
        add_count(&buf, CS_WORD_CHANGED_OTHERWISE, s->language, counts->changed - counts->better - counts->worse);
    }
    cs_buf_add(&buf, CS_TEXT(")  "));
    add_count(&buf, CS_WORD_ADDED, s->language, counts->added);
    cs_buf_add(&buf, CS_TEXT("  "));
    add_count(&buf, CS_WORD_REMOVED, s->language, counts->removed);
    if (counts->moved) {
        cs_buf_add(&buf, CS_TEXT("  "));
        add_count(&buf, CS_WORD_RENUMBERED, s->language, counts->moved);
    }
    return cs_buf_take(&s->job->arena, &buf);
}

/* --- begin and end ------------------------------------------------------------------------------------------------ */

static struct shown begin(struct cs_job *job, const struct cs_sheet *diff)
{
    struct shown s = {.job = job, .diff = diff, .language = diff->language};
    s.sheet = cs_sheet_new(job, diff->language);
    s.sheet->catalog_id = diff->catalog_id;
    s.sheet->edition = diff->edition;
    s.sheet->service = diff->service;
    s.sheet->vendor = diff->vendor;
    s.sheet->date = diff->date;
    s.sheet->comparison = diff->comparison;
    s.answer = cs_sheet_column(diff, CS_ROLE_ANSWER);
    s.question = cs_sheet_column(diff, CS_ROLE_QUESTION);
    for (uint32_t i = 0; i < diff->row_count; i++) {
        const struct cs_row *row = &diff->rows[i];
        s.answered |= row->state != CS_STATE_NONE || (row->past && row->past->state != CS_STATE_NONE);
    }
    return s;
}

/* True for a change of the date of the answers from one to another: that is in the headline. */
static bool is_in_headline(const struct shown *s, const struct cs_row *row)
{
    return row->kind == CS_ROW_NOTE && row->change == CS_CHANGED &&
           cs_text_equal(row->cells[0].text, cs_word(CS_WORD_ANSWERED_ON, s->language));
}

static cs_text note_label(const struct shown *s, const struct cs_row *row)
{
    if (row->kind == CS_ROW_TITLE)
        return cs_word(CS_WORD_TITLE, s->language);
    return row->cells[0].text.size ? row->cells[0].text : cs_word(CS_WORD_NOTE, s->language);
}

static void put_note_change(struct cs_run_writer *writer, const struct cs_row *row)
{
    enum { SHORT = 60 };
    uint32_t cell = row->kind == CS_ROW_NOTE;
    cs_text before = row->past->texts[cell], after = row->cells[cell].text;
    if (row->change != CS_CHANGED) {
        cs_put_lines(writer, row->change == CS_ADDED ? CS_PUT_IN : CS_TAKEN_OUT, after);
    } else if (row->cells[0].text.size && before.size + after.size <= SHORT) {
        cs_say(writer, from_to(writer->job, before, after));
    } else {
        struct cs_inliner inliner = {.job = writer->job};
        cs_put_runs(writer, cs_inline_diff(&inliner, before, after));
    }
}

/* What of the head is another. */
static void add_notes(const struct shown *s)
{
    for (uint32_t i = 0; i < s->diff->row_count; i++) {
        const struct cs_row *row = &s->diff->rows[i];
        struct cs_run_writer writer = {.job = s->job};
        if ((row->kind != CS_ROW_NOTE && row->kind != CS_ROW_TITLE) || row->change == CS_SAME || is_in_headline(s, row))
            continue;
        struct cs_row *note = cs_sheet_add_row(s->job, s->sheet, CS_ROW_NOTE, 2);
        note->cells[0].text = note_label(s, row);
        put_note_change(&writer, row);
        cs_put_cell(&writer, note, 1);
    }
}

/* Names the items of which only the date is another. */
static void add_reviewed(const struct shown *s)
{
    struct cs_buf list = {0};
    for (uint32_t i = 0; i < s->diff->row_count; i++) {
        const struct cs_row *row = &s->diff->rows[i];
        if (row->kind != CS_ROW_ITEM || row->change == CS_SAME || !is_reviewed_only(s, row))
            continue;
        cs_buf_add(&list, list.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&list, row->key);
    }
    if (list.size) {
        struct cs_row *note = cs_sheet_add_row(s->job, s->sheet, CS_ROW_NOTE, 2);
        note->cells[0].text = cs_word(CS_WORD_REVIEWED_ONLY, s->language);
        note->cells[1].text = cs_buf_copy(&s->job->arena, &list);
    }
    cs_buf_free(&list);
}

static cs_text question_text(const struct shown *s, const struct cs_row *row)
{
    uint32_t name = cs_sheet_column(s->diff, CS_ROLE_NAME);
    cs_text question = cell_text(row, s->question);
    return question.size ? question : cell_text(row, name);
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

/* Begins a line below the question, with its label; before more it is padded, so that those of a language are of one
 * width. */
static void begin_line(struct cs_run_writer *writer, const struct shown *s, cs_text label, bool more)
{
    cs_say(writer, CS_TEXT("\n"));
    cs_say(writer, label);
    writer->margin = CS_TEXT("      ");
    if (s->language == CS_EN)
        writer->margin = CS_TEXT("            ");
    size_t width = cs_text_width(cs_job_widths(s->job, 2), label);
    size_t missing = writer->margin.size > width + 1 ? writer->margin.size - width : 1;
    cs_say(writer, more ? (cs_text){"            ", missing} : (cs_text){0});
}

static void put_answer_line(struct cs_run_writer *writer, const struct shown *s, const struct cs_row *row)
{
    if (!has(row, CS_ASPECT_ANSWER) || !is_told_by_words(s, row))
        return;
    begin_line(writer, s, cs_aspect_label(CS_ASPECT_ANSWER, s->language), true);
    cs_put(writer, CS_KEPT, tone_of(row, row->past->state), answer_before(s, row));
    cs_say(writer, CS_TEXT(" -> "));
    cs_put(writer, CS_KEPT, tone_of(row, row->state), answer_after(s, row));
    cs_say(writer, row->past->turn == CS_TURN_NONE ? (cs_text){0} : CS_TEXT("  "));
    if (row->past->turn == CS_TURN_BETTER)
        cs_put(writer, CS_KEPT, CS_TONE_GOOD, cs_word(CS_WORD_BETTER, s->language));
    if (row->past->turn == CS_TURN_WORSE)
        cs_put(writer, CS_KEPT, CS_TONE_BAD, cs_word(CS_WORD_WORSE, s->language));
}

/* What is only on one side: whether it came or went, the answer and the remark. */
static void put_whole_line(struct cs_run_writer *writer, const struct shown *s, const struct cs_row *row)
{
    uint32_t remark = cs_sheet_column(s->diff, CS_ROLE_REMARK);
    cs_text answer = s->answered ? answer_after(s, row) : (cs_text){0}, words = cell_text(row, remark);
    if (remark == CS_NO_COLUMN && !cs_text_equal(answer, cell_text(row, s->answer)))
        words = cell_text(row, s->answer); /* the column holds it in full */
    begin_line(writer, s, cs_word(row->change == CS_ADDED ? CS_WORD_ADDED : CS_WORD_REMOVED, s->language),
               answer.size || words.size);
    cs_put(writer, CS_KEPT, tone_of(row, row->state), answer);
    cs_say(writer, words.size ? CS_TEXT(" ") : (cs_text){0});
    cs_put_lines(writer, CS_KEPT, words);
}

static void put_value_line(struct cs_run_writer *writer, const struct shown *s, cs_text label, cs_text value)
{
    if (value.size == 0)
        return;
    begin_line(writer, s, label, true);
    cs_say(writer, value);
}

static void add_lines(const struct shown *s, const struct cs_row *item)
{
    struct cs_row *row = cs_sheet_add_row(s->job, s->sheet, CS_ROW_ITEM, 2);
    struct cs_run_writer writer = {.job = s->job};
    row->key = item->key;
    row->cells[0].text = item->key;
    cs_put_lines(&writer, CS_KEPT, question_text(s, item));
    if (item->change == CS_ADDED || item->change == CS_REMOVED)
        put_whole_line(&writer, s, item);
    else
        put_answer_line(&writer, s, item);
    for (uint32_t i = 0; i < s->diff->column_count; i++)
        if (is_told(s, item, i)) {
            begin_line(&writer, s, label_of(s, item, i), true);
            put_change(&writer, s, item, i);
        }
    put_value_line(&writer, s, cs_word(CS_WORD_GOOD_ANSWER, s->language), good_change(s, item));
    put_value_line(&writer, s, cs_role_title(CS_ROLE_FLAG, s->language), flag_change(s, item));
    if (has(item, CS_ASPECT_NUMBER)) {
        begin_line(&writer, s, cs_aspect_label(CS_ASPECT_NUMBER, s->language), true);
        cs_say(&writer, from_to(s->job, item->past->key, item->key));
    }
    if (has(item, CS_ASPECT_PLACE)) {
        begin_line(&writer, s, cs_aspect_label(CS_ASPECT_PLACE, s->language), true);
        cs_say_word(&writer, CS_WORD_MOVED, s->language);
    }
    cs_put_cell(&writer, row, 1);
}

struct cs_sheet *cs_diff_lines(struct cs_job *job, const struct cs_sheet *diff)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION};
    struct shown s = begin(job, diff);
    cs_sheet_set_columns(job, s.sheet, roles, 2);
    cs_sheet_add_row(job, s.sheet, CS_ROW_TITLE, 1)->cells[0].text = joined(job, subject(&s), "   ", counts(&s));
    add_notes(&s);
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (is_shown(&s, &diff->rows[i]))
            add_lines(&s, &diff->rows[i]);
    add_reviewed(&s);
    return s.sheet;
}

/* --- table -------------------------------------------------------------------------------------------------------- */

/* What kind of change it is: 改善・補足. */
static cs_text kind_text(const struct shown *s, const struct cs_row *row)
{
    cs_text words[CS_ASPECTS];
    uint32_t count = 0;
    if (row->change == CS_ADDED || row->change == CS_REMOVED)
        return cs_word(row->change == CS_ADDED ? CS_WORD_ADDED : CS_WORD_REMOVED, s->language);
    for (int aspect = 0; aspect < CS_ASPECTS; aspect++)
        if (has(row, (enum cs_aspect)aspect))
            words[count++] = cs_aspect_label((enum cs_aspect)aspect, s->language);
    if (has(row, CS_ASPECT_ANSWER) && row->past->turn != CS_TURN_NONE)
        words[0] = cs_word(row->past->turn == CS_TURN_BETTER ? CS_WORD_BETTER : CS_WORD_WORSE, s->language);
    return cs_texts_join(s->job, words, count, s->language == CS_JA ? CS_TEXT("・") : CS_TEXT(", "));
}

/* Adds a line with a label, if there is anything to say. */
static void put_value(struct cs_run_writer *writer, cs_text label, cs_text value)
{
    if (value.size == 0)
        return;
    cs_say(writer, writer->count ? CS_TEXT("\n") : (cs_text){0});
    cs_say(writer, label);
    cs_say(writer, CS_TEXT(": "));
    cs_say(writer, value);
}

/* The change of the remark, and below it, with their labels, those of the other columns. */
static void fill_text(const struct shown *s, const struct cs_row *item, struct cs_row *row)
{
    struct cs_run_writer writer = {.job = s->job};
    uint32_t remark = cs_sheet_column(s->diff, CS_ROLE_REMARK), main = remark == CS_NO_COLUMN ? s->answer : remark;
    if (item->change == CS_ADDED || item->change == CS_REMOVED)
        cs_put_lines(&writer, item->change == CS_ADDED ? CS_PUT_IN : CS_TAKEN_OUT, cell_text(item, main));
    else if (remark != CS_NO_COLUMN && is_told(s, item, remark))
        put_change(&writer, s, item, remark);
    else
        cs_put_lines(&writer, CS_KEPT, cell_text(item, remark));
    for (uint32_t i = 0; i < s->diff->column_count; i++) {
        if (i == remark || i == s->question || !is_told(s, item, i))
            continue;
        cs_say(&writer, writer.count ? CS_TEXT("\n") : (cs_text){0});
        cs_say(&writer, label_of(s, item, i));
        cs_say(&writer, CS_TEXT(": "));
        put_change(&writer, s, item, i);
    }
    put_value(&writer, cs_word(CS_WORD_GOOD_ANSWER, s->language), good_change(s, item));
    put_value(&writer, cs_role_title(CS_ROLE_FLAG, s->language), flag_change(s, item));
    cs_put_cell(&writer, row, CS_CHANGES_TEXT);
}

static void add_table_row(const struct shown *s, const struct cs_row *item)
{
    struct cs_row *row = cs_sheet_add_row(s->job, s->sheet, CS_ROW_ITEM, CS_CHANGES_COLUMNS);
    struct cs_cell *cells = row->cells, *before = &cells[CS_CHANGES_BEFORE], *after = &cells[CS_CHANGES_AFTER];
    row->key = item->key;
    row->change = item->change;
    row->state = item->state;
    row->good = item->good;
    cells[CS_CHANGES_NUMBER].text =
        has(item, CS_ASPECT_NUMBER) ? from_to(s->job, item->past->key, item->key) : item->key;
    cells[CS_CHANGES_QUESTION].text = question_text(s, item);
    cells[CS_CHANGES_KIND].text = kind_text(s, item);
    if (item->past && item->past->turn != CS_TURN_NONE)
        cells[CS_CHANGES_KIND].tone = item->past->turn == CS_TURN_BETTER ? CS_TONE_GOOD : CS_TONE_BAD;
    if (item->change != CS_ADDED && s->answered)
        *before = item->past
                      ? (struct cs_cell){.text = answer_before(s, item), .tone = tone_of(item, item->past->state)}
                      : (struct cs_cell){0};
    if (item->change != CS_REMOVED && s->answered)
        *after = (struct cs_cell){.text = answer_after(s, item), .tone = tone_of(item, item->state)};
    fill_text(s, item, row);
    if (s->question != CS_NO_COLUMN && is_told(s, item, s->question)) {
        struct cs_run_writer writer = {.job = s->job};
        put_change(&writer, s, item, s->question);
        cs_put_cell(&writer, row, CS_CHANGES_QUESTION);
    }
}

static void set_columns(const struct shown *s)
{
    static const enum cs_role roles[CS_CHANGES_COLUMNS] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_FIGURE,
                                                           CS_ROLE_FIGURE, CS_ROLE_FIGURE,   CS_ROLE_REMARK};
    static const enum cs_word titles[CS_CHANGES_COLUMNS] = {[CS_CHANGES_KIND] = CS_WORD_CHANGED,
                                                            [CS_CHANGES_BEFORE] = CS_WORD_BEFORE,
                                                            [CS_CHANGES_AFTER] = CS_WORD_AFTER,
                                                            [CS_CHANGES_TEXT] = CS_WORD_CHANGED_TEXT};
    static const double widths[CS_CHANGES_COLUMNS] = {8, 36, 10, 7.5, 7.5, 99};
    cs_sheet_set_columns(s->job, s->sheet, roles, CS_CHANGES_COLUMNS);
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++) {
        s->sheet->columns[i].width = widths[i];
        if (i >= CS_CHANGES_KIND)
            s->sheet->columns[i].title = cs_word(titles[i], s->language);
    }
    cs_sheet_add_header(s->job, s->sheet);
}

struct cs_sheet *cs_diff_table(struct cs_job *job, const struct cs_sheet *diff)
{
    struct shown s = begin(job, diff);
    s.sheet->title = joined(job, subject(&s), "   ", counts(&s));
    struct cs_row *title = cs_sheet_add_row(job, s.sheet, CS_ROW_SECTION, 1);
    title->depth = 1; /* in a comment it stands among the writer's own headings */
    title->cells[0].text = s.sheet->title;
    add_notes(&s);
    set_columns(&s);
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (is_shown(&s, &diff->rows[i]))
            add_table_row(&s, &diff->rows[i]);
    add_reviewed(&s);
    return s.sheet;
}
