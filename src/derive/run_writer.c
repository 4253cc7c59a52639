/* Writing the runs of a cell. */
#include "derive/run_writer.h"
#include "base/job.h"

#include <string.h>

void cs_put(struct cs_run_writer *writer, enum cs_edit edit, enum cs_tone tone, cs_text text)
{
    if (text.size == 0)
        return;
    writer->runs = cs_grow(&writer->job->arena, writer->runs, writer->count, &writer->room, sizeof *writer->runs);
    writer->runs[writer->count++] = (struct cs_run){edit, tone, text};
}

void cs_say(struct cs_run_writer *writer, cs_text text)
{
    cs_put(writer, CS_KEPT, CS_TONE_PLAIN, text);
}

void cs_say_word(struct cs_run_writer *writer, cs_word_id word, enum cs_language language)
{
    cs_say(writer, cs_word(word, language));
}

void cs_put_lines(struct cs_run_writer *writer, enum cs_edit edit, cs_text text)
{
    while (text.size) {
        const char *feed = memchr(text.bytes, '\n', text.size);
        size_t size = feed ? (size_t)(feed - text.bytes) : text.size;
        cs_put(writer, edit, CS_TONE_PLAIN, (cs_text){text.bytes, size});
        if (feed) {
            cs_say(writer, CS_TEXT("\n"));
            cs_say(writer, writer->margin);
        }
        text = cs_text_skip(text, size + (feed != NULL));
    }
}

void cs_put_runs(struct cs_run_writer *writer, struct cs_runs runs)
{
    enum { SHORT = 24 }; /* characters that are seen at a glance, old and new */
    bool whole = runs.count == 2 && runs.at[0].edit == CS_TAKEN_OUT && runs.at[1].edit == CS_PUT_IN &&
                 cs_text_length(runs.at[0].text) + cs_text_length(runs.at[1].text) > SHORT;
    for (uint32_t i = 0; i < runs.count; i++) {
        if (whole && i == 1) {
            cs_say(writer, CS_TEXT("\n"));
            cs_say(writer, writer->margin);
        }
        cs_put_lines(writer, runs.at[i].edit, runs.at[i].text);
    }
}

/* The runs in one text: [-removed-]{+inserted+}. */
static cs_text plain_text(struct cs_job *job, const struct cs_run_writer *writer)
{
    static const cs_text open[] = {CS_LITERAL(""), CS_LITERAL("[-"), CS_LITERAL("{+")},
                         close[] = {CS_LITERAL(""), CS_LITERAL("-]"), CS_LITERAL("+}")};
    struct cs_buf buf = {0};
    for (uint32_t i = 0; i < writer->count; i++) {
        cs_buf_add(&buf, open[writer->runs[i].edit]);
        cs_buf_add(&buf, writer->runs[i].text);
        cs_buf_add(&buf, close[writer->runs[i].edit]);
    }
    return cs_buf_take(&job->arena, &buf);
}

void cs_put_cell(struct cs_run_writer *writer, struct cs_row *row, uint32_t column)
{
    struct cs_job *job = writer->job;
    if (!row->past) {
        struct cs_past *past = cs_alloc(&job->arena, sizeof *past);
        past->runs = cs_alloc_array(&job->arena, row->cell_count, sizeof *past->runs);
        row->past = past;
    }
    struct cs_runs *runs = (struct cs_runs *)(uintptr_t)row->past->runs; /* allocated above */
    runs[column] = (struct cs_runs){writer->runs, writer->count};
    row->cells[column].text = plain_text(job, writer);
}
