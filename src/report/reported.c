/* What all reporters need to know about the findings of a run: see reported.h. */
#include "report/reporters.h"
#include "base/escape.h"
#include "base/job.h"
#include "base/names.h"
#include "report/questions.h"

#include <stdlib.h>

/* --- paths ----------------------------------------------------------------------------------------------------- */

static cs_text clean(struct cs_arena *arena, cs_text text)
{
    struct cs_buf buf = {0};
    cs_escape_invalid(&buf, text);
    return cs_buf_take(arena, &buf);
}

/* Takes the first segment off a path: a/b -> a, b. */
static cs_text take_part(cs_text *path)
{
    ptrdiff_t slash = cs_text_find(*path, CS_TEXT("/"));
    cs_text part = {path->bytes, slash < 0 ? path->size : (size_t)slash};
    *path = cs_text_skip(*path, part.size + 1);
    return part;
}

/* Appends a path's segments to an absolute path; "." and ".." are resolved. */
static void add_parts(struct cs_buf *out, cs_text path)
{
    while (path.size) {
        cs_text part = take_part(&path);
        if (part.size == 0 || cs_text_equal(part, CS_TEXT(".")))
            continue;
        if (!cs_text_equal(part, CS_TEXT(".."))) {
            cs_buf_add_byte(out, '/');
            cs_buf_add(out, part);
            continue;
        }
        while (out->size && out->bytes[--out->size] != '/')
            ;
    }
}

/* A path relative to the root of the repository; unchanged if it is outside. */
static cs_text from_root(const struct cs_reporting *reporting, cs_text path)
{
    const struct cs_report_run *run = &reporting->run;
    struct cs_buf whole = {0};
    bool absolute = cs_text_starts(path, CS_TEXT("/"));
    if (run->root.size == 0 || cs_text_starts(path, CS_TEXT("<"))) /* <stdin> is no file */
        return path;
    if (!absolute)
        add_parts(&whole, run->here);
    add_parts(&whole, path);
    cs_text full = cs_buf_text(&whole), below = cs_text_skip(full, run->root.size);
    bool inside = cs_text_starts(full, run->root) && cs_text_starts(below, CS_TEXT("/"));
    cs_text result = inside ? clean(&reporting->job->arena, cs_text_skip(below, 1)) : path;
    cs_buf_free(&whole);
    return result;
}

/* --- fingerprints ---------------------------------------------------------------------------------------------- */

/* 64-bit FNV-1a (Fowler, Noll and Vo). A fingerprint is only compared within reports, and nobody gains by forging
 * one, so no cryptographic hash is needed. */
static uint64_t add_to_print(uint64_t print, cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        print = (print ^ (unsigned char)text.bytes[i]) * UINT64_C(0x100000001b3);
    return (print ^ 0xff) * UINT64_C(0x100000001b3); /* a byte that UTF-8 never contains ends a part */
}

static uint64_t print_of(const struct cs_reported_file *file, const struct cs_reported *reported)
{
    uint64_t print = add_to_print(UINT64_C(0xcbf29ce484222325), file->from_root);
    print = add_to_print(print, cs_rule_slug(reported->finding->rule));
    print = add_to_print(print, reported->name);
    return add_to_print(print, reported->finding->message);
}

/* --- a finding ------------------------------------------------------------------------------------------------- */

static uint32_t byte_column(const struct cs_source *source, uint32_t offset)
{
    return cs_source_place_in(source, offset, CS_BYTES).column;
}

static struct cs_reported_range range_of(struct cs_span span, struct cs_walk *walk)
{
    uint32_t end = span.end > span.start ? span.end : span.start;
    struct cs_reported_range range = {.start = cs_source_walk(walk, span.source, span.start)};
    struct cs_walk to_end = *walk;
    range.end = cs_source_walk(&to_end, span.source, end);
    range.start_byte = byte_column(span.source, span.start);
    range.end_byte = byte_column(span.source, end);
    return range;
}

/* The finding without its file: its texts are copied. */
static const struct cs_finding *keep(struct cs_arena *arena, const struct cs_finding *finding)
{
    struct cs_finding *kept = cs_alloc(arena, sizeof *kept);
    *kept = *finding;
    kept->span.source = kept->related.source = NULL;
    kept->more = NULL;
    kept->cell = cs_text_copy(arena, finding->cell);
    kept->message = cs_text_copy(arena, finding->message);
    kept->hint = cs_text_copy(arena, finding->hint);
    kept->instead = cs_text_copy(arena, finding->instead);
    if (!finding->allowed)
        return kept;
    struct cs_allowance *allowed = cs_alloc(arena, sizeof *allowed);
    *allowed =
        (struct cs_allowance){.rule = finding->allowed->rule, .reason = cs_text_copy(arena, finding->allowed->reason)};
    kept->allowed = allowed;
    return kept;
}

