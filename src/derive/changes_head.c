/* The text above and below a table of changes: what was compared, the number of changes, the changes of the heads. */
#include "base/job.h"
#include "derive/changes.h"
#include "wording/wording.h"
#include "derive/inline.h"
#include "checksheet/sheet_words.h"

/* The sheets with their dates: METI 2025年版  2025-05-01 -> 2025-11-01. */
static cs_text subject(const struct cs_changes *changes)
{
    const struct cs_sheet *old = changes->diff->comparison->old, *new = changes->diff;
    cs_text before = cs_joined(changes->job, old->catalog_id, " ", old->edition);
    cs_text after = cs_joined(changes->job, new->catalog_id, " ", new->edition);
    if (cs_text_equal(old->catalog_id, new->catalog_id) && !cs_text_equal(old->edition, new->edition))
        after = new->edition;
    cs_text what = cs_from_to(changes->job, before, after);
    if (what.size == 0)
        what = cs_from_to(changes->job, old->title, new->title);
    return cs_joined(
        changes->job, what, "  ",
        cs_from_to(changes->job, cs_date_text(changes->job, old->date), cs_date_text(changes->job, new->date)));
}

static void add_count(struct cs_buf *buf, cs_word_id word, enum cs_language language, uint32_t count)
{
    cs_buf_add(buf, cs_word(word, language));
    cs_buf_print(buf, " %u", (unsigned)count);
}

/* 変更 2 (改善 1、後退 0、ほか 1)  追加 1  削除 0 */
static cs_text counts(const struct cs_changes *changes)
{
    const struct cs_comparison *counts = changes->diff->comparison;
    struct cs_buf buf = {0};
    if (!cs_diff_found(changes->diff))
        return cs_word(CS_WORD_UNCHANGED, changes->language);
    if (!counts->added && !counts->removed && !counts->changed && !counts->moved)
        return cs_word(CS_WORD_HEAD_ONLY, changes->language);
    add_count(&buf, CS_WORD_CHANGED, changes->language, counts->changed);
    cs_buf_add(&buf, CS_TEXT(" ("));
    add_count(&buf, CS_WORD_BETTER, changes->language, counts->better);
    cs_buf_add(&buf, changes->language == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
    add_count(&buf, CS_WORD_WORSE, changes->language, counts->worse);
    if (counts->changed > counts->better + counts->worse) {
        cs_buf_add(&buf, changes->language == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
        add_count(&buf, CS_WORD_CHANGED_OTHERWISE, changes->language, counts->changed - counts->better - counts->worse);
    }
    cs_buf_add(&buf, CS_TEXT(")  "));
    add_count(&buf, CS_WORD_ADDED, changes->language, counts->added);
    cs_buf_add(&buf, CS_TEXT("  "));
    add_count(&buf, CS_WORD_REMOVED, changes->language, counts->removed);
    if (counts->moved) {
        cs_buf_add(&buf, CS_TEXT("  "));
        add_count(&buf, CS_WORD_RENUMBERED, changes->language, counts->moved);
    }
    return cs_buf_take(&changes->job->arena, &buf);
}

cs_text cs_changes_title(const struct cs_changes *changes)
{
    return cs_joined(changes->job, subject(changes), "   ", counts(changes));
}

/* True for a changed date of the answers, which is in the headline already. */
static bool is_in_headline(const struct cs_changes *changes, const struct cs_row *row)
{
    return row->kind == CS_ROW_NOTE && row->change == CS_CHANGED &&
           cs_text_equal(row->cells[0].text, cs_word(CS_WORD_ANSWERED_ON, changes->language));
}

static cs_text note_label(const struct cs_changes *changes, const struct cs_row *row)
{
    if (row->kind == CS_ROW_TITLE)
        return cs_word(CS_WORD_TITLE, changes->language);
    return row->cells[0].text.size ? row->cells[0].text : cs_word(CS_WORD_NOTE, changes->language);
}

static void put_note_change(struct cs_run_writer *writer, const struct cs_row *row)
{
    enum { SHORT = 60 };
    uint32_t cell = row->kind == CS_ROW_NOTE;
    cs_text before = row->past->texts[cell], after = row->cells[cell].text;
    if (row->change != CS_CHANGED) {
        cs_put_lines(writer, row->change == CS_ADDED ? CS_PUT_IN : CS_TAKEN_OUT, after);
    } else if (row->cells[0].text.size && before.size + after.size <= SHORT) {
        cs_say(writer, cs_from_to(writer->job, before, after));
    } else {
        struct cs_inliner inliner = {.job = writer->job};
        cs_put_runs(writer, cs_inline_diff(&inliner, before, after));
    }
}

void cs_changes_add_notes(const struct cs_changes *changes)
{
    for (uint32_t i = 0; i < changes->diff->row_count; i++) {
        const struct cs_row *row = &changes->diff->rows[i];
        struct cs_run_writer writer = {.job = changes->job};
        if ((row->kind != CS_ROW_NOTE && row->kind != CS_ROW_TITLE) || row->change == CS_SAME ||
            is_in_headline(changes, row))
            continue;
        struct cs_row *note = cs_sheet_add_row(changes->job, changes->sheet, CS_ROW_NOTE, 2);
        note->cells[0].text = note_label(changes, row);
        put_note_change(&writer, row);
        cs_put_cell(&writer, note, 1);
    }
}

void cs_changes_add_reviewed(const struct cs_changes *changes)
{
    struct cs_buf list = {0};
    for (uint32_t i = 0; i < changes->diff->row_count; i++) {
        const struct cs_row *row = &changes->diff->rows[i];
        if (row->kind != CS_ROW_ITEM || row->change == CS_SAME || !cs_is_reviewed_only(changes, row))
            continue;
        cs_buf_separate(&list, CS_TEXT(" "));
        cs_buf_add(&list, row->key);
    }
    if (list.size) {
        struct cs_row *note = cs_sheet_add_row(changes->job, changes->sheet, CS_ROW_NOTE, 2);
        note->cells[0].text = cs_word(CS_WORD_REVIEWED_ONLY, changes->language);
        note->cells[1].text = cs_buf_copy(&changes->job->arena, &list);
    }
    cs_buf_free(&list);
}
