/* One open question after another.
 *
 *     profile, memory -> translation -> question, guide, proposals on the terminal -> a line -> set -> the file
 *
 * A line is a proposal's number, a key for a mark with the remark behind it, a word such as "s" that leads elsewhere, or the
 * answer as it would stand in the file. An empty one changes nothing. */
#include "cmd/answer/ask.h"
#include "cmd/answer/set.h"
#include "cmd/answer/talk.h"
#include "cmd/known/known.h"
#include "cmd/memory.h"
#include "cmd/writing/writing.h"
#include "scaffold/scaffold.h"
#include "derive/derive.h"
#include "wording/wording.h"

#include <stdlib.h>
#include <string.h>

/* The state of the dialogue. */
struct asking {
    struct run *run;
    const struct cs_profile *profile; /* as it was at the beginning */
    const struct cs_source *source;   /* the file in its present state */
    const struct cs_answers *answers;
    struct known known;
    const struct cs_translation *translation;
    struct cs_scaffold_base base;
    struct cs_date today;

    uint32_t *open; /* items to ask, in order; to be freed */
    uint32_t count, at;
    bool *answered; /* by index in open; to be freed */
    uint32_t given;

    const struct cs_source *before; /* the file before the last answer; NULL: nothing to undo */
    uint32_t undone_at;             /* index of that answer */
};

/* The effect of an input line. */
enum step { STEP_STAY, STEP_ON, STEP_BACK, STEP_END, STEP_FAIL };

static const struct cs_item *item_now(const struct asking *asking)
{
    return &asking->answers->catalog->items[asking->open[asking->at]];
}

static void say_line(struct asking *asking, enum say what, cs_text one, cs_text two)
{
    struct cs_buf line = {0};
    say(&line, step_language(asking->run), what, one, two);
    talk_write(asking->run, CS_TEXT("  "), cs_buf_text(&line));
    cs_buf_free(&line);
}

/* --- what may be answered ------------------------------------------------------------------------------------------ */

/* The keys for states. */
static const struct {
    char key;
    enum cs_state state;
} keys[] = {{'y', CS_STATE_OK}, {'p', CS_STATE_PART}, {'n', CS_STATE_NG},
            {'a', CS_STATE_NA}, {'l', CS_STATE_PLAN}, {'d', CS_STATE_NDA}};

/* The notation of a state for this question; empty if there is none. */
static cs_text sign_of(const struct asking *asking, enum cs_state state)
{
    return cs_catalog_sign(asking->answers->catalog, item_now(asking), state, asking->profile->language);
}

static cs_text label_of(const struct asking *asking, enum cs_state state)
{
    const struct cs_mark *mark = cs_catalog_mark(asking->answers->catalog, state);
    cs_text label = mark ? cs_words_in(&mark->label, step_language(asking->run)) : (cs_text){0};
    return label.size ? label : cs_state_label(state, step_language(asking->run));
}

/* Adds the kind with an example, which a text does not need. */
static void add_kind(struct cs_buf *line, enum cs_kind kind, enum cs_language language)
{
    if (kind == CS_KIND_TEXT)
        cs_buf_add(line, cs_kind_label(kind, language));
    else
        say(line, language, SAY_ANSWER_VALUE, cs_kind_label(kind, language), cs_kind_example(kind, language));
}

static void show_keys(struct asking *asking)
{
    struct cs_buf line = {0};
    const struct cs_item *item = item_now(asking);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        cs_text sign = sign_of(asking, keys[i].state), label = label_of(asking, keys[i].state);
        if (sign.size == 0)
            continue;
        cs_buf_print(&line, "%s%c ", line.size ? "   " : "", keys[i].key);
        cs_buf_add(&line, sign);
        if (cs_text_length(sign) == 1) { /* a form's own word is self-explanatory */
            cs_buf_add_byte(&line, ' ');
            cs_buf_add(&line, label);
        }
    }
    for (uint32_t i = 0; i < item->choice_count; i++) {
        cs_text label = cs_words_in(&item->choices[i].label, step_language(asking->run));
        cs_buf_separate(&line, CS_TEXT("   "));
        cs_buf_add(&line, item->choices[i].id);
        cs_buf_add_byte(&line, ' ');
        cs_buf_add(&line, label);
    }
    if (line.size == 0)
        add_kind(&line, item->kind, step_language(asking->run));
    talk_write(asking->run, CS_TEXT("  "), cs_buf_text(&line));
    cs_buf_free(&line);
}

