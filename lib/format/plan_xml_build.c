/* SPDX-License-Identifier: MIT */
/* What can be judged only when the whole document has been read: ids, references, histories, and the log
 * against the plan. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/plan_xml_reader.h"
#include "model/chains.h"
#include "model/entry_store.h"
#include "model/links.h"
#include "model/records.h"
#include "model/removal.h"

#define FEW_REVISIONS 8

/* ---- records ---- */

static void report_item(hw__plan_reader *r, hw_problem_code code, hw_severity severity, uint32_t place,
                        const char *id, const char *message)
{
    r->in_item = true;
    hw__reader_report(r, code, severity, HW__AT_TAG, place, id, "%s", message);
    r->in_item = false;
}

static void drop_item(hw__reader_item *item)
{
    hw__record_unref(item->record);
    item->record = NULL;
}

/* An id that is taken. A strict reading keeps the record under another one, if its revision's is at fault. */
static void refuse_double(hw__plan_reader *r, hw__reader_item *item, bool is_revision, const char *id)
{
    report_item(r, HW_PROBLEM_DUPLICATE_ID, HW_SEVERITY_ERROR, item->place, id,
                is_revision ? "the revision's id stands twice" : "the id stands in another section too");
    if (r->options->salvage) {
        hw__reader_put_aside(r, item->place, item->record->shape->section, id);
    } else if (is_revision && r->status == HW_OK) {
        item->is_broken = true;
        hw__reader_stand_in(r, item->record, item->place);
        if (r->status == HW_OK && hw__plan_insert(r->plan, item->record, NULL, NULL) == HW_OK) {
            return;
        }
    }
    drop_item(item);
}

/* Puts a record into the plan. Equal ones may stand twice: git's union merge does that. */
static void insert_item(hw__plan_reader *r, hw__reader_item *item)
{
    const hw_revision *other = NULL;
    hw_status status = hw__plan_insert(r->plan, item->record, &other, NULL);
    if (status == HW_OK) {
        return;
    }
    if (status != HW_ERR_DUPLICATE) {
        hw__reader_stop(r, status);
        return;
    }
    bool is_revision = strcmp(other->revision, item->record->revision) == 0;
    if (is_revision && hw__record_equal(other, item->record)) {
        report_item(r, HW_PROBLEM_DUPLICATE_ID, HW_SEVERITY_NOTICE, item->place, item->record->revision,
                    "the same revision stands twice and was read once");
        drop_item(item);
    } else {
        refuse_double(r, item, is_revision, is_revision ? item->record->revision : item->record->id);
    }
}

/* Those that are erasures, or those that are not. */
static void insert_some(hw__plan_reader *r, bool erasures)
{
    for (size_t i = 0; i < r->items.count && r->status == HW_OK; i++) {
        hw__reader_item *item = &r->items.items[i];
        if ((item->record->shape->section == HW__ERASURES) != erasures ||
            (!erasures && !hw__reader_clean_item(r, item))) {
            continue;
        }
        insert_item(r, item);
        if (item->record && r->status == HW_OK) {
            hw__record_ref(item->record); /* the plan has the first reference, the list keeps its own */
        }
    }
}

