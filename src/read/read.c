/* Choosing the reader of a filled sheet: a workbook by its first bytes, CSV and Markdown by file name, and other
 * texts by whether they contain a Markdown table. */
#include "checksheet/read.h"
#include "base/foreign.h"
#include "base/job.h"
#include "base/messages_read.h"
#include "read/encoding.h"
#include "read/markdown.h"

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
    const struct cs_foreign *foreign = cs_foreign_of(source->bytes);
    if (foreign) {
        cs_message message = foreign->convert.size ? CS_MESSAGE_FOREIGN_TABLE : CS_MESSAGE_FOREIGN_FILE;
        cs_report(job, message, ((struct cs_span){source, 0, 0}), foreign->name, foreign->convert, source->path)
            ->whole_file = true;
        return NULL;
    }
    if (charset && !cs_is_workbook(source->bytes) && !(source = cs_decode_from(job, source, *charset)))
        return NULL;
    if (cs_is_workbook(source->bytes))
        return cs_read_xlsx(job, source);
    return is_markdown(source) ? cs_read_markdown(job, source) : cs_read_csv(job, source);
}

const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source)
{
    return cs_read_grid_in(job, source, NULL);
}
