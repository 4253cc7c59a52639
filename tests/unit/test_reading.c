/* Values in the words of answers: how they are written in Japanese and English sheets, what only looks like one, and
 * which two go together. */
#include "check/claims/reading.h"
#include "check/claims/sentence.h"
#include "check/claims/standards.h"
#include "support.h"

#include <math.h>

static const double hour = 1, day = 24, week = 168, month = 730.5, year = 8766;

struct shape {
    enum cs_measure measure;
    const char *text;
    const char *words; /* NULL: nothing is read */
    double amount;
    enum cs_bound bound;
};

static struct cs_readings read(const char *text, enum cs_measure measure, bool asked)
{
    struct cs_readings readings = {.count = 0};
    cs_reading_find(cs_text_of(text), measure, asked, &readings);
    return readings;
}

static void check_shapes(const struct shape *shapes, size_t count, bool asked)
{
    for (size_t i = 0; i < count; i++) {
        struct cs_readings readings = read(shapes[i].text, shapes[i].measure, asked);
        if (readings.count != (shapes[i].words != NULL)) {
            fail_msg("%s: %u readings", shapes[i].text, (unsigned)readings.count);
            return;
        }
        if (!shapes[i].words)
            continue;
        const struct cs_reading *reading = &readings.at[0];
        if (!cs_text_equal(reading->words, cs_text_of(shapes[i].words)) || reading->bound != shapes[i].bound ||
            fabs(reading->amount - shapes[i].amount) > 1e-6 * shapes[i].amount)
            fail_msg("%s: '%s' %g bound %d", shapes[i].text, shown(reading->words), reading->amount,
                     (int)reading->bound);
    }
}

static void periods(void **state)
{
    (void)state;
    const struct shape shapes[] = {
        {CS_MEASURE_LOG_RETENTION, "ログは30日間保存します。", "30日間", 30 * day, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "ログは３０日間保存します。", "３０日間", 30 * day, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "アクセスログは、半年間残します。", "半年間", year / 2, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "システムログを最低12か月間残し、監視しています。", "12か月間", 12 * month,
         CS_AT_LEAST},
        {CS_MEASURE_LOG_RETENTION, "保管する期間は1年分です。", "1年", year, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "三か月保管します", "三か月", 3 * month, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "十二ヶ月以上保管します", "十二ヶ月以上", year, CS_AT_LEAST},
        {CS_MEASURE_LOG_RETENTION, "二十四か月保管します", "二十四か月", 2 * year, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "2ヶ月以上保管します", "2ヶ月以上", 2 * month, CS_AT_LEAST},
        {CS_MEASURE_LOG_RETENTION, "Logs are kept for 6 months.", "6 months", 6 * month, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "Logs are retained for at least 90 days.", "90 days", 90 * day, CS_AT_LEAST},
        {CS_MEASURE_LOG_RETENTION, "約1年保管しています", "1年", year, CS_ABOUT},
        {CS_MEASURE_LOG_RETENTION, "1年", "1年", year, CS_EXACT}, /* the answer begins with it */
        {CS_MEASURE_LOG_RETENTION, "2023年から保存しています。", NULL, 0, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "11月1日に保存を始めました。", NULL, 0, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "2021年度のログを保存しています。", NULL, 0, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "ログの確認は3日で終えます。", NULL, 0, CS_EXACT}, /* no word of keeping */
        {CS_MEASURE_LOG_RETENTION, "十分な期間保存します。", NULL, 0, CS_EXACT},
        {CS_MEASURE_BACKUP_RETENTION, "24時間ごとにとり、7日間残します。", "7日間", 7 * day, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "一部のログを保存します。", NULL, 0, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "OSのメンテナンスは、3週間前にお知らせします。", "3週間前", 3 * week, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "廃止するときは、1年以上前にお知らせします。", "1年以上前", year, CS_AT_LEAST},
        {CS_MEASURE_NOTICE_PERIOD, "終了の３ヶ月以上前にお知らせします。", "３ヶ月以上前", 3 * month, CS_AT_LEAST},
        {CS_MEASURE_NOTICE_PERIOD, "メンテナンスの1週間前までにお知らせします", "1週間前", week, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "一か月前に通知します", "一か月前", month, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "We tell users 2 weeks before maintenance.", "2 weeks before", 2 * week, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "Users get 30 days' notice.", "30 days' notice", 30 * day, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "以前は3日で復旧しました。", NULL, 0, CS_EXACT},
        {CS_MEASURE_DATA_DELETION, "データは、契約終了日から2週間以内に消します。", "2週間以内", 2 * week, CS_AT_MOST},
        {CS_MEASURE_DATA_DELETION, "5営業日以内に削除します。", "5営業日以内", week, CS_AT_MOST},
        {CS_MEASURE_BACKUP_RETENTION, "7日分", "7日", 7 * day, CS_EXACT},
        {CS_MEASURE_RECOVERY_TIME, "目標復旧時間は4時間です。", "4時間", 4 * hour, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "お知らせは前日までに行います", "前日", day, CS_EXACT},
        {CS_MEASURE_BACKUP_RETENTION, "前日の時点に戻せるように保管します", NULL, 0, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "Users get two weeks' notice.", "two weeks' notice", 2 * week, CS_EXACT},
        {CS_MEASURE_NOTICE_PERIOD, "Six months before the end.", "Six months before", 6 * month, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "Nobody but someone keeps it.", NULL, 0, CS_EXACT},
        {CS_MEASURE_LOG_RETENTION, "Kept for a minimum of 90 days.", "90 days", 90 * day, CS_AT_LEAST},
        {CS_MEASURE_BACKUP_RETENTION, "1日に4回とり、14日分を残します", "14日", 14 * day, CS_EXACT},
    };
    check_shapes(shapes, COUNT(shapes), false);
}

