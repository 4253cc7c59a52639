/* JSON Schema: the shapes of schema.def combined with a catalog's numbers, questions and marks.
 *
 * Editors read YAML with types, checksheet without: 7 and true are texts here. So a text may be any scalar, and
 * null, since an empty value is the same as no key. Keys that depend on the rest of the file (products, the vendor's
 * own questions, what `extends` brings) are allowed if the file has such things, and refused otherwise. */
#include "schema/schema.h"
#include "schema/schema_answer.h"
#include "schema/schema_built.h"

#include <string.h>

enum form { OBJECT, EITHER, LIST, MAP, WORD, WORDS, BUILT };

static const struct {
    const char *name;
    enum form form;
    const char *parts;
} shapes[] = {
#define CS_SHAPE(name, form, parts) {name, form, parts},
#include "schema/schema.def"
};

static const struct {
    const char *name, *required;
    const char *title[CS_LANGUAGES], *description[CS_LANGUAGES];
} objects[] = {
#define CS_OBJECT(name, required, title_ja, title_en, ja, en) {name, required, {title_ja, title_en}, {ja, en}},
#include "schema/schema.def"
};

static const struct {
    const char *object, *key, *shape, *description[CS_LANGUAGES];
} keys[] = {
#define CS_KEY(object, key, shape, ja, en) {object, key, shape, {ja, en}},
#include "schema/schema.def"
};

enum {
    SHAPES = sizeof shapes / sizeof *shapes,
    KEYS = sizeof keys / sizeof *keys,
};

static int find_shape(cs_text name)
{
    for (int i = 0; i < SHAPES; i++)
        if (cs_text_equal(name, cs_text_of(shapes[i].name)))
            return i;
    return SHAPES;
}

/* The object whose keys an object shares: the answer for one product has those of an answer. */
static const char *keys_of(const char *object)
{
    return strcmp(object, "long-answer-of-product") == 0 ? "long-answer" : object;
}

/* Marks a shape and those that it refers to as used. */
static void use(bool used[SHAPES], cs_text name)
{
    int shape = find_shape(name);
    if (shape == SHAPES || used[shape])
        return;
    used[shape] = true;
    for (int i = 0; shapes[shape].form == OBJECT && i < KEYS; i++)
        if (strcmp(keys[i].object, keys_of(shapes[shape].name)) == 0)
            use(used, cs_text_of(keys[i].shape));
    enum form form = shapes[shape].form;
    const char *parts = form == WORD ? "" : form == WORDS ? "nothing" : shapes[shape].parts;
    for (size_t size; *parts; parts += size + (parts[size] == ' ')) {
        size = strcspn(parts, " ");
        use(used, (cs_text){parts, size});
    }
}

/* --- definitions ------------------------------------------------------------------------------------------------ */

static void put_key(struct cs_schema_out *schema, int key)
{
    cs_json_put_object(&schema->json, keys[key].key, CS_JSON_FLAT);
    cs_schema_put_reference(schema, cs_text_of(keys[key].shape));
    cs_schema_put(schema, "description", keys[key].description[schema->language]);
    cs_json_end(&schema->json);
}

/* Requires a key and, unless inner is empty, a key inside it. */
static void add_presence(struct cs_schema_out *schema, const char *key, const char *inner)
{
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put_words(schema, "required", key);
    if (*inner) {
        cs_json_put_object(&schema->json, "properties", CS_JSON_FLAT);
        cs_json_put_object(&schema->json, key, CS_JSON_FLAT);
        cs_schema_put_words(schema, "required", inner);
        cs_json_end(&schema->json);
        cs_json_end(&schema->json);
    }
    cs_json_end(&schema->json);
}

