/* import --into: see import_into.h.
 *
 *     sheet -> YAML, as without --into -> load: what each answer means -> edits of the profile -> the file
 *
 * Both sides are held against each other as the loader understands them. What goes in is what the emitter has written,
 * line by line; all else in the profile stays as it is. */
#include "cmd/import/import_into.h"
#include "cmd/findings.h"
#include "cmd/memory.h"
#include "cmd/steps.h"
#include "cmd/writing/writing.h"
#include "scaffold/scaffold.h"

#include <stdlib.h>
#include <string.h>

/* A profile that answers are merged into. */
struct into {
    struct run *run;
    const struct cs_profile *profile, *made; /* ... and the one made of the sheet */
    const struct cs_catalog *catalog;
    const struct cs_answers *before, *answers; /* of both to the catalog; `before` is NULL if there are none */
    struct cs_edits *edits, *lines;            /* of the profile; and for looking up the lines of `made` */
    struct cs_buf texts[2];                    /* of a line of output */
    struct cs_buf yaml;                        /* of `made` */
    struct cs_buf *new_lines;                  /* by item: for those without a key in the profile */
    uint32_t added, same, differing;
    bool failed;
};

/* A key's name without quotes. */
static cs_text name_of(struct cs_span key)
{
    cs_text name = cs_span_text(key);
    if (name.size >= 2 && (name.bytes[0] == '"' || name.bytes[0] == '\''))
        name = (cs_text){name.bytes + 1, name.size - 2};
    return name;
}

/* --- what both say ------------------------------------------------------------------------------------------------- */

static bool is_said(const struct cs_answer *answer)
{
    return answer && (answer->state != CS_STATE_NONE || answer->broken || answer->same.size ||
                      answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size);
}

/* True if the sheet's answer adds nothing to the profile's: state and value are the same, and the remark, if there is
 * one. */
static bool agrees(const struct cs_answer *sheet, const struct cs_answer *profile, enum cs_language language)
{
    cs_text remark = cs_text_trim(sheet->remark.in[language]);
    return sheet->state == profile->state && cs_text_equal(sheet->value.written, profile->value.written) &&
           (remark.size == 0 || cs_text_equal(remark, cs_text_trim(profile->remark.in[language])));
}

/* The profile's answer to an item, which may be of another edition. */
static const struct cs_answer *answer_before(const struct into *into, const struct cs_item *item)
{
    uint32_t index = into->before ? cs_catalog_find(into->before->catalog, item->id, CS_NO_ITEM) : CS_NO_ITEM;
    return index == CS_NO_ITEM ? NULL : &into->before->by_item[index];
}

/* An answer as written in its file, on one line. */
static cs_text line_of(struct cs_edits *edits, cs_text key, struct cs_buf *out)
{
    enum { LONGEST = 60 };
    uint32_t indent;
    cs_text text = cs_text_trim(cs_edit_value(edits, CS_KEYS(CS_TEXT("answers"), key), &indent));
    cs_buf_clear(out);
    for (uint32_t count = 0; text.size && count < LONGEST; count++) {
        cs_text from = text;
        bool is_break = cs_text_next(&text) == '\n';
        cs_buf_add(out, is_break ? CS_TEXT(" ") : (cs_text){from.bytes, from.size - text.size});
        while (is_break && text.size && text.bytes[0] == ' ')
            text = cs_text_skip(text, 1);
    }
    cs_buf_add(out, text.size ? CS_TEXT("...") : (cs_text){0});
    return cs_buf_text(out);
}

static void say_difference(struct into *into, const struct cs_answer *sheet, const struct cs_answer *before)
{
    struct cs_buf place = {0};
    struct cs_place at = cs_source_place(before->key.source, before->key.start);
    cs_buf_add(&place, before->key.source->path);
    cs_buf_print(&place, ":%u", (unsigned)at.line);
    bool is_own = before->key.source == into->profile->source;
    cs_text is = is_own ? line_of(into->edits, name_of(before->key), &into->texts[0]) : CS_TEXT("...");
    info(into->run->environment, into->run->request, SAY_INTO_DIFFERS, cs_buf_text(&place), name_of(sheet->key), is,
         line_of(into->lines, name_of(sheet->key), &into->texts[1]));
    cs_buf_free(&place);
    into->differing++;
}

/* --- the edits ------------------------------------------------------------------------------------------------------ */

