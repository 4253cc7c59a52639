/* See stream.h. Where files can be read twice, they are read once to learn which go together, then lot by lot. A lot that is
 * too large is gone through in pieces. Each piece is compared with the lot's speakers, which are loaded for as long as it
 * takes: they are found by a pass of their own. A few files, and what can be read but once, are one piece. */
#include "cmd/validate/stream.h"
#include "cmd/many/progress.h"
#include "cmd/memory.h"
#include "cmd/reports.h"
#include "cmd/shelf.h"
#include "cmd/validate/batch.h"
#include "cmd/validate/fixing.h"
#include "cmd/validate/lots.h"
#include "cmd/validate/tell.h"
#include "cmd/writing/writing.h"
#include "base/base.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_AT_ONCE = 128 }; /* files */

/* What stays of a file. */
struct told {
    struct worst worst;
    uint32_t mended, left; /* places */
    bool is_read;
};

struct stream {
    struct run *run;
    struct validation validation;
    char **paths;
    struct asked asked;
    struct told *told;
    struct reports *reports;
    size_t count, looked_at; /* files */
    struct progress progress;
    struct environment environment; /* the run's, but what is done in pieces shows no progress */
    enum exit_code code;
    uint32_t errors, warnings;
};

static void worsen(struct stream *stream, enum exit_code code)
{
    stream->code = code > stream->code ? code : stream->code;
}

/* --- a piece ------------------------------------------------------------------------------------------------------- */

/* A batch, in memory of its own or that of the run. */

struct piece {
    struct run own;
    struct batch batch;
    size_t *at; /* of each file among those of the run */
};

static void piece_begin_in(struct stream *stream, struct piece *piece, struct run *run, size_t room)
{
    piece->batch = (struct batch){
        .run = run, .validation = &stream->validation, .files = memory_zeroed(room, sizeof *piece->batch.files)};
    piece->at = memory_zeroed(room, sizeof *piece->at);
}

static void piece_begin(struct stream *stream, struct piece *piece, size_t room)
{
    piece->own = *stream->run;
    piece->own.environment = &stream->environment;
    piece->own.job = memory_checked(cs_job_fork(stream->run->job));
    piece_begin_in(stream, piece, &piece->own, room);
}

static void piece_add(const struct stream *stream, struct piece *piece, size_t file)
{
    piece->at[piece->batch.count] = file;
    piece->batch.files[piece->batch.count++].path = stream->paths[file];
}

static void piece_end(const struct stream *stream, struct piece *piece)
{
    if (piece->batch.run == &piece->own) {
        cs_job_note_read(stream->run->job, piece->own.job);
        cs_job_free(piece->own.job);
    }
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
    worsen(stream, batch_open(&piece->batch));
    batch_look(&piece->batch);
    stream->looked_at += piece->batch.count;
    progress_show(&stream->progress, stream->looked_at);
}

/* --- telling ------------------------------------------------------------------------------------------------------- */

/* A file of a piece: the context of add_text. */
struct telling {
    struct run *run;
    const struct asked *asked;
    const struct validated *file;
};

static void add_text(void *context, const struct cs_report_options *options, struct cs_buf *out)
{
    const struct telling *telling = context;
    tell_file(telling->run, telling->asked, telling->file, options, out);
}

static void keep(const struct piece *piece, const struct validated *file, const struct asked *asked, struct told *told)
{
    told->is_read = file->source != NULL;
    told->worst = tell_worst(piece->batch.run, asked, file);
    told->mended += file->mended;
    told->left = file->source ? fixing_left(piece->batch.run, file->source) : 0;
}

/* What is allowed and was not found is found now; then all is told. */
static void piece_tell(struct stream *stream, struct piece *piece)
{
    struct tell_list list = {0};
    batch_check_allowed(&piece->batch);
    for (size_t i = 0; i < piece->batch.count; i++) {
        struct telling telling = {piece->batch.run, &stream->asked, &piece->batch.files[i]};
        reports_tell(stream->reports, piece->at[i], add_text, &telling);
        tell_list_file(telling.run, telling.asked, telling.file, (uint32_t)piece->at[i], &list);
        keep(piece, telling.file, telling.asked, &stream->told[piece->at[i]]);
    }
    reports_take(stream->reports, piece->batch.run->job, list.at, (uint32_t)list.count);
    free(list.at);
}

static void count_all(struct stream *stream, const struct piece *piece)
{
    stream->errors += cs_finding_count(piece->batch.run->job, CS_ERROR);
    stream->warnings += cs_finding_count(piece->batch.run->job, CS_WARNING);
}

/* Of what a piece has found about its own files alone: the speakers' is found again with each piece. */
static void count_own(struct stream *stream, const struct piece *piece)
{
    for (size_t i = 0; i < piece->batch.count; i++) {
        uint32_t count;
        const struct cs_finding *findings =
            cs_findings_of(piece->batch.run->job, cs_text_of(piece->batch.files[i].path), &count);
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
    piece_end(stream, &piece);
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
        piece_end(stream, &piece);
    }
    set(loaded, &speakers, false);
    piece_end(stream, &speakers);
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
        cs_job_allow_as(piece.batch.run->job, speakers->batch.run->job);
        batch_compare(&piece.batch, loaded->profiles, loaded->lot->count);
        set(loaded, &piece, false);
        piece_tell(stream, &piece);
        count_own(stream, &piece);
        piece_end(stream, &piece);
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
    piece_end(stream, &speakers);
    free(loaded.profiles);
    free(loaded.place_of);
    free(speaks);
}