static void insert_items(hw__plan_reader *r)
{
    if (!hw__plan_expect(r->plan, r->items.count)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    insert_some(r, true);
    if (r->status == HW_OK && hw__plan_settle(r->plan, NULL) != HW_OK) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    insert_some(r, false);
    hw__plan_take_turns(r->plan);
    if (r->status == HW_OK && hw__plan_settle(r->plan, NULL) != HW_OK) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}

/* What has come of a record: of a sidecar's, nothing if the plan had it, or if it was erased there. */
static hw_revision *outcome(const hw__plan_reader *r, const hw__reader_item *item)
{
    if (!r->base) {
        return item->record;
    }
    const char *id = item->record->revision;
    return hw__plan_revision(r->base, id) ? NULL : (hw_revision *)hw__plan_revision(r->whole, id);
}

/* Checks a record within the plan; whether it may stay. */
static bool check_item(hw__plan_reader *r, const hw__reader_item *item)
{
    hw_revision *record = outcome(r, item);
    if (!record) {
        return true;
    }
    r->in_item = true;
    hw__plan_check_record(hw__reader_whole(r), record, r->found, 0);
    bool is_bad = hw__reader_pass_on(r, item->place);
    r->in_item = false;
    if (is_bad || r->status != HW_OK || record->shape->section != HW__ASSIGNMENTS) {
        return !is_bad;
    }
    /* The check has tried this already, so all is well with the rule. */
    hw__reader_stop(r, hw__schedule_compile(&((hw_assignment *)(void *)record)->schedule, NULL));
    return true;
}

/* By thing, then by the revision that they follow, then as they were recorded. */
static int compare_successors(const void *a, const void *b)
{
    const hw__reader_item *left = *(const hw__reader_item *const *)a,
                          *right = *(const hw__reader_item *const *)b;
    const hw_revision *x = left->record, *y = right->record;
    int order = strcmp(x->id, y->id);
    if (order == 0) {
        order = strcmp(x->follows ? x->follows : "", y->follows ? y->follows : "");
    }
    if (order == 0 && x->recorded.instant != y->recorded.instant) {
        order = x->recorded.instant < y->recorded.instant ? -1 : 1;
    }
    return order ? order : strcmp(x->revision, y->revision);
}

static bool follow_the_same(const hw_revision *a, const hw_revision *b)
{
    return strcmp(a->id, b->id) == 0 &&
           strcmp(a->follows ? a->follows : "", b->follows ? b->follows : "") == 0;
}

/* Whether two revisions of a thing follow the same one, or there are so many that it is better to sort. */
static bool may_be_concurrent(const hw__thing *thing)
{
    hw_revision *const *items = thing->revisions.items;
    if (thing->revisions.count > FEW_REVISIONS) {
        return true;
    }
    for (size_t i = 1; i < thing->revisions.count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (follow_the_same(items[i], items[j])) {
                return true;
            }
        }
    }
    return false;
}

static bool any_concurrent(const hw_plan *plan)
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            if (may_be_concurrent(&plan->sections[s].items[t])) {
                return true;
            }
        }
    }
    return false;
}

/* Tells of revisions that follow the same one: two devices changed a thing without knowing of each other. */
static void find_concurrent(hw__plan_reader *r)
{
    size_t count = 0;
    if (!any_concurrent(r->plan)) {
        return;
    }
    const hw__reader_item **items = hw__alloc(r->items.count * sizeof *items);
    if (!items) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    for (size_t i = 0; i < r->items.count; i++) {
        if (r->items.items[i].record && !r->items.items[i].is_broken) {
            items[count++] = &r->items.items[i];
        }
    }
    qsort(items, count, sizeof *items, compare_successors);
    for (size_t i = 1; i < count && r->status == HW_OK; i++) {
        if (follow_the_same(items[i - 1]->record, items[i]->record)) {
            report_item(r, HW_PROBLEM_CONCURRENT, HW_SEVERITY_WARNING, items[i]->place, items[i]->record->id,
                        "two revisions follow the same one; the later recorded counts");
        }
    }
    hw__free(items);
}

/* The thing whose latest revision this is; NULL if it is none. */
static const hw__thing *thing_of_latest(const hw__plan_reader *r, const hw_revision *record)
{
    const hw__thing *thing =
        record ? hw__plan_thing(r->plan, (hw__section)record->shape->section, record->id, strlen(record->id))
               : NULL;
    return thing && hw__thing_latest(thing) == record ? thing : NULL;
}

/* Tells of assignments that come after one another in a circle, at the revisions that count. */
static void find_circles(hw__plan_reader *r, hw__chain chain)
{
    const hw__things *things = &r->plan->sections[HW__ASSIGNMENTS];
    uint8_t *links = hw__chain_links(r->plan, chain, INT64_MAX);
    if (!links) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    for (size_t i = 0; i < r->items.count && r->status == HW_OK; i++) {
        const hw_revision *record = r->items.items[i].record;
        bool is_one = record && !r->items.items[i].is_broken && record->shape->section == HW__ASSIGNMENTS;
        const hw__thing *thing = is_one ? thing_of_latest(r, record) : NULL;
        const char *fault = thing ? hw__chain_fault(chain, links[thing - things->items]) : NULL;
        if (fault) {
            report_item(r, HW_PROBLEM_CYCLE, HW_SEVERITY_WARNING, r->items.items[i].place, record->id, fault);
        }
    }
    hw__free(links);
}

static void check_items(hw__plan_reader *r)
{
    for (size_t i = 0; i < r->items.count && r->status == HW_OK; i++) {
        hw__reader_item *item = &r->items.items[i];
        if (item->record && !item->is_broken && !check_item(r, item)) {
            item->is_broken = true;
        }
    }
}

