/* YAML to nodes: every text is text, every node knows its bytes, and what we do not take is refused soon. */
#include "yaml/yaml_doc.h"
#include "support.h"
#include "checksheet/rules.h"

#include <time.h>

/* The nodes are released with the job's memory in mind: texts live on, nodes do not. */
struct file {
    struct cs_job *job;
    struct cs_arena nodes;
    const struct cs_source *source;
    const struct cs_node *root;
};

static struct file read_bytes(cs_text bytes)
{
    struct file file = {.job = new_job(CS_JA)};
    file.source = source_of(file.job, "a.yaml", bytes);
    file.root = cs_yaml_read(file.job, &file.nodes, file.source);
    return file;
}

static struct file read_yaml(const char *yaml)
{
    return read_bytes(cs_text_of(yaml));
}

static void drop(struct file *file)
{
    cs_arena_release(&file->nodes);
    cs_job_free(file->job);
}

/* The n-th child. */
static const struct cs_node *child(const struct cs_node *node, int n)
{
    const struct cs_node *at = node->first;
    while (n-- > 0)
        at = at->next;
    return at;
}

static void assert_value(const char *yaml, const char *value, const char *file, int line)
{
    struct file read = read_yaml(yaml);
    if (!read.root || !cs_text_equal(child(read.root, 1)->text, cs_text_of(value))) {
        print_error("%s\nis      '%s'\nought   '%s'\n", yaml, read.root ? shown(child(read.root, 1)->text) : "nothing",
                    value);
        _fail(file, line);
    }
    drop(&read);
}

#define assert_value(yaml, value) assert_value((yaml), (value), __FILE__, __LINE__)

static void assert_refused(const char *yaml, cs_rule rule, uint32_t line, uint32_t column, const char *file, int at)
{
    struct file read = read_yaml(yaml);
    uint32_t count;
    const struct cs_finding *findings = cs_findings(read.job, &count);
    if (read.root || count == 0)
        print_error("was taken: %s\n", yaml);
    bool good = !read.root && count > 0;
    for (uint32_t i = 0; i < count && good; i++) {
        struct cs_place place = cs_source_place(read.source, findings[i].span.start);
        good = i > 0 || (findings[0].rule == rule && place.line == line && place.column == column);
        if (!good)
            print_error("%s\ngives [%s] at %u:%u: %s\n", yaml, shown(cs_rule_slug(findings[i].rule)), place.line,
                        place.column, shown(findings[i].message));
    }
    drop(&read);
    if (!good)
        _fail(file, at);
}

#define assert_refused(yaml, rule, line, column) assert_refused((yaml), (rule), (line), (column), __FILE__, __LINE__)

/* --- values --------------------------------------------------------------------------------------------------------
 */

static void no_type_is_guessed(void **state)
{
    (void)state;
    static const char *const words[] = {"yes",  "no",         "true", "null",  "~",    "1.0",
                                        "0x10", "2025-11-30", "=",    "1_000", ".inf", "010"};
    for (size_t i = 0; i < COUNT(words); i++) {
        char yaml[64];
        snprintf(yaml, sizeof yaml, "a: %s\n", words[i]);
        assert_value(yaml, words[i]);
    }
}

static void styles_of_text(void **state)
{
    (void)state;
    assert_value("a: plain # comment\n", "plain");
    assert_value("a: 'it''s'\n", "it's");
    assert_value("a: \"tab\\tand \\u3042 \\\"q\\\"\"\n", "tab\tand あ \"q\"");
    assert_value("a: |\n  one\n  two\n", "one\ntwo\n");
    assert_value("a: |-\n  one\n\n  two\n", "one\n\ntwo");
    assert_value("a: >\n  one\n  two\n", "one two\n");
    assert_value("a:\n", "");
    assert_value("a: \"\"\n", "");
    assert_value("a: |\n  crlf\r\n  ends\r\n", "crlf\nends\n");
    assert_value("a: 'x' \n", "x");
}

/* YAML joins lines by a blank; between two Japanese characters there is none. */
static void lines_are_joined_as_people_write(void **state)
{
    (void)state;
    assert_value("a: 暗号化して\n  保存します。\n", "暗号化して保存します。");
    assert_value("a: encrypted\n  at rest\n", "encrypted at rest");
    assert_value("a: AES-256\n  で暗号化\n", "AES-256 で暗号化");
    assert_value("a: 鍵は\n  KMS で\n  管理\n", "鍵は KMS で管理");
    assert_value("a: 一行\n\n  二段落\n", "一行\n二段落");
    assert_value("a: 一行\n\n\n  二段落\n", "一行\n\n二段落");
    assert_value("a: 暗号化して\r\n  保存\r\n", "暗号化して保存");
    assert_value("a: 暗号化して\r  保存\r", "暗号化して保存");
    assert_value("a: one\r  two\r", "one two");
    assert_value("a: 𠮷野\n  家\n", "𠮷野家");
}

