/* Workflow commands of GitHub Actions: the text report in a collapsed group, then annotations. GitHub shows ten
 * errors and ten warnings for a step, so the tenth says how many more there are; notes are in the text only. */
#include "base/escape.h"
#include "report/reporters.h"

enum { MOST_ANNOTATIONS = 10, MOST_ROWS = 500 /* a summary page holds 1 MiB */ };

static const struct {
    cs_text errors, warnings, more_errors, more_warnings, more, file_head, finding_head;
} words[CS_LANGUAGES] = {
    {CS_LITERAL("エラー"), CS_LITERAL("警告"), CS_LITERAL("エラーはほかに "), CS_LITERAL("警告はほかに "),
     CS_LITERAL("ほかに "), CS_LITERAL("| ファイル | カタログ | 設問 | 回答済み | エラー | 警告 |\n"),
     CS_LITERAL("| 度合い | 場所 | 設問 | 指摘 | ルール |\n")},
    {CS_LITERAL("errors"), CS_LITERAL("warnings"), CS_LITERAL("More errors: "), CS_LITERAL("More warnings: "),
     CS_LITERAL("More: "), CS_LITERAL("| File | Catalog | Questions | Answered | Errors | Warnings |\n"),
     CS_LITERAL("| Level | Place | Question | Finding | Rule |\n")},
#undef WORD
};

static const struct cs_escape data = {.below = 0x80, .instead = {['%'] = "%25", ['\r'] = "%0D", ['\n'] = "%0A"}};
static const struct cs_escape property = {
    .below = 0x80, .instead = {['%'] = "%25", ['\r'] = "%0D", ['\n'] = "%0A", [':'] = "%3A", [','] = "%2C"}};

static enum cs_language language_of(const struct cs_reporting *reporting)
{
    return cs_job_messages(reporting->job);
}

/* errors 6, warnings 2 */
static void add_counts(struct cs_buf *out, const struct cs_reporting *reporting)
{
    enum cs_language language = language_of(reporting);
    cs_buf_add(out, words[language].errors);
    cs_buf_print(out, " %u, ", (unsigned)reporting->count_of[CS_ERROR]);
    cs_buf_add(out, words[language].warnings);
    cs_buf_print(out, " %u", (unsigned)reporting->count_of[CS_WARNING]);
}

/* --- the text -------------------------------------------------------------------------------------------------- */

/* True if a runner might read a command in the text: "::" at the beginning of a line, or the older "##[". */
static bool has_command(cs_text text)
{
    bool at_start = true;
    for (size_t i = 0; i < text.size; i++) {
        cs_text rest = cs_text_skip(text, i);
        if ((at_start && cs_text_starts(rest, CS_TEXT("::"))) || cs_text_starts(rest, CS_TEXT("##[")))
            return true;
        at_start = text.bytes[i] == '\n' || text.bytes[i] == '\r' ||
                   (at_start && (text.bytes[i] == ' ' || text.bytes[i] == '\t'));
    }
    return false;
}

/* Adds a token that ends the pause of commands; it is derived from the text, so that the text cannot contain it. */
static void add_token(struct cs_buf *out, cs_text text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * UINT64_C(0x100000001b3);
    cs_buf_print(out, "checksheet-%016llx", (unsigned long long)hash);
}

static void add_text(const struct cs_reporting *reporting, struct cs_buf *out)
{
    cs_text text = reporting->text;
    struct cs_buf token = {0};
    bool paused = has_command(text);
    cs_buf_add(out, CS_TEXT("::group::checksheet: "));
    add_counts(out, reporting);
    cs_buf_add_byte(out, '\n');
    if (paused) {
        add_token(&token, text);
        cs_buf_add(out, CS_TEXT("::stop-commands::"));
        cs_buf_add(out, cs_buf_text(&token));
        cs_buf_add_byte(out, '\n');
    }
    cs_buf_add(out, text);
    if (text.size && text.bytes[text.size - 1] != '\n')
        cs_buf_add_byte(out, '\n');
    if (paused) {
        cs_buf_add(out, CS_TEXT("::"));
        cs_buf_add(out, cs_buf_text(&token));
        cs_buf_add(out, CS_TEXT("::\n"));
    }
    cs_buf_add(out, CS_TEXT("::endgroup::\n"));
    cs_buf_free(&token);
}

/* --- annotations ----------------------------------------------------------------------------------------------- */

static void add_annotation(struct cs_buf *out, const struct cs_reported *reported, cs_text path, cs_text more,
                           uint32_t count)
{
    const struct cs_finding *finding = reported->finding;
    cs_buf_add(out, CS_TEXT("::"));
    cs_buf_add(out, cs_severity_word(finding->severity));
    cs_buf_add(out, CS_TEXT(" title=checksheet "));
    cs_escape(out, &property, cs_rule_slug(finding->rule));
    cs_buf_add(out, CS_TEXT(",file="));
    cs_escape(out, &property, path);
    cs_buf_print(out, ",line=%u,col=%u,endLine=%u,endColumn=%u::", (unsigned)reported->range.start.line,
                 (unsigned)reported->range.start.column, (unsigned)reported->range.end.line,
                 (unsigned)reported->range.end.column);
    cs_escape(out, &data, finding->message);
    if (finding->hint.size)
        cs_buf_add(out, CS_TEXT("%0A"));
    cs_escape(out, &data, finding->hint);
    if (count) {
        cs_buf_add(out, CS_TEXT("%0A"));
        cs_buf_add(out, more);
        cs_buf_print(out, "%u", (unsigned)count);
    }
    cs_buf_add_byte(out, '\n');
}

