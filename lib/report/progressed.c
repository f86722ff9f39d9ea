/* SPDX-License-Identifier: MIT */
/* What progressed: steps reached, goals that came closer, homework done more often than before. Facts with
 * their counts, no praise. */
#include "base/alloc.h"
#include "report/context.h"

#define HALF_MIN 5 /* settled occurrences that either half needs before the two are compared */

/* Settled, eligible occurrences of one assignment in each half of the window, and how many were done. */
typedef struct halves {
    int64_t count[2], done[2];
} halves;

static bool put_step(const hw__report *report, const hw_step *step)
{
    bool reached = step->state == HW_STEP_CRITERION_MET || step->state == HW_STEP_CONSOLIDATED;
    if (!reached || !step->reached.year || hw_date_compare(step->reached, report->from) < 0 ||
        hw_date_compare(step->reached, report->to) >= 0)
        return false;
    hw__buffer date;
    hw__report_begin(&date);
    hw__page_date(&report->page, &date, step->reached, false);
    char *when = hw__report_end(report, &date);
    const char *const parts[] = {when, hw__report_title(report, &step->title, &step->head)};
    if (when)
        hw__report_line(report, 2, HW__LABEL_REPORT_STEP_REACHED, 0, parts);
    hw__free(when);
    return true;
}

static bool put_goal(const hw__report *report, const hw_goal *goal)
{
    if (goal->achievement != HW_ACHIEVEMENT_IMPROVING && goal->achievement != HW_ACHIEVEMENT_ACHIEVED &&
        goal->achievement != HW_ACHIEVEMENT_SUSTAINING)
        return false;
    const char *const parts[] = {
        hw__report_title(report, &goal->title, &goal->head),
        hw__label_text(report->page.language, (hw__label)(HW__LABEL_ACHIEVEMENT_NONE + goal->achievement)),
    };
    hw__report_line(report, 2, HW__LABEL_REPORT_GOAL_IS, 0, parts);
    return true;
}

/* One pass over the occurrences; the window is split in the middle of its days. */
static halves *count_halves(const hw__report *report)
{
    halves *all = hw__zalloc(report->plan->sections[HW__ASSIGNMENTS].count, sizeof *all);
    if (!all) {
        report->page.out->status = HW_ERR_MEMORY;
        return NULL;
    }
    int32_t from = hw__day_from_date(report->from);
    int32_t middle = from + (hw__day_from_date(report->to) - from) / 2;
    for (size_t i = 0; i < report->occurrences->rows.count; i++) {
        const hw__occurrence *row = &report->occurrences->rows.items[i];
        if (!(row->flags & HW__OCCURRENCE_SETTLED) || row->status >= HW_STATUS_EXCUSED)
            continue;
        halves *own = &all[row->assignment];
        own->count[hw__row_due_day(row) >= middle]++;
        own->done[hw__row_due_day(row) >= middle] +=
            row->status == HW_STATUS_DONE || row->status == HW_STATUS_DONE_LATE;
    }
    return all;
}

static char *count_of(const hw__report *report, int64_t done, int64_t count)
{
    hw__buffer total;
    hw__report_begin(&total);
    hw__put_int(&total, count);
    const char *of = hw__report_end(report, &total);
    char *text = of ? hw__page_label(&report->page, HW__LABEL_COUNT_OF, done, &of) : NULL;
    hw__free((char *)of);
    return text;
}

/* Done more often in the second half: by at least a tenth, with enough in both. */
static bool put_halves(const hw__report *report, const hw_assignment *assignment, const halves *own)
{
    if (own->count[0] < HALF_MIN || own->count[1] < HALF_MIN ||
        10 * (own->done[1] * own->count[0] - own->done[0] * own->count[1]) < own->count[0] * own->count[1])
        return false;
    char *second = count_of(report, own->done[1], own->count[1]);
    char *first = count_of(report, own->done[0], own->count[0]);
    const char *const parts[] = {hw__report_title(report, &assignment->title, &assignment->head), second,
                                 first};
    if (first && second)
        hw__report_line(report, 2, HW__LABEL_REPORT_HALVES, 0, parts);
    hw__free(first);
    hw__free(second);
    return true;
}

void hw__report_progressed(const hw__report *report)
{
    hw__report_heading(report, HW__LABEL_REPORT_PROGRESSED);
    bool any = false;
    for (size_t i = 0; i < report->plan->sections[HW__GOALS].count; i++) {
        const hw_goal *goal = hw__report_goal(report, i);
        any |= goal && put_goal(report, goal);
    }
    for (size_t i = 0; i < report->steps.count; i++) {
        any |= put_step(report, report->steps.items[i]);
    }
    halves *all = count_halves(report);
    for (size_t i = 0; all && i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = hw__report_assignment(report, i);
        any |= assignment && put_halves(report, assignment, &all[i]);
    }
    hw__free(all);
    if (!any)
        hw__page_text(&report->page, 2, 0,
                      hw__label_text(report->page.language, HW__LABEL_REPORT_NOTHING_PROGRESSED));
}
