/* JUnit XML: a suite for each catalog that a file answers, a test for each question, so that a dashboard shows the
 * state of the sheet. An open question is skipped. Findings about the file as a whole are in a test named "file". */
#include "base/job.h"
#include "base/ascii.h"
#include "checksheet/report.h"
#include "base/escape.h"
#include "report/reporters.h"

#include <string.h>

/* The suite being written, with the findings about each question. */
struct suite {
    const struct cs_reporting *reporting;
    const struct cs_reported_now *now;
    const struct cs_reported_file *file;
    const struct cs_catalog *catalog; /* NULL: the file could not be loaded, or is only referred to */
    const struct cs_answers *answers; /* NULL: a catalog file */
    uint32_t *first;                  /* by item: index of a finding plus one; 0 if none. After the items: the file's */
    uint32_t *next;                   /* by finding: the next one about the same question, in the same form */
    struct cs_reported_tally tally;
    struct cs_buf cases;
};

/* --- XML ------------------------------------------------------------------------------------------------------- */

static const char *instead_of(char byte)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return (unsigned char)byte < ' ' ? " " : NULL; /* in a path; XML cannot represent it */
    }
}

/* Adds a text of one line as content or attribute value. */
static void add_xml(struct cs_buf *out, cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char *instead = instead_of(text.bytes[i]);
        if (instead)
            cs_buf_add(out, cs_text_of(instead));
        else
            cs_buf_add_byte(out, text.bytes[i]);
    }
}

static void add_attribute(struct cs_buf *out, const char *name, cs_text value)
{
    cs_buf_add_byte(out, ' ');
    cs_buf_add(out, cs_text_of(name));
    cs_buf_add(out, CS_TEXT("=\""));
    add_xml(out, value);
    cs_buf_add_byte(out, '"');
}

static void add_tally(struct cs_buf *out, const struct cs_reported_tally *tally, bool of_suite)
{
    cs_buf_print(out, " tests=\"%u\" failures=\"%u\"%s skipped=\"%u\"%s", (unsigned)tally->tests,
                 (unsigned)tally->failures, of_suite ? " errors=\"0\"" : "", (unsigned)tally->skipped,
                 of_suite ? " time=\"0\"" : "");
}

static void add_to(struct cs_reported_tally *all, const struct cs_reported_tally *some)
{
    all->tests += some->tests;
    all->failures += some->failures;
    all->skipped += some->skipped;
}

/* --- a test ---------------------------------------------------------------------------------------------------- */

static const struct cs_reported *reported_at(const struct suite *suite, uint32_t index_plus_one)
{
    return index_plus_one ? &suite->file->reported[index_plus_one - 1] : NULL;
}

/* The first finding in a list that fails its test; NULL if there is none. */
static const struct cs_reported *failure_in(const struct suite *suite, uint32_t at)
{
    for (; at; at = suite->next[at - 1])
        if (reported_at(suite, at)->finding->severity >= suite->reporting->run.fails)
            return reported_at(suite, at);
    return NULL;
}

/* Adds the first lines of a list's findings, as in the text report. */
static void add_lines(struct suite *suite, uint32_t at)
{
    for (; at; at = suite->next[at - 1]) {
        struct cs_buf line = {0}, proper = {0};
        cs_report_line(reported_at(suite, at)->finding, reported_at(suite, at)->range.start, false, &line);
        cs_escape_invalid(&proper, cs_text_trim(cs_buf_text(&line)));
        add_xml(&suite->cases, cs_buf_text(&proper));
        if (suite->next[at - 1])
            cs_buf_add_byte(&suite->cases, '\n');
        cs_buf_free(&line);
        cs_buf_free(&proper);
    }
}

