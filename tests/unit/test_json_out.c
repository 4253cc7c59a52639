/* Texts in JSON: what is escaped here is what the library would have written. */
#include "base/json_out.h"
#include "support.h"

#include <jansson.h>

static void texts_are_those_of_the_library(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",  "\"", "\\", "/",    "\n", "\t",     "\r", "\x01",
                                         "\b", "\f", "é",  "漢字", "。", "\x7f",   "𠮷", "\xef\xbf\xbd",
                                         "<",  "",   "か", "　",   "Ａ", "\u2028", "~",  "\xc2\x85"};
    enum { TRIES = 3000, MOST = 6 };
    uint64_t seed = 11;
    for (int i = 0; i < TRIES; i++) {
        struct cs_buf text = {0}, out = {0};
        struct cs_json json = {.out = &out};
        for (uint32_t left = draw_below(&seed, MOST); left > 0; left--)
            cs_buf_add(&text, cs_text_of(pieces[draw_below(&seed, COUNT(pieces))]));
        json_t *string = json_stringn(text.size ? text.bytes : "", text.size);
        char *expected = json_dumps(string, JSON_ENCODE_ANY);
        cs_json_text(&json, cs_buf_text(&text));
        assert_string_equal(out.bytes, expected);
        json_decref(string);
        free(expected);
        cs_buf_free(&text);
        cs_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_those_of_the_library)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
