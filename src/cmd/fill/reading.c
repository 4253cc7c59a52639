/* The form is imported with a catalog: that of -c, else the one that it is recognised as, else one made of its own
 * questions. */
#include "cmd/fill/reading.h"
#include "cmd/findings.h"
#include "cmd/imports.h"
#include "cmd/input.h"
#include "cmd/known/known.h"
#include "cmd/memory.h"
#include "scaffold/scaffold.h"

#include <stdlib.h>

static bool read_form(struct run *run, const struct cs_form **form, enum exit_code *code)
{
    const char *path = run->request->value[OPTION_FORM];
    const struct cs_source *source = path ? input_open(run, path) : NULL;
    *form = source ? cs_load_form(run->job, source) : NULL;
    *code = source ? EXIT_FOUND : EXIT_ERROR;
    if (source && !*form)
        findings_print(run, source, FINDINGS_FULL, true);
    return !path || *form;
}

/* The worksheet that is asked for, if it is a hidden one, which is read only by itself; else empty. */
static cs_text hidden_worksheet(const struct filling *filling)
{
    const struct request *request = filling->run->request;
    const struct cs_grid *grid = filling->grid;
    for (uint32_t i = 0; i < grid->sheet_count && request->worksheet_count == 1; i++)
        if (grid->sheets[i].hidden && cs_text_equal(grid->sheets[i].name, cs_text_of(request->worksheets[0])))
            return grid->sheets[i].name;
    return (cs_text){0};
}

/* How a form is read: with one catalog, or, if that is NULL, with all. */
static struct cs_import_options options_of(const struct filling *filling, const struct cs_catalog *catalog)
{
    return (struct cs_import_options){.catalog = catalog,
                                      .form = filling->form,
                                      .products = filling->names,
                                      .product_count = filling->name_count,
                                      .worksheet = hidden_worksheet(filling)};
}

/* The names that columns of answers may have for titles. */
static void take_names(struct filling *filling)
{
    const struct cs_profile *profile = filling->profile;
    filling->names = memory_zeroed(profile->product_count, sizeof *filling->names);
    for (; filling->name_count < profile->product_count; filling->name_count++)
        filling->names[filling->name_count] = profile->products[filling->name_count];
    filling->names[filling->name_count++] = profile->service;
}

/* --- the form's own questions -------------------------------------------------------------------------------------- */

const struct cs_catalog *reading_form_catalog(struct filling *filling)
{
    struct run *run = filling->run;
    struct cs_import_options options = options_of(filling, NULL);
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    struct cs_buf id = {0};
    options.as_catalog = true;
    if (filling->own || cs_import(run->job, filling->grid, &options, &imported, fits) != CS_IMPORTED)
        return filling->own;
    cs_scaffold_catalog_of(run->job, imported.sheet, imported.form,
                           imports_form_id(run, &id, filling->path, filling->grid, imported.sheet),
                           &filling->own_bytes);
    filling->own = cs_load_catalog(
        run->job, cs_source_add(run->job, CS_TEXT("form.catalog.yaml"), cs_buf_text(&filling->own_bytes)));
    cs_buf_free(&id);
    return filling->own;
}

/* The slots of a form; those matched by number alone are checked against their items. */
static struct cs_slots *slots_of(struct filling *filling, const struct cs_imported *imported)
{
    struct run *run = filling->run;
    enum exit_code code; /* of --thesaurus; handled by reading_all */
    struct cs_slots *slots = cs_import_slots(run->job, filling->grid, imported);
    if (cs_slots_have_doubts(slots))
        cs_slots_agree(run->job, slots, known_thesaurus(run, &code));
    return slots;
}

struct cs_slots *reading_slots(struct filling *filling, const struct cs_catalog *catalog)
{
    struct run *run = filling->run;
    struct cs_import_options options = options_of(filling, catalog);
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    return cs_import(run->job, filling->grid, &options, &imported, fits) == CS_IMPORTED ? slots_of(filling, &imported)
                                                                                        : NULL;
}

