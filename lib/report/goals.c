/* SPDX-License-Identifier: MIT */
/* The report's goals, each with its steps in order. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

static int compare_steps(const void *a, const void *b)
{
    const hw_step *x = *(const hw_step *const *)a, *y = *(const hw_step *const *)b;
    if (x->position != y->position)
        return x->position < y->position ? -1 : 1;
    return strcmp(x->head.id, y->head.id);
}

static const char *box(const hw__report *report, const hw_step *step)
{
    bool reached = step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED;
    if (report->page.terminal)
        return reached ? "\xe2\x9c\x93 " : "\xc2\xb7 "; /* check mark, middle dot */
    return reached ? "[x] " : "[ ] ";
}

static void put_step(const hw__report *report, const hw_step *step)
{
    const hw__page *page = &report->page;
    const char *title = hw__texts_pick(&step->title, NULL);
    hw__buffer left, right;
    hw__report_begin(&left);
    hw__put_text(&left, box(report, step));
    hw__put_text(&left, title ? title : step->head.id);
    hw__report_begin(&right);
    hw__put_text(&right, hw__label_text(page->language, (hw__label)(HW__LABEL_STEP_LOCKED + step->state)));
    if (step->reached.year) {
        HW__PUT_LIT(&right, ", ");
        hw__page_date(page, &right, step->reached, false);
    }
    char *what = hw__report_end(report, &left);
    char *state = hw__report_end(report, &right);
    if (what && state)
        hw__page_pair(page, 4, what, state);
    hw__free(what);
    hw__free(state);
}

static void put_steps(const hw__report *report, const char *goal)
{
    const hw__things *things = &report->plan->sections[HW__STEPS];
    const hw_step **steps = hw__alloc(things->count * sizeof *steps);
    if (!steps) {
        report->page.out->status = HW_ERR_MEMORY;
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < things->count; i++) {
        const hw_step *step = (const hw_step *)hw__report_latest(report, &things->items[i]);
        if (step && strcmp(step->goal, goal) == 0)
            steps[count++] = step;
    }
    if (count)
        qsort(steps, count, sizeof *steps, compare_steps);
    for (size_t i = 0; i < count; i++)
        put_step(report, steps[i]);
    hw__free(steps);
}

static hw__label goal_word(const hw_goal *goal)
{
    if (goal->state == HW_GOAL_ACTIVE || (goal->state == HW_GOAL_COMPLETED && goal->achievement))
        return (hw__label)(HW__LABEL_ACHIEVEMENT_NONE + goal->achievement);
    return (hw__label)(HW__LABEL_GOAL_PROPOSED + goal->state);
}

void hw__report_goals(const hw__report *report)
{
    bool any = false;
    for (size_t i = 0; i < report->plan->sections[HW__GOALS].count; i++) {
        const hw_goal *goal = hw__report_goal(report, i);
        if (!goal)
            continue;
        if (!any)
            hw__report_heading(report, HW__LABEL_REPORT_GOALS);
        any = true;
        const char *title = hw__texts_pick(&goal->title, NULL);
        hw__page_pair(&report->page, 2, title ? title : goal->head.id,
                      hw__label_text(report->page.language, goal_word(goal)));
        put_steps(report, goal->head.id);
    }
}
