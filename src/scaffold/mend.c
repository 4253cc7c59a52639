/* Applying fixes. In a YAML file they are edits like any other (see edits.h), and the result must be YAML; otherwise
 * lines are changed directly. */
#include "scaffold/mend.h"
#include "base/base.h"
#include "base/control.h"
#include "base/job.h"
#include "base/paint.h"
#include "base/sink.h"
#include "base/unicode.h"
#include "scaffold/cure.h"
#include "scaffold/edits.h"
#include "checksheet/rules.h"

#include <stdlib.h>

enum {
    MOST_STEPS = 24,      /* one tab or full-width blank for each step, at either end of a text */
    MOST_LOOKED = 1 << 20 /* bytes, in all steps: no handwritten file takes more */
};

static int by_place(const void *a, const void *b)
{
    const struct cs_cure *first = a, *second = b;
    if (first->start != second->start)
        return first->start < second->start ? -1 : 1;
    return first->end < second->end ? -1 : first->end > second->end;
}

struct cs_cures cs_cures_of(struct cs_job *job, const struct cs_source *source)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(job, source->path, &count);
    struct cs_cures cures = {.at = cs_alloc_array(&job->arena, count, sizeof *cures.at)};
    struct cs_curing curing = {.job = job, .source = source};
    const struct cs_source *same = source; /* a file that extends this one has read it as well */
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_source *other = findings[i].span.source;
        if (other && other != same && cs_text_equal(other->bytes, source->bytes))
            same = other;
        if ((other == source || other == same) && cs_cure_of(&curing, &findings[i], &cures.at[cures.count])) {
            cures.count++;
            cures.worse_than_notes |= findings[i].severity != CS_NOTE;
        }
    }
    cs_job_free(curing.reading);
    if (cures.count)
        qsort(cures.at, cures.count, sizeof *cures.at, by_place);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < cures.count; i++)
        if (kept == 0 || cures.at[i].start >= cures.at[kept - 1].end)
            cures.at[kept++] = cures.at[i];
    cures.count = kept;
    return cures;
}

/* The bytes with all fixes applied. */
static cs_text make(struct cs_arena *arena, const struct cs_source *source, const struct cs_cures *cures)
{
    struct cs_buf out = {0};
    uint32_t done = 0;
    for (uint32_t i = 0; i < cures->count; i++) {
        const struct cs_cure *cure = &cures->at[i];
        cs_buf_add(&out, (cs_text){source->bytes.bytes + done, cure->start - done});
        cs_buf_add(&out, cure->text);
        done = cure->end;
    }
    cs_buf_add(&out, cs_text_skip(source->bytes, done));
    cs_text bytes = cs_buf_copy(arena, &out);
    cs_buf_free(&out);
    return bytes;
}

/* The same with the YAML editor; false if the file is not YAML, or would not be any more. */
static bool edit(struct cs_job *job, const struct cs_source *source, const struct cs_cures *cures, cs_text *bytes)
{
    struct cs_edits *edits = cs_edit_begin(job, source);
    for (uint32_t i = 0; edits && i < cures->count; i++)
        cs_edit_add_splice(edits, cures->at[i].start, cures->at[i].end, OF_A_VALUE, cures->at[i].text);
    return edits && cs_edit_finish(edits, bytes);
}

/* One step: checks, and fixes what it finds. The bytes live in `into`. False if there is nothing to fix. */
static bool take_step(struct cs_job *into, const struct cs_source *source, cs_look *look, void *context, cs_text *bytes,
                      uint32_t *count)
{
    struct cs_job *job = cs_job_fork(into);
    if (!job)
        return false;
    const struct cs_source *seen = cs_source_add(job, source->path, source->bytes);
    bool reads = cs_curing_reads(job, seen);
    look(context, job, seen);
    if (!reads)
        cs_look_behind(job, seen, look, context);
    struct cs_cures cures = cs_cures_of(job, seen);
    bool done = cures.count > 0;
    if (done && !(reads && edit(job, seen, &cures, bytes)))
        *bytes =
            make(&job->arena, seen, &cures); /* 1-2:△ 年に1回: 正社員だけ takes two steps, and is not YAML in between */
    if (done)
        *bytes = cs_text_copy(&into->arena, *bytes);
    *count += done ? cures.count : 0;
    cs_job_free(job);
    return done;
}

