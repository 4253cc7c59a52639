/* Report of an import, for the person who has to trust it: see import_report.h. */
#include "cmd/import_report.h"
#include "cmd/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct report {
    struct run *run;
    cs_text path;
    const struct cs_grid *grid;
    const struct cs_imported *imported;
};

/* The beginning of a text on one line, in the caller's buffer. */
static cs_text shorten(struct cs_buf *buf, cs_text text)
{
    enum { LONGEST = 40 };
    cs_buf_clear(buf);
    for (int i = 0; text.size; i++) {
        cs_text from = text;
        bool is_break = cs_text_next(&text) == '\n';
        if (i == LONGEST) {
            cs_buf_add(buf, CS_TEXT("..."));
            break;
        }
        cs_buf_add(buf, is_break ? CS_TEXT(" ") : (cs_text){from.bytes, from.size - text.size});
    }
    return cs_buf_text(buf);
}

/* C12, or 回答!C12 in a workbook of several worksheets. */
static cs_text address(const struct report *report, struct cs_buf *buf, uint32_t worksheet, cs_text cell)
{
    cs_text name = report->grid->sheets[worksheet].name;
    cs_buf_clear(buf);
    if (report->grid->sheet_count > 1 && name.size) {
        cs_buf_add(buf, name);
        cs_buf_add_byte(buf, '!');
    }
    cs_buf_add(buf, cell);
    return cs_buf_text(buf);
}

static void say_column(const struct report *report, const struct cs_import_column *column)
{
    static const enum say known[] = {[CS_UNKNOWN] = SAY_KNOWN_NOT,
                                     [CS_KNOWN_BY_FORM] = SAY_KNOWN_BY_FORM,
                                     [CS_KNOWN_BY_TITLE] = SAY_KNOWN_BY_TITLE,
                                     [CS_KNOWN_BY_CONTENT] = SAY_KNOWN_BY_CONTENT,
                                     [CS_KNOWN_AS_GUIDE] = SAY_KNOWN_AS_GUIDE,
                                     [CS_KNOWN_AS_TRANSLATION] = SAY_KNOWN_AS_TRANSLATION};
    struct run *run = report->run;
    struct cs_buf place = {0}, title = {0}, how = {0};
    cs_text letters = cs_grid_address(run->job, 0, column->column);
    letters.size--; /* without the row */
    enum cs_known by = column->role == CS_ROLE_OTHER && column->by != CS_KNOWN_BY_FORM && column->by < CS_KNOWN_AS_GUIDE
                           ? CS_UNKNOWN
                           : column->by;
    enum say what = by == CS_UNKNOWN && !report->imported->catalog ? SAY_KNOWN_NOT_KEPT : known[by];
    say(&how, step_language(run), what, shorten(&title, column->title));
    if (column->product.size)
        say(&how, step_language(run), SAY_KNOWN_PRODUCT, column->product);
    info(run->environment, run->request, SAY_IMPORT_COLUMN, address(report, &place, column->worksheet, letters),
         cs_role_title(column->role, step_language(run)), cs_buf_text(&how));
    cs_buf_free(&place);
    cs_buf_free(&title);
    cs_buf_free(&how);
}

