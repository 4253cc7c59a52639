/* Chapters and sections by number: see trail.h. */
#include "import/trail.h"

void cs_id_index_make(struct cs_job *job, const struct cs_catalog *catalog, struct cs_id_index *index)
{
    *index = (struct cs_id_index){0};
    index->items = cs_alloc_array(&job->arena, catalog->item_count + 1u, sizeof *index->items);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        cs_text id = cs_number_id(job, catalog->items[i].id);
        uint32_t before = index->ids.count, name = cs_names_add(&job->arena, &index->ids, id);
        if (index->ids.count > before)
            index->items[name] = i;
        for (size_t k = 0; k < id.size; k++)
            if (id.bytes[k] == '.')
                cs_names_add(&job->arena, &index->prefixes, (cs_text){id.bytes, k});
    }
}

uint32_t cs_id_index_find(const struct cs_id_index *index, cs_text id)
{
    uint32_t name = id.size ? cs_names_find(&index->ids, id) : CS_NO_NAME;
    return name == CS_NO_NAME ? CS_NO_ITEM : index->items[name];
}

cs_text cs_id_join(struct cs_job *job, cs_text a, cs_text b)
{
    struct cs_buf id = {0};
    if (a.size == 0)
        return b;
    cs_buf_add(&id, a);
    cs_buf_add_byte(&id, '.');
    cs_buf_add(&id, b);
    return cs_buf_take(&job->arena, &id);
}

static bool leads_to_items(const struct cs_trail *trail, cs_text prefix)
{
    return trail->index && cs_names_find(&trail->index->prefixes, prefix) != CS_NO_NAME;
}

static void enter_chapter(struct cs_trail *trail, cs_text id)
{
    trail->chapter = id;
    trail->chapter_number = cs_number_last(id);
    trail->section = (cs_text){0};
    trail->section_number = -1;
}

static void enter_section(struct cs_trail *trail, cs_text id)
{
    trail->section = id;
    trail->section_number = cs_number_last(id);
}

/* A heading's number may continue the chapters or the sections of this chapter; the catalog decides if it knows it. */
static void enter_heading(struct cs_trail *trail, const struct cs_number *number)
{
    if (number->parts > 1) {
        enter_section(trail, number->id);
        return;
    }
    long n = cs_number_last(number->id);
    cs_text below = cs_id_join(trail->job, trail->chapter, number->id);
    bool next_section = n == (trail->section_number < 0 ? 1 : trail->section_number + 1);
    bool next_chapter = trail->chapter_number < 0 || n == trail->chapter_number + 1;
    bool is_section = trail->chapter.size && next_section && (!next_chapter || leads_to_items(trail, below));
    if (is_section)
        enter_section(trail, below);
    else
        enter_chapter(trail, number->id);
}

/* Reads the number in a cell of a group column, unless it was read already. */
static bool read_group(struct cs_trail *trail, cs_text cell, int which, struct cs_number *number)
{
    if (cell.bytes == trail->seen[which])
        return false;
    trail->seen[which] = cell.bytes;
    return cell.size && cs_number_read(trail->job, cell, number) && number->id.size &&
           (number->apart || number->rest.size == 0);
}

void cs_trail_go(struct cs_trail *trail, const struct cs_line *line)
{
    struct cs_number number;
    if (line->kind == CS_LINE_SECTION) {
        bool numbered = line->number.id.size && (line->number.apart || line->number.rest.size == 0);
        if (numbered)
            enter_heading(trail, &line->number);
        else if (line->text.size)
            enter_section(trail, (cs_text){0});
        return;
    }
    if (line->kind != CS_LINE_ITEM)
        return;
    if (read_group(trail, line->cells[CS_ROLE_CHAPTER], 0, &number)) {
        enter_chapter(trail, number.id);
        trail->seen[1] = NULL; /* the cell of the section may be left from before */
    }
    if (!read_group(trail, line->cells[CS_ROLE_SECTION], 1, &number))
        return;
    if (line->cells[CS_ROLE_CHAPTER].size == 0)
        enter_heading(trail, &number);
    else
        enter_section(trail, number.parts > 1 ? number.id : cs_id_join(trail->job, trail->chapter, number.id));
}
