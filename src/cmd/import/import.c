/* checksheet import: a file -> grid -> sheet -> a profile, or a catalog; with a report on stderr. */
#include "cmd/commands.h"
#include "cmd/findings.h"
#include "cmd/input.h"
#include "cmd/import/import_into.h"
#include "cmd/import_report.h"
#include "cmd/imports.h"
#include "cmd/writing/writing.h"
#include "cmd/shelf.h"
#include "scaffold/scaffold.h"

#include <stdlib.h>
#include <string.h>

enum { AS_PROFILE, AS_CATALOG };

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* The value of an option by its name, or by its former name, which is reported. */
static const char *value_of(struct run *run, enum option_id option, enum option_id old, cs_text name, cs_text old_name)
{
    const struct request *request = run->request;
    if (request->value[option] || !request->value[old])
        return request->value[option];
    info(run->environment, request, SAY_OLD_SPELLING, old_name, name);
    return request->value[old];
}

/* Reads the catalog of -c and the form of --form. False after reporting an error. */
static bool read_options(struct run *run, struct cs_import_options *options, enum exit_code *code)
{
    const struct request *request = run->request;
    const char *id = request->value[OPTION_CATALOG],
               *form = value_of(run, OPTION_FORM, OPTION_LAYOUT, CS_TEXT("--form"), CS_TEXT("--layout"));
    *options = (struct cs_import_options){
        .as_catalog = option_word(run->job, run->environment, request, OPTION_AS, 0) == AS_CATALOG,
        .worksheet = cs_text_of(request->value[OPTION_SHEET])};
    if (id && !options->as_catalog && !(options->catalog = shelf_catalog(run, id, code)))
        return false;
    const struct cs_source *source = form ? input_open(run, form) : NULL;
    *code = EXIT_ERROR;
    if (form && !source)
        return false;
    options->form = source ? cs_load_form(run->job, source) : NULL;
    if (source && !options->form) {
        findings_print(run, NULL, FINDINGS_FULL, true);
        *code = EXIT_FOUND;
        return false;
    }
    return true;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* Writes the file, or prints it if there is no name for it. */
static bool write_text(struct run *run, const char *path, cs_text text)
{
    if (!path || strcmp(path, "-") == 0) {
        output_content(run->environment, text);
        return true;
    }
    return writing_file(run, path, text, OVER_NOTHING);
}

/* False, and reported, if a catalog beside the new one has its id already: another edition, or another customer's. */
static bool is_free_id(struct run *run, const char *output, cs_text id, cs_text yaml)
{
    const char *path = output && strcmp(output, "-") != 0 ? output : "";
    const struct cs_source *source = cs_source_add(run->job, cs_text_of(path), yaml);
    const struct cs_catalog *made = cs_load_catalog(run->job, source);
    cs_text there[2];
    if (!made || imports_taken_by(run, path, made, there) == ID_IS_FREE)
        return true;
    error(run->environment, SAY_ID_IS_TAKEN, id, there[0], there[1]);
    return false;
}

static bool is_answered(const struct cs_sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_ITEM && sheet->rows[i].state != CS_STATE_NONE)
            return true;
    return false;
}

