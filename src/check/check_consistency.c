/* Consistency between answers: those to questions linked by a crosswalk, and those to the same question, are compared
 * by what they state.
 *
 * Each question of a crosswalk's first catalog is a hub: its own answers and those to its counterparts form a
 * circle. Within a circle the first statement of a measure is compared with each other one, so the cost for a vendor
 * with many profiles is proportional to their answers. Circles are independent: they are processed in parts, which
 * may be distributed over jobs. */
#include "checksheet/check.h"
#include "base/messages_check.h"
#include "base/job.h"
#include "base/names.h"
#include "check/claims/addresses.h"
#include "check/claims/claims.h"
#include "check/claims/statement.h"
#include "check/outright.h"
#include "checksheet/sheet_words.h"

/* A sheet of a vendor. */
struct seat {
    const struct cs_profile *profile;
    const struct cs_answers *sheet;
    bool is_other_edition; /* than the crosswalk's: only equal texts are the same question */
};

struct vendor {
    struct seat *seats;
    uint32_t seat_count, room;
};

/* The sheets for one catalog. */
struct bench {
    struct seat *seats;
    uint32_t count;
};

struct consistency {
    struct cs_job *job;
    const struct cs_crosswalk *crosswalk;
    struct bench from, to;        /* the vendor's sheets of the crosswalk's catalogs */
    struct cs_speakers *speakers; /* gets those whose statements are the first of a circle; NULL: nobody asks */
};

enum { HUBS = 4 }; /* in a part: enough to be worth the overhead, few enough that no worker waits long for another */

/* A unit of work: some hubs of a pair of catalogs or, without a pair, a vendor's addresses. */
struct part {
    const struct consistency *pair; /* shared, and not bound to a job */
    const struct vendor *vendor;
    uint32_t first; /* the first hub */
};

struct cs_consistency {
    struct part *parts;
    uint32_t part_count, room;
};

/* A measure in the circle of a hub. */
struct circle {
    enum cs_measure measure;
    enum cs_relation relation; /* of the hub to the counterpart being added */
    struct cs_statement first; /* the first statement; without an answer while there is none */
    bool first_is_own;         /* it is in the profile's own file */
};

static void add_speaker(struct cs_job *job, struct cs_speakers *speakers, const struct cs_statement *first)
{
    if (!speakers || !first->answer || (speakers->count && speakers->at[speakers->count - 1] == first->profile))
        return;
    speakers->at = cs_grow(&job->arena, speakers->at, speakers->count, &speakers->room, sizeof(struct cs_profile *));
    speakers->at[speakers->count++] = first->profile;
}

/* --- reporting ---------------------------------------------------------------------------------------------------- */

static cs_text scope_text(const struct cs_job *job, enum cs_measure measure, cs_word_id word, struct cs_buf *out)
{
    cs_buf_add(out, cs_measure_label(measure, job->messages));
    cs_buf_add(out, job->messages == CS_JA ? CS_TEXT("（") : CS_TEXT(" ("));
    cs_buf_add(out, cs_word(word, job->messages));
    cs_buf_add(out, job->messages == CS_JA ? CS_TEXT("）") : CS_TEXT(")"));
    return cs_buf_text(out);
}

/* True if both only state whether something exists, not how much of it: questions that merely overlap may be answered
 * differently. */
static bool is_of_existence(enum cs_measure measure, const struct cs_reading *a, const struct cs_reading *b)
{
    if (measure == CS_MEASURE_CERTIFICATION)
        return false; /* certifications belong to the company, whoever asks */
    bool is_there = measure == CS_MEASURE_VIRUS_PROTECTION || measure == CS_MEASURE_SERVER_CERTIFICATE;
    return is_there || (!a->named && !(a->amount > 0)) || (!b->named && !(b->amount > 0));
}

static cs_word_id word_of(enum cs_scope scope)
{
    static const cs_word_id words[] = {
        [CS_SCOPE_SAME] = CS_WORD_SCOPE_QUESTION,     [CS_SCOPE_SERVICE] = CS_WORD_SCOPE_SERVICE,
        [CS_SCOPE_PRODUCT] = CS_WORD_SCOPE_PRODUCT,   [CS_SCOPE_PARTY] = CS_WORD_SCOPE_PARTY,
        [CS_SCOPE_AUDIENCE] = CS_WORD_SCOPE_AUDIENCE,
    };
    return words[scope];
}

