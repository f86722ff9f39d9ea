/* SPDX-License-Identifier: MIT */
/* Where do zones come from, and who keeps them? A hw_zones finds each zone once, in a folder or through
 * the host's reader, and keeps it in a list that only grows and is never locked: a thread that loads a
 * zone that another has just added throws its own away. Names are checked before anything is opened. */
#include <stdatomic.h>

#include "base/alloc.h"
#include "base/fail.h"
#include "base/objects.h"
#include "time/zone_file.h"
#include "time/zone_table.h"

#define SYSTEM_FOLDER "/usr/share/zoneinfo"
#define MOST_FILE_BYTES ((size_t)256 << 10)
#define MOST_ZONES 2048 /* a database has some 600 names */
#define MOST_PARTS 3

typedef struct node {
    struct node *next;
    unsigned depth; /* of the list from here on */
    hw__zone *zone;
} node;

struct hw_zones {
    atomic_size_t owners;
    hw_zone_reader reader; /* or NULL */
    void *user;
    char *folder;
    _Atomic(node *) newest;
};

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool hw_zone_name_is_valid(const char *name)
{
    if (!name || !is_letter(name[0])) {
        return false;
    }
    size_t size = 0;
    int parts = 1;
    for (; name[size] != '\0'; size++) {
        char c = name[size];
        if (c == '/') {
            if (name[size - 1] == '/' || ++parts > MOST_PARTS) {
                return false;
            }
        } else if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '+' && c != '-') {
            return false;
        }
        if (size >= HW__ZONE_NAME_BYTES) {
            return false;
        }
    }
    return name[size - 1] != '/' && strcmp(name, "localtime") != 0;
}

static hw_zones *make_zones(const char *folder, hw_zone_reader reader, void *user, hw_error *err)
{
    hw_zones *zones = HW__NEW(zones);
    char *copy = folder ? hw__strdup(folder) : NULL;
    if (!zones || (folder && !copy)) {
        HW__DELETE(zones, zones);
        hw__free(copy);
        hw__no_memory(err);
        return NULL;
    }
    atomic_init(&zones->owners, 1);
    atomic_init(&zones->newest, NULL);
    zones->folder = copy;
    zones->reader = reader;
    zones->user = user;
    hw__ok(err);
    return zones;
}

hw_zones *hw_zones_new(const char *folder, hw_error *err)
{
    return make_zones(folder ? folder : SYSTEM_FOLDER, NULL, NULL, err);
}

hw_zones *hw_zones_from_reader(hw_zone_reader reader, void *user, hw_error *err)
{
    if (!reader) {
        hw__null_argument(err, "reader");
        return NULL;
    }
    return make_zones(NULL, reader, user, err);
}

hw_zones *hw_zones_ref(hw_zones *zones)
{
    if (zones) {
        atomic_fetch_add_explicit(&zones->owners, 1, memory_order_relaxed);
    }
    return zones;
}

void hw_zones_unref(hw_zones *zones)
{
    if (!zones || atomic_fetch_sub_explicit(&zones->owners, 1, memory_order_acq_rel) != 1) {
        return;
    }
    node *next = atomic_load_explicit(&zones->newest, memory_order_acquire);
    while (next) {
        node *dead = next;
        next = dead->next;
        hw__zone_free(dead->zone);
        hw__free(dead);
    }
    hw__free(zones->folder);
    HW__DELETE(zones, zones);
}

char *hw_zones_version(const hw_zones *zones, hw_error *err)
{
    if (!zones) {
        hw__null_argument(err, "zones");
        return NULL;
    }
    char version[HW__ZONE_VERSION_BYTES + 1] = "";
    if (zones->folder) {
        hw__zone_folder_version(zones->folder, version);
    }
    char *text = hw__strdup(version);
    if (!text) {
        hw__no_memory(err);
        return NULL;
    }
    hw__ok(err);
    return text;
}

static hw__zone *search(const node *from, const node *to, const char *name)
{
    for (; from != to; from = from->next) {
        if (strcmp(from->zone->name, name) == 0) {
            return from->zone;
        }
    }
    return NULL;
}

