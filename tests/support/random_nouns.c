/* SPDX-License-Identifier: MIT */
/* Random edits of what the second version of the format has: skills, templates, reviews, ratings, scores, messages,
 * contracts, criteria, and the states of all. */
#include <string.h>

#include "support/random_edits.h"

#define PICK_AT(e, noun)                    \
    (hw_plan_##noun##_count((e)->plan) == 0 \
         ? NULL                             \
         : hw_plan_##noun##_at((e)->plan,   \
                               (size_t)random_below((e)->random, hw_plan_##noun##_count((e)->plan))))
#define PICK_ID(e, noun) hw_##noun##_id(PICK_AT(e, noun))

#define GIVE(e, noun, draft, fresh)                                                                    \
    hw_status status = (draft) == NULL ? HW_ERR_MEMORY                                                 \
                       : (fresh)       ? hw_plan_add_##noun((e)->plan, (draft), (e)->change, (e)->err) \
                                       : hw_plan_revise_##noun((e)->plan, (draft), (e)->change, (e)->err);   \
    hw_##noun##_unref(draft);                                                                          \
    return status

/* Refuses an edit for which the plan has nothing yet. */
static hw_status nothing_yet(editing *e)
{
    if (e->err)
        *e->err = (hw_error){.status = HW_ERR_NOT_FOUND, .message = "nothing to edit yet"};
    return HW_ERR_NOT_FOUND;
}

/* A live entry of an assignment, of any if `assignment` is NULL; NULL if there is none. */
static const char *some_entry(editing *e, const char *assignment, hw_log **log)
{
    *log = hw_plan_entries(e->plan, NULL);
    size_t count = hw_log_count(*log);
    size_t start = count ? (size_t)random_below(e->random, count) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = (start + i) % count;
        const char *its = hw_log_assignment_at(*log, at);
        if (hw_log_state_at(*log, at) == HW_ENTRY_LIVE &&
            (!assignment || (its && strcmp(its, assignment) == 0)))
            return hw_log_id_at(*log, at);
    }
    return NULL;
}

static hw_status edit_skill(editing *e)
{
    const hw_skill *old = random_chance(e->random, 40) ? PICK_AT(e, skill) : NULL;
    const char *goal = PICK_ID(e, goal);
    char id[40];
    random_id(id, 'k', e->editor);
    hw_skill *draft = old ? hw_skill_edit(old, e->err) : hw_skill_new(id, random_line(e->random), e->err);
    hw_skill_set_title(draft, random_language(e->random), random_line(e->random));
    hw_skill_set_description(draft, random_language(e->random), random_text(e->random));
    hw_skill_clear_goals(draft);
    if (goal && random_chance(e->random, 50))
        hw_skill_add_goal(draft, goal);
    GIVE(e, skill, draft, !old);
}

/* A practice that shows the next stage, and the stage. */
static hw_status advance_skill(editing *e)
{
    const hw_skill *skill = PICK_AT(e, skill);
    const char *assignment = NULL;
    for (size_t i = 0; skill && i < hw_plan_assignment_count(e->plan) && !assignment; i++) {
        const hw_assignment *one = hw_plan_assignment_at(e->plan, i);
        for (size_t s = 0; s < hw_assignment_skill_count(one); s++) {
            if (strcmp(hw_assignment_skill_at(one, s), hw_skill_id(skill)) == 0)
                assignment = hw_assignment_id(one);
        }
    }
    if (!assignment)
        return nothing_yet(e);
    hw_log *log;
    const char *entry = some_entry(e, assignment, &log);
    if (!log)
        return HW_ERR_MEMORY;
    hw_status status =
        entry ? hw_plan_mark_skill(e->plan, hw_skill_id(skill), (hw_skill_stage)(hw_skill_state(skill) + 1),
                                   entry, e->change, e->err)
              : nothing_yet(e);
    hw_log_unref(log);
    return status;
}

static hw_status edit_template(editing *e)
{
    const hw_template *old = random_chance(e->random, 40) ? PICK_AT(e, template) : NULL;
    hw_kind kind = (hw_kind)random_int(e->random, 0, HW_KIND_OTHER);
    char id[40];
    random_id(id, 't', e->editor);
    hw_template *draft =
        old ? hw_template_edit(old, e->err) : hw_template_new(id, random_line(e->random), kind, e->err);
    hw_template_set_title(draft, random_language(e->random), random_line(e->random));
    hw_template_set_instructions(draft, random_language(e->random), random_text(e->random));
    hw_template_set_rationale(draft, random_language(e->random), random_text(e->random));
    hw_template_set_label(draft, kind == HW_KIND_OTHER ? random_line(e->random) : NULL);
    hw_template_set_minutes(draft, random_chance(e->random, 50) ? random_int(e->random, 1, 1440) : 0);
    hw_template_set_source(draft, random_chance(e->random, 50) ? random_line(e->random) : NULL);
    hw_template_set_licence(draft, random_chance(e->random, 50) ? "MIT" : NULL);
    GIVE(e, template, draft, !old);
}

static hw_status edit_review(editing *e)
{
    const hw_review *old = random_chance(e->random, 30) ? PICK_AT(e, review) : NULL;
    const char *session = PICK_ID(e, session), *assignment = PICK_ID(e, assignment),
               *other = PICK_ID(e, assignment);
    hw_decision decision = (hw_decision)random_int(e->random, 0, HW_DECISION_COMPLETE);
    char id[40];
    random_id(id, 'r', e->editor);
    if (!session || !assignment)
        return nothing_yet(e);
    hw_review *draft =
        old ? hw_review_edit(old, e->err) : hw_review_new(id, session, assignment, decision, e->err);
    hw_review_set_decision(draft, decision);
    hw_review_set_findings(draft, random_language(e->random), random_text(e->random));
    assignment = hw_review_assignment(draft);
    size_t revisions = hw_plan_assignment_revision_count(e->plan, assignment);
    const hw_assignment *next = hw_plan_assignment_revision_at(e->plan, assignment, revisions - 1);
    hw_review_set_next_revision(draft, random_chance(e->random, 40)
                                           ? hw_revision_id(hw_assignment_revision(next))
                                           : NULL);
    if (other && assignment && strcmp(other, assignment) != 0 && random_chance(e->random, 30))
        hw_review_set_replacement(draft, other);
    hw_log *log;
    const char *entry = some_entry(e, assignment, &log);
    if (!log) {
        hw_review_unref(draft);
        return HW_ERR_MEMORY;
    }
    hw_review_clear_equivalents(draft);
    if (entry && random_chance(e->random, 50))
        hw_review_add_equivalent(draft, entry);
    hw_log_unref(log);
    GIVE(e, review, draft, !old);
}

static hw_status edit_rating(editing *e)
{
    const hw_rating *old = random_chance(e->random, 30) ? PICK_AT(e, rating) : NULL;
    const char *session = PICK_ID(e, session), *assignment = PICK_ID(e, assignment);
    char id[40];
    random_id(id, 'q', e->editor);
    if (!session)
        return nothing_yet(e);
    hw_rating *draft =
        old ? hw_rating_edit(old, e->err) : hw_rating_new(id, session, PICK_ID(e, person), e->err);
    hw_rating_set_assignment(draft, random_chance(e->random, 50) ? assignment : NULL);
    for (int d = 0; d < HW_DIMENSION_COUNT; d++) {
        if (d == 0 || random_chance(e->random, 30))
            hw_rating_set_value(draft, (hw_dimension)d, random_int(e->random, d == 0 ? 0 : -1, 4));
    }
    GIVE(e, rating, draft, !old);
}

static hw_status edit_score(editing *e)
{
    const hw_score *old = random_chance(e->random, 30) ? PICK_AT(e, score) : NULL;
    const char *goal = PICK_ID(e, goal), *session = PICK_ID(e, session);
    int32_t level = random_int(e->random, -2, 2);
    char id[40];
    random_id(id, 'c', e->editor);
    if (!goal)
        return nothing_yet(e);
    hw_score *draft =
        old ? hw_score_edit(old, e->err) : hw_score_new(id, goal, PICK_ID(e, person), level, e->err);
    hw_score_set_level(draft, level);
    hw_score_set_session(draft, random_chance(e->random, 50) ? session : NULL);
    GIVE(e, score, draft, !old);
}

static hw_status edit_message(editing *e)
{
    const hw_message *old = random_chance(e->random, 30) ? PICK_AT(e, message) : NULL;
    hw_topic topic = (hw_topic)random_int(e->random, 0, HW_MESSAGE_REQUEST);
    char id[40];
    random_id(id, 'n', e->editor);
    hw_message *draft =
        old ? hw_message_edit(old, e->err) : hw_message_new(id, topic, random_text(e->random), e->err);
    hw_message_set_text(draft, random_language(e->random), random_text(e->random));
    hw_message_set_answer(draft, random_language(e->random),
                          random_chance(e->random, 50) ? random_text(e->random) : NULL);
    hw_message_set_visibility(draft, (hw_visibility)random_int(e->random, 0, HW_VISIBILITY_PRIVATE));
    hw_message_set_assignment(draft, random_chance(e->random, 40) ? PICK_ID(e, assignment) : NULL);
    hw_message_set_goal(draft, random_chance(e->random, 30) ? PICK_ID(e, goal) : NULL);
    hw_message_set_session(draft, random_chance(e->random, 30) ? PICK_ID(e, session) : NULL);
    GIVE(e, message, draft, !old);
}

static void fill_contract(editing *e, hw_assignment *draft)
{
    static hw_status (*const texts[])(hw_assignment *, const char *, const char *) = {
        hw_assignment_set_what,      hw_assignment_set_where,    hw_assignment_set_when,
        hw_assignment_set_how_often, hw_assignment_set_how_long, hw_assignment_set_rationale,
        hw_assignment_set_cue,       hw_assignment_set_action,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (random_chance(e->random, 40))
            texts[i](draft, random_language(e->random),
                     random_chance(e->random, 80) ? random_text(e->random) : NULL);
    }
    if (random_chance(e->random, 50))
        hw_assignment_set_with(draft, (hw_role)random_int(e->random, 0, HW_ROLE_SUPPORTER));
    hw_assignment_set_likelihood(draft, random_int(e->random, -1, 100));
    hw_assignment_set_expected_difficulty(draft, random_int(e->random, -1, 100));
    hw_assignment_set_rehearsed(draft, random_chance(e->random, 50));
    hw_assignment_set_sheet_given(draft, random_chance(e->random, 50));
    hw_assignment_clear_obstacles(draft);
    for (int i = random_int(e->random, -1, 2); i > 0; i--)
        hw_assignment_add_obstacle(draft, (hw_barrier)random_int(e->random, 0, HW_BARRIER_OTHER),
                                   random_language(e->random),
                                   random_chance(e->random, 70) ? random_text(e->random) : NULL);
}

static hw_status agree_on(editing *e)
{
    const hw_assignment *old = PICK_AT(e, assignment);
    hw_assignment *draft = old ? hw_assignment_edit(old, e->err) : NULL;
    const char *skill = PICK_ID(e, skill);
    if (!old)
        return nothing_yet(e);
    fill_contract(e, draft);
    hw_assignment_clear_skills(draft);
    if (skill && random_chance(e->random, 70))
        hw_assignment_add_skill(draft, skill);
    hw_assignment_set_maintenance(draft, random_chance(e->random, 20));
    GIVE(e, assignment, draft, false);
}

static hw_status edit_criterion(editing *e)
{
    const hw_step *old = PICK_AT(e, step);
    hw_step *draft = old ? hw_step_edit(old, e->err) : NULL;
    const char *measure = random_chance(e->random, 60) ? PICK_ID(e, measure) : NULL;
    hw_duration within = {random_int(e->random, 0, 28), random_int(e->random, 0, 1) * 3600};
    if (!old)
        return nothing_yet(e);
    if (random_chance(e->random, 80))
        hw_step_set_criterion(draft, measure, (hw_phase)random_int(e->random, 0, HW_PHASE_AFTER),
                              (hw_comparator)random_int(e->random, 0, HW_EXACTLY),
                              random_int(e->random, -2, 50) / 2.0, random_int(e->random, 1, 5), within);
    else
        hw_step_clear_criterion(draft);
    GIVE(e, step, draft, false);
}

/* What rings, and when it may. */
static void fill_reminders(editing *e, hw_settings *draft)
{
    int32_t from = random_int(e->random, 0, 47) * 1800;
    if (random_chance(e->random, 40))
        hw_settings_set_quiet(draft, from, (from + random_int(e->random, 1, 20) * 1800) % 86400);
    else
        hw_settings_set_quiet(draft, -1, -1);
    hw_settings_set_reminders_per_day(draft, random_chance(e->random, 40) ? random_int(e->random, 1, 6) : 0);
    hw_settings_set_reminders_each(draft, random_chance(e->random, 40) ? random_int(e->random, 1, 3) : 0);
    hw_settings_set_reminder_gap(draft, random_chance(e->random, 40) ? random_int(e->random, 1, 480) : 0);
    hw_settings_set_motivation(draft, NULL, random_chance(e->random, 30) ? "For the garden" : NULL);
    hw_settings_set_own_words(draft, random_chance(e->random, 50));
    hw_settings_clear_reminders(draft);
    if (random_chance(e->random, 50))
        hw_settings_add_reminder(draft, -random_int(e->random, 0, 2880));
    if (random_chance(e->random, 30))
        hw_settings_add_reminder_at(draft, -random_int(e->random, 0, 3), random_int(e->random, 0, 95) * 900);
    if (random_chance(e->random, 50)) {
        hw_local when = {hw_date_add_days((hw_date){2025, 3, 1}, random_int(e->random, 0, 60)),
                         random_int(e->random, 0, 95) * 900};
        hw_settings_add_check_in(draft, when, random_int(e->random, 0, 9));
        hw_settings_set_reminder_priority(draft, random_int(e->random, 1, 9));
    }
}

static hw_status edit_capacity(editing *e)
{
    hw_settings *draft = hw_settings_edit(hw_plan_settings(e->plan), e->err);
    hw_settings_set_capacity_minutes(draft, random_int(e->random, 0, 300));
    hw_settings_set_capacity_assignments(draft, random_int(e->random, 0, 5));
    fill_reminders(e, draft);
    hw_status status = draft ? hw_plan_revise_settings(e->plan, draft, e->change, e->err) : HW_ERR_MEMORY;
    hw_settings_unref(draft);
    return status;
}

/* Marks anything that has states; most marks are refused, since most states cannot follow. */
static hw_status mark_something(editing *e)
{
    int state = random_int(e->random, 0, 9);
    hw_local start = {random_date(e->random, e->editor->now), random_int(e->random, 8, 19) * 3600};
    switch (random_int(e->random, 0, 6)) {
    case 0:
        return hw_plan_mark_goal(e->plan, PICK_ID(e, goal), (hw_goal_lifecycle)state, e->change, e->err);
    case 1:
        return hw_plan_mark_step(e->plan, PICK_ID(e, step), (hw_step_stage)state, e->change, e->err);
    case 2:
        return hw_plan_mark_assignment(e->plan, PICK_ID(e, assignment), (hw_assignment_stage)state, e->change,
                                       e->err);
    case 3:
        return hw_plan_agree_assignment(e->plan, PICK_ID(e, assignment), PICK_ID(e, person), e->change,
                                        e->err);
    case 4:
        return hw_plan_mark_session(e->plan, PICK_ID(e, session), (hw_session_outcome)state, e->change,
                                    e->err);
    case 5:
        return hw_plan_move_session(e->plan, PICK_ID(e, session), start, e->change, e->err);
    default:
        return hw_plan_mark_message(e->plan, PICK_ID(e, message), (hw_message_stage)state, e->change, e->err);
    }
}

/* Redacts or erases an entry, or a thing; most things cannot be erased, since others refer to them. */
static hw_status take_out(editing *e)
{
    const char *const ids[] = {PICK_ID(e, message),  PICK_ID(e, review),     PICK_ID(e, rating),
                               PICK_ID(e, score),    PICK_ID(e, hold),       PICK_ID(e, excuse),
                               PICK_ID(e, goal),     PICK_ID(e, step),       PICK_ID(e, skill),
                               PICK_ID(e, template), PICK_ID(e, assignment), PICK_ID(e, session),
                               PICK_ID(e, measure)};
    bool is_entry = random_chance(e->random, 50), erase = random_chance(e->random, 60);
    hw_log *log = NULL;
    const char *id =
        is_entry ? some_entry(e, NULL, &log) : ids[random_below(e->random, sizeof ids / sizeof *ids)];
    if (is_entry && !log)
        return HW_ERR_MEMORY;
    hw_status status = !id     ? nothing_yet(e)
                       : erase ? hw_plan_erase(e->plan, id, e->change, e->err)
                               : hw_plan_redact(e->plan, id, e->change, e->err);
    hw_log_unref(log);
    return status;
}

hw_status random_noun_edit(editing *e)
{
    static hw_status (*const kinds[])(editing *) = {
        edit_skill,    advance_skill,  edit_template,  edit_review,    edit_rating,
        edit_score,    edit_message,   agree_on,       agree_on,       edit_criterion,
        edit_capacity, mark_something, mark_something, mark_something, take_out,
    };
    return kinds[random_below(e->random, sizeof kinds / sizeof *kinds)](e);
}
