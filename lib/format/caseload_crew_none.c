/* SPDX-License-Identifier: MIT */
/* A build without threads: every caseload is gone through on the caller's. */
#include "format/caseload.h"

hw_status hw__caseload_crew(const hw__caseload_run *run, size_t threads)
{
    (void)threads;
    return hw__caseload_alone(run);
}

size_t hw__processor_count(void)
{
    return 1;
}
