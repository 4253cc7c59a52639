/* Composing: a catalog and a profile become a sheet. */
#ifndef CHECKSHEET_COMPOSE_H
#define CHECKSHEET_COMPOSE_H

#include "checksheet/sheet.h"

struct cs_compose_options {
    enum cs_language language;      /* of questions, titles and signs; remarks stay as they are */
    const struct cs_layout *layout; /* NULL: the profile's, or else the catalog's default */
    cs_text product;                /* shown in the preface; empty: all products */
    bool with_evidence; /* adds columns for evidence and review dates if the layout has none and there are any */
    bool with_owner;    /* adds a column for the responsible person, which is otherwise kept internal */
    bool empty;         /* a template: questions without answers */
};

/* The answers for one product: its own where they differ by product, the common ones otherwise. The given answers if
 * none differ. */
const struct cs_answers *cs_answers_for_product(struct cs_job *job, const struct cs_answers *answers, cs_text product);

/* The answers as an audience may see them. What it may not see is removed, including texts and evidence, and where
 * that leaves a gap the answer says so. Nothing that was removed can be reached from the result. */
const struct cs_answers *cs_answers_for_audience(struct cs_job *job, const struct cs_answers *answers,
                                                 enum cs_audience audience);

/* The filled sheet of the answers. Nothing is invented: an open question stays empty, and a state without a sign is
 * put in words before the remark. */
struct cs_sheet *cs_compose(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                            const struct cs_compose_options *options);

/* The sheet of a catalog's questions without answers; for NULL an empty sheet. */
struct cs_sheet *cs_compose_catalog(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

#endif
