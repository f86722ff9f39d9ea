/* SPDX-License-Identifier: MIT */
/* What differs between two logs: entries that only one has, entries that count no longer, and words that
 * were taken out. An entry never changes otherwise. */
#include <string.h>

#include "base/decimal.h"
#include "format/diff_plan.h"
#include "time/civil.h"

#define MOST_BYTES ((size_t)1 << 20)

/* One thing that an entry says; both texts are owned. */
typedef struct saying {
    char *path, *text;
    bool used;
} saying;

typedef struct sayings {
    HW__VEC(saying) items;
    bool failed;
} sayings;

/* An entry of one of the plans; `log` NULL = it does not have it. */
typedef struct side {
    const hw_log *log;
    size_t index;
} side;

/* ---- what an entry says ---- */

static void free_sayings(sayings *list)
{
    for (size_t i = 0; i < list->items.count; i++) {
        hw__free(list->items.items[i].path);
        hw__free(list->items.items[i].text);
    }
    hw__vec_free(&list->items);
}

/* Takes over both buffers. */
static void say(sayings *list, hw__buffer *path, hw__buffer *text)
{
    saying item = {.path = hw__buffer_take(path, NULL, NULL), .text = hw__buffer_take(text, NULL, NULL)};
    if (!item.path || !item.text || !hw__vec_push(&list->items, item)) {
        hw__free(item.path);
        hw__free(item.text);
        list->failed = true;
    }
}

static void say_text(sayings *list, const char *name, const char *value)
{
    hw__buffer path, text;
    if (value) {
        hw__buffer_init(&path, MOST_BYTES);
        hw__buffer_init(&text, MOST_BYTES);
        hw__put_text(&path, name);
        hw__put_text(&text, value);
        say(list, &path, &text);
    }
}

static void say_facts(sayings *list, const side *entry)
{
    const hw_log *log = entry->log;
    size_t i = entry->index;
    hw_local due = hw_log_due_at(log, i);
    hw_moment at = hw_log_happened_at(log, i);
    hw__buffer path, text;
    hw__buffer_init(&path, MOST_BYTES);
    hw__buffer_init(&text, MOST_BYTES);
    say_text(list, "assignment", hw_log_assignment_at(log, i));
    if (due.date.year) {
        HW__PUT_LIT(&path, "due");
        hw__put_local(&text, due);
        say(list, &path, &text);
    }
    if (at.precision != HW_PRECISION_UNKNOWN) {
        HW__PUT_LIT(&path, "at");
        hw__put_moment(&text, at);
        say(list, &path, &text);
    }
    if (hw_log_extent_at(log, i) != HW_EXTENT_NONE) {
        say_text(list, "extent", hw__words_at(&hw__words_extent, (int)hw_log_extent_at(log, i)));
    }
    if (hw_log_percent_at(log, i)) {
        HW__PUT_LIT(&path, "percent");
        hw__put_int(&text, hw_log_percent_at(log, i));
        say(list, &path, &text);
    }
    if (hw_log_source_at(log, i) != HW_SOURCE_APP) {
        say_text(list, "source", hw__words_at(&hw__words_source, (int)hw_log_source_at(log, i)));
    }
    if (hw_log_visibility_at(log, i) != HW_VISIBILITY_SHARED) {
        say_text(list, "visibility", hw__words_at(&hw__words_visibility, (int)hw_log_visibility_at(log, i)));
    }
    say_text(list, hw_log_state_at(log, i) == HW_ENTRY_VOID ? "voids" : "supersedes",
             hw_log_target_at(log, i));
}

