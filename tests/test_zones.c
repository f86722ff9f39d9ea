/* SPDX-License-Identifier: MIT */
/* Zones by name: gaps and overlaps that are known from the law, names that must not open anything, files
 * that are no files, the host's reader, many threads, no memory. (oracle_zones.py compares every zone with
 * Python's.) */
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "support/cmocka_all.h"
#include "support/random.h"
#include "support/tzif_make.h"
#include "time/civil.h"
#include "time/zone.h"

static void test_known_changes(void **state)
{
    (void)state;
    static const struct {
        const char *zone, *wall, *instant;
        int offset;
        hw_fold fold;
        const char *shown; /* what clocks show then; NULL: the wall time */
    } rows[] = {
        {"America/New_York", "2026-03-08T01:59:59", "20260308T065959Z", -300, HW_FOLD_NONE, NULL},
        {"America/New_York", "2026-03-08T02:00:00", "20260308T070000Z", -300, HW_FOLD_GAP,
         "2026-03-08T03:00:00"},
        {"America/New_York", "2026-03-08T02:30:00", "20260308T073000Z", -300, HW_FOLD_GAP,
         "2026-03-08T03:30:00"},
        {"America/New_York", "2026-03-08T03:00:00", "20260308T070000Z", -240, HW_FOLD_NONE, NULL},
        {"America/New_York", "2026-11-01T00:59:59", "20261101T045959Z", -240, HW_FOLD_NONE, NULL},
        {"America/New_York", "2026-11-01T01:30:00", "20261101T053000Z", -240, HW_FOLD_OVERLAP, NULL},
        {"America/New_York", "2026-11-01T02:00:00", "20261101T070000Z", -300, HW_FOLD_NONE, NULL},
        {"America/New_York", "2126-07-04T12:00:00", "21260704T160000Z", -240, HW_FOLD_NONE, NULL},
        {"America/New_York", "9999-07-04T12:00:00", "99990704T160000Z", -240, HW_FOLD_NONE, NULL},
        {"America/New_York", "2147-03-12T02:30:00", "21470312T073000Z", -300, HW_FOLD_GAP,
         "2147-03-12T03:30:00"},
        {"Europe/Berlin", "2025-03-30T02:30:00", "20250330T013000Z", 60, HW_FOLD_GAP, "2025-03-30T03:30:00"},
        {"Europe/Berlin", "2025-10-26T02:30:00", "20251026T003000Z", 120, HW_FOLD_OVERLAP, NULL},
        {"Europe/Berlin", "2025-07-01", "20250630T220000Z", 120, HW_FOLD_NONE, "2025-07-01T00:00:00"},
        {"Europe/Dublin", "2025-07-01T12:00:00", "20250701T110000Z", 60, HW_FOLD_NONE, NULL},
        {"Europe/Dublin", "2025-03-30T01:30:00", "20250330T013000Z", 0, HW_FOLD_GAP, "2025-03-30T02:30:00"},
        {"Europe/Dublin", "2045-10-29T01:30:00", "20451029T003000Z", 60, HW_FOLD_OVERLAP, NULL},
        {"America/St_Johns", "2038-07-01T12:00:00", "20380701T143000Z", -150, HW_FOLD_NONE, NULL},
        {"Africa/Cairo", "2041-10-15T12:00:00", "20411015T090000Z", 180, HW_FOLD_NONE, NULL},
        {"Australia/Lord_Howe", "2038-10-03T02:15:00", "20381002T154500Z", 630, HW_FOLD_GAP,
         "2038-10-03T02:45:00"},
        {"Australia/Lord_Howe", "2038-10-03T12:00:00", "20381003T010000Z", 660, HW_FOLD_NONE, NULL},
        {"Australia/Lord_Howe", "2038-04-04T01:45:00", "20380403T144500Z", 660, HW_FOLD_OVERLAP, NULL},
        {"Pacific/Apia", "2011-12-29T23:59:59", "20111230T095959Z", -600, HW_FOLD_NONE, NULL},
        {"Pacific/Apia", "2011-12-30T12:00:00", "20111230T220000Z", -600, HW_FOLD_GAP, "2011-12-31T12:00:00"},
        {"Pacific/Apia", "2011-12-31T00:00:00", "20111230T100000Z", 840, HW_FOLD_NONE, NULL},
        {"Antarctica/Troll", "2025-03-30T01:30:00", "20250330T013000Z", 0, HW_FOLD_GAP,
         "2025-03-30T03:30:00"},
        {"Antarctica/Troll", "2025-10-26T01:30:00", "20251025T233000Z", 120, HW_FOLD_OVERLAP, NULL},
        {"Africa/Casablanca", "2025-03-10T12:00:00", "20250310T120000Z", 0, HW_FOLD_NONE, NULL},
        {"Africa/Casablanca", "2025-05-10T12:00:00", "20250510T110000Z", 60, HW_FOLD_NONE, NULL},
        {"Asia/Kathmandu", "2025-01-01T05:45:00", "20250101T000000Z", 345, HW_FOLD_NONE, NULL},
        {"UTC", "2025-01-01T00:00:00", "20250101T000000Z", 0, HW_FOLD_NONE, NULL},
        {"Etc/GMT+12", "2025-01-01T00:00:00", "20250101T120000Z", -720, HW_FOLD_NONE, NULL},
        /* Local mean time, +00:53:28: the instant is exact, the offset cut to minutes. */
        {"Europe/Berlin", "1850-01-01T00:53:28", "18500101T000000Z", 53, HW_FOLD_NONE, "1850-01-01T00:53:00"},
        {"America/New_York", "1850-01-01T00:00:00", "18500101T045602Z", -296, HW_FOLD_NONE,
         "1850-01-01T00:00:02"}};
    hw_zones *zones = hw_zones_new(NULL, NULL);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_local local;
        hw_moment moment, shown;
        hw_fold fold = HW_FOLD_NONE;
        hw_error err;
        assert_int_equal(hw_local_parse(rows[i].wall, &local, NULL), HW_OK);
        if (hw_zones_resolve(zones, rows[i].zone, local, &moment, &fold, &err) != HW_OK) {
            fail_msg("%s: %s", rows[i].zone, err.message);
        }
        hw__buffer buffer;
        hw__buffer_init(&buffer, 100);
        hw__put_basic_instant(&buffer, moment.instant);
        char *instant = hw__buffer_take(&buffer, NULL, NULL);
        assert_int_equal(hw_zones_show(zones, rows[i].zone, moment.instant, &shown, &err), HW_OK);
        char *clock = hw_local_text(hw_moment_local(shown), NULL);
        if (strcmp(instant, rows[i].instant) != 0 || moment.offset != rows[i].offset ||
            fold != rows[i].fold || strcmp(clock, rows[i].shown ? rows[i].shown : rows[i].wall) != 0) {
            fail_msg("%s %s: %s %d %d %s", rows[i].zone, rows[i].wall, instant, moment.offset, (int)fold,
                     clock);
        }
        hw_string_free(instant);
        hw_string_free(clock);
    }
    hw_zones_unref(zones);
}

