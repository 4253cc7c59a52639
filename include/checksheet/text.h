/* Text: views that own nothing, and a buffer that grows.
 *
 * A cs_text is bytes and a length, UTF-8, not terminated; it lives as long as what it looks at (a source, the job's
 * memory, a literal). A cs_buf owns its bytes; its error is sticky, so writing needs no test and the end is tested once. */
#ifndef CHECKSHEET_TEXT_H
#define CHECKSHEET_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cs_text {
    const char *bytes; /* may be NULL when size is 0 */
    size_t size;       /* in bytes */
} cs_text;

/* A literal as the initialiser of a text, and as a text. The only place where the length of one is worked out. */
/* clang-format off */
#define CS_LITERAL(literal) {"" literal, sizeof(literal) - 1}
/* clang-format on */
#define CS_TEXT(literal) ((cs_text)CS_LITERAL(literal))

/* A terminated string as a text; NULL gives the empty text. */
cs_text cs_text_of(const char *string);

bool cs_text_equal(cs_text a, cs_text b);
bool cs_text_starts(cs_text text, cs_text prefix);
bool cs_text_ends(cs_text text, cs_text suffix);

/* Byte order; -1, 0 or 1. */
int cs_text_compare(cs_text a, cs_text b);

/* Order of item ids: runs of digits compare as numbers, so 6-2 < 6-10 and 22.1 < 22.2; -1, 0 or 1. */
int cs_text_compare_ids(cs_text a, cs_text b);

/* The text without its first count bytes (all of it when there are fewer). */
cs_text cs_text_skip(cs_text text, size_t count);

/* The text without spaces, tabs, line ends and U+3000 at either end. */
cs_text cs_text_trim(cs_text text);

/* Byte index of the first occurrence, and of the last, or -1. */
ptrdiff_t cs_text_find(cs_text text, cs_text part);
ptrdiff_t cs_text_find_last(cs_text text, cs_text part);

/* True if one of some words occurs in it. */
bool cs_text_holds_one(cs_text text, const cs_text *words, size_t count);

/* Takes the first code point off *rest and returns it; 0 at the end. An invalid byte comes back as U+FFFD. */
uint32_t cs_text_next(cs_text *rest);

/* Number of code points. */
size_t cs_text_length(cs_text text);

/* Number of UTF-16 units: the unit of Excel's limits. */
size_t cs_text_utf16_length(cs_text text);

struct cs_buf {
    char *bytes; /* size bytes, and a terminator after them unless failed */
    size_t size;
    size_t room;
    bool failed; /* memory ran out once; everything after that was dropped */
};

void cs_buf_add(struct cs_buf *buf, cs_text text);
void cs_buf_add_byte(struct cs_buf *buf, char byte);
/* Adds what stands between two entries, unless the buffer is empty still. */
void cs_buf_separate(struct cs_buf *buf, cs_text separator);
/* Adds a code point as UTF-8. It is at most 0x10ffff and no surrogate. */
void cs_buf_add_point(struct cs_buf *buf, uint32_t point);

void cs_buf_add_repeat(struct cs_buf *buf, char byte, size_t count);

/* Adds a text in one line: a blank for each byte of a line end. */
void cs_buf_add_line(struct cs_buf *buf, cs_text text);

/* As printf; for numbers. */
void cs_buf_print(struct cs_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds a pattern with the texts in place of {1} to {4}; false when one that it names is empty. */
bool cs_buf_fill(struct cs_buf *buf, cs_text pattern, const cs_text texts[4]);

/* What stands in the buffer; valid until the next write. */
cs_text cs_buf_text(const struct cs_buf *buf);

/* Empties it, keeps its memory. */
void cs_buf_clear(struct cs_buf *buf);

/* Releases its memory and makes it an empty buffer again. */
void cs_buf_free(struct cs_buf *buf);

#endif
