/* SPDX-License-Identifier: MIT */
/* The report's homework: each assignment with its counts and the bar of its days. */
#include <string.h>

#include "base/alloc.h"
#include "report/context.h"

#define FEW 5 /* fewer than this many are marked */

/* How many occurrences of an assignment have each status, apart by whether they are settled. */
typedef struct counts {
    int64_t settled[HW_STATUS_COUNT], ahead[HW_STATUS_COUNT];
} counts;

static counts count_rows(const hw__report *report, uint32_t assignment)
{
    counts all = {{0}, {0}};
    for (uint32_t i = report->first[assignment]; i < report->first[assignment + 1]; i++) {
        const hw__occurrence *row = hw__report_row(report, i);
        if (row->flags & HW__OCCURRENCE_SETTLED || row->status >= HW_STATUS_EXCUSED)
            all.settled[row->status]++;
        else
            all.ahead[row->status]++;
    }
    return all;
}

static void put_count(const hw__report *report, hw__buffer *line, const char *separator, hw__label key,
                      int64_t count)
{
    if (count)
        hw__page_item(&report->page, line, separator, key, count, NULL);
}

/* "done 21 of 28 (2 late), in part 2, not done 2, not reported 3": the parts sum to the whole. */
static void put_settled(const hw__report *report, const counts *all, int64_t of, hw__buffer *line)
{
    const hw__page *page = &report->page;
    int64_t late = all->settled[HW_STATUS_DONE_LATE];
    hw__buffer number;
    hw__report_begin(&number);
    hw__put_int(&number, of);
    const char *total = hw__report_end(report, &number);
    if (total)
        hw__page_item(page, line, "", HW__LABEL_COUNT_DONE_OF, all->settled[HW_STATUS_DONE] + late, &total);
    hw__free((char *)total);
    if (late || of < FEW) {
        HW__PUT_LIT(line, " (");
        if (late)
            hw__page_item(page, line, "", HW__LABEL_COUNT_LATE, late, NULL);
        if (late && of < FEW)
            HW__PUT_LIT(line, ", ");
        if (of < FEW)
            hw__put_text(line, hw__label_text(page->language, HW__LABEL_REPORT_FEW));
        HW__PUT_LIT(line, ")");
    }
    put_count(report, line, ", ", HW__LABEL_COUNT_IN_PART, all->settled[HW_STATUS_PARTIAL]);
    put_count(report, line, ", ", HW__LABEL_COUNT_NOT_DONE, all->settled[HW_STATUS_NOT_DONE]);
    put_count(report, line, ", ", HW__LABEL_COUNT_NOT_REPORTED, all->settled[HW_STATUS_NOT_REPORTED]);
}

/* What is in no rate: excused and paused, and what is still going on. */
static void put_beside(const hw__report *report, const counts *all, int64_t unscheduled, hw__buffer *line)
{
    const struct {
        hw__label label;
        int64_t count;
    } beside[] = {
        {HW__LABEL_COUNT_EXCUSED, all->settled[HW_STATUS_EXCUSED]},
        {HW__LABEL_COUNT_SUSPENDED, all->settled[HW_STATUS_SUSPENDED]},
        {HW__LABEL_COUNT_WITHDRAWN, all->settled[HW_STATUS_WITHDRAWN]},
        {HW__LABEL_COUNT_AHEAD, all->ahead[HW_STATUS_DONE] + all->ahead[HW_STATUS_DONE_LATE]},
        {HW__LABEL_COUNT_BEGUN, all->ahead[HW_STATUS_PARTIAL]},
        {HW__LABEL_COUNT_OPEN, all->ahead[HW_STATUS_OPEN] + all->ahead[HW_STATUS_NOT_DONE]},
        {HW__LABEL_COUNT_UNSCHEDULED, unscheduled},
    };
    const char *separator = "; ";
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        put_count(report, line, separator, beside[i].label, beside[i].count);
        if (beside[i].count)
            separator = ", ";
    }
}

static void put_scheduled(const hw__report *report, uint32_t assignment, int64_t unscheduled)
{
    const hw__page *page = &report->page;
    counts all = count_rows(report, assignment);
    int64_t of = 0;
    for (int status = HW_STATUS_DONE; status <= HW_STATUS_NOT_REPORTED; status++)
        of += all.settled[status];
    hw__buffer line;
    hw__report_begin(&line);
    int64_t waiting = 0;
    for (int status = 0; status < HW_STATUS_COUNT; status++)
        waiting += all.ahead[status];
    if (of)
        put_settled(report, &all, of, &line);
    else if (waiting)
        hw__page_item(page, &line, "", HW__LABEL_COUNT_NOTHING_SETTLED, 0, NULL);
    else if (report->first[assignment] == report->first[assignment + 1])
        hw__page_item(page, &line, "", HW__LABEL_COUNT_NOTHING_DUE, 0, NULL);
    put_beside(report, &all, unscheduled, &line);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(page, 4, 2, text);
    hw__free(text);
}

/* What was practised in all; of what is scheduled also its strength, where there is enough to speak of one.
 * Returns whether there was. */
