/* SPDX-License-Identifier: MIT */
/* What belongs on the agenda of the next session, in which order, and how much of it. */
#include "progress/agenda.h"

#include <string.h>

#include "base/fail.h"
#include "base/objects.h"
#include "base/text.h"
#include "progress/areas.h"
#include "schedule/timeline.h"

#define MOST_ITEMS 1000
#define MOST_FLAGS 1000

/* ---- options ---- */

static const hw_agenda_options defaults = {.length = HW_AGENDA_USUAL_LENGTH,
                                           .likelihood = HW_LINT_LIKELY_ENOUGH};

hw_agenda_options *hw_agenda_options_new(hw_error *err)
{
    hw_agenda_options *options = HW__NEW(agenda_options);
    if (!options) {
        hw__no_memory(err);
        return NULL;
    }
    *options = defaults;
    hw__ok(err);
    return options;
}

void hw_agenda_options_free(hw_agenda_options *options)
{
    if (!options) {
        return;
    }
    for (size_t i = 0; i < options->flags.count; i++) {
        hw__free(options->flags.items[i].id);
    }
    hw__vec_free(&options->flags);
    hw_areas_options_free(options->areas);
    HW__DELETE(agenda_options, options);
}

hw_status hw_agenda_options_set_length(hw_agenda_options *options, int32_t length, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (length < 1 || length > MOST_ITEMS) {
        return hw__fail(err, HW_ERR_RANGE, "length", "an agenda has 1 to 1,000 items");
    }
    options->length = length;
    return hw__ok(err);
}

hw_status hw_agenda_options_set_likelihood(hw_agenda_options *options, int32_t likelihood, hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    if (likelihood < 0 || likelihood > 100) {
        return hw__fail(err, HW_ERR_RANGE, "likelihood", "a likelihood is 0 to 100 %%");
    }
    options->likelihood = likelihood;
    return hw__ok(err);
}

hw_status hw_agenda_options_set_areas(hw_agenda_options *options, const hw_areas_options *areas,
                                      hw_error *err)
{
    if (!options) {
        return hw__null_argument(err, "options");
    }
    hw_areas_options *copy = areas ? hw__areas_options_copy(areas, err) : NULL;
    if (areas && !copy) {
        return HW_ERR_MEMORY;
    }
    hw_areas_options_free(options->areas);
    options->areas = copy;
    return hw__ok(err);
}

hw_status hw_agenda_options_add_flag(hw_agenda_options *options, hw_evidence_kind kind, const char *id,
                                     hw_error *err)
{
    if (!options || !id) {
        return hw__null_argument(err, options ? "id" : "options");
    }
    if ((unsigned)kind >= HW_EVIDENCE_REVISION || kind == HW_EVIDENCE_OCCURRENCE) {
        return hw__fail(err, HW_ERR_RANGE, "kind", "neither an entry nor a thing of the plan");
    }
    if (!hw__id_is_valid(id, strlen(id))) {
        return hw__fail(err, HW_ERR_SYNTAX, "id", "not an id");
    }
    if (options->flags.count >= MOST_FLAGS) {
        return hw__fail(err, HW_ERR_LIMIT, id, "no more than 1,000 records can be marked");
    }
    hw__agenda_flag flag = {.kind = (uint8_t)kind, .id = hw__strdup(id)};
    if (!flag.id || !hw__vec_push(&options->flags, flag)) {
        hw__free(flag.id);
        return hw__no_memory(err);
    }
    return hw__ok(err);
}

/* ---- items ---- */

const hw_revision *hw__agenda_known(const hw__agenda_maker *maker, int section, const char *id)
{
    const hw__thing *thing = hw__plan_thing(maker->plan, (hw__section)section, id, strlen(id));
    return thing ? hw__thing_known(thing, maker->as_of) : NULL;
}

