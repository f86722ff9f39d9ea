/* SPDX-License-Identifier: MIT */
/* What a list of reminders says about each: its fields, why it does not ring, and when it may ring again. */
#include <string.h>

#include "base/fail.h"
#include "base/labels.h"
#include "base/objects.h"
#include "schedule/reminder.h"

#define MOST_SENTENCE 1024 /* bytes */
#define MOST_SNOOZE 10080  /* minutes: a week */

void hw_reminders_free(hw_reminders *reminders)
{
    if (!reminders) {
        return;
    }
    for (size_t i = 0; i < reminders->settings_count; i++) {
        hw_settings_unref(reminders->settings[i]);
    }
    hw__free(reminders->settings);
    hw__free(reminders->assignments);
    hw__free(reminders->sessions);
    hw__vec_free(&reminders->items);
    hw__arena_free(&reminders->arena);
    HW__DELETE(reminders, reminders);
}

static const hw__ring *item_at(const hw_reminders *reminders, size_t index)
{
    return reminders && index < reminders->items.count ? &reminders->items.items[index] : NULL;
}

size_t hw_reminders_count(const hw_reminders *reminders)
{
    return reminders ? reminders->items.count : 0;
}

hw_moment hw_reminders_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? hw_moment_at(item->at, item->at_offset / 60) : (hw_moment){0};
}

hw_moment hw_reminders_original_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? hw_moment_at(item->original, item->original_offset / 60) : (hw_moment){0};
}

hw_moment hw_reminders_closes_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item && item->closes != HW__FOR_EVER ? hw_moment_at(item->closes, item->closes_offset / 60)
                                                : (hw_moment){0};
}

const char *hw_reminders_assignment_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item && item->assignment != HW__OF_PLAN ? reminders->assignments[item->assignment] : NULL;
}

const char *hw_reminders_session_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item && item->session != HW__NOTHING ? reminders->sessions[item->session] : NULL;
}

const char *hw_reminders_words_at(const hw_reminders *reminders, size_t index, const char *language)
{
    const hw__ring *item = item_at(reminders, index);
    const hw_settings *settings =
        item && item->settings != HW__NOTHING ? reminders->settings[item->settings] : NULL;
    return hw_settings_own_words(settings) ? hw_settings_motivation(settings, language) : NULL;
}

hw_local hw_reminders_key_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? (hw_local){hw__date_from_day(item->key.day), item->key.seconds} : (hw_local){{0, 0, 0}, 0};
}

int32_t hw_reminders_kind_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? item->kind : HW_REMINDER_PROMPT;
}

hw_ring_state hw_reminders_state_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? (hw_ring_state)item->state : HW_RING_PLANNED;
}

size_t hw_reminders_rule_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? item->rule : 0;
}

int32_t hw_reminders_priority_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? item->priority : 0;
}

int64_t hw_reminders_bundle_at(const hw_reminders *reminders, size_t index)
{
    const hw__ring *item = item_at(reminders, index);
    return item ? item->bundle : HW__NOT_BUNDLED;
}

size_t hw_reminders_bundle_count(const hw_reminders *reminders)
{
    return reminders ? reminders->bundles : 0;
}

/* ---- why not? ---- */

size_t hw_reminders_find(const hw_reminders *reminders, size_t start, const char *assignment, hw_local key,
                         hw_date day)
{
    size_t count = hw_reminders_count(reminders);
    hw__key wanted = key.date.year ? hw__key_from_local(key) : (hw__key){0, 0};
    for (size_t i = start; i < count; i++) {
        const hw__ring *item = &reminders->items.items[i];
        const char *its = hw_reminders_assignment_at(reminders, i);
        if ((assignment && (!its || strcmp(its, assignment) != 0)) ||
            (key.date.year && hw__key_compare(item->key, wanted) != 0) ||
            (day.year && hw__wall_day(item->original + item->original_offset) != hw__day_from_date(day))) {
            continue;
        }
        return i;
    }
    return count;
}

char *hw_reminders_text(const hw_reminders *reminders, size_t index, const char *language, hw_error *err)
{
    hw_error own;
    err = err ? err : &own;
    if (!reminders) {
        hw__null_argument(err, "reminders");
        return NULL;
    }
    const hw__ring *item = item_at(reminders, index);
    if (!item) {
        hw__fail(err, HW_ERR_RANGE, "index", "there is no such reminder");
        return NULL;
    }
    hw__buffer buffer;
    hw__buffer_init(&buffer, MOST_SENTENCE);
    hw__put_label(&buffer, hw__language_find(language), (hw__label)(HW__LABEL_RING_PLANNED + item->state), 1,
                  NULL);
    return hw__buffer_take(&buffer, NULL, err);
}

/* ---- later ---- */

bool hw_reminders_snooze(const hw_reminders *reminders, size_t index, hw_instant now, int32_t minutes,
                         hw_instant *out)
{
    const hw__ring *item = item_at(reminders, index);
    if (!item || !out || item->state != HW_RING_PLANNED || minutes < 1 || minutes > MOST_SNOOZE ||
        now < hw__wall(HW__DAY_MIN, 0) || now > hw__wall(HW__DAY_MAX, 0)) {
        return false;
    }
    hw_instant at = now + (hw_instant)minutes * 60;
    if (item->closes != HW__FOR_EVER && at >= item->closes) {
        at = item->closes - 60;
    }
    if (at <= now) {
        return false;
    }
    *out = at;
    return true;
}
