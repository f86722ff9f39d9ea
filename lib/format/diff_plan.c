/* SPDX-License-Identifier: MIT */
/* What differs between two plans: things section by section, and what they hold. The entries are in
 * diff_log.c. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "format/diff_plan.h"

/* ---- what became of a thing ---- */

/* Whether all revisions are the same, in content too. */
static bool is_same(const hw__thing *a, const hw__thing *b)
{
    if (a->revisions.count != b->revisions.count) {
        return false;
    }
    for (size_t i = 0; i < a->revisions.count; i++) {
        const hw_revision *left = a->revisions.items[i], *right = b->revisions.items[i];
        if (left != right && !hw__record_equal(left, right)) {
            return false;
        }
    }
    return true;
}

/* Whether a field changes along with the state when a thing is marked. */
static bool goes_with_state(const char *field)
{
    static const char *const fields[] = {"state", "reached", "agreed", "agreed-by", "evidence"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (strcmp(fields[i], field) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the items from `first` on are about a state, and nothing else. */
static bool only_state(const hw_diff *diff, size_t first)
{
    bool state = false;
    for (size_t i = first; i < diff->items.count; i++) {
        const char *field = diff->items.items[i].field;
        if (!field || !goes_with_state(field)) {
            return false;
        }
        state = state || strcmp(field, "state") == 0;
    }
    return state;
}

static bool is_of(const hw_revision *message, hw_visibility visibility)
{
    return message && message->shape->section == HW__MESSAGES &&
           ((const hw_message *)message)->visibility == visibility;
}

/* Adds the fields as far as others may see them. */
static void add_fields(hw__plan_comparison *p, const hw_revision *before, const hw_revision *after,
                       bool erased)
{
    bool hidden = is_of(before, HW_VISIBILITY_PRIVATE) || is_of(after, HW_VISIBILITY_PRIVATE);
    bool summary = is_of(before, HW_VISIBILITY_SHARED_SUMMARY) || is_of(after, HW_VISIBILITY_SHARED_SUMMARY);
    if (hidden && !p->private_too) {
        return;
    }
    p->c.no_texts = !p->private_too && (summary || erased);
    hw__compare_records(&p->c, before, after);
    p->c.no_texts = false;
}

/* `newer` is the latest of b, or of a if there is no b. */
static void compare_thing(hw__plan_comparison *p, const hw__thing *a, const hw__thing *b,
                          const hw_revision *newer)
{
    const hw_revision *before = a ? hw__thing_latest(a) : NULL, *after = b ? newer : NULL;
    bool gone_before = hw_plan_is_removed(p->before, newer->id, NULL);
    bool gone_after = hw_plan_is_removed(p->after, newer->id, NULL);
    bool erased = gone_before != gone_after;
    hw_diff_kind kind = erased ? (gone_after ? HW_DIFF_ERASED : HW_DIFF_RESTORED)
                        : !a   ? HW_DIFF_ADDED
                        : !b   ? HW_DIFF_REMOVED
                               : HW_DIFF_REVISED;
    size_t item = p->c.diff->items.count;
    hw__compare_about(&p->c, hw__section_names[newer->shape->section], newer->id, newer->revision);
    hw__compare_whole(&p->c, kind);
    add_fields(p, before, after, erased);
    if (kind == HW_DIFF_REVISED && !p->c.failed && only_state(p->c.diff, item + 1)) {
        p->c.diff->items.items[item].kind = HW_DIFF_MARKED;
    }
}

/* ---- things side by side ---- */

static int compare_ids(const void *a, const void *b)
{
    const hw__thing *const *left = a, *const *right = b;
    return strcmp(hw__thing_latest(*left)->id, hw__thing_latest(*right)->id);
}

/* The things of a section by id; NULL without memory. Owned by the caller. */
static const hw__thing **by_id(const hw__things *things)
{
    const hw__thing **sorted = hw__alloc(things->count * sizeof *sorted);
    for (size_t i = 0; sorted && i < things->count; i++) {
        sorted[i] = &things->items[i];
    }
    if (sorted && things->count > 1) {
        qsort(sorted, things->count, sizeof *sorted, compare_ids);
    }
    return sorted;
}

static void compare_section(hw__plan_comparison *p, hw__section section)
{
    const hw__things *left = &p->before->sections[section], *right = &p->after->sections[section];
    const hw__thing **a = by_id(left), **b = by_id(right);
    p->c.failed = p->c.failed || !a || !b;
    size_t i = 0, k = 0;
    while (!p->c.failed && (i < left->count || k < right->count)) {
        int order = i == left->count ? 1 : k == right->count ? -1 : compare_ids(&a[i], &b[k]);
        if (order != 0 || !is_same(a[i], b[k])) {
            compare_thing(p, order <= 0 ? a[i] : NULL, order >= 0 ? b[k] : NULL,
                          hw__thing_latest(order >= 0 ? b[k] : a[i]));
        }
        i += order <= 0;
        k += order >= 0;
    }
    hw__free(a);
    hw__free(b);
}

static void compare_language(hw__plan_comparison *p)
{
    const char *before = hw_plan_language(p->before), *after = hw_plan_language(p->after);
    if (strcmp(before, after) != 0) {
        hw__compare_about(&p->c, "plan", p->after->uid, NULL);
        hw__compare_field(&p->c, "language", before, after);
    }
}

hw_diff *hw_plan_diff(const hw_plan *before, const hw_plan *after, bool private_too, hw_error *err)
{
    if (!before || !after) {
        hw__null_argument(err, before ? "after" : "before");
        return NULL;
    }
    hw__plan_comparison p = {.before = before, .after = after, .private_too = private_too};
    if (!hw__comparison_open(&p.c, err)) {
        return NULL;
    }
    compare_language(&p);
    for (int section = 0; section < HW__SECTION_COUNT && !p.c.failed; section++) {
        compare_section(&p, (hw__section)section);
    }
    hw__compare_logs(&p);
    return hw__comparison_close(&p.c, err);
}
