/* SPDX-License-Identifier: MIT */
/* What the homework since the last session puts on the agenda: each assignment with its counts, what was written
 * down later, what got in the way, where raters are far apart, and what was accomplished. */
#include <string.h>

#include "base/fail.h"
#include "base/words.h"
#include "homework/thread.h"
#include "homework/words.h"
#include "progress/agenda.h"

/* Much was recorded later: so many of what was done, and more than half of it. */
#define MUCH 3

static const hw_metric counted[HW__AGENDA_COUNTS] = {
    [HW__AGENDA_DONE] = HW_METRIC_DONE,           [HW__AGENDA_PARTIAL] = HW_METRIC_PARTIAL,
    [HW__AGENDA_NOT_DONE] = HW_METRIC_NOT_DONE,   [HW__AGENDA_NOT_REPORTED] = HW_METRIC_NOT_REPORTED,
    [HW__AGENDA_BESIDES] = HW_METRIC_UNSCHEDULED,
};

/* ---- homework ---- */

static hw__agenda_item homework_item(const hw__agenda_maker *maker, const hw_assignment *assignment,
                                     size_t subject, size_t area)
{
    const hw_areas *recent = maker->agenda->recent;
    hw__agenda_item item = {.section = HW_AGENDA_HOMEWORK,
                            .reason = HW_AGENDA_REASON_HOMEWORK,
                            .kind = HW_EVIDENCE_ASSIGNMENT,
                            .likelihood = assignment->contract.present ? assignment->contract.likelihood : -1,
                            .detail = hw_word_at(HW_WORDS_AREA, (int)hw_areas_area_at(recent, area)),
                            .evidence = hw_areas_evidence_at(recent, area),
                            .row = area};
    for (int i = 0; i < HW__AGENDA_COUNTS; i++) {
        item.counts[i] = hw_progress_numerator(maker->progress, subject, counted[i]);
    }
    item.value = item.counts[HW__AGENDA_DONE];
    item.of = hw_progress_denominator(maker->progress, subject, HW_METRIC_DONE);
    item.has_value = item.has_of = item.of > 0;
    if (item.of == 0) {
        item.value = item.counts[HW__AGENDA_BESIDES];
        item.has_value = true;
    }
    return item;
}

/* Whether there is anything to look at together. */
static bool is_worth_a_look(const hw__agenda_item *item, size_t settled)
{
    return settled > 0 || item->of > 0 || item->counts[HW__AGENDA_BESIDES] > 0;
}

/* Where an assignment stands among the areas and the subjects; SIZE_MAX = nowhere. By assignment. */
typedef struct place {
    size_t area, subject;
} place;

static size_t thing_of(const hw__agenda_maker *maker, const char *id)
{
    const hw__thing *thing = hw__plan_thing(maker->plan, HW__ASSIGNMENTS, id, strlen(id));
    return thing ? (size_t)(thing - maker->plan->sections[HW__ASSIGNMENTS].items) : SIZE_MAX;
}

/* NULL without memory. */
static place *find_places(const hw__agenda_maker *maker)
{
    const hw_areas *recent = maker->agenda->recent;
    const hw_progress *progress = maker->progress;
    size_t count = maker->plan->sections[HW__ASSIGNMENTS].count;
    place *places = hw__alloc(count * sizeof *places);
    for (size_t i = 0; places && i < count; i++) {
        places[i] = (place){SIZE_MAX, SIZE_MAX};
    }
    for (size_t i = 0; places && i < hw_areas_count(recent); i++) {
        if (hw_areas_subject_at(recent, i) == HW_SUBJECT_ASSIGNMENT) {
            places[thing_of(maker, hw_areas_id_at(recent, i))].area = i;
        }
    }
    for (size_t i = 0; places && i < hw_progress_subject_count(progress); i++) {
        if (hw_progress_subject_at(progress, i) == HW_SUBJECT_ASSIGNMENT) {
            places[thing_of(maker, hw_progress_subject_id(progress, i))].subject = i;
        }
    }
    return places;
}

