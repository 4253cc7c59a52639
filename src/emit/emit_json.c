/* JSON: one object with one line for each item, so that git diff and line-based tools work on it.
 *
 * An item has "id", its headings ("chapter" only if "section" is nested in one), "state" as a word of profiles or
 * "unanswered", "required" if the catalog says so, then a key for each column: the role's word, numbered if the role
 * occurs again. The link of a cell is under the same key with "-url". Fields are only ever added; "format" changes if
 * a field changes its meaning.
 *
 * A diff has "comparison", its summary, and in each item "change": the old values, and the segments of changed
 * texts, old and new in one. */
#include "base/job.h"
#include "emit/emitters.h"
#include "base/json_out.h"

#include <stdio.h>
#include <string.h>

enum { HEADINGS = 2 };

struct key {
    const char *name, *url; /* "evidence", "evidence-url" */
};

struct json {
    struct cs_json writer;
    struct key *keys;           /* by column */
    uint32_t chapter, section;  /* columns, or CS_NO_COLUMN */
    cs_text headings[HEADINGS]; /* those of the next item; empty if none */
};

/* --- facts ----------------------------------------------------------------------------------------------------- */

static void put_catalog(struct cs_json *json, const struct cs_sheet *sheet)
{
    cs_json_key(json, "catalog");
    if (sheet->catalog_id.size == 0) {
        cs_json_null(json);
        return;
    }
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "id", sheet->catalog_id);
    cs_json_put(json, "title", sheet->catalog_title);
    cs_json_put(json, "edition", sheet->edition);
    cs_json_end(json);
}

static void put_date(struct cs_json *json, struct cs_date date)
{
    char written[24];
    snprintf(written, sizeof written, "%04d-%02d-%02d", date.year, date.month, date.day);
    cs_json_put_or_null(json, "date", date.year ? cs_text_of(written) : (cs_text){0});
}

static void put_facts(struct cs_json *json, const struct cs_sheet *sheet)
{
    cs_json_put_number(json, "format", 1);
    put_catalog(json, sheet);
    cs_json_put(json, "title", sheet->title);
    cs_json_put(json, "service", sheet->service);
    cs_json_put(json, "vendor", sheet->vendor);
    put_date(json, sheet->date);
    cs_json_put(json, "language", cs_language_code(sheet->language));
}

/* Of a diff: what it is compared with, and the number of items by kind of change. */
static void put_comparison(struct cs_json *json, const struct cs_comparison *counts)
{
    cs_json_put_object(json, "comparison", CS_JSON_TALL);
    cs_json_put(json, "catalog", counts->old->catalog_id);
    cs_json_put(json, "edition", counts->old->edition);
    cs_json_put(json, "title", counts->old->title);
    cs_json_put(json, "service", counts->old->service);
    cs_json_put(json, "vendor", counts->old->vendor);
    put_date(json, counts->old->date);
    cs_json_put_number(json, "changed", counts->changed);
    cs_json_put_number(json, "better", counts->better);
    cs_json_put_number(json, "worse", counts->worse);
    cs_json_put_number(json, "added", counts->added);
    cs_json_put_number(json, "removed", counts->removed);
    cs_json_put_number(json, "moved", counts->moved);
    cs_json_put_number(json, "head", counts->head);
    cs_json_put_object(json, "aspects", CS_JSON_FLAT);
    for (int aspect = 0; aspect < CS_ASPECTS; aspect++)
        cs_json_put_number(json, cs_aspect_word((enum cs_aspect)aspect).bytes, counts->with[aspect]);
    cs_json_end(json);
    cs_json_end(json);
}

static void put_columns(struct json *state, const struct cs_sheet *sheet)
{
    struct cs_json *json = &state->writer;
    const struct cs_row *header = NULL;
    for (uint32_t i = 0; i < sheet->row_count && !header; i++)
        if (sheet->rows[i].kind == CS_ROW_HEADER)
            header = &sheet->rows[i];
    cs_json_put_list(json, "columns", CS_JSON_TALL);
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        cs_json_object(json, CS_JSON_FLAT);
        cs_json_put(json, "role", cs_text_of(state->keys[i].name));
        cs_json_put(json, "title", header ? header->cells[i].text : sheet->columns[i].title);
        if (sheet->columns[i].name.size)
            cs_json_put(json, "name", sheet->columns[i].name);
        cs_json_end(json);
    }
    cs_json_end(json);
}

/* The kind of change of a row. */
static cs_text class_of(enum cs_change change)
{
    static const cs_text classes[] = {CS_LITERAL("same"), CS_LITERAL("added"), CS_LITERAL("removed"),
                                      CS_LITERAL("changed"), CS_LITERAL("moved")};
    return classes[change];
}

