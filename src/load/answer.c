/* Answers as people write them.
 *
 * Short form: a mark (or a word, or a value), then the remark. Long form: the same parts under keys. Both take
 * three steps, in this order: the state, the typed value if the item asks for one, and the rest, which is the detail
 * that the item demands for that state, or else the remark. */
#include "load/answer.h"
#include "base/messages_load.h"
#include "load/allow.h"
#include "load/answer_front.h"
#include "load/facts.h"
#include "model/amount.h"
#include "model/answer.h"

/* A long answer being read: members whose meaning depends on the item are kept as nodes at first. */
struct long_answer {
    struct cs_answer answer;
    const struct cs_asked *asked;
    const struct cs_node *status, *value, *due;
};

/* --- the short form --------------------------------------------------------------------------------------------- */

static bool names_choice(const struct cs_demand *demand, cs_text said)
{
    for (uint32_t i = 0; i < demand->choice_count; i++)
        if (cs_text_find(said, demand->choices[i].id) >= 0)
            return true;
    return demand->choice_count == 0;
}

static cs_text choice_ids(struct cs_job *job, const struct cs_demand *demand)
{
    struct cs_buf ids = {0};
    for (uint32_t i = 0; i < demand->choice_count; i++) {
        cs_buf_add(&ids, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&ids, demand->choices[i].id);
    }
    return cs_buf_take(&job->arena, &ids);
}

static void report_detail(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_demand *demand,
                          struct cs_span span, bool in_words)
{
    enum cs_language language = reader->job->language;
    cs_text name = cs_asked_name(reader, asked), label = cs_kind_label(demand->kind, language);
    cs_text example = cs_kind_example(demand->kind, language);
    if (in_words)
        cs_report(reader->job, CS_MESSAGE_TOLD_INSTEAD, span, name, label, example);
    else
        cs_report(reader->job, CS_MESSAGE_DETAIL_KIND, span, name, label, cs_words_in(demand->ask, language), example);
}

/* Checks the text after an answer against the item's demands; reports what is missing. */
static void check_demands(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span,
                          const struct cs_answer *answer, cs_text said)
{
    const struct cs_item *item = asked->item;
    enum cs_language language = reader->job->messages;
    cs_text sign = cs_catalog_sign(asked->catalog, item, answer->state, language);
    for (uint32_t i = 0; i < item->demand_count; i++) {
        const struct cs_demand *demand = &item->demands[i];
        struct cs_value_wanted wanted = {demand->kind, demand->units, demand->unit_count, false};
        if (demand->optional || !(demand->when >> answer->state & 1) || answer->value.none)
            continue;
        cs_text what = cs_words_in(demand->ask, language);
        if (demand->kind == CS_KIND_CHOICE && said.size && !names_choice(demand, said))
            cs_report(reader->job, CS_MESSAGE_DETAIL_KIND, span, cs_asked_name(reader, asked),
                      cs_kind_label(demand->kind, language), what, choice_ids(reader->job, demand));
        else if (said.size == 0)
            cs_report(reader->job, CS_MESSAGE_MISSING_DETAIL, span, cs_asked_name(reader, asked),
                      sign.size ? sign : answer->value.written, what);
        else if (cs_kind_example(demand->kind, language).size && !cs_value_stands_in(said, &wanted))
            report_detail(reader, asked, demand, span, cs_is_in_words(said));
    }
}

/* True if the item demands something for this state: the rest of a short answer is that, not a remark. */
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
    cs_answer_take(reader, asked, value, &text, answer);
    if (answer->state == CS_STATE_PLAN)
        answer->due = cs_answer_take_due(&text);
    answer->text_span = cs_answer_span(reader, value, text);
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

/* Reads a fixed number of lower-case hex digits. */
static void read_hex(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, size_t digits,
                     cs_text *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    bool good = value->text.size == digits;
    for (size_t i = 0; i < value->text.size && good; i++) {
        char byte = value->text.bytes[i];
        good = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f');
    }
    if (good)
        *into = value->text;
    else
        cs_report_node(reader, CS_MESSAGE_BAD_DIGEST, value, key->text, cs_text_of_number(&reader->job->arena, digits));
}

/* sha256: the output of sha256sum for the file */
static void read_sha256(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    enum { SHA256_DIGITS = 64 };
    read_hex(reader, key, value, SHA256_DIGITS, into);
}

