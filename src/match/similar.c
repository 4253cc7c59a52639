/* Pairing two lists of texts in three rounds: equal texts, equal numbers, and the rest by similarity. Each round
 * collects candidates and settles them: first the best chain of candidates that keeps the order on both sides, then,
 * best first, the remaining ones, which have moved.
 *
 * Nothing here is quadratic. Candidates by similarity come from an index of character pairs, rarest first, with a
 * budget for each text; the best chain is found with a Fenwick tree over the old list. */
#include "match/similar.h"
#include "match/grams.h"
#include "base/names.h"

#include <stdlib.h>

enum {
    NEAREST = 24,  /* candidates by similarity for a text */
    TWINS = 8,     /* candidates on either side among equal texts that differ in number */
    VISITS = 2000, /* index entries examined for a text */
    AROUND = 8,    /* texts examined in any case on either side of the unmoved position */
};

struct candidate {
    uint32_t old, new;
    double weight;
    uint32_t before; /* the previous one in the best chain; CS_UNPAIRED for the first */
    double sum;      /* weight of the best chain that ends here */
};

/* One of the lists, prepared. */
struct side {
    const struct cs_list *list;
    cs_text *bare;
    uint32_t *names;  /* of the normalized texts; CS_NO_NAME for an empty one */
    uint32_t **grams; /* pairs of adjacent characters as sorted hashes; NULL until needed */
    uint32_t *gram_counts;
};

struct pairing {
    struct cs_arena arena; /* freed at the end */
    uint32_t old_count;
    struct side old, new;
    struct cs_names names;
    struct cs_pair *pairs; /* by index in the new list */
    bool *taken;           /* by index in the old list */
    struct candidate *candidates;
    uint32_t candidate_count, candidate_room;
};

/* --- likeness, each text cut up once --------------------------------------------------------------------------------
 */

static void need_grams(struct pairing *p, struct side *side, uint32_t index)
{
    if (!side->grams[index])
        side->grams[index] = cs_grams_of(&p->arena, cs_text_stem(side->bare[index]), &side->gram_counts[index]);
}

/* Similarity without the endings. */
static double likeness(struct pairing *p, uint32_t old, uint32_t new)
{
    need_grams(p, &p->old, old);
    need_grams(p, &p->new, new);
    return cs_dice(p->old.grams[old], p->old.gram_counts[old], p->new.grams[new], p->new.gram_counts[new]);
}

/* --- settling ---------------------------------------------------------------------------------------------------- */

/* Candidates are added in the order of the new list. */
static void add_candidate(struct pairing *p, uint32_t old, uint32_t new, double weight)
{
    p->candidates = cs_grow(&p->arena, p->candidates, p->candidate_count, &p->candidate_room, sizeof *p->candidates);
    p->candidates[p->candidate_count++] = (struct candidate){old, new, weight, CS_UNPAIRED, weight};
}

/* Links a candidate to the best chain before it. `tree` is a Fenwick tree over the old list of the last candidates of
 * the best chains so far. */
static void extend(struct pairing *p, const uint32_t *tree, struct candidate *candidate)
{
    for (uint32_t i = candidate->old; i; i &= i - 1) {
        uint32_t end = tree[i];
        if (end != CS_UNPAIRED && p->candidates[end].sum + candidate->weight > candidate->sum) {
            candidate->sum = p->candidates[end].sum + candidate->weight;
            candidate->before = end;
        }
    }
}

static void enter(const struct pairing *p, uint32_t *tree, uint32_t index)
{
    const struct candidate *candidate = &p->candidates[index];
    for (uint32_t i = candidate->old + 1; i <= p->old_count; i += i & (~i + 1))
        if (tree[i] == CS_UNPAIRED || p->candidates[tree[i]].sum < candidate->sum)
            tree[i] = index;
}