static void say_found(const struct report *report)
{
    static const enum say ways[CS_FOUNDS] = {
        [CS_NOT_FOUND] = SAY_FOUND_NOT,           [CS_FOUND_BY_ID] = SAY_FOUND_BY_ID,
        [CS_FOUND_COMPOSED] = SAY_FOUND_COMPOSED, [CS_FOUND_REPAIRED] = SAY_FOUND_REPAIRED,
        [CS_FOUND_BY_TEXT] = SAY_FOUND_BY_TEXT,   [CS_FOUND_BY_PLACE] = SAY_FOUND_BY_PLACE};
    struct run *run = report->run;
    struct cs_buf line = {0}, number = {0};
    for (int i = 1; i <= CS_FOUNDS; i++) { /* items that were not found come last */
        uint32_t count = report->imported->found[i % CS_FOUNDS];
        if (count == 0)
            continue;
        cs_buf_add(&line, line.size == 0 ? (cs_text){0} : step_language(run) == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
        say(&line, step_language(run), ways[i % CS_FOUNDS], step_number(&number, count));
    }
    info(run->environment, run->request, SAY_FOUND, cs_buf_text(&line));
    if (report->imported->missing)
        info(run->environment, run->request, SAY_IMPORT_MISSING, report->imported->catalog->id,
             step_number(&number, report->imported->missing));
    cs_buf_free(&line);
    cs_buf_free(&number);
}

static void say_remark(const struct report *report, const struct cs_import_remark *remark)
{
    static const enum say sayings[] = {
        [CS_MARK_UNKNOWN] = SAY_IMPORT_MARK_UNKNOWN,     [CS_MARKS_DISAGREE] = SAY_IMPORT_MARKS_DISAGREE,
        [CS_ITEM_UNKNOWN] = SAY_IMPORT_ITEM_UNKNOWN,     [CS_ITEM_TWICE] = SAY_IMPORT_ITEM_TWICE,
        [CS_NUMBER_REPAIRED] = SAY_IMPORT_REPAIRED,      [CS_ROW_EXAMPLE] = SAY_IMPORT_EXAMPLE,
        [CS_CELL_UNSOLVED] = SAY_IMPORT_UNSOLVED,        [CS_CELL_COMMENT] = SAY_IMPORT_COMMENT,
        [CS_ANSWER_COMMENT] = SAY_IMPORT_ANSWER_COMMENT, [CS_SIGN_UNKNOWN] = SAY_IMPORT_SIGN_UNKNOWN,
        [CS_NUMBER_DENIED] = SAY_IMPORT_NUMBER_DENIED,   [CS_NUMBER_DOUBTED] = SAY_IMPORT_NUMBER_DOUBTED,
        [CS_NUMBER_MISSING] = SAY_IMPORT_NUMBER_MISSING, [CS_NUMBER_TWICE] = SAY_IMPORT_NUMBER_TWICE,
        [CS_QUESTION_EMPTY] = SAY_IMPORT_QUESTION_EMPTY, [CS_CELL_FAULT] = SAY_IMPORT_FAULT,
        [CS_COLUMN_SECOND] = SAY_IMPORT_COLUMN_SECOND,   [CS_COLUMN_MARKED] = SAY_IMPORT_COLUMN_MARKED,
        [CS_COLUMN_GUESSED] = SAY_IMPORT_COLUMN_GUESSED, [CS_FLAG_UNKNOWN] = SAY_IMPORT_FLAG_UNKNOWN};
    struct run *run = report->run;
    struct cs_buf place = {0}, text = {0};
    cs_text cell = cs_grid_address(run->job, remark->row, remark->column);
    bool goes_in = run->request->value[OPTION_INTO] != NULL; /* where no comment keeps what belongs to no question */
    enum say what = goes_in && remark->kind == CS_ITEM_UNKNOWN ? SAY_INTO_UNKNOWN
                    : goes_in && remark->kind == CS_ITEM_TWICE ? SAY_INTO_TWICE
                                                               : sayings[remark->kind];
    info(run->environment, run->request, what, report->path, address(report, &place, remark->worksheet, cell),
         shorten(&text, remark->text), remark->key.size ? remark->key : CS_TEXT("-"));
    cs_buf_free(&place);
    cs_buf_free(&text);
}

/* Reports all remarks, but of a kind no more than a person reads: what is left out is counted, and the last one shown. */
static void say_remarks(const struct report *report)
{
    enum { MOST = 1000 };
    uint32_t counts[CS_REMARK_KINDS] = {0}, last[CS_REMARK_KINDS] = {0};
    struct cs_buf number = {0};
    for (uint32_t i = 0; i < report->imported->remark_count; i++) {
        const struct cs_import_remark *remark = &report->imported->remarks[i];
        last[remark->kind] = i;
        if (counts[remark->kind]++ < MOST)
            say_remark(report, remark);
    }
    for (int kind = 0; kind < CS_REMARK_KINDS; kind++) {
        if (counts[kind] <= MOST)
            continue;
        info(report->run->environment, report->run->request, SAY_IMPORT_MORE, report->path,
             step_number(&number, counts[kind] - MOST));
        say_remark(report, &report->imported->remarks[last[kind]]);
    }
    cs_buf_free(&number);
}

/* --- worksheets --------------------------------------------------------------------------------------------------- */

/* Adds 8, or 12-14. */
static void add_range(struct cs_buf *out, enum cs_language language, const char *first, const char *last)
{
    cs_buf_add(out, out->size == 0 ? (cs_text){0} : language == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
    cs_buf_add(out, cs_text_of(first));
    if (strcmp(first, last) != 0)
        cs_buf_print(out, "-%s", last);
}

/* The name of a row or of a column alone. */
static void name_line(struct run *run, bool is_row, uint32_t index, char name[16])
{
    cs_text address = cs_grid_address(run->job, is_row ? index : 0, is_row ? 0 : index);
    cs_text part = is_row ? cs_text_skip(address, 1) : (cs_text){address.bytes, address.size - 1};
    snprintf(name, 16, "%.*s", (int)part.size, part.bytes);
}

static bool has_text(const struct cs_grid_sheet *sheet, const bool *columns, bool is_row, uint32_t index)
{
    if (!is_row)
        return index < sheet->column_count && columns[index];
    uint32_t first = cs_grid_row_start(sheet, index);
    return first < sheet->cell_count && sheet->cells[first].row == index;
}

/* Reports hidden rows or columns with content, adjacent ones as a range. */
static void say_hidden_lines(const struct report *report, const struct cs_grid_sheet *sheet, const bool *columns,
                             bool is_row)
{
    const uint32_t *hidden = is_row ? sheet->hidden_rows : sheet->hidden_columns;
    uint32_t count = is_row ? sheet->hidden_row_count : sheet->hidden_column_count;
    struct cs_buf list = {0};
    for (uint32_t i = 0, end; i < count; i = end) {
        char first[16], last[16];
        end = i + 1;
        if (!has_text(sheet, columns, is_row, hidden[i]))
            continue;
        while (end < count && hidden[end] == hidden[end - 1] + 1 && has_text(sheet, columns, is_row, hidden[end]))
            end++;
        name_line(report->run, is_row, hidden[i], first);
        name_line(report->run, is_row, hidden[end - 1], last);
        add_range(&list, step_language(report->run), first, last);
    }
    if (list.size)
        info(report->run->environment, report->run->request,
             is_row ? SAY_IMPORT_HIDDEN_ROWS : SAY_IMPORT_HIDDEN_COLUMNS, sheet->name, cs_buf_text(&list));
    cs_buf_free(&list);
}

/* Reports what is not visible in a worksheet that was read, and what was not read. */
static void say_sight(const struct report *report, const struct cs_grid_sheet *sheet)
{
    struct cs_buf number = {0};
    bool *columns = memory_zeroed(sheet->column_count, sizeof *columns);
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        columns[sheet->cells[i].column] = true;
    say_hidden_lines(report, sheet, columns, true);
    say_hidden_lines(report, sheet, columns, false);
    free(columns);
    if (sheet->column_count > report->imported->most_columns)
        info(report->run->environment, report->run->request, SAY_IMPORT_WIDE, sheet->name,
             step_number(&number, report->imported->most_columns));
    cs_buf_free(&number);
}

static void say_worksheets(const struct report *report)
{
    struct run *run = report->run;
    for (uint32_t i = 0; i < report->grid->sheet_count; i++) {
        const struct cs_grid_sheet *sheet = &report->grid->sheets[i];
        switch (report->imported->uses[i]) {
        case CS_USED_ITEMS:
            say_sight(report, sheet);
            break;
        case CS_USED_LABELS:
            info(run->environment, run->request, SAY_IMPORT_SHEET_LABELS, sheet->name);
            break;
        case CS_USED_NOT_HIDDEN:
        case CS_USED_NOT_SEEN:
            info(run->environment, run->request, SAY_IMPORT_SHEET_HIDDEN, sheet->name);
            break;
        case CS_USED_NOT_EXAMPLE:
            info(run->environment, run->request, SAY_IMPORT_SHEET_EXAMPLE, sheet->name);
            break;
        case CS_USED_NOT_EXPLAINS:
            info(run->environment, run->request, SAY_IMPORT_SHEET_EXPLAINS, sheet->name);
            break;
        case CS_USED_NOT_TWICE:
            info(run->environment, run->request, SAY_IMPORT_SHEET_TWICE, sheet->name);
            break;
        case CS_USED_NOT_FEW:
            info(run->environment, run->request, SAY_IMPORT_SHEET_FEW, sheet->name);
            break;
        case CS_USED_NOT:
            break;
        }
    }
}

/* ○ 64, △ 1, × 1, － 5: the number of answers by kind. */
static void say_marks(const struct report *report)
{
    static const char *const signs[CS_STATES] = {
        [CS_STATE_OK] = "○", [CS_STATE_PART] = "△", [CS_STATE_NG] = "×", [CS_STATE_NA] = "－"};
    enum cs_language language = step_language(report->run);
    struct cs_buf line = {0}, number = {0};
    for (int i = CS_STATE_NONE + 1; i <= CS_STATES; i++) { /* open ones come last */
        enum cs_state state = (enum cs_state)(i % CS_STATES);
        if (report->imported->marks[state] == 0)
            continue;
        cs_buf_separate(&line, CS_TEXT("  "));
        cs_buf_add(&line, signs[state] ? cs_text_of(signs[state]) : cs_state_label(state, language));
        cs_buf_add_byte(&line, ' ');
        cs_buf_add(&line, step_number(&number, report->imported->marks[state]));
    }
    info(report->run->environment, report->run->request, SAY_IMPORT_MARKS, cs_buf_text(&line));
    cs_buf_free(&line);
    cs_buf_free(&number);
}

/* ◎ yes, ○ partly (A2): what the file says its signs mean. */
static void say_signs(const struct report *report)
{
    struct run *run = report->run;
    const struct cs_imported *imported = report->imported;
    struct cs_buf line = {0}, place = {0};
    for (uint32_t i = 0; i < imported->sign_count; i++) {
        const struct cs_import_sign *sign = &imported->signs[i];
        if (sign->state == CS_STATE_NONE)
            continue;
        cs_buf_separate(&line, step_language(run) == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
        cs_buf_add(&line, sign->sign);
        cs_buf_add_byte(&line, ' ');
        cs_buf_add(&line, cs_state_label(sign->state, step_language(run)));
    }
    if (line.size)
        info(run->environment, run->request, SAY_IMPORT_SIGNS, cs_buf_text(&line),
             address(report, &place, imported->signs[0].worksheet,
                     cs_grid_address(run->job, imported->signs[0].row, imported->signs[0].column)));
    cs_buf_free(&line);
    cs_buf_free(&place);
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

void import_report_say(struct run *run, cs_text path, const struct cs_grid *grid, const struct cs_imported *imported)
{
    const struct report all = {run, path, grid, imported}, *report = &all;
    struct cs_buf number = {0};
    cs_text count = step_number(&number, imported->item_count);
    if (imported->catalog)
        info(run->environment, run->request, SAY_IMPORTED, report->path, imported->catalog->id,
             cs_words_in(&imported->catalog->edition, step_language(run)), count);
    else
        info(run->environment, run->request, SAY_IMPORTED_FREE, report->path, count);
    for (uint32_t i = 0; i < imported->column_count; i++)
        say_column(report, &imported->columns[i]);
    say_worksheets(report);
    if (imported->catalog && !imported->catalog_was_said)
        info(run->environment, run->request, SAY_IMPORT_CATALOG_FOUND, (cs_text){0});
    if (imported->is_other_edition)
        info(run->environment, run->request, SAY_IMPORT_OTHER_EDITION, imported->catalog->id);
    if (imported->catalog)
        say_found(report);
    say_signs(report);
    say_marks(report);
    say_remarks(report);
    cs_buf_free(&number);
}
