/* Typed values: every shape that was seen in a published sheet, what each kind refuses, and the check digit. */
#include "model/value.h"
#include "support.h"

#include <math.h>

struct shape {
    enum cs_kind kind;
    const char *unit; /* of the wanted; NULL: the kind's own */
    const char *text;
    enum cs_bound bound;
    double number;
    const char *read_unit, *written, *rest;
};

static struct cs_value_wanted wish_of(enum cs_kind kind, const char *unit, cs_text *room)
{
    *room = cs_text_of(unit);
    return (struct cs_value_wanted){.kind = kind, .units = room, .unit_count = unit ? 1 : 0};
}

static bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * (fabs(b) + 1);
}

/* DOMAIN.md, section B, "Value shapes to parse", and what stands in the seeds. */
static void every_shape_seen(void **state)
{
    (void)state;
    static const struct shape shapes[] = {
        {CS_KIND_MONEY, "円", "12億39百万円", CS_EXACT, 1239000000, "円", "12億39百万円", ""},
        {CS_KIND_MONEY, "円", "87百万円", CS_EXACT, 87000000, "円", "87百万円", ""},
        {CS_KIND_MONEY, "円", "4億円", CS_EXACT, 400000000, "円", "4億円", ""},
        {CS_KIND_MONEY, "円", "16,859,430(千円)[2022年12月期]", CS_EXACT, 16859430000, "円", "16,859,430(千円)",
         "[2022年12月期]"},
        {CS_KIND_MONEY, "円", "334,959,651円(2024年10月期)", CS_EXACT, 334959651, "円", "334,959,651円",
         "(2024年10月期)"},
        {CS_KIND_MONEY, "円", "¥100,000（税抜き）", CS_EXACT, 100000, "円", "¥100,000", "（税抜き）"},
        {CS_KIND_MONEY, NULL, "￥40,000", CS_EXACT, 40000, "円", "￥40,000", ""},
        {CS_KIND_MONEY, "円", "△5百万円", CS_EXACT, -5000000, "円", "△5百万円", ""},
        {CS_KIND_MONEY, "円", "2兆3千億円", CS_EXACT, 2.3e12, "円", "2兆3千億円", ""},
        {CS_KIND_MONEY, "円", "1,234万円", CS_EXACT, 12340000, "円", "1,234万円", ""},
        {CS_KIND_PERCENT, NULL, "111.00%", CS_EXACT, 111, "%", "111.00%", ""},
        {CS_KIND_PERCENT, NULL, "99.99%以上", CS_AT_LEAST, 99.99, "%", "99.99%以上", ""},
        {CS_KIND_PERCENT, NULL, "100%（2020年5月～2021年4月）", CS_EXACT, 100, "%", "100%", "（2020年5月～2021年4月）"},
        {CS_KIND_PERCENT, NULL, "９９．９％", CS_EXACT, 99.9, "%", "９９．９％", ""},
        {CS_KIND_RATIO, NULL, "80倍", CS_EXACT, 80, "倍", "80倍", ""},
        {CS_KIND_COUNT, "社", "約19社", CS_ABOUT, 19, "社", "約19社", ""},
        {CS_KIND_COUNT, "世代", "28世代（7日分）", CS_EXACT, 28, "世代", "28世代", "（7日分）"},
        {CS_KIND_COUNT, "名", "85名 2023年12月現在", CS_EXACT, 85, "名", "85名", "2023年12月現在"},
        {CS_KIND_COUNT, "系統", "2系統", CS_EXACT, 2, "系統", "2系統", ""},
        {CS_KIND_DURATION, NULL, "6 時間", CS_EXACT, 6, "時間", "6 時間", ""},
        {CS_KIND_DURATION, NULL, "6時間ごと", CS_EXACT, 6, "時間", "6時間ごと", ""},
        {CS_KIND_DURATION, NULL, "6か月", CS_EXACT, 6, "月", "6か月", ""},
        {CS_KIND_DURATION, NULL, "6ヶ月", CS_EXACT, 6, "月", "6ヶ月", ""},
        {CS_KIND_DURATION, NULL, "every night", CS_EXACT, 1, "日", "every night", ""},
        {CS_KIND_COUNT, "名", "百名以上", CS_AT_LEAST, 100, "名", "百名以上", ""},
        {CS_KIND_COUNT, "社", "二千三百五社", CS_EXACT, 2305, "社", "二千三百五社", ""},
        {CS_KIND_MONEY, "円", "五百万円", CS_EXACT, 5000000, "円", "五百万円", ""},
        {CS_KIND_DURATION, NULL, "6ケ月", CS_EXACT, 6, "月", "6ケ月", ""},
        {CS_KIND_DURATION, NULL, "6カ月", CS_EXACT, 6, "月", "6カ月", ""},
        {CS_KIND_DURATION, NULL, "6ヵ月", CS_EXACT, 6, "月", "6ヵ月", ""},
        {CS_KIND_DURATION, NULL, "6箇月", CS_EXACT, 6, "月", "6箇月", ""},
        {CS_KIND_DURATION, NULL, "10分以内", CS_AT_MOST, 10, "分", "10分以内", ""},
        {CS_KIND_DURATION, NULL, "1年 ログは月次", CS_EXACT, 1, "年", "1年", "ログは月次"},
        {CS_KIND_DURATION, NULL, "6 hours", CS_EXACT, 6, "時間", "6 hours", ""},
        {CS_KIND_LEAD_TIME, "月", "一か月前", CS_EXACT, 1, "月", "一か月前", ""},
        {CS_KIND_LEAD_TIME, "月", "2か月以上前", CS_AT_LEAST, 2, "月", "2か月以上前", ""},
        {CS_KIND_LEAD_TIME, NULL, "5営業日前、メールで", CS_EXACT, 5, "営業日", "5営業日前", "メールで"},
        {CS_KIND_LEAD_TIME, NULL, "3 months before", CS_EXACT, 3, "月", "3 months", "before"},
        {CS_KIND_NUMBER, "震度", "震度7", CS_EXACT, 7, "震度", "震度7", ""},
        {CS_KIND_COUNT, "名", "71", CS_EXACT, 71, "名", "71", ""},
        {CS_KIND_COUNT, "名", "71 (うち役員4名)", CS_EXACT, 71, "名", "71", "(うち役員4名)"},
        {CS_KIND_COUNT, "名", "約71人", CS_ABOUT, 71, "名", "約71人", ""},
        {CS_KIND_COUNT, "名", "2024年4月1日時点で71名", CS_EXACT, 71, "名", "2024年4月1日時点で71名", ""},
        {CS_KIND_MONEY, "円", "月額 40,000円（税別）", CS_EXACT, 40000, "円", "月額 40,000円", "（税別）"},
        {CS_KIND_MONEY, "円", "税別40,000円", CS_EXACT, 40000, "円", "税別40,000円", ""},
        {CS_KIND_MONEY, "円", "2024年3月期 12億円", CS_EXACT, 1.2e9, "円", "2024年3月期 12億円", ""},
        {CS_KIND_MONEY, "円", "無料", CS_EXACT, 0, "円", "無料", ""},
        {CS_KIND_PERCENT, NULL, "99.9", CS_EXACT, 99.9, "%", "99.9", ""},
        {CS_KIND_PERCENT, NULL, "直近3ヶ月において99.9%以上", CS_AT_LEAST, 99.9, "%", "直近3ヶ月において99.9%以上", ""},
        {CS_KIND_DURATION, NULL, "毎日", CS_EXACT, 1, "日", "毎日", ""},
        {CS_KIND_DURATION, NULL, "日次（深夜）", CS_EXACT, 1, "日", "日次", "（深夜）"},
        {CS_KIND_DURATION, NULL, "1日に2回", CS_EXACT, 0.5, "日", "1日に2回", ""},
        {CS_KIND_DURATION, NULL, "年4回", CS_EXACT, 0.25, "年", "年4回", ""},
        {CS_KIND_DURATION, NULL, "最低1年", CS_AT_LEAST, 1, "年", "最低1年", ""},
        {CS_KIND_DURATION, NULL, "1年半", CS_EXACT, 1.5, "年", "1年半", ""},
        {CS_KIND_DURATION, NULL, "10〜30分", CS_EXACT, 10, "分", "10〜30分", ""},
        {CS_KIND_DURATION, NULL, "30 min", CS_EXACT, 30, "分", "30 min", ""},
        {CS_KIND_DURATION, NULL, "直近90日分", CS_EXACT, 90, "日", "直近90日分", ""},
        {CS_KIND_LEAD_TIME, NULL, "原則として90日前まで", CS_EXACT, 90, "日", "原則として90日前まで", ""},
        {CS_KIND_LEAD_TIME, NULL, "at least 30 days in advance", CS_AT_LEAST, 30, "日", "at least 30 days",
         "in advance"},
        {CS_KIND_COUNT, "名", "30数名", CS_ABOUT, 30, "名", "30数名", ""},
        {CS_KIND_COUNT, "名", "200余名", CS_ABOUT, 200, "名", "200余名", ""},
        {CS_KIND_NUMBER, "震度", "気象庁震度階級 7", CS_EXACT, 7, "震度", "気象庁震度階級 7", ""},
        {CS_KIND_COUNT, "名", "approx. 70", CS_ABOUT, 70, "名", "approx. 70", ""},
        {CS_KIND_MONEY, "円", "JPY 1.2 billion (FY2025)", CS_EXACT, 1.2e9, "円", "JPY 1.2 billion", "(FY2025)"},
        {CS_KIND_MONEY, "円", "87 million yen", CS_EXACT, 8.7e7, "円", "87 million yen", ""},
        {CS_KIND_LEAD_TIME, NULL, "two weeks before", CS_EXACT, 2, "週", "two weeks", "before"},
        {CS_KIND_NUMBER, "震度", "seismic intensity 7", CS_EXACT, 7, "震度", "seismic intensity 7", ""},
        {CS_KIND_NUMBER, "gal", "600gal", CS_EXACT, 600, "gal", "600gal", ""},
        {CS_KIND_NUMBER, NULL, "7", CS_EXACT, 7, "", "7", ""},
        {CS_KIND_NUMBER, NULL, "-3.25", CS_EXACT, -3.25, "", "-3.25", ""},
    };
    for (size_t i = 0; i < COUNT(shapes); i++) {
        const struct shape *shape = &shapes[i];
        struct cs_value value;
        cs_text rest, unit;
        struct cs_value_wanted wanted = wish_of(shape->kind, shape->unit, &unit);
        enum cs_value_fault fault = cs_value_read(cs_text_of(shape->text), &wanted, &value, &rest);
        bool good = fault == CS_VALUE_GOOD && value.has_number && near(value.number, shape->number) &&
                    value.bound == shape->bound && cs_text_equal(value.unit, cs_text_of(shape->read_unit)) &&
                    cs_text_equal(value.written, cs_text_of(shape->written)) &&
                    cs_text_equal(rest, cs_text_of(shape->rest));
        if (!good)
            fail_msg("'%s': fault %d, number %.10g, bound %d, unit '%s', written '%s', rest '%s'", shape->text, fault,
                     value.number, value.bound, shown(value.unit), shown(value.written), shown(rest));
    }
}

