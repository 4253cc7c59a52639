/* Answers as people write them.
 *
 * Short form: a mark (or a word, or a value), then what there is to say. Long form: the same parts under their names.
 * Both come down to three steps, in this order: the state, the typed value where the item asks for one, and the rest,
 * which is the detail that the item demands for that state, or else the remark. */
#include "load/answer.h"
#include "load/facts.h"
#include "load/value.h"

#include <string.h>

/* The long form under way: the members that need the item to be understood wait as nodes. */
struct long_answer {
    struct cs_answer answer;
    const struct cs_asked *asked;
    const struct cs_node *status, *value, *due;
};

static struct cs_span span_of(const struct cs_reader *reader, const struct cs_node *node, cs_text part)
{
    const char *base = reader->source->bytes.bytes;
    if (part.bytes < base || part.bytes + part.size > base + reader->source->bytes.size)
        return cs_node_span(reader->source, node); /* a text put together from lines */
    uint32_t start = (uint32_t)(part.bytes - base);
    return (struct cs_span){reader->source, start, start + (uint32_t)part.size};
}

/* How messages call the item: METI 6-8. */
static cs_text name_of(struct cs_reader *reader, const struct cs_asked *asked)
{
    return cs_catalog_item_name(reader->job, asked->catalog, asked->item);
}

cs_text cs_answer_signs(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    struct cs_buf signs = {0};
    for (int state = CS_STATE_OK; state < CS_STATES; state++) {
        cs_text sign = cs_catalog_sign(catalog, item, (enum cs_state)state, job->language);
        if (sign.size && signs.size)
            cs_buf_add(&signs, CS_TEXT(" "));
        cs_buf_add(&signs, sign);
    }
    cs_text text = cs_buf_copy(&job->arena, &signs);
    cs_buf_free(&signs);
    return text;
}

/* --- the state -------------------------------------------------------------------------------------------------- */

/* A picture in place of a mark: ◎, ★, ①. Arrows to dingbats, emoji, and a lone letter-like sign. */
static bool is_picture(cs_text text)
{
    uint32_t point = cs_text_next(&text);
    return (point >= 0x2190 && point < 0x2c00) || (point >= 0x1f300 && point < 0x1fb00) || point == 0x25ce;
}

/* The mark a text begins with: the catalog's own first, the longest of them. */
static size_t take_own_mark(const struct cs_catalog *catalog, cs_text text, enum cs_state *state)
{
    size_t longest = 0;
    for (uint32_t i = 0; i < catalog->mark_count; i++)
        if (catalog->marks[i].sign.size > longest && cs_text_starts(text, catalog->marks[i].sign)) {
            longest = catalog->marks[i].sign.size;
            *state = catalog->marks[i].state;
        }
    return longest;
}

/* States that every sheet can show, by its nearest mark or in words, though it has no sign for them. */
static bool is_universal(enum cs_state state)
{
    return state == CS_STATE_PLAN || state == CS_STATE_NDA || state == CS_STATE_TOLD;
}

static void report_mark(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span,
                        enum cs_message message, cs_text sign)
{
    cs_text signs = cs_answer_signs(reader->job, asked->catalog, asked->item);
    if (message == CS_MESSAGE_MISSING_MARK)
        cs_report(reader->job, message, span, name_of(reader, asked), signs);
    else
        cs_report(reader->job, message, span, sign, asked->catalog->id, signs);
}

/* What follows a sign. 検討中 is read as a plan, and says less than one: the word stays with the remark. */
static cs_text behind_sign(cs_text text, size_t size, enum cs_state state)
{
    cs_text sign = {text.bytes, size};
    bool says_more = state == CS_STATE_PLAN && cs_text_find(sign, CS_TEXT("予定")) < 0 &&
                     !cs_text_equal(sign, cs_state_word(CS_STATE_PLAN));
    return says_more ? text : cs_text_trim(cs_text_skip(text, size));
}

