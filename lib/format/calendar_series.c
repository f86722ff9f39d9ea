/* SPDX-License-Identifier: MIT */
/* Rules as RRULE, where calendars agree on what it means; the rest is written day by day. Left out, though
 * RFC 5545 has them: several days of the month, the 29th to the 31st (Exchange takes the 31st for the last
 * day), the fifth weekday, BYDAY with DAILY, and weeks that do not begin on Monday where that matters
 * (libical gets them wrong). */
#include "format/calendar_series.h"

#include "schedule/timeline.h"

#define LAST_DAY (UINT32_C(1) << 31)
#define SAFE_DAYS ((UINT32_C(1) << 28) - 1)

typedef struct text {
    char *at, *end;
    hw__series_form form;
} text;

static void add(text *t, const char *part)
{
    while (*part && t->at + 1 < t->end) {
        *t->at++ = *part++;
    }
    *t->at = '\0';
}

static void add_number(text *t, unsigned value)
{
    char digits[12];
    size_t i = sizeof digits;
    digits[--i] = '\0';
    do {
        digits[--i] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    add(t, digits + i);
}

static const char *const day_names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

static void add_interval(text *t, const hw__rule *rule)
{
    if (rule->interval > 1) {
        add(t, ";INTERVAL=");
        add_number(t, rule->interval);
    }
}

static void add_weekly(text *t, const hw__rule *rule, unsigned weekdays)
{
    t->form = HW__FORM_WEEKLY;
    add(t, "FREQ=WEEKLY");
    add_interval(t, rule);
    const char *before = ";BYDAY=";
    for (int day = 0; day < 7; day++) {
        if (weekdays & 1u << day) {
            add(t, before);
            add(t, day_names[day]);
            before = ",";
        }
    }
}

static bool is_single(uint64_t bits)
{
    return bits && !(bits & (bits - 1));
}

static int bit_of(uint64_t single)
{
    int bit = 0;
    while (!(single >> bit & 1)) {
        bit++;
    }
    return bit;
}

static bool daily(text *t, const hw__rule *rule)
{
    if (rule->monthdays || rule->last_monthdays || (rule->weekdays && rule->interval > 1)) {
        return false;
    }
    if (rule->weekdays) {
        add_weekly(t, rule, rule->weekdays);
    } else {
        t->form = HW__FORM_DAILY;
        add(t, "FREQ=DAILY");
        add_interval(t, rule);
    }
    return true;
}

static bool weekly(text *t, const hw__rule *rule, int32_t start)
{
    unsigned weekdays = rule->weekdays ? rule->weekdays : 1u << hw__day_weekday(start);
    if (rule->interval > 1 && rule->week_start != 0 && !is_single(weekdays)) {
        return false;
    }
    add_weekly(t, rule, weekdays);
    return true;
}

static bool monthly_by_day(text *t, const hw__rule *rule)
{
    if (rule->weekdays && !rule->ordinals && !rule->last_ordinals && rule->interval == 1) {
        add_weekly(t, rule, rule->weekdays); /* every Monday of every month is every Monday */
        return true;
    }
    uint64_t bits = rule->ordinals ? rule->ordinals : rule->last_ordinals;
    int row = bits ? bit_of(bits) / 7 : 0;
    if (rule->weekdays || (rule->ordinals && rule->last_ordinals) || !is_single(bits) ||
        (rule->ordinals ? row > 3 : row != 4)) {
        return false;
    }
    t->form = HW__FORM_NTH_WEEKDAY;
    add(t, "FREQ=MONTHLY");
    add_interval(t, rule);
    add(t, ";BYDAY=");
    if (rule->ordinals) {
        add_number(t, (unsigned)row + 1);
    } else {
        add(t, "-1");
    }
    add(t, day_names[bit_of(bits) % 7]);
    return true;
}

static bool monthly(text *t, const hw__rule *rule, int32_t start)
{
    bool by_day = rule->weekdays || rule->ordinals || rule->last_ordinals;
    if (by_day) {
        return !rule->monthdays && !rule->last_monthdays && monthly_by_day(t, rule);
    }
    uint32_t days = rule->monthdays;
    if (!days && !rule->last_monthdays) {
        days = UINT32_C(1) << (hw__date_from_day(start).day - 1);
    }
    bool last = !days && rule->last_monthdays == LAST_DAY;
    if (!last && (rule->last_monthdays || !is_single(days) || !(days & SAFE_DAYS))) {
        return false;
    }
    t->form = last ? HW__FORM_LAST_DAY : HW__FORM_MONTH_DAY;
    add(t, "FREQ=MONTHLY");
    add_interval(t, rule);
    add(t, ";BYMONTHDAY=");
    if (last) {
        add(t, "-1");
    } else {
        add_number(t, (unsigned)bit_of(days) + 1);
    }
    return true;
}

static bool put_rule(text *t, const hw__rule *rule, int32_t start)
{
    switch (rule->freq) {
    case HW__DAILY:
        return daily(t, rule);
    case HW__WEEKLY:
        return weekly(t, rule, start);
    default:
        return monthly(t, rule, start);
    }
}

/* The rule of the last days of a quota's periods. */
static bool quota_rule(const hw__schedule *schedule, int32_t first, hw__rule *out)
{
    static const char *const texts[] = {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=-1"};
    hw_period period = (hw_period)schedule->period;
    int32_t last = hw__period_next(period, first) - 1;
    return hw__rule_parse(texts[period], strlen(texts[period]), out, NULL) == HW_OK &&
           hw__rule_bind(out, last, HW__NO_DAY, NULL) == HW_OK;
}

void hw__series_make(const hw__schedule *schedule, uint32_t taper, int32_t first, unsigned forms,
                     hw__series *out)
{
    text t = {.at = out->text, .end = out->text + sizeof out->text};
    *out = (hw__series){0};
    if (schedule->kind == HW_SCHEDULE_QUOTA) {
        out->regular = quota_rule(schedule, first, &out->rule);
    } else if (schedule->kind == HW_SCHEDULE_RECURRING) {
        const hw__taper *tapers = schedule->tapers.items;
        out->rule = taper > 0 ? tapers[taper - 1].compiled : schedule->compiled;
        out->regular = true;
    }
    out->regular = out->regular && put_rule(&t, &out->rule, out->rule.start) && (t.form & forms);
    out->rule.last = HW__DAY_MAX;
}
