/* SPDX-License-Identifier: MIT */
/* The report's goals, each with what is aimed at and its steps in order. */
#include <string.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "report/context.h"

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
    hw__buffer left, right;
    hw__report_begin(&left);
    hw__put_text(&left, box(report, step));
    hw__put_text(&left, hw__report_title(report, &step->title, &step->head));
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

/* The steps of a goal: one run of the sorted list, found by halving. */
static void put_steps(const hw__report *report, const char *goal)
{
    const hw_step *const *steps = report->steps.items;
    size_t low = 0, high = report->steps.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(steps[middle]->goal, goal) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < report->steps.count && strcmp(steps[low]->goal, goal) == 0; low++)
        put_step(report, steps[low]);
}

/* The wording of what is expected: the middle one of the five levels. */
static void put_aim(const hw__report *report, const hw_goal *goal)
{
    const char *aim = hw_goal_level(goal, 0, report->page.tag);
    if (aim)
        hw__report_line(report, 4, HW__LABEL_REPORT_AIM, 0, &aim);
}

static const char *number_text(const hw__report *report, hw__number number,
                               char out[HW__DECIMAL_MAX_TEXT + 1])
{
    out[hw__number_in(report->page.language, out, hw__decimal_print(number.value, out))] = '\0';
    return out;
}

/* "Distress: target 40, at first 80; by Mon 14 Dec 2026". */
static void put_target(const hw__report *report, const hw_goal *goal)
{
    const hw__page *page = &report->page;
    const hw__thing *thing =
        goal->measure ? hw__plan_thing(report->plan, HW__MEASURES, goal->measure, strlen(goal->measure))
                      : NULL;
    const hw_measure *measure = thing ? (const hw_measure *)hw__report_latest(report, thing) : NULL;
    hw__buffer line;
    hw__report_begin(&line);
    if (measure && goal->target.present) {
        char target[HW__DECIMAL_MAX_TEXT + 1], baseline[HW__DECIMAL_MAX_TEXT + 1];
        const char *const parts[] = {hw__report_title(report, &measure->title, &measure->head),
                                     number_text(report, goal->target, target),
                                     goal->baseline.present ? number_text(report, goal->baseline, baseline)
                                                            : ""};
        hw__page_item(page, &line, "",
                      goal->baseline.present ? HW__LABEL_REPORT_TARGET_FROM : HW__LABEL_REPORT_TARGET, 0,
                      parts);
    }
    if (goal->due.year) {
        hw__buffer date;
        hw__report_begin(&date);
        hw__page_date(page, &date, goal->due, true);
        const char *due = hw__report_end(report, &date);
        if (due)
            hw__page_item(page, &line, "; ", HW__LABEL_REPORT_BY, 0, &due);
        hw__free((char *)due);
    }
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(page, 4, 2, text);
    hw__free(text);
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
        hw__page_pair(&report->page, 2, hw__report_title(report, &goal->title, &goal->head),
                      hw__label_text(report->page.language, goal_word(goal)));
        put_aim(report, goal);
        put_target(report, goal);
        put_steps(report, goal->head.id);
    }
}