static enum exit_code write_result(struct run *run, const char *path, const struct cs_grid *grid,
                                   const struct cs_imported *imported, const struct cs_profile *into)
{
    bool is_free = true;
    struct cs_buf out = {0}, id = {0}, next = {0};
    struct cs_emit_options options = {0};
    const char *output = run->request->output_count ? run->request->outputs[0] : NULL, *why = NULL;
    bool done = true;
    if (into)
        return import_into(run, into, imported, output);
    if (imported->catalog)
        done = cs_emit(run->job, imported->sheet, cs_emitter_find(CS_TEXT("yaml")), &options, &out, &why);
    else {
        const char *word = run->request->value[OPTION_CATALOG];
        cs_text name = word ? cs_text_of(word) : imports_name_id(&id, path, grid, imported->sheet);
        cs_scaffold_catalog_of(run->job, imported->sheet, imported->form, name, &out);
        is_free = is_free_id(run, output, name, cs_buf_text(&out));
    }
    if (!done)
        error(run->environment, SAY_CANNOT_RENDER, CS_TEXT("yaml"), cs_text_of(why));
    else if ((done = write_text(run, output, cs_buf_text(&out))) && output && strcmp(output, "-") != 0) {
        done = step_write_schema(run, output, imported->catalog);
        if (imported->catalog || !is_answered(imported->sheet))
            files_add_command(run, "validate", files_short(cs_text_of(output)), &next);
        else
            files_add_import(run, path, false, &next); /* the answers, now that there is a catalog for them */
        info(run->environment, run->request, SAY_IMPORT_WROTE, cs_text_of(output), cs_buf_text(&next));
    }
    cs_buf_free(&out);
    cs_buf_free(&id);
    cs_buf_free(&next);
    return !done ? EXIT_ERROR : is_free ? EXIT_DONE : EXIT_FOUND;
}

static bool save_form(struct run *run, const struct cs_form *form)
{
    struct cs_buf out = {0};
    const char *path =
        value_of(run, OPTION_SAVE_FORM, OPTION_SAVE_LAYOUT, CS_TEXT("--save-form"), CS_TEXT("--save-layout"));
    cs_form_write(form, &out);
    bool done = !path || write_text(run, path, cs_buf_text(&out));
    cs_buf_free(&out);
    return done;
}

/* Sets vendor and service from the options, or from the profile of --into, which precede the file's. */
static void name_sides(const struct run *run, const struct cs_profile *into, struct cs_sheet *sheet)
{
    sheet->vendor = into ? into->vendor : sheet->vendor;
    sheet->service = into ? into->service : sheet->service;
    const char *vendor = run->request->value[OPTION_VENDOR], *service = run->request->value[OPTION_SERVICE];
    sheet->vendor = vendor ? cs_text_of(vendor) : sheet->vendor;
    sheet->service = service ? cs_text_of(service) : sheet->service;
}

static enum exit_code import_file(struct run *run, const char *path, struct cs_import_options *options)
{
    enum exit_code code = EXIT_ERROR;
    struct cs_imported imported;
    const struct cs_source *source = input_open(run, path);
    const struct cs_grid *grid = source ? imports_read(run, source, &code) : NULL;
    const struct cs_profile *into = NULL;
    if (grid && run->request->value[OPTION_INTO] && !(into = import_into_profile(run, &code)))
        return code;
    if (!grid || !imports_understand(run, cs_text_of(path), grid, options, &imported, &code))
        return code;
    name_sides(run, into, imported.sheet);
    import_report_say(run, cs_text_of(path), grid, &imported);
    code = save_form(run, imported.form) ? EXIT_DONE : EXIT_ERROR;
    code = code == EXIT_DONE ? write_result(run, path, grid, &imported, into) : code;
    return code == EXIT_DONE && imported.is_doubtful ? EXIT_FOUND : code;
}

enum exit_code command_import(struct run *run)
{
    struct cs_import_options options;
    enum exit_code code;
    const char *path = step_argument(run, 0);
    if (option_word(run->job, run->environment, run->request, OPTION_AS, 0) < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (!path || run->request->output_count > 1) {
        usage_error(run->environment, run->request->command, (cs_text){0}, path ? SAY_TOO_MANY : SAY_TOO_FEW,
                    path ? cs_text_of(run->request->outputs[1]) : CS_TEXT("FILE"));
        return EXIT_USAGE;
    }
    if (run->request->value[OPTION_INTO] &&
        option_word(run->job, run->environment, run->request, OPTION_AS, 0) == AS_CATALOG) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_INTO_CATALOG, (cs_text){0});
        return EXIT_USAGE;
    }
    shelf_look_near(run, "");
    if (strcmp(path, "-") != 0)
        shelf_look_near(run, path);
    if (!read_options(run, &options, &code))
        return code;
    return import_file(run, path, &options);
}
