/* Archives written anew: what changes is read back, and every other byte is as it was. */
#include "../zipped.h"
#include "package/deflate.h"
#include "package/rezip.h"
#include "package/unzip.h"
#include "support.h"

#include <dirent.h>

/* --- archives by hand: what libzip does not write ----------------------------------------------------------------- */

struct hand {
    struct cs_buf bytes, directory;
    uint32_t count;
};

enum { PACKED = 8, ENCRYPTED = 1, DESCRIPTOR = 8 };

static void add_number(struct cs_buf *out, uint32_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        cs_buf_add_byte(out, (char)(value >> 8 * i & 0xff));
}

/* An entry as one sees it in files of .NET and the like: an extra field in the local header alone, which may be that of
 * zip64, and the sizes behind the data. */
static void add_by_hand(struct hand *hand, const char *name, const char *text, uint32_t flags, uint32_t method,
                        cs_text extra)
{
    struct cs_buf data = {0};
    uint32_t start = (uint32_t)hand->bytes.size, size = (uint32_t)strlen(text), crc = cs_crc32(cs_text_of(text));
    bool behind = flags & DESCRIPTOR;
    if (method == PACKED)
        assert_true(cs_deflate(cs_text_of(text), &data));
    else
        cs_buf_add(&data, cs_text_of(text));
    add_number(&hand->bytes, 0x04034b50, 4);
    add_number(&hand->directory, 0x02014b50, 4);
    add_number(&hand->directory, 45, 2);
    for (int i = 0; i < 2; i++) {
        struct cs_buf *out = i ? &hand->directory : &hand->bytes;
        add_number(out, 20, 2);
        add_number(out, flags, 2);
        add_number(out, method, 2);
        add_number(out, 0x5aa5b66b, 4);
        add_number(out, behind && !i ? 0 : crc, 4);
        add_number(out, behind && !i ? 0 : (uint32_t)data.size, 4);
        add_number(out, behind && !i ? 0 : size, 4);
        add_number(out, (uint32_t)strlen(name), 2);
        add_number(out, i ? 0 : (uint32_t)extra.size, 2);
    }
    cs_buf_add(&hand->bytes, cs_text_of(name));
    cs_buf_add(&hand->bytes, extra);
    cs_buf_add(&hand->bytes, cs_buf_text(&data));
    if (behind) {
        add_number(&hand->bytes, 0x08074b50, 4);
        add_number(&hand->bytes, crc, 4);
        add_number(&hand->bytes, (uint32_t)data.size, 4);
        add_number(&hand->bytes, size, 4);
    }
    add_number(&hand->directory, 7, 2);
    cs_buf_add(&hand->directory, CS_TEXT("\0\0\0\0\0\0\0\0"));
    add_number(&hand->directory, start, 4);
    cs_buf_add(&hand->directory, cs_text_of(name));
    cs_buf_add(&hand->directory, CS_TEXT("comment"));
    cs_buf_free(&data);
    hand->count++;
}

static cs_text end_by_hand(struct cs_job *job, struct hand *hand, cs_text comment)
{
    uint32_t start = (uint32_t)hand->bytes.size;
    cs_buf_add(&hand->bytes, cs_buf_text(&hand->directory));
    add_number(&hand->bytes, 0x06054b50, 4);
    add_number(&hand->bytes, 0, 4);
    add_number(&hand->bytes, hand->count, 2);
    add_number(&hand->bytes, hand->count, 2);
    add_number(&hand->bytes, (uint32_t)hand->directory.size, 4);
    add_number(&hand->bytes, start, 4);
    add_number(&hand->bytes, (uint32_t)comment.size, 2);
    cs_buf_add(&hand->bytes, comment);
    cs_text copy = cs_buf_copy(&job->arena, &hand->bytes);
    cs_buf_free(&hand->bytes);
    cs_buf_free(&hand->directory);
    return copy;
}

/* --- the law ------------------------------------------------------------------------------------------------------ */

