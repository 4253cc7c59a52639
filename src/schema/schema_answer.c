/* The parts of a profile's schema that come from its catalog: the questions, and the possible answers to each. */
#include "schema/schema_answer.h"
#include "base/escape.h"
#include "checksheet/sheet_words.h"

/* The meaning of a sign in the catalog, and when to use it. */
static cs_text meaning_of(struct cs_schema_out *schema, const struct cs_mark *mark)
{
    struct cs_buf meaning = {0};
    cs_text label = cs_words_in(&mark->label, schema->language), guide = cs_words_in(&mark->guide, schema->language);
    cs_buf_add(&meaning, label.size ? label : cs_state_label(mark->state, schema->language));
    cs_buf_add(&meaning, guide.size ? CS_TEXT(": ") : guide);
    cs_buf_add(&meaning, guide);
    return cs_buf_take(&schema->job->arena, &meaning);
}

/* Adds the signs that answer a question of a kind: the catalog's marks, あり and なし, the choices. */
static void add_signs(struct cs_schema_out *schema, const struct cs_item *item, struct cs_schema_words *out)
{
    const struct cs_catalog *catalog = schema->catalog;
    if (!catalog)
        for (int state = CS_STATE_OK; state < CS_STATES; state++)
            cs_schema_add_word(out, cs_state_word((enum cs_state)state),
                               cs_state_label((enum cs_state)state, schema->language));
    else if (item->kind == CS_KIND_MARK)
        for (uint32_t i = 0; i < catalog->mark_count; i++)
            cs_schema_add_word(out, catalog->marks[i].sign, meaning_of(schema, &catalog->marks[i]));
    else if (cs_kind_is_yes_no(item->kind))
        for (int state = CS_STATE_OK; state < CS_STATES; state++)
            cs_schema_add_word(out, cs_kind_word_for(item->kind, (enum cs_state)state, schema->language),
                               cs_state_label((enum cs_state)state, schema->language));
    for (uint32_t i = 0; i < item->choice_count; i++)
        cs_schema_add_word(out, item->choices[i].id, cs_words_in(&item->choices[i].label, schema->language));
}

/* Adds the words for states that any answer may have, if the sheet has no sign for them. */
static void add_states(struct cs_schema_out *schema, const struct cs_item *item, struct cs_schema_words *out)
{
    static const enum cs_state anywhere[] = {CS_STATE_NA, CS_STATE_PLAN, CS_STATE_NDA, CS_STATE_FREE_TEXT};
    for (size_t i = 0; schema->catalog && i < sizeof anywhere / sizeof *anywhere; i++)
        if (item->kind != CS_KIND_MARK || !cs_catalog_mark(schema->catalog, anywhere[i]))
            cs_schema_add_word(out, cs_state_word(anywhere[i]), cs_state_label(anywhere[i], schema->language));
}

/* True if the example of a kind is a valid answer, and not a description of one. */
static bool is_example(enum cs_kind kind, cs_text example)
{
    return kind != CS_KIND_CORPORATE_NUMBER && cs_text_find(example, CS_TEXT("...")) < 0;
}

/* Example values: a number with each of the question's own units, or the kind's example. */
static void put_examples(struct cs_schema_out *schema, const struct cs_item *item)
{
    struct cs_schema_words out = {.schema = schema};
    struct cs_buf example = {0};
    cs_text usual = cs_kind_example(item->kind, schema->language);
    for (uint32_t i = 0; i < item->unit_count; i++) {
        cs_schema_join(&example, "7", item->units[i], "");
        cs_schema_add_word(&out, cs_buf_copy(&schema->job->arena, &example), (cs_text){0});
    }
    if (item->unit_count == 0 && is_example(item->kind, usual))
        cs_schema_add_word(&out, usual, (cs_text){0});
    if (item->none_allowed)
        cs_schema_add_word(&out, schema->language == CS_JA ? CS_TEXT("なし") : CS_TEXT("none"), (cs_text){0});
    if (out.count)
        cs_schema_put_texts(schema, "examples", out.words, out.count);
    cs_buf_free(&example);
}

/* The short forms of an answer, as members of anyOf: the signs first, since editors offer the first ones first. */
static void add_short_forms(struct cs_schema_out *schema, const struct cs_item *item)
{
    struct cs_schema_words signs = {.schema = schema}, states = {.schema = schema};
    add_signs(schema, item, &signs);
    cs_schema_add_enum(&signs);
    if (signs.count == 0) {
        cs_json_object(&schema->json, CS_JSON_FLAT);
        cs_schema_put_text_type(schema);
        put_examples(schema, item);
        cs_json_end(&schema->json);
    }
    add_states(schema, item, &states);
    cs_schema_add_enum(&states);
    if (signs.count)
        cs_schema_add_reference(schema, CS_TEXT("text"));
}

