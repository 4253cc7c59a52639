/* Any bytes at all as a catalog, whose schema and whose sheet are JSON that somebody else's reader takes.
 *
 *     make fuzz FUZZERS=schema */
#include <jansson.h>

#include "known.h"
#include "derive/derive.h"
#include "schema/schema.h"

static void hold_json(struct cs_buf *text)
{
    json_t *json = json_loadb(text->bytes, text->size, JSON_REJECT_DUPLICATES, NULL);
    HOLD(json);
    json_decref(json);
    cs_buf_free(text);
}

static void use_catalog(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_buf schema = {0}, list = {0};
    const char *why = NULL;
    const struct cs_emitter *emitter;
    cs_schema_write(job, CS_SCHEMA_PROFILE, catalog, &schema);
    hold_json(&schema);
    for (uint32_t i = 0; (emitter = cs_emitter_at(i)); i++)
        if (cs_text_equal(emitter->name, CS_TEXT("json")))
            HOLD(cs_emit(job, cs_compose_list(job, catalog, NULL), emitter, &(struct cs_emit_options){0}, &list, &why));
    hold_json(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options options = {.language = CS_JA};
    struct cs_job *job = cs_job_new(&options);
    const struct cs_source *source = cs_source_add(job, CS_TEXT("a.yaml"), (cs_text){(const char *)data, size});
    const struct cs_catalog *catalog = cs_load_catalog(job, source);
    if (catalog)
        use_catalog(job, catalog);
    cs_job_free(job);
    return 0;
}
