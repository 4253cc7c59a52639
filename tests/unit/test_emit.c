/* The formats that are text: each read back with a reader of its own, against the sheet it was made from. */
#include "support.h"

#include <jansson.h>

enum { COLUMNS = 4, ITEMS = 12 };

static const enum cs_role roles[COLUMNS] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_ANSWER, CS_ROLE_REMARK};

static void add_words(struct cs_buf *buf, uint64_t *seed)
{
    static const char *const words[] = {
        "a", "あ", "𠮷", " ", "\n", ",", "\"", "=1", "|", "*", "<b>", "\\", "\t", "https://e.jp/", "'"};
    for (uint32_t left = draw_below(seed, 6); left > 0; left--)
        cs_buf_add(buf, cs_text_of(words[draw_below(seed, COUNT(words))]));
}

static cs_text random_text(struct cs_job *job, uint64_t *seed)
{
    struct cs_buf buf = {0};
    add_words(&buf, seed);
    cs_text text = cs_text_copy(&job->arena, cs_buf_text(&buf));
    cs_buf_free(&buf);
    return text;
}

/* A sheet of every kind of row, its cells full of what formats trip over. */
static struct cs_sheet *random_sheet(struct cs_job *job, uint64_t *seed)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    *sheet = (struct cs_sheet){.language = CS_JA, .title = CS_TEXT("題"), .catalog_id = CS_TEXT("T")};
    cs_sheet_set_columns(job, sheet, roles, COLUMNS);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = sheet->title;
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_NOTE, 2);
    row->cells[0].text = CS_TEXT("会社");
    row->cells[1].text = random_text(job, seed);
    row = cs_sheet_add_row(job, sheet, CS_ROW_HEADER, COLUMNS);
    for (uint32_t i = 0; i < COLUMNS; i++)
        row->cells[i].text = sheet->columns[i].title;
    for (uint32_t i = 0; i < ITEMS; i++) {
        char number[8];
        int size = snprintf(number, sizeof number, "1-%u", i);
        if (i % 4 == 0)
            cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1)->cells[0].text = random_text(job, seed);
        row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, COLUMNS);
        row->key = row->cells[0].text = cs_text_copy(&job->arena, (cs_text){number, (size_t)size});
        row->state = (enum cs_state)draw_below(seed, CS_STATES);
        for (uint32_t c = 1; c < COLUMNS; c++)
            row->cells[c].text = random_text(job, seed);
    }
    return sheet;
}

static const struct cs_row *item(const struct cs_sheet *sheet, uint32_t number)
{
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_ITEM && number-- == 0)
            return &sheet->rows[i];
    return NULL;
}

/* --- CSV -----------------------------------------------------------------------------------------------------------
 */

/* Takes a field off the file; *last says whether it ended its record. */
static void take_field(cs_text *rest, struct cs_buf *field, bool *last)
{
    cs_buf_clear(field);
    if (cs_text_starts(*rest, CS_TEXT("\""))) {
        *rest = cs_text_skip(*rest, 1);
        for (;; *rest = cs_text_skip(*rest, 1)) {
            if (cs_text_starts(*rest, CS_TEXT("\"\"")))
                *rest = cs_text_skip(*rest, 1);
            else if (rest->bytes[0] == '"')
                break;
            cs_buf_add_byte(field, rest->bytes[0]);
        }
        *rest = cs_text_skip(*rest, 1);
    } else {
        for (; rest->size && !memchr(",\r\n", rest->bytes[0], 3); *rest = cs_text_skip(*rest, 1))
            cs_buf_add_byte(field, rest->bytes[0]);
    }
    *last = !cs_text_starts(*rest, CS_TEXT(","));
    *rest = cs_text_skip(*rest, cs_text_starts(*rest, CS_TEXT("\r\n")) ? 2 : 1);
}

