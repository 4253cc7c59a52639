/* The summary line of a file: its errors and warnings, counted; else its kind and size. */
#include "cmd/validate/verdict.h"
#include "cmd/steps.h"

/* acme.yaml: OK  METI 2025年版  95問  ○ 81  △ 9  × 3  － 2  未回答 0 */
static void add_good_line(const struct run *run, struct cs_buf *line, cs_text path, const struct cs_answers *answers,
                          uint32_t allowed)
{
    enum cs_language language = step_language(run);
    const struct cs_catalog *catalog = answers->catalog;
    uint32_t counts[CS_STATES];
    struct cs_buf number = {0};
    cs_answers_count(answers, 0, catalog->item_count, counts);
    say(line, language, SAY_PROFILE_OK, path, catalog->id, cs_catalog_edition(run->job, catalog, language),
        step_number(&number, catalog->item_count));
    for (int i = 0; i < CS_STATES; i++) {
        enum cs_state state = (enum cs_state)((i + 1) % CS_STATES); /* open ones last */
        const struct cs_mark *mark = cs_catalog_mark(catalog, state);
        if (counts[state] == 0 && state != CS_STATE_NONE)
            continue;
        cs_buf_add(line, CS_TEXT("  "));
        cs_buf_add(line, mark && catalog->items[0].kind == CS_KIND_MARK ? mark->sign : cs_state_label(state, language));
        cs_buf_print(line, " %u", (unsigned)counts[state]);
    }
    if (allowed)
        say(line, language, SAY_ALLOWED, step_number(&number, allowed));
    cs_buf_free(&number);
}

/* acme.yaml: 1 error, 2 warnings  METI 2025年版  95 questions, 90 answered */
static void add_bad_line(const struct run *run, struct cs_buf *line, cs_text path, const struct cs_answers *answers,
                         uint32_t errors, uint32_t warnings, uint32_t notes, uint32_t allowed)
{
    enum cs_language language = step_language(run);
    struct cs_buf numbers[2] = {{0}};
    say(line, language, SAY_SUMMARY, path, step_number(&numbers[0], errors), step_number(&numbers[1], warnings));
    if (notes)
        say(line, language, SAY_SUMMARY_NOTES, step_number(&numbers[0], notes));
    if (allowed)
        say(line, language, SAY_SUMMARY_ALLOWED, step_number(&numbers[0], allowed));
    if (answers)
        say(line, language, SAY_SUMMARY_OF, answers->catalog->id,
            cs_catalog_edition(run->job, answers->catalog, language),
            step_number(&numbers[0], answers->catalog->item_count), step_number(&numbers[1], answers->answered));
    cs_buf_free(&numbers[0]);
    cs_buf_free(&numbers[1]);
}

static void add_catalog_line(const struct run *run, struct cs_buf *line, cs_text path, const struct cs_catalog *catalog)
{
    struct cs_buf number = {0};
    say(line, step_language(run), SAY_CATALOG_OK, path, catalog->id, cs_words_in(&catalog->edition, step_language(run)),
        step_number(&number, catalog->item_count));
    cs_buf_free(&number);
}

static void add_crosswalk_line(const struct run *run, struct cs_buf *line, cs_text path,
                               const struct cs_crosswalk *crosswalk)
{
    struct cs_buf number = {0};
    say(line, step_language(run), SAY_CROSSWALK_OK, path, crosswalk->from->id, crosswalk->to->id,
        step_number(&number, crosswalk->from->item_count));
    cs_buf_free(&number);
}

static void add_form_line(const struct run *run, struct cs_buf *line, cs_text path, const struct cs_form *form)
{
    struct cs_buf sheets = {0}, columns = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < form->part_count; i++)
        count += form->parts[i].column_count;
    say(line, step_language(run), SAY_FORM_OK, path, step_number(&sheets, form->part_count),
        step_number(&columns, count));
    cs_buf_free(&sheets);
    cs_buf_free(&columns);
}

static void add_thesaurus_line(const struct run *run, struct cs_buf *line, cs_text path, uint32_t groups)
{
    struct cs_buf number = {0};
    say(line, step_language(run), SAY_THESAURUS_OK, path, step_number(&number, groups));
    cs_buf_free(&number);
}

/* The number of findings of a severity about a file. */
static uint32_t count_of(const struct run *run, const struct cs_source *source, enum cs_severity severity)
{
    uint32_t count, found = 0;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &count);
    for (uint32_t i = 0; i < count; i++)
        found += findings[i].severity == severity;
    return found;
}

bool verdict_add(const struct run *run, const struct validated *file, struct cs_buf *out)
{
    cs_text path = file->source->path;
    uint32_t errors = count_of(run, file->source, CS_ERROR), warnings = count_of(run, file->source, CS_WARNING),
             allowed;
    cs_findings_allowed(run->job, path, &allowed);
    if (errors || warnings) {
        cs_buf_add_byte(out, '\n');
        add_bad_line(run, out, path, file->answers, errors, warnings, count_of(run, file->source, CS_NOTE), allowed);
    } else if (file->catalog)
        add_catalog_line(run, out, path, file->catalog);
    else if (file->crosswalk)
        add_crosswalk_line(run, out, path, file->crosswalk);
    else if (file->form)
        add_form_line(run, out, path, file->form);
    else if (file->groups)
        add_thesaurus_line(run, out, path, file->groups);
    else if (file->answers)
        add_good_line(run, out, path, file->answers, allowed);
    cs_buf_add_byte(out, '\n');
    return !errors && !warnings;
}
