/* checksheet new: files to start from, and questions that a profile lacks. */
#include "cmd/findings.h"
#include "cmd/steps.h"

#include <string.h>

static enum exit_code update_profile(struct run *run, const char *path)
{
    struct cs_buf out = {0}, number = {0};
    enum exit_code code;
    const struct cs_answers *answers;
    const struct cs_profile *profile = step_load(run, path, &answers, &code);
    if (!profile)
        return code;
    uint32_t count = cs_scaffold_update(run->job, profile, answers, &out);
    bool to_stdout = strcmp(path, "-") == 0, done = true;
    if (to_stdout)
        output_text(cs_buf_text(&out));
    else if (count)
        done = output_file(run->surroundings, profile->source->path.bytes, cs_buf_text(&out));
    if (done && !to_stdout)
        notice(run->surroundings, run->request, count ? SAY_UPDATED : SAY_UP_TO_DATE, profile->source->path,
               step_number(&number, count));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}

/* Writes what was made to FILE, with the schema that it names, or to stdout where none is named. */
static enum exit_code write_new(struct run *run, const char *path, const struct cs_catalog *catalog,
                                const struct cs_buf *out)
{
    if (path && strcmp(path, "-") != 0)
        return output_new_file(run->surroundings, path, cs_buf_text(out)) && step_write_schema(run, path, catalog)
                   ? EXIT_DONE
                   : EXIT_TROUBLE;
    output_text(cs_buf_text(out));
    return EXIT_DONE;
}

enum exit_code command_new(struct run *run)
{
    const char *word = run->request->value[OPTION_CATALOG], *path = step_argument(run, 0);
    int kind = option_word(run->job, run->surroundings, run->request, OPTION_KIND, 0);
    struct cs_buf out = {0}, number = {0};
    if (kind < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (run->request->value[OPTION_UPDATE])
        return update_profile(run, run->request->value[OPTION_UPDATE]);
    enum exit_code code;
    const struct cs_catalog *catalog = kind == 0 ? files_catalog(run, word ? word : "METI", &code) : NULL;
    if (kind == 0 && !catalog)
        return code;
    if (kind == 0)
        cs_scaffold_profile(run->job, catalog, &out);
    else
        cs_scaffold_catalog(run->job, &out);
    code = write_new(run, path, catalog, &out);
    if (code == EXIT_DONE && path && kind == 0) {
        notice(run->surroundings, run->request, SAY_CREATED, cs_text_of(path), catalog->id,
               step_number(&number, catalog->item_count));
        notice(run->surroundings, run->request, SAY_NEXT_FILL, cs_text_of(path));
    } else if (code == EXIT_DONE && path)
        notice(run->surroundings, run->request, SAY_CREATED_CATALOG, cs_text_of(path));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return code;
}
