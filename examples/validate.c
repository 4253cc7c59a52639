/* Checks a profile with libchecksheet and prints what is wrong, a line a finding.
 *
 *     cc validate.c $(pkg-config --cflags --libs checksheet) -o validate
 *     ./validate profile.yaml */
#include <checksheet.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    struct cs_job *job = cs_job_new(&(struct cs_job_options){.language = CS_EN});
    if (!job)
        return 3;

    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    const struct cs_source *source = cs_source_read(job, argv[1]);
    const struct cs_profile *profile = source ? cs_load_profile(job, source, &catalogs) : NULL;
    if (profile)
        cs_check_profile(job, profile, NULL, &(struct cs_check_options){.max_age = 0});

    struct cs_buf report = {0};
    cs_report_write(job, NULL, &(struct cs_report_options){.brief = true}, &report);
    if (report.size)
        fwrite(report.bytes, 1, report.size, stdout);
    bool failed = cs_finding_count(job, CS_ERROR) > 0;

    cs_buf_free(&report);
    cs_job_free(job);
    return failed;
}
