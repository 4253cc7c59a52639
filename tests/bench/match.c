/* How well questions find the items that ask the same: over labelled questions, a file a source.
 *
 *     build/bench/match [--fit] FILE...
 *
 * A file has the columns id, lang, question, catalog, item, relation, with a title row and a row for each pair of a
 * question and an item; relation is equal, broader, narrower, related or none, seen from the question. Equal, broader and
 * narrower are hits. Confidence is measured twice: as the program has it, and, of several sources, with weights fitted anew,
 * each source judged by those of the others. --fit prints the weights fitted to all, for src/match/suggest.c. */
#include "checksheet.h"
#include "match/suggest.h"

#include <math.h>
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

static bool is_labelled(cs_text id)
{
    for (int i = 0; i < CATALOGS; i++)
        if (cs_text_equal(id, cs_text_of(catalog_ids[i])))
            return true;
    return false;
}

/* Those that labels speak of first; the others are looked through all the same, as the program does. */
static void load_catalogs(struct bench *bench)
{
    struct cs_catalogs builtin = cs_builtin_catalogs(bench->job);
    struct cs_thesaurus *thesaurus = getenv("PLAIN") ? NULL : cs_builtin_thesaurus(bench->job);
    bench->index = cs_index_new(bench->job, thesaurus);
    for (int i = 0; i < CATALOGS; i++) {
        bench->catalogs[i] = builtin.find(builtin.context, cs_text_of(catalog_ids[i]), (cs_text){0});
        bench->first[i] = cs_index_catalog(bench->index, bench->catalogs[i]);
        bench->first[i + 1] = bench->first[i] + bench->catalogs[i]->item_count;
    }
    for (uint32_t i = 0; i < cs_builtin_count(); i++)
        if (!is_labelled(cs_builtin_id(i)))
            cs_index_catalog(bench->index, builtin.find(builtin.context, cs_builtin_id(i), (cs_text){0}));
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

/* --- finding ----------------------------------------------------------------------------------------------------- */

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
    double asked = tally->asked ? tally->asked : 1;
    printf("%-44s %5u   hit@1 %5.1f   hit@3 %5.1f\n", name, tally->asked, 100 * tally->first / asked,
           100 * tally->three / asked);
}

static bool asks_for(const struct bench *bench, const struct question *question, int catalog)
{
    for (uint32_t i = 0; i < question->label_count; i++)
        if (question->labels[i] >= bench->first[catalog] && question->labels[i] < bench->first[catalog + 1])
            return true;
    return false;
}

static void measure_finding(struct bench *bench, char **paths, int sources)
{
    struct tally meti = {0}, all = {0};
    for (int s = 0; s < sources; s++) {
        struct tally of_source = {0};
        for (size_t q = 0; q < bench->count; q++) {
            const struct question *question = &bench->questions[q];
            if (question->source != s || !question->label_count)
                continue;
            uint32_t place = place_of_hit(bench, question, 0, bench->first[CATALOGS]);
            tally(&of_source, place);
            tally(&all, place);
            if (asks_for(bench, question, 0))
                tally(&meti, place_of_hit(bench, question, 0, bench->first[1]));
        }
        const char *slash = strrchr(paths[s], '/');
        print_tally(slash ? slash + 1 : paths[s], &of_source);
    }
    print_tally("all sources, METI's items alone", &meti);
    print_tally("all sources, all catalogs", &all);
}

/* --- confidence ---------------------------------------------------------------------------------------------------- */

enum { DIMENSIONS = CS_FEATURES + 1 };

/* A candidate: its figures, and whether it is a hit. */
struct sample {
    size_t question;
    int source;
    bool hit;
    double x[DIMENSIONS], confidence;
};

struct samples {
    struct sample *at;
    size_t count, room;
};

static void add_sample(struct samples *samples, const struct sample *sample)
{
    if (samples->count == samples->room) {
        samples->room = samples->room ? samples->room * 2 : 1024;
        samples->at = realloc(samples->at, samples->room * sizeof *samples->at);
        if (!samples->at)
            fail("no memory", "");
    }
    samples->at[samples->count++] = *sample;
}

static void collect(struct bench *bench, struct samples *samples)
{
    for (size_t q = 0; q < bench->count; q++) {
        const struct question *question = &bench->questions[q];
        struct cs_hit best = {0}, hits[NEAREST + 1];
        cs_index_ask(bench->index, cs_text_of(question->text));
        cs_index_best(bench->index, 0, UINT32_MAX, &best, 1);
        for (int c = 0; c < CATALOGS; c++) {
            uint32_t found = cs_index_best(bench->index, bench->first[c], bench->first[c + 1], hits, NEAREST + 1);
            for (uint32_t i = 0; i < found && i < NEAREST; i++) {
                uint32_t figures[CS_FEATURES];
                struct sample sample = {
                    .question = q, .source = question->source, .hit = is_label(question, hits[i].document)};
                cs_suggest_figures(bench->index, hits, i, found, best.score, figures);
                for (int f = 0; f < CS_FEATURES; f++)
                    sample.x[f] = figures[f] / 1000.0;
                sample.x[CS_FEATURES] = 1;
                add_sample(samples, &sample);
            }
        }
    }
}

