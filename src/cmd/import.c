/* checksheet import: a file -> grid -> sheet -> a profile, or a catalog; and what was understood of it, on stderr. */
#include "cmd/findings.h"
#include "cmd/imports.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { AS_PROFILE, AS_CATALOG };

/* --- what was understood ----------------------------------------------------------------------------------------- */

struct report {
    struct run *run;
    cs_text path;
    const struct cs_grid *grid;
    const struct cs_imported *imported;
};

/* The beginning of a text in one line, in a buffer of the caller's. */
static cs_text shorten(struct cs_buf *buf, cs_text text)
{
    enum { LONGEST = 40 };
    cs_buf_clear(buf);
    for (int i = 0; text.size; i++) {
        cs_text from = text;
        bool is_break = cs_text_next(&text) == '\n';
        if (i == LONGEST) {
            cs_buf_add(buf, CS_TEXT("..."));
            break;
        }
        cs_buf_add(buf, is_break ? CS_TEXT(" ") : (cs_text){from.bytes, from.size - text.size});
    }
    return cs_buf_text(buf);
}

/* C12, or 回答!C12 in a workbook of several sheets. */
static cs_text address(const struct report *report, struct cs_buf *buf, uint32_t worksheet, cs_text cell)
{
    cs_text name = report->grid->sheets[worksheet].name;
    cs_buf_clear(buf);
    if (report->grid->sheet_count > 1 && name.size) {
        cs_buf_add(buf, name);
        cs_buf_add_byte(buf, '!');
    }
    cs_buf_add(buf, cell);
    return cs_buf_text(buf);
}

static void say_column(const struct report *report, const struct cs_import_column *column)
{
    static const enum say known[] = {[CS_UNKNOWN] = SAY_KNOWN_NOT,
                                     [CS_KNOWN_BY_FORM] = SAY_KNOWN_BY_FORM,
                                     [CS_KNOWN_BY_TITLE] = SAY_KNOWN_BY_TITLE,
                                     [CS_KNOWN_BY_CONTENT] = SAY_KNOWN_BY_CONTENT};
    struct run *run = report->run;
    struct cs_buf place = {0}, title = {0}, how = {0};
    cs_text letters = cs_grid_address(run->job, 0, column->column);
    letters.size--; /* without the row */
    enum cs_known by = column->role == CS_ROLE_OTHER && column->by != CS_KNOWN_BY_FORM ? CS_UNKNOWN : column->by;
    say(&how, step_language(run), known[by], shorten(&title, column->title));
    notice(run->surroundings, run->request, SAY_IMPORT_COLUMN, address(report, &place, column->worksheet, letters),
           cs_role_title(column->role, step_language(run)), cs_buf_text(&how));
    cs_buf_free(&place);
    cs_buf_free(&title);
    cs_buf_free(&how);
}

static void say_found(const struct report *report)
{
    static const enum say ways[CS_FOUNDS] = {
        [CS_NOT_FOUND] = SAY_FOUND_NOT,           [CS_FOUND_BY_ID] = SAY_FOUND_BY_ID,
        [CS_FOUND_COMPOSED] = SAY_FOUND_COMPOSED, [CS_FOUND_REPAIRED] = SAY_FOUND_REPAIRED,
        [CS_FOUND_BY_TEXT] = SAY_FOUND_BY_TEXT,   [CS_FOUND_BY_PLACE] = SAY_FOUND_BY_PLACE};
    struct run *run = report->run;
    struct cs_buf line = {0}, number = {0};
    for (int i = 1; i <= CS_FOUNDS; i++) { /* what was not found comes last */
        uint32_t count = report->imported->found[i % CS_FOUNDS];
        if (count == 0)
            continue;
        cs_buf_add(&line, line.size == 0 ? (cs_text){0} : step_language(run) == CS_JA ? CS_TEXT("、") : CS_TEXT(", "));
        say(&line, step_language(run), ways[i % CS_FOUNDS], step_number(&number, count));
    }
    notice(run->surroundings, run->request, SAY_FOUND, cs_buf_text(&line));
    if (report->imported->missing)
        notice(run->surroundings, run->request, SAY_IMPORT_MISSING, report->imported->catalog->id,
               step_number(&number, report->imported->missing));
    cs_buf_free(&line);
    cs_buf_free(&number);
}

static void say_remark(const struct report *report, const struct cs_import_remark *remark)
{
    static const enum say sayings[] = {[CS_MARK_UNKNOWN] = SAY_IMPORT_MARK_UNKNOWN,
                                       [CS_MARKS_DISAGREE] = SAY_IMPORT_MARKS_DISAGREE,
                                       [CS_ITEM_UNKNOWN] = SAY_IMPORT_ITEM_UNKNOWN,
                                       [CS_ITEM_TWICE] = SAY_IMPORT_ITEM_TWICE,
                                       [CS_NUMBER_REPAIRED] = SAY_IMPORT_REPAIRED};
    struct run *run = report->run;
    struct cs_buf place = {0}, text = {0};
    cs_text cell = cs_grid_address(run->job, remark->row, remark->column);
    notice(run->surroundings, run->request, sayings[remark->kind], report->path,
           address(report, &place, remark->worksheet, cell), shorten(&text, remark->text),
           remark->key.size ? remark->key : CS_TEXT("-"));
    cs_buf_free(&place);
    cs_buf_free(&text);
}

