/* SPDX-License-Identifier: MIT */
/* What the fields of an instrument do not say each by itself: that ids differ, that bands ascend and leave no
 * total without a name, that references hit. */
#include <math.h>
#include <string.h>

#include "base/fail.h"
#include "progress/instrument.h"

#define MOST_ITEMS 200
#define MOST_ROWS 100

bool hw__instrument_id_is_valid(const char *text, size_t size)
{
    bool good = size > 0 && size <= HW__MAX_ID_BYTES;
    for (size_t i = 0; good && i < size; i++) {
        char c = text[i];
        bool mark = c == '-' || c == '_' || c == '.';
        good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || mark;
    }
    return good;
}

/* An error about a row of a list: the subject is "items[3].max", counted from 1. */
static hw_status fail_row(hw_error *err, hw_status status, const char *list, uint32_t row, const char *member,
                          const char *message)
{
    hw_error path;
    hw__fail(&path, HW_OK, NULL, "%s[%u].%s", list, row + 1, member);
    return hw__fail(err, status, path.message, "%s: %s", path.message, message);
}

static hw_status fail_field(hw_error *err, hw_status status, const char *field, const char *message)
{
    return hw__fail(err, status, field, "%s: %s", field, message);
}

/* The ids of a list, which begin each row `stride` bytes apart: none twice. */
static hw_status check_ids(const hw__instrument_list *list, size_t stride, size_t offset, const char *name,
                           hw_error *err)
{
    const char *rows = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            const char *const *a = (const char *const *)(const void *)(rows + i * stride + offset);
            const char *const *b = (const char *const *)(const void *)(rows + j * stride + offset);
            if (strcmp(*a, *b) == 0) {
                return fail_row(err, HW_ERR_DUPLICATE, name, i, "id", "stands twice");
            }
        }
    }
    return HW_OK;
}

/* Numbers of items: all there, none twice. */
static hw_status check_numbers(const hw_instrument *instrument, const hw__instrument_list *list,
                               const char *name, uint32_t row, const char *member, hw_error *err)
{
    const int32_t *numbers = list->items;
    for (uint32_t i = 0; i < list->count; i++) {
        if (numbers[i] < 1 || (uint32_t)numbers[i] > instrument->items.count) {
            return fail_row(err, HW_ERR_RANGE, name, row, member, "there is no such item");
        }
        for (uint32_t j = 0; j < i; j++) {
            if (numbers[j] == numbers[i]) {
                return fail_row(err, HW_ERR_DUPLICATE, name, row, member, "an item stands twice");
            }
        }
    }
    return HW_OK;
}

static hw_status check_items(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_item *items = hw__instrument_items(instrument);
    if (instrument->items.count == 0) {
        return fail_field(err, HW_ERR_RANGE, "items", "there are none");
    }
    if (instrument->items.count > MOST_ITEMS) {
        return hw__fail(err, HW_ERR_LIMIT, "items", "items: at most %d", MOST_ITEMS);
    }
    for (uint32_t i = 0; i < instrument->items.count; i++) {
        if (items[i].least >= items[i].greatest) {
            return fail_row(err, HW_ERR_RANGE, "items", i, "max", "not more than min");
        }
        if (items[i].safety != HW__NO_ANSWER &&
            (items[i].safety < items[i].least || items[i].safety > items[i].greatest)) {
            return fail_row(err, HW_ERR_RANGE, "items", i, "safety", "not from min to max");
        }
    }
    if ((uint32_t)instrument->may_miss >= instrument->items.count) {
        return fail_field(err, HW_ERR_RANGE, "may_miss", "not fewer than there are items");
    }
    return (instrument->may_miss > 0) == (instrument->may_miss_source != NULL)
               ? HW_OK
               : fail_field(err, HW_ERR_ARGUMENT, "may_miss_source", "goes with may_miss");
}

static hw_status check_answers(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_answer *answers = instrument->answers.items;
    for (uint32_t i = 0; i < instrument->answers.count; i++) {
        for (uint32_t j = 0; j < i; j++) {
            if (answers[i].value == answers[j].value) {
                return fail_row(err, HW_ERR_DUPLICATE, "answers", i, "value", "stands twice");
            }
        }
    }
    return HW_OK;
}

