/* SPDX-License-Identifier: MIT */
/* Where the records of a plan are: putting them in, into their order, and finding them by id. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "model/plan_store.h"
#include "time/civil.h"

const char *const hw__section_names[HW__SECTION_COUNT] = {
    [HW__SETTINGS] = "settings",   [HW__PEOPLE] = "people",
    [HW__MEASURES] = "measures",   [HW__SKILLS] = "skills",
    [HW__GOALS] = "goals",         [HW__STEPS] = "steps",
    [HW__TEMPLATES] = "templates", [HW__ASSIGNMENTS] = "assignments",
    [HW__SESSIONS] = "sessions",   [HW__REVIEWS] = "reviews",
    [HW__RATINGS] = "ratings",     [HW__SCORES] = "scores",
    [HW__MESSAGES] = "messages",   [HW__HOLDS] = "holds",
    [HW__EXCUSES] = "excuses",     [HW__ERASURES] = "erasures",
};

#define CROWDED 64u /* probes after which the ids look chosen to collide */
#define SEEDS 8u    /* how often the tables are then laid out anew */

static size_t hash(const hw__plan_index *index, const char *text, size_t size)
{
    uint64_t h = 14695981039346656037u ^ index->seed * 0x9e3779b97f4a7c15u; /* FNV-1a, seeded */
    for (size_t i = 0; i < size; i++)
        h = (h ^ (unsigned char)text[i]) * 1099511628211u;
    return (size_t)(h ^ (h >> 32));
}

static bool same_id(const char *id, const char *text, size_t size)
{
    return strlen(id) == size && memcmp(id, text, size) == 0;
}

static const char *thing_id(const hw__thing *thing)
{
    return thing->revisions.items[0]->id;
}

/* The slot of a thing's id, which has that hash, or the free one where it would go. The table exists and has
 * a free slot. */
static hw__place *thing_slot_from(const hw_plan *plan, size_t first, const char *id, size_t size)
{
    const hw__plan_index *index = &plan->index;
    for (size_t i = first;; i++) {
        hw__place *place = &index->things[i & index->thing_mask];
        if (!place->index ||
            same_id(thing_id(&plan->sections[place->section].items[place->index - 1]), id, size))
            return place;
    }
}

static hw__place *thing_slot(const hw_plan *plan, const char *id, size_t size)
{
    return thing_slot_from(plan, hash(&plan->index, id, size), id, size);
}

/* The same of a revision's. */
static hw_revision **revision_slot_from(const hw__plan_index *index, size_t first, const char *id)
{
    for (size_t i = first;; i++) {
        hw_revision **slot = &index->revisions[i & index->revision_mask];
        if (!*slot || strcmp((*slot)->revision, id) == 0)
            return slot;
    }
}

static hw_revision **revision_slot(const hw__plan_index *index, const char *id)
{
    return revision_slot_from(index, hash(index, id, strlen(id)), id);
}

/* Whether a table with such a mask is at most half full with so many items. */
static bool has_room(size_t mask, size_t count)
{
    return count <= (mask + 1) / 2;
}

/* Slots for `count` items, at most half full: a power of two. */
static size_t slots_for(size_t count)
{
    size_t slots = 16;
    while (slots < count * 2)
        slots *= 2;
    return slots;
}

static void index_things(hw_plan *plan)
{
    memset(plan->index.things, 0, (plan->index.thing_mask + 1) * sizeof *plan->index.things);
    for (uint32_t s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const char *id = thing_id(&plan->sections[s].items[t]);
            *thing_slot(plan, id, strlen(id)) = (hw__place){s, (uint32_t)t + 1};
        }
    }
}

static bool grow_things(hw_plan *plan, size_t count)
{
    if (plan->index.things && has_room(plan->index.thing_mask, count))
        return true;
    size_t slots = slots_for(count);
    hw__place *table = hw__zalloc(slots, sizeof *table);
    if (!table)
        return false;
    hw__free(plan->index.things);
    plan->index.things = table;
    plan->index.thing_mask = slots - 1;
    index_things(plan);
    return true;
}

/* The same revisions in a new table of `slots`, by a seed. */
static bool lay_out_revisions(hw__plan_index *index, size_t slots, uint64_t seed)
{
    hw__plan_index next = {.revisions = hw__zalloc(slots, sizeof *next.revisions),
                           .revision_mask = slots - 1,
                           .seed = seed};
    if (!next.revisions)
        return false;
    for (size_t i = 0; index->revisions && i <= index->revision_mask; i++) {
        if (index->revisions[i])
            *revision_slot(&next, index->revisions[i]->revision) = index->revisions[i];
    }
    hw__free(index->revisions);
    index->revisions = next.revisions;
    index->revision_mask = next.revision_mask;
    return true;
}