static bool collect(void *context, cs_text bytes)
{
    cs_buf_add(context, bytes);
    return true;
}

static cs_text entry_of(struct cs_job *job, cs_text archive, uint64_t index)
{
    const char *trouble = NULL;
    struct cs_buf bytes = {0};
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, archive, &trouble);
    assert_non_null(unzip);
    if (!cs_unzip_read(unzip, index, collect, &bytes, &trouble))
        cs_buf_add(&bytes, CS_TEXT("(cannot be read)"));
    cs_unzip_close(unzip);
    cs_text copy = cs_buf_copy(&job->arena, &bytes);
    cs_buf_free(&bytes);
    return copy;
}

static cs_text rezipped(struct cs_job *job, cs_text archive, const struct cs_rezip_change *changes, uint32_t count)
{
    struct cs_buf out = {0};
    assert_int_equal(cs_rezip(&job->arena, archive, changes, count, &out), CS_REZIPPED);
    cs_text copy = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return copy;
}

/* One entry changed: it holds the new text, each other one is equal in every byte, and putting the old text back gives an
 * archive that reads as the first did. */
static void hold_change(struct cs_job *job, cs_text archive, uint64_t count, uint64_t index)
{
    struct cs_rezip_change change = {index, CS_TEXT("<new>新しい</new>")};
    cs_text old = entry_of(job, archive, index), made = rezipped(job, archive, &change, 1);
    struct cs_rezip_comparison compared = cs_rezip_compare(&job->arena, archive, made, &change, 1);
    assert_true(compared.is_sound);
    assert_int_equal(compared.entries, count);
    assert_int_equal(compared.same, count - 1);
    assert_text(entry_of(job, made, index), "<new>新しい</new>");
    assert_true(cs_text_equal(made, rezipped(job, archive, &change, 1)));
    change.bytes = old;
    cs_text back = rezipped(job, made, &change, 1);
    for (uint64_t i = 0; i < count; i++)
        assert_true(cs_text_equal(entry_of(job, archive, i), entry_of(job, back, i)));
}

static void hold_archive(struct cs_job *job, cs_text archive)
{
    const char *trouble = NULL;
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, archive, &trouble);
    assert_non_null(unzip);
    uint64_t count = cs_unzip_count(unzip);
    cs_unzip_close(unzip);
    assert_true(cs_text_equal(rezipped(job, archive, NULL, 0), archive));
    for (uint64_t i = 0; i < count; i++)
        hold_change(job, archive, count, i);
}

static void an_archive_of_libzip(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf bytes = {0};
    zip_parts((struct part[]){{"a", CS_TEXT("12345678")}, {"漢字", CS_TEXT("")}, {"c", CS_TEXT("x")}, {0}}, &bytes);
    hold_archive(job, cs_buf_copy(&job->arena, &bytes));
    cs_buf_free(&bytes);
}

static void archives_by_hand(void **state)
{
    struct cs_job *job = *state;
    struct hand hand = {0};
    cs_text zip64 = CS_TEXT("\1\0\x10\0ABCDEFGHIJKLMNOP"), both = CS_TEXT("\x99\x99\2\0xy\1\0\x10\0ABCDEFGHIJKLMNOP");
    add_by_hand(&hand, "behind", "the sizes stand behind", DESCRIPTOR, PACKED, (cs_text){0});
    add_by_hand(&hand, "stored", "as it is", 0, 0, (cs_text){0});
    add_by_hand(&hand, "zip64", "only in the local header", 0, PACKED, zip64);
    add_by_hand(&hand, "both", "two extra fields", DESCRIPTOR, PACKED, both);
    add_by_hand(&hand, "cut", "an extra field that ends early", 0, PACKED, CS_TEXT("\x99\x99\x09\0x"));
    cs_text archive = end_by_hand(job, &hand, CS_TEXT("a comment PK\5\6 that looks like an end"));
    hold_archive(job, archive);
    struct cs_rezip_change change = {3, CS_TEXT("new")};
    cs_text made = rezipped(job, archive, &change, 1);
    assert_int_equal(cs_text_find(made, CS_TEXT("\x99\x99\2\0xy")), cs_text_find(archive, CS_TEXT("\x99\x99\2\0xy")));
    assert_int_equal(occurrences(archive, "ABCDEFGHIJKLMNOP"), 2);
    assert_int_equal(occurrences(made, "ABCDEFGHIJKLMNOP"), 1);
}

