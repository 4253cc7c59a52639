/* Emitters: a sheet becomes bytes. Adding a format is one file and one line in emitters.def. */
#ifndef CHECKSHEET_EMIT_H
#define CHECKSHEET_EMIT_H

#include "checksheet/sheet.h"

enum cs_protect { CS_PROTECT_QUESTIONS, CS_PROTECT_ALL, CS_PROTECT_NONE };

struct cs_emit_options {
    bool csv_plain;          /* CSV for programs: no byte order mark, LF, no escape for formulas */
    enum cs_protect protect; /* XLSX: protection against accidental changes */
    cs_text font;            /* XLSX: empty: Yu Gothic */
    bool auto_height;        /* XLSX: row heights are left to the program that opens it */
    cs_text temporary;       /* directory for temporary files; empty: the system's */
    int64_t created;         /* seconds since 1970 for the file's own date, if the sheet has no date */
    /* XLSX: for calls that its library does not support in two threads; NULL: no other thread makes a workbook */
    const struct cs_gate *gate;

    bool color;         /* text: with escape sequences for a terminal */
    unsigned ambiguous; /* text: width of characters such as ○: 1 or 2 */
    uint32_t columns;   /* text: width of the terminal, to which notes are wrapped; 0: no limit */
};

/* One call of an emitter. */
struct cs_emit {
    struct cs_job *job;
    const struct cs_sheet *sheet;
    const struct cs_emit_options *options;
    struct cs_buf *out;
    void *state;     /* the emitter's own, allocated in begin */
    const char *why; /* the reason of a failure (no room for a temporary file); NULL if there is none */
};

/* How a format shows a comparison: not at all; as lines for a terminal; as every row with its old values; as a table
 * of the changes; as the new sheet with that table beside it. */
enum cs_diff_shape { CS_DIFF_NONE, CS_DIFF_LINES, CS_DIFF_ROWS, CS_DIFF_TABLE, CS_DIFF_BESIDE };

/* How a format shows comparisons of many files: each in a file of its own; one below the other; as one table whose
 * rows name their file; as a list. */
enum cs_gather { CS_APART, CS_BELOW, CS_ONE_TABLE, CS_LIST };

/* A format. Rows of a kind without a handler are left out. */
struct cs_emitter {
    cs_text name, suffix;
    bool binary;       /* unsuitable for a terminal */
    bool only_reports; /* unsuitable for a filled sheet */
    bool for_terminal; /* control sequences in it are its own; it has taken those of the content */
    enum cs_diff_shape diff;
    enum cs_gather gather;
    void (*begin)(struct cs_emit *emit);
    void (*row[CS_ROW_KINDS])(struct cs_emit *emit, const struct cs_row *row);
    void (*end)(struct cs_emit *emit);
};

/* The emitter with a name or file suffix; NULL if there is none. */
const struct cs_emitter *cs_emitter_find(cs_text name);

/* The emitters in order; NULL after the last. */
const struct cs_emitter *cs_emitter_at(uint32_t index);

/* Appends the sheet in a format to out. False on failure, with *why the reason in the system's words. */
bool cs_emit(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_emitter *emitter,
             const struct cs_emit_options *options, struct cs_buf *out, const char **why);

/* True if an existing file looks like one written by checksheet, so that the new content may replace it: a workbook
 * by its properties, a report by the program's name, a table by its titles. Never true for a file of answers, which
 * is a person's. */
bool cs_emit_wrote(struct cs_job *job, cs_text old, cs_text anew);

/* The comparison of two folders as JSON: the text before its files, the next file with the JSON of its comparison
 * (empty: it was not compared), and the text after the last one. */
struct cs_file_pair;
void cs_pairs_begin(struct cs_buf *out, cs_text old, cs_text new);
void cs_pairs_add(struct cs_buf *out, const struct cs_file_pair *pair, bool is_first, cs_text diff);
void cs_pairs_end(struct cs_buf *out, const struct cs_file_pair *pairs, size_t count);

/* Appends a record of what was sent as JSON. */
struct cs_record;
void cs_record_write(const struct cs_record *record, struct cs_buf *out);

#endif
