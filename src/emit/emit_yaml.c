/* YAML: a sheet becomes a profile again, for a person to continue.
 *
 * The items come in the catalog's order, each below its question, whatever their order in the sheet. Data without
 * a place in profiles is written under x-; rows without a question in the catalog are comments after the others. A
 * sheet that differs from the catalog's own in a few questions is a vendor's variant, and says so under `items`; for
 * any other sheet, the questions that it lacks are open.
 *
 * Written without libyaml, like scaffolds: its emitter has no comments, and half of the file is comments. */
#include "base/job.h"
#include "base/names.h"
#include "emit/emitters.h"
#include "wording/yaml_answer.h"
#include "wording/yaml_item.h"
#include "wording/yaml_head.h"
#include "checksheet/sheet_words.h"

#define NO_ROW UINT32_MAX

struct writer {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_catalog *catalog; /* its order and questions are used; NULL: those of the sheet */
    struct cs_buf *out;
    struct cs_unword unword;
    struct cs_yaml_style style;
    struct cs_unworded *answers; /* by row of the sheet; only ITEM rows have one */
    uint32_t *row_of;            /* by item of the catalog: its first row, or NO_ROW */
    bool *is_placed;             /* by row: it belongs to a question of the catalog */
    bool is_variant;             /* the catalog's own sheet with a few questions changed */
};

/* --- what the rows come to ---------------------------------------------------------------------------------------- */

static const struct cs_item *item_of(const struct writer *writer, const struct cs_row *row)
{
    uint32_t item =
        writer->catalog && row->key.size ? cs_catalog_find(writer->catalog, row->key, CS_NO_ITEM) : CS_NO_ITEM;
    return item == CS_NO_ITEM ? NULL : &writer->catalog->items[item];
}

/* Assigns each question of the catalog the first row that answers it. */
static void place_rows(struct writer *writer)
{
    const struct cs_sheet *sheet = writer->sheet;
    uint32_t count = writer->catalog ? writer->catalog->item_count : 0;
    writer->row_of = cs_alloc_array(&writer->job->arena, count, sizeof *writer->row_of);
    writer->is_placed = cs_alloc_array(&writer->job->arena, sheet->row_count, sizeof *writer->is_placed);
    for (uint32_t i = 0; i < count; i++)
        writer->row_of[i] = NO_ROW;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_item *item = sheet->rows[i].kind == CS_ROW_ITEM ? item_of(writer, &sheet->rows[i]) : NULL;
        uint32_t *row = item ? &writer->row_of[item - writer->catalog->items] : NULL;
        if (!row || *row != NO_ROW)
            continue;
        *row = i;
        writer->is_placed[i] = true;
    }
}

static bool says_dollar(const struct cs_unworded *answer)
{
    const cs_text texts[] = {answer->words, answer->other, answer->value, answer->detail, answer->by};
    bool found = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !found; i++)
        found = cs_text_find(texts[i], CS_TEXT("${")) >= 0;
    const struct cs_words *more[] = {answer->for_nda, answer->for_insiders};
    for (int i = 0; i < 2 && !found; i++)
        for (int language = 0; language < CS_LANGUAGES && more[i] && !found; language++)
            found = cs_text_find(more[i]->in[language], CS_TEXT("${")) >= 0;
    for (uint32_t i = 0; i < answer->part_count && !found; i++) {
        struct cs_unworded parts[] = {cs_unword_known(&answer->parts[i], CS_JA)};
        found = says_dollar(parts);
    }
    for (uint32_t i = 0; i < answer->evidence_count && !found; i++)
        found = cs_text_find(answer->evidence[i].title, CS_TEXT("${")) >= 0 ||
                cs_text_find(answer->evidence[i].address, CS_TEXT("${")) >= 0;
    return found;
}

