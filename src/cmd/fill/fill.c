/* checksheet fill: a customer's file -> grid -> import -> slots; with the answers of a profile -> plan -> the same
 * file with the answers written. The result is verified before it is given its name. */
#include "cmd/commands.h"
#include "cmd/fill/carried.h"
#include "cmd/fill/reading.h"
#include "cmd/findings.h"
#include "cmd/holds.h"
#include "cmd/memory.h"
#include "cmd/outputs.h"
#include "cmd/records.h"
#include "cmd/reports.h"
#include "cmd/steps.h"
#include "cmd/writing/writing.h"
#include "base/base.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

/* --- planning ---------------------------------------------------------------------------------------------------- */

/* The answers as they are sent: for one product, restricted to the audience. */
static struct cs_fill_answers sent_answers(struct filling *filling, const struct cs_answers *answers, cs_text product)
{
    struct cs_job *job = filling->run->job;
    const struct cs_answers *all = product.size ? cs_answers_for_product(job, answers, product) : answers;
    return (struct cs_fill_answers){product, cs_answers_for_audience(job, all, filling->audience), all};
}

/* All answers that slots may need: those to the form's own questions and, unless a product is given, those for each
 * product, since a form may have a column for it. The caller frees them. */
static struct cs_fill_answers *other_answers(struct filling *filling, cs_text product, uint32_t *count)
{
    const struct cs_profile *profile = filling->profile;
    struct cs_fill_answers *others = memory_zeroed(2u * profile->product_count + 1u, sizeof *others);
    *count = 0;
    if (filling->others)
        others[(*count)++] = sent_answers(filling, filling->others, product);
    for (uint32_t i = 0; i < profile->product_count && product.size == 0; i++) {
        others[(*count)++] = sent_answers(filling, filling->answers, profile->products[i]);
        if (filling->others)
            others[(*count)++] = sent_answers(filling, filling->others, profile->products[i]);
    }
    return others;
}

static bool make_plan(struct filling *filling)
{
    struct run *run = filling->run;
    const struct request *request = run->request;
    cs_text product, *worksheets = NULL;
    uint32_t other_count;
    if (!step_read_product(run, filling->profile, &product))
        return false;
    const struct cs_answers *const all[] = {filling->answers, filling->others};
    holds_apply(run, filling->profile, all, filling->others ? 2 : 1);
    struct cs_fill_answers main = sent_answers(filling, filling->answers, product);
    struct cs_fill_answers *others = other_answers(filling, product, &other_count);
    worksheets = memory_zeroed((size_t)request->worksheet_count, sizeof *worksheets);
    for (int i = 0; i < request->worksheet_count; i++)
        worksheets[i] = cs_text_of(request->worksheets[i]);
    struct cs_fill_options options = {
        .language = request->value[OPTION_LANG] ? step_language(run) : filling->imported.sheet->language,
        .audience = filling->audience,
        .all = main.all,
        .product = main.product,
        .others = others,
        .other_count = other_count,
        .file = filling->source->bytes,
        .worksheets = worksheets,
        .worksheet_count = (uint32_t)request->worksheet_count,
        .replace_answers = request->value[OPTION_REPLACE_ANSWERS] != NULL,
        .fit_rows = request->value[OPTION_FIT_ROWS] != NULL,
        .keep_totals = request->value[OPTION_KEEP_TOTALS] != NULL,
        .with_owner = request->value[OPTION_OWNER] != NULL,
        .no_preface = request->value[OPTION_NO_PREFACE] != NULL,
    };
    filling->plan = worksheets && others
                        ? cs_fill_plan(run->job, filling->grid, filling->slots, filling->profile, main.seen, &options)
                        : NULL;
    free(worksheets);
    free(others);
    return filling->plan != NULL;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* Reads a filled CSV file again and compares it with the plan; false after reporting a difference. A workbook has been
 * compared with the original, byte by byte, as it was written. */
static bool verify(struct filling *filling, cs_text bytes)
{
    struct run *run = filling->run;
    cs_text cell = {0};
    bool is_encoded = filling->grid->file->charset != CS_CHARSET_UTF_8;
    if (filling->grid->format == CS_GRID_XLSX)
        return true;
    const struct cs_source *made = cs_source_add(run->job, cs_text_of(filling->output), bytes);
    const struct cs_grid *grid = cs_read_grid_in(run->job, made, is_encoded ? &filling->grid->file->charset : NULL);
    if (grid && cs_fill_verify(run->job, filling->plan, grid, &cell))
        return true;
    error(run->environment, SAY_FILL_WRONG, cs_text_of(filling->path), cell.size ? cell : CS_TEXT("?"));
    return false;
}

/* Makes the filled file and verifies it; nothing is written to disk yet. */
static bool make_file(struct filling *filling, struct cs_buf *out)
{
    struct run *run = filling->run;
    bool good = cs_fill_write(run->job, filling->plan, out);
    if (!good)
        findings_print(run, filling->source, FINDINGS_FULL, true);
    return good && verify(filling, cs_buf_text(out));
}

static bool write_file(struct filling *filling, cs_text bytes)
{
    struct run *run = filling->run;
    if (run->request->value[OPTION_DRY_RUN])
        return true;
    if (strcmp(filling->output, "-") != 0)
        return writing_file(run, filling->output, bytes, OVER_NOTHING);
    writing_stdout(run, bytes, false);
    return true;
}

/* The format of a review, by suffix; NULL, and reported, if there is none. */
static const struct cs_emitter *review_format(struct run *run, const char *path)
{
    const char *dot = strrchr(path, '.');
    const struct cs_emitter *emitter = cs_emitter_find(cs_text_of(dot ? dot + 1 : ""));
    if (!emitter)
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_ENDING, cs_text_of(path));
    return emitter;
}

