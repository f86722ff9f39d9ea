/* SPDX-License-Identifier: MIT */
/* Why does a plan ask for a person? By what stands in it: messages and questions that wait, silence, sessions
 * that nobody has marked, nothing to do. Texts are never read, and what is private is not counted. */
#include "progress/attention.h"

#include "base/fail.h"
#include "base/objects.h"
#include "homework/questionnaires.h"
#include "progress/areas.h"
#include "progress/progress.h"

#define MOST_SILENCE 1000
#define DAY 86400
#define NEVER INT64_MIN

typedef struct look {
    const hw_plan *plan;
    const hw_occurrences *occurrences;
    hw_instant as_of;
    hw_attention *found;
} look;

/* `moment`: what dates it; NEVER = nothing does. */
static void add(const look *at, hw_attention_reason reason, int64_t number, hw_instant now, hw_instant moment)
{
    int64_t days = moment == NEVER ? -1 : moment < now ? (now - moment) / DAY : 0;
    at->found->items[at->found->count++] = (hw__why){.reason = (uint8_t)reason,
                                                     .number = number,
                                                     .days = (int32_t)(days < INT32_MAX ? days : INT32_MAX)};
}

/* ---- safety items ---- */

static bool has_questionnaires(const look *at)
{
    const hw__things *assignments = &at->plan->sections[HW__ASSIGNMENTS];
    for (size_t i = 0; i < assignments->count; i++) {
        const hw_assignment *known =
            (const hw_assignment *)hw__thing_known(&assignments->items[i], at->as_of);
        if (known && known->kind == HW_KIND_MEASURE) {
            return true;
        }
    }
    return false;
}

static hw_status find_safety(const look *at, hw_error *err)
{
    if (!has_questionnaires(at)) { /* as in most plans */
        return HW_OK;
    }
    hw_questionnaires *forms =
        hw_plan_questionnaires(at->plan, at->occurrences->from, at->occurrences->to, at->as_of, NULL, err);
    if (!forms) {
        return (hw_status)err->status;
    }
    int64_t number = 0;
    hw_instant latest = NEVER;
    for (size_t i = 0; i < hw_questionnaires_count(forms); i++) {
        if (hw_questionnaires_flag_count(forms, i) > 0) {
            hw_instant moment = hw_questionnaires_happened_at(forms, i).instant;
            latest = moment > latest ? moment : latest;
            number++;
        }
    }
    hw_questionnaires_free(forms);
    if (number > 0) {
        add(at, HW_ATTENTION_SAFETY, number, at->as_of, latest);
    }
    return HW_OK;
}

/* ---- messages ---- */

/* What waits of one sort, and when the oldest of it was written. */
typedef struct waiting {
    int64_t number;
    hw_instant oldest;
} waiting;

static void count(waiting *what, hw_instant written)
{
    what->oldest = what->number == 0 || written < what->oldest ? written : what->oldest;
    what->number++;
}

/* An insight asks for nothing. */
static bool waits(const hw_message *message)
{
    return message->visibility != HW_VISIBILITY_PRIVATE && message->topic != HW_MESSAGE_INSIGHT &&
           (message->state == HW_MESSAGE_OPEN || message->state == HW_MESSAGE_ACKNOWLEDGED ||
            message->state == HW_MESSAGE_DEFERRED);
}

static void count_messages(const look *at, waiting *concerns, waiting *questions)
{
    const hw__things *messages = &at->plan->sections[HW__MESSAGES];
    for (size_t i = 0; i < messages->count; i++) {
        const hw__thing *thing = &messages->items[i];
        const hw_message *message = (const hw_message *)hw__thing_known(thing, at->as_of);
        if (message && waits(message)) {
            count(message->topic == HW_MESSAGE_CONCERN ? concerns : questions,
                  thing->revisions.items[0]->recorded.instant);
        }
    }
}