/* Splits all answers, and decides how they are written: without marks if no question that asks for a mark has one. */
static void read_answers(struct writer *writer)
{
    const struct cs_sheet *sheet = writer->sheet;
    uint32_t free_texts = 0, marked = 0;
    writer->answers = cs_alloc_array(&writer->job->arena, sheet->row_count, sizeof *writer->answers);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_ITEM)
            continue;
        const struct cs_item *item = item_of(writer, row);
        writer->answers[i] =
            row->answer ? cs_unword_known(row->answer, sheet->language) : cs_unword_answer(&writer->unword, row, item);
        writer->style.has_dollar |= says_dollar(&writer->answers[i]);
        bool is_mark = writer->is_placed[i] && item->kind == CS_KIND_MARK;
        free_texts += is_mark && writer->answers[i].state == CS_STATE_FREE_TEXT;
        marked +=
            is_mark && writer->answers[i].state != CS_STATE_FREE_TEXT && writer->answers[i].state != CS_STATE_NONE;
    }
    writer->style.in_words = writer->unword.column[CS_ROLE_ANSWER] == CS_NO_COLUMN && free_texts && !marked;
}

/* --- the vendor's variant of a catalog ---------------------------------------------------------------------------- */

static const struct cs_catalog *original_of(const struct writer *writer)
{
    return writer->catalog->original ? writer->catalog->original : writer->catalog;
}

/* The row of an item of the original catalog, or NO_ROW. */
static uint32_t row_of_original(const struct writer *writer, uint32_t item)
{
    uint32_t own = cs_catalog_find(writer->catalog, original_of(writer)->items[item].id, item);
    return own == CS_NO_ITEM ? NO_ROW : writer->row_of[own];
}

/* The sheet's wording of a question if it differs from the catalog's; else empty. */
static cs_text other_question(const struct writer *writer, const struct cs_row *row, const struct cs_item *item)
{
    cs_text question = cs_unword_cell(&writer->unword, row, CS_ROLE_QUESTION);
    for (int language = 0; language < CS_LANGUAGES && item->ask; language++)
        if (cs_text_equal(question, cs_text_trim(item->ask->in[language])))
            return (cs_text){0};
    return question;
}

/* True for a sheet with three quarters of a catalog's questions, three quarters of them in its words. */
static bool is_variant(const struct writer *writer)
{
    const struct cs_catalog *catalog = original_of(writer);
    uint32_t there = 0, alike = 0;
    if (writer->catalog->original && writer->sheet->has_whole_head)
        return true; /* it was composed from a profile that says so */
    if (writer->sheet->is_other_edition)
        return false;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        uint32_t row = row_of_original(writer, i);
        there += row != NO_ROW;
        alike += row != NO_ROW && other_question(writer, &writer->sheet->rows[row], &catalog->items[i]).size == 0;
    }
    return there * 4 >= catalog->item_count * 3 && alike * 4 >= there * 3;
}

static void add_omitted(const struct writer *writer, struct cs_buf *out)
{
    const struct cs_catalog *catalog = original_of(writer);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (row_of_original(writer, i) != NO_ROW)
            continue;
        cs_buf_add(out, out->size ? CS_TEXT(", ") : CS_TEXT("  omit: ["));
        cs_yaml_add_key(out, (cs_text){0}, catalog->items[i].id);
    }
    cs_buf_separate(out, CS_TEXT("]\n"));
}

static void add_reworded(const struct writer *writer, struct cs_buf *out)
{
    const struct cs_catalog *catalog = original_of(writer);
    bool any = false;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        uint32_t row = row_of_original(writer, i);
        cs_text question =
            row == NO_ROW ? (cs_text){0} : other_question(writer, &writer->sheet->rows[row], &catalog->items[i]);
        if (question.size == 0)
            continue;
        uint32_t own = cs_catalog_find(writer->catalog, catalog->items[i].id, i);
        const struct cs_words *both = writer->catalog->items[own].ask;
        bool is_known = both && both->in[CS_JA].size && both->in[CS_EN].size &&
                        cs_text_equal(question, cs_text_trim(cs_words_in(both, writer->sheet->language)));
        cs_buf_add(out, any ? (cs_text){0} : CS_TEXT("  reword:\n"));
        if (is_known)
            cs_yaml_add_words(out, 2 * CS_YAML_STEP, catalog->items[i].id, both, writer->sheet->language);
        else
            cs_yaml_add_field(out, 2 * CS_YAML_STEP, catalog->items[i].id, question);
        any = true;
    }
}

