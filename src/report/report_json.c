/* Our own JSON: the files checked and every finding. Fields are only ever added; "format" changes if one changes its
 * meaning. It is specified by tests/schemas/report.schema.json. */
#include "base/json_out.h"
#include "report/reporters.h"

/* {"ok": 81, ..., "unanswered": 3, "broken": 0} */
static void put_counts(struct cs_json *json, const struct cs_reported_sheet *sheet)
{
    cs_json_put_object(json, "answers", CS_JSON_FLAT);
    for (int i = 1; i < CS_STATES; i++)
        cs_json_put_number(json, cs_state_word((enum cs_state)i).bytes, sheet->counts[i]);
    cs_json_put_number(json, "unanswered", sheet->counts[CS_STATE_NONE] - sheet->broken);
    cs_json_put_number(json, "broken", sheet->broken);
    cs_json_end(json);
}

/* Adds a file: its path, and the catalog it is or answers. */
static void add_file(struct cs_json *json, cs_text path, const struct cs_reported_sheet *sheet)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "path", path);
    cs_json_put_or_null(json, "catalog", sheet->id);
    cs_json_put_or_null(json, "edition", sheet->edition);
    cs_json_put_number(json, "questions", sheet->questions);
    if (sheet->has_answers) {
        put_counts(json, sheet);
    } else {
        cs_json_key(json, "answers");
        cs_json_null(json);
    }
    cs_json_end(json);
}

/* A profile that answers several catalogs has an entry for each. */
static void put_files(struct cs_json *json, const struct cs_reporting *reporting)
{
    cs_json_put_list(json, "files", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].sheet_count; k++)
            add_file(json, reporting->files[i].path, &reporting->files[i].sheets[k]);
    cs_json_end(json);
}

static void put_range(struct cs_json *json, const struct cs_reported_range *range)
{
    cs_json_put_number(json, "line", range->start.line);
    cs_json_put_number(json, "column", range->start.column);
    cs_json_put_number(json, "endLine", range->end.line);
    cs_json_put_number(json, "endColumn", range->end.column);
}

/* A proposed replacement, never marked safe for automatic application. */
static void put_fix(struct cs_json *json, cs_text instead)
{
    cs_json_key(json, "fix");
    if (instead.size == 0) {
        cs_json_null(json);
        return;
    }
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "text", instead);
    cs_json_put_bool(json, "safe", false);
    cs_json_end(json);
}

static void add_related(struct cs_json *json, cs_text path, struct cs_place place)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "path", path);
    cs_json_put_number(json, "line", place.line);
    cs_json_put_number(json, "column", place.column);
    cs_json_end(json);
}

/* The other place of a finding: the first of two in this file, or one in another file. */
static void put_related(struct cs_json *json, const struct cs_reported *reported, cs_text path)
{
    cs_json_put_list(json, "related", CS_JSON_FLAT);
    if (reported->above.line)
        add_related(json, path, reported->above);
    if (reported->related.start.line)
        add_related(json, reported->related_path, reported->related.start);
    cs_json_end(json);
}

/* A problem; one that its file allows has the reason for that. */
static void add_problem(struct cs_json *json, const struct cs_reported *reported, cs_text path)
{
    const struct cs_finding *finding = reported->finding;
    struct cs_span span = finding->span;
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "rule", cs_rule_slug(finding->rule));
    cs_json_put(json, "severity", cs_severity_word(finding->severity));
    cs_json_put_or_null(json, "question", reported->name);
    cs_json_put(json, "message", finding->message);
    cs_json_put_or_null(json, "hint", finding->hint);
    cs_json_put(json, "path", path);
    if (finding->cell.size)
        cs_json_put(json, "cell", finding->cell);
    put_range(json, &reported->range);
    cs_json_put_number(json, "offset", span.start);
    cs_json_put_number(json, "length", span.end > span.start ? span.end - span.start : 0);
    put_fix(json, finding->instead);
    put_related(json, reported, path);
    if (finding->allowed)
        cs_json_put(json, "reason", finding->allowed->reason);
    cs_json_end(json);
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put_number(&json, "format", 1);
    cs_json_put_object(&json, "tool", CS_JSON_FLAT);
    cs_json_put(&json, "name", CS_TOOL_NAME);
    cs_json_put(&json, "version", CS_TEXT(CS_VERSION));
    cs_json_end(&json);
    cs_json_put_object(&json, "summary", CS_JSON_FLAT);
    cs_json_put_number(&json, "files", reporting->file_count);
    cs_json_put_number(&json, "errors", reporting->count_of[CS_ERROR]);
    cs_json_put_number(&json, "warnings", reporting->count_of[CS_WARNING]);
    cs_json_put_number(&json, "notes", reporting->count_of[CS_NOTE]);
    cs_json_put_number(&json, "allowed", reporting->allowed_count);
    cs_json_end(&json);
    put_files(&json, reporting);
    cs_json_put_list(&json, "problems", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].count; k++)
            add_problem(&json, &reporting->files[i].reported[k], reporting->files[i].path);
    cs_json_end(&json);
    cs_json_put_list(&json, "allowed", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].allowed_count; k++)
            add_problem(&json, &reporting->files[i].reported[reporting->files[i].count + k], reporting->files[i].path);
    cs_json_end(&json);
    cs_json_end(&json);
}

const struct cs_reporter cs_reporter_json = {.name = CS_LITERAL("json"), .write = write};
