/* The table of emitters, and the driver: begin, each row to the handler of its kind, end. */
#include "emit/emitters.h"

#include <stddef.h>

static const struct cs_emitter *const emitters[] = {
#define CS_EMITTER(symbol) &cs_emitter_##symbol,
#include "emit/emitters.def"
#undef CS_EMITTER
};

const struct cs_emitter *cs_emitter_at(uint32_t index)
{
    return index < sizeof emitters / sizeof *emitters ? emitters[index] : NULL;
}

const struct cs_emitter *cs_emitter_find(cs_text name)
{
    for (uint32_t i = 0; cs_emitter_at(i); i++)
        if (cs_text_equal(emitters[i]->name, name) || cs_text_equal(emitters[i]->suffix, name))
            return emitters[i];
    return NULL;
}

bool cs_emit(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_emitter *emitter,
             const struct cs_emit_options *options, struct cs_buf *out, const char **why)
{
    struct cs_emit emit = {.job = job, .sheet = sheet, .options = options, .out = out};
    if (emitter->begin)
        emitter->begin(&emit);
    for (uint32_t i = 0; i < sheet->row_count && !emit.why && !out->failed; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (emitter->row[row->kind])
            emitter->row[row->kind](&emit, row);
    }
    if (emitter->end)
        emitter->end(&emit); /* runs after a failure too, to release what begin allocated */
    *why = out->failed ? "out of memory" : emit.why;
    return *why == NULL;
}
