/* Dates and counts. */
#include "support.h"

/* Day by day from 1600 to 2400: the number grows by one, the date comes back, the order is that of the numbers. */
static void days_there_and_back(void **state)
{
    (void)state;
    struct cs_date before = {0};
    struct cs_date first = {1600, 1, 1}, last = {2400, 12, 31}, epoch = {1970, 1, 1};
    int32_t days = cs_date_days(first);
    uint32_t seen = 0;
    for (int year = first.year; year <= last.year; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 31; day++) {
                struct cs_date date = {(int16_t)year, (int8_t)month, (int8_t)day};
                if (!cs_date_exists(date))
                    continue;
                struct cs_date back = cs_date_of_days(days);
                if (cs_date_days(date) != days || back.year != year || back.month != month || back.day != day)
                    fail_msg("%04d-%02d-%02d is day %d, ought to be %d", year, month, day, cs_date_days(date), days);
                assert_int_equal(cs_date_compare(before, date), -1);
                assert_int_equal(cs_date_compare(date, before), 1);
                assert_int_equal(cs_date_compare(date, date), 0);
                before = date;
                days++;
                seen++;
            }
    assert_int_equal(cs_date_days(epoch), 0);
    assert_int_equal(seen, 800 * 365 + 194 + 366); /* 194 leap days in 1600 to 2399, and the year 2400 */
    assert_int_equal(cs_date_days(last), days - 1);
}

static void known_days(void **state)
{
    (void)state;
    assert_int_equal(cs_date_days((struct cs_date){2000, 3, 1}), 11017);
    assert_int_equal(cs_date_days((struct cs_date){1900, 1, 1}), -25567);
    assert_int_equal(cs_date_days((struct cs_date){2025, 11, 30}), 20422);
}

static void the_calendar(void **state)
{
    (void)state;
    static const struct {
        struct cs_date date;
        bool exists;
    } cases[] = {{{2000, 2, 29}, true},   {{1900, 2, 29}, false}, {{2024, 2, 29}, true},  {{2023, 2, 29}, false},
                 {{2025, 11, 31}, false}, {{2025, 12, 31}, true}, {{2025, 13, 1}, false}, {{2025, 0, 1}, false},
                 {{2025, 1, 0}, false},   {{0, 1, 1}, false},     {{1, 1, 1}, true},      {{-4, 2, 29}, false},
                 {{2025, -1, 1}, false},  {{2025, 1, -1}, false}, {{9999, 12, 31}, true}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(cs_date_exists(cases[i].date), cases[i].exists);
}

static void dates_as_text(void **state)
{
    (void)state;
    struct cs_date date;
    static const char *const other_forms[] = {"",
                                              "2025",
                                              "2025-1-1",
                                              "2025/11/30",
                                              "25-11-30",
                                              "2025-11-3x",
                                              " 2025-11-30",
                                              "2025-11-30 ",
                                              "2025-11-300",
                                              "20251130",
                                              "２０２５-11-30",
                                              "+025-11-30",
                                              "2025-11--1",
                                              "0000-01-01",
                                              "2025-11-30T00:00"};
    static const char *const impossible[] = {"2025-11-31", "2025-02-29", "2025-13-01", "2025-00-10",
                                             "2025-10-00", "1900-02-29", "2025-99-99"};
    for (size_t i = 0; i < COUNT(other_forms); i++) {
        assert_false(cs_date_of_text(cs_text_of(other_forms[i]), &date));
        assert_int_equal(date.year, 0);
    }
    for (size_t i = 0; i < COUNT(impossible); i++) {
        assert_false(cs_date_of_text(cs_text_of(impossible[i]), &date));
        assert_int_not_equal(date.year, 0);
    }
    for (int32_t day = -200000; day < 200000; day += 97) {
        char text[24];
        struct cs_date wanted = cs_date_of_days(day);
        snprintf(text, sizeof text, "%04d-%02d-%02d", wanted.year, wanted.month, wanted.day);
        assert_true(cs_date_of_text(cs_text_of(text), &date));
        assert_int_equal(cs_date_compare(date, wanted), 0);
    }
}

static void states_are_counted(void **state)
{
    struct cs_job *job = *state;
    enum { ITEMS = 300 };
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT("checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"));
    for (int i = 0; i < ITEMS; i++)
        cs_buf_print(&yaml, "  %d: q\n", i);
    const struct cs_catalog *catalog = catalog_of(job, yaml.bytes);
    struct cs_answers answers = {.catalog = catalog,
                                 .by_item = cs_alloc_array(&job->arena, ITEMS, sizeof(struct cs_answer))};
    uint64_t seed = 18;
    uint32_t whole[CS_STATES], left[CS_STATES], right[CS_STATES];
    for (uint32_t i = 0; i < ITEMS; i++)
        answers.by_item[i].state = (enum cs_state)draw_below(&seed, CS_STATES);
    cs_answers_count(&answers, 0, ITEMS, whole);
    for (uint32_t cut = 0; cut <= ITEMS; cut++) { /* two parts add up to the whole */
        uint32_t sum = 0;
        cs_answers_count(&answers, 0, cut, left);
        cs_answers_count(&answers, cut, ITEMS, right);
        for (int i = 0; i < CS_STATES; i++) {
            assert_int_equal(left[i] + right[i], whole[i]);
            sum += left[i];
        }
        assert_int_equal(sum, cut);
    }
    cs_buf_free(&yaml);
}

static void answers_by_catalog(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile = builtin_profile_of(
        job, "checksheet: profile/1\nvendor: v\ncatalog: METI\nanswers:\n  6-8: ○\n  PRECENA 1: ○\n");
    assert_no_findings(job);
    assert_ptr_equal(cs_profile_answers(profile, CS_TEXT("")), &profile->sheets[0]);
    assert_ptr_equal(cs_profile_answers(profile, CS_TEXT("METI")), &profile->sheets[0]);
    assert_ptr_equal(cs_profile_answers(profile, CS_TEXT("PRECENA")), &profile->sheets[1]);
    assert_null(cs_profile_answers(profile, CS_TEXT("MIC")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_there_and_back), cmocka_unit_test(known_days), cmocka_unit_test(the_calendar),
        cmocka_unit_test(dates_as_text),       job_test(states_are_counted), job_test(answers_by_catalog),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
