/* The sides of a comparison. */
#include "cmd/sides.h"
#include "cmd/findings.h"
#include "cmd/imports.h"
#include "derive/derive.h"

static bool load_catalog(struct run *run, struct side *side, enum exit_code *code)
{
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    side->catalog = cs_load_catalog(run->job, side->source);
    if (side->catalog)
        cs_check_catalog(run->job, side->catalog);
    if (side->catalog && cs_finding_count(run->job, CS_ERROR) == errors)
        return true;
    findings_print(run, NULL, FINDINGS_FULL, true);
    *code = EXIT_FOUND;
    return false;
}

static bool load_record(struct run *run, struct side *side, enum exit_code *code)
{
    side->record = cs_record_load(run->job, side->source);
    if (side->record)
        return true;
    findings_print(run, NULL, FINDINGS_FULL, true);
    *code = EXIT_FOUND;
    return false;
}

/* True for a file with a YAML suffix, which must be one of ours: errors are reported as such. */
static bool is_yaml(cs_text path)
{
    return cs_text_ends(path, CS_TEXT(".yaml")) || cs_text_ends(path, CS_TEXT(".yml"));
}

/* True for METI and METI@2013, a catalog's id, unless a file has that name. */
static bool is_known(struct run *run, cs_text word)
{
    struct cs_buf path = {0};
    ptrdiff_t at = cs_text_find(word, CS_TEXT("@"));
    bool is_file = word.size == 0 || cs_text_equal(word, CS_TEXT("-")) || shelf_is_path(word.bytes) ||
                   files_find(word.bytes, &path);
    cs_buf_free(&path);
    return !is_file && shelf_edition(run, (cs_text){word.bytes, at < 0 ? word.size : (size_t)at}, (cs_text){0});
}

bool side_load(struct run *run, const char *word, enum step_purpose purpose, struct side *side, enum exit_code *code)
{
    *code = EXIT_ERROR;
    if (is_known(run, cs_text_of(word))) {
        const struct cs_catalog *pinned = shelf_pin(run, NULL);
        side->catalog = shelf_catalog(run, word, code);
        shelf_pin(run, pinned);
        return side->catalog != NULL;
    }
    side->source = files_open_profile(run, word);
    if (!side->source)
        return false;
    if (side->source->bytes.size == 0)
        return true; /* what git gives for a file that does not exist on one side */
    enum cs_file_kind kind = cs_file_kind(side->source);
    if (kind == CS_FILE_CATALOG)
        return load_catalog(run, side, code);
    if (kind == CS_FILE_RECORD)
        return load_record(run, side, code);
    if (kind == CS_FILE_OTHER && !is_yaml(side->source->path)) {
        side->grid = imports_read(run, side->source, code);
        return side->grid != NULL;
    }
    side->profile = step_load_source(run, side->source, purpose, &side->answers, code);
    return side->profile != NULL;
}

struct cs_sheet *side_compose(struct run *run, const struct side *side, const struct cs_compose_options *options,
                              enum cs_audience audience, enum exit_code *code)
{
    struct cs_compose_options own = *options;
    const struct cs_answers *answers = side->answers;
    if (side->grid)
        return imports_sheet(run, side->source, side->grid, side->has_own_questions, side->known, code);
    if (side->record) {
        struct cs_sheet *sheet = cs_record_sheet(run->job, side->record, side->told);
        sheet->catalog = shelf_edition(run, sheet->catalog_id, sheet->edition);
        return sheet;
    }
    if (side->catalog || !side->profile)
        return cs_compose_catalog(run->job, side->catalog, options->language);
    if (options->layout)
        own.layout = cs_catalog_layout(answers->catalog, options->layout->name);
    if (!cs_profile_has_product(side->profile, options->product))
        own.product = (cs_text){0};
    if (own.product.size)
        answers = cs_answers_for_product(run->job, answers, own.product);
    answers = cs_answers_for_audience(run->job, answers, audience);
    struct cs_sheet *sheet = cs_compose(run->job, side->profile, answers, &own);
    sheet->catalog = cs_catalog_laid_out(run->job, side->profile, sheet->catalog);
    return sheet;
}