const struct cs_source *cs_mend(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context,
                                uint32_t *count)
{
    const struct cs_source *best = source;
    bool was_read = cs_curing_reads(job, source);
    uint32_t made = 0;
    cs_text bytes;
    *count = 0;
    for (int step = 0; step < MOST_STEPS && take_step(job, source, look, context, &bytes, &made); step++) {
        source = cs_source_add(job, source->path, bytes);
        bool reads = cs_curing_reads(job, source);
        if (reads || !was_read) {
            best = source;
            *count = made;
        }
        was_read = was_read || reads;
    }
    return best;
}

/* --- what is behind ----------------------------------------------------------------------------------------------- */

/* The file with assumed fixes, step by step. */
struct thought {
    struct cs_cures steps[MOST_STEPS];
    int count;
    size_t looked; /* bytes, in all steps */
};

/* The offset before a step of a byte after it. */
static uint32_t before_step(const struct cs_cures *cures, uint32_t offset)
{
    uint32_t moved = 0; /* offset of the new position from the old one, modulo its range */
    for (uint32_t i = 0; i < cures->count; i++) {
        const struct cs_cure *cure = &cures->at[i];
        uint32_t start = cure->start + moved, size = (uint32_t)cure->text.size;
        if (offset < start)
            break;
        if (offset < start + size)
            return cure->start;
        moved += size - (cure->end - cure->start);
    }
    return offset - moved;
}

static uint32_t before_all(const struct thought *thought, uint32_t offset)
{
    for (int i = thought->count; i > 0; i--)
        offset = before_step(&thought->steps[i - 1], offset);
    return offset;
}

/* Lines whose intended content is unknown, in order. */
struct doubtful {
    uint32_t *lines, count;
};

static int by_number(const void *a, const void *b)
{
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

static struct doubtful doubtful_lines(struct cs_job *job, const struct cs_source *source)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(job, source->path, &count);
    struct doubtful doubtful = {.lines = cs_alloc_array(&job->arena, count, sizeof *doubtful.lines)};
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].rule == CS_RULE_YAML_SYNTAX && findings[i].span.source == source)
            doubtful.lines[doubtful.count++] = cs_source_line_at(source, findings[i].span.start);
    if (doubtful.count)
        qsort(doubtful.lines, doubtful.count, sizeof *doubtful.lines, by_number);
    return doubtful;
}

/* Reports to a job the findings of another one about the assumed file; those alone that keep a file from
 * being read, if it is such a one. */
static void carry(struct cs_job *job, const struct cs_source *source, struct cs_job *from, const struct cs_source *seen,
                  const struct thought *thought, bool reads)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(from, seen->path, &count);
    struct doubtful doubtful = doubtful_lines(job, source);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_finding *found = &findings[i];
        if (found->whole_file || found->span.source != seen || found->rule == CS_RULE_MISSING_KEY ||
            !(reads || cs_rule_is_fixed(found->rule)))
            continue;
        struct cs_finding copy = *found;
        copy.span =
            (struct cs_span){source, before_all(thought, found->span.start), before_all(thought, found->span.end)};
        uint32_t line = cs_source_line_at(source, copy.span.start);
        if (doubtful.count && bsearch(&line, doubtful.lines, doubtful.count, sizeof line, by_number))
            continue;
        copy.span.end = copy.span.end < copy.span.start ? copy.span.start : copy.span.end;
        copy.above = found->above == UINT32_MAX ? UINT32_MAX : before_all(thought, found->above);
        copy.related = (struct cs_span){0};
        copy.message = cs_text_copy(&job->arena, found->message);
        copy.hint = cs_text_copy(&job->arena, found->hint);
        copy.instead = cs_text_copy(&job->arena, found->instead);
        cs_report_again(job, &copy);
    }
}

/* The lines with errors that cannot be fixed, as deletions. */
static struct cs_cures lines_of_faults(struct cs_job *job, const struct cs_source *source)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(job, source->path, &count);
    struct cs_cures cures = {.at = cs_alloc_array(&job->arena, count, sizeof *cures.at)};
    for (uint32_t i = 0; i < count; i++) {
        if (findings[i].span.source != source || findings[i].severity != CS_ERROR)
            continue;
        cs_text line = cs_source_line(source, cs_source_place(source, findings[i].span.start).line);
        uint32_t start = (uint32_t)(line.bytes - source->bytes.bytes);
        bool is_new = cures.count == 0 || cures.at[cures.count - 1].start != start;
        if (findings[i].whole_file || cs_text_starts(line, CS_TEXT("---")) || findings[i].rule == CS_RULE_NOT_UTF8)
            return (struct cs_cures){0}; /* another kind, document or encoding: everything below it is uncertain */
        if (is_new && line.size)
            cures.at[cures.count++] = (struct cs_cure){start, start + (uint32_t)line.size, {0}};
    }
    return cures;
}