static bool grow_revisions(hw__plan_index *index, size_t count)
{
    if (index->revisions && has_room(index->revision_mask, count))
        return true;
    return lay_out_revisions(index, slots_for(count), index->seed);
}

bool hw__plan_expect(hw_plan *plan, size_t count)
{
    return grow_things(plan, plan->index.thing_count + count) &&
           grow_revisions(&plan->index, plan->index.revision_count + count);
}

/* Where a record goes: the slots of its thing and of its revision, and where those should be. */
typedef struct spot {
    hw__place *place;
    hw_revision **slot;
    size_t thing_hash, revision_hash;
} spot;

static spot find_spot(const hw_plan *plan, const hw_revision *record)
{
    const hw__plan_index *index = &plan->index;
    size_t size = strlen(record->id);
    spot at = {.thing_hash = hash(index, record->id, size),
               .revision_hash = hash(index, record->revision, strlen(record->revision))};
    at.place = thing_slot_from(plan, at.thing_hash, record->id, size);
    at.slot = revision_slot_from(index, at.revision_hash, record->revision);
    return at;
}

/* Lays both tables out by another seed when a new id had to go far: a document cannot make looking up
 * slow. */
static bool spread(hw_plan *plan, spot *at, const hw_revision *record)
{
    hw__plan_index *index = &plan->index;
    size_t things = ((size_t)(at->place - index->things) - at->thing_hash) & index->thing_mask;
    size_t revisions = ((size_t)(at->slot - index->revisions) - at->revision_hash) & index->revision_mask;
    if ((things < CROWDED && revisions < CROWDED) || index->seed == SEEDS)
        return true;
    if (!lay_out_revisions(index, index->revision_mask + 1, index->seed + 1))
        return false;
    index->seed++;
    index_things(plan);
    *at = find_spot(plan, record);
    return true;
}

static int compare_records(const hw_revision *a, const hw_revision *b)
{
    if (a->recorded.instant != b->recorded.instant)
        return a->recorded.instant < b->recorded.instant ? -1 : 1;
    if (a->turn != b->turn)
        return a->turn < b->turn ? -1 : 1;
    return strcmp(a->revision, b->revision);
}

static int compare_record_items(const void *a, const void *b)
{
    return compare_records(*(hw_revision *const *)a, *(hw_revision *const *)b);
}