static hw__zone *load(const hw_zones *zones, const char *name, hw_error *err)
{
    if (zones->folder) {
        unsigned char *bytes = NULL;
        size_t size = 0;
        if (hw__zone_file_read(zones->folder, name, MOST_FILE_BYTES, &bytes, &size, err) != HW_OK) {
            return NULL;
        }
        hw__zone *zone = hw__zone_from_tzif(name, bytes, size, err);
        hw__free(bytes);
        return zone;
    }
    const unsigned char *bytes = NULL;
    size_t size = zones->reader(zones->user, name, &bytes);
    if (size == 0 || !bytes) {
        hw__fail(err, HW_ERR_NOT_FOUND, name, "there is no such time zone");
        return NULL;
    }
    if (size > MOST_FILE_BYTES) {
        hw__fail(err, HW_ERR_LIMIT, name, "the time zone file has more than %zu bytes", MOST_FILE_BYTES);
        return NULL;
    }
    return hw__zone_from_tzif(name, bytes, size, err);
}

/* Puts the zone on the list, unless another thread has put one of its name there since `seen` was the
 * newest. Takes the zone over. */
static const hw__zone *publish(hw_zones *zones, node *seen, hw__zone *zone, hw_error *err)
{
    node *mine = hw__alloc(sizeof *mine);
    if (!mine) {
        hw__zone_free(zone);
        hw__no_memory(err);
        return NULL;
    }
    *mine = (node){seen, 0, zone};
    do {
        const hw__zone *theirs = search(mine->next, seen, zone->name);
        seen = mine->next;
        mine->depth = seen ? seen->depth + 1 : 1;
        if (theirs || mine->depth > MOST_ZONES) {
            hw__zone_free(zone);
            hw__free(mine);
            if (!theirs) {
                hw__fail(err, HW_ERR_LIMIT, NULL, "more than %d time zones are in use", MOST_ZONES);
            }
            return theirs;
        }
    } while (!atomic_compare_exchange_weak_explicit(&zones->newest, &mine->next, mine, memory_order_acq_rel,
                                                    memory_order_acquire));
    return zone;
}

const hw__zone *hw__zones_find(const hw_zones *zones, const char *name, hw_error *err)
{
    if (!zones || !name) {
        hw__null_argument(err, zones ? "name" : "zones");
        return NULL;
    }
    if (!hw_zone_name_is_valid(name)) {
        hw__fail(err, HW_ERR_SYNTAX, "zone", "a time zone has a name like Europe/Berlin, without full stops");
        return NULL;
    }
    /* The list is the one part that grows; every zone that has been handed out stays. */
    hw_zones *list = (hw_zones *)(uintptr_t)zones;
    node *newest = atomic_load_explicit(&list->newest, memory_order_acquire);
    const hw__zone *known = search(newest, NULL, name);
    if (known) {
        hw__ok(err);
        return known;
    }
    hw__zone *zone = load(zones, name, err);
    return zone ? publish(list, newest, zone, err) : NULL;
}

bool hw_zones_has(const hw_zones *zones, const char *name)
{
    return hw__zones_find(zones, name, NULL) != NULL;
}

static hw_status give(hw_moment moment, hw_moment *out, hw_error *err)
{
    if (moment.precision != HW_PRECISION_EXACT) {
        return hw__fail(err, HW_ERR_RANGE, "time", "the time is outside the years 1 to 9999");
    }
    *out = moment;
    return hw__ok(err);
}

hw_status hw_zones_resolve(const hw_zones *zones, const char *name, hw_local local, hw_moment *out,
                           hw_fold *fold, hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    hw_error own;
    hw_error *error = err ? err : &own;
    const hw__zone *zone = hw__zones_find(zones, name, error);
    if (!zone) {
        return (hw_status)error->status;
    }
    if (!hw_local_is_valid(local)) {
        return hw__fail(err, HW_ERR_RANGE, "local time",
                        "there is no such day in the years 1 to 9999, or no such time");
    }
    hw__zone_hint hint = {0};
    int32_t offset = 0;
    hw_fold kind = HW_FOLD_NONE;
    hw_instant instant = hw__zone_resolve(zone, hw__local_wall(local), &hint, &offset, &kind);
    hw_status status = give(hw_moment_at(instant, offset / 60), out, err);
    if (status == HW_OK && fold) {
        *fold = kind;
    }
    return status;
}

hw_status hw_zones_show(const hw_zones *zones, const char *name, hw_instant instant, hw_moment *out,
                        hw_error *err)
{
    if (!out) {
        return hw__null_argument(err, "out");
    }
    hw_error own;
    hw_error *error = err ? err : &own;
    const hw__zone *zone = hw__zones_find(zones, name, error);
    if (!zone) {
        return (hw_status)error->status;
    }
    hw__span span;
    hw__zone_seek(zone, instant, &span);
    return give(hw_moment_at(instant, span.offset / 60), out, err);
}