/* Adds the vendor's own questions, which only a sheet composed here has. */
static void add_own(const struct writer *writer, struct cs_buf *out)
{
    const struct cs_catalog *catalog = writer->catalog;
    uint32_t section = CS_NO_SECTION;
    bool any = false;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_item *item = &catalog->items[i];
        if (item->variant != CS_OWN || item->section == CS_NO_SECTION)
            continue;
        cs_buf_add(out, any ? (cs_text){0} : CS_TEXT("  add:\n"));
        if (item->section != section)
            cs_yaml_add_field(out, 2 * CS_YAML_STEP, cs_words_in(&catalog->sections[item->section].title, CS_JA),
                              (cs_text){0});
        cs_yaml_add_item(out, 3 * CS_YAML_STEP, item, writer->sheet->language);
        section = item->section;
        any = true;
    }
}

static void add_variant(const struct writer *writer)
{
    struct cs_buf items = {0};
    add_omitted(writer, &items);
    add_reworded(writer, &items);
    if (writer->catalog->original)
        add_own(writer, &items);
    cs_buf_add(writer->out, items.size ? CS_TEXT("items:\n") : (cs_text){0});
    cs_buf_add(writer->out, cs_buf_text(&items));
    cs_buf_free(&items);
}

/* --- the header --------------------------------------------------------------------------------------------------- */

static void add_header_field(const struct writer *writer, const char *key, cs_text text)
{
    if (text.size)
        cs_yaml_add_field(writer->out, 0, cs_text_of(key), text);
}

/* The profile's key for each label of the preface; empty if the sheet has the value elsewhere. */
static const struct {
    cs_word_id label;
    const char *key;
} preface[] = {
    {CS_WORD_SERVICE, NULL},       {CS_WORD_VENDOR, NULL},     {CS_WORD_BASED_ON, NULL},
    {CS_WORD_ANSWERED_ON, NULL},   {CS_WORD_VARIANT, NULL},    {CS_WORD_SHEET_EDITION, "edition"},
    {CS_WORD_CONTACT, "contact"},  {CS_WORD_SOURCE, "source"}, {CS_WORD_PRODUCT, "x-product"},
    {CS_WORD_LAST_REVIEWED, NULL},
};

enum { PREFACE = sizeof preface / sizeof *preface };

/* Index in `preface` of a label in either language, or PREFACE. */
static size_t label_of(cs_text label)
{
    size_t i = 0;
    while (i < PREFACE && !cs_text_equal(label, cs_word(preface[i].label, CS_JA)) &&
           !cs_text_equal(label, cs_word(preface[i].label, CS_EN)))
        i++;
    return i;
}

static void add_list(const struct writer *writer, const char *key, cs_text lines)
{
    struct cs_buf *out = writer->out;
    cs_buf_add(out, cs_text_of(key));
    cs_buf_add(out, CS_TEXT(":\n"));
    while (lines.size) {
        ptrdiff_t end = cs_text_find(lines, CS_TEXT("\n"));
        cs_text line = {lines.bytes, end < 0 ? lines.size : (size_t)end};
        lines = cs_text_skip(lines, line.size + 1);
        if (cs_text_trim(line).size == 0)
            continue;
        cs_buf_add(out, CS_TEXT("  -"));
        cs_yaml_add_value(out, CS_YAML_STEP, line);
    }
}

/* Writes the preface under the profile's keys. */
static void add_preface(const struct writer *writer)
{
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        size_t known = row->kind == CS_ROW_NOTE ? label_of(cs_text_trim(row->cells[0].text)) : PREFACE;
        cs_text text = row->kind == CS_ROW_NOTE ? row->cells[1].text : (cs_text){0};
        if (known == PREFACE || !preface[known].key)
            continue;
        if (preface[known].label == CS_WORD_SOURCE && cs_text_find(text, CS_TEXT("\n")) >= 0)
            add_list(writer, preface[known].key, text);
        else
            add_header_field(writer, preface[known].key, cs_yaml_guard_facts(writer->job, &writer->style, text));
    }
}

/* Writes the rest of the preface as a list of notes with labels. */
static void add_notes(const struct writer *writer)
{
    bool any = false;
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        if (row->kind != CS_ROW_NOTE || label_of(cs_text_trim(row->cells[0].text)) < PREFACE)
            continue;
        struct cs_buf note = {0};
        cs_text label = cs_text_trim(row->cells[0].text), text = cs_text_trim(row->cells[1].text);
        cs_buf_add(&note, label);
        cs_buf_add(&note, label.size && text.size ? CS_TEXT(": ") : (cs_text){0});
        cs_buf_add(&note, text);
        if (note.size) {
            cs_buf_add(writer->out, any ? CS_TEXT("  -") : CS_TEXT("note:\n  -"));
            cs_yaml_add_value(writer->out, CS_YAML_STEP,
                              cs_yaml_guard_facts(writer->job, &writer->style, cs_buf_text(&note)));
            any = true;
        }
        cs_buf_free(&note);
    }
}

