/* hostile CHECKSHEET DATA FOLDER [KIND...]
 *
 * Is an input of a mebibyte that means harm dearer than an honest one? Makes one of each kind in FOLDER, gives it to
 * checksheet, and prints CPU time and peak memory, each as so many times that of the honest file of DATA (below
 * it in folders of so many items, by gen and render): at most ten times is ok. What takes over a minute or two gigabytes is ended, and over. */
#define _DEFAULT_SOURCE /* wait4 */
#include "hostile.h"
#include "../zipped.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIZE = 1 << 20, MOST_WORDS = 12, ROUNDS = 3, SECONDS = 60, LIMIT = 10, PATH = 4096 };

#define IMPORT       "import", "-c", CATALOG_FILE, FILE_ITSELF, "-o", "-"
#define FILL         "fill", "-q", "-c", CATALOG_FILE, FILE_ITSELF, "-p", PROFILE_FILE, "--fail-on", "never", "-o", "-"
#define CATALOG_FILE "catalog"
#define PROFILE_FILE "profile"
#define FILE_ITSELF  "file"

/* What a file of a format is given to, and the honest one: of as many items as make a mebibyte. */
static const struct job {
    const char *suffix, *items, *honest, *words[MOST_WORDS];
} jobs[FORMATS] = {
    [PROFILE] = {"yaml", "3000", "profile.yaml", {"validate", "-c", CATALOG_FILE, FILE_ITSELF}},
    [CATALOG] = {"yaml", "3000", "catalog.yaml", {"validate", FILE_ITSELF}},
    [CROSSWALK] = {"yaml", "3000", "catalog.yaml", {"validate", FILE_ITSELF}},
    [THESAURUS] = {"yaml", "3000", "catalog.yaml", {"validate", FILE_ITSELF}},
    [CSV] = {"csv", "1800", "table.csv", {IMPORT}},
    [MARKDOWN] = {"md", "1800", "table.md", {IMPORT}},
    [WORKBOOK_ROWS] = {"xlsx", "12000", "table.xlsx", {IMPORT}},
    [WORKBOOK_STRINGS] = {"xlsx", "12000", "table.xlsx", {IMPORT}},
    [WORKBOOK_BEHIND] = {"xlsx", "12000", "table.xlsx", {IMPORT}},
    [FORM_ROWS] = {"xlsx", "12000", "form.xlsx", {FILL}},
    [FORM_STRINGS] = {"xlsx", "12000", "form.xlsx", {FILL}},
    [FORM_BEHIND] = {"xlsx", "12000", "form.xlsx", {FILL}},
    [OTHER_PROFILE] = {"yaml", "3000", "profile2.yaml", {"diff", "-c", CATALOG_FILE, PROFILE_FILE, FILE_ITSELF}},
    [OTHER_CATALOG] = {"yaml", "3000", "catalog2.yaml", {"diff", CATALOG_FILE, FILE_ITSELF}},
};

struct cost {
    double cpu; /* in ms */
    long peak;  /* in KiB */
    int code;   /* -1: ended */
};

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

/* --- making ------------------------------------------------------------------------------------------------------- */

static void add_piece(struct cs_buf *to, const char *piece, unsigned long count)
{
    for (const char *at = piece; *at; at++)
        if (*at == '\1')
            cs_buf_print(to, "%lu", count);
        else
            cs_buf_add_byte(to, *at);
}

static void add_text(struct cs_buf *to, const struct kind *kind)
{
    size_t rest = strlen(kind->behind);
    cs_buf_add(to, cs_text_of(kind->before));
    for (unsigned long i = 1; kind->times ? i <= kind->times : to->size + rest < SIZE; i++)
        add_piece(to, kind->piece, i);
    cs_buf_add(to, cs_text_of(kind->behind));
}

/* A workbook of one sheet; cells that name each shared string again and again, where it is about those. */
static void add_workbook(struct cs_buf *to, const struct kind *kind)
{
    struct cs_buf text = {0}, rows = {0}, strings = {0};
    add_text(&text, kind);
    cs_buf_add(&rows, CS_TEXT(ROW(INLINE("番号") INLINE("質問") INLINE("回答"))));
    if (kind->format == WORKBOOK_STRINGS || kind->format == FORM_STRINGS) {
        cs_buf_add(&strings, CS_TEXT("<sst xmlns=\"" MAIN "\">"));
        cs_buf_add(&strings, cs_buf_text(&text));
        cs_buf_add(&strings, CS_TEXT("</sst>"));
        for (int i = 0; i < 100000; i++)
            cs_buf_add(&rows, CS_TEXT(ROW("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c>")));
    }
    bool has_rows = kind->format == WORKBOOK_ROWS || kind->format == FORM_ROWS,
         is_behind = kind->format == WORKBOOK_BEHIND || kind->format == FORM_BEHIND;
    struct book book = {
        .rows = has_rows ? text.bytes : rows.bytes, .strings = strings.bytes, .behind = is_behind ? text.bytes : ""};
    zip_book(&book, to);
    cs_buf_free(&text);
    cs_buf_free(&rows);
    cs_buf_free(&strings);
}