static hw_status check_bands(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_set *sets = instrument->sets.items;
    double least, greatest;
    hw__instrument_range(instrument, NULL, &least, &greatest);
    for (uint32_t i = 0; i < instrument->sets.count; i++) {
        const hw__instrument_band *bands = sets[i].bands.items;
        uint32_t count = sets[i].bands.count;
        if (count == 0 || bands[0].from > least || bands[count - 1].from > greatest) {
            return fail_row(err, HW_ERR_RANGE, "band_sets", i, "bands", "not for every total");
        }
        for (uint32_t j = 1; j < count; j++) {
            if (bands[j].from <= bands[j - 1].from) {
                return fail_row(err, HW_ERR_RANGE, "band_sets", i, "bands", "not in ascending order");
            }
        }
    }
    return check_ids(&instrument->sets, sizeof *sets, offsetof(hw__instrument_set, id), "band_sets", err);
}

static hw_status check_screens(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_screen *screens = instrument->screens.items;
    for (uint32_t i = 0; i < instrument->screens.count; i++) {
        if (isnan(screens[i].from) == isnan(screens[i].to)) {
            return fail_row(err, HW_ERR_ARGUMENT, "screens", i, "from", "either from or to");
        }
    }
    return check_ids(&instrument->screens, sizeof *screens, offsetof(hw__instrument_screen, id), "screens",
                     err);
}

static hw_status check_subsets(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_subset *subsets = instrument->subsets.items;
    hw_status status = HW_OK;
    for (uint32_t i = 0; status == HW_OK && i < instrument->subsets.count; i++) {
        const hw__instrument_subset *subset = &subsets[i];
        uint32_t counted = subset->counts_from.count;
        status = check_numbers(instrument, &subset->items, "subsets", i, "items", err);
        if (status == HW_OK && subset->items.count == 0) {
            status = fail_row(err, HW_ERR_RANGE, "subsets", i, "items", "there are none");
        } else if (status == HW_OK && counted > 0 && counted != subset->items.count) {
            status = fail_row(err, HW_ERR_RANGE, "subsets", i, "counts_from", "not one for each item");
        } else if (status == HW_OK && (uint32_t)subset->needed > counted) {
            status = fail_row(err, HW_ERR_RANGE, "subsets", i, "needed", "more than are counted");
        }
    }
    return status != HW_OK ? status
                           : check_ids(&instrument->subsets, sizeof *subsets,
                                       offsetof(hw__instrument_subset, id), "subsets", err);
}

static hw_status check_variants(const hw_instrument *instrument, hw_error *err)
{
    const hw__instrument_variant *variants = instrument->variants.items;
    hw_status status = HW_OK;
    for (uint32_t i = 0; status == HW_OK && i < instrument->variants.count; i++) {
        const hw__instrument_list *left_out = &variants[i].leave_out;
        status = check_numbers(instrument, left_out, "variants", i, "leave_out", err);
        if (status == HW_OK && left_out->count >= instrument->items.count) {
            status = fail_row(err, HW_ERR_RANGE, "variants", i, "leave_out", "leaves no item");
        } else if (status == HW_OK && variants[i].prorate && left_out->count == 0) {
            status = fail_row(err, HW_ERR_ARGUMENT, "variants", i, "prorate", "without leave_out");
        }
    }
    return status != HW_OK ? status
                           : check_ids(&instrument->variants, sizeof *variants,
                                       offsetof(hw__instrument_variant, id), "variants", err);
}

hw_status hw__instrument_check(const hw_instrument *instrument, hw_error *err)
{
    static hw_status (*const checks[])(const hw_instrument *instrument, hw_error *err) = {
        check_items, check_answers, check_bands, check_screens, check_subsets, check_variants,
    };
    const struct {
        const char *name;
        uint32_t count;
    } lists[] = {
        {"answers", instrument->answers.count},   {"band_sets", instrument->sets.count},
        {"screens", instrument->screens.count},   {"subsets", instrument->subsets.count},
        {"variants", instrument->variants.count},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (lists[i].count > MOST_ROWS) {
            return hw__fail(err, HW_ERR_LIMIT, lists[i].name, "%s: at most %d", lists[i].name, MOST_ROWS);
        }
    }
    hw_status status = HW_OK;
    for (size_t i = 0; status == HW_OK && i < sizeof checks / sizeof *checks; i++) {
        status = checks[i](instrument, err);
    }
    return status;
}
