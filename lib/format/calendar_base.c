/* SPDX-License-Identifier: MIT */
/* What an assignment is called in a calendar, and what all of its components share. Discretion is decided
 * here and nowhere else: the summary is the only text that a component has. */
#include "format/calendar_base.h"

#include "base/fail.h"
#include "base/labels.h"
#include "format/calendar_rings.h"
#include "format/ical_zone.h"
#include "model/chains.h"

static const hw__things *section(const hw__calendar *calendar, hw__section which)
{
    return &calendar->plan->sections[which];
}

/* The wording that both the settings in force and the last recorded ones allow: what was widened holds from
 * its day on, what was narrowed at once, since a calendar given away now is seen for days. */
static hw_wording wording(const hw__calendar *calendar)
{
    const hw__thing *settings = &section(calendar, HW__SETTINGS)->items[0];
    size_t count = hw__known_revisions(settings, calendar->as_of);
    const hw_settings *last = (const hw_settings *)settings->revisions.items[count ? count - 1 : 0];
    const hw_settings *now = (const hw_settings *)hw__plan_as_of(calendar->plan, settings, calendar->as_of);
    return now && now->wording < last->wording ? (hw_wording)now->wording : (hw_wording)last->wording;
}

/* The text of the summary. A label of ours goes through `label`, which the caller frees. */
static const char *summary_text(const hw__calendar *calendar, const hw_assignment *assignment, size_t number,
                                hw__buffer *label)
{
    hw_wording allowed = calendar->wording;
    const char *text = NULL;
    if (allowed == HW_WORDING_PLAIN) {
        text = hw__texts_pick(&assignment->title, NULL);
    } else if (allowed == HW_WORDING_COVER) {
        text = hw__texts_pick(&assignment->cover, NULL);
    }
    if (!text) {
        hw__put_label(label, hw__language_find(calendar->plan->language), HW__LABEL_COVER_PRACTICE,
                      (int64_t)number, NULL);
        hw__put_char(label, '\0');
        text = label->data ? label->data : "";
    }
    return text;
}

/* ---- What it is called ---- */

static void put_name(hw__calendar *calendar, hw__cover *cover, const char *text)
{
    cover->summary = calendar->lines.size;
    hw__ical_text(&calendar->lines, "SUMMARY", text);
    cover->description = calendar->lines.size;
    hw__ical_text(&calendar->lines, "DESCRIPTION", text);
    cover->summary_size = cover->description - cover->summary;
    cover->description_size = calendar->lines.size - cover->description;
}

/* What the plan itself rings says nothing; a check-in says the client's own words if the client wants that, and that
 * calendars say what things are. */
static void make_own_covers(hw__calendar *calendar)
{
    const hw__thing *thing = &section(calendar, HW__SETTINGS)->items[0];
    size_t count = hw__known_revisions(thing, calendar->as_of);
    const hw_settings *last = (const hw_settings *)thing->revisions.items[count ? count - 1 : 0];
    bool says = calendar->wording == HW_WORDING_PLAIN && last->own_words;
    const char *words = says ? hw__texts_pick(&last->motivation, NULL) : NULL;
    const char *neutral =
        hw__label_text(hw__language_find(calendar->plan->language), HW__LABEL_COVER_CALENDAR);
    calendar->own.created = thing->revisions.items[0]->recorded.instant;
    calendar->own.space = calendar->space;
    hw__sha1_add(&calendar->own.space, "\n", 1); /* no id of an assignment begins so */
    calendar->check_in = calendar->own;
    put_name(calendar, &calendar->own, neutral);
    put_name(calendar, &calendar->check_in, words ? words : neutral);
}

static void make_cover(hw__calendar *calendar, size_t index)
{
    const hw__thing *thing = &section(calendar, HW__ASSIGNMENTS)->items[index];
    hw__cover *cover = &calendar->covers[index];
    size_t count = hw__known_revisions(thing, calendar->as_of);
    if (count == 0) {
        return;
    }
    const hw_revision *latest = thing->revisions.items[count - 1];
    cover->latest = (const hw_assignment *)latest;
    hw__buffer label;
    hw__buffer_init(&label, HW__MAX_LINE_BYTES);
    const char *text = summary_text(calendar, cover->latest, index + 1, &label);
    if (label.status != HW_OK && calendar->lines.status == HW_OK) {
        calendar->lines.status = label.status;
    }
    put_name(calendar, cover, text);
    hw__buffer_free(&label);
    cover->created = thing->revisions.items[0]->recorded.instant;
    cover->space = calendar->space;
    hw__sha1_add(&cover->space, latest->id, strlen(latest->id));
    hw__sha1_add(&cover->space, "\n", 1); /* no id has one, so that no two names are alike */
}