hw_status hw__agenda_add_as(hw__agenda_maker *maker, hw__agenda_item item, const char *id,
                            const hw_revision *about)
{
    hw_agenda *agenda = maker->agenda;
    if (agenda->items.count >= (size_t)maker->options->length) {
        agenda->left_out++;
        return HW_OK;
    }
    if (id) {
        item.id = hw__arena_text(&agenda->arena, id, strlen(id));
        if (!item.id) {
            return hw__no_memory(maker->err);
        }
    }
    if (hw_evidence_count(item.evidence) == 0) {
        item.evidence = NULL;
    }
    item.own = hw__evidence_begin(&agenda->proofs);
    hw__proof itself = {.id = item.id, .kind = item.kind};
    if ((!item.evidence && item.id && !hw__evidence_cite(&agenda->proofs, &item.own, itself)) ||
        !hw__vec_push(&agenda->items, item)) {
        return hw__no_memory(maker->err);
    }
    agenda->items.items[agenda->items.count - 1].about = hw__record_ref(about);
    return HW_OK;
}

hw_status hw__agenda_add_id(hw__agenda_maker *maker, hw__agenda_item item, const char *id)
{
    return hw__agenda_add_as(maker, item, id, NULL);
}

hw_status hw__agenda_add(hw__agenda_maker *maker, hw__agenda_item item, const hw_revision *about)
{
    return hw__agenda_add_as(maker, item, about ? about->id : NULL, about);
}

/* ---- making ---- */

static hw_status (*const sections[])(hw__agenda_maker *maker) = {
    hw__agenda_person, hw__agenda_asked,    hw__agenda_homework, hw__agenda_barriers,
    hw__agenda_raters, hw__agenda_steps,    hw__agenda_insights, hw__agenda_accomplishments,
    hw__agenda_goals,  hw__agenda_planning,
};

/* The session that was held last and the next one that is planned. */
static hw_status find_sessions(hw__agenda_maker *maker)
{
    hw_agenda *agenda = maker->agenda;
    const hw__things *sessions = &maker->plan->sections[HW__SESSIONS];
    const hw_session *last = NULL, *next = NULL;
    hw_instant next_instant = 0, start;
    for (size_t i = 0; i < sessions->count; i++) {
        const hw_session *its = (const hw_session *)hw__thing_known(&sessions->items[i], maker->as_of);
        if (!its || (its->state != HW_SESSION_HELD && its->state != HW_SESSION_PLANNED)) {
            continue;
        }
        if (hw__session_instant(maker->plan, its, maker->as_of, &start, maker->err) != HW_OK) {
            return (hw_status)maker->err->status;
        }
        if (its->state == HW_SESSION_HELD && (!last || start > maker->since_instant)) {
            last = its;
            maker->since_instant = start;
        }
        if (its->state == HW_SESSION_PLANNED && start >= maker->as_of && (!next || start < next_instant)) {
            next = its;
            next_instant = start;
        }
    }
    if (last) {
        maker->since = last->start.date;
        agenda->last = hw__arena_text(&agenda->arena, last->head.id, strlen(last->head.id));
    }
    if (next) {
        agenda->next_start = next->start;
        agenda->next = hw__arena_text(&agenda->arena, next->head.id, strlen(next->head.id));
    }
    return (last && !agenda->last) || (next && !agenda->next) ? hw__no_memory(maker->err) : HW_OK;
}

static int64_t earlier(int64_t first, int64_t wall)
{
    return wall < first ? wall : first;
}

/* The day of the earliest that anything known then is about. */
static hw_date first_day(const hw_plan *plan, hw_instant as_of)
{
    int64_t first = INT64_MAX;
    for (int section = 0; section < HW__SECTION_COUNT; section++) {
        const hw__things *things = &plan->sections[section];
        for (size_t i = 0; i < things->count; i++) {
            const hw_revision *revision = things->items[i].revisions.items[0];
            if (revision->recorded.instant <= as_of) {
                first = earlier(first, hw__local_wall(revision->effective));
                first = earlier(first, hw__moment_wall(revision->recorded));
            }
        }
    }
    for (size_t i = 0; i < plan->log->entries.count; i++) {
        const hw__entry_row *row = &plan->log->entries.items[i];
        bool known = row->at_precision != HW_PRECISION_UNKNOWN;
        if (row->recorded <= as_of) {
            first = earlier(first, hw__moment_wall(known ? hw__entry_at(row) : hw__entry_recorded(row)));
        }
    }
    return hw__wall_local(first == INT64_MAX ? hw__plan_wall(plan, as_of) : first).date;
}

