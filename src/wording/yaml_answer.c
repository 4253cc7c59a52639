/* An answer as YAML: "6-8: ○ words" if that suffices, else its parts under their keys. */
#include "wording/yaml_answer.h"
#include "wording/doubt.h"
#include "base/job.h"
#include "base/yaml_out.h"
#include "model/value.h"

enum { LONGEST_SHORT = 160 /* in code points: a line to read without scrolling */ };

struct writer {
    const struct cs_unword *unword;
    const struct cs_yaml_style *style;
    struct cs_buf *out;
    const struct cs_row *row; /* NULL for the answer of one product */
    const struct cs_item *item;
    const struct cs_unworded *answer;
    uint32_t indent; /* of the answer's own key */
    cs_text reviewed, owner;
    cs_text state; /* its sign or word; empty if the words express it */
};

cs_text cs_yaml_guard_facts(struct cs_job *job, const struct cs_yaml_style *style, cs_text text)
{
    struct cs_buf guarded = {0};
    if (!style->has_dollar || cs_text_find(text, CS_TEXT("${")) < 0)
        return text;
    for (ptrdiff_t at; (at = cs_text_find(text, CS_TEXT("${"))) >= 0; text = cs_text_skip(text, (size_t)at + 1)) {
        cs_buf_add(&guarded, (cs_text){text.bytes, (size_t)at});
        cs_buf_add(&guarded, CS_TEXT("${"));
        cs_buf_add(&guarded, CS_YAML_DOLLAR);
        cs_buf_add(&guarded, CS_TEXT("}"));
    }
    cs_buf_add(&guarded, text);
    text = cs_buf_take(&job->arena, &guarded);
    return text;
}

static cs_text guard(const struct writer *writer, cs_text text)
{
    return cs_yaml_guard_facts(writer->unword->job, writer->style, text);
}

/* --- the state ---------------------------------------------------------------------------------------------------- */

static cs_text sheet_sign(const struct cs_sheet *sheet, enum cs_state state)
{
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        if (sheet->signs[i].state == state)
            return sheet->signs[i].sign;
    return (cs_text){0};
}

/* True if words without a mark are read by the loader as a state: 別紙参照. */
static bool say_state(cs_text words, enum cs_state state)
{
    enum cs_state said;
    size_t size;
    return !cs_state_of_spelling(words, &said, &size) && cs_state_of_phrase(words, &said) && said == state;
}

static bool needs_no_state(const struct writer *writer)
{
    const struct cs_unworded *answer = writer->answer;
    bool is_mark = !writer->item || writer->item->kind == CS_KIND_MARK;
    if (answer->state == CS_STATE_NONE || answer->value.size || answer->part_count)
        return true;
    if (answer->state != CS_STATE_FREE_TEXT)
        return false;
    return (is_mark && writer->style->in_words) || say_state(answer->words, CS_STATE_FREE_TEXT);
}

/* The catalog's sign; for a state without one, the loader's word in the sheet's language. */
static cs_text state_of(const struct writer *writer)
{
    const struct cs_sheet *sheet = writer->unword->sheet;
    const struct cs_catalog *catalog = writer->unword->catalog;
    enum cs_state state = writer->answer->state, spelt;
    size_t size;
    if (needs_no_state(writer))
        return (cs_text){0};
    cs_text sign = catalog && writer->item ? cs_catalog_sign(catalog, writer->item, state, sheet->language)
                                           : sheet_sign(sheet, state);
    cs_text label = cs_state_label(state, sheet->language);
    if (sign.size)
        return sign;
    return cs_state_of_spelling(label, &spelt, &size) && spelt == state && size == label.size ? label
                                                                                              : cs_state_word(state);
}

/* --- the other cells ---------------------------------------------------------------------------------------------- */

/* The date in a cell, in the notation of profiles; empty if there is none. */
static cs_text date_of(struct cs_job *job, cs_text text)
{
    struct cs_date date, plain;
    if (!cs_date_of_writing(text, &date))
        return (cs_text){0};
    if (cs_date_of_text(text, &plain))
        return text;
    struct cs_buf written = {0};
    cs_buf_print(&written, "%04d-%02d-%02d", date.year, date.month, date.day);
    text = cs_buf_take(&job->arena, &written);
    return text;
}

/* True for a column that profiles have no key for. */
static bool is_other(const struct writer *writer, uint32_t column)
{
    enum cs_role role = writer->unword->sheet->columns[column].role;
    cs_text text = cs_text_trim(writer->row->cells[column].text);
    if (text.size == 0)
        return false;
    return role == CS_ROLE_OTHER || (role == CS_ROLE_REVIEWED && date_of(writer->unword->job, text).size == 0);
}

