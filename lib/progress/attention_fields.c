/* SPDX-License-Identifier: MIT */
/* The reasons for looking at a plan one by one, in words, as a table, and which plan comes first. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/labels.h"
#include "base/words.h"
#include "model/table.h"
#include "progress/attention.h"

#define MOST_SENTENCE 4096

static const char *const names[HW_ATTENTION_REASON_COUNT] = {
    [HW_ATTENTION_FLAGGED] = "flagged",
    [HW_ATTENTION_SAFETY] = "safety",
    [HW_ATTENTION_CONCERN] = "concern",
    [HW_ATTENTION_QUESTION] = "question",
    [HW_ATTENTION_SILENT] = "silent",
    [HW_ATTENTION_NEEDS_WORK] = "needs-work",
    [HW_ATTENTION_NOTHING_ASSIGNED] = "nothing-assigned",
    [HW_ATTENTION_SESSION_OPEN] = "session-open",
};
static const hw__words words = {names, HW_ATTENTION_REASON_COUNT, 0};

const char *hw_attention_name(hw_attention_reason reason)
{
    return hw__words_at(&words, (int)reason);
}

hw_attention_reason hw_attention_find(const char *name)
{
    int reason = name ? hw__words_find(&words, name, strlen(name)) : -1;
    return reason < 0 ? HW_ATTENTION_REASON_COUNT : (hw_attention_reason)reason;
}

size_t hw_attention_count(const hw_attention *attention)
{
    return attention ? attention->count : 0;
}

/* NULL past the end. */
static const hw__why *why_at(const hw_attention *attention, size_t index)
{
    return index < hw_attention_count(attention) ? &attention->items[index] : NULL;
}

hw_attention_reason hw_attention_reason_at(const hw_attention *attention, size_t index)
{
    const hw__why *why = why_at(attention, index);
    return why ? (hw_attention_reason)why->reason : HW_ATTENTION_REASON_COUNT;
}

int64_t hw_attention_number_at(const hw_attention *attention, size_t index)
{
    const hw__why *why = why_at(attention, index);
    return why ? why->number : 0;
}

bool hw_attention_days_at(const hw_attention *attention, size_t index, int32_t *days)
{
    const hw__why *why = why_at(attention, index);
    if (!why || why->days < 0) {
        return false;
    }
    if (days) {
        *days = why->days;
    }
    return true;
}

int hw_attention_compare(const hw_attention *a, const hw_attention *b)
{
    for (size_t i = 0;; i++) {
        const hw__why *one = why_at(a, i), *other = why_at(b, i);
        if (!one || !other) {
            return (other != NULL) - (one != NULL);
        }
        if (one->reason != other->reason) {
            return one->reason < other->reason ? -1 : 1;
        }
        if (one->number != other->number) {
            return one->number > other->number ? -1 : 1;
        }
    }
}

/* ---- in words ---- */

/* "3 days ago"; NULL without memory. */
static char *ago(const hw__language *language, int32_t days, hw_error *err)
{
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_label(&buffer, language, days > 0 ? HW__LABEL_ATTENTION_AGO : HW__LABEL_ATTENTION_TODAY, days,
                  NULL);
    return hw__buffer_take(&buffer, NULL, err);
}

/* The labels stand in the order of the reasons. */
static hw__label label_of(const hw__why *why)
{
    if (why->reason == HW_ATTENTION_SILENT && why->days < 0) {
        return HW__LABEL_ATTENTION_NEVER;
    }
    return (hw__label)(HW__LABEL_ATTENTION_FLAGGED + why->reason);
}

char *hw_attention_text(const hw_attention *attention, size_t index, const char *language, hw_error *err)
{
    const hw__why *why = why_at(attention, index);
    if (!why) {
        if (attention)
            hw__fail(err, HW_ERR_ARGUMENT, "index", "there is no such reason");
        else
            hw__null_argument(err, "attention");
        return NULL;
    }
    const hw__language *spoken = hw__language_find(language);
    char *when = ago(spoken, why->days, err);
    if (!when) {
        return NULL;
    }
    const char *const argument[] = {when};
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_label(&buffer, spoken, label_of(why), why->number, argument);
    hw__free(when);
    return hw__buffer_take(&buffer, NULL, err);
}

/* ---- as a table ---- */

enum {
    REASON,
    NUMBER,
    DAYS,
    COLUMNS
};

static const hw__column columns[COLUMNS] = {
    [REASON] = {"reason", HW_COLUMN_TEXT, 0, "", "Why the plan is to be looked at."},
    [NUMBER] = {"number", HW_COLUMN_INT, 0, "", "How many things of that kind there are."},
    [DAYS] = {"days", HW_COLUMN_INT, 0, "d", "How many days ago; none where nothing dates it."},
};

hw_table *hw_attention_table(const hw_attention *attention, hw_error *err)
{
    if (!attention) {
        hw__null_argument(err, "attention");
        return NULL;
    }
    hw_table *table = hw__table_new(columns, COLUMNS, attention->count, err);
    if (!table) {
        return NULL;
    }
    for (size_t row = 0; row < attention->count; row++) {
        const hw__why *why = &attention->items[row];
        hw__table_text(table, REASON, row, names[why->reason]);
        hw__table_int(table, NUMBER, row, why->number);
        if (why->days >= 0) {
            hw__table_int(table, DAYS, row, why->days);
        }
    }
    return hw__table_done(table, err);
}