static void test_transitions(void **state)
{
    (void)state;
    hw_zones *zones = hw_zones_new(NULL, NULL);
    const hw__zone *zone = hw__zones_find(zones, "Europe/Dublin", NULL);
    hw__transition next;
    assert_true(hw__zone_next_transition(zone, 1740960000, &next)); /* 2025-03-03 */
    assert_int_equal(next.at, 1743296400);
    assert_int_equal(next.before, 0);
    assert_int_equal(next.after, 3600);
    assert_string_equal(next.name, "IST");
    assert_false(next.daylight); /* in Ireland, winter time is the deviation */
    assert_true(hw__zone_next_transition(zone, next.at, &next));
    assert_string_equal(next.name, "GMT");
    assert_true(next.daylight);
    assert_false(hw__zone_next_transition(zone, INT64_C(253402300799), &next));
    assert_true(hw__zone_next_transition(zone, INT64_C(253370000000), &next));
    zone = hw__zones_find(zones, "Asia/Tokyo", NULL);
    assert_true(hw__zone_next_transition(zone, INT64_MIN, &next));
    assert_int_equal(next.after, 32400);
    assert_false(hw__zone_next_transition(zone, 0, &next));
    hw_zones_unref(zones);
}

static void test_hints(void **state)
{
    (void)state;
    static const char *const names[] = {"Europe/Berlin", "America/New_York", "Asia/Tokyo",
                                        "Australia/Lord_Howe"};
    hw_zones *zones = hw_zones_new(NULL, NULL);
    hw__zone_hint shared = {0};
    test_random random = random_start("hints", 20250303);
    for (int i = 0; i < 100000; i++) {
        const hw__zone *zone = hw__zones_find(zones, names[random_below(&random, COUNT_OF(names))], NULL);
        int64_t time = (int64_t)random_below(&random, UINT64_C(9000000000)) - INT64_C(2500000000);
        hw__zone_hint fresh = {0};
        if (hw__zone_resolve(zone, time, &shared, NULL, NULL) !=
                hw__zone_resolve(zone, time, &fresh, NULL, NULL) ||
            hw__zone_offset(zone, time, &shared) != hw__zone_offset(zone, time, &fresh)) {
            fail_msg("%s at %lld", hw__zone_name(zone), (long long)time);
        }
    }
    hw_zones_unref(zones);
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool valid;
    } rows[] = {{"UTC", true},
                {"Europe/Berlin", true},
                {"America/Argentina/Buenos_Aires", true},
                {"America/Port-au-Prince", true},
                {"Etc/GMT+12", true},
                {"GMT0", true},
                {"", false},
                {"/", false},
                {"/etc/passwd", false},
                {"Europe/", false},
                {"Europe//Berlin", false},
                {"A/B/C/D", false},
                {".", false},
                {"..", false},
                {"../Europe/Berlin", false},
                {"Europe/../UTC", false},
                {"./UTC", false},
                {"UTC.", false},
                {"+VERSION", false},
                {"-5", false},
                {"_x", false},
                {"1", false},
                {"Europe\\Berlin", false},
                {"Europe/Berlin ", false},
                {"Europe/Berlin\n", false},
                {"Europe/Z\xC3\xBCrich", false},
                {"tzdata.zi", false},
                {"localtime", false},
                {"Etc/localtime", true},
                {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKL", true},
                {"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLM", false}};
    hw_zones *zones = hw_zones_new(NULL, NULL);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_error err;
        if (hw_zone_name_is_valid(rows[i].name) != rows[i].valid) {
            fail_msg("\"%s\"", rows[i].name);
        }
        hw__zones_find(zones, rows[i].name, &err);
        assert_int_equal(err.status == HW_ERR_SYNTAX, !rows[i].valid);
        if (!rows[i].valid && rows[i].name[0]) {
            assert_string_equal(err.subject, "zone");
        }
    }
    assert_false(hw_zone_name_is_valid(NULL));
    hw_zones_unref(zones);
}

