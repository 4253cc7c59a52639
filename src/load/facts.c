/* facts: figures that are named once and used in many answers, as ${name}.
 *
 * A typed fact is checked when it is read, and formatted in the language of the text that uses it. Facts are
 * filled in last, so that inherited answers use the facts of the profile that inherits them. */
#include "checksheet/sheet.h"
#include "base/base.h"
#include "base/messages_load.h"
#include "base/names.h"
#include "load/facts.h"
#include "load/profile_reader.h"
#include "model/answer.h"
#include "model/value.h"

#include <stdio.h>

/* A fact in long form being read. */
struct long_fact {
    enum cs_kind kind;
    struct cs_words value;
};

static void read_fact_kind(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    static const enum cs_kind kinds[] = {CS_KIND_TEXT,  CS_KIND_NUMBER, CS_KIND_PERCENT,
                                         CS_KIND_RATIO, CS_KIND_MONEY,  CS_KIND_DURATION,
                                         CS_KIND_COUNT, CS_KIND_DATE,   CS_KIND_URL};
    enum cs_kind kind;
    struct cs_buf all = {0};
    if (!cs_want_text(reader, key, value))
        return;
    bool known = cs_kind_of_word(value->text, &kind);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (known && kinds[i] == kind) {
            *(enum cs_kind *)into = kind;
            cs_buf_free(&all);
            return;
        }
        cs_buf_add(&all, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, cs_kind_word(kinds[i]));
    }
    cs_report_word(reader, key, value, cs_buf_text(&all));
    cs_buf_free(&all);
}

static const struct cs_field fact_fields[] = {
    {"kind", read_fact_kind, offsetof(struct long_fact, kind), NULL},
    {"value", cs_read_words, offsetof(struct long_fact, value), "99.9%"},
};

static void read_fact(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                      struct cs_fact *fact)
{
    struct long_fact parts = {.kind = CS_KIND_TEXT};
    const struct cs_node *typed = value->kind == CS_NODE_MAP ? cs_map_get(value, "value") : NULL;
    fact->name = key->text;
    fact->span = cs_node_span(reader->source, key);
    if (typed)
        cs_read_fields(reader, key, value, CS_FIELDS(fact_fields, NULL), &parts);
    else
        cs_read_words(reader, key, value, &parts.value);
    fact->kind = parts.kind;
    fact->text = parts.value;
    if (fact->kind == CS_KIND_TEXT || !typed)
        return;
    struct cs_value_wanted wanted = {.kind = fact->kind};
    cs_text text = cs_words_in(&fact->text, reader->language), rest;
    if (cs_value_read(text, &wanted, &fact->value, &rest) != CS_VALUE_GOOD || rest.size)
        cs_report(reader->job, CS_MESSAGE_WRONG_KIND, cs_node_span(reader->source, typed), fact->name,
                  cs_kind_label(fact->kind, reader->job->messages), cs_kind_example(fact->kind, reader->job->messages));
}

static struct cs_fact *find_fact(const struct cs_profile *profile, cs_text name)
{
    uint32_t index = profile->fact_names ? cs_names_find(profile->fact_names, name) : CS_NO_NAME;
    return index == CS_NO_NAME ? NULL : &profile->facts[index];
}

void cs_read_facts(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_profile *profile = into;
    if (!cs_want_map(reader, key, value))
        return;
    struct cs_arena *arena = &reader->job->arena;
    profile->facts = cs_alloc_array(arena, cs_node_count(value), sizeof *profile->facts);
    profile->fact_names = cs_alloc(arena, sizeof *profile->fact_names);
    for (const struct cs_node *name = value->first; name; name = name->next->next) {
        if (name->kind != CS_NODE_TEXT || cs_text_starts(name->text, CS_TEXT("x-")))
            continue;
        if (cs_names_add(arena, profile->fact_names, name->text) < profile->fact_count)
            cs_report_node(reader, CS_MESSAGE_DUPLICATE_KEY, name, name->text, (cs_text){0});
        else
            read_fact(reader, name, name->next, &profile->facts[profile->fact_count++]);
    }
}

/* --- in words --------------------------------------------------------------------------------------------------- */

static void add_grouped(struct cs_buf *out, double number)
{
    char digits[40];
    int size = snprintf(digits, sizeof digits, "%.0f", number);
    for (int i = 0; i < size && size < (int)sizeof digits; i++) {
        if (i && (size - i) % 3 == 0 && digits[i - 1] != '-')
            cs_buf_add_byte(out, ',');
        cs_buf_add_byte(out, digits[i]);
    }
}

