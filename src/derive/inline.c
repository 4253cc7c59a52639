/* Inline changes: both texts are cut into runs of one script, Myers' O(ND) finds the shortest way from one to the other,
 * and what was kept between two changes only by chance, being shorter than they are, is given up.
 *
 * Source of the method: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986). */
#include "derive/inline.h"
#include "base/job.h"

#include <string.h>

enum {
    MOST_EDITS = 400, /* beyond so many the texts are given whole: time and memory grow with the square */
    MOST_CHANGED = 60 /* in percent of both texts; beyond it as well */
};

/* --- tokens ------------------------------------------------------------------------------------------------------ */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_KATAKANA, SCRIPT_HIRAGANA, SCRIPT_KANJI, SCRIPT_JOINER, SCRIPT_MARK };

/* Where runs of each script lie. What is not here stands alone; a joiner stands alone unless letters and digits are on
 * both sides of it, as in TLS1.2, 192.168.0.1 or 30-day. */
static const struct {
    uint32_t first, last;
    enum script script;
} ranges[] = {
    {'+', '+', SCRIPT_JOINER},         {'-', '/', SCRIPT_JOINER},         {'0', '9', SCRIPT_LATIN},
    {':', ':', SCRIPT_JOINER},         {'@', '@', SCRIPT_JOINER},         {'A', 'Z', SCRIPT_LATIN},
    {'_', '_', SCRIPT_JOINER},         {'a', 'z', SCRIPT_LATIN},          {0xc0, 0x24f, SCRIPT_LATIN},
    {0x300, 0x36f, SCRIPT_MARK},       {0x200d, 0x200d, SCRIPT_MARK},     {0x3005, 0x3007, SCRIPT_KANJI},
    {0x3041, 0x3096, SCRIPT_HIRAGANA}, {0x3099, 0x309a, SCRIPT_MARK},     {0x309d, 0x309e, SCRIPT_HIRAGANA},
    {0x30a1, 0x30fa, SCRIPT_KATAKANA}, {0x30fc, 0x30fe, SCRIPT_KATAKANA}, {0x3400, 0x4dbf, SCRIPT_KANJI},
    {0x4e00, 0x9fff, SCRIPT_KANJI},    {0xf900, 0xfaff, SCRIPT_KANJI},    {0xfe00, 0xfe0f, SCRIPT_MARK},
    {0xff10, 0xff19, SCRIPT_LATIN},    {0xff21, 0xff3a, SCRIPT_LATIN},    {0xff41, 0xff5a, SCRIPT_LATIN},
    {0xff66, 0xff9f, SCRIPT_KATAKANA}, {0x20000, 0x323af, SCRIPT_KANJI},  {0xe0100, 0xe01ef, SCRIPT_MARK},
};

static enum script script_of(uint32_t point)
{
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= point; i++)
        if (point <= ranges[i].last)
            return ranges[i].script;
    return SCRIPT_NONE;
}

/* The script of the next code point, which is taken off *rest. */
static enum script take_point(cs_text *rest)
{
    return script_of(cs_text_next(rest));
}

/* True when a joiner stands at the start of the text and a letter or digit behind it. */
static bool joins(cs_text text)
{
    return take_point(&text) == SCRIPT_JOINER && text.size && take_point(&text) == SCRIPT_LATIN;
}

/* Takes the next token off *rest. */
static cs_text take_token(cs_text *rest)
{
    cs_text token = *rest;
    enum script script = take_point(rest);
    for (cs_text ahead = *rest; ahead.size; *rest = ahead) {
        bool in_word = script == SCRIPT_LATIN && joins(ahead);
        enum script next = take_point(&ahead);
        bool same = next == script && script != SCRIPT_NONE && script != SCRIPT_JOINER;
        if (next != SCRIPT_MARK && !same && !in_word)
            break;
    }
    token.size -= rest->size;
    return token;
}

struct tokens {
    cs_text *at;
    uint32_t count;
};

static struct tokens tokens_of(struct cs_arena *arena, cs_text text)
{
    struct tokens tokens = {0};
    for (cs_text rest = text; rest.size; tokens.count++)
        take_token(&rest);
    tokens.at = cs_alloc_array(arena, tokens.count + 1u, sizeof *tokens.at);
    for (uint32_t i = 0; i < tokens.count; i++)
        tokens.at[i] = take_token(&text);
    return tokens;
}

/* --- the shortest way -------------------------------------------------------------------------------------------- */

struct differ {
    struct cs_arena arena; /* gone at the end */
    struct tokens old, new;
    int32_t *reached[MOST_EDITS + 1]; /* after d edits: by diagonal -d..d, how far the way in the old text came */
    bool *kept_old, *kept_new;        /* by token */
};

/* How far the best way of d edits comes on diagonal k. */
static int32_t step(const struct differ *differ, int32_t d, int32_t k)
{
    if (d == 0)
        return 0;
    const int32_t *before = differ->reached[d - 1] + d - 1; /* by diagonal, from -(d - 1) on */
    if (k == -d || (k != d && before[k - 1] < before[k + 1]))
        return before[k + 1]; /* a token was put in */
    return before[k - 1] + 1; /* one was taken out */
}

/* The number of edits, or -1 when there are too many. */
static int32_t find_way(struct differ *differ, int32_t most)
{
    int32_t n = (int32_t)differ->old.count, m = (int32_t)differ->new.count;
    for (int32_t d = 0; d <= most; d++) {
        differ->reached[d] = cs_alloc_array(&differ->arena, (size_t)d * 2 + 1, sizeof *differ->reached[d]);
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t x = step(differ, d, k);
            while (x < n && x - k < m && x >= 0 && x - k >= 0 && cs_text_equal(differ->old.at[x], differ->new.at[x - k]))
                x++;
            differ->reached[d][d + k] = x;
            if (x >= n && x - k >= m)
                return d;
        }
    }
    return -1;
}

