/* SPDX-License-Identifier: MIT */
/* What a report needs beside the metrics, in one pass over each kind of record: occurrences by assignment,
 * what got in the way, why something was excused or paused, steps by goal, the sessions around the moment. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

/* Whether an entry lies in the report's window: by the day it happened, else was recorded. */
static bool in_window(const hw__report *report, const hw__entry_row *row)
{
    hw_moment at = hw__entry_at(row);
    if (at.precision == HW_PRECISION_UNKNOWN)
        at = hw__entry_recorded(row);
    hw_date date = hw_moment_local(at).date;
    return hw_date_compare(date, report->from) >= 0 && hw_date_compare(date, report->to) < 0;
}

/* The place of an assignment in the plan; -1 if it has none of that id. */
static int64_t place_of(const hw__report *report, const char *id)
{
    const hw__thing *thing = hw__plan_thing(report->plan, HW__ASSIGNMENTS, id, strlen(id));
    return thing ? thing - report->plan->sections[HW__ASSIGNMENTS].items : -1;
}

static void count_barriers(hw__report *report, const uint32_t *by_symbol)
{
    const hw__log_store *log = report->plan->log;
    for (size_t i = 0; i < log->entries.count; i++) {
        const hw__entry_row *row = &log->entries.items[i];
        uint32_t index = by_symbol[row->assignment];
        if (report->states[i] != HW_ENTRY_LIVE || row->visibility == HW_VISIBILITY_PRIVATE ||
            index == UINT32_MAX || !in_window(report, row))
            continue;
        for (uint32_t v = 0; v < row->values; v++) {
            const hw__value_row *value = &log->values.items[row->first + v];
            if (value->kind == HW_VALUE_BARRIER && value->code < HW__BARRIERS)
                report->tallies[index].barriers[value->code]++;
        }
    }
}

static bool tally_log(hw__report *report)
{
    const hw__log_store *log = report->plan->log;
    const hw__things *assignments = &report->plan->sections[HW__ASSIGNMENTS];
    size_t symbols = log->symbols.texts.count + 1;
    uint32_t *by_symbol = hw__alloc(symbols * sizeof *by_symbol);
    report->states = hw__alloc(log->entries.count);
    bool good = by_symbol && report->states && hw__log_states(log, report->as_of, report->states);
    if (good) {
        memset(by_symbol, 0xff, symbols * sizeof *by_symbol);
        for (size_t i = 0; i < assignments->count; i++) {
            const char *id = assignments->items[i].revisions.items[0]->id;
            uint32_t symbol = hw__log_find_symbol(log, id, strlen(id));
            if (symbol)
                by_symbol[symbol] = (uint32_t)i;
        }
        count_barriers(report, by_symbol);
    }
    hw__free(by_symbol);
    return good;
}

/* Groups the occurrences by assignment: a counting sort, which keeps their order. */
static bool group_occurrences(hw__report *report)
{
    size_t assignments = report->plan->sections[HW__ASSIGNMENTS].count,
           count = report->occurrences->rows.count;
    const hw__occurrence *rows = report->occurrences->rows.items;
    report->first = hw__zalloc(assignments + 2, sizeof *report->first);
    report->order = hw__alloc(count * sizeof *report->order);
    if (!report->first || !report->order)
        return false;
    for (size_t i = 0; i < count; i++)
        report->first[rows[i].assignment + 2]++;
    for (size_t a = 2; a <= assignments; a++)
        report->first[a] += report->first[a - 1];
    for (size_t i = 0; i < count; i++)
        report->order[report->first[rows[i].assignment + 1]++] = (uint32_t)i;
    return true;
}

/* Whether an assignment has an excused occurrence on that day. Its rows are sorted by due time, which follows
 * the days. */
