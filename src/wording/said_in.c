/* The words of an answer in another language: see said_in.h. */
#include "wording/said_in.h"
#include "base/job.h"
#include "wording/by_product.h"
#include "wording/mark.h"
#include "wording/wording.h"
#include "checksheet/sheet_words.h"

/* Translates a line written by the program, about what is not disclosed or what evidence exists; false for any other
 * line. */
static bool own_line_in(const struct cs_saying *t, cs_text line, struct cs_buf *out)
{
    static const cs_word_id own[] = {CS_WORD_UNDER_NDA, CS_WORD_NOT_PUBLISHED, CS_WORD_MORE_UNDER_NDA};
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text evidence = cs_word(CS_WORD_EVIDENCE, (enum cs_language)language);
        cs_text before = cs_word(CS_WORD_NOT_ASKED_BEFORE, (enum cs_language)language),
                after = cs_word(CS_WORD_NOT_ASKED_AFTER, (enum cs_language)language);
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            if (cs_text_equal(line, cs_word(own[i], (enum cs_language)language))) {
                cs_buf_add(out, cs_word(own[i], t->to));
                return true;
            }
        if (cs_text_starts(line, evidence) && cs_text_starts(cs_text_skip(line, evidence.size), CS_TEXT(": "))) {
            cs_buf_add(out, cs_word(CS_WORD_EVIDENCE, t->to));
            cs_buf_add(out, cs_text_skip(line, evidence.size));
            return true;
        }
        if (line.size > before.size + after.size && cs_text_starts(line, before) && cs_text_ends(line, after)) {
            cs_buf_add(out, cs_word(CS_WORD_NOT_ASKED_BEFORE, t->to));
            cs_buf_add(out, (cs_text){line.bytes + before.size, line.size - before.size - after.size});
            cs_buf_add(out, cs_word(CS_WORD_NOT_ASKED_AFTER, t->to));
            return true;
        }
    }
    return false;
}

/* Translates the lines written by the program, which are in the language of the remark, possibly not the sheet's.
 * Removes them unless `kept`. */
cs_text cs_say_own_lines(const struct cs_saying *t, cs_text words, bool kept)
{
    struct cs_buf out = {0}, line_in = {0};
    bool any = false;
    for (cs_text rest = words; rest.size;) {
        ptrdiff_t end = cs_text_find(rest, CS_TEXT("\n"));
        cs_text line = {rest.bytes, end < 0 ? rest.size : (size_t)end};
        rest = cs_text_skip(rest, line.size + (end >= 0));
        cs_buf_clear(&line_in);
        bool is_own = own_line_in(t, line, &line_in);
        any |= is_own;
        if (is_own && !kept)
            continue;
        cs_buf_add(&out, is_own ? cs_buf_text(&line_in) : line);
        cs_buf_add(&out, end >= 0 ? CS_TEXT("\n") : (cs_text){0});
    }
    words = any ? cs_buf_copy(&t->job->arena, &out) : words;
    cs_buf_free(&out);
    cs_buf_free(&line_in);
    return words;
}

static cs_text lines_in(const struct cs_saying *t, cs_text words)
{
    return cs_say_own_lines(t, words, true);
}

/* --- answers by product ------------------------------------------------------------------------------------------- */

/* Translates what is said of all products, and who runs it. */
static cs_text all_in(const struct cs_saying *t, const struct cs_item *item, cs_text text)
{
    struct cs_unworded all = {.words = cs_text_trim(text)};
    cs_unword_by(&all);
    struct cs_answer answer = {.by = all.by};
    answer.remark.in[CS_JA] = answer.remark.in[CS_EN] = lines_in(t, all.words);
    return cs_answer_remark(t->job, t->unword.catalog, item, &answer, t->to, true);
}

/* The same of one product, or what stands in the place of a value: not disclosed, planned. */
static cs_text value_in(const struct cs_saying *t, const struct cs_item *item, cs_text text)
{
    struct cs_unworded loose = cs_unword_text(text);
    struct cs_answer answer = {.state = loose.state, .due = loose.due, .by = loose.by};
    if (loose.state == CS_STATE_NONE)
        return all_in(t, item, text);
    answer.remark.in[CS_JA] = answer.remark.in[CS_EN] = lines_in(t, loose.words);
    return cs_answer_remark(t->job, t->unword.catalog, item, &answer, t->to, false);
}

