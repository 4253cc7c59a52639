/* Finding profiles by the words that users type. */
#include "cmd/files.h"
#include "cmd/input.h"
#include "cmd/memory.h"
#include "cmd/paths.h"
#include "cmd/shelf.h"
#include "base/base.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const endings[] = {"", ".yaml", ".checksheet.yaml", ".yml"};
enum { ENDINGS = sizeof endings / sizeof *endings };

/* acme -> acme, acme.yaml, acme.checksheet.yaml, profiles/acme.yaml, ...: the first file that exists, else a folder
 * with exactly that name. */
bool files_find(const char *word, struct cs_buf *path)
{
    static const char *const directories[] = {"", "profiles/"};
    struct stat status;
    for (size_t d = 0; d < sizeof directories / sizeof *directories; d++)
        for (size_t e = 0; e < ENDINGS; e++) {
            cs_buf_clear(path);
            cs_buf_add(path, cs_text_of(directories[d]));
            cs_buf_add(path, cs_text_of(word));
            cs_buf_add(path, cs_text_of(endings[e]));
            if (!path->failed && stat(path->bytes, &status) == 0 && !S_ISDIR(status.st_mode))
                return true;
        }
    cs_buf_clear(path);
    cs_buf_add(path, cs_text_of(word));
    return !path->failed && stat(path->bytes, &status) == 0;
}

cs_text files_short(cs_text path)
{
    struct cs_buf found = {0};
    cs_text name = path, best = path;
    if (cs_text_starts(name, CS_TEXT("profiles/")))
        name = cs_text_skip(name, CS_TEXT("profiles/").size);
    for (size_t e = 1; e < ENDINGS; e++) {
        if (!cs_text_ends(name, cs_text_of(endings[e])))
            continue;
        cs_text word = {name.bytes, name.size - strlen(endings[e])};
        cs_buf_clear(&found);
        cs_buf_add(&found, word);
        char *terminated = found.failed || word.size == 0 ? NULL : memory_text(cs_buf_text(&found));
        if (terminated && files_find(terminated, &found) && cs_text_equal(cs_buf_text(&found), path))
            best = word;
        free(terminated);
    }
    cs_buf_free(&found);
    return best;
}

cs_text files_stem(cs_text path)
{
    ptrdiff_t slash = -1;
    for (size_t i = 0; i < path.size; i++)
        slash = path.bytes[i] == '/' ? (ptrdiff_t)i : slash;
    cs_text name = cs_text_skip(path, (size_t)(slash + 1));
    static const cs_text ends[] = {CS_LITERAL(".yaml"), CS_LITERAL(".yml"), CS_LITERAL(".checksheet")};
    for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
        if (cs_text_ends(name, ends[e]) && name.size > ends[e].size)
            name.size -= ends[e].size;
    return name;
}

/* Adds the name of a similar file here or in profiles/, if there is one. */
static void add_guess(struct run *run, cs_text word, struct cs_buf *line)
{
    struct paths files = {0};
    cs_text stem = files_stem(word);
    paths_walk(&files, "", false);
    paths_walk(&files, "profiles", false);
    cs_text *stems = memory_zeroed(files.count, sizeof *stems);
    for (size_t i = 0; i < files.count; i++)
        stems[i] = files_stem(cs_text_of(files.at[i]));
    cs_text like = cs_guess_text(run->job, stem, stems, (uint32_t)files.count);
    for (size_t i = 0; i < files.count; i++)
        if (cs_text_equal(stems[i], stem) || (like.size && cs_text_equal(stems[i], like))) {
            say(line, run->environment->language, SAY_DID_YOU_MEAN, cs_text_of(files.at[i]));
            break;
        }
    free(stems);
    paths_free(files.at);
}

void files_report_missing(struct run *run, const char *word)
{
    struct cs_buf line = {0};
    enum cs_language language = run->environment->language;
    cs_text name = cs_text_of(word);
    bool is_full = paths_is_yaml(word) || cs_text_ends(name, CS_TEXT("/"));
    say(&line, language, is_full ? SAY_NO_FILE : SAY_NO_PROFILE, name);
    add_guess(run, name, &line);
    error(run->environment, SAY_LINE, cs_buf_text(&line));
    cs_buf_free(&line);
}