/* A finding of a job, about a question. */
static struct cs_reported reported_of(struct cs_reporting *reporting, struct cs_job *from,
                                      const struct cs_reported_file *file, const struct cs_finding *finding,
                                      struct cs_question question, struct cs_walk *walk)
{
    struct cs_arena *arena = &reporting->job->arena;
    struct cs_reported reported = {.finding = finding, .range = range_of(finding->span, walk)};
    struct cs_span related = finding->related;
    if (finding->above != UINT32_MAX)
        reported.above = cs_source_place(finding->span.source, finding->above);
    if (question.catalog) {
        cs_text name = cs_catalog_item_name(from, question.catalog, &question.catalog->items[question.item]);
        reported.name = cs_text_copy(arena, cs_text_trim(name));
    }
    if (related.source) {
        reported.related = range_of(related, &(struct cs_walk){0});
        reported.related_path = cs_text_copy(arena, related.source->path);
        reported.related_from_root = from_root(reporting, clean(arena, related.source->path));
    }
    reported.print = print_of(file, &reported);
    return reported;
}

/* --- a file ---------------------------------------------------------------------------------------------------- */

static uint32_t count_broken(const struct cs_answers *answers)
{
    uint32_t broken = 0;
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        broken += answers->by_item[i].broken && answers->by_item[i].state == CS_STATE_NONE &&
                  cs_answers_ask(answers, &answers->catalog->items[i]);
    return broken;
}

static struct cs_reported_sheet sheet_of(const struct cs_reporting *reporting, const struct cs_catalog *catalog,
                                         const struct cs_answers *answers)
{
    struct cs_arena *arena = &reporting->job->arena;
    struct cs_reported_sheet sheet = {.is_there = catalog != NULL, .has_answers = answers != NULL};
    if (catalog) {
        sheet.id = cs_text_copy(arena, catalog->id);
        sheet.edition = cs_text_copy(arena, cs_words_in(&catalog->edition, cs_job_messages(reporting->job)));
        sheet.questions = catalog->item_count;
    }
    if (answers) {
        cs_answers_count(answers, 0, answers->catalog->item_count, sheet.counts);
        sheet.answered = answers->answered;
        sheet.broken = count_broken(answers);
    }
    return sheet;
}

static void set_sheets(const struct cs_reporting *reporting, const struct cs_report_file *from,
                       struct cs_reported_file *file)
{
    file->sheet_count = from->sheet_count ? from->sheet_count : 1;
    file->sheets = cs_alloc_array(&reporting->job->arena, file->sheet_count, sizeof *file->sheets);
    if (from->sheet_count == 0)
        file->sheets[0] = sheet_of(reporting, from->catalog, NULL);
    for (uint32_t i = 0; i < from->sheet_count; i++)
        file->sheets[i] = sheet_of(reporting, from->sheets[i].catalog, &from->sheets[i]);
}

/* Sets some of a file's findings, and the question of each. */
static void set_findings(struct cs_reporting *reporting, const struct cs_reported_file *file,
                         struct cs_questions *questions, const struct cs_reported_now *now,
                         const struct cs_finding *findings, uint32_t count, struct cs_reported *reported,
                         struct cs_question *about)
{
    struct cs_walk walk = {0};
    for (uint32_t i = 0; i < count; i++) {
        about[i] =
            findings[i].whole_file ? (struct cs_question){0} : cs_questions_at(questions, now->file, findings[i].span);
        reported[i] = reported_of(reporting, now->job, file, &findings[i], about[i], &walk);
    }
}

static void add_file(struct cs_reporting *reporting, struct cs_questions *questions, struct cs_job *from,
                     const struct cs_report_file *of)
{
    struct cs_arena *arena = &reporting->job->arena;
    reporting->files =
        cs_grow(arena, reporting->files, reporting->file_count, &reporting->room, sizeof *reporting->files);
    struct cs_reported_file *file = &reporting->files[reporting->file_count];
    *file = (struct cs_reported_file){.path = clean(arena, of->source->path), .turn = of->turn};
    file->from_root = from_root(reporting, file->path);
    file->added = reporting->file_count++;
    set_sheets(reporting, of, file);
    const struct cs_finding *findings = cs_findings_of(from, of->source->path, &file->count);
    const struct cs_finding *allowed = cs_findings_allowed(from, of->source->path, &file->allowed_count);
    uint32_t count = file->count + file->allowed_count;
    struct cs_question *about = cs_alloc_array(&from->arena, count, sizeof *about);
    const struct cs_reported_now now = {from, of, about};
    file->reported = cs_alloc_array(arena, count, sizeof *file->reported);
    set_findings(reporting, file, questions, &now, findings, file->count, file->reported, about);
    set_findings(reporting, file, questions, &now, allowed, file->allowed_count, file->reported + file->count,
                 about + file->count);
    if (reporting->run.has_tests)
        cs_report_suites(reporting, &now, file);
    for (uint32_t i = 0; i < count; i++)
        file->reported[i].finding = keep(arena, file->reported[i].finding);
}

