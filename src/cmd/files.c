/* Finding profiles, by the words that a user means them with. */
#include "cmd/files.h"
#include "cmd/input.h"
#include "cmd/paths.h"
#include "cmd/shelf.h"

#include <string.h>
#include <sys/stat.h>

/* acme -> acme, acme.yaml, acme.checksheet.yaml, profiles/acme.yaml, ...: the first that is there. */
static bool find_profile(const char *word, struct cs_buf *path)
{
    static const char *const directories[] = {"", "profiles/"};
    static const char *const endings[] = {"", ".yaml", ".checksheet.yaml", ".yml"};
    struct stat status;
    for (size_t d = 0; d < sizeof directories / sizeof *directories; d++)
        for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
            cs_buf_clear(path);
            cs_buf_add(path, cs_text_of(directories[d]));
            cs_buf_add(path, cs_text_of(word));
            cs_buf_add(path, cs_text_of(endings[e]));
            if (!path->failed && stat(path->bytes, &status) == 0 && (e == 0 || S_ISREG(status.st_mode)))
                return true;
        }
    return false;
}

/* The only profile of this directory. */
static const struct cs_source *only_profile(struct run *run)
{
    struct paths all = {0}, profiles = {0};
    struct cs_buf count = {0}, names = {0};
    const struct cs_source *source = NULL;
    paths_walk(&all, "", false);
    for (size_t i = 0; i < all.count; i++)
        if (paths_kind(all.at[i]) == CS_FILE_PROFILE) {
            paths_add(&profiles, "", all.at[i]);
            cs_buf_add(&names, names.size ? CS_TEXT(" ") : (cs_text){0});
            cs_buf_add(&names, cs_text_of(all.at[i]));
        }
    cs_buf_print(&count, "%zu", profiles.count);
    shelf_look_near(run, "");
    if (profiles.count == 1)
        source = input_open(run, profiles.at[0]);
    else if (profiles.count == 0)
        error(run->environment, SAY_NO_PROFILES, (cs_text){0});
    else
        error(run->environment, SAY_MANY_PROFILES, cs_buf_text(&count), cs_buf_text(&names));
    paths_free(all.at);
    paths_free(profiles.at);
    cs_buf_free(&count);
    cs_buf_free(&names);
    return source;
}

const struct cs_source *files_open_profile(struct run *run, const char *word)
{
    if (!word)
        return only_profile(run);
    if (strcmp(word, "-") == 0)
        return input_open(run, word);
    struct cs_buf path = {0};
    const struct cs_source *source = NULL;
    if (find_profile(word, &path)) {
        source = input_open(run, path.bytes);
        shelf_look_near(run, path.bytes);
    } else
        error(run->environment, SAY_NO_PROFILE, cs_text_of(word));
    cs_buf_free(&path);
    return source;
}