/* Writes the content of a test, and closes it. */
static void end_case(struct suite *suite, uint32_t findings, bool open_question)
{
    struct cs_buf *out = &suite->cases;
    const struct cs_reported *failure = failure_in(suite, findings);
    enum cs_language language = cs_job_messages(suite->reporting->job);
    suite->tally.tests++;
    suite->tally.failures += failure != NULL;
    suite->tally.skipped += !failure && open_question;
    if (!failure && !open_question && findings == 0) {
        cs_buf_add(out, CS_TEXT("/>\n"));
        return;
    }
    cs_buf_add_byte(out, '>');
    if (failure) {
        cs_buf_add(out, CS_TEXT("\n      <failure"));
        add_attribute(out, "type", cs_rule_slug(failure->finding->rule));
        add_attribute(out, "message", failure->finding->message);
        cs_buf_add_byte(out, '>');
        add_lines(suite, findings);
        cs_buf_add(out, CS_TEXT("</failure>"));
    } else if (open_question) {
        cs_buf_add(out, CS_TEXT("<skipped"));
        add_attribute(out, "message", cs_state_label(CS_STATE_NONE, language));
        cs_buf_add(out, CS_TEXT("/>"));
    }
    if (!failure && findings) {
        cs_buf_add(out, CS_TEXT("\n      <system-out>"));
        add_lines(suite, findings);
        cs_buf_add(out, CS_TEXT("</system-out>"));
    }
    cs_buf_add(out, CS_TEXT("</testcase>\n"));
}

static void add_place(struct suite *suite, cs_text path, uint32_t line)
{
    add_attribute(&suite->cases, "file", path);
    cs_buf_print(&suite->cases, " line=\"%u\"", (unsigned)line);
}

/* Adds the location of a question's answer, or of the first failure in it; nothing if there is neither. */
static void add_place_of(struct suite *suite, struct cs_span key, uint32_t findings)
{
    const struct cs_reported *at = failure_in(suite, findings);
    struct cs_buf path = {0};
    if (!at)
        at = reported_at(suite, findings);
    if (at) {
        add_place(suite, suite->file->path, at->range.start.line);
    } else if (key.source) {
        cs_escape_invalid(&path, key.source->path);
        add_place(suite, cs_buf_text(&path), cs_source_place(key.source, key.start).line);
    }
    cs_buf_free(&path);
}

/* A catalog without an id has been reported; its tests need a class all the same. */
static cs_text class_of(const struct cs_catalog *catalog)
{
    return catalog && catalog->id.size ? catalog->id : CS_TOOL_NAME;
}

/* METI.6: the catalog and the number of the chapter, or its title if it has none. */
static void add_class(struct suite *suite, const struct cs_item *item)
{
    const struct cs_catalog *catalog = suite->catalog;
    struct cs_buf name = {0};
    cs_buf_add(&name, class_of(catalog));
    uint32_t section = item->section;
    while (section != CS_NO_SECTION && catalog->sections[section].parent != CS_NO_SECTION)
        section = catalog->sections[section].parent;
    if (section != CS_NO_SECTION) {
        cs_text title = cs_words_in(&catalog->sections[section].title, cs_job_messages(suite->reporting->job));
        const char *blank = title.size ? memchr(title.bytes, ' ', title.size) : NULL;
        if (blank && cs_is_digit(title.bytes[0]))
            title.size = (size_t)(blank - title.bytes);
        cs_buf_add_byte(&name, '.');
        cs_buf_add(&name, title);
    }
    add_attribute(&suite->cases, "classname", cs_buf_text(&name));
    cs_buf_free(&name);
}

/* METI 6-8 バックアップの取得 */
static void add_name(struct suite *suite, const struct cs_item *item)
{
    enum cs_language language = cs_job_messages(suite->reporting->job);
    cs_text title = cs_words_in(item->name, language);
    struct cs_buf name = {0};
    cs_buf_add(&name, cs_catalog_item_name(suite->now->job, suite->catalog, item));
    cs_buf_add_byte(&name, ' ');
    cs_buf_add(&name, title.size ? title : cs_words_in(item->ask, language));
    add_attribute(&suite->cases, "name", cs_text_trim(cs_buf_text(&name)));
    cs_buf_free(&name);
}

static void add_item_case(struct suite *suite, uint32_t index)
{
    const struct cs_item *item = &suite->catalog->items[index];
    const struct cs_answer *answer = suite->answers ? &suite->answers->by_item[index] : NULL;
    bool open_question = answer && answer->state == CS_STATE_NONE && answer->part_count == 0 && !answer->broken &&
                         cs_answers_ask(suite->answers, item);
    cs_buf_add(&suite->cases, CS_TEXT("    <testcase"));
    add_class(suite, item);
    add_name(suite, item);
    add_place_of(suite, answer ? answer->key : item->span, suite->first[index]);
    cs_buf_add(&suite->cases, CS_TEXT(" time=\"0\""));
    end_case(suite, suite->first[index], open_question);
}

