/* checksheet find: questions, an argument or a line each -> what is known and asks the same.
 *
 *     catalogs, profiles, thesaurus -> memory; question -> found -> sheet or JSON -> output */
#include "cmd/commands.h"
#include "cmd/known/known.h"
#include "cmd/files.h"
#include "cmd/input.h"
#include "cmd/memory.h"
#include "cmd/steps.h"
#include "derive/derive.h"
#include "checksheet/charset.h"

#include <stdlib.h>
#include <string.h>

enum { USUAL_COUNT = 3, MOST_COUNT = CS_MOST_SUGGESTIONS };

/* A search and its parameters. */
struct search {
    struct known known;
    cs_text *questions;
    size_t count;
    uint32_t most; /* candidates of each catalog */
};

/* Reads -n; false, and reported, if it is invalid. */
static bool read_count(struct run *run, uint32_t *most)
{
    const char *value = run->request->value[OPTION_NUMBER];
    char *end;
    *most = USUAL_COUNT;
    if (!value)
        return true;
    long number = strtol(value, &end, 10);
    if (*value && !*end && number >= 1 && number <= MOST_COUNT) {
        *most = (uint32_t)number;
        return true;
    }
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_FEW, CS_TEXT("-n"), cs_text_of(value));
    return false;
}

/* --- questions ----------------------------------------------------------------------------------------------------- */

/* The text in UTF-8: what Windows saves in Japan is converted, what is neither stays as it is. */
static const struct cs_source *in_utf8(struct run *run, const struct cs_source *source)
{
    static const enum cs_charset charsets[] = {CS_CHARSET_UTF_8, CS_CHARSET_CP932};
    struct cs_buf text = {0};
    size_t valid = 0;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets && valid < source->bytes.size; i++) {
        cs_buf_clear(&text);
        valid = cs_charset_decode(&text, charsets[i], source->bytes);
    }
    if (valid == source->bytes.size)
        source = cs_source_add(run->job, source->path, cs_job_copy(run->job, cs_buf_text(&text)));
    cs_buf_free(&text);
    return source;
}

/* Reads the lines of the standard input that are not blank. */
static bool read_lines(struct run *run, struct search *search)
{
    const struct cs_source *source = input_open(run, "-");
    if (!source)
        return false;
    source = in_utf8(run, source);
    search->questions = memory_zeroed(source->line_count, sizeof *search->questions);
    for (uint32_t line = 1; line <= source->line_count; line++) {
        cs_text text = cs_text_trim(cs_source_line(source, line));
        if (text.size)
            search->questions[search->count++] = text;
    }
    return true;
}

static bool read_questions(struct run *run, struct search *search)
{
    int count = run->request->argument_count;
    if (!count || (count == 1 && strcmp(step_argument(run, 0), "-") == 0))
        return read_lines(run, search);
    search->questions = memory_zeroed((size_t)count, sizeof *search->questions);
    for (int i = 0; i < count; i++)
        search->questions[search->count++] = cs_text_of(step_argument(run, i));
    return true;
}

/* --- the whole ----------------------------------------------------------------------------------------------------- */

static enum exit_code print_found(struct run *run, struct search *search)
{
    const char *format = run->request->value[OPTION_FORMAT];
    struct cs_candidates *found = memory_zeroed(search->count, sizeof *found);
    enum exit_code code = EXIT_DONE;
    size_t only_equal = 0;
    for (size_t i = 0; i < search->count; i++) {
        found[i] = cs_memory_find(search->known.memory, search->questions[i], search->most);
        only_equal += found[i].only_equal;
    }
    known_say_only_equal(run, only_equal);
    if (format && strcmp(format, "json") == 0) {
        struct cs_buf out = {0};
        cs_found_write(run->job, search->known.thesaurus, found, (uint32_t)search->count, &out);
        output_content(run->environment, cs_buf_text(&out));
        cs_buf_free(&out);
    } else {
        for (size_t i = 0; i < search->count && code == EXIT_DONE; i++) {
            output_text(i ? CS_TEXT("\n") : (cs_text){0});
            code = step_print(run, cs_compose_found(run->job, search->known.thesaurus, &found[i]));
        }
    }
    for (size_t i = 0; i < search->count && code == EXIT_DONE; i++)
        if (!found[i].count)
            code = EXIT_FOUND;
    free(found);
    return code;
}

enum exit_code command_find(struct run *run)
{
    enum exit_code code = EXIT_ERROR;
    struct search search = {0};
    if (!read_count(run, &search.most))
        return EXIT_USAGE;
    files_look_near(run);
    if (known_open_limited(run, &search.known, &code))
        code = read_questions(run, &search) ? print_found(run, &search) : EXIT_ERROR;
    free(search.questions);
    known_free(&search.known);
    return code;
}