/* False, and reported, if a review has no format; called before anything is made. */
static bool reviews_read(struct run *run)
{
    bool good = true;
    for (int i = 0; i < run->request->review_count && good; i++)
        good = review_format(run, run->request->reviews[i]) != NULL;
    return good;
}

static bool write_reviews(struct filling *filling)
{
    struct run *run = filling->run;
    const struct request *request = run->request;
    const struct cs_sheet *sheet =
        request->review_count ? cs_fill_review(run->job, filling->plan, step_language(run)) : NULL;
    struct cs_emit_options options;
    bool done = outputs_read(run, &options);
    for (int i = 0; i < request->review_count && done; i++) {
        const char *path = request->reviews[i];
        done = outputs_write(run, sheet, &options, review_format(run, path), path, NEWS_OF_SIZE) == EXIT_DONE;
    }
    return done;
}

/* --- the record -------------------------------------------------------------------------------------------------- */

/* Takes the answers of a sheet into a record. */
static bool take_record(const struct filling *filling, const struct cs_answers *answers, struct cs_record *record)
{
    struct run *run = filling->run;
    const struct cs_sheet *sheet =
        records_sheet(run, filling->profile, answers, cs_text_of(run->request->value[OPTION_PRODUCT]),
                      filling->plan->options.language, filling->audience);
    if (sheet)
        cs_record_take(run->job, record, sheet);
    return sheet != NULL;
}

static bool write_record(struct filling *filling)
{
    struct run *run = filling->run;
    struct cs_record record = {.audience = filling->audience,
                               .customer = cs_import_addressee(filling->grid, filling->profile->vendor)};
    const char *results[1] = {filling->output};
    if (!run->request->value[OPTION_RECORD] || run->request->value[OPTION_DRY_RUN])
        return true;
    const struct cs_profile *profile = filling->profile;
    struct cs_record others = {0}, *known = memory_zeroed(profile->sheet_count, sizeof *known);
    bool good = take_record(filling, filling->answers, &record) &&
                (!filling->others || take_record(filling, filling->others, &others));
    for (uint32_t i = 0; i < profile->sheet_count && good; i++)
        good = take_record(filling, &profile->sheets[i], &known[i]);
    if (good)
        cs_fill_record(run->job, filling->plan, filling->answers->catalog, known, profile->sheet_count, &record);
    if (good && filling->others)
        cs_fill_record(run->job, filling->plan, filling->others->catalog, known, profile->sheet_count, &others);
    free(known);
    cs_record_add(run->job, &record, &others);
    return good && records_write(run, &record, filling->source, results, 1);
}

/* --- telling ----------------------------------------------------------------------------------------------------- */

