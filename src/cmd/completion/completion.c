/* checksheet completion: scripts for shells, made from the tables of commands, options and words.
 *
 * Catalogs and numbers change, so the scripts ask for them when they are wanted: `checksheet __complete`, which help
 * does not show. */
#include "cmd/completion/script.h"
#include "cmd/steps.h"

#include <string.h>

enum exit_code command_completion(struct run *run)
{
    static void (*const writers[])(struct cs_buf *, enum cs_language) = {completion_bash, completion_zsh,
                                                                         completion_fish};
    struct cs_buf out = {0};
    const char *word = step_argument(run, 0);
    if (!word) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("SHELL"));
        return EXIT_USAGE;
    }
    int shell = option_one_of(run->job, run->environment, run->request, CS_TEXT("SHELL"), cs_text_of(word),
                              completion_shells, SHELL_COUNT);
    if (shell < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    writers[shell](&out, step_language(run));
    output_text(cs_buf_text(&out));
    cs_buf_free(&out);
    return EXIT_DONE;
}

/* A row: the word, a tab, what it means, on one line. */
static void print_row(cs_text word, cs_text meaning)
{
    struct cs_buf row = {0};
    cs_buf_add(&row, word);
    cs_buf_add_byte(&row, '\t');
    for (size_t i = 0; i < meaning.size; i++)
        cs_buf_add_byte(&row, meaning.bytes[i] == '\n' || meaning.bytes[i] == '\t' ? ' ' : meaning.bytes[i]);
    cs_buf_add_byte(&row, '\n');
    output_text(cs_buf_text(&row));
    cs_buf_free(&row);
}

static void print_catalogs(struct run *run)
{
    uint32_t count;
    const struct catalog_place *places = shelf_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            print_row(places[i].id, cs_words_in(&places[i].catalog->title, step_language(run)));
}

/* checksheet __complete catalogs, checksheet __complete items CATALOG: rows for the scripts above. */
enum exit_code command___complete(struct run *run)
{
    const char *what = step_argument(run, 0), *word = step_argument(run, 1);
    enum exit_code code = EXIT_DONE;
    if (what && strcmp(what, "catalogs") == 0)
        print_catalogs(run);
    if (!what || strcmp(what, "items") != 0 || !word)
        return code;
    const struct cs_catalog *catalog = shelf_catalog(run, word, &code);
    for (uint32_t i = 0; catalog && i < catalog->item_count; i++)
        print_row(catalog->items[i].id, cs_words_in(catalog->items[i].ask, step_language(run)));
    return catalog ? EXIT_DONE : code;
}
