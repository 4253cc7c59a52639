/* Reviewdog Diagnostic Format, for reviewdog: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns
 * are UTF-8 bytes, 1-based. Paths are unchanged, since reviewdog finds the root of the repository itself. */
#include "base/json_out.h"
#include "report/reporters.h"

static cs_text severity_word(enum cs_severity severity)
{
    static const cs_text words[] = {CS_LITERAL("INFO"), CS_LITERAL("WARNING"), CS_LITERAL("ERROR")};
    _Static_assert(sizeof words / sizeof *words == CS_SEVERITIES, "a word for each severity");
    return words[severity];
}

static void put_place(struct cs_json *json, const char *key, uint32_t line, uint32_t column)
{
    cs_json_put_object(json, key, CS_JSON_FLAT);
    cs_json_put_number(json, "line", line);
    cs_json_put_number(json, "column", column);
    cs_json_end(json);
}

static void put_range(struct cs_json *json, const struct cs_reported_range *range)
{
    cs_json_put_object(json, "range", CS_JSON_FLAT);
    put_place(json, "start", range->start.line, range->start_byte);
    put_place(json, "end", range->end.line, range->end_byte);
    cs_json_end(json);
}

static void put_suggestions(struct cs_json *json, const struct cs_reported *reported)
{
    if (reported->finding->instead.size == 0)
        return;
    cs_json_put_list(json, "suggestions", CS_JSON_FLAT);
    cs_json_object(json, CS_JSON_FLAT);
    put_range(json, &reported->range);
    cs_json_put(json, "text", reported->finding->instead);
    cs_json_end(json);
    cs_json_end(json);
}

/* The second of the two places that a finding is about. */
static void put_related(struct cs_json *json, const struct cs_reported *reported)
{
    if (reported->related.start.line == 0)
        return;
    cs_json_put_list(json, "relatedLocations", CS_JSON_FLAT);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put_object(json, "location", CS_JSON_FLAT);
    cs_json_put(json, "path", reported->related_path);
    put_range(json, &reported->related);
    cs_json_end(json);
    cs_json_end(json);
    cs_json_end(json);
}

static void add_diagnostic(struct cs_json *json, const struct cs_reporting *reporting,
                           const struct cs_reported *reported, cs_text path)
{
    const struct cs_finding *finding = reported->finding;
    struct cs_buf sentence = {0};
    cs_reported_sentence(reporting, reported, &sentence);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "message", cs_buf_text(&sentence));
    cs_json_put_object(json, "location", CS_JSON_FLAT);
    cs_json_put(json, "path", path);
    put_range(json, &reported->range);
    cs_json_end(json);
    cs_json_put(json, "severity", severity_word(finding->severity));
    cs_json_put_object(json, "code", CS_JSON_FLAT);
    cs_json_put(json, "value", cs_rule_slug(finding->rule));
    cs_json_end(json);
    put_suggestions(json, reported);
    put_related(json, reported);
    cs_json_end(json);
    cs_buf_free(&sentence);
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put_object(&json, "source", CS_JSON_FLAT);
    cs_json_put(&json, "name", CS_TOOL_NAME);
    cs_json_put(&json, "url", CS_TOOL_ADDRESS);
    cs_json_end(&json);
    cs_json_put_list(&json, "diagnostics", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].count; k++)
            add_diagnostic(&json, reporting, &reporting->files[i].reported[k], reporting->files[i].path);
    cs_json_end(&json);
    cs_json_end(&json);
}

const struct cs_reporter cs_reporter_rdjson = {.name = CS_LITERAL("rdjson"), .write = write};
