/* A customer's form as a catalog: the one that it is recognised as, or one made from it. */
#include "cmd/import_report.h"
#include "cmd/findings.h"
#include "cmd/imports.h"
#include "cmd/input.h"
#include "cmd/known/known.h"
#include "cmd/memory.h"
#include "cmd/new/new.h"
#include "cmd/paths.h"
#include "cmd/writing/writing.h"
#include "checksheet/numbered.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

bool new_is_form(const char *word)
{
    struct stat status;
    return word && !paths_is_yaml(word) && stat(word, &status) == 0 && S_ISREG(status.st_mode);
}

/* FORM.catalog.yaml beside the profile, where it will be found; beside the form if there is no profile. */
static cs_text name_catalog(struct run *run, const char *form, const char *profile)
{
    struct cs_buf path = {0};
    const char *base = profile && strcmp(profile, "-") != 0 ? profile : form;
    const char *slash = strrchr(base, '/'), *name = strrchr(form, '/');
    name = name ? name + 1 : form;
    if (slash)
        cs_buf_add(&path, (cs_text){base, (size_t)(slash - base) + 1});
    cs_buf_add(&path, (cs_text){name, paths_stem(name)});
    cs_buf_add(&path, CS_TEXT(".catalog.yaml"));
    cs_text name_of_file = cs_job_copy(run->job, cs_buf_text(&path));
    cs_buf_free(&path);
    return name_of_file;
}

/* True if the texts of the form agree with the items whose numbers they have: this year's form may have last year's
 * numbers. A published list is asked in other words anyway. */
static bool texts_agree(struct run *run, const struct cs_grid *grid, const struct cs_imported *imported)
{
    enum exit_code code;
    if (cs_catalog_is_published(imported->catalog))
        return true;
    struct cs_slots *slots = cs_import_slots(run->job, grid, imported);
    if (cs_slots_have_doubts(slots))
        cs_slots_agree(run->job, slots, known_thesaurus(run, &code));
    for (uint32_t i = 0; i < slots->count; i++)
        if (!cs_slot_is_sure(&slots->at[i]))
            return false;
    return true;
}

/* True if every question of the form is certainly one of the catalog's, and nothing else is in doubt. */
static bool asks_known_catalog(struct run *run, const struct cs_grid *grid, const struct cs_imported *imported)
{
    return imported->catalog && !imported->is_doubtful && imported->item_count &&
           imported->found[CS_NOT_FOUND] + imported->found[CS_FOUND_BY_PLACE] == 0 && imported->missing == 0 &&
           texts_agree(run, grid, imported);
}

/* Takes the products that columns of answers are named for, each once, in the order of the columns. */
static void take_products(const struct cs_imported *imported, struct cs_scaffold_products *products)
{
    products->names = memory_zeroed(imported->column_count, sizeof *products->names);
    for (uint32_t i = 0; i < imported->column_count; i++) {
        const struct cs_import_column *column = &imported->columns[i];
        bool is_new = column->role == CS_ROLE_ANSWER && column->product.size;
        for (uint32_t k = 0; k < products->count && is_new; k++)
            is_new = !cs_text_equal(products->names[k], column->product);
        if (!is_new)
            continue;
        products->names[products->count++] = column->product;
    }
}

/* Makes a catalog of the form's own questions. */
static bool make_catalog(struct run *run, const char *word, const struct cs_grid *grid, struct new_form *form,
                         enum exit_code *code)
{
    struct cs_import_options options = {.as_catalog = true};
    struct cs_imported imported;
    struct cs_buf id = {0}, out = {0};
    if (!imports_understand(run, cs_text_of(word), grid, &options, &imported, code))
        return false;
    import_report_say(run, cs_text_of(word), grid, &imported);
    form->is_doubtful = imported.is_doubtful;
    take_products(&imported, &form->products);
    cs_scaffold_catalog_of(run->job, imported.sheet, imported.form,
                           imports_form_id(run, &id, word, grid, imported.sheet), &out);
    form->yaml = cs_job_copy(run->job, cs_buf_text(&out));
    const struct cs_source *source = cs_source_add_string(run->job, form->path, form->yaml);
    cs_buf_free(&out);
    cs_buf_free(&id);
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    form->catalog = cs_load_catalog(run->job, source);
    *code = EXIT_FOUND;
    if (cs_finding_count(run->job, CS_ERROR) > errors)
        findings_print(run, source, FINDINGS_FULL, true);
    return form->catalog && cs_finding_count(run->job, CS_ERROR) == errors;
}

/* Says that a catalog there has the id already; in doubt if it is in the same edition. */
static void say_taken(struct run *run, struct new_form *form)
{
    cs_text there[2];
    struct cs_buf line = {0};
    enum imports_taken taken = imports_taken_by(run, form->path.bytes, form->catalog, there);
    if (taken == ID_IS_FREE)
        return;
    form->is_doubtful = form->is_doubtful || taken == ID_IN_THIS_EDITION;
    say(&line, step_language(run), SAY_NEW_ID_IS_TAKEN, form->catalog->id, there[0], there[1], form->path);
    info(run->environment, run->request, SAY_LINE, cs_buf_text(&line));
    cs_buf_free(&line);
}

/* Looks whether the file to be written exists with exactly these bytes. False, after reporting, if it is another. */
static bool look_for_catalog(struct run *run, struct new_form *form)
{
    struct stat status;
    if (stat(form->path.bytes, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    const struct cs_source *there = input_open(run, form->path.bytes);
    form->is_there = there && cs_text_equal(there->bytes, form->yaml);
    if (form->is_there || run->request->value[OPTION_FORCE])
        return true;
    error(run->environment, SAY_NEW_CATALOG_OTHER, form->path);
    return false;
}

bool new_read_form(struct run *run, const char *word, const char *profile, struct new_form *form, enum exit_code *code)
{
    struct cs_import_options options = {0};
    struct cs_import_fit fits[2];
    struct cs_imported imported;
    *form = (struct new_form){0};
    *code = EXIT_ERROR;
    const struct cs_source *source = input_open(run, word);
    const struct cs_grid *grid = source ? imports_read(run, source, code) : NULL;
    if (!grid)
        return false;
    if (imports_try(run, grid, &options, NULL, &imported, fits) == CS_IMPORTED &&
        asks_known_catalog(run, grid, &imported)) {
        form->catalog = imported.catalog;
        take_products(&imported, &form->products);
        info(run->environment, run->request, SAY_NEW_ASKS, cs_text_of(word), imported.catalog->id,
             cs_words_in(&imported.catalog->edition, step_language(run)));
        return true;
    }
    form->path = name_catalog(run, word, profile);
    if (!make_catalog(run, word, grid, form, code))
        return false;
    *code = EXIT_ERROR;
    say_taken(run, form);
    return look_for_catalog(run, form);
}

bool new_write_form(struct run *run, const struct new_form *form)
{
    struct cs_buf number = {0}, line = {0};
    if (!form || form->yaml.size == 0)
        return true;
    if (!form->is_there && !writing_file(run, form->path.bytes, form->yaml, OVER_NOTHING))
        return false;
    say(&line, run->environment->language, form->is_there ? SAY_NEW_CATALOG_THERE : SAY_NEW_CATALOG, form->path,
        form->catalog->id, step_number(&number, form->catalog->item_count));
    writing_say(run, cs_buf_text(&line));
    cs_buf_free(&line);
    cs_buf_free(&number);
    return true;
}
