/* SPDX-License-Identifier: MIT */
/* The profile `todos`: one to-do for each occurrence, never recurring. A recurring to-do has no agreed
 * meaning when it is ticked off; a single one is ticked the same way everywhere, and its alarm is an
 * instant. */
#include "base/fail.h"
#include "format/calendar_rings.h"
#include "schedule/timeline.h"

#define DAYS_BACK 14
#define DAYS_AHEAD 7
#define DAYS_OF_MONTH 31

/* Whether clients agree on what a wall time is: it exists once. */
static bool is_plain(hw__calendar *calendar, const hw__zone *zone, int64_t wall, hw_instant instant)
{
    hw_fold fold;
    return hw__zone_resolve(zone, wall, &calendar->hint, NULL, &fold) == instant && fold == HW_FOLD_NONE;
}

/* Returns whether it needs the zone. */
static bool put_span(hw__calendar *calendar, const hw__todo_span *s, const hw__zone *zone)
{
    hw__buffer *out = calendar->out;
    if (s->all_day) {
        if (s->has_start) {
            hw__ical_date(out, "DTSTART", s->first);
        }
        hw__ical_date(out, "DUE", s->last);
    } else if (is_plain(calendar, zone, s->start_wall, s->start) &&
               is_plain(calendar, zone, s->due_wall, s->due)) {
        hw__ical_local(out, "DTSTART", hw__zone_name(zone), s->start_wall);
        hw__ical_local(out, "DUE", hw__zone_name(zone), s->due_wall);
        return true;
    } else {
        hw__ical_instant(out, "DTSTART:", s->start);
        hw__ical_instant(out, "DUE:", s->due);
    }
    return false;
}

/* When it was completed: what the last report of doing it says, else when that was recorded. */
static hw_instant completed(const hw__todos *todos, const hw_plan *plan, const hw__occurrence *row)
{
    hw_instant at = row->due;
    for (uint32_t i = 0; i < row->count; i++) {
        const hw__answer *answer = &todos->rows->entries.items[row->first + i];
        const hw__entry_row *entry = &plan->log->entries.items[answer->log];
        if (entry->extent == HW_EXTENT_DONE || entry->extent == HW_EXTENT_EXCEEDED) {
            at = entry->at_precision == HW_PRECISION_EXACT ? entry->at : entry->recorded;
        }
    }
    return at;
}

static void put_state(const hw__todos *todos, hw__calendar *calendar, const hw__occurrence *row)
{
    static const char *const words[] = {
        [HW__TODO_OPEN] = "STATUS:NEEDS-ACTION\r\n",
        [HW__TODO_PART] = "STATUS:IN-PROCESS\r\n",
        [HW__TODO_DONE] = "STATUS:COMPLETED\r\n",
        [HW__TODO_CANCELLED] = "STATUS:CANCELLED\r\n",
    };
    int percent;
    hw__todo_state state = hw__todo_shown(row, &percent);
    hw__put_text(calendar->out, words[state]);
    hw__ical_int(calendar->out, "PERCENT-COMPLETE:", percent);
    if (state == HW__TODO_DONE) {
        hw__ical_instant(calendar->out, "COMPLETED:", completed(todos, calendar->plan, row));
    }
}

static void put_alarms(const hw__todos *todos, hw__calendar *calendar, const hw__occurrence *row,
                       const hw__uuid *uuid, hw_instant changed)
{
    hw__chosen chosen;
    hw_error err;
    /* What rang before this was recorded is not heard any more. */
    const hw__ring_choice choice = {.most = calendar->profile->todo_alarms,
                                    .last = INT64_MAX,
                                    .over = changed};
    hw_status status = hw__rings_choose(todos->rings, row, todos->zones[row->zone], &choice, &chosen, &err);
    if (status != HW_OK) {
        hw__buffer_fail(calendar->out, status);
        return;
    }
    for (unsigned i = 0; i < chosen.count; i++) {
        hw__put_alarm_begin(calendar, uuid, i);
        hw__ical_instant(calendar->out, "TRIGGER;VALUE=DATE-TIME:", chosen.rings[i].at);
        hw__put_alarm_end(calendar, &calendar->covers[row->assignment]);
    }
}