static void write_file(const char *folder, const char *name, const void *bytes, size_t size)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void test_folder(void **state)
{
    (void)state;
    static tzif_bytes berlin;
    static unsigned char large[(256 << 10) + 1];
    char folder[] = "/tmp/homework-zones-XXXXXX", path[512], target[512];
    tzif_load("Europe/Berlin", &berlin);
    assert_non_null(mkdtemp(folder));
    write_file(folder, "Good", berlin.data, berlin.size);
    write_file(folder, "Empty", "", 0);
    write_file(folder, "Words", "not a zone\n", 11);
    write_file(folder, "Large", large, sizeof large);
    write_file(folder, "Full", large, sizeof large - 1);
    snprintf(path, sizeof path, "%s/Folder", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/Pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    snprintf(path, sizeof path, "%s/Device", folder);
    assert_int_equal(symlink("/dev/zero", path), 0);
    snprintf(path, sizeof path, "%s/Loop", folder);
    assert_int_equal(symlink("Loop", path), 0);
    snprintf(path, sizeof path, "%s/Link", folder);
    snprintf(target, sizeof target, "%s/Good", folder);
    assert_int_equal(symlink(target, path), 0);
    static const struct {
        const char *name;
        hw_status status;
    } rows[] = {{"Good", HW_OK},
                {"Link", HW_OK},
                {"Empty", HW_ERR_INVALID},
                {"Words", HW_ERR_INVALID},
                {"Full", HW_ERR_INVALID},
                {"Large", HW_ERR_LIMIT},
                {"Folder", HW_ERR_NOT_FOUND},
                {"Pipe", HW_ERR_NOT_FOUND},
                {"Device", HW_ERR_NOT_FOUND},
                {"Loop", HW_ERR_NOT_FOUND},
                {"Nothing", HW_ERR_NOT_FOUND},
                {"Good/Inside", HW_ERR_NOT_FOUND}};
    hw_error err;
    hw_zones *zones = hw_zones_new(folder, &err);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        hw_moment moment;
        if (hw_zones_show(zones, rows[i].name, 0, &moment, &err) != rows[i].status) {
            fail_msg("%s: %s", rows[i].name, err.message);
        }
        assert_int_equal(hw_zones_has(zones, rows[i].name), rows[i].status == HW_OK);
    }
    char *version = hw_zones_version(zones, &err);
    assert_string_equal(version, "");
    hw_string_free(version);
    static const struct {
        const char *file, *text, *version;
    } versions[] = {{"tzdata.zi", "# version 2024b\n# more", "2024b"},
                    {"version", "2025a\n", "2025a"},
                    {"+VERSION", "", "2025a"},
                    {"+VERSION", "2025b-0+deb12u2\n", "2025b-0+deb12u2"},
                    {"+VERSION", "<not a version>", "2025a"},
                    {"version", "\n", "2024b"},
                    {"tzdata.zi", "# versions", ""},
                    {"version", "0123456789012345678901234567890123456789",
                     "01234567890123456789012345678901"}};
    for (size_t i = 0; i < COUNT_OF(versions); i++) {
        write_file(folder, versions[i].file, versions[i].text, strlen(versions[i].text));
        version = hw_zones_version(zones, &err);
        assert_string_equal(version, versions[i].version);
        hw_string_free(version);
    }
    /* A zone that was found once is kept, whatever becomes of the file. */
    static const char *const files[] = {"Good",   "Empty", "Words", "Large",     "Full",    "Pipe",
                                        "Device", "Loop",  "Link",  "tzdata.zi", "version", "+VERSION"};
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        assert_int_equal(unlink(path), 0);
    }
    snprintf(path, sizeof path, "%s/Folder", folder);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(folder), 0);
    assert_true(hw_zones_has(zones, "Good"));
    assert_false(hw_zones_has(zones, "Words"));
    hw_zones_unref(zones);
}

