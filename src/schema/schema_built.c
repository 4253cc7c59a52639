/* The shapes that no table can express: scalars, vocabularies, and what depends on the catalog. */
#include "schema/schema_built.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "checksheet/diag.h"
#include "schema/schema_answer.h"
#include "checksheet/rules.h"

#include <string.h>

static const struct {
    const char *object, *key;
} keys[] = {
#define CS_KEY(object, key, shape, ja, en) {object, key},
#include "schema/schema.def"
};

/* Allows keys that begin with x-, which are the author's own. */
static void put_own_keys(struct cs_schema_out *schema)
{
    cs_json_put_object(&schema->json, "patternProperties", CS_JSON_FLAT);
    cs_json_put_object(&schema->json, "^x-", CS_JSON_FLAT);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

void cs_schema_put_other_keys(struct cs_schema_out *schema, const char *shape)
{
    put_own_keys(schema);
    if (*shape) {
        cs_json_put_object(&schema->json, "additionalProperties", CS_JSON_FLAT);
        cs_schema_put_reference(schema, cs_text_of(shape));
        cs_json_end(&schema->json);
    } else
        cs_json_put_bool(&schema->json, "additionalProperties", false);
}

/* Appends a text to a regular expression, escaped. */
static void add_literally(struct cs_buf *out, cs_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] && strchr("\\^$.*+?()[]{}|/", text.bytes[i]))
            cs_buf_add_byte(out, '\\');
        cs_buf_add_byte(out, text.bytes[i]);
    }
}

/* Refuses all keys that do not match a pattern; their values are specified elsewhere. */
static void put_only(struct cs_schema_out *schema, cs_text pattern)
{
    cs_json_put_object(&schema->json, "patternProperties", CS_JSON_FLAT);
    cs_schema_put_object(schema, pattern, CS_JSON_FLAT);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_json_put_bool(&schema->json, "additionalProperties", false);
}

/* Appends an id as an editor turns it into a number: 1.1 for 1.10, 7 for 07. */
static void add_as_number(struct cs_buf *out, cs_text id)
{
    cs_text number = id;
    ptrdiff_t point = cs_text_find(id, CS_TEXT("."));
    for (size_t i = 0; i < id.size; i++)
        if (!cs_is_digit(id.bytes[i]) && (ptrdiff_t)i != point)
            return;
    while (number.size > 1 && number.bytes[0] == '0' && number.bytes[1] != '.')
        number = cs_text_skip(number, 1);
    while (point > 0 && number.size > 1 && (cs_text_ends(number, CS_TEXT("0")) || cs_text_ends(number, CS_TEXT("."))))
        if (number.bytes[--number.size] == '.')
            break;
    if (number.size == id.size)
        return;
    cs_buf_add(out, CS_TEXT("|"));
    add_literally(out, number);
}

/* An anyOf of a single member: yaml-language-server appends the colon only to keys that have any. */
static void build_text(struct cs_schema_out *schema)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put_text_type(schema);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

static void build_nothing(struct cs_schema_out *schema)
{
    cs_json_put_object(&schema->json, "not", CS_JSON_FLAT);
    cs_schema_put_words(schema, "type", "string number boolean object array");
    cs_json_end(&schema->json);
}

/* Words or null, since an empty value is the same as no key. */
static void put_enum_or_nothing(struct cs_schema_words *out)
{
    cs_json_put_list(&out->schema->json, "anyOf", CS_JSON_FLAT);
    cs_schema_add_enum(out);
    cs_schema_add_reference(out->schema, CS_TEXT("nothing"));
    cs_json_end(&out->schema->json);
}

static void build_date(struct cs_schema_out *schema)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put(schema, "type", "string");
    cs_json_end(&schema->json);
    cs_schema_add_reference(schema, CS_TEXT("nothing"));
    cs_json_end(&schema->json);
}

static void build_truth(struct cs_schema_out *schema)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put(schema, "type", "boolean");
    cs_json_end(&schema->json);
    cs_schema_add_reference(schema, CS_TEXT("nothing"));
    cs_json_end(&schema->json);
}