/* "value[suds before 2]": what it is, its name, when within the practice, which group. */
static void put_path(hw__buffer *path, const hw_log *log, size_t entry, size_t row)
{
    static const char *const elements[] = {
        [HW_VALUE_MEASURE] = "value",   [HW_VALUE_NUMBER] = "value", [HW_VALUE_TEXT] = "answer",
        [HW_VALUE_BARRIER] = "barrier", [HW_VALUE_NOTE] = "note",    [HW_VALUE_ATTACHMENT] = "attachment",
    };
    const char *name = hw_log_value_name(log, entry, row);
    hw_phase phase = hw_log_value_phase(log, entry, row);
    int32_t group = hw_log_value_group(log, entry, row);
    hw__put_text(path, elements[hw_log_value_kind(log, entry, row)]);
    if (!name) {
        return;
    }
    hw__put_char(path, '[');
    hw__put_text(path, name);
    if (phase != HW_PHASE_NONE) {
        hw__put_char(path, ' ');
        hw__put_text(path, hw__words_at(&hw__words_phase, (int)phase));
    }
    if (group) {
        hw__put_char(path, ' ');
        hw__put_int(path, group);
    }
    hw__put_char(path, ']');
}

/* What a value row holds; that of a barrier is empty if it may not be told. */
static void say_value(sayings *list, const side *entry, size_t row, bool with_text)
{
    double number;
    hw__buffer path, text;
    hw__buffer_init(&path, MOST_BYTES);
    hw__buffer_init(&text, MOST_BYTES);
    put_path(&path, entry->log, entry->index, row);
    if (hw_log_value_number(entry->log, entry->index, row, &number)) {
        hw__decimal value = {0, 0};
        char digits[HW__DECIMAL_MAX_TEXT];
        hw__decimal_from_double(number, &value);
        hw__put(&text, digits, hw__decimal_print(value, digits));
    } else if (with_text) {
        const char *words = hw_log_value_text(entry->log, entry->index, row);
        hw__put_text(&text, words ? words : "");
    }
    say(list, &path, &text);
}

/* Everything that an entry says, as far as others may know it. */
static void collect(sayings *list, const side *entry, bool private_too)
{
    if (!entry->log) {
        return;
    }
    bool summary = hw_log_visibility_at(entry->log, entry->index) != HW_VISIBILITY_SHARED;
    say_facts(list, entry);
    for (size_t row = 0; row < hw_log_value_count(entry->log, entry->index); row++) {
        hw_value_kind kind = hw_log_value_kind(entry->log, entry->index, row);
        bool words = kind == HW_VALUE_TEXT || kind == HW_VALUE_NOTE || kind == HW_VALUE_ATTACHMENT;
        bool kept = (words && summary) || hw_log_value_confidential(entry->log, entry->index, row);
        if (private_too || !kept) {
            say_value(list, entry, row, private_too || !summary);
        }
    }
}

/* ---- one entry ---- */

static saying *take(sayings *list, const char *path)
{
    for (size_t i = 0; i < list->items.count; i++) {
        if (!list->items.items[i].used && strcmp(list->items.items[i].path, path) == 0) {
            list->items.items[i].used = true;
            return &list->items.items[i];
        }
    }
    return NULL;
}

static void add_sayings(hw__plan_comparison *p, sayings *before, sayings *after)
{
    for (size_t i = 0; i < before->items.count; i++) {
        const saying *was = &before->items.items[i], *is = take(after, was->path);
        if (!is || strcmp(was->text, is->text) != 0) {
            hw__compare_field(&p->c, was->path, was->text, is ? is->text : NULL);
        }
    }
    for (size_t i = 0; i < after->items.count; i++) {
        if (!after->items.items[i].used) {
            hw__compare_field(&p->c, after->items.items[i].path, NULL, after->items.items[i].text);
        }
    }
}

static bool is_private(const side *entry)
{
    return entry->log && hw_log_visibility_at(entry->log, entry->index) == HW_VISIBILITY_PRIVATE;
}

static void add_fields(hw__plan_comparison *p, const side *before, const side *after)
{
    sayings was = {0}, is = {0};
    if (p->private_too || (!is_private(before) && !is_private(after))) {
        collect(&was, before, p->private_too);
        collect(&is, after, p->private_too);
        p->c.failed = p->c.failed || was.failed || is.failed;
        if (!p->c.failed) {
            add_sayings(p, &was, &is);
        }
    }
    free_sayings(&was);
    free_sayings(&is);
}

