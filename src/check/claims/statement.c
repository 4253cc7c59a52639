/* Statements: what an answer states, about what, and where. */
#include "check/claims/statement.h"
#include "base/job.h"
#include "base/control.h"

struct cs_statement cs_statement_of(const struct cs_profile *profile, const struct cs_answers *sheet,
                                    const struct cs_answer *answer)
{
    const struct cs_profile *from = profile;
    while (from->extends && !cs_text_equal(from->source->path, answer->key.source->path))
        from = from->extends;
    return (struct cs_statement){
        .profile = from, .catalog = sheet->catalog, .item = &sheet->catalog->items[answer->item], .answer = answer};
}

enum { TEXTS = 2 + CS_LANGUAGES };

/* The texts of an answer, by index. */
static cs_text text_at(const struct cs_answer *answer, size_t index)
{
    return index == 0 ? answer->value.written : index == 1 ? answer->detail : answer->remark.in[index - 2];
}

static bool is_within(cs_text words, cs_text all)
{
    return words.bytes >= all.bytes && words.bytes + words.size <= all.bytes + all.size;
}

/* True for a question that asks for a value, so that no keyword is needed in the answer. */
static bool asks_value(const struct cs_item *item)
{
    return item->kind != CS_KIND_MARK && !cs_kind_is_yes_no(item->kind) && item->kind != CS_KIND_CHOICE;
}

static bool says_none(cs_text text)
{
    static const cs_text nones[] = {CS_LITERAL("なし"),   CS_LITERAL("無し"), CS_LITERAL("無"),
                                    CS_LITERAL("なし。"), CS_LITERAL("None"), CS_LITERAL("none")};
    for (size_t i = 0; i < sizeof nones / sizeof *nones; i++)
        if (cs_text_equal(text, nones[i]))
            return true;
    return false;
}

static void add_reading(struct cs_readings *readings, cs_text words, uint32_t named)
{
    readings->at[readings->count++] = (struct cs_reading){.words = words, .named = named};
}

static bool is_plain(const struct cs_statement *statement)
{
    enum cs_state state = statement->answer->state;
    return (state == CS_STATE_OK || state == CS_STATE_NG) && !asks_value(statement->item) &&
           statement->answer->state_span.source;
}

uint32_t cs_statement_place_asked(const struct cs_statement *statement)
{
    uint32_t asked = cs_reading_named(cs_words_in(statement->item->ask, CS_JA), CS_MEASURE_COUNTRY);
    bool yes = statement->answer->state == CS_STATE_OK;
    if (!is_plain(statement))
        return 0;
    if (asked & CS_PLACE_HOME)
        return yes ? CS_PLACE_HOME : CS_PLACE_ABROAD;
    return asked & CS_PLACE_ABROAD ? (yes ? CS_PLACE_ABROAD : CS_PLACE_HOME) : 0;
}

/* Adds what a mere yes or no states. */
static void read_state(struct cs_statement *statement, enum cs_measure measure)
{
    enum { THERE_IS = 1u << 1, THERE_IS_NOT = 1u << 2 };
    const struct cs_answer *answer = statement->answer;
    uint32_t named = 0;
    if (!is_plain(statement))
        return;
    if (measure == CS_MEASURE_VIRUS_PROTECTION)
        named = answer->state == CS_STATE_OK ? THERE_IS : THERE_IS_NOT;
    else if (measure == CS_MEASURE_SERVER_CERTIFICATE && answer->state == CS_STATE_NG)
        named = THERE_IS_NOT; /* ○ may be by other means */
    else if (measure == CS_MEASURE_COUNTRY)
        named = cs_statement_place_asked(statement);
    else if (measure == CS_MEASURE_CERTIFICATION && answer->state == CS_STATE_NG)
        named = CS_NO_CERTIFICATION;
    if (named)
        add_reading(&statement->readings, cs_span_text(answer->state_span), named);
}

