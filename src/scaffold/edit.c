/* Edits of a person's YAML file. Each is converted at once into splices, replacements of a few bytes. They are sorted
 * and applied at the end, and the result is read again: every value that was set must have the intended value. */
#include "scaffold/edit.h"
#include "base/job.h"
#include "base/yaml_out.h"
#include "scaffold/edit_value.h"
#include "scaffold/edits.h"
#include "scaffold/entry.h"

/* --- values ------------------------------------------------------------------------------------------------------- */

static bool is_nothing(const struct cs_node *value)
{
    return value->kind == CS_NODE_TEXT && value->plain && value->end == value->start;
}

/* Moves comments inside a value above its key. */
static void save_comments(struct cs_edits *edit, const struct cs_entry *entry, uint32_t from, uint32_t to)
{
    const struct cs_source *source = edit->tree.source;
    struct cs_buf comments = {0}, text = {0};
    cs_entry_comments(source, entry, from, to, &comments);
    cs_yaml_add_lines(&text, cs_buf_text(&comments), 0, entry->indent, (cs_text){0},
                      cs_line_break(source, entry->line));
    cs_buf_free(&comments);
    uint32_t start = cs_line_start(source, entry->line);
    cs_edit_splice(edit, start, start, OF_LINES, &text);
}

/* True if the lines continue the text begun by the head, as in a quoted text, but not after |. */
static bool goes_on(const struct cs_yaml_value *value)
{
    cs_text head = cs_text_trim(value->head);
    return head.size && value->body.size && head.bytes[0] != '|' && head.bytes[0] != '>';
}

static void put_value(struct cs_edits *edit, const struct cs_entry *entry, const struct cs_yaml_value *value)
{
    const struct cs_source *source = edit->tree.source;
    uint32_t last = value->body.size ? entry->last : entry->last_of_body;
    uint32_t from = cs_line_end(source, entry->head_line), to = cs_line_end(source, last);
    if (entry->head_line > entry->line)
        save_comments(edit, entry, entry->colon, entry->head_end);
    else if (to > from)
        save_comments(edit, entry, from, to);
    struct cs_buf head = {0}, body = {0};
    cs_buf_add(&head, value->head);
    cs_yaml_add_lines(goes_on(value) ? &head : &body, value->body, value->indent, entry->indent,
                      cs_line_break(source, entry->line), (cs_text){0});
    cs_edit_splice(edit, entry->colon, entry->head_end, OF_A_VALUE, &head);
    cs_edit_splice(edit, from, to, OF_A_VALUE, &body);
}

/* In a flow mapping a value is on one line; and `{a}` has no colon yet. */
static bool put_flow_value(struct cs_edits *edit, const struct cs_node *key, const struct cs_yaml_value *value)
{
    cs_text bytes = edit->tree.source->bytes;
    if (value->body.size)
        return cs_edit_fail(edit);
    struct cs_buf text = {0};
    uint32_t start = key->next->start, end = key->next->end;
    if (is_nothing(key->next)) {
        cs_text behind = cs_text_trim(cs_text_skip(bytes, key->end));
        bool has_colon = cs_text_starts(behind, CS_TEXT(":"));
        start = end = has_colon ? (uint32_t)(behind.bytes - bytes.bytes) + 1 : key->end;
        cs_buf_add(&text, has_colon || value->head.size == 0 ? (cs_text){0} : CS_TEXT(":"));
        cs_buf_add(&text, value->head);
    } else
        cs_buf_add(&text, value->head.size ? cs_text_trim(value->head) : CS_TEXT("\"\"")); /* {a:} is not YAML */
    cs_edit_splice(edit, start, end, OF_A_VALUE, &text);
    return true;
}

/* --- adding keys -------------------------------------------------------------------------------------------------- */

/* The indentation step of the file's mappings. */
static uint32_t step_of(const struct cs_edits *edit)
{
    const struct cs_source *source = edit->tree.source;
    for (const struct cs_node *key = edit->tree.root->first; key; key = key->next->next) {
        struct cs_entry outer, inner;
        if (key->next->kind == CS_NODE_MAP && key->next->first && cs_entry_of(source, key, &outer) &&
            cs_entry_of(source, key->next->first, &inner) && inner.indent > outer.indent)
            return inner.indent - outer.indent;
    }
    return CS_YAML_STEP;
}

