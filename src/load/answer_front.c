/* The front of an answer: its mark, word or value, read according to the item's kind. */
#include "load/answer_front.h"
#include "base/ascii.h"
#include "base/messages_load.h"
#include "load/facts.h"
#include "model/amount.h"
#include "model/quantity.h"
#include "wording/doubt.h"

#include <string.h>

struct cs_span cs_answer_span(const struct cs_reader *reader, const struct cs_node *node, cs_text part)
{
    const char *base = reader->source->bytes.bytes;
    if (part.bytes < base || part.bytes + part.size > base + reader->source->bytes.size)
        return cs_node_span(reader->source, node); /* a text joined from several lines */
    uint32_t start = (uint32_t)(part.bytes - base);
    return (struct cs_span){reader->source, start, start + (uint32_t)part.size};
}

cs_text cs_asked_name(struct cs_reader *reader, const struct cs_asked *asked)
{
    return cs_catalog_item_name(reader->job, asked->catalog, asked->item);
}

cs_text cs_answer_signs(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item)
{
    struct cs_buf signs = {0}, words = {0};
    for (int state = CS_STATE_OK; state < CS_STATES; state++) {
        cs_text sign = cs_catalog_sign(catalog, item, (enum cs_state)state, job->messages);
        if (sign.size == 0)
            continue;
        cs_buf_separate(&signs, CS_TEXT(" "));
        cs_buf_add(&signs, sign);
        cs_buf_separate(&words, CS_TEXT(" "));
        cs_buf_add(&words, cs_state_word((enum cs_state)state));
    }
    bool is_typed_in_words = job->messages == CS_EN && signs.size && (unsigned char)signs.bytes[0] >= 0x80;
    if (is_typed_in_words) { /* an English keyboard has no marks */
        cs_buf_add(&signs, CS_TEXT(", or "));
        cs_buf_add(&signs, cs_buf_text(&words));
    }
    cs_buf_free(&words);
    return cs_buf_take(&job->arena, &signs);
}

/* --- the state -------------------------------------------------------------------------------------------------- */

/* The mark at the front of a text: the longest of the catalog's own. */
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

/* True for states that every sheet can show in words, or by its nearest mark, although it has no sign for them. */
static bool is_universal(enum cs_state state)
{
    return state == CS_STATE_PLAN || state == CS_STATE_NDA || state == CS_STATE_FREE_TEXT;
}

static void report_mark(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span, cs_message message,
                        cs_text sign)
{
    cs_text signs = cs_answer_signs(reader->job, asked->catalog, asked->item);
    if (message == CS_MESSAGE_MISSING_MARK)
        cs_report(reader->job, message, span, cs_asked_name(reader, asked), signs);
    else
        cs_report(reader->job, message, span, sign, asked->catalog->id, signs);
}

/* True for ok, OK and Ok, the word typed for a state. */
static bool is_word_of(cs_text sign, enum cs_state state)
{
    cs_text word = cs_state_word(state);
    for (size_t i = 0; i < sign.size && sign.size == word.size; i++)
        if (cs_ascii_lower(sign.bytes[i]) != word.bytes[i])
            return false;
    return sign.size == word.size;
}

/* True if a word should be proposed in place of a mark that is missing on the keyboard: to authors who type English. */
static bool in_words(const struct cs_reader *reader, cs_text sign, cs_text mark)
{
    return reader->job->messages == CS_EN && (unsigned char)sign.bytes[0] < 0x80 &&
           (unsigned char)mark.bytes[0] >= 0x80;
}

/* True where a sign parts a word from what follows: "Yes. Since 2020", "N/A: no servers". */
static bool is_parted(cs_text behind)
{
    return behind.size && memchr(".:;", behind.bytes[0], 3) &&
           (behind.size == 1 || behind.bytes[1] == ' ' || behind.bytes[1] == '\n');
}

/* The word of a state at the front of an English text, up to a sign that parts it from the rest; 0 if there is none.
 * "No. 12" is a number. */