static bool notes_say_dollar(const struct cs_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_NOTE && (cs_text_find(sheet->rows[i].cells[0].text, CS_TEXT("${")) >= 0 ||
                                                   cs_text_find(sheet->rows[i].cells[1].text, CS_TEXT("${")) >= 0))
            return true;
    return false;
}

static void add_date(const struct writer *writer)
{
    struct cs_date date = writer->sheet->date;
    if (date.year)
        cs_buf_print(writer->out, "date: %04d-%02d-%02d\n", date.year, date.month, date.day);
}

static void add_products(const struct writer *writer)
{
    const struct cs_sheet *sheet = writer->sheet;
    for (uint32_t i = 0; i < sheet->product_count; i++) {
        cs_buf_add(writer->out, i ? CS_TEXT("  -") : CS_TEXT("products:\n  -"));
        cs_yaml_add_value(writer->out, CS_YAML_STEP, sheet->products[i]);
    }
}

static bool has_own_title(const struct cs_sheet *sheet)
{
    return !cs_text_equal(sheet->title, cs_word(CS_WORD_CHECK_SHEET, CS_JA)) &&
           !cs_text_equal(sheet->title, cs_word(CS_WORD_CHECK_SHEET, CS_EN));
}

static void add_header(const struct writer *writer)
{
    const struct cs_sheet *sheet = writer->sheet;
    struct cs_buf *out = writer->out;
    if (writer->catalog)
        cs_yaml_add_head(writer->job, out, writer->catalog, sheet->language);
    cs_buf_add(out, CS_TEXT("checksheet: profile/1\nlanguage: "));
    cs_buf_add(out, cs_language_code(sheet->language));
    cs_buf_add(out, CS_TEXT("\n"));
    cs_yaml_add_field(out, 0, CS_TEXT("service"), sheet->service);
    cs_yaml_add_field(out, 0, CS_TEXT("vendor"), sheet->vendor);
    if (sheet->titles.in[CS_JA].size && sheet->titles.in[CS_EN].size)
        cs_yaml_add_words(out, 0, CS_TEXT("title"), &sheet->titles, sheet->language);
    else if (has_own_title(sheet))
        add_header_field(writer, "title", sheet->title);
    cs_yaml_add_catalog(out, sheet->catalog_id, sheet->edition, sheet->level);
    if (sheet->own_layout)
        cs_yaml_add_layout(out, sheet->own_layout, sheet->language);
    else if (writer->unword.layout)
        add_header_field(writer, "layout", writer->unword.layout->name);
    add_date(writer);
    add_products(writer);
    add_preface(writer);
    add_notes(writer);
    if (writer->style.in_words)
        cs_buf_add(out, CS_TEXT("marks: none\n"));
    if (writer->style.has_dollar)
        cs_buf_add(out, CS_TEXT("facts:\n  dollar: $\n"));
    if (writer->is_variant)
        add_variant(writer);
}

/* --- the answers -------------------------------------------------------------------------------------------------- */

static void add_answer(const struct writer *writer, cs_text key, uint32_t row, const struct cs_item *item)
{
    cs_buf_add_repeat(writer->out, ' ', CS_YAML_STEP);
    cs_yaml_add_key(writer->out, (cs_text){0}, key);
    if (row == NO_ROW)
        cs_buf_add(writer->out, CS_TEXT(":\n"));
    else
        cs_yaml_add_answer(&writer->unword, &writer->style, writer->out, &writer->sheet->rows[row], item,
                           &writer->answers[row]);
}

