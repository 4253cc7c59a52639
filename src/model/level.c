/* Catalogs and answers restricted to a level: the questions of ★3 in a sheet that has ★3 and ★4. */
#include "base/job.h"
#include "base/ascii.h"
#include "base/names.h"
#include "checksheet/profile.h"

#include <string.h>

/* The digits of a level's name: 3 of ★3. */
static cs_text digits_of(cs_text name)
{
    size_t start = 0, end;
    while (start < name.size && !cs_is_digit(name.bytes[start]))
        start++;
    for (end = start; end < name.size && cs_is_digit(name.bytes[end]);)
        end++;
    return (cs_text){name.bytes + start, end - start};
}

uint32_t cs_catalog_level(const struct cs_catalog *catalog, cs_text word)
{
    for (uint32_t i = 0; i < catalog->level_count; i++)
        if (cs_text_equal(catalog->levels[i].name, word))
            return i + 1;
    for (uint32_t i = 0; i < catalog->level_count && word.size; i++)
        if (cs_text_equal(digits_of(catalog->levels[i].name), word))
            return i + 1;
    return 0;
}

static void add_behind_blank(struct cs_buf *text, cs_text more)
{
    if (text->size && more.size)
        cs_buf_add_byte(text, ' ');
    cs_buf_add(text, more);
}

static cs_text take(struct cs_job *job, struct cs_buf *buf)
{
    cs_text text = cs_buf_copy(&job->arena, buf);
    cs_buf_free(buf);
    return text;
}

cs_text cs_catalog_levels_text(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf names = {0};
    for (uint32_t i = 0; i < catalog->level_count; i++)
        add_behind_blank(&names, catalog->levels[i].name);
    return take(job, &names);
}

cs_text cs_catalog_edition(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language)
{
    struct cs_buf text = {0};
    if (catalog->level.size == 0)
        return cs_words_in(&catalog->edition, language);
    cs_buf_add(&text, cs_words_in(&catalog->edition, language));
    add_behind_blank(&text, catalog->level);
    return take(job, &text);
}

/* --- the catalog ------------------------------------------------------------------------------------------------- */

/* Marks the sections that contain a question of the level, and their parents. */
static bool *used_sections(struct cs_job *job, const struct cs_catalog *catalog, uint32_t rank)
{
    bool *used = cs_alloc_array(&job->arena, catalog->section_count, sizeof *used);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        uint32_t section = catalog->items[i].section;
        if (catalog->items[i].rank > rank)
            continue;
        for (; section != CS_NO_SECTION && !used[section]; section = catalog->sections[section].parent)
            used[section] = true;
    }
    return used;
}

/* Copies the marked sections; place[i] is the new index of each. first_item still refers to the whole catalog. */
static void take_sections(struct cs_job *job, const struct cs_catalog *catalog, const bool *used,
                          struct cs_catalog *part, uint32_t *place)
{
    part->sections = cs_alloc_array(&job->arena, catalog->section_count, sizeof *part->sections);
    part->section_count = 0;
    for (uint32_t i = 0; i < catalog->section_count; i++) {
        if (!used[i])
            continue;
        struct cs_section *section = &part->sections[part->section_count];
        *section = catalog->sections[i];
        section->parent = section->parent == CS_NO_SECTION ? CS_NO_SECTION : place[section->parent];
        place[i] = part->section_count++;
    }
}

/* Copies the questions of the level. A gate above the level is dropped, since it cannot be answered. */
static void take_items(struct cs_job *job, const struct cs_catalog *catalog, uint32_t rank, struct cs_catalog *part,
                       const uint32_t *place)
{
    uint32_t section = 0;
    part->items = cs_alloc_array(&job->arena, catalog->item_count, sizeof *part->items);
    part->ids = cs_alloc(&job->arena, sizeof *part->ids);
    part->item_count = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        for (; section < part->section_count && part->sections[section].first_item <= i; section++)
            part->sections[section].first_item = part->item_count;
        if (catalog->items[i].rank > rank)
            continue;
        struct cs_item *item = &part->items[part->item_count++];
        *item = catalog->items[i];
        item->section = item->section == CS_NO_SECTION ? CS_NO_SECTION : place[item->section];
        uint32_t gate = item->gate.size ? cs_catalog_find(catalog, item->gate, CS_NO_ITEM) : CS_NO_ITEM;
        if (gate != CS_NO_ITEM && catalog->items[gate].rank > rank)
            item->gate = (cs_text){0};
        cs_names_add(&job->arena, part->ids, item->id);
    }
}

const struct cs_catalog *cs_catalog_at_level(struct cs_job *job, const struct cs_catalog *catalog, uint32_t rank)
{
    if (rank == 0 || rank > catalog->level_count)
        return catalog;
    struct cs_catalog *part = cs_alloc(&job->arena, sizeof *part);
    uint32_t *place = cs_alloc_array(&job->arena, catalog->section_count, sizeof *place);
    *part = *catalog;
    part->level = catalog->levels[rank - 1].name;
    take_sections(job, catalog, used_sections(job, catalog, rank), part, place);
    take_items(job, catalog, rank, part, place);
    return part;
}

/* --- the answers ------------------------------------------------------------------------------------------------- */

static struct cs_answers cut_answers(struct cs_job *job, const struct cs_answers *answers, uint32_t rank)
{
    struct cs_answers part = *answers;
    part.catalog = cs_catalog_at_level(job, answers->catalog, rank);
    part.answered = 0;
    part.by_item = cs_alloc_array(&job->arena, part.catalog->item_count, sizeof *part.by_item);
    for (uint32_t i = 0; i < part.catalog->item_count; i++) {
        uint32_t from = cs_catalog_find(answers->catalog, part.catalog->items[i].id, i);
        part.by_item[i] = answers->by_item[from];
        part.by_item[i].item = i;
        part.answered += part.by_item[i].state != CS_STATE_NONE;
    }
    return part;
}

const struct cs_profile *cs_profile_at_level(struct cs_job *job, const struct cs_profile *profile, uint32_t sheet,
                                             uint32_t rank)
{
    struct cs_profile *part = cs_alloc(&job->arena, sizeof *part);
    *part = *profile;
    part->sheets = cs_alloc_array(&job->arena, profile->sheet_count, sizeof *part->sheets);
    memcpy(part->sheets, profile->sheets, profile->sheet_count * sizeof *part->sheets);
    part->sheets[sheet] = cut_answers(job, &profile->sheets[sheet], rank);
    return part;
}
