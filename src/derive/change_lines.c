/* The changes for a terminal: each item followed by a line for each difference. */
#include "base/job.h"
#include "derive/changes.h"
#include "checksheet/sheet_words.h"

/* Begins a line below the question with its label; if more follows, the label is padded to the width of the others in
 * its language. */
static void begin_line(struct cs_run_writer *writer, const struct cs_changes *changes, cs_text label, bool more)
{
    cs_say(writer, CS_TEXT("\n"));
    cs_say(writer, label);
    writer->margin = CS_TEXT("      ");
    if (changes->language == CS_EN)
        writer->margin = CS_TEXT("            ");
    size_t width = cs_text_width(cs_job_widths(changes->job, 2), label);
    size_t missing = writer->margin.size > width + 1 ? writer->margin.size - width : 1;
    cs_say(writer, more ? (cs_text){"            ", missing} : (cs_text){0});
}

static void put_answer_line(struct cs_run_writer *writer, const struct cs_changes *changes, const struct cs_row *row)
{
    if (!cs_change_has(row, CS_ASPECT_ANSWER) || !cs_change_is_in_words(changes, row))
        return;
    begin_line(writer, changes, cs_aspect_label(CS_ASPECT_ANSWER, changes->language), true);
    cs_put(writer, CS_KEPT, cs_change_tone(row, row->past->state), cs_answer_before(changes, row));
    cs_say(writer, CS_TEXT(" -> "));
    cs_put(writer, CS_KEPT, cs_change_tone(row, row->state), cs_answer_after(changes, row));
    cs_say(writer, row->past->turn == CS_TURN_NONE ? (cs_text){0} : CS_TEXT("  "));
    if (row->past->turn == CS_TURN_BETTER)
        cs_put(writer, CS_KEPT, CS_TONE_GOOD, cs_word(CS_WORD_BETTER, changes->language));
    if (row->past->turn == CS_TURN_WORSE)
        cs_put(writer, CS_KEPT, CS_TONE_BAD, cs_word(CS_WORD_WORSE, changes->language));
}

/* Adds an item that is only on one side: added or removed, the answer and the remark. */
static void put_whole_line(struct cs_run_writer *writer, const struct cs_changes *changes, const struct cs_row *row)
{
    uint32_t remark = cs_sheet_column(changes->diff, CS_ROLE_REMARK);
    cs_text answer = changes->answered ? cs_answer_after(changes, row) : (cs_text){0},
            words = cs_cell_text(row, remark);
    if (remark == CS_NO_COLUMN && !cs_text_equal(answer, cs_cell_text(row, changes->answer)))
        words = cs_cell_text(row, changes->answer); /* the column contains it in full */
    begin_line(writer, changes, cs_word(row->change == CS_ADDED ? CS_WORD_ADDED : CS_WORD_REMOVED, changes->language),
               answer.size || words.size);
    cs_put(writer, CS_KEPT, cs_change_tone(row, row->state), answer);
    cs_say(writer, words.size ? CS_TEXT(" ") : (cs_text){0});
    cs_put_lines(writer, CS_KEPT, words);
}

static void put_value_line(struct cs_run_writer *writer, const struct cs_changes *changes, cs_text label, cs_text value)
{
    if (value.size == 0)
        return;
    begin_line(writer, changes, label, true);
    cs_say(writer, value);
}

static void add_lines(const struct cs_changes *changes, const struct cs_row *item)
{
    struct cs_row *row = cs_sheet_add_row(changes->job, changes->sheet, CS_ROW_ITEM, 2);
    struct cs_run_writer writer = {.job = changes->job};
    row->key = item->key;
    row->cells[0].text = item->key;
    cs_put_lines(&writer, CS_KEPT, cs_change_question(changes, item));
    if (item->change == CS_ADDED || item->change == CS_REMOVED)
        put_whole_line(&writer, changes, item);
    else
        put_answer_line(&writer, changes, item);
    for (uint32_t i = 0; i < changes->diff->column_count; i++)
        if (cs_change_is_told(changes, item, i)) {
            begin_line(&writer, changes, cs_change_label(changes, item, i), true);
            cs_put_change(&writer, changes, item, i);
        }
    put_value_line(&writer, changes, cs_word(CS_WORD_GOOD_ANSWER, changes->language), cs_good_change(changes, item));
    put_value_line(&writer, changes, cs_role_title(CS_ROLE_FLAG, changes->language), cs_flag_change(changes, item));
    if (cs_change_has(item, CS_ASPECT_NUMBER)) {
        begin_line(&writer, changes, cs_aspect_label(CS_ASPECT_NUMBER, changes->language), true);
        cs_say(&writer, cs_from_to(changes->job, item->past->key, item->key));
    }
    if (cs_change_has(item, CS_ASPECT_PLACE)) {
        begin_line(&writer, changes, cs_aspect_label(CS_ASPECT_PLACE, changes->language), true);
        cs_say_word(&writer, CS_WORD_MOVED, changes->language);
    }
    cs_put_cell(&writer, row, 1);
}

struct cs_sheet *cs_diff_lines(struct cs_job *job, const struct cs_sheet *diff)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION};
    struct cs_changes changes = cs_changes_begin(job, diff);
    cs_sheet_set_columns(job, changes.sheet, roles, 2);
    cs_sheet_add_row(job, changes.sheet, CS_ROW_TITLE, 1)->cells[0].text = cs_changes_title(&changes);
    cs_changes_add_notes(&changes);
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (cs_change_is_shown(&changes, &diff->rows[i]))
            add_lines(&changes, &diff->rows[i]);
    cs_changes_add_reviewed(&changes);
    return changes.sheet;
}