static void csv_is_the_sheet(void **state)
{
    (void)state;
    uint64_t seed = 35;
    for (int round = 0; round < 400; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *sheet = random_sheet(job, &seed);
        bool plain = draw_below(&seed, 2);
        struct cs_emit_options options = {.csv_plain = plain};
        struct cs_buf out = emitted(job, sheet, "csv", &options), field = {0}, wanted = {0};
        cs_text rest = cs_buf_text(&out);
        assert_int_equal(cs_text_starts(rest, CS_TEXT("\xef\xbb\xbf")), !plain);
        assert_int_equal(cs_text_ends(rest, CS_TEXT("\r\n")), !plain);
        rest = cs_text_skip(rest, plain ? 0 : 3);
        for (uint32_t i = 0; i <= ITEMS; i++)
            for (uint32_t c = 0; c < COLUMNS; c++) {
                bool last;
                take_field(&rest, &field, &last);
                assert_int_equal(last, c + 1 == COLUMNS);
                cs_text read = cs_buf_text(&field);
                if (!plain && cs_text_starts(read, CS_TEXT("'")) && cs_text_find(read, CS_TEXT("'=")) == 0)
                    read = cs_text_skip(read, 1);
                cs_buf_clear(&wanted);
                cs_buf_add(&wanted, i && c == 0 ? CS_TEXT("T ") : (cs_text){0});
                cs_buf_add(&wanted, i ? item(sheet, i - 1)->cells[c].text : sheet->columns[c].title);
                bool guarded =
                    !plain && cs_text_starts(cs_buf_text(&field), CS_TEXT("'")) && field.size == wanted.size + 1;
                if (guarded)
                    read = cs_text_skip(cs_buf_text(&field), 1);
                assert_true(cs_text_equal(read, cs_buf_text(&wanted)));
                assert_false(!plain && (cs_text_starts(cs_buf_text(&field), CS_TEXT("=")) ||
                                        cs_text_starts(cs_buf_text(&field), CS_TEXT("@"))));
            }
        assert_int_equal(rest.size, 0);
        cs_buf_free(&out);
        cs_buf_free(&field);
        cs_buf_free(&wanted);
        cs_job_free(job);
    }
}

/* --- JSON, TSV, Markdown, text -------------------------------------------------------------------------------------
 */

