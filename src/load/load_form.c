/* Reading the form of a sheet:
 *
 *     checksheet: form/1
 *     catalog: METI
 *     sheets:
 *       - sheet: 回答
 *         header: 5
 *         columns: {A: number, C: question, E: answer, F: {other: 社内メモ}} */
#include "checksheet/load.h"
#include "base/report.h"
#include "load/form.h"
#include "load/layout.h"
#include "model/address.h"

static void read_kind(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)into;
    if (cs_want_text(reader, key, value) && !cs_text_equal(value->text, CS_TEXT("form/1")))
        cs_report_word(reader, key, value, CS_TEXT("form/1"));
}

/* A row as a spreadsheet counts it, from 1. */
static void read_row(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    uint32_t row = 0;
    if (!cs_want_text(reader, key, value))
        return;
    bool good = value->text.size > 0;
    for (size_t i = 0; i < value->text.size && good; i++) {
        char digit = value->text.bytes[i];
        good = digit >= '0' && digit <= '9' && row <= CS_MOST_ROWS;
        row = row * 10 + (good ? (uint32_t)(digit - '0') : 0);
    }
    if (good && row >= 1 && row <= CS_MOST_ROWS)
        *(uint32_t *)into = row - 1;
    else
        cs_report_word(reader, key, value, CS_TEXT("1 - 1048576"));
}

/* C of a spreadsheet as 2; false for what is no column. */
static bool read_letters(cs_text text, uint32_t *column)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] < 'A' || text.bytes[i] > 'Z')
            return false;
        number = number * 26 + (uint32_t)(text.bytes[i] - 'A') + 1;
    }
    *column = number - 1;
    return text.size > 0 && text.size <= 3;
}

/* A role's word, or {role: title}. */
static bool read_role(const struct cs_node *value, struct cs_form_column *column)
{
    bool named = value->kind == CS_NODE_MAP && value->first && value->first->next->kind == CS_NODE_TEXT;
    const struct cs_node *word = named ? value->first : value;
    column->title = named ? word->next->text : (cs_text){0};
    return word->kind == CS_NODE_TEXT && cs_role_of_word(word->text, &column->role);
}

static void read_columns(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_form_part *part = into;
    if (!cs_want_named(reader, key, value))
        return;
    part->columns = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *part->columns);
    for (const struct cs_node *name = value->first; name; name = name->next->next) {
        struct cs_form_column *column = &part->columns[part->column_count];
        if (!read_letters(name->text, &column->column))
            cs_report_word(reader, key, name, CS_TEXT("A B ... XFD"));
        else if (!read_role(name->next, column))
            cs_report_role(reader, name, name->next);
        else
            part->column_count++;
    }
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