static void test_system_version(void **state)
{
    (void)state;
    hw_zones *zones = hw_zones_new(NULL, NULL);
    char *version = hw_zones_version(zones, NULL);
    printf("the system's tz database: \"%s\"\n", version);
    assert_true(version[0] == '\0' || (version[0] == '2' && strlen(version) >= 5));
    hw_string_free(version);
    hw_zones_unref(zones);
}

typedef struct host {
    tzif_bytes bytes;
    int calls;
    size_t size_told;
} host;

static size_t read_from_host(void *user, const char *name, const unsigned char **bytes)
{
    host *self = user;
    self->calls++;
    if (strcmp(name, "Nowhere") == 0) {
        return 0;
    }
    *bytes = strcmp(name, "Null") == 0 ? NULL : self->bytes.data;
    return self->size_told ? self->size_told : self->bytes.size;
}

static void test_reader(void **state)
{
    (void)state;
    static host self;
    tzif_load("Europe/Berlin", &self.bytes);
    hw_error err;
    hw_zones *zones = hw_zones_from_reader(read_from_host, &self, &err);
    hw_moment moment;
    assert_int_equal(hw_zones_show(zones, "My/Own", 0, &moment, &err), HW_OK);
    assert_int_equal(moment.offset, 60);
    assert_true(hw_zones_has(zones, "My/Own"));
    assert_int_equal(self.calls, 1);
    memset(self.bytes.data, 0, self.bytes.size); /* the bytes are not looked at again */
    assert_int_equal(hw_zones_show(zones, "My/Own", 1752000000, &moment, &err), HW_OK);
    assert_int_equal(moment.offset, 120);
    assert_int_equal(hw_zones_show(zones, "Nowhere", 0, &moment, &err), HW_ERR_NOT_FOUND);
    assert_string_equal(err.subject, "Nowhere");
    assert_int_equal(hw_zones_show(zones, "Null", 0, &moment, &err), HW_ERR_NOT_FOUND);
    assert_int_equal(hw_zones_show(zones, "Broken", 0, &moment, &err), HW_ERR_INVALID);
    self.size_told = SIZE_MAX;
    assert_int_equal(hw_zones_show(zones, "Huge", 0, &moment, &err), HW_ERR_LIMIT);
    char *version = hw_zones_version(zones, &err);
    assert_string_equal(version, "");
    hw_string_free(version);
    int calls = self.calls;
    assert_int_equal(hw_zones_show(zones, "../x", 0, &moment, &err), HW_ERR_SYNTAX);
    assert_int_equal(self.calls, calls);
    hw_zones_unref(zones);
}

