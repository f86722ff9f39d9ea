/* SPDX-License-Identifier: MIT */
/* Which offset holds? Look-ups in one zone: by binary search in its table of changes, and for years beyond
 * the table by its rule, so that no year is out of reach. */
#include "time/zone_table.h"

#include "base/alloc.h"

#define FIRST_INSTANT ((int64_t)HW__DAY_MIN * HW__DAY_SECONDS)
#define LAST_INSTANT ((int64_t)HW__DAY_MAX * HW__DAY_SECONDS + HW__DAY_SECONDS - 1)

const char *hw__zone_name(const hw__zone *zone)
{
    return zone->name;
}

void hw__zone_free(hw__zone *zone)
{
    if (zone) {
        hw__free(zone->entries);
        hw__free(zone->types);
        hw__free(zone->type_names);
        hw__free(zone);
    }
}

size_t hw__zone_append(const hw__zone_type *types, hw__zone_entry *entries, size_t count, hw_instant at,
                       uint32_t type)
{
    if (count > 1 && entries[count - 1].at == at) {
        count--;
    }
    const hw__zone_type *after = &types[type];
    if (count == 0) {
        entries[0] = (hw__zone_entry){HW__ZONE_ALWAYS, HW__ZONE_ALWAYS, type};
        return 1;
    }
    const hw__zone_type *before = &types[entries[count - 1].type];
    if (before == after || (before->offset == after->offset && before->daylight == after->daylight &&
                            strcmp(before->name, after->name) == 0)) {
        return count;
    }
    /* In a gap the offset before applies to its end, in an overlap the first one to its end: to the later
     * of the two wall times of the change. No real zone has changes so close that these fall out of order. */
    int64_t wall = at + (before->offset > after->offset ? before->offset : after->offset);
    if (wall < entries[count - 1].wall) {
        wall = entries[count - 1].wall;
    }
    entries[count] = (hw__zone_entry){at, wall, type};
    return count + 1;
}

/* The last entry at or before the key; entries[0] is before everything. */
static inline size_t search(const hw__zone_entry *entries, size_t count, int64_t key, bool by_wall)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if ((by_wall ? entries[middle].wall : entries[middle].at) <= key) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static void fill_span(const hw__zone_type *types, const hw__zone_entry *entries, size_t count, size_t index,
                      hw__span *out)
{
    const hw__zone_entry *entry = &entries[index];
    const hw__zone_type *type = &types[entry->type];
    out->from = entry->at;
    out->wall_from = entry->wall;
    out->to = out->wall_to = out->fold_from = HW__ZONE_NEVER;
    out->offset = type->offset;
    out->fold = HW_FOLD_NONE;
    out->daylight = type->daylight;
    out->name = type->name;
    if (index + 1 == count) {
        return;
    }
    int32_t next = types[entry[1].type].offset;
    out->to = entry[1].at;
    out->wall_to = entry[1].wall;
    out->fold_from = entry[1].at + (next < type->offset ? next : type->offset);
    out->fold = next > type->offset ? HW_FOLD_GAP : next < type->offset ? HW_FOLD_OVERLAP : HW_FOLD_NONE;
}

/* Beyond the table: the changes around the key's year, after the last entry of the table. Two years to
 * either side, because a rule may place a change up to a week outside its year. */
static void seek_rule(const hw__zone *zone, int64_t key, bool by_wall, hw__span *out)
{
    hw__zone_change changes[10];
    hw__zone_entry entries[11];
    int64_t inside = key < FIRST_INSTANT ? FIRST_INSTANT : key > LAST_INSTANT ? LAST_INSTANT : key;
    int year = hw__date_from_day(hw__wall_day(inside)).year;
    size_t change_count = hw__zone_rule_changes(&zone->rule, year - 2, year + 2, changes);
    size_t count = 1;
    entries[0] = zone->entries[zone->count - 1];
    for (size_t i = 0; i < change_count; i++) {
        if (changes[i].at >= entries[0].at) {
            count = hw__zone_append(zone->types, entries, count, changes[i].at,
                                    zone->rule_types + changes[i].daylight);
        }
    }
    fill_span(zone->types, entries, count, search(entries, count, inside, by_wall), out);
}

static inline void seek(const hw__zone *zone, int64_t key, bool by_wall, hw__span *out)
{
    size_t index = search(zone->entries, zone->count, key, by_wall);
    if (index + 1 == zone->count && zone->has_rule) {
        seek_rule(zone, key, by_wall, out);
    } else {
        fill_span(zone->types, zone->entries, zone->count, index, out);
    }
}

void hw__zone_seek_wall(const hw__zone *zone, int64_t wall, hw__span *out)
{
    seek(zone, wall, true, out);
}

void hw__zone_seek(const hw__zone *zone, hw_instant instant, hw__span *out)
{
    seek(zone, instant, false, out);
}

bool hw__zone_next_transition(const hw__zone *zone, hw_instant after, hw__transition *out)
{
    hw__span span, next;
    hw__zone_seek(zone, after, &span);
    while (span.to <= LAST_INSTANT) {
        hw__zone_seek(zone, span.to, &next);
        if (next.offset != span.offset) {
            *out = (hw__transition){span.to, span.offset, next.offset, next.daylight, next.name};
            return true;
        }
        span = next;
    }
    return false;
}

void hw__zone_at(const hw__zone *zone, hw_instant instant, hw__transition *out)
{
    hw__span span;
    hw__zone_seek(zone, instant, &span);
    out->after = span.offset;
    out->daylight = span.daylight;
    out->name = span.name;
}
