/* A profile restricted to a level of its catalog. */
#include "base/messages_load.h"
#include "base/short_list.h"
#include "load/profile_reader.h"

/* Reports the questions above a level that are answered nevertheless. */
static void report_above(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         uint32_t rank)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_short_list numbers = {0};
    for (uint32_t i = 0; i < catalog->item_count; i++)
        if (catalog->items[i].rank > rank && answers->by_item[i].state != CS_STATE_NONE)
            cs_short_list_add(&numbers, catalog->items[i].id);
    if (numbers.count)
        cs_report(job, CS_MESSAGE_ABOVE_LEVEL, profile->answers_span, catalog->id, catalog->levels[rank - 1].name,
                  cs_text_of_number(&job->arena, numbers.count), cs_short_list_end(&job->arena, &numbers))
            ->whole_file = true;
}

const struct cs_profile *cs_at_level(struct cs_job *job, const struct cs_profile *profile, cs_text asked)
{
    bool has_levels = false;
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        cs_text level = asked.size ? asked : answers->level;
        if (level.size == 0 || answers->catalog->level_count == 0)
            continue;
        uint32_t rank = cs_catalog_level(answers->catalog, level);
        has_levels = true;
        if (rank == 0) {
            cs_report_level(job, profile->answers_span, answers->catalog, level);
            continue;
        }
        report_above(job, profile, answers, rank);
        profile = cs_profile_at_level(job, profile, i, rank);
    }
    if (asked.size && !has_levels)
        cs_report_level(job, profile->answers_span, profile->sheets[0].catalog, asked);
    return profile;
}
