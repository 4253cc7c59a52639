/* Rules for a catalog that could be loaded: what is missing, and what has no effect. What prevents building it is
 * found by the loader. */
#include "base/job.h"
#include "base/messages_check.h"
#include "base/unicode.h"
#include "checksheet/check.h"

struct catalog_check {
    struct cs_job *job;
    const struct cs_catalog *catalog;
    struct cs_buf list; /* being collected for one finding */
};

static void collect(struct catalog_check *check, cs_text what)
{
    cs_buf_separate(&check->list, CS_TEXT(", "));
    cs_buf_add(&check->list, what);
}

/* Returns what was collected, empty if nothing, and starts anew. */
static cs_text collected(struct catalog_check *check)
{
    cs_text list = cs_buf_copy(&check->job->arena, &check->list);
    cs_buf_clear(&check->list);
    return list;
}

/* --- languages ---------------------------------------------------------------------------------------------------- */

/* True for a catalog in two languages; where a text lacks one of them, the wrong one would be shown. */
static bool is_bilingual(const struct cs_catalog *catalog)
{
    enum cs_language other = catalog->language == CS_JA ? CS_EN : CS_JA;
    return catalog->title.in[other].size > 0;
}

/* True for a text without letters outside ASCII, which is the same in every language, such as ISO/IEC or 2022. */
static bool is_for_all(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.bytes[i] >= 0x80)
            return false;
    return true;
}

/* True if there is a text, but not in the language: Japanese text does not count as English. */
static bool lacks(const struct cs_words *words, enum cs_language language)
{
    if (!words || words->in[language].size)
        return false;
    cs_text other = words->in[language == CS_JA ? CS_EN : CS_JA];
    return other.size > 0 && (language == CS_JA || !is_for_all(other));
}

static bool any_choice_lacks(const struct cs_choice *choices, uint32_t count, enum cs_language language)
{
    for (uint32_t i = 0; i < count; i++)
        if (lacks(&choices[i].label, language))
            return true;
    return false;
}

static bool any_detail_lacks(const struct cs_item *item, enum cs_language language)
{
    for (uint32_t i = 0; i < item->demand_count; i++)
        if (lacks(item->demands[i].ask, language) ||
            any_choice_lacks(item->demands[i].choices, item->demands[i].choice_count, language))
            return true;
    return false;
}

/* Reports the keys of an item whose texts lack a language; the question has a finding of its own. */
static void check_item_words(struct catalog_check *check, const struct cs_item *item, enum cs_language language)
{
    const struct {
        cs_text key;
        bool lacks;
    } parts[] = {
        {CS_LITERAL("guide"), lacks(item->guide, language)},
        {CS_LITERAL("group"), lacks(item->group, language)},
        {CS_LITERAL("name"), lacks(item->name, language)},
        {CS_LITERAL("choices"), any_choice_lacks(item->choices, item->choice_count, language)},
        {CS_LITERAL("detail"), any_detail_lacks(item, language)},
    };
    cs_text name = cs_catalog_item_name(check->job, check->catalog, item);
    if (item->ask && item->ask->in[language].size == 0)
        cs_report(check->job, CS_MESSAGE_NO_TRANSLATION, item->span, name, cs_language_code(language));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].lacks)
            collect(check, parts[i].key);
    cs_text keys = collected(check);
    if (keys.size)
        cs_report(check->job, CS_MESSAGE_NO_TRANSLATION_OF, item->span, name, cs_language_code(language), keys);
}

/* Reports a finding about the whole catalog, after those about its questions. */
static void report_whole(struct catalog_check *check, cs_message message, cs_text first, cs_text second)
{
    cs_report(check->job, message, check->catalog->items[0].span, check->catalog->id, first, second)->whole_file = true;
}

/* Reports sections, marks and levels whose texts lack a language. */
static void check_other_words(struct catalog_check *check, enum cs_language language)
{
    const struct cs_catalog *catalog = check->catalog;
    for (uint32_t i = 0; i < catalog->section_count; i++)
        if (lacks(&catalog->sections[i].title, language))
            collect(check, cs_words_in(&catalog->sections[i].title, language));
    for (uint32_t i = 0; i < catalog->mark_count; i++)
        if (lacks(&catalog->marks[i].label, language) || lacks(&catalog->marks[i].guide, language))
            collect(check, catalog->marks[i].sign);
    for (uint32_t i = 0; i < catalog->level_count; i++)
        if (lacks(&catalog->levels[i].label, language))
            collect(check, catalog->levels[i].name);
    cs_text names = collected(check);
    if (names.size)
        report_whole(check, CS_MESSAGE_NO_TRANSLATION_IN, cs_language_code(language), names);
}

static void check_languages(struct catalog_check *check)
{
    for (int language = 0; language < CS_LANGUAGES && is_bilingual(check->catalog); language++) {
        for (uint32_t i = 0; i < check->catalog->item_count; i++)
            check_item_words(check, &check->catalog->items[i], (enum cs_language)language);
        check_other_words(check, (enum cs_language)language);
    }
}

/* --- guides ------------------------------------------------------------------------------------------------------- */

