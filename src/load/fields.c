/* Reading mappings by table. */
#include "load/fields.h"
#include "base/messages_load.h"
#include "base/base.h"
#include "model/value.h"
#include "base/names.h"

#include <string.h>

enum { MOST_FIELDS = 40 };

/* Words that people write for keys, in Japanese or as in other tools. */
static const struct {
    const char *word, *key;
} synonyms[] = {
    {"回答", "status"},      {"状態", "status"},      {"state", "status"},
    {"answer", "status"},    {"mark", "status"},      {"補足", "remark"},
    {"補足説明", "remark"},  {"備考", "remark"},      {"remarks", "remark"},
    {"comment", "remark"},   {"note", "remark"},      {"根拠", "evidence"},
    {"証跡", "evidence"},    {"確認日", "reviewed"},  {"最終確認日", "reviewed"},
    {"担当", "owner"},       {"質問", "ask"},         {"question", "ask"},
    {"設問", "ask"},         {"会社", "vendor"},      {"company", "vendor"},
    {"サービス", "service"}, {"回答日", "date"},      {"項目", "items"},
    {"回答一覧", "answers"}, {"カタログ", "catalog"}, {"notes", "note"},
    {"sources", "source"},   {"値", "value"},
};

struct cs_finding *cs_report_node(struct cs_reader *reader, cs_message message, const struct cs_node *node,
                                  cs_text first, cs_text second)
{
    return cs_report(reader->job, message, cs_node_span(reader->source, node), first, second);
}

bool cs_is_empty(const struct cs_node *node)
{
    return node->kind == CS_NODE_TEXT && node->plain && node->text.size == 0;
}

uint32_t cs_node_count(const struct cs_node *node)
{
    uint32_t count = 0;
    for (const struct cs_node *child = node->first; child; child = child->next)
        count++;
    return node->kind == CS_NODE_MAP ? count / 2 : count;
}

/* True if the text is this key; the first byte differs for most of them. */
static bool is_key(cs_text text, const char *key)
{
    return text.size && text.bytes[0] == key[0] && cs_text_equal(text, cs_text_of(key));
}

const struct cs_node *cs_map_key(const struct cs_node *map, const char *key)
{
    for (const struct cs_node *child = map->first; child; child = child->next->next)
        if (child->kind == CS_NODE_TEXT && is_key(child->text, key))
            return child;
    return NULL;
}

const struct cs_node *cs_map_get(const struct cs_node *map, const char *key)
{
    const struct cs_node *found = cs_map_key(map, key);
    return found ? found->next : NULL;
}

void cs_read_early(struct cs_reader *reader, const struct cs_node *map, const char *key, cs_field_reader *read,
                   void *into)
{
    const struct cs_node *found = cs_map_key(map, key);
    if (found && !cs_is_empty(found->next))
        read(reader, found, found->next, into);
}

bool cs_has_wrong_shape(const struct cs_node *map, const char *key)
{
    const struct cs_node *value = map->kind == CS_NODE_MAP ? cs_map_get(map, key) : NULL;
    return value && !cs_is_empty(value) && value->kind != CS_NODE_MAP;
}

bool cs_want_map(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    if (value->kind != CS_NODE_MAP)
        cs_report_node(reader, CS_MESSAGE_WANTS_MAP, key, key->text, (cs_text){0});
    return value->kind == CS_NODE_MAP;
}

bool cs_want_named(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    struct cs_names names = {0};
    uint32_t count = 0;
    if (!cs_want_map(reader, key, value))
        return false;
    for (const struct cs_node *name = value->first; name; name = name->next->next)
        if (name->kind == CS_NODE_TEXT && cs_names_add(&reader->job->arena, &names, name->text) < count)
            cs_report_node(reader, CS_MESSAGE_DUPLICATE_KEY, name, name->text, (cs_text){0});
        else
            count = names.count;
    return true;
}

bool cs_want_text(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value)
{
    if (value->kind != CS_NODE_TEXT)
        cs_report_node(reader, CS_MESSAGE_WANTS_TEXT, value, key->text, (cs_text){0});
    return value->kind == CS_NODE_TEXT;
}