/* A difference between two statements: it is reported at the later one, naming the first. */
struct difference {
    enum cs_measure measure;
    cs_message message;
    enum cs_scope scope;
    cs_text words, first_words;
    struct cs_span place, first_place;
};

static void report(struct cs_job *job, const struct difference *difference, const struct cs_statement *later,
                   const struct cs_statement *first)
{
    struct cs_buf label = {0};
    cs_text measure = cs_measure_label(difference->measure, job->messages);
    if (difference->message == CS_MESSAGE_DIFFERS_BY_SCOPE)
        measure = scope_text(job, difference->measure, word_of(difference->scope), &label);
    struct cs_finding *finding = cs_report(
        job, difference->message, difference->place, measure, cs_statement_text(job, later, difference->words),
        cs_statement_text(job, first, difference->first_words), cs_place_text(job, difference->first_place));
    finding->related = difference->first_place;
    cs_buf_free(&label);
}

static void compare(const struct consistency *check, const struct circle *circle, const struct cs_statement *later)
{
    const struct cs_reading *a, *b;
    const struct cs_statement *first = &circle->first;
    enum cs_agreement agreement = cs_readings_compare(&first->readings, &later->readings, circle->measure, &a, &b);
    cs_statement_met(first, later);
    if (agreement == CS_AGREE)
        return;
    struct difference difference = {.measure = circle->measure, .message = CS_MESSAGE_CONTRADICTION};
    difference.scope = cs_statement_scope(check->job, first, later);
    bool is_other_question = circle->relation == CS_RELATION_RELATED && is_of_existence(circle->measure, a, b);
    if (difference.scope != CS_SCOPE_SAME || is_other_question)
        difference.message = CS_MESSAGE_DIFFERS_BY_SCOPE;
    else if (agreement == CS_MORE_EXACT)
        difference.message = CS_MESSAGE_LESS_EXACT;
    difference.words = b->words;
    difference.first_words = a->words;
    difference.place = cs_statement_place(later, b->words);
    difference.first_place = cs_statement_place(first, a->words);
    report(check->job, &difference, later, first);
}

/* --- circles ------------------------------------------------------------------------------------------------------ */

/* True within one catalog, where a contradiction of two inherited answers is reported in their own file, and not for
 * each profile that inherits them. */
static bool is_within_one(const struct consistency *check)
{
    return check->crosswalk->from == check->crosswalk->to;
}

/* Adds a statement to a circle. `own`: the answer is in the profile's own file, whose allowances apply. */
static void offer(const struct consistency *check, struct circle *circle, struct cs_statement statement, bool own)
{
    cs_statement_read(&statement, circle->measure);
    if (circle->measure == CS_MEASURE_BACKUP_RETENTION)
        cs_statement_add_reach(&statement);
    bool is_of_other = circle->relation == CS_RELATION_RELATED && cs_statement_is_none(&statement);
    if (statement.readings.count == 0 || is_of_other)
        return; /* なし, where another thing is asked for, says nothing of this one */
    if (circle->measure == CS_MEASURE_COUNTRY)
        cs_check_place(check->job, &statement);
    bool is_same = circle->first.answer && cs_statement_is(&circle->first, &statement);
    bool is_told_there = is_within_one(check) && !own && !circle->first_is_own;
    if (!circle->first.answer || (is_same && own)) {
        circle->first = statement;
        circle->first_is_own = own;
    } else if (!is_told_there && !is_same && !cs_statement_are_parts(&circle->first, &statement))
        compare(check, circle, &statement);
}

/* The answer of a sheet to a question of a catalog; NULL if there is none, or if it was copied from another answer. */
static const struct cs_answer *answer_of(const struct seat *seat, const struct cs_catalog *asked, uint32_t index)
{
    const struct cs_catalog *catalog = seat->sheet->catalog;
    uint32_t item = cs_catalog_find(catalog, asked->items[index].id, index);
    if (item != CS_NO_ITEM && seat->is_other_edition && !cs_item_same_text(&catalog->items[item], &asked->items[index]))
        return NULL;
    const struct cs_answer *answer = item == CS_NO_ITEM ? NULL : &seat->sheet->by_item[item];
    bool is_there = answer && answer->key.source && !answer->same.size;
    return is_there && (answer->state != CS_STATE_NONE || answer->part_count) ? answer : NULL;
}

