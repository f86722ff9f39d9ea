/* SPDX-License-Identifier: MIT */
/* When is an assignment due? Setting and giving back its schedule. A schedule is built beside the old one and
 * takes its place only when it is whole, so that a refused one leaves the draft as it was. Kinds that hang on
 * something else are in schedule_kinds.c, single occurrences in schedule_changes.c. */
#include "homework/schedule.h"

#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "model/records.h"
#include "model/shape_checks.h"

static const hw_local no_local = {{0, 0, 0}, 0};

/* ---- rules ---- */

hw_status hw__rule_canonical(hw__arena *arena, const char *text, size_t size, char **out, hw_error *err)
{
    hw__rule rule;
    hw_status status = hw__rule_parse(text, size, &rule, err);
    if (status != HW_OK) {
        return status;
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, HW__MAX_RULE_BYTES);
    hw__put_rule(&buffer, &rule);
    status = hw__buffer_status(&buffer, err);
    char *copy = status == HW_OK ? hw__arena_text(arena, buffer.data, buffer.size) : NULL;
    hw__buffer_free(&buffer);
    if (status == HW_OK && !copy) {
        return hw__no_memory(err);
    }
    if (status == HW_OK) {
        *out = copy;
    }
    return status;
}

static hw_status compile(const char *text, hw_date from, hw_date until, hw__rule *out, hw_error *err)
{
    hw__rule rule;
    hw_status status = hw__rule_parse(text, strlen(text), &rule, err);
    if (status == HW_OK) {
        int32_t last = until.year != 0 ? hw__day_from_date(until) : HW__NO_DAY;
        status = hw__rule_bind(&rule, hw__day_from_date(from), last, err);
    }
    if (status == HW_OK) {
        *out = rule;
    }
    return status;
}

/* The last day before a taper, or that of the schedule. */
static hw_date last_before(const hw__schedule *schedule, uint32_t taper)
{
    const hw__taper *tapers = schedule->tapers.items;
    if (taper >= schedule->tapers.count) {
        return schedule->until;
    }
    hw_date last = hw_date_add_days(tapers[taper].from, -1);
    bool sooner = schedule->until.year != 0 && hw_date_compare(schedule->until, last) < 0;
    return sooner ? schedule->until : last;
}

hw_status hw__schedule_compile(hw__schedule *schedule, hw_error *err)
{
    if (!schedule->present || schedule->kind != HW_SCHEDULE_RECURRING) {
        return hw__ok(err);
    }
    hw__taper *tapers = schedule->tapers.items;
    hw_status status =
        compile(schedule->rule, schedule->start.date, last_before(schedule, 0), &schedule->compiled, err);
    for (uint32_t i = 0; i < schedule->tapers.count && status == HW_OK; i++) {
        status =
            compile(tapers[i].rule, tapers[i].from, last_before(schedule, i + 1), &tapers[i].compiled, err);
    }
    return status;
}

/* ---- kinds ---- */

hw__schedule hw__schedule_blank(const hw__schedule *old, hw_schedule_kind kind, hw_local start)
{
    hw__schedule schedule;
    memset(&schedule, 0, sizeof schedule);
    hw__shape_defaults(&hw__shape_schedule, &schedule);
    schedule.present = true;
    schedule.kind = (uint8_t)kind;
    schedule.start = start;
    schedule.zone = old->zone;
    return schedule;
}

hw_status hw_assignment_set_on_demand(hw_assignment *assignment)
{
    hw_status status;
    if (hw__draft_open((hw_revision *)assignment, &status)) {
        memset(&assignment->schedule, 0, sizeof assignment->schedule);
        hw__shape_defaults(&hw__shape_schedule, &assignment->schedule);
    }
    return status;
}

hw_status hw_assignment_set_once(hw_assignment *assignment, hw_local due)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (!hw_local_is_valid(due)) {
        return hw__draft_fail(&assignment->head, HW_ERR_RANGE, "due",
                              "is not a day or time of the years 1 to 9999");
    }
    assignment->schedule = hw__schedule_blank(&assignment->schedule, HW_SCHEDULE_ONCE, due);
    return HW_OK;
}

hw_status hw_assignment_set_recurring(hw_assignment *assignment, hw_local start, const char *rule)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    if (!rule) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "rule", "must not be NULL");
    }
    if (!hw_local_is_valid(start)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "start", "is not a day or time of the years 1 to 9999");
    }
    hw_error error;
    hw__schedule schedule =
        hw__schedule_blank(&assignment->schedule, HW_SCHEDULE_RECURRING, (hw_local){start.date, HW_ALL_DAY});
    schedule.until = assignment->schedule.until;
    if (hw__rule_canonical(&draft->arena, rule, strlen(rule), &schedule.rule, &error) != HW_OK ||
        hw__schedule_compile(&schedule, &error) != HW_OK) {
        return hw__draft_keep(draft, &error);
    }
    if (start.seconds != HW_ALL_DAY) {
        int32_t *time = hw__list_add(&draft->arena, &schedule.times, sizeof *time);
        if (!time) {
            return hw__draft_fail(draft, HW_ERR_MEMORY, "start", "");
        }
        *time = start.seconds;
    }
    assignment->schedule = schedule;
    return HW_OK;
}

