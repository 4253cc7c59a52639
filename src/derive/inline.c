/* Inline changes: both texts are split into tokens of one script, Myers' O(ND) algorithm finds the shortest edit
 * script, and matches between two changes that are shorter than either are dropped as coincidental.
 *
 * Source of the method: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986). */
#include "derive/inline.h"
#include "base/job.h"

#include <string.h>

enum {
    MOST_EDITS = 400,  /* above this the texts are given whole: time and memory are quadratic */
    MOST_CHANGED = 60, /* percent of both texts; above this as well, ... */
    /* ... unless this percentage of the shorter one was kept: then the other one is an extension of it */
    MOST_KEPT = 70
};

/* --- tokens ------------------------------------------------------------------------------------------------------ */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_KATAKANA, SCRIPT_HIRAGANA, SCRIPT_KANJI, SCRIPT_JOINER, SCRIPT_MARK };

/* The code point ranges of scripts. A character in none of them, nor in the first cases of script_of, is a token of
 * its own; so is a joiner, unless letters and digits are on both sides of it, as in TLS1.2, 192.168.0.1 or 30-day. */
static const struct {
    uint32_t first, last;
    enum script script;
} ranges[] = {
    {'+', '+', SCRIPT_JOINER},         {'-', '/', SCRIPT_JOINER},         {'0', '9', SCRIPT_LATIN},
    {':', ':', SCRIPT_JOINER},         {'@', '@', SCRIPT_JOINER},         {'A', 'Z', SCRIPT_LATIN},
    {'_', '_', SCRIPT_JOINER},         {'a', 'z', SCRIPT_LATIN},          {0xc0, 0x24f, SCRIPT_LATIN},
    {0x300, 0x36f, SCRIPT_MARK},       {0x200d, 0x200d, SCRIPT_MARK},     {0x3005, 0x3007, SCRIPT_KANJI},
    {0x3099, 0x309a, SCRIPT_MARK},     {0x309d, 0x309e, SCRIPT_HIRAGANA}, {0x30fc, 0x30fe, SCRIPT_KATAKANA},
    {0x3400, 0x4dbf, SCRIPT_KANJI},    {0xf900, 0xfaff, SCRIPT_KANJI},    {0xfe00, 0xfe0f, SCRIPT_MARK},
    {0xff10, 0xff19, SCRIPT_LATIN},    {0xff21, 0xff3a, SCRIPT_LATIN},    {0xff41, 0xff5a, SCRIPT_LATIN},
    {0xff66, 0xff9f, SCRIPT_KATAKANA}, {0x20000, 0x323af, SCRIPT_KANJI},  {0xe0100, 0xe01ef, SCRIPT_MARK},
};

