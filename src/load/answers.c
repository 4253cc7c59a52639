/* The answers of a profile, each read for its catalog.
 *
 * A catalog gets its sheet of answers with the first of its numbers; the answers of the extended profile are in it
 * from the start, and are replaced. */
#include "base/messages_load.h"
#include "load/answer.h"
#include "load/find_catalog.h"
#include "load/profile_reader.h"
#include "yaml/yaml_lines.h"

/* Copies the answers of the extended profile, each as written there: references and facts may resolve to something
 * else here. */
static void take_over(struct profile_reader *state, struct cs_answers *sheet)
{
    const struct cs_profile *from = state->profile->extends;
    const struct cs_answers *base = from ? cs_profile_answers(from, sheet->catalog->id) : NULL;
    bool is_other = base && !cs_catalog_same_edition(base->catalog, sheet->catalog);
    for (uint32_t i = 0; base && i < base->catalog->item_count; i++) {
        uint32_t item = cs_catalog_find(sheet->catalog, base->catalog->items[i].id, i);
        const struct cs_answer *answer = &base->by_item[i];
        if (item == CS_NO_ITEM || !answer->key.source)
            continue;
        if (is_other && !cs_item_same_text(&base->catalog->items[i], &sheet->catalog->items[item]))
            continue; /* a number alone does not identify a question in another edition */
        sheet->by_item[item] = answer->raw ? *answer->raw : *answer;
        sheet->by_item[item].item = item;
    }
}

/* The entry for a catalog under `catalogs`; NULL if there is none. */
static const struct named_catalog *named_catalog(const struct profile_reader *state, cs_text id)
{
    for (uint32_t i = 0; i < state->named_count; i++)
        if (cs_text_equal(state->named[i].id, id))
            return &state->named[i];
    return NULL;
}

/* Sets the edition and the level that are answered; the level by its name in the catalog: ★3 if 3 is written. */
static void say_edition(struct profile_reader *state, struct cs_answers *sheet, const struct named_catalog *named,
                        const struct cs_answers *base)
{
    const struct cs_catalog *catalog = sheet->catalog;
    if (!named) {
        sheet->level = base ? base->level : (cs_text){0};
        return;
    }
    uint32_t rank = cs_catalog_level(catalog, named->level);
    sheet->edition = named->edition;
    sheet->edition_span = named->edition_span;
    sheet->span = named->span;
    if (named->level.size && rank == 0)
        cs_report_level(state->reader.job, named->level_span, catalog, named->level);
    sheet->level = rank ? catalog->levels[rank - 1].name : (cs_text){0};
}

struct cs_answers *cs_profile_sheet(struct profile_reader *state, cs_text id, struct cs_span span)
{
    struct cs_profile *profile = state->profile;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (cs_text_equal(profile->sheets[i].catalog->id, id))
            return &profile->sheets[i];
    const struct named_catalog *named = named_catalog(state, id);
    cs_text edition = named ? named->edition : (cs_text){0};
    const struct cs_answers *base = profile->extends ? cs_profile_answers(profile->extends, id) : NULL;
    bool fits = base && (edition.size == 0 || cs_catalog_is_edition(base->catalog, edition));
    const struct cs_catalog *catalog =
        fits ? base->catalog : cs_find_catalog(&state->reader, state->catalogs, id, edition, span);
    if (!catalog)
        return NULL;
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (cs_text_equal(profile->sheets[i].catalog->id, catalog->id))
            return &profile->sheets[i]; /* meti for METI */
    struct cs_arena *arena = &state->reader.job->arena;
    catalog = cs_variant_catalog(state, catalog);
    profile->sheets =
        cs_grow(arena, profile->sheets, profile->sheet_count, &state->sheet_room, sizeof *profile->sheets);
    struct cs_answers *sheet = &profile->sheets[profile->sheet_count++];
    *sheet = (struct cs_answers){.catalog = catalog, .span = span};
    sheet->by_item = cs_alloc_array(arena, catalog->item_count, sizeof *sheet->by_item);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        sheet->by_item[i].item = i;
    say_edition(state, sheet, named, base);
    take_over(state, sheet);
    return sheet;
}

