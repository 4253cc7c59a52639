/* Reporting: findings with texts from the message table. */
#include "base/report.h"
#include "base/sink.h"
#include "base/control.h"

struct message {
    cs_rule rule;
    /* arguments from 1: the fix replaces the one by the other; 0: no fix that a program can apply */
    uint8_t wrong, meant;
    cs_text words[CS_LANGUAGES], hint[CS_LANGUAGES];
};

#undef CS_CURED
#undef CS_MESSAGE
#define CS_CURED(symbol, rule, wrong, meant, ja, en, ja_hint, en_hint)                                                 \
    {CS_RULE_##rule, wrong, meant, {CS_LITERAL(ja), CS_LITERAL(en)}, {CS_LITERAL(ja_hint), CS_LITERAL(en_hint)}},
#define CS_MESSAGE(symbol, rule, ja, en, ja_hint, en_hint) CS_CURED(symbol, rule, 0, 0, ja, en, ja_hint, en_hint)

static const struct message base[] = {
#include "base/messages.def"
};
static const struct message yaml[] = {
#include "base/messages_yaml.def"
};
static const struct message load[] = {
#include "base/messages_load.def"
};
static const struct message check[] = {
#include "base/messages_check.def"
};
static const struct message read[] = {
#include "base/messages_read.def"
};
static const struct message fill[] = {
#include "base/messages_fill.def"
};

static const struct message *const sets[CS_MESSAGE_SETS] = {
    [CS_MESSAGES_OF_BASE] = base,   [CS_MESSAGES_OF_YAML] = yaml, [CS_MESSAGES_OF_LOAD] = load,
    [CS_MESSAGES_OF_CHECK] = check, [CS_MESSAGES_OF_READ] = read, [CS_MESSAGES_OF_FILL] = fill};

/* a message is its set, and its row in one byte */
enum { ROWS = 256 };
_Static_assert(sizeof base <= ROWS * sizeof *base && sizeof yaml <= ROWS * sizeof *yaml, "rows of a set");
_Static_assert(sizeof load <= ROWS * sizeof *load && sizeof check <= ROWS * sizeof *check, "rows of a set");
_Static_assert(sizeof read <= ROWS * sizeof *read && sizeof fill <= ROWS * sizeof *fill, "rows of a set");

static const struct message *message_of(cs_message message)
{
    return &sets[message / ROWS][message % ROWS];
}

cs_rule cs_message_rule(cs_message message)
{
    return message_of(message)->rule;
}

static bool is_shown_as_is(cs_text value)
{
    for (size_t plain; (plain = cs_plain_size(value)) < value.size;) {
        value = cs_text_skip(value, plain);
        uint32_t point = cs_text_next(&value);
        if (point == 0xfffd || cs_is_control(point))
            return false;
    }
    return true;
}

/* A text from a file for use in a message: control characters become spaces, so that the message stays on one line
 * and cannot control the terminal; a byte that is not UTF-8 becomes U+FFFD. The text itself if it contains neither. */
static cs_text shown(struct cs_arena *arena, cs_text value)
{
    struct cs_buf out = {0};
    if (is_shown_as_is(value))
        return value;
    for (cs_text rest = value; rest.size;) {
        cs_text before = rest;
        uint32_t point = cs_text_next(&rest);
        if (cs_is_control(point))
            cs_buf_add_byte(&out, ' ');
        else if (point == 0xfffd)
            cs_buf_add(&out, CS_TEXT("\xef\xbf\xbd"));
        else
            cs_buf_add(&out, (cs_text){before.bytes, before.size - rest.size});
    }
    return cs_buf_take(arena, &out);
}

/* The probable intended text of a span: the span with the wrong word replaced by the guess. Empty if there is no
 * guess, or the span does not contain the word literally. */
static cs_text instead_of(struct cs_job *job, const struct message *message, struct cs_span span,
                          const cs_text arguments[4])
{
    if (message->meant == 0)
        return (cs_text){0};
    cs_text all = cs_span_text(span), wrong = arguments[message->wrong - 1];
    cs_text meant = arguments[message->meant - 1];
    ptrdiff_t before = wrong.size ? cs_text_find(all, wrong) : -1;
    if (before < 0 || meant.size == 0)
        return (cs_text){0};
    struct cs_buf instead = {0};
    cs_buf_add(&instead, (cs_text){all.bytes, (size_t)before});
    cs_buf_add(&instead, meant);
    cs_buf_add(&instead, cs_text_skip(all, (size_t)before + wrong.size));
    return cs_buf_take(&job->arena, &instead);
}

/* Counts a finding of a rule in its line; true for one to be dropped. After the last one that is kept the counting
 * begins. */
static bool is_too_many(struct cs_job *job, cs_rule rule, struct cs_span span, struct cs_more **more)
{
    struct cs_line_count *count = &job->sink->lines[rule];
    uint32_t line = cs_source_line_at(span.source, span.start);
    if (count->source != span.source || count->line != line)
        *count = (struct cs_line_count){span.source, line, 0, NULL};
    count->count++;
    if (count->count == CS_MOST_IN_LINE)
        *more = count->more = cs_alloc(&job->arena, sizeof **more);
    if (count->count <= CS_MOST_IN_LINE)
        return false;
    count->more->count++;
    return true;
}

/* Adds the directory in front of a file's name, for programs other than this one. */
static void add_directory(struct cs_buf *out, cs_text directory, cs_text file)
{
    if (directory.size == 0 || cs_text_starts(file, CS_TEXT("/")) || cs_text_equal(file, CS_TEXT("-")))
        return;
    cs_buf_add_word(out, directory);
    cs_buf_add(out, cs_text_ends(directory, CS_TEXT("/")) ? (cs_text){0} : CS_TEXT("/"));
}

/* Fills in a message. In it, {C} begins a command of this program, and {D} stands before a file in that of another one,
 * so that both work where the program was started. */
static bool fill_in(const struct cs_job *job, struct cs_buf *out, cs_text pattern, const cs_text texts[4])
{
    bool complete = true;
    size_t done = 0;
    for (size_t i = 0; i + 2 < pattern.size; i++) {
        bool is_command = cs_text_starts(cs_text_skip(pattern, i), CS_TEXT("{C}"));
        cs_text behind = cs_text_skip(pattern, i + 3);
        if (!is_command && !cs_text_starts(cs_text_skip(pattern, i), CS_TEXT("{D}")))
            continue;
        complete &= cs_buf_fill(out, (cs_text){pattern.bytes + done, i - done}, texts);
        if (is_command)
            cs_buf_add_program(out, job);
        else
            add_directory(out, job->directory, texts[behind.bytes[1] - '1']); /* {D}{1$} */
        done = i + 3;
    }
    return cs_buf_fill(out, cs_text_skip(pattern, done), texts) && complete;
}

struct cs_finding *cs_report_with(struct cs_job *job, cs_message message, struct cs_span span,
                                  const cs_text arguments[4])
{
    const struct message *row = message_of(message);
    struct cs_buf words = {0}, hint = {0};
    cs_text filled[4];
    struct cs_more *more = NULL;
    if (span.source && is_too_many(job, row->rule, span, &more)) {
        struct cs_finding *dropped = cs_sink_next(job);
        job->sink->faults += cs_rule_severity(row->rule) == CS_ERROR;
        job->sink->settled = false;
        *dropped = (struct cs_finding){.rule = row->rule, .span = span};
        return dropped; /* the next report overwrites it */
    }
    for (int i = 0; i < 4; i++)
        filled[i] = shown(&job->arena, arguments[i]);
    fill_in(job, &words, row->words[job->messages], filled);
    bool cured = fill_in(job, &hint, row->hint[job->messages], filled);

    struct cs_sink *sink = job->sink;
    struct cs_finding *finding = cs_sink_next(job);
    *finding = (struct cs_finding){
        .rule = row->rule,
        .severity = sink->severity[row->rule],
        .span = span,
        .above = UINT32_MAX,
        .message = cs_buf_take(&job->arena, &words),
        .hint = cured ? cs_buf_copy(&job->arena, &hint) : (cs_text){0},
        .instead = instead_of(job, row, span, arguments),
        .part = sink->part,
        .more = more,
        .order = sink->reported++,
    };
    cs_buf_free(&hint);
    if (more)
        more->message = finding->message;
    sink->faults += cs_rule_severity(finding->rule) == CS_ERROR;
    sink->errors += finding->severity == CS_ERROR;
    if (finding->severity == CS_OFF)
        return finding; /* the next report overwrites it */
    sink->finding_count++;
    sink->severity_count[finding->severity]++;
    sink->settled = false;
    sink->met = sink->met && cs_rule_allowed(finding->rule) == 0;
    return finding;
}