/* --- a question ----------------------------------------------------------------------------------------------------- */

/* The candidate with a number; NULL if there is none. Those known to be the answer come first, unless it is the
 * present one. */
static const struct cs_candidate *proposal(const struct asking *asking, uint32_t number)
{
    const struct cs_translated *translated = &asking->translation->by_item[asking->open[asking->at]];
    const struct cs_candidate *from = translated->from;
    bool is_own = from && from->via == CS_VIA_ITEM && from->profile == asking->known.first;
    uint32_t first = from && !is_own ? 1 : 0;
    if (first && number == 1)
        return translated->from;
    return number > first && number <= first + translated->proposal_count ? &translated->proposals[number - 1 - first]
                                                                          : NULL;
}

static void show_proposals(struct asking *asking)
{
    const struct cs_candidate *candidate;
    for (uint32_t number = 1; (candidate = proposal(asking, number)); number++) {
        char lead[16] = {' ', ' ', (char)('0' + number), ')', ' ', 0};
        talk_write(asking->run, cs_text_of(lead),
                   cs_candidate_lines(asking->run->job, asking->known.thesaurus, candidate));
    }
}

/* [3/16] METI 6-8 (required)  heading */
static void show_head(struct asking *asking)
{
    struct cs_buf line = {0};
    const struct cs_catalog *catalog = asking->answers->catalog;
    const struct cs_item *item = item_now(asking);
    enum cs_language language = step_language(asking->run);
    cs_text flag = cs_flag_text(item->flag, language);
    cs_buf_print(&line, "[%u/%u] ", (unsigned)asking->at + 1, (unsigned)asking->count);
    cs_buf_add(&line, item->id);
    if (flag.size) {
        cs_buf_add(&line, CS_TEXT(" ["));
        cs_buf_add(&line, flag);
        cs_buf_add(&line, CS_TEXT("]"));
    }
    if (item->section != CS_NO_SECTION) {
        cs_buf_add(&line, CS_TEXT("  "));
        cs_buf_add(&line, cs_words_in(&catalog->sections[item->section].title, language));
    }
    if (item->group) {
        cs_buf_add(&line, CS_TEXT("  "));
        cs_buf_add(&line, cs_words_in(item->group, language));
    }
    talk_write(asking->run, (cs_text){0}, CS_TEXT(""));
    talk_write(asking->run, (cs_text){0}, cs_buf_text(&line));
    cs_buf_free(&line);
}

/* The present answer in the file; empty if there is none. */
static cs_text answer_now(struct asking *asking)
{
    struct run *run = asking->run;
    uint32_t item = asking->open[asking->at];
    bool has_answer = asking->answered[asking->at] || asking->answers->by_item[item].state != CS_STATE_NONE;
    const struct cs_profile *now = has_answer ? cs_load_profile(run->job, asking->source, &run->catalogs) : NULL;
    const struct cs_answers *answers = now ? cs_profile_answers(now, asking->answers->catalog->id) : NULL;
    return answers ? cs_answer_in_full(run->job, answers->catalog, &answers->catalog->items[item],
                                       &answers->by_item[item], now->language)
                   : (cs_text){0};
}

static void show_question(struct asking *asking)
{
    const struct cs_item *item = item_now(asking);
    enum cs_language language = step_language(asking->run);
    show_head(asking);
    talk_write(asking->run, CS_TEXT("  "), cs_words_in(item->ask, language));
    if (item->guide && cs_words_in(item->guide, language).size)
        say_line(asking, SAY_ANSWER_GUIDE, cs_words_in(item->guide, language), (cs_text){0});
    cs_text answer = answer_now(asking);
    if (answer.size) {
        say_line(asking, SAY_ANSWER_GIVEN, (cs_text){0}, (cs_text){0});
        talk_write(asking->run, CS_TEXT("     "), answer);
    }
    show_proposals(asking);
    show_keys(asking);
}