static void hold_file(struct cs_job *job, const char *directory, const char *name)
{
    char path[512];
    const char *trouble, *why;
    struct cs_buf out = {0};
    snprintf(path, sizeof path, "%s/%s", directory, name);
    const struct cs_source *source = cs_source_try(job, path, &why);
    if (!source || !cs_text_starts(source->bytes, CS_TEXT("PK")))
        return;
    struct cs_unzip *unzip = cs_unzip_open(&job->arena, source->bytes, &trouble);
    bool good = cs_rezip(&job->arena, source->bytes, NULL, 0, &out) == CS_REZIPPED;
    cs_buf_free(&out);
    if (unzip)
        cs_unzip_close(unzip);
    if (unzip && good)
        hold_archive(job, source->bytes);
}

/* Workbooks of Excel's rivals, and what a fuzzer made of workbooks. */
static void archives_of_others(void **state)
{
    static const char *const directories[] = {"tests/import", "tests/fuzz/corpus_xlsx"};
    for (size_t i = 0; i < COUNT(directories); i++) {
        DIR *files = opendir(directories[i]);
        assert_non_null(files);
        for (struct dirent *file; (file = readdir(files));)
            hold_file(*state, directories[i], file->d_name);
        closedir(files);
    }
    struct cs_buf out = {0};
    struct cs_job *job = *state;
    const struct cs_source *known = cs_source_read(job, "tests/import/libreoffice.xlsx");
    assert_int_equal(cs_rezip(&job->arena, known->bytes, NULL, 0, &out), CS_REZIPPED);
    cs_buf_free(&out);
}

/* --- what is refused ---------------------------------------------------------------------------------------------- */

static enum cs_rezip_end end_of(struct cs_job *job, cs_text archive)
{
    struct cs_buf out = {0};
    struct cs_rezip_change change = {0, CS_TEXT("new")};
    enum cs_rezip_end end = cs_rezip(&job->arena, archive, &change, 1, &out);
    assert_true(end == CS_REZIPPED || out.size == 0);
    cs_buf_free(&out);
    return end;
}

/* The archive with some bytes of it written over. */
static cs_text altered(struct cs_job *job, cs_text archive, size_t at, cs_text bytes)
{
    char *copy = cs_alloc(&job->arena, archive.size);
    memcpy(copy, archive.bytes, archive.size);
    memcpy(copy + at, bytes.bytes, bytes.size);
    return (cs_text){copy, archive.size};
}