static const struct cs_node *last_key(const struct cs_node *map)
{
    const struct cs_node *key = map->first;
    while (key && key->next->next)
        key = key->next->next;
    return key;
}

static void put_behind(struct cs_edits *edit, uint32_t line, cs_text lines, uint32_t from, uint32_t to)
{
    const struct cs_source *source = edit->tree.source;
    struct cs_buf text = {0};
    cs_yaml_add_lines(&text, lines, from, to, cs_line_break(source, line), (cs_text){0});
    uint32_t at = cs_line_end(source, line);
    cs_edit_splice(edit, at, at, OF_LINES, &text);
}

static void put_before(struct cs_edits *edit, uint32_t line, cs_text lines, uint32_t from, uint32_t to)
{
    const struct cs_source *source = edit->tree.source;
    struct cs_buf text = {0};
    cs_yaml_add_lines(&text, lines, from, to, (cs_text){0}, cs_line_break(source, line));
    uint32_t at = cs_line_start(source, line);
    cs_edit_splice(edit, at, at, OF_LINES, &text);
}

/* Inserts lines as the first or the last of a block mapping, or of an empty one. */
static bool put_in_map(struct cs_edits *edit, const struct cs_key_place *found, const struct cs_node *map, bool first,
                       cs_text lines, uint32_t indent)
{
    const struct cs_source *source = edit->tree.source;
    const struct cs_node *neighbour = map->kind != CS_NODE_MAP ? NULL : first ? map->first : last_key(map);
    struct cs_entry entry;
    if (neighbour) {
        if (cs_node_is_flow(source, map) || !cs_entry_of(source, neighbour, &entry))
            return cs_edit_fail(edit);
        if (first)
            put_before(edit, entry.comments, lines, indent, entry.indent);
        else
            put_behind(edit, entry.last, lines, indent, entry.indent);
        return true;
    }
    if (!found->key || (map->kind != CS_NODE_MAP && !is_nothing(map)) || !cs_entry_of(source, found->key, &entry))
        return cs_edit_fail(edit);
    uint32_t to = entry.last > entry.line ? cs_line_indent(source, entry.last) : entry.indent + step_of(edit);
    cs_edit_add_splice(edit, entry.colon, entry.head_end, OF_A_VALUE, (cs_text){0}); /* {} */
    put_behind(edit, first ? entry.line : entry.last, lines, indent, to);
    return true;
}

/* Appends "key: value" with the lines below it at an indentation; each key on the way is on a line of its own. */
static void add_new_keys(struct cs_buf *out, struct cs_keys keys, uint32_t from, uint32_t depth, uint32_t indent,
                         uint32_t step, const struct cs_yaml_value *value)
{
    for (uint32_t i = from; i < depth; i++) {
        cs_buf_add_repeat(out, ' ', indent + (i - from) * step);
        cs_yaml_add_name(out, keys.at[i]);
        cs_buf_add_byte(out, ':');
        if (i + 1 < depth)
            cs_buf_add_byte(out, '\n');
    }
    cs_buf_add(out, value->head);
    cs_buf_add_byte(out, '\n');
    cs_yaml_add_lines(out, value->body, value->indent, indent + (depth - from - 1) * step, (cs_text){0}, CS_TEXT("\n"));
}

static void add_flow_key(struct cs_edits *edit, const struct cs_node *map, cs_text key,
                         const struct cs_yaml_value *value)
{
    struct cs_buf text = {0};
    const struct cs_node *last = last_key(map);
    uint32_t at = !last ? map->start + 1 : last->next->end > last->end ? last->next->end : last->end;
    cs_buf_add(&text, last ? CS_TEXT(", ") : (cs_text){0});
    cs_yaml_add_name(&text, key);
    cs_buf_add_byte(&text, ':');
    cs_buf_add(&text, value->head);
    cs_edit_splice(edit, at, at, OF_LINES, &text);
}

