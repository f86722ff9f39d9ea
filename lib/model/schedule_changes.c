/* SPDX-License-Identifier: MIT */
/* Which occurrences are otherwise than the schedule alone would have them? Those left out, added and
 * moved; and the rules that take over from the first one. */
#include <string.h>

#include "base/fail.h"
#include "base/limits.h"
#include "homework/schedule.h"
#include "model/records.h"
#include "model/shape_checks.h"

static const hw_local no_local = {{0, 0, 0}, 0};

/* ---- exceptions and extras ---- */

static bool has_occurrences(const hw__schedule *schedule)
{
    return schedule->present && schedule->kind != HW_SCHEDULE_EVENT_CONTINGENT;
}

static hw_local local_at(const hw__list *list, size_t index)
{
    return list && index < list->count ? ((const hw_local *)list->items)[index] : no_local;
}

static hw_status add_local(hw_revision *draft, hw__list *list, hw_local key, const char *field)
{
    if (!hw_local_is_valid(key)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, field, "is not a day or time of the years 1 to 9999");
    }
    const hw_local *items = list->items;
    uint32_t index = list->count;
    while (index > 0 && hw_local_compare(items[index - 1], key) >= 0) {
        index--;
    }
    if (index < list->count && hw_local_compare(items[index], key) == 0) {
        return hw__draft_fail(draft, HW_ERR_DUPLICATE, field, "is there already");
    }
    if (list->count >= HW__MAX_ITEMS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, field, "is one too many: 1,000 at most");
    }
    hw_local *item = hw__list_insert(&draft->arena, list, sizeof *item, index);
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, field, "");
    }
    *item = key;
    return HW_OK;
}

size_t hw_assignment_exception_count(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.exceptions.count : 0;
}

hw_local hw_assignment_exception_at(const hw_assignment *assignment, size_t index)
{
    return local_at(assignment ? &assignment->schedule.exceptions : NULL, index);
}

hw_status hw_assignment_add_exception(hw_assignment *assignment, hw_local key)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (!has_occurrences(&assignment->schedule)) {
        return hw__draft_fail(&assignment->head, HW_ERR_STATE, "exception", "needs a schedule");
    }
    return add_local(&assignment->head, &assignment->schedule.exceptions, key, "exception");
}

size_t hw_assignment_extra_count(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.extras.count : 0;
}

hw_local hw_assignment_extra_at(const hw_assignment *assignment, size_t index)
{
    return local_at(assignment ? &assignment->schedule.extras : NULL, index);
}

hw_status hw_assignment_add_extra(hw_assignment *assignment, hw_local key)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    if (!has_occurrences(&assignment->schedule) || assignment->schedule.kind == HW_SCHEDULE_QUOTA) {
        return hw__draft_fail(&assignment->head, HW_ERR_STATE, "extra", "needs a schedule that is no quota");
    }
    return add_local(&assignment->head, &assignment->schedule.extras, key, "extra");
}

/* ---- moves ---- */

static const hw__move *move_at(const hw_assignment *assignment, size_t index)
{
    bool there = assignment && index < assignment->schedule.moves.count;
    return there ? (const hw__move *)assignment->schedule.moves.items + index : NULL;
}

size_t hw_assignment_move_count(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.moves.count : 0;
}

hw_local hw_assignment_move_key_at(const hw_assignment *assignment, size_t index)
{
    const hw__move *move = move_at(assignment, index);
    return move ? move->key : no_local;
}

hw_local hw_assignment_move_to_at(const hw_assignment *assignment, size_t index)
{
    const hw__move *move = move_at(assignment, index);
    return move ? move->to : no_local;
}

static hw_status add_move(hw_revision *draft, hw__list *list, hw__move move)
{
    const hw__move *items = list->items;
    uint32_t index = list->count;
    while (index > 0 && hw_local_compare(items[index - 1].key, move.key) >= 0) {
        index--;
    }
    if (index < list->count && hw_local_compare(items[index].key, move.key) == 0) {
        return hw__draft_fail(draft, HW_ERR_DUPLICATE, "move", "is of an occurrence that is moved already");
    }
    if (list->count >= HW__MAX_ITEMS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "move", "is one too many: 1,000 at most");
    }
    hw__move *item = hw__list_insert(&draft->arena, list, sizeof *item, index);
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "move", "");
    }
    *item = move;
    return HW_OK;
}