static size_t take_parted_word(cs_text text, enum cs_state *state)
{
    enum { LONGEST = 24 };
    size_t size = 0, at = 0;
    while (at < text.size && at < LONGEST && !is_parted(cs_text_skip(text, at)))
        at++;
    cs_text word = {text.bytes, at}, behind = cs_text_skip(text, at);
    bool is_number = cs_text_starts(behind, CS_TEXT(". ")) && behind.size > 2 && cs_is_digit(behind.bytes[2]);
    bool is_word = at > 0 && is_parted(behind) && !is_number && cs_is_ascii_letter(text.bytes[at - 1]);
    return is_word && cs_state_of_spelling(word, state, &size) && size == at ? size : 0;
}

/* A word or sign of a state at the front of a text. */
static bool find_spelling(cs_text text, enum cs_state *state, size_t *size)
{
    if (!cs_state_of_spelling(text, state, size))
        *size = take_parted_word(text, state);
    return *size > 0;
}

/* The text after a mark: "every day" in "yes, every day". */
static cs_text behind_mark(cs_text text, size_t size)
{
    cs_text behind = cs_text_skip(text, size);
    bool is_word = size && cs_is_ascii_letter(text.bytes[size - 1]);
    bool has_sign = cs_text_starts(behind, CS_TEXT(", ")) || (is_word && is_parted(behind));
    return cs_text_trim(has_sign ? cs_text_skip(behind, 1) : behind);
}

/* The text after a sign. 検討中 is read as a plan but says less, so the word stays in the remark. */
static cs_text behind_sign(cs_text text, size_t size, enum cs_state state)
{
    cs_text sign = {text.bytes, size};
    bool says_more = state == CS_STATE_PLAN &&
                     (cs_text_find(sign, CS_TEXT("検討")) >= 0 || cs_text_find(sign, CS_TEXT("計画")) >= 0);
    return says_more ? text : behind_mark(text, size);
}

static cs_text first_line(cs_text text)
{
    ptrdiff_t end = cs_text_find(text, CS_TEXT("\n"));
    return cs_text_trim(end < 0 ? text : (cs_text){text.bytes, (size_t)end});
}

/* Enough of a line to recognise it. */
static cs_text shortened(struct cs_job *job, cs_text line)
{
    enum { LONGEST = 20 };
    struct cs_buf start = {0};
    cs_text rest = line;
    for (int i = 0; i < LONGEST && rest.size; i++)
        cs_text_next(&rest);
    cs_buf_add(&start, (cs_text){line.bytes, line.size - rest.size});
    cs_buf_add(&start, rest.size ? CS_TEXT("...") : (cs_text){0});
    return cs_buf_take(&job->arena, &start);
}

/* Takes the mark off the front of *text. False, and reported, if the text has none that the catalog knows. */
static bool take_mark(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node, cs_text *text,
                      struct cs_answer *answer)
{
    enum cs_state state = CS_STATE_NONE;
    size_t size = take_own_mark(asked->catalog, *text, &state);
    bool own = size > 0;
    if (!own)
        find_spelling(*text, &state, &size);
    cs_text sign = {text->bytes, size}, wanted = cs_catalog_sign(asked->catalog, asked->item, state, CS_JA);
    answer->state_span = cs_answer_span(reader, node, sign);
    cs_text after = *text;
    if (size == 0 && cs_point_is_picture(cs_text_next(&after))) {
        sign.size = text->size - after.size;
        answer->state_span = cs_answer_span(reader, node, sign);
        report_mark(reader, asked, answer->state_span, CS_MESSAGE_UNKNOWN_MARK, sign);
        return false;
    }
    if (size == 0 && cs_state_of_phrase(*text, &state)) {
        answer->state = state;
        answer->state_span = cs_answer_span(reader, node, *text);
        return true;
    }
    if (size == 0) {
        report_mark(reader, asked, cs_answer_span(reader, node, *text), CS_MESSAGE_MISSING_MARK, sign);
        return false;
    }
    cs_text behind = cs_text_skip(*text, size);
    if (cs_short_is_doubted(reader->job, sign, behind, state)) {
        cs_text line = first_line(*text);
        cs_report(reader->job, CS_MESSAGE_DOUBTED_MARK, cs_answer_span(reader, node, line),
                  shortened(reader->job, line), cs_answer_signs(reader->job, asked->catalog, asked->item));
        return false;
    }
    if (wanted.size == 0 && !is_universal(state)) {
        report_mark(reader, asked, answer->state_span, CS_MESSAGE_UNKNOWN_MARK, sign);
        return false;
    }
    if (!own && wanted.size && !is_word_of(sign, state))
        cs_report(reader->job, CS_MESSAGE_MARK_VARIANT, answer->state_span, sign,
                  in_words(reader, sign, wanted) ? cs_state_word(state) : wanted);
    answer->state = state;
    *text = own ? behind_mark(*text, size) : behind_sign(*text, size, state);
    return true;
}