/* --- setting it ----------------------------------------------------------------------------------------------------- */

/* Writes an answer; STEP_STAY, after reporting why, if the file would have an error with it. */
static enum step put(struct asking *asking, const struct set_value *value)
{
    struct run *run = asking->run;
    const struct cs_catalog *catalog = asking->answers->catalog;
    struct answering answering = {.run = run, .source = asking->source, .language = asking->profile->language};
    cs_text name = cs_catalog_item_name(run->job, catalog, item_now(asking));
    const struct cs_profile *now = cs_load_profile(run->job, asking->source, &run->catalogs);
    if (!now || !set_find(&answering, now, name))
        return STEP_FAIL;
    enum exit_code code = set_answer(&answering, value, asking->today);
    if (code != EXIT_DONE)
        return code == EXIT_FOUND ? STEP_STAY : STEP_FAIL;
    if (!cs_text_equal(answering.source->bytes, asking->source->bytes) &&
        !writing_edit(run, asking->source, answering.source->bytes))
        return STEP_FAIL;
    asking->before = asking->source;
    asking->undone_at = asking->at;
    asking->source = answering.source;
    asking->given += !asking->answered[asking->at];
    asking->answered[asking->at] = true;
    return STEP_ON;
}

static enum step put_text(struct asking *asking, cs_text text)
{
    return put(asking, &(struct set_value){.text = cs_job_copy(asking->run->job, cs_text_trim(text))});
}

/* Accepts a proposal: a person declares that its answer applies to this question. */
static enum step accept(struct asking *asking, const struct cs_candidate *candidate)
{
    struct cs_scaffold_item item = {0};
    if (!candidate->answer) {
        say_line(asking, SAY_ANSWER_NO_ANSWER, (cs_text){0}, (cs_text){0});
        return STEP_STAY;
    }
    if (!cs_scaffold_carry(asking->run->job, &asking->base, candidate, &item) || item.is_inherited)
        return put_text(asking, cs_candidate_answer(asking->run->job, candidate));
    return put(asking, &(struct set_value){.lines = item.lines, .indent = CS_SCAFFOLD_INDENT});
}

/* True for a sign that needs a remark. */
static bool needs_remark(const struct asking *asking, cs_text sign)
{
    const struct cs_catalog *catalog = asking->answers->catalog;
    for (uint32_t i = 0; item_now(asking)->kind == CS_KIND_MARK && i < catalog->mark_count; i++)
        if (cs_text_equal(catalog->marks[i].sign, sign))
            return catalog->marks[i].remark_required;
    return false;
}

/* Writes mark and remark as one text. */
static enum step put_marked(struct asking *asking, cs_text sign, cs_text remark)
{
    struct cs_buf text = {0};
    if (remark.size == 0 && needs_remark(asking, sign)) {
        say_line(asking, SAY_ANSWER_NEEDS_REMARK, sign, (cs_text){0});
        return STEP_STAY;
    }
    cs_buf_add(&text, sign);
    cs_buf_add_byte(&text, ' ');
    cs_buf_add(&text, remark);
    enum step step = put_text(asking, cs_buf_text(&text));
    cs_buf_free(&text);
    return step;
}

/* Asks for the remark after a key alone: on a line, or in the editor. */
static enum step ask_remark(struct asking *asking, cs_text sign)
{
    struct cs_buf line = {0}, prompt = {0};
    enum step step = STEP_END;
    say(&prompt, step_language(asking->run), needs_remark(asking, sign) ? SAY_ANSWER_REMARK_NEEDED : SAY_ANSWER_REMARK,
        sign);
    talk_prompt(asking->run, cs_buf_text(&prompt));
    if (talk_read(asking->run, &line)) {
        cs_text said = cs_text_trim(cs_buf_text(&line));
        bool edits = cs_text_equal(said, CS_TEXT("e"));
        step = edits && !talk_edit(asking->run, (cs_text){0}, &line)
                   ? STEP_STAY
                   : put_marked(asking, sign, cs_text_trim(cs_buf_text(&line)));
    }
    cs_buf_free(&line);
    cs_buf_free(&prompt);
    return step;
}

