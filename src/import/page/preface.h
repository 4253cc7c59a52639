/* What stands before and behind the items: title, service, vendor, date, and whatever else there is to say. */
#ifndef IMPORT_PREFACE_H
#define IMPORT_PREFACE_H

#include "import/page/page.h"

/* True for a text that usually labels the one beside it: 会社名, 記入日, 印. */
bool cs_preface_is_label(struct cs_job *job, cs_text text);

/* What a text labels that this program has a word for, with or without a colon; false if nothing. */
bool cs_preface_label(struct cs_job *job, cs_text text, enum cs_word *word);

/* True for what such sheets are called: セキュリティチェックシート, Supplier questionnaire. */
bool cs_preface_names_sheet(cs_text text);

/* Adds a NOTE line to the sheet, or its title; fills in what it says of the sheet as a whole. Only what has a label of
 * the usual kind is taken where `known` is true: other pages have covers and tables that nobody wants to keep. */
void cs_preface_take(struct cs_job *job, struct cs_sheet *sheet, const struct cs_line *line, bool known);

/* Adds a note as this program once wrote it, and fills in what it says of the sheet as a whole. */
void cs_preface_add(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);

/* What the sheet says it is based on: the title of a catalog and more, where this program wrote it; else empty. */
cs_text cs_preface_based_on(struct cs_job *job, const struct cs_line *line);

#endif
