/* Edits of a person's file. The law: an edit and its undoing give the same bytes, for every kind of edit, at keys of every
 * file that the project ships or tests with; what an edit is not about stays, line for line. */
#include "scaffold/edits.h"
#include "scaffold/edit.h"
#include "support.h"
#include "yaml/yaml_doc.h"

#include <glob.h>

/* --- one edit ----------------------------------------------------------------------------------------------------- */

/* A file under edit, and what came out of the last one. */
struct bench {
    struct cs_job *job;
    const struct cs_source *source;
    struct cs_edits *edit;
};

static struct bench open_bytes(cs_text bytes)
{
    struct bench bench = {.job = new_job(CS_JA)};
    bench.source = source_of(bench.job, "a.yaml", bytes);
    bench.edit = cs_edit_begin(bench.job, bench.source);
    return bench;
}

/* The edit that undoes a finished one; `after` is the file with that one applied. */
static struct cs_edits *undo_of(struct cs_job *job, const struct cs_edits *edit, const struct cs_source *after)
{
    if (!edit->finished || edit->failed || !cs_text_equal(edit->after, after->bytes))
        return NULL;
    struct cs_edits *undo = cs_edit_begin(job, after);
    cs_text before = edit->tree.source->bytes;
    uint32_t added = 0, taken = 0;
    for (uint32_t i = 0; undo && i < edit->splice_count; i++) {
        const struct cs_replacement *splice = &edit->splices[i];
        uint32_t start = splice->start + added - taken, size = (uint32_t)splice->text.size;
        cs_edit_add_splice(undo, start, start + size, OF_A_VALUE,
                           (cs_text){before.bytes + splice->start, splice->end - splice->start});
        added += size;
        taken += splice->end - splice->start;
    }
    return undo;
}

/* The bytes after the edit; the file is then these. */
static cs_text finish(struct bench *bench)
{
    cs_text bytes;
    if (!cs_edit_finish(bench->edit, &bytes))
        return (cs_text){0};
    bench->source = cs_source_add(bench->job, bench->source->path, bytes);
    bench->edit = cs_edit_begin(bench->job, bench->source);
    return bytes;
}

static void assert_finish(struct bench *bench, const char *expected, const char *file, int line)
{
    cs_text bytes;
    bool good = cs_edit_finish(bench->edit, &bytes);
    if (!good || !cs_text_equal(bytes, cs_text_of(expected))) {
        print_error("is      '%s'\nought   '%s'\n", good ? shown(bytes) : "refused", expected);
        _fail(file, line);
    }
    const struct cs_source *after = cs_source_add(bench->job, bench->source->path, bytes);
    struct cs_edits *undo = undo_of(bench->job, bench->edit, after);
    assert_non_null(undo);
    assert_true(cs_edit_finish(undo, &bytes));
    assert_true(cs_text_equal(bytes, bench->source->bytes));
    cs_job_free(bench->job);
}

#define assert_finish(bench, expected) assert_finish((bench), (expected), __FILE__, __LINE__)

#define assert_set(yaml, expected, text, ...)                                                                          \
    do {                                                                                                               \
        struct bench bench = open_bytes(CS_TEXT(yaml));                                                                \
        assert_true(cs_edit_set(bench.edit, CS_KEYS(__VA_ARGS__), CS_TEXT(text)));                                     \
        assert_finish(&bench, expected);                                                                               \
    } while (0)

#define A CS_TEXT("a")
#define B CS_TEXT("b")
#define C CS_TEXT("c")

