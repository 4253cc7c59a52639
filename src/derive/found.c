/* Candidates in words. Reasons are the concepts of the thesaurus that both texts contain, and those that only one of
 * them contains, exactly as they were used in the search. */
#include "derive/found.h"
#include "base/job.h"
#include "base/escape.h"
#include "base/json_out.h"
#include "base/yaml_out.h"
#include "checksheet/thesaurus.h"
#include "wording/wording.h"
#include "base/control.h"
#include "checksheet/sheet_words.h"

static cs_text take(struct cs_job *job, struct cs_buf *buf)
{
    cs_text text = cs_buf_copy(&job->arena, buf);
    cs_buf_free(buf);
    return text;
}

static cs_text concept_name(const struct cs_thesaurus *thesaurus, uint32_t concept, enum cs_language language)
{
    const struct cs_concept *known = cs_thesaurus_at(thesaurus, concept);
    cs_text name = cs_words_in(&known->name, language);
    return name.size ? name : known->id;
}

static const struct cs_item *item_of(const struct cs_candidate *candidate)
{
    return &candidate->catalog->items[candidate->item];
}

static cs_text place_of(struct cs_job *job, const struct cs_answer *answer)
{
    struct cs_buf place = {0};
    if (!answer->key.source)
        return (cs_text){0};
    cs_buf_add_name(&place, answer->key.source->path);
    cs_buf_print(&place, ":%u", (unsigned)cs_source_place(answer->key.source, answer->key.start).line);
    return take(job, &place);
}

static cs_text answer_of(struct cs_job *job, const struct cs_candidate *candidate)
{
    return cs_answer_in_full(job, candidate->catalog, item_of(candidate), candidate->answer, cs_job_language(job));
}

/* --- for a person -------------------------------------------------------------------------------------------------- */

/* A line that belongs to the one above. */
static void add_below(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text)
{
    struct cs_buf indented = {0};
    if (!text.size)
        return;
    cs_buf_add_repeat(&indented, ' ', 2);
    cs_buf_add(&indented, label);
    cs_sheet_add_note(job, sheet, take(job, &indented), text);
}

/* "what both ask for: backup, restore". */
static void add_reason(struct cs_buf *line, const struct cs_thesaurus *thesaurus, cs_word_id word,
                       const struct cs_concepts *concepts, enum cs_language language)
{
    if (!concepts->count)
        return;
    cs_buf_separate(line, CS_TEXT("; "));
    cs_buf_add(line, cs_word(word, language));
    for (uint32_t i = 0; i < concepts->count; i++) {
        cs_buf_add(line, i ? (language == CS_JA ? CS_TEXT("、") : CS_TEXT(", ")) : CS_TEXT(": "));
        cs_buf_add(line, concept_name(thesaurus, concepts->at[i], language));
    }
}

static cs_text reasons_of(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                          const struct cs_candidate *candidate)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf line = {0};
    if (candidate->standing != CS_STANDING_LIKELY)
        return (cs_text){0};
    if (candidate->is_same_text)
        return cs_word(CS_WORD_FOUND_SAME_TEXT, language);
    add_reason(&line, thesaurus, CS_WORD_FOUND_BOTH, &candidate->both, language);
    add_reason(&line, thesaurus, CS_WORD_FOUND_YOURS, &candidate->yours, language);
    add_reason(&line, thesaurus, CS_WORD_FOUND_KNOWN, &candidate->known, language);
    if (!candidate->both.count && !candidate->yours.count)
        cs_buf_add(&line, cs_word(CS_WORD_FOUND_WORDS, language));
    return take(job, &line);
}

static cs_word_id standing_word(const struct cs_candidate *candidate)
{
    static const cs_word_id levels[] = {
        [CS_CONFIDENCE_NONE] = CS_WORD_CONFIDENCE_LOW,
        [CS_CONFIDENCE_LOW] = CS_WORD_CONFIDENCE_LOW,
        [CS_CONFIDENCE_MIDDLE] = CS_WORD_CONFIDENCE_MIDDLE,
        [CS_CONFIDENCE_HIGH] = CS_WORD_CONFIDENCE_HIGH,
    };
    static const cs_word_id standings[] = {
        [CS_STANDING_OWN] = CS_WORD_STANDING_OWN,
        [CS_STANDING_CONFIRMED] = CS_WORD_STANDING_CONFIRMED,
        [CS_STANDING_LIKELY] = CS_WORD_CONFIDENCE_LOW,
    };
    bool likely = candidate->standing == CS_STANDING_LIKELY;
    return likely ? levels[cs_confidence_of(candidate->confidence)] : standings[candidate->standing];
}

