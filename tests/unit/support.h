/* What the unit tests share: a generator that gives the same numbers in every run, text made of all kinds of
 * characters, and the short way from YAML to a model. Everything is static inline, since each test is a program of its
 * own. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/job.h"
#include "checksheet.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* False in `make quick`, where a test that sweeps over everything takes a thin slice. */
static inline bool is_thorough(void)
{
    return getenv("QUICK") == NULL;
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

/* SplitMix64: any seed does, and the same seed gives the same run. */
static inline uint64_t draw(uint64_t *seed)
{
    uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* A number below the bound. */
static inline uint32_t draw_below(uint64_t *seed, uint32_t bound)
{
    return (uint32_t)(draw(seed) % bound);
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

/* One character of each kind that has ever made a difference: half, full, ambiguous and no width; 1 to 4 bytes. */
static const char *const pool[] = {"a",  "Z",  "0",  "9",  ".",  "-",  "_", " ",      "é",      "あ",
                                   "漢", "カ", "ｶ",  "Ａ", "○",  "×",  "…", "\u0301", "\u3099", "\u200d",
                                   "𠮷", "🍣",  "　", "、", "。", "「", "①", "\u00a0"};

static inline void add_character(struct cs_buf *buf, uint64_t *seed)
{
    cs_buf_add(buf, cs_text_of(pool[draw_below(seed, COUNT(pool))]));
}

static inline void add_characters(struct cs_buf *buf, uint64_t *seed, uint32_t most)
{
    for (uint32_t left = draw_below(seed, most + 1); left > 0; left--)
        add_character(buf, seed);
}

/* Terminated, for messages; lives until the next call. */
static inline const char *shown(cs_text text)
{
    static char bytes[8][512];
    static int turn;
    char *to = bytes[turn++ % 8];
    snprintf(to, sizeof bytes[0], "%.*s", (int)text.size, text.size ? text.bytes : "");
    return to;
}

#define assert_text(actual, expected) assert_text_at((actual), (expected), __FILE__, __LINE__)

static inline void assert_text_at(cs_text actual, const char *expected, const char *file, int line)
{
    if (cs_text_equal(actual, cs_text_of(expected)))
        return;
    print_error("is      '%s'\nought   '%s'\n", shown(actual), expected);
    _fail(file, line);
}

#define assert_holds(text, part) assert_holds_at((text), (part), __FILE__, __LINE__)

static inline void assert_holds_at(cs_text text, const char *part, const char *file, int line)
{
    if (cs_text_find(text, cs_text_of(part)) >= 0)
        return;
    print_error("'%s'\nis not in\n%.*s\n", part, (int)text.size, text.size ? text.bytes : "");
    _fail(file, line);
}

#define assert_lacks(text, part) assert_lacks_at((text), (part), __FILE__, __LINE__)

static inline void assert_lacks_at(cs_text text, const char *part, const char *file, int line)
{
    if (cs_text_find(text, cs_text_of(part)) < 0)
        return;
    print_error("'%s'\nis in\n%.*s\n", part, (int)text.size, text.size ? text.bytes : "");
    _fail(file, line);
}

static inline uint32_t occurrences(cs_text text, const char *part)
{
    uint32_t count = 0;
    for (ptrdiff_t at; (at = cs_text_find(text, cs_text_of(part))) >= 0; count++)
        text = cs_text_skip(text, (size_t)at + strlen(part));
    return count;
}

/* --- jobs -------------------------------------------------------------------------------------------------------- */

static inline struct cs_job *new_job(enum cs_language language)
{
    struct cs_job_options options = {.language = language};
    struct cs_job *job = cs_job_new(&options);
    assert_non_null(job);
    return job;
}

static inline int make_job(void **state)
{
    *state = new_job(CS_JA);
    return 0;
}

static inline int free_job(void **state)
{
    cs_job_free(*state);
    return 0;
}

#define job_test(function) cmocka_unit_test_setup_teardown(function, make_job, free_job)

/* --- findings ---------------------------------------------------------------------------------------------------- */

static inline uint32_t count_rule(struct cs_job *job, cs_rule rule)
{
    uint32_t count, found = 0;
    const struct cs_finding *findings = cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        found += findings[i].rule == rule;
    return found;
}

static inline uint32_t count_findings(struct cs_job *job)
{
    uint32_t count;
    cs_findings(job, &count);
    return count;
}

/* The first finding of a rule; the test fails without one. */
static inline const struct cs_finding *finding_of(struct cs_job *job, cs_rule rule)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].rule == rule)
            return &findings[i];
    for (uint32_t i = 0; i < count; i++)
        print_error("there is only: %s\n", shown(findings[i].message));
    fail_msg("no finding [%s]", shown(cs_rule_slug(rule)));
    return NULL;
}