/* if: the file extends another, or has one of two keys, the first with a key inside it. */
static void put_condition(struct cs_schema_out *schema, const char *key, const char *inner, const char *other)
{
    cs_json_put_object(&schema->json, "if", CS_JSON_FLAT);
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    add_presence(schema, "extends", "");
    add_presence(schema, key, inner);
    if (*other)
        add_presence(schema, other, "");
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

/* Requires the shape of the answers, too, unless the condition holds. */
static void add_unless(struct cs_schema_out *schema, const char *key, const char *inner, const char *other,
                       const char *shape)
{
    cs_json_object(&schema->json, CS_JSON_TALL);
    put_condition(schema, key, inner, other);
    cs_json_put_object(&schema->json, "else", CS_JSON_FLAT);
    cs_json_put_object(&schema->json, "properties", CS_JSON_FLAT);
    cs_json_put_object(&schema->json, "answers", CS_JSON_FLAT);
    cs_schema_put_reference(schema, cs_text_of(shape));
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

/* The answers allowed in a profile depend on what it extends, and on what it adds to the catalog. */
static void put_profile_conditions(struct cs_schema_out *schema)
{
    cs_json_put_list(&schema->json, "allOf", CS_JSON_TALL);
    cs_json_object(&schema->json, CS_JSON_TALL);
    cs_json_put_object(&schema->json, "if", CS_JSON_FLAT);
    cs_schema_put_words(schema, "required", "extends");
    cs_json_end(&schema->json);
    cs_json_put_object(&schema->json, "else", CS_JSON_FLAT);
    cs_schema_put_words(schema, "required", "vendor catalog answers");
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    add_unless(schema, "products", "", "", "keys-without-products");
    if (schema->catalog)
        add_unless(schema, "items", "add", "", "numbers-of-catalog");
    if (cs_schema_has_signs(schema))
        add_unless(schema, "layout", "", "marks", "answers-by-signs");
    cs_json_end(&schema->json);
}

/* The title, for a profile with the catalog in front of it, and the description. */
static void put_titles(struct cs_schema_out *schema, int object)
{
    struct cs_buf title = {0};
    const char *own = objects[object].title[schema->language];
    if (*own == '\0')
        return;
    if (schema->catalog && strcmp(objects[object].name, "profile") == 0) {
        cs_buf_add(&title, schema->catalog->id);
        cs_buf_add_byte(&title, ' ');
        cs_buf_add(&title, cs_words_in(&schema->catalog->edition, schema->language));
        cs_buf_add(&title, CS_TEXT(": "));
    }
    cs_buf_add(&title, cs_text_of(own));
    cs_json_put(&schema->json, "title", cs_buf_text(&title));
    cs_schema_put(schema, "description", objects[object].description[schema->language]);
    cs_buf_free(&title);
}

static void put_an_object(struct cs_schema_out *schema, const char *name, const char *others)
{
    int object = 0;
    while (strcmp(objects[object].name, name) != 0)
        object++;
    put_titles(schema, object);
    cs_schema_put(schema, "type", "object");
    if (*objects[object].required)
        cs_schema_put_words(schema, "required", objects[object].required);
    cs_json_put_object(&schema->json, "properties", CS_JSON_TALL);
    for (int i = 0; i < KEYS; i++)
        if (strcmp(keys[i].object, keys_of(name)) == 0)
            put_key(schema, i);
    cs_json_end(&schema->json);
    cs_schema_put_other_keys(schema, others);
    if (strcmp(name, "profile") == 0)
        put_profile_conditions(schema);
}

static void put_either(struct cs_schema_out *schema, const char *parts)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    for (size_t size; *parts; parts += size + (parts[size] == ' ')) {
        size = strcspn(parts, " ");
        cs_schema_add_reference(schema, (cs_text){parts, size});
    }
    cs_json_end(&schema->json);
}

static void put_list(struct cs_schema_out *schema, const char *part)
{
    cs_schema_put_words(schema, "type", "array null");
    cs_json_put_object(&schema->json, "items", CS_JSON_FLAT);
    cs_schema_put_reference(schema, cs_text_of(part));
    cs_json_end(&schema->json);
}

static void put_map(struct cs_schema_out *schema, const char *part)
{
    cs_schema_put_words(schema, "type", "object null");
    cs_schema_put_other_keys(schema, part);
}

/* Words, or null, since an empty value is the same as no key. */
static void put_word_list(struct cs_schema_out *schema, const char *words)
{
    cs_json_put_list(&schema->json, "anyOf", CS_JSON_FLAT);
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put_words(schema, "enum", words);
    cs_json_end(&schema->json);
    cs_schema_add_reference(schema, CS_TEXT("nothing"));
    cs_json_end(&schema->json);
}

static void put_shape(struct cs_schema_out *schema, int shape)
{
    const char *name = shapes[shape].name, *parts = shapes[shape].parts;
    switch (shapes[shape].form) {
    case OBJECT:
        put_an_object(schema, name, parts);
        break;
    case EITHER:
        put_either(schema, parts);
        break;
    case LIST:
        put_list(schema, parts);
        break;
    case MAP:
        put_map(schema, parts);
        break;
    case WORD:
        cs_schema_put_words(schema, "enum", parts);
        break;
    case WORDS:
        put_word_list(schema, parts);
        break;
    case BUILT:
        cs_schema_build(schema, name);
        break;
    }
}

static void put_definition(struct cs_schema_out *schema, int shape)
{
    cs_json_put_object(&schema->json, shapes[shape].name, CS_JSON_TALL);
    put_shape(schema, shape);
    cs_json_end(&schema->json);
}

/* The answers to questions of a kind; a question with its own units or choices has its own definition. */
static void put_kinds(struct cs_schema_out *schema)
{
    struct cs_buf name = {0};
    for (int kind = 0; kind < CS_KINDS; kind++) {
        if (!schema->kinds[kind])
            continue;
        cs_schema_put_object(schema, cs_schema_answer_name(&name, (enum cs_kind)kind), CS_JSON_TALL);
        cs_schema_put_answer(schema, &(struct cs_item){.kind = (enum cs_kind)kind});
        cs_json_end(&schema->json);
    }
    cs_buf_free(&name);
}

static void put_definitions(struct cs_schema_out *schema, const bool used[SHAPES])
{
    cs_json_put_object(&schema->json, "definitions", CS_JSON_TALL);
    for (int i = 0; i < SHAPES; i++)
        if (used[i])
            put_definition(schema, i);
    put_kinds(schema);
    cs_json_end(&schema->json);
}

/* --- the whole -------------------------------------------------------------------------------------------------- */

static void use_file(struct cs_schema_out *schema, enum cs_schema kind, bool used[SHAPES])
{
    if (kind == CS_SCHEMA_PROFILE || kind == CS_SCHEMA_ALL) {
        use(used, CS_TEXT("profile"));
        use(used, CS_TEXT("keys-without-products"));
    }
    if (kind == CS_SCHEMA_CATALOG || kind == CS_SCHEMA_ALL)
        use(used, CS_TEXT("catalog"));
    if (kind == CS_SCHEMA_CROSSWALK || kind == CS_SCHEMA_ALL)
        use(used, CS_TEXT("crosswalk"));
    if (kind == CS_SCHEMA_THESAURUS || kind == CS_SCHEMA_ALL)
        use(used, CS_TEXT("thesaurus"));
    if (!schema->catalog)
        return;
    use(used, CS_TEXT("numbers-of-catalog"));
    if (cs_schema_has_signs(schema))
        use(used, CS_TEXT("answers-by-signs"));
    for (uint32_t i = 0; i < schema->catalog->item_count; i++)
        if (cs_schema_is_usual(&schema->catalog->items[i]))
            schema->kinds[schema->catalog->items[i].kind] = true;
}

static void put_branch(struct cs_schema_out *schema, const char *key, const char *shape)
{
    cs_json_put_object(&schema->json, key, CS_JSON_FLAT);
    cs_schema_put_reference(schema, cs_text_of(shape));
    cs_json_end(&schema->json);
}

/* if: the file declares this kind; then it must match the shape of that name. */
static void put_kind_of_file(struct cs_schema_out *schema, const char *pattern, const char *shape)
{
    cs_json_put_object(&schema->json, "if", CS_JSON_FLAT);
    cs_schema_put_words(schema, "required", "checksheet");
    cs_json_put_object(&schema->json, "properties", CS_JSON_FLAT);
    cs_json_put_object(&schema->json, "checksheet", CS_JSON_FLAT);
    cs_schema_put(schema, "pattern", pattern);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
    put_branch(schema, "then", shape);
}

/* A file that declares no kind counts as a profile. */
static void put_all(struct cs_schema_out *schema)
{
    cs_schema_put(schema, "title", "checksheet");
    cs_schema_put(schema, "type", "object");
    put_kind_of_file(schema, "^catalog", "catalog");
    cs_json_put_object(&schema->json, "else", CS_JSON_FLAT);
    put_kind_of_file(schema, "^crosswalk", "crosswalk");
    cs_json_put_object(&schema->json, "else", CS_JSON_FLAT);
    put_kind_of_file(schema, "^thesaurus", "thesaurus");
    put_branch(schema, "else", "profile");
    cs_json_end(&schema->json);
    cs_json_end(&schema->json);
}

void cs_schema_write(struct cs_job *job, enum cs_schema kind, const struct cs_catalog *catalog, struct cs_buf *out)
{
    bool used[SHAPES] = {false};
    struct cs_schema_out schema = {.json = {.out = out}, .job = job, .language = job->language, .catalog = catalog};
    use_file(&schema, kind, used);
    cs_json_object(&schema.json, CS_JSON_TALL);
    cs_schema_put(&schema, "$schema", "http://json-schema.org/draft-07/schema#");
    if (kind == CS_SCHEMA_ALL)
        put_all(&schema);
    else {
        static const char *const roots[] = {[CS_SCHEMA_PROFILE] = "profile",
                                            [CS_SCHEMA_CATALOG] = "catalog",
                                            [CS_SCHEMA_CROSSWALK] = "crosswalk",
                                            [CS_SCHEMA_THESAURUS] = "thesaurus"};
        const char *root = roots[kind];
        put_an_object(&schema, root, "");
        used[find_shape(cs_text_of(root))] = false; /* nothing refers to it */
    }
    put_definitions(&schema, used);
    cs_json_end(&schema.json);
}