/* The client's day, by the settings in force. */
static hw_status find_today(hw__calendar *calendar, hw_error *err)
{
    const hw__thing *settings = &section(calendar, HW__SETTINGS)->items[0];
    const hw_revision *now = hw__plan_as_of(calendar->plan, settings, calendar->as_of);
    const hw_settings *used = (const hw_settings *)(now ? now : settings->revisions.items[0]);
    const hw__zone *zone = hw__zones_find(calendar->plan->zones, used->zone, err);
    if (!zone) {
        return err->status ? (hw_status)err->status : HW_ERR_NOT_FOUND;
    }
    calendar->zone = used->zone;
    int64_t wall = calendar->as_of + hw__zone_offset(zone, calendar->as_of, &calendar->hint);
    calendar->today = hw__wall_day(wall - used->day_start * 60);
    return HW_OK;
}

hw_status hw__calendar_open(hw__calendar *calendar, const hw_plan *plan, hw_instant as_of, hw_error *err)
{
    *calendar = (hw__calendar){.plan = plan, .as_of = hw__instant_within(as_of)};
    hw__buffer_init(&calendar->lines, HW__MAX_OUTPUT_BYTES);
    hw_status status = find_today(calendar, err);
    if (status != HW_OK) {
        return status;
    }
    size_t count = section(calendar, HW__ASSIGNMENTS)->count;
    calendar->covers = hw__zalloc(count, sizeof *calendar->covers);
    if (!calendar->covers) {
        return hw__no_memory(err);
    }
    hw__uuid uid = {{0}};
    hw__uuid_parse(plan->uid, strlen(plan->uid), &uid);
    hw__sha1_start(&calendar->space);
    hw__sha1_add(&calendar->space, uid.bytes, sizeof uid.bytes);
    calendar->wording = wording(calendar);
    calendar->last_session = hw__calendar_session(calendar, HW__DAY_MIN, true);
    status = hw__calendar_histories(calendar, err);
    for (size_t i = 0; i < count; i++) {
        make_cover(calendar, i);
    }
    make_own_covers(calendar);
    return status == HW_OK ? hw__buffer_status(&calendar->lines, err) : status;
}

hw_status hw__calendar_start(hw__calendar *calendar, const hw_plan *plan, hw_instant as_of,
                             const hw_calendar_options *options, hw__buffer *out, hw_error *err)
{
    *calendar = (hw__calendar){0};
    if (!plan) {
        return hw__null_argument(err, "plan");
    }
    hw_status status = hw__calendar_open(calendar, plan, as_of, err);
    calendar->out = out;
    calendar->options = hw__calendar_options(options);
    calendar->profile = hw__calendar_profile(calendar->options);
    return status;
}

void hw__calendar_close(hw__calendar *calendar)
{
    hw__buffer_free(&calendar->lines);
    hw__free(calendar->covers);
    hw__occurrence_source_close(calendar->source);
    hw__rings_free(calendar->rings);
    hw__vec_free(&calendar->zones);
    hw__vec_free(&calendar->links);
}

const hw__zone *hw__calendar_zone(hw__calendar *calendar, const char *name, hw_instant from, hw_instant to,
                                  hw_error *err)
{
    for (size_t i = calendar->zones.count; i-- > 0;) {
        hw__zone_need *need = &calendar->zones.items[i];
        if (strcmp(need->name, name) == 0) {
            need->from = from < need->from ? from : need->from;
            need->to = to > need->to ? to : need->to;
            return need->zone;
        }
    }
    hw__zone_need need = {.zone = hw__zones_find(calendar->plan->zones, name, err), .from = from, .to = to};
    if (!need.zone) {
        return NULL;
    }
    need.name = hw__zone_name(need.zone);
    if (!hw__vec_push(&calendar->zones, need)) {
        hw__no_memory(err);
        return NULL;
    }
    return need.zone;
}

int32_t hw__calendar_session(const hw__calendar *calendar, int32_t from, bool last)
{
    const hw__things *sessions = section(calendar, HW__SESSIONS);
    int32_t found = HW__NO_DAY;
    for (size_t i = 0; i < sessions->count; i++) {
        size_t count = hw__known_revisions(&sessions->items[i], calendar->as_of);
        if (count == 0) {
            continue;
        }
        const hw_session *session = (const hw_session *)sessions->items[i].revisions.items[count - 1];
        int32_t day = hw__day_from_date(session->start.date);
        if (session->state == HW_SESSION_PLANNED && day >= from &&
            (found == HW__NO_DAY || (last ? day > found : day < found))) {
            found = day;
        }
    }
    return found;
}