#define assert_no_findings(job) assert_no_findings_at((job), __FILE__, __LINE__)

static inline void assert_no_findings_at(struct cs_job *job, const char *file, int line)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    if (count == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        print_error("[%s] %s: %s\n", shown(cs_rule_slug(findings[i].rule)), shown(findings[i].message),
                    shown(findings[i].span.source->bytes));
    _fail(file, line);
}

#define assert_finding(job, rule, line, column, text)                                                                  \
    assert_finding_at((job), (rule), (line), (column), (text), __FILE__, __LINE__)

/* There is a finding of the rule at this place, and its span is this text. */
static inline void assert_finding_at(struct cs_job *job, cs_rule rule, uint32_t line, uint32_t column, const char *text,
                                     const char *file, int at)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_place place = cs_source_place(findings[i].span.source, findings[i].span.start);
        if (findings[i].rule == rule && place.line == line && place.column == column &&
            cs_text_equal(cs_span_text(findings[i].span), cs_text_of(text)))
            return;
    }
    print_error("no [%s] at %u:%u '%s'\n", shown(cs_rule_slug(rule)), line, column, text);
    if (count)
        print_error("in %s\n", shown(findings[0].span.source->bytes));
    for (uint32_t i = 0; i < count; i++) {
        struct cs_place place = cs_source_place(findings[i].span.source, findings[i].span.start);
        print_error("but [%s] at %u:%u '%s' %s\n", shown(cs_rule_slug(findings[i].rule)), place.line, place.column,
                    shown(cs_span_text(findings[i].span)), shown(findings[i].message));
    }
    _fail(file, at);
}

/* A text that gives one finding. */
struct fault {
    const char *yaml;
    cs_rule rule;
    uint32_t line, column;
    const char *text;
};

static inline void assert_fault(struct cs_job *job, const struct fault *fault)
{
    assert_finding(job, fault->rule, fault->line, fault->column, fault->text);
    if (count_findings(job) != 1)
        fail_msg("%s\ngives %u findings", fault->yaml, count_findings(job));
    cs_job_free(job);
}

/* --- models ------------------------------------------------------------------------------------------------------ */

static inline const struct cs_source *source_of(struct cs_job *job, const char *path, cs_text bytes)
{
    return cs_source_add(job, cs_text_of(path), bytes);
}

static inline const struct cs_catalog *catalog_of(struct cs_job *job, const char *yaml)
{
    return cs_load_catalog(job, source_of(job, "catalog.yaml", cs_text_of(yaml)));
}

static inline const struct cs_catalog *find_given(void *context, cs_text id, cs_text edition)
{
    (void)edition;
    const struct cs_catalog *catalog = context;
    return catalog && cs_text_equal(catalog->id, id) ? catalog : NULL;
}

static inline uint32_t ids_given(void *context, const cs_text **ids)
{
    const struct cs_catalog *catalog = context;
    *ids = catalog ? &catalog->id : NULL;
    return catalog ? 1 : 0;
}

/* A profile that finds this catalog and no other. */
static inline const struct cs_profile *profile_of(struct cs_job *job, const struct cs_catalog *catalog,
                                                  const char *yaml)
{
    struct cs_catalogs catalogs = {find_given, ids_given, NULL, (void *)(uintptr_t)catalog, {0}};
    return cs_load_profile(job, source_of(job, "profile.yaml", cs_text_of(yaml)), &catalogs);
}

/* A profile that finds the built-in catalogs. */
static inline const struct cs_profile *builtin_profile_of(struct cs_job *job, const char *yaml)
{
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    return cs_load_profile(job, source_of(job, "profile.yaml", cs_text_of(yaml)), &catalogs);
}

static inline const struct cs_answer *answer_to(const struct cs_answers *answers, const char *id)
{
    uint32_t item = cs_catalog_find(answers->catalog, cs_text_of(id), CS_NO_ITEM);
    assert_int_not_equal(item, CS_NO_ITEM);
    return &answers->by_item[item];
}

/* The sheet in a format; the caller frees the buffer. */
static inline struct cs_buf emitted(struct cs_job *job, const struct cs_sheet *sheet, const char *format,
                                    const struct cs_emit_options *options)
{
    struct cs_buf out = {0};
    const char *why = NULL;
    struct cs_emit_options plain = {.created = 86400, .ambiguous = 2};
    bool good = cs_emit(job, sheet, cs_emitter_find(cs_text_of(format)), options ? options : &plain, &out, &why);
    if (!good)
        print_error("%s: %s\n", format, why);
    assert_true(good);
    return out;
}

#endif
