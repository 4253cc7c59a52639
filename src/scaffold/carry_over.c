/* Carrying the answers of a profile over to the next edition of its catalog. The file is a person's: every change is
 * an edit of a few bytes at a place that the loader has recorded, and all other bytes stay. */
#include "base/job.h"
#include "scaffold/edit.h"
#include "scaffold/scaffold.h"
#include "scaffold/entry.h"
#include "wording/yaml_head.h"
#include "checksheet/sheet_words.h"

struct carrier {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_source *source;
    const struct cs_answers *answers; /* to the old edition */
    const struct cs_upgrade *upgrade;
    struct cs_edits *edits;
    bool failed; /* the answers are not written one on a line */
};

static uint32_t line_of(const struct carrier *carrier, uint32_t offset)
{
    return cs_source_place(carrier->source, offset).line;
}

/* Takes the buffer's text; its line ends become those of the file. */
static void add_edit(struct carrier *carrier, uint32_t start, uint32_t end, struct cs_buf *text)
{
    struct cs_buf bytes = {0};
    cs_text line_break = cs_line_break(carrier->source, line_of(carrier, start));
    for (size_t i = 0; i < text->size; i++)
        if (text->bytes[i] == '\n')
            cs_buf_add(&bytes, line_break);
        else
            cs_buf_add_byte(&bytes, text->bytes[i]);
    cs_edit_replace(carrier->edits, (struct cs_span){carrier->source, start, end}, cs_buf_text(&bytes));
    cs_buf_free(&bytes);
    cs_buf_free(text);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static const struct cs_upgrade_step *step_of(const struct carrier *carrier, cs_text id, uint32_t guess)
{
    uint32_t old = cs_catalog_find(carrier->upgrade->old, id, guess);
    return old == CS_NO_ITEM ? NULL : carrier->upgrade->by_old[old];
}

static bool is_lost(const struct cs_upgrade_step *step)
{
    return step && (step->fate == CS_FATE_REMOVED || step->fate == CS_FATE_CHANGED);
}

/* The step of a number in an answer to a catalog; NULL if it is a number of another catalog. */
static const struct cs_upgrade_step *step_of_number(const struct carrier *carrier, cs_text catalog_id, cs_text number)
{
    cs_text id;
    cs_split_number(number, &catalog_id, &id);
    return cs_text_equal(catalog_id, carrier->upgrade->old->id) ? step_of(carrier, id, CS_NO_ITEM) : NULL;
}

/* Appends the new number for an old one, with the catalog's name if the old one had it. */
static void add_number(struct cs_buf *out, const struct carrier *carrier, cs_text number,
                       const struct cs_upgrade_step *step)
{
    struct cs_buf prefix = {0};
    if (cs_text_find(number, CS_TEXT(" ")) >= 0) {
        cs_buf_add(&prefix, carrier->upgrade->new->id);
        cs_buf_add_byte(&prefix, ' ');
    }
    cs_yaml_add_key(out, cs_buf_text(&prefix), carrier->upgrade->new->items[step->new].id);
    cs_buf_free(&prefix);
}

static void renumber(struct carrier *carrier, struct cs_span span, const struct cs_upgrade_step *step)
{
    cs_text number = cs_span_text(span);
    struct cs_buf text = {0};
    bool same_id =
        cs_text_equal(carrier->upgrade->old->items[step->old].id, carrier->upgrade->new->items[step->new].id);
    bool same_catalog =
        cs_text_equal(carrier->upgrade->old->id, carrier->upgrade->new->id) || cs_text_find(number, CS_TEXT(" ")) < 0;
    if (same_id && same_catalog)
        return;
    add_number(&text, carrier, number, step);
    add_edit(carrier, span.start, span.end, &text);
}

/* The span in the file of a text read from it; source is NULL if the text was composed. */
static struct cs_span span_in(const struct cs_source *source, cs_text text)
{
    const char *base = source->bytes.bytes;
    if (text.size == 0 || text.bytes < base || text.bytes + text.size > base + source->bytes.size)
        return (struct cs_span){0};
    uint32_t start = (uint32_t)(text.bytes - base);
    return (struct cs_span){source, start, start + (uint32_t)text.size};
}

/* Replaces a number that is no key: one that an answer refers to, or one that is left out. */
static void renumber_text(struct carrier *carrier, cs_text catalog_id, cs_text number)
{
    struct cs_span span = span_in(carrier->source, number);
    const struct cs_upgrade_step *step = step_of_number(carrier, catalog_id, number);
    if (span.source && step && !is_lost(step))
        renumber(carrier, span, step);
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static uint32_t line_start(const struct carrier *carrier, uint32_t line)
{
    return line > carrier->source->line_count ? (uint32_t)carrier->source->bytes.size
                                              : carrier->source->lines[line - 1];
}

static uint32_t indent_of(cs_text line)
{
    uint32_t indent = 0;
    while (indent < line.size && line.bytes[indent] == ' ')
        indent++;
    return indent;
}

/* The line after an answer, after all lines indented deeper than its key. */
static uint32_t end_of_answer(const struct carrier *carrier, uint32_t line, uint32_t indent)
{
    uint32_t end = line + 1;
    for (uint32_t at = end; at <= carrier->source->line_count; at++) {
        cs_text text = cs_source_line(carrier->source, at);
        if (cs_text_trim(text).size == 0)
            continue;
        if (indent_of(text) <= indent)
            break;
        end = at + 1;
    }
    return end;
}

/* The number of lines directly above a line that are exactly the lines of a text; 0 if they differ. */
static uint32_t lines_above(const struct carrier *carrier, uint32_t line, cs_text text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.bytes[i] == '\n';
    for (uint32_t above = line - (count < line ? count : 0); text.size && count < line; above++) {
        cs_text wanted = {text.bytes, (size_t)cs_text_find(text, CS_TEXT("\n"))};
        if (!cs_text_equal(cs_text_trim(wanted), cs_text_trim(cs_source_line(carrier->source, above))))
            return 0;
        text = cs_text_skip(text, wanted.size + 1);
    }
    return count < line ? count : 0;
}

/* The first line of an answer: that of the question above its key, if it is the comment that scaffolds write, or have
 * written. */
static uint32_t question_line(const struct carrier *carrier, uint32_t line, uint32_t indent, const struct cs_item *item)
{
    uint32_t count = 0;
    for (int i = 0; i < 2 * CS_LANGUAGES && count == 0; i++) {
        struct cs_buf question = {0};
        if (i < CS_LANGUAGES)
            cs_yaml_add_question(carrier->job, &question, indent, item, (enum cs_language)i);
        else
            cs_yaml_add_question_line(&question, indent, item, (enum cs_language)(i - CS_LANGUAGES));
        count = lines_above(carrier, line, cs_buf_text(&question));
        cs_buf_free(&question);
    }
    return line - count;
}

/* --- answers ------------------------------------------------------------------------------------------------------ */

/* Adds a comment on the fate of an answer, with the old question if that helps. */
static void add_reason(const struct carrier *carrier, struct cs_buf *out, uint32_t indent, cs_word_id reason,
                       const struct cs_item *old)
{
    enum cs_language language = carrier->profile->language;
    struct cs_buf comment = {0};
    cs_buf_add(&comment, old->id);
    cs_buf_add(&comment, CS_TEXT(": "));
    cs_buf_add(&comment, cs_word(reason, language));
    if (reason != CS_WORD_UPGRADE_POINTED)
        cs_buf_add(&comment, cs_words_in(old->ask, language));
    cs_yaml_wrap_comment(carrier->job, out, indent, cs_buf_text(&comment));
    cs_buf_free(&comment);
}

/* Adds the lines of an answer as comments. */
static void add_lines_as_comments(const struct carrier *carrier, struct cs_buf *out, uint32_t indent, uint32_t from,
                                  uint32_t to)
{
    for (uint32_t line = from; line < to; line++) {
        cs_text text = cs_source_line(carrier->source, line);
        cs_buf_add_repeat(out, ' ', indent);
        cs_buf_add(out, cs_text_trim(text).size ? CS_TEXT("# ") : CS_TEXT("#"));
        cs_buf_add(out, cs_text_skip(text, indent));
        cs_buf_add_byte(out, '\n');
    }
}

static bool is_empty(const struct carrier *carrier, const struct cs_answer *answer, uint32_t line, uint32_t end)
{
    cs_text rest = cs_text_trim(cs_text_skip(carrier->source->bytes, answer->key.end));
    cs_text text = cs_source_line(carrier->source, line);
    cs_text behind = cs_text_trim(cs_text_skip(text, (size_t)(rest.bytes - text.bytes) + 1));
    return end == line + 1 && behind.size == 0;
}

/* Removes an answer, leaving it as a comment; if the new edition has a question for its number, that is added as an
 * open one below. */
static void take_out(struct carrier *carrier, const struct cs_answer *answer, const struct cs_upgrade_step *step,
                     cs_word_id reason)
{
    const struct cs_item *old = &carrier->upgrade->old->items[step->old];
    uint32_t line = line_of(carrier, answer->key.start), indent = answer->key.start - line_start(carrier, line);
    uint32_t end = end_of_answer(carrier, line, indent), start = question_line(carrier, line, indent, old);
    struct cs_buf text = {0};
    if (!is_empty(carrier, answer, line, end)) {
        add_reason(carrier, &text, indent, reason, old);
        add_lines_as_comments(carrier, &text, indent, line, end);
        /* without the line end it would belong to the next answer */
        cs_buf_add(&text, step->new == CS_NO_ITEM ? CS_TEXT("\n") : (cs_text){0});
    }
    if (step->new != CS_NO_ITEM) {
        cs_yaml_add_question(carrier->job, &text, indent, &carrier->upgrade->new->items[step->new],
                             carrier->profile->language);
        cs_buf_add_repeat(&text, ' ', indent);
        add_number(&text, carrier, cs_span_text(answer->key), step);
        cs_buf_add(&text, CS_TEXT(":\n"));
    }
    add_edit(carrier, line_start(carrier, start), line_start(carrier, end), &text);
}

/* Replaces the old question by the new one, with a comment that asks to review the answer. */
static void mark_reworded(struct carrier *carrier, const struct cs_answer *answer, const struct cs_upgrade_step *step)
{
    const struct cs_item *old = &carrier->upgrade->old->items[step->old];
    uint32_t line = line_of(carrier, answer->key.start), indent = answer->key.start - line_start(carrier, line);
    uint32_t start = question_line(carrier, line, indent, old);
    struct cs_buf text = {0};
    cs_yaml_add_question(carrier->job, &text, indent, &carrier->upgrade->new->items[step->new],
                         carrier->profile->language);
    if (answer->state != CS_STATE_NONE || answer->broken)
        add_reason(carrier, &text, indent, CS_WORD_UPGRADE_REWORDED, old);
    add_edit(carrier, line_start(carrier, start), line_start(carrier, line), &text);
}

/* True if an answer, or a part of it for a product, refers to the answer to a question that is lost. */
static bool points_to_lost(const struct carrier *carrier, const struct cs_catalog *catalog,
                           const struct cs_answer *answer)
{
    if (answer->same.size && is_lost(step_of_number(carrier, catalog->id, answer->same)))
        return true;
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (answer->parts[i].same.size && is_lost(step_of_number(carrier, catalog->id, answer->parts[i].same)))
            return true;
    return false;
}

static void carry_answer(struct carrier *carrier, const struct cs_catalog *catalog, const struct cs_answer *answer)
{
    bool is_upgraded = catalog == carrier->answers->catalog;
    cs_text id = catalog->items[answer->item].id;
    const struct cs_answer *written = answer->raw ? answer->raw : answer;
    const struct cs_upgrade_step *step = is_upgraded ? step_of(carrier, id, answer->item) : NULL;
    uint32_t line = line_of(carrier, answer->key.start);
    if (indent_of(cs_source_line(carrier->source, line)) != answer->key.start - line_start(carrier, line)) {
        carrier->failed = true;
        return;
    }
    if (is_lost(step) || (step && points_to_lost(carrier, catalog, written))) {
        take_out(carrier, answer, step,
                 !is_lost(step)                  ? CS_WORD_UPGRADE_POINTED
                 : step->fate == CS_FATE_REMOVED ? CS_WORD_UPGRADE_REMOVED
                                                 : CS_WORD_UPGRADE_CHANGED);
        return;
    }
    if (step && step->fate == CS_FATE_REWORDED)
        mark_reworded(carrier, answer, step);
    if (step)
        renumber(carrier, answer->key, step);
    renumber_text(carrier, catalog->id, written->same);
    for (uint32_t i = 0; i < written->part_count; i++)
        renumber_text(carrier, catalog->id, written->parts[i].same);
}

/* --- the rest of the file ----------------------------------------------------------------------------------------- */

/* Carries over the questions that the vendor omits or rewords, under `items`. */
static void carry_variant(struct carrier *carrier)
{
    const struct cs_catalog *catalog = carrier->answers->catalog;
    for (uint32_t i = 0; i < catalog->omitted_count; i++)
        renumber_text(carrier, catalog->id, catalog->omitted[i]);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_item *item = &catalog->items[i];
        const struct cs_upgrade_step *step = item->variant == CS_REWORDED ? step_of(carrier, item->id, i) : NULL;
        if (step && !is_lost(step) && item->span.source == carrier->source)
            renumber(carrier, item->span, step);
    }
}

/* Replaces a text on the first line that begins in a certain way. */
static void replace_on_line(struct carrier *carrier, cs_text beginning, cs_text from, cs_text to)
{
    for (uint32_t line = 1; line <= carrier->source->line_count; line++) {
        cs_text text = cs_source_line(carrier->source, line);
        ptrdiff_t at = cs_text_starts(text, beginning) ? cs_text_find(cs_text_skip(text, beginning.size), from) : -1;
        if (at < 0)
            continue;
        uint32_t start = line_start(carrier, line) + (uint32_t)(beginning.size + (size_t)at);
        struct cs_buf buf = {0};
        cs_buf_add(&buf, to);
        add_edit(carrier, start, start + (uint32_t)from.size, &buf);
        return;
    }
}

bool cs_scaffold_name_catalog(struct cs_edits *edits, cs_text id, cs_text edition)
{
    if (edition.size == 0)
        return true;
    if (cs_edit_is_mapping(edits, CS_KEYS(CS_TEXT("catalogs"), id)))
        return cs_edit_set(edits, CS_KEYS(CS_TEXT("catalogs"), id, CS_TEXT("edition")), edition);
    if (cs_edit_has(edits, CS_KEYS(CS_TEXT("catalogs"))) || !cs_edit_has(edits, CS_KEYS(CS_TEXT("answers"))))
        return cs_edit_set(edits, CS_KEYS(CS_TEXT("catalogs"), id), edition);
    struct cs_buf lines = {0};
    cs_buf_add(&lines, CS_TEXT("catalogs:\n"));
    cs_yaml_add_field(&lines, CS_YAML_STEP, id, edition);
    bool done = cs_edit_insert(edits, CS_KEYS(CS_TEXT("answers")), CS_EDIT_BEFORE, cs_buf_text(&lines), 0);
    cs_buf_free(&lines);
    return done;
}

/* The same for a catalog that is not the profile's main one: its edition is under `catalogs`. */
static void carry_other_catalog(struct carrier *carrier, cs_text edition)
{
    const struct cs_upgrade *upgrade = carrier->upgrade;
    struct cs_keys old = CS_KEYS(CS_TEXT("catalogs"), upgrade->old->id);
    bool is_named = cs_edit_has(carrier->edits, old);
    cs_scaffold_name_catalog(carrier->edits, is_named ? upgrade->old->id : upgrade->new->id, edition);
    if (is_named && !cs_text_equal(upgrade->old->id, upgrade->new->id))
        cs_edit_rename(carrier->edits, old, upgrade->new->id);
}

/* The lines of a catalog with its edition, as the value of a key. */
static void add_catalog_lines(struct cs_buf *lines, cs_text id, cs_text edition, cs_text level)
{
    cs_buf_add_byte(lines, '\n');
    cs_yaml_add_field(lines, CS_YAML_STEP, CS_TEXT("id"), id);
    if (edition.size)
        cs_yaml_add_field(lines, CS_YAML_STEP, CS_TEXT("edition"), edition);
    if (level.size)
        cs_yaml_add_field(lines, CS_YAML_STEP, CS_TEXT("level"), level);
}

/* Adds the catalog to a profile that has taken it over from another one, which may answer the old edition still. */
static void add_catalog(struct carrier *carrier, cs_text edition)
{
    const struct cs_catalog *new = carrier->upgrade->new;
    cs_text level = carrier->answers->level;
    struct cs_buf lines = {0};
    cs_buf_add(&lines, CS_TEXT("catalog:"));
    add_catalog_lines(&lines, new->id, edition, cs_catalog_level(new, level) ? level : (cs_text){0});
    bool has_answers = cs_edit_has(carrier->edits, CS_KEYS(CS_TEXT("answers")));
    cs_edit_insert(carrier->edits, has_answers ? CS_KEYS(CS_TEXT("answers")) : (struct cs_keys){0},
                   has_answers ? CS_EDIT_BEFORE : CS_EDIT_LAST, cs_buf_text(&lines), 0);
    cs_buf_free(&lines);
}

/* Updates the catalog and edition: `catalog: METI` becomes a mapping of both. */
static void carry_catalog(struct carrier *carrier)
{
    const struct cs_upgrade *upgrade = carrier->upgrade;
    cs_text edition = cs_words_in(&upgrade->new->edition, carrier->profile->language);
    if (!cs_text_equal(carrier->profile->sheets[0].catalog->id, upgrade->old->id)) {
        carry_other_catalog(carrier, edition);
        return;
    }
    if (cs_edit_has(carrier->edits, CS_KEYS(CS_TEXT("catalog"), CS_TEXT("id")))) {
        cs_edit_set(carrier->edits, CS_KEYS(CS_TEXT("catalog"), CS_TEXT("id")), upgrade->new->id);
        cs_edit_set(carrier->edits, CS_KEYS(CS_TEXT("catalog"), CS_TEXT("edition")), edition);
    } else if (cs_edit_has(carrier->edits, CS_KEYS(CS_TEXT("catalog")))) {
        struct cs_buf lines = {0};
        add_catalog_lines(&lines, upgrade->new->id, edition, (cs_text){0});
        cs_edit_set_lines(carrier->edits, CS_KEYS(CS_TEXT("catalog")), cs_buf_text(&lines), 0);
        cs_buf_free(&lines);
    } else
        add_catalog(carrier, edition);
}

bool cs_scaffold_upgrade(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         const struct cs_upgrade *upgrade, cs_text *upgraded)
{
    struct carrier carrier = {job, profile, profile->source, answers, upgrade, NULL, false};
    carrier.edits = cs_edit_begin(job, profile->source);
    for (uint32_t i = 0; carrier.edits && i < profile->sheet_count; i++) {
        const struct cs_answers *sheet = &profile->sheets[i];
        for (uint32_t item = 0; item < sheet->catalog->item_count; item++)
            if (sheet->by_item[item].key.source == profile->source)
                carry_answer(&carrier, sheet->catalog, &sheet->by_item[item]);
    }
    if (!carrier.edits || carrier.failed)
        return false;
    carry_variant(&carrier);
    carry_catalog(&carrier);
    replace_on_line(&carrier, CS_TEXT("# yaml-language-server:"), cs_schema_path(job, upgrade->old),
                    cs_schema_path(job, upgrade->new));
    return cs_edit_finish(carrier.edits, upgraded);
}