static void test_set(void **state)
{
    (void)state;
    assert_set("a: 1\nb: 2\n", "a: x\nb: 2\n", "x", A);
    assert_set("a: 1  # why\nb: 2\n", "a: x  # why\nb: 2\n", "x", A);
    assert_set("a:\nb: 2\n", "a: x\nb: 2\n", "x", A);
    assert_set("a:  # why\nb: 2\n", "a: x  # why\nb: 2\n", "x", A);
    assert_set("a: 'it'\n", "a: 'it''s'\n", "it's", A);
    assert_set("a: \"1\"\n", "a: \"x\"\n", "x", A);
    assert_set("a: 1\n", "a: \"b: c\"\n", "b: c", A);
    assert_set("a: 1  # why\nb: 2\n", "a: |  # why\n  x\n  y\nb: 2\n", "x\ny", A);
    assert_set("a: |  # why\n  x\n  y\nb: 2\n", "a: 1  # why\nb: 2\n", "1", A);
    assert_set("a: |\n  x\n\n\nb: 2\n", "a: 1\n\n\nb: 2\n", "1", A);
    assert_set("a: |+\n  x\n\nb: 2\n", "a: 1\nb: 2\n", "1", A);
    assert_set("a: 1\nb: 2\n", "a:\nb: 2\n", "", A);
    assert_set("a: two\n  lines  # why\nb: 2\n", "a: x  # why\nb: 2\n", "x", A);
    assert_set("a:\n  below  # why\nb: 2\n", "# why\na: x\nb: 2\n", "x", A);
    assert_set("a: [1,\n  2]\nb: 2\n", "a: x\nb: 2\n", "x", A);
    assert_set("\xef\xbb\xbf"
               "a: 1\r\nb: 2\r\n",
               "\xef\xbb\xbf"
               "a: |\r\n  x\r\n  y\r\nb: 2\r\n",
               "x\ny", A);
    assert_set("a: 1", "a: |\n  x\n  y", "x\ny", A);
    assert_set("a: 1\rb: 2\r", "a: |\r  x\r  y\rb: 2\r", "x\ny", A);
    assert_set("a:\n  # kept\n  b: 1  # too\nc: 2\n", "# kept\n# too\na: x\nc: 2\n", "x", A);
    assert_set("a:\n  b: 1\n  # below\nc: 2\n", "a: x\n  # below\nc: 2\n", "x", A);
    assert_set("a:\n  # below\nc: 2\n", "# below\na: |\n  x\n  y\nc: 2\n", "x\ny", A);
}

static void test_set_inside(void **state)
{
    (void)state;
    assert_set("a:\n  b: 1\nc: 2\n", "a:\n  b: x\nc: 2\n", "x", A, B);
    assert_set("a:\n    b: 1\n", "a:\n    b: |\n      x\n      y\n", "x\ny", A, B);
    assert_set("a: {b: 1, c: 2}\n", "a: {b: x, c: 2}\n", "x", A, B);
    assert_set("a: {b: 1}\n", "a: {b: \"x, y\"}\n", "x, y", A, B);
    assert_set("a: {b, c: 2}\n", "a: {b: x, c: 2}\n", "x", A, B);
    assert_set("a: {b: , c: 2}\n", "a: {b: x , c: 2}\n", "x", A, B);
}

static void test_add(void **state)
{
    (void)state;
    assert_set("a: 1\n", "a: 1\nb: x\n", "x", B);
    assert_set("a: 1", "a: 1\nb: x", "x", B);
    assert_set("a: 1\r\n", "a: 1\r\nb: x\r\n", "x", B);
    assert_set("a:\n  c: 1\n  # note\nd: 2\n", "a:\n  c: 1\n  b: x\n  # note\nd: 2\n", "x", A, B);
    assert_set("a:\n    c: 1\nd:\ne: 2\n", "a:\n    c: 1\nd:\n    b: x\ne: 2\n", "x", CS_TEXT("d"), B);
    assert_set("a:\nd: 2\n", "a:\n  b:\n    c: x\nd: 2\n", "x", A, B, C);
    assert_set("a: {}\nd: 2\n", "a:\n  b: x\nd: 2\n", "x", A, B);
    assert_set("a: {c: 1}\nd: 2\n", "a: {c: 1, b: x}\nd: 2\n", "x", A, B);
    assert_set("a: {c: 1}\nd: 2\n", "a: {c: 1, b: \"[x]\"}\nd: 2\n", "[x]", A, B);
    assert_set("a: 1\n...\n", "a: 1\nMETI 6-8: x\n...\n", "x", CS_TEXT("METI 6-8"));
    assert_set("a: |\n  text\n\n# end\n", "a: |\n  text\nb: x\n\n# end\n", "x", B);
}

static void test_refused(void **state)
{
    (void)state;
    cs_text bytes;
    struct bench bench = open_bytes(CS_TEXT("a: 1\nb: {c: 1}\n"));
    assert_false(cs_edit_set(bench.edit, CS_KEYS(A, B), CS_TEXT("x")));
    assert_false(cs_edit_finish(bench.edit, &bytes));
    bench.edit = cs_edit_begin(bench.job, bench.source);
    assert_false(cs_edit_remove(bench.edit, CS_KEYS(C)));
    bench.edit = cs_edit_begin(bench.job, bench.source);
    assert_false(cs_edit_insert(bench.edit, CS_KEYS(B), CS_EDIT_LAST, CS_TEXT("d: 1\n"), 0));
    bench.edit = cs_edit_begin(bench.job, bench.source);
    assert_true(cs_edit_remove(bench.edit, CS_KEYS(A)));
    assert_true(cs_edit_set(bench.edit, CS_KEYS(A), CS_TEXT("x"))); /* both are about the same bytes */
    assert_false(cs_edit_finish(bench.edit, &bytes));
    bench.edit = cs_edit_begin(bench.job, bench.source);
    assert_true(cs_edit_set_lines(bench.edit, CS_KEYS(A), CS_TEXT(" [x"), 0)); /* what comes out is no YAML */
    assert_false(cs_edit_finish(bench.edit, &bytes));
    bench.edit = cs_edit_begin(bench.job, bench.source);
    assert_true(cs_edit_set_lines(bench.edit, CS_KEYS(A), CS_TEXT(" x #"), 0));
    cs_job_free(bench.job);
}

