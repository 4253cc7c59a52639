/* Splices: collected, sorted, applied. The result is read again: every value that was set must have the intended
 * value. */
#include "scaffold/edits.h"
#include "base/job.h"

#include <stdlib.h>

bool cs_edit_fail(struct cs_edits *edit)
{
    edit->failed = true;
    return false;
}

void cs_edit_add_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, cs_text text)
{
    struct cs_arena *arena = &edit->tree.job->arena;
    if (start == end && text.size == 0)
        return;
    edit->splices = cs_grow(arena, edit->splices, edit->splice_count, &edit->splice_room, sizeof *edit->splices);
    edit->splices[edit->splice_count] = (struct cs_replacement){start, end, rank, edit->splice_count, text};
    edit->splice_count++;
}

void cs_edit_splice(struct cs_edits *edit, uint32_t start, uint32_t end, enum cs_rank rank, struct cs_buf *text)
{
    cs_edit_add_splice(edit, start, end, rank, cs_buf_copy(&edit->tree.job->arena, text));
    cs_buf_free(text);
}

void cs_edit_expect(struct cs_edits *edit, struct cs_keys map, struct cs_buf *yaml)
{
    struct cs_arena *arena = &edit->tree.job->arena;
    edit->expected = cs_grow(arena, edit->expected, edit->expected_count, &edit->expected_room, sizeof *edit->expected);
    edit->expected[edit->expected_count++] = (struct cs_expectation){map, cs_buf_copy(arena, yaml)};
    cs_buf_free(yaml);
}

/* --- making them -------------------------------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b)
{
    const struct cs_replacement *first = a, *second = b;
    if (first->start != second->start)
        return first->start < second->start ? -1 : 1;
    bool is_point = first->end == first->start, other_is_point = second->end == second->start;
    if (is_point != other_is_point)
        return is_point ? -1 : 1;
    if (first->rank != second->rank)
        return first->rank < second->rank ? -1 : 1;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* Sorts and applies the splices; false if two overlap. */
static bool make(struct cs_edits *edit, struct cs_buf *out)
{
    cs_text bytes = edit->tree.source->bytes;
    uint32_t done = 0;
    if (edit->splice_count)
        qsort(edit->splices, edit->splice_count, sizeof *edit->splices, by_place);
    for (uint32_t i = 0; i < edit->splice_count; i++) {
        const struct cs_replacement *splice = &edit->splices[i];
        if (splice->start < done)
            return false;
        cs_buf_add(out, (cs_text){bytes.bytes + done, splice->start - done});
        cs_buf_add(out, splice->text);
        done = splice->end;
    }
    cs_buf_add(out, cs_text_skip(bytes, done));
    return true;
}

static bool is_same(const struct cs_node *a, const struct cs_node *b)
{
    if (a->kind != b->kind || !cs_text_equal(cs_text_trim(a->text), cs_text_trim(b->text)))
        return false; /* after a block at the end of a file without a final line end, the first line lacks one */
    const struct cs_node *one = a->first, *other = b->first;
    for (; one && other; one = one->next, other = other->next)
        if (!is_same(one, other))
            return false;
    return !one && !other;
}

/* True if a mapping of the file has all keys of the expected YAML, with the same values; comments alone expect
 * nothing. */
static bool is_met(struct cs_tree *tree, const struct cs_expectation *expectation)
{
    struct cs_key_place found;
    uint32_t depth = cs_keys_depth(expectation->map);
    if (!cs_tree_find(tree, expectation->map, depth, &found) || (depth && !found.key))
        return false;
    const struct cs_node *map = depth ? found.key->next : found.map;
    const struct cs_source *source = cs_source_add(tree->job, tree->source->path, expectation->yaml);
    const struct cs_node *wanted = cs_yaml_read(tree->job, &tree->job->arena, source);
    for (const struct cs_node *key = wanted ? wanted->first : NULL; key; key = key->next->next) {
        const struct cs_node *is = map->kind == CS_NODE_MAP ? cs_tree_find_key(tree, map, key->text) : NULL;
        if (!is || !is_same(key->next, is->next))
            return false;
    }
    return true;
}

/* Reads the result in a job of its own, so that nothing is reported. */
static bool is_as_meant(const struct cs_edits *edit, cs_text bytes)
{
    struct cs_job *job = cs_job_fork(edit->tree.job);
    if (!job)
        return false;
    struct cs_tree tree = {.job = job, .source = cs_source_add(job, edit->tree.source->path, bytes)};
    tree.root = cs_yaml_read(job, &job->arena, tree.source);
    bool good = tree.root != NULL;
    for (uint32_t i = 0; i < edit->expected_count && good; i++)
        good = is_met(&tree, &edit->expected[i]);
    cs_job_free(job);
    return good;
}

bool cs_edit_finish(struct cs_edits *edit, cs_text *bytes)
{
    struct cs_buf out = {0};
    if (!edit->finished && !edit->failed) {
        edit->failed = !make(edit, &out);
        edit->after = cs_buf_copy(&edit->tree.job->arena, &out);
        edit->failed = edit->failed || !is_as_meant(edit, edit->after);
        cs_buf_free(&out);
    }
    edit->finished = true;
    *bytes = edit->after;
    return !edit->failed;
}

struct cs_edits *cs_edit_begin(struct cs_job *job, const struct cs_source *source)
{
    struct cs_edits *edit = cs_alloc(&job->arena, sizeof *edit);
    edit->tree = (struct cs_tree){.job = job, .source = source};
    edit->tree.root = cs_yaml_read(job, &job->arena, source);
    return edit->tree.root ? edit : NULL;
}
