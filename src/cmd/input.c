/* Opening files and the standard input. */
#include "cmd/input.h"
#include "base/base.h"
#include "checksheet/rules.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct cs_source *read_stdin(struct run *run)
{
    const char *name = run->request->value[OPTION_STDIN_NAME];
    struct cs_buf *bytes = &run->standard_input;
    char part[65536];
    size_t size;
    run->reads_stdin = true;
    if (isatty(STDIN_FILENO))
        info(run->environment, run->request, SAY_WAITING, (cs_text){0});
    while ((size = fread(part, 1, sizeof part, stdin)) > 0 && bytes->size < CS_SOURCE_LIMIT)
        cs_buf_add(bytes, (cs_text){part, size});
    if (ferror(stdin) || bytes->failed) {
        error(run->environment, SAY_CANNOT_READ, CS_TEXT("-"), cs_system_error(run->environment->language, errno));
        return NULL;
    }
    return cs_source_add_string(run->job, cs_text_of(name ? name : "<stdin>"), cs_buf_text(bytes));
}

const struct cs_source *input_open(struct run *run, const char *path)
{
    if (strcmp(path, "-") == 0)
        return read_stdin(run);
    uint32_t count;
    const struct cs_source *source = cs_source_read(run->job, path);
    if (source)
        return source;
    const struct cs_finding *findings = cs_findings(run->job, &count);
    for (uint32_t i = 0; i < count; i++) /* the last one with this path */
        if (findings[i].rule == CS_RULE_CANNOT_READ && cs_text_equal(findings[i].span.source->path, cs_text_of(path))) {
            output_fault(findings[i].span.source->path, findings[i].message);
            break;
        }
    return NULL;
}

bool input_is_stdin(const struct run *run, const struct cs_source *source)
{
    return run->reads_stdin && source->bytes.bytes == run->standard_input.bytes;
}