static void put_two(char *out, int value)
{
    out[0] = (char)('0' + value / 10);
    out[1] = (char)('0' + value % 10);
}

size_t hw__key_text(int32_t day, int32_t seconds, char out[HW__KEY_TEXT])
{
    hw_date date = hw__date_from_day(day);
    put_two(out, date.year / 100);
    put_two(out + 2, date.year % 100);
    put_two(out + 4, date.month);
    put_two(out + 6, date.day);
    if (seconds < 0) {
        return 8;
    }
    out[8] = 'T';
    put_two(out + 9, seconds / 3600);
    put_two(out + 11, seconds / 60 % 60);
    put_two(out + 13, seconds % 60);
    return 15;
}

void hw__todo_uuid(const hw__cover *cover, int32_t day, int32_t seconds, hw__uuid *out)
{
    char key[HW__KEY_TEXT];
    hw__uuid_v5_from(&cover->space, key, hw__key_text(day, seconds, key), out);
}

void hw__thing_uuid(const hw__calendar *calendar, const char *kind, const char *id, hw__uuid *out)
{
    hw__sha1 name = calendar->space;
    hw__sha1_add(&name, "\n", 1); /* no id of an assignment begins so */
    hw__sha1_add(&name, kind, strlen(kind) + 1);
    hw__uuid_v5_from(&name, id, strlen(id), out);
}

void hw__put_facts(hw__calendar *calendar, const hw__cover *cover, const hw__uuid *uuid, hw_instant changed,
                   int64_t sequence)
{
    hw__buffer *out = calendar->out;
    const hw__history *apart = &calendar->apart;
    changed = apart->count > 0 && apart->changed > changed ? apart->changed : changed;
    hw__ical_uid(out, uuid);
    hw__ical_instant(out, "DTSTAMP:", changed);
    hw__ical_instant(out, "CREATED:", cover->created);
    hw__ical_instant(out, "LAST-MODIFIED:", changed);
    hw__ical_int(out, "SEQUENCE:", sequence + apart->count);
}

void hw__put_shown(hw__calendar *calendar, bool busy)
{
    hw__put_text(calendar->out, busy ? "TRANSP:OPAQUE\r\n" : "TRANSP:TRANSPARENT\r\n");
    HW__PUT_LIT(calendar->out, "CLASS:PRIVATE\r\n");
    if (calendar->profile->microsoft) {
        hw__put_text(calendar->out,
                     busy ? "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n" : "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n");
        HW__PUT_LIT(calendar->out, "X-MICROSOFT-CDO-IMPORTANCE:1\r\nX-MICROSOFT-DISALLOW-COUNTER:TRUE\r\n");
    }
}

void hw__put_summary(hw__calendar *calendar, const hw__cover *cover)
{
    hw__put(calendar->out, calendar->lines.data + cover->summary, cover->summary_size);
}

void hw__put_alarm_begin(hw__calendar *calendar, const hw__uuid *component, unsigned number)
{
    hw__uuid uuid;
    hw__ical_alarm_uuid(component, number, &uuid);
    HW__PUT_LIT(calendar->out, "BEGIN:VALARM\r\n");
    hw__ical_uid(calendar->out, &uuid);
    HW__PUT_LIT(calendar->out, "ACTION:DISPLAY\r\n");
}

void hw__put_alarm_end(hw__calendar *calendar, const hw__cover *cover)
{
    hw__put(calendar->out, calendar->lines.data + cover->description, cover->description_size);
    HW__PUT_LIT(calendar->out, "END:VALARM\r\n");
}

hw__todo_state hw__todo_shown(const hw__occurrence *row, int *percent)
{
    double credit = hw__occurrence_credit(row, 0.5);
    int share = (int)(credit * 100 + 0.5);
    *percent = 0;
    switch (row->status) {
    case HW_STATUS_DONE:
    case HW_STATUS_DONE_LATE:
        *percent = 100;
        return HW__TODO_DONE;
    case HW_STATUS_NOT_DONE:
        return HW__TODO_CANCELLED;
    default:
        *percent = share < 99 ? share : 99;
        return share > 0 || row->status == HW_STATUS_PARTIAL ? HW__TODO_PART : HW__TODO_OPEN;
    }
}
