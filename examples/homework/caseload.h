/* SPDX-License-Identifier: MIT */
/* The verb caseload: which plans, and what is asked about them. */
#ifndef HOMEWORK_CLI_CASELOAD_H
#define HOMEWORK_CLI_CASELOAD_H

#include "verbs.h"

/* Paths of plans, sorted. */
typedef struct cli_folder {
    char **paths;
    size_t count, room;
} cli_folder;

/* The plans of a folder; with `inner` those of the folders in it, too. On failure says why. */
int cli_list_plans(cli_folder *list, const char *folder, bool inner);
void cli_free_plans(cli_folder *list);

/* What is asked. */
typedef struct cli_overview {
    const cli_arguments *arguments;
    hw_caseload *caseload;
    cli_folder files;
    hw_metric metrics[HW_METRIC_COUNT];
    size_t metric_count;
    hw_subject subject;
    struct cli_page *pages; /* what is printed of each, while it is collected */
    size_t shown;           /* of the bar */
} cli_overview;

/* Makes the caseload that the arguments ask for; on failure says why. */
int cli_prepare_caseload(cli_overview *view);

int cli_no_memory(void); /* says so */

#endif
