/* JSON, written as it is said. The writer keeps nothing but which containers are open, so memory stays flat however long
 * the list, and keys come in the order in which they are put. */
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include "checksheet/text.h"

/* A tall container has a line for each member, so that git diff and line tools work on it; a flat one stands in its line.
 * A flat one holds no tall one. */
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

/* Values: each is the next member of the list that is open, or stands behind its key. */
void cs_json_object(struct cs_json *json, enum cs_json_shape shape);
void cs_json_list(struct cs_json *json, enum cs_json_shape shape);
void cs_json_text(struct cs_json *json, cs_text text); /* a byte that is not UTF-8 becomes U+FFFD */
void cs_json_number(struct cs_json *json, uint32_t number);
void cs_json_thousandths(struct cs_json *json, uint32_t number); /* 523 as 0.523, 1000 as 1.000 */
void cs_json_bool(struct cs_json *json, bool value);
void cs_json_null(struct cs_json *json);

/* The key of the next value. */
void cs_json_key(struct cs_json *json, const char *key);

/* A key and its value. */
void cs_json_put(struct cs_json *json, const char *key, cs_text text);
void cs_json_put_number(struct cs_json *json, const char *key, uint32_t number);
void cs_json_put_bool(struct cs_json *json, const char *key, bool value);
void cs_json_put_object(struct cs_json *json, const char *key, enum cs_json_shape shape);
void cs_json_put_list(struct cs_json *json, const char *key, enum cs_json_shape shape);

/* As cs_json_put; null for an empty text. */
void cs_json_put_or_null(struct cs_json *json, const char *key, cs_text text);

/* Closes the newest container; behind the last one comes a line end. */
void cs_json_end(struct cs_json *json);

#endif