/* --- which catalog it asks ----------------------------------------------------------------------------------------- */

/* The form as imported with one catalog. */
struct attempt {
    struct cs_imported imported;
    struct cs_slots *slots;
    uint32_t sure; /* questions that are certainly its items */
};

/* Imports the form with the catalog of the options, or all available ones; keeps the better of the two attempts. */
static enum cs_import_result attempt(struct filling *filling, struct cs_import_options *options, struct attempt *best)
{
    struct run *run = filling->run;
    struct attempt made = {0};
    struct cs_import_fit fits[2];
    enum cs_import_result result = imports_try(run, filling->grid, options, NULL, &made.imported, fits);
    for (int i = 0; i < 2 && result == CS_CATALOGS_FIT_ALIKE; i++) /* choose the one that the profile answers */
        if (cs_profile_answers(filling->profile, fits[i].catalog->id)) {
            options->catalog = fits[i].catalog;
            result = imports_try(run, filling->grid, options, NULL, &made.imported, fits);
        }
    if (result != CS_IMPORTED)
        return result;
    made.slots = slots_of(filling, &made.imported);
    for (uint32_t i = 0; i < made.slots->count; i++)
        made.sure += cs_slot_is_sure(&made.slots->at[i]);
    if (!best->slots || made.sure > best->sure)
        *best = made;
    return result;
}

/* Finds the form's catalog: if the profile answers only one, that one if it fits; else the best one; else a catalog
 * of the form's own questions. */
static bool find_catalog(struct filling *filling, struct attempt *best, enum exit_code *code)
{
    const struct cs_profile *profile = filling->profile;
    struct cs_import_options own = options_of(filling, profile->sheets[0].catalog), any = options_of(filling, NULL);
    enum cs_import_result result = profile->sheet_count == 1 ? attempt(filling, &own, best) : CS_NO_CATALOG_FITS;
    if (best->slots && best->sure * 2 >= best->slots->count)
        return true;
    if (result != CS_NO_QUESTIONS)
        result = attempt(filling, &any, best);
    if (result == CS_NO_QUESTIONS || (best->slots && best->sure))
        return best->slots || imports_understand(filling->run, cs_text_of(filling->path), filling->grid, &any,
                                                 &best->imported, code); /* reports why not */
    struct cs_import_options itself = options_of(filling, reading_form_catalog(filling));
    *best = (struct attempt){0};
    return itself.catalog && attempt(filling, &itself, best) == CS_IMPORTED;
}

static bool understand(struct filling *filling, enum exit_code *code)
{
    struct run *run = filling->run;
    const char *word = run->request->value[OPTION_CATALOG];
    struct cs_import_options options = options_of(filling, NULL);
    struct attempt best = {0};
    if (word && !(options.catalog = shelf_catalog(run, word, code)))
        return false;
    *code = EXIT_FOUND;
    if (word ? !imports_understand(run, cs_text_of(filling->path), filling->grid, &options, &best.imported, code)
             : !find_catalog(filling, &best, code))
        return false;
    filling->imported = best.imported;
    filling->slots = best.slots;
    const struct cs_answers *own = cs_profile_answers(filling->profile, best.imported.catalog->id);
    options.catalog = own ? own->catalog : best.imported.catalog;
    if (options.catalog == best.imported.catalog || !cs_catalog_same_edition(options.catalog, best.imported.catalog))
        return true;
    filling->slots = NULL;
    return imports_understand(run, cs_text_of(filling->path), filling->grid, &options, &filling->imported, code);
}

/* Loads the profile with the edition of the form. False, and reported, if it answers another one, whose numbers may
 * mean other questions. With --allow-errors, answers to questions in the same words count. */
static bool load_for_edition(struct filling *filling, enum exit_code *code)
{
    struct run *run = filling->run;
    const struct cs_catalog *asked = filling->catalog;
    shelf_pin(run, asked);
    filling->profile = step_load_source(run, filling->profile->source, TO_FILL, &filling->answers, code);
    return filling->profile && cs_catalog_same_edition(filling->answers->catalog, asked);
}

