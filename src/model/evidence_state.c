/* The state of evidence, determined offline: of files by their digest, of all evidence by its date. */
#include "checksheet/evidence_state.h"
#include "base/digest.h"
#include "base/job.h"
#include "base/names.h"

#include <errno.h>

/* The path relative to the working directory; it is given relative to the file that names it. */
static cs_text resolve(struct cs_job *job, const struct cs_evidence *evidence)
{
    cs_text from = evidence->span.source ? evidence->span.source->path : (cs_text){0};
    struct cs_buf path = {0};
    size_t end = from.size;
    while (end > 0 && from.bytes[end - 1] != '/')
        end--;
    if (!cs_text_starts(evidence->path, CS_TEXT("/")))
        cs_buf_add(&path, (cs_text){from.bytes, end});
    cs_buf_add(&path, evidence->path);
    cs_buf_add_byte(&path, '\0');
    cs_text copy = cs_buf_copy(&job->arena, &path);
    cs_buf_free(&path);
    return (cs_text){copy.bytes, copy.size - 1};
}

static const struct cs_file_digest *digest_of(struct cs_job *job, struct cs_digests *digests, cs_text path)
{
    if (!digests->paths)
        digests->paths = cs_alloc(&job->arena, sizeof *digests->paths);
    uint32_t known = digests->paths->count, name = cs_names_add(&job->arena, digests->paths, path);
    if (name < known)
        return &digests->at[name];
    digests->at = cs_grow(&job->arena, digests->at, name, &digests->room, sizeof *digests->at);
    struct cs_file_digest *file = &digests->at[name];
    file->digest = cs_digest_file(&job->arena, path.bytes);
    file->why = file->digest.size ? (cs_text){0} : cs_system_words(job, errno);
    return file;
}

cs_text cs_evidence_name(const struct cs_evidence *evidence)
{
    return evidence->title.size ? evidence->title : evidence->address.size ? evidence->address : evidence->path;
}

enum cs_evidence_state cs_evidence_look(struct cs_job *job, struct cs_digests *digests,
                                        const struct cs_evidence *evidence, struct cs_date today,
                                        struct cs_file_digest *file)
{
    *file = (struct cs_file_digest){0};
    if (evidence->path.size) {
        *file = *digest_of(job, digests, resolve(job, evidence));
        if (file->why.size)
            return CS_EVIDENCE_LOST;
        if (evidence->sha256.size && !cs_text_equal(file->digest, evidence->sha256))
            return CS_EVIDENCE_CHANGED;
    }
    bool expired = today.year && evidence->valid_until.year && cs_date_compare(evidence->valid_until, today) < 0;
    return expired ? CS_EVIDENCE_EXPIRED : CS_EVIDENCE_HOLDS;
}