/* When the last session that was held began, by its clock; INT64_MIN if none was. */
static int64_t last_held(const look *at)
{
    const hw__things *sessions = &at->plan->sections[HW__SESSIONS];
    int64_t last = INT64_MIN;
    for (size_t i = 0; i < sessions->count; i++) {
        const hw_session *session = (const hw_session *)hw__thing_known(&sessions->items[i], at->as_of);
        if (session && session->state == HW_SESSION_HELD && hw__local_wall(session->start) > last) {
            last = hw__local_wall(session->start);
        }
    }
    return last;
}

static bool asks(const hw__log_store *log, const hw__entry_row *row)
{
    for (uint32_t v = 0; v < row->values; v++) {
        const hw__value_row *value = &log->values.items[row->first + v];
        if (value->kind == HW_VALUE_NOTE && value->code == HW_NOTE_QUESTION) {
            return true;
        }
    }
    return false;
}

/* Questions in the log wait until a session is held. False without memory. */
static bool count_questions(const look *at, waiting *questions)
{
    const hw__log_store *log = at->plan->log;
    int64_t since = last_held(at);
    uint8_t *states = NULL;
    bool good = true;
    for (size_t i = log->entries.count; good && i-- > 0;) {
        const hw__entry_row *row = &log->entries.items[i];
        if (row->recorded > at->as_of || row->visibility != HW_VISIBILITY_SHARED || !asks(log, row) ||
            hw__moment_wall(hw__entry_recorded(row)) <= since) {
            continue;
        }
        if (!states) { /* only few logs have any */
            states = hw__alloc(log->entries.count);
            good = states && hw__log_states(log, at->as_of, states);
        }
        if (good && states[i] == HW_ENTRY_LIVE) {
            count(questions, row->recorded);
        }
    }
    hw__free(states);
    return good;
}

static bool find_waiting(const look *at)
{
    waiting concerns = {0, 0}, questions = {0, 0};
    count_messages(at, &concerns, &questions);
    if (!count_questions(at, &questions)) {
        return false;
    }
    if (concerns.number > 0) {
        add(at, HW_ATTENTION_CONCERN, concerns.number, at->as_of, concerns.oldest);
    }
    if (questions.number > 0) {
        add(at, HW_ATTENTION_QUESTION, questions.number, at->as_of, questions.oldest);
    }
    return true;
}

/* ---- silence ---- */

static hw_instant last_recorded(const look *at)
{
    const hw__log_store *log = at->plan->log;
    for (size_t i = log->entries.count; i-- > 0;) {
        if (log->entries.items[i].recorded <= at->as_of) {
            return log->entries.items[i].recorded;
        }
    }
    return NEVER;
}

static void find_silence(const look *at, int32_t silence)
{
    hw_instant last = last_recorded(at);
    int64_t number = 0;
    for (size_t i = 0; i < at->occurrences->rows.count; i++) {
        const hw__occurrence *row = &at->occurrences->rows.items[i];
        number += row->status == HW_STATUS_NOT_REPORTED && row->closes > last;
    }
    if (number >= silence) {
        add(at, HW_ATTENTION_SILENT, number, at->as_of, last);
    }
}

/* ---- areas ---- */

static hw_status find_areas(const look *at, hw_error *err)
{
    hw_areas *areas = hw__plan_judge(at->plan, at->occurrences, err);
    if (!areas) {
        return (hw_status)err->status;
    }
    int64_t number = 0;
    for (size_t i = 0; i < hw_areas_count(areas); i++) {
        number += hw_areas_area_at(areas, i) == HW_AREA_NEEDS_WORK;
    }
    hw_areas_free(areas);
    if (number > 0) {
        add(at, HW_ATTENTION_NEEDS_WORK, number, at->as_of, NEVER);
    }
    return HW_OK;
}

/* ---- assignments and sessions ---- */