/* Sets the profile's answers to the form's catalog, if it has any. */
static bool take_answers(struct filling *filling, enum exit_code *code)
{
    const struct cs_answers *own = filling->answers;
    filling->catalog = filling->imported.catalog;
    if (!cs_text_equal(own->catalog->id, filling->catalog->id))
        own = cs_profile_answers(filling->profile, filling->catalog->id);
    filling->answers = own;
    return !own || cs_catalog_same_edition(own->catalog, filling->catalog) || load_for_edition(filling, code);
}

/* --- above the level ------------------------------------------------------------------------------------------------ */

static bool is_same_place(const struct cs_slot *a, const struct cs_slot *b)
{
    return a->worksheet == b->worksheet && a->question_row == b->question_row &&
           a->question_column == b->question_column;
}

/* The first of several for one question: those before where the last was found come after all others, and a question
 * has its slots side by side. */
const struct cs_slot *reading_same_place(const struct cs_slots *slots, const struct cs_slot *slot, uint32_t *from)
{
    for (uint32_t i = 0; i < slots->count; i++) {
        uint32_t at = (*from + i) % slots->count;
        if (!is_same_place(&slots->at[at], slot))
            continue;
        *from = at;
        return &slots->at[at];
    }
    return NULL;
}

/* Notes which questions are of the form's catalog, but above the level that it is cut down to. */
static void note_beyond(struct filling *filling)
{
    struct run *run = filling->run;
    const struct cs_catalog *cut = filling->catalog;
    const struct cs_catalog *whole = cut->level.size ? shelf_edition(run, cut->id, (cs_text){0}) : NULL;
    if (!whole || whole->level.size || !cs_catalog_same_edition(whole, cut))
        return;
    const struct cs_slots *slots = reading_slots(filling, whole);
    uint32_t rank = cs_catalog_level(whole, cut->level), from = 0;
    for (uint32_t i = 0; slots && i < filling->slots->count; i++) {
        struct cs_slot *slot = &filling->slots->at[i];
        const struct cs_slot *other = cs_slot_is_sure(slot) ? NULL : reading_same_place(slots, slot, &from);
        if (!other || !cs_slot_is_sure(other) || whole->items[other->item].rank <= rank)
            continue;
        slot->beyond = cs_catalog_item_name(run->job, whole, &whole->items[other->item]);
        slot->level = whole->items[other->item].level;
    }
}

bool reading_all(struct filling *filling, enum exit_code *code)
{
    struct run *run = filling->run;
    const struct cs_source *profile;
    if (!read_form(run, &filling->form, code) || (run->request->value[OPTION_THESAURUS] && !known_thesaurus(run, code)))
        return false;
    *code = EXIT_ERROR;
    if (!(filling->source = input_open(run, filling->path)))
        return false;
    profile = files_open_profile(run, run->request->profile_count ? run->request->profiles[0] : NULL);
    filling->profile = profile ? step_load_source(run, profile, TO_FILL, &filling->answers, code) : NULL;
    if (!filling->profile)
        return false;
    take_names(filling);
    *code = EXIT_ERROR;
    filling->grid = imports_read(run, filling->source, code);
    if (!filling->grid) {
        *code = EXIT_ERROR;
        return false;
    }
    enum cs_charset charset = filling->grid->file->charset;
    if (charset == CS_CHARSET_EUC_JP || charset == CS_CHARSET_ISO_2022_JP) {
        error(run->environment, SAY_FILL_ENCODING, cs_text_of(filling->path));
        *code = EXIT_ERROR;
        return false;
    }
    if (!understand(filling, code) || !take_answers(filling, code))
        return false;
    if (!filling->slots)
        filling->slots = slots_of(filling, &filling->imported);
    note_beyond(filling);
    return true;
}
