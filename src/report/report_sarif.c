/* SARIF 2.1.0, as GitHub's code scanning reads it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
#include "base/json_out.h"
#include "base/ascii.h"
#include "report/reporters.h"
#include "checksheet/rules.h"

enum { MOST_RESULTS = 25000 }; /* GitHub's limit for one run */

/* --- rules ----------------------------------------------------------------------------------------------------- */

static void put_text(struct cs_json *json, const char *key, cs_text text)
{
    cs_json_put_object(json, key, CS_JSON_FLAT);
    cs_json_put(json, "text", text);
    cs_json_end(json);
}

/* In GitHub's terms a note is a recommendation, and a rule with false positives has high precision, not very high. */
static void put_rule_properties(struct cs_json *json, enum cs_severity severity)
{
    static const cs_text levels[] = {CS_LITERAL("recommendation"), CS_LITERAL("warning"), CS_LITERAL("error")};
    _Static_assert(sizeof levels / sizeof *levels == CS_SEVERITIES, "a word for each severity");
    cs_json_put_object(json, "properties", CS_JSON_FLAT);
    cs_json_put(json, "problem.severity", levels[severity]);
    cs_json_put(json, "precision", severity == CS_ERROR ? CS_TEXT("very-high") : CS_TEXT("high"));
    cs_json_end(json);
}

/* The meaning without its full stop, as a title. */
static cs_text title_of(cs_rule rule, enum cs_language language)
{
    cs_text meaning = cs_rule_meaning(rule, (int)language);
    if (cs_text_ends(meaning, CS_TEXT(".")))
        meaning.size--;
    return meaning;
}

static void add_rule(struct cs_json *json, cs_rule rule, enum cs_language language)
{
    struct cs_buf help = {0};
    cs_buf_add(&help, CS_TEXT("Run: checksheet explain "));
    cs_buf_add(&help, cs_rule_slug(rule));
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "id", cs_rule_slug(rule));
    put_text(json, "shortDescription", title_of(rule, language));
    put_text(json, "fullDescription", cs_rule_meaning(rule, (int)language));
    put_text(json, "help", cs_buf_text(&help));
    cs_json_put_object(json, "defaultConfiguration", CS_JSON_FLAT);
    cs_json_put(json, "level", cs_severity_word(cs_rule_severity(rule)));
    cs_json_end(json);
    put_rule_properties(json, cs_rule_severity(rule));
    cs_json_end(json);
    cs_buf_free(&help);
}

static void put_tool(struct cs_json *json, enum cs_language language)
{
    cs_json_put_object(json, "tool", CS_JSON_TALL);
    cs_json_put_object(json, "driver", CS_JSON_TALL);
    cs_json_put(json, "name", CS_TOOL_NAME);
    cs_json_put(json, "semanticVersion", CS_TEXT(CS_VERSION));
    cs_json_put(json, "informationUri", CS_TOOL_ADDRESS);
    cs_json_put_list(json, "rules", CS_JSON_TALL);
    for (int rule = 0; rule < CS_RULES; rule++) /* in the order of the enum: ruleIndex */
        add_rule(json, (cs_rule)rule, language);
    cs_json_end(json);
    cs_json_end(json);
    cs_json_end(json);
}

/* --- results --------------------------------------------------------------------------------------------------- */

/* Adds a path as a URI reference: RFC 3986's unreserved characters and the slash are not encoded. */
static void add_uri(struct cs_buf *out, cs_text path)
{
    static const char digits[] = "0123456789ABCDEF";
    if (cs_text_starts(path, CS_TEXT("/")))
        cs_buf_add(out, CS_TEXT("file://"));
    for (size_t i = 0; i < path.size; i++) {
        unsigned char byte = (unsigned char)path.bytes[i];
        bool letter = cs_is_ascii_letter((char)byte);
        if (letter || cs_is_digit((char)byte) || byte == '-' || byte == '.' || byte == '_' || byte == '~' ||
            byte == '/') {
            cs_buf_add_byte(out, (char)byte);
            continue;
        }
        cs_buf_add_byte(out, '%');
        cs_buf_add_byte(out, digits[byte >> 4]);
        cs_buf_add_byte(out, digits[byte & 15]);
    }
}

static void add_location(struct cs_json *json, const struct cs_reported_range *range, cs_text uri)
{
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put_object(json, "physicalLocation", CS_JSON_FLAT);
    cs_json_put_object(json, "artifactLocation", CS_JSON_FLAT);
    cs_json_put(json, "uri", uri);
    cs_json_end(json);
    cs_json_put_object(json, "region", CS_JSON_FLAT);
    cs_json_put_number(json, "startLine", range->start.line);
    cs_json_put_number(json, "startColumn", range->start.column);
    cs_json_put_number(json, "endLine", range->end.line);
    cs_json_put_number(json, "endColumn", range->end.column);
    cs_json_end(json);
    cs_json_end(json);
    cs_json_end(json);
}

