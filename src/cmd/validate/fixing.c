/* validate --fix: see fixing.h. */
#include "cmd/validate/fixing.h"
#include "cmd/input.h"
#include "cmd/steps.h"
#include "cmd/writing/writing.h"

#include <string.h>

bool fixing_read(struct run *run)
{
    const struct request *request = run->request;
    const char *format = request->value[OPTION_FORMAT];
    bool is_dry = request->value[OPTION_DRY_RUN] != NULL;
    if (is_dry && !request->value[OPTION_FIX])
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NEEDS_FIX, (cs_text){0});
    else if (is_dry && format && strcmp(format, "text") != 0 && !request->value[OPTION_OUTPUT])
        usage_error(run->environment, request->command, (cs_text){0}, SAY_DIFF_IS_TEXT, cs_text_of(format));
    else {
        for (int i = 0; i < request->argument_count && request->value[OPTION_FIX]; i++)
            if (strcmp(request->arguments[i], "-") == 0) {
                usage_error(run->environment, request->command, (cs_text){0}, SAY_NOT_A_FILE, CS_TEXT("-"));
                return false;
            }
        return true;
    }
    return false;
}

bool fixing_file(struct run *run, const struct cs_source **source, cs_look *look, void *context, uint32_t *count)
{
    const struct cs_source *before = *source, *after = cs_mend(run->job, before, look, context, count);
    if (after == before)
        return true;
    if (!run->request->value[OPTION_DRY_RUN] && !writing_edit(run, before, after->bytes)) {
        *count = 0;
        return false;
    }
    *source = after;
    if (!run->request->value[OPTION_DRY_RUN])
        return true;
    struct cs_buf lines = {0};
    cs_add_mended_lines(before, after, run->environment->color_out, &lines);
    if (run->environment->color_out)
        output_text(cs_buf_text(&lines)); /* what steers in it are our colours */
    else
        output_content(run->environment, cs_buf_text(&lines));
    cs_buf_free(&lines);
    return true;
}

uint32_t fixing_left(struct run *run, const struct cs_source *source)
{
    uint32_t found, left = 0;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &found);
    for (uint32_t i = 0; i < found; i++)
        left += findings[i].severity != CS_NOTE && !findings[i].whole_file;
    return left;
}

void fixing_report(struct run *run, const char *path, uint32_t count, uint32_t left)
{
    struct cs_buf mended = {0}, open = {0};
    if (count || left)
        info(run->environment, run->request, run->request->value[OPTION_DRY_RUN] ? SAY_WOULD_MEND : SAY_MENDED,
             cs_text_of(path), step_number(&mended, count), step_number(&open, left));
    cs_buf_free(&mended);
    cs_buf_free(&open);
}

void fixing_offer(struct run *run, const struct cs_source *source, struct cs_buf *out)
{
    const char *format = run->request->value[OPTION_FORMAT];
    if (format && strcmp(format, "text") != 0)
        return;
    struct cs_buf number = {0}, next = {0};
    struct cs_cures cures = cs_cures_of(run->job, source);
    bool is_stdin = input_is_stdin(run, source);
    if (cures.worse_than_notes && !is_stdin && !run->request->value[OPTION_FIX]) {
        files_add_command(run, "validate --fix", files_short(source->path), &next);
        say(out, step_language(run), SAY_MAY_MEND, step_number(&number, cures.count), cs_buf_text(&next));
        cs_buf_add_byte(out, '\n');
    }
    cs_buf_free(&number);
    cs_buf_free(&next);
}