/* Finds the best chain; returns its last candidate. */
static uint32_t best_chain(struct pairing *p)
{
    uint32_t size = p->old_count + 1, best = CS_UNPAIRED;
    uint32_t *tree = cs_alloc_array(&p->arena, size, sizeof *tree);
    for (uint32_t i = 0; i < size; i++)
        tree[i] = CS_UNPAIRED;
    for (uint32_t i = 0, end; i < p->candidate_count; i = end) {
        for (end = i; end < p->candidate_count && p->candidates[end].new == p->candidates[i].new; end++)
            extend(p, tree, &p->candidates[end]);
        for (uint32_t k = i; k < end; k++) {
            enter(p, tree, k);
            if (best == CS_UNPAIRED || p->candidates[k].sum > p->candidates[best].sum)
                best = k;
        }
    }
    return best;
}

static void take(struct pairing *p, const struct candidate *candidate, bool moved)
{
    struct cs_pair *pair = &p->pairs[candidate->new];
    if (pair->other == CS_UNPAIRED) {
        pair->other = candidate->old;
        pair->likeness = candidate->weight < 1 ? candidate->weight : 1;
        p->taken[candidate->old] = true;
    }
    pair->moved = moved;
}

static int by_weight(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    if (x->new != y->new)
        return x->new < y->new ? -1 : 1;
    return x->old < y->old ? -1 : x->old > y->old;
}

/* Takes the best chain of the candidates, then the best of the remaining ones. */
static void settle(struct pairing *p)
{
    for (uint32_t i = 0; i < p->new.list->count; i++)
        p->pairs[i].moved = true; /* until it is in the chain */
    for (uint32_t i = best_chain(p); i != CS_UNPAIRED; i = p->candidates[i].before)
        take(p, &p->candidates[i], false);
    if (p->candidate_count)
        qsort(p->candidates, p->candidate_count, sizeof *p->candidates, by_weight);
    for (uint32_t i = 0; i < p->candidate_count; i++) {
        const struct candidate *candidate = &p->candidates[i];
        if (p->pairs[candidate->new].other == CS_UNPAIRED && !p->taken[candidate->old])
            take(p, candidate, true);
    }
    p->candidate_count = 0;
}

/* --- round 1: the same text -------------------------------------------------------------------------------------- */

static cs_text id_of(const struct side *side, uint32_t index)
{
    return side->list->ids ? side->list->ids[index] : (cs_text){0};
}

static bool same_id(const struct pairing *p, uint32_t old, uint32_t new)
{
    cs_text id = id_of(&p->new, new);
    return id.size && cs_text_equal(id_of(&p->old, old), id);
}

/* The texts that have a name, in order: those of name n are at [start[n], start[n + 1]) of the result. */
static uint32_t *sort_by_name(struct pairing *p, const struct side *side, uint32_t *start)
{
    uint32_t *by_name = cs_alloc_array(&p->arena, side->list->count + 1u, sizeof *by_name);
    for (uint32_t i = 0; i < side->list->count; i++)
        if (side->names[i] != CS_NO_NAME)
            start[side->names[i] + 1]++;
    for (uint32_t n = 0; n < p->names.count; n++)
        start[n + 1] += start[n];
    uint32_t *next = cs_alloc_array(&p->arena, p->names.count + 1u, sizeof *next);
    for (uint32_t i = 0; i < side->list->count; i++)
        if (side->names[i] != CS_NO_NAME)
            by_name[start[side->names[i]] + next[side->names[i]]++] = i;
    return by_name;
}

/* Pairs equal texts: in order if there are as many on both sides; else with those nearby, and the chain decides. */
static void pair_equals(struct pairing *p)
{
    uint32_t *old_start = cs_alloc_array(&p->arena, p->names.count + 1u, sizeof *old_start);
    uint32_t *new_start = cs_alloc_array(&p->arena, p->names.count + 1u, sizeof *new_start);
    const uint32_t *olds = sort_by_name(p, &p->old, old_start);
    sort_by_name(p, &p->new, new_start);
    uint32_t *ranks = cs_alloc_array(&p->arena, p->names.count + 1u, sizeof *ranks);
    for (uint32_t i = 0; i < p->new.list->count; i++) {
        uint32_t name = p->new.names[i];
        if (p->pairs[i].other != CS_UNPAIRED)
            add_candidate(p, p->pairs[i].other, i, 1);
        if (name == CS_NO_NAME)
            continue;
        uint32_t rank = ranks[name]++, count = old_start[name + 1] - old_start[name];
        uint32_t reach = count == new_start[name + 1] - new_start[name] ? 0 : TWINS;
        for (uint32_t k = rank > reach ? rank - reach : 0; k <= rank + reach && k < count; k++) {
            uint32_t old = olds[old_start[name] + k];
            if (p->pairs[i].other == CS_UNPAIRED && !p->taken[old])
                add_candidate(p, old, i, same_id(p, old, i) ? 1.01 : 1);
        }
    }
    settle(p);
}