/* What happened since the last session. What was due before it and settled after it is of these days too: a week
 * of a quota in whose middle the session was would belong to no session otherwise. */
static void look_back(hw__agenda_maker *maker)
{
    hw_agenda *agenda = maker->agenda;
    int32_t today = hw__day_from_date(maker->today);
    hw_occurrences *recent =
        hw__occurrences_since(maker->plan, hw__day_from_date(maker->since), maker->since_instant,
                              today < HW__DAY_MAX ? today + 1 : today, maker->as_of, maker->err);
    if (!recent) {
        return;
    }
    agenda->recent = agenda->whole;
    if (agenda->last) {
        agenda->recent = hw__plan_areas_of(maker->plan, recent, maker->options->areas, maker->err);
    }
    if (agenda->recent) {
        maker->progress = hw_occurrences_progress(maker->plan, recent, NULL, maker->err);
    }
    hw_occurrences_free(recent);
}

static hw_status look(hw__agenda_maker *maker)
{
    hw_agenda *agenda = maker->agenda;
    hw_date tomorrow = hw_date_add_days(maker->today, 1);
    agenda->since = maker->since;
    agenda->whole =
        hw_plan_areas(maker->plan, maker->first, tomorrow, maker->as_of, maker->options->areas, maker->err);
    if (!agenda->whole) {
        return (hw_status)maker->err->status;
    }
    look_back(maker);
    agenda->lint = maker->progress
                       ? hw_plan_lint(maker->plan, NULL, maker->as_of, maker->options->likelihood, maker->err)
                       : NULL;
    return agenda->lint ? HW_OK : (hw_status)maker->err->status;
}

static hw_status fill(hw__agenda_maker *maker)
{
    hw_agenda *agenda = maker->agenda;
    maker->today = hw__wall_local(hw__plan_wall(maker->plan, maker->as_of)).date;
    maker->first = first_day(maker->plan, maker->as_of);
    if (hw_date_compare(maker->first, maker->today) > 0) {
        maker->first = maker->today;
    }
    maker->since = maker->first;
    if (maker->plan->language) {
        agenda->language = hw__strdup(maker->plan->language);
        if (!agenda->language) {
            return hw__no_memory(maker->err);
        }
    }
    hw_status status = find_sessions(maker);
    if (status == HW_OK && hw_date_compare(maker->since, maker->today) > 0) {
        maker->since = maker->today;
    }
    status = status == HW_OK ? look(maker) : status;
    for (size_t i = 0; status == HW_OK && i < sizeof sections / sizeof *sections; i++) {
        status = sections[i](maker);
    }
    return status;
}

hw_agenda *hw_plan_session_agenda(const hw_plan *plan, hw_instant as_of, const hw_agenda_options *options,
                                  hw_error *err)
{
    hw_error own;
    if (!plan) {
        hw__null_argument(err, "plan");
        return NULL;
    }
    hw__agenda_maker maker = {.agenda = HW__NEW(agenda),
                              .plan = plan,
                              .options = options ? options : &defaults,
                              .as_of = as_of,
                              .since_instant = INT64_MIN,
                              .err = err ? err : &own};
    if (!maker.agenda) {
        hw__no_memory(err);
        return NULL;
    }
    hw_status status = fill(&maker);
    hw_progress_free(maker.progress);
    if (status != HW_OK) {
        hw_agenda_free(maker.agenda);
        return NULL;
    }
    hw__ok(err);
    return maker.agenda;
}

void hw_agenda_free(hw_agenda *agenda)
{
    if (!agenda) {
        return;
    }
    for (size_t i = 0; i < agenda->items.count; i++) {
        hw__record_unref(agenda->items.items[i].about);
    }
    hw__vec_free(&agenda->items);
    hw__vec_free(&agenda->proofs);
    if (agenda->recent != agenda->whole) {
        hw_areas_free(agenda->recent);
    }
    hw_areas_free(agenda->whole);
    hw_lint_free(agenda->lint);
    hw__free(agenda->language);
    hw__arena_free(&agenda->arena);
    HW__DELETE(agenda, agenda);
}
