/* Wrapping lines to a terminal: see screen.h. */
#include "cmd/screen.h"
#include "base/base.h"

enum { NARROWEST = 40 };

static uint32_t blanks_before(cs_text line)
{
    uint32_t blanks = 0;
    while (blanks < line.size && line.bytes[blanks] == ' ')
        blanks++;
    return blanks;
}

void screen_fit(const struct environment *environment, uint32_t columns, uint32_t hanging, cs_text lines,
                struct cs_buf *out)
{
    struct cs_job *job = columns >= NARROWEST && lines.size > columns ? cs_job_new(NULL) : NULL; /* for measuring */
    while (lines.size) {
        ptrdiff_t end = cs_text_find(lines, CS_TEXT("\n"));
        cs_text line = end < 0 ? lines : (cs_text){lines.bytes, (size_t)end};
        struct cs_wrapping how = {
            .columns = columns,
            .indent = blanks_before(line) + hanging,
            .ambiguous = environment->ambiguous,
        };
        if (job)
            cs_wrap(job, &how, line, out);
        else
            cs_buf_add(out, line);
        cs_buf_add_byte(out, '\n');
        lines = cs_text_skip(lines, line.size + 1);
    }
    cs_job_free(job);
}
