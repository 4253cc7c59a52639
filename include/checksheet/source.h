/* The files of a run: their bytes, and positions in them.
 *
 * A position is a byte offset; line and column are computed only for display. Columns are code points, 1-based, as
 * in GNU error messages and SARIF with columnKind unicodeCodePoints. */
#ifndef CHECKSHEET_SOURCE_H
#define CHECKSHEET_SOURCE_H

#include "checksheet/charset.h"

struct cs_job;

struct cs_source {
    cs_text path;            /* for display */
    cs_text bytes;           /* the whole file, at most CS_SOURCE_LIMIT */
    bool is_string;          /* a zero byte follows the bytes */
    enum cs_charset charset; /* original encoding of the file; `bytes` is its text in UTF-8 */
    bool had_mark;           /* the original began with a byte order mark, which `bytes` lacks */

    uint64_t device, inode; /* identity of the file, independent of its path; both 0 if unknown */

    uint32_t *lines; /* offset of each line's first byte; line 1 is lines[0] */
    uint32_t line_count;
};

/* Maximum size of a file, in bytes. */
#define CS_SOURCE_LIMIT ((size_t)1 << 30)

/* A range of a file, [start, end) in bytes. source NULL: nowhere. */
struct cs_span {
    const struct cs_source *source;
    uint32_t start, end;
};

struct cs_place {
    uint32_t line;   /* 1-based */
    uint32_t column; /* 1-based, in code points unless another unit was requested */
};

/* Units of columns: code points (text, JSON, GitHub, SARIF), bytes (rdjson) or UTF-16 units (editors). */
enum cs_unit { CS_POINTS, CS_BYTES, CS_UTF16 };

/* The last position, for looking up ascending ones; initialise to zero. */
struct cs_walk {
    const struct cs_source *source;
    uint32_t offset;
    struct cs_place place;
};

/* Reads a file; it lives as long as the job. NULL after reporting [cannot-read] with the system's words. */
const struct cs_source *cs_source_read(struct cs_job *job, const char *path);

/* As cs_source_read, for a path found in a file: reports nothing, and accepts only regular files, not pipes or
 * devices. NULL with *why in the system's words. */
const struct cs_source *cs_source_try(struct cs_job *job, const char *path, const char **why);

/* Adds bytes that the caller owns, and that must outlive the job, under a name for display. */
const struct cs_source *cs_source_add(struct cs_job *job, cs_text path, cs_text bytes);

/* The same for bytes followed by a zero byte, from which YAML is read without a copy. */
const struct cs_source *cs_source_add_string(struct cs_job *job, cs_text path, cs_text bytes);

/* Adds the text of a file in another encoding, under the file's name; the text is copied. */
const struct cs_source *cs_source_add_decoded(struct cs_job *job, const struct cs_source *file, cs_text text,
                                              enum cs_charset charset, bool had_mark);

/* Line and column of a byte offset; the end of the file is valid too. */
struct cs_place cs_source_place(const struct cs_source *source, uint32_t offset);

/* The line of a byte offset, 1-based; takes logarithmic time. */
uint32_t cs_source_line_at(const struct cs_source *source, uint32_t offset);

/* As cs_source_place, with the column in a given unit. */
struct cs_place cs_source_place_in(const struct cs_source *source, uint32_t offset, enum cs_unit unit);

/* As cs_source_place. The column is counted from the last position if possible: a line with a thousand positions is
 * scanned once. */
struct cs_place cs_source_walk(struct cs_walk *walk, const struct cs_source *source, uint32_t offset);

/* A line's text without its line end; empty after the last line. */
cs_text cs_source_line(const struct cs_source *source, uint32_t line);

/* The text of a span. */
cs_text cs_span_text(struct cs_span span);

#endif
