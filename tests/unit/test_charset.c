/* Our encodings, code by code against the system's. */
#include "support.h"

#include <iconv.h>

/* What a conversion made; nothing where it stopped. */
struct piece {
    char bytes[16];
    size_t size;
};

static bool are_equal(struct piece a, struct piece b)
{
    return a.size == b.size && memcmp(a.bytes, b.bytes, a.size) == 0;
}

static cs_text text_of(const struct piece *piece)
{
    return (cs_text){piece->bytes, piece->size};
}

/* By the system. */
static struct piece converted(iconv_t converter, cs_text bytes)
{
    struct piece made = {0};
    char *in = (char *)(uintptr_t)bytes.bytes, *at = made.bytes;
    size_t left = bytes.size, room = sizeof made.bytes;
    iconv(converter, NULL, NULL, NULL, NULL);
    bool good = iconv(converter, &in, &left, &at, &room) != (size_t)-1;
    made.size = good ? sizeof made.bytes - room : 0;
    return made;
}

typedef size_t conversion(struct cs_buf *out, enum cs_charset charset, cs_text bytes);

/* By ourselves. */
static struct piece ours(conversion *convert, enum cs_charset charset, cs_text bytes)
{
    struct piece made = {0};
    struct cs_buf out = {0};
    if (convert(&out, charset, bytes) == bytes.size && out.size <= sizeof made.bytes) {
        if (out.size > 0)
            memcpy(made.bytes, out.bytes, out.size);
        made.size = out.size;
    }
    cs_buf_free(&out);
    return made;
}

static void hold_code(enum cs_charset charset, iconv_t decoder, unsigned code, size_t size)
{
    char pair[2] = {(char)(size == 2 ? code >> 8 : code), (char)code};
    cs_text bytes = {pair, size};
    struct piece made = ours(cs_charset_decode, charset, bytes);
    if (!are_equal(made, converted(decoder, bytes)))
        fail_msg("%.*s %04x is '%.*s'", 6, cs_charset_name(charset).bytes, code, (int)made.size, made.bytes);
}

static void every_code(void **state)
{
    (void)state;
    iconv_t cp932 = iconv_open("UTF-8", "CP932"), cp1252 = iconv_open("UTF-8", "CP1252");
    for (unsigned code = 0; code < 0x100; code++) {
        hold_code(CS_CHARSET_CP1252, cp1252, code, 1);
        hold_code(CS_CHARSET_CP932, cp932, code, 1);
    }
    for (unsigned code = 0x8100; code < 0x10000; code++)
        hold_code(CS_CHARSET_CP932, cp932, code, 2);
    iconv_close(cp932);
    iconv_close(cp1252);
}

/* Each character as iconv writes it, or not at all: never by one that only looks alike. */
static void hold_points(enum cs_charset charset, const char *name)
{
    iconv_t encoder = iconv_open(name, "UTF-8"), decoder = iconv_open("UTF-8", name);
    for (uint32_t point = 1; point < 0x20000; point++) {
        struct cs_buf text = {0};
        if (point == 0xd800)
            point = 0xe000; /* behind the surrogates */
        cs_buf_add_point(&text, point);
        struct piece made = ours(cs_charset_encode, charset, cs_buf_text(&text));
        struct piece theirs = converted(encoder, cs_buf_text(&text)), back = converted(decoder, text_of(&theirs));
        if (!cs_text_equal(text_of(&back), cs_buf_text(&text)))
            theirs.size = 0;
        if (!are_equal(made, theirs))
            fail_msg("%s of U+%04X", name, point);
        back = ours(cs_charset_decode, charset, text_of(&made));
        assert_true(made.size == 0 || cs_text_equal(text_of(&back), cs_buf_text(&text)));
        cs_buf_free(&text);
    }
    iconv_close(encoder);
    iconv_close(decoder);
}

static void every_point(void **state)
{
    (void)state;
    hold_points(CS_CHARSET_CP932, "CP932");
    hold_points(CS_CHARSET_CP1252, "CP1252");
    hold_points(CS_CHARSET_UTF_16LE, "UTF-16LE");
    hold_points(CS_CHARSET_UTF_16BE, "UTF-16BE");
}

/* The kanji of the older two are those that iconv knows of them, but for the few signs that Windows has otherwise. */
static void kanji_of_jis(void **state)
{
    (void)state;
    iconv_t decoder = iconv_open("UTF-8", "EUC-JP");
    uint32_t same = 0, other = 0;
    for (unsigned row = 0x21; row <= 0x74; row++)
        for (unsigned cell = 0x21; cell <= 0x7e; cell++) {
            const char euc[] = {(char)(row | 0x80), (char)(cell | 0x80)};
            const char jis[] = {'\033', '$', 'B', (char)row, (char)cell, '\033', '(', 'B'};
            struct piece made = ours(cs_charset_decode, CS_CHARSET_EUC_JP, (cs_text){euc, sizeof euc});
            struct piece theirs = converted(decoder, (cs_text){euc, sizeof euc});
            assert_true(are_equal(made, ours(cs_charset_decode, CS_CHARSET_ISO_2022_JP, (cs_text){jis, sizeof jis})));
            same += theirs.size && are_equal(made, theirs);
            other += theirs.size && !are_equal(made, theirs);
        }
    iconv_close(decoder);
    assert_int_equal(same, 6873);
    assert_int_equal(other, 6); /* ～ ∥ － ￠ ￡ ￢ */
}