static bool has_other(const struct writer *writer)
{
    for (uint32_t i = 0; writer->row && i < writer->row->cell_count; i++)
        if (is_other(writer, i))
            return true;
    return false;
}

/* x-備考; a title that is no valid key is put in front of the text. */
static void add_other(const struct writer *writer, uint32_t column)
{
    enum { LONGEST_TITLE = 40 };
    const struct cs_sheet *sheet = writer->unword->sheet;
    cs_text title = cs_text_trim(sheet->columns[column].title), text = cs_text_trim(writer->row->cells[column].text);
    struct cs_buf key = {0}, words = {0};
    uint32_t same = 1;
    for (uint32_t i = 0; i < column; i++)
        same += is_other(writer, i) && cs_text_equal(cs_text_trim(sheet->columns[i].title), title);
    bool is_name = title.size && cs_text_length(title) <= LONGEST_TITLE && cs_yaml_is_plain(title);
    cs_buf_add(&key, CS_TEXT("x-"));
    cs_buf_add(&key, is_name ? title : cs_role_word(CS_ROLE_OTHER));
    if (!is_name || same > 1)
        cs_buf_print(&key, "-%u", (unsigned)(is_name ? same : column + 1));
    if (!is_name && title.size) {
        cs_buf_add(&words, title);
        cs_buf_add(&words, CS_TEXT(": "));
    }
    cs_buf_add(&words, text);
    cs_yaml_add_field(writer->out, writer->indent + CS_YAML_STEP, cs_buf_text(&key), cs_buf_text(&words));
    cs_buf_free(&key);
    cs_buf_free(&words);
}

/* --- the short form ----------------------------------------------------------------------------------------------- */

static bool begins_with_digit(cs_text text)
{
    uint32_t point = cs_text_next(&text);
    return (point >= '0' && point <= '9') || (point >= 0xff10 && point <= 0xff19);
}

static void add_due(struct cs_buf *out, struct cs_date due)
{
    cs_buf_print(out, "%04d-%02d", due.year, due.month);
    if (due.day)
        cs_buf_print(out, "-%02d", due.day);
}

/* Joins mark, date of a plan, value and words with blanks. */
static void join_short(const struct writer *writer, struct cs_buf *text)
{
    const struct cs_unworded *answer = writer->answer;
    cs_buf_add(text, writer->state);
    if (answer->due.year) {
        cs_buf_add(text, CS_TEXT(" "));
        add_due(text, answer->due);
    }
    const cs_text parts[] = {answer->value, answer->words};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        cs_buf_add(text, text->size && parts[i].size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(text, guard(writer, parts[i]));
    }
}

/* True if the loader reads the short form as intended: a value, or one line that is not too long, without words that
 * it would take for the date of a plan, a second mark or a reference to another answer, and without anything that
 * only the long form has a key for. */
static bool fits_short(const struct writer *writer, cs_text text)
{
    const struct cs_unworded *answer = writer->answer;
    if (answer->not_understood || answer->by.size || answer->evidence_count || writer->reviewed.size ||
        writer->owner.size || has_other(writer))
        return false;
    if (answer->detail.size || answer->other.size || answer->part_count || answer->audience != CS_PUBLIC ||
        answer->for_nda || answer->for_insiders)
        return false;
    if (answer->state == CS_STATE_PLAN && answer->due.year == 0 && begins_with_digit(answer->words))
        return false;
    if (writer->state.size && answer->value.size == 0 && answer->due.year == 0 &&
        cs_short_is_doubted(writer->unword->job, writer->state, cs_text_skip(text, writer->state.size), answer->state))
        return false;
    bool is_line = cs_text_find(text, CS_TEXT("\n")) < 0 && cs_text_find(text, CS_TEXT("\r")) < 0 &&
                   cs_text_length(text) <= LONGEST_SHORT;
    bool is_value = answer->value.size && answer->words.size == 0; /* a block of lines after the key reads well */
    return (is_line || is_value) && !cs_text_starts(text, CS_TEXT("= "));
}

/* --- the long form ------------------------------------------------------------------------------------------------ */

static void add_field(const struct writer *writer, const char *key, cs_text text)
{
    if (text.size)
        cs_yaml_add_field(writer->out, writer->indent + CS_YAML_STEP, cs_text_of(key), text);
}

