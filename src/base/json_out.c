/* The only file that sees jansson, which escapes the texts that are not simple; all syntax is written here, since the
 * library can only write whole documents, either on one line or with a line for every value. */
#include "base/json_out.h"
#include "base/escape.h"
#include "base/wide.h"

#include <assert.h>
#include <jansson.h>

static int add_bytes(const char *bytes, size_t size, void *out)
{
    cs_buf_add(out, (cs_text){bytes, size});
    return 0;
}

/* Writes a value, and releases it. */
static void add_value(struct cs_buf *out, json_t *value)
{
    if (!value || json_dump_callback(value, add_bytes, out, JSON_ENCODE_ANY) != 0)
        out->failed = true;
    json_decref(value);
}

/* The text as a JSON string; NULL if memory ran out. */
static json_t *string_of(cs_text text)
{
    json_t *string = json_stringn(text.size ? text.bytes : "", text.size);
    if (string)
        return string;
    struct cs_buf clean = {0};
    cs_escape_invalid(&clean, text);
    string = json_stringn(clean.bytes, clean.size);
    cs_buf_free(&clean);
    return string;
}

/* Replacements for texts with line ends. */
static const struct cs_escape escapes = {
    .below = '\\' + 1,
    .instead = {['\n'] = "\\n", ['\t'] = "\\t", ['"'] = "\\\"", ['\\'] = "\\\\"},
};

/* True for valid UTF-8 without control characters other than line ends and tabs. A text that may contain U+FFFD is
 * left to the library as well. */
static bool is_simple(cs_text text)
{
    while (text.size) {
        size_t plain = cs_wide_run(text);
        while (plain < text.size && text.bytes[plain] >= ' ' && text.bytes[plain] < '\x7f')
            plain++;
        text = cs_text_skip(text, plain);
        if (plain)
            continue;
        uint32_t point = cs_text_next(&text);
        if ((point < 0x20 && point != '\n' && point != '\t') || point == 0x7f || point == 0xfffd)
            return false;
    }
    return true;
}

/* True for a short text of printable ASCII without quotes: most keys, ids, and words. */
static bool is_word(cs_text text)
{
    enum { LONGEST = 24 };
    size_t i = 0;
    while (i < text.size && i <= LONGEST && text.bytes[i] >= ' ' && text.bytes[i] < '\x7f' && text.bytes[i] != '"' &&
           text.bytes[i] != '\\')
        i++;
    return i == text.size;
}

static void add_string(struct cs_buf *out, cs_text text)
{
    bool as_it_is = is_word(text);
    if (!as_it_is && !is_simple(text)) {
        add_value(out, string_of(text));
        return;
    }
    cs_buf_add_byte(out, '"');
    if (as_it_is)
        cs_buf_add(out, text);
    else
        cs_escape(out, &escapes, text);
    cs_buf_add_byte(out, '"');
}

/* Writes what precedes a member: a comma, and the beginning of its line. */
static void begin_member(struct cs_json *json)
{
    if (json->keyed || json->depth == 0) {
        json->keyed = false;
        return;
    }
    bool tall = json->open[json->depth - 1].shape == CS_JSON_TALL;
    if (json->open[json->depth - 1].used)
        cs_buf_add(json->out, tall ? CS_TEXT(",") : CS_TEXT(", "));
    json->open[json->depth - 1].used = true;
    if (tall)
        cs_buf_add_byte(json->out, '\n');
    cs_buf_add_repeat(json->out, ' ', tall ? (size_t)json->depth * 2 : 0);
}

static void begin_container(struct cs_json *json, char open, char close, enum cs_json_shape shape)
{
    begin_member(json);
    assert(json->depth < CS_JSON_DEEPEST);
    json->open[json->depth].close = close;
    json->open[json->depth].shape = shape;
    json->open[json->depth].used = false;
    json->depth++;
    cs_buf_add_byte(json->out, open);
}

void cs_json_object(struct cs_json *json, enum cs_json_shape shape)
{
    begin_container(json, '{', '}', shape);
}

void cs_json_list(struct cs_json *json, enum cs_json_shape shape)
{
    begin_container(json, '[', ']', shape);
}

void cs_json_end(struct cs_json *json)
{
    assert(json->depth > 0);
    json->depth--;
    if (json->open[json->depth].shape == CS_JSON_TALL && json->open[json->depth].used) {
        cs_buf_add_byte(json->out, '\n');
        cs_buf_add_repeat(json->out, ' ', (size_t)json->depth * 2);
    }
    cs_buf_add_byte(json->out, json->open[json->depth].close);
    if (json->depth == 0)
        cs_buf_add_byte(json->out, '\n');
}

void cs_json_text(struct cs_json *json, cs_text text)
{
    begin_member(json);
    add_string(json->out, text);
}

void cs_json_number(struct cs_json *json, uint32_t number)
{
    begin_member(json);
    cs_buf_print(json->out, "%lu", (unsigned long)number);
}

void cs_json_thousandths(struct cs_json *json, uint32_t number)
{
    begin_member(json);
    cs_buf_print(json->out, "%lu.%03lu", (unsigned long)number / 1000, (unsigned long)number % 1000);
}

void cs_json_null(struct cs_json *json)
{
    begin_member(json);
    cs_buf_add(json->out, CS_TEXT("null"));
}

void cs_json_key(struct cs_json *json, const char *key)
{
    begin_member(json);
    add_string(json->out, cs_text_of(key));
    cs_buf_add(json->out, CS_TEXT(": "));
    json->keyed = true;
}

void cs_json_put(struct cs_json *json, const char *key, cs_text text)
{
    cs_json_key(json, key);
    cs_json_text(json, text);
}

void cs_json_put_number(struct cs_json *json, const char *key, uint32_t number)
{
    cs_json_key(json, key);
    cs_json_number(json, number);
}

void cs_json_put_bool(struct cs_json *json, const char *key, bool value)
{
    cs_json_key(json, key);
    begin_member(json);
    cs_buf_add(json->out, value ? CS_TEXT("true") : CS_TEXT("false"));
}

void cs_json_put_object(struct cs_json *json, const char *key, enum cs_json_shape shape)
{
    cs_json_key(json, key);
    cs_json_object(json, shape);
}

void cs_json_put_list(struct cs_json *json, const char *key, enum cs_json_shape shape)
{
    cs_json_key(json, key);
    cs_json_list(json, shape);
}

void cs_json_put_or_null(struct cs_json *json, const char *key, cs_text text)
{
    cs_json_key(json, key);
    if (text.size)
        cs_json_text(json, text);
    else
        cs_json_null(json);
}
