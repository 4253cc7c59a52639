/* A catalog made from an unknown sheet: its questions under their numbers, its sections, and the marks and kinds of
 * answers found in it. What the sheet does not contain, such as its edition, is filled in so that the file loads, for
 * a person to change. */
#include "base/digest.h"
#include "base/job.h"
#include "base/names.h"
#include "scaffold/scaffold.h"
#include "scaffold/signs.h"
#include "scaffold/stated_edition.h"
#include "wording/both_languages.h"
#include "wording/boxes.h"
#include "wording/flag.h"
#include "wording/unword.h"
#include "wording/yaml_item.h"
#include "wording/yaml_head.h"
#include "model/value.h"
#include "checksheet/sheet_words.h"

#include <stdlib.h>

enum { DEEPEST = 8 };

struct writer {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_form *form;
    struct cs_buf *out;
    struct cs_unword unword;
    struct cs_names ids, titles;
    uint32_t made;                  /* numbers given out so far */
    uint32_t depth;                 /* number of open sections; 0 if none */
    cs_text pending[DEEPEST];       /* headings without an item so far, by depth */
    bool has_children[DEEPEST + 1]; /* by depth: its key `sections` is written */
    bool has_rows;                  /* sections are rows of their own, not columns */
    cs_text chapter, heading;       /* the last chapter and section named by a column */
    enum cs_kind usual;             /* the kind of most items */
    const cs_text *levels;          /* lowest first, if every item has one */
    uint32_t level_count;
};

/* A unique title of a section: the title itself, or the title followed by a number. */
static cs_text unique_title(struct writer *writer, cs_text title)
{
    cs_text name = title;
    for (unsigned number = 2;; number++) {
        uint32_t known = writer->titles.count;
        if (cs_names_add(&writer->job->arena, &writer->titles, name) == known)
            return name;
        struct cs_buf next = {0};
        cs_buf_add(&next, title);
        cs_buf_print(&next, " (%u)", number);
        name = cs_buf_take(&writer->job->arena, &next);
    }
}

/* True for an id that has a meaning as a key of a section. */
static bool is_reserved(cs_text id)
{
    return id.size == 0 || cs_text_starts(id, CS_TEXT("x-")) || cs_text_equal(id, CS_TEXT("title")) ||
           cs_text_equal(id, CS_TEXT("sections"));
}

/* The item's number without blanks; or a unique one: x1, x2. */
static cs_text id_of(struct writer *writer, cs_text key)
{
    struct cs_buf buf = {0};
    for (size_t i = 0; i < key.size; i++) {
        bool is_blank = (unsigned char)key.bytes[i] <= ' ';
        if (is_blank && i + 1 < key.size && key.bytes[i + 1] == '(')
            continue;
        if (!is_blank || (buf.size && buf.bytes[buf.size - 1] != '-'))
            cs_buf_add_byte(&buf, is_blank ? '-' : key.bytes[i]);
    }
    cs_text id = cs_buf_take(&writer->job->arena, &buf);
    for (uint32_t known = writer->ids.count;
         is_reserved(id) || cs_names_add(&writer->job->arena, &writer->ids, id) < known;) {
        cs_buf_print(&buf, "x%u", (unsigned)++writer->made);
        id = cs_buf_take(&writer->job->arena, &buf);
    }
    return id;
}

/* --- the head ----------------------------------------------------------------------------------------------------- */

/* form- and the first digits of a digest of the questions: the same form always gets the same edition, and a
 * different form a different one. */
static cs_text edition_of_questions(const struct writer *writer)
{
    enum { DIGITS = 8 };
    const struct cs_sheet *sheet = writer->sheet;
    cs_text *texts = cs_alloc_array(&writer->job->arena, 2u * sheet->row_count + 1, sizeof *texts);
    char digest[CS_DIGEST_SIZE + 1];
    uint32_t count = 0;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_ITEM) {
            texts[count++] = cs_unword_cell(&writer->unword, &sheet->rows[i], CS_ROLE_QUESTION);
            texts[count++] = CS_TEXT("\n");
        }
    cs_digest(texts, count, digest);
    struct cs_buf edition = {0};
    cs_buf_add(&edition, CS_TEXT("form-"));
    cs_buf_add(&edition, (cs_text){digest, DIGITS});
    return cs_buf_take(&writer->job->arena, &edition);
}

