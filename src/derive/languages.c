/* Comparing sheets in two languages: see derive.h. Answers are parsed, as when a sheet becomes a profile, and
 * composed again in the wanted language. */
#include "derive/derive.h"
#include "base/job.h"
#include "checksheet/compose.h"
#include "derive/aspects.h"
#include "wording/said_in.h"
#include "wording/by_product.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

#include <string.h>

struct translated {
    struct cs_saying in;
    bool is_from_known; /* the language that it is in is known */
    struct cs_answers answers;
    const struct cs_row *was;   /* the original rows of the sheet */
    const struct cs_row **rows; /* by item of the catalog: its row; NULL if there is none */
};

/* --- taking apart ------------------------------------------------------------------------------------------------- */

static void take_row(struct translated *t, const struct cs_row *row)
{
    const struct cs_catalog *catalog = t->in.unword.catalog;
    uint32_t i =
        row->kind == CS_ROW_ITEM && row->key.size ? cs_catalog_find(catalog, row->key, CS_NO_ITEM) : CS_NO_ITEM;
    if (i == CS_NO_ITEM || t->rows[i])
        return;
    const struct cs_item *item = &catalog->items[i];
    struct cs_unworded taken = cs_unword_answer(&t->in.unword, row, item);
    struct cs_answer *answer = &t->answers.by_item[i];
    if (taken.not_understood)
        return;
    cs_unword_state(&taken);
    t->rows[i] = row;
    answer->state = taken.state;
    answer->due = taken.due;
    bool has_products = cs_products_at(taken.value).whole.size > 0;
    answer->value.written = has_products ? cs_say_parts(&t->in, item, taken.value) : taken.value;
    answer->by = taken.by;
    answer->evidence = cs_say_evidence(&t->in, taken.evidence, taken.evidence_count);
    answer->evidence_count = taken.evidence_count;
    for (int language = 0; language < CS_LANGUAGES; language++)
        answer->remark.in[language] = taken.state == CS_STATE_FREE_TEXT ? cs_say_loose(&t->in, item, taken.words)
                                                                        : cs_say_parts(&t->in, item, taken.words);
}

const struct cs_catalog *cs_catalog_laid_out(struct cs_job *job, const struct cs_profile *profile,
                                             const struct cs_catalog *catalog)
{
    const struct cs_layout *own = profile->layout;
    bool is_catalogs = own >= catalog->layouts && own < catalog->layouts + catalog->layout_count;
    if (!own || is_catalogs || !cs_text_equal(profile->layout_catalog, catalog->id))
        return catalog;
    struct cs_catalog *laid_out = cs_alloc(&job->arena, sizeof *laid_out);
    struct cs_layout *layouts = cs_alloc_array(&job->arena, catalog->layout_count + 1u, sizeof *layouts);
    layouts[0] = *own;
    memcpy(&layouts[1], catalog->layouts, catalog->layout_count * sizeof *layouts);
    *laid_out = *catalog;
    laid_out->layouts = layouts;
    laid_out->layout_count++;
    if (!laid_out->original)
        laid_out->original = catalog;
    return laid_out;
}

/* The language of a sheet: that of its titles, if they are the program's own; else that of its questions.
 * CS_LANGUAGES if neither tells: its catalog has questions in one language only. */
static enum cs_language language_of(const struct cs_sheet *sheet)
{
    uint32_t titles[CS_LANGUAGES] = {0};
    for (uint32_t i = 0; i < sheet->column_count; i++)
        for (int language = 0; language < CS_LANGUAGES; language++)
            titles[language] += cs_text_equal(sheet->columns[i].title,
                                              cs_role_title(sheet->columns[i].role, (enum cs_language)language));
    if (titles[CS_JA] != titles[CS_EN])
        return titles[CS_JA] > titles[CS_EN] ? CS_JA : CS_EN;
    for (uint32_t i = 0; i < sheet->catalog->item_count; i++) {
        const struct cs_words *ask = sheet->catalog->items[i].ask;
        if (ask && ask->in[CS_JA].size && ask->in[CS_EN].size)
            return sheet->language;
    }
    return CS_LANGUAGES;
}

