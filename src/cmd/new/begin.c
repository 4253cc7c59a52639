/* checksheet new FILE -c CATALOG|FORM -p PROFILE...: a profile begun from others.
 *
 *     catalog, memory -> translation -> lines: answers in place, proposals beside what is open -> FILE */
#include "cmd/new/new.h"
#include "cmd/known/known.h"
#include "cmd/memory.h"
#include "cmd/writing/writing.h"
#include "derive/derive.h"

#include <stdlib.h>
#include <string.h>

/* --- the profile extended ------------------------------------------------------------------------------------------ */

/* The profile to extend: the first of -p; but for last year's answers to the same customer it is the profile that
 * they were started from, and the answers are copied, since their numbers would refer to this year's questions. NULL
 * if there is none. */
static const struct cs_profile *profile_to_extend(const struct cs_profile *first, const struct cs_catalog *catalog)
{
    const struct cs_catalog *own = first ? first->sheets[0].catalog : NULL;
    if (!own || cs_catalog_same_edition(own, catalog))
        return first;
    if (cs_text_equal(own->id, catalog->id))
        return first->extends;
    return own->form && first->extends ? first->extends : first;
}

/* The common part of two absolute directories, in bytes up to a slash. */
static size_t common_part(const char *a, const char *b)
{
    size_t common = 0;
    for (size_t i = 0;; i++) {
        bool ends = (a[i] == '/' || !a[i]) && (b[i] == '/' || !b[i]);
        common = ends ? i : common;
        if (a[i] != b[i] || !a[i])
            return common;
    }
}

/* A path relative to the directory of another file. False if that does not exist. */
static bool path_from(const char *file, const char *target, struct cs_buf *out)
{
    const char *slash = file ? strrchr(file, '/') : NULL;
    struct cs_buf directory = {0};
    cs_buf_add(&directory, slash ? (cs_text){file, (size_t)(slash - file) + 1} : CS_TEXT("."));
    char *from = directory.failed ? NULL : realpath(directory.bytes, NULL), *to = realpath(target, NULL);
    cs_buf_free(&directory);
    if (from && to) {
        size_t common = common_part(from, to);
        for (const char *rest = from + common; *rest; rest++)
            if (*rest == '/' && rest[1])
                cs_buf_add(out, CS_TEXT("../"));
        const char *rest = to + common;
        cs_buf_add(out, cs_text_of(*rest == '/' ? rest + 1 : rest));
    }
    bool done = from && to;
    free(from);
    free(to);
    return done;
}

/* --- lines --------------------------------------------------------------------------------------------------------- */

struct beginning {
    struct run *run;
    struct known known;
    const struct cs_translation *translation;
    struct cs_scaffold_item *items; /* by item; to be freed */
    struct cs_scaffold_base base;
    uint32_t own, confirmed, proposed, unknown;
};

static void propose(struct beginning *beginning, const struct cs_candidate *candidate, struct cs_scaffold_item *item)
{
    if (item->proposal_count < CS_MOST_PROPOSALS)
        item->proposals[item->proposal_count++] =
            cs_candidate_lines(beginning->run->job, beginning->known.thesaurus, candidate);
}

static void write_item(struct beginning *beginning, uint32_t index)
{
    struct cs_job *job = beginning->run->job;
    const struct cs_translated *translated = &beginning->translation->by_item[index];
    struct cs_scaffold_item *item = &beginning->items[index];
    if (translated->from && cs_scaffold_carry(job, &beginning->base, translated->from, item)) {
        item->origin = cs_candidate_label(job, translated->from, true);
        beginning->own += translated->from->standing == CS_STANDING_OWN;
        beginning->confirmed += translated->from->standing == CS_STANDING_CONFIRMED;
        return;
    }
    if (translated->from)
        propose(beginning, translated->from, item);
    for (uint32_t i = 0; i < translated->proposal_count; i++)
        propose(beginning, &translated->proposals[i], item);
    beginning->proposed += item->proposal_count > 0;
    beginning->unknown += item->proposal_count == 0;
}

/* Writes down what is known of each question. */
static void write_items(struct beginning *beginning)
{
    const struct cs_catalog *catalog = beginning->base.catalog;
    beginning->translation = known_translate(beginning->run, &beginning->known, catalog, NULL, CS_MOST_PROPOSALS);
    beginning->items = memory_zeroed(catalog->item_count, sizeof *beginning->items);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        write_item(beginning, i);
}

static void say_counts(const struct beginning *beginning)
{
    struct cs_buf numbers[4] = {{0}};
    struct run *run = beginning->run;
    info(run->environment, run->request, SAY_NEW_COUNTS, step_number(&numbers[0], beginning->own),
         step_number(&numbers[1], beginning->confirmed), step_number(&numbers[2], beginning->proposed),
         step_number(&numbers[3], beginning->unknown));
    for (int i = 0; i < 4; i++)
        cs_buf_free(&numbers[i]);
}

/* --- a new file ---------------------------------------------------------------------------------------------------- */

