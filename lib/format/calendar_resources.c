/* SPDX-License-Identifier: MIT */
/* A calendar in pieces: one resource for each component, or files that a client is not too small for. The
 * components are written once, one after another, and then each piece is put together of those that are its
 * own, with the zones that they need, so that a piece says nothing of the others. */
#include <stdio.h>

#include "base/fail.h"
#include "base/limits.h"
#include "base/objects.h"
#include "format/calendar_base.h"
#include "format/ical_zone.h"

#define MARGIN (2 * HW__DAY_SECONDS) /* of a zone around what needs it */

typedef struct resource {
    size_t begin, size;
    char uid[37], href[41], etag[41];
} resource;

struct hw_calendar_resources {
    hw__buffer bytes; /* of all, each followed by NUL */
    HW__VEC(resource) items;
};

void hw__calendar_mark(hw__calendar *calendar, size_t begin, const hw__uuid *uuid, const hw__zone *zone,
                       hw_instant from, hw_instant to)
{
    hw__buffer *out = calendar->out;
    if (!calendar->marks || out->status != HW_OK) {
        return;
    }
    bool utc = zone && hw__ical_is_utc(hw__zone_name(zone));
    hw__mark mark = {begin, out->size, *uuid, utc ? NULL : zone, from, to};
    if (!hw__vec_push(calendar->marks, mark)) {
        hw__buffer_fail(out, HW_ERR_MEMORY);
    }
}

/* Writes all components, and nothing around them. */
static hw_status collect(hw__calendar *calendar, hw_error *err)
{
    hw__todos todos = {0};
    const hw__profile *profile = calendar->profile;
    hw_status status = profile->todos ? hw__todos_find(&todos, calendar, err) : HW_OK;
    if (status == HW_OK && profile->events) {
        status = hw__calendar_events(calendar, true, err);
    }
    if (status == HW_OK) {
        status = hw__calendar_sessions(calendar, true, err);
    }
    if (status == HW_OK) {
        status = hw__calendar_goals(calendar, err);
    }
    if (status == HW_OK && profile->todos) {
        hw__todos_write(&todos, calendar);
    }
    hw__todos_close(&todos);
    return status == HW_OK ? hw__buffer_status(calendar->out, err) : status;
}

typedef enum form {
    FORM_RESOURCES,
    FORM_FILES,
    FORM_WITHDRAWAL, /* of what the options ask for, as resources */
    FORM_WITHDRAWAL_OF_ALL
} form;

/* One being put together. */
typedef struct maker {
    hw__calendar *calendar; /* its `out` and `marks` are what was collected */
    hw_calendar_resources *to;
    HW__VEC(hw__zone_need) zones;
    form form;
} maker;

static bool need_zone(maker *m, const hw__mark *mark)
{
    for (size_t i = 0; mark->zone && i < m->zones.count; i++) {
        hw__zone_need *need = &m->zones.items[i];
        if (need->zone == mark->zone) {
            need->from = mark->from - MARGIN < need->from ? mark->from - MARGIN : need->from;
            need->to = mark->to + MARGIN > need->to ? mark->to + MARGIN : need->to;
            return true;
        }
    }
    hw__zone_need need = {.zone = mark->zone, .from = mark->from - MARGIN, .to = mark->to + MARGIN};
    return !mark->zone || hw__vec_push(&m->zones, need);
}

/* The number of the first component that is of the next piece. */
static size_t end_of_piece(const maker *m, size_t first)
{
    const hw__marks *marks = m->calendar->marks;
    const hw__profile *profile = m->calendar->profile;
    size_t end = first + 1;
    while (
        m->form == FORM_FILES && end < marks->count &&
        (!profile->most_components || end - first < profile->most_components) &&
        (!profile->most_bytes || marks->items[end].end - marks->items[first].begin <= profile->most_bytes)) {
        end++;
    }
    return end;
}

static void name_piece(const maker *m, const hw__mark *mark, resource *out)
{
    static const char hex[] = "0123456789abcdef";
    unsigned char digest[20];
    hw__sha1 sha;
    hw__sha1_start(&sha);
    hw__sha1_add(&sha, m->to->bytes.data + out->begin, out->size);
    hw__sha1_end(&sha, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out->etag[2 * i] = hex[digest[i] >> 4];
        out->etag[2 * i + 1] = hex[digest[i] & 15];
    }
    if (m->form == FORM_FILES) {
        snprintf(out->href, sizeof out->href, "practice-%zu.ics", m->to->items.count + 1);
    } else {
        hw__uuid_print(&mark->uuid, out->uid);
        memcpy(out->href, out->uid, 36);
        memcpy(out->href + 36, ".ics", 4);
    }
}

