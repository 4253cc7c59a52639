/* What is said of products, in one text: a line for each that says something of its own, 【A・B】○ ... in Japanese,
 * [A, B] ○ ... in English. */
#ifndef WORDING_BY_PRODUCT_H
#define WORDING_BY_PRODUCT_H

#include "base/job.h"
#include "checksheet/vocab.h"

/* Appends the names of products as they stand before what is said of them. */
void cs_buf_add_products(struct cs_buf *out, const cs_text *names, uint32_t count, enum cs_language language);

/* The texts of some products, equal ones once, under the names of all that say so; empty ones are left out. */
cs_text cs_texts_by_product(struct cs_job *job, const cs_text *products, const cs_text *texts, uint32_t count,
                            enum cs_language language);

/* The names at the front of a line. */
struct cs_product_names {
    cs_text whole;   /* with the brackets; empty: there are none */
    cs_text rest;    /* those that were not taken yet */
    cs_text between; /* what separates them */
};

struct cs_product_names cs_products_at(cs_text line);

/* Takes the next name; empty at the end. */
cs_text cs_take_product(struct cs_product_names *names);

#endif
