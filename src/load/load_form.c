/* Reading the form of a sheet:
 *
 *     checksheet: form/1
 *     catalog: METI
 *     sheets:
 *       - sheet: 回答
 *         header: 5
 *         columns: {A: number, C: question, E: answer, F: {other: 社内メモ}}
 *       - sheet: 別紙
 *         columns: {A: number, B: {question: {below: 0}, answer: {below: 1}}} */
#include "checksheet/load.h"
#include "base/ascii.h"
#include "base/messages_load.h"
#include "load/form.h"
#include "load/layout.h"
#include "model/address.h"

static void read_kind(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)into;
    if (cs_want_text(reader, key, value) && !cs_text_equal(value->text, CS_TEXT("form/1")))
        cs_report_word(reader, key, value, CS_TEXT("form/1"));
}

/* A row number as in spreadsheets, 1-based. */
static void read_row(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    uint32_t row;
    if (!cs_want_text(reader, key, value))
        return;
    cs_text rest = value->text;
    if (cs_take_digits(&rest, CS_MOST_ROWS, &row) && !rest.size && row >= 1)
        *(uint32_t *)into = row - 1;
    else
        cs_report_word(reader, key, value, CS_TEXT("1 - 1048576"));
}

/* The index of a spreadsheet column: 2 for C; false if it is none. */
static bool read_letters(cs_text text, uint32_t *column)
{
    return cs_take_column(&text, column) && !text.size;
}

/* The rows between a question and a cell below it. */
static void read_below(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    cs_text rest = value->text;
    uint32_t below = 0;
    if (value->kind == CS_NODE_TEXT && cs_take_digits(&rest, 99, &below) && !rest.size)
        *(uint32_t *)into = below;
    else
        cs_report_word(reader, key, value, CS_TEXT("0 - 99"));
}

static const struct cs_field place_fields[] = {
    {"below", read_below, offsetof(struct cs_form_column, below), "1"},
};

/* Reads one role of a column, with an optional title or position. */
static void read_role(struct cs_reader *reader, const struct cs_node *column, const struct cs_node *word,
                      const struct cs_node *more, struct cs_form_part *part)
{
    struct cs_form_column *into = &part->columns[part->column_count];
    *into = (struct cs_form_column){0};
    read_letters(column->text, &into->column);
    if (word->kind != CS_NODE_TEXT || !cs_role_of_word(word->text, &into->role)) {
        cs_report_role(reader, column, word);
        return;
    }
    into->title = more && more->kind == CS_NODE_TEXT ? more->text : (cs_text){0};
    if (more && more->kind != CS_NODE_TEXT && cs_want_map(reader, word, more))
        cs_read_fields(reader, word, more, CS_FIELDS(place_fields, NULL), into);
    part->column_count++;
}

/* Reads a column: a role, {role: title}, or roles each with its distance below the question. */
static void read_column(struct cs_reader *reader, const struct cs_node *column, struct cs_form_part *part)
{
    const struct cs_node *value = column->next, *first = value->kind == CS_NODE_MAP ? value->first : NULL;
    if (!first) {
        read_role(reader, column, value, NULL, part);
        return;
    }
    bool is_several = first->next->next != NULL;
    for (const struct cs_node *role = first; role; role = role->next->next)
        if (!is_several || cs_want_map(reader, role, role->next))
            read_role(reader, column, role, role->next, part);
}

static void read_columns(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_form_part *part = into;
    uint32_t column, count = 0;
    if (!cs_want_named(reader, key, value))
        return;
    for (const struct cs_node *name = value->first; name; name = name->next->next)
        count += name->next->kind == CS_NODE_MAP ? cs_node_count(name->next) : 1;
    part->columns = cs_alloc_array(&reader->job->arena, count + 1u, sizeof *part->columns);
    for (const struct cs_node *name = value->first; name; name = name->next->next)
        if (read_letters(name->text, &column))
            read_column(reader, name, part);
        else
            cs_report_word(reader, key, name, CS_TEXT("A B ... XFD"));
}

static const struct cs_field part_fields[] = {
    {"sheet", cs_read_text, offsetof(struct cs_form_part, worksheet), NULL},
    {"columns", read_columns, 0, "{A: number, B: question, C: answer}"},
    {"header", read_row, offsetof(struct cs_form_part, header), NULL},
    {"first", read_row, offsetof(struct cs_form_part, first), NULL},
    {"last", read_row, offsetof(struct cs_form_part, last), NULL},
};

static void read_parts(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_form *form = into;
    if (value->kind != CS_NODE_LIST) {
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
        return;
    }
    form->parts = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *form->parts);
    for (const struct cs_node *entry = value->first; entry; entry = entry->next) {
        struct cs_form_part *part = &form->parts[form->part_count];
        *part = (struct cs_form_part){.header = CS_NO_ROW, .first = CS_NO_ROW, .last = CS_NO_ROW};
        if (!cs_want_map(reader, key, entry))
            continue;
        cs_read_fields(reader, entry, entry, CS_FIELDS(part_fields, NULL), part);
        if (part->first == CS_NO_ROW)
            part->first = part->header == CS_NO_ROW ? 0 : part->header + 1;
        form->part_count++;
    }
}

void cs_read_form(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_form *form = cs_alloc(&reader->job->arena, sizeof *form);
    read_parts(reader, key, value, form);
    *(const struct cs_form **)into = form->part_count ? form : NULL;
}

static const struct cs_field form_fields[] = {
    {"checksheet", read_kind, 0, "form/1"},
    {"catalog", cs_read_text, offsetof(struct cs_form, catalog), NULL},
    {"sheets", read_parts, 0, "[{columns: {A: number, B: question, C: answer}}]"},
};

const struct cs_form *cs_load_form(struct cs_job *job, const struct cs_source *source)
{
    struct cs_arena nodes;
    uint32_t errors = cs_finding_count(job, CS_ERROR);
    job->looks = 0;
    struct cs_reader reader = {job, source, CS_JA};
    const struct cs_node *root = cs_reader_open(&reader, &nodes);
    struct cs_form *form = cs_alloc(&job->arena, sizeof *form);
    if (root)
        cs_read_fields(&reader, NULL, root, CS_FIELDS(form_fields, NULL), form);
    cs_arena_release(&nodes);
    return cs_finding_count(job, CS_ERROR) > errors ? NULL : form;
}
