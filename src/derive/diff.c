/* Two sheets -> one sheet, whose rows carry the changes.
 *
 * First the items are paired: by number if it means the same on both sides, else by question (match/similar.h).
 * Then each pair is compared cell by cell, by the role of the column; finally the rows are arranged in the new order,
 * with each removed item after the item that it followed. */
#include "checksheet/diff.h"
#include "base/job.h"
#include "base/names.h"
#include "match/similar.h"
#include "derive/aspects.h"
#include "derive/heads.h"
#include "derive/inline.h"
#include "wording/wording.h"

#include <string.h>

/* The items of one side. */
struct side {
    const struct cs_sheet *sheet;
    const struct cs_row **items;
    cs_text *questions, *keys;
    uint32_t count;
    uint32_t *columns; /* by column of the diff: the side's own column, or CS_NO_COLUMN */
    bool has_all;      /* its columns are exactly those of the diff */
};

struct comparer {
    struct cs_job *job;
    uint32_t wanted; /* aspects as a bit set; 0: all */
    struct side old, new;
    struct cs_pair *pairs; /* by new item */
    cs_text *texts;        /* of the current item: the old texts of its cells */
    struct cs_sheet *diff;
    struct cs_comparison *counts;
    struct cs_inliner *inliner;
};

/* --- pairing ------------------------------------------------------------------------------------------------------ */

/* The text that identifies an item: the question, or if there is none the name. */
static cs_text question_of(const struct cs_row *row, uint32_t question, uint32_t name)
{
    if (question < row->cell_count && row->cells[question].text.size)
        return row->cells[question].text;
    return name < row->cell_count ? row->cells[name].text : (cs_text){0};
}

static void collect(struct cs_job *job, struct side *side, const struct cs_sheet *sheet)
{
    uint32_t question = cs_sheet_column(sheet, CS_ROLE_QUESTION), name = cs_sheet_column(sheet, CS_ROLE_NAME);
    side->sheet = sheet;
    side->items = cs_alloc_array(&job->arena, sheet->row_count + 1u, sizeof *side->items);
    side->questions = cs_alloc_array(&job->arena, sheet->row_count + 1u, sizeof *side->questions);
    side->keys = cs_alloc_array(&job->arena, sheet->row_count + 1u, sizeof *side->keys);
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_ITEM) {
            side->questions[side->count] = question_of(&sheet->rows[i], question, name);
            side->keys[side->count] = sheet->rows[i].key;
            side->items[side->count++] = &sheet->rows[i];
        }
}

/* True if a number names the same question on both sides, whatever its words. */
static bool numbers_hold(const struct comparer *c)
{
    const struct cs_sheet *old = c->old.sheet, *new = c->new.sheet;
    return new->catalog_id.size &&cs_text_equal(old->catalog_id, new->catalog_id) &&
           cs_text_equal(old->edition, new->edition);
}

static bool is_same_item(const struct comparer *c, uint32_t old, uint32_t new)
{
    return old < c->old.count && cs_text_equal(c->old.keys[old], c->new.keys[new]) &&
           c->new.keys[new].size &&cs_text_equal(c->old.questions[old], c->new.questions[new]);
}

/* The first old item with each number. */
static uint32_t *items_by_number(const struct comparer *c, struct cs_names *numbers)
{
    uint32_t *items = cs_alloc_array(&c->job->arena, c->old.count + 1u, sizeof *items);
    for (uint32_t i = 0; i < c->old.count; i++) {
        uint32_t known = numbers->count, number = cs_names_add(&c->job->arena, numbers, c->old.keys[i]);
        if (number == known)
            items[number] = i;
    }
    return items;
}

/* Pairs items with the same number and question; returns how many new items are left. */
static uint32_t pair_equals(struct comparer *c, const struct cs_names *numbers, const uint32_t *items, bool *taken)
{
    uint32_t next = 0, left = 0;
    for (uint32_t i = 0; i < c->new.count; i++, next++) {
        c->pairs[i].other = CS_UNPAIRED;
        if (!is_same_item(c, next, i)) { /* usually the one after the last; else it is looked up */
            uint32_t number = cs_names_find(numbers, c->new.keys[i]);
            next = number == CS_NO_NAME ? c->old.count : items[number];
        }
        if (is_same_item(c, next, i) && !taken[next]) {
            c->pairs[i] = (struct cs_pair){.other = next, .likeness = 1};
            taken[next] = true;
        } else {
            left++;
        }
    }
    return left;
}