static void make(const struct kind *kind, const char *path)
{
    struct cs_buf bytes = {0};
    if (kind->format >= WORKBOOK_ROWS && kind->format <= FORM_BEHIND)
        add_workbook(&bytes, kind);
    else
        add_text(&bytes, kind);
    FILE *file = fopen(path, "wb");
    if (bytes.failed || !file || fwrite(bytes.bytes, 1, bytes.size, file) != bytes.size || fclose(file) != 0)
        fail(path);
    cs_buf_free(&bytes);
}

/* --- measuring ---------------------------------------------------------------------------------------------------- */

static void start(char *words[])
{
    struct rlimit seconds = {SECONDS, SECONDS}, memory = {(rlim_t)2 << 30, (rlim_t)2 << 30};
    int nothing = open("/dev/null", O_WRONLY);
    if (nothing < 0 || dup2(nothing, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0)
        _exit(126);
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_AS, &memory);
    execv(words[0], words);
    _exit(127);
}

static double in_ms(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* The least time of some rounds; one is enough where it is far beyond. */
static struct cost measure(const char *program, const struct job *job, const char *data, const char *path)
{
    struct cost cost = {0};
    char catalog[PATH], profile[PATH], *words[MOST_WORDS + 2] = {(char *)program};
    snprintf(catalog, sizeof catalog, "%s/%s/catalog.yaml", data, job->items);
    snprintf(profile, sizeof profile, "%s/%s/profile.yaml", data, job->items);
    for (int i = 0; i < MOST_WORDS && job->words[i]; i++)
        words[i + 1] = (char *)(strcmp(job->words[i], FILE_ITSELF) == 0    ? path
                                : strcmp(job->words[i], CATALOG_FILE) == 0 ? catalog
                                : strcmp(job->words[i], PROFILE_FILE) == 0 ? profile
                                                                           : job->words[i]);
    for (int round = 0; round < ROUNDS && cost.cpu < 5000; round++) {
        struct rusage used;
        int status;
        pid_t child = fork();
        if (child == 0)
            start(words);
        if (child < 0 || wait4(child, &status, 0, &used) != child)
            fail(path);
        double cpu = in_ms(used.ru_utime) + in_ms(used.ru_stime);
        cost.cpu = round == 0 || cpu < cost.cpu ? cpu : cost.cpu;
        cost.peak = used.ru_maxrss;
        cost.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    return cost;
}

static bool is_wished(const char *name, int count, char **wishes)
{
    for (int i = 0; i < count; i++)
        if (strcmp(wishes[i], name) == 0)
            return true;
    return count == 0;
}

int main(int count, char **arguments)
{
    struct cost honest[FORMATS];
    unsigned over = 0, all = 0;
    if (count < 4) {
        fputs("usage: hostile CHECKSHEET DATA FOLDER [KIND...]\n", stderr);
        return 2;
    }
    for (int i = 0; i < FORMATS; i++) {
        char path[PATH];
        snprintf(path, sizeof path, "%s/%s/%s", arguments[2], jobs[i].items, jobs[i].honest);
        honest[i] = measure(arguments[1], &jobs[i], arguments[2], path);
    }
    printf("%-18s %4s %10s %8s %9s %8s\n", "hostile, 1 MiB", "exit", "cpu ms", "x honest", "peak MB", "x honest");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char path[PATH];
        const struct kind *kind = &kinds[i];
        if (!is_wished(kind->name, count - 4, arguments + 4))
            continue;
        snprintf(path, sizeof path, "%s/%s.%s", arguments[3], kind->name, jobs[kind->format].suffix);
        make(kind, path);
        struct cost cost = measure(arguments[1], &jobs[kind->format], arguments[2], path);
        double time = cost.cpu / honest[kind->format].cpu,
               memory = (double)cost.peak / (double)honest[kind->format].peak;
        bool good = time <= LIMIT && memory <= LIMIT && cost.code >= 0;
        printf("%-18s %4d %10.1f %8.2f %9.1f %8.2f  %s\n", kind->name, cost.code, cost.cpu, time,
               (double)cost.peak / 1024, memory, good ? "ok" : "over");
        fflush(stdout);
        all++;
        over += !good;
    }
    printf("%u of %u within %d times the time and memory of an honest file\n", all - over, all, LIMIT);
    return 0;
}
