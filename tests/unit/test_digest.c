/* SHA-256, by the examples of FIPS 180-4, whole and in parts. */
#include "base/digest.h"
#include "support.h"

static void assert_digest(const cs_text *texts, uint32_t count, const char *expected)
{
    char digest[CS_DIGEST_SIZE + 1];
    cs_digest(texts, count, digest);
    assert_string_equal(digest, expected);
}

static void digests_are_those_of_the_standard(void **state)
{
    (void)state;
    const cs_text whole[] = {CS_LITERAL("abc")}, parts[] = {CS_LITERAL("a"), CS_LITERAL(""), CS_LITERAL("bc")};
    const cs_text longer[] = {CS_LITERAL("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")};
    assert_digest(whole, 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_digest(whole, 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest(parts, 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest(longer, 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(digests_are_those_of_the_standard)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