/* Those that need work come first, so there are two rounds. */
static hw_status add_homework(hw__agenda_maker *maker, const hw_unreviewed *waiting, const place *places,
                              bool needs_work)
{
    const hw_areas *recent = maker->agenda->recent;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_unreviewed_count(waiting); i++) {
        const char *id = hw_unreviewed_assignment_at(waiting, i);
        size_t thing = thing_of(maker, id);
        size_t area = places[thing].area, subject = places[thing].subject;
        const hw_revision *record = hw__agenda_known(maker, HW__ASSIGNMENTS, id);
        if (area == SIZE_MAX || subject == SIZE_MAX || !record ||
            (hw_areas_area_at(recent, area) == HW_AREA_NEEDS_WORK) != needs_work) {
            continue;
        }
        hw__agenda_item item = homework_item(maker, (const hw_assignment *)record, subject, area);
        if (is_worth_a_look(&item, hw_unreviewed_settled_at(waiting, i))) {
            status = hw__agenda_add(maker, item, record);
        }
    }
    return status;
}

/* By the metric of what was recorded promptly: only of what has settled can one say so. */
static hw_status add_recorded_later(hw__agenda_maker *maker)
{
    hw_status status = HW_OK;
    for (size_t s = 0; status == HW_OK && s < hw_progress_subject_count(maker->progress); s++) {
        if (hw_progress_subject_at(maker->progress, s) != HW_SUBJECT_ASSIGNMENT) {
            continue;
        }
        const char *id = hw_progress_subject_id(maker->progress, s);
        int64_t done = hw_progress_numerator(maker->progress, s, HW_METRIC_DONE);
        int64_t later = done - hw_progress_numerator(maker->progress, s, HW_METRIC_RECORDED_PROMPTLY);
        const hw_revision *record = hw__agenda_known(maker, HW__ASSIGNMENTS, id);
        if (later < MUCH || 2 * later <= done || !record) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_HOMEWORK,
                                .reason = HW_AGENDA_REASON_RECORDED_LATER,
                                .kind = HW_EVIDENCE_ASSIGNMENT,
                                .likelihood = -1,
                                .value = later,
                                .of = done,
                                .has_value = true,
                                .has_of = true};
        status = hw__agenda_add(maker, item, record);
    }
    return status;
}

hw_status hw__agenda_homework(hw__agenda_maker *maker)
{
    hw_unreviewed *waiting = hw_plan_unreviewed(maker->plan, maker->as_of, maker->err);
    if (!waiting) {
        return (hw_status)maker->err->status;
    }
    place *places = find_places(maker);
    hw_status status = HW_OK;
    if (!places) {
        status = hw__no_memory(maker->err);
    } else {
        status = add_homework(maker, waiting, places, true);
        status = status == HW_OK ? add_homework(maker, waiting, places, false) : status;
    }
    hw__free(places);
    hw_unreviewed_free(waiting);
    return status == HW_OK ? add_recorded_later(maker) : status;
}

/* ---- what got in the way ---- */

hw_status hw__agenda_barriers(hw__agenda_maker *maker)
{
    const hw_areas *recent = maker->agenda->recent;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_areas_barrier_count(recent); i++) {
        if (hw_areas_barrier_assignment_at(recent, i) || !hw_areas_barrier_repeated_at(recent, i)) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_BARRIERS,
                                .reason = HW_AGENDA_REASON_BARRIER,
                                .kind = HW__AGENDA_OF_PLAN,
                                .likelihood = -1,
                                .value = (int64_t)hw_areas_barrier_times_at(recent, i),
                                .has_value = true,
                                .detail = hw_word_at(HW_WORDS_BARRIER, (int)hw_areas_barrier_at(recent, i)),
                                .evidence = hw_areas_barrier_evidence_at(recent, i),
                                .row = i};
        status = hw__agenda_add_id(maker, item, NULL);
    }
    return status;
}

/* ---- raters ---- */

static uint8_t role_of(const hw__agenda_maker *maker, const char *id)
{
    const hw_person *person = (const hw_person *)hw__agenda_known(maker, HW__PEOPLE, id);
    return person ? person->role : HW_ROLE_SUPPORTER;
}