/* The edition named by the sheet, its preface or its title, else one derived from the questions. */
static cs_text edition_of(const struct writer *writer)
{
    const struct cs_sheet *sheet = writer->sheet;
    cs_text label = cs_word(CS_WORD_SHEET_EDITION, sheet->language);
    if (sheet->edition.size)
        return sheet->edition;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_NOTE && cs_text_equal(sheet->rows[i].cells[0].text, label))
            return sheet->rows[i].cells[1].text;
    cs_text stated = cs_stated_edition(writer->job, sheet);
    return stated.size ? stated : edition_of_questions(writer);
}

/* --- levels ------------------------------------------------------------------------------------------------------- */

enum { MOST_LEVELS = 16 };

static int compare_levels(const void *first, const void *second)
{
    return cs_text_compare_ids(*(const cs_text *)first, *(const cs_text *)second);
}

/* The levels of a sheet in which every item has one, sorted by the numbers in their names: ★3, ★4. */
static void find_levels(struct writer *writer)
{
    cs_text *levels = cs_alloc_array(&writer->job->arena, MOST_LEVELS, sizeof *levels);
    uint32_t count = 0;
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        cs_text level = row->kind == CS_ROW_ITEM ? cs_unword_cell(&writer->unword, row, CS_ROLE_LEVEL) : (cs_text){0};
        bool known = row->kind != CS_ROW_ITEM;
        for (uint32_t k = 0; k < count && !known; k++)
            known = cs_text_equal(levels[k], level);
        if (known)
            continue;
        if (level.size == 0 || count == MOST_LEVELS)
            return;
        levels[count++] = level;
    }
    qsort(levels, count, sizeof *levels, compare_levels);
    writer->levels = levels;
    writer->level_count = count;
}

static void add_levels(const struct writer *writer)
{
    if (writer->level_count)
        cs_buf_add(writer->out, CS_TEXT("levels:\n"));
    for (uint32_t i = 0; i < writer->level_count; i++)
        cs_yaml_add_field(writer->out, CS_YAML_STEP, writer->levels[i], writer->levels[i]);
}

/* --- the head ----------------------------------------------------------------------------------------------------- */

static void add_head(const struct writer *writer, cs_text id)
{
    const struct cs_sheet *sheet = writer->sheet;
    cs_yaml_add_head(writer->job, writer->out, NULL, sheet->language);
    cs_buf_add(writer->out, CS_TEXT("checksheet: catalog/1\n"));
    cs_yaml_add_field(writer->out, 0, CS_TEXT("id"), id);
    cs_yaml_add_field(writer->out, 0, CS_TEXT("language"), cs_language_code(sheet->language));
    cs_yaml_add_field(writer->out, 0, CS_TEXT("title"), sheet->title.size ? sheet->title : id);
    cs_yaml_add_field(writer->out, 0, CS_TEXT("edition"), edition_of(writer));
    if (writer->usual == CS_KIND_MARK)
        cs_signs_add(writer->out, writer->sheet);
    add_levels(writer);
    if (writer->form && writer->form->part_count) {
        cs_buf_add(writer->out, CS_TEXT("form:\n"));
        cs_form_write_parts(writer->form, writer->out);
    }
}

/* --- sections ----------------------------------------------------------------------------------------------------- */

/* The indentation of a section's keys, below "sections:" of its parent. */
static uint32_t indent_at(uint32_t depth)
{
    return CS_YAML_STEP + depth * 2 * CS_YAML_STEP;
}