static void add_day(cs_text *text, struct cs_job *job, struct cs_date date)
{
    struct cs_buf written = {0};
    if (date.year == 0)
        return;
    cs_buf_print(&written, "%04d-%02d-%02d", date.year, date.month, date.day);
    *text = cs_buf_take(&job->arena, &written);
}

/* A piece of evidence: its title or address alone, or its parts under their keys. */
static void add_piece(const struct writer *writer, const struct cs_evidence *evidence, bool in_list)
{
    struct cs_buf *out = writer->out;
    struct cs_job *job = writer->unword->job;
    uint32_t indent = writer->indent + (in_list ? 3u : 2u) * CS_YAML_STEP, own = indent - CS_YAML_STEP;
    uint32_t count = 0;
    cs_text observed = {0}, valid_until = {0};
    add_day(&observed, job, evidence->observed);
    add_day(&valid_until, job, evidence->valid_until);
    const struct {
        const char *key;
        cs_text text;
    } parts[] = {{"title", guard(writer, evidence->title)},
                 {"url", guard(writer, evidence->address)},
                 {"path", evidence->path},
                 {"edition", evidence->edition},
                 {"observed", observed},
                 {"valid-until", valid_until},
                 {"sha256", evidence->sha256},
                 {"audience", evidence->audience == CS_PUBLIC ? (cs_text){0} : cs_audience_word(evidence->audience)}};
    enum { PARTS = sizeof parts / sizeof *parts, ALONE = 2 };
    for (int i = 0; i < PARTS; i++)
        count += parts[i].text.size > 0;
    if (in_list) {
        cs_buf_add_repeat(out, ' ', own);
        cs_buf_add_byte(out, '-');
    }
    bool first = true;
    for (int i = 0; i < PARTS; i++) {
        if (parts[i].text.size == 0)
            continue;
        if (count == 1 && i < ALONE) {
            cs_yaml_add_value(out, own, parts[i].text);
        } else if (first && in_list) {
            cs_buf_add_byte(out, ' ');
            cs_buf_add(out, cs_text_of(parts[i].key));
            cs_buf_add_byte(out, ':');
            cs_yaml_add_value(out, indent, parts[i].text);
        } else {
            cs_buf_add(out, first ? CS_TEXT("\n") : (cs_text){0});
            cs_yaml_add_field(out, indent, cs_text_of(parts[i].key), parts[i].text);
        }
        first = false;
    }
}

/* True for evidence with anything to write: if it has only a path, that may have been removed. */
static bool is_there(const struct cs_evidence *evidence)
{
    return evidence->title.size || evidence->address.size || evidence->path.size;
}

static void add_evidence(const struct writer *writer)
{
    const struct cs_unworded *answer = writer->answer;
    uint32_t count = 0;
    for (uint32_t i = 0; i < answer->evidence_count; i++)
        count += is_there(&answer->evidence[i]);
    if (count == 0)
        return;
    cs_buf_add_repeat(writer->out, ' ', writer->indent + CS_YAML_STEP);
    cs_buf_add(writer->out, count > 1 ? CS_TEXT("evidence:\n") : CS_TEXT("evidence:"));
    for (uint32_t i = 0; i < answer->evidence_count; i++)
        if (is_there(&answer->evidence[i]))
            add_piece(writer, &answer->evidence[i], count > 1);
}

/* The cells of an answer that was not understood, for a person to read. */
static void add_not_understood(const struct writer *writer)
{
    cs_text sign = cs_unword_cell(writer->unword, writer->row, CS_ROLE_ANSWER);
    cs_text remark = cs_unword_cell(writer->unword, writer->row, CS_ROLE_REMARK);
    add_field(writer, "x-answer", sign);
    add_field(writer, "x-remark", remark);
}

/* A text in the file's language, or each language under its code. */
static void add_words(const struct writer *writer, const char *key, cs_text own, cs_text others)
{
    enum cs_language language = writer->unword->sheet->language, other = language == CS_JA ? CS_EN : CS_JA;
    if (others.size == 0) {
        add_field(writer, key, guard(writer, own));
        return;
    }
    cs_buf_add_repeat(writer->out, ' ', writer->indent + CS_YAML_STEP);
    cs_buf_add(writer->out, cs_text_of(key));
    cs_buf_add(writer->out, CS_TEXT(":\n"));
    if (own.size)
        cs_yaml_add_field(writer->out, writer->indent + 2 * CS_YAML_STEP, cs_language_code(language),
                          guard(writer, own));
    cs_yaml_add_field(writer->out, writer->indent + 2 * CS_YAML_STEP, cs_language_code(other), guard(writer, others));
}