static void add_file_case(struct suite *suite, uint32_t findings)
{
    cs_buf_add(&suite->cases, CS_TEXT("    <testcase"));
    add_attribute(&suite->cases, "classname", class_of(suite->catalog));
    add_attribute(&suite->cases, "name", CS_TEXT("file"));
    add_place_of(suite, (struct cs_span){suite->now->file->source, 0, 0}, findings);
    cs_buf_add(&suite->cases, CS_TEXT(" time=\"0\""));
    end_case(suite, findings, false);
}

/* --- a suite --------------------------------------------------------------------------------------------------- */

static bool has_suite(const struct cs_report_file *file, const struct cs_catalog *catalog)
{
    bool found = catalog && file->catalog == catalog;
    for (uint32_t i = 0; file->sheets && i < file->sheet_count && !found; i++)
        found = catalog && file->sheets[i].catalog == catalog;
    return found;
}

/* Lists the findings of each question, followed by those of the file. */
static void list_findings(struct suite *suite)
{
    struct cs_arena *arena = &suite->now->job->arena;
    uint32_t items = suite->catalog ? suite->catalog->item_count : 0;
    suite->first = cs_alloc_array(arena, items + 1, sizeof *suite->first);
    suite->next = cs_alloc_array(arena, suite->file->count, sizeof *suite->next);
    for (uint32_t i = suite->file->count; i > 0; i--) {
        struct cs_question question = suite->now->questions[i - 1];
        uint32_t list = question.item;
        if (!has_suite(suite->now->file, question.catalog))
            list = items;
        else if (question.catalog != suite->catalog)
            continue;
        suite->next[i - 1] = suite->first[list];
        suite->first[list] = i;
    }
}

static void add_suite(const struct cs_reporting *reporting, const struct cs_reported_now *now,
                      struct cs_reported_file *file, const struct cs_answers *answers, bool with_file,
                      struct cs_buf *out)
{
    const struct cs_catalog *catalog = answers ? answers->catalog : now->file->catalog;
    struct suite suite = {.reporting = reporting, .now = now, .file = file, .catalog = catalog, .answers = answers};
    struct cs_buf name = {0};
    list_findings(&suite);
    for (uint32_t i = 0; catalog && i < catalog->item_count; i++)
        add_item_case(&suite, i);
    if (with_file)
        add_file_case(&suite, suite.first[catalog ? catalog->item_count : 0]);
    cs_buf_add(&name, file->path);
    if (catalog && catalog->id.size) {
        cs_buf_add_byte(&name, ' ');
        cs_buf_add(&name, catalog->id);
    }
    cs_buf_add(out, CS_TEXT("  <testsuite"));
    add_attribute(out, "name", cs_buf_text(&name));
    add_tally(out, &suite.tally, true);
    cs_buf_add(out, CS_TEXT(">\n"));
    cs_buf_add(out, cs_buf_text(&suite.cases));
    cs_buf_add(out, CS_TEXT("  </testsuite>\n"));
    add_to(&file->tally, &suite.tally);
    out->failed = out->failed || suite.cases.failed;
    cs_buf_free(&suite.cases);
    cs_buf_free(&name);
}

void cs_report_suites(const struct cs_reporting *reporting, const struct cs_reported_now *now,
                      struct cs_reported_file *file)
{
    struct cs_buf suites = {0};
    if (now->file->sheet_count == 0)
        add_suite(reporting, now, file, NULL, true, &suites);
    for (uint32_t k = 0; k < now->file->sheet_count; k++)
        add_suite(reporting, now, file, &now->file->sheets[k], k == 0, &suites);
    file->suites = cs_buf_take(&reporting->job->arena, &suites);
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    struct cs_reported_tally all = {0};
    for (uint32_t i = 0; i < reporting->file_count; i++)
        add_to(&all, &reporting->files[i].tally);
    cs_buf_add(out, CS_TEXT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"));
    add_attribute(out, "name", CS_TOOL_NAME);
    add_tally(out, &all, false);
    cs_buf_add(out, CS_TEXT(">\n"));
    for (uint32_t i = 0; i < reporting->file_count; i++)
        cs_buf_add(out, reporting->files[i].suites);
    cs_buf_add(out, CS_TEXT("</testsuites>\n"));
}

const struct cs_reporter cs_reporter_junit = {.name = CS_LITERAL("junit"), .has_tests = true, .write = write};
