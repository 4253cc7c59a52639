/* Marks, columns and layouts. */
#include "load/layout.h"
#include "base/messages_load.h"

#include <string.h>

static void read_state(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_state_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("ok part ng na plan nda told"));
}

/* remark: required */
static void read_required(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    *(bool *)into = cs_text_equal(value->text, CS_TEXT("required"));
    if (!*(bool *)into && !cs_text_equal(value->text, CS_TEXT("optional")))
        cs_report_word(reader, key, value, CS_TEXT("required optional"));
}

static const struct cs_field mark_fields[] = {
    {"id", read_state, offsetof(struct cs_mark, state), "ok"},
    {"label", cs_read_words, offsetof(struct cs_mark, label), NULL},
    {"guide", cs_read_words, offsetof(struct cs_mark, guide), NULL},
    {"remark", read_required, offsetof(struct cs_mark, remark_required), NULL},
};

enum { LONGEST_SIGN = 32, MOST_MARKS = 32 };

static void report_duplicates(struct cs_reader *reader, const struct cs_node *sign, const struct cs_marks_read *marks,
                              enum cs_state state)
{
    for (uint32_t i = 0; i < marks->count; i++)
        if (state != CS_STATE_NONE && marks->at[i].state == state) {
            cs_report_node(reader, CS_MESSAGE_DUPLICATE_MARK, sign, cs_state_word(state), (cs_text){0});
            return; /* reported once, however many there are */
        }
}

void cs_read_marks(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_marks_read *read = into;
    if (!cs_want_map(reader, key, value))
        return;
    struct cs_mark *marks = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *marks);
    read->at = marks;
    for (const struct cs_node *sign = value->first; sign; sign = sign->next->next) {
        struct cs_mark *mark = &marks[read->count];
        *mark = (struct cs_mark){.sign = sign->text};
        if (sign->text.size == 0 || sign->text.size > LONGEST_SIGN || memchr(sign->text.bytes, ',', sign->text.size)) {
            cs_report_node(reader, CS_MESSAGE_SIGN_UNUSABLE, sign, sign->text, (cs_text){0});
            continue;
        }
        if (sign->next->kind == CS_NODE_TEXT)
            read_state(reader, sign, sign->next, &mark->state);
        else if (cs_want_map(reader, sign, sign->next))
            cs_read_fields(reader, sign, sign->next, CS_FIELDS(mark_fields, NULL), mark);
        report_duplicates(reader, sign, read, mark->state);
        read->count += read->count < MOST_MARKS; /* further ones repeat states, which was reported */
    }
}

void cs_report_role(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct cs_buf all = {0};
    for (int role = 0; role < CS_ROLES; role++) {
        cs_buf_add(&all, role ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, cs_role_word((enum cs_role)role));
    }
    cs_report_word(reader, key, value, cs_buf_text(&all));
    cs_buf_free(&all);
}

/* A column is a role, or a role with its title in this sheet. */
void cs_read_columns(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_layout *layout = into;
    bool holds_answers = false;
    if (value->kind != CS_NODE_LIST) {
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
        return;
    }
    enum cs_role *roles = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *roles);
    struct cs_words *titles = cs_alloc_array(&reader->job->arena, cs_node_count(value), sizeof *titles);
    layout->columns = roles;
    layout->titles = titles;
    for (const struct cs_node *entry = value->first; entry; entry = entry->next) {
        const struct cs_node *role = entry->kind == CS_NODE_MAP ? entry->first : entry;
        if (!role || role->kind != CS_NODE_TEXT || !cs_role_of_word(role->text, &roles[layout->column_count])) {
            cs_report_role(reader, key, role ? role : entry);
            continue;
        }
        if (entry->kind == CS_NODE_MAP)
            cs_read_words(reader, role, role->next, &titles[layout->column_count]);
        holds_answers |= roles[layout->column_count] == CS_ROLE_ANSWER || roles[layout->column_count] == CS_ROLE_REMARK;
        layout->column_count++;
    }
    if (layout->column_count && !holds_answers)
        cs_report_node(reader, CS_MESSAGE_NO_ANSWER_COLUMN, value, (cs_text){0}, (cs_text){0});
}

/* numbers: full | last */
static void read_numbers(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    if (cs_text_equal(value->text, CS_TEXT("last")))
        *(enum cs_numbering *)into = CS_NUMBERS_LAST;
    else if (!cs_text_equal(value->text, CS_TEXT("full")))
        cs_report_word(reader, key, value, CS_TEXT("full last"));
}

static void read_layout_marks(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                              void *into)
{
    struct cs_layout *layout = into;
    struct cs_marks_read marks = {0};
    cs_read_marks(reader, key, value, &marks);
    layout->marks = marks.at;
    layout->mark_count = marks.count;
}

static const struct cs_field layout_fields[] = {
    {"columns", cs_read_columns, 0, NULL},
    {"numbers", read_numbers, offsetof(struct cs_layout, numbers), NULL},
    {"marks", read_layout_marks, 0, NULL},
};

void cs_read_layout(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_map(reader, key, value))
        cs_read_fields(reader, key, value, CS_FIELDS(layout_fields, NULL), into);
    cs_layout_set_defaults(into);
}

void cs_layout_set_defaults(struct cs_layout *layout)
{
    static const enum cs_role usual[] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_ANSWER,
                                         CS_ROLE_REMARK, CS_ROLE_EVIDENCE, CS_ROLE_REVIEWED};
    static const struct cs_words own_titles[sizeof usual / sizeof *usual];
    if (layout->column_count)
        return;
    layout->columns = usual;
    layout->titles = own_titles;
    layout->column_count = sizeof usual / sizeof *usual;
}
