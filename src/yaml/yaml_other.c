/* Files that are not YAML: see yaml_other.h. A workbook is recognised by its bytes; CSV and Markdown, which are text
 * as well, by file name, unless they begin as our files do. */
#include "yaml/yaml_other.h"
#include "base/foreign.h"
#include "base/messages_yaml.h"

static const struct {
    cs_text ending, name;
} tables[] = {{CS_LITERAL(".csv"), CS_LITERAL("CSV")},
              {CS_LITERAL(".tsv"), CS_LITERAL("TSV")},
              {CS_LITERAL(".md"), CS_LITERAL("Markdown")},
              {CS_LITERAL(".markdown"), CS_LITERAL("Markdown")}};

/* The path with .yaml as its suffix. */
static cs_text yaml_path(struct cs_job *job, cs_text path)
{
    struct cs_buf yaml = {0};
    size_t end = path.size;
    while (end && path.bytes[end - 1] != '.' && path.bytes[end - 1] != '/')
        end--;
    cs_buf_add(&yaml, end > 1 && path.bytes[end - 1] == '.' ? (cs_text){path.bytes, end - 1} : path);
    cs_buf_add(&yaml, CS_TEXT(".yaml"));
    return cs_buf_take(&job->arena, &yaml);
}

static cs_text table_name(const struct cs_source *source)
{
    if (cs_is_workbook(source->bytes))
        return CS_TEXT("Excel");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (cs_text_ends(source->path, tables[i].ending) && !cs_text_starts(source->bytes, CS_TEXT("checksheet:")))
            return tables[i].name;
    return (cs_text){0};
}

/* True for Japanese mail text: kanji between escape sequences (ISO-2022-JP). */
static bool is_mail(cs_text bytes)
{
    enum { LOOKED_AT = 4096 };
    cs_text front = {bytes.bytes, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
    return cs_text_find(front, CS_TEXT("\033$B")) >= 0;
}

static bool fail(struct cs_job *job, const struct cs_source *source, cs_message message, cs_text first, cs_text second,
                 cs_text third)
{
    struct cs_span start = {source, 0, 0};
    cs_report(job, message, start, first, second, third)->whole_file = true;
    return true;
}

bool cs_yaml_report_other(struct cs_job *job, const struct cs_source *source)
{
    const cs_text none = {0};
    const struct cs_foreign *foreign = cs_foreign_of(source->bytes);
    cs_text table = table_name(source);
    if (cs_is_old_workbook(source->bytes))
        return fail(job, source, CS_MESSAGE_OLD_WORKBOOK_YAML, source->path, none, none);
    if (foreign && !cs_text_equal(foreign->name, CS_FOREIGN_JSON))
        return fail(job, source, CS_MESSAGE_FOREIGN_YAML, foreign->name, none, none);
    if (table.size)
        return fail(job, source, CS_MESSAGE_SHEET_YAML, table, source->path, yaml_path(job, source->path));
    return is_mail(source->bytes) && fail(job, source, CS_MESSAGE_MAIL_YAML, source->path, none, none);
}
