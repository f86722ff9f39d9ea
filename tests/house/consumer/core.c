/* SPDX-License-Identifier: MIT */
/* What the library does without libxml2 and libical. */
#include <stdio.h>

#include <homework.h>

int main(void)
{
    hw_error err;
    hw_zones *zones = hw_zones_new(NULL, &err);
    hw_local local = {{2026, 3, 29}, 2 * 3600 + 30 * 60};
    hw_moment moment;
    hw_fold fold;
    if (!zones || hw_zones_resolve(zones, "Europe/Paris", local, &moment, &fold, &err) != HW_OK) {
        fprintf(stderr, "%s\n", err.message);
        hw_zones_unref(zones);
        return 1;
    }
    hw_zones_unref(zones);
    if (fold != HW_FOLD_GAP) {
        return 2;
    }
    printf("homework %s\n", hw_version_text());
    return 0;
}
