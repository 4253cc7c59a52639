/* Archives: entries by name, and limits on what they unpack to. */
#include "../zipped.h"
#include "package/unzip.h"
#include "support.h"

static struct cs_unzip *open_archive(struct cs_job *job, const struct part *parts)
{
    const char *why = NULL;
    struct cs_buf bytes = {0};
    zip_parts(parts, &bytes);
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, cs_buf_copy(&job->arena, &bytes), &why);
    cs_buf_free(&bytes);
    assert_non_null(unzip);
    return unzip;
}

static bool count(void *context, cs_text bytes)
{
    *(size_t *)context += bytes.size;
    return true;
}

static void entries_by_name(void **state)
{
    static const char *const same[] = {"b/C.xml", "/b/C.xml", "B/c.XML", "b\\C.xml", "//b/C.xml"};
    struct cs_unzip *unzip = open_archive(
        *state,
        (struct part[]){
            {"z", CS_TEXT("1")}, {"b/C.xml", CS_TEXT("2")}, {"\\a.xml", CS_TEXT("3")}, {"漢字", CS_TEXT("4")}, {0}});
    cs_text twice;
    assert_true(cs_unzip_index(unzip, &twice));
    for (size_t i = 0; i < COUNT(same); i++)
        assert_int_equal(cs_unzip_find(unzip, cs_text_of(same[i])), 1);
    assert_int_equal(cs_unzip_find(unzip, CS_TEXT("a.xml")), 2);
    assert_int_equal(cs_unzip_find(unzip, CS_TEXT("漢字")), 3);
    assert_true(cs_unzip_find(unzip, CS_TEXT("b")) == CS_NO_ENTRY);
    assert_true(cs_unzip_find(unzip, CS_TEXT("")) == CS_NO_ENTRY);
    cs_unzip_close(unzip);
}

static void an_empty_archive(void **state)
{
    static const char bytes[22] = "PK\5\6"; /* the end of a directory, and no directory */
    struct cs_job *job = *state;
    const char *why;
    cs_text twice;
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, (cs_text){bytes, sizeof bytes}, &why);
    assert_non_null(unzip);
    assert_true(cs_unzip_index(unzip, &twice));
    assert_true(cs_unzip_find(unzip, CS_TEXT("a")) == CS_NO_ENTRY);
    cs_unzip_close(unzip);
}

static void limits(void **state)
{
    const char *why;
    size_t size = 0;
    struct cs_unzip *unzip = open_archive(
        *state, (struct part[]){{"a", CS_TEXT("12345678")}, {"b", CS_TEXT("1234")}, {"c", CS_TEXT("12345")}, {0}});
    cs_unzip_limit(unzip, 8, 13);
    assert_true(cs_unzip_read(unzip, 0, count, &size, &why));
    assert_true(cs_unzip_read(unzip, 1, count, &size, &why));
    assert_int_equal(size, 12);
    assert_false(cs_unzip_is_over_limit(unzip));
    assert_false(cs_unzip_read(unzip, 2, count, &size, &why));
    assert_true(cs_unzip_is_over_limit(unzip));
    assert_non_null(why);
    assert_int_equal(size, 12);
    cs_unzip_close(unzip);
    unzip = open_archive(*state, (struct part[]){{"a", CS_TEXT("12345678")}, {0}});
    cs_unzip_limit(unzip, 7, 100);
    assert_false(cs_unzip_read(unzip, 0, count, &size, &why));
    assert_true(cs_unzip_is_over_limit(unzip));
    cs_unzip_close(unzip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {job_test(entries_by_name), job_test(an_empty_archive), job_test(limits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