/* Assumes the errors of a step fixed, and reports those that were not to be seen in the file itself; false if none is
 * left that prevents reading the file, or there are too many. */
static bool think(struct cs_job *job, const struct cs_source *file, const struct cs_source **seen, cs_look *look,
                  void *context, struct thought *thought)
{
    thought->looked += (*seen)->bytes.size;
    struct cs_job *step = thought->looked <= MOST_LOOKED ? cs_job_fork(job) : NULL;
    if (!step)
        return false;
    const struct cs_source *source = cs_source_add(step, (*seen)->path, (*seen)->bytes);
    bool reads = cs_curing_reads(step, source);
    if (!reads) {
        struct cs_cures cures;
        look(context, step, source);
        if (thought->count)
            carry(job, file, step, source, thought, false);
        cures = cs_cures_of(step, source);
        if (cures.count == 0)
            cures = lines_of_faults(step, source);
        reads = cures.count == 0;
        struct cs_cures kept = {.at = cs_alloc_array(&job->arena, cures.count, sizeof *kept.at), .count = cures.count};
        for (uint32_t i = 0; i < cures.count; i++) {
            kept.at[i] = cures.at[i];
            kept.at[i].text = cs_text_copy(&job->arena, cures.at[i].text);
        }
        thought->steps[thought->count++] = kept;
        *seen = cs_source_add(job, (*seen)->path, make(&job->arena, *seen, &kept));
    }
    cs_job_free(step);
    return !reads && thought->count < MOST_STEPS;
}

void cs_look_behind(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context)
{
    struct thought thought = {.count = 0};
    const struct cs_source *seen = source;
    while (think(job, source, &seen, look, context, &thought))
        ;
    struct cs_job *from = thought.count ? cs_job_fork(job) : NULL;
    if (!from)
        return;
    const struct cs_source *last = cs_source_add(from, seen->path, seen->bytes);
    if (cs_curing_reads(from, last)) {
        look(context, from, last);
        carry(job, source, from, last, &thought, true);
    }
    cs_job_free(from);
}

/* --- showing it --------------------------------------------------------------------------------------------------- */

/* Adds what a file says: in colour, which is for eyes, with what steers a terminal shown as \x1b. */
static void add_shown(struct cs_buf *out, cs_text text, bool color)
{
    if (color)
        cs_buf_add_name(out, text);
    else
        cs_buf_add(out, text);
}

static void add_lines(const struct cs_source *source, uint32_t from, uint32_t to, const char *sign, bool color,
                      struct cs_buf *out)
{
    for (uint32_t line = from; line < to; line++) {
        struct cs_buf text = {0};
        cs_buf_add(&text, cs_text_of(sign));
        add_shown(&text, cs_source_line(source, line), color);
        cs_paint_add(out, color, *sign == '-' ? CS_PAINT_RED : CS_PAINT_GREEN, cs_buf_text(&text));
        cs_buf_add_byte(out, '\n');
        cs_buf_free(&text);
    }
}

void cs_add_mended_lines(const struct cs_source *before, const struct cs_source *after, bool color, struct cs_buf *out)
{
    cs_buf_add(out, CS_TEXT("--- "));
    add_shown(out, before->path, color);
    cs_buf_add(out, CS_TEXT("\n+++ "));
    add_shown(out, after->path, color);
    cs_buf_add_byte(out, '\n');
    for (uint32_t line = 1, end; line <= before->line_count;
         line = end + 1) { /* fixes do not change the number of lines */
        for (end = line;
             end <= before->line_count && !cs_text_equal(cs_source_line(before, end), cs_source_line(after, end));)
            end++;
        if (end == line)
            continue;
        cs_buf_print(out, "@@ -%u,%u +%u,%u @@\n", (unsigned)line, (unsigned)(end - line), (unsigned)line,
                     (unsigned)(end - line));
        add_lines(before, line, end, "-", color, out);
        add_lines(after, line, end, "+", color, out);
    }
}
