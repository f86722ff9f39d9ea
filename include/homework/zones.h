/* SPDX-License-Identifier: MIT */
/** @file zones.h
 *  Time zones: the system's tz database, a folder of it, or bytes from the host.
 *
 *  A hw_zones opens a zone on first use and keeps it. It is immutable to its users: any number of threads
 *  and plans may share one. Nothing but files of the given folder is opened, and only under a name that
 *  passes hw_zone_name_is_valid().
 *
 *      hw_zones *zones = hw_zones_new(NULL, &err);            // /usr/share/zoneinfo
 *      hw_moment due;
 *      hw_fold fold;
 *      hw_zones_resolve(zones, "Europe/Berlin", local, &due, &fold, &err);
 *      hw_zones_unref(zones);
 */
#ifndef HOMEWORK_ZONES_H
#define HOMEWORK_ZONES_H

#include <stddef.h>

#include "time.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A source of time zones. Opaque, atomically reference-counted. */
typedef struct hw_zones hw_zones;

/** Gives the TZif bytes of a zone: sets `*bytes` and returns their number, 0 for an unknown zone. The
 *  library copies them before it calls again. Called at most once for each name and thread at a time;
 *  must be safe to call from every thread that shares the hw_zones. */
typedef size_t (*hw_zone_reader)(void *user, const char *name, const unsigned char **bytes);

/** Whether the text may be used as a zone name: parts of `A-Z a-z 0-9 _ + -`, joined by at most two
 *  slashes, 1-64 bytes, beginning with a letter. No dots, so no way out of a folder. Not `localtime`, which
 *  means something else on every machine. False for NULL. @since 0.1 */
HW_API bool hw_zone_name_is_valid(const char *name);

/** Zones from a folder in the layout of the tz database; NULL = `/usr/share/zoneinfo`. The folder is not
 *  touched before the first use. Owned: release with hw_zones_unref(). Errors: HW_ERR_MEMORY. @since 0.1 */
HW_API hw_zones *hw_zones_new(const char *folder, hw_error *err);

/** Zones from a function of the host (phones, containers). `user` is passed back to it. NULL reader:
 *  HW_ERR_ARGUMENT. Owned: release with hw_zones_unref(). @since 0.1 */
HW_API hw_zones *hw_zones_from_reader(hw_zone_reader reader, void *user, hw_error *err);

/** One more owner. Returns its argument; NULL stays NULL. @since 0.1 */
HW_API hw_zones *hw_zones_ref(hw_zones *zones);

/** One owner less; the last one frees. NULL is ignored. @since 0.1 */
HW_API void hw_zones_unref(hw_zones *zones);

/** The version of the database ("2026a"), read from its `+VERSION`, `version` or `tzdata.zi` file; ""
 *  when it does not say or comes from a reader. Owned: free with hw_string_free(). @since 0.1 */
HW_API char *hw_zones_version(const hw_zones *zones, hw_error *err);

/** Whether the zone exists and can be read. False for NULL. @since 0.1 */
HW_API bool hw_zones_has(const hw_zones *zones, const char *name);

/** Wall time to moment. In a gap the offset before it applies, in an overlap the first one (RFC 5545
 *  section 3.3.5); `fold` (may be NULL) tells which. The moment has the offset that was applied, so in a gap
 *  it repeats the wall time that was asked for, and hw_zones_show() of its instant tells what clocks show. A
 *  whole day resolves to its midnight. The instant is exact; the offset is cut to whole minutes, which
 *  matters only for local mean times of the past, such as +00:53:28. On failure nothing is written.
 *  Errors: HW_ERR_ARGUMENT (NULL), HW_ERR_SYNTAX (zone name), HW_ERR_NOT_FOUND (no such zone),
 *  HW_ERR_INVALID (damaged TZif, or one that counts leap seconds), HW_ERR_LIMIT (a TZif above 256 KiB, or
 *  2048 zones in use), HW_ERR_IO (the file cannot be read), HW_ERR_RANGE (no such wall time), HW_ERR_MEMORY.
 *  @since 0.1 */
HW_API hw_status hw_zones_resolve(const hw_zones *zones, const char *name, hw_local local, hw_moment *out,
                                  hw_fold *fold, hw_error *err);

/** Instant to moment: what a clock in the zone shows then, to the whole minute of its offset. Errors as
 *  hw_zones_resolve(). @since 0.1 */
HW_API hw_status hw_zones_show(const hw_zones *zones, const char *name, hw_instant instant, hw_moment *out,
                               hw_error *err);

#ifdef __cplusplus
}
#endif

#endif
