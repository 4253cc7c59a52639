/* Setting one answer.
 *
 *     profile + number + value -> the short form in a copy -> load: what the value means -> edits -> the copy
 *
 * The value is read by the loader, as it would be in the file; what it comes to is then written key by key, so that
 * evidence, owner and comments of the answer stay as they are. Nothing is written where the loader has a fault to find. */
#include "cmd/answer/set.h"
#include "scaffold/scaffold.h"

#include <stdio.h>
#include <string.h>

static struct cs_keys keys_of(const struct answering *answering, cs_text field)
{
    return CS_KEYS(CS_TEXT("answers"), answering->key, field);
}

/* Makes the edited file the current one. */
static bool take(struct answering *answering, struct cs_edits *edits)
{
    cs_text bytes;
    if (!edits || !cs_edit_finish(edits, &bytes))
        return false;
    answering->source = cs_source_add(answering->run->job, answering->source->path, bytes);
    return true;
}

static bool set(struct answering *answering, cs_text field, cs_text text)
{
    struct cs_edits *edits = cs_edit_begin(answering->run->job, answering->source);
    if (!edits)
        return false;
    struct cs_keys keys = keys_of(answering, field);
    bool is_known = cs_edit_has(edits, keys);
    if (text.size)
        cs_edit_set(edits, keys, text);
    else if (is_known)
        cs_edit_remove(edits, keys);
    return take(answering, edits);
}

/* --- the place ---------------------------------------------------------------------------------------------------- */

bool set_find(struct answering *answering, const struct cs_profile *profile, cs_text word)
{
    struct run *run = answering->run;
    cs_text catalog_id = profile->sheets[0].catalog->id, id;
    cs_split_number(word, &catalog_id, &id);
    const struct cs_answers *answers = cs_profile_answers(profile, catalog_id);
    answering->catalog = answers ? answers->catalog : shelf_edition(run, catalog_id, (cs_text){0});
    if (!answering->catalog) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_CATALOG, catalog_id);
        return false;
    }
    uint32_t item = cs_catalog_find(answering->catalog, id, CS_NO_ITEM);
    if (item == CS_NO_ITEM) {
        usage_error(run->environment, run->request->command, cs_catalog_guess(run->job, answering->catalog, id),
                    SAY_NO_ITEM, answering->catalog->id, id);
        return false;
    }
    answering->item = &answering->catalog->items[item];
    struct cs_span key = answers ? answers->by_item[item].key : (struct cs_span){0};
    bool is_own = answering->catalog == profile->sheets[0].catalog;
    if (key.source == profile->source)
        answering->key = cs_edit_key_name(key);
    else
        answering->key =
            is_own ? answering->item->id : cs_catalog_item_name(run->job, answering->catalog, answering->item);
    for (uint32_t i = item; answers && i > 0 && answering->before.size == 0; i--)
        if (answers->by_item[i - 1].key.source == profile->source)
            answering->before = cs_edit_key_name(answers->by_item[i - 1].key);
    return true;
}

/* Adds a new key after that of the previous question in the catalog. */
static bool make_key(struct answering *answering)
{
    struct cs_edits *edits = cs_edit_begin(answering->run->job, answering->source);
    struct cs_keys keys = keys_of(answering, (cs_text){0});
    if (!edits || cs_edit_has(edits, keys))
        return edits != NULL;
    cs_edit_set(edits, keys, CS_TEXT("x")); /* as the last one, and emptied below */
    if (!take(answering, edits))
        return false;
    edits = cs_edit_begin(answering->run->job, answering->source);
    if (edits)
        cs_edit_set(edits, keys, (cs_text){0});
    if (!take(answering, edits))
        return false;
    edits = answering->before.size ? cs_edit_begin(answering->run->job, answering->source) : NULL;
    if (!edits)
        return answering->before.size == 0;
    cs_edit_move(edits, keys, CS_EDIT_BEHIND, answering->before);
    return take(answering, edits);
}

