/* Sheets of two languages: see derive.h. The answers of each are taken apart, as they are when a sheet becomes a profile,
 * and put together again in the language that is wanted. */
#include "derive/derive.h"
#include "base/job.h"
#include "checksheet/compose.h"
#include "derive/aspects.h"
#include "wording/mark.h"
#include "wording/unword.h"
#include "wording/wording.h"

struct translated {
    struct cs_job *job;
    struct cs_sheet *sheet;
    struct cs_unword unword;
    enum cs_language from, to;
    struct cs_answers answers;
    const struct cs_row **rows; /* by item of the catalog: the row that answers it, as it was; NULL: none */
};

/* Words with the lines that the program has put there, for what is not disclosed, in the language that is wanted; they
 * are in that of the remark, which need not be the sheet's. */
static cs_text own_lines_in(const struct translated *t, cs_text words)
{
    static const enum cs_word own[] = {CS_WORD_UNDER_NDA, CS_WORD_NOT_PUBLISHED, CS_WORD_MORE_UNDER_NDA};
    struct cs_buf out = {0};
    bool any = false;
    for (cs_text rest = words; rest.size;) {
        ptrdiff_t end = cs_text_find(rest, CS_TEXT("\n"));
        cs_text line = {rest.bytes, end < 0 ? rest.size : (size_t)end};
        rest = cs_text_skip(rest, line.size + (end >= 0));
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            if (cs_text_equal(line, cs_word(own[i], CS_JA)) || cs_text_equal(line, cs_word(own[i], CS_EN))) {
                line = cs_word(own[i], t->to);
                any = true;
                break;
            }
        cs_buf_add(&out, line);
        cs_buf_add(&out, end >= 0 ? CS_TEXT("\n") : (cs_text){0});
    }
    words = any ? cs_buf_copy(&t->job->arena, &out) : words;
    cs_buf_free(&out);
    return words;
}

/* --- answers by product ------------------------------------------------------------------------------------------- */

/* One product's answer in full, said in the other language. */
static cs_text part_in(const struct translated *t, const struct cs_item *item, cs_text text)
{
    const struct cs_catalog *catalog = t->unword.catalog;
    struct cs_marked marked = cs_mark_read(t->job, catalog, item, false, (cs_text){0}, text);
    if (marked.state == CS_STATE_NONE) /* not by a sign or label: by a word */
        marked = cs_mark_read(t->job, catalog, item, false, text, (cs_text){0});
    if (marked.state == CS_STATE_NONE || marked.fault != CS_MARK_GOOD || item->kind != CS_KIND_MARK)
        return text;
    struct cs_cell *cells = cs_alloc_array(&t->job->arena, t->sheet->column_count, sizeof *cells);
    struct cs_row row = {.state = marked.state, .cells = cells, .cell_count = t->sheet->column_count};
    cells[t->unword.column[CS_ROLE_REMARK]].text = marked.remark;
    struct cs_unworded part = cs_unword_answer(&t->unword, &row, item);
    struct cs_answer answer = {.state = part.state, .due = part.due, .by = part.by, .value.written = part.value};
    if (marked.state == CS_STATE_NG && cs_catalog_sign(catalog, item, CS_STATE_PLAN, t->from).size == 0) {
        row.state = CS_STATE_PLAN; /* × 予定 (2026年3月) */
        struct cs_unworded plan = cs_unword_answer(&t->unword, &row, item);
        if (plan.due.year)
            answer.state = CS_STATE_PLAN, answer.due = plan.due, part.words = plan.words;
    }
    for (int language = 0; language < CS_LANGUAGES; language++)
        answer.remark.in[language] = own_lines_in(t, part.words);
    return cs_answer_in_full(t->job, catalog, item, &answer, t->to);
}

/* What begins a line of 【A・B】○ ... or of [A, B] ○ ...; empty where nothing does. */
static cs_text products_at(cs_text line, cs_text *names)
{
    static const cs_text openings[] = {CS_LITERAL("【"), CS_LITERAL("[")},
                         closings[] = {CS_LITERAL("】"), CS_LITERAL("]")};
    for (int i = 0; i < 2; i++) {
        ptrdiff_t end = cs_text_starts(line, openings[i]) ? cs_text_find(line, closings[i]) : -1;
        if (end < 0)
            continue;
        *names = (cs_text){line.bytes + openings[i].size, (size_t)end - openings[i].size};
        return (cs_text){line.bytes, (size_t)end + closings[i].size};
    }
    return (cs_text){0};
}