static void what_is_refused(void **state)
{
    struct cs_job *job = *state;
    struct hand hand = {0};
    add_by_hand(&hand, "a", "text", 0, PACKED, (cs_text){0});
    add_by_hand(&hand, "b", "text", 0, PACKED, (cs_text){0});
    cs_text archive = end_by_hand(job, &hand, (cs_text){0});
    size_t end = archive.size - 22, directory = end - 2 * (46 + 1 + 7), second = directory + 46 + 1 + 7;
    static const struct {
        enum cs_rezip_end end;
        int from; /* 0: the end record, 1: the first header of the directory, 2: the second, 3: the first local header */
        size_t at;
        cs_text bytes;
    } cases[] = {
        {CS_REZIP_PARTED, 0, 4, {"\1", 1}},
        {CS_REZIP_PARTED, 0, 8, {"\1", 1}},
        {CS_REZIP_LARGE, 0, 16, {"\xff\xff\xff\xff", 4}},
        {CS_REZIP_LARGE, 0, 8, {"\xff\xff\xff\xff", 4}},
        {CS_REZIP_BROKEN, 0, 12, {"\1", 1}},
        {CS_REZIP_BROKEN, 0, 16, {"\1", 1}},
        {CS_REZIP_BROKEN, 0, 8, {"\3\0\3", 3}},
        {CS_REZIP_BROKEN, 0, 8, {"\1\0\1", 3}},
        {CS_REZIP_LARGE, 1, 20, {"\xff\xff\xff\xff", 4}},
        {CS_REZIP_LARGE, 2, 24, {"\xff\xff\xff\xff", 4}},
        {CS_REZIP_LARGE, 2, 42, {"\xff\xff\xff\xff", 4}},
        {CS_REZIP_BROKEN, 2, 42, {"\xf0\xff\xff\xff", 4}},
        {CS_REZIP_BROKEN, 2, 42, {"\0\0\0\0", 4}}, /* two entries in one place */
        {CS_REZIP_BROKEN, 1, 20, {"\xff", 1}},     /* reaches into the next */
        {CS_REZIP_BROKEN, 2, 0, {"Q", 1}},
        {CS_REZIP_BROKEN, 2, 30, {"\xff\xff", 2}},
        {CS_REZIP_BROKEN, 3, 0, {"Q", 1}},
        {CS_REZIP_BROKEN, 3, 26, {"\xff\xff", 2}},
        {CS_REZIP_ENCRYPTED, 1, 8, {"\1", 1}},
        {CS_REZIPPED, 2, 8, {"\1", 1}}, /* not the one that changes */
    };
    const size_t places[] = {end, directory, second, 0};
    assert_int_equal(end_of(job, archive), CS_REZIPPED);
    for (size_t i = 0; i < COUNT(cases); i++)
        if (end_of(job, altered(job, archive, places[cases[i].from] + cases[i].at, cases[i].bytes)) != cases[i].end)
            fail_msg("case %zu", i);
    for (size_t size = 0; size < archive.size; size++)
        assert_int_equal(end_of(job, (cs_text){archive.bytes, size}), CS_REZIP_BROKEN);
}

/* The comparison sees each byte that differs where none may. */
static void a_comparison_that_fails(void **state)
{
    struct cs_job *job = *state;
    struct hand hand = {0};
    add_by_hand(&hand, "a", "text", 0, PACKED, (cs_text){0});
    add_by_hand(&hand, "b", "text", DESCRIPTOR, PACKED, CS_TEXT("\x99\x99\2\0xy"));
    cs_text archive = end_by_hand(job, &hand, CS_TEXT("comment"));
    struct cs_rezip_change change = {0, CS_TEXT("another text")};
    cs_text made = rezipped(job, archive, &change, 1);
    size_t second = (size_t)cs_text_find(cs_text_skip(made, 4), CS_TEXT("PK\3\4")) + 4;
    size_t end = made.size - 22 - 7;
    for (size_t i = second; i < made.size; i++) {
        bool is_first_header = i >= end - 2 * 54 && i < end - 54; /* which may differ */
        bool is_place = i >= end + 16 && i < end + 20;
        char other = (char)(made.bytes[i] ^ 1);
        struct cs_rezip_comparison compared =
            cs_rezip_compare(&job->arena, archive, altered(job, made, i, (cs_text){&other, 1}), &change, 1);
        if (compared.is_sound && !is_first_header && !is_place)
            fail_msg("byte %zu of %zu", i, made.size);
    }
    assert_false(cs_rezip_compare(&job->arena, archive, made, NULL, 0).is_sound);
}

static void packing(void **state)
{
    (void)state;
    assert_int_equal(cs_crc32(CS_TEXT("123456789")), 0xcbf43926);
    assert_int_equal(cs_crc32((cs_text){0}), 0);
    struct cs_buf out = {0};
    assert_true(cs_deflate((cs_text){0}, &out));
    assert_int_equal(out.size, 2);
    cs_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(packing),          job_test(an_archive_of_libzip),
        job_test(archives_by_hand), job_test(archives_of_others),
        job_test(what_is_refused),  job_test(a_comparison_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