static void put_short(struct cs_schema_out *schema, const char *key, const struct cs_item *item)
{
    cs_json_put_object(&schema->json, key, CS_JSON_FLAT);
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    add_short_forms(schema, item);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

/* The long form of an answer, with this question's signs and values under `status` and `value`. */
static void add_long_form(struct cs_schema_out *schema, const struct cs_item *item)
{
    bool has_value = item->kind != CS_KIND_MARK && !cs_kind_is_yes_no(item->kind);
    cs_json_object(&schema->json, CS_JSON_TALL);
    cs_schema_put(schema, "type", "object");
    cs_json_put_list(&schema->json, "allOf", CS_JSON_FLAT);
    cs_schema_add_reference(schema, CS_TEXT("long-answer"));
    cs_json_end(&schema->json);
    cs_json_put_object(&schema->json, "properties", CS_JSON_TALL);
    put_short(schema, "status", item);
    if (has_value)
        put_short(schema, "value", item);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

void cs_schema_put_answer(struct cs_schema_out *schema, const struct cs_item *item)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_TALL);
    add_short_forms(schema, item);
    add_long_form(schema, item);
    cs_json_end(&schema->json);
}

bool cs_schema_is_usual(const struct cs_item *item)
{
    return item->choice_count == 0 && item->unit_count == 0 && !item->none_allowed;
}

cs_text cs_schema_answer_name(struct cs_buf *buf, enum cs_kind kind)
{
    return cs_schema_join(buf, "answer-", cs_kind_word(kind), "");
}

/* --- questions -------------------------------------------------------------------------------------------------- */

static void add_paragraph(struct cs_buf *out, cs_text label, cs_text text)
{
    if (text.size == 0)
        return;
    cs_buf_separate(out, CS_TEXT("\n\n"));
    if (label.size) {
        cs_buf_add(out, CS_TEXT("**"));
        cs_buf_add(out, label);
        cs_buf_add(out, CS_TEXT("** "));
    }
    cs_escape_markdown(out, text, false);
}

cs_text cs_schema_kind_text(struct cs_schema_out *schema, const struct cs_item *item)
{
    struct cs_buf words = {0};
    cs_text example = cs_kind_example(item->kind, schema->language);
    if (item->kind == CS_KIND_MARK)
        return (cs_text){0};
    cs_buf_add(&words, cs_kind_label(item->kind, schema->language));
    for (uint32_t i = 0; i < item->unit_count; i++) {
        cs_buf_add(&words, CS_TEXT(" "));
        cs_buf_add(&words, item->units[i]);
    }
    if (item->unit_count == 0 && example.size && cs_text_find(example, CS_TEXT("...")) < 0) {
        cs_buf_add(&words, CS_TEXT(" ("));
        cs_buf_add(&words, example);
        cs_buf_add(&words, CS_TEXT(")"));
    }
    return cs_buf_take(&schema->job->arena, &words);
}

static void add_choices(struct cs_buf *markdown, const struct cs_choice *choices, uint32_t count,
                        enum cs_language language)
{
    struct cs_buf choice = {0};
    for (uint32_t i = 0; i < count; i++) {
        add_paragraph(markdown, (cs_text){0}, cs_schema_join(&choice, "", choices[i].id, " "));
        cs_escape_markdown(markdown, cs_words_in(&choices[i].label, language), false);
    }
    cs_buf_free(&choice);
}

static void put_description(struct cs_schema_out *schema, const struct cs_item *item)
{
    enum cs_language language = schema->language;
    struct cs_buf markdown = {0};
    add_paragraph(&markdown, (cs_text){0}, cs_words_in(item->ask, language));
    add_paragraph(&markdown, cs_word(CS_WORD_GUIDE, language), cs_words_in(item->guide, language));
    add_paragraph(&markdown, cs_word(CS_WORD_KIND, language), cs_schema_kind_text(schema, item));
    add_choices(&markdown, item->choices, item->choice_count, language);
    for (uint32_t i = 0; i < item->demand_count; i++) {
        add_paragraph(&markdown, cs_word(CS_WORD_MUST_SAY, language), cs_words_in(item->demands[i].ask, language));
        add_choices(&markdown, item->demands[i].choices, item->demands[i].choice_count, language);
    }
    cs_json_put(&schema->json, "description", cs_words_in(item->ask, language));
    cs_json_put(&schema->json, "markdownDescription", cs_buf_text(&markdown));
    cs_buf_free(&markdown);
}

void cs_schema_put_question(struct cs_schema_out *schema, const struct cs_item *item)
{
    struct cs_buf name = {0};
    cs_schema_put_object(schema, item->id, CS_JSON_TALL);
    cs_json_put(&schema->json, "title", cs_catalog_item_name(schema->job, schema->catalog, item));
    put_description(schema, item);
    if (cs_schema_is_usual(item))
        cs_schema_put_reference(schema, cs_schema_answer_name(&name, item->kind));
    else
        cs_schema_put_answer(schema, item);
    cs_json_end(&schema->json);
    cs_buf_free(&name);
}
