/* The changes as a table: number, question, kind, before, after, and the text with its changes marked. */
#include "base/job.h"
#include "derive/changes.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

/* The kind of change: 改善・補足. */
static cs_text kind_text(const struct cs_changes *changes, const struct cs_row *row)
{
    cs_text words[CS_ASPECTS];
    uint32_t count = 0;
    if (row->change == CS_ADDED || row->change == CS_REMOVED)
        return cs_word(row->change == CS_ADDED ? CS_WORD_ADDED : CS_WORD_REMOVED, changes->language);
    for (int aspect = 0; aspect < CS_ASPECTS; aspect++)
        if (cs_change_has(row, (enum cs_aspect)aspect))
            words[count++] = cs_aspect_label((enum cs_aspect)aspect, changes->language);
    if (cs_change_has(row, CS_ASPECT_ANSWER) && row->past->turn != CS_TURN_NONE)
        words[0] = cs_word(row->past->turn == CS_TURN_BETTER ? CS_WORD_BETTER : CS_WORD_WORSE, changes->language);
    return cs_texts_join(changes->job, words, count, changes->language == CS_JA ? CS_TEXT("・") : CS_TEXT(", "));
}

/* Adds a line with a label, unless the value is empty. */
static void put_value(struct cs_run_writer *writer, cs_text label, cs_text value)
{
    if (value.size == 0)
        return;
    cs_say(writer, writer->count ? CS_TEXT("\n") : (cs_text){0});
    cs_say(writer, label);
    cs_say(writer, CS_TEXT(": "));
    cs_say(writer, value);
}

/* Adds the change of the remark, followed by those of other columns with their labels. */
static void fill_text(const struct cs_changes *changes, const struct cs_row *item, struct cs_row *row)
{
    struct cs_run_writer writer = {.job = changes->job};
    uint32_t remark = cs_sheet_column(changes->diff, CS_ROLE_REMARK),
             main = remark == CS_NO_COLUMN ? changes->answer : remark;
    if (item->change == CS_ADDED || item->change == CS_REMOVED)
        cs_put_lines(&writer, item->change == CS_ADDED ? CS_PUT_IN : CS_TAKEN_OUT, cs_cell_text(item, main));
    else if (remark != CS_NO_COLUMN && cs_change_is_told(changes, item, remark))
        cs_put_change(&writer, changes, item, remark);
    else
        cs_put_lines(&writer, CS_KEPT, cs_cell_text(item, remark));
    for (uint32_t i = 0; i < changes->diff->column_count; i++) {
        if (i == remark || i == changes->question || !cs_change_is_told(changes, item, i))
            continue;
        cs_say(&writer, writer.count ? CS_TEXT("\n") : (cs_text){0});
        cs_say(&writer, cs_change_label(changes, item, i));
        cs_say(&writer, CS_TEXT(": "));
        cs_put_change(&writer, changes, item, i);
    }
    put_value(&writer, cs_word(CS_WORD_GOOD_ANSWER, changes->language), cs_good_change(changes, item));
    put_value(&writer, cs_role_title(CS_ROLE_FLAG, changes->language), cs_flag_change(changes, item));
    cs_put_cell(&writer, row, CS_CHANGES_TEXT);
}

static void add_table_row(const struct cs_changes *changes, const struct cs_row *item)
{
    struct cs_row *row = cs_sheet_add_row(changes->job, changes->sheet, CS_ROW_ITEM, CS_CHANGES_COLUMNS);
    struct cs_cell *cells = row->cells, *before = &cells[CS_CHANGES_BEFORE], *after = &cells[CS_CHANGES_AFTER];
    row->key = item->key;
    row->change = item->change;
    row->state = item->state;
    row->good = item->good;
    cells[CS_CHANGES_NUMBER].text =
        cs_change_has(item, CS_ASPECT_NUMBER) ? cs_from_to(changes->job, item->past->key, item->key) : item->key;
    cells[CS_CHANGES_QUESTION].text = cs_change_question(changes, item);
    cells[CS_CHANGES_KIND].text = kind_text(changes, item);
    if (item->past && item->past->turn != CS_TURN_NONE)
        cells[CS_CHANGES_KIND].tone = item->past->turn == CS_TURN_BETTER ? CS_TONE_GOOD : CS_TONE_BAD;
    if (item->change != CS_ADDED && changes->answered)
        *before = item->past ? (struct cs_cell){.text = cs_answer_before(changes, item),
                                                .tone = cs_change_tone(item, item->past->state)}
                             : (struct cs_cell){0};
    if (item->change != CS_REMOVED && changes->answered)
        *after = (struct cs_cell){.text = cs_answer_after(changes, item), .tone = cs_change_tone(item, item->state)};
    fill_text(changes, item, row);
    if (changes->question != CS_NO_COLUMN && cs_change_is_told(changes, item, changes->question)) {
        struct cs_run_writer writer = {.job = changes->job};
        cs_put_change(&writer, changes, item, changes->question);
        cs_put_cell(&writer, row, CS_CHANGES_QUESTION);
    }
}

void cs_changes_set_columns(const struct cs_changes *changes)
{
    static const enum cs_role roles[CS_CHANGES_COLUMNS] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_FIGURE,
                                                           CS_ROLE_FIGURE, CS_ROLE_FIGURE,   CS_ROLE_REMARK};
    static const cs_word_id titles[CS_CHANGES_COLUMNS] = {[CS_CHANGES_KIND] = CS_WORD_CHANGED,
                                                          [CS_CHANGES_BEFORE] = CS_WORD_BEFORE,
                                                          [CS_CHANGES_AFTER] = CS_WORD_AFTER,
                                                          [CS_CHANGES_TEXT] = CS_WORD_CHANGED_TEXT};
    static const double widths[CS_CHANGES_COLUMNS] = {8, 36, 10, 7.5, 7.5, 99};
    cs_sheet_set_columns(changes->job, changes->sheet, roles, CS_CHANGES_COLUMNS);
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++) {
        changes->sheet->columns[i].width = widths[i];
        if (i >= CS_CHANGES_KIND)
            changes->sheet->columns[i].title = cs_word(titles[i], changes->language);
    }
    cs_sheet_add_header(changes->job, changes->sheet);
}

struct cs_sheet *cs_diff_table(struct cs_job *job, const struct cs_sheet *diff)
{
    struct cs_changes changes = cs_changes_begin(job, diff);
    changes.sheet->title = cs_changes_title(&changes);
    struct cs_row *title = cs_sheet_add_row(job, changes.sheet, CS_ROW_SECTION, 1);
    title->depth = 1; /* in a comment it is below the author's own headings */
    title->cells[0].text = changes.sheet->title;
    cs_changes_add_notes(&changes);
    cs_changes_set_columns(&changes);
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (cs_change_is_shown(&changes, &diff->rows[i]))
            add_table_row(&changes, &diff->rows[i]);
    cs_changes_add_reviewed(&changes);
    return changes.sheet;
}