/* Adds the keys from index `from` on, the last one with the value, to the mapping that the keys before lead to. */
static bool add_keys(struct cs_edits *edit, struct cs_keys keys, uint32_t from, const struct cs_yaml_value *value)
{
    struct cs_key_place found;
    uint32_t depth = cs_keys_depth(keys), step = step_of(edit);
    cs_tree_find(&edit->tree, keys, from, &found);
    const struct cs_node *map = found.key ? found.key->next : found.map;
    if (map->kind == CS_NODE_MAP && map->first && cs_node_is_flow(edit->tree.source, map)) {
        if (from + 1 < depth || value->body.size)
            return cs_edit_fail(edit);
        add_flow_key(edit, map, keys.at[from], value);
        return true;
    }
    struct cs_buf lines = {0};
    add_new_keys(&lines, keys, from, depth, 0, step, value);
    bool done = put_in_map(edit, &found, map, false, cs_buf_text(&lines), 0);
    cs_buf_free(&lines);
    return done;
}

/* --- setting ------------------------------------------------------------------------------------------------------ */

/* The number of keys that exist. */
static uint32_t known_depth(struct cs_edits *edit, struct cs_keys keys, uint32_t depth)
{
    struct cs_key_place found;
    uint32_t known = 0;
    while (known < depth && cs_tree_find(&edit->tree, keys, known + 1, &found) && found.key)
        known++;
    return known;
}

static void expect_value(struct cs_edits *edit, struct cs_keys keys, uint32_t depth, const struct cs_yaml_value *value)
{
    struct cs_buf yaml = {0};
    struct cs_keys map = keys, last = {{keys.at[depth - 1]}};
    map.at[depth - 1] = (cs_text){0};
    add_new_keys(&yaml, last, 0, 1, 0, CS_YAML_STEP, value);
    cs_edit_expect(edit, map, &yaml);
}

/* True if the mapping of the last key is a flow mapping. */
static bool is_in_flow(struct cs_edits *edit, struct cs_keys keys, uint32_t depth, uint32_t known)
{
    struct cs_key_place found;
    cs_tree_find(&edit->tree, keys, known < depth ? known : depth, &found);
    const struct cs_node *map = known < depth ? found.key ? found.key->next : found.map : found.map;
    return cs_node_is_flow(edit->tree.source, map) && map->first;
}

static bool set_value(struct cs_edits *edit, struct cs_keys keys, uint32_t depth, uint32_t known,
                      const struct cs_yaml_value *value)
{
    struct cs_key_place found;
    struct cs_entry entry;
    if (edit->finished || depth == 0)
        return cs_edit_fail(edit);
    expect_value(edit, keys, depth, value);
    if (known < depth)
        return add_keys(edit, keys, known, value);
    cs_tree_find(&edit->tree, keys, depth, &found);
    if (cs_node_is_flow(edit->tree.source, found.map))
        return put_flow_value(edit, found.key, value);
    if (!cs_entry_of(edit->tree.source, found.key, &entry))
        return cs_edit_fail(edit);
    put_value(edit, &entry, value);
    return true;
}

bool cs_edit_set(struct cs_edits *edit, struct cs_keys keys, cs_text text)
{
    struct cs_key_place found;
    uint32_t depth = cs_keys_depth(keys), known = known_depth(edit, keys, depth);
    bool is_known = known == depth && cs_tree_find(&edit->tree, keys, depth, &found) && found.key;
    struct cs_yaml_value value =
        cs_yaml_of_text(&edit->tree.job->arena, edit->tree.source, is_known ? found.key->next : NULL,
                        is_in_flow(edit, keys, depth, known), text);
    return set_value(edit, keys, depth, known, &value);
}

bool cs_edit_set_lines(struct cs_edits *edit, struct cs_keys keys, cs_text lines, uint32_t indent)
{
    uint32_t depth = cs_keys_depth(keys);
    struct cs_arena *arena = &edit->tree.job->arena;
    struct cs_yaml_value value = cs_yaml_split(arena, cs_text_copy(arena, lines), indent);
    return set_value(edit, keys, depth, known_depth(edit, keys, depth), &value);
}

cs_text cs_edit_key_name(struct cs_span key)
{
    cs_text name = cs_span_text(key);
    if (name.size >= 2 && (name.bytes[0] == '"' || name.bytes[0] == '\''))
        name = (cs_text){name.bytes + 1, name.size - 2};
    return name;
}

bool cs_edit_has(struct cs_edits *edit, struct cs_keys keys)
{
    uint32_t depth = cs_keys_depth(keys);
    return known_depth(edit, keys, depth) == depth;
}

