/* A profile cut down to a level of its catalog. */
#include "base/report.h"
#include "load/profile_reader.h"

/* Reports the questions above a level that are answered all the same. */
static void report_above(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         uint32_t rank)
{
    enum { MOST_NUMBERS = 20 };
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_buf count = {0}, numbers = {0};
    uint32_t found = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (catalog->items[i].rank <= rank || answers->by_item[i].state == CS_STATE_NONE || ++found > MOST_NUMBERS)
            continue;
        cs_buf_add(&numbers, found > 1 ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&numbers, catalog->items[i].id);
    }
    if (found > MOST_NUMBERS)
        cs_buf_add(&numbers, CS_TEXT(" ..."));
    cs_buf_print(&count, "%u", (unsigned)found);
    if (found)
        cs_report(job, CS_MESSAGE_ABOVE_LEVEL, profile->answers_span, catalog->id, catalog->levels[rank - 1].name,
                  cs_buf_text(&count), cs_buf_text(&numbers))
            ->whole_file = true;
    cs_buf_free(&count);
    cs_buf_free(&numbers);
}

const struct cs_profile *cs_at_level(struct cs_job *job, const struct cs_profile *profile, cs_text asked)
{
    bool has_levels = false;
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        const struct cs_answers *answers = &profile->sheets[i];
        cs_text level = asked.size ? asked : i == 0 ? profile->level : (cs_text){0};
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