static void read_approved_of(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                             void *into)
{
    enum { APPROVAL_DIGITS = 12 };
    read_hex(reader, key, value, APPROVAL_DIGITS, into);
}

/* approved: {by: NAME, on: DATE, of: DIGEST}, as written by checksheet answer. */
static void read_approved(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    static const struct cs_field approval_fields[] = {
        {"by", cs_read_text, offsetof(struct cs_approval, by), "..."},
        {"on", cs_read_date, offsetof(struct cs_approval, on), "2025-11-30"},
        {"of", read_approved_of, offsetof(struct cs_approval, of), "0123456789ab"},
    };
    struct cs_answer *answer = into;
    if (!cs_want_map(reader, key, value))
        return;
    cs_read_fields(reader, key, value, CS_FIELDS(approval_fields, NULL), &answer->approved);
    answer->approved.span = cs_node_span(reader->source, key);
}

static void read_evidence_entry(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                                struct cs_evidence *evidence)
{
    static const struct cs_field fields[] = {
        {"title", cs_read_text, offsetof(struct cs_evidence, title), NULL},
        {"url", cs_read_text, offsetof(struct cs_evidence, address), NULL},
        {"path", cs_read_text, offsetof(struct cs_evidence, path), NULL},
        {"edition", cs_read_text, offsetof(struct cs_evidence, edition), NULL},
        {"observed", cs_read_date, offsetof(struct cs_evidence, observed), NULL},
        {"valid-until", cs_read_date, offsetof(struct cs_evidence, valid_until), NULL},
        {"sha256", read_sha256, offsetof(struct cs_evidence, sha256), NULL},
        {"audience", read_audience, offsetof(struct cs_evidence, audience), NULL},
    };
    evidence->span = cs_node_span(reader->source, value->kind == CS_NODE_MAP ? key : value);
    if (value->kind == CS_NODE_MAP) {
        cs_read_fields(reader, key, value, CS_FIELDS(fields, NULL), evidence);
        if (value->first)
            evidence->span = cs_node_span(reader->source, value->first->next);
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
    {"approved", read_approved, MEMBER(answer), NULL},
    {"owner", cs_read_text, MEMBER(answer.owner), NULL},
    {"by", cs_read_text, MEMBER(answer.by), NULL},
    {"same", cs_read_text, MEMBER(answer.same), NULL},
    {"due", read_node, MEMBER(due), NULL},
    {"audience", read_audience, MEMBER(answer.audience), NULL},
    {"nda", cs_read_words_ref, MEMBER(answer.for_nda), NULL},
    {"internal", cs_read_words_ref, MEMBER(answer.for_insiders), NULL},
    {"allow", NULL, 0, NULL}, /* with its reason */
    {"reason", NULL, 0, NULL},
};
#undef MEMBER

bool cs_answer_has_key(cs_text key)
{
    for (size_t i = 0; i < sizeof answer_fields / sizeof *answer_fields; i++)
        if (cs_text_equal(key, cs_text_of(answer_fields[i].key)))
            return true;
    return cs_text_starts(key, CS_TEXT("x-"));
}

/* Puts words in front of a remark. */
static void add_before(struct cs_job *job, cs_text words, cs_text *remark)
{
    struct cs_buf text = {0};
    cs_buf_add(&text, words);
    cs_buf_add(&text, remark->size ? CS_TEXT("\n") : (cs_text){0});
    cs_buf_add(&text, *remark);
    *remark = cs_buf_take(&job->arena, &text);
}

/* status: and value: contain one thing each; what follows it belongs to the remark, and is reported. */
static void read_part(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                      struct cs_answer *answer)
{
    cs_text whole = cs_text_trim(node->text), text = whole;
    enum cs_state state;
    cs_answer_take(reader, asked, node, &text, answer);
    bool is_kept = answer->state != CS_STATE_NONE && text.size == whole.size; /* 検討中 */
    if (answer->state == CS_STATE_PLAN)
        answer->due = cs_answer_take_due(&text);
    bool is_phrase = is_kept || (text.size && cs_state_of_phrase(text, &state) && state == answer->state);
    if (text.size == 0 || (answer->state == CS_STATE_NONE && !is_phrase))
        return;
    if (answer->remark.in[reader->language].size == 0)
        answer->remark.in[reader->language] = text;
    else if (is_phrase)
        add_before(reader->job, text, &answer->remark.in[reader->language]);
    else
        cs_report(reader->job, CS_MESSAGE_STATUS_TEXT, cs_answer_span(reader, node, text), cs_asked_name(reader, asked),
                  text);
}

static void read_due(struct cs_reader *reader, const struct cs_node *node, struct cs_answer *answer)
{
    cs_text text = node->kind == CS_NODE_TEXT ? cs_text_trim(node->text) : (cs_text){0};
    answer->due = cs_answer_take_due(&text);
    if (answer->due.year == 0 || text.size)
        cs_report_node(reader, CS_MESSAGE_DATE_FORM, node, node->text, (cs_text){0});
}

/* Takes a product name among the keys of a long answer: the answer for that product. */
static bool take_part(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *target)
{
    struct long_answer *parts = target;
    (void)reader;
    (void)value;
    if (!cs_profile_has_product(parts->asked->profile, key->text))
        return false;
    parts->answer.part_count++;
    return true;
}

/* Reads the answers by product, and sets the state that they result in together. */
static void read_parts(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *map,
                       struct cs_answer *answer)
{
    struct cs_answer *parts = cs_alloc_array(&reader->job->arena, cs_node_count(map), sizeof *parts);
    uint32_t count = 0;
    answer->parts = parts;
    answer->part_count = 0;
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT || cs_answer_has_key(key->text) ||
            !cs_profile_has_product(asked->profile, key->text))
            continue;
        if (cs_answer_part(answer, key->text)) {
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
    else if (count == asked->profile->product_count) /* if a product is missing, the whole is open */
        answer->state = cs_parts_state(parts, count);
}

/* True if an answer has content but no state. */
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
    uint32_t before = cs_job_faults(reader->job);
    bool is_part = answer->product.size > 0;
    cs_read_fields(reader, key, value, CS_FIELDS(answer_fields, is_part ? NULL : take_part), &parts);
    *answer = parts.answer;
    answer->allows = cs_allow_read_answer(reader, key, value);
    answer->text_span = cs_node_span(reader->source, key);
    if (parts.value)
        read_part(reader, asked, parts.value, answer);
    if (parts.status)
        read_part(reader, asked, parts.status, answer);
    if (parts.status && answer->same.size)
        cs_report_node(reader, CS_MESSAGE_SAME_AND_STATUS, parts.status, cs_asked_name(reader, asked), (cs_text){0});
    if (parts.due)
        read_due(reader, parts.due, answer);
    if (answer->part_count)
        read_parts(reader, asked, value, answer);
    if (lacks_status(&parts) && asked->profile->in_words && asked->item->kind == CS_KIND_MARK)
        answer->state = CS_STATE_FREE_TEXT;
    else if (lacks_status(&parts) && cs_job_faults(reader->job) == before) /* a misspelt key is not missing */
        cs_report_node(reader, CS_MESSAGE_EMPTY_STATUS, key, cs_asked_name(reader, asked),
                       cs_answer_signs(reader->job, asked->catalog, asked->item));
    cs_text said = answer->detail.size ? answer->detail : cs_words_in(&answer->remark, reader->language);
    if (answer->state != CS_STATE_NONE && !answer->part_count)
        check_demands(reader, asked, cs_node_span(reader->source, key), answer, said);
}

void cs_answer_read(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *key,
                    const struct cs_node *value, struct cs_answer *answer)
{
    uint32_t errors = cs_job_faults(reader->job);
    answer->key = cs_node_span(reader->source, key);
    if (value->kind == CS_NODE_MAP)
        read_long(reader, asked, key, value, answer);
    else if (value->kind == CS_NODE_LIST)
        cs_report_node(reader, CS_MESSAGE_WANTS_TEXT, value, cs_asked_name(reader, asked), (cs_text){0});
    else if (cs_text_starts(value->text, CS_TEXT("= "))) {
        answer->same = cs_text_trim(cs_text_skip(value->text, 2));
        answer->text_span = cs_node_span(reader->source, value);
    } else if (!cs_is_empty(value))
        read_short(reader, asked, value, answer);
    answer->broken = answer->state == CS_STATE_NONE && cs_job_faults(reader->job) > errors;
}
