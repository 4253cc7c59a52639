/* What a number shows under a format code. */
#include "read/number_format.h"
#include "support.h"

static struct cs_buf out;

static const char *print(struct cs_job *job, const char *code, const char *number, bool is_1904,
                         enum cs_grid_form *form)
{
    struct cs_decimal decimal;
    if (!cs_decimal_read(cs_text_of(number), &decimal))
        return "not a number";
    cs_buf_clear(&out);
    cs_buf_add_byte(&out, '>'); /* something stands before it */
    *form = cs_number_format_print(code ? cs_number_format_of(&job->arena, cs_text_of(code)) : NULL, &decimal, is_1904,
                                   &out);
    return out.bytes + 1;
}

struct row {
    const char *code, *number, *shown;
};

static void hold(const struct row *rows, size_t count, enum cs_grid_form wanted)
{
    struct cs_job *job = new_job(CS_JA);
    for (size_t i = 0; i < count; i++) {
        enum cs_grid_form form = wanted;
        const char *shown = print(job, rows[i].code, rows[i].number, false, &form);
        if (strcmp(shown, rows[i].shown) != 0 || form != wanted)
            fail_msg("%s under %s: %s (%d), not %s", rows[i].number, rows[i].code ? rows[i].code : "nothing", shown,
                     form, rows[i].shown);
    }
    cs_buf_free(&out);
    cs_job_free(job);
}

static void numbers_without_a_format(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {NULL, "0", "0"},
        {NULL, "-0", "0"},
        {NULL, "007", "7"},
        {NULL, "12.50", "12.5"},
        {NULL, "-12.5", "-12.5"},
        {NULL, ".5", "0.5"},
        {NULL, "5.", "5"},
        {NULL, "0.30000000000000004", "0.3"},
        {NULL, "0.99899999999999996", "0.999"},
        {NULL, "99.990000000000009", "99.99"},
        {NULL, "9.99999999999999999", "10"},
        {NULL, "1E3", "1000"},
        {NULL, "1.5e-3", "0.0015"},
        {NULL, "1234567890123", "1234567890123"},
        {NULL, "12345678901234567890", "12345678901234600000"},
        {NULL, "1E+20", "1E+20"},
        {NULL, "1.25E+100", "1.25E+100"},
        {NULL, "-1.25E-100", "-1.25E-100"},
        {NULL, "", "not a number"},
        {NULL, "-", "not a number"},
        {NULL, ".", "not a number"},
        {NULL, "1e", "not a number"},
        {NULL, "1 ", "not a number"},
        {NULL, "1.2.3", "not a number"},
        {NULL, "1E999999999999", "not a number"},
        {NULL, "NaN", "not a number"},
        {"General", "1.5", "1.5"},
        {"GENERAL", "1.5", "1.5"},
        {"G/標準", "1.5", "1.5"},
        {"General\"件\"", "-30.5", "-30.5件"},
        {"@", "1.5", "1.5"},
        {"", "1.5", "1.5"},
        {"0.00E+00", "1500", "1500"},
        {"# ?/?", "0.5", "0.5"},
    };
    hold(rows, COUNT(rows), CS_GRID_NUMBER);
}

static void numbers_with_a_format(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"0", "1.5", "2"},
        {"0", "-0.4", "0"},
        {"000", "1", "001"},
        {"000", "12345", "12345"},
        {"0.00", "1.005", "1.01"},
        {"0.00", "9.999", "10.00"},
        {"0.00", "0.999", "1.00"},
        {"0.0#", "1.5", "1.5"},
        {"0.0#", "1.25", "1.25"},
        {"0.##", "5", "5"},
        {"#.00", "0.5", ".50"},
        {".00", "12.5", "12.50"},
        {"#", "0", ""},
        {"#,##0", "1234567", "1,234,567"},
        {"#,##0", "-1234.5", "-1,235"},
        {"#,##0", "999999.5", "1,000,000"},
        {"#,##0.0", "0", "0.0"},
        {"0000,000", "12", "0,000,012"},
        {"0,", "12345", "12"},
        {"0.0,,\"百万\"", "12345678", "12.3百万"},
        {"0%", "0.999", "100%"},
        {"0.0%", "0.999", "99.9%"},
        {"0.00%", "0.99990000000000001", "99.99%"},
        {"0.###%", "0.9995", "99.95%"},
        {"#,##0\"円\"", "30000", "30,000円"},
        {"\"第\"0\"号\"", "3", "第3号"},
        {"0\\日", "30", "30日"},
        {"0年", "30", "30年"},
        {"[$¥-411]#,##0", "-1200", "-¥1,200"},
        {"¥#,##0;¥\\-#,##0", "-1200", "¥-1,200"},
        {"#,##0;[Red]\"▲\"#,##0", "-1200", "▲1,200"},
        {"#,##0_ ;[Red]\\-#,##0\\ ", "-5", "-5 "},
        {"0;-0;\"なし\"", "0", "なし"},
        {"0;-0;;@", "0", ""},
        {"000\\-0000", "1000001", "100-0001"},
        {"[<=999]000;[<=9999]000\\-00;000\\-0000", "1000001", "100-0001"},
        {"[<=999]000;[<=9999]000\\-00;000\\-0000", "12", "012"},
        {"[<=999]000;[<=9999]000\\-00;000\\-0000", "1234", "012-34"},
        {"[<0]\"△\"0;0", "-5", "△5"},
        {"[>=100]\"多\";[<>1]\"少\";\"一\"", "1", "一"},
        {"[>=100]\"多\";[<>1]\"少\";\"一\"", "2", "少"},
        {"\"済\"", "1", "済"},
        {"*-0", "3", "3"},
        {"\"開いたまま", "3", "開いたまま"},
        {"[開いたまま", "3", ""},
    };
    hold(rows, COUNT(rows), CS_GRID_NUMBER);
}

