/* What it costs to hold questions against what is known: 300 questions, each for its suggestions, against more and more
 * stored ones. The goal is a second of CPU for 10,000, with the making of the index, and no growth per stored question.
 *
 * Stored questions are made of two that are built in, one behind the other, in Japanese and English; so are the questions
 * that are asked, of other pairs. */
#include "checksheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ASKED = 300, MOST = 2048 };

struct texts {
    const struct cs_words *at[MOST];
    uint32_t count;
};

static void collect(struct cs_job *job, struct texts *texts)
{
    struct cs_catalogs builtin = cs_builtin_catalogs(job);
    for (uint32_t c = 0; c < cs_builtin_count(); c++) {
        const struct cs_catalog *catalog = builtin.find(builtin.context, cs_builtin_id(c), (cs_text){0});
        for (uint32_t i = 0; i < catalog->item_count && texts->count < MOST; i++)
            texts->at[texts->count++] = catalog->items[i].ask;
    }
}

/* The pair of a number, in a language. */
static void put_pair(struct cs_buf *buf, const struct texts *texts, uint64_t number, enum cs_language language)
{
    uint64_t one = number * 0x9e3779b97f4a7c15u >> 33, other = number * 0xbf58476d1ce4e5b9u >> 33;
    cs_buf_clear(buf);
    cs_buf_add(buf, texts->at[one % texts->count]->in[language]);
    cs_buf_add_byte(buf, ' ');
    cs_buf_add(buf, texts->at[other % texts->count]->in[language]);
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static void measure(uint32_t stored)
{
    struct cs_job *job = cs_job_new(NULL);
    struct texts texts = {.count = 0};
    struct cs_buf buf = {0};
    struct cs_suggestion suggestions[3];
    uint32_t found = 0;
    collect(job, &texts);
    struct cs_index *index = cs_index_new(job, cs_builtin_thesaurus(job));
    double start = seconds();
    for (uint32_t i = 0; i < stored; i++) {
        cs_index_begin(index);
        for (int l = 0; l < CS_LANGUAGES; l++) {
            put_pair(&buf, &texts, i, (enum cs_language)l);
            cs_index_text(index, CS_PART_QUESTION, cs_buf_text(&buf));
        }
    }
    cs_index_finish(index);
    double made = seconds();
    for (uint32_t i = 0; i < ASKED; i++) {
        put_pair(&buf, &texts, (uint64_t)i + 1000003, i % 2 ? CS_EN : CS_JA);
        cs_index_ask(index, cs_buf_text(&buf));
        found += cs_index_suggest(index, 0, stored, suggestions, 3);
    }
    double done = seconds();
    printf("%8u stored  index %6.3f s  %d questions %6.3f s  together %6.3f s  per stored question %6.1f us%s\n",
           stored, made - start, ASKED, done - made, done - start, 1e6 * (done - start) / stored,
           stored == 10000 ? (done - start <= 1 ? "  <= 1 s ok" : "  <= 1 s over") : "");
    if (found < ASKED)
        printf("only %u suggestions\n", found);
    cs_buf_free(&buf);
    cs_job_free(job);
}

int main(void)
{
    static const uint32_t sizes[] = {2500, 5000, 10000, 20000, 40000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        measure(sizes[i]);
    return 0;
}