static const struct {
    cs_text unit, one, many;
} english_units[] = {
    {CS_LITERAL("秒"), CS_LITERAL("second"), CS_LITERAL("seconds")},
    {CS_LITERAL("分"), CS_LITERAL("minute"), CS_LITERAL("minutes")},
    {CS_LITERAL("時間"), CS_LITERAL("hour"), CS_LITERAL("hours")},
    {CS_LITERAL("日"), CS_LITERAL("day"), CS_LITERAL("days")},
    {CS_LITERAL("週"), CS_LITERAL("week"), CS_LITERAL("weeks")},
    {CS_LITERAL("月"), CS_LITERAL("month"), CS_LITERAL("months")},
    {CS_LITERAL("年"), CS_LITERAL("year"), CS_LITERAL("years")},
    {CS_LITERAL("営業日"), CS_LITERAL("working day"), CS_LITERAL("working days")},
    {CS_LITERAL("円"), CS_LITERAL("yen"), CS_LITERAL("yen")},
};

/* The English unit; NULL if it has no English name here: 名, 世代. */
static const cs_text *english_unit(const struct cs_value *value)
{
    for (size_t i = 0; i < sizeof english_units / sizeof *english_units; i++)
        if (cs_text_equal(english_units[i].unit, value->unit))
            return value->number == 1 ? &english_units[i].one : &english_units[i].many;
    return NULL;
}

/* Number and unit in English: 1 year, 30 days, ¥100,000, 99.99%. A unit without an English name stays as written. */
static void add_english(struct cs_buf *out, const struct cs_fact *fact)
{
    static const char *const bounds[] = {"", "about ", "at least ", "at most "};
    const struct cs_value *value = &fact->value;
    const cs_text *unit = english_unit(value);
    if (!unit && fact->kind != CS_KIND_MONEY && fact->kind != CS_KIND_PERCENT) {
        cs_buf_add(out, cs_words_in(&fact->text, CS_EN));
        return;
    }
    cs_buf_add(out, cs_text_of(bounds[value->bound]));
    if (fact->kind == CS_KIND_MONEY) {
        cs_buf_add(out, CS_TEXT("¥"));
        add_grouped(out, value->number);
        return;
    }
    cs_buf_print(out, "%.15g", value->number);
    if (fact->kind == CS_KIND_PERCENT) {
        cs_buf_add(out, CS_TEXT("%"));
        return;
    }
    cs_buf_add(out, unit ? CS_TEXT(" ") : (cs_text){0});
    cs_buf_add(out, unit ? *unit : (cs_text){0});
}

/* The precision of a written date: 1 for the year, 2 with the month, 3 with the day. Brackets contain the year of the
 * era. */
static int date_parts(cs_text written)
{
    int parts = 0;
    bool in_brackets = false, in_number = false;
    while (written.size) {
        uint32_t point = cs_text_next(&written);
        bool is_digit = (point >= '0' && point <= '9') || (point >= 0xff10 && point <= 0xff19);
        in_brackets = point == '(' || point == 0xff08 || (in_brackets && point != ')' && point != 0xff09);
        parts += is_digit && !in_number && !in_brackets;
        in_number = is_digit;
    }
    return parts;
}

static void add_date(struct cs_buf *out, const struct cs_value *value, enum cs_language language)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    struct cs_date date = value->date;
    int parts = date_parts(value->written);
    if (language == CS_JA) {
        cs_buf_print(out, "%d年", date.year);
        if (parts > 1)
            cs_buf_print(out, "%d月", date.month);
        if (parts > 2)
            cs_buf_print(out, "%d日", date.day);
        return;
    }
    if (parts > 2)
        cs_buf_print(out, "%d ", date.day);
    if (parts > 1)
        cs_buf_print(out, "%s ", months[date.month - 1]);
    cs_buf_print(out, "%d", date.year);
}

/* A fact in a language: the text given for it, or the formatted value. */
static void add_fact(struct cs_buf *out, const struct cs_fact *fact, enum cs_language language)
{
    if (fact->kind == CS_KIND_DATE && fact->value.date.year)
        add_date(out, &fact->value, language);
    else if (fact->text.in[language].size || fact->kind == CS_KIND_TEXT || !fact->value.has_number || language == CS_JA)
        cs_buf_add(out, cs_words_in(&fact->text, language));
    else
        add_english(out, fact);
}

/* --- filling in ------------------------------------------------------------------------------------------------- */

/* The fact with a name, here or in the extended profile. */
static struct cs_fact *look_up(const struct cs_profile *profile, cs_text name)
{
    struct cs_fact *fact = NULL;
    for (; profile && !fact; profile = profile->extends)
        fact = find_fact(profile, name);
    return fact;
}