static void say_found(const struct filling *filling)
{
    static const enum say ways[CS_SLOT_KNOWNS] = {
        [CS_SLOT_UNKNOWN] = SAY_FILL_BY_NOTHING, [CS_SLOT_BY_NUMBER] = SAY_FILL_BY_NUMBER,
        [CS_SLOT_BY_TEXT] = SAY_FILL_BY_TEXT,    [CS_SLOT_CONFIRMED] = SAY_FILL_BY_PERSON,
        [CS_SLOT_DOUBTFUL] = SAY_FILL_BY_DOUBT,  [CS_SLOT_GUESSED] = SAY_FILL_BY_GUESS};
    uint32_t counts[CS_SLOT_KNOWNS] = {0};
    enum cs_language language = step_language(filling->run);
    struct cs_buf line = {0}, number = {0};
    for (uint32_t i = 0; i < filling->plan->question_count; i++) {
        const struct cs_slot *slot = filling->plan->questions[i].whole;
        if (i > 0 && slot == filling->plan->questions[i - 1].whole)
            continue;
        counts[slot->item == CS_NO_ITEM ? CS_SLOT_UNKNOWN : slot->known]++;
    }
    say(&line, language, SAY_FILL_FOUND, (cs_text){0});
    for (int i = 1; i <= CS_SLOT_KNOWNS; i++) /* what was not matched comes last */
        if (counts[i % CS_SLOT_KNOWNS])
            say(&line, language, ways[i % CS_SLOT_KNOWNS], step_number(&number, counts[i % CS_SLOT_KNOWNS]));
    info(filling->run->environment, filling->run->request, SAY_LINE, cs_buf_text(&line));
    cs_buf_free(&line);
    cs_buf_free(&number);
}

/* 製品A 24/24  製品B 20/24, if the form has columns for products: how many questions are filled of each. */
static void say_products(const struct filling *filling)
{
    const struct cs_fill_plan *plan = filling->plan;
    struct cs_buf line = {0}, numbers[2] = {{0}};
    for (uint32_t i = 0; i < plan->question_count; i++) {
        cs_text product = plan->questions[i].product;
        uint32_t filled = 0, asked = 0, first = 0;
        while (!cs_text_equal(plan->questions[first].product, product))
            first++;
        for (uint32_t k = i; k < plan->question_count && first == i && product.size; k++)
            if (cs_text_equal(plan->questions[k].product, product)) {
                asked++;
                filled += plan->questions[k].reason == CS_FILL_DONE;
            }
        if (asked)
            say(&line, step_language(filling->run), SAY_FILL_PRODUCT, product, step_number(&numbers[0], filled),
                step_number(&numbers[1], asked));
    }
    if (line.size)
        info(filling->run->environment, filling->run->request, SAY_FILL_PRODUCTS, cs_buf_text(&line));
    cs_buf_free(&line);
    for (int i = 0; i < 2; i++)
        cs_buf_free(&numbers[i]);
}

/* x.xlsx -> x.filled.xlsx   24 questions  filled 20  left 4  cells 31  16 of 17 parts as they were */
static void say_counts(const struct filling *filling)
{
    const struct cs_fill_plan *plan = filling->plan;
    enum cs_language language = step_language(filling->run);
    struct cs_buf line = {0}, numbers[3] = {{0}};
    if (filling->run->request->value[OPTION_DRY_RUN])
        say(&line, language, SAY_FILL_PLANNED, cs_text_of(filling->path), step_number(&numbers[0], plan->asked));
    else
        say(&line, language, SAY_FILLED, cs_text_of(filling->path), cs_text_of(filling->output),
            step_number(&numbers[0], plan->asked));
    say(&line, language, SAY_FILL_COUNTS, step_number(&numbers[0], plan->filled),
        step_number(&numbers[1], plan->asked - plan->filled), step_number(&numbers[2], plan->written));
    if (plan->parts)
        say(&line, language, SAY_FILL_PARTS, step_number(&numbers[0], plan->parts_same),
            step_number(&numbers[1], plan->parts));
    info(filling->run->environment, filling->run->request, SAY_LINE, cs_buf_text(&line));
    cs_buf_free(&line);
    for (int i = 0; i < 3; i++)
        cs_buf_free(&numbers[i]);
}

static void add_text(void *context, const struct cs_report_options *options, struct cs_buf *out)
{
    const struct filling *filling = context;
    cs_report_write(filling->run->job, filling->source, options, out);
}

/* Writes the report of findings, if a format was asked for. */
static bool report(struct filling *filling)
{
    struct run *run = filling->run;
    cs_fill_report(run->job, filling->plan);
    if (!run->request->value[OPTION_FORMAT] && !run->request->report_count)
        return true;
    struct reports *reports = reports_begin(run, 1, NULL, CS_WARNING);
    reports_tell(reports, 0, add_text, filling);
    reports_take(reports, run->job, &(struct cs_report_file){.source = filling->source}, 1);
    return reports_end(reports);
}

/* True if the profile belongs to this form, and should be completed; else a profile for the form should be started
 * from it. */
