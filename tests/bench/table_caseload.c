/* SPDX-License-Identifier: MIT */
/* The table of a caseload by a program in C: table_caseload COUNT FILE...
 * The files are gone through again and again until there are COUNT plans. Prints how many rows there are and how long it took, by
 * the clock of the process: `fact rows N`, `time table NANOSECONDS`. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "homework.h"

static long long now(void)
{
    struct timespec moment;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &moment);
    return moment.tv_sec * 1000000000LL + moment.tv_nsec;
}

int main(int count, char **arguments)
{
    hw_error error = {.status = HW_OK};
    long plans = count > 2 ? strtol(arguments[1], NULL, 10) : 0;
    hw_caseload *caseload = hw_caseload_new(1798761600, &error); /* 2027-01-01 */
    bool good = caseload && plans > 0;
    long long begin = now();
    for (long i = 0; good && i < plans; i++) {
        good = hw_caseload_add_path(caseload, arguments[2 + i % (count - 2)], &error) == HW_OK;
    }
    good = good && hw_caseload_set_days(caseload, 3650, &error) == HW_OK;
    hw_table *table = good ? hw_caseload_table(caseload, NULL, NULL, &error) : NULL;
    long long end = now();
    if (table) {
        printf("fact rows %zu\ntime table %lld\n", hw_table_row_count(table), end - begin);
    } else {
        fprintf(stderr, "table_caseload: %s\n", error.message);
    }
    hw_table_free(table);
    hw_caseload_free(caseload);
    return table ? 0 : 1;
}
