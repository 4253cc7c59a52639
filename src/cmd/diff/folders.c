/* See folders.h. A pair is compared as if it were alone; its output in each format is kept until its turn, and
 * appended to that of the pairs before it. */
#include "cmd/diff/folders.h"
#include "cmd/many/many.h"
#include "cmd/many/workers.h"
#include "cmd/memory.h"
#include "cmd/outputs.h"
#include "cmd/writing/writing.h"

#include <stdlib.h>
#include <string.h>

/* An output document. */
struct document {
    const struct cs_emitter *emitter;
    const char *output;
    struct cs_buf bytes; /* to be written or, for stdout, printed */
    bool begun;          /* it contains a pair */
};

/* The output for a pair in a format: the head of its table, which a document contains once, and the rest. */
struct piece {
    struct cs_buf head, body;
};

struct folders {
    const struct comparing *like;
    const struct cs_emit_options *options;
    const char *sides[2];       /* the folders */
    struct cs_file_pair *pairs; /* sorted by name */
    char **paths[2];            /* by pair; NULL if there is no file */
    size_t count;
    struct document *documents;
    int document_count;
    struct piece *pieces; /* of pairs waiting for their turn: WORK_AHEAD for each document */
    enum cs_language language;
    bool is_any_known; /* the language is that of a pair */
    enum cs_language languages[WORK_AHEAD];
};

/* --- the pairs ------------------------------------------------------------------------------------------------------- */

static bool is_sheet(const char *path)
{
    cs_text name = cs_text_of(path);
    return cs_text_ends(name, CS_TEXT(".csv")) || cs_text_ends(name, CS_TEXT(".xlsx"));
}

static bool is_compared(const char *path)
{
    enum cs_file_kind kind = paths_kind(path);
    return kind == CS_FILE_PROFILE || kind == CS_FILE_CATALOG;
}

/* The files of a folder that can be compared, by name. */
static void list_side(const char *folder, bool sheets, struct paths *names)
{
    struct paths all = {0};
    size_t size = strcmp(folder, ".") == 0 ? 0 : strlen(folder);
    if (sheets)
        paths_walk_named(&all, size ? folder : "", is_sheet);
    else
        paths_walk(&all, size ? folder : "", true);
    for (size_t i = 0; i < all.count; i++)
        if (sheets || is_compared(all.at[i]))
            paths_add(names, "", all.at[i] + (size ? size + 1 : 0));
    paths_free(all.at);
}

static char *joined(const char *folder, const char *name)
{
    struct paths one = {0};
    paths_add(&one, strcmp(folder, ".") == 0 ? "" : folder, name);
    char *path = one.at[0];
    free(one.at);
    return path;
}

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Merges the two sorted lists into pairs. */
static void pair_up(struct folders *folders, struct paths names[2])
{
    size_t room = names[0].count + names[1].count + 1, at[2] = {0, 0};
    folders->pairs = memory_zeroed(room, sizeof *folders->pairs);
    for (int side = 0; side < 2; side++) {
        folders->paths[side] = memory_zeroed(room, sizeof *folders->paths[side]);
        if (names[side].count)
            qsort(names[side].at, names[side].count, sizeof *names[side].at, by_bytes);
    }
    while (at[0] < names[0].count || at[1] < names[1].count) {
        int order = at[0] == names[0].count   ? 1
                    : at[1] == names[1].count ? -1
                                              : strcmp(names[0].at[at[0]], names[1].at[at[1]]);
        const char *name = names[order > 0].at[at[order > 0]];
        struct cs_file_pair *pair = &folders->pairs[folders->count];
        *pair = (struct cs_file_pair){.name = cs_job_copy(folders->like->run->job, cs_text_of(name)),
                                      .state = order < 0   ? CS_PAIR_OLD_ONLY
                                               : order > 0 ? CS_PAIR_NEW_ONLY
                                                           : CS_PAIR_FAILED};
        for (int side = 0; side < 2; side++)
            if (side == 0 ? order <= 0 : order >= 0)
                folders->paths[side][folders->count] = joined(folders->sides[side], names[side].at[at[side]++]);
        folders->count++;
    }
}

