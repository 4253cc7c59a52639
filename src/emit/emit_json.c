/* JSON: one object; a frame written by hand around one line an item, so that git diff and line tools work on it.
 *
 * The only file that sees jansson. Each item is made, dumped and freed before the next, so memory stays flat.
 * An item has "id", the headings it stands under ("chapter" only where "section" is inside one), "state" by the words
 * of the profile or "unanswered", "required" where the catalog says, then a key a column: the role's word, with a count
 * behind it where a role comes again. What a cell links to is under the same key with "-url". Fields are only added to
 * this; "format" is raised when one changes its meaning. */
#include "base/job.h"
#include "emit/emitters.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { HEADINGS = 2 };

struct key {
    const char *name, *url; /* "evidence", "evidence-url" */
};

struct json {
    struct key *keys;           /* by column */
    uint32_t section;           /* the section's column, or CS_NO_COLUMN */
    cs_text headings[HEADINGS]; /* that the next item stands under; empty if none */
    bool has_items;
};

/* The text as a JSON string; NULL without memory. */
static json_t *string_of(cs_text text)
{
    return json_stringn(text.size ? text.bytes : "", text.size);
}

/* Puts a value that may be NULL for want of memory. */
static void put(struct cs_emit *emit, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        emit->out->failed = true;
}

static int add_bytes(const char *bytes, size_t size, void *out)
{
    cs_buf_add(out, (cs_text){bytes, size});
    return 0;
}

/* Writes a value in one line, and lets go of it. */
static void add_value(struct cs_emit *emit, json_t *value)
{
    if (!value || json_dump_callback(value, add_bytes, emit->out, JSON_ENCODE_ANY) != 0)
        emit->out->failed = true;
    json_decref(value);
}

/* --- the frame ------------------------------------------------------------------------------------------------- */

static void add_member(struct cs_emit *emit, const char *key, json_t *value)
{
    cs_buf_add(emit->out, CS_TEXT(",\n  \""));
    cs_buf_add(emit->out, cs_text_of(key));
    cs_buf_add(emit->out, CS_TEXT("\": "));
    add_value(emit, value);
}

/* Writes a value as the next line of a list, and lets go of it. */
static void add_element(struct cs_emit *emit, bool first, json_t *value)
{
    cs_buf_add(emit->out, first ? CS_TEXT("\n    ") : CS_TEXT(",\n    "));
    add_value(emit, value);
}

static void begin_list(struct cs_emit *emit, const char *key)
{
    cs_buf_add(emit->out, CS_TEXT(",\n  \""));
    cs_buf_add(emit->out, cs_text_of(key));
    cs_buf_add(emit->out, CS_TEXT("\": ["));
}

static void end_list(struct cs_emit *emit, bool empty)
{
    cs_buf_add(emit->out, empty ? CS_TEXT("]") : CS_TEXT("\n  ]"));
}

static json_t *catalog_of(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    if (sheet->catalog_id.size == 0)
        return json_null();
    json_t *catalog = json_object();
    put(emit, catalog, "id", string_of(sheet->catalog_id));
    put(emit, catalog, "title", string_of(sheet->catalog_title));
    put(emit, catalog, "edition", string_of(sheet->edition));
    return catalog;
}

static json_t *date_of(struct cs_date date)
{
    char written[24];
    if (date.year == 0)
        return json_null();
    snprintf(written, sizeof written, "%04d-%02d-%02d", date.year, date.month, date.day);
    return json_string(written);
}

static void add_facts(struct cs_emit *emit)
{
    const struct cs_sheet *sheet = emit->sheet;
    cs_buf_add(emit->out, CS_TEXT("{\n  \"format\": 1"));
    add_member(emit, "catalog", catalog_of(emit));
    add_member(emit, "title", string_of(sheet->title));
    add_member(emit, "service", string_of(sheet->service));
    add_member(emit, "vendor", string_of(sheet->vendor));
    add_member(emit, "date", date_of(sheet->date));
    add_member(emit, "language", string_of(cs_language_code(sheet->language)));
}

static void add_columns(struct cs_emit *emit)
{
    const struct json *json = emit->state;
    const struct cs_sheet *sheet = emit->sheet;
    const struct cs_row *header = NULL;
    for (uint32_t i = 0; i < sheet->row_count && !header; i++)
        if (sheet->rows[i].kind == CS_ROW_HEADER)
            header = &sheet->rows[i];
    begin_list(emit, "columns");
    for (uint32_t i = 0; i < sheet->column_count; i++) {
        json_t *column = json_object();
        put(emit, column, "role", json_string(json->keys[i].name));
        put(emit, column, "title", string_of(header ? header->cells[i].text : sheet->columns[i].title));
        add_element(emit, i == 0, column);
    }
    end_list(emit, sheet->column_count == 0);
}