/* The key of the previous item in the profile, after which a new one is inserted; empty if there is none. */
static cs_text key_before(const struct into *into, uint32_t item)
{
    for (uint32_t i = item; i > 0; i--) {
        const struct cs_answer *answer = answer_before(into, &into->catalog->items[i - 1]);
        if (answer && answer->key.source == into->profile->source)
            return name_of(answer->key);
    }
    return (cs_text){0};
}

static bool is_of_own_catalog(const struct into *into)
{
    return into->profile->sheet_count && cs_text_equal(into->profile->sheets[0].catalog->id, into->catalog->id);
}

/* Sets an answer whose key the profile has, or one of another catalog, which comes last. */
static bool set(struct into *into, cs_text key, cs_text value, uint32_t indent)
{
    return cs_edit_set_lines(into->edits, CS_KEYS(CS_TEXT("answers"), key), value, indent);
}

/* Inserts a new key, as written in `made`, after an existing one. */
static bool insert(struct into *into, uint32_t item, cs_text behind, cs_text value, uint32_t indent)
{
    struct cs_buf *lines = &into->new_lines[item];
    for (uint32_t i = 0; i < indent; i++)
        cs_buf_add_byte(lines, ' ');
    cs_buf_add(lines, cs_span_text(into->answers->by_item[item].key));
    cs_buf_add_byte(lines, ':');
    cs_buf_add(lines, value);
    cs_buf_add_byte(lines, '\n');
    return cs_edit_insert(into->edits, CS_KEYS(CS_TEXT("answers"), behind), CS_EDIT_BEHIND, cs_buf_text(lines), indent);
}

/* Puts the lines of an answer into the profile. */
static void put(struct into *into, uint32_t index, const struct cs_answer *sheet, const struct cs_answer *before)
{
    uint32_t indent;
    const struct cs_item *item = &into->catalog->items[index];
    cs_text value = cs_edit_value(into->lines, CS_KEYS(CS_TEXT("answers"), name_of(sheet->key)), &indent);
    bool is_there = before && before->key.source == into->profile->source, is_own = is_of_own_catalog(into);
    cs_text behind = is_there || !is_own ? (cs_text){0} : key_before(into, index), key = item->id;
    if (is_there)
        key = name_of(before->key);
    else if (!is_own)
        key = cs_catalog_item_name(into->run->job, into->catalog, item);
    into->failed |= !(behind.size ? insert(into, index, behind, value, indent) : set(into, key, value, indent));
    into->added++;
}

static void take_answers(struct into *into)
{
    for (uint32_t i = 0; i < into->catalog->item_count && !into->failed; i++) {
        const struct cs_answer *sheet = &into->answers->by_item[i],
                               *before = answer_before(into, &into->catalog->items[i]);
        if (!is_said(sheet))
            continue;
        if (!is_said(before))
            put(into, i, sheet, before);
        else if (agrees(sheet, before, into->made->language))
            into->same++;
        else
            say_difference(into, sheet, before);
    }
}

/* Sets the edition of a catalog that is not the profile's main one, as `new` does for the main one. */
static void name_edition(struct into *into)
{
    if (into->added == 0 || is_of_own_catalog(into) || (into->before && into->before->edition.size))
        return;
    cs_text edition = cs_words_in(&into->catalog->edition, into->profile->language);
    into->failed |= !cs_scaffold_name_catalog(into->edits, into->catalog->id, edition);
}

/* Reports that the profile answers another edition, and the command that carries it over. */
static void tell_other_edition(const struct into *into, cs_text edition)
{
    struct cs_buf answered = {0}, next = {0};
    cs_buf_add(&answered, into->catalog->id);
    cs_buf_add(&answered, CS_TEXT(" "));
    cs_buf_add(&answered, edition);
    files_add_program(into->run, "new --update ", &next);
    cs_buf_add_word(&next, into->profile->source->path);
    cs_buf_add(&next, CS_TEXT(" --from-edition \""));
    cs_buf_add(&next, into->catalog->id);
    cs_buf_add(&next, CS_TEXT("@"));
    cs_buf_add(&next, edition);
    cs_buf_add(&next, CS_TEXT("\""));
    error(into->run->environment, SAY_INTO_OTHER_EDITION, into->profile->source->path, cs_buf_text(&answered),
          cs_words_in(&into->catalog->edition, into->profile->language), cs_buf_text(&next));
    cs_buf_free(&answered);
    cs_buf_free(&next);
}