/* Reports an unknown fact at the reference or, if that is not a text of the file, at `home`. */
static void report_unknown(struct profile_reader *state, struct cs_span home, cs_text reference, cs_text name)
{
    struct cs_job *job = state->reader.job;
    const struct cs_names *names = state->profile->fact_names;
    cs_text guess = names ? cs_guess_text(job, name, names->texts, names->count) : (cs_text){0};
    struct cs_span span = home;
    for (const struct cs_profile *from = state->profile; from; from = from->extends) {
        const struct cs_source *source = from->source;
        if (reference.bytes < source->bytes.bytes || reference.bytes >= source->bytes.bytes + source->bytes.size)
            continue;
        span = (struct cs_span){source, (uint32_t)(reference.bytes - source->bytes.bytes), 0};
        span.end = span.start + (uint32_t)reference.size;
    }
    cs_report(job, CS_MESSAGE_UNKNOWN_FACT, span, name, guess);
}

/* Takes the words before the next reference off the front of *rest, and the reference. False, with everything as
 * words, if there is none. */
static bool take_reference(cs_text *rest, cs_text *words, cs_text *reference)
{
    ptrdiff_t at = cs_text_find(*rest, CS_TEXT("${"));
    cs_text from = at < 0 ? (cs_text){0} : cs_text_skip(*rest, (size_t)at);
    ptrdiff_t end = at < 0 ? -1 : cs_text_find(from, CS_TEXT("}"));
    *words = *rest;
    if (end < 0)
        return false;
    words->size = (size_t)at;
    *reference = (cs_text){from.bytes, (size_t)end + 1};
    *rest = cs_text_skip(from, reference->size);
    return true;
}

static cs_text name_in(cs_text reference)
{
    return (cs_text){reference.bytes + 2, reference.size - 3};
}

/* Bytes after which a text is no longer filled in: by then it exceeds a cell, which is reported; and bytes of all
 * facts filled in in a file. They stop a line, or evidence, that names a fact a thousand times. */
enum { MOST_IN_TEXT = 4 * CS_CELL_UNITS, MOST_IN_ALL = 8 << 20 };

cs_text cs_facts_in(struct cs_job *job, const struct cs_profile *profile, cs_text text, enum cs_language language)
{
    struct cs_buf out = {0};
    cs_text words, reference;
    while (take_reference(&text, &words, &reference)) {
        const struct cs_fact *fact = look_up(profile, name_in(reference));
        cs_buf_add(&out, words);
        if (fact && out.size < MOST_IN_TEXT)
            add_fact(&out, fact, language);
        else
            cs_buf_add(&out, reference);
    }
    cs_buf_add(&out, words);
    return cs_buf_take(&job->arena, &out);
}

size_t cs_facts_head(const struct cs_profile *profile, cs_text text, enum cs_language language, size_t size)
{
    struct cs_buf out = {0};
    cs_text rest = text, words, reference;
    size_t head = 0, before = 0; /* in the text, and in the result */
    while (before < size && take_reference(&rest, &words, &reference)) {
        const struct cs_fact *fact = look_up(profile, name_in(reference));
        cs_buf_clear(&out);
        if (fact)
            add_fact(&out, fact, language);
        if (before + words.size >= size)
            break;
        before += words.size + (fact ? out.size : reference.size);
        head = (size_t)(reference.bytes - text.bytes) + reference.size;
    }
    cs_buf_free(&out);
    return before <= size ? head + (size - before) : 0;
}

/* Fills in one text. True, with *text replaced, if it named a fact. */
static bool fill_text(struct profile_reader *state, struct cs_span home, cs_text *text, enum cs_language language)
{
    cs_text rest = *text, words, reference;
    bool names_one = false;
    for (; take_reference(&rest, &words, &reference); names_one = true) {
        struct cs_fact *fact = look_up(state->profile, name_in(reference));
        if (fact)
            fact->uses++;
        else
            report_unknown(state, home, reference, name_in(reference));
    }
    if (!names_one || state->filled > MOST_IN_ALL)
        return false;
    *text = cs_facts_in(state->reader.job, state->profile, *text, language);
    state->filled += text->size;
    if (state->filled > MOST_IN_ALL)
        cs_report(state->reader.job, CS_MESSAGE_FACTS_TOO_LARGE, home, (cs_text){0});
    return true;
}

static const struct cs_words *fill_words_ref(struct profile_reader *state, const struct cs_answer *answer,
                                             const struct cs_words *words)
{
    struct cs_words filled = words ? *words : (struct cs_words){0};
    bool changed = false;
    for (int language = 0; language < CS_LANGUAGES; language++)
        changed |= fill_text(state, answer->key, &filled.in[language], (enum cs_language)language);
    if (!changed)
        return words;
    struct cs_words *copy = cs_alloc(&state->reader.job->arena, sizeof *copy);
    *copy = filled;
    return copy;
}

