/* A streaming writer of JSON. It only keeps the open containers, so memory use is constant however long the list, and
 * keys come in the order of the calls. */
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include "checksheet/text.h"

/* A tall container has a line for each member, so that git diff and line-based tools work on it; a flat one is on one
 * line, and must not contain a tall one. */
enum cs_json_shape { CS_JSON_FLAT, CS_JSON_TALL };

enum { CS_JSON_DEEPEST = 16 };

struct cs_json {
    struct cs_buf *out;
    struct {
        char close;
        enum cs_json_shape shape;
        bool used; /* it has a member */
    } open[CS_JSON_DEEPEST];
    uint32_t depth;
    bool keyed; /* a key was written, and its value comes next */
};

/* Values: each is the next member of the open list, or the value of the last key. */
void cs_json_object(struct cs_json *json, enum cs_json_shape shape);
void cs_json_list(struct cs_json *json, enum cs_json_shape shape);
void cs_json_text(struct cs_json *json, cs_text text); /* a byte that is not UTF-8 becomes U+FFFD */
void cs_json_number(struct cs_json *json, uint32_t number);
void cs_json_thousandths(struct cs_json *json, uint32_t number); /* 523 as 0.523, 1000 as 1.000 */
void cs_json_null(struct cs_json *json);

/* Writes the key of the next value. */
void cs_json_key(struct cs_json *json, const char *key);

/* Writes a key and its value. */
void cs_json_put(struct cs_json *json, const char *key, cs_text text);
void cs_json_put_number(struct cs_json *json, const char *key, uint32_t number);
void cs_json_put_bool(struct cs_json *json, const char *key, bool value);
void cs_json_put_object(struct cs_json *json, const char *key, enum cs_json_shape shape);
void cs_json_put_list(struct cs_json *json, const char *key, enum cs_json_shape shape);

/* As cs_json_put; null for an empty text. */
void cs_json_put_or_null(struct cs_json *json, const char *key, cs_text text);

/* Closes the innermost container; the last one is followed by a line end. */
void cs_json_end(struct cs_json *json);

#endif
