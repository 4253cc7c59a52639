/* Findings: the tables are complete in both languages, slots are filled, order is by place. */
#include "support.h"
#include "base/messages_load.h"
#include "base/messages_yaml.h"
#include "checksheet/rules.h"

#undef CS_CURED
#undef CS_MESSAGE

static const struct {
    const char *name;
    cs_rule rule;
    int wrong, meant;
    cs_text words[CS_LANGUAGES], hint[CS_LANGUAGES];
} messages[] = {
#define CS_CURED(symbol, rule, wrong, meant, ja, en, ja_hint, en_hint)                                                 \
    {#symbol,                                                                                                          \
     CS_RULE_##rule,                                                                                                   \
     wrong,                                                                                                            \
     meant,                                                                                                            \
     {CS_LITERAL(ja), CS_LITERAL(en)},                                                                                 \
     {CS_LITERAL(ja_hint), CS_LITERAL(en_hint)}},
#define CS_MESSAGE(symbol, rule, ja, en, ja_hint, en_hint) CS_CURED(symbol, rule, 0, 0, ja, en, ja_hint, en_hint)
#include "base/messages.def"
#include "base/messages_check.def"
#include "base/messages_fill.def"
#include "base/messages_load.def"
#include "base/messages_read.def"
#include "base/messages_yaml.def"
#undef CS_MESSAGE
#undef CS_CURED
};

/* The set of slots that a pattern uses; a brace that is no slot fails. {1$} is a word of a shell, {C} the beginning of a
 * command, and {D} stands before a word that is a file. */
static unsigned slots_of(const char *name, cs_text pattern)
{
    unsigned slots = 0;
    for (size_t i = 0; i < pattern.size; i++) {
        cs_text rest = cs_text_skip(pattern, i);
        bool is_word =
            pattern.bytes[i] == '{' && i + 3 < pattern.size && cs_text_starts(cs_text_skip(rest, 2), CS_TEXT("$}"));
        if (pattern.bytes[i] != '{' || i + 2 >= pattern.size || (!is_word && pattern.bytes[i + 2] != '}'))
            continue;
        if (cs_text_starts(rest, CS_TEXT("{C}")) || cs_text_starts(rest, CS_TEXT("{D}"))) {
            bool is_file = rest.bytes[1] == 'D';
            if (is_file && (rest.size < 7 || rest.bytes[3] != '{' || rest.bytes[5] != '$'))
                fail_msg("%s has a directory before no file", name);
            slots |= is_file ? 1u << 5 : 1u << 4;
            continue;
        }
        int slot = pattern.bytes[i + 1] - '1';
        if (slot < 0 || slot > 3)
            fail_msg("%s has a slot that there is not: %s", name, pattern.bytes + i);
        slots |= 1u << slot;
    }
    return slots;
}

/* Both languages say the same. A hint may leave out in one language what the other repeats, but never ask for more than
 * the message of the other gives: what is empty there would drop it here. */
static void every_message_speaks_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(messages); i++) {
        const cs_text *words = messages[i].words, *hint = messages[i].hint;
        const char *name = messages[i].name;
        if (words[CS_JA].size == 0 || words[CS_EN].size == 0)
            fail_msg("%s lacks words", name);
        if (slots_of(name, words[CS_JA]) != slots_of(name, words[CS_EN]))
            fail_msg("%s: the languages fill different slots", name);
        if ((hint[CS_JA].size > 0) != (hint[CS_EN].size > 0))
            fail_msg("%s has a hint in one language only", name);
        unsigned said = slots_of(name, words[CS_JA]), ja = slots_of(name, hint[CS_JA]),
                 en = slots_of(name, hint[CS_EN]);
        if ((ja | said) != (en | said))
            fail_msg("%s: the hints fill different slots", name);
    }
}

/* A hint that asks whether something else was meant says so to programs too: it names what they would put in. */
static void a_guess_is_a_cure(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(messages); i++) {
        bool asks = cs_text_starts(messages[i].hint[CS_EN], CS_TEXT("did you mean {"));
        bool is_spelling = cs_text_starts(messages[i].hint[CS_EN], CS_TEXT("write {2} to be without"));
        assert_int_equal(asks || is_spelling, messages[i].meant > 0);
        if (!asks)
            continue;
        assert_true(slots_of(messages[i].name, messages[i].words[CS_EN]) >> (messages[i].wrong - 1) & 1);
        assert_int_equal(slots_of(messages[i].name, messages[i].hint[CS_EN]), 1 << (messages[i].meant - 1));
    }
}

