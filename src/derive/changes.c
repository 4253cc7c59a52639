/* The changes of an item, in words. */
#include "derive/changes.h"
#include "base/job.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

bool cs_change_has(const struct cs_row *row, enum cs_aspect aspect)
{
    return row->past && row->past->aspects >> aspect & 1;
}

cs_text cs_joined(struct cs_job *job, cs_text a, const char *between, cs_text b)
{
    const cs_text texts[] = {a, b};
    return a.size && b.size ? cs_texts_join(job, texts, 2, cs_text_of(between)) : a.size ? a : b;
}

cs_text cs_from_to(struct cs_job *job, cs_text a, cs_text b)
{
    return cs_text_equal(a, b) ? b : cs_joined(job, a, " -> ", b);
}

/* An answer as one word: the sheet's sign for the state if it has one, a short text, else the name of the state. */
static cs_text answer_word(const struct cs_changes *changes, const struct cs_sheet *sheet, enum cs_state state,
                           cs_text text)
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
    return cs_state_label(state, changes->language);
}

cs_text cs_cell_text(const struct cs_row *row, uint32_t column)
{
    return column < row->cell_count ? row->cells[column].text : (cs_text){0};
}

static cs_text past_text(const struct cs_row *row, uint32_t column)
{
    return row->past && row->past->texts && column < row->cell_count ? row->past->texts[column]
                                                                     : cs_cell_text(row, column);
}

cs_text cs_answer_after(const struct cs_changes *changes, const struct cs_row *row)
{
    return answer_word(changes, row->change == CS_REMOVED ? changes->diff->comparison->old : changes->diff, row->state,
                       cs_cell_text(row, changes->answer));
}

cs_text cs_answer_before(const struct cs_changes *changes, const struct cs_row *row)
{
    return answer_word(changes, changes->diff->comparison->old, row->past->state, past_text(row, changes->answer));
}

enum cs_tone cs_change_tone(const struct cs_row *row, enum cs_state state)
{
    const struct cs_item item = {.good = row->good};
    return cs_answer_tone(&item, state);
}

bool cs_change_is_in_words(const struct cs_changes *changes, const struct cs_row *row)
{
    return !cs_text_equal(cs_answer_before(changes, row), cs_answer_after(changes, row));
}