static void test_insert(void **state)
{
    (void)state;
    struct bench bench = open_bytes(CS_TEXT("a:\n  # of b\n  b: 1\n\n  # ---- two ----\n  # of c\n  c: 2\n"));
    assert_true(cs_edit_insert(bench.edit, CS_KEYS(A, C), CS_EDIT_BEFORE, CS_TEXT("# of d\nd:\n"), 0));
    assert_true(cs_edit_insert(bench.edit, CS_KEYS(A, B), CS_EDIT_BEHIND, CS_TEXT("  e:\n    f: 1\n"), 2));
    assert_true(cs_edit_insert(bench.edit, CS_KEYS(A), CS_EDIT_LAST, CS_TEXT("g:\n"), 0));
    assert_true(cs_edit_insert(bench.edit, CS_KEYS(A), CS_EDIT_LAST, CS_TEXT("h:\n"), 0));
    assert_true(cs_edit_set(bench.edit, CS_KEYS(A, C), CS_TEXT("x\ny")));
    assert_finish(&bench, "a:\n  # of b\n  b: 1\n  e:\n    f: 1\n\n  # ---- two ----\n  # of d\n  d:\n  # of c\n"
                          "  c: |\n    x\n    y\n  g:\n  h:\n");
}

static void test_take(void **state)
{
    (void)state;
    struct bench bench = open_bytes(CS_TEXT("a: 1\n\n# of b\nb: |\n  x\n  # text\n# of c\nc: 2"));
    assert_true(cs_edit_remove(bench.edit, CS_KEYS(B)));
    assert_finish(&bench, "a: 1\n\n# of c\nc: 2");
    bench = open_bytes(CS_TEXT("a: 1\n# of b\nb: 2"));
    assert_true(cs_edit_remove(bench.edit, CS_KEYS(B)));
    assert_finish(&bench, "a: 1");
    bench = open_bytes(CS_TEXT("a: {a: 1, b: 2, c: 3}\n"));
    assert_true(cs_edit_remove(bench.edit, CS_KEYS(A, B)));
    assert_finish(&bench, "a: {a: 1, c: 3}\n");
    bench = open_bytes(CS_TEXT("a: {a: 1, b: 2, c: 3}\n"));
    assert_true(cs_edit_remove(bench.edit, CS_KEYS(A, C)));
    assert_finish(&bench, "a: {a: 1, b: 2}\n");
    bench = open_bytes(CS_TEXT("a: 1\nb: 2\n# of c\nc: 3\n"));
    assert_true(cs_edit_move(bench.edit, CS_KEYS(C), CS_EDIT_BEFORE, B));
    assert_finish(&bench, "a: 1\n# of c\nc: 3\nb: 2\n");
    bench = open_bytes(CS_TEXT("a: 1\nb: 2\nc: 3"));
    assert_true(cs_edit_move(bench.edit, CS_KEYS(C), CS_EDIT_FIRST, (cs_text){0}));
    assert_finish(&bench, "c: 3\na: 1\nb: 2");
    bench = open_bytes(CS_TEXT("a: {a: 1, b: 2, c: 3}\n"));
    assert_true(cs_edit_move(bench.edit, CS_KEYS(A, C), CS_EDIT_BEHIND, A));
    assert_finish(&bench, "a: {a: 1, c: 3, b: 2}\n");
    bench = open_bytes(CS_TEXT("\"46.1\": x\n"));
    assert_true(cs_edit_rename(bench.edit, CS_KEYS(CS_TEXT("46.1")), CS_TEXT("47.1")));
    assert_finish(&bench, "\"47.1\": x\n");
}

/* --- the law ------------------------------------------------------------------------------------------------------ */

static void assert_same(struct bench *bench, cs_text before, const char *what, const char *path, struct cs_keys keys)
{
    cs_text bytes = finish(bench);
    if (cs_text_equal(bytes, before))
        return;
    size_t same = 0;
    while (same < bytes.size && same < before.size && bytes.bytes[same] == before.bytes[same])
        same++;
    print_error("%s: %s of %s %s %s is not undone\nis    '%.100s'\nought '%.100s'\n", path, what, shown(keys.at[0]),
                shown(keys.at[1]), shown(keys.at[2]), shown(cs_text_skip(bytes, same)),
                shown(cs_text_skip(before, same)));
    fail();
}

