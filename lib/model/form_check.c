/* SPDX-License-Identifier: MIT */
/* What is wrong with the values that an entry has for the fields of its form? Each fault names its field, never
 * what was said. */
#include <stdlib.h>
#include <string.h>

#include "model/form_rows.h"
#include "model/shape_checks.h"
#include "time/civil.h"

/* A value that was seen: by group, then by number within what repeats, then by row. */
#define NUMBER_BITS 14
#define ROW_BITS 10
#define SEEN(group, number, row) \
    ((uint32_t)(group) << (NUMBER_BITS + ROW_BITS) | (uint32_t)(number) << ROW_BITS | (uint32_t)(row))
#define SEEN_ROW(seen) ((seen) & ((1u << ROW_BITS) - 1))
#define SEEN_TURN(seen) ((seen) >> ROW_BITS) /* group and number */
#define SEEN_GROUP(seen) ((seen) >> (NUMBER_BITS + ROW_BITS))

_Static_assert(HW__MAX_FIELDS + 64 < 1u << ROW_BITS, "a row fits, the kind's fields included");
_Static_assert(HW__MAX_FIELDS + 8 <= 255, "a group fits");

void hw__form_fault(hw__form_faults *faults, hw_problem_code code, hw_status status, const char *subject,
                    const char *message)
{
    bool is_field = code == HW_PROBLEM_FIELD;
    if (faults->first == HW_OK) {
        faults->first = is_field ? hw__fail(faults->err, status, subject, "'%s' %s", subject, message)
                                 : hw__fail(faults->err, status, subject, "%s", message);
    }
    if (is_field) {
        hw__problem(faults->problems, code, faults->severity, faults->line, 0, subject, "'%s' %s", subject,
                    message);
    } else {
        hw__problem(faults->problems, code, faults->severity, faults->line, 0, subject, "%s", message);
    }
}

static void fault(const hw__form_run *run, hw_status status, const char *name, const char *message)
{
    hw__form_fault(run->faults, HW_PROBLEM_FIELD, status, name, message);
}

static void judge_number(const hw__form_run *run, const hw__form_row *row, hw__decimal number)
{
    if (row->type == HW_FIELD_YES_NO) {
        if (number.scale > 0 || number.mantissa < 0 || number.mantissa > 1) {
            fault(run, HW_ERR_RANGE, row->name, "is neither 1 for yes nor 0 for no");
        }
        return;
    }
    if (row->whole && number.scale > 0) {
        fault(run, HW_ERR_RANGE, row->name, "is not a whole number");
    } else if (row->min.present && hw__decimal_compare(number, row->min.value) < 0) {
        fault(run, HW_ERR_RANGE, row->name, "is less than its least value");
    } else if (row->max.present && hw__decimal_compare(number, row->max.value) > 0) {
        fault(run, HW_ERR_RANGE, row->name, "is more than its greatest value");
    }
}

static bool is_choice(const hw__form_row *row, const hw__form_value *value)
{
    for (size_t i = hw__form_row_choices(row); i-- > 0;) {
        const char *choice = hw__form_row_choice(row, i);
        if (choice && strncmp(choice, value->text, value->size) == 0 && choice[value->size] == '\0') {
            return true;
        }
    }
    return false;
}

static bool is_redacted(const hw__form_value *value)
{
    return value->size == sizeof HW_REDACTED - 1 && memcmp(value->text, HW_REDACTED, value->size) == 0;
}

static void judge_text(const hw__form_run *run, const hw__form_row *row, const hw__form_value *value)
{
    hw_local day;
    if (is_redacted(value)) {
        return; /* what it was is nobody's business any more */
    }
    if (row->type == HW_FIELD_CHOICE && !is_choice(row, value)) {
        fault(run, HW_ERR_RANGE, row->name, "is none of its choices");
    } else if (row->type == HW_FIELD_DATE &&
               (!hw__local_read(value->text, value->size, &day) || day.seconds != HW_ALL_DAY)) {
        fault(run, HW_ERR_SYNTAX, row->name, "is not a day as YYYY-MM-DD");
    }
}