cs_text cs_change_label(const struct cs_changes *changes, const struct cs_row *row, uint32_t column)
{
    switch (changes->diff->columns[column].role) {
    case CS_ROLE_ANSWER:
        return cs_aspect_label(CS_ASPECT_ANSWER, changes->language);
    case CS_ROLE_REMARK:
        return cs_aspect_label(cs_change_has(row, CS_ASPECT_REMARK) ? CS_ASPECT_REMARK : CS_ASPECT_FORM,
                               changes->language);
    case CS_ROLE_EVIDENCE:
        return cs_aspect_label(CS_ASPECT_EVIDENCE, changes->language);
    case CS_ROLE_REVIEWED:
        return cs_aspect_label(CS_ASPECT_DATE, changes->language);
    case CS_ROLE_QUESTION:
        return cs_aspect_label(cs_change_has(row, CS_ASPECT_WORDING) ? CS_ASPECT_WORDING : CS_ASPECT_FORM,
                               changes->language);
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
    return changes->diff->columns[column].title;
}

bool cs_change_is_told(const struct cs_changes *changes, const struct cs_row *row, uint32_t column)
{
    static const uint32_t aspects[CS_ROLES] = {
        [CS_ROLE_NAME] = 1u << CS_ASPECT_WORDING,   [CS_ROLE_QUESTION] = 1u << CS_ASPECT_WORDING,
        [CS_ROLE_FLAG] = 1u << CS_ASPECT_WORDING,   [CS_ROLE_REF] = 1u << CS_ASPECT_WORDING,
        [CS_ROLE_LEVEL] = 1u << CS_ASPECT_WORDING,  [CS_ROLE_REMARK] = 1u << CS_ASPECT_REMARK,
        [CS_ROLE_FIGURE] = 1u << CS_ASPECT_REMARK,  [CS_ROLE_OTHER] = 1u << CS_ASPECT_REMARK,
        [CS_ROLE_OWNER] = 1u << CS_ASPECT_EVIDENCE, [CS_ROLE_EVIDENCE] = 1u << CS_ASPECT_EVIDENCE,
        [CS_ROLE_REVIEWED] = 1u << CS_ASPECT_DATE,  [CS_ROLE_ANSWER] = 1u << CS_ASPECT_ANSWER,
    };
    uint32_t own = aspects[changes->diff->columns[column].role];
    if (cs_row_runs(row, column).count == 0 || own == 0)
        return false;
    if (column == changes->answer)
        return cs_change_has(row, CS_ASPECT_ANSWER) && !cs_change_is_in_words(changes, row);
    return row->past->aspects & (own | 1u << CS_ASPECT_FORM);
}

/* As a sign of the catalog. */
cs_text cs_good_change(const struct cs_changes *changes, const struct cs_row *row)
{
    const enum cs_state states[2] = {row->past->good, row->good};
    cs_text words[2];
    for (int i = 0; i < 2; i++)
        words[i] = states[i] == CS_STATE_OK   ? CS_TEXT("○")
                   : states[i] == CS_STATE_NG ? CS_TEXT("×")
                                              : cs_word(CS_WORD_NO_GOOD_ANSWER, changes->language);
    bool changed = cs_change_has(row, CS_ASPECT_WORDING) && row->past->good != row->good;
    return changed ? cs_from_to(changes->job, words[0], words[1]) : (cs_text){0};
}

cs_text cs_flag_change(const struct cs_changes *changes, const struct cs_row *row)
{
    bool changed = cs_change_has(row, CS_ASPECT_WORDING) && row->past->flag != row->flag;
    if (!changed || cs_sheet_column(changes->diff, CS_ROLE_FLAG) != CS_NO_COLUMN)
        return (cs_text){0};
    cs_text before = cs_flag_text(row->past->flag, changes->language),
            after = cs_flag_text(row->flag, changes->language);
    return cs_from_to(changes->job, before.size ? before : CS_TEXT("-"), after.size ? after : CS_TEXT("-"));
}

void cs_put_change(struct cs_run_writer *writer, const struct cs_changes *changes, const struct cs_row *row,
                   uint32_t column)
{
    cs_text before = past_text(row, column);
    if (changes->diff->columns[column].role == CS_ROLE_REVIEWED && before.size && cs_cell_text(row, column).size) {
        cs_say(writer, before);
        cs_say(writer, CS_TEXT(" -> "));
        cs_say(writer, cs_cell_text(row, column));
    } else {
        cs_put_runs(writer, cs_row_runs(row, column));
    }
}

bool cs_is_reviewed_only(const struct cs_changes *changes, const struct cs_row *row)
{
    return changes->diff->comparison->whole && row->change == CS_CHANGED && row->past->aspects == 1u << CS_ASPECT_DATE;
}

bool cs_change_is_shown(const struct cs_changes *changes, const struct cs_row *row)
{
    return row->kind == CS_ROW_ITEM && row->change != CS_SAME && !cs_is_reviewed_only(changes, row);
}

cs_text cs_change_question(const struct cs_changes *changes, const struct cs_row *row)
{
    uint32_t name = cs_sheet_column(changes->diff, CS_ROLE_NAME);
    cs_text question = cs_cell_text(row, changes->question);
    return question.size ? question : cs_cell_text(row, name);
}

struct cs_changes cs_changes_begin(struct cs_job *job, const struct cs_sheet *diff)
{
    struct cs_changes changes = {.job = job, .diff = diff, .language = diff->language};
    changes.sheet = cs_sheet_new(job, diff->language);
    changes.sheet->catalog_id = diff->catalog_id;
    changes.sheet->edition = diff->edition;
    changes.sheet->service = diff->service;
    changes.sheet->vendor = diff->vendor;
    changes.sheet->date = diff->date;
    changes.sheet->comparison = diff->comparison;
    changes.answer = cs_sheet_column(diff, CS_ROLE_ANSWER);
    changes.question = cs_sheet_column(diff, CS_ROLE_QUESTION);
    for (uint32_t i = 0; i < diff->row_count; i++) {
        const struct cs_row *row = &diff->rows[i];
        changes.answered |= row->state != CS_STATE_NONE || (row->past && row->past->state != CS_STATE_NONE);
    }
    return changes;
}