/* The style of messages: lower case, no full stop. */
static void messages_keep_the_style(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(messages); i++) {
        cs_text english = messages[i].words[CS_EN], japanese = messages[i].words[CS_JA];
        if (cs_text_ends(english, CS_TEXT(".")) || cs_text_ends(japanese, CS_TEXT("。")))
            fail_msg("%s ends in a full stop", messages[i].name);
        if (english.bytes[0] >= 'A' && english.bytes[0] <= 'Z' && !cs_text_starts(english, CS_TEXT("YAML")))
            fail_msg("%s begins with a capital", messages[i].name);
    }
}

static void every_rule_has_its_words(void **state)
{
    (void)state;
    for (int rule = 0; rule < CS_RULES; rule++) {
        cs_text slug = cs_rule_slug((cs_rule)rule);
        assert_true(slug.size > 0);
        for (size_t i = 0; i < slug.size; i++)
            assert_true((slug.bytes[i] >= 'a' && slug.bytes[i] <= 'z') || slug.bytes[i] == '-' || slug.bytes[i] == '8');
        for (int other = 0; other < rule; other++)
            assert_false(cs_text_equal(slug, cs_rule_slug((cs_rule)other)));
        for (int language = 0; language < CS_LANGUAGES; language++)
            assert_true(cs_rule_meaning((cs_rule)rule, language).size > 0);
    }
}

static void every_rule_can_be_broken(void **state)
{
    (void)state;
    for (int rule = 0; rule < CS_RULES; rule++) {
        size_t i = 0;
        while (i < COUNT(messages) && messages[i].rule != (cs_rule)rule)
            i++;
        if (i == COUNT(messages))
            fail_msg("no message speaks of [%s]", shown(cs_rule_slug((cs_rule)rule)));
    }
}

/* --- reporting -----------------------------------------------------------------------------------------------------
 */

static void slots_are_filled(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a", CS_TEXT("x"));
    struct cs_span span = {source, 0, 1};
    struct cs_finding *finding = cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("anser"), CS_TEXT("answer"));
    assert_text(finding->message, "知らない項目名です: anser");
    assert_text(finding->hint, "もしかして answer?");
    assert_int_equal(finding->rule, CS_RULE_UNKNOWN_KEY);
    finding = cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("a\nb\x1b"));
    assert_text(finding->message, "知らない項目名です: a b ");
    assert_int_equal(finding->hint.size, 0); /* no guess, no hint */
    assert_int_equal(finding->above, UINT32_MAX);
}

static void braces_in_an_argument_stay(void **state)
{
    struct cs_job *job = *state;
    struct cs_span span = {source_of(job, "a", CS_TEXT("x")), 0, 1};
    struct cs_finding *finding = cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("{2}"), CS_TEXT("{1}"));
    assert_text(finding->message, "知らない項目名です: {2}");
    assert_text(finding->hint, "もしかして {1}?");
}

static void severities_are_counted(void **state)
{
    struct cs_job *job = *state;
    struct cs_span span = {source_of(job, "a", CS_TEXT("xy")), 0, 1}, other = {span.source, 1, 2};
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("a"));
    cs_report(job, CS_MESSAGE_CUT_COMMENT, span, (cs_text){0});
    cs_report(job, CS_MESSAGE_CUT_COMMENT, other, (cs_text){0});
    cs_job_set_severity(job, CS_RULE_UNKNOWN_KEY, CS_NOTE);
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, other, CS_TEXT("a"));
    assert_int_equal(cs_finding_count(job, CS_ERROR), 1);
    assert_int_equal(cs_finding_count(job, CS_WARNING), 2);
    assert_int_equal(cs_finding_count(job, CS_NOTE), 1);
}

static bool in_order(const struct cs_finding *a, const struct cs_finding *b)
{
    int path = cs_text_compare(a->span.source->path, b->span.source->path);
    if (path || a->whole_file != b->whole_file)
        return path ? path < 0 : b->whole_file;
    return a->span.start != b->span.start ? a->span.start < b->span.start : a->order < b->order;
}