static void intervals(void **state)
{
    (void)state;
    const struct shape shapes[] = {
        {CS_MEASURE_BACKUP_INTERVAL, "バックアップは毎日とっています。", "毎日", day, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "日次でバックアップし、7世代分を残します。", "日次", day, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "24時間ごとにバックアップします。", "24時間ごと", day, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "６時間毎にバックアップします。", "６時間毎", 6 * hour, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "1日に4回バックアップします。", "1日に4回", 6 * hour, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "Data are backed up every 6 hours.", "every 6 hours", 6 * hour, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "Daily backups are taken.", "Daily", day, CS_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "バックアップの復元に6時間かかります。", NULL, 0, CS_EXACT},
        {CS_MEASURE_TRAINING_INTERVAL, "教育は、全従業員に対し年に1回以上行います。", "年に1回以上", year, CS_AT_MOST},
        {CS_MEASURE_TRAINING_INTERVAL, "年４回の研修を行っています。", "年４回", year / 4, CS_EXACT},
        {CS_MEASURE_TRAINING_INTERVAL, "半年に1回、教育をします。", "半年に1回", year / 2, CS_EXACT},
        {CS_MEASURE_TRAINING_INTERVAL, "Training takes place twice a year.", "twice a year", year / 2, CS_EXACT},
        {CS_MEASURE_TRAINING_INTERVAL, "Staff are trained at least once a year.", "once a year", year, CS_AT_MOST},
        {CS_MEASURE_TRAINING_INTERVAL, "入社時に研修を行います。", NULL, 0, CS_EXACT},
        {CS_MEASURE_ASSESSMENT_INTERVAL, "年間少なくとも1回、自社で脆弱性を診断しています。", "年間少なくとも1回", year,
         CS_AT_MOST},
        {CS_MEASURE_MONITORING_INTERVAL, "応答を1分おきに測っています。", "1分おき", hour / 60, CS_EXACT},
    };
    check_shapes(shapes, COUNT(shapes), false);
    const struct shape asked[] = {{CS_MEASURE_BACKUP_INTERVAL, "6時間", "6時間", 6 * hour, CS_EXACT},
                                  {CS_MEASURE_LOG_RETENTION, "取得しており、期間は1年", "1年", year, CS_EXACT},
                                  {CS_MEASURE_NOTICE_PERIOD, "6か月", "6か月", 6 * month, CS_EXACT}};
    check_shapes(asked, COUNT(asked), true);
}