/* Adds METI 6-8, MIC 49: the items on the way, which were similar or linked. */
static void add_over(struct cs_job *job, struct cs_buf *line, const struct cs_candidate *candidate)
{
    for (uint32_t i = 0; i < candidate->over_count; i++) {
        const struct cs_stop *stop = &candidate->over[i];
        if (i == 0) {
            cs_buf_add(line, cs_job_language(job) == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
            cs_buf_add(line, cs_word(CS_WORD_VIA_OVER, cs_job_language(job)));
        }
        cs_buf_add_byte(line, ' ');
        cs_buf_add(line, cs_catalog_item_name(job, stop->catalog, &stop->catalog->items[stop->item]));
    }
}

cs_text cs_candidate_label(struct cs_job *job, const struct cs_candidate *candidate, bool with_place)
{
    enum cs_language language = cs_job_language(job);
    bool is_linked = candidate->via == CS_VIA_CROSSWALK;
    struct cs_buf line = {0};
    cs_buf_add(&line, cs_catalog_item_name(job, candidate->catalog, item_of(candidate)));
    cs_buf_add(&line, CS_TEXT(" ("));
    cs_buf_add(&line, cs_word(is_linked                           ? CS_WORD_VIA_CROSSWALK
                              : candidate->via == CS_VIA_LIKENESS ? CS_WORD_STANDING_ALIKE
                                                                  : standing_word(candidate),
                              language));
    if (is_linked || candidate->via == CS_VIA_LIKENESS) {
        cs_buf_add(&line, CS_TEXT(": "));
        cs_buf_add(&line, is_linked ? cs_relation_label(candidate->relation, language)
                                    : cs_word(standing_word(candidate), language));
    }
    add_over(job, &line, candidate);
    cs_buf_add_byte(&line, ')');
    if (with_place && candidate->answer) {
        cs_buf_add(&line, CS_TEXT("  ["));
        cs_buf_add(&line, place_of(job, candidate->answer));
        cs_buf_add_byte(&line, ']');
    }
    return take(job, &line);
}

cs_text cs_candidate_answer(struct cs_job *job, const struct cs_candidate *candidate)
{
    return cs_answer_in_full(job, candidate->catalog, item_of(candidate), candidate->answer,
                             candidate->profile->language);
}

/* Adds the answer and its location, or that there is none. */
static void add_answer_line(struct cs_job *job, struct cs_buf *lines, const struct cs_candidate *candidate)
{
    enum cs_language language = cs_job_language(job);
    cs_buf_add(lines, CS_TEXT("\n"));
    if (!candidate->answer) {
        cs_buf_add(lines, cs_state_label(CS_STATE_NONE, language));
        return;
    }
    cs_text full = answer_of(job, candidate);
    cs_buf_add(lines, full.size ? full : cs_state_label(candidate->answer->state, language));
    cs_buf_add(lines, CS_TEXT("  ["));
    cs_buf_add(lines, place_of(job, candidate->answer));
    cs_buf_add(lines, CS_TEXT("]"));
}

cs_text cs_candidate_why(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_candidate *candidate)
{
    return candidate->why ? cs_words_in(candidate->why, cs_job_language(job)) : reasons_of(job, thesaurus, candidate);
}

cs_text cs_candidate_pointer(struct cs_job *job, cs_text number, const struct cs_candidate *candidate)
{
    struct cs_buf line = {0};
    cs_yaml_add_key(&line, (cs_text){0}, number);
    cs_buf_add(&line, CS_TEXT(": = "));
    cs_buf_add(&line, cs_catalog_item_name(job, candidate->catalog, item_of(candidate)));
    return take(job, &line);
}

cs_text cs_candidate_lines(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                           const struct cs_candidate *candidate)
{
    struct cs_buf lines = {0};
    cs_text why = cs_candidate_why(job, thesaurus, candidate);
    cs_buf_add(&lines, cs_candidate_label(job, candidate, false));
    cs_buf_add_byte(&lines, ' ');
    cs_buf_add(&lines, cs_words_in(item_of(candidate)->ask, cs_job_language(job)));
    add_answer_line(job, &lines, candidate);
    if (why.size) {
        cs_buf_add(&lines, CS_TEXT("\n"));
        cs_buf_add(&lines, cs_word(CS_WORD_FOUND_WHY, cs_job_language(job)));
        cs_buf_add(&lines, CS_TEXT(": "));
        cs_buf_add(&lines, why);
    }
    return take(job, &lines);
}

static void show_candidate(struct cs_job *job, const struct cs_thesaurus *thesaurus, struct cs_sheet *sheet,
                           const struct cs_candidate *candidate)
{
    enum cs_language language = cs_job_language(job);
    struct cs_buf label = {0};
    cs_text reasons = reasons_of(job, thesaurus, candidate);
    cs_buf_add(&label, cs_catalog_item_name(job, candidate->catalog, item_of(candidate)));
    cs_buf_add(&label, CS_TEXT("  "));
    cs_buf_add(&label, cs_word(standing_word(candidate), language));
    cs_sheet_add_note(job, sheet, take(job, &label), cs_words_in(item_of(candidate)->ask, language));
    add_below(job, sheet, cs_word(CS_WORD_FOUND_WHY, language), reasons);
    if (!candidate->answer)
        return;
    add_below(job, sheet, cs_word(CS_WORD_YOUR_ANSWER, language), place_of(job, candidate->answer));
    add_below(job, sheet, cs_state_label(candidate->answer->state, language), answer_of(job, candidate));
}

struct cs_sheet *cs_compose_found(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                  const struct cs_candidates *found)
{
    struct cs_sheet *sheet = cs_sheet_new(job, cs_job_language(job));
    struct cs_buf asked = {0};
    cs_escape_invalid(&asked, found->text); /* a word of a command line may be any bytes */
    sheet->title = take(job, &asked);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = sheet->title;
    for (uint32_t i = 0; i < found->count; i++)
        show_candidate(job, thesaurus, sheet, &found->at[i]);
    if (!found->count)
        cs_sheet_add_note(job, sheet, (cs_text){0}, cs_word(CS_WORD_FOUND_NONE, sheet->language));
    return sheet;
}

/* --- for a program ------------------------------------------------------------------------------------------------- */

static void put_concepts(struct cs_json *json, const char *key, const struct cs_thesaurus *thesaurus,
                         const struct cs_concepts *concepts, enum cs_language language)
{
    cs_json_put_list(json, key, CS_JSON_FLAT);
    for (uint32_t i = 0; i < concepts->count; i++)
        cs_json_text(json, concept_name(thesaurus, concepts->at[i], language));
    cs_json_end(json);
}

static void put_answer(struct cs_json *json, struct cs_job *job, const struct cs_candidate *candidate)
{
    cs_json_key(json, "answer");
    if (!candidate->answer) {
        cs_json_null(json);
        return;
    }
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "state", cs_state_word(candidate->answer->state));
    cs_json_put(json, "text", answer_of(job, candidate));
    cs_json_put_or_null(json, "reviewed", cs_date_text(job, candidate->answer->reviewed));
    cs_json_put_or_null(json, "place", place_of(job, candidate->answer));
    cs_json_end(json);
}