/* Reports questions without a guide, if most questions of the catalog have one. */
static void check_guides(struct catalog_check *check)
{
    enum { MOST_NUMBERS = 20 };
    const struct cs_catalog *catalog = check->catalog;
    uint32_t without = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (catalog->items[i].guide)
            continue;
        if (without++ < MOST_NUMBERS)
            collect(check, catalog->items[i].id);
    }
    if (without > MOST_NUMBERS)
        collect(check, CS_TEXT("..."));
    cs_text numbers = collected(check);
    if (without > 0 && 2 * without < catalog->item_count)
        report_whole(check, CS_MESSAGE_NO_GUIDE, cs_text_of_number(&check->job->arena, without), numbers);
}

/* --- what says nothing -------------------------------------------------------------------------------------------- */

static bool takes_units(enum cs_kind kind)
{
    static const bool takes[CS_KINDS] = {
        [CS_KIND_NUMBER] = true, [CS_KIND_PERCENT] = true,  [CS_KIND_RATIO] = true,     [CS_KIND_MONEY] = true,
        [CS_KIND_COUNT] = true,  [CS_KIND_DURATION] = true, [CS_KIND_LEAD_TIME] = true,
    };
    return takes[kind];
}

/* Reports keys of an item that belong to other kinds. */
static void check_keys(struct catalog_check *check, const struct cs_item *item)
{
    const struct {
        cs_text key;
        bool idle;
    } keys[] = {
        {CS_LITERAL("choices"), item->choice_count > 0 && item->kind != CS_KIND_CHOICE},
        {CS_LITERAL("many"), item->many && item->kind != CS_KIND_CHOICE},
        {CS_LITERAL("unit"), item->unit_count > 0 && !takes_units(item->kind)},
        {CS_LITERAL("none"), item->none_allowed && (item->kind == CS_KIND_MARK || cs_kind_is_yes_no(item->kind) ||
                                                    item->kind == CS_KIND_CHOICE)},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].idle)
            cs_report(check->job, CS_MESSAGE_IDLE_KEY, item->span,
                      cs_catalog_item_name(check->job, check->catalog, item), keys[i].key, cs_kind_word(item->kind));
}

static bool has_flag(const struct cs_item *item)
{
    return item->flag != CS_FLAG_NONE;
}

static bool has_group(const struct cs_item *item)
{
    return item->group != NULL;
}

static bool has_name(const struct cs_item *item)
{
    return item->name != NULL;
}

static bool has_level(const struct cs_item *item)
{
    return item->rank > 0;
}

static bool has_ref(const struct cs_item *item)
{
    return item->ref_count > 0;
}

static bool has_section(const struct cs_item *item)
{
    return item->section != CS_NO_SECTION;
}

static bool has_mark(const struct cs_item *item)
{
    return item->kind == CS_KIND_MARK;
}

static bool some(const struct cs_catalog *catalog, bool (*has)(const struct cs_item *item))
{
    for (uint32_t i = 0; i < catalog->item_count; i++)
        if (has(&catalog->items[i]))
            return true;
    return false;
}

/* Reports columns that are empty for every question. */
static void check_columns(struct catalog_check *check)
{
    static bool (*const fills[CS_ROLES])(const struct cs_item *item) = {
        [CS_ROLE_FLAG] = has_flag,   [CS_ROLE_GROUP] = has_group,     [CS_ROLE_NAME] = has_name,
        [CS_ROLE_REF] = has_ref,     [CS_ROLE_SECTION] = has_section, [CS_ROLE_CHAPTER] = has_section,
        [CS_ROLE_LEVEL] = has_level,
    };
    const struct cs_catalog *catalog = check->catalog;
    bool said[CS_ROLES] = {false};
    for (uint32_t i = 0; i < catalog->layout_count; i++)
        for (uint32_t column = 0; column < catalog->layouts[i].column_count; column++) {
            enum cs_role role = catalog->layouts[i].columns[column];
            if (said[role] || !fills[role] || some(catalog, fills[role]))
                continue;
            said[role] = true;
            collect(check, cs_role_word(role));
        }
    cs_text columns = collected(check);
    if (columns.size)
        report_whole(check, CS_MESSAGE_IDLE_COLUMN, columns, (cs_text){0});
}

/* Reports levels that ask no more than the one before. */
static void check_levels(struct catalog_check *check)
{
    const struct cs_catalog *catalog = check->catalog;
    for (uint32_t rank = 1; rank <= catalog->level_count; rank++) {
        bool used = false;
        for (uint32_t i = 0; i < catalog->item_count; i++)
            used |= catalog->items[i].rank == rank;
        if (!used)
            collect(check, catalog->levels[rank - 1].name);
    }
    cs_text levels = collected(check);
    if (levels.size)
        report_whole(check, CS_MESSAGE_IDLE_LEVEL, levels, (cs_text){0});
}

void cs_check_catalog(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct catalog_check check = {.job = job, .catalog = catalog};
    if (catalog->item_count == 0)
        return;
    check_languages(&check);
    check_guides(&check);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        check_keys(&check, &catalog->items[i]);
    check_columns(&check);
    check_levels(&check);
    if (catalog->has_own_marks && !some(catalog, has_mark))
        report_whole(&check, CS_MESSAGE_IDLE_MARKS, (cs_text){0}, (cs_text){0});
    cs_buf_free(&check.list);
}