hw_status hw_assignment_set_quota(hw_assignment *assignment, hw_date start, int32_t times, int32_t most,
                                  hw_period period)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    hw_date until = assignment->schedule.until;
    if (!hw_date_is_valid(start)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "start", "is not a day of the years 1 to 9999");
    }
    if (until.year != 0 && hw_date_compare(until, start) < 0) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "start", "is after the last day");
    }
    if (times < 1 || times > 999 || (most != 0 && (most < times || most > 999))) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "quota",
                              "must be 1 to 999 times, and at most as many or more");
    }
    hw__schedule schedule =
        hw__schedule_blank(&assignment->schedule, HW_SCHEDULE_QUOTA, (hw_local){start, HW_ALL_DAY});
    status = hw__draft_word(draft, &schedule.period, (int)period, &hw__words_period, "period");
    if (status == HW_OK) {
        schedule.until = until;
        schedule.quota = times;
        schedule.most = most;
        assignment->schedule = schedule;
    }
    return status;
}

hw_schedule_kind hw_assignment_schedule(const hw_assignment *assignment)
{
    return assignment ? (hw_schedule_kind)assignment->schedule.kind : HW_SCHEDULE_ON_DEMAND;
}

hw_local hw_assignment_start(const hw_assignment *assignment)
{
    if (!assignment || !assignment->schedule.present) {
        return no_local;
    }
    hw_local start = assignment->schedule.start;
    if (assignment->schedule.times.count > 0) {
        start.seconds = *(const int32_t *)assignment->schedule.times.items;
    }
    return start;
}

const char *hw_assignment_rule(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.rule : NULL;
}

int32_t hw_assignment_quota_times(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.quota : 0;
}

int32_t hw_assignment_quota_most(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.most : 0;
}

hw_period hw_assignment_quota_period(const hw_assignment *assignment)
{
    bool quota = assignment && assignment->schedule.kind == HW_SCHEDULE_QUOTA;
    return quota ? (hw_period)assignment->schedule.period : HW_PERIOD_DAY;
}

/* ---- times, last day, zone ---- */

size_t hw_assignment_time_count(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.times.count : 0;
}

int32_t hw_assignment_time_at(const hw_assignment *assignment, size_t index)
{
    bool there = index < hw_assignment_time_count(assignment);
    return there ? ((const int32_t *)assignment->schedule.times.items)[index] : -1;
}

/* An offset with seconds is a time of its own. */
static bool takes_times(const hw__schedule *schedule)
{
    return schedule->kind == HW_SCHEDULE_RECURRING ||
           (schedule->kind == HW_SCHEDULE_SESSION_ANCHORED &&
            (schedule->offset.days == INT32_MIN || schedule->offset.seconds == 0));
}

hw_status hw_assignment_add_time(hw_assignment *assignment, int32_t seconds)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    hw__list *times = &assignment->schedule.times;
    if (!takes_times(&assignment->schedule)) {
        return hw__draft_fail(draft, HW_ERR_STATE, "times",
                              "need a recurring schedule, or one on days around sessions");
    }
    if (seconds < 0 || seconds >= HW__DAY_SECONDS) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "time", "must be 0 to 86399 seconds after midnight");
    }
    const int32_t *items = times->items;
    uint32_t index = 0;
    while (index < times->count && items[index] < seconds) {
        index++;
    }
    if (index < times->count && items[index] == seconds) {
        return hw__draft_fail(draft, HW_ERR_DUPLICATE, "time", "is there already");
    }
    if (times->count >= HW__MAX_TIMES) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "time", "is one too many: 24 at most");
    }
    int32_t *time = hw__list_insert(&draft->arena, times, sizeof *time, index);
    if (!time) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "time", "");
    }
    *time = seconds;
    return HW_OK;
}

hw_date hw_assignment_until(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.until : (hw_date){0, 0, 0};
}

hw_status hw_assignment_set_until(hw_assignment *assignment, hw_date until)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    hw__schedule changed = assignment->schedule;
    if (changed.kind == HW_SCHEDULE_ON_DEMAND || changed.kind == HW_SCHEDULE_ONCE) {
        return hw__draft_fail(draft, HW_ERR_STATE, "until", "needs a schedule that repeats");
    }
    status = hw__draft_date(draft, &changed.until, until, "until");
    if (status != HW_OK) {
        return status;
    }
    hw_error error;
    if (until.year != 0 && hw_date_compare(until, changed.start.date) < 0) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "until", "is before the first day");
    }
    if (hw__schedule_compile(&changed, &error) != HW_OK) {
        return hw__draft_keep(draft, &error);
    }
    assignment->schedule.until = until;
    return HW_OK;
}

const char *hw_assignment_zone(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.zone : NULL;
}

hw_status hw_assignment_set_zone(hw_assignment *assignment, const char *zone)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (!assignment->schedule.present) {
        return hw__draft_fail(&assignment->head, HW_ERR_STATE, "zone", "needs a schedule");
    }
    return hw__draft_zone(&assignment->head, &assignment->schedule.zone, zone, "zone");
}