/* Pairs the rest by number alone, if numbers are stable, or if a side has no questions to compare. */
static void pair_numbers(struct comparer *c, const struct cs_names *numbers, const uint32_t *items, bool *taken)
{
    bool hold = numbers_hold(c);
    for (uint32_t i = 0; i < c->new.count; i++) {
        uint32_t number = c->pairs[i].other == CS_UNPAIRED ? cs_names_find(numbers, c->new.keys[i]) : CS_NO_NAME;
        if (number == CS_NO_NAME || c->new.keys[i].size == 0 || taken[items[number]])
            continue;
        if (!hold && c->new.questions[i].size && c->old.questions[items[number]].size)
            continue;
        c->pairs[i] = (struct cs_pair){.other = items[number]};
        taken[items[number]] = true;
    }
}

static void pair(struct comparer *c)
{
    struct cs_names numbers = {0};
    struct cs_list old = {c->old.questions, c->old.keys, c->old.count};
    struct cs_list new = {c->new.questions, c->new.keys, c->new.count};
    const uint32_t *items = items_by_number(c, &numbers);
    bool *taken = cs_alloc_array(&c->job->arena, c->old.count + 1u, sizeof *taken);
    c->pairs = cs_alloc_array(&c->job->arena, c->new.count + 1u, sizeof *c->pairs);
    uint32_t left = pair_equals(c, &numbers, items, taken);
    if (left || c->old.count != c->new.count || !numbers_hold(c))
        cs_pair_texts(&c->job->arena, &old, &new, c->pairs);
    for (uint32_t i = 0; i < c->new.count; i++)
        if (c->pairs[i].other != CS_UNPAIRED)
            taken[c->pairs[i].other] = true;
    pair_numbers(c, &numbers, items, taken);
    cs_pair_order(&c->job->arena, c->old.count, c->pairs, c->new.count);
}

/* --- columns ------------------------------------------------------------------------------------------------------ */

/* The column of a sheet that corresponds to one of another: the same role and, if a role occurs more than once, the
 * same title. */
static uint32_t like_column(const struct cs_sheet *sheet, const struct cs_column *column)
{
    uint32_t first = cs_sheet_column(sheet, column->role);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].role == column->role && cs_text_equal(sheet->columns[i].title, column->title))
            return i;
    return first;
}

/* Sets the columns: the new ones, followed by those that only the old sheet has. */
static void set_columns(struct comparer *c)
{
    const struct cs_sheet *old = c->old.sheet, *new = c->new.sheet;
    struct cs_arena *arena = &c->job->arena;
    uint32_t room = old->column_count + new->column_count + 1, count = 0;
    c->diff->columns = cs_alloc_array(arena, room, sizeof *c->diff->columns);
    c->old.columns = cs_alloc_array(arena, room, sizeof *c->old.columns);
    c->new.columns = cs_alloc_array(arena, room, sizeof *c->new.columns);
    bool *used = cs_alloc_array(arena, old->column_count + 1u, sizeof *used);
    for (uint32_t i = 0; i < new->column_count; i++, count++) {
        uint32_t like = like_column(old, &new->columns[i]);
        if (like != CS_NO_COLUMN && used[like])
            like = CS_NO_COLUMN;
        if (like != CS_NO_COLUMN)
            used[like] = true;
        c->diff->columns[count] = new->columns[i];
        c->new.columns[count] = i;
        c->old.columns[count] = like;
    }
    for (uint32_t i = 0; i < old->column_count; i++)
        if (!used[i]) {
            c->diff->columns[count] = old->columns[i];
            c->old.columns[count] = i;
            c->new.columns[count++] = CS_NO_COLUMN;
        }
    c->diff->column_count = count;
    c->texts = cs_alloc_array(arena, count + 1u, sizeof *c->texts);
    c->new.has_all = count == new->column_count;
}

/* The text of a cell, including its address. */
static cs_text text_in(const struct comparer *c, const struct side *side, const struct cs_row *row, uint32_t column)
{
    uint32_t own = side->columns[column];
    const struct cs_cell *cell = own < row->cell_count ? &row->cells[own] : NULL;
    if (!cell || cell->link.size == 0 || cs_text_find(cell->text, cell->link) >= 0)
        return cell ? cell->text : (cs_text){0};
    const cs_text both[] = {cell->text, cell->link};
    return cs_texts_join(c->job, cell->text.size ? both : &both[1], cell->text.size ? 2 : 1, CS_TEXT(" "));
}

/* --- one pair ----------------------------------------------------------------------------------------------------- */