/* --- what the value means ----------------------------------------------------------------------------------------- */

/* True for a finding on the lines of the answer. */
static bool is_about(const struct cs_finding *finding, const struct cs_source *source, struct cs_span key,
                     cs_text value)
{
    uint32_t end = key.end + (uint32_t)value.size + 16;
    return finding->span.source == source && finding->span.start >= key.start && finding->span.start < end;
}

/* Prints the findings about the value; returns the number of errors. */
static uint32_t print_faults(struct run *run, struct cs_job *job, const struct cs_source *source, struct cs_span key,
                             cs_text value)
{
    uint32_t count, errors = 0;
    const struct cs_finding *findings = cs_findings(job, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_buf line = {0};
        if (findings[i].severity != CS_ERROR || !is_about(&findings[i], source, key, value))
            continue;
        errors++;
        cs_report_line(&findings[i], cs_source_place(source, findings[i].span.start), run->environment->color_error,
                       &line);
        output_stderr(cs_buf_text(&line));
        cs_buf_free(&line);
    }
    return errors;
}

/* The answer as loaded from a file in a job of its own; NULL if there is none. */
static const struct cs_answer *load_answer(const struct answering *answering, struct cs_job *job,
                                           const struct cs_source *source)
{
    const struct cs_profile *profile = cs_load_profile(job, source, &answering->run->catalogs);
    const struct cs_answers *answers = profile ? cs_profile_answers(profile, answering->catalog->id) : NULL;
    uint32_t item = answers ? cs_catalog_find(answers->catalog, answering->item->id, CS_NO_ITEM) : CS_NO_ITEM;
    return item == CS_NO_ITEM ? NULL : &answers->by_item[item];
}

/* --- writing it --------------------------------------------------------------------------------------------------- */

enum { LONGEST_DATE = 16 };

/* 2025-11-30, or 2025-11 without a day; empty if there is no date. */
static cs_text write_date(struct cs_date date, char text[LONGEST_DATE])
{
    if (date.year == 0)
        return (cs_text){0};
    int size = date.day ? snprintf(text, LONGEST_DATE, "%04d-%02d-%02d", date.year, date.month, date.day)
                        : snprintf(text, LONGEST_DATE, "%04d-%02d", date.year, date.month);
    return (cs_text){text, (size_t)size};
}

/* The mark or word for the state; empty if the value is the complete answer. For a text of several lines the span is
 * all of it. */
static cs_text status_of(const struct answering *answering, const struct cs_answer *answer, enum cs_language language)
{
    cs_text status = cs_span_text(answer->state_span);
    if (cs_text_find(status, CS_TEXT("\n")) >= 0)
        status = cs_catalog_sign(answering->catalog, answering->item, answer->state, language);
    return cs_text_equal(status, answer->value.written) ? (cs_text){0} : status;
}

/* Writes the answer key by key. */
static bool write_fields(struct answering *answering, const struct cs_answer *answer, enum cs_language language,
                         struct cs_date today)
{
    const struct cs_answer *said = answer->raw ? answer->raw : answer;
    bool is_same = said->same.size > 0, is_open = !is_same && said->state == CS_STATE_NONE;
    char due[LONGEST_DATE], reviewed[LONGEST_DATE];
    const struct {
        cs_text field, text;
    } fields[] = {
        {CS_TEXT("same"), said->same},
        {CS_TEXT("status"), is_same ? (cs_text){0} : status_of(answering, said, language)},
        {CS_TEXT("value"), is_same ? (cs_text){0} : said->value.written},
        {CS_TEXT("due"), is_same ? (cs_text){0} : write_date(said->due, due)},
        {CS_TEXT("detail"), is_same ? (cs_text){0} : said->detail},
        {CS_TEXT("remark"), is_same ? (cs_text){0} : said->remark.in[language]},
        {CS_TEXT("reviewed"), is_open ? (cs_text){0} : write_date(today, reviewed)},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!set(answering, fields[i].field, fields[i].text))
            return false;
    return true;
}

