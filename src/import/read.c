/* Telling the formats of filled sheets apart by what a file holds. */
#include "checksheet/read.h"

/* A zip archive, or the older container that locked workbooks and .xls come in. */
static bool is_workbook(cs_text bytes)
{
    return cs_text_starts(bytes, CS_TEXT("PK\003\004")) || cs_text_starts(bytes, CS_TEXT("\xd0\xcf\x11\xe0"));
}

/* The row of dashes below a Markdown table's titles: | --- | :-: |. */
static bool is_rule(cs_text line)
{
    bool has_bar = false, has_dash = false;
    for (size_t i = 0; i < line.size; i++) {
        char byte = line.bytes[i];
        has_bar |= byte == '|';
        has_dash |= byte == '-';
        if (byte != '|' && byte != '-' && byte != ':' && byte != ' ' && byte != '\r')
            return false;
    }
    return has_bar && has_dash;
}

static bool is_markdown(const struct cs_source *source)
{
    for (uint32_t line = 2; line <= source->line_count; line++)
        if (is_rule(cs_source_line(source, line)) && cs_text_find(cs_source_line(source, line - 1), CS_TEXT("|")) >= 0)
            return true;
    return false;
}

const struct cs_grid *cs_read_grid(struct cs_job *job, const struct cs_source *source)
{
    if (is_workbook(source->bytes))
        return cs_read_xlsx(job, source);
    return is_markdown(source) ? cs_read_markdown(job, source) : cs_read_csv(job, source);
}