/* All notes, wherever they stand: in JSON they come before the items. */
static void add_notes(struct cs_emit *emit)
{
    bool empty = true;
    begin_list(emit, "notes");
    for (uint32_t i = 0; i < emit->sheet->row_count; i++) {
        const struct cs_row *row = &emit->sheet->rows[i];
        if (row->kind != CS_ROW_NOTE)
            continue;
        json_t *note = json_object();
        put(emit, note, "label", string_of(row->cells[0].text));
        put(emit, note, "text", string_of(row->cells[1].text));
        if (row->cells[1].link.size)
            put(emit, note, "url", string_of(row->cells[1].link));
        add_element(emit, empty, note);
        empty = false;
    }
    end_list(emit, empty);
}

/* --- items ----------------------------------------------------------------------------------------------------- */

/* The key of a column: its role's word; behind it a count where columns before it have the same role, and a suffix. */
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
    json->section = cs_sheet_column(sheet, CS_ROLE_SECTION);
    json->keys = cs_alloc_array(&emit->job->arena, sheet->column_count, sizeof *json->keys);
    emit->state = json;
    for (uint32_t i = 0; i < sheet->column_count; i++)
        json->keys[i] = (struct key){key_of(emit, i, ""), key_of(emit, i, "-url")};
    add_facts(emit);
    add_columns(emit);
    add_notes(emit);
    begin_list(emit, "items");
}

static void note_section(struct cs_emit *emit, const struct cs_row *row)
{
    struct json *json = emit->state;
    uint32_t depth = row->depth < HEADINGS ? row->depth : HEADINGS - 1;
    json->headings[depth] = row->cells[0].text;
    for (uint32_t deeper = depth + 1; deeper < HEADINGS; deeper++)
        json->headings[deeper] = (cs_text){NULL, 0};
}

static void put_headings(struct cs_emit *emit, json_t *item, const struct cs_row *row)
{
    const struct json *json = emit->state;
    cs_text chapter = json->headings[0], section = json->headings[1];
    if (section.size == 0) {
        section = chapter;
        chapter.size = 0;
    }
    if (json->section != CS_NO_COLUMN)
        section = row->cells[json->section].text;
    if (chapter.size)
        put(emit, item, "chapter", string_of(chapter));
    if (section.size)
        put(emit, item, "section", string_of(section));
}

/* A section put before keeps its place at the front. */
static void put_cells(struct cs_emit *emit, json_t *object, const struct cs_row *row)
{
    const struct json *json = emit->state;
    for (uint32_t i = 0; i < row->cell_count; i++) {
        put(emit, object, json->keys[i].name, string_of(row->cells[i].text));
        if (row->cells[i].link.size)
            put(emit, object, json->keys[i].url, string_of(row->cells[i].link));
    }
}

static void add_item(struct cs_emit *emit, const struct cs_row *row)
{
    struct json *json = emit->state;
    json_t *item = json_object();
    if (row->key.size)
        put(emit, item, "id", string_of(row->key));
    put_headings(emit, item, row);
    if (emit->sheet->catalog_id.size)
        put(emit, item, "state",
            string_of(row->state == CS_STATE_NONE ? CS_TEXT("unanswered") : cs_state_word(row->state)));
    if (row->flag != CS_FLAG_NONE)
        put(emit, item, "required", json_boolean(row->flag == CS_FLAG_REQUIRED));
    put_cells(emit, item, row);
    add_element(emit, !json->has_items, item);
    json->has_items = true;
}

/* Closes the items; the totals, which only tables of counts have, come behind them. */
static void end(struct cs_emit *emit)
{
    const struct json *json = emit->state;
    bool empty = true;
    end_list(emit, !json->has_items);
    for (uint32_t i = 0; i < emit->sheet->row_count; i++) {
        if (emit->sheet->rows[i].kind != CS_ROW_TOTAL)
            continue;
        if (empty)
            begin_list(emit, "totals");
        json_t *total = json_object();
        put_cells(emit, total, &emit->sheet->rows[i]);
        add_element(emit, empty, total);
        empty = false;
    }
    if (!empty)
        end_list(emit, false);
    cs_buf_add(emit->out, CS_TEXT("\n}\n"));
}

const struct cs_emitter cs_emitter_json = {
    .name = {"json", 4},
    .suffix = {"json", 4},
    .begin = begin,
    .row = {[CS_ROW_SECTION] = note_section, [CS_ROW_ITEM] = add_item},
    .end = end,
};