static void hold_decoded(enum cs_charset charset, cs_text bytes, const char *expected)
{
    struct cs_job *job = new_job(CS_EN);
    struct cs_buf out = {0};
    cs_charset_decode_all(&out, charset, bytes);
    assert_text(cs_buf_text(&out), expected);
    cs_buf_free(&out);
    cs_job_free(job);
}

static void switches(void **state)
{
    (void)state;
    hold_decoded(CS_CHARSET_ISO_2022_JP, CS_TEXT("a\033$B0BA4\033(B b\033$@0B\033(J\\~\033(I1\033(B!"),
                 "a安全 b安\\~ｱ!");
    hold_decoded(CS_CHARSET_ISO_2022_JP, CS_TEXT("\033$B0BA4\n0B"), "安全\n0B"); /* no sign at the end of the line */
    hold_decoded(CS_CHARSET_ISO_2022_JP, CS_TEXT("\033$B0B\033$X"), "安\xef\xbf\xbdへ");
    hold_decoded(CS_CHARSET_ISO_2022_JP, CS_TEXT("\033$B0"), "\xef\xbf\xbd");
    hold_decoded(CS_CHARSET_ISO_2022_JP, CS_TEXT("a\xb1\033$B\033(B"), "a\xef\xbf\xbd");
    hold_decoded(CS_CHARSET_EUC_JP, CS_TEXT("a\xb0\xc2\xc1\xb4\x8e\xb1\xad\xa1\xfc\xe2"), "a安全ｱ①髙");
    hold_decoded(CS_CHARSET_EUC_JP, CS_TEXT("\x8f\xb0\xc2"), "\xef\xbf\xbd安");
}

static void halves(void **state)
{
    (void)state;
    hold_decoded(CS_CHARSET_UTF_16LE, CS_TEXT("\x3d\xd8\x00\xde\x3d\xd8\x41\x00\x42"),
                 "\xf0\x9f\x98\x80\xef\xbf\xbd"
                 "A\xef\xbf\xbd");
    hold_decoded(CS_CHARSET_UTF_16BE, CS_TEXT("\xde\x00\xd8\x3d"), "\xef\xbf\xbd\xef\xbf\xbd");
    hold_decoded(CS_CHARSET_CP932, CS_TEXT("\x88\xc0\x91"), "安\xef\xbf\xbd");
    hold_decoded(CS_CHARSET_UTF_8, CS_TEXT("\xe5\xae\x89\xe5\xae\xef\xbf\xbd"),
                 "安\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

/* How far it goes is said in bytes of what came in. */
static void stops(void **state)
{
    (void)state;
    struct cs_buf out = {0};
    assert_int_equal(cs_charset_encode(&out, CS_CHARSET_CP932, CS_TEXT("安全–1")), 6);
    assert_text(cs_buf_text(&out), "\x88\xc0\x91\x53");
    cs_buf_clear(&out);
    assert_int_equal(cs_charset_decode(&out, CS_CHARSET_CP932, CS_TEXT("\x88\xc0\x81\xad")), 2);
    assert_text(cs_buf_text(&out), "安");
    cs_buf_clear(&out);
    assert_int_equal(cs_charset_encode(&out, CS_CHARSET_EUC_JP, CS_TEXT("a")), 0);
    assert_int_equal(cs_charset_encode(&out, CS_CHARSET_UTF_8, CS_TEXT("a\xff")), 1);
    cs_buf_free(&out);
}

static void names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum cs_charset charset;
    } known[] = {
        {"UTF-8", CS_CHARSET_UTF_8},       {"utf_16", CS_CHARSET_UTF_16LE},        {"UTF-16BE", CS_CHARSET_UTF_16BE},
        {"Shift_JIS", CS_CHARSET_CP932},   {"Windows-31J", CS_CHARSET_CP932},      {"cp932", CS_CHARSET_CP932},
        {"iso-8859-1", CS_CHARSET_CP1252}, {"EUC-JP", CS_CHARSET_EUC_JP},          {"eucJP", CS_CHARSET_EUC_JP},
        {"JIS", CS_CHARSET_ISO_2022_JP},   {"ISO-2022-JP", CS_CHARSET_ISO_2022_JP}};
    static const char *const unknown[] = {"", "-", "utf", "utf-88", "cp93", "cp9322", "gbk", "utf 8"};
    enum cs_charset charset;
    for (size_t i = 0; i < COUNT(known); i++) {
        assert_true(cs_charset_of(cs_text_of(known[i].name), &charset));
        assert_int_equal(charset, known[i].charset);
    }
    for (size_t i = 0; i < COUNT(unknown); i++)
        assert_false(cs_charset_of(cs_text_of(unknown[i]), &charset));
    for (enum cs_charset each = 0; each < CS_CHARSETS; each++) {
        assert_true(cs_charset_of(cs_charset_name(each), &charset));
        assert_int_equal(charset, each);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code), cmocka_unit_test(every_point), cmocka_unit_test(kanji_of_jis),
        cmocka_unit_test(switches),   cmocka_unit_test(halves),      cmocka_unit_test(stops),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