void cs_statement_read(struct cs_statement *statement, enum cs_measure measure)
{
    const struct cs_answer *answer = statement->answer;
    struct cs_readings *readings = &statement->readings;
    bool asked = asks_value(statement->item);
    readings->count = 0;
    if (answer->value.none || (asked && says_none(answer->value.written))) {
        add_reading(readings, answer->value.written, 0);
        return;
    }
    cs_reading_find(answer->value.written, measure, asked, readings);
    if (readings->count == 0)
        cs_reading_find(answer->detail, measure, true, readings);
    for (int language = 0; language < CS_LANGUAGES && readings->count == 0; language++)
        cs_reading_find(answer->remark.in[language], measure, false, readings);
    if (readings->count == 0)
        read_state(statement, measure);
}

bool cs_statement_is_none(const struct cs_statement *statement)
{
    const struct cs_reading *only = statement->readings.at;
    return statement->readings.count == 1 && !only->named && !(only->amount > 0);
}

/* The words from the one to the other, where they stand close together in one text; else those of the other. */
static cs_text words_of_both(const struct cs_answer *answer, cs_text one, cs_text other)
{
    enum { FARTHEST = 96 };
    for (size_t i = 0; i < TEXTS; i++) {
        cs_text text = text_at(answer, i);
        if (!text.size || !is_within(one, text) || !is_within(other, text))
            continue;
        const char *start = one.bytes < other.bytes ? one.bytes : other.bytes;
        const char *end = one.bytes < other.bytes ? other.bytes + other.size : one.bytes + one.size;
        return end - start <= FARTHEST ? (cs_text){start, (size_t)(end - start)} : other;
    }
    return other;
}

