/* SPDX-License-Identifier: MIT */
/* Salvage: what is invalid is set aside with all that depends on it, and taken down as text, so that nobody
 * is locked out of their own record by one bad line. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "format/plan_xml_reader.h"

void hw__reader_put_aside(hw__plan_reader *r, uint32_t place, int section, const char *subject)
{
    const hw__reader_aside aside = {place, (uint8_t)section};
    if (!r->options->salvage) {
        return;
    }
    if (!hw__vec_push(&r->aside, aside)) {
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    hw__reader_report(r, HW_PROBLEM_KEPT_ASIDE, HW_SEVERITY_WARNING, HW__AT_TAG, place, subject,
                      "it is kept aside and does not count");
}

int hw__reader_compare_places(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* ---- what depends on what was dropped ---- */

/* One record's need of another: of a revision, or of any revision of a thing. */
typedef struct need {
    const char *id; /* of what is needed */
    bool is_thing;
    uint32_t item; /* that needs it */
} need;

typedef HW__VEC(need) needs;

static bool add_need(needs *all, const char *id, bool is_thing, uint32_t item)
{
    const need one = {id, is_thing, item};
    return hw__vec_push(all, one);
}

static bool add_needs_of(needs *all, const hw__shape *shape, const char *base, uint32_t item)
{
    bool good = true;
    for (int i = 0; i < shape->attribute_count && good; i++) {
        const hw__attribute *attribute = &shape->attributes[i];
        const void *field = base + attribute->offset;
        if (attribute->type == HW__TYPE_REF && *(char *const *)field) {
            good = add_need(all, *(char *const *)field, true, item);
        }
        const hw__list *list = field;
        for (uint32_t k = 0; attribute->type == HW__TYPE_REFS && k < list->count && good; k++) {
            good = add_need(all, ((char *const *)list->items)[k], true, item);
        }
    }
    for (int i = 0; i < shape->child_count && good; i++) {
        const hw__child *child = &shape->children[i];
        const char *field = base + child->offset;
        const hw__list *list = (const hw__list *)(const void *)field;
        if (child->kind == HW__CHILD_ONE) {
            good = add_needs_of(all, child->shape, field, item);
        }
        for (uint32_t k = 0; child->kind == HW__CHILD_LIST && k < list->count && good; k++) {
            good = add_needs_of(all, child->shape, (const char *)list->items + (size_t)k * child->shape->size,
                                item);
        }
    }
    return good;
}

static int compare_needs(const void *a, const void *b)
{
    const need *x = a, *y = b;
    int order = (int)x->is_thing - (int)y->is_thing;
    return order ? order : strcmp(x->id, y->id);
}

/* How many revisions of each thing are left. */
typedef struct tally {
    const char *id;
    uint32_t left;
} tally;

static int compare_tallies(const void *a, const void *b)
{
    return strcmp(((const tally *)a)->id, ((const tally *)b)->id);
}

/* The work of dropping. */
typedef struct drop {
    hw__plan_reader *r;
    needs all;      /* sorted */
    tally *tallies; /* sorted, one for each thing */
    size_t tally_count;
    HW__VEC(uint32_t) queue; /* of items that were dropped */
} drop;

static bool count_revisions(drop *d)
{
    const hw__plan_reader *r = d->r;
    d->tallies = hw__alloc(r->items.count * sizeof *d->tallies);
    if (!d->tallies) {
        return false;
    }
    for (size_t i = 0; i < r->items.count; i++) {
        if (r->items.items[i].record) {
            d->tallies[d->tally_count++] = (tally){r->items.items[i].record->id, 1};
        }
    }
    qsort(d->tallies, d->tally_count, sizeof *d->tallies, compare_tallies);
    size_t kept = 0;
    for (size_t i = 0; i < d->tally_count; i++) {
        if (kept > 0 && strcmp(d->tallies[kept - 1].id, d->tallies[i].id) == 0) {
            d->tallies[kept - 1].left++;
        } else {
            d->tallies[kept++] = d->tallies[i];
        }
    }
    d->tally_count = kept;
    return true;
}

static bool list_needs(drop *d)
{
    const hw__plan_reader *r = d->r;
    bool good = true;
    for (uint32_t i = 0; i < r->items.count && good; i++) {
        const hw_revision *record = r->items.items[i].record;
        if (!record) {
            continue;
        }
        good = add_need(&d->all, record->by, true, i) &&
               (!record->follows || add_need(&d->all, record->follows, false, i)) &&
               add_needs_of(&d->all, record->shape, (const char *)record, i);
        if (r->items.items[i].is_broken) {
            good = good && hw__vec_push(&d->queue, i);
        }
    }
    if (good && d->all.count > 1) {
        qsort(d->all.items, d->all.count, sizeof *d->all.items, compare_needs);
    }
    return good;
}

