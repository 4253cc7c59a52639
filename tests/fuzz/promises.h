/* What fuzzers hold, whatever they are given: it stops where a promise is broken. */
#ifndef TESTS_PROMISES_H
#define TESTS_PROMISES_H

#include <stdio.h>
#include <stdlib.h>

#include "checksheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HOLD(condition) ((condition) ? (void)0 : broken(#condition, __FILE__, __LINE__))

static inline void broken(const char *promise, const char *file, int line)
{
    fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, promise);
    abort();
}

static inline void hold_text(cs_text text, bool control_allowed)
{
    while (text.size) {
        size_t before = text.size;
        uint32_t point = cs_text_next(&text);
        HOLD(point != 0xfffd || before - text.size == 3);
        HOLD(control_allowed || point == '\n' || point == '\t' || (point >= 0x20 && point != 0x7f));
    }
}

static inline void hold_findings(struct cs_job *job)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        HOLD(findings[i].span.source != NULL);
        HOLD(findings[i].span.start <= findings[i].span.end);
        HOLD(findings[i].span.end <= findings[i].span.source->bytes.size);
        HOLD(findings[i].message.size > 0);
    }
}

#endif
