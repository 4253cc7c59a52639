/* Rules over a catalog that could be loaded. What a loader must know to build one is found there. */
#include "checksheet/check.h"
#include "base/report.h"
#include "base/job.h"

/* A catalog in two languages that lacks one of them at some item would show the wrong one there. */
static bool is_bilingual(const struct cs_catalog *catalog)
{
    enum cs_language other = catalog->language == CS_JA ? CS_EN : CS_JA;
    return catalog->title.in[other].size > 0;
}

static void check_words(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                        const struct cs_words *words)
{
    for (int language = 0; words && language < CS_LANGUAGES; language++)
        if (words->in[language].size == 0)
            cs_report(job, CS_MESSAGE_NO_TRANSLATION, item->span, cs_catalog_item_name(job, catalog, item),
                      cs_language_code((enum cs_language)language));
}

void cs_check_catalog(struct cs_job *job, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < catalog->item_count && is_bilingual(catalog); i++)
        check_words(job, catalog, &catalog->items[i], catalog->items[i].ask);
}
