/* Composing: catalog and profile become a sheet. */
#ifndef CHECKSHEET_COMPOSE_H
#define CHECKSHEET_COMPOSE_H

#include "checksheet/sheet.h"

struct cs_compose_options {
    enum cs_language language;      /* of questions, titles and signs; remarks stay in what they are written in */
    const struct cs_layout *layout; /* NULL: the profile's, or else the catalog's default */
    cs_text product;                /* shown in the preface; empty: all */
    bool
        with_evidence; /* adds the columns of evidence and review dates where the layout has none, as far as there are any */
    bool with_owner; /* adds the column of who is responsible, which otherwise stays inside */
    bool empty;      /* a template: the questions without the answers */
};

/* The answers as they are for one product: where they differ, that product's; the others stand. The answers themselves
 * when none differ. */
const struct cs_answers *cs_answers_for_product(struct cs_job *job, const struct cs_answers *answers, cs_text product);

/* The answers as an audience may see them. What must not leave is taken out, texts and evidence and all, and where the
 * reader would miss it the answer says so. Nothing taken out can be reached from what is returned. */
const struct cs_answers *cs_answers_for_audience(struct cs_job *job, const struct cs_answers *answers,
                                                 enum cs_audience audience);

/* The filled sheet of the answers. Nothing is invented: what is blank stays blank, and a state
 * that the sheet has no sign for is put into words before the remark. */
struct cs_sheet *cs_compose(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                            const struct cs_compose_options *options);

/* The sheet of a catalog's questions without answers; of no catalog (NULL) an empty one. */
struct cs_sheet *cs_compose_catalog(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

#endif