/* A finding that the file allows is suppressed in source, with the reason. */
static void put_suppression(struct cs_json *json, cs_text reason)
{
    cs_json_put_list(json, "suppressions", CS_JSON_FLAT);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "kind", CS_TEXT("inSource"));
    cs_json_put(json, "justification", reason);
    cs_json_end(json);
    cs_json_end(json);
}

/* The second of the two places. */
static void put_related(struct cs_json *json, const struct cs_reported *reported)
{
    struct cs_buf uri = {0};
    if (reported->related.start.line == 0)
        return;
    add_uri(&uri, reported->related_from_root);
    cs_json_put_list(json, "relatedLocations", CS_JSON_FLAT);
    add_location(json, &reported->related, cs_buf_text(&uri));
    cs_json_end(json);
    cs_buf_free(&uri);
}

static void add_result(struct cs_json *json, const struct cs_reporting *reporting, const struct cs_reported *reported,
                       cs_text uri)
{
    struct cs_buf sentence = {0}, print = {0};
    cs_reported_sentence(reporting, reported, &sentence);
    cs_buf_print(&print, "%016llx:%u", (unsigned long long)reported->print, (unsigned)reported->ordinal);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "ruleId", cs_rule_slug(reported->finding->rule));
    cs_json_put_number(json, "ruleIndex", (uint32_t)reported->finding->rule);
    cs_json_put(json, "level", cs_severity_word(reported->finding->severity));
    put_text(json, "message", cs_buf_text(&sentence));
    cs_json_put_list(json, "locations", CS_JSON_FLAT);
    add_location(json, &reported->range, uri);
    cs_json_end(json);
    put_related(json, reported);
    cs_json_put_object(json, "partialFingerprints", CS_JSON_FLAT);
    cs_json_put(json, "primaryLocationLineHash", cs_buf_text(&print));
    cs_json_end(json);
    if (reported->finding->allowed)
        put_suppression(json, reported->finding->allowed->reason);
    cs_json_end(json);
    cs_buf_free(&sentence);
    cs_buf_free(&print);
}

/* The number of results of each severity that fit: errors first; allowed findings take the remaining room. */
static uint32_t share_room(const struct cs_reporting *reporting, uint32_t room[CS_SEVERITIES])
{
    uint32_t left = MOST_RESULTS;
    for (int severity = CS_SEVERITIES - 1; severity >= 0; severity--) {
        room[severity] = reporting->count_of[severity] < left ? reporting->count_of[severity] : left;
        left -= room[severity];
    }
    return left;
}

/* Adds results of a file, as far as they fit. */
static void add_results(struct cs_json *json, const struct cs_reporting *reporting, const struct cs_reported *reported,
                        uint32_t count, cs_text uri, uint32_t room[CS_SEVERITIES], uint32_t *left)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_finding *finding = reported[i].finding;
        uint32_t *fit = finding->allowed ? left : &room[finding->severity];
        if (*fit == 0)
            continue;
        --*fit;
        add_result(json, reporting, &reported[i], uri);
    }
}

static void put_results(struct cs_json *json, const struct cs_reporting *reporting)
{
    uint32_t room[CS_SEVERITIES], left = share_room(reporting, room);
    struct cs_buf uri = {0};
    cs_json_put_list(json, "results", CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++) {
        const struct cs_reported_file *file = &reporting->files[i];
        cs_buf_clear(&uri);
        add_uri(&uri, file->from_root);
        add_results(json, reporting, file->reported, file->count + file->allowed_count, cs_buf_text(&uri), room, &left);
    }
    cs_json_end(json);
    cs_buf_free(&uri);
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put(&json, "$schema", CS_TEXT("https://json.schemastore.org/sarif-2.1.0.json"));
    cs_json_put(&json, "version", CS_TEXT("2.1.0"));
    cs_json_put_list(&json, "runs", CS_JSON_TALL);
    cs_json_object(&json, CS_JSON_TALL);
    put_tool(&json, cs_job_messages(reporting->job));
    cs_json_put(&json, "columnKind", CS_TEXT("unicodeCodePoints"));
    put_results(&json, reporting);
    cs_json_end(&json);
    cs_json_end(&json);
    cs_json_end(&json);
}

const struct cs_reporter cs_reporter_sarif = {.name = CS_LITERAL("sarif"), .write = write};
