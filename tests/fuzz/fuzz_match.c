/* Any bytes at all as a customer's question, asked of the questions of two built-in catalogs: figures are in their
 * bounds, the best comes first, and the same text gives the same figures.
 *
 *     make fuzz FUZZERS=match */
#include "known.h"

enum { MOST = 8, LOOKS = 20000 };

/* Made anew from time to time: what is asked of it stays in its job's memory. */
static struct cs_index *known_index(uint32_t *count)
{
    static struct cs_index *index;
    static struct cs_job *job;
    static uint32_t looks;
    const struct cs_catalog *catalogs[] = {known_catalog("METI"), known_catalog("MIC")};
    *count = catalogs[0]->item_count + catalogs[1]->item_count;
    if (looks++ % LOOKS)
        return index;
    cs_job_free(job);
    job = cs_job_new(&(struct cs_job_options){.language = CS_JA});
    index = cs_index_new(job, cs_builtin_thesaurus(job));
    cs_index_catalog(index, catalogs[0]);
    cs_index_catalog(index, catalogs[1]);
    cs_index_finish(index);
    return index;
}

static void hold_hits(const struct cs_hit *hits, uint32_t count, uint32_t documents)
{
    for (uint32_t i = 0; i < count; i++) {
        HOLD(hits[i].document < documents && hits[i].score <= CS_ALL_ALIKE);
        HOLD(i == 0 || hits[i - 1].score >= hits[i].score);
    }
}

static void hold_suggestions(const struct cs_suggestion *suggestions, uint32_t count, uint32_t documents)
{
    for (uint32_t i = 0; i < count; i++) {
        HOLD(suggestions[i].document < documents && suggestions[i].confidence <= CS_ALL_ALIKE);
        HOLD(i == 0 || suggestions[i - 1].confidence >= suggestions[i].confidence);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t documents;
    struct cs_index *index = known_index(&documents);
    struct cs_hit hits[2][MOST];
    struct cs_suggestion suggestions[MOST];
    cs_text text = {(const char *)data, size};
    uint32_t count = cs_index_search(index, text, 0, documents, hits[0], MOST);
    hold_hits(hits[0], count, documents);
    hold_suggestions(suggestions, cs_index_suggest(index, 0, documents, suggestions, MOST), documents);
    HOLD(cs_index_search(index, text, 0, documents, hits[1], MOST) == count);
    for (uint32_t i = 0; i < count; i++)
        HOLD(hits[0][i].document == hits[1][i].document && hits[0][i].score == hits[1][i].score);
    struct cs_nearest nearest = cs_index_nearest(index, text, 0, documents);
    HOLD(nearest.document == CS_NO_DOCUMENT || nearest.document < documents);
    HOLD(nearest.likeness <= CS_ALL_ALIKE);
    uint32_t equal = cs_index_equal(index, text, 0, documents);
    HOLD(equal == CS_NO_DOCUMENT || equal < documents);
    return 0;
}