static void every_date_seen(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct cs_date date;
        const char *written, *rest;
    } dates[] = {
        {"2000(平成12)年4月1日", {2000, 4, 1}, "2000(平成12)年4月1日", ""},
        {"2000（平成12）年4月1日", {2000, 4, 1}, "2000（平成12）年4月1日", ""},
        {"2019/3/1", {2019, 3, 1}, "2019/3/1", ""},
        {"2025.11.30", {2025, 11, 30}, "2025.11.30", ""},
        {"令和7年11月30日", {2025, 11, 30}, "令和7年11月30日", ""},
        {"令和元年5月1日", {2019, 5, 1}, "令和元年5月1日", ""},
        {"平成20年4月1日", {2008, 4, 1}, "平成20年4月1日", ""},
        {"R7.11.30", {2025, 11, 30}, "R7.11.30", ""},
        {"1991/10/01", {1991, 10, 1}, "1991/10/01", ""},
        {"2024年6月12日", {2024, 6, 12}, "2024年6月12日", ""},
        {"2024年6月12日（更新）", {2024, 6, 12}, "2024年6月12日", "（更新）"},
        {"2024年6月12日現在", {2024, 6, 12}, "2024年6月12日現在", ""},
        {"2004年", {2004, 1, 1}, "2004年", ""},
        {"9 June 2006", {2006, 6, 9}, "9 June 2006", ""},
        {"1 Nov 2025", {2025, 11, 1}, "1 Nov 2025", ""},
        {"November 2025", {2025, 11, 1}, "November 2025", ""},
        {"Nov. 3, 2025 (renewed)", {2025, 11, 3}, "Nov. 3, 2025", "(renewed)"},
        {"2004年6月", {2004, 6, 1}, "2004年6月", ""},
        {"2025-11-01", {2025, 11, 1}, "2025-11-01", ""},
        {"２０２４年６月１２日", {2024, 6, 12}, "２０２４年６月１２日", ""},
    };
    struct cs_value_wanted wanted = {.kind = CS_KIND_DATE};
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct cs_value value;
        cs_text rest;
        enum cs_value_fault fault = cs_value_read(cs_text_of(dates[i].text), &wanted, &value, &rest);
        if (fault != CS_VALUE_GOOD || cs_date_compare(value.date, dates[i].date) != 0 ||
            !cs_text_equal(value.written, cs_text_of(dates[i].written)) ||
            !cs_text_equal(rest, cs_text_of(dates[i].rest)))
            fail_msg("'%s': fault %d, %04d-%02d-%02d, written '%s', rest '%s'", dates[i].text, fault, value.date.year,
                     value.date.month, value.date.day, shown(value.written), shown(rest));
    }
}

