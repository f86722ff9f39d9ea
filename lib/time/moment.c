/* SPDX-License-Identifier: MIT */
/* When did it happen? Moments: an instant with the offset that the person's clock showed, only a date, or
 * nothing known. */
#include "base/fail.h"
#include "time/civil.h"

#define LONGEST 32
#define MOST_OFFSET 1439 /* minutes */

/* No clock in the years 1-9999 shows an instant outside these, whatever its offset. */
#define FIRST_INSTANT (((int64_t)HW__DAY_MIN - 1) * HW__DAY_SECONDS)
#define LAST_INSTANT (((int64_t)HW__DAY_MAX + 2) * HW__DAY_SECONDS)

static bool is_shown(hw_instant instant, int32_t offset)
{
    if (offset < -MOST_OFFSET || offset > MOST_OFFSET || instant < FIRST_INSTANT || instant > LAST_INSTANT) {
        return false;
    }
    int32_t day = hw__wall_day(instant + offset * 60);
    return day >= HW__DAY_MIN && day <= HW__DAY_MAX;
}

hw_moment hw_moment_at(hw_instant instant, int32_t offset)
{
    if (!is_shown(instant, offset)) {
        return (hw_moment){0, 0, HW_PRECISION_UNKNOWN, 0};
    }
    return (hw_moment){instant, (int16_t)offset, HW_PRECISION_EXACT, 0};
}

hw_moment hw_moment_on(hw_date date)
{
    if (!hw_date_is_valid(date)) {
        return (hw_moment){0, 0, HW_PRECISION_UNKNOWN, 0};
    }
    return (hw_moment){hw__wall(hw__day_from_date(date), 0), 0, HW_PRECISION_DATE, 0};
}

int64_t hw__moment_wall(hw_moment moment)
{
    return moment.instant + moment.offset * 60;
}

hw_local hw_moment_local(hw_moment moment)
{
    if ((moment.precision != HW_PRECISION_EXACT && moment.precision != HW_PRECISION_DATE) ||
        !is_shown(moment.instant, moment.offset)) {
        return (hw_local){{0, 0, 0}, 0};
    }
    hw_local local = hw__wall_local(hw__moment_wall(moment));
    if (moment.precision == HW_PRECISION_DATE) {
        local.seconds = HW_ALL_DAY;
    }
    return local;
}

/* `Z` or `+HH:MM`, in minutes. */
static hw_status scan_offset(const char *text, size_t size, int32_t *out)
{
    if (size == 1 && text[0] == 'Z') {
        *out = 0;
        return HW_OK;
    }
    if (size != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return HW_ERR_SYNTAX;
    }
    unsigned digits[4] = {(unsigned)text[1] - '0', (unsigned)text[2] - '0', (unsigned)text[4] - '0',
                          (unsigned)text[5] - '0'};
    if (digits[0] > 9 || digits[1] > 9 || digits[2] > 9 || digits[3] > 9) {
        return HW_ERR_SYNTAX;
    }
    int32_t hours = (int32_t)(digits[0] * 10 + digits[1]), minutes = (int32_t)(digits[2] * 10 + digits[3]);
    if (hours > 23 || minutes > 59) {
        return HW_ERR_RANGE;
    }
    *out = text[0] == '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
    return HW_OK;
}

static hw_status scan_moment(const char *text, size_t size, hw_moment *out)
{
    if (size == 10) {
        hw_date date;
        hw_status status = hw__date_scan(text, size, &date);
        if (status == HW_OK) {
            *out = hw_moment_on(date);
        }
        return status;
    }
    if (size < 20) {
        return HW_ERR_SYNTAX;
    }
    hw_local local = {{0, 0, 0}, 0};
    int32_t offset = 0;
    hw_status wall = hw__local_scan(text, 19, &local);
    hw_status zone = scan_offset(text + 19, size - 19, &offset);
    if (wall == HW_ERR_SYNTAX || zone == HW_ERR_SYNTAX) {
        return HW_ERR_SYNTAX;
    }
    if (wall != HW_OK || zone != HW_OK) {
        return HW_ERR_RANGE;
    }
    *out = (hw_moment){hw__local_wall(local) - offset * 60, (int16_t)offset, HW_PRECISION_EXACT, 0};
    return HW_OK;
}

bool hw__moment_read(const char *text, size_t size, hw_moment *out)
{
    return scan_moment(text, size, out) == HW_OK;
}

hw_status hw_moment_parse(const char *text, hw_moment *out, hw_error *err)
{
    if (!text || !out) {
        return hw__null_argument(err, text ? "out" : "text");
    }
    switch (scan_moment(text, strlen(text), out)) {
    case HW_OK:
        return hw__ok(err);
    case HW_ERR_RANGE:
        return hw__fail(err, HW_ERR_RANGE, "moment",
                        "there is no such day in the years 1 to 9999, no such time or offset");
    default:
        return hw__fail(err, HW_ERR_SYNTAX, "moment",
                        "a moment is written YYYY-MM-DDTHH:MM:SS+HH:MM (or Z), or YYYY-MM-DD");
    }
}

char *hw_moment_text(hw_moment moment, hw_error *err)
{
    bool known = moment.precision != HW_PRECISION_UNKNOWN;
    if (known && hw_moment_local(moment).date.year == 0) {
        hw__fail(err, HW_ERR_RANGE, "moment",
                 "the moment is outside the years 1 to 9999, or its offset or precision invalid");
        return NULL;
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, LONGEST);
    hw__put_moment(&buffer, moment);
    return hw__buffer_take(&buffer, NULL, err);
}