/* Adds the statements of all sheets of a catalog about a question. */
static void offer_all(const struct consistency *check, struct circle *circle, const struct bench *bench,
                      const struct cs_catalog *asked, uint32_t item)
{
    for (uint32_t i = 0; i < bench->count && !(check->speakers && circle->first.answer); i++) {
        const struct seat *seat = &bench->seats[i];
        const struct cs_answer *answer = answer_of(seat, asked, item);
        if (!answer)
            continue;
        struct cs_statement statement = cs_statement_of(seat->profile, seat->sheet, answer);
        bool own = answer->key.source == seat->profile->source;
        offer(check, circle, statement, own);
        for (uint32_t part = 0; part < answer->part_count; part++) {
            statement.answer = &answer->parts[part];
            offer(check, circle, statement, own);
        }
    }
}

static void check_measure(const struct consistency *check, uint32_t hub, enum cs_measure measure)
{
    const struct cs_linked *linked = &check->crosswalk->by_item[hub];
    struct circle circle = {.measure = measure, .relation = CS_RELATION_EQUAL};
    offer_all(check, &circle, &check->from, check->crosswalk->from, hub);
    for (uint32_t i = 0; i < linked->link_count; i++) {
        const struct cs_link *link = &linked->links[i];
        if (!(link->compare >> measure & 1))
            continue;
        circle.relation = link->relation;
        offer_all(check, &circle, &check->to, check->crosswalk->to, link->to);
    }
    add_speaker(check->job, check->speakers, &circle.first);
}

/* --- yes and no --------------------------------------------------------------------------------------------------- */

static bool do_conflict(enum cs_relation relation, int hub, int counterpart)
{
    switch (relation) {
    case CS_RELATION_EQUAL:
        return hub * counterpart < 0;
    case CS_RELATION_BROADER:
        return hub > 0 && counterpart < 0;
    case CS_RELATION_NARROWER:
        return hub < 0 && counterpart > 0;
    case CS_RELATION_RELATED:
    case CS_RELATIONS:
        break;
    }
    return false;
}

/* The words that express the state, and their place. */
static cs_text say_state(const struct cs_job *job, const struct cs_statement *statement, struct cs_span *place)
{
    const struct cs_answer *answer = statement->answer;
    cs_text claim = cs_claim_of(statement->item, answer);
    claim = claim.size ? claim : cs_denial_of(statement->item, answer);
    if (claim.size) {
        *place = cs_statement_place(statement, claim);
        return claim;
    }
    *place = answer->state_span.source ? answer->state_span : answer->key;
    cs_text sign = cs_catalog_sign(statement->catalog, statement->item, answer->state, job->messages);
    return sign.size ? sign : cs_state_label(answer->state, job->messages);
}

static void compare_states(const struct consistency *check, enum cs_relation relation, const struct cs_statement *first,
                           const struct cs_statement *later)
{
    if (cs_said_outright(later->item, later->answer))
        cs_statement_met(first, later);
    if (!do_conflict(relation, cs_said_outright(first->item, first->answer),
                     cs_said_outright(later->item, later->answer)))
        return;
    struct difference difference = {.measure = CS_MEASURE_STATE, .message = CS_MESSAGE_CONTRADICTION};
    difference.scope = cs_statement_scope(check->job, first, later);
    if (difference.scope != CS_SCOPE_SAME)
        difference.message = CS_MESSAGE_DIFFERS_BY_SCOPE;
    difference.words = say_state(check->job, later, &difference.place);
    difference.first_words = say_state(check->job, first, &difference.first_place);
    report(check->job, &difference, later, first);
}

/* The first answer to a question that clearly says yes or no, from its own file if that is among those checked;
 * its answer is NULL if there is none. */
static struct cs_statement first_state(const struct bench *bench, const struct cs_catalog *asked, uint32_t item,
                                       bool *is_own)
{
    struct cs_statement first = {0};
    *is_own = false;
    for (uint32_t i = 0; i < bench->count; i++) {
        const struct seat *seat = &bench->seats[i];
        const struct cs_answer *answer = answer_of(seat, asked, item);
        if (!answer || !cs_said_outright(&seat->sheet->catalog->items[answer->item], answer))
            continue;
        struct cs_statement statement = cs_statement_of(seat->profile, seat->sheet, answer);
        bool own = answer->key.source == seat->profile->source;
        if (!first.answer || (own && cs_statement_is(&first, &statement))) {
            first = statement;
            *is_own = own;
        }
    }
    return first;
}