static void say_report(const struct report *report)
{
    const struct cs_imported *imported = report->imported;
    struct run *run = report->run;
    struct cs_buf number = {0};
    cs_text count = step_number(&number, imported->item_count);
    if (imported->catalog)
        notice(run->surroundings, run->request, SAY_IMPORTED, report->path, imported->catalog->id,
               cs_words_in(&imported->catalog->edition, step_language(run)), count);
    else
        notice(run->surroundings, run->request, SAY_IMPORTED_FREE, report->path, count);
    for (uint32_t i = 0; i < imported->column_count; i++)
        say_column(report, &imported->columns[i]);
    if (imported->catalog && !imported->catalog_was_said)
        notice(run->surroundings, run->request, SAY_IMPORT_CATALOG_FOUND, (cs_text){0});
    if (imported->catalog)
        say_found(report);
    for (uint32_t i = 0; i < imported->remark_count; i++)
        say_remark(report, &imported->remarks[i]);
    cs_buf_free(&number);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* What -c and --layout name. False after it was reported. */
static bool read_options(struct run *run, struct cs_import_options *options, enum exit_code *code)
{
    const struct request *request = run->request;
    const char *id = request->value[OPTION_CATALOG], *form = request->value[OPTION_LAYOUT];
    *options = (struct cs_import_options){
        .as_catalog = option_word(run->job, run->surroundings, request, OPTION_AS, 0) == AS_CATALOG,
        .worksheet = cs_text_of(request->value[OPTION_SHEET])};
    if (id && !options->as_catalog && !(options->catalog = files_catalog(run, id, code)))
        return false;
    const struct cs_source *source = form ? files_open(run, form) : NULL;
    *code = EXIT_TROUBLE;
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

/* The id of a new catalog: that of -c, or the file's name in capitals. */
static cs_text new_id(struct run *run, struct cs_buf *buf, const char *path)
{
    const char *id = run->request->value[OPTION_CATALOG], *slash = strrchr(path, '/');
    if (id)
        return cs_text_of(id);
    for (const char *at = slash ? slash + 1 : path; *at && *at != '.'; at++)
        if (isalnum((unsigned char)*at) && (buf->size || isalpha((unsigned char)*at)))
            cs_buf_add_byte(buf, (char)toupper((unsigned char)*at));
    return buf->size ? cs_buf_text(buf) : CS_TEXT("SHEET");
}

/* Makes the file, or prints it where there is no name for it. */
static bool write_text(struct run *run, const char *path, cs_text text)
{
    if (!path || strcmp(path, "-") == 0) {
        output_text(text);
        return true;
    }
    return output_new_file(run->surroundings, path, text);
}

static enum exit_code write_result(struct run *run, const char *path, const struct cs_imported *imported)
{
    struct cs_buf out = {0}, id = {0};
    struct cs_emit_options options = {0};
    const char *output = run->request->output_count ? run->request->outputs[0] : NULL, *why = NULL;
    bool done = true;
    if (imported->catalog)
        done = cs_emit(run->job, imported->sheet, cs_emitter_find(CS_TEXT("yaml")), &options, &out, &why);
    else
        cs_scaffold_catalog_of(run->job, imported->sheet, new_id(run, &id, path), &out);
    if (!done)
        trouble(run->surroundings, SAY_CANNOT_RENDER, CS_TEXT("yaml"), cs_text_of(why));
    else if ((done = write_text(run, output, cs_buf_text(&out))) && output && strcmp(output, "-") != 0) {
        done = step_write_schema(run, output, imported->catalog);
        notice(run->surroundings, run->request, SAY_IMPORT_WROTE, cs_text_of(output));
    }
    cs_buf_free(&out);
    cs_buf_free(&id);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}

static bool save_form(struct run *run, const struct cs_form *form)
{
    struct cs_buf out = {0};
    const char *path = run->request->value[OPTION_SAVE_LAYOUT];
    cs_form_write(form, &out);
    bool done = !path || write_text(run, path, cs_buf_text(&out));
    cs_buf_free(&out);
    return done;
}

static enum exit_code import_file(struct run *run, const char *path, struct cs_import_options *options)
{
    enum exit_code code = EXIT_TROUBLE;
    struct cs_imported imported;
    const struct cs_source *source = files_open(run, path);
    const struct cs_grid *grid = source ? imports_read(run, source, &code) : NULL;
    if (!grid || !imports_understand(run, cs_text_of(path), grid, options, &imported, &code))
        return code;
    struct report report = {run, cs_text_of(path), grid, &imported};
    say_report(&report);
    code = save_form(run, imported.form) ? EXIT_DONE : EXIT_TROUBLE;
    return code == EXIT_DONE ? write_result(run, path, &imported) : code;
}

enum exit_code command_import(struct run *run)
{
    struct cs_import_options options;
    enum exit_code code;
    const char *path = step_argument(run, 0);
    if (option_word(run->job, run->surroundings, run->request, OPTION_AS, 0) < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (!path || run->request->output_count > 1) {
        slip(run->surroundings, run->request->command, (cs_text){0}, path ? SAY_TOO_MANY : SAY_TOO_FEW,
             path ? cs_text_of(run->request->outputs[1]) : CS_TEXT("FILE"));
        return EXIT_USAGE;
    }
    if (!read_options(run, &options, &code))
        return code;
    return import_file(run, path, &options);
}