/* Finds the profiles and catalogs of both folders; if there are none, the filled sheets. */
static bool find_pairs(struct folders *folders)
{
    struct paths names[2] = {{0}};
    for (int sheets = 0; sheets < 2 && !names[0].count && !names[1].count; sheets++)
        for (int side = 0; side < 2; side++)
            list_side(folders->sides[side], sheets, &names[side]);
    pair_up(folders, names);
    paths_free(names[0].at);
    paths_free(names[1].at);
    if (!folders->count)
        error(folders->like->run->environment, SAY_NOTHING_TO_COMPARE, cs_text_of(folders->sides[0]),
              cs_text_of(folders->sides[1]));
    return folders->count > 0;
}

/* --- a pair ---------------------------------------------------------------------------------------------------------- */

static struct piece *piece_of(const struct folders *folders, size_t index, int document)
{
    return &folders->pieces[(index % WORK_AHEAD) * (size_t)folders->document_count + (size_t)document];
}

static struct cs_emit_options options_of(const struct folders *folders, const struct document *document)
{
    const struct environment *environment = folders->like->run->environment;
    struct cs_emit_options options = *folders->options;
    bool is_shown = strcmp(document->output, "-") == 0;
    options.color = is_shown && environment->color_out;
    options.columns = is_shown ? environment->columns : 0;
    return options;
}

static bool emit(struct run *run, const struct folders *folders, const struct document *document,
                 const struct cs_sheet *sheet, struct cs_buf *out)
{
    struct cs_emit_options options = options_of(folders, document);
    const char *why;
    bool done = cs_emit(run->job, sheet, document->emitter, &options, out, &why);
    if (!done)
        error(run->environment, SAY_CANNOT_RENDER, document->emitter->name, cs_text_of(why));
    return done;
}

/* Emits a table separately from its head, which is what the sheet emits when it ends after its header. */
static bool emit_table(struct run *run, const struct folders *folders, const struct document *document,
                       const struct cs_sheet *sheet, struct piece *piece)
{
    struct cs_sheet head = *sheet;
    struct cs_buf whole = {0};
    for (head.row_count = 0; head.row_count < sheet->row_count;)
        if (sheet->rows[head.row_count++].kind == CS_ROW_HEADER)
            break;
    bool done = emit(run, folders, document, &head, &piece->head) && emit(run, folders, document, sheet, &whole);
    cs_buf_add(&piece->body, cs_text_skip(cs_buf_text(&whole), piece->head.size));
    cs_buf_free(&whole);
    return done;
}

static bool show_pair(struct comparing *c, const struct folders *folders, const struct document *document,
                      const struct cs_file_pair *pair, struct piece *piece)
{
    struct cs_job *job = c->run->job;
    const struct cs_sheet *sheet = comparing_shown(c, document->emitter);
    if (!sheet)
        return false;
    switch (document->emitter->gather) {
    case CS_BELOW:
        return pair->state == CS_PAIR_SAME ||
               emit(c->run, folders, document, cs_diff_named(job, sheet, pair->name), &piece->body);
    case CS_ONE_TABLE:
        return emit_table(c->run, folders, document, cs_diff_with_file(job, sheet, pair->name), piece);
    case CS_LIST:
    case CS_APART:
        break;
    }
    return emit(c->run, folders, document, sheet, &piece->body);
}

