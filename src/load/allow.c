/* Reading `allow` and `reason`. An allowance counts only if it is complete: a rule that may be allowed there, and a
 * reason, so that a reader of the report learns what was decided, and why. */
#include "load/allow.h"
#include "base/messages_load.h"
#include "base/base.h"
#include "checksheet/rules.h"

/* An `allow` being read. */
struct allowing {
    struct cs_reader *reader;
    const struct cs_node *key;
    struct cs_allowance every; /* what all its rules have in common */
    unsigned place;
    struct cs_allowances read;
};

static void report_unknown(struct cs_reader *reader, const struct cs_node *word)
{
    cs_text slugs[CS_RULES];
    for (int rule = 0; rule < CS_RULES; rule++)
        slugs[rule] = cs_rule_slug((cs_rule)rule);
    cs_text guess = cs_guess_text(reader->job, word->text, slugs, CS_RULES);
    cs_report_node(reader, guess.size ? CS_MESSAGE_UNKNOWN_RULE : CS_MESSAGE_UNKNOWN_RULE_LIST, word, word->text,
                   guess);
}

/* True for a rule that may be allowed in this place; otherwise it is reported. */
static bool may_stand(const struct allowing *allowing, const struct cs_node *word, cs_rule rule)
{
    unsigned places = cs_rule_allowed(rule);
    if (places & allowing->place)
        return true;
    cs_report_node(allowing->reader,
                   places == 0                      ? CS_MESSAGE_ALLOWED_NOWHERE
                   : places == CS_ALLOWED_IN_ANSWER ? CS_MESSAGE_ALLOWED_IN_ANSWER
                                                    : CS_MESSAGE_ALLOWED_IN_FILE,
                   word, word->text, (cs_text){0});
    return false;
}

static bool is_read(const struct cs_allowances *read, cs_rule rule)
{
    uint32_t i = 0;
    while (i < read->count && read->at[i].rule != rule)
        i++;
    return i < read->count;
}

static void read_rule(struct allowing *allowing, const struct cs_node *word)
{
    cs_rule rule;
    if (!cs_want_text(allowing->reader, allowing->key, word))
        return;
    if (!cs_rule_find(cs_text_trim(word->text), &rule)) {
        report_unknown(allowing->reader, word);
        return;
    }
    if (!may_stand(allowing, word, rule))
        return;
    if (is_read(&allowing->read, rule)) {
        cs_report_node(allowing->reader, CS_MESSAGE_DUPLICATE_KEY, word, word->text, (cs_text){0});
        return;
    }
    struct cs_allowance *allowance = &allowing->read.at[allowing->read.count++];
    *allowance = allowing->every;
    allowance->rule = rule;
    allowance->word = cs_node_span(allowing->reader->source, word);
}

/* The reason; empty, and reported, if there is none. */
static cs_text reason_of(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *map)
{
    const struct cs_node *reason = cs_map_key(map, "reason");
    if (reason && !cs_want_text(reader, reason, reason->next))
        return (cs_text){0};
    cs_text text = reason ? cs_text_trim(reason->next->text) : (cs_text){0};
    if (text.size == 0)
        cs_report_node(reader, CS_MESSAGE_MISSING_KEY, reason ? reason : key, CS_TEXT("reason"),
                       reader->job->messages == CS_JA ? CS_TEXT("次の改訂で直すため")
                                                      : CS_TEXT("mended with the next edition"));
    return text;
}

static struct cs_allowances read(struct allowing *allowing, const struct cs_node *map)
{
    enum { MOST_RULES = 50 };
    struct cs_reader *reader = allowing->reader;
    const struct cs_node *key = cs_map_key(map, "allow"), *reason = cs_map_key(map, "reason");
    if (!key && !reason)
        return allowing->read;
    if (!key || cs_is_empty(key->next)) {
        if (reason && !cs_is_empty(reason->next))
            cs_report_node(reader, CS_MESSAGE_MISSING_KEY, reason, CS_TEXT("allow"), CS_TEXT("[stale-answer]"));
        return allowing->read;
    }
    const struct cs_node *value = key->next;
    if (value->kind == CS_NODE_MAP) {
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
        return allowing->read;
    }
    if (!cs_want_few(reader, key, value, MOST_RULES))
        return allowing->read;
    allowing->key = key;
    allowing->every.reason = reason_of(reader, key, map);
    allowing->read.at = cs_alloc_array(&reader->job->arena, cs_node_count(value) + 1, sizeof *allowing->read.at);
    for (const struct cs_node *word = value->kind == CS_NODE_LIST ? value->first : value; word;
         word = value->kind == CS_NODE_LIST ? word->next : NULL)
        read_rule(allowing, word);
    if (allowing->every.reason.size == 0)
        return (struct cs_allowances){0};
    cs_job_allow(reader->job, allowing->read.at, allowing->read.count);
    return allowing->read;
}

struct cs_allowances cs_allow_read_answer(struct cs_reader *reader, const struct cs_node *key,
                                          const struct cs_node *map)
{
    struct allowing allowing = {.reader = reader, .place = CS_ALLOWED_IN_ANSWER};
    allowing.every.where = (struct cs_span){reader->source, key->start, map->next ? map->next->start : map->end};
    return read(&allowing, map);
}

struct cs_allowances cs_allow_read_file(struct cs_reader *reader, const struct cs_node *map)
{
    struct allowing allowing = {.reader = reader, .place = CS_ALLOWED_IN_FILE};
    const struct cs_node *answers = cs_map_get(map, "answers");
    allowing.every.where = (struct cs_span){reader->source, 0, UINT32_MAX};
    allowing.every.whole_file = true;
    if (answers)
        allowing.every.except = cs_node_span(reader->source, answers);
    return read(&allowing, map);
}