static void plain_is_known(void **state)
{
    (void)state;
    struct file file = read_yaml("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne:\n");
    static const bool plain[] = {true, false, false, false, true};
    for (int i = 0; i < 5; i++)
        assert_int_equal(child(file.root, 2 * i + 1)->plain, plain[i]);
    drop(&file);
}

/* --- places --------------------------------------------------------------------------------------------------------
 */

static void assert_span(const struct file *file, const struct cs_node *node, const char *text)
{
    assert_text(cs_span_text(cs_node_span(file->source, node)), text);
}

static void every_node_knows_its_bytes(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    static const char *const marks[] = {"", "\xef\xbb\xbf"};
    for (size_t mark = 0; mark < COUNT(marks); mark++)
        for (size_t end = 0; end < COUNT(ends); end++) {
            struct cs_buf yaml = {0};
            cs_buf_add(&yaml, cs_text_of(marks[mark]));
            cs_buf_add(&yaml, CS_TEXT("𠮷: 'あ'"));
            cs_buf_add(&yaml, cs_text_of(ends[end]));
            cs_buf_add(&yaml, CS_TEXT("# 𠮷"));
            cs_buf_add(&yaml, cs_text_of(ends[end]));
            cs_buf_add(&yaml, CS_TEXT("e\u0301: [あ, \"い\\t\", う]"));
            cs_buf_add(&yaml, cs_text_of(ends[end]));
            struct file file = read_bytes(cs_buf_text(&yaml));
            assert_non_null(file.root);
            assert_span(&file, child(file.root, 0), "𠮷");
            assert_span(&file, child(file.root, 1), "'あ'");
            assert_text(child(file.root, 1)->text, "あ");
            assert_span(&file, child(file.root, 2), "e\u0301");
            const struct cs_node *list = child(file.root, 3);
            assert_int_equal(list->kind, CS_NODE_LIST);
            assert_span(&file, list, "[あ, \"い\\t\", う]");
            assert_span(&file, child(list, 0), "あ");
            assert_span(&file, child(list, 1), "\"い\\t\"");
            assert_span(&file, child(list, 2), "う");
            drop(&file);
            cs_buf_free(&yaml);
        }
}

/* A flow list in one line, of every kind of character: each entry's span is what was put there. */
static void spans_in_one_long_line(void **state)
{
    (void)state;
    static const char *const words[] = {"a", "あ", "𠮷", "'é'", "\"○\"", "①x"};
    uint64_t seed = 19;
    for (int round = 0; round < 200; round++) {
        struct cs_buf yaml = {0};
        uint32_t chosen[40], count = draw_below(&seed, 40) + 1;
        cs_buf_add(&yaml, CS_TEXT("k: ["));
        for (uint32_t i = 0; i < count; i++) {
            chosen[i] = draw_below(&seed, COUNT(words));
            cs_buf_add(&yaml, i ? CS_TEXT(", ") : (cs_text){0});
            cs_buf_add(&yaml, cs_text_of(words[chosen[i]]));
        }
        cs_buf_add(&yaml, CS_TEXT("]\n"));
        struct file file = read_bytes(cs_buf_text(&yaml));
        assert_non_null(file.root);
        const struct cs_node *entry = child(file.root, 1)->first;
        for (uint32_t i = 0; i < count; i++, entry = entry->next)
            assert_span(&file, entry, words[chosen[i]]);
        assert_null(entry);
        drop(&file);
        cs_buf_free(&yaml);
    }
}

static void texts_outlive_the_nodes(void **state)
{
    (void)state;
    struct file file = read_yaml("a: plain\nb: \"made\\tanew\"\n");
    cs_text plain = child(file.root, 1)->text, made = child(file.root, 3)->text;
    cs_arena_release(&file.nodes);
    assert_text(plain, "plain");
    assert_text(made, "made\tanew");
    assert_ptr_equal(plain.bytes, file.source->bytes.bytes + 3); /* a view, not a copy */
    drop(&file);
}

/* --- what is refused -----------------------------------------------------------------------------------------------
 */

