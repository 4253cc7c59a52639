/* The catalog that a profile or a crosswalk names. */
#include "load/find_catalog.h"
#include "base/messages_load.h"
#include "base/base.h"

static void report_no_catalog(struct cs_reader *reader, const struct cs_catalogs *catalogs, cs_text id,
                              struct cs_span span)
{
    const cs_text *ids;
    uint32_t count = catalogs->ids(catalogs->context, &ids);
    cs_text guess = cs_guess_text(reader->job, id, ids, count);
    if (guess.size) {
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_CATALOG, span, id, guess);
        return;
    }
    struct cs_buf all = {0};
    for (uint32_t i = 0; i < count; i++) {
        cs_buf_add(&all, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&all, ids[i]);
    }
    cs_report(reader->job, CS_MESSAGE_UNKNOWN_CATALOG_LIST, span, id, cs_buf_text(&all));
    cs_buf_free(&all);
}

const struct cs_catalog *cs_find_catalog(struct cs_reader *reader, const struct cs_catalogs *catalogs, cs_text id,
                                         cs_text edition, struct cs_span span)
{
    const struct cs_catalog *catalog = catalogs->find(catalogs->context, id, edition);
    if (!catalog)
        report_no_catalog(reader, catalogs, id, span);
    return catalog;
}