/* Writes all notes, wherever they are: in JSON they come before the items. */
static void put_notes(struct cs_json *json, const struct cs_sheet *sheet)
{
    cs_json_put_list(json, "notes", CS_JSON_TALL);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_NOTE)
            continue;
        cs_json_object(json, CS_JSON_FLAT);
        cs_json_put(json, "label", row->cells[0].text);
        cs_json_put(json, "text", row->cells[1].text);
        if (row->cells[1].link.size)
            cs_json_put(json, "url", row->cells[1].link);
        if (row->past && row->past->texts) {
            cs_json_put(json, "class", class_of(row->change));
            cs_json_put(json, "old", row->past->texts[1]);
        }
        cs_json_end(json);
    }
    cs_json_end(json);
}

/* --- items ----------------------------------------------------------------------------------------------------- */

/* The key of a column: its role's word, followed by a count if earlier columns have the same role, and a suffix. */
static const char *key_of(struct cs_emit *emit, uint32_t column, const char *suffix)
{
    const struct cs_column *columns = emit->sheet->columns;
    unsigned count = 1;
    for (uint32_t i = 0; i < column; i++)
        count += columns[i].role == columns[column].role;
    char number[16] = "";
    if (count > 1)
        snprintf(number, sizeof number, "-%u", count);
    cs_text word = cs_role_word(columns[column].role);
    size_t room = word.size + strlen(number) + strlen(suffix) + 1;
    char *key = cs_alloc(&emit->job->arena, room);
    snprintf(key, room, "%.*s%s%s", (int)word.size, word.bytes, number, suffix);
    return key;
}

static void begin(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    struct json *json = cs_alloc(&emit->job->arena, sizeof *json);
    json->writer.out = emit->out;
    json->chapter = cs_sheet_column(sheet, CS_ROLE_CHAPTER);
    json->section = cs_sheet_column(sheet, CS_ROLE_SECTION);
    json->keys = cs_alloc_array(&emit->job->arena, sheet->column_count, sizeof *json->keys);
    emit->state = json;
    for (uint32_t i = 0; i < sheet->column_count; i++)
        json->keys[i] = (struct key){key_of(emit, i, ""), key_of(emit, i, "-url")};
    cs_json_object(&json->writer, CS_JSON_TALL);
    put_facts(&json->writer, sheet);
    if (sheet->comparison)
        put_comparison(&json->writer, sheet->comparison);
    put_columns(json, sheet);
    put_notes(&json->writer, sheet);
    cs_json_put_list(&json->writer, "items", CS_JSON_TALL);
}

static void note_section(struct cs_emit *emit, const struct cs_row *row)
{
    struct json *json = emit->state;
    uint32_t depth = row->depth < HEADINGS ? row->depth : HEADINGS - 1;
    json->headings[depth] = row->cells[0].text;
    for (uint32_t deeper = depth + 1; deeper < HEADINGS; deeper++)
        json->headings[deeper] = (cs_text){NULL, 0};
}

/* The text of a column if there is one, otherwise the heading. */
static cs_text heading_of(const struct cs_row *row, uint32_t column, cs_text heading)
{
    return column < row->cell_count ? row->cells[column].text : heading;
}

static void put_cell(struct json *json, const struct cs_row *row, uint32_t column, bool said)
{
    if (!said)
        cs_json_put(&json->writer, json->keys[column].name, row->cells[column].text);
    if (row->cells[column].link.size)
        cs_json_put(&json->writer, json->keys[column].url, row->cells[column].link);
}

/* Writes the headings of an item, then its cells except those that repeat them. */
static void put_headings_and_cells(struct json *json, const struct cs_row *row, const struct cs_sheet *sheet)
{
    cs_text chapter = json->headings[0], section = json->headings[1];
    if (section.size == 0) {
        section = chapter;
        chapter.size = 0;
    }
    bool has_chapter = chapter.size > 0;
    if (has_chapter)
        cs_json_put(&json->writer, "chapter", heading_of(row, json->chapter, chapter));
    section = heading_of(row, json->section, section);
    if (section.size)
        cs_json_put(&json->writer, "section", section);
    if (sheet->catalog_id.size)
        cs_json_put(&json->writer, "state",
                    row->state == CS_STATE_NONE ? CS_TEXT("unanswered") : cs_state_word(row->state));
    if (row->flag != CS_FLAG_NONE)
        cs_json_put_bool(&json->writer, "required", row->flag == CS_FLAG_REQUIRED);
    for (uint32_t i = 0; i < row->cell_count; i++)
        put_cell(json, row, i, (i == json->chapter && has_chapter) || (i == json->section && section.size));
}

static void put_place(struct cs_json *json, uint32_t place)
{
    cs_json_key(json, "position");
    if (place == CS_NOWHERE)
        cs_json_null(json);
    else
        cs_json_number(json, place + 1);
}