/* Translates one product's complete answer. */
static cs_text part_in(const struct cs_saying *t, const struct cs_item *item, cs_text text)
{
    const struct cs_catalog *catalog = t->unword.catalog;
    if (!item)
        return lines_in(t, text);
    struct cs_marked marked = cs_mark_read(t->job, catalog, item, false, (cs_text){0}, text);
    if (marked.state == CS_STATE_NONE) /* no sign or label, but a word */
        marked = cs_mark_read(t->job, catalog, item, false, text, (cs_text){0});
    if (marked.state == CS_STATE_NONE || marked.fault != CS_MARK_GOOD || item->kind != CS_KIND_MARK)
        return item->kind == CS_KIND_MARK ? text : value_in(t, item, text);
    struct cs_unword unword = t->unword; /* with a column for the remark, whether the sheet has one or not */
    if (unword.column[CS_ROLE_REMARK] == CS_NO_COLUMN)
        unword.column[CS_ROLE_REMARK] = t->sheet->column_count;
    struct cs_cell *cells = cs_alloc_array(&t->job->arena, t->sheet->column_count + 1u, sizeof *cells);
    struct cs_row row = {.state = marked.state, .cells = cells, .cell_count = t->sheet->column_count + 1};
    cells[unword.column[CS_ROLE_REMARK]].text = marked.remark;
    struct cs_unworded part = cs_unword_answer(&unword, &row, item);
    struct cs_answer answer = {.state = part.state, .due = part.due, .by = part.by, .value.written = part.value};
    if (marked.state == CS_STATE_NG && cs_catalog_sign(catalog, item, CS_STATE_PLAN, t->from).size == 0) {
        row.state = CS_STATE_PLAN; /* × 予定 (2026年3月) */
        struct cs_unworded plan = cs_unword_answer(&unword, &row, item);
        if (plan.due.year || plan.words.size < marked.remark.size)
            answer.state = CS_STATE_PLAN, answer.due = plan.due, part.words = plan.words;
    }
    for (int language = 0; language < CS_LANGUAGES; language++)
        answer.remark.in[language] = lines_in(t, part.words);
    return cs_answer_in_full(t->job, catalog, item, &answer, t->to);
}

static void add_names(const struct cs_saying *t, struct cs_buf *out, struct cs_product_names opening)
{
    cs_text *names = cs_alloc_array(&t->job->arena, opening.whole.size, sizeof *names);
    uint32_t count = 0;
    while (opening.rest.size)
        names[count++] = cs_take_product(&opening);
    cs_buf_add_products(out, names, count, t->to);
}

/* Translates words that give an answer for each product; other words are unchanged. */
cs_text cs_say_parts(const struct cs_saying *t, const struct cs_item *item, cs_text words)
{
    struct cs_buf out = {0};
    cs_text all = words;
    bool any = false;
    while (words.size) {
        struct cs_product_names opening = cs_products_at(words);
        cs_text rest = cs_text_skip(words, opening.whole.size);
        size_t end = 0;
        while (end < rest.size && !(rest.bytes[end] == '\n' && cs_products_at(cs_text_skip(rest, end + 1)).whole.size))
            end++;
        cs_text text = {rest.bytes, end};
        cs_buf_separate(&out, CS_TEXT("\n"));
        if (opening.whole.size) {
            any = true;
            add_names(t, &out, opening);
            text = part_in(t, item, cs_text_trim(text));
        } else {
            text = all_in(t, item, text);
        }
        cs_buf_add(&out, text);
        words = cs_text_skip(rest, end + 1);
    }
    cs_text copy = any ? cs_buf_copy(&t->job->arena, &out) : lines_in(t, all);
    cs_buf_free(&out);
    return copy;
}

/* The text from the line on that names the evidence, translated; empty if there is none. */
static cs_text own_line_tail(const struct cs_saying *t, cs_text words)
{
    cs_text evidence = cs_word(CS_WORD_EVIDENCE, t->to);
    for (cs_text rest = words; rest.size;) {
        if (cs_text_starts(rest, evidence) && cs_text_starts(cs_text_skip(rest, evidence.size), CS_TEXT(": ")))
            return rest;
        ptrdiff_t end = cs_text_find(rest, CS_TEXT("\n"));
        rest = end < 0 ? (cs_text){0} : cs_text_skip(rest, (size_t)end + 1);
    }
    return (cs_text){0};
}

/* Translates what the program has added to words that contain no recognisable answer. */
cs_text cs_say_loose(const struct cs_saying *t, const struct cs_item *item, cs_text text)
{
    cs_text words = lines_in(t, text);
    cs_text evidence = own_line_tail(t, words);
    struct cs_unworded loose = cs_unword_text((cs_text){words.bytes, words.size - evidence.size});
    struct cs_answer answer = {.state = loose.state, .due = loose.due, .by = loose.by};
    answer.remark.in[t->to] = cs_say_parts(t, item, loose.words);
    if (loose.state == CS_STATE_NONE && loose.due.year)
        answer.state = CS_STATE_PLAN;
    words = cs_answer_remark(t->job, t->unword.catalog, item, &answer, t->to, false);
    return cs_text_below(&t->job->arena, words, evidence);
}

/* Translates the brackets with product names in front of evidence. */
const struct cs_evidence *cs_say_evidence(const struct cs_saying *t, const struct cs_evidence *evidence, uint32_t count)
{
    struct cs_evidence *said = cs_alloc_array(&t->job->arena, count + 1u, sizeof *said);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_buf title = {0};
        struct cs_product_names opening = cs_products_at(evidence[i].title);
        said[i] = evidence[i];
        if (opening.whole.size == 0)
            continue;
        add_names(t, &title, opening);
        cs_buf_add(&title, cs_text_trim(cs_text_skip(evidence[i].title, opening.whole.size)));
        said[i].title = cs_buf_take(&t->job->arena, &title);
    }
    return said;
}
