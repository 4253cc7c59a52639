/* What all reporters need to know about the findings of a run: see reported.h. */
#include "report/reported.h"
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
static cs_text from_root(struct cs_arena *arena, const struct cs_report_run *run, cs_text path)
{
    struct cs_buf whole = {0};
    bool absolute = cs_text_starts(path, CS_TEXT("/"));
    if (run->root.size == 0 || cs_text_starts(path, CS_TEXT("<"))) /* <stdin> is no file */
        return path;
    if (!absolute)
        add_parts(&whole, run->here);
    add_parts(&whole, path);
    cs_text full = cs_buf_text(&whole), below = cs_text_skip(full, run->root.size);
    bool inside = cs_text_starts(full, run->root) && cs_text_starts(below, CS_TEXT("/"));
    cs_text result = inside ? clean(arena, cs_text_skip(below, 1)) : path;
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

static int compare_prints(const void *left, const void *right)
{
    const struct cs_reported *a = *(struct cs_reported *const *)left, *b = *(struct cs_reported *const *)right;
    if (a->print != b->print)
        return a->print < b->print ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Numbers the findings with the same fingerprint, in order. */
static void set_ordinals(struct cs_reporting *reporting)
{
    uint32_t count = reporting->count + reporting->allowed_count;
    struct cs_reported **by_print = cs_alloc_array(&reporting->job->arena, count, sizeof(struct cs_reported *));
    for (uint32_t i = 0; i < count; i++)
        by_print[i] = &reporting->reported[i];
    qsort(by_print, count, sizeof *by_print, compare_prints);
    for (uint32_t i = 0; i < count; i++) {
        bool again = i && by_print[i]->print == by_print[i - 1]->print;
        by_print[i]->ordinal = again ? by_print[i - 1]->ordinal + 1 : 1;
    }
}

/* --- all of it ------------------------------------------------------------------------------------------------- */

/* Collects the files, each once. */
static void set_files(struct cs_reporting *reporting)
{
    const struct cs_report_run *run = reporting->run;
    struct cs_arena *arena = &reporting->job->arena;
    reporting->paths = cs_alloc(arena, sizeof *reporting->paths);
    reporting->files = cs_alloc_array(arena, run->file_count, sizeof *reporting->files);
    for (uint32_t i = 0; i < run->file_count; i++) {
        cs_text path = run->files[i].source->path;
        if (cs_names_add(arena, reporting->paths, path) < reporting->file_count)
            continue;
        struct cs_reported_file *file = &reporting->files[reporting->file_count++];
        *file = (struct cs_reported_file){.file = &run->files[i], .path = clean(arena, path)};
        file->from_root = from_root(arena, run, file->path);
    }
}

static void set_finding(struct cs_reporting *reporting, uint32_t file, struct cs_questions *questions,
                        const struct cs_finding *finding, struct cs_walk *walk)
{
    struct cs_reported *reported = &reporting->reported[reporting->count + reporting->allowed_count];
    struct cs_span span = finding->span;
    reported->finding = finding;
    reported->start = cs_source_walk(walk, span.source, span.start);
    struct cs_walk to_end = *walk;
    reported->end = cs_source_walk(&to_end, span.source, span.end > span.start ? span.end : span.start);
    if (!finding->whole_file)
        reported->question = cs_questions_at(questions, file, span);
    const struct cs_catalog *catalog = reported->question.catalog;
    if (catalog)
        reported->name =
            cs_text_trim(cs_catalog_item_name(reporting->job, catalog, &catalog->items[reported->question.item]));
    if (finding->related.source)
        reported->related_from_root = from_root(&reporting->job->arena, reporting->run,
                                                clean(&reporting->job->arena, finding->related.source->path));
    reported->print = print_of(&reporting->files[file], reported);
    if (finding->allowed) {
        reporting->allowed_count++;
        return;
    }
    reporting->count++;
    reporting->count_of[finding->severity]++;
}

static void set_findings_of(struct cs_reporting *reporting, uint32_t file, struct cs_questions *questions)
{
    uint32_t count;
    struct cs_walk walk = {0};
    const struct cs_finding *findings =
        cs_findings_of(reporting->job, reporting->files[file].file->source->path, &count);
    reporting->files[file].first = reporting->count;
    for (uint32_t i = 0; i < count; i++)
        set_finding(reporting, file, questions, &findings[i], &walk);
    reporting->files[file].end = reporting->count;
}

static void set_allowed_of(struct cs_reporting *reporting, uint32_t file, struct cs_questions *questions)
{
    uint32_t count;
    struct cs_walk walk = {0};
    const struct cs_finding *findings =
        cs_findings_allowed(reporting->job, reporting->files[file].file->source->path, &count);
    reporting->files[file].first_allowed = reporting->count + reporting->allowed_count;
    for (uint32_t i = 0; i < count; i++)
        set_finding(reporting, file, questions, &findings[i], &walk);
    reporting->files[file].end_allowed = reporting->count + reporting->allowed_count;
}

static void set_findings(struct cs_reporting *reporting)
{
    uint32_t all, allowed;
    struct cs_questions questions = {.reporting = reporting};
    cs_findings(reporting->job, &all);
    cs_findings_allowed(reporting->job, (cs_text){0}, &allowed);
    reporting->reported = cs_alloc_array(&reporting->job->arena, (size_t)all + allowed, sizeof *reporting->reported);
    if (all + allowed)
        questions = cs_questions_of(reporting);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        set_findings_of(reporting, i, &questions);
    for (uint32_t i = 0; i < reporting->file_count; i++)
        set_allowed_of(reporting, i, &questions);
    set_ordinals(reporting);
}

struct cs_reporting cs_reported_of(struct cs_job *job, const struct cs_report_run *run)
{
    struct cs_reporting reporting = {.job = job, .run = run};
    set_files(&reporting);
    set_findings(&reporting);
    return reporting;
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