/* Edits the answer of a proposal, or an empty one. */
static enum step edit_answer(struct asking *asking, cs_text rest)
{
    struct cs_buf text = {0};
    cs_text number = cs_text_trim(rest);
    const struct cs_candidate *candidate =
        number.size == 1 && number.bytes[0] >= '1' ? proposal(asking, (uint32_t)(number.bytes[0] - '0')) : NULL;
    cs_text draft = candidate && candidate->answer ? cs_candidate_answer(asking->run->job, candidate) : (cs_text){0};
    enum step step = STEP_STAY;
    if (talk_edit(asking->run, draft, &text) && cs_text_trim(cs_buf_text(&text)).size)
        step = put_text(asking, cs_buf_text(&text));
    cs_buf_free(&text);
    return step;
}

/* Undoes the last answer; once. */
static enum step undo(struct asking *asking)
{
    if (!asking->before) {
        say_line(asking, SAY_ANSWER_NO_UNDO, (cs_text){0}, (cs_text){0});
        return STEP_STAY;
    }
    if (!writing_edit(asking->run, asking->source, asking->before->bytes))
        return STEP_FAIL;
    asking->source = asking->before;
    asking->before = NULL;
    asking->at = asking->undone_at;
    asking->given -= asking->answered[asking->at];
    asking->answered[asking->at] = false;
    say_line(asking, SAY_ANSWER_UNDONE, item_now(asking)->id, (cs_text){0});
    show_question(asking);
    return STEP_STAY;
}

/* --- a line --------------------------------------------------------------------------------------------------------- */

/* The sign of the state whose key begins the line, alone or followed by a blank; else empty. */
static cs_text sign_of_key(const struct asking *asking, cs_text line)
{
    if (line.size > 1 && line.bytes[1] != ' ' && line.bytes[1] != '\n')
        return (cs_text){0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].key == line.bytes[0])
            return sign_of(asking, keys[i].state);
    return (cs_text){0};
}

/* Follows a one-letter command. False if the line is none. */
static bool follow_word(struct asking *asking, cs_text line, enum step *step)
{
    bool is_edit = line.bytes[0] == 'e' && (line.size == 1 || (line.bytes[1] == ' ' && line.size == 3));
    if (line.size != 1 && !is_edit)
        return false;
    switch (line.bytes[0]) {
    case 's':
        *step = STEP_ON;
        return true;
    case 'b':
        *step = STEP_BACK;
        return true;
    case 'q':
        *step = STEP_END;
        return true;
    case 'u':
        *step = undo(asking);
        return true;
    case 'e':
        *step = edit_answer(asking, cs_text_skip(line, 1));
        return true;
    case '?':
        show_question(asking);
        *step = STEP_STAY;
        return true;
    default:
        return false;
    }
}

/* True for a number as if of a proposal, where there are some but not so many, and a text is asked for. */
static bool is_beyond_proposals(const struct asking *asking, cs_text line)
{
    return line.size == 1 && line.bytes[0] >= '1' && line.bytes[0] <= '9' && item_now(asking)->kind == CS_KIND_TEXT &&
           proposal(asking, 1);
}

static enum step follow_line(struct asking *asking, cs_text typed)
{
    cs_text line = cs_text_trim(typed);
    enum step step;
    if (line.size == 0) {
        say_line(asking, SAY_ANSWER_NOTHING, (cs_text){0}, (cs_text){0});
        return STEP_STAY;
    }
    if (typed.bytes[0] == ' ')
        return put_text(asking, line); /* as typed, whatever it looks like */
    const struct cs_candidate *candidate = line.size == 1 && line.bytes[0] >= '1' && line.bytes[0] <= '9'
                                               ? proposal(asking, (uint32_t)(line.bytes[0] - '0'))
                                               : NULL;
    if (candidate)
        return accept(asking, candidate);
    if (is_beyond_proposals(asking, line)) {
        say_line(asking, SAY_ANSWER_NO_PROPOSAL, line, (cs_text){0});
        return STEP_STAY;
    }
    cs_text sign = sign_of_key(asking, line);
    if (sign.size)
        return line.size > 1 ? put_marked(asking, sign, cs_text_trim(cs_text_skip(line, 1))) : ask_remark(asking, sign);
    return follow_word(asking, line, &step) ? step : put_text(asking, line);
}

