/* Text: views that own nothing, and a growing buffer.
 *
 * A cs_text is a pointer and a length, UTF-8, not terminated; it is valid as long as what it refers to (a source,
 * the job's memory, a literal). A cs_buf owns its bytes; its error is sticky, so writes need no check and the end is
 * checked once. */
#ifndef CHECKSHEET_TEXT_H
#define CHECKSHEET_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cs_text {
    const char *bytes; /* may be NULL when size is 0 */
    size_t size;       /* in bytes */
} cs_text;

/* A literal as an initialiser, and as a cs_text. The only place where the length of a literal is computed. */
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

/* Orders item ids: runs of digits compare as numbers, so 6-2 < 6-10 and 22.1 < 22.2; -1, 0 or 1. */
int cs_text_compare_ids(cs_text a, cs_text b);

/* The text without its first `count` bytes (empty if it has fewer). */
cs_text cs_text_skip(cs_text text, size_t count);

/* The text without spaces, tabs, line ends and U+3000 at either end. */
cs_text cs_text_trim(cs_text text);

/* Byte index of the first occurrence, and of the last; -1 if there is none. */
ptrdiff_t cs_text_find(cs_text text, cs_text part);
ptrdiff_t cs_text_find_last(cs_text text, cs_text part);

/* True if it is one of several words. */
bool cs_text_is_one(cs_text text, const cs_text *words, size_t count);

/* True if one of several words occurs in it. */
bool cs_text_holds_one(cs_text text, const cs_text *words, size_t count);

/* Takes the first code point off *rest and returns it; 0 at the end. An invalid byte gives U+FFFD. */
uint32_t cs_text_next(cs_text *rest);

/* Number of code points. */
size_t cs_text_length(cs_text text);

/* Number of UTF-16 units, the unit of Excel's limits. */
size_t cs_text_utf16_length(cs_text text);

struct cs_buf {
    char *bytes; /* size bytes, and a terminator after them unless failed */
    size_t size;
    size_t room;
    bool failed; /* memory has run out; everything added since was dropped */
};

void cs_buf_add(struct cs_buf *buf, cs_text text);
void cs_buf_add_byte(struct cs_buf *buf, char byte);
/* Appends a separator, unless the buffer is still empty. */
void cs_buf_separate(struct cs_buf *buf, cs_text separator);
/* Appends a code point as UTF-8, at most 0x10ffff and no surrogate. */
void cs_buf_add_point(struct cs_buf *buf, uint32_t point);

void cs_buf_add_repeat(struct cs_buf *buf, char byte, size_t count);

/* Appends a text on one line: a blank for each byte of a line end. */
void cs_buf_add_line(struct cs_buf *buf, cs_text text);

/* As printf; for numbers. */
void cs_buf_print(struct cs_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends a word of a command line, quoted if a shell would take it apart. */
void cs_buf_add_word(struct cs_buf *buf, cs_text word);

/* Appends a pattern with {1} to {4} replaced by the texts, {1$} by a text as a word of a command line; false if one
 * that it uses is empty. */
bool cs_buf_fill(struct cs_buf *buf, cs_text pattern, const cs_text texts[4]);

/* The content of the buffer; valid until the next write. */
cs_text cs_buf_text(const struct cs_buf *buf);

/* Empties it, keeping its memory. */
void cs_buf_clear(struct cs_buf *buf);

/* Frees its memory; it is an empty buffer again. */
void cs_buf_free(struct cs_buf *buf);

#endif