static void check_states(const struct consistency *check, uint32_t hub)
{
    const struct cs_crosswalk *crosswalk = check->crosswalk;
    const struct cs_linked *linked = &crosswalk->by_item[hub];
    bool first_is_own;
    struct cs_statement first = first_state(&check->from, crosswalk->from, hub, &first_is_own);
    add_speaker(check->job, check->speakers, &first);
    for (uint32_t i = 0; i < linked->link_count && first.answer && !check->speakers; i++) {
        const struct cs_link *link = &linked->links[i];
        for (uint32_t k = 0; k < check->to.count && link->compare & 1u << CS_MEASURE_STATE; k++) {
            const struct seat *seat = &check->to.seats[k];
            const struct cs_answer *answer = answer_of(seat, crosswalk->to, link->to);
            if (!answer || (is_within_one(check) && !first_is_own && answer->key.source != seat->profile->source))
                continue;
            struct cs_statement later = cs_statement_of(seat->profile, seat->sheet, answer);
            compare_states(check, link->relation, &first, &later);
        }
    }
}

/* --- generations times interval ------------------------------------------------------------------------------------
 */

enum { INTERVAL, GENERATIONS, REACH, FIGURES };

static const enum cs_measure figures[FIGURES] = {CS_MEASURE_BACKUP_INTERVAL, CS_MEASURE_GENERATIONS,
                                                 CS_MEASURE_BACKUP_RETENTION};

/* Collects the figures named by a link that an answer states. */
static void take_figures(const struct seat *seat, const struct cs_answer *answer, uint32_t compare,
                         struct cs_statement found[FIGURES])
{
    for (int i = 0; i < FIGURES; i++) {
        struct cs_statement statement = cs_statement_of(seat->profile, seat->sheet, answer);
        if (!(compare >> figures[i] & 1))
            continue;
        cs_statement_read(&statement, figures[i]);
        if (statement.readings.count)
            found[i] = statement;
    }
}

/* Checks the figures of one sheet, which may ask for each of them in a separate question. */
static void check_reach(const struct consistency *check, uint32_t hub)
{
    const struct cs_linked *linked = &check->crosswalk->by_item[hub];
    for (uint32_t i = 0; i < check->to.count; i++) {
        const struct seat *seat = &check->to.seats[i];
        struct cs_statement found[FIGURES] = {{0}};
        for (uint32_t k = 0; k < linked->link_count; k++) {
            const struct cs_link *link = &linked->links[k];
            const struct cs_answer *answer = answer_of(seat, check->crosswalk->to, link->to);
            if (answer)
                take_figures(seat, answer, link->compare, found);
        }
        cs_check_reach_of(check->job, &found[INTERVAL], &found[GENERATIONS], &found[REACH]);
    }
}

/* --- all of a crosswalk ------------------------------------------------------------------------------------------- */

static uint32_t measures_of(const struct cs_linked *linked)
{
    uint32_t set = 0;
    for (uint32_t i = 0; i < linked->link_count; i++)
        set |= linked->links[i].compare;
    return set;
}

static void check_hub(const struct consistency *check, uint32_t hub)
{
    uint32_t set = measures_of(&check->crosswalk->by_item[hub]);
    for (int measure = 0; measure < CS_MEASURES; measure++)
        if (set >> measure & 1 && cs_measure_is_read((enum cs_measure)measure))
            check_measure(check, hub, (enum cs_measure)measure);
    if (set & 1u << CS_MEASURE_STATE)
        check_states(check, hub);
    if (set & 1u << CS_MEASURE_GENERATIONS && !check->speakers)
        check_reach(check, hub);
}

/* A vendor's sheets for a catalog. */
static struct bench bench_of(struct cs_job *job, const struct vendor *vendor, cs_text catalog)
{
    struct seat *seats = cs_alloc_array(&job->arena, vendor->seat_count, sizeof *seats);
    struct bench bench = {seats, 0};
    for (uint32_t i = 0; i < vendor->seat_count; i++)
        if (cs_text_equal(vendor->seats[i].sheet->catalog->id, catalog))
            seats[bench.count++] = vendor->seats[i];
    return bench;
}

static void mark_editions(struct bench *bench, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < bench->count; i++)
        bench->seats[i].is_other_edition = !cs_catalog_same_edition(bench->seats[i].sheet->catalog, catalog);
}

static void add_part(struct cs_job *job, struct cs_consistency *all, struct part part)
{
    all->parts = cs_grow(&job->arena, all->parts, all->part_count, &all->room, sizeof part);
    all->parts[all->part_count++] = part;
}

