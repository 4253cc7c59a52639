/* Evidence that no longer proves anything. */
#include "checksheet/check.h"
#include "checksheet/standing.h"
#include "base/job.h"
#include "base/report.h"

static cs_text name_of(const struct cs_evidence *proof)
{
    return proof->title.size ? proof->title : proof->address.size ? proof->address : proof->path;
}

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
        const struct cs_evidence *proof = &answer->evidence[i];
        struct cs_file_digest file;
        enum cs_proof found = cs_proof_look(job, digests, proof, today, &file);
        holds = holds && found == CS_PROOF_HOLDS;
        switch (found) {
        case CS_PROOF_HOLDS:
            break;
        case CS_PROOF_EXPIRED:
            cs_report(job, CS_MESSAGE_EVIDENCE_EXPIRED, proof->span, item, name_of(proof),
                      date_of(job, proof->valid_until));
            break;
        case CS_PROOF_CHANGED:
            cs_report(job, CS_MESSAGE_EVIDENCE_CHANGED, proof->span, item, name_of(proof), file.digest);
            break;
        case CS_PROOF_LOST:
            cs_report(job, CS_MESSAGE_EVIDENCE_LOST, proof->span, item, proof->path, file.why);
            break;
        }
    }
    return holds;
}
