/* See progress.h. */
#include "cmd/many/progress.h"

#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct progress progress_begin(const struct run *run, size_t count)
{
    const double patience = 1;
    if (!run->environment->shows_progress || run->request->value[OPTION_QUIET] || count < 2)
        return (struct progress){0};
    return (struct progress){.run = run, .count = count, .next = now() + patience};
}

void progress_show(struct progress *progress, size_t done)
{
    const double pause = 0.1;
    struct cs_buf counts[2] = {{0}}, line = {0};
    double time = progress->run ? now() : 0;
    if (!progress->run || time < progress->next)
        return;
    progress->next = time + pause;
    cs_buf_print(&counts[0], "%zu", done);
    cs_buf_print(&counts[1], "%zu", progress->count);
    say(&line, progress->run->environment->language, SAY_PROGRESS, cs_buf_text(&counts[0]), cs_buf_text(&counts[1]));
    output_progress(cs_buf_text(&line));
    cs_buf_free(&counts[0]);
    cs_buf_free(&counts[1]);
    cs_buf_free(&line);
}

void progress_end(const struct progress *progress)
{
    if (progress->run)
        output_progress((cs_text){0});
}