/* By file, then by place, then as reported; what is about the whole file last; none is lost while the list grows. */
static void findings_are_sorted(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *sources[] = {source_of(job, "b.yaml", CS_TEXT("0123456789")),
                                         source_of(job, "a.yaml", CS_TEXT("0123456789"))};
    uint64_t seed = 12;
    uint32_t count;
    for (uint32_t i = 0; i < 500; i++) {
        uint32_t start = draw_below(&seed, 10);
        struct cs_span span = {sources[draw_below(&seed, 2)], start, start};
        char key[16];
        snprintf(key, sizeof key, "key%u", i);
        cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, cs_text_of(key))->whole_file = draw_below(&seed, 5) == 0;
        const struct cs_finding *findings = cs_findings(job, &count);
        assert_int_equal(count, i + 1);
        for (uint32_t k = 1; k < count; k++)
            assert_true(in_order(&findings[k - 1], &findings[k]));
    }
}

/* What is said twice of the same place is kept once, and counted once. */
static void each_finding_once(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a.yaml", CS_TEXT("0\n2\n4\n6\n8\n"));
    uint64_t seed = 43;
    for (uint32_t i = 0; i < 300; i++) {
        uint32_t start = draw_below(&seed, 10);
        cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){source, start, start}), (cs_text){0});
        if (draw_below(&seed, 3) == 0)
            count_findings(job);
    }
    assert_int_equal(count_findings(job), 10);
    assert_int_equal(count_findings(job), 10);
    assert_int_equal(cs_finding_count(job, CS_WARNING), 10);
}

/* Of one rule in one line so many are kept, and the last says how many more there are, however often it is asked. */
static void a_line_of_thousands(void **state)
{
    struct cs_job *job = *state;
    enum { LINE = 1000 };
    struct cs_buf text = {0};
    cs_buf_add_repeat(&text, 'x', LINE);
    cs_buf_add(&text, CS_TEXT("\ny"));
    const struct cs_source *source = source_of(job, "a.yaml", cs_buf_text(&text));
    for (uint32_t i = 0; i < LINE; i++) {
        cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){source, i, i + 1}), (cs_text){0});
        if (i == LINE / 2)
            count_findings(job);
    }
    cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){source, LINE + 1, LINE + 2}), (cs_text){0});
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    assert_int_equal(count, 201);
    assert_lacks(findings[198].message, " 800 ");
    assert_holds(findings[199].message, " 800 ");
    assert_lacks(findings[200].message, " 800 ");
    assert_int_equal(findings[200].span.start, LINE + 1);
    cs_buf_free(&text);
}

/* As the header has it, told of one finding. */
static bool is_meant(const struct cs_allowance *allowance, const struct cs_finding *finding)
{
    uint32_t start = finding->span.start;
    struct cs_span where = allowance->where, except = allowance->except;
    if (finding->rule != allowance->rule || !cs_text_equal(finding->span.source->path, where.source->path))
        return false;
    if (except.source && start >= except.start && start < except.end)
        return false;
    return (allowance->whole_file && finding->whole_file) ||
           (!finding->whole_file && start >= where.start && start < where.end);
}

static uint32_t count_meant(const struct cs_finding *findings, uint32_t count, const struct cs_allowance *allowances)
{
    uint32_t meant = 0;
    for (uint32_t i = 0; i < count; i++)
        meant += is_meant(&allowances[0], &findings[i]) || is_meant(&allowances[1], &findings[i]);
    return meant;
}

/* What is allowed leaves the findings and their counts, whichever of the two came first and however often they are read;
 * a file that is read twice has its allowances twice. */