static void build_records(hw__plan_reader *r)
{
    insert_items(r);
    if (r->base && r->status == HW_OK) {
        hw__reader_unite(r);
    }
    check_items(r);
    if (r->base) { /* the rest is said when the plan takes it */
        return;
    }
    if (r->options->salvage && r->status == HW_OK) {
        hw__reader_drop_items(r);
    }
    if (r->status == HW_OK) {
        find_concurrent(r);
    }
    if (r->status == HW_OK) {
        find_circles(r, HW__CHAIN_AFTER);
    }
    if (r->status == HW_OK) {
        find_circles(r, HW__CHAIN_PREDECESSOR);
    }
    if (r->status == HW_OK && r->plan->sections[HW__SETTINGS].count == 0 &&
        (r->options->salvage || !r->is_fatal)) {
        hw__reader_report(r, HW_PROBLEM_MISSING_ELEMENT, HW_SEVERITY_ERROR, HW__NOWHERE, 0, "set",
                          "the plan has no settings");
    }
}

/* ---- the log ---- */

/* The log while it is judged. Indexes are those of the sorted log. */
typedef struct judge {
    hw__plan_reader *r;
    const hw_plan *plan;
    uint32_t *order; /* where each entry came in the document */
    bool *is_bad;    /* is not to be kept */
    size_t bad;
} judge;

static uint32_t place_of(const judge *j, uint32_t index)
{
    return j->r->entries.items[j->order[index]];
}

static const char *id_of(const judge *j, uint32_t index)
{
    return hw__log_pool(j->r->log, j->r->log->entries.items[index].id);
}

static void judge_bad(judge *j, uint32_t index)
{
    if (!j->is_bad[index]) {
        j->is_bad[index] = true;
        j->bad++;
    }
}

/* Of entries with one id the first stays. */
static void find_duplicates(judge *j)
{
    hw__plan_reader *r = j->r;
    for (uint32_t i = 0; i < r->log->entries.count && r->status == HW_OK; i++) {
        const char *id = id_of(j, i);
        uint32_t first = hw__log_find(r->log, id, strlen(id));
        if (first == i) {
            continue;
        }
        bool is_equal = hw__entry_equal(r->log, first, r->log, i);
        report_item(r, HW_PROBLEM_DUPLICATE_ID, is_equal ? HW_SEVERITY_NOTICE : HW_SEVERITY_ERROR,
                    place_of(j, i), id,
                    is_equal ? "the same entry stands twice and was read once"
                             : "the entry's id stands twice");
        if (!is_equal && r->options->salvage) {
            hw__reader_put_aside(r, place_of(j, i), HW__SECTION_COUNT, id);
        }
        judge_bad(j, i);
    }
}

static void refuse_entry(judge *j, uint32_t index)
{
    judge_bad(j, index);
    if (j->r->options->salvage) {
        hw__reader_put_aside(j->r, place_of(j, index), HW__SECTION_COUNT, id_of(j, index));
    }
}

static void check_entries(judge *j)
{
    hw__plan_reader *r = j->r;
    hw__entry_check check = {.plan = j->plan, .log = r->log};
    for (uint32_t i = 0; i < r->log->entries.count && r->status == HW_OK; i++) {
        if (j->is_bad[i]) {
            continue;
        }
        if (!hw__entry_check_row(&check, i, r->found, 0)) {
            hw__reader_stop(r, HW_ERR_MEMORY);
        } else if (hw_problems_count(r->found) > 0) {
            r->in_item = true;
            if (hw__reader_pass_on(r, place_of(j, i))) {
                refuse_entry(j, i);
            }
            r->in_item = false;
        }
    }
    hw__entry_check_end(&check);
}

/* The entry that another one supersedes or voids; UINT32_MAX if the log has none such. */
static uint32_t target_of(const judge *j, uint32_t index)
{
    const char *id = hw__log_pool(j->r->log, j->r->log->entries.items[index].target);
    return hw__log_find(j->r->log, id, strlen(id));
}

static bool has_target(const judge *j, uint32_t index)
{
    const char *id = hw__log_pool(j->r->log, j->r->log->entries.items[index].target);
    return target_of(j, index) != UINT32_MAX || hw__plan_is_erased(j->plan, id) ||
           (j->r->base && hw__log_find(j->plan->log, id, strlen(id)) != UINT32_MAX);
}

/* An entry cannot supersede or void what is not there. What a sidecar log means may be in the plan or in
 * another sidecar. */
static void check_targets(judge *j)
{
    hw__plan_reader *r = j->r;
    for (uint32_t i = 0; i < r->log->entries.count && r->status == HW_OK; i++) {
        if (r->log->entries.items[i].link != HW__LINK_NONE && !j->is_bad[i] && !has_target(j, i)) {
            report_item(r, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_ERROR, place_of(j, i), id_of(j, i),
                        "the entry supersedes or voids one that does not exist");
            refuse_entry(j, i);
        }
    }
}

