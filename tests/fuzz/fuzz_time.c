/* SPDX-License-Identifier: MIT */
/* Dates, times, moments, durations and rules: what is read is written, and reads again to the same. */
#include <string.h>

#include "base/buffer.h"
#include "fuzz.h"
#include "homework/time.h"
#include "time/rule.h"

static void fuzz_local(const char *text)
{
    hw_error err;
    hw_local local, again;
    if (hw_local_parse(text, &local, &err) != HW_OK) {
        MUST(err.status != HW_OK);
        return;
    }
    MUST(hw_local_is_valid(local));
    char *written = hw_local_text(local, &err);
    MUST(written && hw_local_parse(written, &again, NULL) == HW_OK && hw_local_compare(local, again) == 0);
    hw_string_free(written);
}

static void fuzz_moment(const char *text)
{
    hw_error err;
    hw_moment moment, again;
    if (hw_moment_parse(text, &moment, &err) != HW_OK) {
        MUST(err.status != HW_OK);
        return;
    }
    char *written = hw_moment_text(moment, &err);
    MUST(written && hw_moment_parse(written, &again, NULL) == HW_OK);
    MUST(moment.instant == again.instant && moment.offset == again.offset &&
         moment.precision == again.precision);
    hw_string_free(written);
}

static void fuzz_duration(const char *text)
{
    hw_error err;
    hw_duration duration, again;
    if (hw_duration_parse(text, &duration, &err) != HW_OK) {
        MUST(err.status != HW_OK);
        return;
    }
    char *written = hw_duration_text(duration, &err);
    MUST(written && hw_duration_parse(written, &again, NULL) == HW_OK);
    MUST(duration.days == again.days && duration.seconds == again.seconds);
    hw_string_free(written);
}

static void check_days(const hw__rule *rule, int32_t start)
{
    int32_t days[64];
    size_t count = hw__rule_days(rule, start, start + 4000, days, 64);
    int32_t next = start;
    for (size_t i = 0; i < count; i++) {
        MUST(days[i] >= next && hw__rule_next(rule, next) == days[i]);
        next = days[i] + 1;
    }
}

static void fuzz_rule(const char *text, size_t size, int32_t start)
{
    hw_error err;
    hw__rule rule;
    if (hw__rule_parse(text, size, &rule, &err) != HW_OK) {
        MUST(err.status != HW_OK);
        return;
    }
    if (hw__rule_bind(&rule, start, HW__NO_DAY, &err) == HW_OK) {
        check_days(&rule, start);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2 || size > 4096) {
        return 0;
    }
    char *text = malloc(size - 1);
    MUST(text);
    memcpy(text, data + 2, size - 2);
    text[size - 2] = '\0';
    fuzz_local(text);
    fuzz_moment(text);
    fuzz_duration(text);
    fuzz_rule(text, size - 2, (int32_t)data[0] * 256 + data[1]);
    free(text);
    return 0;
}