static double logistic(const double *weights, const double *x)
{
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++)
        sum += weights[i] * x[i];
    return 1 / (1 + exp(-sum));
}

/* Solves a * x = b in place by elimination; the matrix is positive definite. */
static void solve(double a[DIMENSIONS][DIMENSIONS], double b[DIMENSIONS])
{
    for (int k = 0; k < DIMENSIONS; k++)
        for (int i = 0; i < DIMENSIONS; i++) {
            double factor = i == k ? 0 : a[i][k] / a[k][k];
            for (int j = k; j < DIMENSIONS && i != k; j++)
                a[i][j] -= factor * a[k][j];
            b[i] -= factor * b[k];
        }
    for (int k = 0; k < DIMENSIONS; k++)
        b[k] /= a[k][k];
}

/* Newton's way, with a small penalty on all weights but the offset; without the samples of one source. */
static void fit(const struct samples *samples, int without, double weights[DIMENSIONS])
{
    enum { ROUNDS = 20 };
    const double penalty = 1;
    memset(weights, 0, DIMENSIONS * sizeof *weights);
    for (int round = 0; round < ROUNDS; round++) {
        double slope[DIMENSIONS] = {0}, curve[DIMENSIONS][DIMENSIONS] = {{0}};
        for (int i = 0; i < CS_FEATURES; i++) {
            slope[i] = -penalty * weights[i];
            curve[i][i] = penalty;
        }
        curve[CS_FEATURES][CS_FEATURES] = 1e-9;
        for (size_t n = 0; n < samples->count; n++) {
            const struct sample *sample = &samples->at[n];
            double p = logistic(weights, sample->x);
            for (int i = 0; i < DIMENSIONS && sample->source != without; i++) {
                slope[i] += (sample->hit - p) * sample->x[i];
                for (int j = 0; j < DIMENSIONS; j++)
                    curve[i][j] += p * (1 - p) * sample->x[i] * sample->x[j];
            }
        }
        solve(curve, slope);
        for (int i = 0; i < DIMENSIONS; i++)
            weights[i] += slope[i];
    }
}

static int by_confidence(const void *a, const void *b)
{
    const struct sample *x = a, *y = b;
    return x->confidence < y->confidence ? 1 : x->confidence > y->confidence ? -1 : 0;
}

/* The confidence of each question's surest candidate, and how many questions of each kind there are. */
struct refusals {
    double *surest;
    uint32_t answerable, neither, none;
};

static double in_hundred(uint32_t part, uint32_t whole)
{
    return whole ? 100.0 * part / whole : 0;
}

static uint32_t lost_below(const struct bench *bench, const struct refusals *refusals, double bar)
{
    uint32_t lost = 0;
    for (size_t q = 0; q < bench->count; q++)
        lost += bench->questions[q].label_count && refusals->surest[q] < bar;
    return lost;
}

static void print_bar(const struct bench *bench, const struct refusals *refusals, double bar, const char *whose)
{
    uint32_t silent = 0, silent_none = 0;
    for (size_t q = 0; q < bench->count; q++) {
        silent += !bench->questions[q].label_count && refusals->surest[q] < bar;
        silent_none += bench->questions[q].only_none && refusals->surest[q] < bar;
    }
    printf("  bar %.3f%s loses %4.1f in 100 that have one; silent on %4.1f without, on %4.1f without a related one\n",
           bar, whose, in_hundred(lost_below(bench, refusals, bar), refusals->answerable),
           in_hundred(silent, refusals->neither), in_hundred(silent_none, refusals->none));
}