static void json_is_the_sheet(void **state)
{
    (void)state;
    uint64_t seed = 36;
    for (int round = 0; round < 300; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *sheet = random_sheet(job, &seed);
        struct cs_buf out = emitted(job, sheet, "json", NULL);
        json_error_t error;
        json_t *root = json_loadb(out.bytes, out.size, JSON_REJECT_DUPLICATES, &error);
        assert_non_null(root);
        json_t *items = json_object_get(root, "items");
        assert_int_equal(json_array_size(items), ITEMS);
        for (uint32_t i = 0; i < ITEMS; i++) {
            const struct cs_row *row = item(sheet, i);
            json_t *read = json_array_get(items, i);
            assert_text(row->key, json_string_value(json_object_get(read, "id")));
            assert_text(row->cells[3].text, json_string_value(json_object_get(read, "remark")));
            assert_text(row->state ? cs_state_word(row->state) : CS_TEXT("unanswered"),
                        json_string_value(json_object_get(read, "state")));
        }
        json_decref(root);
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

static void tsv_is_the_sheet(void **state)
{
    (void)state;
    uint64_t seed = 37;
    for (int round = 0; round < 300; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *sheet = random_sheet(job, &seed);
        struct cs_buf out = emitted(job, sheet, "tsv", NULL), cell = {0};
        assert_int_equal(occurrences(cs_buf_text(&out), "\n"), ITEMS + 1);
        assert_int_equal(occurrences(cs_buf_text(&out), "\t"), (ITEMS + 1) * (COLUMNS - 1));
        cs_text rest = cs_text_skip(cs_buf_text(&out), (size_t)cs_text_find(cs_buf_text(&out), CS_TEXT("\n")) + 1);
        for (uint32_t i = 0; i < ITEMS * COLUMNS; i++) {
            cs_buf_clear(&cell);
            for (; !memchr("\t\n", rest.bytes[0], 2); rest = cs_text_skip(rest, 1)) {
                char byte = rest.bytes[0];
                if (byte == '\\') {
                    rest = cs_text_skip(rest, 1);
                    byte = rest.bytes[0] == 't'   ? '\t'
                           : rest.bytes[0] == 'n' ? '\n'
                           : rest.bytes[0] == 'r' ? '\r'
                                                  : '\\';
                }
                cs_buf_add_byte(&cell, byte);
            }
            rest = cs_text_skip(rest, 1);
            assert_true(cs_text_equal(cs_buf_text(&cell), item(sheet, i / COLUMNS)->cells[i % COLUMNS].text));
        }
        cs_buf_free(&out);
        cs_buf_free(&cell);
        cs_job_free(job);
    }
}

/* Each table row has as many cells as its head, whatever stands in them. */
static void markdown_tables_are_square(void **state)
{
    (void)state;
    uint64_t seed = 38;
    for (int round = 0; round < 300; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *sheet = random_sheet(job, &seed);
        struct cs_buf out = emitted(job, sheet, "md", NULL);
        uint32_t rows = 0, wanted = 0;
        for (cs_text rest = cs_buf_text(&out); rest.size;) {
            size_t end = (size_t)cs_text_find(rest, CS_TEXT("\n"));
            cs_text line = {rest.bytes, end};
            rest = cs_text_skip(rest, end + 1);
            if (!cs_text_starts(line, CS_TEXT("|")))
                continue;
            uint32_t bars = 0;
            for (size_t i = 0; i < line.size; i++)
                if (line.bytes[i] == '\\')
                    i++;
                else
                    bars += line.bytes[i] == '|';
            wanted = wanted ? wanted : bars;
            assert_int_equal(bars, wanted);
            rows++;
        }
        assert_int_equal(rows, ITEMS + 2 * 3); /* three sections, each with its head */
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

/* Columns of the terminal's table begin at the same cell in every line. */
static void text_columns_stand_in_line(void **state)
{
    struct cs_job *job = *state;
    static const char *const answers[] = {"a", "あ", "𠮷", "e\u0301", "○", "ｶ"};
    for (unsigned ambiguous = 1; ambiguous <= 2; ambiguous++) {
        struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
        cs_sheet_set_columns(job, sheet, roles, 2);
        for (size_t i = 0; i < COUNT(answers); i++) {
            struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 2);
            row->cells[0].text = cs_text_of(answers[i]);
            row->cells[1].text = CS_TEXT("|");
        }
        struct cs_emit_options options = {.ambiguous = ambiguous};
        struct cs_buf out = emitted(job, sheet, "text", &options);
        for (cs_text rest = cs_buf_text(&out); rest.size;) {
            size_t bar = (size_t)cs_text_find(rest, CS_TEXT("|"));
            assert_int_equal(cs_text_width(cs_job_widths(job, ambiguous), (cs_text){rest.bytes, bar}), 4);
            rest = cs_text_skip(rest, bar + 2);
        }
        cs_buf_free(&out);
    }
}

static void text_steers_no_terminal(void **state)
{
    struct cs_job *job = *state;
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    cs_sheet_set_columns(job, sheet, roles, 2);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = CS_TEXT("t\x1b[31m");
    cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 2)->cells[0].text = CS_TEXT("\x1b]0;x\x07\x7f\xc2\x9b");
    struct cs_buf out = emitted(job, sheet, "text", NULL);
    assert_lacks(cs_buf_text(&out), "\x1b");
    assert_lacks(cs_buf_text(&out), "\x07");
    assert_lacks(cs_buf_text(&out), "\x7f");
    assert_lacks(cs_buf_text(&out), "\xc2\x9b");
    cs_buf_free(&out);
}

/* Wherever a control character stands, and whatever stands around it, line feeds above all. */
static void text_steers_no_terminal_from_anywhere(void **state)
{
    (void)state;
    static const char bytes[] = {'\n', 'a', '\v', '\t', '\r', 0x1b, 0x7f, ' ', (char)0xc2, (char)0x9b, (char)0xa0, '!'};
    uint64_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        struct cs_job *job = new_job(CS_EN);
        struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
        char text[40];
        size_t size = draw_below(&seed, sizeof text) + 1;
        for (size_t i = 0; i < size; i++)
            text[i] = draw_below(&seed, 2) ? '\n' : bytes[draw_below(&seed, sizeof bytes)];
        cs_sheet_set_columns(job, sheet, roles, 2);
        cs_sheet_add_row(job, sheet, CS_ROW_ITEM, 2)->cells[1].text = (cs_text){text, size};
        struct cs_buf out = emitted(job, sheet, "text", NULL);
        for (size_t i = 0; i < out.size; i++) {
            unsigned char byte = (unsigned char)out.bytes[i];
            assert_true(byte == '\n' || (byte >= 0x20 && byte != 0x7f));
            assert_false(byte == 0xc2 && i + 1 < out.size && (unsigned char)out.bytes[i + 1] < 0xa0 &&
                         (unsigned char)out.bytes[i + 1] >= 0x80);
        }
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

static void formats_by_name(void **state)
{
    (void)state;
    uint32_t count = 0;
    for (const struct cs_emitter *emitter; (emitter = cs_emitter_at(count)); count++) {
        assert_ptr_equal(cs_emitter_find(emitter->name), emitter);
        assert_ptr_equal(cs_emitter_find(emitter->suffix), emitter);
    }
    assert_true(count >= 6);
    assert_null(cs_emitter_find(CS_TEXT("doc")));
    assert_null(cs_emitter_find((cs_text){NULL, 0}));
}

/* The same sheet gives the same bytes, and what was in the buffer stays in front of them. */
static void the_same_bytes_twice(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 39;
    const struct cs_sheet *sheet = random_sheet(job, &seed);
    for (uint32_t i = 0; cs_emitter_at(i); i++) {
        cs_text name = cs_emitter_at(i)->name;
        struct cs_buf once = emitted(job, sheet, name.bytes, NULL), twice = {0};
        const char *why;
        struct cs_emit_options options = {.created = 86400, .ambiguous = 2};
        cs_buf_add(&twice, CS_TEXT("before"));
        assert_true(cs_emit(job, sheet, cs_emitter_at(i), &options, &twice, &why));
        bool empty_line = cs_text_equal(name, CS_TEXT("md")); /* parts its first heading from what is before */
        cs_text made = cs_text_skip(cs_buf_text(&twice), 6 + (empty_line ? 1 : 0));
        if (!cs_text_equal(made, cs_buf_text(&once)))
            fail_msg("%s differs", name.bytes);
        cs_buf_free(&once);
        cs_buf_free(&twice);
    }
}

static void no_memory_is_said(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 40;
    const struct cs_sheet *sheet = random_sheet(job, &seed);
    for (uint32_t i = 0; cs_emitter_at(i); i++) {
        struct cs_buf out = {.failed = true};
        const char *why = NULL;
        struct cs_emit_options options = {.created = 86400};
        assert_false(cs_emit(job, sheet, cs_emitter_at(i), &options, &out, &why));
        assert_non_null(why);
        cs_buf_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_is_the_sheet),
        cmocka_unit_test(json_is_the_sheet),
        cmocka_unit_test(tsv_is_the_sheet),
        cmocka_unit_test(markdown_tables_are_square),
        job_test(text_columns_stand_in_line),
        job_test(text_steers_no_terminal),
        cmocka_unit_test(text_steers_no_terminal_from_anywhere),
        cmocka_unit_test(formats_by_name),
        job_test(the_same_bytes_twice),
        job_test(no_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