/* --- faults --------------------------------------------------------------------------------------------------------
 */

static void what_each_kind_refuses(void **state)
{
    (void)state;
    static const struct {
        enum cs_kind kind;
        const char *unit, *text;
        enum cs_value_fault fault;
    } cases[] = {
        {CS_KIND_PERCENT, NULL, "高い", CS_VALUE_OTHER_KIND},
        {CS_KIND_PERCENT, NULL, "", CS_VALUE_OTHER_KIND},
        {CS_KIND_PERCENT, NULL, "99.9", CS_VALUE_GOOD},
        {CS_KIND_PERCENT, NULL, "99.9円", CS_VALUE_OTHER_UNIT},
        {CS_KIND_PERCENT, NULL, "0.62", CS_VALUE_NO_UNIT},
        {CS_KIND_PERCENT, NULL, "0.62%", CS_VALUE_GOOD},
        {CS_KIND_PERCENT, NULL, "有利子負債がないため算出できません", CS_VALUE_IN_WORDS},
        {CS_KIND_RATIO, NULL, "算定不能", CS_VALUE_IN_WORDS},
        {CS_KIND_MONEY, "円", "契約残月数×月額", CS_VALUE_IN_WORDS},
        {CS_KIND_MONEY, "円", "月額利用料の3か月分", CS_VALUE_IN_WORDS},
        {CS_KIND_COUNT, "名", "数十名", CS_VALUE_IN_WORDS},
        {CS_KIND_DURATION, NULL, "該当する処理はありません", CS_VALUE_IN_WORDS},
        {CS_KIND_DURATION, NULL, "100", CS_VALUE_NO_UNIT},
        {CS_KIND_MONEY, "円", "3年", CS_VALUE_OTHER_UNIT},
        {CS_KIND_COUNT, "世代", "28", CS_VALUE_GOOD},
        {CS_KIND_COUNT, "世代", "28日", CS_VALUE_OTHER_UNIT},
        {CS_KIND_DURATION, NULL, "すぐに", CS_VALUE_OTHER_KIND},
        {CS_KIND_DURATION, NULL, "十分な期間", CS_VALUE_OTHER_KIND},
        {CS_KIND_DURATION, NULL, "5%", CS_VALUE_OTHER_UNIT},
        {CS_KIND_COUNT, "名", "ISO27001", CS_VALUE_OTHER_KIND},
        {CS_KIND_COUNT, "名", "71x", CS_VALUE_OTHER_UNIT},
        {CS_KIND_NUMBER, NULL, "plenty", CS_VALUE_OTHER_KIND},
        {CS_KIND_NUMBER, NULL, "seven", CS_VALUE_GOOD},
        {CS_KIND_DATE, NULL, "2025年2月30日", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "平成12", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "31 June 2025", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "Marchers 2025", CS_VALUE_OTHER_KIND},
        {CS_KIND_DURATION, NULL, "百分", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "2025.11", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "12/25", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "2025/13/1", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "2025/0/1", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "2025", CS_VALUE_OTHER_KIND},
        {CS_KIND_DATE, NULL, "99999999999999999999/1/1", CS_VALUE_OTHER_KIND},
        {CS_KIND_URL, NULL, "example.jp", CS_VALUE_OTHER_KIND},
        {CS_KIND_URL, NULL, "ftp://example.jp", CS_VALUE_OTHER_KIND},
        {CS_KIND_URL, NULL, "https://example.jp/ を参照", CS_VALUE_GOOD},
        {CS_KIND_CONTACT, NULL, "窓口にて", CS_VALUE_OTHER_KIND},
        {CS_KIND_CONTACT, NULL, "03-1234-5678", CS_VALUE_GOOD},
        {CS_KIND_CONTACT, NULL, "help@example.jp", CS_VALUE_GOOD},
        {CS_KIND_CONTACT, NULL, "03-1234", CS_VALUE_OTHER_KIND},
        {CS_KIND_ADDRESS, NULL, "〒141-0031 東京都", CS_VALUE_GOOD},
        {CS_KIND_ADDRESS, NULL, "〒1410031", CS_VALUE_GOOD},
        {CS_KIND_ADDRESS, NULL, "東京都品川区", CS_VALUE_GOOD},
        {CS_KIND_ADDRESS, NULL, "〒141-003 東京都", CS_VALUE_OTHER_KIND},
        {CS_KIND_HOURS, NULL, "24時間365日", CS_VALUE_GOOD},
        {CS_KIND_HOURS, NULL, "平日 9:30～17:00", CS_VALUE_GOOD},
        {CS_KIND_HOURS, NULL, "Mon-Fri 9am-6pm JST", CS_VALUE_GOOD},
        {CS_KIND_HOURS, NULL, "月～金 9-18", CS_VALUE_GOOD},
        {CS_KIND_HOURS, NULL, "いつでも", CS_VALUE_OTHER_KIND},
        {CS_KIND_CORPORATE_NUMBER, NULL, "401070101307", CS_VALUE_OTHER_KIND},
        {CS_KIND_CORPORATE_NUMBER, NULL, "40107010130722", CS_VALUE_OTHER_KIND},
        {CS_KIND_TEXT, NULL, "", CS_VALUE_OTHER_KIND},
        {CS_KIND_TEXT, NULL, "何でも", CS_VALUE_GOOD},
        {CS_KIND_LIST, NULL, "A、B", CS_VALUE_GOOD},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_value value;
        cs_text rest, unit;
        struct cs_value_wanted wanted = wish_of(cases[i].kind, cases[i].unit, &unit);
        enum cs_value_fault fault = cs_value_read(cs_text_of(cases[i].text), &wanted, &value, &rest);
        if (fault != cases[i].fault)
            fail_msg("%s '%s': fault %d", shown(cs_kind_word(cases[i].kind)), cases[i].text, fault);
    }
}