static struct translated take_apart(struct cs_job *job, struct cs_sheet *sheet, enum cs_language to)
{
    const struct cs_catalog *catalog = sheet->catalog;
    enum cs_language said = language_of(sheet);
    struct translated t = {.in = {.job = job, .sheet = sheet, .to = to}, .was = sheet->rows};
    t.is_from_known = said != CS_LANGUAGES;
    t.in.from = t.is_from_known ? said : sheet->language;
    t.in.unword = cs_unword_begin(job, sheet);
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

/* The script of a text: Japanese if there is any kana; without one, Chinese characters may be names among Latin
 * words. */
static enum script script_of(cs_text text)
{
    uint32_t latin = 0, han = 0;
    while (text.size) {
        uint32_t point = cs_text_next(&text);
        if (point >= 0x3041 && point <= 0x30fa)
            return JAPANESE;
        han += point >= 0x3400 && point <= 0x9fff;
        latin += (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
    }
    if (han && latin < 6 * han)
        return JAPANESE;
    return latin ? LATIN : NO_SCRIPT;
}

/* Removes what two texts have in common: the words at the front, where a value in free text precedes a remark, and the
 * end, where the program adds who runs a control. */
static void skip_common_words(cs_text *a, cs_text *b)
{
    size_t same = 0, words = 0;
    while (same < a->size && same < b->size && a->bytes[same] == b->bytes[same]) {
        same++;
        words = a->bytes[same - 1] == ' ' ? same : words;
    }
    *a = cs_text_skip(*a, words);
    *b = cs_text_skip(*b, words);
    for (same = 0; same < a->size && same < b->size && a->bytes[a->size - 1 - same] == b->bytes[b->size - 1 - same];)
        same++;
    while (same && ((unsigned char)a->bytes[a->size - same] & 0xc0) == 0x80)
        same--; /* only whole characters */
    a->size -= same;
    b->size -= same;
}

/* True if the sheets are, or may be, in different languages. */
static bool are_in_two(const struct translated *old, const struct translated *new)
{
    return old->in.from != new->in.from || !old->is_from_known || !new->is_from_known;
}

/* True if only one of two texts is Japanese. */
static bool are_in_two_scripts(cs_text a, cs_text b)
{
    enum script scripts[] = {script_of(a), script_of(b)};
    return scripts[0] != NO_SCRIPT && scripts[1] != NO_SCRIPT && scripts[0] != scripts[1];
}

static cs_text take_line(cs_text *rest)
{
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("\n"));
    cs_text line = {rest->bytes, end < 0 ? rest->size : (size_t)end};
    *rest = cs_text_skip(*rest, line.size + (end >= 0));
    return line;
}

/* True if two texts of several lines differ only in lines of which one is Japanese: each product has its own, and what
 * was typed in one language stands beside what is given in two. */
static bool differ_in_scripts(cs_text a, cs_text b)
{
    bool any = false;
    while (a.size && b.size) {
        cs_text one = take_line(&a), other = take_line(&b);
        if (cs_text_equal(one, other))
            continue;
        skip_common_words(&one, &other);
        if (!are_in_two_scripts(one, other))
            return false;
        any = true;
    }
    return any && a.size == 0 && b.size == 0;
}

/* True if only one of two texts is Japanese, so that they cannot be compared. */
static bool are_foreign(const struct translated *old, const struct translated *new, cs_text a, cs_text b)
{
    a = cs_say_own_lines(&old->in, a, false);
    b = cs_say_own_lines(&new->in, b, false);
    if (old->in.from != new->in.from && differ_in_scripts(a, b))
        return true;
    if (old->in.from != new->in.from)
        skip_common_words(&a, &b);
    return are_in_two_scripts(a, b);
}

static uint32_t pass_over(struct translated *old, const struct translated *new)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < old->answers.catalog->item_count && are_in_two(old, new); i++) {
        struct cs_answer *a = &old->answers.by_item[i];
        const struct cs_answer *b = &new->answers.by_item[i];
        bool is_value = are_foreign(old, new, a->value.written, b->value.written); /* free text, with its remark */
        if (is_value)
            a->value.written = b->value.written;
        if (are_foreign(old, new, a->remark.in[CS_JA], b->remark.in[CS_JA]))
            a->remark = b->remark;
        else if (!is_value)
            continue;
        count++;
    }
    return count;
}

/* --- putting together --------------------------------------------------------------------------------------------- */