/* Opens a section inside the open ones. */
static void open_section(struct writer *writer, cs_text title, uint32_t depth)
{
    if (!writer->has_children[depth]) {
        cs_buf_add_repeat(writer->out, ' ', depth ? indent_at(depth) - CS_YAML_STEP : 0);
        cs_buf_add(writer->out, CS_TEXT("sections:\n"));
    }
    writer->has_children[depth] = true;
    writer->has_children[depth + 1] = false;
    cs_yaml_add_field(writer->out, indent_at(depth), unique_title(writer, title), (cs_text){0});
    writer->depth = depth + 1;
}

/* Remembers a heading; it becomes a section once it has a question. */
static void note_heading(struct writer *writer, cs_text title, uint32_t depth)
{
    uint32_t deepest = writer->depth;
    while (deepest < DEEPEST && writer->pending[deepest].size)
        deepest++;
    depth = depth < deepest ? depth : deepest;
    depth = depth < DEEPEST ? depth : DEEPEST - 1;
    for (uint32_t i = depth; i < DEEPEST; i++) {
        if (writer->pending[i].size) /* it had no question */
            cs_yaml_add_comment(writer->out, 0, writer->pending[i]);
        writer->pending[i] = (cs_text){0};
    }
    writer->depth = writer->depth < depth ? writer->depth : depth;
    writer->pending[depth] = title.size ? title : cs_word(CS_WORD_NO_SECTION, writer->sheet->language);
}

static void open_pending(struct writer *writer)
{
    for (uint32_t depth = 0; depth < DEEPEST; depth++)
        if (writer->pending[depth].size) {
            open_section(writer, writer->pending[depth], depth);
            writer->pending[depth] = (cs_text){0};
        }
}

/* A section named only by a column begins where the column's text changes. */
static void follow_columns(struct writer *writer, const struct cs_row *row)
{
    cs_text chapter = cs_unword_cell(&writer->unword, row, CS_ROLE_CHAPTER);
    cs_text section = cs_unword_cell(&writer->unword, row, CS_ROLE_SECTION);
    if (writer->has_rows)
        return;
    if (chapter.size && !cs_text_equal(chapter, writer->chapter)) {
        note_heading(writer, chapter, 0);
        writer->chapter = chapter;
        writer->heading = (cs_text){0};
    }
    if (section.size && !cs_text_equal(section, chapter) && !cs_text_equal(section, writer->heading)) {
        note_heading(writer, section, chapter.size > 0);
        writer->heading = section;
    }
}

/* --- items -------------------------------------------------------------------------------------------------------- */

/* True if the answer is exactly a value of a kind. */
static bool is_value(cs_text answer, enum cs_kind kind)
{
    struct cs_value_wanted wanted = {.kind = kind};
    struct cs_value value;
    cs_text rest;
    return cs_value_read(answer, &wanted, &value, &rest) == CS_VALUE_GOOD && rest.size == 0;
}

/* The kind whose words the answer begins with; MARK if there is none. */
static enum cs_kind kind_of_word(cs_text answer, enum cs_state state)
{
    static const enum cs_kind worded[] = {CS_KIND_EXISTS, CS_KIND_CAN, CS_KIND_YES_NO};
    for (size_t i = 0; i < sizeof worded / sizeof *worded; i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            cs_text word = cs_kind_word_for(worded[i], state, (enum cs_language)language);
            if (word.size && cs_text_starts(answer, word))
                return worded[i];
        }
    return CS_KIND_MARK;
}

/* What the answers in a column tell about their kind. */
struct seen_kinds {
    /* answers: with a mark; of these, with words of one kind; values; free text */
    uint32_t marked, worded, valued, told;
    enum cs_kind words, value; /* MARK, TEXT: they have none in common */
};

static enum cs_kind value_of(cs_text answer)
{
    static const enum cs_kind valued[] = {CS_KIND_URL, CS_KIND_PERCENT, CS_KIND_DATE, CS_KIND_MONEY, CS_KIND_DURATION};
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++)
        if (is_value(answer, valued[i]))
            return valued[i];
    return CS_KIND_TEXT;
}