/* True for what vendors deliberately write in place of yes or no: 契約による, or the figure that is asked for as well. */
static bool is_told(const struct cs_item *item, cs_text text)
{
    struct cs_value value;
    cs_text rest;
    for (uint32_t i = 0; i < item->demand_count; i++) {
        const struct cs_demand *demand = &item->demands[i];
        struct cs_value_wanted wanted = {demand->kind, demand->units, demand->unit_count, false};
        bool typed = demand->kind != CS_KIND_TEXT && demand->kind != CS_KIND_LIST;
        if (typed && cs_value_read(text, &wanted, &value, &rest) == CS_VALUE_GOOD)
            return true;
    }
    return cs_is_in_words(text);
}

/* Reports that an item that asks for a value, or for yes or no, is answered in words. */
static void report_told(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span)
{
    enum cs_language language = reader->job->language;
    enum cs_kind kind = asked->item->kind;
    cs_text label = cs_kind_label(kind, language), example = cs_kind_example(kind, language);
    if (kind == CS_KIND_TEXT || kind == CS_KIND_LIST || kind == CS_KIND_MARK)
        return; /* an answer in words is what is asked for */
    if (cs_kind_is_yes_no(kind))
        example = cs_answer_signs(reader->job, asked->catalog, asked->item);
    cs_report(reader->job, CS_MESSAGE_TOLD_INSTEAD, span, cs_asked_name(reader, asked), label, example);
}

/* Takes あり, なし, 可, 不可, はい, いいえ, or any other spelling of a state. */
static bool take_yes_no(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                        cs_text *text, struct cs_answer *answer)
{
    size_t size = 0;
    if (!find_spelling(*text, &answer->state, &size) && !cs_state_of_phrase(*text, &answer->state)) {
        if (is_told(asked->item, *text)) {
            answer->state = CS_STATE_FREE_TEXT;
            answer->state_span = cs_answer_span(reader, node, *text);
            report_told(reader, asked, answer->state_span);
            return true;
        }
        report_mark(reader, asked, cs_answer_span(reader, node, *text), CS_MESSAGE_MISSING_MARK, (cs_text){0});
        return false;
    }
    answer->state_span = cs_answer_span(reader, node, (cs_text){text->bytes, size});
    if (answer->state == CS_STATE_FREE_TEXT)
        report_told(reader, asked, size ? answer->state_span : cs_answer_span(reader, node, *text));
    *text = behind_sign(*text, size, answer->state);
    return true;
}

/* --- the value -------------------------------------------------------------------------------------------------- */

/* The unit to name in a message about a wrong or missing one; empty if the kind accepts several. */
static cs_text wanted_unit(const struct cs_item *item)
{
    static const cs_text usual[CS_KINDS] = {
        [CS_KIND_PERCENT] = CS_LITERAL("%"), [CS_KIND_RATIO] = CS_LITERAL("倍"), [CS_KIND_MONEY] = CS_LITERAL("円")};
    return item->unit_count ? item->units[0] : usual[item->kind];
}

