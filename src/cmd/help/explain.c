/* checksheet explain: the rules, one by one or as a table. */
#include "cmd/commands.h"
#include "base/base.h"
#include "cmd/rules.h"
#include "cmd/screen.h"
#include "cmd/steps.h"
#include "checksheet/rules.h"

/* The reason, and examples that raise the rule and do not. An empty example: the other language's is used, or there
 * is none. */
static const struct {
    cs_text why[CS_LANGUAGES], bad[CS_LANGUAGES], good[CS_LANGUAGES];
} explanations[CS_RULES] = {
#define WORDS(ja, en)                                                                                                  \
    {                                                                                                                  \
        CS_LITERAL(ja), CS_LITERAL(en)                                                                                 \
    }
#define CS_EXPLAIN(rule, why_ja, why_en, bad_ja, bad_en, good_ja, good_en)                                             \
    [CS_RULE_##rule] = {WORDS(why_ja, why_en), WORDS(bad_ja, bad_en), WORDS(good_ja, good_en)},
#include "cmd/explain.def"
#undef CS_EXPLAIN
#undef WORDS
};

static void add_table(struct run *run, struct cs_buf *out, enum cs_language language)
{
    enum { SLUG_WIDTH = 22, LEVEL_WIDTH = 9, WORDS_AT = SLUG_WIDTH + LEVEL_WIDTH };
    struct cs_wrapping how = {
        .columns = run->environment->columns,
        .start = WORDS_AT,
        .indent = WORDS_AT,
        .ambiguous = run->environment->ambiguous,
    };
    for (int i = 0; i < CS_RULES; i++) {
        cs_text slug = cs_rule_slug((cs_rule)i), level = cs_severity_word(cs_rule_severity((cs_rule)i));
        cs_buf_add(out, slug);
        cs_buf_add_repeat(out, ' ', slug.size < SLUG_WIDTH ? SLUG_WIDTH - slug.size : 1);
        cs_buf_add(out, level);
        cs_buf_add_repeat(out, ' ', LEVEL_WIDTH - level.size);
        cs_wrap(run->job, &how, cs_rule_meaning((cs_rule)i, language), out);
        cs_buf_add_byte(out, '\n');
    }
}

static void add_line(struct cs_buf *out, enum cs_language language, enum say what, cs_text text)
{
    cs_buf_add_byte(out, '\n');
    say(out, language, what, text);
    cs_buf_add_byte(out, '\n');
}

/* Adds an example below its heading, indented. */
static void add_example(struct cs_buf *out, enum cs_language language, enum say heading,
                        const cs_text examples[CS_LANGUAGES])
{
    cs_text rest = examples[examples[language].size ? language : CS_JA];
    add_line(out, language, heading, (cs_text){0});
    while (rest.size) {
        size_t size = (size_t)cs_text_find(rest, CS_TEXT("\n")) + 1;
        cs_buf_add(out, CS_TEXT("    "));
        cs_buf_add(out, (cs_text){rest.bytes, size});
        rest = cs_text_skip(rest, size);
    }
}

static void add_rule(struct cs_buf *out, cs_rule rule, enum cs_language language)
{
    cs_text slug = cs_rule_slug(rule);
    cs_buf_add(out, slug);
    cs_buf_add(out, CS_TEXT(" ("));
    cs_buf_add(out, cs_severity_word(cs_rule_severity(rule)));
    cs_buf_add(out, CS_TEXT(")\n"));
    cs_buf_add(out, cs_rule_meaning(rule, language));
    cs_buf_add(out, CS_TEXT("\n\n"));
    cs_buf_add(out, explanations[rule].why[language]);
    cs_buf_add_byte(out, '\n');
    if (explanations[rule].bad[CS_JA].size) {
        add_example(out, language, SAY_BAD_EXAMPLE, explanations[rule].bad);
        add_example(out, language, SAY_GOOD_EXAMPLE, explanations[rule].good);
    } else
        add_line(out, language, SAY_NO_EXAMPLE, (cs_text){0});
    /* not of validate, where severities can be chosen */
    if (rule != CS_RULE_NOT_TRANSLATED && rule < CS_RULE_CANNOT_FILL)
        add_line(out, language, cs_rule_is_fixed(rule) ? SAY_FIXED_LEVEL : SAY_OTHER_LEVEL, slug);
    if (cs_rule_allowed(rule) & CS_ALLOWED_IN_ANSWER)
        add_line(out, language, SAY_MAY_ALLOW, slug);
}

/* Checks all words before anything is printed. */
static enum exit_code explain_words(struct run *run, struct cs_buf *out)
{
    int count = run->request->argument_count;
    struct cs_buf fitting = {0};
    for (int i = 0; i < count; i++) {
        cs_rule rule;
        if (!rule_read(run, cs_text_of(step_argument(run, i)), &rule))
            return EXIT_USAGE;
        cs_buf_add(out, i ? CS_TEXT("\n") : (cs_text){0});
        add_rule(out, rule, step_written(run));
    }
    screen_fit(run->environment, run->environment->columns, 0, cs_buf_text(out), &fitting);
    output_text(cs_buf_text(&fitting));
    cs_buf_free(&fitting);
    return EXIT_DONE;
}

enum exit_code command_explain(struct run *run)
{
    struct cs_buf out = {0};
    if (run->request->argument_count == 0)
        add_table(run, &out, step_written(run));
    enum exit_code code = explain_words(run, &out);
    cs_buf_free(&out);
    return code;
}