static void what_we_do_not_take(void **state)
{
    (void)state;
    assert_refused("a: &x 1\n", CS_RULE_YAML_SYNTAX, 1, 4);
    assert_refused("a: *x\n", CS_RULE_YAML_SYNTAX, 1, 4);
    assert_refused("a: !!str x\n", CS_RULE_YAML_SYNTAX, 1, 4);
    assert_refused("a: !x {}\n", CS_RULE_YAML_SYNTAX, 1, 4);
    assert_refused("𠮷: &x [1]\n", CS_RULE_YAML_SYNTAX, 1, 4);
    assert_refused("a: 1\n---\nb: 2\n", CS_RULE_YAML_SYNTAX, 2, 1);
    assert_refused("", CS_RULE_YAML_SYNTAX, 1, 1);
    assert_refused("# only this\n", CS_RULE_YAML_SYNTAX, 1, 1);
    assert_refused("- a\n- b\n", CS_RULE_YAML_SYNTAX, 1, 1);
    assert_refused("text\n", CS_RULE_YAML_SYNTAX, 1, 1);
    assert_refused("a: \"nul \\0\"\n", CS_RULE_NOT_UTF8, 1, 4);
    assert_refused("a: \"bell \\a\"\n", CS_RULE_NOT_UTF8, 1, 4);
    assert_refused("a: \"cr \\r\"\n", CS_RULE_NOT_UTF8, 1, 4);
    assert_refused("a: b\xff\n", CS_RULE_NOT_UTF8, 1, 5);
    assert_refused("a: あ\xe3\x81\n", CS_RULE_NOT_UTF8, 1, 5);
    assert_refused("a: b\x1b\n", CS_RULE_NOT_UTF8, 1, 5);
    assert_refused("a: b\xe2\x80\xa8"
                   "c\n",
                   CS_RULE_NOT_UTF8, 1, 5);
    assert_refused("a: b\n\xc2\x85"
                   "c: d\n",
                   CS_RULE_NOT_UTF8, 2, 1);
}

static void a_nul_byte_is_refused(void **state)
{
    (void)state;
    struct file file = read_bytes(CS_TEXT("a: b\0c\n"));
    assert_null(file.root);
    const struct cs_finding *finding = finding_of(file.job, CS_RULE_NOT_UTF8);
    assert_int_equal(finding->span.start, 4);
    assert_int_equal(finding->span.end, 5);
    assert_holds(finding->message, "U+0000");
    drop(&file);
}

/* Whatever the bytes: no tree means an error was said, a tree means none was, and every span lies in the file. */
static void nothing_fails_in_silence(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "a", "1-1", ":",  ": ",   "\n", "\n  ",         "- ", "[",    "]",        "{", "}",   ", ",  "\"", "'",  "|\n",
        "#", " #",  "あ", "：",   "　", "\t",           "&",  "*",    "!",        "%", "---", "...", "?",  "? ", ">",
        "@", "`",   "\\", "\r\n", "\r", "\xef\xbb\xbf", "<<", "\xff", "\xc2\x85", "𠮷"};
    uint64_t seed = 20;
    uint32_t good = 0;
    for (int round = 0; round < 30000; round++) {
        struct cs_buf yaml = {0};
        for (uint32_t left = draw_below(&seed, 14); left > 0; left--)
            cs_buf_add(&yaml, cs_text_of(parts[draw_below(&seed, COUNT(parts))]));
        struct file file = read_bytes(cs_buf_text(&yaml));
        uint32_t count, errors = cs_finding_count(file.job, CS_ERROR);
        const struct cs_finding *findings = cs_findings(file.job, &count);
        if ((file.root == NULL) != (errors > 0))
            fail_msg("%s with %u errors: '%s'", file.root ? "a tree" : "no tree", errors, shown(cs_buf_text(&yaml)));
        for (uint32_t i = 0; i < count; i++)
            if (findings[i].span.start > findings[i].span.end || findings[i].span.end > yaml.size)
                fail_msg("[%s] has the span %u to %u: '%s'", shown(findings[i].message), findings[i].span.start,
                         findings[i].span.end, shown(cs_buf_text(&yaml)));
        good += file.root != NULL;
        drop(&file);
        cs_buf_free(&yaml);
    }
    assert_true(good > 300 && good < 29000);
}