static void none_is_a_value_where_allowed(void **state)
{
    (void)state;
    static const enum cs_kind kinds[] = {CS_KIND_LIST, CS_KIND_DURATION, CS_KIND_MONEY, CS_KIND_DATE};
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct cs_value_wanted wanted = {.kind = kinds[i], .none_allowed = true};
        struct cs_value value;
        cs_text rest;
        assert_int_equal(cs_value_read(CS_TEXT("なし（理由）"), &wanted, &value, &rest), CS_VALUE_GOOD);
        assert_true(value.none && !value.has_number);
        assert_text(value.written, "なし");
        assert_text(rest, "（理由）");
        cs_value_read(CS_TEXT("なしとはいえない"), &wanted, &value, &rest);
        assert_false(value.none);
        wanted.none_allowed = false;
        cs_value_read(CS_TEXT("なし"), &wanted, &value, &rest);
        assert_false(value.none);
    }
}

/* --- laws ----------------------------------------------------------------------------------------------------------
 */

/* What is written and what is left are parts of the text, in this order, and nothing but blanks and points lies
 * between. */
static void nothing_is_lost(void **state)
{
    (void)state;
    static const char *const parts[] = {"1",    "9",  "0",    "千", "億", "百万", "円", "%",  "年",      "月", "日",
                                        "か月", "約", "以上", "前", ".",  ",",    " ",  "(",  "）",      "、", "。",
                                        "x",    "三", "十分", "¥",  "-",  "△",    "/",  "：", "https://"};
    static const cs_text units[] = {CS_LITERAL("円"), CS_LITERAL("世代")};
    uint64_t seed = 21;
    for (int round = 0; round < 60000; round++) {
        struct cs_buf buf = {0};
        for (uint32_t left = draw_below(&seed, 7); left > 0; left--)
            cs_buf_add(&buf, cs_text_of(parts[draw_below(&seed, COUNT(parts))]));
        cs_text text = cs_text_trim(cs_buf_text(&buf)), rest;
        struct cs_value_wanted wanted = {.kind = (enum cs_kind)draw_below(&seed, CS_KINDS), .none_allowed = true};
        if (draw_below(&seed, 2)) {
            wanted.units = units;
            wanted.unit_count = COUNT(units);
        }
        struct cs_value value;
        enum cs_value_fault fault = cs_value_read(text, &wanted, &value, &rest);
        assert_true(isfinite(value.number));
        if (fault != CS_VALUE_OTHER_KIND) {
            assert_ptr_equal(value.written.bytes, text.bytes);
            assert_true(value.written.size + rest.size <= text.size);
            assert_true(rest.size == 0 || rest.bytes + rest.size == text.bytes + text.size);
            cs_text between = {text.bytes + value.written.size, text.size - value.written.size - rest.size};
            while (between.size) {
                uint32_t point = cs_text_next(&between);
                assert_true(point == ' ' || point == ',' || point == 0x3001 || point == 0x3002);
            }
            assert_true(cs_value_stands_in(text, &wanted) || fault != CS_VALUE_GOOD);
        }
        cs_buf_free(&buf);
    }
}