/* Reads the mark off the front of *text. False, and reported, when the text has none that the catalog knows. */
static bool take_mark(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node, cs_text *text,
                      struct cs_answer *answer)
{
    enum cs_state state = CS_STATE_NONE;
    size_t size = take_own_mark(asked->catalog, *text, &state);
    bool own = size > 0;
    if (!own)
        cs_state_of_spelling(*text, &state, &size);
    cs_text sign = {text->bytes, size}, wanted = cs_catalog_sign(asked->catalog, asked->item, state, CS_JA);
    answer->state_span = span_of(reader, node, sign);
    if (size == 0 && is_picture(*text)) {
        cs_text after = *text;
        cs_text_next(&after);
        sign.size = text->size - after.size;
        answer->state_span = span_of(reader, node, sign);
        report_mark(reader, asked, answer->state_span, CS_MESSAGE_UNKNOWN_MARK, sign);
        return false;
    }
    if (size == 0 && cs_state_of_phrase(*text, &state)) {
        answer->state = state;
        answer->state_span = span_of(reader, node, *text);
        return true;
    }
    if (size == 0) {
        report_mark(reader, asked, span_of(reader, node, *text), CS_MESSAGE_MISSING_MARK, sign);
        return false;
    }
    if (wanted.size == 0 && !is_universal(state)) {
        report_mark(reader, asked, answer->state_span, CS_MESSAGE_UNKNOWN_MARK, sign);
        return false;
    }
    if (!own && wanted.size && !cs_text_equal(sign, cs_state_word(state)))
        cs_report(reader->job, CS_MESSAGE_MARK_VARIANT, answer->state_span, sign, wanted);
    answer->state = state;
    *text = own ? cs_text_trim(cs_text_skip(*text, size)) : behind_sign(*text, size, state);
    return true;
}

/* あり, なし, 可, 不可, はい, いいえ, or any other spelling of a state. */
static bool take_yes_no(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                        cs_text *text, struct cs_answer *answer)
{
    size_t size = 0;
    if (!cs_state_of_spelling(*text, &answer->state, &size) && !cs_state_of_phrase(*text, &answer->state)) {
        report_mark(reader, asked, span_of(reader, node, *text), CS_MESSAGE_MISSING_MARK, (cs_text){0});
        return false;
    }
    answer->state_span = span_of(reader, node, (cs_text){text->bytes, size});
    *text = behind_sign(*text, size, answer->state);
    return true;
}

/* --- the value -------------------------------------------------------------------------------------------------- */

/* The unit to name when a value has a wrong one or none; empty where the kind takes several. */
static cs_text wanted_unit(const struct cs_item *item)
{
    static const cs_text usual[CS_KINDS] = {
        [CS_KIND_PERCENT] = {"%", 1}, [CS_KIND_RATIO] = {"倍", 3}, [CS_KIND_MONEY] = {"円", 3}};
    return item->unit_count ? item->units[0] : usual[item->kind];
}

static void report_fault(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span,
                         enum cs_value_fault fault, const struct cs_value *value)
{
    struct cs_job *job = reader->job;
    const struct cs_item *item = asked->item;
    cs_text unit = wanted_unit(item);
    cs_text example = cs_kind_example(item->kind, job->language);
    struct cs_buf words = {0};
    if (fault == CS_VALUE_OTHER_UNIT && unit.size == 0)
        fault = CS_VALUE_OTHER_KIND;
    switch (fault) {
    case CS_VALUE_GOOD:
        break;
    case CS_VALUE_OTHER_KIND:
        cs_report(job, CS_MESSAGE_WRONG_KIND, span, name_of(reader, asked), cs_kind_label(item->kind, job->language), example);
        break;
    case CS_VALUE_OTHER_UNIT:
        cs_report(job, CS_MESSAGE_WRONG_UNIT, span, name_of(reader, asked), value->unit, unit);
        break;
    case CS_VALUE_NO_UNIT:
        cs_report(job, CS_MESSAGE_MISSING_UNIT, span, name_of(reader, asked), value->written, unit);
        break;
    case CS_VALUE_CHECK_DIGIT:
        cs_buf_print(&words, "%d", cs_corporate_check_digit(value->written));
        cs_report(job, CS_MESSAGE_CHECK_DIGIT, span, value->written, cs_buf_text(&words));
        break;
    }
    cs_buf_free(&words);
}