void cs_statement_add_reach(struct cs_statement *statement)
{
    struct cs_statement interval = *statement, generations = *statement;
    struct cs_readings *readings = &statement->readings;
    cs_statement_read(&interval, CS_MEASURE_BACKUP_INTERVAL);
    cs_statement_read(&generations, CS_MEASURE_GENERATIONS);
    for (uint32_t i = 0; i < interval.readings.count; i++)
        for (uint32_t k = 0; k < generations.readings.count && readings->count < CS_MOST_READINGS; k++) {
            const struct cs_reading *each = &interval.readings.at[i], *many = &generations.readings.at[k];
            struct cs_reading *reach = &readings->at[readings->count];
            *reach = (struct cs_reading){.bound = CS_ABOUT, .amount = each->amount * many->amount};
            reach->words = words_of_both(statement->answer, each->words, many->words);
            readings->count += reach->amount > 0;
        }
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static struct cs_span span_in(const struct cs_source *source, cs_text words)
{
    uint32_t start = (uint32_t)(words.bytes - source->bytes.bytes);
    return (struct cs_span){source, start, start + (uint32_t)words.size};
}

/* The line of a text that contains words. */
static cs_text line_of(cs_text text, cs_text words)
{
    const char *start = words.bytes, *end = words.bytes + words.size;
    while (start > text.bytes && start[-1] != '\n')
        start--;
    while (end < text.bytes + text.size && *end != '\n')
        end++;
    return (cs_text){start, (size_t)(end - start)};
}

/* Locates words of a text joined from lines: on the same line of the file. */
static struct cs_span find_line(const struct cs_statement *statement, cs_text text, cs_text words)
{
    enum {
        INDENTS = 4096 /* room for what precedes the text, and for the indentation of its lines */,
        LONGEST = 16384
    };
    struct cs_span key = statement->answer->key;
    if (text.size > LONGEST)
        return key; /* it would be searched again for each finding */
    cs_text line = line_of(text, words), file = cs_text_skip(key.source->bytes, key.end);
    if (file.size > text.size * 2 + INDENTS)
        file.size = text.size * 2 + INDENTS;
    ptrdiff_t at = cs_text_find(file, line);
    if (at < 0)
        return key;
    return span_in(key.source, (cs_text){file.bytes + at + (words.bytes - line.bytes), words.size});
}

/* Finds the words in the text before facts were filled in, unless they are from a fact. */
static struct cs_span find_raw(const struct cs_statement *statement, size_t index, cs_text words)
{
    const struct cs_answer *raw = statement->answer->raw;
    cs_text text = text_at(raw, index);
    ptrdiff_t at = cs_text_find(text, words);
    if (at < 0)
        return raw->key;
    cs_text found = {text.bytes + at, words.size};
    return is_within(found, raw->key.source->bytes) ? span_in(raw->key.source, found)
                                                    : find_line(statement, text, found);
}

struct cs_span cs_statement_place(const struct cs_statement *statement, cs_text words)
{
    const struct cs_answer *answer = statement->answer;
    const struct cs_source *source = answer->key.source;
    if (is_within(words, source->bytes))
        return span_in(source, words);
    for (size_t i = 0; i < TEXTS; i++) {
        cs_text text = text_at(answer, i);
        if (text.size && is_within(words, text))
            return answer->raw ? find_raw(statement, i, words) : find_line(statement, text, words);
    }
    return answer->key;
}

/* --- what they are about ------------------------------------------------------------------------------------------ */

bool cs_statement_is(const struct cs_statement *a, const struct cs_statement *b)
{
    struct cs_span x = a->answer->key, y = b->answer->key;
    return x.start == y.start && cs_text_equal(x.source->path, y.source->path);
}

bool cs_statement_are_parts(const struct cs_statement *a, const struct cs_statement *b)
{
    return a->item == b->item && a->answer->product.size && b->answer->product.size &&
           cs_text_equal(a->answer->key.source->path, b->answer->key.source->path);
}

void cs_allowances_met(const struct cs_allowances *allows)
{
    for (uint32_t i = 0; i < allows->count; i++)
        allows->at[i].compared = true;
}

void cs_statement_met(const struct cs_statement *a, const struct cs_statement *b)
{
    cs_allowances_met(&a->answer->allows);
    cs_allowances_met(&b->answer->allows);
}

static bool is_other(struct cs_job *job, cs_text a, cs_text b)
{
    return !cs_text_equal(a, b) && !cs_text_equal(cs_text_fold(&job->arena, a), cs_text_fold(&job->arena, b));
}

static bool is_extended_by(const struct cs_profile *one, const struct cs_profile *other)
{
    for (const struct cs_profile *at = other->extends; at; at = at->extends)
        if (cs_text_equal(at->source->path, one->source->path))
            return true;
    return false;
}

/* A statement about the company as a whole covers each of its services: then an exception for this one is no
 * contradiction. */
enum cs_scope cs_statement_scope(struct cs_job *job, const struct cs_statement *a, const struct cs_statement *b)
{
    const struct cs_profile *one = a->profile, *other = b->profile;
    /* a company's sheet and that of its service */
    bool includes = is_extended_by(one, other) || is_extended_by(other, one);
    if (!includes && one->service.size && other->service.size && is_other(job, one->service, other->service))
        return CS_SCOPE_SERVICE;
    if (a->answer->part_count || b->answer->part_count || is_other(job, a->answer->product, b->answer->product))
        return CS_SCOPE_PRODUCT;
    if (is_other(job, a->answer->by, b->answer->by))
        return CS_SCOPE_PARTY;
    return a->answer->audience == b->answer->audience ? CS_SCOPE_SAME : CS_SCOPE_AUDIENCE;
}

cs_text cs_statement_text(struct cs_job *job, const struct cs_statement *statement, cs_text words)
{
    bool japanese = job->messages == CS_JA;
    struct cs_buf text = {0};
    cs_buf_add(&text, cs_catalog_item_name(job, statement->catalog, statement->item));
    cs_buf_add(&text, japanese ? CS_TEXT("「") : CS_TEXT(" '"));
    cs_buf_add(&text, cs_text_trim(words));
    cs_buf_add(&text, japanese ? CS_TEXT("」") : CS_TEXT("'"));
    return cs_buf_take(&job->arena, &text);
}

cs_text cs_place_text(struct cs_job *job, struct cs_span span)
{
    struct cs_place place = cs_source_place(span.source, span.start);
    struct cs_buf text = {0};
    cs_buf_add_name(&text, span.source->path);
    cs_buf_print(&text, ":%u:%u", (unsigned)place.line, (unsigned)place.column);
    return cs_buf_take(&job->arena, &text);
}
