/* Our own JSON: the files checked and every finding. Fields are only ever added; "format" changes if one changes its
 * meaning. It is specified by tests/schemas/report.schema.json. */
#include "base/json_out.h"
#include "report/reporters.h"

/* {"ok": 81, ..., "unanswered": 3, "broken": 0}. A broken answer is one that could not be understood; it is not an
 * open question. */
static void put_counts(struct cs_json *json, const struct cs_answers *answers)
{
    uint32_t counts[CS_STATES], broken = 0;
    cs_answers_count(answers, 0, answers->catalog->item_count, counts);
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        broken += answers->by_item[i].broken && answers->by_item[i].state == CS_STATE_NONE &&
                  cs_answers_ask(answers, &answers->catalog->items[i]);
    cs_json_put_object(json, "answers", CS_JSON_FLAT);
    for (int i = 1; i < CS_STATES; i++)
        cs_json_put_number(json, cs_state_word((enum cs_state)i).bytes, counts[i]);
    cs_json_put_number(json, "unanswered", counts[CS_STATE_NONE] - broken);
    cs_json_put_number(json, "broken", broken);
    cs_json_end(json);
}

/* Adds a file: its path, and the catalog it is or answers. */
static void add_file(struct cs_json *json, const struct cs_reporting *reporting, cs_text path,
                     const struct cs_catalog *catalog, const struct cs_answers *answers)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "path", path);
    cs_json_put_or_null(json, "catalog", catalog ? catalog->id : (cs_text){0});
    cs_json_put_or_null(json, "edition",
                        catalog ? cs_words_in(&catalog->edition, cs_job_messages(reporting->job)) : (cs_text){0});
    cs_json_put_number(json, "questions", catalog ? catalog->item_count : 0);
    if (catalog && answers) {
        put_counts(json, answers);
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
    for (uint32_t i = 0; i < reporting->file_count; i++) {
        const struct cs_reported_file *file = &reporting->files[i];
        if (file->file->sheet_count == 0)
            add_file(json, reporting, file->path, file->file->catalog, NULL);
        for (uint32_t k = 0; k < file->file->sheet_count; k++)
            add_file(json, reporting, file->path, file->file->sheets[k].catalog, &file->file->sheets[k]);
    }
    cs_json_end(json);
}

static void put_places(struct cs_json *json, struct cs_place start, struct cs_place end)
{
    cs_json_put_number(json, "line", start.line);
    cs_json_put_number(json, "column", start.column);
    cs_json_put_number(json, "endLine", end.line);
    cs_json_put_number(json, "endColumn", end.column);
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
static void put_related(struct cs_json *json, const struct cs_finding *finding, cs_text path)
{
    struct cs_span related = finding->related;
    cs_json_put_list(json, "related", CS_JSON_FLAT);
    if (finding->above != UINT32_MAX)
        add_related(json, path, cs_source_place(finding->span.source, finding->above));
    if (related.source)
        add_related(json, related.source->path, cs_source_place(related.source, related.start));
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
    put_places(json, reported->start, reported->end);
    cs_json_put_number(json, "offset", span.start);
    cs_json_put_number(json, "length", span.end > span.start ? span.end - span.start : 0);
    put_fix(json, finding->instead);
    put_related(json, finding, path);
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
        for (uint32_t k = reporting->files[i].first; k < reporting->files[i].end; k++)
            add_problem(&json, &reporting->reported[k], reporting->files[i].path);
    cs_json_end(&json);
    cs_json_put_list(&json, "allowed", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = reporting->files[i].first_allowed; k < reporting->files[i].end_allowed; k++)
            add_problem(&json, &reporting->reported[k], reporting->files[i].path);
    cs_json_end(&json);
    cs_json_end(&json);
}

const struct cs_reporter cs_reporter_json = {.name = CS_LITERAL("json"), .write = write};