static void see_mark(cs_text answer, enum cs_state state, struct seen_kinds *seen)
{
    enum cs_kind kind = state == CS_STATE_NA ? seen->words : kind_of_word(answer, state);
    bool agrees = seen->worded == 0 || kind == seen->words;
    seen->marked++;
    seen->worded += state != CS_STATE_NA && kind != CS_KIND_MARK;
    seen->words = agrees ? kind : CS_KIND_MARK;
}

static struct seen_kinds see_kinds(const struct writer *writer)
{
    struct seen_kinds seen = {.words = CS_KIND_MARK, .value = CS_KIND_TEXT};
    uint32_t marks_of_kind = 0;
    for (uint32_t i = 0; i < writer->sheet->row_count; i++) {
        const struct cs_row *row = &writer->sheet->rows[i];
        cs_text answer = row->kind == CS_ROW_ITEM ? cs_unword_cell(&writer->unword, row, CS_ROLE_ANSWER) : (cs_text){0};
        if (answer.size == 0 || cs_boxes_are_empty(writer->job, answer))
            continue;
        if (row->state != CS_STATE_NONE && row->state != CS_STATE_FREE_TEXT) {
            see_mark(answer, row->state, &seen);
            marks_of_kind += row->state != CS_STATE_NA;
            continue;
        }
        if (row->word_count)
            continue; /* chosen: 毎週 tells nothing of the others */
        enum cs_kind value = value_of(answer);
        seen.value = seen.valued + seen.told == 0 || value == seen.value ? value : CS_KIND_TEXT;
        seen.valued += value != CS_KIND_TEXT;
        seen.told += value == CS_KIND_TEXT;
    }
    if (seen.worded < marks_of_kind)
        seen.words = CS_KIND_MARK;
    return seen;
}

/* The kind of all items, since the answers are one column. MARK if half of the answers have marks, or there are none
 * yet; EXISTS or the like if all marks are words of that kind for yes and no; else the kind of value that all have in
 * common, or TEXT. */
static enum cs_kind usual_kind(const struct writer *writer)
{
    struct seen_kinds seen = see_kinds(writer);
    if (seen.marked >= seen.valued + seen.told)
        return cs_signs_say_more(writer->sheet) ? CS_KIND_MARK : seen.words;
    return seen.told == 0 ? seen.value : CS_KIND_TEXT;
}

