/* SPDX-License-Identifier: MIT */
/* TZif bytes from anywhere: read or refused, and what is read answers every question in range. */
#include "fuzz.h"
#include "homework/zones.h"

typedef struct input {
    const uint8_t *data;
    size_t size;
} input;

static size_t give(void *user, const char *name, const unsigned char **bytes)
{
    const input *from = user;
    (void)name;
    *bytes = from->data;
    return from->size;
}

static void ask(const hw_zones *zones, hw_local local)
{
    hw_error err;
    hw_moment due, shown;
    hw_fold fold;
    if (hw_zones_resolve(zones, "Test/Zone", local, &due, &fold, &err) != HW_OK) {
        return;
    }
    if (hw_zones_show(zones, "Test/Zone", due.instant, &shown, &err) == HW_OK && fold == HW_FOLD_NONE) {
        MUST(shown.instant == due.instant);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input from = {data, size};
    hw_zones *zones = hw_zones_from_reader(give, &from, NULL);
    MUST(zones);
    bool readable = hw_zones_has(zones, "Test/Zone");
    for (int16_t year = 1; readable && year < 9999; year = (int16_t)(year + 123)) {
        for (int8_t month = 1; month <= 12; month++) {
            ask(zones, (hw_local){{year, month, 28}, 2 * 3600 + 1800});
        }
    }
    hw_zones_unref(zones);
    return 0;
}