/* A number written with its multipliers is the number. */
static void numbers_come_back(void **state)
{
    (void)state;
    uint64_t seed = 22;
    struct cs_value_wanted wanted = {.kind = CS_KIND_MONEY};
    for (int round = 0; round < 20000; round++) {
        char text[64];
        unsigned cho = draw_below(&seed, 10), oku = draw_below(&seed, 10000), man = draw_below(&seed, 10000),
                 one = draw_below(&seed, 10000);
        double number = cho * 1e12 + oku * 1e8 + man * 1e4 + one;
        snprintf(text, sizeof text, "%u兆%u億%u万%u円", cho, oku, man, one);
        struct cs_value value;
        cs_text rest;
        assert_int_equal(cs_value_read(cs_text_of(text), &wanted, &value, &rest), CS_VALUE_GOOD);
        if (!near(value.number, number) || rest.size)
            fail_msg("%s is read as %.0f", text, value.number);
    }
}

static void a_value_within_a_sentence(void **state)
{
    (void)state;
    struct cs_value_wanted duration = {.kind = CS_KIND_DURATION}, money = {.kind = CS_KIND_MONEY};
    assert_true(cs_value_stands_in(CS_TEXT("ログは1年間保存します"), &duration));
    assert_true(cs_value_stands_in(CS_TEXT("保存期間は、最低でも三か月です"), &duration));
    assert_false(cs_value_stands_in(CS_TEXT("十分な期間保存します"), &duration));
    assert_false(cs_value_stands_in(CS_TEXT("ISO27001 を取得"), &duration));
    assert_true(cs_value_stands_in(CS_TEXT("違約金は月額の¥10,000です"), &money));
    assert_false(cs_value_stands_in(CS_TEXT(""), &money));
}

