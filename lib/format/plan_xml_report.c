/* SPDX-License-Identifier: MIT */
/* What a reading says about the document: problems with their lines, limits, and when to stop. */
#include <stdarg.h>
#include <string.h>

#include "base/alloc.h"
#include "base/limits.h"
#include "base/text.h"
#include "format/plan_xml_reader.h"
#include "format/xml_guard.h"

#define LINES_APART 64u
#define STRANGE_SLOTS (HW__MAX_STRANGE_NAMES * 2)

void hw__reader_stop(hw__plan_reader *r, hw_status status)
{
    if (r->status == HW_OK) {
        r->status = status;
    }
}

/* Notes where every 64th line begins, once something is to be reported. */
static bool map_lines(hw__plan_reader *r)
{
    uint32_t count = 0;
    const char *at = r->data, *end = r->data + r->size;
    if (!hw__vec_push(&r->lines, 0)) {
        return false;
    }
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        if (++count % LINES_APART == 0 && !hw__vec_push(&r->lines, (uint32_t)(at - r->data))) {
            hw__vec_free(&r->lines);
            return false;
        }
    }
    r->is_mapped = true;
    return true;
}

static void find_line(const hw__plan_reader *r, uint32_t place, int32_t *line, int32_t *column)
{
    size_t low = 0, high = r->lines.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (r->lines.items[middle] <= place) {
            low = middle;
        } else {
            high = middle;
        }
    }
    uint32_t start = r->lines.items[low];
    hw__text_place(r->data + start, r->size - start, place - start, line, column);
    *line += (int32_t)(low * LINES_APART);
}

/* A strict reading has said enough when there is an error and no room for more. */
static void stop_when_full(hw__plan_reader *r)
{
    if (!r->options->salvage && hw_problems_error_count(r->problems) > 0 &&
        hw_problems_count(r->problems) >= HW__MAX_PROBLEMS) {
        hw__reader_stop(r, HW_ERR_INVALID);
    }
}

void hw__reader_report(hw__plan_reader *r, hw_problem_code code, hw_severity severity,
                       enum hw__place_kind kind, uint32_t place, const char *subject, const char *format, ...)
{
    int32_t line = 0, column = 0;
    hw_error text;
    va_list arguments;
    if (r->is_second) {
        return; /* all was said the first time */
    }
    if (severity == HW_SEVERITY_ERROR) {
        r->is_broken = true;
        r->is_fatal = r->is_fatal || !r->in_item;
    }
    bool is_full = hw_problems_count(r->problems) >= HW__MAX_PROBLEMS;
    if (is_full && (severity != HW_SEVERITY_ERROR || hw_problems_error_count(r->problems) > 0)) {
        hw__problems_drop(r->problems, severity, 1);
        stop_when_full(r);
        return;
    }
    if (kind != HW__NOWHERE) {
        if (!r->is_mapped && !map_lines(r)) {
            hw__reader_stop(r, HW_ERR_MEMORY);
            return;
        }
        char begin = r->source->tag_begin;
        while (kind == HW__AT_TAG && begin && place > 0 && (place >= r->size || r->data[place] != begin)) {
            place--;
        }
        find_line(r, place, &line, &column);
    }
    va_start(arguments, format);
    hw__fail_list(&text, HW_ERR_INVALID, line, column, subject, format, arguments);
    va_end(arguments);
    if (!hw__problem(r->problems, code, severity, line, column, text.subject, "%s", text.message)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    stop_when_full(r);
}

static const char *fault_of(hw_problem_code code)
{
    switch (code) {
    case HW_PROBLEM_BAD_TEXT:
        return "is empty, too long, or has characters that are not allowed";
    case HW_PROBLEM_BAD_ID:
        return "is not an id";
    case HW_PROBLEM_BAD_WORD:
        return "is not one of its words";
    case HW_PROBLEM_BAD_NUMBER:
        return "is not a number of the form that is read here";
    case HW_PROBLEM_BAD_DATE:
        return "is not a date, or not a day that exists";
    case HW_PROBLEM_BAD_MOMENT:
        return "is not a moment with its offset";
    case HW_PROBLEM_BAD_DURATION:
        return "is not a duration that is read here";
    case HW_PROBLEM_BAD_CLOCK:
        return "is not a time of day";
    case HW_PROBLEM_BAD_LANGUAGE:
        return "is not a language tag";
    case HW_PROBLEM_BAD_ZONE:
        return "is not a zone name";
    case HW_PROBLEM_BAD_RULE:
        return "is not a recurrence rule that is read here";
    case HW_PROBLEM_BAD_URI:
        return "is not a URI of the expected form";
    case HW_PROBLEM_OUT_OF_RANGE:
        return "is outside its range";
    case HW_PROBLEM_CONTRADICTION:
        return "names something twice";
    default:
        return "has more items than are allowed";
    }
}

void hw__reader_bad_value(hw__plan_reader *r, hw_problem_code code, const char *name, const char *value)
{
    hw__reader_report(r, code, HW_SEVERITY_ERROR, HW__AT_BYTE, hw__reader_value_place(r, value), name,
                      "'%s' %s", name, fault_of(code));
}

void hw__reader_missing(hw__plan_reader *r, hw_problem_code code, uint32_t place, const char *name)
{
    hw__reader_report(r, code, HW_SEVERITY_ERROR, HW__AT_TAG, place, name, "'%s' is missing", name);
}

void hw__reader_limit(hw__plan_reader *r, uint32_t place, const char *subject, size_t limit)
{
    hw__reader_report(r, HW_PROBLEM_LIMIT, HW_SEVERITY_ERROR, HW__AT_TAG, place, subject,
                      "the limit of %s is %zu", subject, limit);
    r->is_fatal = true;
    hw__reader_stop(r, HW_ERR_LIMIT);
}

bool hw__reader_pass_on(hw__plan_reader *r, uint32_t place)
{
    size_t count = hw_problems_count(r->found);
    if (count == 0 && hw_problems_dropped(r->found) == 0) {
        return false;
    }
    bool has_error = hw_problems_error_count(r->found) > 0;
    if (hw_problems_dropped(r->found) > 0 && count < HW__MAX_PROBLEMS) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    for (size_t i = 0; i < count && r->status == HW_OK; i++) {
        hw__reader_report(r, hw_problems_code_at(r->found, i), hw_problems_severity_at(r->found, i),
                          HW__AT_TAG, place, hw_problems_subject_at(r->found, i), "%s",
                          hw_problems_message_at(r->found, i));
    }
    if (count > 0) {
        hw_problems_clear(r->found);
    }
    return has_error;
}

bool hw__reader_is_new_name(hw__plan_reader *r, const char *name)
{
    if (r->piece) {
        r->piece->note_name(r->piece->user, name); /* its own names are gone with its parser */
        return false;
    }
    if (!r->strange) {
        r->strange = hw__zalloc(STRANGE_SLOTS, sizeof *r->strange);
        if (!r->strange) {
            hw__reader_stop(r, HW_ERR_MEMORY);
            return false;
        }
    }
    size_t slot = ((uintptr_t)name >> 3) * 2654435761u;
    for (;; slot++) {
        const char **at = &r->strange[slot % STRANGE_SLOTS];
        if (*at == name) {
            return false;
        }
        if (!*at) {
            *at = name;
            break;
        }
    }
    if (++r->strange_count > HW__MAX_STRANGE_NAMES) {
        hw__reader_limit(r, hw__reader_here(r), "names", HW__MAX_STRANGE_NAMES);
    }
    return true;
}

const char *hw__reader_shown(const char *name)
{
    return hw__id_is_valid(name, strlen(name)) ? name : NULL;
}