static cs_text choice_ids(struct cs_job *job, const struct cs_item *item)
{
    struct cs_buf ids = {0};
    for (uint32_t i = 0; i < item->choice_count; i++) {
        cs_buf_add(&ids, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&ids, item->choices[i].id);
    }
    cs_text text = cs_buf_copy(&job->arena, &ids);
    cs_buf_free(&ids);
    return text;
}

enum { MOST_CHOICES = 52 }; /* a set of so many is exact in a double */

/* The choice a text begins with, the longest of them: 10 before 1; MOST_CHOICES if none. */
static uint32_t find_choice(const struct cs_item *item, cs_text text)
{
    uint32_t best = MOST_CHOICES;
    size_t longest = 0;
    for (uint32_t i = 0; i < item->choice_count && i < MOST_CHOICES; i++)
        if (item->choices[i].id.size > longest && cs_text_starts(text, item->choices[i].id)) {
            longest = item->choices[i].id.size;
            best = i;
        }
    return best;
}

/* Takes the choices a text begins with: ①, ①④, ① ④. Returns how many; *chosen is their set. */
static uint32_t take_choices(const struct cs_item *item, cs_text *text, uint64_t *chosen)
{
    uint32_t count = 0;
    for (uint32_t i; (i = find_choice(item, *text)) < MOST_CHOICES; count++) {
        *text = cs_text_skip(*text, item->choices[i].id.size);
        while (cs_text_starts(*text, CS_TEXT(" ")) || cs_text_starts(*text, CS_TEXT("、")))
            *text = cs_text_skip(*text, cs_text_starts(*text, CS_TEXT(" ")) ? 1 : 3);
        *chosen |= 1ull << i;
    }
    return count;
}

static void take_choice(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                        cs_text *text, struct cs_answer *answer)
{
    const struct cs_item *item = asked->item;
    cs_text whole = *text;
    uint64_t chosen = 0;
    uint32_t count = take_choices(item, text, &chosen);
    cs_text written = cs_text_trim((cs_text){whole.bytes, whole.size - text->size});
    struct cs_span span = span_of(reader, node, count ? written : whole);
    if (count == 0) {
        cs_text ids = choice_ids(reader->job, item);
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_CHOICE, span, whole, name_of(reader, asked), ids);
        return;
    }
    for (uint32_t i = 0; i < item->choice_count && i < MOST_CHOICES && count > 1; i++)
        if (item->choices[i].alone && (chosen >> i & 1))
            cs_report(reader->job, CS_MESSAGE_CHOICE_ALONE, span, item->choices[i].id);
    if (count > 1 && !item->many)
        cs_report(reader->job, CS_MESSAGE_ONE_CHOICE, span, name_of(reader, asked));
    answer->value = (struct cs_value){.written = written, .has_number = true, .number = (double)chosen};
    *text = cs_text_trim(*text);
}

/* A value made of facts: read from what they come to, kept as it is written until all facts are filled in. False when
 * what they come to is no such value. */
static bool take_value_of_facts(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                                const struct cs_value_wish *wish, cs_text *text, struct cs_answer *answer)
{
    enum cs_language language = asked->profile->language;
    cs_text filled = cs_facts_in(reader->job, asked->profile, *text, language), rest;
    enum cs_value_fault fault = cs_value_read(filled, wish, &answer->value, &rest);
    cs_text read = answer->value.written;
    size_t head = cs_facts_head(asked->profile, *text, language, (size_t)(read.bytes + read.size - filled.bytes));
    if (fault == CS_VALUE_OTHER_KIND && cs_text_find(filled, CS_TEXT("${")) >= 0) {
        answer->value = (struct cs_value){.written = *text}; /* a fact that there is not is reported in the end */
        *text = (cs_text){0};
        return true;
    }
    if (fault == CS_VALUE_OTHER_KIND || head == 0)
        return false;
    answer->value.written = (cs_text){text->bytes, head};
    answer->state_span = span_of(reader, node, answer->value.written);
    report_fault(reader, asked, answer->state_span, fault, &answer->value);
    head += rest.size ? (size_t)(rest.bytes - (read.bytes + read.size)) : text->size - head;
    *text = cs_text_skip(*text, head);
    return true;
}

