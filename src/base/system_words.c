/* Reasons of system errors in words of our own, which are the same in every locale. */
#include "base/base.h"
#include "base/job.h"

#include <errno.h>
#include <string.h>

static const struct {
    int reason;
    cs_text words[CS_LANGUAGES];
} known[] = {
#define CS_SYSTEM(reason, ja, en) {reason, {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "base/system_words.def"
#undef CS_SYSTEM
};

cs_text cs_system_error(enum cs_language language, int reason)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].reason == reason)
            return known[i].words[language];
    return language == CS_JA ? CS_TEXT("システムの誤りです") : CS_TEXT("System error");
}

cs_text cs_system_words(struct cs_job *job, int reason)
{
    return cs_system_error(job->messages, reason);
}