/* --- round 2: the same number, and much alike -------------------------------------------------------------------- */

static void pair_numbers(struct pairing *p)
{
    struct cs_names ids = {0};
    if (!p->old.list->ids || !p->new.list->ids)
        return;
    uint32_t *old_of = cs_alloc_array(&p->arena, p->old.list->count + 1u, sizeof *old_of);
    for (uint32_t i = 0; i < p->old.list->count; i++)
        if (!p->taken[i] && p->old.list->ids[i].size)
            old_of[cs_names_add(&p->arena, &ids, p->old.list->ids[i])] = i;
    for (uint32_t i = 0; i < p->new.list->count; i++) {
        uint32_t id = p->pairs[i].other == CS_UNPAIRED ? cs_names_find(&ids, p->new.list->ids[i]) : CS_NO_NAME;
        if (id == CS_NO_NAME || p->taken[old_of[id]])
            continue;
        double alike = cs_bare_likeness(&p->arena, p->old.bare[old_of[id]], p->new.bare[i]);
        if (alike >= CS_ALIKE_BY_NUMBER)
            take(p, &(struct candidate){.old = old_of[id], .new = i, .weight = alike}, true);
    }
}

/* --- round 3: what is alike -------------------------------------------------------------------------------------- */

/* A bucket of a new text; buckets with fewer texts are visited first. */
struct visit {
    uint32_t bucket, size;
};

/* The occurrences of each pair of characters in the old list: the texts of bucket b are at [start[b], start[b + 1])
 * of `texts`. Two pairs may share a bucket; the similarity computed later is exact. */
struct index {
    uint32_t mask;
    uint32_t *start, *texts;
    uint32_t *shared, *seen; /* for one new text: pairs shared with each old text, and the old texts that share any */
    uint32_t *left, left_count; /* the old texts without a pair, in order */
    struct visit *visits;
    uint32_t visit_room;
};

static void build_index(struct pairing *p, struct index *index)
{
    uint32_t total = 0, count = p->old.list->count;
    index->left = cs_alloc_array(&p->arena, count + 1u, sizeof *index->left);
    for (uint32_t i = 0; i < count; i++)
        if (!p->taken[i]) {
            need_grams(p, &p->old, i);
            total += p->old.gram_counts[i];
            index->left[index->left_count++] = i;
        }
    for (index->mask = 63; index->mask < total; index->mask = index->mask * 2 + 1)
        ;
    index->start = cs_alloc_array(&p->arena, (size_t)index->mask + 3, sizeof *index->start);
    index->texts = cs_alloc_array(&p->arena, total + 1u, sizeof *index->texts);
    index->shared = cs_alloc_array(&p->arena, count + 1u, sizeof *index->shared);
    index->seen = cs_alloc_array(&p->arena, count + 1u, sizeof *index->seen);
    /* Counting at index + 2 and filling at index + 1 leaves the starts in place. */
    uint32_t *start = index->start + 2;
    for (uint32_t l = 0; l < index->left_count; l++)
        for (uint32_t i = index->left[l], k = 0; k < p->old.gram_counts[i]; k++)
            start[p->old.grams[i][k] & index->mask]++;
    for (uint32_t b = 0; b <= index->mask; b++)
        index->start[b + 1] += index->start[b];
    for (uint32_t l = 0; l < index->left_count; l++)
        for (uint32_t i = index->left[l], k = 0; k < p->old.gram_counts[i]; k++)
            index->texts[index->start[(p->old.grams[i][k] & index->mask) + 1]++] = i;
}

