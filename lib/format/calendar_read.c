/* SPDX-License-Identifier: MIT */
/* Ticks coming home: what does a calendar that a client has given back say? Only our own single to-dos count, known by
 * their UID. Anything that a client has rewritten into something else is for a person to look at. */
#include "format/calendar_read.h"

#include "base/fail.h"
#include "base/objects.h"
#include "schedule/timeline.h"

/* ---- The items ---- */

static void see_day(hw__reading *r, const hw__ical_time *time)
{
    if (time->readable) {
        int32_t day = hw__day_from_date(time->local.date);
        r->first = day < r->first ? day : r->first;
        r->last = day > r->last ? day : r->last;
    }
}

static hw_status visit(void *user, const hw__ical_part *part, hw_error *err)
{
    hw__reading *r = user;
    hw__todo_item item;
    if (!part->todo || !part->ours) { /* what is not ours is not even parsed */
        r->out->foreign++;
        return HW_OK;
    }
    hw_status status = hw__ical_read_todo(part, &item, r->problems, err);
    if (status == HW_ERR_INVALID) {
        r->incomplete = true;
        return HW_OK; /* the problem is noted */
    }
    if (status != HW_OK) {
        return status;
    }
    if (!item.has_uid && !item.has_sibling) {
        r->out->foreign++;
        return HW_OK;
    }
    see_day(r, &item.start);
    see_day(r, &item.due);
    return hw__vec_push(&r->found, item) ? HW_OK : hw__no_memory(err);
}

/* What was given away: UIDs with blanks or ends of lines between them. */
static hw_status read_exported(hw__reading *r, const char *text, hw_error *err)
{
    static const char blanks[] = " \t\r\n";
    for (text += strspn(text, blanks); *text; text += strspn(text, blanks)) {
        size_t size = strcspn(text, blanks);
        hw__uuid uuid;
        if (!hw__uuid_parse(text, size, &uuid)) {
            return hw__fail(err, HW_ERR_SYNTAX, "exported", "a UID that is no UUID");
        }
        if (hw__uuid_is_ours(&uuid) && !hw__vec_push(&r->exported, uuid)) {
            return hw__no_memory(err);
        }
        text += size;
    }
    return HW_OK;
}

/* ---- The whole ---- */

static hw_status find_zone(hw__reading *r, hw_error *err)
{
    const hw__thing *settings = &r->plan->sections[HW__SETTINGS].items[0];
    const hw_revision *now = hw__plan_as_of(r->plan, settings, r->calendar.as_of);
    const hw_settings *used = (const hw_settings *)(now ? now : settings->revisions.items[0]);
    r->zone = hw__zones_find(r->plan->zones, used->zone, err);
    return r->zone ? HW_OK : (hw_status)err->status;
}

/* A collection may have nothing in it. */
static bool is_emptied(const hw__reading *r, const char *data, size_t size)
{
    size_t i = 0;
    while (i < size && data[i] && strchr(" \t\r\n", data[i])) {
        i++;
    }
    return r->exported.count > 0 && i == size;
}

static hw_status read_all(hw__reading *r, const char *data, size_t size, hw_error *err)
{
    size_t errors = hw_problems_error_count(r->problems);
    hw_status status =
        is_emptied(r, data, size) ? HW_OK : hw__ical_guard(data, size, visit, r, r->problems, err);
    r->incomplete = r->incomplete || hw_problems_error_count(r->problems) > errors;
    if (status == HW_OK && (r->found.count > 0 || r->exported.count > 0)) {
        status = find_zone(r, err);
        status = status == HW_OK ? hw__reading_find(r, err) : status;
    }
    for (uint32_t i = 0; status == HW_OK && r->rows && i < r->rows->rows.count; i++) {
        if (r->latest[i] != HW__ITEM_NONE) {
            status = hw__reading_decide(r, i, err);
        }
    }
    return status;
}

static hw_status read_calendar(hw__reading *r, const char *data, size_t size, const char *exported,
                               hw_instant as_of, hw_error *err)
{
    hw_status status = hw__calendar_open(&r->calendar, r->plan, as_of, err);
    if (status == HW_OK) {
        status = read_exported(r, exported, err);
    }
    if (status == HW_OK) {
        status = read_all(r, data, size, err);
    }
    hw__calendar_close(&r->calendar);
    hw__vec_free(&r->found);
    hw__vec_free(&r->exported);
    hw__vec_free(&r->undone);
    hw__vec_free(&r->rows_of);
    hw_occurrences_free(r->rows);
    hw__free(r->uuids);
    hw__free(r->latest);
    hw__free(r->slots);
    return status;
}

hw_proposals *hw_plan_read_collection(const hw_plan *plan, const char *data, size_t size,
                                      const char *exported, hw_instant as_of, hw_problems *problems,
                                      hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!plan || !data) {
        hw__null_argument(err, plan ? "data" : "plan");
        return NULL;
    }
    if (!hw__ical_is_built_in()) {
        hw__fail(err, HW_ERR_UNSUPPORTED, "calendar", "this build cannot read calendars");
        return NULL;
    }
    hw_proposals *out = HW__NEW(proposals);
    hw_problems *noted = problems ? problems : hw_problems_new(NULL);
    bool made = out && noted;
    hw_status status = made ? HW_OK : hw__no_memory(err);
    if (made) {
        memcpy(out->plan, plan->uid, sizeof out->plan);
        hw__reading r = {
            .plan = plan, .problems = noted, .out = out, .first = HW__DAY_MAX, .last = HW__DAY_MIN};
        status = read_calendar(&r, data, size, exported ? exported : "", as_of, err);
    }
    if (!problems) {
        hw_problems_free(noted);
    }
    if (status != HW_OK) {
        hw_proposals_free(out);
        return NULL;
    }
    hw__ok(err);
    return out;
}

hw_proposals *hw_plan_read_calendar(const hw_plan *plan, const char *data, size_t size, hw_instant as_of,
                                    hw_problems *problems, hw_error *err)
{
    return hw_plan_read_collection(plan, data, size, NULL, as_of, problems, err);
}
