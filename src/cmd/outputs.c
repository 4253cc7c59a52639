/* Writing a sheet to all files that were asked for. */
#include "cmd/outputs.h"
#include "cmd/steps.h"
#include "cmd/writing/writing.h"

#include <string.h>

bool outputs_read(struct run *run, struct cs_emit_options *options)
{
    const struct request *request = run->request;
    int protect = option_word(run->job, run->environment, request, OPTION_PROTECT, 0);
    int height = option_word(run->job, run->environment, request, OPTION_ROW_HEIGHT, 0);
    if (protect < 0 || height < 0)
        return false;
    *options = (struct cs_emit_options){
        .csv_plain = request->value[OPTION_CSV_PLAIN] != NULL,
        .protect = (enum cs_protect)protect,
        .font = cs_text_of(request->value[OPTION_FONT]),
        .auto_height = height == 1,
        .temporary = cs_text_of(writing_temporary(run)),
        .created = run->environment->created,
        .ambiguous = run->environment->ambiguous,
    };
    return true;
}

/* Explains how to get the PDF that was asked for: from the workbook. */
static void refuse_pdf(struct run *run, cs_text output)
{
    struct cs_buf workbook = {0}, folder = {0};
    const char *slash = strrchr(output.bytes, '/');
    cs_buf_add(&workbook, (cs_text){output.bytes, output.size - strlen("pdf")});
    cs_buf_add(&workbook, CS_TEXT("xlsx"));
    if (slash) {
        cs_buf_add(&folder, CS_TEXT("--outdir '"));
        cs_buf_add(&folder, (cs_text){output.bytes, (size_t)(slash - output.bytes) + 1});
        cs_buf_add(&folder, CS_TEXT("' "));
    }
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_PDF, cs_buf_text(&workbook),
                cs_buf_text(&folder));
    cs_buf_free(&workbook);
    cs_buf_free(&folder);
}

static void refuse_ending(struct run *run, cs_text output)
{
    struct cs_buf formats = {0};
    option_add_words(&formats, OPTION_FORMAT, run->request->command);
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_SUFFIX, output, cs_buf_text(&formats));
    cs_buf_free(&formats);
}

const struct cs_emitter *outputs_format(struct run *run, const char *output)
{
    if (option_word(run->job, run->environment, run->request, OPTION_FORMAT, 0) < 0)
        return NULL;
    const char *format = run->request->value[OPTION_FORMAT], *dot = strrchr(output, '.');
    const struct cs_emitter *emitter = cs_emitter_find(cs_text_of(format ? format : dot ? dot + 1 : ""));
    if (emitter && option_has_format(emitter, run->request->command))
        return emitter;
    if (cs_text_ends(cs_text_of(output), CS_TEXT(".pdf")))
        refuse_pdf(run, cs_text_of(output));
    else
        refuse_ending(run, cs_text_of(output));
    return NULL;
}

bool outputs_check(struct run *run)
{
    struct request *request = run->request;
    if (request->output_count == 0 && request->value[OPTION_FORMAT])
        request->outputs[request->output_count++] = "-";
    if (request->output_count == 0) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NO_OUTPUT, (cs_text){0});
        return false;
    }
    for (int i = 0; i < request->output_count; i++) {
        const struct cs_emitter *emitter = outputs_format(run, request->outputs[i]);
        if (!emitter)
            return false;
        if (emitter->binary && strcmp(request->outputs[i], "-") == 0 && run->environment->out_is_terminal) {
            usage_error(run->environment, request->command, (cs_text){0}, SAY_TO_TERMINAL, emitter->name,
                        CS_TEXT("sheet"));
            return false;
        }
    }
    return true;
}

bool outputs_are_allowed(struct run *run)
{
    for (int i = 0; i < run->request->output_count; i++)
        if (strcmp(run->request->outputs[i], "-") != 0 && !writing_is_allowed(run, run->request->outputs[i], OVER_OWN))
            return false;
    return writing_are_apart(run, run->request->outputs, (size_t)run->request->output_count);
}

/* acme.xlsx  71 questions, unanswered 54  18.2 kB */
static void say_written(struct run *run, const char *output, const struct cs_sheet *sheet, size_t size,
                        enum outputs_news news)
{
    struct cs_buf count = {0}, bytes = {0}, unanswered = {0}, line = {0};
    uint64_t items = 0, open = 0;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        items += sheet->rows[i].kind == CS_ROW_ITEM;
        open += sheet->rows[i].kind == CS_ROW_ITEM && sheet->rows[i].state == CS_STATE_NONE;
    }
    cs_buf_print(&bytes, "%.1f kB", (double)size / 1000);
    say(&line, run->environment->language, open && news == NEWS_OF_OPEN ? SAY_WROTE_OPEN : SAY_WROTE,
        cs_text_of(output), step_number(&count, items), cs_buf_text(&bytes), step_number(&unanswered, open));
    writing_say(run, cs_buf_text(&line));
    cs_buf_free(&line);
    cs_buf_free(&count);
    cs_buf_free(&bytes);
    cs_buf_free(&unanswered);
}

enum exit_code outputs_write(struct run *run, const struct cs_sheet *sheet, const struct cs_emit_options *options,
                             const struct cs_emitter *emitter, const char *output, enum outputs_news news)
{
    struct cs_emit_options own = *options;
    struct cs_buf bytes = {0};
    const char *why;
    sigset_t before;
    if (emitter->binary && !writing_has_temporary(run))
        return EXIT_ERROR;
    own.gate = run->gate;
    output_hold(&before); /* a workbook is written to temporary files */
    bool done = cs_emit(run->job, sheet, emitter, &own, &bytes, &why);
    output_let_go(&before);
    if (!done)
        error(run->environment, SAY_CANNOT_RENDER, cs_text_of(output), cs_text_of(why));
    else if (strcmp(output, "-") == 0)
        writing_stdout(run, cs_buf_text(&bytes), emitter->for_terminal);
    else if ((done = writing_file(run, output, cs_buf_text(&bytes), OVER_OWN)))
        say_written(run, output, sheet, bytes.size, news);
    cs_buf_free(&bytes);
    return done ? EXIT_DONE : EXIT_ERROR;
}
