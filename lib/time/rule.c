/* SPDX-License-Identifier: MIT */
/* Which days a rule matches. Two engines: rules of days and weeks repeat in turns of seven places, so that
 * a seek and COUNT are plain arithmetic; rules about days of the month go month by month, a month being
 * one 31-bit mask. Both start anywhere; the calendar itself repeats every 400 years, which bounds every
 * search. */
#include "time/rule.h"

#include "base/fail.h"

#define FIRST_PLACES UINT64_C(0x10204081) /* bit 0 of each of the five rows of a week grid */
#define WHOLE_GRID ((UINT64_C(1) << 35) - 1)
#define CYCLE_DAYS 146097 /* 400 years, and a whole number of weeks */
#define CYCLE_MONTHS 4800
#define LONG_INTERVAL 200    /* days from which going to a date is cheaper than going through the months */
#define END_OF_MONTHS 120000 /* January 10000, which begins after every day that there is */

typedef struct month_place {
    int32_t month; /* 12 * year + month - 1 */
    int32_t first; /* its first day */
    int32_t size;
    int32_t touched; /* DAILY: days from the first to the next one that the interval touches */
} month_place;

static int lowest_bit(uint32_t mask)
{
    return __builtin_ctz(mask);
}

static uint32_t bit_count(uint32_t mask)
{
    return (uint32_t)__builtin_popcount(mask);
}

static uint32_t without_lowest(uint32_t mask)
{
    return mask & (mask - 1);
}