hw_status hw__agenda_raters(hw__agenda_maker *maker)
{
    const hw_areas *recent = maker->agenda->recent;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_areas_rating_count(recent); i++) {
        int32_t first = 0, second = 0;
        hw_dimension dimension;
        if (!hw_areas_rating_disagree_at(recent, i) || !hw_areas_rating_first_value_at(recent, i, &first) ||
            !hw_areas_rating_second_value_at(recent, i, &second)) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_RATERS,
                                .reason = HW_AGENDA_REASON_RATERS_DIFFER,
                                .kind = HW_EVIDENCE_SESSION,
                                .likelihood = -1,
                                .value = first,
                                .of = second,
                                .has_value = true,
                                .has_of = true,
                                .detail = hw_areas_rating_dimension_at(recent, i, &dimension)
                                              ? hw_word_at(HW_WORDS_DIMENSION, (int)dimension)
                                              : "attainment",
                                .evidence = hw_areas_rating_evidence_at(recent, i),
                                .row = i};
        const char *goal = hw_areas_rating_goal_at(recent, i);
        item.roles[0] = role_of(maker, hw_areas_rating_first_at(recent, i));
        item.roles[1] = role_of(maker, hw_areas_rating_second_at(recent, i));
        status = hw__agenda_add_as(maker, item, hw_areas_rating_session_at(recent, i),
                                   goal ? hw__agenda_known(maker, HW__GOALS, goal) : NULL);
    }
    return status;
}

/* ---- accomplishments ---- */

/* What each kind of accomplishment is about. */
static const struct {
    uint8_t kind, section;
} about[] = {
    [HW_ACCOMPLISHMENT_GOAL_ACHIEVED] = {HW_EVIDENCE_GOAL, HW__GOALS},
    [HW_ACCOMPLISHMENT_TARGET_REACHED] = {HW_EVIDENCE_GOAL, HW__GOALS},
    [HW_ACCOMPLISHMENT_STEP_REACHED] = {HW_EVIDENCE_STEP, HW__STEPS},
    [HW_ACCOMPLISHMENT_STEP_KEPT] = {HW_EVIDENCE_STEP, HW__STEPS},
    [HW_ACCOMPLISHMENT_CRITERION_MET] = {HW_EVIDENCE_STEP, HW__STEPS},
    [HW_ACCOMPLISHMENT_SKILL_ADVANCED] = {HW_EVIDENCE_SKILL, HW__SKILLS},
    [HW_ACCOMPLISHMENT_FIRST_DONE] = {HW_EVIDENCE_ASSIGNMENT, HW__ASSIGNMENTS},
    [HW_ACCOMPLISHMENT_QUOTA_MET] = {HW_EVIDENCE_ASSIGNMENT, HW__ASSIGNMENTS},
    [HW_ACCOMPLISHMENT_DONE] = {HW_EVIDENCE_ASSIGNMENT, HW__ASSIGNMENTS},
    [HW_ACCOMPLISHMENT_STREAK] = {HW_EVIDENCE_ASSIGNMENT, HW__ASSIGNMENTS},
};

/* How often an assignment was done stands with the homework already. */
static bool is_told(hw_accomplishment what)
{
    return what != HW_ACCOMPLISHMENT_DONE && (size_t)what < sizeof about / sizeof *about;
}

hw_status hw__agenda_accomplishments(hw__agenda_maker *maker)
{
    const hw_areas *recent = maker->agenda->recent;
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < hw_areas_accomplishment_count(recent); i++) {
        hw_accomplishment what = hw_areas_accomplishment_at(recent, i);
        const hw_revision *record = is_told(what) ? hw__agenda_known(maker, about[what].section,
                                                                     hw_areas_accomplishment_id_at(recent, i))
                                                  : NULL;
        if (!record) {
            continue;
        }
        hw__agenda_item item = {.section = HW_AGENDA_GAINS,
                                .reason = HW_AGENDA_REASON_ACCOMPLISHMENT,
                                .kind = about[what].kind,
                                .likelihood = -1,
                                .value = hw_areas_accomplishment_times_at(recent, i),
                                .of = hw_areas_accomplishment_of_at(recent, i),
                                .has_value = true,
                                .date = hw_areas_accomplishment_date_at(recent, i),
                                .detail = hw_word_at(HW_WORDS_ACCOMPLISHMENT, (int)what),
                                .evidence = hw_areas_accomplishment_evidence_at(recent, i),
                                .row = i};
        item.has_of = item.of > 0;
        status = hw__agenda_add(maker, item, record);
    }
    return status;
}