static void build_state(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (int state = CS_STATE_OK; state < CS_STATES; state++)
        cs_schema_add_word(&out, cs_state_word((enum cs_state)state),
                           cs_state_label((enum cs_state)state, schema->language));
    cs_schema_put_enum(&out);
}

static void build_kind(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (int kind = 0; kind < CS_KINDS; kind++)
        cs_schema_add_word(&out, cs_kind_word((enum cs_kind)kind),
                           cs_schema_kind_text(schema, &(struct cs_item){.kind = (enum cs_kind)kind}));
    put_enum_or_nothing(&out);
}

static void build_relation(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (int i = 0; i < CS_RELATIONS; i++)
        cs_schema_add_word(&out, cs_relation_word((enum cs_relation)i),
                           cs_relation_label((enum cs_relation)i, schema->language));
    put_enum_or_nothing(&out);
}

static void build_measure(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (int i = 0; i < CS_MEASURES; i++)
        cs_schema_add_word(&out, cs_measure_word((enum cs_measure)i),
                           cs_measure_label((enum cs_measure)i, schema->language));
    put_enum_or_nothing(&out);
}

static void build_role(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (int role = 0; role < CS_ROLES; role++)
        cs_schema_add_word(&out, cs_role_word((enum cs_role)role), cs_role_title((enum cs_role)role, schema->language));
    cs_schema_put_enum(&out);
}

/* The rules that may be allowed in a place. */
static void build_rules(struct cs_schema_out *schema, unsigned place)
{
    struct cs_schema_words out = {.schema = schema};
    for (int rule = 0; rule < CS_RULES; rule++)
        if (cs_rule_allowed((cs_rule)rule) & place)
            cs_schema_add_word(&out, cs_rule_slug((cs_rule)rule),
                               cs_rule_meaning((cs_rule)rule, (int)schema->language));
    put_enum_or_nothing(&out);
}

static void build_rule_of_answer(struct cs_schema_out *schema)
{
    build_rules(schema, CS_ALLOWED_IN_ANSWER);
}

static void build_rule_of_file(struct cs_schema_out *schema)
{
    build_rules(schema, CS_ALLOWED_IN_FILE);
}

/* An object with roles as keys, and one part for all values. */
static void put_roles(struct cs_schema_out *schema, cs_text part)
{
    cs_schema_put(schema, "type", "object");
    cs_json_put_object(&schema->json, "properties", CS_JSON_TALL);
    for (int role = 0; role < CS_ROLES; role++) {
        cs_schema_put_object(schema, cs_role_word((enum cs_role)role), CS_JSON_FLAT);
        cs_schema_put_reference(schema, part);
        cs_json_end(&schema->json);
    }
    cs_json_end(&schema->json);
    cs_json_put_bool(&schema->json, "additionalProperties", false);
}

/* question: 確認事項 */
static void build_titled_column(struct cs_schema_out *schema)
{
    put_roles(schema, CS_TEXT("words"));
    cs_json_put_number(&schema->json, "maxProperties", 1);
}

/* {question: {below: 0}, answer: {below: 1}} */
static void build_placed_column(struct cs_schema_out *schema)
{
    put_roles(schema, CS_TEXT("place"));
}

static void build_rows_below(struct cs_schema_out *schema)
{
    cs_schema_put(schema, "type", "integer");
    cs_json_put_number(&schema->json, "minimum", 0);
    cs_json_put_number(&schema->json, "maximum", 99);
}

/* The catalog's id, in capital or small letters. */
static void build_catalog_id(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    if (schema->catalog)
        cs_schema_add_word(&out, schema->catalog->id, cs_words_in(&schema->catalog->title, schema->language));
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_schema_add_enum(&out);
    cs_schema_add_reference(schema, CS_TEXT("text"));
    cs_json_end(&schema->json);
}

