/* See stream.h. All is read twice: once to learn which files go together, then lot by lot. A lot that is too large is gone
 * through in pieces. Each piece is compared with the lot's speakers, which are loaded for as long as it takes: they are found
 * by a pass of their own. */
#include "cmd/validate/stream.h"
#include "cmd/many/progress.h"
#include "cmd/memory.h"
#include "cmd/reports.h"
#include "cmd/shelf.h"
#include "cmd/validate/batch.h"
#include "cmd/validate/lots.h"
#include "base/base.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_AT_ONCE = 128 }; /* files */

/* What is said of a file, until it is its turn. */
struct told {
    struct cs_buf text;
    struct worst worst;
    bool is_done;
};

struct stream {
    struct run *run;
    const struct validation *validation;
    char **paths;
    const struct asked *asked;
    struct cs_report_options options;
    struct told *told;
    size_t count, printed, looked_at; /* files */
    struct worst worst;
    struct progress progress;
    struct environment environment; /* the run's, but what is done in pieces shows no progress */
    enum exit_code code;
    uint32_t errors, warnings;
};

/* --- a piece: a batch in memory of its own ------------------------------------------------------------------------- */

struct piece {
    struct run run;
    struct batch batch;
    size_t *at; /* of each file among those of the run */
};

static void piece_begin(struct stream *stream, struct piece *piece, size_t room)
{
    piece->run = *stream->run;
    piece->run.environment = &stream->environment;
    piece->run.job = cs_job_fork(stream->run->job);
    if (!piece->run.job)
        output_no_memory();
    piece->batch = (struct batch){
        .run = &piece->run, .validation = stream->validation, .files = memory_zeroed(room, sizeof *piece->batch.files)};
    piece->at = memory_zeroed(room, sizeof *piece->at);
}

static void piece_add(const struct stream *stream, struct piece *piece, size_t file)
{
    piece->at[piece->batch.count] = file;
    piece->batch.files[piece->batch.count++].path = stream->paths[file];
}

static void piece_end(struct piece *piece)
{
    cs_job_free(piece->run.job);
    free(piece->batch.files);
    free(piece->at);
}

static int by_index(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Puts the files, none of which is read yet, into the order of the run. */
static void piece_sort(const struct stream *stream, struct piece *piece)
{
    qsort(piece->at, piece->batch.count, sizeof *piece->at, by_index);
    for (size_t i = 0; i < piece->batch.count; i++)
        piece->batch.files[i].path = stream->paths[piece->at[i]];
}

/* Reads the files and looks at each by itself. */
static void piece_look(struct stream *stream, struct piece *piece)
{
    enum exit_code code = batch_open(&piece->batch);
    stream->code = code > stream->code ? code : stream->code;
    batch_look(&piece->batch);
    stream->looked_at += piece->batch.count;
    progress_show(&stream->progress, stream->looked_at);
}

/* --- saying -------------------------------------------------------------------------------------------------------- */

/* Prints all that has waited for what is said now. */
static void print(struct stream *stream)
{
    for (; stream->printed < stream->count && stream->told[stream->printed].is_done; stream->printed++) {
        struct told *told = &stream->told[stream->printed];
        output_text(cs_buf_text(&told->text));
        worst_take(&stream->worst, &told->worst);
        cs_buf_free(&told->text);
    }
}

/* What is allowed and was not found is found now; then all is said. */
static void piece_tell(struct stream *stream, struct piece *piece)
{
    struct run *run = &piece->run;
    batch_check_allowed(&piece->batch);
    for (size_t i = 0; i < piece->batch.count; i++) {
        const struct validated *file = &piece->batch.files[i];
        struct told *told = &stream->told[piece->at[i]];
        tell_file(run, stream->asked, file, &stream->options, &told->text, &told->worst);
        told->is_done = true;
        if (told->text.failed)
            output_no_memory();
    }
    print(stream);
}

static void count_all(struct stream *stream, const struct piece *piece)
{
    stream->errors += cs_finding_count(piece->run.job, CS_ERROR);
    stream->warnings += cs_finding_count(piece->run.job, CS_WARNING);
}

/* Of what a piece has found about its own files alone: the speakers' is found again with each piece. */
static void count_own(struct stream *stream, const struct piece *piece)
{
    for (size_t i = 0; i < piece->batch.count; i++) {
        uint32_t count;
        const struct cs_finding *findings =
            cs_findings_of(piece->run.job, cs_text_of(piece->batch.files[i].path), &count);
        for (uint32_t k = 0; k < count; k++) {
            stream->errors += findings[k].severity == CS_ERROR;
            stream->warnings += findings[k].severity == CS_WARNING;
        }
    }
}

/* --- small lots, several at a time ---------------------------------------------------------------------------------- */

static size_t validate_together(struct stream *stream, const struct lots *lots, size_t first)
{
    size_t count = lots->at[first].count, end = first + 1;
    struct piece piece;
    while (end < lots->count && count + lots->at[end].count <= MOST_AT_ONCE)
        count += lots->at[end++].count;
    piece_begin(stream, &piece, count);
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; k < lots->at[i].count; k++)
            piece_add(stream, &piece, lots->at[i].files[k]);
    piece_sort(stream, &piece);
    piece_look(stream, &piece);
    batch_compare_all(&piece.batch);
    piece_tell(stream, &piece);
    count_all(stream, &piece);
    piece_end(&piece);
    return end;
}