static void allowed_findings_stand_apart(void **state)
{
    struct cs_job *job = *state, *all = new_job(CS_JA);
    static const cs_message kinds[] = {CS_MESSAGE_CUT_COMMENT, CS_MESSAGE_MARK_VARIANT};
    const struct cs_source *sources[] = {source_of(job, "b", CS_TEXT("0123456789")),
                                         source_of(job, "a", CS_TEXT("01234")),
                                         source_of(job, "b", CS_TEXT("0123456789"))};
    struct cs_allowance allowances[2] = {
        {.rule = CS_RULE_CUT_COMMENT, .where = {sources[0], 3, 7}},
        {.rule = CS_RULE_MARK_VARIANT,
         .where = {sources[2], 0, UINT32_MAX},
         .except = {sources[2], 2, 6},
         .whole_file = true},
    };
    uint64_t seed = 7;
    uint32_t count = 0, allowed = 0;
    for (uint32_t i = 0; i < 400; i++) {
        uint32_t start = draw_below(&seed, 10);
        cs_message kind = kinds[draw_below(&seed, 2)];
        struct cs_span span = {sources[draw_below(&seed, 3)], start, start};
        bool whole_file = start == 9;
        cs_report(job, kind, span, CS_TEXT("a"))->whole_file = whole_file;
        cs_report(all, kind, span, CS_TEXT("a"))->whole_file = whole_file; /* where nothing is allowed */
        if (i == 100 || i == 200)
            cs_job_allow(job, &allowances[i / 100 - 1], 1);
        if (i < 200 || draw_below(&seed, 10))
            continue;
        const struct cs_finding *findings = cs_findings(job, &count);
        assert_int_equal(count_meant(findings, count, allowances), 0);
        assert_int_equal(cs_finding_count(job, CS_WARNING) + cs_finding_count(job, CS_NOTE), count);
        findings = cs_findings_allowed(job, (cs_text){0}, &allowed);
        assert_int_equal(count + allowed, count_findings(all));
        assert_int_equal(count_meant(findings, allowed, allowances), allowed);
        for (uint32_t k = 0; k < allowed; k++)
            assert_true(is_meant(findings[k].allowed, &findings[k]));
        for (uint32_t k = 1; k < allowed; k++)
            assert_true(in_order(&findings[k - 1], &findings[k]));
    }
    assert_true(allowances[0].used && allowances[1].used);
    cs_findings_allowed(job, CS_TEXT("a"), &allowed);
    assert_int_equal(allowed, 0);
    cs_job_free(all);
}

/* A level holds for what is reported from then on; what is off is handed back all the same, but neither kept nor counted. */
static void levels_can_be_set(void **state)
{
    struct cs_job *job = *state;
    struct cs_span span = {source_of(job, "a.yaml", CS_TEXT("0123456789")), 0, 1};
    uint32_t count;
    assert_true(cs_job_set_severity(job, CS_RULE_UNKNOWN_KEY, CS_NOTE));
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("first"));
    assert_true(cs_job_set_severity(job, CS_RULE_UNKNOWN_KEY, CS_OFF));
    for (uint32_t i = 0; i < 100; i++) {
        struct cs_finding *finding = cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("dropped"));
        assert_non_null(finding);
        finding->above = i;
    }
    cs_report(job, CS_MESSAGE_CUT_COMMENT, span, (cs_text){0});
    const struct cs_finding *findings = cs_findings(job, &count);
    assert_int_equal(count, 2);
    assert_int_equal(findings[0].severity, CS_NOTE);
    assert_int_equal(findings[1].rule, CS_RULE_CUT_COMMENT);
    assert_int_equal(findings[1].above, UINT32_MAX);
    assert_int_equal(cs_finding_count(job, CS_NOTE), 1);
    assert_int_equal(cs_finding_count(job, CS_ERROR), 0);
}

/* A file that could not be read never looks like one without faults. */
static void some_rules_stay_errors(void **state)
{
    struct cs_job *job = *state;
    struct cs_span span = {source_of(job, "a.yaml", CS_TEXT("0123456789")), 0, 1};
    assert_false(cs_job_set_severity(job, CS_RULE_YAML_SYNTAX, CS_OFF));
    assert_false(cs_job_set_severity(job, CS_RULE_YAML_SYNTAX, CS_WARNING));
    assert_true(cs_job_set_severity(job, CS_RULE_YAML_SYNTAX, CS_ERROR));
    cs_report(job, CS_MESSAGE_EMPTY_FILE, span, (cs_text){0});
    assert_int_equal(cs_finding_count(job, CS_ERROR), 1);
}

static void rules_are_found_by_name(void **state)
{
    cs_rule found;
    (void)state;
    for (int rule = 0; rule < CS_RULES; rule++) {
        assert_true(cs_rule_find(cs_rule_slug((cs_rule)rule), &found));
        assert_int_equal(found, rule);
    }
    assert_false(cs_rule_find(CS_TEXT("unknown"), &found));
    assert_false(cs_rule_find((cs_text){0}, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_speaks_both_languages),
        cmocka_unit_test(messages_keep_the_style),
        cmocka_unit_test(a_guess_is_a_cure),
        cmocka_unit_test(every_rule_has_its_words),
        cmocka_unit_test(every_rule_can_be_broken),
        job_test(slots_are_filled),
        job_test(braces_in_an_argument_stay),
        job_test(severities_are_counted),
        cmocka_unit_test(rules_are_found_by_name),
        job_test(allowed_findings_stand_apart),
        job_test(levels_can_be_set),
        job_test(some_rules_stay_errors),
        job_test(findings_are_sorted),
        job_test(each_finding_once),
        job_test(a_line_of_thousands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
