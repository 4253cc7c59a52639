/* The comparison of two folders as JSON: one object that contains the JSON of each pair. */
#include "base/json_out.h"
#include "checksheet/emit.h"
#include "checksheet/pair.h"

static void add_text(struct cs_buf *out, cs_text before, cs_text text)
{
    struct cs_json value = {.out = out};
    cs_buf_add(out, before);
    cs_json_text(&value, text);
}

void cs_pairs_begin(struct cs_buf *out, cs_text old, cs_text new)
{
    add_text(out, CS_TEXT("{\n  \"format\": 1,\n  \"old\": "), old);
    add_text(out, CS_TEXT(",\n  \"new\": "), new);
    cs_buf_add(out, CS_TEXT(",\n  \"files\": ["));
}

/* Appends a complete object, indented by two levels. */
static void add_inside(struct cs_buf *out, cs_text object)
{
    object = cs_text_trim(object);
    for (size_t i = 0; i < object.size; i++) {
        cs_buf_add_byte(out, object.bytes[i]);
        if (object.bytes[i] == '\n') /* strings contain none unescaped */
            cs_buf_add(out, CS_TEXT("    "));
    }
}

void cs_pairs_add(struct cs_buf *out, const struct cs_file_pair *pair, bool is_first, cs_text diff)
{
    add_text(out, is_first ? CS_TEXT("\n    {\"file\": ") : CS_TEXT(",\n    {\"file\": "), pair->name);
    add_text(out, CS_TEXT(", \"found\": "), cs_pair_word(pair->state));
    cs_buf_add(out, CS_TEXT(", \"diff\": "));
    if (diff.size)
        add_inside(out, diff);
    else
        cs_buf_add(out, CS_TEXT("null"));
    cs_buf_add_byte(out, '}');
}

void cs_pairs_end(struct cs_buf *out, const struct cs_file_pair *pairs, size_t count)
{
    cs_buf_add(out, count ? CS_TEXT("\n  ],\n  \"summary\": {") : CS_TEXT("],\n  \"summary\": {"));
    cs_buf_print(out, "\"files\": %zu", count);
    for (int state = 0; state < CS_PAIR_STATES; state++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++)
            found += pairs[i].state == (enum cs_pair_state)state;
        add_text(out, CS_TEXT(", "), cs_pair_word((enum cs_pair_state)state));
        cs_buf_print(out, ": %zu", found);
    }
    cs_buf_add(out, CS_TEXT("}\n}\n"));
}
