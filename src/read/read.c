/* Telling the formats of filled sheets apart: a workbook by its first bytes, CSV and Markdown by what they are called,
 * and a text of another name by whether there is a Markdown table in it. */
#include "checksheet/read.h"
#include "read/encoding.h"
#include "read/foreign.h"
#include "read/markdown.h"

/* A zip archive, or the older container that locked workbooks and .xls come in. */
static bool is_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("PK\003\004")) || cs_text_starts(bytes, CS_TEXT("\xd0\xcf\x11\xe0"));
}

static bool is_markdown(const struct cs_source *source)
{
    if (cs_text_ends(source->path, CS_TEXT(".md")) || cs_text_ends(source->path, CS_TEXT(".markdown")))
        return true;
    if (cs_text_ends(source->path, CS_TEXT(".csv")) || cs_text_ends(source->path, CS_TEXT(".tsv")))
        return false;
    return cs_has_markdown_table(source);
}

const struct cs_grid *cs_read_grid_in(struct cs_job *job, const struct cs_source *source,
                                      const enum cs_charset *charset)
{
    if (cs_report_foreign(job, source))
        return NULL;
    if (charset && !is_workbook(source->bytes) && !(source = cs_decode_from(job, source, *charset)))
        return NULL;
    if (is_workbook(source->bytes))
        return cs_read_xlsx(job, source);
    return is_markdown(source) ? cs_read_markdown(job, source) : cs_read_csv(job, source);
}

const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source)
{
    return cs_read_grid_in(job, source, NULL);
}
