/* Reading a thesaurus:
 *
 *     checksheet: thesaurus/1
 *     shared: [TLS]
 *     groups:
 *       backup: {name: {ja: バックアップ, en: backup}, ja: [複製保存], en: [backed up]}
 *       encrypt: {ja: [暗号, TLS], en: [encrypt]}
 *       documented: {kind: frame, ja: [文書], en: [written]}
 *
 * A term stands in one group, unless it is named under `shared`. */
#include "checksheet/load.h"
#include "load/fields.h"
#include "load/file_kind.h"
#include "match/thesaurus.h"
#include "base/messages_load.h"

struct thesaurus_reader {
    struct cs_reader reader; /* first, so that a pointer to it can be converted back */
    struct cs_thesaurus *thesaurus;
    struct cs_texts shared;
    uint32_t groups;
};

static struct thesaurus_reader *self(struct cs_reader *reader)
{
    return (struct thesaurus_reader *)reader;
}

static void read_kind(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    if (cs_want_text(reader, key, value) && !cs_concept_kind_of_word(value->text, into))
        cs_report_word(reader, key, value, CS_TEXT("subject frame outside mask"));
}

static bool is_shared(const struct thesaurus_reader *state, cs_text term)
{
    for (uint32_t i = 0; i < state->shared.count; i++)
        if (cs_text_equal(state->shared.at[i], term))
            return true;
    return false;
}

static void read_term(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value,
                      uint32_t concept)
{
    struct cs_thesaurus *thesaurus = self(reader)->thesaurus;
    if (!cs_want_text(reader, key, value))
        return;
    uint32_t other = cs_thesaurus_other(thesaurus, concept, value->text);
    if (other != CS_NO_CONCEPT && !is_shared(self(reader), value->text))
        cs_report_node(reader, CS_MESSAGE_SHARED_TERM, value, value->text, cs_thesaurus_at(thesaurus, other)->id);
    else
        cs_thesaurus_add_term(thesaurus, concept, value->text);
}

static void read_terms(struct cs_reader *reader, const struct cs_node *map, const char *language, uint32_t concept)
{
    const struct cs_node *key = cs_map_key(map, language), *value = key ? key->next : NULL;
    if (!value || cs_is_empty(value))
        return;
    if (value->kind == CS_NODE_TEXT)
        read_term(reader, key, value, concept);
    else if (value->kind == CS_NODE_MAP)
        cs_report_node(reader, CS_MESSAGE_WANTS_LIST, value, key->text, (cs_text){0});
    else
        for (const struct cs_node *entry = value->first; entry; entry = entry->next)
            read_term(reader, key, entry, concept);
}

static const struct cs_field group_fields[] = {
    {"kind", read_kind, offsetof(struct cs_concept, kind), NULL},
    {"name", cs_read_words, offsetof(struct cs_concept, name), NULL},
    {"ja", NULL, 0, NULL},
    {"en", NULL, 0, NULL},
};

static void read_groups(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)into;
    if (!cs_want_named(reader, key, value))
        return;
    for (const struct cs_node *id = value->first; id; id = id->next->next) {
        struct cs_concept concept = {.id = id->text, .span = cs_node_span(reader->source, id)};
        if (!cs_want_map(reader, id, id->next))
            continue;
        cs_read_fields(reader, id, id->next, CS_FIELDS(group_fields, NULL), &concept);
        uint32_t number = cs_thesaurus_add(self(reader)->thesaurus, &concept);
        read_terms(reader, id->next, "ja", number);
        read_terms(reader, id->next, "en", number);
        self(reader)->groups++;
    }
}

static const struct cs_field thesaurus_fields[] = {
    {"checksheet", NULL, 0, NULL},
    {"language", NULL, 0, NULL},
    {"license", NULL, 0, NULL},
    {"shared", NULL, 0, NULL},
    {"groups", read_groups, 0, "{backup: {ja: [バックアップ], en: [backup]}}"},
};

uint32_t cs_load_thesaurus(struct cs_job *job, const struct cs_source *source, struct cs_thesaurus *thesaurus)
{
    struct cs_arena nodes;
    job->looks = 0;
    struct thesaurus_reader state = {.reader = {job, source, CS_JA}, .thesaurus = thesaurus};
    const struct cs_node *root = cs_reader_open(&state.reader, &nodes);
    if (root && cs_expect_kind(&state.reader, root, CS_FILE_THESAURUS)) {
        cs_read_early(&state.reader, root, "language", cs_read_language, &state.reader.language);
        cs_read_early(&state.reader, root, "shared", cs_read_texts, &state.shared);
        cs_read_fields(&state.reader, NULL, root, CS_FIELDS(thesaurus_fields, NULL), &state);
    }
    cs_arena_release(&nodes);
    return state.groups;
}