static void find_nothing_assigned(const look *at, int64_t wall)
{
    const hw__things *assignments = &at->plan->sections[HW__ASSIGNMENTS];
    const hw_settings *settings = hw__plan_settings_at(at->plan, at->as_of, wall);
    bool is_over = settings->ends.year && hw__day_from_date(settings->ends) < hw__wall_day(wall);
    bool any = false;
    for (size_t i = 0; i < assignments->count && !any; i++) {
        const hw_assignment *known =
            (const hw_assignment *)hw__thing_known(&assignments->items[i], at->as_of);
        any = known && (known->state == HW_ASSIGNMENT_PROPOSED || known->state == HW_ASSIGNMENT_AGREED ||
                        known->state == HW_ASSIGNMENT_ACTIVE);
    }
    if (!any && !is_over) {
        add(at, HW_ATTENTION_NOTHING_ASSIGNED, 0, at->as_of, NEVER);
    }
}

/* What the clock of a session shows at the moment; the client's where it has none of its own. */
static int64_t wall_of(const look *at, const hw_session *session, int64_t wall)
{
    const hw__zone *zone = session->zone ? hw__zones_find(at->plan->zones, session->zone, NULL) : NULL;
    hw__zone_hint hint = {0};
    hw_instant instant = hw__instant_within(at->as_of);
    return zone ? instant + hw__zone_offset(zone, instant, &hint) : wall;
}

static int64_t end_of(const hw_session *session)
{
    int64_t start = hw__local_wall(session->start);
    return session->start.seconds == HW_ALL_DAY ? start + DAY : start + (int64_t)session->minutes * 60;
}

static void find_open_sessions(const look *at, int64_t wall)
{
    const hw__things *sessions = &at->plan->sections[HW__SESSIONS];
    int64_t number = 0, longest = 0;
    for (size_t i = 0; i < sessions->count; i++) {
        const hw_session *known = (const hw_session *)hw__thing_known(&sessions->items[i], at->as_of);
        if (!known || known->state != HW_SESSION_PLANNED) {
            continue;
        }
        int64_t over = wall_of(at, known, wall) - end_of(known);
        if (over >= 0) {
            number++;
            longest = over > longest ? over : longest;
        }
    }
    if (number > 0) {
        add(at, HW_ATTENTION_SESSION_OPEN, number, longest, 0);
    }
}

hw_attention *hw_plan_attention(const hw_plan *plan, const hw_progress *progress, int32_t silence,
                                bool flagged, hw_error *err)
{
    if (!plan || !progress) {
        hw__null_argument(err, plan ? "progress" : "plan");
        return NULL;
    }
    if (silence < 1 || silence > MOST_SILENCE) {
        hw__fail(err, HW_ERR_RANGE, "silence", "silence is from 1 to %d occurrences", MOST_SILENCE);
        return NULL;
    }
    const hw_occurrences *occurrences = hw_progress_occurrences(progress);
    if (!hw__occurrences_fit(occurrences, plan)) {
        hw__fail(err, HW_ERR_STATE, "progress", "the plan has changed since it was made");
        return NULL;
    }
    hw_attention *found = HW__NEW(attention);
    if (!found) {
        hw__no_memory(err);
        return NULL;
    }
    look at = {plan, occurrences, occurrences->as_of, found};
    int64_t wall = hw__plan_wall(plan, at.as_of);
    if (flagged) {
        add(&at, HW_ATTENTION_FLAGGED, 1, at.as_of, NEVER);
    }
    hw_error own;
    hw_error *error = err ? err : &own;
    hw_status status = find_safety(&at, error);
    if (status == HW_OK && !find_waiting(&at)) {
        status = hw__no_memory(err);
    }
    if (status == HW_OK) {
        find_silence(&at, silence);
        status = find_areas(&at, error);
    }
    if (status != HW_OK) {
        hw_attention_free(found);
        return NULL;
    }
    find_nothing_assigned(&at, wall);
    find_open_sessions(&at, wall);
    hw__ok(err);
    return found;
}

void hw_attention_free(hw_attention *attention)
{
    HW__DELETE(attention, attention);
}

hw_attention *hw_attention_copy(const hw_attention *attention, hw_error *err)
{
    if (!attention) {
        hw__null_argument(err, "attention");
        return NULL;
    }
    hw_attention *copy = HW__NEW(attention);
    if (!copy) {
        hw__no_memory(err);
        return NULL;
    }
    *copy = *attention;
    hw__ok(err);
    return copy;
}
