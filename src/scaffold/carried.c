/* Writing an answer to another question as lines of a profile: an answer of the extended profile becomes a reference
 * (= METI 6-8), so that it remains the same one; an earlier customer's is copied as written. */
#include "base/job.h"
#include "base/yaml_out.h"
#include "scaffold/edit_value.h"
#include "scaffold/scaffold.h"

/* The base's answer to the candidate's item; NULL if there is none. */
static const struct cs_answer *in_base(const struct cs_scaffold_base *base, const struct cs_candidate *from)
{
    for (uint32_t i = 0; base->profile && i < base->profile->sheet_count; i++) {
        const struct cs_answers *sheet = &base->profile->sheets[i];
        if (!cs_catalog_same_edition(sheet->catalog, from->catalog))
            continue;
        uint32_t item = cs_catalog_find(sheet->catalog, from->catalog->items[from->item].id, from->item);
        if (item != CS_NO_ITEM && sheet->by_item[item].state != CS_STATE_NONE && !sheet->by_item[item].broken)
            return &sheet->by_item[item];
    }
    return NULL;
}

/* False for another edition of the new catalog: its number would refer to the new edition. */
static bool may_point(const struct cs_scaffold_base *base, const struct cs_candidate *from)
{
    const struct cs_catalog *own = base->catalog;
    return in_base(base, from) &&
           (!cs_text_equal(from->catalog->id, own->id) || cs_catalog_same_edition(from->catalog, own));
}

static bool has_fact(const struct cs_profile *profile, cs_text name)
{
    for (uint32_t i = 0; profile && i < profile->fact_count; i++)
        if (cs_text_equal(profile->facts[i].name, name))
            return true;
    return false;
}

/* True if all facts that the lines refer to are the base's. */
static bool knows_facts(const struct cs_scaffold_base *base, cs_text lines)
{
    for (ptrdiff_t at; (at = cs_text_find(lines, CS_TEXT("${"))) >= 0;) {
        lines = cs_text_skip(lines, (size_t)at + 2);
        ptrdiff_t end = cs_text_find(lines, CS_TEXT("}"));
        if (end < 0 || !has_fact(base->profile, (cs_text){lines.bytes, (size_t)end}))
            return false;
    }
    return true;
}

/* Lines, the last one with its line end. */
static cs_text ended(struct cs_job *job, cs_text lines)
{
    struct cs_buf out = {0};
    if (lines.size == 0 || cs_text_ends(lines, CS_TEXT("\n")))
        return lines;
    cs_buf_add(&out, lines);
    cs_buf_add_byte(&out, '\n');
    return cs_buf_take(&job->arena, &out);
}

/* The lines of an answer without the parts that are only valid for its own catalog. */
static cs_text without_approval(struct cs_job *job, cs_text lines)
{
    static const cs_text fields[] = {CS_LITERAL("approved"), CS_LITERAL("allow"), CS_LITERAL("reason")};
    struct cs_buf file = {0};
    uint32_t indent = 0;
    cs_buf_add(&file, CS_TEXT("answers:\n  x:"));
    cs_buf_add(&file, lines);
    const struct cs_source *source = cs_source_add(job, CS_TEXT("x"), cs_buf_take(&job->arena, &file));
    struct cs_edits *edits = cs_edit_begin(job, source);
    for (size_t i = 0; edits && i < sizeof fields / sizeof *fields; i++)
        if (cs_edit_has(edits, CS_KEYS(CS_TEXT("answers"), CS_TEXT("x"), fields[i])))
            cs_edit_remove(edits, CS_KEYS(CS_TEXT("answers"), CS_TEXT("x"), fields[i]));
    cs_text bytes;
    if (!edits || !cs_edit_finish(edits, &bytes))
        return (cs_text){0};
    edits = cs_edit_begin(job, cs_source_add(job, CS_TEXT("x"), bytes));
    return edits ? ended(job, cs_edit_value(edits, CS_KEYS(CS_TEXT("answers"), CS_TEXT("x")), &indent)) : (cs_text){0};
}

/* An earlier customer's answer as written; empty if it has a meaning only in its file. */
static cs_text copied(struct cs_job *job, const struct cs_scaffold_base *base, const struct cs_candidate *from)
{
    const struct cs_answer *answer = from->answer;
    bool points = answer->raw && answer->raw->same.size;
    uint32_t indent = 0;
    if (answer->part_count || points || !answer->key.source || from->profile->language != base->language)
        return (cs_text){0};
    struct cs_edits *edits = cs_edit_begin(job, answer->key.source);
    cs_text lines = edits ? cs_edit_value(edits, CS_KEYS(CS_TEXT("answers"), cs_edit_key_name(answer->key)), &indent)
                          : (cs_text){0};
    if (cs_text_trim(lines).size == 0 || !knows_facts(base, lines))
        return (cs_text){0};
    struct cs_buf out = {0};
    struct cs_yaml_value value = cs_yaml_split(&job->arena, lines, indent);
    cs_buf_add(&out, value.head);
    cs_buf_add_byte(&out, '\n');
    cs_yaml_add_lines(&out, value.body, value.indent, CS_YAML_STEP, (cs_text){0}, CS_TEXT("\n"));
    return without_approval(job, cs_buf_take(&job->arena, &out));
}

/* " = METI 6-8". */
static cs_text pointing(struct cs_job *job, const struct cs_candidate *from)
{
    struct cs_buf out = {0};
    cs_buf_add(&out, CS_TEXT(" = "));
    cs_buf_add(&out, cs_catalog_item_name(job, from->catalog, &from->catalog->items[from->item]));
    cs_buf_add_byte(&out, '\n');
    return cs_buf_take(&job->arena, &out);
}

bool cs_scaffold_carry(struct cs_job *job, const struct cs_scaffold_base *base, const struct cs_candidate *from,
                       struct cs_scaffold_item *item)
{
    if (from->via == CS_VIA_ITEM && may_point(base, from)) {
        item->is_inherited = true;
        return true;
    }
    item->lines = may_point(base, from) ? pointing(job, from) : copied(job, base, from);
    return item->lines.size > 0;
}