static int compare_things(const void *a, const void *b)
{
    const hw_revision *x = ((const hw__thing *)a)->revisions.items[0];
    const hw_revision *y = ((const hw__thing *)b)->revisions.items[0];
    if (x->recorded.instant != y->recorded.instant)
        return x->recorded.instant < y->recorded.instant ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* Adds a revision to a thing that is there, or makes the thing. Room has been made. */
static void place_record(hw_plan *plan, hw__place *place, hw_revision *record)
{
    hw__things *things = &plan->sections[record->shape->section];
    if (place->index) {
        hw__thing *thing = &things->items[place->index - 1];
        size_t count = thing->revisions.count;
        if (compare_records(thing->revisions.items[count - 1], record) > 0)
            plan->unsettled = true;
        thing->revisions.items[thing->revisions.count++] = record;
        return;
    }
    hw__thing *thing = &things->items[things->count++];
    thing->revisions.items[thing->revisions.count++] = record;
    *place = (hw__place){record->shape->section, (uint32_t)things->count};
    plan->index.thing_count++;
    if (things->count > 1 && compare_things(thing - 1, thing) > 0)
        plan->unsettled = true;
}

/* Makes room for noting an erasure; so it cannot fail any more. */
static bool reserve_removed(hw_plan *plan, const hw_revision *record)
{
    return record->shape->section != HW__ERASURES || hw__vec_reserve(&plan->removed, 1);
}

/* Notes what an erasure takes out. A broken one, of a document, says nothing of the kind. */
static void note_removed(hw_plan *plan, const hw_revision *record)
{
    const hw_erasure *erasure = (const hw_erasure *)record;
    if (record->shape->section == HW__ERASURES && erasure->target && erasure->removal != HW__UNSET_WORD) {
        plan->removed.items[plan->removed.count++] = erasure;
    }
}

static int compare_removed(const void *a, const void *b)
{
    const hw_erasure *x = *(const hw_erasure *const *)a, *y = *(const hw_erasure *const *)b;
    int order = strcmp(x->target, y->target);
    if (!order)
        order = (int)y->removal - (int)x->removal;
    return order ? order : strcmp(x->head.revision, y->head.revision);
}

/* Moves the last one to where it belongs among the others, which are in order. */
static void insert_removed(hw_plan *plan)
{
    const hw_erasure **items = plan->removed.items, *last = items[plan->removed.count - 1];
    size_t low = 0, high = plan->removed.count - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_removed(&items[middle], &last) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    memmove(&items[low + 1], &items[low], (plan->removed.count - 1 - low) * sizeof *items);
    items[low] = last;
}

static void sort_removed(hw_plan *plan)
{
    size_t count = plan->removed.count;
    if (count == plan->removed_sorted + 1) /* a verb adds them one by one */
        insert_removed(plan);
    else if (count != plan->removed_sorted)
        qsort(plan->removed.items, count, sizeof *plan->removed.items, compare_removed);
    plan->removed_sorted = count;
}

/* Room in the thing, or for a thing of its own with room for one revision. */
static bool make_room(hw_plan *plan, const hw__place *place, hw__section section)
{
    hw__things *things = &plan->sections[section];
    if (place->index)
        return hw__vec_reserve(&things->items[place->index - 1].revisions, 1);
    if (!hw__vec_reserve(things, 1))
        return false;
    hw__thing *next = &things->items[things->count];
    memset(next, 0, sizeof *next);
    return hw__vec_reserve(&next->revisions, 1);
}

hw_status hw__plan_insert(hw_plan *plan, hw_revision *record, const hw_revision **other, hw_error *err)
{
    if (!grow_things(plan, plan->index.thing_count + 1) ||
        !grow_revisions(&plan->index, plan->index.revision_count + 1))
        return hw__no_memory(err);
    spot at = find_spot(plan, record);
    const hw__place *place = at.place;
    if (*at.slot) {
        if (other)
            *other = *at.slot;
        return hw__fail(err, HW_ERR_DUPLICATE, record->revision, "the revision id is taken");
    }
    if (place->index && place->section != record->shape->section) {
        if (other)
            *other = plan->sections[place->section].items[place->index - 1].revisions.items[0];
        return hw__fail(err, HW_ERR_DUPLICATE, record->id, "the id is taken by something of another kind");
    }
    if (!reserve_removed(plan, record) || !make_room(plan, place, record->shape->section) ||
        !spread(plan, &at, record))
        return hw__no_memory(err);
    place_record(plan, at.place, record);
    note_removed(plan, record);
    *at.slot = record;
    plan->index.revision_count++;
    return hw__ok(err);
}

static size_t count_things(const hw_plan *plan, size_t *revisions)
{
    size_t things = 0;
    *revisions = 0;
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        things += plan->sections[s].count;
        for (size_t t = 0; t < plan->sections[s].count; t++)
            *revisions += plan->sections[s].items[t].revisions.count;
    }
    return things;
}

/* Notes all erasures anew. */
static bool list_removed(hw_plan *plan)
{
    const hw__things *things = &plan->sections[HW__ERASURES];
    plan->removed.count = plan->removed_sorted = 0;
    for (size_t t = 0; t < things->count; t++) {
        for (size_t r = 0; r < things->items[t].revisions.count; r++) {
            if (!hw__vec_reserve(&plan->removed, 1))
                return false;
            note_removed(plan, things->items[t].revisions.items[r]);
        }
    }
    return true;
}

hw_status hw__plan_settle(hw_plan *plan, hw_error *err)
{
    sort_removed(plan);
    if (!plan->unsettled)
        return hw__ok(err);
    size_t revisions;
    size_t things = count_things(plan, &revisions);
    bool fresh = plan->index.revision_count == 0; /* a copy, whose index is still to be built */
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        hw__things *section = &plan->sections[s];
        for (size_t t = 0; t < section->count; t++)
            qsort(section->items[t].revisions.items, section->items[t].revisions.count, sizeof(hw_revision *),
                  compare_record_items);
        if (section->count > 1)
            qsort(section->items, section->count, sizeof *section->items, compare_things);
    }
    plan->index.thing_count = things;
    if (!grow_things(plan, things) || !grow_revisions(&plan->index, revisions) ||
        (fresh && !list_removed(plan)))
        return hw__no_memory(err);
    sort_removed(plan);
    index_things(plan);
    for (int s = 0; fresh && s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *thing = &plan->sections[s].items[t];
            for (size_t r = 0; r < thing->revisions.count; r++)
                *revision_slot(&plan->index, thing->revisions.items[r]->revision) = thing->revisions.items[r];
        }
    }
    plan->index.revision_count = revisions;
    plan->unsettled = false;
    return hw__ok(err);
}