/* Reads the value off the front of *text. A state that is no yes or no may stand in its place: 非公開, 対象外. */
static void take_value(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                       cs_text *text, struct cs_answer *answer)
{
    const struct cs_item *item = asked->item;
    size_t size;
    enum cs_state state;
    if (cs_state_of_spelling(*text, &state, &size) && (is_universal(state) || state == CS_STATE_NA)) {
        answer->state = state;
        answer->state_span = span_of(reader, node, (cs_text){text->bytes, size});
        *text = behind_sign(*text, size, answer->state);
        return;
    }
    answer->state = CS_STATE_TOLD;
    answer->state_span = span_of(reader, node, *text);
    if (item->kind != CS_KIND_TEXT && item->kind != CS_KIND_LIST && cs_state_of_phrase(*text, &answer->state))
        return;
    if (item->kind == CS_KIND_CHOICE) {
        take_choice(reader, asked, node, text, answer);
        return;
    }
    struct cs_value_wish wish = {item->kind, item->units, item->unit_count, item->none_allowed};
    cs_text rest;
    if (cs_text_find(*text, CS_TEXT("${")) >= 0 && take_value_of_facts(reader, asked, node, &wish, text, answer))
        return;
    enum cs_value_fault fault = cs_value_read(*text, &wish, &answer->value, &rest);
    cs_text where = answer->value.written.size ? answer->value.written : *text;
    answer->state_span = span_of(reader, node, where);
    report_fault(reader, asked, answer->state_span, fault, &answer->value);
    if (fault == CS_VALUE_OTHER_KIND) {
        answer->value = (struct cs_value){.written = *text}; /* shown as it stands, compared with nothing */
        rest = (cs_text){0};
    }
    *text = rest;
}

/* Reads state and value off the front of a text, as the item's kind has it. */
static void take_answer(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                        cs_text *text, struct cs_answer *answer)
{
    if (asked->item->kind == CS_KIND_MARK && asked->profile->in_words)
        answer->state = text->size ? CS_STATE_TOLD : CS_STATE_NONE;
    else if (asked->item->kind == CS_KIND_MARK)
        take_mark(reader, asked, node, text, answer);
    else if (cs_kind_is_yes_no(asked->item->kind))
        take_yes_no(reader, asked, node, text, answer);
    else
        take_value(reader, asked, node, text, answer);
}

/* --- when a plan is due ------------------------------------------------------------------------------------------ */

/* The date a plan's text begins with: 2026-03-31, 2026-03, 2026年3月. Day 0 where only the month is said. */
static struct cs_date take_due(cs_text *text)
{
    struct cs_value_wish wish = {.kind = CS_KIND_DATE};
    struct cs_value value;
    cs_text rest;
    if (cs_value_read(*text, &wish, &value, &rest) != CS_VALUE_GOOD)
        return (struct cs_date){0};
    *text = rest;
    bool has_day = cs_text_find(value.written, CS_TEXT("日")) > 0 ||
                   (cs_text_length(value.written) > 7 && cs_text_find(value.written, CS_TEXT("年")) < 0);
    if (!has_day)
        value.date.day = 0;
    return value.date;
}

/* --- the rest --------------------------------------------------------------------------------------------------- */

/* Holds the text behind an answer against what the item demands; reports what it does not say. */
static void check_demands(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span,
                          const struct cs_answer *answer, cs_text said)
{
    const struct cs_item *item = asked->item;
    enum cs_language language = reader->job->language;
    cs_text sign = cs_catalog_sign(asked->catalog, item, answer->state, language);
    for (uint32_t i = 0; i < item->demand_count; i++) {
        const struct cs_demand *demand = &item->demands[i];
        struct cs_value_wish wish = {demand->kind, demand->units, demand->unit_count, false};
        if (demand->optional || !(demand->when >> answer->state & 1) || answer->value.none)
            continue;
        cs_text what = cs_words_in(demand->ask, language);
        if (said.size == 0)
            cs_report(reader->job, CS_MESSAGE_MISSING_DETAIL, span, name_of(reader, asked), sign.size ? sign : answer->value.written,
                      what);
        else if (cs_kind_example(demand->kind, language).size && !cs_value_stands_in(said, &wish))
            cs_report(reader->job, CS_MESSAGE_DETAIL_KIND, span, name_of(reader, asked), cs_kind_label(demand->kind, language), what,
                      cs_kind_example(demand->kind, language));
    }
}