bool cs_want_few(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, uint32_t most)
{
    if (cs_node_count(value) <= most)
        return true;
    cs_report_node(reader, CS_MESSAGE_TOO_MANY, key, key->text, cs_text_of_number(&reader->job->arena, most));
    return false;
}

static size_t find_field(struct cs_fields fields, cs_text key)
{
    size_t i = 0;
    while (i < fields.count && !is_key(key, fields.rows[i].key))
        i++;
    return i;
}

/* The key that a wrong one was probably meant to be. */
static cs_text guess_key(struct cs_reader *reader, cs_text wrong, struct cs_fields fields)
{
    cs_text keys[MOST_FIELDS];
    uint32_t count = 0;
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (cs_text_equal(wrong, cs_text_of(synonyms[i].word)) &&
            find_field(fields, cs_text_of(synonyms[i].key)) < fields.count)
            return cs_text_of(synonyms[i].key);
    while (count < fields.count && count < MOST_FIELDS) {
        keys[count] = cs_text_of(fields.rows[count].key);
        count++;
    }
    return cs_guess_text(reader->job, wrong, keys, count);
}

/* The state of a field while its mapping is read. */
struct met {
    bool seen;
    const struct cs_node *empty; /* the key, if its value is empty: the same as missing */
};

const struct cs_node *cs_reader_open(struct cs_reader *reader, struct cs_arena *nodes)
{
    const struct cs_arena *own = &reader->job->arena;
    *nodes = (struct cs_arena){.limit = own->limit, .exhausted = own->exhausted, .context = own->context};
    return cs_yaml_read(reader->job, nodes, reader->source);
}

static bool is_blank(const struct cs_node *value)
{
    return value->kind == CS_NODE_TEXT && cs_text_trim(value->text).size == 0;
}

static void report_missing(struct cs_reader *reader, const struct cs_node *owner, const struct cs_node *map,
                           struct cs_fields fields, const struct met met[])
{
    for (size_t i = 0; i < fields.count; i++) {
        const struct cs_field *field = &fields.rows[i];
        if (!field->example || (met[i].seen && !met[i].empty))
            continue;
        const struct cs_node *at = met[i].empty ? met[i].empty : owner ? owner : map->first ? map->first : map;
        cs_report_node(reader, CS_MESSAGE_MISSING_KEY, at, cs_text_of(field->key), cs_text_of(field->example));
    }
}

/* Handles a key that is not in the table. */
static void read_other(struct cs_reader *reader, const struct cs_node *key, struct cs_fields fields, void *target,
                       struct met met[])
{
    if (cs_text_starts(key->text, CS_TEXT("x-")) || (fields.other && fields.other(reader, key, key->next, target)))
        return;
    cs_text guess = guess_key(reader, key->text, fields);
    cs_report_node(reader, CS_MESSAGE_UNKNOWN_KEY, key, key->text, guess);
    size_t meant = find_field(fields, guess);
    if (meant < fields.count)
        met[meant].seen = true; /* misspelt, so not missing */
}

void cs_read_fields(struct cs_reader *reader, const struct cs_node *owner, const struct cs_node *map,
                    struct cs_fields fields, void *target)
{
    struct met met[MOST_FIELDS] = {{0}};
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        const struct cs_node *value = key->next;
        if (key->kind != CS_NODE_TEXT) {
            cs_report_node(reader, CS_MESSAGE_KEY_NOT_TEXT, key, (cs_text){0}, (cs_text){0});
            continue;
        }
        size_t i = find_field(fields, key->text);
        if (i == fields.count) {
            read_other(reader, key, fields, target, met);
            continue;
        }
        if (met[i].seen) {
            cs_report_node(reader, CS_MESSAGE_DUPLICATE_KEY, key, key->text, (cs_text){0});
            continue; /* the first one counts: readers of lists allocate once */
        }
        met[i] = (struct met){true, is_blank(value) ? key : NULL};
        if (fields.rows[i].read && !cs_is_empty(value))
            fields.rows[i].read(reader, key, value, (char *)target + fields.rows[i].offset);
    }
    report_missing(reader, owner, map, fields, met);
}

void cs_read_text(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value))
        *(cs_text *)into = cs_text_trim(value->text);
}

