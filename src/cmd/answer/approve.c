/* checksheet answer FILE NUMBER... --approve --by NAME: writes approvals of the present answers into a profile.
 * Everything else in the file stays byte for byte, except that a short answer is changed to the long form. */
#include "cmd/answer/approve.h"
#include "cmd/files.h"
#include "cmd/findings.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"
#include "cmd/steps.h"
#include "cmd/writing/writing.h"
#include "scaffold/scaffold.h"

#include <stdlib.h>

struct approval {
    struct run *run;
    const struct cs_source *source;
    const struct cs_profile *profile;
    struct cs_date on;
};

/* --- finding them ------------------------------------------------------------------------------------------------ */

/* The answer with a number, of the main catalog or with the catalog in front. False, and reported, if this file does
 * not have it. */
static bool find_answer(const struct approval *approval, cs_text number, struct cs_to_approve *found)
{
    struct run *run = approval->run;
    cs_text catalog_id = approval->profile->sheets[0].catalog->id, id;
    cs_split_number(number, &catalog_id, &id);
    const struct cs_answers *sheet = cs_profile_answers(approval->profile, catalog_id);
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    if (item == CS_NO_ITEM) {
        usage_error(run->environment, run->request->command,
                    sheet ? cs_catalog_guess(run->job, sheet->catalog, id) : (cs_text){0}, SAY_NO_ITEM, catalog_id, id);
        return false;
    }
    *found = (struct cs_to_approve){sheet->catalog, &sheet->by_item[item]};
    bool is_here = found->answer->key.source == approval->source;
    if (is_here && (found->answer->state != CS_STATE_NONE || found->answer->part_count))
        return true;
    error(run->environment, SAY_NOTHING_TO_APPROVE, approval->source->path, number);
    return false;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

/* Reads the result again: each answer is unchanged and approved. */
static bool is_as_meant(struct approval *approval, cs_text bytes, const struct cs_to_approve *all, int count)
{
    struct run *run = approval->run;
    const struct cs_source *made = cs_source_add(run->job, approval->source->path, bytes);
    struct cs_catalogs catalogs = shelf_catalogs(run);
    const struct cs_profile *profile = cs_load_profile(run->job, made, &catalogs);
    for (int i = 0; i < count && profile; i++) {
        const struct cs_answers *sheet = cs_profile_answers(profile, all[i].catalog->id);
        if (!sheet || !cs_answer_is_approved(run->job, sheet->catalog, &sheet->by_item[all[i].answer->item]))
            return false;
    }
    return profile != NULL;
}

static enum exit_code approve_all(struct approval *approval, struct cs_to_approve *all)
{
    struct run *run = approval->run;
    int count = run->request->argument_count - 1;
    cs_text bytes;
    for (int i = 0; i < count; i++)
        if (!find_answer(approval, cs_text_of(step_argument(run, i + 1)), &all[i]))
            return EXIT_USAGE;
    cs_text by = cs_text_of(run->request->value[OPTION_BY]);
    if (!cs_approve(run->job, approval->profile, all, (uint32_t)count, by, approval->on, &bytes) ||
        !is_as_meant(approval, bytes, all, count)) {
        error(run->environment, SAY_NOT_EDITED, approval->source->path);
        return EXIT_ERROR;
    }
    if (!writing_edit(run, approval->source, bytes))
        return EXIT_ERROR;
    struct cs_buf number = {0};
    info(run->environment, run->request, SAY_APPROVED, approval->source->path, step_number(&number, (uint32_t)count));
    cs_buf_free(&number);
    return EXIT_DONE;
}

enum exit_code approve_answers(struct run *run)
{
    const struct request *request = run->request;
    enum exit_code code = EXIT_ERROR;
    const struct cs_answers *answers;
    struct cs_status_options dates;
    if (request->argument_count < 2 || !request->value[OPTION_APPROVE] || !request->value[OPTION_BY]) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_TOO_FEW,
                    CS_TEXT("FILE NUMBER --approve --by NAME"));
        return EXIT_USAGE;
    }
    if (!step_read_dates(run, &dates))
        return EXIT_USAGE;
    struct approval approval = {.run = run, .on = dates.today};
    approval.source = files_open_profile(run, step_argument(run, 0));
    approval.profile = approval.source ? step_load_source(run, approval.source, TO_USE, &answers, &code) : NULL;
    if (!approval.profile)
        return code;
    struct cs_to_approve *all = memory_zeroed((size_t)request->argument_count, sizeof *all);
    code = approve_all(&approval, all);
    free(all);
    return code;
}