/* What is kept aside drags along what means it: `links` lists, for each entry, the entries that mean it.
 * Equal duplicates are dropped too, but stand for the one that stays. */
static void drag_along(judge *j, uint32_t *links, uint32_t *queue)
{
    hw__plan_reader *r = j->r;
    uint32_t count = (uint32_t)r->log->entries.count, queued = 0;
    uint32_t *first = links, *next = links + count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t target = r->log->entries.items[i].link != HW__LINK_NONE ? target_of(j, i) : UINT32_MAX;
        if (target != UINT32_MAX) {
            next[i] = first[target];
            first[target] = i + 1;
        }
        if (j->is_bad[i] && !hw__plan_is_erased(j->plan, id_of(j, i))) {
            queue[queued++] = i;
        }
    }
    for (uint32_t done = 0; done < queued && r->status == HW_OK; done++) {
        for (uint32_t i = first[queue[done]]; i > 0 && r->status == HW_OK; i = next[i - 1]) {
            if (!j->is_bad[i - 1]) {
                report_item(r, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_ERROR, place_of(j, i - 1), id_of(j, i - 1),
                            "the entry supersedes or voids one that is kept aside");
                refuse_entry(j, i - 1);
                queue[queued++] = i - 1;
            }
        }
    }
}

static void drop_dependents(judge *j)
{
    size_t count = j->r->log->entries.count;
    uint32_t *links = hw__zalloc(count * 3, sizeof *links);
    if (!links) {
        hw__reader_stop(j->r, HW_ERR_MEMORY);
        return;
    }
    drag_along(j, links, links + count * 2);
    hw__free(links);
}

static bool begin_judging(judge *j)
{
    hw__plan_reader *r = j->r;
    size_t count = r->log->entries.count;
    uint32_t duplicate = UINT32_MAX;
    j->order = hw__alloc(count * sizeof *j->order);
    j->is_bad = hw__zalloc(count, sizeof *j->is_bad);
    if (!j->order || !j->is_bad || (!hw__log_sort(r->log, j->order, &duplicate) && duplicate == UINT32_MAX)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return false;
    }
    if (r->broken_entries.count > 0) {
        for (uint32_t i = 0; i < count; i++) {
            const uint32_t *broken = bsearch(&j->order[i], r->broken_entries.items, r->broken_entries.count,
                                             sizeof *broken, hw__reader_compare_places);
            if (broken) {
                judge_bad(j, i);
            }
        }
    }
    if (duplicate != UINT32_MAX) {
        find_duplicates(j);
    }
    j->bad += hw__reader_mark_removed(r, j->order, j->is_bad);
    return r->status == HW_OK;
}

/* Tells of what records name and the plan does not have, at the revisions that count. */
static void find_loose(hw__plan_reader *r)
{
    for (size_t i = 0; i < r->items.count && r->status == HW_OK; i++) {
        const hw__reader_item *item = &r->items.items[i];
        if (item->record && !item->is_broken && hw__links_concern(item->record->shape->section) &&
            thing_of_latest(r, item->record)) {
            r->in_item = true;
            hw__links_check(r->plan, item->record, r->found, 0);
            hw__reader_pass_on(r, item->place);
            r->in_item = false;
        }
    }
}

static void judge_log(judge *j)
{
    hw__plan_reader *r = j->r;
    check_entries(j);
    if (!r->owner) {
        check_targets(j);
    }
    if (j->bad > 0 && r->options->salvage && r->status == HW_OK) {
        drop_dependents(j);
    }
}

static void build_log(hw__plan_reader *r)
{
    judge j = {.r = r, .plan = hw__reader_whole(r)};
    if (r->log->entries.count > 0 && begin_judging(&j)) {
        judge_log(&j);
    }
    /* A strict reading has said what is wrong with a bad entry; a salvage reading goes on without it. */
    if (!r->owner && !r->base && !r->options->salvage) {
        find_loose(r);
    }
    if (j.bad > 0 && r->status == HW_OK) {
        hw__log_remove(r->log, j.is_bad);
    }
    if (!r->owner && !r->base && r->options->salvage) {
        find_loose(r);
    }
    hw__free(j.order);
    hw__free(j.is_bad);
}

void hw__reader_build(hw__plan_reader *r)
{
    if (!r->owner) {
        build_records(r);
    }
    if (r->status == HW_OK) {
        build_log(r);
    }
    hw__reader_clean_rest(r);
}