/* --- abuse ---------------------------------------------------------------------------------------------------------
 */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool is_read_in_time(const char *what, cs_text bytes)
{
    enum { MOST_SECONDS = 5 }; /* generous: a sanitizer's build is slow, the square of the size is far slower */
    double start = seconds();
    struct file file = read_bytes(bytes);
    bool read = file.root != NULL;
    double took = seconds() - start;
    drop(&file);
    if (took > MOST_SECONDS)
        fail_msg("%s: %.1f seconds", what, took);
    return read;
}

static void repeat(struct cs_buf *buf, const char *part, uint32_t count)
{
    while (count-- > 0)
        cs_buf_add(buf, cs_text_of(part));
}

static void abuse_ends_quickly(void **state)
{
    (void)state;
    static const struct {
        const char *what, *head, *part, *tail;
        uint32_t count;
        bool read;
    } cases[] = {
        {"open brackets", "", "[", "", 1 << 20, false},
        {"open braces", "a: ", "{a: ", "", 300000, false},
        {"nested dashes", "", "- ", "a", 1 << 19, false},
        {"question marks", "", "? ", "a", 1 << 19, false},
        {"blanks", "a:", " ", "b\n", 1 << 21, false},
        {"line ends", "a: b", "\n", "c: d\n", 1 << 21, false},
        {"carriage returns", "a: b", "\r", "c: d\n", 1 << 21, false},
        {"tags", "", "%TAG !a! tag:a,2000:\n", "---\na: b\n", 100000, false},
        {"tags below a comment", "#\n", "%TAG !a! tag:a,2000:\n", "---\na: b\n", 100000, false},
        {"tags between comments", "", "%FOO a\n#\n", "---\na: b\n", 100000, false},
        {"a list in one line", "a: [b", ", b", "]\n", 400000, true},
        {"quoted ones in one line", "a: [\"b\\t\"", ", \"b\\t\"", "]\n", 100000, true},
        {"a map in one line", "a: {b: c", ", b: c", "}\n", 200000, true},
        {"hashes", "a: b", " #c", "\n", 1 << 20, true},
        {"quotes", "a: [", "'", "\n", 1 << 20, false},
        {"double quotes", "a: ", "\"", "\n", 1 << 20, false},
        {"colons", "a: ", "b: ", "\n", 1 << 19, false},
        {"anchors", "a: [", "&a ", "\n", 1 << 19, false},
        {"keys without end", "", "aaaaaaaa", "\n", 1 << 18, false},
        {"lines of plain text", "a: b\n", "  b\n", "", 1 << 19, true},
        {"deep indentation", "a:\n", "    b\n", "", 1 << 18, true},
        {"bytes that are not UTF-8", "a: ", "\xff", "\n", 1 << 20, false},
        {"document ends", "a: b\n", "...\n", "", 1 << 18, true},
        {"documents", "", "---\n", "", 1 << 18, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, cs_text_of(cases[i].head));
        repeat(&yaml, cases[i].part, cases[i].count);
        cs_buf_add(&yaml, cs_text_of(cases[i].tail));
        if (is_read_in_time(cases[i].what, cs_buf_text(&yaml)) != cases[i].read)
            fail_msg("%s: %s", cases[i].what, cases[i].read ? "not read" : "read");
        cs_buf_free(&yaml);
    }
}

/* Sixteen levels are room enough for every file we know; the next one is refused where it opens. */
static void depth_has_an_end(void **state)
{
    (void)state;
    for (uint32_t depth = 1; depth < 40; depth++) {
        struct cs_buf yaml = {0};
        repeat(&yaml, "[", depth);
        repeat(&yaml, "]", depth);
        struct cs_buf map = {0};
        cs_buf_add(&map, CS_TEXT("a: "));
        cs_buf_add(&map, cs_buf_text(&yaml));
        struct file file = read_bytes(cs_buf_text(&map));
        assert_int_equal(file.root != NULL, depth <= 15); /* and the mapping itself */
        if (!file.root)
            assert_finding(file.job, CS_RULE_YAML_SYNTAX, 1, 3 + 16, "[");
        drop(&file);
        cs_buf_free(&yaml);
        cs_buf_free(&map);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_type_is_guessed),
        cmocka_unit_test(styles_of_text),
        cmocka_unit_test(lines_are_joined_as_people_write),
        cmocka_unit_test(plain_is_known),
        cmocka_unit_test(every_node_knows_its_bytes),
        cmocka_unit_test(spans_in_one_long_line),
        cmocka_unit_test(texts_outlive_the_nodes),
        cmocka_unit_test(what_we_do_not_take),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(nothing_fails_in_silence),
        cmocka_unit_test(abuse_ends_quickly),
        cmocka_unit_test(depth_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
