/* SPDX-License-Identifier: MIT */
/* How long? ISO 8601 durations of civil days and seconds of wall time. Years and months are refused, because
 * their length depends on where they begin, and fractions, because nobody agrees to 0.3 of a day. */
#include "base/fail.h"
#include "time/civil.h"

#define MOST_DAYS 36600
#define MOST_SECONDS 8640000
#define MOST_DIGITS 9
#define LONGEST 40

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads digits at `*at`; HW_ERR_RANGE for more than anything here can use. */
static hw_status scan_number(const char *text, size_t size, size_t *at, int64_t *out)
{
    size_t first = *at;
    int64_t value = 0;
    while (*at < size && is_digit(text[*at])) {
        if (*at - first < MOST_DIGITS) {
            value = value * 10 + (text[*at] - '0');
        }
        ++*at;
    }
    if (*at == first || *at == size) {
        return HW_ERR_SYNTAX;
    }
    if (text[*at] == '.' || text[*at] == ',') {
        return HW_ERR_UNSUPPORTED;
    }
    *out = value;
    return *at - first > MOST_DIGITS ? HW_ERR_RANGE : HW_OK;
}

typedef struct sum {
    int64_t days, seconds;
    int rank; /* of the last unit: units come in falling order */
    bool too_large;
} sum;

/* Takes one number with its unit. The ranks: W 1, D 2, T itself 3, H 4, M 5, S 6. */
static hw_status scan_part(const char *text, size_t size, size_t *at, bool in_time, sum *total)
{
    static const char units[] = "WDTHMS";
    static const int32_t seconds[] = {0, 0, 0, 3600, 60, 1};
    int64_t value = 0;
    hw_status status = scan_number(text, size, at, &value);
    if (status == HW_ERR_RANGE) {
        total->too_large = true;
    } else if (status != HW_OK) {
        return status;
    }
    char unit = text[(*at)++];
    if (unit == 'Y' || (unit == 'M' && !in_time)) {
        return HW_ERR_UNSUPPORTED;
    }
    const char *place = unit == 'T' || unit == '\0' ? NULL : strchr(units, unit);
    int rank = place ? (int)(place - units) + 1 : 0;
    if (rank <= total->rank || (rank > 3) != in_time || total->rank == 1) {
        return HW_ERR_SYNTAX;
    }
    total->rank = rank;
    total->days += rank == 1 ? value * 7 : rank == 2 ? value : 0;
    total->seconds += value * seconds[rank - 1];
    return HW_OK;
}

static hw_status scan_duration(const char *text, size_t size, hw_duration *out)
{
    size_t at = 0;
    bool negative = size > 0 && text[0] == '-';
    bool in_time = false;
    sum total = {0, 0, 0, false};
    at += negative;
    if (at >= size || text[at++] != 'P') {
        return HW_ERR_SYNTAX;
    }
    while (at < size) {
        if (text[at] == 'T' && !in_time && total.rank != 1) {
            in_time = true;
            total.rank = 3;
            at++;
            continue;
        }
        hw_status status = scan_part(text, size, &at, in_time, &total);
        if (status != HW_OK) {
            return status;
        }
    }
    if (total.rank == 0 || total.rank == 3) {
        return HW_ERR_SYNTAX;
    }
    if (total.too_large || total.days > MOST_DAYS || total.seconds > MOST_SECONDS) {
        return HW_ERR_RANGE;
    }
    int sign = negative ? -1 : 1;
    *out = (hw_duration){sign * (int32_t)total.days, sign * (int32_t)total.seconds};
    return HW_OK;
}

bool hw__duration_read(const char *text, size_t size, hw_duration *out)
{
    return scan_duration(text, size, out) == HW_OK;
}

hw_status hw_duration_parse(const char *text, hw_duration *out, hw_error *err)
{
    if (!text || !out) {
        return hw__null_argument(err, text ? "out" : "text");
    }
    switch (scan_duration(text, strlen(text), out)) {
    case HW_OK:
        return hw__ok(err);
    case HW_ERR_RANGE:
        return hw__fail(err, HW_ERR_RANGE, "duration", "a duration has at most %d days and %d seconds",
                        MOST_DAYS, MOST_SECONDS);
    case HW_ERR_UNSUPPORTED:
        return hw__fail(err, HW_ERR_UNSUPPORTED, "duration", "years, months and fractions are not supported");
    default:
        return hw__fail(err, HW_ERR_SYNTAX, "duration", "a duration is written like P1DT2H, PT15M or P2W");
    }
}

static void put_part(hw__buffer *buffer, int32_t value, char unit)
{
    if (value != 0) {
        hw__put_int(buffer, value);
        hw__put_char(buffer, unit);
    }
}

void hw__put_duration(hw__buffer *buffer, hw_duration duration)
{
    bool negative = duration.days < 0 || duration.seconds < 0;
    int32_t days = negative ? -duration.days : duration.days;
    int32_t seconds = negative ? -duration.seconds : duration.seconds;
    if (days == 0 && seconds == 0) {
        HW__PUT_LIT(buffer, "PT0S");
        return;
    }
    if (negative) {
        hw__put_char(buffer, '-');
    }
    hw__put_char(buffer, 'P');
    if (seconds == 0 && days % 7 == 0) {
        put_part(buffer, days / 7, 'W');
        return;
    }
    put_part(buffer, days, 'D');
    if (seconds != 0) {
        hw__put_char(buffer, 'T');
        put_part(buffer, seconds / 3600, 'H');
        put_part(buffer, seconds / 60 % 60, 'M');
        put_part(buffer, seconds % 60, 'S');
    }
}

char *hw_duration_text(hw_duration duration, hw_error *err)
{
    bool mixed = (duration.days < 0 && duration.seconds > 0) || (duration.days > 0 && duration.seconds < 0);
    if (mixed || duration.days < -MOST_DAYS || duration.days > MOST_DAYS ||
        duration.seconds < -MOST_SECONDS || duration.seconds > MOST_SECONDS) {
        hw__fail(err, HW_ERR_RANGE, "duration", "a duration has at most %d days and %d seconds, of one sign",
                 MOST_DAYS, MOST_SECONDS);
        return NULL;
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, LONGEST);
    hw__put_duration(&buffer, duration);
    return hw__buffer_take(&buffer, NULL, err);
}
