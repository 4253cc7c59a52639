/* The language of what new writes. */
#include "cmd/new/new.h"
#include "base/base.h"

void new_speak(struct run *run, enum cs_language language)
{
    if (!run->request->value[OPTION_LANG])
        cs_job_speak(run->job, language);
}
