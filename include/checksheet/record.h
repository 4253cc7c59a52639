/* What was sent: a record of the answers that went out in a file, whom to, and when. A record is JSON and the owner's to
 * read; JSON being YAML, it is read back as any file of ours. */
#ifndef CHECKSHEET_RECORD_H
#define CHECKSHEET_RECORD_H

#include "checksheet/profile.h"
#include "checksheet/sheet.h"

/* A file, by the last part of its path. */
struct cs_sent_file {
    cs_text name;
    cs_text sha256;
};

/* An answer as it was sent. */
struct cs_sent {
    cs_text number;
    cs_text catalog, edition; /* of an answer to another catalog than the record's, that was carried over; else empty */
    enum cs_state state;
    cs_text answer, remark, evidence; /* as a sheet of ours shows them */
    cs_text worksheet, cell;          /* where it was written; empty: in a file of our own */
    cs_text found;                    /* how the question was known: number, text, confirmed; empty likewise */
};

struct cs_record {
    cs_text command; /* render, fill */
    cs_text catalog, edition, vendor, service;
    cs_text product, customer; /* empty: all products; not said */
    enum cs_audience audience;
    enum cs_language language; /* of the answers */
    struct cs_date date;
    struct cs_sent_file form; /* what was filled; no name: none */
    struct cs_sent_file *results;
    struct cs_sent *answers; /* in the order of the sheet; those that say something */
    uint32_t result_count, result_room, answer_count;
    const struct cs_source *source; /* of one that was read back */
};

/* Takes the answers of a sheet into a record, with catalog, edition, vendor, service and language. */
void cs_record_take(struct cs_job *job, struct cs_record *record, const struct cs_sheet *sheet);

/* The catalog of an answer, and its edition. */
cs_text cs_sent_catalog(const struct cs_record *record, const struct cs_sent *sent);
cs_text cs_sent_edition(const struct cs_record *record, const struct cs_sent *sent);

/* The catalogs that a record has answers to, one after the other, *next being 0 at first; empty behind the last one. */
cs_text cs_record_next_catalog(const struct cs_record *record, uint32_t *next, cs_text *edition);
bool cs_record_tells(const struct cs_record *record, cs_text catalog);

/* The answers of another record behind those that are there. */
void cs_record_add(struct cs_job *job, struct cs_record *record, const struct cs_record *more);

/* The record as a sheet, to be compared with others: its answers to one catalog (empty: the record's own). */
struct cs_sheet *cs_record_sheet(struct cs_job *job, const struct cs_record *record, cs_text catalog);

/* Adds to a sheet what the record tells of a catalog that is not the sheet's, as rows whose numbers have its name; and to
 * the sheet of a profile what that says today, as another record has it. */
void cs_record_extend(struct cs_job *job, struct cs_sheet *sheet, const struct cs_record *record, cs_text catalog,
                      const struct cs_record *told);

/* Takes out of a sheet the open questions that the record has no answer to: nobody was told anything about them. Of a
 * catalog that is not the record's own, all that it has no answer to: they were not asked. */
void cs_record_trim(struct cs_job *job, const struct cs_record *record, struct cs_sheet *sheet);

/* The answer and its remark in one text. */
cs_text cs_sent_text(struct cs_job *job, const struct cs_sent *sent);

/* An answer that no longer holds. */
struct cs_outdated {
    const struct cs_record *record;
    const struct cs_sent *sent;
    cs_text now; /* what the sheet says instead; empty: nothing */
};

/* Those of a record, to the sheet's catalog, that a sheet made today says otherwise, added to what is there; returns how
 * many there are then. */
uint32_t cs_record_compare(struct cs_job *job, const struct cs_record *record, const struct cs_sheet *now,
                           struct cs_outdated **outdated, uint32_t count, uint32_t *room);

/* Puts into a record the form that was filled, and a file that came of it, with its bytes. Paths lose all but their last
 * part. */
void cs_record_set_form(struct cs_job *job, struct cs_record *record, const struct cs_source *form);
void cs_record_add_result(struct cs_job *job, struct cs_record *record, const char *path, cs_text bytes);

#endif
