/* Helpers for writing all parts of a JSON Schema. */
#include "schema/schema_out.h"

#include <string.h>

cs_text cs_schema_join(struct cs_buf *buf, const char *before, cs_text text, const char *behind)
{
    cs_buf_clear(buf);
    cs_buf_add(buf, cs_text_of(before));
    cs_buf_add(buf, text);
    cs_buf_add(buf, cs_text_of(behind));
    return cs_buf_text(buf);
}

void cs_schema_put_object(struct cs_schema_out *schema, cs_text key, enum cs_json_shape shape)
{
    struct cs_buf name = {0};
    cs_schema_join(&name, "", key, "");
    cs_json_put_object(&schema->json, name.bytes ? name.bytes : "", shape);
    schema->json.out->failed |= name.failed;
    cs_buf_free(&name);
}

void cs_schema_put(struct cs_schema_out *schema, const char *key, const char *text)
{
    cs_json_put(&schema->json, key, cs_text_of(text));
}

void cs_schema_put_reference(struct cs_schema_out *schema, cs_text name)
{
    struct cs_buf pointer = {0};
    cs_json_put(&schema->json, "$ref", cs_schema_join(&pointer, "#/definitions/", name, ""));
    cs_buf_free(&pointer);
}

void cs_schema_add_reference(struct cs_schema_out *schema, cs_text name)
{
    cs_json_object(&schema->json, CS_JSON_FLAT);
    cs_schema_put_reference(schema, name);
    cs_json_end(&schema->json);
}

void cs_schema_put_words(struct cs_schema_out *schema, const char *key, const char *words)
{
    cs_json_put_list(&schema->json, key, CS_JSON_FLAT);
    for (size_t size; *words; words += size + (words[size] == ' ')) {
        size = strcspn(words, " ");
        cs_json_text(&schema->json, (cs_text){words, size});
    }
    cs_json_end(&schema->json);
}

void cs_schema_put_text_type(struct cs_schema_out *schema)
{
    cs_json_put_object(&schema->json, "if", CS_JSON_FLAT);
    cs_schema_put_words(schema, "type", "object array");
    cs_json_end(&schema->json);
    cs_json_put_object(&schema->json, "then", CS_JSON_FLAT);
    cs_schema_put(schema, "type", "string");
    cs_json_end(&schema->json);
}

void cs_schema_add_word(struct cs_schema_words *out, cs_text word, cs_text meaning)
{
    if (word.size && out->count < sizeof out->words / sizeof *out->words) {
        out->words[out->count] = word;
        out->meanings[out->count++] = meaning;
    }
}

void cs_schema_put_texts(struct cs_schema_out *schema, const char *key, const cs_text *texts, uint32_t count)
{
    cs_json_put_list(&schema->json, key, CS_JSON_FLAT);
    for (uint32_t i = 0; i < count; i++)
        cs_json_text(&schema->json, texts[i]);
    cs_json_end(&schema->json);
}

void cs_schema_put_enum(struct cs_schema_words *out)
{
    cs_schema_put_texts(out->schema, "enum", out->words, out->count);
    cs_schema_put_texts(out->schema, "enumDescriptions", out->meanings, out->count);
}

void cs_schema_add_enum(struct cs_schema_words *out)
{
    if (out->count == 0)
        return;
    cs_json_object(&out->schema->json, CS_JSON_FLAT);
    cs_schema_put_enum(out);
    cs_json_end(&out->schema->json);
}
