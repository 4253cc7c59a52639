/* Rules for the evidence of an answer: it has expired, its file has changed, or there is none. */
#include "checksheet/check.h"
#include "checksheet/evidence_state.h"
#include "base/job.h"
#include "base/messages_check.h"

static cs_text date_of(struct cs_job *job, struct cs_date date)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    cs_text copy = cs_buf_copy(&job->arena, &text);
    cs_buf_free(&text);
    return copy;
}

bool cs_check_evidence(struct cs_job *job, struct cs_digests *digests, const struct cs_catalog *catalog,
                       const struct cs_answer *answer, struct cs_date today)
{
    bool holds = true;
    cs_text item =
        answer->evidence_count ? cs_catalog_item_name(job, catalog, &catalog->items[answer->item]) : (cs_text){0};
    for (uint32_t i = 0; i < answer->evidence_count; i++) {
        const struct cs_evidence *evidence = &answer->evidence[i];
        struct cs_file_digest file;
        enum cs_evidence_state found = cs_evidence_look(job, digests, evidence, today, &file);
        holds = holds && found == CS_EVIDENCE_HOLDS;
        switch (found) {
        case CS_EVIDENCE_HOLDS:
            break;
        case CS_EVIDENCE_EXPIRED:
            cs_report(job, CS_MESSAGE_EVIDENCE_EXPIRED, evidence->span, item, cs_evidence_name(evidence),
                      date_of(job, evidence->valid_until));
            break;
        case CS_EVIDENCE_CHANGED:
            cs_report(job, CS_MESSAGE_EVIDENCE_CHANGED, evidence->span, item, cs_evidence_name(evidence), file.digest);
            break;
        case CS_EVIDENCE_LOST:
            cs_report(job, CS_MESSAGE_EVIDENCE_LOST, evidence->span, item, evidence->path, file.why);
            break;
        }
    }
    return holds;
}
