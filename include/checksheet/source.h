/* The files of a run: their bytes, and where in them something stands.
 *
 * A position is a byte offset; line and column are worked out only when somebody has to read them. Columns are code
 * points from 1, as in GNU error messages and SARIF with columnKind unicodeCodePoints. */
#ifndef CHECKSHEET_SOURCE_H
#define CHECKSHEET_SOURCE_H

#include "checksheet/charset.h"

struct cs_job;

struct cs_source {
    cs_text path;            /* as it is to be shown */
    cs_text bytes;           /* the whole file, at most CS_SOURCE_LIMIT */
    bool is_string;          /* a zero byte stands behind the bytes */
    enum cs_charset charset; /* what the file was in, where its bytes here are the text of it in UTF-8 */
    bool had_mark;           /* a byte order mark stood before that, and does not here */

    uint64_t device, inode; /* which file it is, under whatever path; both 0: not known to be one */

    uint32_t *lines; /* offset of each line's first byte; line 1 is lines[0] */
    uint32_t line_count;
};

/* Largest file that is read, in bytes. */
#define CS_SOURCE_LIMIT ((size_t)1 << 30)

/* A stretch of a file, [start, end) in bytes. source NULL: nowhere. */
struct cs_span {
    const struct cs_source *source;
    uint32_t start, end;
};

struct cs_place {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in code points unless another unit was asked for */
};

/* What columns may be counted in: code points (text, JSON, GitHub, SARIF), bytes (rdjson) or UTF-16 units (editors). */
enum cs_unit { CS_POINTS, CS_BYTES, CS_UTF16 };

/* Where places that come in order were looked for last; begin with all zero. */
struct cs_walk {
    const struct cs_source *source;
    uint32_t offset;
    struct cs_place place;
};

/* Reads a file; it lives as long as the job. NULL after reporting [cannot-read] with the system's words. */
const struct cs_source *cs_source_read(struct cs_job *job, const char *path);

/* As cs_source_read, for a path that stands in a file: reports nothing, and takes only regular files, not pipes or
 * devices. NULL, and *why in the system's words. */
const struct cs_source *cs_source_try(struct cs_job *job, const char *path, const char **why);

/* Takes bytes that the caller already has, and that must outlive the job, under a name to show. */
const struct cs_source *cs_source_add(struct cs_job *job, cs_text path, cs_text bytes);

/* The same for bytes that a zero byte follows, which YAML is read from without a copy. */
const struct cs_source *cs_source_add_string(struct cs_job *job, cs_text path, cs_text bytes);

/* The text of a file that is in another encoding, under its name; the text is copied. */
const struct cs_source *cs_source_add_decoded(struct cs_job *job, const struct cs_source *file, cs_text text,
                                              enum cs_charset charset, bool had_mark);

/* Line and column of a byte offset; the end of the file is a place too. */
struct cs_place cs_source_place(const struct cs_source *source, uint32_t offset);

/* The line of a byte offset, from 1; in logarithmic time. */
uint32_t cs_source_line_at(const struct cs_source *source, uint32_t offset);

/* As cs_source_place, with the column in a unit. */
struct cs_place cs_source_place_in(const struct cs_source *source, uint32_t offset, enum cs_unit unit);

/* As cs_source_place. The column is counted on from the last place where it can be: a line with a thousand places is
 * walked once. */
struct cs_place cs_source_walk(struct cs_walk *walk, const struct cs_source *source, uint32_t offset);

/* A line's text without its line end; empty beyond the last line. */
cs_text cs_source_line(const struct cs_source *source, uint32_t line);

/* Byte offset of a place, at most the end of that line. */
uint32_t cs_source_offset(const struct cs_source *source, struct cs_place place);

/* The text of a span. */
cs_text cs_span_text(struct cs_span span);

#endif