/* Adds the catalog's question; the sheet's wording if it differs and has no other place in the file. */
static void add_question(const struct writer *writer, const struct cs_item *item, uint32_t row)
{
    cs_yaml_add_question(writer->job, writer->out, CS_YAML_STEP, item, writer->sheet->language);
    cs_text other = row == NO_ROW ? (cs_text){0} : other_question(writer, &writer->sheet->rows[row], item);
    if (other.size == 0 || writer->is_variant)
        return;
    struct cs_buf comment = {0};
    cs_buf_add(&comment, cs_word(CS_WORD_AS_ASKED, writer->sheet->language));
    cs_buf_add(&comment, CS_TEXT(": "));
    cs_buf_add(&comment, other);
    cs_yaml_wrap_comment(writer->job, writer->out, CS_YAML_STEP, cs_buf_text(&comment));
    cs_buf_free(&comment);
}

/* Adds all questions of the catalog, in its order, except those that the variant leaves out. */
static void add_catalog_answers(const struct writer *writer)
{
    const struct cs_catalog *catalog = writer->catalog;
    uint32_t section = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        for (; section < catalog->section_count && catalog->sections[section].first_item <= i; section++)
            cs_yaml_add_section(writer->out, cs_words_in(&catalog->sections[section].title, writer->sheet->language),
                                catalog->sections[section].depth);
        if (writer->row_of[i] == NO_ROW && writer->is_variant)
            continue;
        add_question(writer, &catalog->items[i], writer->row_of[i]);
        add_answer(writer, catalog->items[i].id, writer->row_of[i], &catalog->items[i]);
    }
}

/* Without a catalog: adds the sheet's own questions under its numbers. */
static void add_sheet_answers(struct writer *writer)
{
    struct cs_names keys = {0};
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        if (row->kind == CS_ROW_SECTION)
            cs_yaml_add_section(writer->out, row->cells[0].text, row->depth);
        if (row->kind != CS_ROW_ITEM || row->key.size == 0)
            continue;
        uint32_t known = keys.count;
        if (cs_names_add(&writer->job->arena, &keys, row->key) < known)
            continue; /* a duplicate: the second one is among the rows without a place */
        writer->is_placed[i] = true;
        cs_yaml_wrap_comment(writer->job, writer->out, CS_YAML_STEP,
                             cs_unword_cell(&writer->unword, row, CS_ROLE_QUESTION));
        add_answer(writer, row->key, i, NULL);
    }
}

/* Adds a row as comments, one line for each cell. */
static void add_lost_row(const struct writer *writer, const struct cs_row *row)
{
    const struct cs_sheet *sheet = writer->sheet;
    cs_buf_add(writer->out, CS_TEXT("  #\n"));
    for (uint32_t i = 0; i < row->cell_count; i++) {
        struct cs_buf cell = {0};
        cs_text text = cs_text_trim(row->cells[i].text), title = cs_text_trim(sheet->columns[i].title);
        if (text.size) {
            cs_buf_add(&cell, title);
            cs_buf_add(&cell, title.size ? CS_TEXT(": ") : (cs_text){0});
            cs_buf_add(&cell, text);
            cs_yaml_add_comments(writer->out, CS_YAML_STEP, cs_buf_text(&cell));
        }
        cs_buf_free(&cell);
    }
}

static void add_lost_rows(const struct writer *writer)
{
    bool any = false;
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        if (row->kind != CS_ROW_ITEM || writer->is_placed[i])
            continue;
        if (!any)
            cs_yaml_add_section(writer->out, cs_word(CS_WORD_NO_QUESTION, writer->sheet->language), 0);
        add_lost_row(writer, row);
        any = true;
    }
}

static void end(struct cs_emit *emit)
{
    struct writer writer = {.job = emit->job, .sheet = emit->sheet, .catalog = emit->sheet->catalog, .out = emit->out};
    writer.unword = cs_unword_begin(emit->job, emit->sheet);
    place_rows(&writer);
    read_answers(&writer);
    writer.style.has_dollar |= notes_say_dollar(emit->sheet);
    writer.is_variant = writer.catalog && is_variant(&writer);
    add_header(&writer);
    cs_buf_add(emit->out, CS_TEXT("answers:\n"));
    if (writer.catalog)
        add_catalog_answers(&writer);
    else
        add_sheet_answers(&writer);
    add_lost_rows(&writer);
}

const struct cs_emitter cs_emitter_yaml = {
    .name = CS_LITERAL("yaml"),
    .suffix = CS_LITERAL("yaml"),
    .end = end,
};