static enum exit_code write_files(struct beginning *beginning, const char *path, const struct new_form *form,
                                  const struct cs_buf *out)
{
    struct run *run = beginning->run;
    const struct cs_catalog *catalog = beginning->base.catalog;
    struct cs_buf number = {0};
    bool to_file = path && strcmp(path, "-") != 0;
    writing_keep(run);
    if (!new_write_form(run, form) || (to_file && !writing_file(run, path, cs_buf_text(out), OVER_NOTHING)))
        return EXIT_ERROR;
    if (!to_file)
        writing_stdout(run, cs_buf_text(out), false);
    if (!writing_all(run) || (to_file && !step_write_schema(run, path, catalog)))
        return EXIT_ERROR;
    if (to_file) {
        info(run->environment, run->request, SAY_NEW_BEGUN, cs_text_of(path), catalog->id,
             step_number(&number, catalog->item_count));
        say_counts(beginning);
        struct cs_buf next = {0};
        files_add_command(run, "answer", files_short(cs_text_of(path)), &next);
        files_add_profiles(run, beginning->base.profile, &next);
        info(run->environment, run->request, SAY_NEW_NEXT, cs_buf_text(&next));
        cs_buf_free(&next);
    }
    cs_buf_free(&number);
    return form && form->is_doubtful ? EXIT_FOUND : EXIT_DONE;
}

/* True if the outputs may be written; called before anything is computed. */
static bool may_write(struct run *run, const char *path, const struct new_form *form)
{
    bool to_file = path && strcmp(path, "-") != 0;
    if (to_file && !writing_is_allowed(run, path, OVER_NOTHING))
        return false;
    return !form || !form->yaml.size || form->is_there || writing_is_allowed(run, form->path.bytes, OVER_NOTHING);
}

static enum exit_code begin_file(struct beginning *beginning, const char *path, const struct new_form *form)
{
    struct run *run = beginning->run;
    const struct cs_profile *first = beginning->known.first, *extended = beginning->base.profile;
    struct cs_buf out = {0}, extends = {0};
    if (extended && !path_from(path && strcmp(path, "-") ? path : NULL, extended->source->path.bytes, &extends)) {
        error(run->environment, SAY_NO_DIRECTORY, cs_text_of(path ? path : "."));
        cs_buf_free(&extends);
        return EXIT_ERROR;
    }
    struct cs_scaffold_start start = {.items = beginning->items,
                                      .extends = cs_buf_text(&extends),
                                      .service = first->service,
                                      .vendor = first->vendor,
                                      .contact = first->contact,
                                      .language = beginning->base.language};
    bool has_products = extended && extended->product_count; /* which are its own, and are inherited */
    cs_scaffold_profile(run->job, beginning->base.catalog, &start, form && !has_products ? &form->products : NULL,
                        &out);
    enum exit_code code = out.failed ? EXIT_ERROR : write_files(beginning, path, form, &out);
    cs_buf_free(&extends);
    cs_buf_free(&out);
    return code;
}

enum exit_code new_from_profiles(struct run *run, const char *path, const struct cs_catalog *catalog,
                                 const struct new_form *form)
{
    enum exit_code code;
    struct beginning beginning = {.run = run};
    if (!may_write(run, path, form))
        return EXIT_ERROR;
    shelf_pin(run, NULL); /* source profiles declare their editions themselves */
    if (known_open(run, &beginning.known, NULL, &code)) {
        const struct cs_profile *first = beginning.known.first;
        code = EXIT_ERROR;
        if (first) {
            beginning.base = (struct cs_scaffold_base){.catalog = catalog,
                                                       .profile = profile_to_extend(first, catalog),
                                                       .language = cs_scaffold_language(catalog, first->language)};
            new_speak(run, beginning.base.language);
            write_items(&beginning);
            code = begin_file(&beginning, path, form);
        }
    }
    free(beginning.items);
    known_free(&beginning.known);
    return code;
}

/* --- one that exists ------------------------------------------------------------------------------------------------ */

/* Adds what is known for an update: first the profile itself, with the one that it extends, then those of -p. */
static bool know_for_update(struct beginning *beginning, const struct cs_profile *profile,
                            const struct cs_answers *answers, enum exit_code *code)
{
    if (!profile->extends && beginning->run->request->profile_count == 0)
        return true;
    beginning->base = (struct cs_scaffold_base){answers->catalog, profile, profile->language};
    if (!known_open(beginning->run, &beginning->known, profile, code))
        return false;
    new_speak(beginning->run, profile->language);
    write_items(beginning);
    return true;
}

enum exit_code new_update(struct run *run, const char *path)
{
    struct beginning beginning = {.run = run};
    struct cs_buf numbers[2] = {{0}};
    struct cs_scaffold_counts counts;
    enum exit_code code;
    const struct cs_answers *answers;
    cs_text updated;
    const struct cs_profile *profile = step_load(run, path, TO_MEND, &answers, &code);
    if (!profile)
        return code;
    if (!know_for_update(&beginning, profile, answers, &code)) {
        known_free(&beginning.known);
        return code == EXIT_DONE ? EXIT_ERROR : code;
    }
    code = EXIT_DONE;
    if (!cs_scaffold_update(run->job, profile, answers, beginning.items, &updated, &counts)) {
        error(run->environment, SAY_CANNOT_UPGRADE, profile->source->path);
        code = EXIT_FOUND;
    } else if (strcmp(path, "-") == 0)
        output_content(run->environment, updated);
    else if (!cs_text_equal(updated, profile->source->bytes) && !writing_edit(run, profile->source, updated))
        code = EXIT_ERROR;
    else {
        info(run->environment, run->request, counts.added ? SAY_UPDATED : SAY_UP_TO_DATE, profile->source->path,
             step_number(&numbers[0], counts.added));
        if (beginning.items)
            info(run->environment, run->request, SAY_UPDATED_KNOWN, step_number(&numbers[0], counts.answered),
                 step_number(&numbers[1], beginning.proposed));
    }
    for (int i = 0; i < 2; i++)
        cs_buf_free(&numbers[i]);
    free(beginning.items);
    known_free(&beginning.known);
    return code;
}