static void test_many_names(void **state)
{
    (void)state;
    static host self;
    tzif_load("UTC", &self.bytes);
    hw_zones *zones = hw_zones_from_reader(read_from_host, &self, NULL);
    hw_error err;
    char name[32];
    for (int i = 0; i < 2048; i++) {
        snprintf(name, sizeof name, "Zone/%d", i);
        assert_non_null(hw__zones_find(zones, name, &err));
    }
    assert_null(hw__zones_find(zones, "Zone/2048", &err));
    assert_int_equal(err.status, HW_ERR_LIMIT);
    assert_non_null(hw__zones_find(zones, "Zone/7", &err));
    hw_zones_unref(zones);
}

static void test_bad_calls(void **state)
{
    (void)state;
    hw_zones *zones = hw_zones_new(NULL, NULL);
    hw_local noon = {{2025, 3, 3}, 43200};
    hw_moment moment = {7, 7, 7, 7};
    hw_error err;
    assert_null(hw_zones_from_reader(NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_resolve(NULL, "UTC", noon, &moment, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_resolve(zones, NULL, noon, &moment, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_resolve(zones, "UTC", noon, NULL, NULL, &err), HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_resolve(zones, NULL, noon, &moment, NULL, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_show(NULL, "UTC", 0, &moment, NULL), HW_ERR_ARGUMENT);
    assert_int_equal(hw_zones_show(zones, "UTC", 0, NULL, &err), HW_ERR_ARGUMENT);
    noon.seconds = 86400;
    assert_int_equal(hw_zones_resolve(zones, "UTC", noon, &moment, NULL, &err), HW_ERR_RANGE);
    assert_int_equal(hw_zones_show(zones, "Europe/Berlin", INT64_MAX, &moment, &err), HW_ERR_RANGE);
    assert_int_equal(hw_zones_show(zones, "Europe/Berlin", INT64_MIN, &moment, &err), HW_ERR_RANGE);
    assert_int_equal(hw_zones_show(zones, "Europe/Berlin", 253402300799, &moment, &err), HW_ERR_RANGE);
    assert_int_equal(moment.precision, 7);
    assert_int_equal(hw_zones_show(zones, "Europe/Berlin", 253402300799 - 3600, &moment, &err), HW_OK);
    assert_null(hw_zones_version(NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_false(hw_zones_has(NULL, "UTC"));
    assert_false(hw_zones_has(zones, NULL));
    assert_null(hw_zones_ref(NULL));
    hw_zones_unref(NULL);
    assert_ptr_equal(hw_zones_ref(zones), zones);
    hw_zones_unref(zones);
    assert_true(hw_zones_has(zones, "UTC"));
    hw_zones_unref(zones);
}

static void test_no_memory(void **state)
{
    (void)state;
    bool done = false;
    for (size_t n = 1; !done && n < 100; n++) {
        hw_error err = {0};
        hw_moment moment = {7, 7, 7, 7};
        hw__alloc_fail(n, 0);
        hw_zones *zones = hw_zones_new(NULL, &err);
        done = zones && hw_zones_show(zones, "Europe/Berlin", 0, &moment, &err) == HW_OK;
        if (done) {
            char *version = hw_zones_version(zones, &err);
            done = version != NULL;
            hw_string_free(version);
        } else {
            assert_int_equal(moment.precision, 7);
        }
        hw__alloc_fail(0, 0);
        assert_int_equal(err.status, done ? HW_OK : HW_ERR_MEMORY);
        /* The failure left nothing behind: the next attempt succeeds. */
        assert_true(!zones || hw_zones_has(zones, "Europe/Berlin"));
        hw_zones_unref(zones);
    }
    assert_true(done);
}

static const char *const SHARED[] = {"Europe/Berlin",   "Europe/London",  "America/New_York", "Asia/Tokyo",
                                     "Africa/Cairo",    "Europe/Dublin",  "Pacific/Apia",     "UTC",
                                     "Australia/Perth", "America/Toronto"};

typedef struct worker {
    pthread_t thread;
    const hw_zones *zones;
    unsigned seed;
    const hw__zone *found[COUNT_OF(SHARED)];
    hw_instant sum;
} worker;

static void *work(void *argument)
{
    worker *self = argument;
    for (size_t round = 0; round < 200; round++) {
        for (size_t i = 0; i < COUNT_OF(SHARED); i++) {
            size_t which = (i * 3 + self->seed) % COUNT_OF(SHARED);
            hw__zone_hint hint = {0};
            self->found[which] = hw__zones_find(self->zones, SHARED[which], NULL);
            self->sum += hw__zone_resolve(self->found[which], (int64_t)(round * 9000000), &hint, NULL, NULL);
        }
    }
    return NULL;
}

static void test_threads(void **state)
{
    (void)state;
    enum {
        THREADS = 8
    };
    for (int repeat = 0; repeat < 20; repeat++) {
        worker workers[THREADS];
        hw_zones *zones = hw_zones_new(NULL, NULL);
        for (unsigned i = 0; i < THREADS; i++) {
            workers[i] = (worker){.zones = zones, .seed = i};
            assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
        }
        for (unsigned i = 0; i < THREADS; i++) {
            assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
        }
        for (unsigned i = 1; i < THREADS; i++) {
            assert_memory_equal(workers[i].found, workers[0].found, sizeof workers[0].found);
            assert_int_equal(workers[i].sum, workers[0].sum);
        }
        hw_zones_unref(zones);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_changes), cmocka_unit_test(test_transitions),
        cmocka_unit_test(test_hints),         cmocka_unit_test(test_names),
        cmocka_unit_test(test_folder),        cmocka_unit_test(test_system_version),
        cmocka_unit_test(test_reader),        cmocka_unit_test(test_many_names),
        cmocka_unit_test(test_bad_calls),     cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_threads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
