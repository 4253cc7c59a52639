/* Product columns: the columns of a slot in groups, one for each product that they name, and what stands in a column that all
 * of them share. See plan.h. */
#include "fill/plan.h"
#include "match/similar.h"
#include "wording/by_product.h"

/* --- groups ------------------------------------------------------------------------------------------------------- */

static bool is_same_name(struct cs_job *job, cs_text a, cs_text b)
{
    return a.size && cs_text_equal(cs_text_bare(&job->arena, a), cs_text_bare(&job->arena, b));
}

/* Whose answers a form's name of a product is for. */
static struct cs_fill_group group_of(const struct cs_planner *planner, cs_text name)
{
    const struct cs_profile *profile = planner->profile;
    cs_text only = planner->main.product;
    for (uint32_t i = 0; i < profile->product_count; i++)
        if (is_same_name(planner->job, profile->products[i], name)) {
            bool is_main = only.size && cs_text_equal(profile->products[i], only);
            enum cs_fill_whose whose = is_main ? CS_WHOSE_MAIN : only.size ? CS_WHOSE_NOT_ASKED : CS_WHOSE_PRODUCT;
            return (struct cs_fill_group){.whose = whose, .product = profile->products[i]};
        }
    if (name.size == 0 || is_same_name(planner->job, profile->service, name))
        return (struct cs_fill_group){.whose = CS_WHOSE_MAIN, .product = name};
    return (struct cs_fill_group){.whose = CS_WHOSE_NOBODYS, .product = name};
}

static bool answers(const struct cs_slot_column *column)
{
    return column->role == CS_ROLE_ANSWER;
}

/* Adds the group of a column of answers, if that is the first of its product. */
static void add_group(const struct cs_planner *planner, const struct cs_slot *slot, uint32_t index,
                      struct cs_fill_groups *groups)
{
    for (uint32_t i = 0; i < index; i++)
        if (answers(&slot->columns[i]) && cs_text_equal(slot->columns[i].product, slot->columns[index].product))
            return;
    struct cs_fill_group group = group_of(planner, slot->columns[index].product);
    group.named = slot->columns[index].product;
    groups->at[groups->count++] = group;
}

/* The columns of a group: its own, and behind them those that all share, of which only the remark's is looked at. */
static void take_columns(struct cs_job *job, const struct cs_slot *slot, struct cs_fill_group *group)
{
    struct cs_slot_column *columns = cs_alloc_array(&job->arena, slot->column_count + 1u, sizeof *columns);
    group->columns = columns;
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (cs_text_equal(slot->columns[i].product, group->named))
            columns[group->column_count++] = slot->columns[i];
    for (uint32_t i = 0; i < slot->column_count; i++)
        if (group->named.size && slot->columns[i].product.size == 0 && slot->columns[i].role != CS_ROLE_APPLICABLE &&
            !answers(&slot->columns[i]))
            columns[group->column_count++] = slot->columns[i];
}

/* Leaves out the products that are not asked for; where nothing is left, there is no column for the one that is. */
static void drop_groups(struct cs_fill_groups *groups)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < groups->count; i++)
        if (groups->at[i].whose != CS_WHOSE_NOT_ASKED)
            groups->at[kept++] = groups->at[i];
    groups->at[0].whose = kept ? groups->at[0].whose : CS_WHOSE_NOBODYS;
    groups->count = kept ? kept : 1;
}

const struct cs_fill_groups *cs_plan_groups(struct cs_planner *planner, const struct cs_slot *slot)
{
    struct cs_fill_groups *groups = &planner->groups;
    if (groups->of == slot->columns)
        return groups;
    *groups = (struct cs_fill_groups){.of = slot->columns};
    for (uint32_t i = 0; i < slot->column_count; i++)
        groups->is_split |= answers(&slot->columns[i]) && slot->columns[i].product.size;
    groups->at = cs_alloc_array(&planner->job->arena, slot->column_count + 1u, sizeof *groups->at);
    for (uint32_t i = 0; i < slot->column_count && groups->is_split; i++)
        if (answers(&slot->columns[i]))
            add_group(planner, slot, i, groups);
    for (uint32_t i = 0; i < groups->count; i++) {
        take_columns(planner->job, slot, &groups->at[i]);
        groups->has_whole |= groups->at[i].named.size == 0;
    }
    if (groups->is_split)
        drop_groups(groups);
    return groups;
}

/* --- what they share ---------------------------------------------------------------------------------------------- */

bool cs_plan_shares(const struct cs_planner *planner, const struct cs_slot_column *column)
{
    return planner->group && planner->group->named.size && column->product.size == 0;
}

void cs_plan_share(struct cs_planner *planner, enum cs_role role, cs_text text)
{
    planner->shares = cs_grow(&planner->job->arena, planner->shares, planner->share_count, &planner->share_room,
                              sizeof *planner->shares);
    planner->shares[planner->share_count++] = (struct cs_fill_share){role, planner->group->product, text};
}

/* What is said in a role of all products: once where it is the same of all that are answered, else under their names. */
static cs_text joined(const struct cs_planner *planner, enum cs_role role, uint32_t answered)
{
    struct cs_arena *arena = &planner->job->arena;
    cs_text *products = cs_alloc_array(arena, planner->share_count + 1u, sizeof *products);
    cs_text *texts = cs_alloc_array(arena, planner->share_count + 1u, sizeof *texts);
    uint32_t said = 0;
    bool is_one = true;
    for (uint32_t i = 0; i < planner->share_count; i++) {
        if (planner->shares[i].role != role)
            continue;
        products[said] = planner->shares[i].product;
        texts[said] = planner->shares[i].text;
        is_one &= cs_text_equal(texts[0], texts[said++]);
    }
    return is_one && said >= answered && said
               ? texts[0]
               : cs_texts_by_product(planner->job, products, texts, said, planner->plan->options.language);
}

/* The earliest date that is said of a product. */
static cs_text earliest(const struct cs_planner *planner)
{
    cs_text first = {0};
    for (uint32_t i = 0; i < planner->share_count; i++)
        if (planner->shares[i].role == CS_ROLE_REVIEWED &&
            (first.size == 0 || cs_text_compare(planner->shares[i].text, first) < 0))
            first = planner->shares[i].text;
    return first;
}

cs_text cs_plan_shared(const struct cs_planner *planner, enum cs_role role)
{
    return role == CS_ROLE_REVIEWED ? earliest(planner) : joined(planner, role, planner->groups.count);
}