/* The only profile in this directory. */
static const struct cs_source *only_profile(struct run *run)
{
    struct paths all = {0}, profiles = {0};
    struct cs_buf count = {0}, names = {0};
    const struct cs_source *source = NULL;
    paths_walk(&all, "", false);
    for (size_t i = 0; i < all.count; i++)
        if (paths_kind(all.at[i]) == CS_FILE_PROFILE) {
            paths_add(&profiles, "", all.at[i]);
            cs_buf_separate(&names, CS_TEXT(" "));
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
    if (strcmp(word, "-") == 0) {
        shelf_look_near(run, "");
        return input_open(run, word);
    }
    struct cs_buf path = {0};
    const struct cs_source *source = NULL;
    if (files_find(word, &path)) {
        source = input_open(run, path.bytes);
        shelf_look_near(run, path.bytes);
    } else
        files_report_missing(run, word);
    cs_buf_free(&path);
    return source;
}

void files_look_near(struct run *run)
{
    struct cs_buf path = {0};
    const char *profile = run->request->value[OPTION_PROFILE];
    shelf_look_near(run, "");
    if (profile && strcmp(profile, "-") != 0 && files_find(profile, &path))
        shelf_look_near(run, path.bytes);
    cs_buf_free(&path);
}

bool files_list(struct run *run, struct paths *words)
{
    bool done = true;
    for (int i = 0; i < run->request->argument_count; i++) {
        const char *word = run->request->arguments[i];
        struct cs_buf path = {0};
        char **profiles = files_find(word, &path) ? paths_profiles_in(path.bytes) : NULL;
        if (!profiles)
            paths_add(words, "", word);
        else if (!*profiles) {
            error(run->environment, SAY_NO_PROFILES_IN, cs_text_of(word));
            done = false;
        }
        for (char **profile = profiles; profile && *profile; profile++)
            paths_add(words, "", *profile);
        paths_free(profiles);
        cs_buf_free(&path);
    }
    return done;
}

void files_add_program(struct run *run, const char *command, struct cs_buf *out)
{
    const char *directory = run->request->value[OPTION_DIR];
    cs_buf_add(out, CS_TEXT("checksheet "));
    if (directory) {
        cs_buf_add(out, CS_TEXT("-C "));
        cs_buf_add_word(out, cs_text_of(directory));
        cs_buf_add_byte(out, ' ');
    }
    cs_buf_add(out, cs_text_of(command));
}

void files_add_command(struct run *run, const char *command, cs_text word, struct cs_buf *out)
{
    files_add_program(run, command, out);
    cs_buf_add_byte(out, ' ');
    cs_buf_add_word(out, word);
}

void files_add_word(struct run *run, const struct cs_source *source, struct cs_buf *out)
{
    bool is_stdin = input_is_stdin(run, source);
    cs_buf_add_word(out, is_stdin ? CS_TEXT("-") : files_short(source->path));
}

void files_add_profiles(struct run *run, const struct cs_profile *extended, struct cs_buf *out)
{
    for (int i = 0; i < run->request->profile_count; i++) {
        struct cs_buf path = {0};
        const char *word = run->request->profiles[i];
        bool is_extended =
            extended && files_find(word, &path) && cs_text_equal(cs_buf_text(&path), extended->source->path);
        if (!is_extended && strcmp(word, "-") != 0) {
            cs_buf_add(out, CS_TEXT(" -p "));
            cs_buf_add_word(out, cs_text_of(word));
        }
        cs_buf_free(&path);
    }
}

void files_add_begin(struct run *run, const char *form, cs_text profile, struct cs_buf *out)
{
    struct cs_buf name = {0};
    const char *slash = strrchr(form, '/');
    size_t folder = slash ? (size_t)(slash - form) + 1 : 0;
    cs_buf_add(&name, (cs_text){form, folder});
    cs_buf_add(&name, CS_TEXT("for-"));
    cs_buf_add(&name, (cs_text){form + folder, paths_stem(form) - folder});
    cs_buf_add(&name, CS_TEXT(".yaml"));
    files_add_command(run, "new", cs_buf_text(&name), out);
    cs_buf_add(out, CS_TEXT(" -c "));
    cs_buf_add_word(out, cs_text_of(form));
    cs_buf_add(out, CS_TEXT(" -p "));
    cs_buf_add_word(out, profile);
    cs_buf_free(&name);
}

void files_add_import(struct run *run, const char *path, bool as_catalog, struct cs_buf *out)
{
    static const struct {
        enum option_id id;
        const char *word;
    } reading[] = {{OPTION_SHEET, " --sheet "}, {OPTION_ENCODING, " --encoding "}, {OPTION_FORM, " --form "}};
    struct cs_buf name = {0};
    bool is_stdin = strcmp(path, "-") == 0;
    files_add_command(run, "import", cs_text_of(path), out);
    for (size_t i = 0; i < sizeof reading / sizeof *reading; i++)
        if (run->request->value[reading[i].id]) {
            cs_buf_add(out, cs_text_of(reading[i].word));
            cs_buf_add_word(out, cs_text_of(run->request->value[reading[i].id]));
        }
    cs_buf_add(&name, is_stdin ? CS_TEXT("sheet") : (cs_text){path, paths_stem(path)});
    cs_buf_add(&name, as_catalog ? CS_TEXT(".catalog.yaml") : CS_TEXT(".checksheet.yaml"));
    cs_buf_add(out, as_catalog ? CS_TEXT(" --as catalog -o ") : CS_TEXT(" -o "));
    cs_buf_add_word(out, cs_buf_text(&name));
    cs_buf_free(&name);
}