static void counts(void **state)
{
    (void)state;
    const struct shape shapes[] = {
        {CS_MEASURE_GENERATIONS, "28世代", "28世代", 28, CS_EXACT},
        {CS_MEASURE_GENERATIONS, "日次でバックアップし、七世代を残します。", "七世代", 7, CS_EXACT},
        {CS_MEASURE_GENERATIONS, "7 generations are kept.", "7 generations", 7, CS_EXACT},
        {CS_MEASURE_PASSWORD_LENGTH, "長さは８文字以上です。", "８文字以上", 8, CS_AT_LEAST},
        {CS_MEASURE_PASSWORD_LENGTH, "At least 12 characters.", "12 characters", 12, CS_AT_LEAST},
        {CS_MEASURE_AVAILABILITY, "稼働率は99.99％以上です。", "99.99％以上", 99.99, CS_AT_LEAST},
        {CS_MEASURE_AVAILABILITY, "CPUの使用率は80%です。", NULL, 0, CS_EXACT},
    };
    check_shapes(shapes, COUNT(shapes), false);
}

/* What the words of a text name, as a set. */
static uint32_t named(const char *text, enum cs_measure measure)
{
    struct cs_readings readings = read(text, measure, true);
    uint32_t set = 0;
    for (uint32_t i = 0; i < readings.count; i++)
        set |= readings.at[i].named;
    return set;
}

static void places(void **state)
{
    (void)state;
    const uint32_t america = 1u << 2;
    assert_int_equal(named("いずれも国内で動いています。", CS_MEASURE_COUNTRY), CS_PLACE_HOME);
    assert_int_equal(named("AWSの東京リージョンです。", CS_MEASURE_COUNTRY), CS_PLACE_HOME);
    assert_int_equal(named("USセントラル アイオワ州", CS_MEASURE_COUNTRY), america);
    assert_int_equal(named("一部は国外のリージョンです。", CS_MEASURE_COUNTRY), CS_PLACE_ABROAD);
    assert_int_equal(named("国外には保管していません。", CS_MEASURE_COUNTRY), CS_PLACE_HOME);
    assert_int_equal(named("国内法に従い、東京地方裁判所を管轄とします。", CS_MEASURE_COUNTRY), 0);
    assert_int_equal(named("USBメモリを使います。", CS_MEASURE_COUNTRY), 0);
    assert_int_equal(named("The servers stand in Japan.", CS_MEASURE_COUNTRY), CS_PLACE_HOME);
}

static void logins_and_viruses(void **state)
{
    (void)state;
    assert_int_not_equal(named("IDとパスワードを入力するフォーム認証です。", CS_MEASURE_LOGIN_METHOD), 0);
    assert_int_equal(named("接続元のIPアドレスで制限することはしていません。", CS_MEASURE_LOGIN_METHOD), 0);
    assert_int_not_equal(named("二要素認証", CS_MEASURE_LOGIN_METHOD), named("パスワード", CS_MEASURE_LOGIN_METHOD));
    assert_int_not_equal(named("ウイルス対策ソフトを入れています。", CS_MEASURE_VIRUS_PROTECTION),
                         named("ウイルス対策ソフトは入れていません。", CS_MEASURE_VIRUS_PROTECTION));
    /* not denied: the negation is of something else, or there are two */
    assert_int_equal(named("ウイルス対策ソフトのない端末は接続を拒否します。", CS_MEASURE_VIRUS_PROTECTION), 0);
    assert_int_equal(named("ウイルス対策ソフトを導入していない端末は接続できません。", CS_MEASURE_VIRUS_PROTECTION), 0);
    assert_int_not_equal(named("少なくとも毎週、ウイルス対策ソフトを更新します。", CS_MEASURE_VIRUS_PROTECTION), 0);
}

