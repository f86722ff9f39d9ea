/* SPDX-License-Identifier: MIT */
/* The sheet of an assignment: what was agreed, for the client to take home. What nobody has said is left out. */
#include "homework/sheet.h"

#include <string.h>

#include "base/alloc.h"
#include "base/decimal.h"
#include "base/fail.h"
#include "base/limits.h"
#include "homework/form.h"
#include "report/context.h"

static void put_words(const hw__report *report, hw__label key, const char *words)
{
    if (words)
        hw__report_line(report, 2, key, 0, &words);
}

static void put_text(const hw__report *report, hw__label key, const hw__texts *texts)
{
    put_words(report, key, hw__report_text(report, texts));
}

/* A heading with a paragraph; nothing without the text. */
static void put_part(const hw__report *report, hw__label heading, const char *text)
{
    if (!text)
        return;
    hw__report_heading(report, heading);
    hw__page_text(&report->page, 2, 0, text);
}

static void put_head(const hw__report *report, const hw_assignment *assignment)
{
    hw__page_title(&report->page, hw__report_title(report, &assignment->title, &assignment->head));
    hw__report_serves(report, 0, assignment);
    const char *what = hw__report_text(report, &assignment->contract.what);
    const char *how = hw__report_text(report, &assignment->instructions);
    put_part(report, HW__LABEL_SHEET_WHAT, what ? what : how);
    if (what && how)
        hw__page_text(&report->page, 2, 0, how);
    put_part(report, HW__LABEL_SHEET_WHY, hw__report_text(report, &assignment->contract.rationale));
}

/* How long: the words of the agreement, else its minutes. */
static void put_length(const hw__report *report, const hw_assignment *assignment)
{
    const char *words = hw__report_text(report, &assignment->contract.how_long);
    char *minutes = !words && assignment->minutes
                        ? hw__page_label(&report->page, HW__LABEL_SHEET_MINUTES, assignment->minutes, NULL)
                        : NULL;
    put_words(report, HW__LABEL_SHEET_HOW_LONG, words ? words : minutes);
    hw__free(minutes);
}

/* The schedule is said beside what was agreed in words, so that neither hides the other. */
static void put_when(const hw__report *report, const hw_assignment *assignment)
{
    const hw__contract *contract = &assignment->contract;
    hw__report_heading(report, HW__LABEL_SHEET_WHEN);
    char *schedule = hw__report_schedule(report, assignment);
    if (schedule)
        hw__page_text(&report->page, 2, 2, schedule);
    hw__free(schedule);
    put_text(report, HW__LABEL_SHEET_TIME, &contract->when);
    put_text(report, HW__LABEL_SHEET_PLACE, &contract->where);
    put_text(report, HW__LABEL_SHEET_HOW_OFTEN, &contract->how_often);
    put_length(report, assignment);
    if (contract->present && contract->with != HW__UNSET_WORD)
        put_words(report, HW__LABEL_SHEET_WITH,
                  hw__label_text(report->page.language, (hw__label)(HW__LABEL_ROLE_CLIENT + contract->with)));
}

static void put_if_then(const hw__report *report, const hw__contract *contract)
{
    const char *const parts[] = {hw__report_text(report, &contract->cue),
                                 hw__report_text(report, &contract->action)};
    if (!parts[0] && !parts[1])
        return;
    hw__report_heading(report, HW__LABEL_SHEET_IF_THEN);
    if (parts[0] && parts[1])
        hw__report_line(report, 2, HW__LABEL_SHEET_IF_AND_THEN, 0, parts);
    else if (parts[0])
        put_words(report, HW__LABEL_SHEET_IF, parts[0]);
    else
        put_words(report, HW__LABEL_SHEET_THEN, parts[1]);
}

static void put_obstacles(const hw__report *report, const hw__contract *contract)
{
    const hw__obstacle *obstacles = contract->obstacles.items;
    if (!contract->obstacles.count)
        return;
    hw__report_heading(report, HW__LABEL_SHEET_OBSTACLES);
    for (uint32_t i = 0; i < contract->obstacles.count; i++) {
        hw__label barrier = (hw__label)(HW__LABEL_BARRIER_FORGOT + obstacles[i].barrier);
        const char *const parts[] = {hw__label_text(report->page.language, barrier),
                                     hw__report_text(report, &obstacles[i].coping)};
        hw__report_line(report, 2, parts[1] ? HW__LABEL_SHEET_COPING : HW__LABEL_SHEET_OBSTACLE, 0, parts);
    }
}

static const hw_measure *measure_of(const hw__report *report, const char *id)
{
    const hw__thing *thing = hw__plan_thing(report->plan, HW__MEASURES, id, strlen(id));
    return thing ? (const hw_measure *)hw__report_latest(report, thing) : NULL;
}

static void put_number(const hw__report *report, hw__buffer *line, hw__decimal value)
{
    char digits[HW__DECIMAL_MAX_TEXT];
    hw__put(line, digits, hw__number_in(report->page.language, digits, hw__decimal_print(value, digits)));
}

