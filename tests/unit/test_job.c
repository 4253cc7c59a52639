/* Jobs: what is forked is like its origin, and what is joined is as if one job had done it all. */
#include "support.h"
#include "base/messages_load.h"
#include "base/messages_yaml.h"

#include "base/job.h"
#include "checksheet/rules.h"

static const struct cs_source *add_source(struct cs_job *job, const char *path)
{
    return cs_source_add(job, cs_text_of(path), CS_TEXT("0123456789"));
}

static void a_fork_has_language_and_levels(void **state)
{
    struct cs_job *job = *state;
    assert_true(cs_job_set_severity(job, CS_RULE_CUT_COMMENT, CS_NOTE));
    assert_true(cs_job_set_severity(job, CS_RULE_MARK_VARIANT, CS_OFF));
    struct cs_span span = {add_source(job, "a"), 0, 1};
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("a"));
    struct cs_job *fork = cs_job_fork(job);
    assert_non_null(fork);
    assert_int_equal(cs_job_language(fork), CS_JA);
    assert_int_equal(count_findings(fork), 0);
    cs_report(fork, CS_MESSAGE_CUT_COMMENT, span, (cs_text){0});
    cs_report(fork, CS_MESSAGE_MARK_VARIANT, span, CS_TEXT("a"));
    assert_int_equal(cs_finding_count(fork, CS_NOTE), 1);
    cs_job_join(job, fork);
    assert_int_equal(cs_finding_count(job, CS_NOTE), 1);
    assert_int_equal(cs_finding_count(job, CS_ERROR), 1);
}

/* A finding at one of ten places in one of three files, by chance. */
static void report_some(struct cs_job *job, const struct cs_source *const sources[3], uint64_t *seed)
{
    static const cs_message kinds[] = {CS_MESSAGE_CUT_COMMENT, CS_MESSAGE_MARK_VARIANT, CS_MESSAGE_UNKNOWN_KEY};
    static const char *const words[] = {"a", "b", "c"};
    uint32_t start = draw_below(seed, 10);
    cs_message kind = kinds[draw_below(seed, 3)];
    struct cs_span span = {sources[draw_below(seed, 3)], start, start + 1};
    cs_report(job, kind, span, cs_text_of(words[draw_below(seed, 3)]), CS_TEXT("x"));
}

static void assert_same_findings(struct cs_job *a, struct cs_job *b)
{
    uint32_t count, other;
    const struct cs_finding *x = cs_findings(a, &count), *y = cs_findings(b, &other);
    assert_int_equal(count, other);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(x[i].rule, y[i].rule);
        assert_int_equal(x[i].span.start, y[i].span.start);
        assert_true(cs_text_equal(x[i].span.source->path, y[i].span.source->path));
        assert_true(cs_text_equal(x[i].message, y[i].message));
    }
    for (int severity = 0; severity < CS_SEVERITIES; severity++)
        assert_int_equal(cs_finding_count(a, (enum cs_severity)severity),
                         cs_finding_count(b, (enum cs_severity)severity));
    cs_findings_allowed(a, (cs_text){0}, &count);
    cs_findings_allowed(b, (cs_text){0}, &other);
    assert_int_equal(count, other);
}

/* What several jobs report one behind the other reads as what one does, read in between or not; the files that it speaks
 * of live on in the job that took them. */
static void joined_is_as_if_by_one(void **state)
{
    (void)state;
    for (uint64_t round = 0; round < 40; round++) {
        struct cs_job *one = new_job(CS_EN), *whole = new_job(CS_EN);
        for (uint64_t part = 0; part < 4; part++) {
            uint64_t seed = round * 4 + part, again = seed, more = draw_below(&(uint64_t){seed}, 60);
            struct cs_job *fork = cs_job_fork(whole), *jobs[] = {one, fork};
            for (int i = 0; i < 2; i++) {
                const struct cs_source *sources[] = {add_source(jobs[i], "a"), add_source(jobs[i], "b"),
                                                     add_source(jobs[i], "c")};
                struct cs_allowance *allowance = cs_alloc(&jobs[i]->arena, sizeof *allowance);
                *allowance = (struct cs_allowance){.rule = CS_RULE_CUT_COMMENT, .where = {sources[part % 3], 2, 5}};
                cs_job_allow(jobs[i], allowance, 1);
                for (uint64_t k = 0; k < more; k++)
                    report_some(jobs[i], sources, i ? &again : &seed);
            }
            if (part % 2)
                count_findings(fork); /* sorted, and what is allowed put aside, before it is joined */
            size_t memory = cs_job_memory(whole) + cs_job_memory(fork);
            cs_job_join(whole, fork);
            assert_true(cs_job_memory(whole) >= memory);
        }
        assert_same_findings(one, whole);
        cs_job_free(one);
        cs_job_free(whole);
    }
}

/* Work that is shared out in parts leaves no trace of who has done which part: findings at one place stand in the order of
 * parts, behind what was found before. */
static void parts_stand_in_order(void **state)
{
    struct cs_job *job = *state, *early = cs_job_fork(job), *late = cs_job_fork(job);
    struct cs_span span = {add_source(job, "a"), 0, 1};
    static const struct {
        const char *word;
        uint32_t part;
        bool early;
    } found[] = {{"third", 3, true}, {"first", 1, false}, {"fourth", 4, false}, {"second", 2, true}};
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, span, CS_TEXT("zeroth"));
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        struct cs_job *fork = found[i].early ? early : late;
        cs_job_set_part(fork, found[i].part);
        cs_report(fork, CS_MESSAGE_UNKNOWN_KEY, span, cs_text_of(found[i].word));
    }
    cs_job_join(job, early);
    cs_job_join(job, late);
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    static const char *const words[] = {"zeroth", "first", "second", "third", "fourth"};
    assert_int_equal(count, 5);
    for (uint32_t i = 0; i < count; i++)
        assert_true(cs_text_find(findings[i].message, cs_text_of(words[i])) >= 0);
}

/* An empty job, or one into which nothing was put yet, joins as well. */
static void nothing_can_be_joined(void **state)
{
    struct cs_job *job = *state;
    cs_job_join(job, cs_job_fork(job));
    assert_int_equal(cs_job_memory(job), 0);
    struct cs_job *fork = cs_job_fork(job);
    const struct cs_source *source = add_source(fork, "a");
    cs_job_join(job, fork);
    assert_text(source->bytes, "0123456789");
    add_source(job, "b");
    cs_job_join(job, cs_job_fork(job));
    assert_text(source->path, "a");
    assert_int_equal(count_findings(job), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(a_fork_has_language_and_levels),
        cmocka_unit_test(joined_is_as_if_by_one),
        job_test(parts_stand_in_order),
        job_test(nothing_can_be_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