/* Drops everything that needs this id. */
static bool drop_needy(drop *d, const char *id, bool is_thing)
{
    const need wanted = {id, is_thing, 0};
    size_t low = 0, high = d->all.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_needs(&d->all.items[middle], &wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < d->all.count && compare_needs(&d->all.items[low], &wanted) == 0; low++) {
        hw__reader_item *item = &d->r->items.items[d->all.items[low].item];
        if (item->is_broken) {
            continue;
        }
        item->is_broken = true;
        d->r->in_item = true;
        hw__reader_report(d->r, HW_PROBLEM_UNKNOWN_ID, HW_SEVERITY_ERROR, HW__AT_TAG, item->place,
                          item->record->id, "it needs '%s', which is kept aside", id);
        d->r->in_item = false;
        if (!hw__vec_push(&d->queue, d->all.items[low].item)) {
            return false;
        }
    }
    return true;
}

static bool drop_all(drop *d)
{
    for (size_t i = 0; i < d->queue.count && d->r->status == HW_OK; i++) {
        const hw__reader_item *item = &d->r->items.items[d->queue.items[i]];
        const tally wanted = {item->record->id, 0};
        tally *found = bsearch(&wanted, d->tallies, d->tally_count, sizeof *found, compare_tallies);
        hw__reader_put_aside(d->r, item->place, item->record->shape->section, item->record->id);
        if (!drop_needy(d, item->record->revision, false) ||
            (found && --found->left == 0 && !drop_needy(d, item->record->id, true))) {
            return false;
        }
    }
    return true;
}

/* The plan once more, with the records that are left. */
static void rebuild(hw__plan_reader *r)
{
    hw_plan *old = r->plan;
    r->plan = hw__plan_blank(old->uid, strlen(old->uid), old->language, old->zones, NULL);
    if (!r->plan) {
        r->plan = old;
        hw__reader_stop(r, HW_ERR_MEMORY);
        return;
    }
    hw__log_store *empty = r->plan->log;
    r->plan->log = old->log;
    old->log = empty;
    r->plan->foreign = old->foreign;
    old->foreign = (hw__foreign){0};
    memcpy(r->plan->section_foreign, old->section_foreign, sizeof old->section_foreign);
    memset(old->section_foreign, 0, sizeof old->section_foreign);
    r->plan->must_understand = old->must_understand;
    old->must_understand = NULL;
    r->plan->read_only = old->read_only;
    hw_plan_free(old);
    for (size_t i = 0; i < r->items.count && r->status == HW_OK; i++) {
        hw__reader_item *item = &r->items.items[i];
        if (item->record && !item->is_broken) {
            hw__reader_stop(r, hw__plan_insert(r->plan, item->record, NULL, NULL));
            hw__record_ref(r->status == HW_OK ? item->record : NULL);
        }
    }
    hw__reader_stop(r, hw__plan_settle(r->plan, NULL));
}

void hw__reader_drop_items(hw__plan_reader *r)
{
    drop d = {.r = r};
    if (!count_revisions(&d) || !list_needs(&d) || (d.queue.count > 0 && !drop_all(&d))) {
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
    bool is_changed = d.queue.count > 0;
    hw__vec_free(&d.all);
    hw__vec_free(&d.queue);
    hw__free(d.tallies);
    if (is_changed && r->status == HW_OK) {
        rebuild(r);
    }
}

/* ---- taking down ---- */

static int compare_aside(const void *a, const void *b)
{
    const hw__reader_aside *x = a, *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

void hw__reader_take_aside(hw__plan_reader *r)
{
    if (r->aside.count == 0) {
        return;
    }
    qsort(r->aside.items, r->aside.count, sizeof *r->aside.items, compare_aside);
    r->is_second = true;
    r->mode = HW__MODE_DOCUMENT;
    r->depth = r->prefix_count = 0;
    memset(r->prefixes, 0, sizeof r->prefixes);
    hw__free(r->strange); /* its names are those of the first parser */
    r->strange = NULL;
    r->strange_count = 0;
    r->source->parse(r);
}

/* Every start in the second pass that is not in something that is being taken down. */
void hw__reader_start_aside(hw__plan_reader *r, const hw__xml_tag *tag)
{
    if (r->aside_next < r->aside.count && r->aside.items[r->aside_next].place == hw__reader_here(r)) {
        bool in_log = r->aside.items[r->aside_next].section == HW__SECTION_COUNT;
        r->mode = HW__MODE_DOCUMENT;
        hw__reader_keep(r, tag, &r->capture, in_log);
    }
}

void hw__reader_end_aside(hw__plan_reader *r)
{
    hw__aside aside = {.section = r->aside.items[r->aside_next++].section};
    aside.xml = hw__strndup(r->capture.data, r->capture.size);
    r->capture.size = 0;
    if (!aside.xml || !hw__vec_push(&r->taken, aside)) {
        hw__free(aside.xml);
        hw__reader_stop(r, HW_ERR_MEMORY);
    }
}