static enum script script_of(uint32_t point)
{
    if (point >= 0x4e00 && point <= 0x9fff) /* first, as are kana: they are most of a text */
        return SCRIPT_KANJI;
    if (point >= 0x3041 && point <= 0x3096)
        return SCRIPT_HIRAGANA;
    if (point >= 0x30a1 && point <= 0x30fa)
        return SCRIPT_KATAKANA;
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

/* True if the text begins with a joiner followed by a letter or digit. */
static bool joins(cs_text text)
{
    return take_point(&text) == SCRIPT_JOINER && text.size && take_point(&text) == SCRIPT_LATIN;
}

/* Takes the next token off *rest, given the script of its first character, and sets that of the next one. */
static cs_text take_token(cs_text *rest, enum script *first)
{
    cs_text token = *rest;
    enum script script = *first;
    cs_text_next(rest);
    for (cs_text ahead = *rest; ahead.size; *rest = ahead) {
        bool in_word = script == SCRIPT_LATIN && joins(ahead);
        *first = take_point(&ahead);
        bool same = *first == script && script != SCRIPT_NONE && script != SCRIPT_JOINER;
        if (*first != SCRIPT_MARK && !same && !in_word)
            break;
    }
    token.size -= rest->size;
    return token;
}

static void cut(struct cs_job *job, struct cs_tokens *tokens, cs_text text)
{
    cs_text peek = text;
    enum script script = text.size ? take_point(&peek) : SCRIPT_NONE;
    tokens->count = 0;
    while (text.size) {
        tokens->at = cs_grow(&job->arena, tokens->at, tokens->count, &tokens->room, sizeof *tokens->at);
        tokens->at[tokens->count++] = take_token(&text, &script);
    }
    tokens->at = cs_grow(&job->arena, tokens->at, tokens->count, &tokens->room, sizeof *tokens->at);
    tokens->at[tokens->count] = text; /* the end of a change at the end */
    while (tokens->kept_room < tokens->room)
        tokens->kept = cs_grow(&job->arena, tokens->kept, tokens->kept_room, &tokens->kept_room, sizeof *tokens->kept);
    memset(tokens->kept, 0, tokens->count);
}

/* True for a script whose tokens never depend on what precedes them. */
static bool keeps_to_itself(enum script script)
{
    return script == SCRIPT_KANJI || script == SCRIPT_HIRAGANA || script == SCRIPT_KATAKANA;
}

size_t cs_same_front(cs_text a, cs_text b)
{
    enum { STEP = 32 };
    size_t most = a.size < b.size ? a.size : b.size, same = 0;
    while (most - same >= STEP && memcmp(a.bytes + same, b.bytes + same, STEP) == 0)
        same += STEP;
    while (same < most && a.bytes[same] == b.bytes[same])
        same++;
    return same;
}

/* Bytes of the common tokens at the front, or fewer: it ends where a token ends whatever follows, so that only the
 * rest must be split. */
static size_t same_front(cs_text old, cs_text new)
{
    size_t same = cs_same_front(old, new);
    enum script behind = SCRIPT_MARK; /* the script of a character that may not begin a token */
    for (size_t at = same; at > 0;) {
        size_t end = at--;
        while (at > 0 && (old.bytes[at] & 0xc0) == 0x80)
            at--;
        cs_text one = cs_text_skip(old, at);
        enum script script = take_point(&one);
        if (old.size - one.size > same)
            continue; /* cut off by what differs */
        if (keeps_to_itself(script) && behind != script && behind != SCRIPT_MARK)
            return end;
        behind = script;
    }
    return 0;
}

/* Bytes that two texts have in common at the end. */
static size_t same_bytes_behind(cs_text a, cs_text b)
{
    enum { STEP = 32 };
    size_t most = a.size < b.size ? a.size : b.size, same = 0;
    while (most - same >= STEP && memcmp(a.bytes + a.size - same - STEP, b.bytes + b.size - same - STEP, STEP) == 0)
        same += STEP;
    while (same < most && a.bytes[a.size - same - 1] == b.bytes[b.size - same - 1])
        same++;
    return same;
}

/* Bytes of the common tokens at the end, or fewer: they begin where a token begins whatever precedes. */
static size_t same_tail(cs_text old, cs_text new)
{
    cs_text tail = cs_text_skip(old, old.size - same_bytes_behind(old, new));
    while (tail.size && ((unsigned char)tail.bytes[0] & 0xc0) == 0x80)
        tail = cs_text_skip(tail, 1);
    enum script before = SCRIPT_MARK; /* behind which a token may go on */
    while (tail.size) {
        cs_text rest = tail;
        enum script script = take_point(&rest);
        if (keeps_to_itself(script) && before != script && before != SCRIPT_MARK)
            break;
        before = script;
        tail = rest;
    }
    return tail.size;
}

/* --- the shortest way -------------------------------------------------------------------------------------------- */

/* By diagonal k, from -d to d: how far in the old text d edits reach. The rows are stored consecutively. */
static int32_t *reached(const struct cs_inliner *inliner, int32_t d)
{
    return inliner->reached + d * d + d;
}

/* How far d edits reach on diagonal k before following equal tokens. */
static int32_t step(const struct cs_inliner *inliner, int32_t d, int32_t k, bool *put_in)
{
    *put_in = false;
    if (d == 0)
        return 0;
    const int32_t *before = reached(inliner, d - 1);
    *put_in = k == -d || (k != d && before[k - 1] < before[k + 1]);
    return *put_in ? before[k + 1] : before[k - 1] + 1;
}

/* The number of edits, or -1 if there are too many. */
static int32_t find_way(struct cs_inliner *inliner)
{
    const struct cs_tokens *old = &inliner->old, *new = &inliner->new;
    int32_t n = (int32_t)old->count, m = (int32_t) new->count;
    bool put_in;
    for (int32_t d = 0; d <= MOST_EDITS; d++) {
        uint32_t needed = (uint32_t)((d + 1) * (d + 1));
        while (inliner->room < needed)
            inliner->reached = cs_grow(&inliner->job->arena, inliner->reached, inliner->room, &inliner->room,
                                       sizeof *inliner->reached);
        for (int32_t k = -d; k <= d; k += 2) {
            int32_t x = step(inliner, d, k, &put_in);
            while (x >= 0 && x < n && x - k >= 0 && x - k < m && cs_text_equal(old->at[x], new->at[x - k]))
                x++;
            reached(inliner, d)[k] = x;
            if (x >= n && x - k >= m)
                return d;
        }
    }
    return -1;
}

/* Backtracks and marks the tokens that were kept. */
static void walk_back(struct cs_inliner *inliner, int32_t d)
{
    int32_t x = (int32_t)inliner->old.count, k = x - (int32_t)inliner->new.count;
    for (; d >= 0; d--) {
        bool put_in;
        int32_t start = step(inliner, d, k, &put_in);
        for (; x > start; x--)
            inliner->old.kept[x - 1] = inliner->new.kept[x - 1 - k] = true;
        k += put_in ? 1 : -1;
        x = put_in ? start : start - 1;
    }
}

/* --- runs -------------------------------------------------------------------------------------------------------- */

static size_t longer(const struct cs_hunk *hunk)
{
    size_t old = (size_t)(hunk->old_end - hunk->old), new = (size_t)(hunk->new_end - hunk->new);
    return old > new ? old : new;
}

/* True for one hiragana of three bytes. */
static bool is_hiragana(const char *at)
{
    cs_text one = {at, 3};
    return take_point(&one) == SCRIPT_HIRAGANA && one.size == 0;
}

/* If a word was inserted into hiragana, or removed from it, the surrounding hiragana were kept: を年1回していますか. */
static void spare_hiragana(struct cs_hunk *hunk)
{
    enum { BYTES = 3 };
    struct cs_hunk less = *hunk;
    while (less.old_end - less.old >= BYTES && less.new_end - less.new >= BYTES &&is_hiragana(less.old) &&
           memcmp(less.old, less.new, BYTES) == 0) {
        less.old += BYTES;
        less.new += BYTES;
    }
    while (less.old_end - less.old >= BYTES && less.new_end - less.new >= BYTES &&is_hiragana(less.old_end - BYTES) &&
           memcmp(less.old_end - BYTES, less.new_end - BYTES, BYTES) == 0) {
        less.old_end -= BYTES;
        less.new_end -= BYTES;
    }
    if (less.old == less.old_end || less.new == less.new_end)
        *hunk = less;
}

static void find_hunks(struct cs_inliner *inliner)
{
    const struct cs_tokens *old = &inliner->old, *new = &inliner->new;
    uint32_t i = 0, j = 0;
    inliner->hunk_count = 0;
    while (i < old->count || j < new->count) {
        if (i < old->count && j < new->count && old->kept[i] && new->kept[j]) {
            i++;
            j++;
            continue;
        }
        struct cs_hunk hunk = {.old = old->at[i].bytes, .new = new->at[j].bytes};
        while (i < old->count && !old->kept[i])
            i++;
        while (j < new->count && !new->kept[j])
            j++;
        hunk.old_end = old->at[i].bytes;
        hunk.new_end = new->at[j].bytes;
        spare_hiragana(&hunk);
        inliner->hunks =
            cs_grow(&inliner->job->arena, inliner->hunks, inliner->hunk_count, &inliner->hunk_room, sizeof hunk);
        inliner->hunks[inliner->hunk_count++] = hunk;
    }
}

/* Merges two changes with less between them than either of them is long. */
static uint32_t join_hunks(struct cs_hunk *hunks, uint32_t count)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        hunks[kept] = hunks[i];
        while (kept > 0) {
            struct cs_hunk *before = &hunks[kept - 1], *last = &hunks[kept];
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

static struct cs_runs runs_of(struct cs_job *job, cs_text new, const struct cs_hunk *hunks, uint32_t count)
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

/* True if so little was kept that marked changes would be unreadable. */
static bool is_another_text(const struct cs_hunk *hunks, uint32_t count, cs_text old, cs_text new)
{
    size_t whole = old.size + new.size, shorter = old.size < new.size ? old.size : new.size, changed = 0;
    for (uint32_t i = 0; i < count; i++)
        changed += (size_t)(hunks[i].old_end - hunks[i].old) + (size_t)(hunks[i].new_end - hunks[i].new);
    size_t kept = (whole - changed) / 2;
    return changed * 100 > whole * MOST_CHANGED && kept * 100 < shorter * MOST_KEPT;
}

struct cs_runs cs_inline_diff(struct cs_inliner *inliner, cs_text old, cs_text new)
{
    const struct cs_hunk whole = {old.bytes, old.bytes + old.size, new.bytes, new.bytes + new.size};
    if (cs_text_equal(old, new))
        return runs_of(inliner->job, new, NULL, 0);
    if (old.size == 0 || new.size == 0)
        return runs_of(inliner->job, new, &whole, 1);
    size_t same = same_front(old, new);
    cs_text old_rest = cs_text_skip(old, same), new_rest = cs_text_skip(new, same);
    size_t tail = same_tail(old_rest, new_rest);
    cut(inliner->job, &inliner->old, (cs_text){old_rest.bytes, old_rest.size - tail});
    cut(inliner->job, &inliner->new, (cs_text){new_rest.bytes, new_rest.size - tail});
    int32_t edits = find_way(inliner);
    if (edits < 0)
        return runs_of(inliner->job, new, &whole, 1);
    walk_back(inliner, edits);
    find_hunks(inliner);
    uint32_t count = join_hunks(inliner->hunks, inliner->hunk_count);
    if (is_another_text(inliner->hunks, count, old, new))
        return runs_of(inliner->job, new, &whole, 1);
    return runs_of(inliner->job, new, inliner->hunks, count);
}