static void hours_of_the_day(void **state)
{
    (void)state;
    const uint32_t nine_to_five = 9 * 60 << 16 | 17 * 60;
    assert_int_equal(named("平日 9:00～17:00", CS_MEASURE_SUPPORT_HOURS), nine_to_five);
    assert_int_equal(named("９時から１７時まで", CS_MEASURE_SUPPORT_HOURS), nine_to_five);
    assert_int_equal(named("24時間365日", CS_MEASURE_SUPPORT_HOURS), 1);
    assert_int_equal(named("3時間以内に返事をします", CS_MEASURE_SUPPORT_HOURS), 0);
    assert_int_equal(named("午前9時から午後5時まで", CS_MEASURE_SUPPORT_HOURS), nine_to_five);
    assert_int_equal(named("From 9 am to 5 pm", CS_MEASURE_SUPPORT_HOURS), nine_to_five);
    assert_int_equal(named("9:00 to 17:00", CS_MEASURE_SUPPORT_HOURS), nine_to_five);
    assert_int_equal(named("9時半～17時", CS_MEASURE_SUPPORT_HOURS), (9 * 60 + 30) << 16 | 17 * 60);
    assert_int_equal(named("24時間以内に対応します", CS_MEASURE_SUPPORT_HOURS), 0);
    struct cs_readings readings = read("平日9:00～17:00 (12:00～13:00を除く)", CS_MEASURE_SUPPORT_HOURS, true);
    assert_int_equal(readings.count, 3); /* all of it, and its two parts */
    assert_int_equal(readings.at[1].named, 9 * 60 << 16 | 12 * 60);
    assert_int_equal(readings.at[2].named, 13 * 60 << 16 | 17 * 60);
}

static void telephones(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double number; /* 0: none is read */
    } cases[] = {
        {"電話 03-1234-5678 (平日)", 312345678},
        {"電話：０３－１２３４－５６７８", 312345678},
        {"+81-3-1234-5678", 312345678},
        {"+81 (3) 1234 5678", 312345678},
        {"090-1234-5678", 9012345678},
        {"FAX 03-1234-5678", 0},
        {"〒105-0001", 0},
        {"登録番号 1203-1234-5678", 0},
        {"4010701013072", 0},
        {"03-1234-567", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_readings readings = read(cases[i].text, CS_MEASURE_CONTACT, true);
        double number = readings.count ? readings.at[0].amount : 0;
        if (fabs(number - cases[i].number) > 0.5)
            fail_msg("%s: %.0f", cases[i].text, number);
    }
}

static void certifications(void **state)
{
    (void)state;
    const uint32_t isms = named("ISMSの認証を取得しています。", CS_MEASURE_CERTIFICATION);
    assert_int_not_equal(isms, 0);
    assert_int_equal(named("ISO/IEC 27001に準拠しています。", CS_MEASURE_CERTIFICATION), 0);
    assert_int_equal(named("データセンターはISMSの認証を取得しています。", CS_MEASURE_CERTIFICATION), 0);
    assert_int_equal(named("ISMSは取得していません。", CS_MEASURE_CERTIFICATION), 0); /* maybe another */
    assert_int_equal(named("認証は取得していません。", CS_MEASURE_CERTIFICATION), CS_NO_CERTIFICATION);
    assert_int_equal(named("多要素認証を導入しています。", CS_MEASURE_CERTIFICATION), 0);
}