static hw_status make_piece(maker *m, size_t first, size_t end, hw_error *err)
{
    const hw__mark *marks = m->calendar->marks->items;
    hw__buffer *bytes = &m->to->bytes;
    resource piece = {.begin = bytes->size};
    hw_status status = HW_OK;
    m->zones.count = 0;
    for (size_t i = first; i < end; i++) {
        if (!need_zone(m, &marks[i])) {
            return hw__no_memory(err);
        }
    }
    hw__put_head(m->calendar, bytes, m->form == FORM_FILES && m->calendar->options->refresh > 0);
    for (size_t i = 0; i < m->zones.count && status == HW_OK; i++) {
        const hw__zone_need *need = &m->zones.items[i];
        status = hw__ical_zone(bytes, need->zone, need->from, need->to, err);
    }
    hw__put(bytes, m->calendar->out->data + marks[first].begin, marks[end - 1].end - marks[first].begin);
    HW__PUT_FOOT(bytes);
    piece.size = bytes->size - piece.begin;
    hw__put_char(bytes, '\0');
    if (status != HW_OK || (status = hw__buffer_status(bytes, err)) != HW_OK) {
        return status;
    }
    name_piece(m, &marks[first], &piece);
    return hw__vec_push(&m->to->items, piece) ? HW_OK : hw__no_memory(err);
}

static hw_status make_all(hw__calendar *calendar, hw_calendar_resources *to, form which, hw_error *err)
{
    maker m = {.calendar = calendar, .to = to, .form = which};
    bool withdraws = which >= FORM_WITHDRAWAL;
    hw_status status = withdraws ? hw__calendar_withdraw(calendar, which == FORM_WITHDRAWAL_OF_ALL, err)
                                 : collect(calendar, err);
    for (size_t i = 0, end; status == HW_OK && i < calendar->marks->count; i = end) {
        end = end_of_piece(&m, i);
        status = make_piece(&m, i, end, err);
    }
    hw__vec_free(&m.zones);
    return status;
}

static hw_calendar_resources *resources_of(const hw_plan *plan, hw_instant as_of,
                                           const hw_calendar_options *options, form which, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    hw_calendar_resources *to = HW__NEW(calendar_resources);
    if (!to) {
        hw__no_memory(err);
        return NULL;
    }
    hw__calendar calendar;
    hw__marks marks = {0};
    hw__buffer out;
    hw__buffer_init(&to->bytes, HW__MAX_OUTPUT_BYTES);
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    hw_status status = hw__calendar_start(&calendar, plan, as_of, options, &out, err);
    calendar.marks = &marks;
    if (status == HW_OK) {
        status = make_all(&calendar, to, which, err);
    }
    hw__calendar_close(&calendar);
    hw__buffer_free(&out);
    hw__vec_free(&marks);
    if (status != HW_OK) {
        hw_calendar_resources_free(to);
        return NULL;
    }
    hw__ok(err);
    return to;
}

hw_calendar_resources *hw_plan_calendar_resources(const hw_plan *plan, hw_instant as_of,
                                                  const hw_calendar_options *options, hw_error *err)
{
    return resources_of(plan, as_of, options, FORM_RESOURCES, err);
}

hw_calendar_resources *hw_plan_calendar_files(const hw_plan *plan, hw_instant as_of,
                                              const hw_calendar_options *options, hw_error *err)
{
    return resources_of(plan, as_of, options, FORM_FILES, err);
}

hw_calendar_resources *hw_plan_withdrawal_resources(const hw_plan *plan, hw_instant as_of,
                                                    const hw_calendar_options *options, hw_error *err)
{
    return resources_of(plan, as_of, options, options ? FORM_WITHDRAWAL : FORM_WITHDRAWAL_OF_ALL, err);
}

void hw_calendar_resources_free(hw_calendar_resources *resources)
{
    if (resources) {
        hw__buffer_free(&resources->bytes);
        hw__vec_free(&resources->items);
        HW__DELETE(calendar_resources, resources);
    }
}

static const resource *at(const hw_calendar_resources *resources, size_t index)
{
    return resources && index < resources->items.count ? &resources->items.items[index] : NULL;
}

size_t hw_calendar_resources_count(const hw_calendar_resources *resources)
{
    return resources ? resources->items.count : 0;
}

const char *hw_calendar_resources_uid_at(const hw_calendar_resources *resources, size_t index)
{
    const resource *one = at(resources, index);
    return one && *one->uid ? one->uid : NULL;
}

const char *hw_calendar_resources_href_at(const hw_calendar_resources *resources, size_t index)
{
    const resource *one = at(resources, index);
    return one ? one->href : NULL;
}

const char *hw_calendar_resources_etag_at(const hw_calendar_resources *resources, size_t index)
{
    const resource *one = at(resources, index);
    return one ? one->etag : NULL;
}

const char *hw_calendar_resources_bytes_at(const hw_calendar_resources *resources, size_t index, size_t *size)
{
    const resource *one = at(resources, index);
    if (size) {
        *size = one ? one->size : 0;
    }
    return one ? resources->bytes.data + one->begin : NULL;
}