/* In 1-2:△ 年に1回: 正社員だけ YAML takes the text up to the second colon as the key, since no blank follows the first one.
 * True if that is reported. */
static bool is_run_together(struct cs_reader *reader, const struct cs_node *key, const struct cs_catalog *catalog)
{
    ptrdiff_t plain = cs_text_find(key->text, CS_TEXT(":")), wide = cs_text_find(key->text, CS_TEXT("："));
    bool is_wide = wide > 0 && (plain < 0 || wide < plain);
    cs_text number = {key->text.bytes, (size_t)(is_wide ? wide : plain)};
    bool is_verbatim = key->plain && key->text.bytes == reader->source->bytes.bytes + key->start;
    if ((is_wide ? wide : plain) <= 0 || !is_verbatim || cs_catalog_find(catalog, number, CS_NO_ITEM) == CS_NO_ITEM)
        return false;
    uint32_t colon = key->start + (uint32_t)number.size;
    struct cs_span span = {reader->source, colon, colon + (is_wide ? 3 : 1)};
    cs_report(reader->job, is_wide ? CS_MESSAGE_FULLWIDTH_COLON : CS_MESSAGE_MISSING_SPACE, span, number);
    return true;
}

static void read_answer(struct profile_reader *state, const struct cs_node *key, const struct cs_node *value)
{
    struct cs_reader *reader = &state->reader;
    if (is_run_together(reader, key, state->profile->sheets[0].catalog))
        return;
    cs_text catalog_id = state->profile->sheets[0].catalog->id, id;
    cs_split_number(key->text, &catalog_id, &id);
    struct cs_answers *sheet = cs_profile_sheet(state, catalog_id, cs_node_span(reader->source, key));
    if (!sheet)
        return;
    uint32_t item = cs_catalog_find(sheet->catalog, id, state->expected);
    if (item == CS_NO_ITEM) {
        cs_text guess = cs_catalog_guess(reader->job, sheet->catalog, id);
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_NUMBER, cs_node_span(reader->source, key), sheet->catalog->id, id,
                  guess);
        return;
    }
    state->expected = item + 1;
    struct cs_answer *answer = &sheet->by_item[item];
    if (answer->key.source == reader->source) {
        struct cs_finding *finding = cs_report(reader->job, CS_MESSAGE_DUPLICATE_ANSWER,
                                               cs_node_span(reader->source, key), sheet->catalog->id, id);
        finding->above = answer->key.start;
        return;
    }
    struct cs_asked asked = {sheet->catalog, &sheet->catalog->items[item], state->profile};
    *answer = (struct cs_answer){.item = item}; /* replaces an inherited answer */
    cs_answer_read(reader, &asked, key, value, answer);
}

/* 6-8：○ alone below `answers` is a text in YAML, not a mapping: the line scan reports why. */
static bool is_mapping(struct cs_reader *reader, const struct cs_node *key)
{
    uint32_t faults = cs_job_faults(reader->job);
    if (key->next->kind == CS_NODE_TEXT)
        cs_yaml_scan_lines(reader->job, reader->source, true);
    return cs_job_faults(reader->job) == faults && cs_want_map(reader, key, key->next);
}

void cs_read_answers(struct profile_reader *state, const struct cs_node *key)
{
    struct cs_reader *reader = &state->reader;
    state->profile->answers_span = cs_node_span(reader->source, key);
    if (cs_is_empty(key->next) || !is_mapping(reader, key))
        return;
    for (const struct cs_node *number = key->next->first; number; number = number->next->next) {
        if (number->kind != CS_NODE_TEXT)
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, number, (cs_text){0}, (cs_text){0});
        else if (!cs_text_starts(number->text, CS_TEXT("x-")))
            read_answer(state, number, number->next);
    }
}
