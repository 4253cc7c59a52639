/* The tags of a part as they stand in its bytes, and text between them as it is meant. */
#include "fill/book/rescan.h"
#include "support.h"

/* The tags of a part: +name opens, -name closes, =name does both; then ! if it is not whole. */
static const struct {
    const char *part, *tags;
} parts[] = {
    {"<a/>", "=a"},
    {"<?xml version='1.0'?>\n<a><x:b r=\"1\">t</x:b></a>", "+a+b-b-a"},
    {"<a b='/>' c=\"'>\"><d e=\">\" /></a >", "+a=d-a"},
    {"<a><!-- <b> - -- --><![CDATA[<c>]]]]><?d <e> ?><f\n/></a>", "+a=f-a"},
    {"<a><b></a>", "+a+b-a!"},
    {"</a>", "!"},
    {"<a", "!"},
    {"<a><!-- </a>", "+a!"},
    {"", "!"},
    {"text", "!"},
};

static void tags(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct cs_rescan scan = {.part = cs_text_of(parts[i].part)};
        struct cs_buf seen = {0};
        while (cs_rescan_next(&scan)) {
            cs_buf_add_byte(&seen, scan.opens && scan.closes ? '=' : scan.opens ? '+' : '-');
            cs_buf_add(&seen, scan.name);
            assert_int_equal(cs_rescan_tag(&scan).bytes[0], '<');
            assert_true(cs_text_ends(cs_rescan_tag(&scan), CS_TEXT(">")));
        }
        if (!cs_rescan_is_whole(&scan))
            cs_buf_add_byte(&seen, '!');
        assert_text(cs_buf_text(&seen), parts[i].tags);
        cs_buf_free(&seen);
    }
}

static const struct {
    const char *written, *meant;
} texts[] = {
    {"a &lt;&gt;&amp;&quot;&apos; b", "a <>&\"' b"},
    {"&#65;&#x42;&#x3042;&#12356;&amp;lt;", "ABあい&lt;"},
    {"a\r\nb\rc\nd&#10;e", "a\nb\nc\nd\ne"},
    {"<![CDATA[a < b &amp; c]]> d<!-- e -->f<?g h?>", "a < b &amp; c df"},
    {"&#xd800;&#x110000;", "\xef\xbf\xbd\xef\xbf\xbd"},
    {"", ""},
};

static void meant(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct cs_buf out = {0};
        cs_rescan_add_text(&out, cs_text_of(texts[i].written));
        assert_text(cs_buf_text(&out), texts[i].meant);
        cs_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {job_test(tags), job_test(meant)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