/* The kind that a unit implies: 有無, %, 時間. */
static bool kind_of_unit(cs_text unit, enum cs_kind *kind)
{
    static const struct {
        cs_text unit;
        enum cs_kind kind;
    } units[] = {
#define CS_UNIT_KIND(unit, kind) {CS_LITERAL(unit), CS_KIND_##kind},
#include "scaffold/unit_kinds.def"
#undef CS_UNIT_KIND
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (cs_text_equal(unit, units[i].unit)) {
            *kind = units[i].kind;
            return true;
        }
    return false;
}

static const struct cs_words *words_of(const struct writer *writer, const struct cs_row *row, enum cs_role role)
{
    struct cs_words *words = cs_alloc(&writer->job->arena, sizeof *words);
    words->in[writer->sheet->language] = cs_unword_cell(&writer->unword, row, role);
    struct cs_both_languages both;
    if (row->translation.size && role != CS_ROLE_QUESTION &&
        cs_split_languages(words->in[writer->sheet->language], &both)) {
        words->in[CS_JA] = both.japanese;
        words->in[CS_EN] = both.english;
    }
    return words->in[writer->sheet->language].size ? words : NULL;
}

static enum cs_flag flag_of(const struct writer *writer, const struct cs_row *row)
{
    enum cs_flag flag;
    if (row->flag == CS_FLAG_NONE && cs_flag_read(cs_unword_cell(&writer->unword, row, CS_ROLE_FLAG), &flag))
        return flag;
    return row->flag;
}

/* Sets the words of the form's drop-down as choices, with the word itself as the meaning. */
static void set_choices(const struct writer *writer, const struct cs_row *row, struct cs_item *item)
{
    struct cs_choice *choices = cs_alloc_array(&writer->job->arena, row->word_count + 1u, sizeof *choices);
    for (uint32_t i = 0; i < row->word_count; i++) {
        choices[i].id = row->words[i];
        choices[i].label.in[writer->sheet->language] = row->words[i];
    }
    item->kind = CS_KIND_CHOICE;
    item->choices = choices;
    item->choice_count = row->word_count;
}

/* True for a row without a question; its number stays in the file for reference. */
static bool is_unasked(const struct writer *writer, const struct cs_row *row)
{
    return cs_unword_cell(&writer->unword, row, CS_ROLE_QUESTION).size == 0 &&
           cs_unword_cell(&writer->unword, row, CS_ROLE_NAME).size == 0 &&
           cs_unword_cell(&writer->unword, row, CS_ROLE_GROUP).size == 0;
}

static void add_unasked(const struct writer *writer, const struct cs_row *row)
{
    struct cs_buf line = {0};
    cs_buf_add(&line, row->key);
    cs_buf_add(&line, CS_TEXT(": ?"));
    cs_yaml_add_comment(writer->out, 0, cs_buf_text(&line));
    cs_buf_free(&line);
}

/* The question, in both languages if the form has both. */
static const struct cs_words *asked_by(struct writer *writer, const struct cs_row *row)
{
    const struct cs_words *words = words_of(writer, row, CS_ROLE_QUESTION);
    if (!words || row->translation.size == 0)
        return words;
    struct cs_words *both = cs_alloc(&writer->job->arena, sizeof *both);
    *both = *words;
    both->in[writer->sheet->language == CS_JA ? CS_EN : CS_JA] = row->translation;
    return both;
}

static void add_item(struct writer *writer, const struct cs_row *row)
{
    follow_columns(writer, row);
    open_pending(writer);
    if (writer->depth == 0 && writer->ids.count == 0)
        cs_buf_add(writer->out, CS_TEXT("items:\n"));
    cs_text ref = cs_unword_cell(&writer->unword, row, CS_ROLE_REF);
    struct cs_item item = {
        .id = id_of(writer, row->key),
        .kind = writer->usual,
        .flag = flag_of(writer, row),
        .good = CS_STATE_OK,
        .ask = asked_by(writer, row),
        .group = words_of(writer, row, CS_ROLE_GROUP),
        .name = words_of(writer, row, CS_ROLE_NAME),
        .level = writer->level_count ? cs_unword_cell(&writer->unword, row, CS_ROLE_LEVEL) : (cs_text){0},
        .refs = &ref,
        .ref_count = ref.size > 0,
    };
    cs_text unit = cs_unword_cell(&writer->unword, row, CS_ROLE_FIGURE);
    if (kind_of_unit(unit, &item.kind) && !cs_kind_is_yes_no(item.kind)) {
        item.units = &unit;
        item.unit_count = 1;
    }
    if (row->word_count)
        set_choices(writer, row, &item);
    if (!item.ask)
        item.ask = item.name ? item.name : item.group;
    cs_yaml_add_item(writer->out, writer->depth ? indent_at(writer->depth - 1) + CS_YAML_STEP : CS_YAML_STEP, &item,
                     writer->sheet->language);
}

void cs_scaffold_catalog_of(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_form *form, cs_text id,
                            struct cs_buf *out)
{
    struct writer writer = {
        .job = job, .sheet = sheet, .form = form, .out = out, .unword = cs_unword_begin(job, sheet)};
    for (uint32_t i = 0; i < sheet->row_count; i++)
        writer.has_rows |= sheet->rows[i].kind == CS_ROW_SECTION;
    writer.usual = usual_kind(&writer);
    find_levels(&writer);
    add_head(&writer, id);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind == CS_ROW_SECTION)
            note_heading(&writer, cs_text_trim(row->cells[0].text), row->depth);
        else if (row->kind == CS_ROW_ITEM && is_unasked(&writer, row))
            add_unasked(&writer, row);
        else if (row->kind == CS_ROW_ITEM)
            add_item(&writer, row);
    }
}
