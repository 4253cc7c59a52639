/* The rows before and after the items: title, service, vendor, date, and notes. */
#ifndef IMPORT_PREFACE_H
#define IMPORT_PREFACE_H

#include "import/page/page.h"

/* True for a text that usually labels the cell next to it: 会社名, 記入日, 印. */
bool cs_preface_is_label(struct cs_job *job, cs_text text);

/* The word of this program that a text is a label for, with or without a colon; false if there is none. */
bool cs_preface_label(struct cs_job *job, cs_text text, cs_word_id *word);

/* True for a usual name of such sheets: セキュリティチェックシート, Supplier questionnaire. */
bool cs_preface_names_sheet(cs_text text);

/* Adds a NOTE line to the sheet, or sets its title, and sets the sheet's properties from it. With `known`, only notes
 * with a known label are taken: other pages have covers and tables that nobody needs. */
void cs_preface_take(struct cs_job *job, struct cs_sheet *sheet, const struct cs_line *line, bool known);

/* Adds a note as written by this program earlier, and sets the sheet's properties from it. */
void cs_preface_add(struct cs_job *job, struct cs_sheet *sheet, cs_text label, cs_text text);

/* The text after "based on" in a sheet that this program wrote, which begins with the title of a catalog; else empty. */
cs_text cs_preface_based_on(struct cs_job *job, const struct cs_line *line);

#endif