/* --- all of them ---------------------------------------------------------------------------------------------------- */

static bool can_be_read_again(const char *path)
{
    struct stat status;
    return strcmp(path, "-") != 0 && (stat(path, &status) != 0 || S_ISREG(status.st_mode));
}

static bool has_lots(const struct stream *stream)
{
    for (size_t i = 0; i < stream->count; i++)
        if (!can_be_read_again(stream->paths[i]))
            return false;
    return stream->count > MOST_AT_ONCE;
}

static void validate_whole(struct stream *stream)
{
    struct piece piece;
    piece_begin_in(stream, &piece, stream->run, stream->count);
    piece.batch.fixes = stream->run->request->value[OPTION_FIX] != NULL;
    for (size_t i = 0; i < stream->count; i++)
        piece_add(stream, &piece, i);
    piece_look(stream, &piece);
    batch_compare_all(&piece.batch);
    piece_tell(stream, &piece);
    piece_end(stream, &piece);
}

/* Fixes all files before any is checked. With --dry-run they stay as they are, and are fixed again whenever they are read. */
static void fix_all(struct stream *stream)
{
    const char *const *value = stream->run->request->value;
    for (size_t i = 0; i < stream->count && value[OPTION_FIX]; i++) {
        struct piece piece;
        piece_begin(stream, &piece, 1);
        piece_add(stream, &piece, i);
        struct validated *file = &piece.batch.files[0];
        file->source = cs_source_read(piece.own.job, file->path); /* if it can't be, that is said later */
        if (file->source && !batch_fix(&piece.batch, file))
            worsen(stream, EXIT_ERROR);
        stream->told[i].mended = file->mended;
        piece_end(stream, &piece);
    }
    stream->validation.assumes_fixed = value[OPTION_DRY_RUN] != NULL;
}

static void validate_lots(struct stream *stream)
{
    for (size_t i = 0; i < stream->count; i++)
        shelf_look_near(stream->run, stream->paths[i]);
    fix_all(stream);
    struct lots lots = lots_find(stream->run, &stream->validation, stream->paths, stream->count);
    stream->progress = progress_begin(stream->run, stream->count);
    for (size_t i = 0; i < lots.count;)
        if (lots.at[i].count > MOST_AT_ONCE && lots.at[i].is_plain)
            validate_in_pieces(stream, &lots.at[i++]);
        else
            i = validate_together(stream, &lots, i);
    progress_end(&stream->progress);
    lots_free(&lots);
}

static void add_details(void *context, const struct cs_report_options *options, struct cs_buf *out)
{
    const struct stream *stream = context;
    struct worst worst = {0};
    (void)options;
    for (size_t i = 0; i < stream->count; i++)
        worst_take(&worst, &stream->told[i].worst);
    tell_details(stream->run, &worst, out);
}

/* Writes the reports, and says what was fixed. */
static void report(struct stream *stream)
{
    reports_tell_end(stream->reports, add_details, stream);
    if (!reports_end(stream->reports) || !writing_all(stream->run))
        worsen(stream, EXIT_ERROR);
    for (size_t i = 0; i < stream->count && stream->run->request->value[OPTION_FIX]; i++)
        if (stream->told[i].is_read)
            fixing_report(stream->run, stream->paths[i], stream->told[i].mended, stream->told[i].left);
}

/* How many findings of catalogs and crosswalks on the path are in none of the files to validate. */
static uint32_t count_elsewhere(const struct stream *stream, enum cs_severity severity)
{
    uint32_t count, elsewhere = 0;
    const struct cs_finding *findings = cs_findings(stream->run->job, &count);
    for (uint32_t i = 0; i < count; i++) {
        bool is_here = findings[i].severity != severity;
        for (size_t k = 0; k < stream->count && !is_here; k++)
            is_here = cs_text_equal(findings[i].span.source->path, cs_text_of(stream->paths[k]));
        elsewhere += !is_here;
    }
    return elsewhere;
}

enum exit_code stream_validate(struct run *run, const struct validation *validation, char **paths, int fail_on)
{
    struct stream stream = {.run = run,
                            .validation = *validation,
                            .paths = paths,
                            .asked = asked_of(paths),
                            .environment = *run->environment};
    stream.environment.shows_progress = false;
    stream.count = stream.asked.count;
    stream.told = memory_zeroed(stream.count, sizeof *stream.told);
    stream.reports =
        reports_begin(run, stream.count, run->request->value[OPTION_OUTPUT], fail_on == 1 ? CS_WARNING : CS_ERROR);
    if (reports_are_several(stream.reports))
        writing_keep(run);                               /* either all are written or none */
    stream.errors -= count_elsewhere(&stream, CS_ERROR); /* of catalogs near them more may come */
    stream.warnings -= count_elsewhere(&stream, CS_WARNING);
    if (has_lots(&stream))
        validate_lots(&stream);
    else
        validate_whole(&stream);
    stream.errors += cs_finding_count(run->job, CS_ERROR);
    stream.warnings += cs_finding_count(run->job, CS_WARNING);
    report(&stream);
    free(stream.told);
    asked_free(&stream.asked);
    bool failed = (fail_on <= 1 && stream.errors) || (fail_on == 1 && stream.warnings);
    return stream.code != EXIT_DONE ? stream.code : failed ? EXIT_FOUND : EXIT_DONE;
}