static void build_layout_choice(struct cs_schema_out *schema)
{
    struct cs_schema_words out = {.schema = schema};
    for (uint32_t i = 1; schema->catalog && i < schema->catalog->layout_count; i++)
        cs_schema_add_word(&out, schema->catalog->layouts[i].name, (cs_text){0});
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_schema_add_enum(&out);
    cs_schema_add_reference(schema, schema->catalog ? CS_TEXT("nothing") : CS_TEXT("text"));
    cs_schema_add_reference(schema, CS_TEXT("layout"));
    cs_json_end(&schema->json);
}

/* An answer to an unknown question: another catalog's, or the vendor's own. */
static void build_answer(struct cs_schema_out *schema)
{
    bool has_marks = !schema->catalog || schema->kinds[CS_KIND_MARK];
    cs_schema_put_answer(schema, &(struct cs_item){.kind = has_marks ? CS_KIND_MARK : CS_KIND_TEXT});
}

static void build_answers(struct cs_schema_out *schema)
{
    cs_schema_put_words(schema, "type", "object null");
    cs_json_put_object(&schema->json, "properties", CS_JSON_TALL);
    for (uint32_t i = 0; schema->catalog && i < schema->catalog->item_count; i++)
        cs_schema_put_question(schema, &schema->catalog->items[i]);
    cs_json_end(&schema->json);
    cs_schema_put_other_keys(schema, "answer");
}

/* Appends the catalog's numbers, all or those answered with its marks, with or without its name in front. */
static void add_numbers(struct cs_buf *pattern, const struct cs_catalog *catalog, bool only_marks)
{
    const char *before = "";
    cs_buf_add(pattern, CS_TEXT("^("));
    add_literally(pattern, catalog->id);
    cs_buf_add(pattern, CS_TEXT(" +)?("));
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        if (only_marks && catalog->items[i].kind != CS_KIND_MARK)
            continue;
        cs_buf_add(pattern, cs_text_of(before));
        add_literally(pattern, catalog->items[i].id);
        add_as_number(pattern, catalog->items[i].id);
        before = "|";
    }
    cs_buf_add(pattern, CS_TEXT(")$"));
}

/* The numbers of other catalogs are not checked. */
static void build_numbers_of_catalog(struct cs_schema_out *schema)
{
    const struct cs_catalog *catalog = schema->catalog;
    struct cs_buf pattern = {0};
    cs_schema_put_words(schema, "type", "object null");
    cs_buf_add(&pattern, CS_TEXT("^x-|"));
    add_numbers(&pattern, catalog, false);
    cs_buf_add(&pattern, CS_TEXT("|^(?!"));
    add_literally(&pattern, catalog->id);
    cs_buf_add(&pattern, CS_TEXT(" )[^ ]+ "));
    put_only(schema, cs_buf_text(&pattern));
    cs_buf_free(&pattern);
}

static void build_keys_without_products(struct cs_schema_out *schema)
{
    struct cs_buf pattern = {0};
    cs_schema_put_words(schema, "type", "object null");
    put_own_keys(schema);
    cs_buf_add(&pattern, CS_TEXT("^x-|^("));
    for (size_t i = 0, count = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].object, "long-answer") == 0) {
            cs_buf_add(&pattern, count++ ? CS_TEXT("|") : (cs_text){0});
            cs_buf_add(&pattern, cs_text_of(keys[i].key));
        }
    cs_buf_add(&pattern, CS_TEXT(")$"));
    cs_json_put_object(&schema->json, "additionalProperties", CS_JSON_TALL);
    put_only(schema, cs_buf_text(&pattern));
    cs_json_end(&schema->json);
    cs_buf_free(&pattern);
}

bool cs_schema_has_signs(const struct cs_schema_out *schema)
{
    for (uint32_t i = 0; schema->catalog && schema->catalog->mark_count && i < schema->catalog->item_count; i++)
        if (schema->catalog->items[i].kind == CS_KIND_MARK)
            return true;
    return false;
}

