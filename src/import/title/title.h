/* The meaning of a column title. */
#ifndef IMPORT_TITLE_H
#define IMPORT_TITLE_H

#include "base/job.h"
#include "checksheet/catalog.h"

/* All known titles, prepared for lookup. */
struct cs_titles;

struct cs_title {
    enum cs_role role; /* with grade 0: OTHER */
    unsigned grade;    /* 2: the whole title is known, 1: a part of it, 0: nothing */
    unsigned rank;     /* of two columns of one role the higher rank gets it: 1 to 3 */
};

/* The titles of the program, and those from the layouts of some catalogs. Lives as long as the job. */
const struct cs_titles *cs_titles_new(struct cs_job *job, const struct cs_catalog *const *catalogs, uint32_t count);

/* Reads a title. An answer that was given before, or by somebody else, or is an example or a target, is OTHER. */
struct cs_title cs_title_read(const struct cs_titles *titles, cs_text title);

/* The states of the answers that a title asks to say more about, a bit each: いいえの場合の理由, If no, please explain. 0: none is
 * named. A plan is a no. */
unsigned cs_title_states(struct cs_job *job, cs_text title);

/* The year in a title: 2025 of 2025年度回答, FY25, 令和7年度 and R7; 0 if there is none. */
unsigned cs_title_year(struct cs_job *job, cs_text title);

/* True for a title that is known as a whole, but for case, blanks and punctuation. */
bool cs_title_is_known(const struct cs_titles *titles, cs_text title);

/* True for "of", "for" and the like. */
bool cs_title_is_of(cs_text word);

/* The parts of a title: the word that names a role (回答 of 製品A 回答; empty if none does), the rest, and the text in brackets;
 * all without the signs around them. */
struct cs_title_parts {
    cs_text word, rest, bracket;
};

struct cs_title_parts cs_title_split(struct cs_job *job, const struct cs_titles *titles, cs_text title);

/* True for a text that is short before its first bracket or line end; what follows them explains it. */
bool cs_may_be_title(cs_text text);

#endif