static int by_size(const void *a, const void *b)
{
    const struct visit *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    return x->bucket < y->bucket ? -1 : x->bucket > y->bucket;
}

/* Fills `shared` and `seen` for a new text; returns the number of old texts in `seen`. */
static uint32_t look_up(struct pairing *p, struct index *index, uint32_t new)
{
    uint32_t count = p->new.gram_counts[new], seen = 0, visited = 0;
    if (count > index->visit_room)
        index->visits = cs_alloc_array(&p->arena, index->visit_room = count * 2, sizeof *index->visits);
    struct visit *visits = index->visits;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t bucket = p->new.grams[new][k] & index->mask;
        visits[k] = (struct visit){bucket, index->start[bucket + 1] - index->start[bucket]};
    }
    if (count)
        qsort(visits, count, sizeof *visits, by_size);
    for (uint32_t k = 0; k < count && visited < VISITS; k++) {
        if (k && visits[k].bucket == visits[k - 1].bucket)
            continue;
        for (uint32_t t = 0; t < visits[k].size && visited < VISITS; t++, visited++) {
            uint32_t old = index->texts[index->start[visits[k].bucket] + t];
            if (index->shared[old]++ == 0)
                index->seen[seen++] = old;
        }
    }
    return seen;
}

/* Selects the best of `seen`, best first; resets `shared` for the next text. */
static uint32_t nearest_of(struct pairing *p, struct index *index, uint32_t new, uint32_t seen, uint32_t best[NEAREST])
{
    double score[NEAREST];
    uint32_t count = 0;
    for (uint32_t s = 0; s < seen; s++) {
        uint32_t old = index->seen[s];
        double value = (double)index->shared[old] / (p->old.gram_counts[old] + p->new.gram_counts[new]);
        index->shared[old] = 0;
        if (count == NEAREST && value <= score[NEAREST - 1])
            continue;
        uint32_t at = count < NEAREST ? count++ : NEAREST - 1;
        for (; at && score[at - 1] < value; at--) {
            score[at] = score[at - 1];
            best[at] = best[at - 1];
        }
        score[at] = value;
        best[at] = old;
    }
    return count;
}

static bool holds(const uint32_t *numbers, uint32_t count, uint32_t number)
{
    for (uint32_t i = 0; i < count; i++)
        if (numbers[i] == number)
            return true;
    return false;
}

/* Adds the texts at the position where this one would be had nothing moved, `place` being its share of the rest. */
static uint32_t add_around(const struct index *index, double place, uint32_t *best, uint32_t count)
{
    uint32_t at = (uint32_t)(place * index->left_count), known = count;
    for (uint32_t l = at > AROUND ? at - AROUND : 0; l <= at + AROUND && l < index->left_count; l++)
        if (!holds(best, known, index->left[l]))
            best[count++] = index->left[l];
    return count;
}

/* The old texts that are nearest to the last new one: many texts of a list may be the same. */
struct near {
    uint32_t new; /* CS_UNPAIRED: there was none yet */
    uint32_t old[NEAREST + 2 * AROUND + 1], count;
    double likeness[NEAREST];
};

static void find_near(struct pairing *p, struct index *index, uint32_t new, struct near *near)
{
    if (near->new != CS_UNPAIRED && cs_text_equal(p->new.bare[near->new], p->new.bare[new]))
        return;
    near->new = new;
    need_grams(p, &p->new, new);
    near->count = nearest_of(p, index, new, look_up(p, index, new), near->old);
    for (uint32_t k = 0; k < near->count; k++)
        near->likeness[k] = likeness(p, near->old[k], new);
}

