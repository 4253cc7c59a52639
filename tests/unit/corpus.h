/* A fuzzer's corpus run through its function, without the fuzzer: what once broke must not break again. The program
 * that includes this has included the fuzzer and defined CORPUS, the folder seen from the root of the project. */
#ifndef TESTS_CORPUS_H
#define TESTS_CORPUS_H

#include "support.h"

#include <dirent.h>
#include <time.h>

static void run_file(const char *directory, const char *name)
{
    enum { MOST_SECONDS = 10 };
    char path[512];
    struct cs_job *job = new_job(CS_JA);
    snprintf(path, sizeof path, "%s/%s", directory, name);
    const struct cs_source *source = cs_source_read(job, path);
    assert_non_null(source);
    /* a copy of just its size, so that a sanitizer sees a byte read too many */
    uint8_t *bytes = malloc(source->bytes.size ? source->bytes.size : 1);
    if (source->bytes.size)
        memcpy(bytes, source->bytes.bytes, source->bytes.size);
    clock_t start = clock();
    LLVMFuzzerTestOneInput(bytes, source->bytes.size);
    if ((clock() - start) / CLOCKS_PER_SEC > MOST_SECONDS)
        fail_msg("%s takes too long", name);
    free(bytes);
    cs_job_free(job);
}

static void every_file_of_the_corpus(void **state)
{
    (void)state;
    const char *directory = CORPUS;
    DIR *files = opendir(directory);
    assert_non_null(files);
    int count = 0;
    for (struct dirent *file; (file = readdir(files));) {
        if (file->d_name[0] == '.')
            continue;
        run_file(directory, file->d_name);
        count++;
    }
    closedir(files);
    assert_true(count >= 10);
}

/* Each file cut off anywhere: half a file is what an editor or a full disk leaves behind. */
static void every_file_cut_off(void **state)
{
    (void)state;
    const char *directory = CORPUS;
    DIR *files = opendir(directory);
    assert_non_null(files);
    uint64_t seed = 29;
    for (struct dirent *file; (file = readdir(files));) {
        char path[512];
        if (file->d_name[0] == '.')
            continue;
        struct cs_job *job = new_job(CS_JA);
        snprintf(path, sizeof path, "%s/%s", directory, file->d_name);
        const struct cs_source *source = cs_source_read(job, path);
        for (int cut = 0; cut < 6 && source->bytes.size > 0; cut++) {
            size_t size = draw_below(&seed, (uint32_t)source->bytes.size);
            uint8_t *bytes = malloc(size + 1);
            memcpy(bytes, source->bytes.bytes, size);
            LLVMFuzzerTestOneInput(bytes, size);
            free(bytes);
        }
        cs_job_free(job);
    }
    closedir(files);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_of_the_corpus),
        cmocka_unit_test(every_file_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