/* "Distress (0-100), before". */
static void put_track(const hw__report *report, const hw__track *track)
{
    const hw__page *page = &report->page;
    const hw_measure *measure = measure_of(report, track->measure);
    hw__buffer line;
    hw__report_begin(&line);
    hw__put_text(&line, measure ? hw__report_title(report, &measure->title, &measure->head) : track->measure);
    if (measure && measure->min.present && measure->max.present) {
        HW__PUT_LIT(&line, " (");
        put_number(report, &line, measure->min.value);
        HW__PUT_LIT(&line, "-");
        put_number(report, &line, measure->max.value);
        HW__PUT_LIT(&line, ")");
    }
    if (track->phase != HW_PHASE_NONE) {
        HW__PUT_LIT(&line, ", ");
        hw__put_text(&line,
                     hw__label_text(page->language, (hw__label)(HW__LABEL_PHASE_BEFORE + track->phase - 1)));
    }
    char *text = hw__report_end(report, &line);
    put_words(report, HW__LABEL_SHEET_ITEM, text);
    hw__free(text);
}

/* The fields of its form, by their questions, and the measures that go with it. */
static bool put_fields(const hw__report *report, const hw_assignment *assignment, hw_error *err)
{
    hw_form *form = hw_assignment_form(assignment, err);
    if (!form)
        return false;
    const char *language = report->page.tag ? report->page.tag : report->plan->language;
    size_t count = hw_form_count(form);
    if (count || assignment->tracks.count)
        hw__report_heading(report, HW__LABEL_SHEET_NOTE);
    for (size_t i = 0; i < count; i++)
        put_words(report, HW__LABEL_SHEET_ITEM, hw_form_title_at(form, i, language));
    const hw__track *tracks = assignment->tracks.items;
    for (uint32_t i = 0; i < assignment->tracks.count; i++)
        put_track(report, &tracks[i]);
    hw_form_free(form);
    return true;
}

/* The therapists by name, and when there will be time for questions. */
static void put_whom(const hw__report *report)
{
    const hw__page *page = &report->page;
    const hw__things *people = &report->plan->sections[HW__PEOPLE];
    bool any = false;
    for (size_t i = 0; i < people->count; i++) {
        const hw_person *person = (const hw_person *)hw__report_latest(report, &people->items[i]);
        if (!person || person->role != HW_ROLE_THERAPIST)
            continue;
        if (!any)
            hw__report_heading(report, HW__LABEL_SHEET_WHOM);
        any = true;
        hw__page_text(page, 2, 2,
                      person->name ? person->name : hw__label_text(page->language, HW__LABEL_ROLE_THERAPIST));
    }
    if (!report->next)
        return;
    if (!any)
        hw__report_heading(report, HW__LABEL_SHEET_WHOM);
    hw__buffer when;
    hw__report_begin(&when);
    hw__page_local(page, &when, report->next->start);
    char *text = hw__report_end(report, &when);
    put_words(report, HW__LABEL_REPORT_NEXT_SESSION, text);
    hw__free(text);
}

/* The assignment as known at the moment; NULL if it was not, or never was meant. */
static const hw_assignment *find_assignment(const hw__report *report, const char *id)
{
    const hw__thing *thing = hw__plan_thing(report->plan, HW__ASSIGNMENTS, id, strlen(id));
    const hw_assignment *found = thing ? (const hw_assignment *)hw__report_latest(report, thing) : NULL;
    return found && found->state != HW_ASSIGNMENT_ENTERED_IN_ERROR ? found : NULL;
}

/* Into the page's buffer, which the caller has; false with an error. */
static bool write_sheet(const hw__report *report, const hw_assignment *assignment, hw_error *err)
{
    put_head(report, assignment);
    put_when(report, assignment);
    put_if_then(report, &assignment->contract);
    put_obstacles(report, &assignment->contract);
    if (!put_fields(report, assignment, err))
        return false;
    put_whom(report);
    return true;
}

char *hw_plan_assignment_sheet(const hw_plan *plan, const char *assignment, hw_instant as_of,
                               const hw_report_options *options, hw_error *err)
{
    if (!plan || !assignment) {
        hw__null_argument(err, plan ? "assignment" : "plan");
        return NULL;
    }
    hw__report report = {
        .page = hw__report_page(plan->language, options ? options : &hw__report_defaults),
        .plan = plan,
        .as_of = as_of,
    };
    if (!hw__report_find_now(&report, err))
        return NULL;
    report.from = hw__wall_local(report.now).date;
    report.to = hw_date_add_days(report.from, 1);
    const hw_assignment *found = find_assignment(&report, assignment);
    if (!found) {
        hw__fail(err, HW_ERR_NOT_FOUND, assignment, "no such assignment was known then");
        return NULL;
    }
    hw__report_find_sessions(&report);
    hw__buffer out;
    hw__buffer_init(&out, HW__MAX_OUTPUT_BYTES);
    report.page.out = &out;
    if (!write_sheet(&report, found, err)) {
        hw__buffer_free(&out);
        return NULL;
    }
    return hw__buffer_take(&out, NULL, err);
}