/* The sheet of the answers in a language, in their original layout. */
static const struct cs_sheet *composed(const struct translated *t, enum cs_language language)
{
    const struct cs_profile nobody = {.language = language,
                                      .in_words = t->in.unword.column[CS_ROLE_ANSWER] == CS_NO_COLUMN};
    const struct cs_compose_options options = {.language = language,
                                               .layout = t->in.unword.layout,
                                               .with_evidence = t->in.unword.column[CS_ROLE_EVIDENCE] != CS_NO_COLUMN};
    return cs_compose(t->in.job, &nobody, &t->answers, &options);
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

/* A label or title written by the program, in the other language. */
static cs_text word_in(const struct translated *t, cs_text text)
{
    for (int word = 0; word < CS_WORDS && text.size; word++)
        if (cs_text_equal(text, cs_word((cs_word_id)word, CS_JA)) ||
            cs_text_equal(text, cs_word((cs_word_id)word, CS_EN)))
            return cs_word((cs_word_id)word, t->in.to);
    return text;
}

/* A question, or the name that stands in for it, in the other language. */
static cs_text question_in(const struct translated *t, const struct cs_item *item, cs_text text)
{
    const struct cs_words *own[] = {item->ask, item->name};
    for (int i = 0; i < 2; i++)
        if (own[i] && says(t->in.job, text, cs_words_in(own[i], t->in.from)))
            return cs_words_in(own[i], t->in.to);
    return text;
}

/* Sets a row's cells: the answer's as composed, the catalog's if they were its own. */
static void fill(const struct translated *t, const struct cs_row *was, const struct cs_sheet *before,
                 const struct cs_row *own, const struct cs_sheet *after, const struct cs_row *now, struct cs_row *row)
{
    const struct cs_item *item = &t->answers.catalog->items[cs_catalog_find(t->answers.catalog, was->key, CS_NO_ITEM)];
    bool seen[CS_ROLES] = {false};
    for (uint32_t i = 0; i < row->cell_count; i++) {
        enum cs_role role = t->in.sheet->columns[i].role;
        uint32_t from = cs_sheet_column(before, role), to = cs_sheet_column(after, role);
        cs_text text = was->cells[i].text;
        if (seen[role])
            continue;
        seen[role] = true;
        if (role == CS_ROLE_QUESTION)
            row->cells[i].text = question_in(t, item, text);
        else if (is_of_answer(role) && to != CS_NO_COLUMN)
            row->cells[i] = now->cells[to];
        else if (role == CS_ROLE_REMARK || role == CS_ROLE_ANSWER || role == CS_ROLE_EVIDENCE)
            row->cells[i] = (struct cs_cell){0}; /* with the others in a cell that its layout has */
        else if (role == CS_ROLE_APPLICABLE)
            row->cells[i].text = word_in(t, text);
        else if (is_of_catalog(role) && to != CS_NO_COLUMN && from != CS_NO_COLUMN &&
                 says(t->in.job, text, own->cells[from].text))
            row->cells[i].text = now->cells[to].text;
    }
    row->state = now->state;
}

/* The row of a catalog item in a sheet that has all of them in order, searched from *next on. */
static const struct cs_row *row_of(const struct cs_sheet *sheet, uint32_t *next)
{
    while (sheet->rows[*next].kind != CS_ROW_ITEM)
        ++*next;
    return &sheet->rows[(*next)++];
}

static void fill_rows(const struct translated *t, struct cs_row *rows)
{
    const struct cs_sheet *before = composed(t, t->in.from), *after = composed(t, t->in.to);
    uint32_t own = 0, now = 0;
    for (uint32_t i = 0; i < t->answers.catalog->item_count; i++) {
        const struct cs_row *was = t->rows[i], *a = row_of(before, &own), *b = row_of(after, &now);
        if (was)
            fill(t, was, before, a, after, b, &rows[was - t->in.sheet->rows]);
    }
}

static cs_text section_in(const struct translated *t, cs_text text)
{
    const struct cs_catalog *catalog = t->answers.catalog;
    for (uint32_t i = 0; i < catalog->section_count; i++)
        if (says(t->in.job, text, cs_words_in(&catalog->sections[i].title, t->in.from)))
            return cs_words_in(&catalog->sections[i].title, t->in.to);
    return text;
}

/* Translates the cells of a row whose answer is not understood. */
static void say_loosely(const struct translated *t, const struct cs_item *item, struct cs_row *row)
{
    for (uint32_t i = 0; i < row->cell_count; i++) {
        enum cs_role role = t->in.sheet->columns[i].role;
        if (role == CS_ROLE_ANSWER || role == CS_ROLE_REMARK)
            row->cells[i].text = cs_say_loose(&t->in, item, row->cells[i].text);
        else if (role == CS_ROLE_QUESTION && item)
            row->cells[i].text = question_in(t, item, row->cells[i].text);
    }
}

static void copy_rows(const struct translated *t, struct cs_row *rows)
{
    for (uint32_t i = 0; i < t->in.sheet->row_count; i++) {
        struct cs_row *row = &rows[i];
        *row = t->in.sheet->rows[i];
        row->cells = cs_alloc_array(&t->in.job->arena, row->cell_count + 1u, sizeof *row->cells);
        for (uint32_t k = 0; k < row->cell_count; k++)
            row->cells[k] = t->in.sheet->rows[i].cells[k];
        if (row->kind == CS_ROW_NOTE || row->kind == CS_ROW_TITLE)
            row->cells[0].text = word_in(t, row->cells[0].text);
        if (row->kind == CS_ROW_SECTION)
            row->cells[0].text = section_in(t, row->cells[0].text);
        uint32_t item = row->key.size ? cs_catalog_find(t->answers.catalog, row->key, CS_NO_ITEM) : CS_NO_ITEM;
        bool is_understood = item != CS_NO_ITEM && t->rows[item] == &t->in.sheet->rows[i];
        if (row->kind == CS_ROW_ITEM && !is_understood)
            say_loosely(t, item == CS_NO_ITEM ? NULL : &t->answers.catalog->items[item], row);
    }
}

static void set_columns(const struct translated *t)
{
    struct cs_column *columns = cs_alloc_array(&t->in.job->arena, t->in.sheet->column_count + 1u, sizeof *columns);
    for (uint32_t i = 0; i < t->in.sheet->column_count; i++) {
        columns[i] = t->in.sheet->columns[i];
        if (cs_text_equal(columns[i].title, cs_role_title(columns[i].role, t->in.from)))
            columns[i].title = cs_role_title(columns[i].role, t->in.to);
    }
    t->in.sheet->columns = columns;
}

static void put_together(const struct translated *t)
{
    struct cs_sheet *sheet = t->in.sheet;
    struct cs_row *rows = cs_alloc_array(&t->in.job->arena, sheet->row_count + 1u, sizeof *rows);
    copy_rows(t, rows);
    fill_rows(t, rows);
    sheet->rows = rows;
    sheet->row_room = sheet->row_count;
    set_columns(t);
    sheet->title = word_in(t, sheet->title);
    sheet->catalog_title = cs_words_in(&sheet->catalog->title, t->in.to);
    sheet->edition = cs_words_in(&sheet->catalog->edition, t->in.to);
    sheet->signs = NULL;
    sheet->sign_count = 0;
    sheet->language = t->in.to;
}

/* The row that corresponds to another sheet's row: the same question of the catalog, or a vendor's own question with
 * the same number. NULL if there is none. */
static const struct cs_row *row_like(const struct translated *t, const struct translated *other,
                                     const struct cs_row *row)
{
    cs_text number = cs_unword_cell(&other->in.unword, row, CS_ROLE_NUMBER);
    uint32_t item = row->key.size ? cs_catalog_find(t->answers.catalog, row->key, CS_NO_ITEM) : CS_NO_ITEM;
    if (item != CS_NO_ITEM)
        return t->rows[item] ? &t->in.sheet->rows[t->rows[item] - t->was] : NULL;
    for (uint32_t i = 0; i < t->in.sheet->row_count && number.size && row->key.size == 0; i++) {
        const struct cs_row *own = &t->in.sheet->rows[i];
        if (own->kind == CS_ROW_ITEM && own->key.size == 0 &&
            cs_text_equal(cs_unword_cell(&t->in.unword, own, CS_ROLE_NUMBER), number))
            return own;
    }
    return NULL;
}

/* Reworded questions, and answers to the vendor's own questions, have no translation: the old ones replace the new
 * ones. The sheets are composed already. */
static uint32_t pass_over_own(const struct translated *old, const struct translated *new)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < old->in.sheet->row_count && are_in_two(old, new); i++) {
        struct cs_row *row = &old->in.sheet->rows[i];
        const struct cs_row *other = row->kind == CS_ROW_ITEM ? row_like(new, old, row) : NULL;
        for (uint32_t k = 0; other && k < row->cell_count; k++) {
            enum cs_role role = old->in.sheet->columns[k].role;
            cs_text text = cs_unword_cell(&new->in.unword, other, role);
            bool is_own = role == CS_ROLE_QUESTION || (row->key.size == 0 && is_of_answer(role));
            if (!is_own || !are_foreign(old, new, row->cells[k].text, text))
                continue;
            row->cells[k].text = text;
            count += role == CS_ROLE_QUESTION || role == CS_ROLE_REMARK;
        }
    }
    return count;
}

uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language)
{
    struct translated t[] = {take_apart(job, &sheets[0], language), take_apart(job, &sheets[1], language)};
    uint32_t count = pass_over(&t[0], &t[1]);
    put_together(&t[0]);
    put_together(&t[1]);
    return count + pass_over_own(&t[0], &t[1]);
}
