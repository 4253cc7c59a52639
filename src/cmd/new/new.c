/* checksheet new: files to start from, and adding missing questions to a profile. */
#include "cmd/commands.h"
#include "cmd/new/new.h"
#include "cmd/shelf.h"
#include "cmd/writing/writing.h"

#include <stdlib.h>
#include <string.h>

/* Writes the result to FILE, with the schema that it refers to, or to stdout without a file. */
static enum exit_code write_new(struct run *run, const char *path, const struct cs_catalog *catalog,
                                const struct cs_buf *out)
{
    if (path && strcmp(path, "-") != 0)
        return writing_file(run, path, cs_buf_text(out), OVER_NOTHING) && step_write_schema(run, path, catalog)
                   ? EXIT_DONE
                   : EXIT_ERROR;
    output_content(run->environment, cs_buf_text(out));
    return EXIT_DONE;
}

/* The file to write, an argument or -o; NULL: stdout. False, and reported, if there are two. */
static bool read_path(struct run *run, const char **path)
{
    const char *output = run->request->value[OPTION_OUTPUT];
    *path = output ? output : step_argument(run, 0);
    if (run->request->output_count < 2)
        return step_has_at_most(run, output ? 0 : 1);
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_MANY, cs_text_of(output));
    return false;
}

static enum exit_code new_catalog(struct run *run, const char *path)
{
    struct cs_buf out = {0};
    cs_scaffold_catalog(run->job, &out);
    enum exit_code code = write_new(run, path, NULL, &out);
    if (code == EXIT_DONE && path)
        info(run->environment, run->request, SAY_CREATED_CATALOG, cs_text_of(path));
    cs_buf_free(&out);
    return code;
}

/* Writes a profile with every question and no answer. */
static enum exit_code new_empty(struct run *run, const char *path, const struct cs_catalog *catalog,
                                const struct new_form *form)
{
    struct cs_buf out = {0}, number = {0};
    if (!new_write_form(run, form))
        return EXIT_ERROR;
    new_speak(run, cs_scaffold_language(catalog, cs_job_language(run->job)));
    cs_scaffold_profile(run->job, catalog, NULL, form ? &form->products : NULL, &out);
    enum exit_code code = write_new(run, path, catalog, &out);
    if (code == EXIT_DONE && path) {
        info(run->environment, run->request, SAY_CREATED, cs_text_of(path), catalog->id,
             step_number(&number, catalog->item_count));
        struct cs_buf next = {0};
        files_add_command(run, "validate", files_short(cs_text_of(path)), &next);
        info(run->environment, run->request, SAY_NEXT_FILL, cs_buf_text(&next));
        cs_buf_free(&next);
    }
    cs_buf_free(&out);
    cs_buf_free(&number);
    return code == EXIT_DONE && form && form->is_doubtful ? EXIT_FOUND : code;
}

static enum exit_code new_profile(struct run *run, const char *path)
{
    const char *word = run->request->value[OPTION_CATALOG];
    enum exit_code code = EXIT_ERROR;
    struct new_form form = {0};
    bool is_form = new_is_form(word);
    if (!is_form)
        shelf_look_near(run, path && strcmp(path, "-") != 0 ? path : "");
    bool is_read = !is_form || new_read_form(run, word, path, &form, &code);
    const struct cs_catalog *catalog = is_form ? form.catalog : shelf_catalog(run, word ? word : "METI", &code);
    if (is_read && catalog) {
        code = EXIT_USAGE;
        if ((catalog = step_at_level(run, catalog)))
            code = run->request->profile_count ? new_from_profiles(run, path, catalog, is_form ? &form : NULL)
                                               : new_empty(run, path, catalog, is_form ? &form : NULL);
    }
    free(form.products.names);
    return code;
}

/* Gives a name without an ending, acme, the one by which editors and validate know the file; the file that goes by this
 * name, if there is one, is meant. */
static const char *complete(const char *path, bool is_catalog, struct cs_buf *into)
{
    const char *slash = path ? strrchr(path, '/') : NULL, *name = slash ? slash + 1 : path;
    if (!path || *name == '\0' || strchr(name, '.') || strcmp(path, "-") == 0)
        return path;
    if (!files_find(path, into)) {
        cs_buf_clear(into);
        cs_buf_add(into, cs_text_of(path));
        cs_buf_add(into, is_catalog ? CS_TEXT(".yaml") : CS_TEXT(".checksheet.yaml"));
    }
    if (into->failed)
        output_no_memory();
    return into->bytes;
}

enum exit_code command_new(struct run *run)
{
    const struct request *request = run->request;
    struct cs_buf named = {0};
    const char *update = request->value[OPTION_UPDATE], *from = request->value[OPTION_FROM_EDITION];
    int kind = option_word(run->job, run->environment, request, OPTION_KIND, 0);
    const char *path;
    if (kind < 0 || !read_path(run, &path))
        return EXIT_USAGE;
    if (from && !update) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NEEDS_UPDATE, (cs_text){0});
        return EXIT_USAGE;
    }
    if (from)
        return new_upgrade(run, update, from);
    if (update)
        return new_update(run, update);
    path = complete(path, kind != 0, &named);
    enum exit_code code = kind == 0 ? new_profile(run, path) : new_catalog(run, path);
    cs_buf_free(&named);
    return code;
}