/* --- a large lot, in pieces ----------------------------------------------------------------------------------------- */

/* The profiles of a lot that are loaded, by their places in it; NULL where one is not, or is none. */
struct loaded {
    const struct lot *lot;
    const struct cs_profile **profiles;
    size_t *place_of; /* of a file of the run */
};

static void set(struct loaded *loaded, const struct piece *piece, bool is_there)
{
    for (size_t i = 0; i < piece->batch.count; i++)
        loaded->profiles[loaded->place_of[piece->at[i]]] = is_there ? piece->batch.files[i].profile : NULL;
}

/* The speakers of all pieces up to one that is loaded: they are among the speakers so far, and its own. */
static void find_in(struct stream *stream, struct loaded *loaded, struct piece *speakers, struct piece *piece,
                    bool *speaks)
{
    size_t known = speakers->batch.count;
    batch_load_profiles(&piece->batch);
    set(loaded, piece, true);
    batch_find_speakers(&piece->batch, loaded->profiles, loaded->lot->count, speaks);
    set(loaded, piece, false);
    for (size_t i = 0; i < piece->batch.count; i++)
        if (speaks[loaded->place_of[piece->at[i]]])
            piece_add(stream, speakers, piece->at[i]);
    struct piece added = *speakers;
    added.batch.files += known;
    added.batch.count -= known;
    added.at += known;
    batch_load_profiles(&added.batch);
    set(loaded, &added, true);
}

static void fill_piece(const struct stream *stream, const struct lot *lot, size_t *next, const bool *left_out,
                       struct piece *piece)
{
    for (; *next < lot->count && piece->batch.count < MOST_AT_ONCE; ++*next)
        if (!left_out || !left_out[*next])
            piece_add(stream, piece, lot->files[*next]);
}

static void find_speakers(struct stream *stream, struct loaded *loaded, bool *speaks)
{
    struct piece speakers, piece;
    piece_begin(stream, &speakers, loaded->lot->count);
    for (size_t next = 0; next < loaded->lot->count;) {
        piece_begin(stream, &piece, MOST_AT_ONCE);
        fill_piece(stream, loaded->lot, &next, NULL, &piece);
        find_in(stream, loaded, &speakers, &piece, speaks);
        piece_end(&piece);
    }
    set(loaded, &speakers, false);
    piece_end(&speakers);
}

static void validate_rest(struct stream *stream, struct loaded *loaded, const struct piece *speakers,
                          const bool *speaks)
{
    for (size_t next = 0; next < loaded->lot->count;) {
        struct piece piece;
        piece_begin(stream, &piece, MOST_AT_ONCE);
        fill_piece(stream, loaded->lot, &next, speaks, &piece);
        piece_look(stream, &piece);
        set(loaded, &piece, true);
        cs_job_allow_as(piece.run.job, speakers->run.job);
        batch_compare(&piece.batch, loaded->profiles, loaded->lot->count);
        set(loaded, &piece, false);
        piece_tell(stream, &piece);
        count_own(stream, &piece);
        piece_end(&piece);
    }
}