static enum exit_code compare_pair(void *context, struct run *run, size_t index)
{
    struct folders *folders = context;
    struct cs_file_pair *pair = &folders->pairs[index];
    const char *old = folders->paths[0][index], *new = folders->paths[1][index];
    struct comparing c = {.run = run, .audience = folders->like->audience, .aspects = folders->like->aspects};
    enum exit_code code = EXIT_DONE;
    folders->languages[index % WORK_AHEAD] = CS_LANGUAGES;
    if (!old || !new)
        return run->request->value[OPTION_EXIT_CODE] ? EXIT_FOUND : EXIT_DONE;
    if (!comparing_load(&c, old, new, &code))
        return code;
    const struct cs_comparison *counts = c.diff->comparison;
    pair->state = cs_diff_found(c.diff) ? CS_PAIR_CHANGED : CS_PAIR_SAME;
    pair->changed = counts->changed;
    pair->better = counts->better;
    pair->worse = counts->worse;
    pair->added = counts->added;
    pair->removed = counts->removed;
    pair->moved = counts->moved;
    folders->languages[index % WORK_AHEAD] = c.diff->language;
    for (int i = 0; i < folders->document_count; i++)
        if (!show_pair(&c, folders, &folders->documents[i], pair, piece_of(folders, index, i)))
            return EXIT_ERROR;
    return comparing_fails(&c) ? EXIT_FOUND : EXIT_DONE;
}

/* --- the documents --------------------------------------------------------------------------------------------------- */

/* Prints the present output of a document on stdout. */
static void show_document(struct run *run, struct document *document)
{
    if (document->bytes.failed)
        output_no_memory();
    if (strcmp(document->output, "-") != 0)
        return;
    writing_stdout(run, cs_buf_text(&document->bytes), document->emitter->for_terminal);
    cs_buf_clear(&document->bytes);
}

/* Adds a pair, in its turn. */
static void add_piece(struct run *run, const struct folders *folders, struct document *document,
                      const struct cs_file_pair *pair, struct piece *piece)
{
    bool is_lone = pair->state > CS_PAIR_CHANGED;
    switch (document->emitter->gather) {
    case CS_ONE_TABLE:
        if (is_lone)
            emit_table(run, folders, document, cs_diff_lone(run->job, pair, folders->language), piece);
        cs_buf_add(&document->bytes, document->begun ? (cs_text){0} : cs_buf_text(&piece->head));
        cs_buf_add(&document->bytes, cs_buf_text(&piece->body));
        document->begun = true;
        break;
    case CS_LIST:
        cs_pairs_add(&document->bytes, pair, !document->begun, cs_buf_text(&piece->body));
        document->begun = true;
        break;
    case CS_BELOW:
    case CS_APART:
        cs_buf_add(&document->bytes, document->begun && piece->body.size ? CS_TEXT("\n") : (cs_text){0});
        cs_buf_add(&document->bytes, cs_buf_text(&piece->body));
        document->begun |= piece->body.size > 0;
        break;
    }
    show_document(run, document);
}

static void add_pair(void *context, struct run *run, size_t index, enum exit_code code)
{
    struct folders *folders = context;
    enum cs_language language = folders->languages[index % WORK_AHEAD];
    (void)code;
    if (!folders->is_any_known && language != CS_LANGUAGES) {
        folders->is_any_known = true;
        folders->language = language;
    }
    for (int i = 0; i < folders->document_count; i++) {
        struct piece *piece = piece_of(folders, index, i);
        add_piece(run, folders, &folders->documents[i], &folders->pairs[index], piece);
        cs_buf_free(&piece->head);
        cs_buf_free(&piece->body);
    }
}

static void begin_documents(struct folders *folders)
{
    for (int i = 0; i < folders->document_count; i++) {
        struct document *document = &folders->documents[i];
        if (document->emitter->gather == CS_LIST)
            cs_pairs_begin(&document->bytes, cs_text_of(folders->sides[0]), cs_text_of(folders->sides[1]));
    }
}

/* Reports what a table of changes has no column for. */
static void say_counts(struct run *run, const struct cs_sheet *counts)
{
    info(run->environment, run->request, SAY_LINE, counts->rows[0].cells[0].text);
}