/* Prepares all pairs of catalogs in which a vendor's sheets are compared. */
static void add_pairs(struct cs_job *job, struct cs_consistency *all, const struct vendor *vendor,
                      const struct cs_crosswalks *crosswalks)
{
    for (uint32_t i = 0; i < crosswalks->count; i++) {
        struct consistency *pair = cs_alloc(&job->arena, sizeof *pair);
        pair->from = bench_of(job, vendor, crosswalks->names[i].from);
        pair->to = bench_of(job, vendor, crosswalks->names[i].to);
        if (pair->to.count == 0 && pair->from.count < 2)
            continue; /* a single sheet of the first catalog has one answer to each hub */
        pair->crosswalk = crosswalks->load(crosswalks->context, i);
        if (pair->crosswalk) {
            mark_editions(&pair->from, pair->crosswalk->from);
            mark_editions(&pair->to, pair->crosswalk->to);
        }
        for (uint32_t hub = 0; pair->crosswalk && hub < pair->crosswalk->from->item_count; hub += HUBS)
            add_part(job, all, (struct part){pair, vendor, hub});
    }
}

static void check_pair(struct cs_job *job, const struct part *part, struct cs_speakers *speakers)
{
    struct consistency check = *part->pair;
    uint32_t count = check.crosswalk->from->item_count, end = part->first + HUBS;
    check.job = job;
    check.speakers = speakers;
    for (uint32_t hub = part->first; hub < count && hub < end; hub++)
        check_hub(&check, hub);
}

/* Checks addresses. Inherited answers come first: a misspelling is best reported in the file that is being checked. */
static void check_addresses(struct cs_job *job, const struct vendor *vendor, struct cs_speakers *speakers)
{
    struct cs_addresses addresses = {.job = job};
    for (int own = 0; own <= 1; own++)
        for (uint32_t i = 0; i < vendor->seat_count; i++)
            cs_addresses_check(&addresses, vendor->seats[i].profile, vendor->seats[i].sheet, own);
    for (uint32_t i = 0; i < addresses.count; i++)
        add_speaker(job, speakers, &addresses.at[i].statement);
}

/* --- vendors ------------------------------------------------------------------------------------------------------ */

cs_text cs_consistency_vendor(struct cs_job *job, const struct cs_profile *profile)
{
    struct cs_buf name = {0};
    cs_text folded = cs_text_fold(&job->arena, profile->vendor);
    for (size_t i = 0; i < folded.size; i++)
        if (folded.bytes[i] != ' ')
            cs_buf_add_byte(&name, folded.bytes[i]);
    cs_text copy = cs_buf_take(&job->arena, &name);
    return copy.size ? copy : profile->source->path;
}

static void add_seats(struct cs_job *job, struct vendor *vendor, const struct cs_profile *profile)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        vendor->seats = cs_grow(&job->arena, vendor->seats, vendor->seat_count, &vendor->room, sizeof *vendor->seats);
        vendor->seats[vendor->seat_count++] = (struct seat){profile, &profile->sheets[i], false};
    }
}

struct cs_consistency *cs_consistency_begin(struct cs_job *job, const struct cs_profile *const *profiles,
                                            uint32_t count, const struct cs_crosswalks *crosswalks)
{
    struct cs_consistency *all = cs_alloc(&job->arena, sizeof *all);
    struct cs_names names = {0};
    struct vendor *vendors = cs_alloc_array(&job->arena, count, sizeof *vendors);
    for (uint32_t i = 0; i < count; i++)
        add_seats(job, &vendors[cs_names_add(&job->arena, &names, cs_consistency_vendor(job, profiles[i]))],
                  profiles[i]);
    for (uint32_t i = 0; i < names.count; i++) {
        add_pairs(job, all, &vendors[i], crosswalks);
        add_part(job, all, (struct part){NULL, &vendors[i], 0});
    }
    return all;
}

uint32_t cs_consistency_parts(const struct cs_consistency *consistency)
{
    return consistency->part_count;
}

void cs_consistency_speakers(struct cs_job *job, const struct cs_consistency *consistency, uint32_t index,
                             struct cs_speakers *speakers)
{
    const struct part *part = &consistency->parts[index];
    cs_job_set_part(job, index + 1);
    if (part->pair)
        check_pair(job, part, speakers);
    else
        check_addresses(job, part->vendor, speakers);
    cs_job_set_part(job, 0);
}

void cs_consistency_check(struct cs_job *job, const struct cs_consistency *consistency, uint32_t index)
{
    cs_consistency_speakers(job, consistency, index, NULL);
}
