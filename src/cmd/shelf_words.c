/* Catalogs by the words that users type. */
#include "cmd/shelf.h"
#include "cmd/findings.h"
#include "cmd/input.h"
#include "cmd/paths.h"
#include "base/base.h"

#include <stdlib.h>
#include <string.h>

/* The catalog of a file, for a word with a slash or a YAML suffix; it is also available by its own id then. */
static const struct cs_catalog *catalog_of_file(struct run *run, const char *path, enum exit_code *code)
{
    const struct cs_catalog *known = shelf_at(run, cs_text_of(path));
    if (known)
        return known;
    const struct cs_source *source = input_open(run, path);
    *code = EXIT_ERROR;
    if (!source)
        return NULL;
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    const struct cs_catalog *catalog = cs_load_catalog(run->job, source);
    *code = EXIT_FOUND;
    if (cs_finding_count(run->job, CS_ERROR) > errors) {
        findings_print(run, source, FINDINGS_FULL, true);
        return NULL;
    }
    shelf_add(run, source, catalog);
    return catalog;
}

/* The editions of an id, by name in the language of messages. */
static cs_text editions_of(struct run *run, cs_text id, struct cs_buf *out)
{
    uint32_t count;
    struct catalog_place *places = shelf_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden && shelf_is_id(places[i].id, id)) {
            cs_buf_separate(out, CS_TEXT(", "));
            cs_buf_add(out, cs_words_in(&places[i].catalog->edition, run->environment->language));
        }
    free(places);
    return cs_buf_text(out);
}

/* ID or ID@EDITION; an edition given here is used whatever a profile declares. */
static const struct cs_catalog *catalog_of_word(struct run *run, cs_text word, enum exit_code *code)
{
    ptrdiff_t at = cs_text_find(word, CS_TEXT("@"));
    cs_text id = at < 0 ? word : (cs_text){word.bytes, (size_t)at};
    cs_text edition = at < 0 ? (cs_text){0} : cs_text_skip(word, (size_t)at + 1);
    *code = EXIT_USAGE;
    const struct cs_catalog *catalog = shelf_edition(run, id, edition);
    const cs_text *ids;
    if (!catalog) { /* one in this directory, just written by import or new */
        shelf_look_near(run, "");
        catalog = shelf_edition(run, id, edition);
    }
    uint32_t count = run->catalogs.ids(run->catalogs.context, &ids);
    if (!catalog && edition.size && shelf_edition(run, id, (cs_text){0})) {
        struct cs_buf all = {0};
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_SUCH_EDITION, id, edition,
                    editions_of(run, id, &all));
        cs_buf_free(&all);
    } else if (!catalog)
        usage_error(run->environment, run->request->command, cs_guess_text(run->job, id, ids, count), SAY_NO_CATALOG,
                    id);
    else if (edition.size)
        shelf_pin(run, catalog);
    return catalog;
}

bool shelf_is_path(const char *word)
{
    return strchr(word, '/') || paths_is_yaml(word);
}

const struct cs_catalog *shelf_catalog(struct run *run, const char *word, enum exit_code *code)
{
    if (!shelf_is_path(word))
        return catalog_of_word(run, cs_text_of(word), code);
    const struct cs_catalog *catalog = catalog_of_file(run, word, code);
    if (catalog)
        shelf_pin(run, catalog);
    return catalog;
}
