/* SPDX-License-Identifier: MIT */
/* VTIMEZONE. Where the changes of a zone follow one yearly rule they are written as that rule, which is what
 * Outlook and Exchange understand; else each change is listed (RDATE); a zone without changes is one
 * STANDARD. The TZID is the plain name of the IANA database: most clients know it and ignore the rest. */
#include "format/ical_zone.h"

#include "base/fail.h"
#include "base/vec.h"
#include "format/ical_out.h"

#define YEAR (366 * (int64_t)HW__DAY_SECONDS)
#define LOOK_AHEAD 9 /* years: in fewer, "the fourth" and "the last" Sunday may be the same */
#define LAST 5       /* bit of "the last" among those of "the first" (1) to "the fourth" (4) */

typedef HW__VEC(hw__transition) changes;

/* A change that comes every year: on a weekday of a month, by its number. */
typedef struct onset {
    int month, weekday; /* 1-12, 0 = Monday */
    unsigned forms;     /* bits 1-4 and LAST: the ways of counting that fit all of them */
    int32_t seconds;    /* of the day, by the clock before the change */
    int32_t before, after;
    const char *name;
} onset;

static bool is_forward(const hw__transition *change)
{
    return change->after > change->before;
}

static int64_t wall_before(const hw__transition *change)
{
    return change->at + change->before;
}

static onset onset_of(const hw__transition *change)
{
    int64_t wall = wall_before(change);
    int32_t day = hw__wall_day(wall);
    hw_date date = hw__date_from_day(day);
    int number = (date.day - 1) / 7 + 1;
    onset found = {.month = date.month,
                   .weekday = hw__day_weekday(day),
                   .before = change->before,
                   .after = change->after,
                   .name = change->name};
    found.seconds = (int32_t)(wall - hw__wall(day, 0));
    if (number < LAST)
        found.forms = 1u << number;
    if (date.day + 7 > hw__month_days(date.year, date.month))
        found.forms |= 1u << LAST;
    return found;
}

/* Whether all changes but the first, which lies before the use, fit two yearly rules that take turns, one of
 * them forward. */
static bool find_rule(const changes *all, onset onsets[2])
{
    if (all->count < 2 * LOOK_AHEAD)
        return false;
    for (size_t i = 1; i < all->count; i++) {
        onset found = onset_of(&all->items[i]);
        onset *known = &onsets[is_forward(&all->items[i])];
        if (i > 1 && is_forward(&all->items[i]) == is_forward(&all->items[i - 1]))
            return false;
        if (i < 3) {
            *known = found;
            continue;
        }
        int32_t apart =
            hw__wall_day(wall_before(&all->items[i])) - hw__wall_day(wall_before(&all->items[i - 2]));
        known->forms &= found.forms;
        if (apart < 350 || apart > 380 || !known->forms || found.month != known->month ||
            found.weekday != known->weekday || found.seconds != known->seconds ||
            found.before != known->before || found.after != known->after ||
            strcmp(found.name, known->name) != 0)
            return false;
    }
    return true;
}

/* The day of a rule's change in a year. */
static int32_t onset_day(const onset *rule, int year)
{
    bool from_end = rule->forms & 1u << LAST;
    int number = 1;
    while (!from_end && !(rule->forms & 1u << number))
        number++;
    int32_t day = hw__day_from_civil(year, rule->month, 1) + 7 * (number - 1);
    if (from_end)
        day = hw__day_from_civil(year, rule->month, hw__month_days(year, rule->month) - 6);
    return day + (rule->weekday - hw__day_weekday(day) + 7) % 7;
}

/* Whether the rules' first change after `from` is the zone's own: a zone may have come under them without a
 * change of its clocks. */
static bool holds_from(const onset onsets[2], const changes *all, hw_instant from)
{
    int year = hw__date_from_day(hw__wall_day(from)).year;
    hw_instant next = INT64_MAX;
    for (int i = 0; i < 6; i++) {
        const onset *rule = &onsets[i % 2];
        hw_instant at = hw__wall(onset_day(rule, year - 1 + i / 2), rule->seconds) - rule->before;
        next = at > from && at < next ? at : next;
    }
    return next == all->items[1].at;
}

static void put_offset(hw__buffer *out, const char *prefix, int32_t offset)
{
    uint32_t size = (uint32_t)(offset < 0 ? -offset : offset);
    hw__put_text(out, prefix);
    hw__put_char(out, offset < 0 ? '-' : '+');
    hw__put_digits(out, size / 3600 * 100 + size / 60 % 60, 4);
    if (size % 60)
        hw__put_digits(out, size % 60, 2);
    HW__ICAL_END(out);
}

static void put_wall(hw__buffer *out, const char *prefix, int64_t wall)
{
    hw__put_text(out, prefix);
    hw__put_basic_local(out, hw__wall_local(wall));
    HW__ICAL_END(out);
}

static void begin_observance(hw__buffer *out, const char *kind, int64_t wall, int32_t before, int32_t after)
{
    HW__PUT_LIT(out, "BEGIN:");
    hw__put_text(out, kind);
    HW__ICAL_END(out);
    put_wall(out, "DTSTART:", wall);
    put_offset(out, "TZOFFSETFROM:", before);
    put_offset(out, "TZOFFSETTO:", after);
}