static void assert_made(bool made, const char *what, const char *path, struct cs_keys keys)
{
    if (made)
        return;
    print_error("%s: %s of %s %s %s is refused\n", path, what, shown(keys.at[0]), shown(keys.at[1]), shown(keys.at[2]));
    fail();
}

/* A word as if it were one of the file's keys. */
static struct cs_keys beside(struct cs_keys keys, cs_text word)
{
    uint32_t depth = 0;
    while (depth + 1 < COUNT(keys.at) && keys.at[depth + 1].size)
        depth++;
    keys.at[depth] = word;
    return keys;
}

static bool is_word(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!((text.bytes[i] >= 'a' && text.bytes[i] <= 'z') || (text.bytes[i] >= '0' && text.bytes[i] <= '9') ||
              text.bytes[i] == '-'))
            return false;
    return text.size > 0 && text.bytes[0] != '-';
}

/* Every kind of edit, and the edit that takes it back, by the same operations. */
static void undo_by_edits(cs_text before, const char *path, struct cs_keys keys, bool in_flow)
{
    static const cs_text texts[] = {CS_LITERAL("x"), CS_LITERAL("a: b # c"), CS_LITERAL("")};
    uint32_t indent;
    struct bench bench = open_bytes(before);
    cs_text value = cs_edit_value(bench.edit, keys, &indent);
    for (size_t i = 0; i < COUNT(texts) && cs_text_find(value, CS_TEXT("#")) < 0 && !(in_flow && value.size == 0);
         i++) {
        assert_made(cs_edit_set(bench.edit, keys, texts[i]), "setting", path, keys);
        assert_made(finish(&bench).size, "setting", path, keys);
        assert_made(cs_edit_set_lines(bench.edit, keys, value, indent), "setting back", path, keys);
        assert_same(&bench, before, "setting", path, keys);
    }
    struct cs_keys other = beside(keys, CS_TEXT("x-new"));
    assert_made(cs_edit_set(bench.edit, other, CS_TEXT("x")), "adding", path, keys);
    assert_made(finish(&bench).size && cs_edit_remove(bench.edit, other), "adding", path, keys);
    assert_same(&bench, before, "adding", path, keys);
    for (int behind = 0; behind < 2 && !in_flow; behind++) {
        assert_made(cs_edit_insert(bench.edit, keys, behind ? CS_EDIT_BEHIND : CS_EDIT_BEFORE,
                                   CS_TEXT("# new\nx-new:\n  - |\n    x\n"), 0),
                    "inserting", path, keys);
        assert_made(finish(&bench).size && cs_edit_remove(bench.edit, other), "inserting", path, keys);
        assert_same(&bench, before, "inserting", path, keys);
    }
    cs_text name = keys.at[0];
    for (size_t i = 0; i < COUNT(keys.at) && keys.at[i].size; i++)
        name = keys.at[i];
    if (is_word(name)) {
        assert_made(cs_edit_rename(bench.edit, keys, CS_TEXT("x-new")), "renaming", path, keys);
        assert_made(finish(&bench).size && cs_edit_rename(bench.edit, other, name), "renaming", path, keys);
        assert_same(&bench, before, "renaming", path, keys);
    }
    cs_job_free(bench.job);
}

/* Edits whose undoing has to know where things stood. */
static void undo_by_memory(cs_text before, const char *path, struct cs_keys keys, bool is_only)
{
    static const char *const names[] = {"setting lines", "taking out", "moving up", "moving down"};
    for (size_t i = 0; i < COUNT(names); i++) {
        cs_text bytes;
        if (i == 1 && is_only)
            continue; /* nothing would be left of the file */
        struct bench bench = open_bytes(before);
        bool made = i == 0   ? cs_edit_set(bench.edit, keys, CS_TEXT("x\n\ny: # z"))
                    : i == 1 ? cs_edit_remove(bench.edit, keys)
                             : cs_edit_move(bench.edit, keys, i == 2 ? CS_EDIT_FIRST : CS_EDIT_LAST, (cs_text){0});
        assert_made(made && cs_edit_finish(bench.edit, &bytes), names[i], path, keys);
        const struct cs_source *after = cs_source_add(bench.job, bench.source->path, bytes);
        bench.edit = undo_of(bench.job, bench.edit, after);
        assert_made(bench.edit != NULL, "undoing", path, keys);
        bench.source = after;
        assert_same(&bench, before, names[i], path, keys);
        cs_job_free(bench.job);
    }
}