static void judge_value(const hw__form_run *run, const hw__form_row *row, const hw__form_value *value)
{
    bool takes_text =
        row->type == HW_FIELD_TEXT || row->type == HW_FIELD_CHOICE || row->type == HW_FIELD_DATE;
    if (takes_text != (value->kind == HW_VALUE_TEXT)) {
        fault(run, HW_ERR_SYNTAX, row->name,
              takes_text ? "is a number, and a text is asked for" : "is a text, and a number is asked for");
    } else if (takes_text) {
        judge_text(run, row, value);
    } else {
        judge_number(run, row, value->number);
    }
}

bool hw__form_judge(hw__form_run *run, uint32_t index, const char *name, const hw__form_value *value)
{
    const hw__form_rows *form = run->form;
    if (index == HW__NO_ROW) {
        if (form->closed) {
            fault(run, HW_ERR_ARGUMENT, name, "is no field of the form, at this phase");
        }
        return true;
    }
    const hw__form_row *row = &form->rows.items[index];
    judge_value(run, row, value);
    if (!form->closed) {
        return true; /* an open form says nothing about how often */
    }
    if (!row->group_number && value->group) {
        fault(run, HW_ERR_ARGUMENT, name, "is in no group of its form, and has the number of one");
    }
    unsigned number = row->group_number ? value->group : 0;
    return hw__vec_push(&run->seen, SEEN(row->group_number, number, index));
}

static int compare_seen(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort_seen(hw__form_run *run)
{
    for (size_t i = 1; i < run->seen.count; i++) {
        if (run->seen.items[i - 1] > run->seen.items[i]) {
            qsort(run->seen.items, run->seen.count, sizeof *run->seen.items, compare_seen);
            return;
        }
    }
}

static void find_doubles(const hw__form_run *run)
{
    const uint32_t *seen = run->seen.items;
    for (size_t i = 1; i < run->seen.count; i++) {
        if (seen[i - 1] == seen[i] && (i == 1 || seen[i - 2] != seen[i])) {
            fault(run, HW_ERR_ARGUMENT, run->form->rows.items[SEEN_ROW(seen[i])].name,
                  "is there more than once");
        }
    }
}

/* The required rows of a group that are not among what was seen of one of its turns; both ascend. */
static void find_missing(const hw__form_run *run, unsigned group, const uint32_t *seen, size_t count)
{
    size_t next = 0;
    for (uint32_t i = 0; i < run->form->rows.count; i++) {
        const hw__form_row *row = &run->form->rows.items[i];
        while (next < count && SEEN_ROW(seen[next]) < i) {
            next++;
        }
        if (row->required && row->group_number == group && (next == count || SEEN_ROW(seen[next]) != i)) {
            fault(run, HW_ERR_ARGUMENT, row->name, "is required, and missing");
        }
    }
}

void hw__form_judge_end(hw__form_run *run)
{
    if (!run->form->closed) {
        return;
    }
    sort_seen(run);
    find_doubles(run);
    if (!run->is_owed) {
        return;
    }
    const uint32_t *seen = run->seen.items;
    if (run->seen.count == 0 || SEEN_GROUP(seen[0]) != 0) {
        find_missing(run, 0, NULL, 0); /* nothing outside of groups */
    }
    for (size_t begin = 0, end; begin < run->seen.count; begin = end) {
        for (end = begin + 1; end < run->seen.count && SEEN_TURN(seen[end]) == SEEN_TURN(seen[begin]); end++)
            ;
        find_missing(run, SEEN_GROUP(seen[begin]), seen + begin, end - begin);
    }
}

bool hw__form_is_owed(int extent, int source)
{
    return (extent == HW_EXTENT_DONE || extent == HW_EXTENT_EXCEEDED) && source != HW_SOURCE_CALENDAR;
}