static void add_names(const struct translated *t, struct cs_buf *out, cs_text names)
{
    static const cs_text between[] = {CS_LITERAL("・"), CS_LITERAL(", ")};
    cs_buf_add(out, t->to == CS_JA ? CS_TEXT("【") : CS_TEXT("["));
    while (names.size) {
        size_t size = 0, skip = 0;
        while (size < names.size && !skip) {
            cs_text rest = cs_text_skip(names, size);
            for (int i = 0; i < 2 && !skip; i++)
                skip = cs_text_starts(rest, between[i]) ? between[i].size : 0;
            size += !skip;
        }
        cs_buf_add(out, (cs_text){names.bytes, size});
        cs_buf_add(out, skip ? between[t->to == CS_EN] : (cs_text){0});
        names = cs_text_skip(names, size + skip);
    }
    cs_buf_add(out, t->to == CS_JA ? CS_TEXT("】") : CS_TEXT("] "));
}

/* What is said of all products, and who runs it. */
static cs_text all_in(const struct translated *t, const struct cs_item *item, cs_text text)
{
    struct cs_unworded all = {.words = cs_text_trim(text)};
    cs_unword_by(&all);
    struct cs_answer answer = {.by = all.by};
    answer.remark.in[CS_JA] = answer.remark.in[CS_EN] = own_lines_in(t, all.words);
    return cs_answer_remark(t->job, t->unword.catalog, item, &answer, t->to, true);
}

/* Words that say what each product answers, with these said in the other language; other words as they are. */
static cs_text parts_in(const struct translated *t, const struct cs_item *item, cs_text words)
{
    struct cs_buf out = {0};
    cs_text names, all = words;
    bool any = false;
    while (words.size) {
        cs_text opening = products_at(words, &names), rest = cs_text_skip(words, opening.size);
        size_t end = 0;
        while (end < rest.size && !(rest.bytes[end] == '\n' && products_at(cs_text_skip(rest, end + 1), &names).size))
            end++;
        cs_text text = {rest.bytes, end};
        cs_buf_separate(&out, CS_TEXT("\n"));
        if (opening.size) {
            any = true;
            products_at(words, &names);
            add_names(t, &out, names);
            text = part_in(t, item, cs_text_trim(text));
        } else {
            text = all_in(t, item, text);
        }
        cs_buf_add(&out, text);
        words = cs_text_skip(rest, end + 1);
    }
    cs_text copy = any ? cs_buf_copy(&t->job->arena, &out) : own_lines_in(t, all);
    cs_buf_free(&out);
    return copy;
}

/* --- taking apart ------------------------------------------------------------------------------------------------- */

static void take_row(struct translated *t, const struct cs_row *row)
{
    const struct cs_catalog *catalog = t->unword.catalog;
    uint32_t i =
        row->kind == CS_ROW_ITEM && row->key.size ? cs_catalog_find(catalog, row->key, CS_NO_ITEM) : CS_NO_ITEM;
    if (i == CS_NO_ITEM || t->rows[i])
        return;
    const struct cs_item *item = &catalog->items[i];
    struct cs_unworded taken = cs_unword_answer(&t->unword, row, item);
    struct cs_answer *answer = &t->answers.by_item[i];
    if (taken.not_understood)
        return;
    cs_unword_state(&taken);
    t->rows[i] = row;
    answer->state = taken.state;
    answer->due = taken.due;
    answer->value.written = taken.value;
    answer->by = taken.by;
    answer->evidence = taken.evidence;
    answer->evidence_count = taken.evidence_count;
    for (int language = 0; language < CS_LANGUAGES; language++)
        answer->remark.in[language] = parts_in(t, item, taken.words);
}

