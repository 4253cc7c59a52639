/* Any bytes at all as a crosswalk of two built-in catalogs, as a thesaurus and as a record of what was sent: each is had
 * without an error, or not at all, and what it points to is there.
 *
 *     make fuzz FUZZERS=crosswalk */
#include "known.h"

static void hold_crosswalk(const struct cs_crosswalk *crosswalk)
{
    for (uint32_t i = 0; i < crosswalk->from->item_count; i++) {
        const struct cs_linked *linked = &crosswalk->by_item[i];
        HOLD(!linked->none || linked->link_count == 0);
        for (uint32_t k = 0; k < linked->link_count; k++) {
            HOLD(linked->links[k].to < crosswalk->to->item_count);
            HOLD(linked->links[k].relation < CS_RELATIONS && linked->links[k].compare >> CS_MEASURES == 0);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct cs_job_options options = {.language = CS_JA};
    struct cs_job *job = cs_job_new(&options);
    struct cs_catalogs catalogs = known_catalogs();
    const struct cs_source *source = cs_source_add(job, CS_TEXT("a.yaml"), (cs_text){(const char *)data, size});
    const struct cs_crosswalk *crosswalk = cs_load_crosswalk(job, source, &catalogs);
    HOLD(crosswalk || cs_finding_count(job, CS_ERROR));
    if (crosswalk)
        hold_crosswalk(crosswalk);
    struct cs_thesaurus *thesaurus = cs_thesaurus_new(job);
    uint32_t groups = cs_load_thesaurus(job, source, thesaurus);
    HOLD(groups >= cs_thesaurus_count(thesaurus));
    uint32_t errors = cs_finding_count(job, CS_ERROR);
    HOLD(cs_record_load(job, source) || cs_finding_count(job, CS_ERROR) > errors);
    hold_findings(job);
    cs_job_free(job);
    return 0;
}
