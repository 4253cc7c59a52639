/* Which edition of a catalog was answered, and whether that is the one in use. */
#include "base/report.h"
#include "base/short_list.h"
#include "base/yaml_out.h"
#include "check/profile_check.h"

/* What stands behind edition: in the line that names it, with the level that stands there already. */
static cs_text edition_text(const struct cs_profile_check *check, cs_text edition)
{
    struct cs_buf text = {0};
    cs_yaml_add_flow(&text, edition);
    if (check->profile->level.size) {
        cs_buf_add(&text, CS_TEXT(", level: "));
        cs_yaml_add_flow(&text, check->profile->level);
    }
    return cs_buf_take(&check->job->arena, &text);
}

static bool is_same_everywhere(const struct cs_profile_check *check, const struct cs_item *item, uint32_t index)
{
    const struct cs_profile *profile = check->profile;
    for (uint32_t i = 0; i < profile->other_edition_count; i++) {
        const struct cs_catalog *other = profile->other_editions[i];
        uint32_t found = cs_catalog_find(other, item->id, index);
        if (found == CS_NO_ITEM || !cs_item_same_text(&other->items[found], item))
            return false;
    }
    return true;
}

/* The numbers of what is answered, and asks another thing in another edition; empty if there is none. */
static cs_text unclear_numbers(const struct cs_profile_check *check)
{
    const struct cs_answers *sheet = &check->profile->sheets[0];
    struct cs_short_list numbers = {0};
    for (uint32_t i = 0; i < sheet->catalog->item_count && check->profile->other_edition_count; i++) {
        const struct cs_item *item = &sheet->catalog->items[i];
        if (sheet->by_item[i].state != CS_STATE_NONE && !is_same_everywhere(check, item, i))
            cs_short_list_add(&numbers, item->id);
    }
    return cs_short_list_end(&check->job->arena, &numbers);
}

/* All editions that there are, the one in use first. */
static cs_text all_editions(const struct cs_profile_check *check)
{
    struct cs_buf text = {0};
    enum cs_language language = cs_job_messages(check->job);
    cs_buf_add(&text, cs_words_in(&check->profile->sheets[0].catalog->edition, language));
    for (uint32_t i = 0; i < check->profile->other_edition_count; i++) {
        cs_buf_add(&text, CS_TEXT(", "));
        cs_buf_add(&text, cs_words_in(&check->profile->other_editions[i]->edition, language));
    }
    return cs_buf_take(&check->job->arena, &text);
}

/* The catalog in use is the one that was answered; the edition is the same in either language. A profile that takes its
 * catalog over from another says nothing of its edition either. */
void cs_check_edition(const struct cs_profile_check *check)
{
    const struct cs_profile *profile = check->profile;
    const struct cs_catalog *catalog = profile->sheets[0].catalog;
    cs_text written = profile->catalog_edition, in_use = cs_words_in(&catalog->edition, cs_job_messages(check->job));
    cs_text unclear = written.size ? (cs_text){0} : unclear_numbers(check);
    struct cs_span span = profile->catalog_span.source ? profile->catalog_span : profile->answers_span;
    if (unclear.size)
        cs_report(check->job, CS_MESSAGE_EDITION_UNCLEAR, span, catalog->id, unclear, edition_text(check, in_use),
                  all_editions(check));
    else if (written.size == 0 && in_use.size && profile->catalog_span.source)
        cs_report(check->job, CS_MESSAGE_NO_EDITION, span, catalog->id, edition_text(check, in_use));
    else if (written.size && !cs_catalog_is_edition(catalog, written))
        cs_report(check->job, CS_MESSAGE_EDITION_DIFFERS, profile->edition_span, catalog->id, written, in_use,
                  profile->source->path);
}