/* True when the item demands something for this state: the rest of a short answer is that, not a remark. */
static bool demands_detail(const struct cs_item *item, enum cs_state state)
{
    for (uint32_t i = 0; i < item->demand_count; i++)
        if (item->demands[i].when >> state & 1)
            return true;
    return false;
}

static void read_short(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *value,
                       struct cs_answer *answer)
{
    cs_text text = cs_text_trim(value->text);
    take_answer(reader, asked, value, &text, answer);
    if (answer->state == CS_STATE_PLAN)
        answer->due = take_due(&text);
    answer->text_span = span_of(reader, value, text);
    if (answer->state != CS_STATE_NONE && demands_detail(asked->item, answer->state))
        answer->detail = text;
    else
        answer->remark.in[reader->language] = text;
    if (answer->state != CS_STATE_NONE)
        check_demands(reader, asked, cs_node_span(reader->source, value), answer, text);
}

/* --- the long form ---------------------------------------------------------------------------------------------- */

/* audience: public | nda | internal */
static void read_audience(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_audience_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("public nda internal"));
}

static void read_evidence_entry(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                                struct cs_evidence *evidence)
{
    static const struct cs_field fields[] = {
        {"title", cs_read_text, offsetof(struct cs_evidence, title), NULL},
        {"url", cs_read_text, offsetof(struct cs_evidence, address), NULL},
        {"audience", read_audience, offsetof(struct cs_evidence, audience), NULL},
    };
    if (value->kind == CS_NODE_MAP) {
        cs_read_fields(reader, key, value, fields, sizeof fields / sizeof *fields, evidence, NULL);
        return;
    }
    if (!cs_want_text(reader, key, value))
        return;
    cs_text text = cs_text_trim(value->text);
    bool is_address = cs_text_starts(text, CS_TEXT("https://")) || cs_text_starts(text, CS_TEXT("http://"));
    *(is_address ? &evidence->address : &evidence->title) = text;
}

static void read_evidence(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_answer *answer = into;
    bool is_list = value->kind == CS_NODE_LIST;
    uint32_t count = is_list ? cs_node_count(value) : 1;
    struct cs_evidence *evidence = cs_alloc_array(&reader->job->arena, count, sizeof *evidence);
    answer->evidence = evidence;
    if (!is_list)
        read_evidence_entry(reader, key, value, &evidence[answer->evidence_count++]);
    for (const struct cs_node *entry = is_list ? value->first : NULL; entry; entry = entry->next)
        read_evidence_entry(reader, key, entry, &evidence[answer->evidence_count++]);
}

static void read_reviewed(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_answer *answer = into;
    cs_read_date(reader, key, value, &answer->reviewed);
    answer->reviewed_span = cs_node_span(reader->source, value);
}

static void read_node(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value))
        *(const struct cs_node **)into = value;
}

#define MEMBER(name) offsetof(struct long_answer, name)
static const struct cs_field answer_fields[] = {
    {"status", read_node, MEMBER(status), NULL},
    {"value", read_node, MEMBER(value), NULL},
    {"detail", cs_read_text, MEMBER(answer.detail), NULL},
    {"remark", cs_read_words, MEMBER(answer.remark), NULL},
    {"evidence", read_evidence, MEMBER(answer), NULL},
    {"reviewed", read_reviewed, MEMBER(answer), NULL},
    {"owner", cs_read_text, MEMBER(answer.owner), NULL},
    {"by", cs_read_text, MEMBER(answer.by), NULL},
    {"same", cs_read_text, MEMBER(answer.same), NULL},
    {"due", read_node, MEMBER(due), NULL},
    {"audience", read_audience, MEMBER(answer.audience), NULL},
    {"nda", cs_read_words_ref, MEMBER(answer.for_nda), NULL},
    {"internal", cs_read_words_ref, MEMBER(answer.for_insiders), NULL},
};
#undef MEMBER