static void report_fault(struct cs_reader *reader, const struct cs_asked *asked, struct cs_span span,
                         enum cs_value_fault fault, const struct cs_value *value)
{
    struct cs_job *job = reader->job;
    const struct cs_item *item = asked->item;
    cs_text unit = wanted_unit(item);
    cs_text example = cs_kind_example(item->kind, job->messages);
    struct cs_buf words = {0};
    if (fault == CS_VALUE_OTHER_UNIT && unit.size == 0)
        fault = CS_VALUE_OTHER_KIND;
    switch (fault) {
    case CS_VALUE_GOOD:
        break;
    case CS_VALUE_IN_WORDS:
        report_told(reader, asked, span);
        break;
    case CS_VALUE_OTHER_KIND:
        cs_report(job, CS_MESSAGE_WRONG_KIND, span, cs_asked_name(reader, asked),
                  cs_kind_label(item->kind, job->messages), example);
        break;
    case CS_VALUE_OTHER_UNIT:
        cs_report(job, CS_MESSAGE_WRONG_UNIT, span, cs_asked_name(reader, asked), value->unit, unit);
        break;
    case CS_VALUE_NO_UNIT:
        cs_report(job, cs_value_may_be_share(value) ? CS_MESSAGE_SHARE_UNCLEAR : CS_MESSAGE_MISSING_UNIT, span,
                  cs_asked_name(reader, asked), value->written, unit);
        break;
    case CS_VALUE_CHECK_DIGIT:
        cs_report(job, CS_MESSAGE_CHECK_DIGIT, span, value->written,
                  cs_text_of_number(&job->arena, (size_t)cs_corporate_check_digit(value->written)));
        break;
    }
    cs_buf_free(&words);
}

static void check_most(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_answer *answer)
{
    double most;
    cs_text limit = asked->item->most;
    if (answer->value.has_number && cs_take_number(&limit, &most) && answer->value.number > most)
        cs_report(reader->job, CS_MESSAGE_TOO_MUCH, answer->state_span, cs_asked_name(reader, asked), asked->item->most,
                  answer->value.written);
}

static cs_text choice_ids(struct cs_job *job, const struct cs_item *item)
{
    struct cs_buf ids = {0};
    for (uint32_t i = 0; i < item->choice_count; i++) {
        cs_buf_add(&ids, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&ids, item->choices[i].id);
    }
    return cs_buf_take(&job->arena, &ids);
}

enum { MOST_CHOICES = 52 }; /* a set of this size is exact in a double */

/* The longest choice at the front of a text: 10 before 1; MOST_CHOICES if there is none. */
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

/* Takes the choices at the front of a text: ①, ①④, ① ④. Returns how many; *chosen is their set. */
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
    struct cs_span span = cs_answer_span(reader, node, count ? written : whole);
    if (count == 0) {
        cs_text ids = choice_ids(reader->job, item);
        cs_report(reader->job, CS_MESSAGE_UNKNOWN_CHOICE, span, whole, cs_asked_name(reader, asked), ids);
        return;
    }
    for (uint32_t i = 0; i < item->choice_count && i < MOST_CHOICES && count > 1; i++)
        if (item->choices[i].alone && (chosen >> i & 1))
            cs_report(reader->job, CS_MESSAGE_CHOICE_ALONE, span, item->choices[i].id);
    if (count > 1 && !item->many)
        cs_report(reader->job, CS_MESSAGE_ONE_CHOICE, span, cs_asked_name(reader, asked));
    answer->value = (struct cs_value){.written = written, .has_number = true, .number = (double)chosen};
    *text = cs_text_trim(*text);
}

/* A value containing facts: parsed with the facts filled in, and kept as written until all facts are filled in. False
 * if the result is not a valid value. */
static bool take_value_of_facts(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                                const struct cs_value_wanted *wanted, cs_text *text, struct cs_answer *answer)
{
    enum cs_language language = asked->profile->language;
    cs_text filled = cs_facts_in(reader->job, asked->profile, *text, language), rest;
    enum cs_value_fault fault = cs_value_read(filled, wanted, &answer->value, &rest);
    cs_text read = answer->value.written;
    size_t end = read.size ? (size_t)(read.bytes + read.size - filled.bytes) : 0;
    size_t head = cs_facts_head(asked->profile, *text, language, end);
    bool unread = fault == CS_VALUE_OTHER_KIND || fault == CS_VALUE_IN_WORDS;
    if (unread && cs_text_find(filled, CS_TEXT("${")) >= 0) {
        answer->value = (struct cs_value){.written = *text}; /* an unknown fact is reported in the end */
        *text = (cs_text){0};
        return true;
    }
    if (unread || head == 0)
        return false;
    answer->value.written = (cs_text){text->bytes, head};
    answer->state_span = cs_answer_span(reader, node, answer->value.written);
    report_fault(reader, asked, answer->state_span, fault, &answer->value);
    head += rest.size ? (size_t)(rest.bytes - (read.bytes + read.size)) : text->size - head;
    *text = cs_text_skip(*text, head);
    return true;
}