static bool fill_evidence(struct profile_reader *state, const struct cs_answer *answer, struct cs_answer *filled)
{
    struct cs_evidence *evidence = cs_alloc_array(&state->reader.job->arena, answer->evidence_count, sizeof *evidence);
    bool changed = false;
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        evidence[i] = answer->evidence[i];
        changed |= fill_text(state, answer->key, &evidence[i].title, state->profile->language);
        changed |= fill_text(state, answer->key, &evidence[i].address, state->profile->language);
    }
    if (changed)
        filled->evidence = evidence;
    return changed;
}

/* Fills in an answer's texts; a copy that differs goes to *filled. */
static bool fill_answer(struct profile_reader *state, const struct cs_answer *answer, struct cs_answer *filled)
{
    enum cs_language language = state->profile->language;
    bool changed = false;
    *filled = *answer;
    changed |= fill_text(state, answer->key, &filled->value.written, language);
    changed |= fill_text(state, answer->key, &filled->detail, language);
    changed |= fill_text(state, answer->key, &filled->by, language);
    if (answer->evidence_count)
        changed |= fill_evidence(state, answer, filled);
    for (int i = 0; i < CS_LANGUAGES; i++)
        changed |= fill_text(state, answer->key, &filled->remark.in[i], (enum cs_language)i);
    filled->for_nda = fill_words_ref(state, answer, answer->for_nda);
    filled->for_insiders = fill_words_ref(state, answer, answer->for_insiders);
    changed |= filled->for_nda != answer->for_nda || filled->for_insiders != answer->for_insiders;
    return changed;
}

static void fill_parts(struct profile_reader *state, struct cs_answer *answer)
{
    struct cs_answer *parts = cs_alloc_array(&state->reader.job->arena, answer->part_count, sizeof *parts);
    bool changed = false;
    for (uint32_t i = 0; i < answer->part_count; i++)
        changed |= fill_answer(state, &answer->parts[i], &parts[i]);
    if (!changed)
        return;
    cs_answer_keep_raw(state->reader.job, answer);
    answer->parts = parts;
}

/* Fills in the preface. An inherited preface stays as written, since its facts may be different ones there. */
static void fill_preface(struct profile_reader *state)
{
    struct cs_profile *profile = state->profile;
    const struct cs_node *key = cs_map_key(state->root, "note");
    struct cs_span home = cs_node_span(state->reader.source, key ? key : state->root->first);
    cs_text *notes = cs_alloc_array(&state->reader.job->arena, profile->note_count, sizeof *notes);
    cs_text contact = profile->contact;
    for (uint32_t i = 0; i < profile->note_count; i++) {
        notes[i] = profile->notes[i];
        fill_text(state, home, &notes[i], profile->language);
    }
    key = cs_map_key(state->root, "contact");
    fill_text(state, cs_node_span(state->reader.source, key ? key : state->root->first), &contact, profile->language);
    if (state->extended_by)
        return;
    profile->notes = notes;
    profile->contact = contact;
}

/* Reports facts of this file that nobody uses, but not those of the extended profile. */
static void report_unused(struct profile_reader *state)
{
    for (uint32_t i = 0; i < state->profile->fact_count; i++)
        if (state->profile->facts[i].uses == 0)
            cs_report(state->reader.job, CS_MESSAGE_UNUSED_FACT, state->profile->facts[i].span,
                      state->profile->facts[i].name);
}

/* True if any of the files contains ${: most do not, and their answers need not be searched. */
static bool names_facts(const struct cs_profile *profile)
{
    for (; profile; profile = profile->extends)
        if (cs_text_find(profile->source->bytes, CS_TEXT("${")) >= 0)
            return true;
    return false;
}

void cs_fill_facts(struct profile_reader *state)
{
    struct cs_job *job = state->reader.job;
    bool any = names_facts(state->profile);
    for (uint32_t i = 0; i < state->profile->sheet_count && any; i++) {
        struct cs_answers *sheet = &state->profile->sheets[i];
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++) {
            struct cs_answer *answer = &sheet->by_item[item], filled;
            if (!answer->key.source)
                continue;
            if (fill_answer(state, answer, &filled)) {
                cs_answer_keep_raw(job, answer);
                filled.raw = answer->raw;
                *answer = filled;
            }
            if (answer->part_count)
                fill_parts(state, answer);
        }
    }
    fill_preface(state);
    if (!state->extended_by)
        report_unused(state);
}
