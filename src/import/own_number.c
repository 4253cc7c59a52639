/* Distinct numbers for the lines of a sheet without a known catalog. */
#include "import/items.h"
#include "import/trail.h"

static cs_text with_dashes(struct cs_job *job, cs_text id)
{
    struct cs_buf number = {0};
    for (size_t i = 0; i < id.size; i++)
        cs_buf_add_byte(&number, id.bytes[i] == '.' ? '-' : id.bytes[i]);
    return cs_buf_take(&job->arena, &number);
}

/* Advances to a line; counts sections by title where they have no number. */
static void go_on(struct cs_trail *trail, const struct cs_line *line, cs_text *title, uint32_t *ordinal)
{
    cs_text now = line->kind == CS_LINE_SECTION ? line->text : line->cells[CS_ROLE_SECTION];
    now = now.size ? now : line->cells[CS_ROLE_CHAPTER];
    cs_trail_go(trail, line);
    if (line->kind == CS_LINE_NOTE || now.size == 0 || cs_text_equal(now, *title))
        return;
    *title = now;
    ++*ordinal;
}

static cs_text head_of(struct cs_job *job, const struct cs_trail *trail, uint32_t ordinal)
{
    struct cs_buf number = {0};
    if (trail->section.size || trail->chapter.size)
        return trail->section.size ? trail->section : trail->chapter;
    if (ordinal == 0)
        return (cs_text){0};
    cs_buf_print(&number, "%lu", (unsigned long)ordinal);
    return cs_buf_take(&job->arena, &number);
}

/* 1.10 for a second 1.1 after 1.9, which a spreadsheet took for a decimal number; else the id itself. */
static cs_text with_lost_zero(struct cs_job *job, cs_text id, cs_text last)
{
    struct cs_buf longer = {0};
    cs_buf_add(&longer, id);
    cs_buf_add_byte(&longer, '0');
    cs_text text = cs_buf_take(&job->arena, &longer);
    size_t head = last.size;
    while (head && last.bytes[head - 1] != '.')
        head--;
    bool goes_on = head && cs_text_starts(id, (cs_text){last.bytes, head}) && cs_number_last(last) > 0 &&
                   cs_number_last(text) == cs_number_last(last) + 1;
    return goes_on ? text : id;
}

/* The number appended to that of its section, unless it begins with that already. */
static cs_text joined(struct cs_job *job, cs_text head, cs_text id)
{
    bool has_head = cs_text_starts(id, head) && cs_text_starts(cs_text_skip(id, head.size), CS_TEXT("."));
    return has_head ? id : cs_id_join(job, head, id);
}

/* Marks the lines without a number if four in five have one. */
static void mark_missing(const struct cs_lines *lines, uint32_t numbered, struct cs_own_number *numbers)
{
    uint32_t items = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        items += lines->at[i].kind == CS_LINE_ITEM;
    for (uint32_t i = 0; i < lines->count && numbered < items && numbered * 5 >= items * 4; i++)
        numbers[i].lacks = lines->at[i].kind == CS_LINE_ITEM && numbers[i].text.size == 0 && !numbers[i].twice;
}

const struct cs_own_number *cs_match_own_numbers(struct cs_job *job, const struct cs_lines *lines)
{
    struct cs_names seen = {0}, given = {0};
    struct cs_trail trail = {.job = job, .chapter_number = -1, .section_number = -1};
    struct cs_own_number *numbers = cs_alloc_array(&job->arena, lines->count + 1u, sizeof *numbers);
    cs_text title = {0}, last = {0};
    uint32_t numbered = 0, ordinal = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_ITEM && lines->at[i].number.id.size) {
            cs_names_add(&job->arena, &seen, lines->at[i].number.id);
            numbered++;
        }
    uint32_t twins = numbered - seen.count;
    bool anew = twins > 1 && twins * 10 > numbered; /* a few duplicates are mistakes */
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        go_on(&trail, line, &title, &ordinal);
        bool dated = line->number.date.month && line->number.id.size == 0;
        if (line->kind != CS_LINE_ITEM || (line->number.id.size == 0 && !dated))
            continue;
        cs_text text = dated ? cs_number_date(job, line->cells[CS_ROLE_NUMBER], line->number.date) : line->number.text;
        cs_text plain = dated ? cs_number_id(job, text) : line->number.id;
        cs_text id = anew ? joined(job, head_of(job, &trail, ordinal), plain) : plain;
        cs_text whole = cs_names_find(&given, id) == CS_NO_NAME ? id : with_lost_zero(job, id, last);
        uint32_t before = given.count;
        cs_names_add(&job->arena, &given, whole);
        numbers[i].repaired = dated || whole.size > id.size;
        numbers[i].twice = given.count == before;
        if (given.count > before)
            numbers[i].text = anew ? with_dashes(job, whole) : whole.size > id.size ? whole : text;
        last = whole;
    }
    mark_missing(lines, numbered, numbers);
    return numbers;
}
