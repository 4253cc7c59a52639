/* Hints: never missing where a word stands, whatever stands around it, and rare where none does. */
#include "check/claims/denial.h"
#include "check/claims/hints.h"
#include "check/claims/sentence.h"
#include "check/claims/traces.h"
#include "support.h"

static const struct {
    const char *word;
    enum cs_hint hint;
} words[] = {
#define CS_DENIED(word)     {word, CS_HINT_DENIED},
#define CS_LEAVES_OUT(word) {word, CS_HINT_LEFT_OUT},
#define CS_HANDS_ON(word)   {word, CS_HINT_HANDED_ON},
#define CS_POINTS(word)     {word, CS_HINT_HANDED_ON},
#define CS_WITHHELD(word)   {word, CS_HINT_WITHHELD},
#include "check/claims/denial.def"
#define CS_DENIES(word)   {word, CS_HINT_CLAIMS_NOT},
#define CS_IS_NOT(word)   {word, CS_HINT_CLAIMS_NOT},
#define CS_LACKS(word)    {word, CS_HINT_CLAIMS_NOT},
#define CS_MAY_DENY(word) {word, CS_HINT_CLAIMS_NOT},
#include "check/claims/sentence.def"
    {"TODO", CS_HINT_TRACE},      {"要確認", CS_HINT_TRACE},       {"★", CS_HINT_TRACE},
    {"password:", CS_HINT_TRACE}, {"パスワード：", CS_HINT_TRACE}, {"ISO", CS_HINT_TRACE},
};

static struct cs_hints all_hints(void)
{
    struct cs_hints hints = {0};
    cs_traces_hint(&hints);
    cs_sentence_hint(&hints);
    cs_denial_hint(&hints);
    return hints;
}

/* Every word of the lists, between any characters: one, two, three and four bytes. */
static void words_are_seen(void **state)
{
    (void)state;
    static const char *const around[] = {"", "a", "é", "、", "の", "確", "\xf0\x9f\x98\x80", "\n", "せ", "n"};
    struct cs_hints hints = all_hints();
    for (size_t i = 0; i < COUNT(words); i++)
        for (size_t before = 0; before < COUNT(around); before++)
            for (size_t behind = 0; behind < COUNT(around); behind++) {
                char text[256];
                snprintf(text, sizeof text, "%s%s%s", around[before], words[i].word, around[behind]);
                if (!(cs_hints_of(&hints, cs_text_of(text)) & (unsigned)words[i].hint))
                    fail_msg("'%s' is passed over", text);
            }
}

static void count_hinted(const struct cs_hints *hints, const struct cs_profile *profile, unsigned counts[3])
{
    for (uint32_t i = 0; i < profile->sheets[0].catalog->item_count; i++) {
        const struct cs_answer *answer = &profile->sheets[0].by_item[i];
        if (answer->remark.in[CS_JA].size == 0)
            continue;
        unsigned says = cs_hints_of_answer(hints, answer);
        counts[0]++;
        counts[1] += (says & CS_HINT_HANDED_ON) != 0;
        counts[2] += (says & CS_HINT_TRACE) != 0;
    }
}

/* Over published answers, hints are what they are for: most texts give none. */
static void hints_are_few(void **state)
{
    (void)state;
    static const char *const files[] = {"profiles/krew.yaml", "profiles/callconnect.yaml", "profiles/precena.yaml",
                                        "profiles/rescuenow.yaml"};
    struct cs_hints hints = all_hints();
    unsigned counts[3] = {0};
    for (size_t i = 0; i < COUNT(files); i++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_source *source = cs_source_read(job, files[i]);
        struct cs_catalogs catalogs = cs_builtin_catalogs(job);
        count_hinted(&hints, cs_load_profile(job, source, &catalogs), counts);
        cs_job_free(job);
    }
    assert_true(counts[0] > 100);
    assert_true(counts[1] * 3 < counts[0]);
    assert_true(counts[2] * 3 < counts[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_seen), cmocka_unit_test(hints_are_few)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