static bool is_sign(const struct cs_sheet *sheet, cs_text text)
{
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        if (cs_text_equal(sheet->signs[i].sign, text))
            return true;
    return text.size == 0;
}

/* The aspect in which two texts of a column differ; CS_ASPECTS if the difference is meaningless. */
static enum cs_aspect compare_texts(const struct comparer *c, const struct cs_row *old, const struct cs_row *new,
                                    uint32_t column)
{
    cs_text a = text_in(c, &c->old, old, column), b = text_in(c, &c->new, new, column);
    enum cs_aspect aspect = cs_aspect_of(c->diff->columns[column].role);
    bool in_both = c->old.columns[column] != CS_NO_COLUMN && c->new.columns[column] != CS_NO_COLUMN;
    bool is_told = aspect == CS_ASPECT_REMARK || aspect == CS_ASPECT_EVIDENCE || aspect == CS_ASPECT_DATE;
    if (cs_text_equal(a, b) || aspect == CS_ASPECT_NUMBER || aspect == CS_ASPECT_PLACE || (!in_both && !is_told))
        return CS_ASPECTS;
    if (aspect == CS_ASPECT_ANSWER && old->state == new->state &&is_sign(c->old.sheet, a) && is_sign(c->new.sheet, b))
        return CS_ASPECTS; /* two signs for the same state */
    if (aspect != CS_ASPECT_ANSWER && cs_differs_in_form_only(&c->job->arena, a, b))
        return CS_ASPECT_FORM;
    return aspect;
}

/* True if the catalogs on both sides specify the good answer, or whether one is required, and differ. For a sheet
 * that was read back, only its columns count. */
static bool asks_otherwise(const struct comparer *c, const struct cs_row *old, const struct cs_row *new)
{
    return c->old.sheet->has_whole_head && c->new.sheet->has_whole_head &&
           (old->good != new->good || old->flag != new->flag);
}

/* A sheet with answers in words only does not tell their states: free text in it is not a different answer. */
static bool is_unsaid(const struct cs_sheet *sheet, const struct cs_row *row)
{
    return row->state == CS_STATE_FREE_TEXT && cs_sheet_column(sheet, CS_ROLE_ANSWER) == CS_NO_COLUMN;
}

/* True if the cells of the answer are the same on both sides, and one side only knows that they contain words, or
 * answers by product: what the other side read from them is not a different answer. */
static bool are_same_words(const struct comparer *c, const struct cs_row *old, const struct cs_row *new)
{
    bool any = false;
    if (old->state != CS_STATE_FREE_TEXT && new->state != CS_STATE_FREE_TEXT)
        return false;
    for (uint32_t i = 0; i < c->diff->column_count; i++) {
        enum cs_role role = c->diff->columns[i].role;
        if (role != CS_ROLE_ANSWER && role != CS_ROLE_REMARK)
            continue;
        cs_text a = text_in(c, &c->old, old, i), b = text_in(c, &c->new, new, i);
        if (!cs_text_equal(a, b))
            return false;
        any |= a.size > 0;
    }
    return any;
}

/* Sets the old values of an item. */
static void compare_rows(const struct comparer *c, const struct cs_row *old, const struct cs_row *new, bool moved,
                         struct cs_past *past)
{
    uint32_t count = c->diff->column_count;
    past->key = old->key;
    past->state = old->state;
    past->good = old->good;
    past->flag = old->flag;
    if (asks_otherwise(c, old, new))
        past->aspects |= 1u << CS_ASPECT_WORDING;
    bool differ = false;
    for (uint32_t i = 0; i < count; i++) {
        enum cs_aspect aspect = compare_texts(c, old, new, i);
        c->texts[i] = text_in(c, &c->old, old, i);
        differ |= !cs_text_equal(c->texts[i], text_in(c, &c->new, new, i));
        if (aspect != CS_ASPECTS)
            past->aspects |= 1u << aspect;
    }
    if (differ) {
        cs_text *texts = cs_alloc_array(&c->job->arena, count, sizeof *texts);
        memcpy(texts, c->texts, count * sizeof *texts);
        past->texts = texts;
    }
    if (old->state != new->state && !is_unsaid(c->old.sheet, old) && !is_unsaid(c->new.sheet, new) &&
        !are_same_words(c, old, new)) {
        past->aspects |= 1u << CS_ASPECT_ANSWER;
        past->turn = cs_turn_of(old, new);
    }
    if (!cs_text_equal(old->key, new->key))
        past->aspects |= 1u << CS_ASPECT_NUMBER;
    if (moved)
        past->aspects |= 1u << CS_ASPECT_PLACE;
    if (c->wanted)
        past->aspects &= c->wanted;
}

