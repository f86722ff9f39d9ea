/* SPDX-License-Identifier: MIT */
/* A program of somebody else: headers, library and run-time version agree, and a call works. The readers are
 * called too, so that a static link needs what they need. */
#include <stdio.h>

#include <homework.h>

int main(void)
{
    hw_error err;
    hw_date date = {0, 0, 0};
    if (hw_version() != HW_VERSION_MAJOR * 10000 + HW_VERSION_MINOR * 100 + HW_VERSION_PATCH) {
        return 1;
    }
    if (hw_date_parse("2025-03-03", &date, &err) != HW_OK || hw_date_weekday(date) != HW_MONDAY) {
        return 2;
    }
    static const char nonsense[] = "<plan";
    if (hw_plan_from_xml(nonsense, sizeof nonsense - 1, NULL, NULL, &err) || err.status != HW_ERR_INVALID) {
        return 3;
    }
    if (hw_plan_read_calendar(NULL, nonsense, sizeof nonsense - 1, 0, NULL, &err) ||
        err.status != HW_ERR_ARGUMENT) {
        return 4;
    }
    printf("homework %s\n", hw_version_text());
    return 0;
}
