/* Approvals are inserted with the YAML editor: everything else stays byte for byte. */
#include "scaffold/approve.h"
#include "base/job.h"
#include "base/yaml_out.h"
#include "scaffold/edit.h"
#include "checksheet/approval.h"

struct approval {
    struct cs_job *job;
    const struct cs_profile *profile;
    struct cs_edits *edit;
    cs_text by, on;
};

static cs_text date_of(struct cs_job *job, struct cs_date date)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, date.day ? "%04d-%02d-%02d" : "%04d-%02d", date.year, date.month, date.day);
    cs_text copy = cs_buf_copy(&job->arena, &text);
    cs_buf_free(&text);
    return copy;
}

static void add_field(struct cs_buf *lines, uint32_t indent, const char *key, cs_text text)
{
    if (text.size)
        cs_yaml_add_field(lines, indent, cs_text_of(key), text);
}

/* Adds the parts of a short answer under their keys, as written, before facts were filled in. */
static void add_parts(const struct approval *approval, struct cs_buf *lines, uint32_t indent,
                      const struct cs_to_approve *approved)
{
    const struct cs_answer *raw = approved->answer->raw ? approved->answer->raw : approved->answer;
    const struct cs_item *item = &approved->catalog->items[approved->answer->item];
    enum cs_language language = approval->profile->language;
    bool has_value = raw->value.written.size && item->kind != CS_KIND_MARK && !cs_kind_is_yes_no(item->kind);
    bool in_words = approval->profile->in_words && item->kind == CS_KIND_MARK;
    cs_text sign = cs_catalog_sign(approved->catalog, item, raw->state, language);
    if (raw->same.size) {
        add_field(lines, indent, "same", raw->same);
        return;
    }
    if (has_value)
        add_field(lines, indent, "value", raw->value.written);
    else if (!in_words)
        add_field(lines, indent, "status", sign.size ? sign : cs_state_word(raw->state));
    if (raw->due.year)
        add_field(lines, indent, "due", date_of(approval->job, raw->due));
    add_field(lines, indent, "detail", raw->detail);
    add_field(lines, indent, "remark", raw->remark.in[language]);
}

/* True for an answer written as one text after its number. */
static bool is_short(struct approval *approval, struct cs_keys keys, uint32_t *indent)
{
    cs_text value = cs_text_trim(cs_edit_value(approval->edit, keys, indent));
    keys.at[2] = CS_TEXT("status");
    bool has_members = cs_edit_has(approval->edit, keys);
    static const char *const members[] = {"value", "remark", "same", "detail", "evidence", "reviewed", "approved"};
    for (size_t i = 0; i < sizeof members / sizeof *members && !has_members; i++) {
        keys.at[2] = cs_text_of(members[i]);
        has_members = cs_edit_has(approval->edit, keys);
    }
    return value.size > 0 && !has_members;
}

static cs_text without_quotes(cs_text key)
{
    bool quoted = key.size > 1 && (key.bytes[0] == '"' || key.bytes[0] == '\'');
    return quoted ? (cs_text){key.bytes + 1, key.size - 2} : key;
}

static void add_approved(const struct approval *approval, struct cs_buf *lines, uint32_t indent, cs_text of)
{
    cs_buf_add_repeat(lines, ' ', indent);
    cs_buf_add(lines, CS_TEXT("approved:\n"));
    add_field(lines, indent + CS_YAML_STEP, "by", approval->by);
    add_field(lines, indent + CS_YAML_STEP, "on", approval->on);
    add_field(lines, indent + CS_YAML_STEP, "of", of);
}

/* Sets the members of an existing approval. */
static bool set_members(struct approval *approval, struct cs_keys keys, cs_text of)
{
    static const char *const names[] = {"by", "on", "of"};
    const cs_text texts[] = {approval->by, approval->on, of};
    bool good = true;
    for (size_t i = 0; i < sizeof names / sizeof *names && good; i++) {
        keys.at[3] = cs_text_of(names[i]);
        good = cs_edit_set(approval->edit, keys, texts[i]);
    }
    return good;
}

static bool approve(struct approval *approval, const struct cs_to_approve *approved)
{
    cs_text of = cs_answer_digest(approval->job, approved->catalog, approved->answer);
    struct cs_keys keys = CS_KEYS(CS_TEXT("answers"), without_quotes(cs_span_text(approved->answer->key)));
    struct cs_keys inside = keys;
    uint32_t indent;
    inside.at[2] = CS_TEXT("approved");
    if (cs_edit_has(approval->edit, inside))
        return set_members(approval, inside, of);
    struct cs_buf lines = {0};
    bool shortly = approved->answer->part_count == 0 && is_short(approval, keys, &indent), good;
    if (shortly) {
        cs_buf_add_byte(&lines, '\n');
        add_parts(approval, &lines, indent + CS_YAML_STEP, approved);
        add_approved(approval, &lines, indent + CS_YAML_STEP, of);
        good = cs_edit_set_lines(approval->edit, keys, cs_buf_copy(&approval->job->arena, &lines), indent);
    } else {
        add_approved(approval, &lines, 0, of);
        good = cs_edit_insert(approval->edit, keys, CS_EDIT_LAST, cs_buf_copy(&approval->job->arena, &lines), 0);
    }
    cs_buf_free(&lines);
    return good;
}

bool cs_approve(struct cs_job *job, const struct cs_profile *profile, const struct cs_to_approve *answers,
                uint32_t count, cs_text by, struct cs_date on, cs_text *bytes)
{
    struct approval approval = {.job = job, .profile = profile, .by = by, .on = date_of(job, on)};
    approval.edit = cs_edit_begin(job, profile->source);
    bool good = approval.edit != NULL;
    for (uint32_t i = 0; i < count && good; i++)
        good = approve(&approval, &answers[i]);
    return good && cs_edit_finish(approval.edit, bytes);
}