static bool put_practice(const hw__report *report, size_t subject, bool on_demand)
{
    const hw__page *page = &report->page;
    hw__buffer line;
    hw__report_begin(&line);
    double strength = -1, minutes;
    if (on_demand)
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_PRACTISED,
                      hw_progress_numerator(report->progress, subject, HW_METRIC_UNSCHEDULED), NULL);
    if (hw_progress_denominator(report->progress, subject, HW_METRIC_DONE) >= FEW &&
        hw_progress_value(report->progress, subject, HW_METRIC_STRENGTH, &strength)) {
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_STRENGTH, (int64_t)(strength * 100 + 0.5), NULL);
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_STREAK,
                      hw_progress_numerator(report->progress, subject, HW_METRIC_STREAK_BEST), NULL);
    }
    if (hw_progress_value(report->progress, subject, HW_METRIC_MINUTES, &minutes))
        hw__page_item(page, &line, ", ", HW__LABEL_COUNT_MINUTES, (int64_t)(minutes + 0.5), NULL);
    char *text = hw__report_end(report, &line);
    if (text)
        hw__page_text(page, 4, 2, text);
    hw__free(text);
    return strength >= 0;
}

/* The titles of the goals that an assignment serves. */
void hw__report_serves(const hw__report *report, int indent, const hw_assignment *assignment)
{
    hw__buffer list;
    hw__report_begin(&list);
    for (uint32_t i = 0; i < assignment->goals.count; i++) {
        const char *id = ((char *const *)assignment->goals.items)[i];
        const hw__thing *thing = hw__plan_thing(report->plan, HW__GOALS, id, strlen(id));
        const hw_goal *goal = thing ? (const hw_goal *)hw__report_latest(report, thing) : NULL;
        const char *title = goal ? hw__report_text(report, &goal->title) : NULL;
        if (!title)
            continue;
        if (list.size)
            HW__PUT_LIT(&list, "; ");
        hw__put_text(&list, title);
    }
    const char *goals = hw__report_end(report, &list);
    if (goals && *goals)
        hw__report_line(report, indent, HW__LABEL_REPORT_SERVES, 0, &goals);
    hw__free((char *)goals);
}

/* "relaxation"; "exposure, on hold" unless it is going on. */
static void put_name(const hw__report *report, const hw_assignment *assignment)
{
    const hw__language *language = report->page.language;
    hw__buffer right;
    hw__report_begin(&right);
    hw__put_text(&right,
                 assignment->kind == HW_KIND_OTHER && assignment->label
                     ? assignment->label
                     : hw__label_text(language, (hw__label)(HW__LABEL_KIND_JOURNALING + assignment->kind)));
    if (assignment->state != HW_ASSIGNMENT_ACTIVE) {
        HW__PUT_LIT(&right, ", ");
        hw__put_text(&right,
                     hw__label_text(language, (hw__label)(HW__LABEL_ASSIGNMENT_DRAFT + assignment->state)));
    }
    char *kind = hw__report_end(report, &right);
    if (kind)
        hw__page_pair(&report->page, 2, hw__report_title(report, &assignment->title, &assignment->head),
                      kind);
    hw__free(kind);
    char *schedule = hw__report_schedule(report, assignment);
    if (schedule)
        hw__page_text(&report->page, 4, 2, schedule);
    hw__free(schedule);
}

/* The subject of the metrics that is this assignment, at or after `from`: both are in the plan's order. */
static size_t find_subject(const hw__report *report, const hw_assignment *assignment, size_t from)
{
    size_t count = hw_progress_subject_count(report->progress);
    while (from < count && (hw_progress_subject_at(report->progress, from) != HW_SUBJECT_ASSIGNMENT ||
                            strcmp(hw_progress_subject_id(report->progress, from), assignment->head.id) != 0))
        from++;
    return from;
}

/* Returns whether its strength is shown. */
static bool put_assignment(const hw__report *report, const hw_assignment *assignment, uint32_t index,
                           size_t subject)
{
    put_name(report, assignment);
    hw__report_serves(report, 4, assignment);
    bool on_demand = !assignment->schedule.present;
    if (!on_demand)
        put_scheduled(report, index, hw_progress_numerator(report->progress, subject, HW_METRIC_UNSCHEDULED));
    bool strength = put_practice(report, subject, on_demand);
    hw__report_bar(report, index);
    return strength;
}

void hw__report_homework(const hw__report *report)
{
    const hw__language *language = report->page.language;
    hw__report_heading(report, HW__LABEL_REPORT_HOMEWORK);
    bool any = false, strength = false;
    size_t subject = 0;
    for (size_t i = 0; i < report->plan->sections[HW__ASSIGNMENTS].count; i++) {
        const hw_assignment *assignment = hw__report_assignment(report, i);
        if (!assignment)
            continue;
        subject = find_subject(report, assignment, subject);
        strength |= put_assignment(report, assignment, (uint32_t)i, subject);
        any = true;
    }
    if (!any)
        hw__page_text(&report->page, 2, 0, hw__label_text(language, HW__LABEL_REPORT_NO_HOMEWORK));
    else
        hw__report_legend(report);
    if (strength)
        hw__report_line(report, 2, HW__LABEL_REPORT_STRENGTH_IS, 0, NULL);
}