static void end_observance(hw__buffer *out, const char *kind, const char *name)
{
    hw__ical_text(out, "TZNAME", name);
    HW__PUT_LIT(out, "END:");
    hw__put_text(out, kind);
    HW__ICAL_END(out);
}

static void put_yearly(hw__buffer *out, const onset *rule, const char *kind, int year)
{
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    int number = LAST;
    while (!(rule->forms & 1u << number))
        number--;
    begin_observance(out, kind, hw__wall(onset_day(rule, year), rule->seconds), rule->before, rule->after);
    HW__PUT_LIT(out, "RRULE:FREQ=YEARLY;BYMONTH=");
    hw__put_int(out, rule->month);
    HW__PUT_LIT(out, ";BYDAY=");
    hw__put_int(out, number == LAST ? -1 : number);
    hw__put_text(out, days[rule->weekday]);
    HW__ICAL_END(out);
    end_observance(out, kind, rule->name);
}

/* One observance for all changes that are like `first`, which is the first of them. That is listed too: where
 * there are RDATEs, some readers (ical.js) forget the DTSTART. */
static void put_listed(hw__buffer *out, const changes *all, bool *written, size_t first, bool daylight)
{
    const hw__transition *like = &all->items[first];
    const char *kind = daylight ? "DAYLIGHT" : "STANDARD";
    begin_observance(out, kind, wall_before(like), like->before, like->after);
    for (size_t i = first; i < all->count; i++) {
        const hw__transition *change = &all->items[i];
        if (change->before != like->before || change->after != like->after ||
            change->daylight != like->daylight || strcmp(change->name, like->name) != 0)
            continue;
        put_wall(out, "RDATE:", wall_before(change));
        written[i] = true;
    }
    end_observance(out, kind, like->name);
}

static bool is_summer(const hw__transition *change)
{
    return change->daylight && is_forward(change);
}

/* All changes one by one. Some clients insist on a STANDARD, and on its being the first. */
static hw_status put_list(hw__buffer *out, const changes *all, hw_error *err)
{
    bool *written = hw__zalloc(all->count, sizeof *written);
    if (!written)
        return hw__no_memory(err);
    bool has_standard = false;
    for (size_t i = 0; i < all->count; i++) {
        if (!written[i] && !is_summer(&all->items[i])) {
            put_listed(out, all, written, i, false);
            has_standard = true;
        }
    }
    for (size_t i = 0; i < all->count; i++) {
        if (!written[i]) {
            put_listed(out, all, written, i, has_standard);
            has_standard = true;
        }
    }
    hw__free(written);
    return HW_OK;
}

static void put_constant(hw__buffer *out, const hw__transition *now, hw_instant from)
{
    int64_t wall = from < HW__DAY_SECONDS ? hw__wall(HW__DAY_MIN, 0) : 0;
    begin_observance(out, "STANDARD", wall, now->after, now->after);
    end_observance(out, "STANDARD", now->name);
}

/* What holds at `from`, as a change at its beginning. */
static hw__transition first_of(const hw__zone *zone, hw_instant from)
{
    hw__transition first, before;
    hw__span span;
    hw__zone_at(zone, from, &first);
    hw__zone_seek(zone, from, &span);
    first.at = span.from;
    first.before = first.after;
    if (span.from > hw__wall(HW__DAY_MIN, 0) + YEAR) {
        hw__zone_at(zone, span.from - 1, &before);
        first.before = before.after;
    } else {
        first.at = hw__wall(HW__DAY_MIN, 0) + YEAR;
    }
    return first;
}

hw_status hw__ical_zone(hw__buffer *out, const hw__zone *zone, hw_instant from, hw_instant to, hw_error *err)
{
    changes all = {0};
    hw__transition change = first_of(zone, from);
    hw_instant horizon = to + LOOK_AHEAD * YEAR + YEAR;
    size_t used = 1;
    bool enough = hw__vec_push(&all, change);
    for (hw_instant at = from; enough && hw__zone_next_transition(zone, at, &change) && change.at <= horizon;
         at = change.at) {
        enough = hw__vec_push(&all, change);
        used += change.at <= to;
    }
    onset onsets[2] = {{0}};
    hw_status status = enough ? HW_OK : hw__no_memory(err);
    HW__PUT_LIT(out, "BEGIN:VTIMEZONE\r\n");
    hw__ical_text(out, "TZID", hw__zone_name(zone));
    if (enough && find_rule(&all, onsets) && holds_from(onsets, &all, from)) {
        int year = hw__date_from_day(hw__wall_day(from)).year - 1;
        put_yearly(out, &onsets[false], "STANDARD", year);
        put_yearly(out, &onsets[true], "DAYLIGHT", year);
    } else if (enough && used == 1) {
        put_constant(out, &all.items[0], from);
    } else if (enough) {
        all.count = used;
        status = put_list(out, &all, err);
    }
    HW__PUT_LIT(out, "END:VTIMEZONE\r\n");
    hw__vec_free(&all);
    return status;
}