void cs_read_words(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_words *words = into;
    static const struct cs_field languages[] = {
        {"ja", cs_read_text, offsetof(struct cs_words, in[CS_JA]), NULL},
        {"en", cs_read_text, offsetof(struct cs_words, in[CS_EN]), NULL},
    };
    _Static_assert(sizeof languages / sizeof *languages == CS_LANGUAGES, "a row for each language");
    if (value->kind == CS_NODE_TEXT)
        words->in[reader->language] = cs_text_trim(value->text);
    else if (value->kind == CS_NODE_MAP)
        cs_read_fields(reader, key, value, CS_FIELDS(languages, NULL), words);
    else
        cs_report_node(reader, CS_MESSAGE_WANTS_WORDS, value, key->text, (cs_text){0});
}

void cs_read_words_ref(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_words *words = cs_alloc(&reader->job->arena, sizeof *words);
    cs_read_words(reader, key, value, words);
    *(const struct cs_words **)into = words;
}

void cs_read_texts(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    struct cs_texts *texts = into;
    uint32_t count = value->kind == CS_NODE_TEXT ? 1 : cs_node_count(value);
    if (value->kind == CS_NODE_MAP) {
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
        return;
    }
    cs_text *at = cs_alloc_array(&reader->job->arena, count, sizeof *at);
    if (value->kind == CS_NODE_TEXT)
        at[texts->count++] = cs_text_trim(value->text);
    for (const struct cs_node *entry = value->first; entry; entry = entry->next)
        if (cs_want_text(reader, key, entry))
            at[texts->count++] = cs_text_trim(entry->text);
    texts->at = at;
}

void cs_read_true(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    bool is_true = value->kind == CS_NODE_TEXT && cs_text_equal(value->text, CS_TEXT("true"));
    if (is_true || (value->kind == CS_NODE_TEXT && cs_text_equal(value->text, CS_TEXT("false"))))
        *(bool *)into = is_true;
    else
        cs_report_node(reader, CS_MESSAGE_WANTS_TRUE, value, key->text, (cs_text){0});
}

static void report_bad_date(struct cs_reader *reader, const struct cs_node *value, struct cs_date date)
{
    struct cs_arena *arena = &reader->job->arena;
    struct cs_date last = date;
    for (last.day = 31; last.day > 0 && !cs_date_exists(last); last.day--)
        ;
    bool has_days = last.day > 0;
    cs_report(reader->job, CS_MESSAGE_BAD_DATE, cs_node_span(reader->source, value), value->text,
              has_days ? cs_text_of_number(arena, (size_t)date.month) : (cs_text){0},
              has_days ? cs_text_of_number(arena, (size_t)last.day) : (cs_text){0});
}

static void parse_date(struct cs_reader *reader, const struct cs_node *value, struct cs_date *date)
{
    struct cs_date read;
    struct cs_date written;
    cs_text folded = cs_text_fold(&reader->job->arena, value->text); /* ２０２５－１１－３０ */
    if (cs_date_of_text(folded, &read))
        *date = read;
    else if (!read.year && cs_date_of_writing(folded, &written))
        *date = written;
    else if (read.year)
        report_bad_date(reader, value, read);
    else
        cs_report_node(reader, CS_MESSAGE_DATE_FORM, value, value->text, (cs_text){0});
}

void cs_read_date(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value))
        parse_date(reader, value, into);
}

void cs_report_level(struct cs_job *job, struct cs_span span, const struct cs_catalog *catalog, cs_text word)
{
    if (catalog->level_count)
        cs_report(job, CS_MESSAGE_NO_SUCH_LEVEL, span, catalog->id, word, cs_catalog_levels_text(job, catalog));
    else
        cs_report(job, CS_MESSAGE_NO_LEVELS, span, catalog->id, word);
}

void cs_report_word(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, cs_text allowed)
{
    cs_report(reader->job, CS_MESSAGE_UNKNOWN_WORD, cs_node_span(reader->source, value), key->text, value->text,
              allowed);
}

void cs_read_language(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (!cs_want_text(reader, key, value))
        return;
    for (int language = 0; language < CS_LANGUAGES; language++)
        if (cs_text_equal(value->text, cs_language_code((enum cs_language)language))) {
            *(enum cs_language *)into = (enum cs_language)language;
            return;
        }
    cs_report_word(reader, key, value, CS_TEXT("ja en"));
}
