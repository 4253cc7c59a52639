/* Updating a profile to its catalog: adding the questions that it lacks, and what is known of open ones. */
#include "base/job.h"
#include "base/yaml_out.h"
#include "scaffold/edit_value.h"
#include "scaffold/entry.h"
#include "scaffold/known.h"

/* Questions that a file lacks, inserted at one place. */
struct lacking {
    struct cs_job *job;
    struct cs_edits *edits;
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    cs_text prefix;
    const struct cs_scaffold_item *items; /* NULL: nothing is known */
};

static bool is_in_file(const struct lacking *lacking, uint32_t item)
{
    return item < lacking->answers->catalog->item_count &&
           lacking->answers->by_item[item].key.source == lacking->profile->source;
}

static void put_items(struct lacking *lacking, uint32_t first, uint32_t end, struct cs_keys keys,
                      enum cs_edit_where where)
{
    struct cs_buf lines = {0};
    for (uint32_t i = first; i < end; i++)
        cs_scaffold_add_item(lacking->job, &lines, &lacking->answers->catalog->items[i], lacking->prefix,
                             lacking->items ? &lacking->items[i] : NULL);
    if (lines.size && keys.at[1].size == 0 && !cs_edit_has(lacking->edits, keys)) {
        struct cs_buf with_key = {0};
        cs_buf_add(&with_key, CS_TEXT("answers:\n"));
        cs_buf_add(&with_key, cs_buf_text(&lines));
        cs_edit_insert(lacking->edits, (struct cs_keys){0}, CS_EDIT_LAST, cs_buf_text(&with_key), 0);
        cs_buf_free(&with_key);
    } else if (lines.size)
        cs_edit_insert(lacking->edits, keys, where, cs_buf_text(&lines), CS_YAML_STEP);
    cs_buf_free(&lines);
}

/* Inserts items [first, end): those in the section of the previous item after that item, the rest before the next
 * item. */
static void put_run(struct lacking *lacking, uint32_t first, uint32_t end)
{
    const struct cs_answers *answers = lacking->answers;
    const struct cs_item *items = answers->catalog->items;
    cs_text all = CS_TEXT("answers");
    uint32_t split = first;
    if (first > 0 && is_in_file(lacking, first - 1)) {
        bool has_next = is_in_file(lacking, end);
        while (split < end && (!has_next || items[split].section == items[first - 1].section))
            split++;
        put_items(lacking, first, split, CS_KEYS(all, cs_edit_key_name(answers->by_item[first - 1].key)),
                  CS_EDIT_BEHIND);
    }
    if (split < end && is_in_file(lacking, end))
        put_items(lacking, split, end, CS_KEYS(all, cs_edit_key_name(answers->by_item[end].key)), CS_EDIT_BEFORE);
    else if (split < end)
        put_items(lacking, split, end, CS_KEYS(all), CS_EDIT_LAST);
}

/* --- what is open ------------------------------------------------------------------------------------------------- */

/* The first line of the proposals directly above a line, or the line itself: they are numbered from 1 without gaps. */
static uint32_t notes_above(const struct cs_source *source, uint32_t line)
{
    uint32_t first = line;
    for (; first > 1; first--) {
        cs_text above = cs_text_trim(cs_source_line(source, first - 1));
        if (!cs_text_starts(above, CS_SIGN_OF_PROPOSAL) && !cs_text_starts(above, CS_SIGN_OF_ORIGIN))
            break;
    }
    cs_text top = cs_text_trim(cs_source_line(source, first));
    bool is_ours = cs_text_starts(top, CS_TEXT("#? 1. ")) || cs_text_starts(top, CS_SIGN_OF_ORIGIN);
    return is_ours ? first : line;
}

/* Replaces the proposals above a key. */
static void put_notes(struct cs_edits *edits, const struct cs_source *source, struct cs_span key, cs_text notes)
{
    uint32_t line = cs_line_of(source, key.start), first = notes_above(source, line);
    struct cs_buf text = {0};
    uint32_t indent = key.start - cs_line_start(source, line);
    if (first == line && notes.size == 0)
        return;
    cs_yaml_add_lines(&text, notes, CS_YAML_STEP, indent, (cs_text){0}, cs_line_break(source, line));
    cs_edit_replace(edits, (struct cs_span){source, cs_line_start(source, first), cs_line_start(source, line)},
                    cs_buf_text(&text));
    cs_buf_free(&text);
}

void cs_scaffold_drop_proposals(struct cs_edits *edits, const struct cs_source *source, struct cs_span key)
{
    put_notes(edits, source, key, (cs_text){0});
}

/* True for a key of the file without a value. */
static bool is_open(const struct lacking *lacking, uint32_t item)
{
    uint32_t indent;
    const struct cs_answer *answer = &lacking->answers->by_item[item];
    if (!is_in_file(lacking, item) || answer->state != CS_STATE_NONE || answer->broken)
        return false;
    return cs_text_trim(
               cs_edit_value(lacking->edits, CS_KEYS(CS_TEXT("answers"), cs_edit_key_name(answer->key)), &indent))
               .size == 0;
}

/* Answers an open question with what is known, or renews its proposals. True if it is answered. */
static bool put_known(struct lacking *lacking, uint32_t item)
{
    const struct cs_scaffold_item *known = &lacking->items[item];
    struct cs_span key = lacking->answers->by_item[item].key;
    struct cs_buf notes = {0};
    cs_scaffold_add_notes(&notes, known);
    put_notes(lacking->edits, lacking->profile->source, key, cs_buf_text(&notes));
    cs_buf_free(&notes);
    if (known->lines.size)
        cs_edit_set_lines(lacking->edits, CS_KEYS(CS_TEXT("answers"), cs_edit_key_name(key)), known->lines,
                          CS_YAML_STEP);
    return known->lines.size > 0;
}

/* --- update ------------------------------------------------------------------------------------------------------- */

bool cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                        const struct cs_scaffold_item *items, cs_text *updated, struct cs_scaffold_counts *counts)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf prefix = {0};
    if (answers != &profile->sheets[0]) {
        cs_buf_add(&prefix, catalog->id);
        cs_buf_add_byte(&prefix, ' ');
    }
    struct lacking lacking = {job,     cs_edit_begin(job, profile->source), profile,
                              answers, cs_buf_take(&job->arena, &prefix),   items};
    *counts = (struct cs_scaffold_counts){0};
    for (uint32_t i = 0; lacking.edits && items && i < catalog->item_count; i++)
        counts->answered += is_open(&lacking, i) && put_known(&lacking, i);
    for (uint32_t i = 0; lacking.edits && i < catalog->item_count; i++) {
        uint32_t first = i;
        while (i < catalog->item_count && !answers->by_item[i].key.source)
            i++;
        counts->added += i - first;
        if (i > first)
            put_run(&lacking, first, i);
    }
    return lacking.edits && cs_edit_finish(lacking.edits, updated);
}
