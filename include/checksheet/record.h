/* Records of what was sent: the answers that went out in a file, to whom, and when. A record is JSON, readable by its
 * owner only; since JSON is YAML, it is read like any file of ours. */
#ifndef CHECKSHEET_RECORD_H
#define CHECKSHEET_RECORD_H

#include "checksheet/profile.h"
#include "checksheet/sheet.h"

/* A file, by the last part of its path. */
struct cs_sent_file {
    cs_text name;
    cs_text sha256;
};

/* What was written in the columns of one product. */
struct cs_sent_product {
    cs_text product; /* empty: the whole service */
    enum cs_state state;
    cs_text answer, remark;  /* as they stand in the form; a remark is empty in a form that has one column for all */
    cs_text worksheet, cell; /* of the answer or, if it has no cell, of the first part of it that does */
};

/* An answer as it was sent. */
struct cs_sent {
    cs_text number;
    cs_text catalog, edition; /* of an answer carried over from another catalog; else empty */
    enum cs_state state;
    cs_text answer, remark, evidence; /* as in a sheet written by this program */
    cs_text worksheet, cell; /* where it was written; empty for a file of our own, and for columns by product */
    cs_text found;           /* how the question was matched: number, text, confirmed; empty for a file of our own */
    struct cs_sent_product *products; /* in the order of the columns; none: the form has no columns by product */
    uint32_t product_count;
};

struct cs_record {
    cs_text command; /* render, fill */
    cs_text catalog, edition, vendor, service;
    cs_text product, customer; /* empty: all products; not given */
    enum cs_audience audience;
    enum cs_language language; /* of the answers */
    struct cs_date date;
    struct cs_sent_file form; /* the form that was filled; without a name if there is none */
    struct cs_sent_file *results;
    struct cs_sent *answers; /* in the order of the sheet, without empty ones */
    uint32_t result_count, result_room, answer_count;
    const struct cs_source *source; /* of a record that was read */
};

/* Takes the answers of a sheet into a record, with catalog, edition, vendor, service and language. */
void cs_record_take(struct cs_job *job, struct cs_record *record, const struct cs_sheet *sheet);

/* The catalogs of a record's answers, one after the other, with *next 0 at first; empty after the last one. */
cs_text cs_record_next_catalog(const struct cs_record *record, uint32_t *next, cs_text *edition);
bool cs_record_tells(const struct cs_record *record, cs_text catalog);

/* Appends the answers of another record. */
void cs_record_add(struct cs_job *job, struct cs_record *record, const struct cs_record *more);

/* The record as a sheet for comparisons: its answers to one catalog (empty: the record's own). */
struct cs_sheet *cs_record_sheet(struct cs_job *job, const struct cs_record *record, cs_text catalog);

/* Adds to a sheet the record's answers to a catalog other than the sheet's, as rows with the catalog in their
 * numbers; and to a profile's sheet its current answers for them, from another record. */
void cs_record_extend(struct cs_job *job, struct cs_sheet *sheet, const struct cs_record *record, cs_text catalog,
                      const struct cs_record *told);

/* Removes from a sheet the open questions without an answer in the record, since nobody was told anything about them;
 * for a catalog other than the record's own, all questions without an answer in it, since they were not asked. */
void cs_record_trim(struct cs_job *job, const struct cs_record *record, struct cs_sheet *sheet);

/* The answer and its remark in one text. */
cs_text cs_sent_text(struct cs_job *job, const struct cs_sent *sent);

/* An answer that no longer holds. */
struct cs_outdated {
    const struct cs_record *record;
    const struct cs_sent *sent;
    cs_text now; /* the sheet's current answer; empty if there is none */
};

/* Appends the answers of a record to the sheet's catalog that differ from those of a current sheet; returns the new
 * count. */
uint32_t cs_record_compare(struct cs_job *job, const struct cs_record *record, const struct cs_sheet *now,
                           struct cs_outdated **outdated, uint32_t count, uint32_t *room);

/* Sets the form that was filled in a record, and adds a resulting file with its bytes. Of paths only the last part is
 * stored. */
void cs_record_set_form(struct cs_job *job, struct cs_record *record, const struct cs_source *form);
void cs_record_add_result(struct cs_job *job, struct cs_record *record, const char *path, cs_text bytes);

#endif