static bool is_of_form(const struct filling *filling)
{
    uint32_t known = 0, count = filling->plan->question_count;
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_slot *slot = filling->plan->questions[i].slot;
        known += slot->catalog == filling->catalog && cs_slot_is_sure(slot);
    }
    return filling->profile->sheets[0].catalog == filling->catalog && known * 2 >= count;
}

/* True if a hidden worksheet has questions that are not answered, and no form says that they need not be. */
static bool hides_questions(const struct filling *filling)
{
    return filling->plan->unread && !filling->form && !filling->catalog->form;
}

static enum exit_code finish(struct filling *filling)
{
    struct run *run = filling->run;
    const struct cs_fill_plan *plan = filling->plan;
    struct cs_buf left = {0}, count = {0}, next = {0};
    bool of_form = is_of_form(filling);
    int fails = option_word(run->job, run->environment, run->request, OPTION_FAIL_ON, 0);
    if (plan->filled == plan->asked)
        return (plan->unknown || hides_questions(filling)) && fails == 0 ? EXIT_FOUND : EXIT_DONE;
    files_add_begin(run, filling->path, filling->profile->source->path, &next);
    info(run->environment, run->request, of_form ? SAY_FILL_LEFT : SAY_FILL_NEXT,
         step_number(&left, plan->asked - plan->filled), step_number(&count, plan->asked),
         of_form ? filling->profile->source->path : cs_buf_text(&next));
    cs_buf_free(&left);
    cs_buf_free(&count);
    cs_buf_free(&next);
    return fails == 0 ? EXIT_FOUND : EXIT_DONE;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

/* True if the filled file may be written; called before anything is computed. */
static bool may_write(const struct filling *filling)
{
    return filling->run->request->value[OPTION_DRY_RUN] || strcmp(filling->output, "-") == 0 ||
           writing_is_allowed(filling->run, filling->output, OVER_NOTHING);
}

/* FORM.filled.xlsx beside FORM.xlsx; the caller frees it. */
static char *default_output(const char *path)
{
    size_t stem = paths_stem(path);
    struct cs_buf name = {0};
    cs_buf_add(&name, (cs_text){path, stem});
    cs_buf_add(&name, CS_TEXT(".filled"));
    cs_buf_add(&name, cs_text_of(path + stem));
    return name.failed ? NULL : name.bytes;
}

static enum exit_code fill_file(struct filling *filling)
{
    enum exit_code code = EXIT_ERROR;
    if (!reading_all(filling, &code) || !carried_take(filling, &code))
        return code;
    if (!may_write(filling))
        return EXIT_ERROR;
    if (!make_plan(filling)) {
        findings_print(filling->run, filling->source, FINDINGS_FULL, true);
        return EXIT_ERROR;
    }
    struct run *run = filling->run;
    struct cs_buf out = {0};
    writing_keep(run);
    bool written = make_file(filling, &out) && write_reviews(filling) && write_file(filling, cs_buf_text(&out)) &&
                   write_record(filling) && report(filling) && writing_all(run);
    cs_buf_free(&out);
    if (!written)
        return EXIT_ERROR;
    say_counts(filling);
    say_found(filling);
    say_products(filling);
    if (!run->request->value[OPTION_FORMAT] && !run->request->report_count)
        findings_print(run, filling->source, FINDINGS_BRIEF, true);
    return finish(filling);
}

enum exit_code command_fill(struct run *run)
{
    struct request *request = run->request;
    int audience = option_word(run->job, run->environment, request, OPTION_AUDIENCE, CS_PUBLIC);
    struct filling filling = {.run = run, .path = step_argument(run, 0), .audience = (enum cs_audience)audience};
    if (audience < 0 || option_word(run->job, run->environment, request, OPTION_FAIL_ON, 0) < 0 || !reports_read(run) ||
        !reviews_read(run) || !records_read(run) || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (!filling.path || request->output_count > 1) {
        usage_error(run->environment, request->command, (cs_text){0}, filling.path ? SAY_TOO_MANY : SAY_TOO_FEW,
                    filling.path ? cs_text_of(request->outputs[1]) : CS_TEXT("FORM"));
        return EXIT_USAGE;
    }
    char *made = request->output_count ? NULL : default_output(filling.path);
    filling.output = request->output_count ? request->outputs[0] : made;
    enum exit_code code = filling.output ? fill_file(&filling) : EXIT_ERROR;
    cs_buf_free(&filling.own_bytes);
    free(filling.names);
    free(made);
    return code;
}