/* The event that shows the same occurrence, and the goal. */
static void put_relations(hw__calendar *calendar, const hw__occurrence *row, const hw__uuid *goal)
{
    const hw__uuid *event = hw__links_find(calendar, row);
    if (goal) {
        hw__ical_uuid(calendar->out, "RELATED-TO;RELTYPE=PARENT:", goal);
    }
    if (event) {
        hw__ical_uuid(calendar->out, "RELATED-TO;RELTYPE=SIBLING:", event);
    }
}

/* When what it shows was recorded. Which event it names changes with that event. */
static hw__history history_of(const hw__todos *todos, const hw__calendar *calendar, const hw__occurrence *row)
{
    const hw__cover *cover = &calendar->covers[row->assignment];
    hw__history history = cover->history;
    hw__see_all(&history, &cover->evidence);
    if (calendar->profile->relates) {
        hw__see_all(&history, &cover->around);
    }
    hw__touches_see(&todos->touches, cover, row, &history);
    return history;
}

static void put_todo(const hw__todos *todos, hw__calendar *calendar, const hw__occurrence *row)
{
    hw__buffer *out = calendar->out;
    const hw__cover *cover = &calendar->covers[row->assignment];
    const hw__zone *zone = todos->zones[row->zone];
    hw__todo_span s = hw__todo_span_of(calendar->plan, row);
    hw__uuid uuid, goal;
    hw__history above, history = history_of(todos, calendar, row);
    int percent;
    bool below = hw__goal_above(calendar, hw__row_assignment(calendar->plan, row), &goal, &above);
    hw__todo_uuid(cover, row->day, row->seconds, &uuid);
    size_t begin = out->size;
    hw__see_all(&history, &above);
    HW__PUT_LIT(out, "BEGIN:VTODO\r\n");
    hw__put_facts(calendar, cover, &uuid, history.changed, hw__sequence(&history));
    bool zoned = put_span(calendar, &s, zone);
    hw__put_summary(calendar, cover);
    put_state(todos, calendar, row);
    HW__PUT_LIT(out, "PRIORITY:5\r\nCLASS:PRIVATE\r\n");
    put_relations(calendar, row, below ? &goal : NULL);
    hw__todo_state state = hw__todo_shown(row, &percent);
    bool rings = hw__row_assignment(calendar->plan, row)->reminders.count > 0;
    if (rings && (state == HW__TODO_OPEN || state == HW__TODO_PART)) {
        put_alarms(todos, calendar, row, &uuid, history.changed);
    }
    HW__PUT_LIT(out, "END:VTODO\r\n");
    hw__calendar_mark(calendar, begin, &uuid, zoned ? zone : NULL, s.start, s.due);
}

/* What is over is left out, but for what is still waited for. */
static bool is_wanted(const hw__calendar *calendar, const hw__occurrence *row)
{
    switch (row->status) {
    case HW_STATUS_NOT_REPORTED:
    case HW_STATUS_EXCUSED:
    case HW_STATUS_SUSPENDED:
    case HW_STATUS_WITHDRAWN:
        return false;
    default:
        break;
    }
    int32_t day = hw__row_due_day(row);
    if (day >= calendar->today || (row->flags & HW__OCCURRENCE_QUOTA && row->closes > calendar->as_of)) {
        return true;
    }
    bool open = !(row->flags & HW__OCCURRENCE_SETTLED) &&
                (row->status == HW_STATUS_OPEN || row->status == HW_STATUS_PARTIAL);
    return open && day >= calendar->today - DAYS_BACK;
}

int32_t hw__todos_end(const hw__calendar *calendar)
{
    if (calendar->options->until.year) {
        return hw__day_from_date(calendar->options->until);
    }
    int32_t session = hw__calendar_session(calendar, calendar->today, false);
    /* What is for a session is done before it, perhaps on its day. */
    return session == HW__NO_DAY ? calendar->today + DAYS_AHEAD : session + 1;
}