static int32_t common_divisor(int32_t a, int32_t b)
{
    while (b != 0) {
        int32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* ---- Turns: DAILY and WEEKLY ---- */

/* DAILY: seven steps of `interval` days meet each weekday once (or one weekday seven times). WEEKLY: the
 * seven days of the week that holds `start`, then `interval` weeks on. */
static void set_turns(hw__rule *rule)
{
    int weekday = hw__day_weekday(rule->start);
    rule->turn_size = 7 * rule->interval;
    if (rule->freq == HW__WEEKLY) {
        unsigned wanted = rule->weekdays != 0 ? rule->weekdays : 1u << weekday;
        unsigned begin = rule->week_start;
        rule->turn_unit = 1;
        rule->turn_start = rule->start - (weekday - rule->week_start + 7) % 7;
        rule->turn_mask = (uint8_t)((wanted >> begin | wanted << (7 - begin)) & 0x7f);
        return;
    }
    rule->turn_unit = rule->interval;
    rule->turn_start = rule->start;
    rule->turn_mask = 0;
    for (int place = 0; place < 7; place++) {
        int there = (weekday + place * rule->interval) % 7;
        if (rule->weekdays == 0 || (rule->weekdays >> there & 1) != 0) {
            rule->turn_mask |= (uint8_t)(1u << place);
        }
    }
}

static size_t turn_days(const hw__rule *rule, int32_t from, int32_t to, int32_t *out, size_t most)
{
    int32_t past = from - rule->turn_start;
    int32_t begin = from - past % rule->turn_size;
    int32_t place = (past % rule->turn_size + rule->turn_unit - 1) / rule->turn_unit;
    uint32_t mask = place < 7 ? (uint32_t)rule->turn_mask >> place << place : 0;
    size_t count = 0;
    while (count < most) {
        if (mask == 0) {
            mask = rule->turn_mask;
            begin += rule->turn_size;
        }
        int32_t day = begin + lowest_bit(mask) * rule->turn_unit;
        if (day > to) {
            break;
        }
        out[count++] = day;
        mask = without_lowest(mask);
    }
    return count;
}

static int32_t turn_last(const hw__rule *rule)
{
    uint32_t mask = rule->turn_mask;
    uint32_t each = bit_count(mask);
    int32_t skipped_places = (rule->start - rule->turn_start) / rule->turn_unit;
    uint32_t index = rule->count - 1 + bit_count(mask & ((1u << skipped_places) - 1));
    for (uint32_t left = index % each; left > 0; left--) {
        mask = without_lowest(mask);
    }
    int64_t day = rule->turn_start + (int64_t)(index / each) * rule->turn_size +
                  (int64_t)lowest_bit(mask) * rule->turn_unit;
    return day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}

/* ---- Months: MONTHLY, and DAILY with BYMONTHDAY ---- */

static int32_t month_of(int32_t day)
{
    hw_date date = hw__date_from_day(day);
    return 12 * date.year + date.month - 1;
}

/* Days from `day` to the next one that a DAILY rule's interval touches; also before its start. */
static int32_t days_to_touched(const hw__rule *rule, int32_t day)
{
    int32_t interval = rule->interval;
    int32_t over = (day - rule->start) % interval;
    return over > 0 ? interval - over : -over;
}

static void go_to_month(const hw__rule *rule, month_place *at, int32_t month)
{
    at->month = month < END_OF_MONTHS ? month : END_OF_MONTHS;
    int year = at->month / 12;
    int number = at->month % 12 + 1;
    at->first = hw__day_from_civil(year, number, 1);
    at->size = hw__month_days(year, number);
    at->touched = rule->freq == HW__DAILY ? days_to_touched(rule, at->first) : 0;
}

/* The month of the first day at or after `day` (not before the start) that the interval touches. */
static void seek_month(const hw__rule *rule, month_place *at, int32_t day)
{
    if (rule->freq == HW__DAILY) {
        int32_t touched = day + days_to_touched(rule, day);
        go_to_month(rule, at, touched <= HW__DAY_MAX ? month_of(touched) : END_OF_MONTHS);
        return;
    }
    int32_t month = month_of(day);
    int32_t over = (month - rule->month) % rule->interval;
    go_to_month(rule, at, month + (over == 0 ? 0 : rule->interval - over));
}

static void next_month(const hw__rule *rule, month_place *at)
{
    if (rule->freq == HW__MONTHLY) {
        go_to_month(rule, at, at->month + rule->interval);
        return;
    }
    if (rule->interval > LONG_INTERVAL) {
        seek_month(rule, at, at->first + at->size);
        return;
    }
    at->month++;
    at->first += at->size;
    at->touched -= at->size;
    if (at->touched < 0) {
        int32_t over = -at->touched % rule->interval;
        at->touched = over == 0 ? 0 : rule->interval - over;
    }
    at->size = hw__month_days(at->month / 12, at->month % 12 + 1);
}

/* A week grid whose rows begin on Monday, turned so that they begin on `weekday`. */
static uint64_t turned(uint64_t grid, int weekday)
{
    uint64_t stay = FIRST_PLACES * (0x7fu >> weekday);
    return (grid >> weekday & stay) | (grid << (7 - weekday) & WHOLE_GRID & ~stay);
}

/* The matches of one month: bit 0 = the 1st. Ordinals from the end sit at the top of their grid, and days
 * from the end at the top of their word, so that shifting down by what the month lacks puts both in place. */
static uint32_t month_mask(const hw__rule *rule, const month_place *at)
{
    uint32_t mask = (rule->days | rule->last_monthdays >> (32 - at->size)) & UINT32_MAX >> (32 - at->size);
    if (rule->freq == HW__DAILY) {
        mask &= at->touched < 31 ? rule->stride << at->touched : 0;
    }
    if (mask == 0) {
        return 0;
    }
    int weekday = hw__day_weekday(at->first);
    uint64_t by_week = turned(rule->grid, weekday);
    if (rule->last_ordinals != 0) {
        by_week |= turned(rule->last_ordinals, (weekday + at->size) % 7) >> (35 - at->size);
    }
    return mask & (uint32_t)by_week;
}

/* The same, without the days before `from`. */
static uint32_t month_mask_from(const hw__rule *rule, const month_place *at, int32_t from)
{
    uint32_t mask = month_mask(rule, at);
    return from > at->first ? mask & (UINT32_MAX << (from - at->first)) : mask;
}

static size_t month_days(const hw__rule *rule, int32_t from, int32_t to, int32_t *out, size_t most)
{
    size_t count = 0;
    month_place at;
    seek_month(rule, &at, from);
    while (at.first <= to) {
        for (uint32_t mask = month_mask_from(rule, &at, from); mask != 0; mask = without_lowest(mask)) {
            int32_t day = at.first + lowest_bit(mask);
            if (day > to || count == most) {
                return count;
            }
            out[count++] = day;
        }
        if (count == most) {
            return count;
        }
        next_month(rule, &at);
    }
    return count;
}

/* The nth match from the start (n from 1), HW__NO_DAY if there are fewer up to `to`; `seen` is then their
 * number. */
static int32_t month_nth(const hw__rule *rule, uint32_t n, int32_t to, uint32_t *seen)
{
    month_place at;
    *seen = 0;
    for (seek_month(rule, &at, rule->start); at.first <= to; next_month(rule, &at)) {
        uint32_t mask = month_mask_from(rule, &at, rule->start);
        if (to - at.first < 31) {
            mask &= UINT32_MAX >> (31 - (to - at.first));
        }
        uint32_t here = bit_count(mask);
        if (*seen + here >= n) {
            for (uint32_t left = n - *seen - 1; left > 0; left--) {
                mask = without_lowest(mask);
            }
            return at.first + lowest_bit(mask);
        }
        *seen += here;
    }
    return HW__NO_DAY;
}

/* After how many days all matches repeat. */
static int64_t repeat_span(const hw__rule *rule)
{
    int32_t common = common_divisor(rule->freq == HW__MONTHLY ? CYCLE_MONTHS : CYCLE_DAYS, rule->interval);
    return (int64_t)CYCLE_DAYS * (rule->interval / common);
}

/* The last day of the first repetition, or of the year 9999. */
static int32_t repeat_end(const hw__rule *rule)
{
    int64_t end = rule->start + repeat_span(rule) - 1;
    return end > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)end;
}

static int32_t month_last(const hw__rule *rule)
{
    uint32_t each = 0;
    int32_t end = repeat_end(rule);
    int32_t last = month_nth(rule, rule->count, end, &each);
    if (last != HW__NO_DAY) {
        return last;
    }
    if (end == HW__DAY_MAX) {
        return HW__DAY_MAX;
    }
    uint32_t unused;
    int64_t turns = (rule->count - 1) / each;
    int64_t day = month_nth(rule, (rule->count - 1) % each + 1, end, &unused) + turns * repeat_span(rule);
    return day > HW__DAY_MAX ? HW__DAY_MAX : (int32_t)day;
}

static void set_months(hw__rule *rule)
{
    bool no_weekdays = rule->weekdays == 0 && rule->ordinals == 0 && rule->last_ordinals == 0;
    bool no_monthdays = rule->monthdays == 0 && rule->last_monthdays == 0;
    rule->month = month_of(rule->start);
    rule->grid = no_weekdays ? WHOLE_GRID : rule->ordinals | FIRST_PLACES * rule->weekdays;
    rule->days = rule->monthdays;
    if (no_monthdays) {
        rule->days = no_weekdays ? 1u << (hw__date_from_day(rule->start).day - 1) : UINT32_MAX;
    }
    rule->stride = 0;
    for (unsigned bit = 0; bit < 31; bit += rule->interval) {
        rule->stride |= 1u << bit;
    }
}

/* ---- Both ---- */

hw_status hw__rule_bind(hw__rule *rule, int32_t start, int32_t until, hw_error *err)
{
    if (start < HW__DAY_MIN || start > HW__DAY_MAX) {
        return hw__fail(err, HW_ERR_RANGE, NULL, "a rule must start within the years 1 to 9999");
    }
    hw__rule bound = *rule;
    bound.start = start;
    bool by_months = rule->freq == HW__MONTHLY || rule->monthdays != 0 || rule->last_monthdays != 0;
    if (rule->freq != HW__MONTHLY) {
        set_turns(&bound);
        if (bound.turn_mask == 0) {
            return hw__fail(
                err, HW_ERR_RANGE, "BYDAY",
                "the rule can never match: its interval keeps to one weekday that BYDAY excludes");
        }
    }
    if (by_months) {
        bound.turn_mask = 0;
        set_months(&bound);
    }
    bound.last = by_months ? repeat_end(&bound) : HW__DAY_MAX;
    int32_t first = hw__rule_next(&bound, start);
    if (first == HW__NO_DAY) {
        return hw__fail(err, HW_ERR_RANGE, NULL, "the rule can never match");
    }
    if (until != HW__NO_DAY && first > until) {
        return hw__fail(err, HW_ERR_RANGE, NULL, "the rule matches no day up to its end");
    }
    bound.last = HW__DAY_MAX;
    if (rule->count != 0) {
        bound.last = by_months ? month_last(&bound) : turn_last(&bound);
    }
    if (until != HW__NO_DAY && until < bound.last) {
        bound.last = until;
    }
    *rule = bound;
    return hw__ok(err);
}

size_t hw__rule_days(const hw__rule *rule, int32_t from, int32_t to, int32_t *out, size_t most)
{
    if (from < rule->start) {
        from = rule->start;
    }
    if (to > rule->last) {
        to = rule->last;
    }
    if (from > to) {
        return 0;
    }
    if (rule->turn_mask != 0) {
        return turn_days(rule, from, to, out, most);
    }
    return month_days(rule, from, to, out, most);
}

int32_t hw__rule_next(const hw__rule *rule, int32_t day)
{
    int32_t found;
    return hw__rule_days(rule, day, HW__DAY_MAX, &found, 1) == 1 ? found : HW__NO_DAY;
}
