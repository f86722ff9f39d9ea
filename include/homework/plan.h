/* SPDX-License-Identifier: MIT */
/** @file plan.h
 *  The plan of one client: everything that was agreed and everything that happened, with its history.
 *
 *  A plan is always valid: every verb checks, and a verb that fails has changed nothing. What it holds are
 *  immutable records (goals, assignments, sessions, ...): you make one as a draft with setters, and a verb
 *  takes it in. To change something you take an edit copy of the latest revision and give it back. Records
 *  are reference-counted, so one that you keep with its `_ref` function survives its removal and its plan. A
 *  `const` pointer that a function returns is borrowed until the plan changes; a non-const one is yours to
 *  release.
 *
 *  Different plans may be used by different threads freely; one plan by several threads as long as nobody
 *  changes it meanwhile.
 *
 *      hw_moment now;
 *      hw_moment_parse("2025-03-03T17:40:00+01:00", &now, &err);
 *      hw_change *change = hw_change_new(now, "mk", "desk", &err);
 *      hw_plan *plan = hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin",
 *      HW_ROLE_THERAPIST,
 *                                  change, &err);
 */
#ifndef HOMEWORK_PLAN_H
#define HOMEWORK_PLAN_H

#include <stddef.h>

#include "change.h"
#include "problems.h"
#include "zones.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The plan of one client. Opaque. */
typedef struct hw_plan hw_plan;

/** Settings of the whole plan; see settings.h. */
typedef struct hw_settings hw_settings;
/** A person; see person.h. */
typedef struct hw_person hw_person;
/** What is recorded in numbers; see measure.h. */
typedef struct hw_measure hw_measure;
/** What the client wants; see goal.h. */
typedef struct hw_goal hw_goal;
/** A step towards a goal; see step.h. */
typedef struct hw_step hw_step;
/** What the client learns to do; see skill.h. */
typedef struct hw_skill hw_skill;
/** Homework ready to be tailored; see template.h. */
typedef struct hw_template hw_template;
/** A piece of homework; see assignment.h. */
typedef struct hw_assignment hw_assignment;
/** A meeting; see session.h. */
typedef struct hw_session hw_session;
/** What a session made of an assignment; see review.h. */
typedef struct hw_review hw_review;
/** How somebody rates the engagement with homework; see rating.h. */
typedef struct hw_rating hw_rating;
/** How far a goal is attained, by one rater; see score.h. */
typedef struct hw_score hw_score;
/** A question, a concern, an insight; see message.h. */
typedef struct hw_message hw_message;
/** That something was redacted or erased; see erasure.h. */
typedef struct hw_erasure hw_erasure;
/** A pause; see hold.h. */
typedef struct hw_hold hw_hold;
/** One occurrence that is not expected after all; see excuse.h. */
typedef struct hw_excuse hw_excuse;

/** What a person is to the plan. */
typedef enum hw_role {
    HW_ROLE_CLIENT = 0, /**< The client. */
    HW_ROLE_PARTNER,    /**< The client's partner. */
    HW_ROLE_PARENT,     /**< A parent or guardian. */
    HW_ROLE_SUPPORTER,  /**< Anyone else who helps. */
    HW_ROLE_THERAPIST,  /**< A therapist. */
    HW_ROLE_DEVICE      /**< A program or device that records by itself. */
} hw_role;

/** An empty plan: settings with the client's zone, and the person of `change` in a role.
 *  `uid` is a UUID of the caller's (36 characters; random, so that it tells nothing). `zone` is an IANA name.
 *  Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_SYNTAX (uid or zone), HW_ERR_RANGE (role), HW_ERR_MEMORY. Owned:
 *  hw_plan_free().
 *  @since 0.1 */
HW_API hw_plan *hw_plan_new(const char *uid, const char *zone, hw_role role, const hw_change *change,
                            hw_error *err);

/** A plan with the same content. Cheap: records and log are shared until one side changes. NULL plan:
 *  HW_ERR_ARGUMENT. Owned: hw_plan_free(). @since 0.1 */
HW_API hw_plan *hw_plan_copy(const hw_plan *plan, hw_error *err);

/** Frees the plan. Records and results taken from it live on. NULL is ignored. @since 0.1 */
HW_API void hw_plan_free(hw_plan *plan);

/** The plan's UUID, lower case. Borrowed while the plan lives; NULL for NULL. @since 0.1 */
HW_API const char *hw_plan_uid(const hw_plan *plan);

/** The language of texts that name none: a BCP 47 tag, "en" unless set. Borrowed; NULL for NULL.
 *  @since 0.1 */
HW_API const char *hw_plan_language(const hw_plan *plan);

/** Sets the language of texts that name none. Errors: HW_ERR_ARGUMENT, HW_ERR_SYNTAX, HW_ERR_READ_ONLY,
 *  HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_set_language(hw_plan *plan, const char *language, hw_error *err);

/** Uses these zones from now on; NULL = the system's. The plan keeps a reference. Errors: HW_ERR_ARGUMENT
 *  (NULL plan), HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_set_zones(hw_plan *plan, hw_zones *zones, hw_error *err);

/** A number that grows with every change of the plan; 0 for NULL. @since 0.1 */
HW_API uint64_t hw_plan_generation(const hw_plan *plan);

/** Whether changing verbs are refused: the document is of a newer minor version, or needs something that is
 *  not understood here. @since 0.1 */
HW_API bool hw_plan_is_read_only(const hw_plan *plan);

/** The latest settings. Borrowed until the plan changes; NULL for NULL. @since 0.1 */
HW_API const hw_settings *hw_plan_settings(const hw_plan *plan);

/** Takes an edit copy of the settings into the plan as their next revision. On failure nothing has changed.
 *  Errors: HW_ERR_ARGUMENT, HW_ERR_NOT_FOUND (who records; the zone), HW_ERR_CONFLICT (made from a revision
 *  that is no longer the latest), HW_ERR_STATE, HW_ERR_RANGE, HW_ERR_SYNTAX, HW_ERR_READ_ONLY, HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_plan_revise_settings(hw_plan *plan, hw_settings *settings, const hw_change *change,
                                         hw_error *err);

/** How many revisions the settings have; 0 for NULL. @since 0.1 */
HW_API size_t hw_plan_settings_revision_count(const hw_plan *plan);

/** A revision of the settings by index, in the order in which they were recorded. Borrowed until the plan
 *  changes; NULL past the end. @since 0.1 */
HW_API const hw_settings *hw_plan_settings_revision_at(const hw_plan *plan, size_t index);

/** Takes everything of `other` that this plan does not have: the union of revisions and log entries by id.
 *  The order of merging does not matter, and merging twice changes nothing. Both must be copies of one plan
 *  (the same uid). Equal duplicates collapse; the same id with different content is HW_ERR_CONFLICT with a
 *  problem for each (`problems` may be NULL), and nothing is changed; revisions made from the same one are
 *  kept both, the later recorded counts, and a HW_PROBLEM_CONCURRENT says so. Errors: HW_ERR_ARGUMENT,
 *  HW_ERR_CONFLICT, HW_ERR_INVALID (other plan), HW_ERR_LIMIT, HW_ERR_READ_ONLY, HW_ERR_MEMORY. @since 0.1 */
HW_API hw_status hw_plan_merge(hw_plan *plan, const hw_plan *other, hw_problems *problems, hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
