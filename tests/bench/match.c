/* How well questions find the items that ask the same: over labelled questions, a file a source.
 *
 *     build/bench/match FILE...
 *
 * A file has the columns id, lang, question, catalog, item, relation, with a title row and a row for each pair of a
 * question and an item; relation is equal, broader, narrower, related or none, seen from the question. Equal, broader and
 * narrower are hits. */
#include "checksheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LABELS = 64, CATALOGS = 4, NEAREST = 3 };

static const char *const catalog_ids[CATALOGS] = {"METI", "MIC", "PRECENA", "CALLCONNECT"};

struct question {
    const char *text, *id;
    int source;
    uint32_t labels[MOST_LABELS]; /* documents that are hits */
    uint32_t label_count, rows;
    bool only_none;
};

struct bench {
    struct cs_job *job;
    struct cs_index *index;
    const struct cs_catalog *catalogs[CATALOGS];
    uint32_t first[CATALOGS + 1];
    struct question *questions;
    size_t count, room;
    bool show;
};

static void fail(const char *what, const char *which)
{
    fprintf(stderr, "match: %s: %s\n", what, which);
    exit(1);
}

static void load_catalogs(struct bench *bench)
{
    struct cs_catalogs builtin = cs_builtin_catalogs(bench->job);
    struct cs_thesaurus *thesaurus = getenv("PLAIN") ? NULL : cs_builtin_thesaurus(bench->job);
    bench->index = cs_index_new(bench->job, thesaurus);
    for (int i = 0; i < CATALOGS; i++) {
        bench->catalogs[i] = builtin.find(builtin.context, cs_text_of(catalog_ids[i]));
        bench->first[i] = cs_index_catalog(bench->index, bench->catalogs[i]);
        bench->first[i + 1] = bench->first[i] + bench->catalogs[i]->item_count;
    }
    cs_index_finish(bench->index);
}

static uint32_t document_of(const struct bench *bench, const char *catalog, const char *item)
{
    for (int i = 0; i < CATALOGS; i++)
        if (!strcmp(catalog, catalog_ids[i])) {
            uint32_t found = cs_catalog_find(bench->catalogs[i], cs_text_of(item), 0);
            return found == CS_NO_ITEM ? CS_NO_DOCUMENT : bench->first[i] + found;
        }
    return CS_NO_DOCUMENT;
}

static void add_row(struct bench *bench, int source, char *fields[6])
{
    struct question *last = bench->count ? &bench->questions[bench->count - 1] : NULL;
    if (!last || last->source != source || strcmp(last->id, fields[0]) || strcmp(last->text, fields[2])) {
        if (bench->count == bench->room) {
            bench->room = bench->room ? bench->room * 2 : 64;
            bench->questions = realloc(bench->questions, bench->room * sizeof *bench->questions);
            if (!bench->questions)
                fail("no memory", "");
        }
        last = &bench->questions[bench->count++];
        *last =
            (struct question){.text = strdup(fields[2]), .id = strdup(fields[0]), .source = source, .only_none = true};
    }
    last->rows++;
    if (strcmp(fields[5], "none"))
        last->only_none = false;
    if (!strcmp(fields[5], "none") || (!strcmp(fields[5], "related") && !getenv("RELATED")))
        return;
    uint32_t document = document_of(bench, fields[3], fields[4]);
    if (document == CS_NO_DOCUMENT)
        fail("no such item", fields[4]);
    if (last->label_count < MOST_LABELS)
        last->labels[last->label_count++] = document;
}

static void read_file(struct bench *bench, const char *path, int source)
{
    FILE *file = fopen(path, "r");
    char line[65536];
    if (!file)
        fail("cannot be read", path);
    for (bool title = true; fgets(line, sizeof line, file); title = false) {
        char *fields[6], *at = line;
        int count = 0;
        line[strcspn(line, "\r\n")] = 0;
        while (count < 6) {
            fields[count++] = at;
            at = strchr(at, '\t');
            if (!at)
                break;
            *at++ = 0;
        }
        if (!title && count == 6)
            add_row(bench, source, fields);
        else if (!title && *line)
            fail("not six columns", path);
    }
    fclose(file);
}

static bool is_label(const struct question *question, uint32_t document)
{
    for (uint32_t i = 0; i < question->label_count; i++)
        if (question->labels[i] == document)
            return true;
    return false;
}

/* The place of the first hit, from 1; 0 where there is none among the nearest. */
static uint32_t place_of_hit(struct bench *bench, const struct question *question, uint32_t first, uint32_t end)
{
    struct cs_hit hits[NEAREST];
    uint32_t count = cs_index_search(bench->index, cs_text_of(question->text), first, end, hits, NEAREST);
    for (uint32_t i = 0; i < count; i++)
        if (is_label(question, hits[i].document))
            return i + 1;
    if (bench->show && first == 0 && end == bench->first[CATALOGS])
        for (uint32_t i = 0; i < count; i++) {
            int c = 0;
            while (hits[i].document >= bench->first[c + 1])
                c++;
            cs_text id = bench->catalogs[c]->items[hits[i].document - bench->first[c]].id;
            cs_text ask = cs_words_in(bench->catalogs[c]->items[hits[i].document - bench->first[c]].ask, CS_JA);
            printf("  %u %s %.*s %.*s\n", hits[i].score, catalog_ids[c], (int)id.size, id.bytes,
                   (int)(ask.size > 120 ? 120 : ask.size), ask.bytes);
        }
    return 0;
}

struct tally {
    uint32_t asked, first, three;
};

static void tally(struct tally *tally, uint32_t place)
{
    tally->asked++;
    tally->first += place == 1;
    tally->three += place != 0;
}

static void print_tally(const char *name, const struct tally *tally)
{
    printf("%-28s %5u   hit@1 %5.1f   hit@3 %5.1f\n", name, tally->asked,
           tally->asked ? 100.0 * tally->first / tally->asked : 0.0,
           tally->asked ? 100.0 * tally->three / tally->asked : 0.0);
}

int main(int argc, char **argv)
{
    struct bench bench = {.job = cs_job_new(NULL), .show = getenv("SHOW") != NULL};
    load_catalogs(&bench);
    for (int i = 1; i < argc; i++)
        read_file(&bench, argv[i], i);
    struct tally meti = {0}, all = {0};
    for (int s = 1; s < argc; s++) {
        struct tally m = {0}, a = {0};
        for (size_t q = 0; q < bench.count; q++) {
            const struct question *question = &bench.questions[q];
            bool has_meti = false;
            if (question->source != s || !question->label_count)
                continue;
            for (uint32_t i = 0; i < question->label_count; i++)
                has_meti = has_meti || question->labels[i] < bench.first[1];
            uint32_t place = place_of_hit(&bench, question, 0, bench.first[CATALOGS]);
            if (bench.show && !place)
                printf("%s %s %s [%u]\n", argv[s], question->id, question->text, question->labels[0]);
            tally(&a, place);
            tally(&all, place);
            if (has_meti) {
                place = place_of_hit(&bench, question, 0, bench.first[1]);
                tally(&m, place);
                tally(&meti, place);
            }
        }
        if (getenv("BYSOURCE")) {
            print_tally(argv[s], &a);
            print_tally("  METI", &m);
        }
    }
    print_tally("METI", &meti);
    print_tally("all", &all);
    return 0;
}