static bool end_documents(struct folders *folders)
{
    struct run *run = folders->like->run;
    const struct cs_sheet *counts = cs_diff_pairs(run->job, folders->pairs, folders->count, folders->language);
    bool good = true, is_said = false;
    writing_keep(run);
    for (int i = 0; i < folders->document_count; i++) {
        struct document *document = &folders->documents[i];
        enum cs_gather gather = document->emitter->gather;
        if (gather == CS_LIST)
            cs_pairs_end(&document->bytes, folders->pairs, folders->count);
        if (gather == CS_BELOW) {
            struct cs_buf table = {0};
            good = emit(run, folders, document, counts, &table) && good;
            cs_buf_add(&document->bytes, document->begun ? CS_TEXT("\n") : (cs_text){0});
            cs_buf_add(&document->bytes, cs_buf_text(&table));
            cs_buf_free(&table);
        }
        if (gather != CS_BELOW && !is_said) {
            say_counts(run, counts);
            is_said = true;
        }
        show_document(run, document);
        if (strcmp(document->output, "-") != 0)
            good = writing_file(run, document->output, cs_buf_text(&document->bytes), OVER_OWN) && good;
        cs_buf_free(&document->bytes);
    }
    return good && writing_all(run);
}

/* False, and reported, if a format can show a pair only in a file of its own. */
static bool read_documents(struct folders *folders)
{
    struct run *run = folders->like->run;
    const struct request *request = run->request;
    folders->document_count = request->output_count;
    folders->documents = memory_zeroed((size_t)request->output_count, sizeof *folders->documents);
    folders->pieces = memory_zeroed((size_t)request->output_count * WORK_AHEAD, sizeof *folders->pieces);
    for (int i = 0; i < request->output_count; i++) {
        const struct cs_emitter *emitter = outputs_format(run, request->outputs[i]);
        folders->documents[i] = (struct document){.emitter = emitter, .output = request->outputs[i]};
        if (emitter->gather == CS_APART) {
            usage_error(run->environment, request->command, (cs_text){0}, SAY_NOT_OF_FOLDERS, emitter->name);
            return false;
        }
    }
    return true;
}

/* --- all --------------------------------------------------------------------------------------------------------------- */

static const char *path_of(const void *context, size_t index, int n)
{
    const struct folders *folders = context;
    const char *old = folders->paths[0][index], *new = folders->paths[1][index];
    return n == 0 ? (old ? old : new) : n == 1 && old ? new : NULL;
}

static enum exit_code compare_all(struct folders *folders)
{
    struct run *run = folders->like->run;
    const struct many many = {folders->count, path_of, compare_pair, add_pair, folders};
    if (!outputs_are_allowed(run))
        return EXIT_ERROR;
    begin_documents(folders);
    enum exit_code code = many_run(run, &many);
    return end_documents(folders) ? code : EXIT_ERROR;
}

static void free_all(struct folders *folders)
{
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < folders->count; i++)
            free(folders->paths[side][i]);
        free(folders->paths[side]);
    }
    free(folders->pairs);
    free(folders->documents);
    free(folders->pieces);
}

enum exit_code folders_compare(const struct comparing *like, const struct cs_emit_options *options)
{
    struct folders folders = {.like = like, .options = options, .language = step_written(like->run)};
    struct cs_buf paths[2] = {{0}};
    enum exit_code code = EXIT_USAGE;
    for (int side = 0; side < 2; side++) {
        files_find(step_argument(like->run, side), &paths[side]);
        while (paths[side].size > 1 && paths[side].bytes[paths[side].size - 1] == '/')
            paths[side].bytes[--paths[side].size] = '\0';
        folders.sides[side] = paths[side].bytes;
    }
    if (read_documents(&folders))
        code = find_pairs(&folders) ? compare_all(&folders) : EXIT_ERROR;
    free_all(&folders);
    cs_buf_free(&paths[0]);
    cs_buf_free(&paths[1]);
    return code;
}