static struct translated take_apart(struct cs_job *job, struct cs_sheet *sheet, enum cs_language to)
{
    const struct cs_catalog *catalog = sheet->catalog;
    struct translated t = {.job = job, .sheet = sheet, .from = sheet->language, .to = to};
    t.unword = cs_unword_begin(job, sheet);
    t.answers = (struct cs_answers){
        .catalog = catalog,
        .by_item = cs_alloc_array(&job->arena, catalog->item_count + 1u, sizeof *t.answers.by_item)};
    t.rows = cs_alloc_array(&job->arena, catalog->item_count + 1u, sizeof *t.rows);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        t.answers.by_item[i].item = i;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        take_row(&t, &sheet->rows[i]);
    return t;
}

/* --- words of two languages --------------------------------------------------------------------------------------- */

enum script { NO_SCRIPT, LATIN, JAPANESE };

/* What a text is written in: Japanese as soon as there is a kana or a Chinese character. */
static enum script script_of(cs_text text)
{
    enum script script = NO_SCRIPT;
    while (text.size) {
        uint32_t point = cs_text_next(&text);
        if ((point >= 0x3041 && point <= 0x30fa) || (point >= 0x3400 && point <= 0x9fff))
            return JAPANESE;
        if ((point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z'))
            script = LATIN;
    }
    return script;
}

static uint32_t pass_over(struct translated *old, const struct translated *new)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < old->answers.catalog->item_count; i++) {
        struct cs_answer *a = &old->answers.by_item[i];
        const struct cs_answer *b = &new->answers.by_item[i];
        enum script scripts[] = {script_of(a->remark.in[CS_JA]), script_of(b->remark.in[CS_JA])};
        if (scripts[0] == NO_SCRIPT || scripts[1] == NO_SCRIPT || scripts[0] == scripts[1])
            continue;
        a->remark = b->remark;
        count++;
    }
    return count;
}

/* --- putting together --------------------------------------------------------------------------------------------- */

/* The sheet of the answers in a language, in the layout that they came in. */
static const struct cs_sheet *composed(const struct translated *t, enum cs_language language)
{
    const struct cs_profile nobody = {.language = language,
                                      .in_words = t->unword.column[CS_ROLE_ANSWER] == CS_NO_COLUMN};
    const struct cs_compose_options options = {.language = language,
                                               .layout = t->unword.layout,
                                               .with_evidence = t->unword.column[CS_ROLE_EVIDENCE] != CS_NO_COLUMN};
    return cs_compose(t->job, &nobody, &t->answers, &options);
}

static bool is_of_answer(enum cs_role role)
{
    return role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK || role == CS_ROLE_EVIDENCE || role == CS_ROLE_APPLICABLE;
}

static bool is_of_catalog(enum cs_role role)
{
    return role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION || role == CS_ROLE_GROUP || role == CS_ROLE_NAME ||
           role == CS_ROLE_FLAG;
}

static bool says(struct cs_job *job, cs_text text, cs_text words)
{
    cs_text trimmed = cs_text_trim(text);
    return trimmed.size && (cs_text_equal(trimmed, words) || cs_differs_in_form_only(&job->arena, trimmed, words));
}

/* A label or title that the program has put there, in the other language. */
static cs_text word_in(const struct translated *t, cs_text text)
{
    for (int word = 0; word < CS_WORDS && text.size; word++)
        if (cs_text_equal(text, cs_word((enum cs_word)word, CS_JA)) ||
            cs_text_equal(text, cs_word((enum cs_word)word, CS_EN)))
            return cs_word((enum cs_word)word, t->to);
    return text;
}

/* A question, or the name of one that stands in its place, in the other language. */
static cs_text question_in(const struct translated *t, const struct cs_item *item, cs_text text)
{
    const struct cs_words *own[] = {item->ask, item->name};
    for (int i = 0; i < 2; i++)
        if (own[i] && says(t->job, text, cs_words_in(own[i], t->from)))
            return cs_words_in(own[i], t->to);
    return text;
}