/* --- corporate numbers -----------------------------------------------------------------------------------------------
 */

static enum cs_value_fault corporate(const char *digits)
{
    struct cs_value value;
    cs_text rest;
    struct cs_value_wanted wanted = {.kind = CS_KIND_CORPORATE_NUMBER};
    return cs_value_read(cs_text_of(digits), &wanted, &value, &rest);
}

static void a_real_number_and_every_slip_of_one_digit(void **state)
{
    (void)state;
    char number[] = "4010701013072"; /* 株式会社レスキューナウ, as published */
    assert_int_equal(corporate(number), CS_VALUE_GOOD);
    assert_int_equal(corporate("４０１０７０１０１３０７２"), CS_VALUE_GOOD);
    for (int i = 0; i < 13; i++) {
        char right = number[i];
        for (char wrong = '0'; wrong <= '9'; wrong++) {
            number[i] = wrong;
            /* the sum goes by 9, so 0 for 9 and 9 for 0 cannot be told apart behind the first digit */
            bool same = wrong == right || (i > 0 && (wrong - right) % 9 == 0);
            assert_int_equal(corporate(number), same ? CS_VALUE_GOOD : CS_VALUE_CHECK_DIGIT);
        }
        number[i] = right;
    }
}

static void the_check_digit_makes_any_number_right(void **state)
{
    (void)state;
    uint64_t seed = 23;
    for (int round = 0; round < 10000; round++) {
        char digits[14] = {0};
        for (int i = 1; i < 13; i++)
            digits[i] = (char)('0' + draw_below(&seed, 10));
        uint32_t right = 0;
        for (digits[0] = '0'; digits[0] <= '9'; digits[0]++)
            right += corporate(digits) == CS_VALUE_GOOD;
        assert_int_equal(right, 1);
    }
}

static void examples_are_values(void **state)
{
    (void)state;
    for (int kind = 0; kind < CS_KINDS; kind++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            cs_text example = cs_kind_example((enum cs_kind)kind, (enum cs_language)language), rest, unit;
            struct cs_value value;
            struct cs_value_wanted wanted = wish_of((enum cs_kind)kind, NULL, &unit);
            if (example.size && kind != CS_KIND_CORPORATE_NUMBER && kind != CS_KIND_ADDRESS)
                assert_int_equal(cs_value_read(example, &wanted, &value, &rest), CS_VALUE_GOOD);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_seen),
        cmocka_unit_test(every_date_seen),
        cmocka_unit_test(what_each_kind_refuses),
        cmocka_unit_test(none_is_a_value_where_allowed),
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(numbers_come_back),
        cmocka_unit_test(a_value_within_a_sentence),
        cmocka_unit_test(a_real_number_and_every_slip_of_one_digit),
        cmocka_unit_test(the_check_digit_makes_any_number_right),
        cmocka_unit_test(examples_are_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