/* Goes the way back and notes what was kept. */
static void walk_back(struct differ *differ, int32_t d)
{
    int32_t x = (int32_t)differ->old.count, k = x - (int32_t)differ->new.count;
    for (; d >= 0; d--) {
        int32_t start = step(differ, d, k);
        for (; x > start; x--)
            differ->kept_old[x - 1] = differ->kept_new[x - 1 - k] = true;
        if (d == 0)
            return;
        const int32_t *before = differ->reached[d - 1] + d - 1;
        bool put_in = k == -d || (k != d && before[k - 1] < before[k + 1]);
        k += put_in ? 1 : -1;
        x = before[k];
    }
}

/* --- runs -------------------------------------------------------------------------------------------------------- */

/* A change and what was kept behind it: bytes [old, old_end) became [new, new_end), up to the next change all is equal. */
struct hunk {
    const char *old, *old_end, *new, *new_end;
};

static size_t longer(const struct hunk *hunk)
{
    size_t old = (size_t)(hunk->old_end - hunk->old), new = (size_t)(hunk->new_end - hunk->new);
    return old > new ? old : new;
}

static uint32_t hunks_of(struct differ *differ, struct hunk *hunks)
{
    const struct tokens *old = &differ->old, *new = &differ->new;
    uint32_t count = 0, i = 0, j = 0;
    while (i < old->count || j < new->count) {
        if (i < old->count && j < new->count && differ->kept_old[i] && differ->kept_new[j]) {
            i++;
            j++;
            continue;
        }
        struct hunk *hunk = &hunks[count++];
        hunk->old = old->at[i].bytes;
        hunk->new = new->at[j].bytes;
        while (i < old->count && !differ->kept_old[i])
            i++;
        while (j < new->count && !differ->kept_new[j])
            j++;
        hunk->old_end = old->at[i].bytes;
        hunk->new_end = new->at[j].bytes;
    }
    return count;
}

/* Makes one change of two that have less between them than either is long. */
static uint32_t join_hunks(struct hunk *hunks, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        hunks[kept] = hunks[i];
        while (kept > 0) {
            struct hunk *before = &hunks[kept - 1], *last = &hunks[kept];
            size_t between = (size_t)(last->old - before->old_end);
            if (between > longer(before) || between > longer(last))
                break;
            before->old_end = last->old_end;
            before->new_end = last->new_end;
            kept--;
        }
        kept++;
    }
    return kept;
}

static void add_run(struct cs_run *runs, uint32_t *count, enum cs_edit edit, const char *from, const char *to)
{
    if (to > from)
        runs[(*count)++] = (struct cs_run){.edit = edit, .text = {from, (size_t)(to - from)}};
}

static struct cs_runs runs_of(struct cs_job *job, cs_text new, const struct hunk *hunks, uint32_t count)
{
    struct cs_run *runs = cs_alloc_array(&job->arena, count * 3 + 1u, sizeof *runs);
    uint32_t made = 0;
    const char *from = new.bytes;
    for (uint32_t i = 0; i < count; i++) {
        add_run(runs, &made, CS_KEPT, from, hunks[i].new);
        add_run(runs, &made, CS_TAKEN_OUT, hunks[i].old, hunks[i].old_end);
        add_run(runs, &made, CS_PUT_IN, hunks[i].new, hunks[i].new_end);
        from = hunks[i].new_end;
    }
    add_run(runs, &made, CS_KEPT, from, new.bytes + new.size);
    return (struct cs_runs){runs, made};
}

/* True when so little was kept that the changes would not be followed. */
static bool is_another_text(const struct hunk *hunks, uint32_t count, size_t whole)
{
    size_t changed = 0;
    for (uint32_t i = 0; i < count; i++)
        changed += (size_t)(hunks[i].old_end - hunks[i].old) + (size_t)(hunks[i].new_end - hunks[i].new);
    return changed * 100 > whole * MOST_CHANGED;
}

struct cs_runs cs_inline_diff(struct cs_job *job, cs_text old, cs_text new)
{
    struct hunk whole = {old.bytes, old.bytes + old.size, new.bytes, new.bytes + new.size};
    if (cs_text_equal(old, new))
        return runs_of(job, new, NULL, 0);
    if (old.size == 0 || new.size == 0)
        return runs_of(job, new, &whole, 1);
    struct differ differ = {.arena = {.exhausted = job->arena.exhausted, .context = job->arena.context}};
    differ.old = tokens_of(&differ.arena, old);
    differ.new = tokens_of(&differ.arena, new);
    differ.old.at[differ.old.count].bytes = whole.old_end; /* where a last change ends */
    differ.new.at[differ.new.count].bytes = whole.new_end;
    differ.kept_old = cs_alloc_array(&differ.arena, differ.old.count + 1u, sizeof *differ.kept_old);
    differ.kept_new = cs_alloc_array(&differ.arena, differ.new.count + 1u, sizeof *differ.kept_new);
    struct hunk *hunks = &whole;
    uint32_t count = 1;
    int32_t edits = find_way(&differ, MOST_EDITS);
    if (edits >= 0) {
        walk_back(&differ, edits);
        hunks = cs_alloc_array(&differ.arena, (size_t)edits + 1, sizeof *hunks);
        count = join_hunks(hunks, hunks_of(&differ, hunks));
    }
    if (is_another_text(hunks, count, old.size + new.size)) {
        hunks = &whole;
        count = 1;
    }
    struct cs_runs runs = runs_of(job, new, hunks, count);
    cs_arena_release(&differ.arena);
    return runs;
}
