/* SPDX-License-Identifier: MIT */
/* New ids, `<origin>-<counter>`. They follow from what the plan holds, so that a verb that fails leaves no
 * trace. */
#include <string.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/text.h"
#include "model/plan_store.h"

/* The counter of an id that `origin` minted; 0 if it did not. */
static uint64_t counter_of(const char *id, const char *origin, size_t origin_size)
{
    if (strncmp(id, origin, origin_size) != 0 || id[origin_size] != '-')
        return 0;
    const char *digits = id + origin_size + 1;
    int64_t counter;
    return hw__int_parse(digits, strlen(digits), 1, INT64_MAX / 2, &counter) ? (uint64_t)counter : 0;
}

/* An id that was taken out is not given to anything else. */
static uint64_t last_removed(const hw_plan *plan, const char *origin, size_t size)
{
    uint64_t last = 0;
    for (size_t i = 0; i < plan->removed.count; i++) {
        const hw_erasure *erasure = plan->removed.items[i];
        uint64_t counter = counter_of(erasure->target, origin, size);
        last = counter > last ? counter : last;
        for (uint32_t k = 0; k < erasure->minted.count; k++) {
            counter = counter_of(((char *const *)erasure->minted.items)[k], origin, size);
            last = counter > last ? counter : last;
        }
    }
    return last;
}

static uint64_t last_counter(const hw_plan *plan, const char *origin)
{
    size_t size = strlen(origin);
    uint64_t last = last_removed(plan, origin, size);
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        for (size_t t = 0; t < plan->sections[s].count; t++) {
            const hw__thing *thing = &plan->sections[s].items[t];
            uint64_t counter = counter_of(thing->revisions.items[0]->id, origin, size);
            last = counter > last ? counter : last;
            for (size_t r = 0; r < thing->revisions.count; r++) {
                counter = counter_of(thing->revisions.items[r]->revision, origin, size);
                last = counter > last ? counter : last;
            }
        }
    }
    for (size_t i = 0; i < plan->log->entries.count; i++) {
        uint64_t counter = counter_of(hw__log_pool(plan->log, plan->log->entries.items[i].id), origin, size);
        last = counter > last ? counter : last;
    }
    return last;
}

/* The place where the last counter of an origin is kept, looked up once; NULL without memory. */
static hw__mint *find_mint(hw_plan *plan, const char *origin)
{
    for (size_t i = 0; i < plan->mints.count; i++) {
        if (strcmp(plan->mints.items[i].origin, origin) == 0)
            return &plan->mints.items[i];
    }
    char *copy = hw__strdup(origin);
    if (!copy || !hw__vec_push(&plan->mints, ((hw__mint){copy, last_counter(plan, origin)}))) {
        hw__free(copy);
        return NULL;
    }
    return &plan->mints.items[plan->mints.count - 1];
}

static bool is_taken(const hw_plan *plan, const char *id, size_t size)
{
    if (hw__plan_revision(plan, id) || hw__log_find(plan->log, id, size) != UINT32_MAX)
        return true;
    for (int s = 0; s < HW__SECTION_COUNT; s++) {
        if (hw__plan_thing(plan, (hw__section)s, id, size))
            return true;
    }
    return false;
}

char *hw__plan_mint(hw_plan *plan, const char *origin, uint64_t *counter, hw_error *err)
{
    hw__mint *mint = find_mint(plan, origin);
    if (!mint) {
        hw__no_memory(err);
        return NULL;
    }
    uint64_t next = (*counter > mint->last ? *counter : mint->last) + 1;
    for (;; next++) {
        hw__buffer id;
        hw__buffer_init(&id, HW__MAX_ID_BYTES + 1);
        hw__put_text(&id, origin);
        hw__put_char(&id, '-');
        hw__put_int(&id, (int64_t)next);
        size_t size;
        char *text = hw__buffer_take(&id, &size, err);
        if (!text || size > HW__MAX_ID_BYTES) {
            hw__free(text);
            if (text)
                hw__fail(err, HW_ERR_LIMIT, origin, "the origin is too long to mint ids from");
            return NULL;
        }
        if (!is_taken(plan, text, size)) {
            *counter = next;
            hw__ok(err);
            return text;
        }
        hw__free(text);
        mint->last = next; /* it exists: never to be tried again */
    }
}