/* Who may see the answer, and additional words for some readers. */
static void add_audience(const struct writer *writer)
{
    enum cs_language language = writer->unword->sheet->language, other = language == CS_JA ? CS_EN : CS_JA;
    const struct cs_unworded *answer = writer->answer;
    if (answer->audience != CS_PUBLIC)
        add_field(writer, "audience", cs_audience_word(answer->audience));
    if (answer->for_nda)
        add_words(writer, "nda", answer->for_nda->in[language], answer->for_nda->in[other]);
    if (answer->for_insiders)
        add_words(writer, "internal", answer->for_insiders->in[language], answer->for_insiders->in[other]);
}

static void add_state_and_words(const struct writer *writer)
{
    const struct cs_unworded *answer = writer->answer;
    struct cs_buf due = {0};
    bool alone =
        writer->state.size == 0 && answer->value.size == 0 && answer->other.size == 0 && answer->part_count == 0 &&
        (answer->state == CS_STATE_NONE || say_state(answer->words, CS_STATE_FREE_TEXT)) && !writer->style->in_words;
    if (alone) {
        add_field(writer, "status", guard(writer, answer->words));
        return;
    }
    add_field(writer, "status", writer->state);
    add_field(writer, "value", guard(writer, answer->value));
    if (answer->due.year)
        add_due(&due, answer->due);
    add_field(writer, "due", cs_buf_text(&due));
    add_field(writer, "detail", guard(writer, answer->detail));
    add_words(writer, "remark", answer->words, answer->other);
    add_field(writer, "by", guard(writer, answer->by));
    cs_buf_free(&due);
}

static void add_parts(const struct writer *writer);

static void add_long(const struct writer *writer)
{
    cs_buf_add_byte(writer->out, '\n');
    if (writer->answer->not_understood)
        add_not_understood(writer);
    else
        add_state_and_words(writer);
    add_audience(writer);
    add_evidence(writer);
    add_field(writer, "reviewed", date_of(writer->unword->job, writer->reviewed));
    add_field(writer, "owner", writer->owner);
    for (uint32_t i = 0; writer->row && i < writer->row->cell_count; i++)
        if (is_other(writer, i))
            add_other(writer, i);
    add_parts(writer);
}

/* The value of a key: the short form if it suffices. */
static void add_value(struct writer *writer)
{
    struct cs_buf text = {0};
    writer->state = state_of(writer);
    join_short(writer, &text);
    cs_buf_add_byte(writer->out, ':');
    if (fits_short(writer, cs_buf_text(&text)))
        cs_yaml_add_value(writer->out, writer->indent, cs_buf_text(&text));
    else
        add_long(writer);
    cs_buf_free(&text);
}

/* Each product's answer under its name. */
static void add_parts(const struct writer *writer)
{
    for (uint32_t i = 0; i < writer->answer->part_count; i++) {
        const struct cs_answer *known = &writer->answer->parts[i];
        struct cs_unworded answer = cs_unword_known(known, writer->unword->sheet->language);
        struct writer part = *writer;
        part.row = NULL;
        part.answer = &answer;
        part.indent = writer->indent + CS_YAML_STEP;
        part.reviewed = part.owner = (cs_text){0};
        add_day(&part.reviewed, writer->unword->job, known->reviewed);
        if (writer->unword->column[CS_ROLE_OWNER] != CS_NO_COLUMN)
            part.owner = known->owner;
        cs_buf_add_repeat(writer->out, ' ', part.indent);
        cs_yaml_add_key(writer->out, (cs_text){0}, known->product);
        add_value(&part);
    }
}

void cs_yaml_add_answer(const struct cs_unword *unword, const struct cs_yaml_style *style, struct cs_buf *out,
                        const struct cs_row *row, const struct cs_item *item, const struct cs_unworded *answer)
{
    struct writer writer = {unword, style, out, row, item, answer, CS_YAML_STEP, {0}, {0}, {0}};
    writer.reviewed = cs_unword_cell(unword, row, CS_ROLE_REVIEWED);
    writer.owner = cs_unword_cell(unword, row, CS_ROLE_OWNER);
    bool has_parts = row->answer && row->answer->part_count; /* then the row has the oldest date of all products */
    if (has_parts || (row->answer && unword->column[CS_ROLE_REVIEWED] == CS_NO_COLUMN)) {
        writer.reviewed = (cs_text){0};
        add_day(&writer.reviewed, unword->job, row->answer->reviewed);
    }
    add_value(&writer);
}