bool cs_answer_has_key(cs_text key)
{
    for (size_t i = 0; i < sizeof answer_fields / sizeof *answer_fields; i++)
        if (cs_text_equal(key, cs_text_of(answer_fields[i].key)))
            return true;
    return cs_text_starts(key, CS_TEXT("x-"));
}

/* Puts words before a remark. */
static void add_before(struct cs_job *job, cs_text words, cs_text *remark)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, words);
    cs_buf_add(&text, remark->size ? CS_TEXT("\n") : (cs_text){0});
    cs_buf_add(&text, *remark);
    *remark = cs_buf_copy(&job->arena, &text);
    cs_buf_free(&text);
}

/* status: and value: hold one thing each; what is left over there belongs to the remark, and is said to be so. */
static void read_part(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                      struct cs_answer *answer)
{
    cs_text whole = cs_text_trim(node->text), text = whole;
    enum cs_state state;
    take_answer(reader, asked, node, &text, answer);
    bool is_kept = answer->state != CS_STATE_NONE && text.size == whole.size; /* 検討中 */
    if (answer->state == CS_STATE_PLAN)
        answer->due = take_due(&text);
    bool is_phrase = is_kept || (text.size && cs_state_of_phrase(text, &state) && state == answer->state);
    if (text.size == 0 || (answer->state == CS_STATE_NONE && !is_phrase))
        return;
    if (answer->remark.in[reader->language].size == 0)
        answer->remark.in[reader->language] = text;
    else if (is_phrase)
        add_before(reader->job, text, &answer->remark.in[reader->language]);
    else
        cs_report(reader->job, CS_MESSAGE_STATUS_TEXT, span_of(reader, node, text), name_of(reader, asked), text);
}

static void read_due(struct cs_reader *reader, const struct cs_node *node, struct cs_answer *answer)
{
    cs_text text = node->kind == CS_NODE_TEXT ? cs_text_trim(node->text) : (cs_text){0};
    answer->due = take_due(&text);
    if (answer->due.year == 0 || text.size)
        cs_report_node(reader, CS_MESSAGE_DATE_FORM, node, node->text, (cs_text){0});
}

static bool is_product(const struct cs_profile *profile, cs_text name)
{
    for (uint32_t i = 0; i < profile->product_count; i++)
        if (cs_text_equal(profile->products[i], name))
            return true;
    return false;
}

/* A product's name among the keys of a long answer: what differs there. */
static bool take_part(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *target)
{
    struct long_answer *parts = target;
    (void)reader;
    (void)value;
    if (!is_product(parts->asked->profile, key->text))
        return false;
    parts->answer.part_count++;
    return true;
}

static const struct cs_answer *part_of(const struct cs_answer *answer, cs_text product)
{
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (cs_text_equal(answer->parts[i].product, product))
            return &answer->parts[i];
    return NULL;
}

/* What the whole answer says itself, as a part. */
static struct cs_answer rest_of(const struct cs_answer *answer, cs_text product)
{
    return (struct cs_answer){
        .item = answer->item,
        .product = product,
        .state = answer->state,
        .value = answer->value,
        .detail = answer->detail,
        .remark = answer->remark,
        .due = answer->due,
        .key = answer->key,
        .state_span = answer->state_span,
        .text_span = answer->text_span,
    };
}

void cs_answer_spread(struct cs_job *job, const struct cs_profile *profile, struct cs_answer *answer)
{
    struct cs_answer *parts = cs_alloc_array(&job->arena, profile->product_count, sizeof *parts);
    for (uint32_t i = 0; i < profile->product_count; i++) {
        const struct cs_answer *part = part_of(answer, profile->products[i]);
        parts[i] = part ? *part : rest_of(answer, profile->products[i]);
    }
    if (profile->product_count > answer->part_count) {
        answer->value = (struct cs_value){0};
        answer->detail = (cs_text){0};
        answer->remark = (struct cs_words){{{0}}};
    }
    answer->due = (struct cs_date){0};
    answer->state_span = (struct cs_span){0};
    answer->parts = parts;
    answer->part_count = profile->product_count;
    answer->state = cs_parts_state(parts, answer->part_count);
}