static enum cs_agreement compare(const char *one, const char *other, enum cs_measure measure)
{
    const struct cs_reading *a, *b;
    struct cs_readings left = read(one, measure, true), right = read(other, measure, true);
    assert_true(left.count && right.count);
    enum cs_agreement agreement = cs_readings_compare(&left, &right, measure, &a, &b);
    assert_int_equal(cs_readings_compare(&right, &left, measure, &a, &b), agreement); /* either way round */
    return agreement;
}

static void which_two_go_together(void **state)
{
    (void)state;
    static const struct {
        enum cs_measure measure;
        const char *one, *other;
        enum cs_agreement agreement;
    } pairs[] = {
        {CS_MEASURE_LOG_RETENTION, "12か月", "1年", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "30日", "1か月", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "半年", "1年", CS_CONFLICT},
        {CS_MEASURE_LOG_RETENTION, "半年以上", "1年", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "1年以上", "半年", CS_CONFLICT},
        {CS_MEASURE_LOG_RETENTION, "1年以上", "半年以上", CS_MORE_EXACT},
        {CS_MEASURE_LOG_RETENTION, "約1年", "11か月", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "30日、監査ログは1年", "1年", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "三か月", "90日", CS_AGREE},
        {CS_MEASURE_LOG_RETENTION, "約3か月", "90日", CS_AGREE},
        {CS_MEASURE_PASSWORD_LENGTH, "8文字以上", "10文字以上", CS_CONFLICT},
        {CS_MEASURE_RECOVERY_TIME, "4時間で復旧します", "24時間以内に復旧します", CS_MORE_EXACT},
        {CS_MEASURE_CONTACT, "03-1234-5678", "03-1234-5687", CS_CONFLICT},
        {CS_MEASURE_CONTACT, "03-1234-5678", "0120-000-111", CS_AGREE},
        {CS_MEASURE_CERTIFICATION, "ISMSの認証", "プライバシーマークを取得", CS_AGREE},
        {CS_MEASURE_CERTIFICATION, "ISMSの認証", "認証は取得していません", CS_CONFLICT},
        {CS_MEASURE_NOTICE_PERIOD, "1年以上前", "6か月", CS_CONFLICT},
        {CS_MEASURE_NOTICE_PERIOD, "3週間前", "1か月前", CS_CONFLICT},
        {CS_MEASURE_DATA_DELETION, "2週間以内に消します", "10日で消します", CS_AGREE},
        {CS_MEASURE_BACKUP_INTERVAL, "毎日", "6時間ごと", CS_MORE_EXACT},
        {CS_MEASURE_BACKUP_INTERVAL, "毎日", "24時間ごと", CS_AGREE},
        {CS_MEASURE_BACKUP_INTERVAL, "毎日", "3日ごと", CS_CONFLICT},
        {CS_MEASURE_BACKUP_INTERVAL, "毎日", "毎週", CS_CONFLICT},
        {CS_MEASURE_TRAINING_INTERVAL, "年に1回以上", "年4回", CS_AGREE},
        {CS_MEASURE_TRAINING_INTERVAL, "年1回", "年4回", CS_CONFLICT},
        {CS_MEASURE_GENERATIONS, "7世代", "28世代", CS_CONFLICT},
        {CS_MEASURE_COUNTRY, "国内", "東京リージョン", CS_AGREE},
        {CS_MEASURE_COUNTRY, "国内", "米国", CS_CONFLICT},
        {CS_MEASURE_COUNTRY, "海外", "米国", CS_AGREE},
        {CS_MEASURE_COUNTRY, "シンガポール", "米国", CS_CONFLICT},
        {CS_MEASURE_SUPPORT_HOURS, "9:30～12:00、13:00～17:00", "13:00～17:00", CS_AGREE},
        {CS_MEASURE_SUPPORT_HOURS, "9:30～12:00", "10:00～18:00", CS_CONFLICT},
        {CS_MEASURE_SUPPORT_HOURS, "9:30～12:00、13:00～17:00", "9:30～17:00", CS_MORE_EXACT},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        if (compare(pairs[i].one, pairs[i].other, pairs[i].measure) != pairs[i].agreement)
            fail_msg("%s and %s", pairs[i].one, pairs[i].other);
}

static void sentences(void **state)
{
    (void)state;
    static const char *const expected[] = {"一つ", "TLS 1.2を使う", "Three"};
    cs_text rest = CS_TEXT("一つ。\n  TLS 1.2を使う。。Three. ");
    for (size_t i = 0; i < COUNT(expected); i++)
        assert_string_equal(shown(cs_sentence_take(&rest)), expected[i]);
    assert_int_equal(cs_sentence_take(&rest).size, 0);
}

static void claims(void **state)
{
    (void)state;
    static const struct {
        const char *sentence;
        enum cs_claim claim;
    } cases[] = {
        {"実施しておりません", CS_CLAIM_NOT_DONE},
        {"脆弱性診断は実施していません(次期に検討)", CS_CLAIM_NOT_DONE},
        {"定期的にお示しすることはしていません", CS_CLAIM_NOT_DONE},
        {"未実施です", CS_CLAIM_NOT_DONE},
        {"現在は実施できておりません", CS_CLAIM_NOT_DONE},
        {"手順書は作成しておりません", CS_CLAIM_NOT_DONE},
        {"計画はございません", CS_CLAIM_NOT_DONE},
        {"Not available at the moment", CS_CLAIM_NOT_DONE},
        {"There is no such procedure", CS_CLAIM_NOT_DONE},
        {"This is not implemented", CS_CLAIM_NOT_DONE},
        {"実施しています", CS_CLAIM_DONE},
        {"年1回実施しております", CS_CLAIM_DONE},
        {"Backups are in place", CS_CLAIM_DONE},
        {"実施していませんが、計画しています", CS_CLAIM_NONE},
        {"代わりに監視を行っています", CS_CLAIM_NONE},
        {"分けてはいませんが、制御を行っています", CS_CLAIM_NONE},
        {"問題はありません", CS_CLAIM_NONE},
        {"許可のない者はアクセスできません", CS_CLAIM_NONE},
        {"外部媒体には保存していません", CS_CLAIM_NONE},
        {"", CS_CLAIM_NONE},
    };
    struct cs_hints hints = {0};
    cs_sentence_hint(&hints);
    for (size_t i = 0; i < COUNT(cases); i++) {
        cs_text sentence = cs_text_of(cases[i].sentence);
        if (cs_sentence_claim(sentence) != cases[i].claim)
            fail_msg("%s", cases[i].sentence);
        if (cases[i].claim == CS_CLAIM_NOT_DONE && !(cs_hints_of(&hints, sentence) & CS_HINT_CLAIMS_NOT))
            fail_msg("%s is passed over", cases[i].sentence);
    }
    assert_int_equal(cs_hints_of(&hints, CS_TEXT("毎日バックアップを取得しています。")), 0);
}

/* What later sentences say counts only in the question's own words. */
static void claims_about(void **state)
{
    (void)state;
    const cs_text question = CS_TEXT("方針の文書を、定期的に見直していますか。");
    static const struct {
        const char *sentence;
        enum cs_claim claim;
    } cases[] = {
        {"定期的な見直しは実施していません", CS_CLAIM_NOT_DONE}, {"文書は見直していません", CS_CLAIM_NOT_DONE},
        {"定期的な公開は実施していません", CS_CLAIM_NONE},       {"SLAの見直しは実施していません", CS_CLAIM_NONE},
        {"一部の文書は見直していません", CS_CLAIM_NONE},         {"365日実施していません", CS_CLAIM_NOT_DONE},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (cs_sentence_claim_about(cs_text_of(cases[i].sentence), question) != cases[i].claim)
            fail_msg("%s", cases[i].sentence);
    assert_true(cs_sentence_is_bare(CS_TEXT("実施していません")));
    assert_false(cs_sentence_is_bare(CS_TEXT("見直しは実施していません")));
}

static void standards(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *text;
        struct cs_date at;
        const char *words, *now; /* NULL: in force */
    } cases[] = {
        {"ISO/IEC27001:2013およびJIS", {0, 0, 0}, "ISO/IEC27001:2013", "ISO/IEC 27001:2022"},
        {"ISO/IEC 27001：2013", {2025, 1, 1}, "ISO/IEC 27001：2013", "ISO/IEC 27001:2022"},
        {"ISO27001:2013", {2025, 1, 1}, "ISO27001:2013", "ISO/IEC 27001:2022"},
        {"ISO/IEC 27001:2013", {2021, 1, 1}, NULL, NULL}, /* it was in force then */
        {"ISO/IEC 27001:2022", {0, 0, 0}, NULL, NULL},
        {"ISO/IEC 27001", {0, 0, 0}, NULL, NULL},
        {"ISO/IEC 27017:2015", {0, 0, 0}, NULL, NULL},
        {"JIS Q 27001:2014です", {0, 0, 0}, "JIS Q 27001:2014", "JIS Q 27001:2023"},
        {"JISQ15001:2017", {0, 0, 0}, "JISQ15001:2017", "JIS Q 15001:2023"},
        {"ISOLATED", {0, 0, 0}, NULL, NULL},
        {"ISO 27001 (2013) is", {0, 0, 0}, "ISO 27001 (2013)", "ISO/IEC 27001:2022"},
        {"ISO/IEC 27001（2013年版）", {0, 0, 0}, "ISO/IEC 27001（2013年版）", "ISO/IEC 27001:2022"},
        {"ISO/IEC 27001（2013年取得）", {0, 0, 0}, NULL, NULL}, /* of the certificate */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        cs_text words, now;
        bool old = cs_standard_is_old(job, cs_text_of(cases[i].text), cases[i].at, &words, &now);
        if (old != (cases[i].words != NULL))
            fail_msg("%s", cases[i].text);
        if (!old)
            continue;
        assert_string_equal(shown(words), cases[i].words);
        assert_string_equal(shown(now), cases[i].now);
    }
}

/* Whatever the text, what is read is a part of it, and there is an end. */
static void any_text(void **state)
{
    (void)state;
    static const char *const pieces[] = {"7",  "３",   "三", "年", "か月", "日", "前", "以上", "世代",
                                         "回", "毎日", "に", "。", "国外", ":",  "～", "%"};
    uint64_t seed = 20251101;
    for (int round = 0; round < 3000; round++) {
        struct cs_buf text = {0};
        for (uint32_t left = draw_below(&seed, 20); left > 0; left--)
            if (draw_below(&seed, 4))
                cs_buf_add(&text, cs_text_of(pieces[draw_below(&seed, COUNT(pieces))]));
            else
                add_character(&text, &seed);
        for (int measure = 0; measure < CS_MEASURES; measure++) {
            struct cs_readings readings = {.count = 0};
            cs_reading_find(cs_buf_text(&text), (enum cs_measure)measure, round % 2, &readings);
            for (uint32_t i = 0; i < readings.count; i++)
                assert_true(readings.at[i].words.bytes >= text.bytes &&
                            readings.at[i].words.bytes + readings.at[i].words.size <= text.bytes + text.size);
        }
        cs_buf_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods),
        cmocka_unit_test(intervals),
        cmocka_unit_test(counts),
        cmocka_unit_test(places),
        cmocka_unit_test(logins_and_viruses),
        cmocka_unit_test(hours_of_the_day),
        cmocka_unit_test(which_two_go_together),
        cmocka_unit_test(sentences),
        cmocka_unit_test(claims),
        cmocka_unit_test(claims_about),
        cmocka_unit_test(telephones),
        cmocka_unit_test(certifications),
        job_test(standards),
        cmocka_unit_test(any_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