static bool is_excused(const hw__report *report, uint32_t assignment, int32_t day, int32_t seconds)
{
    uint32_t low = report->first[assignment], end = report->first[assignment + 1], high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hw__report_row(report, middle)->day < day)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < end && hw__report_row(report, low)->day == day; low++) {
        const hw__occurrence *row = hw__report_row(report, low);
        if (row->status == HW_STATUS_EXCUSED && (seconds == HW_ALL_DAY || row->seconds == seconds))
            return true;
    }
    return false;
}

static void tally_excuses(hw__report *report)
{
    const hw__things *excuses = &report->plan->sections[HW__EXCUSES];
    for (size_t i = 0; i < excuses->count; i++) {
        const hw_excuse *excuse = (const hw_excuse *)hw__report_latest(report, &excuses->items[i]);
        int64_t place = excuse && !excuse->withdrawn ? place_of(report, excuse->assignment) : -1;
        if (place >= 0 &&
            is_excused(report, (uint32_t)place, hw__day_from_date(excuse->due.date), excuse->due.seconds))
            report->tallies[place].excuses[excuse->reason]++;
    }
}

static void tally_holds(hw__report *report)
{
    const hw__things *holds = &report->plan->sections[HW__HOLDS];
    for (size_t i = 0; i < holds->count; i++) {
        const hw_hold *hold = (const hw_hold *)hw__report_latest(report, &holds->items[i]);
        if (!hold || hold->withdrawn || hw_date_compare(hold->from, report->to) >= 0 ||
            (hold->to.year && hw_date_compare(hold->to, report->from) < 0))
            continue;
        if (!hold->assignments.count)
            report->holds[hold->reason] = true;
        for (uint32_t a = 0; a < hold->assignments.count; a++) {
            int64_t place = place_of(report, ((char *const *)hold->assignments.items)[a]);
            if (place >= 0)
                report->tallies[place].holds[hold->reason] = true;
        }
    }
}

static int compare_steps(const void *a, const void *b)
{
    const hw_step *x = *(const hw_step *const *)a, *y = *(const hw_step *const *)b;
    int goals = strcmp(x->goal, y->goal);
    if (goals)
        return goals;
    if (x->position != y->position)
        return x->position < y->position ? -1 : 1;
    return strcmp(x->head.id, y->head.id);
}

static bool sort_steps(hw__report *report)
{
    const hw__things *things = &report->plan->sections[HW__STEPS];
    for (size_t i = 0; i < things->count; i++) {
        const hw_step *step = (const hw_step *)hw__report_latest(report, &things->items[i]);
        if (step && !hw__vec_push(&report->steps, step))
            return false;
    }
    if (report->steps.count)
        qsort(report->steps.items, report->steps.count, sizeof *report->steps.items, compare_steps);
    return true;
}

void hw__report_find_sessions(hw__report *report)
{
    const hw__things *sessions = &report->plan->sections[HW__SESSIONS];
    for (size_t i = 0; i < sessions->count; i++) {
        const hw_session *session = (const hw_session *)hw__report_latest(report, &sessions->items[i]);
        if (!session)
            continue;
        bool ahead = hw__local_wall(session->start) >= report->now;
        if (session->state == HW_SESSION_HELD &&
            (!report->last || hw_local_compare(session->start, report->last->start) > 0))
            report->last = session;
        if (session->state == HW_SESSION_PLANNED && ahead &&
            (!report->next || hw_local_compare(session->start, report->next->start) < 0))
            report->next = session;
    }
}

bool hw__report_prepare(hw__report *report)
{
    report->tallies = hw__zalloc(report->plan->sections[HW__ASSIGNMENTS].count, sizeof *report->tallies);
    if (!report->tallies || !group_occurrences(report) || !tally_log(report) || !sort_steps(report))
        return false;
    tally_excuses(report);
    tally_holds(report);
    hw__report_find_sessions(report);
    return true;
}

void hw__report_close(hw__report *report)
{
    hw__free(report->states);
    hw__free(report->tallies);
    hw__free(report->order);
    hw__free(report->first);
    hw__vec_free(&report->steps);
}