/* Sets the runs of an item's changed texts. */
static void add_runs(const struct comparer *c, const struct cs_row *new, struct cs_past *past)
{
    struct cs_runs *runs = NULL;
    for (uint32_t i = 0; past->texts && past->aspects && i < c->diff->column_count; i++) {
        cs_text now = text_in(c, &c->new, new, i);
        if (cs_text_equal(past->texts[i], now))
            continue;
        if (!runs)
            runs = cs_alloc_array(&c->job->arena, c->diff->column_count, sizeof *runs);
        runs[i] = cs_inline_diff(c->inliner, past->texts[i], now);
    }
    past->runs = runs;
}

/* --- the rows ----------------------------------------------------------------------------------------------------- */

static void count_row(const struct comparer *c, const struct cs_row *row)
{
    struct cs_comparison *counts = c->counts;
    counts->added += row->change == CS_ADDED;
    counts->removed += row->change == CS_REMOVED;
    counts->changed += row->change == CS_CHANGED;
    counts->moved += row->change == CS_MOVED;
    for (int aspect = 0; row->past && aspect < CS_ASPECTS; aspect++)
        counts->with[aspect] += row->past->aspects >> aspect & 1;
    if (row->past && row->change == CS_CHANGED && row->past->aspects & 1u << CS_ASPECT_ANSWER) {
        counts->better += row->past->turn == CS_TURN_BETTER;
        counts->worse += row->past->turn == CS_TURN_WORSE;
    }
}

/* An item's cells, in the columns of the diff. */
static struct cs_cell *cells_of(const struct comparer *c, const struct side *side, const struct cs_row *item)
{
    uint32_t count = c->diff->column_count;
    if (side->has_all && item->cell_count == count)
        return item->cells;
    struct cs_cell *cells = cs_alloc_array(&c->job->arena, count, sizeof *cells);
    for (uint32_t i = 0; i < count; i++)
        if (side->columns[i] < item->cell_count)
            cells[i] = item->cells[side->columns[i]];
    return cells;
}

/* Adds an item of one side, with the columns of the diff. */
static struct cs_row *add_item(const struct comparer *c, const struct side *side, const struct cs_row *item)
{
    struct cs_row *row = cs_sheet_add_row(c->job, c->diff, CS_ROW_ITEM, 0);
    *row = *item;
    row->cells = cells_of(c, side, item);
    row->cell_count = c->diff->column_count;
    row->change = CS_SAME;
    return row;
}

static void add_removed(const struct comparer *c, uint32_t old)
{
    struct cs_row *row = add_item(c, &c->old, c->old.items[old]);
    struct cs_past *past = cs_alloc(&c->job->arena, sizeof *past);
    *past = (struct cs_past){
        .key = row->key, .state = row->state, .good = row->good, .flag = row->flag, .place = old, .now = CS_NOWHERE};
    row->change = c->wanted ? CS_SAME : CS_REMOVED;
    row->past = past;
    count_row(c, row);
}

static void add_paired(const struct comparer *c, uint32_t new)
{
    const struct cs_pair *pair = &c->pairs[new];
    struct cs_past past = {.place = pair->other, .now = new};
    struct cs_row *row = add_item(c, &c->new, c->new.items[new]);
    compare_rows(c, c->old.items[pair->other], c->new.items[new], pair->moved, &past);
    add_runs(c, c->new.items[new], &past);
    const uint32_t sites = 1u << CS_ASPECT_NUMBER | 1u << CS_ASPECT_PLACE;
    row->change = past.aspects & ~sites ? CS_CHANGED : past.aspects ? CS_MOVED : CS_SAME;
    if (past.texts || past.aspects || past.state != row->state || !cs_text_equal(past.key, row->key)) {
        struct cs_past *kept = cs_alloc(&c->job->arena, sizeof *kept);
        *kept = past;
        row->past = kept;
    }
    count_row(c, row);
}

static void add_row_of_item(const struct comparer *c, uint32_t new)
{
    if (c->pairs[new].other != CS_UNPAIRED) {
        add_paired(c, new);
        return;
    }
    struct cs_row *row = add_item(c, &c->new, c->new.items[new]);
    struct cs_past *past = cs_alloc(&c->job->arena, sizeof *past);
    *past = (struct cs_past){.good = row->good, .flag = row->flag, .place = CS_NOWHERE, .now = new};
    row->change = c->wanted ? CS_SAME : CS_ADDED;
    row->past = past;
    count_row(c, row);
}

