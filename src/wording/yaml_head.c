/* The head of a profile and the comments above its answers: what a file of answers contains of the catalog, for
 * people. */
#include "wording/yaml_head.h"
#include "base/job.h"
#include "base/wrap.h"
#include "checksheet/sheet_words.h"

void cs_yaml_wrap_comment(struct cs_job *job, struct cs_buf *out, uint32_t indent, cs_text text)
{
    enum { COLUMNS = 80, HASH = 2 };
    struct cs_widths *widths = cs_job_widths(job, 1);
    struct cs_buf joined = {0};
    cs_buf_add_line(&joined, cs_text_trim(text));
    for (cs_text rest = cs_buf_text(&joined); rest.size;)
        cs_yaml_add_comment(out, indent, cs_take_text(widths, COLUMNS - HASH - indent, &rest));
    cs_buf_free(&joined);
}

void cs_yaml_add_question(struct cs_job *job, struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                          enum cs_language language)
{
    struct cs_buf guide = {0};
    cs_yaml_wrap_comment(job, out, indent, cs_words_in(item->ask, language));
    cs_buf_add(&guide, cs_word(CS_WORD_GUIDE, language));
    cs_buf_add(&guide, CS_TEXT(": "));
    cs_buf_add(&guide, cs_words_in(item->guide, language));
    if (cs_words_in(item->guide, language).size)
        cs_yaml_wrap_comment(job, out, indent, cs_buf_text(&guide));
    cs_buf_free(&guide);
}

void cs_yaml_add_question_line(struct cs_buf *out, uint32_t indent, const struct cs_item *item,
                               enum cs_language language)
{
    struct cs_buf question = {0};
    cs_text guide = cs_words_in(item->guide, language);
    cs_buf_add(&question, cs_words_in(item->ask, language));
    if (guide.size) {
        cs_buf_add(&question, CS_TEXT("  ("));
        cs_buf_add(&question, guide);
        cs_buf_add(&question, CS_TEXT(")"));
    }
    cs_yaml_add_comment(out, indent, cs_buf_text(&question));
    cs_buf_free(&question);
}

/* --- the head of a profile ---------------------------------------------------------------------------------------- */

static void add_marks(struct cs_buf *out, const struct cs_catalog *catalog, enum cs_language language)
{
    struct cs_buf marks = {0};
    for (uint32_t i = 0; i < catalog->mark_count; i++) {
        cs_text label = cs_words_in(&catalog->marks[i].label, language);
        cs_buf_add(&marks, i ? CS_TEXT("  ") : (cs_text){0});
        cs_buf_add(&marks, catalog->marks[i].sign);
        cs_buf_add_byte(&marks, ' ');
        cs_buf_add(&marks, label.size ? label : cs_state_label(catalog->marks[i].state, language));
    }
    cs_yaml_add_comment(out, 0, cs_buf_text(&marks));
    cs_buf_free(&marks);
}

void cs_yaml_add_catalog(struct cs_buf *out, cs_text id, cs_text edition, cs_text level)
{
    if (edition.size == 0 && level.size == 0) {
        cs_yaml_add_field(out, 0, CS_TEXT("catalog"), id);
        return;
    }
    cs_buf_add(out, CS_TEXT("catalog:\n"));
    cs_yaml_add_field(out, CS_YAML_STEP, CS_TEXT("id"), id);
    if (edition.size)
        cs_yaml_add_field(out, CS_YAML_STEP, CS_TEXT("edition"), edition);
    if (level.size)
        cs_yaml_add_field(out, CS_YAML_STEP, CS_TEXT("level"), level);
}

void cs_yaml_add_head(struct cs_job *job, struct cs_buf *out, const struct cs_catalog *catalog,
                      enum cs_language language)
{
    cs_buf_add(out, CS_TEXT("# yaml-language-server: $schema="));
    cs_buf_add(out, cs_schema_path(job, catalog));
    cs_buf_add_byte(out, '\n');
    if (!catalog)
        return;
    cs_yaml_add_comment(out, 0, cs_words_in(&catalog->title, language));
    if (cs_catalog_has_marks(catalog))
        add_marks(out, catalog, language);
}