static void pair_alike(struct pairing *p)
{
    struct index index = {0};
    struct near near = {.new = CS_UNPAIRED};
    uint32_t open = 0, rank = 0;
    build_index(p, &index);
    for (uint32_t i = 0; i < p->new.list->count; i++)
        open += p->pairs[i].other == CS_UNPAIRED;
    for (uint32_t i = 0; i < p->new.list->count; i++) {
        if (p->pairs[i].other != CS_UNPAIRED) {
            add_candidate(p, p->pairs[i].other, i, 1);
            continue;
        }
        find_near(p, &index, i, &near);
        uint32_t count = add_around(&index, (double)rank++ / open, near.old, near.count);
        for (uint32_t k = 0; k < count; k++) {
            double alike = k < near.count ? near.likeness[k] : likeness(p, near.old[k], near.new);
            if (alike >= CS_ALIKE)
                add_candidate(p, near.old[k], i, alike);
        }
    }
    settle(p);
}

/* --- all three ---------------------------------------------------------------------------------------------------- */

static void make_side(struct pairing *p, struct side *side, const struct cs_list *list)
{
    side->list = list;
    side->bare = cs_alloc_array(&p->arena, list->count + 1u, sizeof *side->bare);
    side->names = cs_alloc_array(&p->arena, list->count + 1u, sizeof *side->names);
    side->grams = cs_alloc_array(&p->arena, list->count + 1u, sizeof *side->grams);
    side->gram_counts = cs_alloc_array(&p->arena, list->count + 1u, sizeof *side->gram_counts);
}

/* Normalizes and names the texts that are not paired yet. */
static void name_rest(struct pairing *p)
{
    for (uint32_t i = 0; i < p->old.list->count; i++) {
        p->old.names[i] = CS_NO_NAME;
        p->old.bare[i] = p->taken[i] ? (cs_text){0} : cs_text_bare(&p->arena, p->old.list->texts[i]);
        if (p->old.bare[i].size)
            p->old.names[i] = cs_names_add(&p->arena, &p->names, p->old.bare[i]);
    }
    for (uint32_t i = 0; i < p->new.list->count; i++) {
        bool paired = p->pairs[i].other != CS_UNPAIRED;
        p->new.bare[i] = paired ? (cs_text){0} : cs_text_bare(&p->arena, p->new.list->texts[i]);
        p->new.names[i] = p->new.bare[i].size ? cs_names_find(&p->names, p->new.bare[i]) : CS_NO_NAME;
    }
}

/* Memory of its own, within the limit that is left of the other arena's. */
static struct pairing begin(const struct cs_arena *arena, uint32_t old_count, struct cs_pair *pairs)
{
    struct pairing p = {.pairs = pairs, .old_count = old_count};
    p.arena.exhausted = arena->exhausted;
    p.arena.context = arena->context;
    p.arena.limit = arena->limit;
    p.arena.used = arena->limit ? arena->used : 0;
    return p;
}

void cs_pair_order(struct cs_arena *arena, uint32_t old_count, struct cs_pair *pairs, uint32_t count)
{
    struct pairing p = begin(arena, old_count, pairs);
    bool rises = true;
    for (uint32_t i = 0, least = 0; i < count && rises; i++)
        if (pairs[i].other != CS_UNPAIRED) {
            rises = pairs[i].other >= least;
            least = pairs[i].other + 1;
        }
    for (uint32_t i = 0; i < count; i++) {
        pairs[i].moved = !rises;
        if (!rises && pairs[i].other != CS_UNPAIRED)
            add_candidate(&p, pairs[i].other, i, 1);
    }
    if (!rises)
        for (uint32_t i = best_chain(&p); i != CS_UNPAIRED; i = p.candidates[i].before)
            pairs[p.candidates[i].new].moved = false;
    cs_arena_release(&p.arena);
}

void cs_pair_texts(struct cs_arena *arena, const struct cs_list *old, const struct cs_list *new, struct cs_pair *pairs)
{
    struct pairing p = begin(arena, old->count, pairs);
    make_side(&p, &p.old, old);
    make_side(&p, &p.new, new);
    p.taken = cs_alloc_array(&p.arena, old->count + 1u, sizeof *p.taken);
    for (uint32_t i = 0; i < new->count; i++)
        if (pairs[i].other != CS_UNPAIRED)
            p.taken[pairs[i].other] = true;
    name_rest(&p);
    pair_equals(&p);
    pair_numbers(&p);
    pair_alike(&p);
    cs_arena_release(&p.arena);
}