/* Writes the changes of a cell's text: a list of [kind, text]. */
static void put_segments(struct cs_json *json, struct cs_runs runs)
{
    static const cs_text edits[] = {CS_LITERAL("same"), CS_LITERAL("removed"), CS_LITERAL("added")};
    for (uint32_t i = 0; i < runs.count; i++) {
        cs_json_list(json, CS_JSON_FLAT);
        cs_json_text(json, edits[runs.at[i].edit]);
        cs_json_text(json, runs.at[i].text);
        cs_json_end(json);
    }
}

/* Writes the old values of an item, as far as they differ. */
static void put_old(struct json *json, const struct cs_row *row)
{
    const struct cs_past *past = row->past;
    cs_json_put_object(&json->writer, "old", CS_JSON_FLAT);
    cs_json_put(&json->writer, "id", past->key);
    put_place(&json->writer, past->place);
    cs_json_put(&json->writer, "state",
                past->state == CS_STATE_NONE ? CS_TEXT("unanswered") : cs_state_word(past->state));
    if (past->flag != CS_FLAG_NONE && past->flag != row->flag)
        cs_json_put_bool(&json->writer, "required", past->flag == CS_FLAG_REQUIRED);
    for (uint32_t i = 0; past->texts && i < row->cell_count; i++)
        if (!cs_text_equal(past->texts[i], row->cells[i].text))
            cs_json_put(&json->writer, json->keys[i].name, past->texts[i]);
    cs_json_end(&json->writer);
    cs_json_put_object(&json->writer, "segments", CS_JSON_FLAT);
    for (uint32_t i = 0; i < row->cell_count; i++)
        if (cs_row_runs(row, i).count) {
            cs_json_put_list(&json->writer, json->keys[i].name, CS_JSON_FLAT);
            put_segments(&json->writer, cs_row_runs(row, i));
            cs_json_end(&json->writer);
        }
    cs_json_end(&json->writer);
}

static void put_change(struct json *json, const struct cs_row *row)
{
    static const cs_text turns[] = {{NULL, 0}, CS_LITERAL("better"), CS_LITERAL("worse")};
    const struct cs_past *past = row->past;
    cs_json_put_object(&json->writer, "change", CS_JSON_FLAT);
    cs_json_put(&json->writer, "class", class_of(row->change));
    cs_json_put_or_null(&json->writer, "turn", turns[past->turn]);
    cs_json_put_list(&json->writer, "aspects", CS_JSON_FLAT);
    for (int aspect = 0; aspect < CS_ASPECTS; aspect++)
        if (past->aspects >> aspect & 1)
            cs_json_text(&json->writer, cs_aspect_word((enum cs_aspect)aspect));
    cs_json_end(&json->writer);
    put_place(&json->writer, past->now);
    if (past->good != row->good) {
        cs_json_put_object(&json->writer, "good", CS_JSON_FLAT);
        cs_json_put_or_null(&json->writer, "old", cs_state_word(past->good));
        cs_json_put_or_null(&json->writer, "new", cs_state_word(row->good));
        cs_json_end(&json->writer);
    }
    if (row->change != CS_ADDED)
        put_old(json, row);
    cs_json_end(&json->writer);
}

static void add_item(struct cs_emit *emit, const struct cs_row *row)
{
    struct json *json = emit->state;
    cs_json_object(&json->writer, CS_JSON_FLAT);
    if (row->key.size)
        cs_json_put(&json->writer, "id", row->key);
    put_headings_and_cells(json, row, emit->sheet);
    if (row->past)
        put_change(json, row);
    cs_json_end(&json->writer);
}

/* Closes the items; totals, which only tables of counts have, follow them. */
static void end(struct cs_emit *emit)
{
    struct json *json = emit->state;
    bool any = false;
    cs_json_end(&json->writer);
    for (uint32_t i = 0; i < emit->sheet->row_count; i++) {
        const struct cs_row *row = &emit->sheet->rows[i];
        if (row->kind != CS_ROW_TOTAL)
            continue;
        if (!any)
            cs_json_put_list(&json->writer, "totals", CS_JSON_TALL);
        any = true;
        cs_json_object(&json->writer, CS_JSON_FLAT);
        for (uint32_t k = 0; k < row->cell_count; k++)
            put_cell(json, row, k, false);
        cs_json_end(&json->writer);
    }
    if (any)
        cs_json_end(&json->writer);
    cs_json_end(&json->writer);
}

const struct cs_emitter cs_emitter_json = {
    .name = CS_LITERAL("json"),
    .suffix = CS_LITERAL("json"),
    .diff = CS_DIFF_ROWS,
    .gather = CS_LIST,
    .begin = begin,
    .row = {[CS_ROW_SECTION] = note_section, [CS_ROW_ITEM] = add_item},
    .end = end,
};