static void dates_and_times(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"yyyy/m/d", "45962", "2025-11-01"},
        {"yyyy/mm/dd;@", "45962.75", "2025-11-01"},
        {"m/d/yy", "1", "1900-01-01"},
        {"m/d/yy", "59", "1900-02-28"},
        {"m/d/yy", "60", "1900-02-29"},
        {"m/d/yy", "61", "1900-03-01"},
        {"m/d/yy", "366", "1900-12-31"},
        {"m/d/yy", "36585", "2000-02-29"},
        {"m/d/yy", "2958465", "9999-12-31"},
        {"[$-411]ggge\"年\"m\"月\"d\"日\";@", "43586", "2019-05-01"},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45962", "2025-11-01"},
        {"ge.m.d", "45962", "2025-11-01"},
        {"ge-mm-dd", "45962", "2025-11-01"},
        {"yyyy\"年\"m\"月\"", "45962", "2025-11"},
        {"mmm-yy", "45962", "2025-11"},
        {"yyyy", "45962", "2025"},
        {"m月d日", "45962", "2025-11-01"},
        {"aaa", "45962", "2025-11-01"},
        {"yyyy/m/d h:mm", "45962.395833333336", "2025-11-01 09:30"},
        {"yyyy/m/d h:mm:ss", "45962.999999999999", "2025-11-02 00:00:00"},
        {"h:mm AM/PM", "0.8125", "19:30"},
        {"h\"時\"mm\"分\"ss\"秒\"", "0.5000115741", "12:00:01"},
        {"h\"時\"", "0.375", "09:00"},
        {"h:mm", "0", "00:00"},
        {"h:mm", "45962.5", "12:00"},
        {"mm:ss", "0.0010416666666666667", "01:30"},
        {"[h]:mm", "1.5", "36:00"},
        {"[h]:mm:ss", "4.1666666666666664", "100:00:00"},
        {"[mm]:ss", "0.0625", "90:00"},
        {"[mm]", "0.0625", "90"},
        {"[ss]", "0.001", "86"},
    };
    hold(rows, COUNT(rows), CS_GRID_DATE);
}

static void numbers_that_are_no_dates(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"yyyy/m/d", "-1", "-1"},
        {"yyyy/m/d", "0", "0"},
        {"yyyy/m/d", "2958466", "2958466"},
        {"yyyy/m/d", "1E+15", "1000000000000000"},
    };
    hold(rows, COUNT(rows), CS_GRID_NUMBER);
}

static void dates_since_1904(void **state)
{
    enum cs_grid_form form;
    assert_string_equal(print(*state, "yyyy/m/d", "0", true, &form), "1904-01-01");
    assert_string_equal(print(*state, "yyyy/m/d", "44500", true, &form), "2025-11-01");
    assert_string_equal(print(*state, "yyyy/m/d", "2957003", true, &form), "9999-12-31");
    assert_string_equal(print(*state, "yyyy/m/d", "2957004", true, &form), "2957004");
    cs_buf_free(&out);
}

static void every_built_in_date_is_one(void **state)
{
    struct cs_job *job = *state;
    static const uint8_t dates[] = {14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33,
                                    34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58};
    for (uint32_t id = 0, next = 0; id < 200; id++) {
        enum cs_grid_form form;
        bool is_date = next < COUNT(dates) && dates[next] == id;
        next += is_date;
        print(job, cs_number_format_built_in(id).bytes, "45962.5", false, &form);
        if ((form == CS_GRID_DATE) != is_date)
            fail_msg("format %u", id);
    }
    cs_buf_free(&out);
}

/* Any code at all gives something, in a time that depends on its length alone. */
static void any_code(void **state)
{
    static const char *const pieces[] = {"0",       "#", "?",  ".", ",",   "%",       "\"",    "\\",  "_",
                                         "*",       "[", "]",  ";", "@",   "y",       "m",     "d",   "h",
                                         "s",       "g", "e",  "a", "E+",  "General", "AM/PM", "[h]", "[<1]",
                                         "[$-411]", "/", "年", "-", "[$¥", "!",       "\xff"};
    static const char *const numbers[] = {"0", "1", "-1", "45962.5", "0.00001", "-1E+300", "123456789012345"};
    struct cs_job *job = *state;
    uint64_t seed = 5;
    for (size_t i = 0; i < 20000; i++) {
        struct cs_buf code = {0};
        enum cs_grid_form form;
        cs_buf_add(&code, CS_TEXT(" "));
        for (uint32_t left = draw_below(&seed, 12); left; left--)
            cs_buf_add(&code, cs_text_of(pieces[draw_below(&seed, COUNT(pieces))]));
        print(job, cs_text_copy(&job->arena, cs_buf_text(&code)).bytes, numbers[i % COUNT(numbers)], i % 2, &form);
        assert_true(out.size < 400);
        cs_buf_free(&code);
    }
    cs_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_without_a_format),
        cmocka_unit_test(numbers_with_a_format),
        cmocka_unit_test(dates_and_times),
        cmocka_unit_test(numbers_that_are_no_dates),
        job_test(dates_since_1904),
        job_test(every_built_in_date_is_one),
        job_test(any_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
