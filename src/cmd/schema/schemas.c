/* checksheet schema: JSON Schemas of profiles, catalogs, crosswalks and thesauri for editors; and writing the one
 * beside a new file. */
#include "cmd/commands.h"
#include "cmd/shelf.h"
#include "cmd/steps.h"
#include "base/base.h"
#include "schema/schema.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static enum cs_schema kind_of(const char *word)
{
    if (!word)
        return CS_SCHEMA_ALL;
    if (strcmp(word, "catalog") == 0)
        return CS_SCHEMA_CATALOG;
    if (strcmp(word, "thesaurus") == 0)
        return CS_SCHEMA_THESAURUS;
    return strcmp(word, "crosswalk") == 0 ? CS_SCHEMA_CROSSWALK : CS_SCHEMA_PROFILE;
}

enum exit_code command_schema(struct run *run)
{
    const char *word = step_argument(run, 0);
    enum cs_schema kind = kind_of(word);
    enum exit_code code = EXIT_USAGE;
    struct cs_buf out = {0};
    if (!step_has_at_most(run, 1))
        return code;
    shelf_look_near(run, "");
    const struct cs_catalog *catalog = kind == CS_SCHEMA_PROFILE ? shelf_catalog(run, word, &code) : NULL;
    if (kind == CS_SCHEMA_PROFILE && !catalog)
        return code;
    cs_schema_write(run->job, kind, catalog, &out);
    output_content(run->environment, cs_buf_text(&out));
    cs_buf_free(&out);
    return EXIT_DONE;
}

bool step_write_schema(struct run *run, const char *file, const struct cs_catalog *catalog)
{
    struct cs_buf path = {0}, out = {0};
    const char *slash = strrchr(file, '/');
    cs_buf_add(&path, (cs_text){file, slash ? (size_t)(slash - file) + 1 : 0});
    size_t directory = path.size + CS_TEXT(".checksheet").size;
    cs_buf_add(&path, cs_schema_path(run->job, catalog));
    cs_schema_write(run->job, catalog ? CS_SCHEMA_PROFILE : CS_SCHEMA_CATALOG, catalog, &out);
    bool done = !path.failed && !out.failed, is_new = false;
    if (done) {
        path.bytes[directory] = '\0';
        is_new = mkdir(path.bytes, 0777) == 0;
        done = is_new || errno == EEXIST;
        if (!done)
            error(run->environment, SAY_CANNOT_WRITE, cs_text_of(path.bytes),
                  cs_system_error(run->environment->language, errno));
        path.bytes[directory] = '/';
    }
    done = done && output_file(run->environment, path.bytes, cs_buf_text(&out));
    if (done && is_new)
        info(run->environment, run->request, SAY_MADE_FOLDER, (cs_text){path.bytes, directory + 1});
    cs_buf_free(&path);
    cs_buf_free(&out);
    return done;
}