/* The keys of a file by their paths, as far as names lead to them. */
struct all_keys {
    struct cs_keys *at;
    bool *in_flow;
    uint32_t count, room;
    struct cs_arena *arena;
};

static void gather(struct all_keys *all, const struct cs_source *source, const struct cs_node *map, struct cs_keys keys,
                   uint32_t depth, bool in_flow)
{
    enum { DEEPEST = 6 };
    in_flow = in_flow || source->bytes.bytes[map->start] == '{';
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        bool is_usable = key->kind == CS_NODE_TEXT && key->text.size > 0;
        for (const struct cs_node *other = map->first; other != key; other = other->next->next)
            is_usable = is_usable && !cs_text_equal(other->text, key->text);
        if (!is_usable)
            continue;
        uint32_t room = all->room;
        keys.at[depth] = key->text;
        all->at = cs_grow(all->arena, all->at, all->count, &room, sizeof *all->at);
        all->in_flow = cs_grow(all->arena, all->in_flow, all->count, &all->room, sizeof *all->in_flow);
        all->at[all->count] = keys;
        all->in_flow[all->count++] = in_flow;
        if (key->next->kind == CS_NODE_MAP && depth + 1 < DEEPEST)
            gather(all, source, key->next, keys, depth + 1, in_flow);
    }
    keys.at[depth] = (cs_text){0};
}

/* Tries at most so many keys of a file, and of a large one two. */
static uint32_t keep_law(cs_text bytes, const char *path, uint32_t most)
{
    enum { LARGE = 30000, MOST_OF_LARGE = 2 };
    struct cs_job *job = new_job(CS_JA);
    const struct cs_source *source = source_of(job, path, bytes);
    const struct cs_node *root = cs_yaml_read(job, &job->arena, source);
    struct all_keys all = {.arena = &job->arena};
    uint64_t seed = bytes.size;
    if (root)
        gather(&all, source, root, (struct cs_keys){0}, 0, false);
    most = bytes.size > LARGE ? MOST_OF_LARGE : most;
    uint32_t tried = all.count < most ? all.count : most;
    for (uint32_t i = 0; i < tried; i++) {
        uint32_t at = all.count <= most ? i : draw_below(&seed, all.count);
        undo_by_edits(bytes, path, all.at[at], all.in_flow[at]);
        undo_by_memory(bytes, path, all.at[at], !root->first->next->next && !all.at[at].at[1].size);
    }
    cs_job_free(job);
    return tried;
}

/* A YAML file as it is and with other line ends, and without the last. */
static uint32_t keep_law_of(const char *path)
{
    uint32_t tried = 0;
    struct cs_job *job = new_job(CS_JA);
    const struct cs_source *source = cs_source_read(job, path);
    if (source) {
        struct cs_buf crlf = {0};
        cs_text bytes = source->bytes;
        for (size_t k = 0; k < bytes.size; k++) {
            if (bytes.bytes[k] == '\n' && (k == 0 || bytes.bytes[k - 1] != '\r'))
                cs_buf_add_byte(&crlf, '\r');
            cs_buf_add_byte(&crlf, bytes.bytes[k]);
        }
        tried += keep_law(bytes, path, 8);
        tried += keep_law(cs_buf_text(&crlf), path, 2);
        while (bytes.size && (bytes.bytes[bytes.size - 1] == '\n' || bytes.bytes[bytes.size - 1] == '\r'))
            bytes.size--;
        tried += keep_law(bytes, path, 2);
        cs_buf_free(&crlf);
    }
    cs_job_free(job);
    return tried;
}

static uint32_t keep_law_in(const char *pattern)
{
    uint32_t tried = 0;
    glob_t files;
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += is_thorough() ? 1 : 16)
        tried += keep_law_of(files.gl_pathv[i]);
    globfree(&files);
    return tried;
}

static void test_law(void **state)
{
    (void)state;
    static const char *const patterns[] = {"profiles/*.yaml", "controls/*.yaml", "controls/crosswalk/*.yaml",
                                           "tests/cases/*/*.yaml"};
    uint32_t tried = 0;
    for (size_t i = 0; i < COUNT(patterns); i++)
        tried += keep_law_in(patterns[i]);
    assert_true(tried > (is_thorough() ? 1000 : 50));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),    cmocka_unit_test(test_set_inside), cmocka_unit_test(test_add),
        cmocka_unit_test(test_insert), cmocka_unit_test(test_take),       cmocka_unit_test(test_refused),
        cmocka_unit_test(test_law),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
