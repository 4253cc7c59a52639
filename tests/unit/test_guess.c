/* "Did you mean": the distance against a slow definition of it, and the care not to guess wildly.
 *
 * The distance is the restricted one (no character is touched again after a swap), which is no metric: CA, AC, ABC
 * break the triangle. What holds, since a swap is two other edits, is the triangle with twice the right side. */
#include "support.h"
#include "base/base.h"

enum { LIMIT = 40 };

static cs_text word(struct cs_arena *arena, uint64_t *seed, uint32_t most)
{
    static const char *const letters[] = {"a", "b", "あ", "𠮷"};
    struct cs_buf buf = {0};
    for (uint32_t left = draw_below(seed, most + 1); left > 0; left--)
        cs_buf_add(&buf, cs_text_of(letters[draw_below(seed, COUNT(letters))]));
    cs_text text = cs_text_copy(arena, cs_buf_text(&buf));
    cs_buf_free(&buf);
    return text;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The definition, by recursion from the front. */
static unsigned distance_slowly(cs_text a, cs_text b)
{
    cs_text x = a, y = b;
    uint32_t p = cs_text_next(&x), q = cs_text_next(&y);
    if (a.size == 0 || b.size == 0)
        return (unsigned)(cs_text_length(a) + cs_text_length(b));
    if (p == q)
        return distance_slowly(x, y);
    unsigned best = 1 + least(distance_slowly(x, y), least(distance_slowly(x, b), distance_slowly(a, y)));
    cs_text x2 = x, y2 = y;
    if (x.size && y.size && cs_text_next(&x2) == q && cs_text_next(&y2) == p)
        best = least(best, 1 + distance_slowly(x2, y2));
    return best;
}

static void distance_is_what_it_says(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 13;
    for (int round = 0; round < 3000; round++) {
        cs_text a = word(&job->arena, &seed, 5), b = word(&job->arena, &seed, 5);
        unsigned expected = distance_slowly(a, b);
        assert_int_equal(cs_edit_distance(a, b, LIMIT), expected);
        for (unsigned limit = 0; limit < 6; limit++)
            assert_int_equal(cs_edit_distance(a, b, limit), least(expected, limit + 1));
    }
}

static void laws_of_distance(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 14;
    for (int round = 0; round < 20000; round++) {
        cs_text a = word(&job->arena, &seed, 9), b = word(&job->arena, &seed, 9), c = word(&job->arena, &seed, 9);
        unsigned ab = cs_edit_distance(a, b, LIMIT), bc = cs_edit_distance(b, c, LIMIT),
                 ac = cs_edit_distance(a, c, LIMIT);
        size_t m = cs_text_length(a), n = cs_text_length(b);
        assert_int_equal(ab, cs_edit_distance(b, a, LIMIT));
        assert_int_equal(ab == 0, cs_text_equal(a, b));
        assert_true(ab >= (m > n ? m - n : n - m) && ab <= (m > n ? m : n));
        assert_true(ac <= 2 * (ab + bc));
    }
    assert_int_equal(cs_edit_distance(CS_TEXT("CA"), CS_TEXT("ABC"), LIMIT), 3);
}

static void long_words_are_far(void **state)
{
    (void)state;
    char bytes[300];
    memset(bytes, 'a', sizeof bytes);
    cs_text at_limit = {bytes, 64}, above = {bytes, 65}, far = {bytes, 300};
    assert_int_equal(cs_edit_distance(at_limit, at_limit, 2), 0);
    assert_int_equal(cs_edit_distance(above, above, 2), 3);
    assert_int_equal(cs_edit_distance(far, far, 2), 3);
    assert_int_equal(cs_edit_distance(CS_TEXT(""), far, 2), 3);
}

static void guesses(void **state)
{
    struct cs_job *job = *state;
    const cs_text keys[] = {CS_TEXT("remark"), CS_TEXT("reviewed"), CS_TEXT("evidence"), CS_TEXT("6-8"),
                            CS_TEXT("6-18")};
    static const struct {
        const char *wrong, *guess;
    } cases[] = {{"remrk", "remark"},
                 {"ramerk", "remark"},
                 {"evidense", "evidence"},
                 {"evdnc", ""},
                 {"６－８", "6-8"},
                 {"6-9", "6-8"},
                 {"7-9", ""},
                 {"", ""},
                 {"まったく別", ""},
                 {"6-188", "6-18"}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(cs_guess_text(job, cs_text_of(cases[i].wrong), keys, COUNT(keys)), cases[i].guess);
    assert_int_equal(cs_guess_text(job, CS_TEXT("a"), NULL, 0).size, 0);
}

/* A guess is never farther than promised: 1 for up to four characters, 2 above. */
static void no_guess_is_wild(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 15;
    cs_text candidates[20];
    for (int round = 0; round < 2000; round++) {
        for (size_t i = 0; i < COUNT(candidates); i++)
            candidates[i] = word(&job->arena, &seed, 8);
        cs_text wrong = word(&job->arena, &seed, 8), guess = cs_guess_text(job, wrong, candidates, COUNT(candidates));
        unsigned bound = cs_text_length(wrong) <= 4 ? 1 : 2, nearest = LIMIT;
        for (size_t i = 0; i < COUNT(candidates); i++)
            nearest = least(nearest, cs_edit_distance(wrong, candidates[i], LIMIT));
        if (wrong.size && guess.size)
            assert_int_equal(cs_edit_distance(wrong, guess, LIMIT), nearest);
        if (wrong.size && guess.size == 0) /* the empty candidate is no help and may win */
            assert_true(nearest > bound || cs_text_length(wrong) <= bound);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(distance_is_what_it_says), job_test(laws_of_distance), job_test(long_words_are_far), job_test(guesses),
        job_test(no_guess_is_wild),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
