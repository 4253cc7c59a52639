/* Checks that a profile says which edition of a catalog it answers, and that this is the current one. */
#include "base/messages_check.h"
#include "base/short_list.h"
#include "base/yaml_out.h"
#include "check/profile_check.h"

/* The proposed value of edition: on its line, with the level that is there already. */
static cs_text edition_text(const struct cs_profile_check *check, cs_text edition)
{
    cs_text level = check->answers->level;
    struct cs_buf text = {0};
    cs_yaml_add_flow(&text, edition);
    if (level.size) {
        cs_buf_add(&text, CS_TEXT(", level: "));
        cs_yaml_add_flow(&text, level);
    }
    return cs_buf_take(&check->job->arena, &text);
}

/* The proposed line with the edition: catalog: {id: METI, edition: 2013年度版}; for a catalog that is not the main one,
 * catalogs: {MIC: 第2版}. */
static cs_text line_of(const struct cs_profile_check *check, cs_text edition)
{
    const struct cs_answers *sheet = check->answers;
    bool is_own = sheet == check->profile->sheets;
    struct cs_buf text = {0};
    cs_buf_add(&text, is_own ? CS_TEXT("catalog: {id: ") : CS_TEXT("catalogs: {"));
    cs_yaml_add_flow(&text, sheet->catalog->id);
    cs_buf_add(&text, is_own ? CS_TEXT(", edition: ") : sheet->level.size ? CS_TEXT(": {edition: ") : CS_TEXT(": "));
    cs_buf_add(&text, edition_text(check, edition));
    cs_buf_add(&text, is_own || sheet->level.size == 0 ? CS_TEXT("}") : CS_TEXT("}}"));
    return cs_buf_take(&check->job->arena, &text);
}

static bool is_same_everywhere(const struct cs_answers *sheet, const struct cs_item *item, uint32_t index)
{
    for (uint32_t i = 0; i < sheet->other_edition_count; i++) {
        const struct cs_catalog *other = sheet->other_editions[i];
        uint32_t found = cs_catalog_find(other, item->id, index);
        if (found == CS_NO_ITEM || !cs_item_same_text(&other->items[found], item))
            return false;
    }
    return true;
}

/* The numbers of answers to questions that differ in another edition; empty if there are none. */
static cs_text unclear_numbers(const struct cs_profile_check *check)
{
    const struct cs_answers *sheet = check->answers;
    struct cs_short_list numbers = {0};
    for (uint32_t i = 0; i < sheet->catalog->item_count && sheet->other_edition_count; i++) {
        const struct cs_item *item = &sheet->catalog->items[i];
        if (cs_answer_is_unclear(check->profile, sheet, i) && sheet->by_item[i].state != CS_STATE_NONE &&
            !is_same_everywhere(sheet, item, i))
            cs_short_list_add(&numbers, item->id);
    }
    return cs_short_list_end(&check->job->arena, &numbers);
}

/* All available editions, the current one first. */
static cs_text all_editions(const struct cs_profile_check *check)
{
    struct cs_buf text = {0};
    enum cs_language language = cs_job_messages(check->job);
    cs_buf_add(&text, cs_words_in(&check->answers->catalog->edition, language));
    for (uint32_t i = 0; i < check->answers->other_edition_count; i++) {
        cs_buf_add(&text, CS_TEXT(", "));
        cs_buf_add(&text, cs_words_in(&check->answers->other_editions[i]->edition, language));
    }
    return cs_buf_take(&check->job->arena, &text);
}

/* True for an edition later than that of a catalog, in whichever language it is written: nothing is to be carried back. */
static bool is_newer(cs_text edition, const struct cs_catalog *catalog)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text in_use = catalog->edition.in[language];
        if (in_use.size && cs_text_compare_ids(edition, in_use) <= 0)
            return false;
    }
    return true;
}

/* True if the edition that was answered is available, so that another one is in use only because of -c. */
static bool is_available(const struct cs_answers *sheet)
{
    for (uint32_t i = 0; i < sheet->other_edition_count; i++)
        if (cs_catalog_is_edition(sheet->other_editions[i], sheet->edition))
            return true;
    return false;
}

/* The current edition is the one that was answered, in either language. A profile that inherits its catalog need not
 * give an edition; for a catalog that is not the main one it need not as long as there is only one edition. */
void cs_check_edition(const struct cs_profile_check *check)
{
    const struct cs_answers *sheet = check->answers;
    const struct cs_catalog *catalog = sheet->catalog;
    cs_text written = sheet->edition, in_use = cs_words_in(&catalog->edition, cs_job_messages(check->job));
    cs_text unclear = written.size ? (cs_text){0} : unclear_numbers(check);
    struct cs_span span = sheet->span.source ? sheet->span : check->profile->answers_span;
    bool is_own = sheet == check->profile->sheets;
    if (unclear.size)
        cs_report(check->job, CS_MESSAGE_EDITION_UNCLEAR, span, catalog->id, unclear, line_of(check, in_use),
                  all_editions(check));
    else if (written.size == 0 && in_use.size && sheet->span.source && (is_own || sheet->other_edition_count))
        cs_report(check->job, CS_MESSAGE_NO_EDITION, span, catalog->id, line_of(check, in_use));
    else if (written.size && !cs_catalog_is_edition(catalog, written))
        cs_report(check->job,
                  !is_newer(written, catalog) ? CS_MESSAGE_EDITION_DIFFERS
                  : is_available(sheet)       ? CS_MESSAGE_EDITION_IS_THERE
                                              : CS_MESSAGE_EDITION_IS_NEWER,
                  sheet->edition_span, catalog->id, written, in_use, check->profile->source->path);
}