/* Fills a row's cells: the answer's as composing has them now, the catalog's where they were its own. */
static void fill(const struct translated *t, const struct cs_row *was, const struct cs_sheet *before,
                 const struct cs_row *own, const struct cs_sheet *after, const struct cs_row *now, struct cs_row *row)
{
    const struct cs_item *item = &t->answers.catalog->items[cs_catalog_find(t->answers.catalog, was->key, CS_NO_ITEM)];
    bool seen[CS_ROLES] = {false};
    for (uint32_t i = 0; i < row->cell_count; i++) {
        enum cs_role role = t->sheet->columns[i].role;
        uint32_t from = cs_sheet_column(before, role), to = cs_sheet_column(after, role);
        cs_text text = was->cells[i].text;
        if (seen[role])
            continue;
        seen[role] = true;
        if (role == CS_ROLE_QUESTION)
            row->cells[i].text = question_in(t, item, text);
        else if (is_of_answer(role) && to != CS_NO_COLUMN)
            row->cells[i] = now->cells[to];
        else if (role == CS_ROLE_APPLICABLE)
            row->cells[i].text = word_in(t, text);
        else if (is_of_catalog(role) && to != CS_NO_COLUMN && from != CS_NO_COLUMN &&
                 says(t->job, text, own->cells[from].text))
            row->cells[i].text = now->cells[to].text;
    }
    row->state = now->state;
}

/* The row of an item of the catalog in a sheet that has them all in order, from *next on. */
static const struct cs_row *row_of(const struct cs_sheet *sheet, uint32_t *next)
{
    while (sheet->rows[*next].kind != CS_ROW_ITEM)
        ++*next;
    return &sheet->rows[(*next)++];
}

static void fill_rows(const struct translated *t, struct cs_row *rows)
{
    const struct cs_sheet *before = composed(t, t->from), *after = composed(t, t->to);
    uint32_t own = 0, now = 0;
    for (uint32_t i = 0; i < t->answers.catalog->item_count; i++) {
        const struct cs_row *was = t->rows[i], *a = row_of(before, &own), *b = row_of(after, &now);
        if (was)
            fill(t, was, before, a, after, b, &rows[was - t->sheet->rows]);
    }
}

static cs_text section_in(const struct translated *t, cs_text text)
{
    const struct cs_catalog *catalog = t->answers.catalog;
    for (uint32_t i = 0; i < catalog->section_count; i++)
        if (says(t->job, text, cs_words_in(&catalog->sections[i].title, t->from)))
            return cs_words_in(&catalog->sections[i].title, t->to);
    return text;
}

static void copy_rows(const struct translated *t, struct cs_row *rows)
{
    for (uint32_t i = 0; i < t->sheet->row_count; i++) {
        struct cs_row *row = &rows[i];
        *row = t->sheet->rows[i];
        row->cells = cs_alloc_array(&t->job->arena, row->cell_count + 1u, sizeof *row->cells);
        for (uint32_t k = 0; k < row->cell_count; k++)
            row->cells[k] = t->sheet->rows[i].cells[k];
        if (row->kind == CS_ROW_NOTE || row->kind == CS_ROW_TITLE)
            row->cells[0].text = word_in(t, row->cells[0].text);
        if (row->kind == CS_ROW_SECTION)
            row->cells[0].text = section_in(t, row->cells[0].text);
    }
}

static void set_columns(const struct translated *t)
{
    struct cs_column *columns = cs_alloc_array(&t->job->arena, t->sheet->column_count + 1u, sizeof *columns);
    for (uint32_t i = 0; i < t->sheet->column_count; i++) {
        columns[i] = t->sheet->columns[i];
        if (cs_text_equal(columns[i].title, cs_role_title(columns[i].role, t->from)))
            columns[i].title = cs_role_title(columns[i].role, t->to);
    }
    t->sheet->columns = columns;
}

static void put_together(const struct translated *t)
{
    struct cs_sheet *sheet = t->sheet;
    struct cs_row *rows = cs_alloc_array(&t->job->arena, sheet->row_count + 1u, sizeof *rows);
    copy_rows(t, rows);
    fill_rows(t, rows);
    sheet->rows = rows;
    sheet->row_room = sheet->row_count;
    set_columns(t);
    sheet->title = word_in(t, sheet->title);
    sheet->catalog_title = cs_words_in(&sheet->catalog->title, t->to);
    sheet->edition = cs_words_in(&sheet->catalog->edition, t->to);
    sheet->signs = NULL;
    sheet->sign_count = 0;
    sheet->language = t->to;
}

uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language)
{
    struct translated t[] = {take_apart(job, &sheets[0], language), take_apart(job, &sheets[1], language)};
    uint32_t count = pass_over(&t[0], &t[1]);
    put_together(&t[0]);
    put_together(&t[1]);
    return count;
}
