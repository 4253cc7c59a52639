/* An answer extends from its key over all following lines that are indented deeper, as in YAML. */
#include "report/questions.h"
#include "base/job.h"

#include <stdlib.h>

struct cs_question_span {
    const struct cs_source *source;
    uint32_t path;
    uint32_t start, end; /* end is 0 until it is determined */
    struct cs_question question;
};

/* The offset at which the value of a key ends: the next line that is not indented deeper, unless it is empty or a
 * comment. */
static uint32_t end_of(const struct cs_source *source, uint32_t key)
{
    struct cs_place place = cs_source_place_in(source, key, CS_BYTES);
    for (uint32_t line = place.line + 1; line <= source->line_count; line++) {
        cs_text text = cs_source_line(source, line);
        size_t indent = 0;
        while (indent < text.size && text.bytes[indent] == ' ')
            indent++;
        if (indent < place.column && indent < text.size && text.bytes[indent] != '#')
            return source->lines[line - 1];
    }
    return (uint32_t)source->bytes.size;
}

static void add_span(struct cs_questions *questions, struct cs_span key, struct cs_question question)
{
    if (key.source && key.source != questions->source) {
        questions->source = key.source;
        questions->path = cs_names_find(&questions->paths, key.source->path);
    }
    if (!key.source || questions->path == CS_NO_NAME)
        return;
    questions->spans =
        cs_grow(questions->arena, questions->spans, questions->count, &questions->room, sizeof *questions->spans);
    questions->spans[questions->count++] =
        (struct cs_question_span){key.source, questions->path, key.start, 0, question};
}

static void add_items(struct cs_questions *questions, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < catalog->item_count; i++)
        add_span(questions, catalog->items[i].span, (struct cs_question){catalog, i});
}

static void add_answers(struct cs_questions *questions, const struct cs_answers *answers)
{
    for (uint32_t i = 0; i < answers->catalog->item_count; i++)
        add_span(questions, answers->by_item[i].key, (struct cs_question){answers->catalog, i});
    if (answers->catalog->original) /* the vendor's own questions are in the profile */
        add_items(questions, answers->catalog);
}

static int compare_places(const struct cs_question_span *a, uint32_t path, uint32_t start)
{
    if (a->path != path)
        return a->path < path ? -1 : 1;
    return a->start < start ? -1 : a->start > start;
}

static int compare(const void *left, const void *right)
{
    const struct cs_question_span *b = right;
    return compare_places(left, b->path, b->start);
}

struct cs_questions cs_questions_of(struct cs_arena *arena, const struct cs_report_file *files, uint32_t count)
{
    struct cs_questions questions = {.arena = arena, .files = files};
    questions.first = cs_alloc_array(arena, count, sizeof *questions.first);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t known = questions.paths.count, path = cs_names_add(arena, &questions.paths, files[i].source->path);
        if (path == known)
            questions.first[path] = i;
    }
    return questions;
}

static void collect(struct cs_questions *questions)
{
    for (uint32_t i = 0; i < questions->paths.count; i++) {
        const struct cs_report_file *file = &questions->files[questions->first[i]];
        if (file->catalog)
            add_items(questions, file->catalog);
        for (uint32_t k = 0; k < file->sheet_count; k++) /* an answer taken from another file is located there */
            add_answers(questions, &file->sheets[k]);
    }
    if (questions->count)
        qsort(questions->spans, questions->count, sizeof *questions->spans, compare);
    questions->is_collected = true;
}

/* The question whose number is the span itself, for instance of an answer given twice. */
static struct cs_question question_named(const struct cs_report_file *file, cs_text text)
{
    cs_text catalog = file->sheet_count ? file->sheets[0].catalog->id : (cs_text){0}, id;
    cs_split_number(text, &catalog, &id);
    for (uint32_t i = 0; i < file->sheet_count; i++) {
        if (!cs_text_equal(file->sheets[i].catalog->id, catalog))
            continue;
        uint32_t item = cs_catalog_find(file->sheets[i].catalog, id, CS_NO_ITEM);
        if (item != CS_NO_ITEM)
            return (struct cs_question){file->sheets[i].catalog, item};
    }
    return (struct cs_question){0};
}

struct cs_question cs_questions_at(struct cs_questions *questions, const struct cs_report_file *file,
                                   struct cs_span span)
{
    if (!questions->is_collected)
        collect(questions);
    uint32_t path = cs_names_find(&questions->paths, file->source->path), low = 0, high = questions->count;
    while (low < high) { /* the first that begins after the span's start */
        uint32_t middle = low + (high - low) / 2;
        if (compare_places(&questions->spans[middle], path, span.start) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    struct cs_question_span *found = low && questions->spans[low - 1].path == path ? &questions->spans[low - 1] : NULL;
    if (found && found->end == 0)
        found->end = end_of(found->source, found->start);
    if (found && span.start < found->end)
        return found->question;
    return question_named(file, cs_span_text(span));
}