/* Keeps the wanted rows, and notes what zones they need. */
static hw_status choose(hw__todos *todos, hw__calendar *calendar, int32_t from, int32_t to, hw_error *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < todos->rows->rows.count; i++) {
        hw__occurrence row = todos->rows->rows.items[i];
        int32_t day = hw__row_due_day(&row);
        if (day < from || day >= to || !is_wanted(calendar, &row)) {
            continue;
        }
        todos->rows->rows.items[kept++] = row;
        bool timed = row.seconds != HW_ALL_DAY && !(row.flags & HW__OCCURRENCE_QUOTA);
        if (!timed && todos->zones[row.zone]) {
            continue;
        }
        const char *name = todos->rows->zones.items[row.zone];
        const hw__zone *zone = timed ? hw__calendar_zone(calendar, name, row.opens - HW__DAY_SECONDS,
                                                         row.closes + HW__DAY_SECONDS, err)
                                     : hw__zones_find(calendar->plan->zones, name, err);
        if (!zone) {
            return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
        }
        todos->zones[row.zone] = zone;
    }
    todos->rows->rows.count = kept;
    return HW_OK;
}

/* What rings, if any of them does. */
static hw_status find_rings(hw__todos *todos, hw__calendar *calendar, hw_error *err)
{
    hw_instant from = INT64_MAX, to = INT64_MIN;
    for (size_t i = 0; i < todos->rows->rows.count; i++) {
        const hw__occurrence *row = &todos->rows->rows.items[i];
        if (hw__row_assignment(calendar->plan, row)->reminders.count > 0) {
            from = row->opens < from ? row->opens : from;
            to = row->closes > to ? row->closes : to;
        }
    }
    if (from > to) {
        return HW_OK;
    }
    todos->rings = hw__rings_for_todos(calendar, from, to, err);
    return todos->rings ? HW_OK : (hw_status)err->status;
}

hw_status hw__todos_find(hw__todos *todos, hw__calendar *calendar, hw_error *err)
{
    *todos = (hw__todos){0};
    int32_t from = calendar->today - DAYS_OF_MONTH; /* a month's quota is known by its first day */
    int32_t to = hw__todos_end(calendar);
    hw__occurrence_query query = {.from = from > HW__DAY_MIN ? from : HW__DAY_MIN,
                                  .to = to < HW__DAY_MAX ? to : HW__DAY_MAX,
                                  .as_of = calendar->as_of,
                                  .assignment = HW__EVERY_ASSIGNMENT};
    query.to = query.to < query.from ? query.from : query.to;
    from = query.from;
    to = query.to;
    int64_t moving = hw__calendar_reach(calendar); /* what is due then may have been meant for another day */
    query.from = hw__day_within(query.from - moving);
    query.to = hw__day_within(query.to + moving);
    calendar->link_from = query.from;
    calendar->link_to = query.to;
    todos->rows = hw__plan_occurrences(calendar->plan, &query, err);
    if (!todos->rows) {
        return (hw_status)err->status;
    }
    todos->zones = hw__zalloc(todos->rows->zones.count, sizeof *todos->zones);
    if (!todos->zones) {
        return hw__no_memory(err);
    }
    hw_status status = choose(todos, calendar, from, to, err);
    status =
        status == HW_OK ? hw__touches_make(&todos->touches, calendar, query.from, query.to, err) : status;
    return status == HW_OK ? find_rings(todos, calendar, err) : status;
}

void hw__todos_write(const hw__todos *todos, hw__calendar *calendar)
{
    hw__links_sort(calendar);
    for (size_t i = 0; i < todos->rows->rows.count && calendar->out->status == HW_OK; i++) {
        put_todo(todos, calendar, &todos->rows->rows.items[i]);
    }
}

void hw__todos_close(hw__todos *todos)
{
    hw_occurrences_free(todos->rows);
    hw__vec_free(&todos->touches);
    hw__rings_free(todos->rings);
    hw__free(todos->zones);
}