bool cs_edit_is_mapping(struct cs_edits *edit, struct cs_keys keys)
{
    struct cs_key_place found;
    uint32_t depth = cs_keys_depth(keys);
    return cs_tree_find(&edit->tree, keys, depth, &found) &&
           (depth == 0 || (found.key && found.key->next->kind == CS_NODE_MAP));
}

cs_text cs_edit_value(struct cs_edits *edit, struct cs_keys keys, uint32_t *indent)
{
    struct cs_key_place found;
    struct cs_entry entry;
    const struct cs_source *source = edit->tree.source;
    uint32_t depth = cs_keys_depth(keys);
    *indent = 0;
    if (depth == 0 || known_depth(edit, keys, depth) < depth || !cs_tree_find(&edit->tree, keys, depth, &found))
        return (cs_text){0};
    if (!cs_entry_of(source, found.key, &entry))
        return (cs_text){source->bytes.bytes + found.key->next->start, found.key->next->end - found.key->next->start};
    struct cs_buf lines = {0};
    uint32_t from = cs_line_end(source, entry.head_line), to = cs_line_end(source, entry.last_of_body);
    cs_buf_add(&lines, (cs_text){source->bytes.bytes + entry.colon, entry.head_end - entry.colon});
    cs_buf_add(&lines, (cs_text){source->bytes.bytes + from, to - from}); /* the rest of the head's line is a comment */
    cs_text value = cs_buf_take(&edit->tree.job->arena, &lines);
    *indent = entry.indent;
    return value;
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

bool cs_edit_insert(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text lines,
                    uint32_t indent)
{
    struct cs_key_place found;
    struct cs_entry entry;
    uint32_t depth = cs_keys_depth(keys);
    bool in_map = where == CS_EDIT_FIRST || where == CS_EDIT_LAST;
    if (edit->finished || !cs_tree_find(&edit->tree, keys, depth, &found) || (depth && !found.key) ||
        (!in_map && depth == 0))
        return cs_edit_fail(edit);
    struct cs_buf yaml = {0};
    struct cs_keys map = keys;
    if (!in_map)
        map.at[depth - 1] = (cs_text){0};
    cs_yaml_add_lines(&yaml, lines, indent, 0, (cs_text){0}, CS_TEXT("\n"));
    cs_edit_expect(edit, map, &yaml);
    if (in_map)
        return put_in_map(edit, &found, depth ? found.key->next : found.map, where == CS_EDIT_FIRST, lines, indent);
    if (!cs_entry_of(edit->tree.source, found.key, &entry))
        return cs_edit_fail(edit);
    if (where == CS_EDIT_BEFORE)
        put_before(edit, entry.comments, lines, indent, entry.indent);
    else
        put_behind(edit, entry.last, lines, indent, entry.indent);
    return true;
}

/* --- between braces ----------------------------------------------------------------------------------------------- */

static uint32_t pair_end(const struct cs_node *key)
{
    return key->next->end > key->end ? key->next->end : key->end;
}

static const struct cs_node *key_before(const struct cs_node *map, const struct cs_node *key)
{
    const struct cs_node *before = NULL;
    for (const struct cs_node *at = map->first; at != key; at = at->next->next)
        before = at;
    return before;
}

/* Removes a pair with the comma after it or, for the last one, with the comma before it. */
static void take_pair(struct cs_edits *edit, const struct cs_node *map, const struct cs_node *key)
{
    const struct cs_node *before = key_before(map, key), *behind = key->next->next;
    uint32_t start = before && !behind ? pair_end(before) : key->start;
    cs_edit_add_splice(edit, start, behind ? behind->start : pair_end(key), OF_LINES, (cs_text){0});
}

static void put_pair(struct cs_edits *edit, const struct cs_node *neighbour, bool behind, const struct cs_node *key)
{
    struct cs_buf text = {0};
    cs_text pair = {edit->tree.source->bytes.bytes + key->start, pair_end(key) - key->start};
    uint32_t at = behind ? pair_end(neighbour) : neighbour->start;
    cs_buf_add(&text, behind ? CS_TEXT(", ") : (cs_text){0});
    cs_buf_add(&text, pair);
    cs_buf_add(&text, behind ? (cs_text){0} : CS_TEXT(", "));
    cs_edit_splice(edit, at, at, OF_A_VALUE, &text);
}

/* --- taking out, moving, renaming --------------------------------------------------------------------------------- */

/* Removes lines [first, last] with the line end after them or, at the end of a file without a final one, with the one
 * before. */
static void take_lines(struct cs_edits *edit, uint32_t first, uint32_t last)
{
    const struct cs_source *source = edit->tree.source;
    bool is_end = last >= source->line_count && first > 1;
    cs_edit_add_splice(edit, is_end ? cs_line_end(source, first - 1) : cs_line_start(source, first),
                       is_end ? cs_line_end(source, last) : cs_line_start(source, last + 1), OF_LINES, (cs_text){0});
}

static bool find_known(struct cs_edits *edit, struct cs_keys keys, struct cs_key_place *found)
{
    uint32_t depth = cs_keys_depth(keys);
    return !edit->finished && depth && cs_tree_find(&edit->tree, keys, depth, found) && found->key;
}

bool cs_edit_remove(struct cs_edits *edit, struct cs_keys keys)
{
    struct cs_key_place found;
    struct cs_entry entry;
    if (!find_known(edit, keys, &found))
        return cs_edit_fail(edit);
    if (cs_node_is_flow(edit->tree.source, found.map)) {
        take_pair(edit, found.map, found.key);
        return true;
    }
    if (!cs_entry_of(edit->tree.source, found.key, &entry))
        return cs_edit_fail(edit);
    take_lines(edit, entry.comments, entry.last);
    return true;
}

bool cs_edit_rename(struct cs_edits *edit, struct cs_keys keys, cs_text key)
{
    struct cs_key_place found;
    struct cs_buf text = {0};
    if (!find_known(edit, keys, &found))
        return cs_edit_fail(edit);
    char quote = edit->tree.source->bytes.bytes[found.key->start];
    if (quote == '"')
        cs_yaml_add_quoted(&text, key);
    else if (quote != '\'' || !cs_yaml_add_in_single_quotes(&text, key)) {
        cs_buf_clear(&text);
        cs_yaml_add_name(&text, key);
    }
    cs_edit_splice(edit, found.key->start, found.key->end, OF_A_VALUE, &text);
    return true;
}

static bool move_lines(struct cs_edits *edit, const struct cs_node *key, const struct cs_node *neighbour, bool behind)
{
    const struct cs_source *source = edit->tree.source;
    struct cs_entry entry, other;
    if (!cs_entry_of(source, key, &entry) || !cs_entry_of(source, neighbour, &other))
        return cs_edit_fail(edit);
    uint32_t start = cs_line_start(source, entry.comments), end = cs_line_end(source, entry.last);
    cs_text lines = {source->bytes.bytes + start, end - start};
    take_lines(edit, entry.comments, entry.last);
    if (behind)
        put_behind(edit, other.last, lines, 0, 0);
    else
        put_before(edit, other.comments, lines, 0, 0);
    return true;
}

bool cs_edit_move(struct cs_edits *edit, struct cs_keys keys, enum cs_edit_where where, cs_text neighbour)
{
    struct cs_key_place found;
    if (!find_known(edit, keys, &found))
        return cs_edit_fail(edit);
    bool behind = where == CS_EDIT_LAST || where == CS_EDIT_BEHIND;
    const struct cs_node *other = where == CS_EDIT_FIRST  ? found.map->first
                                  : where == CS_EDIT_LAST ? last_key(found.map)
                                                          : cs_tree_find_key(&edit->tree, found.map, neighbour);
    if (!other)
        return cs_edit_fail(edit);
    if (other == found.key)
        return true;
    if (!cs_node_is_flow(edit->tree.source, found.map))
        return move_lines(edit, found.key, other, behind);
    put_pair(edit, other, behind, found.key);
    take_pair(edit, found.map, found.key);
    return true;
}

bool cs_edit_replace(struct cs_edits *edit, struct cs_span span, cs_text text)
{
    if (edit->finished || span.source != edit->tree.source || span.end < span.start ||
        span.end > edit->tree.source->bytes.size)
        return cs_edit_fail(edit);
    cs_edit_add_splice(edit, span.start, span.end, OF_A_VALUE, cs_text_copy(&edit->tree.job->arena, text));
    return true;
}
