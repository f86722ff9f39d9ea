/* SPDX-License-Identifier: MIT */
/* Where do two raters of one session differ? Each dimension by itself, and each goal that both scored. */
#include <stdlib.h>
#include <string.h>

#include "progress/areas.h"

/* A rating or a score: the last one of its rater about one thing in one session. */
typedef struct voice {
    const char *session, *subject, *rater; /* subject: an assignment, or the goal of a score; NULL = all */
    const char *id;
    const hw_rating *rating; /* NULL = a score */
    const hw_score *score;
    int32_t day;
    uint32_t index; /* in the plan */
    uint8_t role;
    int64_t recorded;
} voice;

typedef HW__VEC(voice) voices;

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

/* Ratings first; then by day, session, subject, role and rater; of one rater the last recorded first. */
static int compare_voices(const void *a, const void *b)
{
    const voice *left = a, *right = b;
    if (!left->rating != !right->rating) {
        return left->rating ? -1 : 1;
    }
    if (left->day != right->day) {
        return left->day < right->day ? -1 : 1;
    }
    int order = compare_texts(left->session, right->session);
    order = order ? order : compare_texts(left->subject, right->subject);
    order = order ? order : (int)left->role - (int)right->role;
    order = order ? order : compare_texts(left->rater, right->rater);
    if (order != 0) {
        return order;
    }
    if (left->recorded != right->recorded) {
        return left->recorded > right->recorded ? -1 : 1;
    }
    return left->index > right->index ? -1 : left->index < right->index;
}

static bool is_same_matter(const voice *a, const voice *b)
{
    return !a->rating == !b->rating && compare_texts(a->session, b->session) == 0 &&
           compare_texts(a->subject, b->subject) == 0;
}

/* Adds it if it belongs to a session of the window and to somebody. */
static void add_voice(hw__areas_work *work, voices *all, voice next, const hw_revision *head)
{
    const hw_person *person = (const hw_person *)hw__areas_find_known(work, HW__PEOPLE, next.rater);
    next.day = hw__areas_session_day(work, next.session, head);
    if (!next.session || !person || !hw__areas_within(work, next.day)) {
        return;
    }
    next.role = person->role;
    next.id = head->id;
    next.recorded = head->recorded.instant;
    if (!hw__vec_push(all, next)) {
        hw__areas_fail(work);
    }
}

static void gather(hw__areas_work *work, voices *all)
{
    for (uint32_t i = 0; i < work->plan->sections[HW__RATINGS].count; i++) {
        const hw_rating *rating = (const hw_rating *)hw__areas_known(work, HW__RATINGS, i);
        if (rating) {
            add_voice(work, all,
                      (voice){.session = rating->session,
                              .subject = rating->assignment,
                              .rater = rating->rater,
                              .rating = rating,
                              .index = i},
                      &rating->head);
        }
    }
    for (uint32_t i = 0; i < work->plan->sections[HW__SCORES].count; i++) {
        const hw_score *score = (const hw_score *)hw__areas_known(work, HW__SCORES, i);
        const hw_goal *goal =
            score ? (const hw_goal *)hw__areas_find_known(work, HW__GOALS, score->goal) : NULL;
        if (goal && hw__areas_has_goal(goal)) {
            add_voice(work, all,
                      (voice){.session = score->session,
                              .subject = score->goal,
                              .rater = score->rater,
                              .score = score,
                              .index = i},
                      &score->head);
        }
    }
    if (all->count > 1) {
        qsort(all->items, all->count, sizeof *all->items, compare_voices);
    }
}

/* Leaves only the last of each rater. */
static void thin_out(voices *all)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        const voice *last = kept ? &all->items[kept - 1] : NULL;
        if (!last || !is_same_matter(last, &all->items[i]) || strcmp(last->rater, all->items[i].rater) != 0) {
            all->items[kept++] = all->items[i];
        }
    }
    all->count = kept;
}

static void add(hw__areas_work *work, hw__comparison next, const voice *first, const voice *second)
{
    hw_evidence_kind kind = first->rating ? HW_EVIDENCE_RATING : HW_EVIDENCE_SCORE;
    next.session = hw__areas_keep(work, first->session);
    next.assignment = first->rating ? hw__areas_keep(work, first->subject) : NULL;
    next.goal = first->rating ? NULL : hw__areas_keep(work, first->subject);
    next.raters[0] = hw__areas_keep(work, first->rater);
    next.raters[1] = hw__areas_keep(work, second->rater);
    next.evidence = hw__evidence_begin(&work->areas->proofs);
    hw__areas_cite(work, &next.evidence, kind, first->id);
    hw__areas_cite(work, &next.evidence, kind, second->id);
    if (!hw__vec_push(&work->areas->comparisons, next)) {
        hw__areas_fail(work);
    }
}

static void compare_pair(hw__areas_work *work, const voice *first, const voice *second)
{
    if (!first->rating) {
        hw__comparison next = {.values = {first->score->level, second->score->level},
                               .rated = {true, true},
                               .disagree = first->score->level != second->score->level,
                               .dimension = HW_DIMENSION_COUNT};
        add(work, next, first, second);
        return;
    }
    for (int dimension = 0; dimension < HW_DIMENSION_COUNT; dimension++) {
        int32_t a = first->rating->values[dimension], b = second->rating->values[dimension];
        hw__comparison next = {.values = {a, b}, .rated = {a >= 0, b >= 0}, .dimension = (uint8_t)dimension};
        double apart = a > b ? a - b : b - a;
        next.disagree = a >= 0 && b >= 0 && apart >= hw__areas_limit(work, HW_AREA_PARAMETER_DISAGREEMENT);
        if (a >= 0 || b >= 0) {
            add(work, next, first, second);
        }
    }
}

void hw__areas_compare_raters(hw__areas_work *work)
{
    voices all = {0};
    gather(work, &all);
    thin_out(&all);
    for (size_t i = 0; i < all.count && work->status == HW_OK; i++) {
        for (size_t j = i + 1; j < all.count && is_same_matter(&all.items[i], &all.items[j]); j++) {
            compare_pair(work, &all.items[i], &all.items[j]);
        }
    }
    hw__vec_free(&all);
}
