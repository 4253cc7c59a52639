/* Emitters: a sheet becomes bytes. Adding a format is one file and one line in emitters.def. */
#ifndef CHECKSHEET_EMIT_H
#define CHECKSHEET_EMIT_H

#include "checksheet/sheet.h"

enum cs_protect { CS_PROTECT_QUESTIONS, CS_PROTECT_ALL, CS_PROTECT_NONE };

struct cs_emit_options {
    bool csv_plain;          /* CSV for programs: no byte order mark, LF, no guard against formulas */
    enum cs_protect protect; /* XLSX: what slips of the hand must not change */
    cs_text font;            /* XLSX: empty means Yu Gothic */
    bool auto_height;        /* XLSX: leave row heights to the program that opens it */
    cs_text temporary;       /* directory for temporary files; empty: the system's */
    int64_t created;         /* seconds since 1970 for the file's own date, when the sheet has no date */
    /* XLSX: for what its library cannot do in two threads; NULL: no other thread makes a workbook */
    const struct cs_gate *gate;

    bool color;         /* text: escape sequences for a terminal */
    unsigned ambiguous; /* text: cells of characters such as ○: 1 or 2 */
    uint32_t columns;   /* text: of the terminal, in which notes are broken; 0: nothing is */
};

/* One rendering under way. */
struct cs_emit {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_emit_options *options;
    struct cs_buf *out;
    void *state;     /* the emitter's own, made in begin */
    const char *why; /* set when the world refuses (no room for a temporary file); NULL if all is well */
};

/* What a format shows of a comparison: nothing; the lines of a terminal; every row with what it was; a table of what
 * changed; the new sheet with that table beside it. */
enum cs_diff_shape { CS_DIFF_NONE, CS_DIFF_LINES, CS_DIFF_ROWS, CS_DIFF_TABLE, CS_DIFF_BESIDE };

/* How a format shows comparisons of many files: each in a file of its own; one below the other; as one table whose rows
 * name their file; as a list. */
enum cs_gather { CS_APART, CS_BELOW, CS_ONE_TABLE, CS_LIST };

/* A format. A row kind without a handler is one that the format leaves out. */
struct cs_emitter {
    cs_text name, suffix;
    bool binary;       /* not for a terminal */
    bool only_reports; /* not for a filled sheet */
    enum cs_diff_shape diff;
    enum cs_gather gather;
    void (*begin)(struct cs_emit *emit);
    void (*row[CS_ROW_KINDS])(struct cs_emit *emit, const struct cs_row *row);
    void (*end)(struct cs_emit *emit);
};

/* The emitter of a name or file suffix, or NULL. */
const struct cs_emitter *cs_emitter_find(cs_text name);

/* The emitters in order; NULL behind the last. */
const struct cs_emitter *cs_emitter_at(uint32_t index);

/* Writes the sheet to the end of out. False when memory or the world refused; *why says what, in the system's words. */
bool cs_emit(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_emitter *emitter,
             const struct cs_emit_options *options, struct cs_buf *out, const char **why);

/* True when an old file looks as if checksheet had written it, so that what is to be written now may take its place: a
 * workbook by its properties, a report by the program's name, a table by its titles. A file of answers never does: it is
 * a person's. */
bool cs_emit_wrote(struct cs_job *job, cs_text old, cs_text anew);

/* The comparison of two folders as JSON: what stands before its files, the next of them with what was written of it (empty:
 * it was not compared), and what stands behind the last. */
struct cs_file_pair;
void cs_pairs_begin(struct cs_buf *out, cs_text old, cs_text new);
void cs_pairs_add(struct cs_buf *out, const struct cs_file_pair *pair, bool is_first, cs_text diff);
void cs_pairs_end(struct cs_buf *out, const struct cs_file_pair *pairs, size_t count);

/* Adds a record of what was sent as JSON. */
struct cs_record;
void cs_record_write(const struct cs_record *record, struct cs_buf *out);

#endif