static void print_refusals(const struct bench *bench, const struct samples *samples)
{
    static const double lost_shares[] = {0.02, 0.05, 0.10, 0.15};
    struct refusals refusals = {.surest = calloc(bench->count + 1, sizeof *refusals.surest)};
    if (!refusals.surest)
        fail("no memory", "");
    for (size_t n = 0; n < samples->count; n++)
        if (samples->at[n].confidence > refusals.surest[samples->at[n].question])
            refusals.surest[samples->at[n].question] = samples->at[n].confidence;
    for (size_t q = 0; q < bench->count; q++) {
        refusals.answerable += bench->questions[q].label_count > 0;
        refusals.none += bench->questions[q].only_none;
        refusals.neither += !bench->questions[q].label_count;
    }
    printf("%u questions with an item that answers, %u without, %u of these without even a related one\n",
           refusals.answerable, refusals.neither, refusals.none);
    for (size_t i = 0; i < sizeof lost_shares / sizeof *lost_shares; i++) {
        double bar = 0;
        for (double next = 0; next < 1; next += 0.005) {
            if (lost_below(bench, &refusals, next) > lost_shares[i] * refusals.answerable)
                break;
            bar = next;
        }
        print_bar(bench, &refusals, bar, "");
    }
    print_bar(bench, &refusals, CS_CONFIDENCE_LOW_FROM / 1000.0, ", the program's own,");
    free(refusals.surest);
}

/* How often candidates of a confidence are hits. */
static void print_precision(const struct samples *samples)
{
    static const double from[] = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0};
    double above = 2;
    printf("confidence: candidates and hits in each step, and from there up\n");
    uint32_t all = 0, all_hits = 0;
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        uint32_t count = 0, hits = 0;
        double sum = 0;
        for (size_t n = 0; n < samples->count; n++)
            if (samples->at[n].confidence >= from[i] && samples->at[n].confidence < above) {
                count++;
                hits += samples->at[n].hit;
                sum += samples->at[n].confidence;
            }
        all += count;
        all_hits += hits;
        printf("  %.2f  %5u  said %5.1f  are %5.1f   from here up %5u  %5.1f\n", from[i], count,
               count ? 100 * sum / count : 0, count ? 100.0 * hits / count : 0, all, all ? 100.0 * all_hits / all : 0);
        above = from[i];
    }
}

/* Each source judged by weights fitted to the others. */
static void cross_validate(const struct bench *bench, struct samples *samples, int sources)
{
    for (int s = 0; s < sources; s++) {
        double weights[DIMENSIONS];
        fit(samples, s, weights);
        for (size_t n = 0; n < samples->count; n++)
            if (samples->at[n].source == s)
                samples->at[n].confidence = logistic(weights, samples->at[n].x);
    }
    printf("\nfitted anew, each source by the others\n");
    print_refusals(bench, samples);
    print_precision(samples);
}

static void print_weights(const struct samples *samples)
{
    double weights[DIMENSIONS];
    fit(samples, -1, weights);
    printf("\nweights in thousandths:");
    for (int i = 0; i < DIMENSIONS; i++)
        printf(" %.0f", weights[i] * 1000);
    printf("\n");
}

/* As the program has it. */
static void measure_confidence(struct bench *bench)
{
    struct samples samples = {0};
    struct tally tally_all = {0};
    for (size_t q = 0; q < bench->count; q++) {
        const struct question *question = &bench->questions[q];
        struct sample own[CATALOGS * NEAREST];
        int count = 0;
        cs_index_ask(bench->index, cs_text_of(question->text));
        for (int c = 0; c < CATALOGS; c++) {
            struct cs_suggestion suggestions[NEAREST];
            uint32_t found = cs_index_suggest(bench->index, bench->first[c], bench->first[c + 1], suggestions, NEAREST);
            for (uint32_t i = 0; i < found; i++)
                own[count++] = (struct sample){.question = q,
                                               .source = question->source,
                                               .hit = is_label(question, suggestions[i].document),
                                               .confidence = suggestions[i].confidence / 1000.0};
        }
        qsort(own, (size_t)count, sizeof *own, by_confidence);
        uint32_t place = 0;
        for (int i = 0; i < count; i++) {
            if (own[i].hit && !place && i < NEAREST)
                place = (uint32_t)i + 1;
            add_sample(&samples, &own[i]);
        }
        if (question->label_count)
            tally(&tally_all, place);
    }
    printf("\nas the program has it\n");
    print_tally("all catalogs, by confidence", &tally_all);
    print_refusals(bench, &samples);
    print_precision(&samples);
    free(samples.at);
}

int main(int argc, char **argv)
{
    bool fits = argc > 1 && !strcmp(argv[1], "--fit");
    char **paths = argv + 1 + fits;
    int sources = argc - 1 - fits;
    struct bench bench = {.job = cs_job_new(NULL), .show = getenv("SHOW") != NULL};
    load_catalogs(&bench);
    for (int i = 0; i < sources; i++)
        read_file(&bench, paths[i], i);
    measure_finding(&bench, paths, sources);
    measure_confidence(&bench);
    struct samples samples = {0};
    collect(&bench, &samples);
    if (sources > 2)
        cross_validate(&bench, &samples, sources);
    if (fits)
        print_weights(&samples);
    free(samples.at);
    return 0;
}