/* The answers by product, and what they come to together. */
static void read_parts(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *map,
                       struct cs_answer *answer)
{
    struct cs_answer *parts = cs_alloc_array(&reader->job->arena, cs_node_count(map), sizeof *parts);
    uint32_t count = 0;
    answer->parts = parts;
    answer->part_count = 0;
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT || cs_answer_has_key(key->text) || !is_product(asked->profile, key->text))
            continue;
        if (part_of(answer, key->text)) {
            cs_report_node(reader, CS_MESSAGE_DUPLICATE_KEY, key, key->text, (cs_text){0});
            continue;
        }
        parts[count].item = answer->item;
        parts[count].product = key->text;
        cs_answer_read(reader, asked, key, key->next, &parts[count]);
        answer->part_count = ++count;
    }
    if (answer->state != CS_STATE_NONE)
        cs_answer_spread(reader->job, asked->profile, answer);
    else if (count == asked->profile->product_count) /* a product left out leaves the whole open */
        answer->state = cs_parts_state(parts, count);
}

/* True when an answer says something without saying its state. */
static bool lacks_status(const struct long_answer *parts)
{
    const struct cs_answer *answer = &parts->answer;
    bool has_words = answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size || answer->detail.size;
    return has_words && !parts->status && !parts->value && !answer->same.size && !answer->part_count;
}

static void read_long(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *key,
                      const struct cs_node *value, struct cs_answer *answer)
{
    struct long_answer parts = {.answer = *answer, .asked = asked};
    uint32_t before = cs_finding_count(reader->job, CS_ERROR);
    bool is_part = answer->product.size > 0;
    cs_read_fields(reader, key, value, answer_fields, sizeof answer_fields / sizeof *answer_fields, &parts,
                   is_part ? NULL : take_part);
    *answer = parts.answer;
    answer->text_span = cs_node_span(reader->source, key);
    if (parts.value)
        read_part(reader, asked, parts.value, answer);
    if (parts.status)
        read_part(reader, asked, parts.status, answer);
    if (parts.status && answer->same.size)
        cs_report_node(reader, CS_MESSAGE_SAME_AND_STATUS, parts.status, name_of(reader, asked), (cs_text){0});
    if (parts.due)
        read_due(reader, parts.due, answer);
    if (answer->part_count)
        read_parts(reader, asked, value, answer);
    if (lacks_status(&parts) && asked->profile->in_words && asked->item->kind == CS_KIND_MARK)
        answer->state = CS_STATE_TOLD;
    else if (lacks_status(&parts) && cs_finding_count(reader->job, CS_ERROR) == before) /* misspelt is not missing */
        cs_report_node(reader, CS_MESSAGE_EMPTY_STATUS, key, name_of(reader, asked),
                       cs_answer_signs(reader->job, asked->catalog, asked->item));
    cs_text said = answer->detail.size ? answer->detail : cs_words_in(&answer->remark, reader->language);
    if (answer->state != CS_STATE_NONE && !answer->part_count)
        check_demands(reader, asked, cs_node_span(reader->source, key), answer, said);
}

void cs_answer_read(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *key,
                    const struct cs_node *value, struct cs_answer *answer)
{
    uint32_t errors = cs_finding_count(reader->job, CS_ERROR);
    answer->key = cs_node_span(reader->source, key);
    if (value->kind == CS_NODE_MAP)
        read_long(reader, asked, key, value, answer);
    else if (value->kind == CS_NODE_LIST)
        cs_report_node(reader, CS_MESSAGE_WANTS_TEXT, value, name_of(reader, asked), (cs_text){0});
    else if (cs_text_starts(value->text, CS_TEXT("= "))) {
        answer->same = cs_text_trim(cs_text_skip(value->text, 2));
        answer->text_span = cs_node_span(reader->source, value);
    } else if (!cs_is_empty(value))
        read_short(reader, asked, value, answer);
    answer->broken = answer->state == CS_STATE_NONE && cs_finding_count(reader->job, CS_ERROR) > errors;
}