struct cs_reporting *cs_reporting_begin(struct cs_job *job, const struct cs_report_run *run)
{
    struct cs_reporting *reporting = cs_alloc(&job->arena, sizeof *reporting);
    *reporting = (struct cs_reporting){.job = job, .run = *run};
    return reporting;
}

void cs_reporting_add(struct cs_reporting *reporting, struct cs_job *from, const struct cs_report_file *files,
                      uint32_t count)
{
    struct cs_questions questions = cs_questions_of(&from->arena, files, count);
    for (uint32_t i = 0; i < questions.paths.count; i++)
        add_file(reporting, &questions, from, &files[questions.first[i]]);
}

/* --- all of them ----------------------------------------------------------------------------------------------- */

static int compare_turns(const void *left, const void *right)
{
    const struct cs_reported_file *a = left, *b = right;
    if (a->turn != b->turn)
        return a->turn < b->turn ? -1 : 1;
    return a->added < b->added ? -1 : a->added > b->added;
}

/* Puts the files in order, each path once. */
static void sort_files(struct cs_reporting *reporting)
{
    struct cs_names paths = {0};
    uint32_t count = reporting->file_count;
    if (count)
        qsort(reporting->files, count, sizeof *reporting->files, compare_turns);
    reporting->file_count = 0;
    for (uint32_t i = 0; i < count; i++)
        if (cs_names_add(&reporting->job->arena, &paths, reporting->files[i].path) == reporting->file_count)
            reporting->files[reporting->file_count++] = reporting->files[i];
}

static void count_findings(struct cs_reporting *reporting)
{
    for (uint32_t i = 0; i < reporting->file_count; i++) {
        const struct cs_reported_file *file = &reporting->files[i];
        reporting->count += file->count;
        reporting->allowed_count += file->allowed_count;
        for (uint32_t k = 0; k < file->count; k++)
            reporting->count_of[file->reported[k].finding->severity]++;
    }
}

/* Orders by fingerprint, then by place, which is what an ordinal is at first. */
static int compare_prints(const void *left, const void *right)
{
    const struct cs_reported *a = *(struct cs_reported *const *)left, *b = *(struct cs_reported *const *)right;
    if (a->print != b->print)
        return a->print < b->print ? -1 : 1;
    return a->ordinal < b->ordinal ? -1 : a->ordinal > b->ordinal;
}

static void list_findings(struct cs_reported **list, uint32_t *listed, struct cs_reported *reported, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        reported[i].ordinal = *listed;
        list[(*listed)++] = &reported[i];
    }
}

/* Numbers the findings with the same fingerprint, in order: those that are allowed come after all others. */
static void set_ordinals(struct cs_reporting *reporting)
{
    uint32_t count = reporting->count + reporting->allowed_count, listed = 0;
    struct cs_reported **by_print = cs_alloc_array(&reporting->job->arena, count, sizeof(struct cs_reported *));
    for (uint32_t i = 0; i < reporting->file_count; i++)
        list_findings(by_print, &listed, reporting->files[i].reported, reporting->files[i].count);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        list_findings(by_print, &listed, reporting->files[i].reported + reporting->files[i].count,
                      reporting->files[i].allowed_count);
    qsort(by_print, count, sizeof *by_print, compare_prints);
    for (uint32_t i = 0; i < count; i++) {
        bool again = i && by_print[i]->print == by_print[i - 1]->print;
        by_print[i]->ordinal = again ? by_print[i - 1]->ordinal + 1 : 1;
    }
}

void cs_reporting_end(struct cs_reporting *reporting)
{
    sort_files(reporting);
    count_findings(reporting);
    set_ordinals(reporting);
}

void cs_reported_sentence(const struct cs_reporting *reporting, const struct cs_reported *reported, struct cs_buf *out)
{
    const struct cs_finding *finding = reported->finding;
    cs_buf_add(out, finding->message);
    if (finding->hint.size == 0)
        return;
    cs_buf_add(out, cs_job_messages(reporting->job) == CS_JA ? CS_TEXT("。") : CS_TEXT(". "));
    cs_buf_add(out, finding->hint);
}