/* What speakers allow may be found until all others are compared with them, so they are told last. */
static void validate_in_pieces(struct stream *stream, const struct lot *lot)
{
    struct loaded loaded = {lot, memory_zeroed(lot->count, sizeof *loaded.profiles),
                            memory_zeroed(stream->count, sizeof *loaded.place_of)};
    bool *speaks = memory_zeroed(lot->count, sizeof *speaks);
    struct piece speakers;
    for (size_t i = 0; i < lot->count; i++)
        loaded.place_of[lot->files[i]] = i;
    find_speakers(stream, &loaded, speaks);
    piece_begin(stream, &speakers, lot->count);
    for (size_t i = 0; i < lot->count; i++)
        if (speaks[i])
            piece_add(stream, &speakers, lot->files[i]);
    piece_look(stream, &speakers);
    batch_compare_all(&speakers.batch);
    set(&loaded, &speakers, true);
    validate_rest(stream, &loaded, &speakers, speaks);
    piece_tell(stream, &speakers);
    count_all(stream, &speakers);
    piece_end(&speakers);
    free(loaded.profiles);
    free(loaded.place_of);
    free(speaks);
}

/* --- all of them ---------------------------------------------------------------------------------------------------- */

/* False for what can be read only once. */
static bool can_be_read_again(const char *path)
{
    struct stat status;
    return strcmp(path, "-") != 0 && (stat(path, &status) != 0 || S_ISREG(status.st_mode));
}

bool stream_is_better(const struct run *run, char **paths)
{
    size_t count = 0;
    for (; paths[count]; count++)
        if (!can_be_read_again(paths[count]))
            return false;
    return count > MOST_AT_ONCE && !run->request->value[OPTION_FIX] && !run->request->value[OPTION_OUTPUT] &&
           reports_are_text(run);
}

static void validate_lots(struct stream *stream)
{
    for (size_t i = 0; i < stream->count; i++)
        shelf_look_near(stream->run, stream->paths[i]);
    struct lots lots = lots_find(stream->run, stream->validation, stream->paths, stream->count);
    stream->progress = progress_begin(stream->run, stream->count);
    for (size_t i = 0; i < lots.count;)
        if (lots.at[i].count > MOST_AT_ONCE && lots.at[i].is_plain)
            validate_in_pieces(stream, &lots.at[i++]);
        else
            i = validate_together(stream, &lots, i);
    progress_end(&stream->progress);
    lots_free(&lots);
}

enum exit_code stream_validate(struct run *run, const struct validation *validation, char **paths,
                               const struct asked *asked, int fail_on)
{
    struct stream stream = {.run = run,
                            .validation = validation,
                            .paths = paths,
                            .asked = asked,
                            .options = reports_text_options(run),
                            .told = memory_zeroed(asked->count, sizeof *stream.told),
                            .count = asked->count,
                            .environment = *run->environment};
    stream.environment.shows_progress = false;
    stream.errors -= cs_finding_count(run->job, CS_ERROR); /* of catalogs near them more may come */
    stream.warnings -= cs_finding_count(run->job, CS_WARNING);
    validate_lots(&stream);
    stream.errors += cs_finding_count(run->job, CS_ERROR);
    stream.warnings += cs_finding_count(run->job, CS_WARNING);
    if (!stream.options.brief) {
        struct cs_buf details = {0};
        tell_details(run, &stream.worst, &details);
        output_text(cs_buf_text(&details));
        cs_buf_free(&details);
    }
    free(stream.told);
    bool failed = (fail_on <= 1 && stream.errors) || (fail_on == 1 && stream.warnings);
    return stream.code != EXIT_DONE ? stream.code : failed ? EXIT_FOUND : EXIT_DONE;
}