/* --- the whole ------------------------------------------------------------------------------------------------------ */

/* Collects the open questions, beginning at a given one, even if it is answered. */
static void find_open(struct asking *asking, bool only_required, const struct cs_item *named)
{
    const struct cs_catalog *catalog = asking->answers->catalog;
    asking->open = memory_zeroed(catalog->item_count, sizeof *asking->open);
    asking->answered = memory_zeroed(catalog->item_count, sizeof *asking->answered);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_answer *answer = &asking->answers->by_item[i];
        bool is_open = answer->state == CS_STATE_NONE && !answer->broken && !answer->part_count;
        bool is_asked = is_open && cs_answers_ask(asking->answers, &catalog->items[i]) &&
                        (!only_required || catalog->items[i].flag == CS_FLAG_REQUIRED);
        if (&catalog->items[i] == named)
            asking->at = asking->count;
        if (is_asked || &catalog->items[i] == named)
            asking->open[asking->count++] = i;
    }
}

/* Asks until the last question, the end of the input, or q. False if the file could not be written. */
static bool ask(struct asking *asking)
{
    struct cs_buf line = {0}, prompt = {0};
    enum step step = STEP_ON;
    say(&prompt, step_language(asking->run), SAY_ANSWER_PROMPT, (cs_text){0});
    while (asking->at < asking->count && step != STEP_END && step != STEP_FAIL) {
        if (step != STEP_STAY)
            show_question(asking);
        talk_prompt(asking->run, cs_buf_text(&prompt));
        step = talk_read(asking->run, &line) ? follow_line(asking, cs_buf_text(&line)) : STEP_END;
        if (step == STEP_ON)
            asking->at++;
        else if (step == STEP_BACK && asking->at > 0)
            asking->at--;
    }
    cs_buf_free(&line);
    cs_buf_free(&prompt);
    return step != STEP_FAIL;
}

static void say_end(struct asking *asking)
{
    struct run *run = asking->run;
    struct cs_buf numbers[2] = {{0}}, next = {0};
    uint32_t left = asking->count - asking->given;
    talk_prompt(run, CS_TEXT("\n"));
    info(run->environment, run->request, SAY_ANSWER_END, asking->profile->source->path,
         step_number(&numbers[0], asking->given), step_number(&numbers[1], left));
    files_add_command(run, left ? "answer" : "validate", files_short(asking->profile->source->path), &next);
    if (left)
        files_add_profiles(run, asking->profile->extends, &next);
    info(run->environment, run->request, SAY_NEW_NEXT, cs_buf_text(&next));
    cs_buf_free(&next);
    for (int i = 0; i < 2; i++)
        cs_buf_free(&numbers[i]);
}

enum exit_code ask_all(struct run *run, const struct cs_profile *profile, struct cs_date today, bool only_required,
                       const struct cs_item *named)
{
    enum exit_code code = EXIT_ERROR;
    struct asking asking = {
        .run = run, .profile = profile, .source = profile->source, .answers = &profile->sheets[0], .today = today};
    asking.base = (struct cs_scaffold_base){asking.answers->catalog, profile, profile->language};
    if (known_open(run, &asking.known, profile, &code)) {
        find_open(&asking, only_required, named);
        bool *wanted = memory_zeroed(asking.answers->catalog->item_count, sizeof *wanted);
        for (uint32_t i = 0; i < asking.count; i++)
            wanted[asking.open[i]] = true;
        asking.translation = known_translate(run, &asking.known, asking.answers->catalog, wanted, CS_MOST_PROPOSALS);
        free(wanted);
        code = EXIT_DONE;
        if (asking.count == 0)
            info(run->environment, run->request, SAY_ANSWER_ALL, profile->source->path);
        else {
            code = ask(&asking) ? EXIT_DONE : EXIT_ERROR;
            say_end(&asking);
        }
    }
    free(asking.open);
    free(asking.answered);
    known_free(&asking.known);
    return code;
}