/* Where an erasure is noted; NULL if it is none, or says nothing. */
static const hw_erasure **find_removed(const hw_plan *plan, const hw_revision *record)
{
    const hw_erasure *erasure = (const hw_erasure *)record;
    if (record->shape->section != HW__ERASURES || plan->removed.count == 0 || !erasure->target)
        return NULL;
    return bsearch(&erasure, plan->removed.items, plan->removed.count, sizeof *plan->removed.items,
                   compare_removed);
}

void hw__plan_replace(hw_plan *plan, hw_revision *record)
{
    hw_revision **slot = revision_slot(&plan->index, record->revision), *old = *slot;
    const hw__place *place = thing_slot(plan, record->id, strlen(record->id));
    const hw__thing *thing = &plan->sections[place->section].items[place->index - 1];
    for (size_t r = 0; r < thing->revisions.count; r++) {
        if (thing->revisions.items[r] == old)
            thing->revisions.items[r] = record;
    }
    const hw_erasure **noted = find_removed(plan, old);
    if (noted)
        *noted = (const hw_erasure *)record;
    *slot = record;
    hw__record_unref(old);
}

static void free_thing(hw__thing *thing)
{
    for (size_t r = 0; r < thing->revisions.count; r++)
        hw__record_unref(thing->revisions.items[r]);
    hw__vec_free(&thing->revisions);
}

void hw__plan_drop(hw_plan *plan, bool *const drop[HW__SECTION_COUNT])
{
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        hw__things *things = &plan->sections[s];
        size_t kept = 0;
        for (size_t t = 0; t < things->count; t++) {
            if (drop[s] && drop[s][t])
                free_thing(&things->items[t]);
            else
                things->items[kept++] = things->items[t];
        }
        things->count = kept;
    }
    /* The index is built anew, as that of a copy. */
    hw__free(plan->index.things);
    hw__free(plan->index.revisions);
    plan->index = (hw__plan_index){.seed = plan->index.seed};
    plan->unsettled = true;
}

const hw__thing *hw__plan_any_thing(const hw_plan *plan, const char *id)
{
    const hw__place *place = plan->index.things ? thing_slot(plan, id, strlen(id)) : NULL;
    return place && place->index ? &plan->sections[place->section].items[place->index - 1] : NULL;
}

const hw__thing *hw__plan_thing(const hw_plan *plan, hw__section section, const char *id, size_t size)
{
    if (!plan->index.things)
        return NULL;
    const hw__place *place = thing_slot(plan, id, size);
    if (!place->index || place->section != section)
        return NULL;
    return &plan->sections[section].items[place->index - 1];
}

const hw_revision *hw__plan_revision(const hw_plan *plan, const char *revision_id)
{
    return plan->index.revisions ? *revision_slot(&plan->index, revision_id) : NULL;
}

size_t hw__plan_count(const hw_plan *plan, hw__section section)
{
    return plan ? plan->sections[section].count : 0;
}

const hw_revision *hw__plan_latest_at(const hw_plan *plan, hw__section section, size_t index)
{
    return index < hw__plan_count(plan, section) ? hw__thing_latest(&plan->sections[section].items[index])
                                                 : NULL;
}

static const hw__thing *find_thing(const hw_plan *plan, hw__section section, const char *id)
{
    return plan && id ? hw__plan_thing(plan, section, id, strlen(id)) : NULL;
}

const hw_revision *hw__plan_latest(const hw_plan *plan, hw__section section, const char *id)
{
    const hw__thing *thing = find_thing(plan, section, id);
    return thing ? hw__thing_latest(thing) : NULL;
}

size_t hw__plan_revision_count(const hw_plan *plan, hw__section section, const char *id)
{
    const hw__thing *thing = find_thing(plan, section, id);
    return thing ? thing->revisions.count : 0;
}

const hw_revision *hw__plan_revision_at(const hw_plan *plan, hw__section section, const char *id,
                                        size_t index)
{
    const hw__thing *thing = find_thing(plan, section, id);
    return thing && index < thing->revisions.count ? thing->revisions.items[index] : NULL;
}