hw_status hw_assignment_add_move(hw_assignment *assignment, hw_local key, hw_local to)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    if (!has_occurrences(&assignment->schedule) || assignment->schedule.kind == HW_SCHEDULE_QUOTA) {
        return hw__draft_fail(draft, HW_ERR_STATE, "move", "needs a schedule that is no quota");
    }
    if (!hw_local_is_valid(key) || !hw_local_is_valid(to)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "move",
                              "is not of and to days or times of the years 1 to 9999");
    }
    if ((key.seconds == HW_ALL_DAY) != (to.seconds == HW_ALL_DAY)) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "move", "must be from day to day, or from time to time");
    }
    return add_move(draft, &assignment->schedule.moves, (hw__move){key, to});
}

hw_status hw_assignment_clear_changes(hw_assignment *assignment)
{
    hw_status status;
    if (hw__draft_open((hw_revision *)assignment, &status)) {
        assignment->schedule.exceptions.count = assignment->schedule.extras.count = 0;
        assignment->schedule.moves.count = 0;
    }
    return status;
}

/* ---- tapers ---- */

static const hw__taper *taper_at(const hw_assignment *assignment, size_t index)
{
    bool there = assignment && index < assignment->schedule.tapers.count;
    return there ? (const hw__taper *)assignment->schedule.tapers.items + index : NULL;
}

size_t hw_assignment_taper_count(const hw_assignment *assignment)
{
    return assignment ? assignment->schedule.tapers.count : 0;
}

hw_date hw_assignment_taper_from_at(const hw_assignment *assignment, size_t index)
{
    const hw__taper *taper = taper_at(assignment, index);
    return taper ? taper->from : no_local.date;
}

const char *hw_assignment_taper_rule_at(const hw_assignment *assignment, size_t index)
{
    const hw__taper *taper = taper_at(assignment, index);
    return taper ? taper->rule : NULL;
}

/* Adds a taper that has been looked at, if the schedule can still be compiled with it. */
static hw_status add_taper(hw_assignment *assignment, hw__taper taper)
{
    hw_revision *draft = &assignment->head;
    hw__list *list = &assignment->schedule.tapers;
    hw_error error;
    hw__taper *item = hw__list_add(&draft->arena, list, sizeof *item);
    if (!item) {
        return hw__draft_fail(draft, HW_ERR_MEMORY, "taper", "");
    }
    *item = taper;
    hw__schedule tried = assignment->schedule;
    if (hw__schedule_compile(&tried, &error) != HW_OK) {
        list->count--;
        return hw__draft_keep(draft, &error);
    }
    return HW_OK;
}

hw_status hw_assignment_add_taper(hw_assignment *assignment, hw_date from, const char *rule)
{
    hw_status status;
    if (!hw__draft_open((hw_revision *)assignment, &status)) {
        return status;
    }
    hw_revision *draft = &assignment->head;
    const hw__schedule *schedule = &assignment->schedule;
    uint32_t count = schedule->tapers.count;
    if (schedule->kind != HW_SCHEDULE_RECURRING) {
        return hw__draft_fail(draft, HW_ERR_STATE, "taper", "needs a recurring schedule");
    }
    if (!rule) {
        return hw__draft_fail(draft, HW_ERR_ARGUMENT, "rule", "must not be NULL");
    }
    hw_date before = count > 0 ? taper_at(assignment, count - 1)->from : schedule->start.date;
    if (!hw_date_is_valid(from) || hw_date_compare(before, from) >= 0) {
        return hw__draft_fail(draft, HW_ERR_RANGE, "taper", "must begin after what it takes over from");
    }
    if (count >= HW__MAX_TAPERS) {
        return hw__draft_fail(draft, HW_ERR_LIMIT, "taper", "is one too many: 100 at most");
    }
    hw_error error;
    hw__taper taper = {.from = from};
    if (hw__rule_canonical(&draft->arena, rule, strlen(rule), &taper.rule, &error) != HW_OK) {
        return hw__draft_keep(draft, &error);
    }
    return add_taper(assignment, taper);
}

hw_status hw_assignment_clear_tapers(hw_assignment *assignment)
{
    return assignment ? hw__draft_clear(&assignment->head, &assignment->schedule.tapers) : HW_ERR_ARGUMENT;
}
