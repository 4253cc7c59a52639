/* Restricted Damerau-Levenshtein distance over code points, on folded text. */
#include "base/base.h"
#include "base/job.h"

enum { LONGEST = 64, LOOKS_PER_FILE = 200000 };

static size_t points_of(cs_text text, uint32_t points[LONGEST])
{
    size_t count = 0;
    while (text.size && count < LONGEST)
        points[count++] = cs_text_next(&text);
    return text.size ? LONGEST + 1 : count;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned cs_edit_distance(cs_text a, cs_text b, unsigned limit)
{
    uint32_t x[LONGEST], y[LONGEST];
    size_t n = points_of(a, x), m = points_of(b, y);
    if (n > LONGEST || m > LONGEST || (n > m ? n - m : m - n) > limit)
        return limit + 1;
    unsigned rows[3][LONGEST + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i - 1) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            row[j] = least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + (x[i - 1] != y[j - 1]));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return least(rows[n % 3][m], limit + 1);
}

cs_text cs_guess_text(struct cs_job *job, cs_text wrong, const cs_text *candidates, uint32_t count)
{
    cs_text best = {0};
    cs_text folded = cs_text_fold(&job->arena, wrong);
    size_t length = cs_text_length(folded);
    unsigned limit = length <= 4 ? 1 : 2, nearest = limit + 1;
    /* A file with a thousand wrong ids has another problem; its findings must not cost a thousand searches. */
    if (length == 0 || job->looks > LOOKS_PER_FILE)
        return best;
    job->looks += count;
    for (uint32_t i = 0; i < count; i++) {
        unsigned distance = cs_edit_distance(folded, candidates[i], limit);
        if (distance < nearest) {
            nearest = distance;
            best = candidates[i];
        }
    }
    return best;
}