/* Takes the value off the front of *text. A state that is neither yes nor no may be in its place: 非公開, 対象外. */
static void take_value(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node,
                       cs_text *text, struct cs_answer *answer)
{
    const struct cs_item *item = asked->item;
    size_t size;
    enum cs_state state;
    if (find_spelling(*text, &state, &size) && (is_universal(state) || state == CS_STATE_NA)) {
        answer->state = state;
        answer->state_span = cs_answer_span(reader, node, (cs_text){text->bytes, size});
        *text = behind_sign(*text, size, answer->state);
        if (state == CS_STATE_FREE_TEXT)
            report_told(reader, asked, answer->state_span);
        return;
    }
    answer->state = CS_STATE_FREE_TEXT;
    answer->state_span = cs_answer_span(reader, node, *text);
    if (item->kind != CS_KIND_TEXT && item->kind != CS_KIND_LIST && cs_state_of_phrase(*text, &answer->state)) {
        if (answer->state == CS_STATE_FREE_TEXT)
            report_told(reader, asked, answer->state_span);
        return;
    }
    if (item->kind == CS_KIND_CHOICE) {
        take_choice(reader, asked, node, text, answer);
        return;
    }
    struct cs_value_wanted wanted = {item->kind, item->units, item->unit_count, item->none_allowed};
    cs_text rest;
    if (cs_text_find(*text, CS_TEXT("${")) >= 0 && take_value_of_facts(reader, asked, node, &wanted, text, answer))
        return;
    enum cs_value_fault fault = cs_value_read(*text, &wanted, &answer->value, &rest);
    cs_text where = answer->value.written.size ? answer->value.written : *text;
    answer->state_span = cs_answer_span(reader, node, where);
    report_fault(reader, asked, answer->state_span, fault, &answer->value);
    if (fault == CS_VALUE_GOOD)
        check_most(reader, asked, answer);
    if (fault == CS_VALUE_OTHER_KIND) {
        answer->value = (struct cs_value){.written = *text}; /* shown as written, never compared */
        rest = (cs_text){0};
    }
    *text = rest;
}

void cs_answer_take(struct cs_reader *reader, const struct cs_asked *asked, const struct cs_node *node, cs_text *text,
                    struct cs_answer *answer)
{
    if (asked->item->kind == CS_KIND_MARK && asked->profile->in_words)
        answer->state = text->size ? CS_STATE_FREE_TEXT : CS_STATE_NONE;
    else if (asked->item->kind == CS_KIND_MARK)
        take_mark(reader, asked, node, text, answer);
    else if (cs_kind_is_yes_no(asked->item->kind))
        take_yes_no(reader, asked, node, text, answer);
    else
        take_value(reader, asked, node, text, answer);
}

/* --- when a plan is due ------------------------------------------------------------------------------------------ */

struct cs_date cs_answer_take_due(cs_text *text)
{
    struct cs_value_wanted wanted = {.kind = CS_KIND_DATE};
    struct cs_value value;
    cs_text rest;
    if (cs_value_read(*text, &wanted, &value, &rest) != CS_VALUE_GOOD)
        return (struct cs_date){0};
    *text = rest;
    bool has_day = cs_text_find(value.written, CS_TEXT("日")) > 0 ||
                   (cs_text_length(value.written) > 7 && cs_text_find(value.written, CS_TEXT("年")) < 0);
    if (!has_day)
        value.date.day = 0;
    return value.date;
}