/* True if two notations of an answer are equivalent. */
static bool is_same_answer(const struct cs_answer *a, const struct cs_answer *b)
{
    return a && b && a->state == b->state && !a->broken && !b->broken &&
           cs_text_equal(a->value.written, b->value.written) && cs_text_equal(a->detail, b->detail) &&
           cs_text_equal(a->remark.in[CS_JA], b->remark.in[CS_JA]) &&
           cs_text_equal(a->remark.in[CS_EN], b->remark.in[CS_EN]) && cs_date_compare(a->due, b->due) == 0;
}

/* --- setting it --------------------------------------------------------------------------------------------------- */

/* The file with the answer as a person would type it, or as lines copied from another question. */
static bool write_short(struct answering *answering, const struct set_value *value)
{
    struct cs_edits *edits = cs_edit_begin(answering->run->job, answering->source);
    if (edits && value->lines.size)
        cs_edit_set_lines(edits, keys_of(answering, (cs_text){0}), value->lines, value->indent);
    else if (edits)
        cs_edit_set(edits, keys_of(answering, (cs_text){0}), value->text);
    return take(answering, edits);
}

/* Removes the parts of the old answer that the long form does not keep. */
static bool clear_short(struct answering *answering)
{
    struct cs_edits *edits = cs_edit_begin(answering->run->job, answering->source);
    if (!edits || cs_edit_is_mapping(edits, keys_of(answering, (cs_text){0})))
        return edits != NULL;
    cs_edit_set(edits, keys_of(answering, (cs_text){0}), (cs_text){0});
    return take(answering, edits);
}

/* Removes the proposals for a question that is answered now. */
static void drop_proposals(struct answering *answering, struct cs_job *job)
{
    const struct cs_answer *answer = load_answer(answering, job, answering->source);
    struct cs_edits *edits = answer ? cs_edit_begin(answering->run->job, answering->source) : NULL;
    if (!edits || answer->key.source != answering->source)
        return;
    cs_scaffold_drop_proposals(edits, answering->source, answer->key);
    take(answering, edits);
}

static enum exit_code cannot(struct answering *answering)
{
    error(answering->run->environment, SAY_CANNOT_ANSWER, answering->source->path, answering->key);
    return EXIT_FOUND;
}

/* Uses three jobs, in which the successive versions of the file are loaded. */
static enum exit_code set_in_jobs(struct answering *answering, const struct set_value *value, struct cs_date today,
                                  struct cs_job *jobs[3])
{
    struct run *run = answering->run;
    if (!make_key(answering))
        return cannot(answering);
    struct answering short_form = *answering;
    if (!write_short(&short_form, value))
        return cannot(answering);
    const struct cs_answer *meant = load_answer(&short_form, jobs[0], short_form.source);
    cs_text said = value->lines.size ? value->lines : value->text;
    if (!meant || print_faults(run, jobs[0], short_form.source, meant->key, said))
        return EXIT_FOUND;
    if (value->lines.size)
        answering->source = short_form.source; /* with its evidence, owner and so on */
    bool is_long = clear_short(answering) && write_fields(answering, meant, answering->language, today);
    if (!is_long || !is_same_answer(meant, load_answer(answering, jobs[1], answering->source)))
        answering->source = short_form.source;
    drop_proposals(answering, jobs[2]);
    return EXIT_DONE;
}

enum exit_code set_answer(struct answering *answering, const struct set_value *value, struct cs_date today)
{
    struct cs_job *jobs[3] = {0};
    bool good = true;
    for (int i = 0; i < 3; i++)
        good = (jobs[i] = cs_job_fork(answering->run->job)) && good;
    enum exit_code code = good ? set_in_jobs(answering, value, today, jobs) : EXIT_ERROR;
    for (int i = 0; i < 3; i++)
        cs_job_free(jobs[i]);
    return code;
}