static void put_candidate(struct cs_json *json, struct cs_job *job, const struct cs_thesaurus *thesaurus,
                          const struct cs_candidate *candidate)
{
    enum cs_language language = cs_job_language(job);
    cs_json_object(json, CS_JSON_FLAT);
    cs_json_put(json, "catalog", candidate->catalog->id);
    cs_json_put(json, "item", item_of(candidate)->id);
    cs_json_put(json, "question", cs_words_in(item_of(candidate)->ask, language));
    cs_json_put(json, "relation", cs_standing_word(candidate->standing));
    cs_json_key(json, "confidence");
    cs_json_thousandths(json, candidate->confidence);
    cs_json_put_object(json, "reasons", CS_JSON_FLAT);
    put_concepts(json, "both", thesaurus, &candidate->both, language);
    put_concepts(json, "yours", thesaurus, &candidate->yours, language);
    put_concepts(json, "known", thesaurus, &candidate->known, language);
    cs_json_end(json);
    put_answer(json, job, candidate);
    cs_json_end(json);
}

void cs_found_write(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_candidates *found,
                    uint32_t count, struct cs_buf *out)
{
    struct cs_json json = {.out = out};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put(&json, "format", CS_TEXT("find/1"));
    cs_json_put_list(&json, "questions", CS_JSON_TALL);
    for (uint32_t q = 0; q < count; q++) {
        cs_json_object(&json, CS_JSON_TALL);
        cs_json_put(&json, "text", found[q].text);
        cs_json_put_list(&json, "candidates", CS_JSON_TALL);
        for (uint32_t i = 0; i < found[q].count; i++)
            put_candidate(&json, job, thesaurus, &found[q].at[i]);
        cs_json_end(&json);
        cs_json_end(&json);
    }
    cs_json_end(&json);
    cs_json_end(&json);
}