/* How much a person has written in an entry, but for what stands in place of words that were taken out. */
static size_t words_of(const side *entry)
{
    size_t size = 0;
    for (size_t row = 0; row < hw_log_value_count(entry->log, entry->index); row++) {
        const char *text = hw_log_value_text(entry->log, entry->index, row);
        size += text && strcmp(text, HW_REDACTED) != 0 ? strlen(text) : 0;
    }
    return size;
}

/* Both have it: what became of its words. They are in neither item nor fields unless asked for. */
static void compare_words(hw__plan_comparison *p, const side *before, const side *after)
{
    size_t was = words_of(before), is = words_of(after);
    hw__compare_whole(&p->c, is < was ? HW_DIFF_ERASED : is > was ? HW_DIFF_RESTORED : HW_DIFF_REVISED);
    if (p->private_too) {
        add_fields(p, before, after);
    }
}

static void compare_states(hw__plan_comparison *p, const side *before, const side *after)
{
    hw_entry_state was = hw_log_state_at(before->log, before->index);
    hw_entry_state is = hw_log_state_at(after->log, after->index);
    if (was == is) {
        return;
    }
    hw__compare_whole(&p->c, is == HW_ENTRY_VOIDED       ? HW_DIFF_VOIDED
                             : is == HW_ENTRY_SUPERSEDED ? HW_DIFF_SUPERSEDED
                                                         : HW_DIFF_RESTORED);
    if (p->private_too || !is_private(after)) {
        hw__compare_field(&p->c, "state", hw__words_at(&hw__words_entry_state, (int)was),
                          hw__words_at(&hw__words_entry_state, (int)is));
    }
}

/* Only one of the plans has it. */
static void compare_alone(hw__plan_comparison *p, const side *before, const side *after, const char *id)
{
    bool gone_before = hw_plan_is_removed(p->before, id, NULL),
         gone_after = hw_plan_is_removed(p->after, id, NULL);
    if (gone_before != gone_after) {
        hw__compare_whole(&p->c, gone_after ? HW_DIFF_ERASED : HW_DIFF_RESTORED);
        if (!p->private_too) {
            return;
        }
    } else {
        hw__compare_whole(&p->c, after->log ? HW_DIFF_ADDED : HW_DIFF_REMOVED);
    }
    add_fields(p, before, after);
}

static void compare_entry(hw__plan_comparison *p, const side *before, const side *after)
{
    const side *newer = after->log ? after : before;
    const char *id = hw_log_id_at(newer->log, newer->index);
    hw__compare_about(&p->c, "log", id, id);
    if (!before->log || !after->log) {
        compare_alone(p, before, after, id);
        return;
    }
    if (!hw__entry_equal(p->before->log, (uint32_t)before->index, p->after->log, (uint32_t)after->index)) {
        compare_words(p, before, after);
    }
    compare_states(p, before, after);
}

/* ---- entries side by side ---- */

/* Both logs are sorted by when their entries were recorded, then by id. */
static int compare_places(const side *a, const side *b)
{
    hw_instant left = hw_log_recorded_at(a->log, a->index).instant;
    hw_instant right = hw_log_recorded_at(b->log, b->index).instant;
    if (left != right) {
        return left < right ? -1 : 1;
    }
    return strcmp(hw_log_id_at(a->log, a->index), hw_log_id_at(b->log, b->index));
}

void hw__compare_logs(hw__plan_comparison *p)
{
    hw_log *left = hw_plan_entries(p->before, NULL), *right = hw_plan_entries(p->after, NULL);
    const side none = {NULL, 0};
    side a = {left, 0}, b = {right, 0};
    p->c.failed = p->c.failed || !left || !right;
    while (!p->c.failed && (a.index < hw_log_count(left) || b.index < hw_log_count(right))) {
        int order = a.index == hw_log_count(left)    ? 1
                    : b.index == hw_log_count(right) ? -1
                                                     : compare_places(&a, &b);
        compare_entry(p, order <= 0 ? &a : &none, order >= 0 ? &b : &none);
        a.index += order <= 0;
        b.index += order >= 0;
    }
    hw_log_unref(left);
    hw_log_unref(right);
}