static void build_answers_by_signs(struct cs_schema_out *schema)
{
    struct cs_buf pattern = {0};
    cs_schema_put_words(schema, "type", "object null");
    add_numbers(&pattern, schema->catalog, true);
    cs_json_put_object(&schema->json, "patternProperties", CS_JSON_FLAT);
    cs_schema_put_object(schema, cs_buf_text(&pattern), CS_JSON_FLAT);
    cs_schema_put_reference(schema, CS_TEXT("answer-by-sign"));
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_buf_free(&pattern);
}

/* Appends the symbols used as marks in sheets. */
static void add_pictures(struct cs_buf *pattern)
{
    for (uint32_t point = CS_FIRST_PICTURE; point <= CS_LAST_PICTURE; point++) {
        struct cs_buf picture = {0};
        enum cs_state state;
        size_t size;
        cs_buf_add_point(&picture, point);
        if (cs_state_of_spelling(cs_buf_text(&picture), &state, &size))
            cs_buf_add(pattern, cs_buf_text(&picture));
        cs_buf_free(&picture);
    }
}

/* Refuses a symbol that is not a mark of the catalog: ◎, ★. Words are left to validate. */
static void build_answer_by_sign(struct cs_schema_out *schema)
{
    const struct cs_catalog *catalog = schema->catalog;
    struct cs_buf pattern = {0}, message = {0};
    cs_schema_join(&message, "", cs_rule_slug(CS_RULE_UNKNOWN_MARK), ":");
    cs_buf_add(&pattern, CS_TEXT("^\\s*([^"));
    cs_buf_add_point(&pattern, CS_FIRST_PICTURE);
    cs_buf_add_byte(&pattern, '-');
    cs_buf_add_point(&pattern, CS_LAST_PICTURE);
    cs_buf_add(&pattern, CS_TEXT("]|$|["));
    add_pictures(&pattern);
    cs_buf_add_byte(&pattern, ']');
    for (uint32_t i = 0; i < catalog->mark_count; i++) {
        cs_buf_add_byte(&pattern, '|');
        add_literally(&pattern, catalog->marks[i].sign);
        cs_buf_add_byte(&message, ' ');
        cs_buf_add(&message, catalog->marks[i].sign);
    }
    cs_buf_add_byte(&pattern, ')');
    cs_json_put(&schema->json, "pattern", cs_buf_text(&pattern));
    cs_json_put(&schema->json, "patternErrorMessage", cs_buf_text(&message));
    cs_json_put_object(&schema->json, "patternProperties",
                       CS_JSON_FLAT); /* editors do not offer such a key a second time */
    cs_json_put_object(&schema->json, "^status$", CS_JSON_FLAT);
    cs_schema_put_reference(schema, CS_TEXT("answer-by-sign"));
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_buf_free(&pattern);
    cs_buf_free(&message);
}

static const struct {
    const char *name;
    void (*build)(struct cs_schema_out *schema);
} builders[] = {
    {"text", build_text},
    {"nothing", build_nothing},
    {"date", build_date},
    {"truth", build_truth},
    {"state", build_state},
    {"kind", build_kind},
    {"relation", build_relation},
    {"measure", build_measure},
    {"role", build_role},
    {"titled-column", build_titled_column},
    {"placed-column", build_placed_column},
    {"rows-below", build_rows_below},
    {"catalog-id", build_catalog_id},
    {"rule-of-answer", build_rule_of_answer},
    {"rule-of-file", build_rule_of_file},
    {"layout-choice", build_layout_choice},
    {"answer", build_answer},
    {"answers", build_answers},
    {"numbers-of-catalog", build_numbers_of_catalog},
    {"keys-without-products", build_keys_without_products},
    {"answers-by-signs", build_answers_by_signs},
    {"answer-by-sign", build_answer_by_sign},
};

void cs_schema_build(struct cs_schema_out *schema, const char *name)
{
    size_t i = 0;
    while (strcmp(builders[i].name, name) != 0)
        i++;
    builders[i].build(schema);
}