static void add_annotations(const struct cs_reporting *reporting, enum cs_severity severity, cs_text more,
                            struct cs_buf *out)
{
    uint32_t shown = 0, all = reporting->count_of[severity];
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].count && shown < MOST_ANNOTATIONS; k++) {
            const struct cs_reported *reported = &reporting->files[i].reported[k];
            if (reported->finding->severity != severity)
                continue;
            shown++;
            add_annotation(out, reported, reporting->files[i].from_root, more,
                           shown == MOST_ANNOTATIONS ? all - MOST_ANNOTATIONS : 0);
        }
}

static void write(const struct cs_reporting *reporting, struct cs_buf *out)
{
    enum cs_language language = language_of(reporting);
    add_text(reporting, out);
    add_annotations(reporting, CS_ERROR, words[language].more_errors, out);
    add_annotations(reporting, CS_WARNING, words[language].more_warnings, out);
}

/* --- the summary page ------------------------------------------------------------------------------------------ */

static void add_cell(struct cs_buf *out, cs_text text)
{
    cs_escape_markdown(out, text, false);
    cs_buf_add(out, CS_TEXT(" | "));
}

static void end_row(struct cs_buf *out)
{
    if (out->size && !out->failed)
        out->bytes[out->size - 1] = '\n'; /* the blank after the last bar */
}

static uint32_t count_in(const struct cs_reported_file *file, enum cs_severity severity)
{
    uint32_t count = 0;
    for (uint32_t k = 0; k < file->count; k++)
        count += file->reported[k].finding->severity == severity;
    return count;
}

static void add_file_row(const struct cs_reported_file *file, struct cs_buf *out)
{
    const struct cs_reported_sheet *sheet = &file->sheets[0];
    struct cs_buf name = {0};
    if (sheet->is_there) {
        cs_buf_add(&name, sheet->id);
        cs_buf_add_byte(&name, ' ');
        cs_buf_add(&name, sheet->edition);
    }
    cs_buf_add(out, CS_TEXT("| "));
    add_cell(out, file->path);
    add_cell(out, cs_buf_text(&name));
    if (sheet->is_there)
        cs_buf_print(out, "%u", (unsigned)sheet->questions);
    cs_buf_add(out, CS_TEXT(" | "));
    if (sheet->has_answers)
        cs_buf_print(out, "%u", (unsigned)sheet->answered);
    cs_buf_print(out, " | %u | %u | ", (unsigned)count_in(file, CS_ERROR), (unsigned)count_in(file, CS_WARNING));
    end_row(out);
    cs_buf_free(&name);
}

static void add_finding_row(const struct cs_reporting *reporting, const struct cs_reported *reported, cs_text path,
                            struct cs_buf *out)
{
    struct cs_buf place = {0}, sentence = {0};
    cs_buf_add(&place, path);
    cs_buf_print(&place, ":%u:%u", (unsigned)reported->range.start.line, (unsigned)reported->range.start.column);
    cs_reported_sentence(reporting, reported, &sentence);
    cs_buf_add(out, CS_TEXT("| "));
    add_cell(out, cs_severity_word(reported->finding->severity));
    add_cell(out, cs_buf_text(&place));
    add_cell(out, reported->name);
    add_cell(out, cs_buf_text(&sentence));
    add_cell(out, cs_rule_slug(reported->finding->rule));
    end_row(out);
    cs_buf_free(&place);
    cs_buf_free(&sentence);
}

static void add_more(const struct cs_reporting *reporting, uint32_t count, struct cs_buf *out)
{
    if (count == 0)
        return;
    cs_buf_add_byte(out, '\n');
    cs_buf_add(out, words[language_of(reporting)].more);
    cs_buf_print(out, "%u\n", (unsigned)count);
}

static uint32_t most_rows(uint32_t count)
{
    return count < MOST_ROWS ? count : MOST_ROWS;
}

void cs_report_markdown(const struct cs_reporting *reporting, struct cs_buf *out)
{
    enum cs_language language = language_of(reporting);
    uint32_t files = most_rows(reporting->file_count), findings = most_rows(reporting->count);
    cs_buf_add(out, CS_TEXT("### checksheet: "));
    add_counts(out, reporting);
    cs_buf_add(out, CS_TEXT("\n\n"));
    cs_buf_add(out, words[language].file_head);
    cs_buf_add(out, CS_TEXT("|---|---|--:|--:|--:|--:|\n"));
    for (uint32_t i = 0; i < files; i++)
        add_file_row(&reporting->files[i], out);
    add_more(reporting, reporting->file_count - files, out);
    cs_buf_add_byte(out, '\n');
    if (findings == 0)
        return;
    cs_buf_add(out, words[language].finding_head);
    cs_buf_add(out, CS_TEXT("|---|---|---|---|---|\n"));
    uint32_t shown = 0;
    for (uint32_t i = 0; i < reporting->file_count; i++)
        for (uint32_t k = 0; k < reporting->files[i].count && shown < findings; k++, shown++)
            add_finding_row(reporting, &reporting->files[i].reported[k], reporting->files[i].path, out);
    add_more(reporting, reporting->count - findings, out);
    cs_buf_add_byte(out, '\n');
}

const struct cs_reporter cs_reporter_github = {.name = CS_LITERAL("github"), .shows_text = true, .write = write};
