/* GitLab's code quality report: an array for the merge request widget. The fingerprint distinguishes old findings
 * from new ones, so it contains no line number. The widget shows one place; the second place is in the description. */
#include "base/json_out.h"
#include "report/reporters.h"

static cs_text severity_word(enum cs_severity severity)
{
    static const cs_text words[] = {CS_LITERAL("info"), CS_LITERAL("minor"), CS_LITERAL("major")};
    _Static_assert(sizeof words / sizeof *words == CS_SEVERITIES, "a word for each severity");
    return words[severity];
}

static void put_fingerprint(struct cs_json *json, const struct cs_reported *reported)
{
    struct cs_buf print = {0};
    cs_buf_print(&print, "%016llx:%u", (unsigned long long)reported->print, (unsigned)reported->ordinal);
    cs_json_put(json, "fingerprint", cs_buf_text(&print));
    cs_buf_free(&print);
}

static void add_finding(struct cs_json *json, const struct cs_reporting *reporting, const struct cs_reported *reported,
                        cs_text path)
{
    struct cs_buf sentence = {0};
    cs_reported_sentence(reporting, reported, &sentence);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "description", cs_buf_text(&sentence));
    cs_json_put(json, "check_name", cs_rule_slug(reported->finding->rule));
    put_fingerprint(json, reported);
    cs_json_put(json, "severity", severity_word(reported->finding->severity));
    cs_json_put_object(json, "location", CS_JSON_FLAT);
    cs_json_put(json, "path", path);
    cs_json_put_object(json, "lines", CS_JSON_FLAT);
    cs_json_put_number(json, "begin", reported->range.start.line);
    cs_json_end(json);
    cs_json_end(json);
    cs_json_end(json);
    cs_buf_free(&sentence);
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    cs_json_list(&json, CS_JSON_TALL);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].count; k++)
            add_finding(&json, reporting, &reporting->files[i].reported[k], reporting->files[i].from_root);
    cs_json_end(&json);
}

const struct cs_reporter cs_reporter_gitlab = {.name = CS_LITERAL("gitlab"), .write = write};