/* Adds the old items without a pair from *next on, up to an item. */
static void add_gone(const struct comparer *c, const bool *taken, uint32_t *next, uint32_t end)
{
    for (; *next < end; (*next)++)
        if (!taken[*next])
            add_removed(c, *next);
}

/* Adds an item in its place, followed by the items removed there. */
static void add_with_gone(const struct comparer *c, const bool *taken, uint32_t *next, uint32_t new)
{
    const struct cs_pair *pair = &c->pairs[new];
    bool in_place = pair->other != CS_UNPAIRED && !pair->moved;
    if (in_place)
        add_gone(c, taken, next, pair->other);
    add_row_of_item(c, new);
    uint32_t end = pair->other;
    if (!in_place)
        return;
    for (end++; end < c->old.count && !taken[end]; end++)
        ;
    add_gone(c, taken, next, end);
}

/* Adds a row that is no item; heads are compared later. */
static void add_other(const struct comparer *c, const struct cs_row *other)
{
    struct cs_row *row = cs_sheet_add_row(c->job, c->diff, other->kind, 0);
    *row = *other;
}

/* The titles of all columns. */
static void add_header(const struct comparer *c, const struct cs_row *header)
{
    struct cs_row *row = cs_sheet_add_row(c->job, c->diff, CS_ROW_HEADER, c->diff->column_count);
    for (uint32_t i = 0; i < c->diff->column_count; i++)
        row->cells[i].text = i < header->cell_count ? header->cells[i].text : c->diff->columns[i].title;
}

static void add_rows(const struct comparer *c)
{
    const struct cs_sheet *new = c->new.sheet;
    bool *taken = cs_alloc_array(&c->job->arena, c->old.count + 1u, sizeof *taken);
    uint32_t item = 0, next = 0;
    for (uint32_t i = 0; i < c->new.count; i++)
        if (c->pairs[i].other != CS_UNPAIRED)
            taken[c->pairs[i].other] = true;
    for (uint32_t i = 0; i < new->row_count; i++) {
        const struct cs_row *row = &new->rows[i];
        if (row->kind == CS_ROW_ITEM)
            add_with_gone(c, taken, &next, item++);
        else if (row->kind == CS_ROW_HEADER)
            add_header(c, row);
        else
            add_other(c, row);
    }
    add_gone(c, taken, &next, c->old.count);
}

struct cs_sheet *cs_diff(struct cs_job *job, const struct cs_sheet *old, const struct cs_sheet *new, uint32_t aspects)
{
    struct cs_inliner inliner = {.job = job};
    struct comparer c = {.job = job, .wanted = aspects, .inliner = &inliner};
    c.diff = cs_alloc(&job->arena, sizeof *c.diff);
    c.counts = cs_alloc(&job->arena, sizeof *c.counts);
    *c.diff = *new;
    c.diff->row_room = new->row_count + old->row_count;
    c.diff->rows = cs_alloc_array(&job->arena, c.diff->row_room, sizeof *c.diff->rows);
    c.diff->row_count = 0;
    c.diff->comparison = c.counts;
    c.counts->old = old;
    c.counts->whole = aspects == 0;
    collect(job, &c.old, old);
    collect(job, &c.new, new);
    set_columns(&c);
    pair(&c);
    add_rows(&c);
    if (aspects == 0)
        c.counts->head = cs_diff_heads(job, old, c.diff);
    return c.diff;
}

/* True unless both are set and differ. */
static bool agree(cs_text a, cs_text b)
{
    return a.size == 0 || b.size == 0 || cs_text_equal(a, b);
}

bool cs_diff_found(const struct cs_sheet *diff)
{
    const struct cs_comparison *counts = diff->comparison;
    bool same_catalog = agree(counts->old->catalog_id, diff->catalog_id) && agree(counts->old->edition, diff->edition);
    return counts->added || counts->removed || counts->changed || counts->moved || counts->head ||
           (counts->whole && !same_catalog);
}

struct cs_sheet *cs_diff_rows(struct cs_job *job, const struct cs_sheet *diff)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    *sheet = *diff;
    sheet->rows = cs_alloc_array(&job->arena, diff->row_count + 1u, sizeof *sheet->rows);
    sheet->row_count = 0;
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (diff->rows[i].kind != CS_ROW_ITEM || diff->rows[i].change != CS_SAME)
            sheet->rows[sheet->row_count++] = diff->rows[i];
    return sheet;
}