/* True, and reported, if the profile answers another edition, whose numbers may mean other questions. */
static bool is_of_other_edition(const struct into *into)
{
    const struct cs_answers *before = into->before;
    cs_text said = before ? before->edition : (cs_text){0};
    if (!before || before->answered == 0 ||
        (said.size ? cs_catalog_is_edition(into->catalog, said)
                   : cs_catalog_same_edition(before->catalog, into->catalog)))
        return false;
    tell_other_edition(into, said.size ? said : cs_words_in(&before->catalog->edition, into->profile->language));
    return true;
}

/* --- the file ------------------------------------------------------------------------------------------------------- */

const struct cs_profile *import_into_profile(struct run *run, enum exit_code *code)
{
    const struct cs_source *source = files_open_profile(run, run->request->value[OPTION_INTO]);
    *code = source ? EXIT_FOUND : EXIT_ERROR;
    const struct cs_profile *profile = source ? cs_load_profile(run->job, source, &run->catalogs) : NULL;
    if (source && !profile)
        findings_print(run, source, FINDINGS_FULL, true);
    return profile;
}

/* Makes a profile of the sheet, in a job of its own. */
static bool make(struct into *into, const struct cs_imported *imported, struct cs_job *job)
{
    struct cs_buf yaml = {0};
    struct cs_emit_options options = {0};
    const char *why = NULL;
    if (!cs_emit(job, imported->sheet, cs_emitter_find(CS_TEXT("yaml")), &options, &yaml, &why)) {
        error(into->run->environment, SAY_CANNOT_RENDER, CS_TEXT("yaml"), cs_text_of(why));
        cs_buf_free(&yaml);
        return false;
    }
    into->yaml = yaml;
    const struct cs_source *source = cs_source_add(job, CS_TEXT("<import>"), cs_buf_text(&into->yaml));
    into->made = cs_load_profile(job, source, &into->run->catalogs);
    into->answers = into->made ? cs_profile_answers(into->made, into->catalog->id) : NULL;
    into->lines = into->answers ? cs_edit_begin(job, source) : NULL;
    return into->lines != NULL;
}

static enum exit_code write(struct into *into, const char *output)
{
    struct run *run = into->run;
    struct cs_buf numbers[3] = {{0}, {0}, {0}};
    const struct cs_source *source = into->profile->source;
    cs_text bytes;
    if (into->failed || !cs_edit_finish(into->edits, &bytes)) {
        error(run->environment, SAY_INTO_CANNOT, source->path, (cs_text){0});
        return EXIT_FOUND;
    }
    bool is_print = output && strcmp(output, "-") == 0, done = true;
    if (is_print)
        output_content(into->run->environment, bytes);
    else if (output)
        done = writing_file(run, output, bytes, OVER_NOTHING);
    else if (!cs_text_equal(bytes, source->bytes))
        done = writing_edit(run, source, bytes);
    if (done)
        info(run->environment, run->request, SAY_INTO_DONE, output && !is_print ? cs_text_of(output) : source->path,
             step_number(&numbers[0], into->added), step_number(&numbers[1], into->same),
             step_number(&numbers[2], into->differing));
    for (int i = 0; i < 3; i++)
        cs_buf_free(&numbers[i]);
    return !done ? EXIT_ERROR : into->differing ? EXIT_FOUND : EXIT_DONE;
}

enum exit_code import_into(struct run *run, const struct cs_profile *profile, const struct cs_imported *imported,
                           const char *output)
{
    struct into into = {.run = run, .profile = profile, .catalog = imported->catalog};
    struct cs_job *job = cs_job_fork(run->job);
    enum exit_code code = EXIT_ERROR;
    into.new_lines = memory_zeroed(into.catalog->item_count, sizeof *into.new_lines);
    into.before = cs_profile_answers(profile, into.catalog->id);
    if (is_of_other_edition(&into)) {
        free(into.new_lines);
        cs_job_free(job);
        return EXIT_FOUND;
    }
    if (job && make(&into, imported, job) && (into.edits = cs_edit_begin(run->job, profile->source))) {
        take_answers(&into);
        name_edition(&into);
        code = write(&into, output);
    }
    for (int i = 0; i < 2; i++)
        cs_buf_free(&into.texts[i]);
    for (uint32_t i = 0; into.new_lines && i < into.catalog->item_count; i++)
        cs_buf_free(&into.new_lines[i]);
    free(into.new_lines);
    cs_job_free(job);
    cs_buf_free(&into.yaml);
    return code;
}
