/* SPDX-License-Identifier: MIT */
/* What is asked of a caseload: its window by each client's clock, how plans are read, and what is refused. */
#include <string.h>

#include "support/cmocka_all.h"

#include "homework.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define UID "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"

static bool note_window(void *user, const hw_caseload_row *row)
{
    hw_date *days = user;
    days[0] = hw_caseload_row_from(row);
    days[1] = hw_caseload_row_to(row);
    return hw_caseload_row_error(row)->status == HW_OK;
}

static void windows(void **state)
{
    (void)state;
    static const struct {
        const char *as_of;
        int32_t days; /* 0 = the default */
        const char *from, *to;
    } rows[] = {
        {"2025-03-10T22:59:59Z", 0, "2025-02-11", "2025-03-11"}, /* Berlin is an hour ahead */
        {"2025-03-10T23:00:00Z", 0, "2025-02-12", "2025-03-12"},
        {"2025-03-10T23:00:00Z", 1, "2025-03-11", "2025-03-12"},
        {"2025-06-10T22:00:00Z", 7, "2025-06-05", "2025-06-12"}, /* two in summer */
        {"2025-03-04T12:00:00Z", 3660, "2015-02-26", "2025-03-05"},
    };
    hw_moment made = {1741020000, 60, HW_PRECISION_EXACT, 0}, now;
    hw_change *change = hw_change_new(made, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    size_t size;
    char *xml = hw_plan_to_xml(plan, &size, NULL);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(hw_moment_parse(rows[i].as_of, &now, NULL), HW_OK);
        hw_caseload *caseload = hw_caseload_new(now.instant, NULL);
        assert_int_equal(hw_caseload_add_bytes(caseload, "one", xml, size, NULL), HW_OK);
        if (rows[i].days)
            assert_int_equal(hw_caseload_set_days(caseload, rows[i].days, NULL), HW_OK);
        hw_date from, to, days[2];
        assert_int_equal(hw_date_parse(rows[i].from, &from, NULL), HW_OK);
        assert_int_equal(hw_date_parse(rows[i].to, &to, NULL), HW_OK);
        assert_int_equal(hw_caseload_run(caseload, note_window, days, NULL, NULL, NULL), HW_OK);
        assert_int_equal(hw_date_compare(days[0], from), 0);
        assert_int_equal(hw_date_compare(days[1], to), 0);
        hw_date one = {2024, 2, 1}, other = {2024, 3, 1}; /* the same for all */
        assert_int_equal(hw_caseload_set_window(caseload, one, other, NULL), HW_OK);
        assert_int_equal(hw_caseload_run(caseload, note_window, days, NULL, NULL, NULL), HW_OK);
        assert_int_equal(hw_date_compare(days[0], one) | hw_date_compare(days[1], other), 0);
        hw_caseload_free(caseload);
    }
    hw_string_free(xml);
    hw_plan_free(plan);
    hw_change_free(change);
}

static size_t no_zones(void *user, const char *name, const unsigned char **bytes)
{
    (void)name;
    (void)bytes;
    ++*(size_t *)user;
    return 0;
}

static bool note_status(void *user, const hw_caseload_row *row)
{
    *(int32_t *)user = hw_caseload_row_error(row)->status;
    return true;
}

static void plans_are_read_as_asked(void **state)
{
    (void)state;
    static const char junk[] = "nothing";
    int32_t status;
    size_t calls = 0;
    hw_moment made = {1741020000, 60, HW_PRECISION_EXACT, 0};
    hw_change *change = hw_change_new(made, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    size_t size;
    char *xml = hw_plan_to_xml(plan, &size, NULL);
    hw_caseload *caseload = hw_caseload_new(1741020000, NULL);
    hw_read_options *options = hw_read_options_new(NULL);
    assert_int_equal(hw_caseload_add_bytes(caseload, "one", xml, size, NULL), HW_OK);
    assert_int_equal(hw_read_options_set_limit(options, HW_LIMIT_BYTES, 10, NULL), HW_OK);
    assert_int_equal(hw_caseload_set_reading(caseload, options, NULL), HW_OK);
    assert_int_equal(hw_caseload_run(caseload, note_status, &status, NULL, NULL, NULL), HW_OK);
    assert_int_equal(status, HW_ERR_LIMIT);
    assert_int_equal(hw_caseload_set_reading(caseload, NULL, NULL), HW_OK);
    assert_int_equal(hw_caseload_run(caseload, note_status, &status, NULL, NULL, NULL), HW_OK);
    assert_int_equal(status, HW_OK);
    hw_zones *zones = hw_zones_from_reader(no_zones, &calls, NULL);
    assert_int_equal(hw_caseload_set_zones(caseload, zones, NULL), HW_OK);
    assert_int_equal(hw_caseload_run(caseload, note_status, &status, NULL, NULL, NULL), HW_OK);
    assert_int_not_equal(status, HW_OK);
    assert_true(calls > 0);
    hw_zones_unref(zones);
    hw_read_options_free(options);
    hw_caseload_free(caseload);
    caseload = hw_caseload_new(1741020000, NULL);
    assert_int_equal(hw_caseload_add_copy(caseload, "one", xml, size, NULL), HW_OK);
    memset(xml, '?', size); /* the copy is as it was */
    assert_int_equal(hw_caseload_run(caseload, note_status, &status, NULL, NULL, NULL), HW_OK);
    assert_int_equal(status, HW_OK);
    hw_caseload_free(caseload);
    caseload = hw_caseload_new(1741020000, NULL);
    assert_int_equal(hw_caseload_add_bytes(caseload, "", junk, 0, NULL), HW_OK); /* no bytes at all */
    assert_int_equal(hw_caseload_run(caseload, note_status, &status, NULL, NULL, NULL), HW_OK);
    assert_int_equal(status, HW_ERR_INVALID);
    hw_caseload_free(caseload);
    hw_string_free(xml);
    hw_plan_free(plan);
    hw_change_free(change);
}

static void refusals(void **state)
{
    (void)state;
    hw_error err;
    hw_date day = {2025, 3, 1}, before = {2025, 2, 28}, none = {2025, 2, 29};
    static const hw_metric bad[] = {HW_METRIC_DONE, HW_METRIC_COUNT};
    hw_caseload *c = hw_caseload_new(0, NULL);
    int32_t status = HW_OK;
#define REFUSED(wanted, call) assert_int_equal((call), (wanted)), assert_int_equal(err.status, (wanted))
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_path(NULL, "a", &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_path(c, NULL, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_bytes(NULL, "a", "", 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_bytes(c, NULL, "", 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_bytes(c, "a", NULL, 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_copy(NULL, "a", "", 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_copy(c, NULL, "", 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_add_copy(c, "a", NULL, 0, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_flag(NULL, 0, true, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_flag(c, 0, true, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_window(NULL, day, day, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_window(c, none, day, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_window(c, day, none, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_window(c, day, before, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_days(NULL, 1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_days(c, 0, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_days(c, 3661, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_threads(NULL, 1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_threads(c, -1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_threads(c, 257, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_attention(NULL, 1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_attention(c, -1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_attention(c, 1001, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_progress(NULL, NULL, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_reading(NULL, NULL, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_zones(c, NULL, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_metrics(NULL, bad, 1, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_metrics(c, NULL, 1, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_metrics(c, bad, 2, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_set_subject(NULL, HW_SUBJECT_PLAN, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_subject(c, (hw_subject)-1, &err));
    REFUSED(HW_ERR_RANGE, hw_caseload_set_subject(c, (hw_subject)1000, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_run(NULL, note_status, &status, NULL, NULL, &err));
    REFUSED(HW_ERR_ARGUMENT, hw_caseload_run(c, NULL, &status, NULL, NULL, &err));
#undef REFUSED
    assert_null(hw_caseload_table(NULL, NULL, NULL, &err));
    assert_int_equal(err.status, HW_ERR_ARGUMENT);
    assert_int_equal(hw_subject_find(NULL), -1);
    assert_int_equal(hw_subject_find("unknown"), -1);
    assert_string_equal(hw_subject_name((hw_subject)-1), "unknown");
    hw_caseload_free(c);
    hw_caseload_free(NULL);
    assert_int_equal(hw_caseload_count(NULL), 0);
    assert_null(hw_caseload_row_name(NULL));
    assert_null(hw_caseload_row_uid(NULL));
    assert_null(hw_caseload_row_error(NULL));
    assert_null(hw_caseload_row_problems(NULL));
    assert_null(hw_caseload_row_plan(NULL));
    assert_null(hw_caseload_row_progress(NULL));
    assert_null(hw_caseload_row_attention(NULL));
    assert_int_equal(hw_caseload_row_index(NULL) + (size_t)hw_caseload_row_from(NULL).year +
                         (size_t)hw_caseload_row_to(NULL).year,
                     0);
}

/* A file may be called anything; a table is text. */
static void names_in_a_table(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"anna.xml", "anna.xml"},
        {"M\xc3\xbcller.xml", "M\xc3\xbcller.xml"},
        {"M\xfcller\xc3", "M\xef\xbf\xbdller\xef\xbf\xbd"},
    };
    hw_caseload *caseload = hw_caseload_new(0, NULL);
    for (size_t i = 0; i < COUNT_OF(names); i++)
        assert_int_equal(hw_caseload_add_bytes(caseload, names[i][0], "x", 1, NULL), HW_OK);
    hw_table *table = hw_caseload_table(caseload, NULL, NULL, NULL);
    assert_int_equal(hw_table_row_count(table), COUNT_OF(names));
    for (size_t i = 0; i < COUNT_OF(names); i++)
        assert_string_equal(hw_table_text_at(table, 1, i), names[i][1]);
    hw_table_free(table);
    hw_caseload_free(caseload);
}

typedef struct meddler {
    hw_caseload *caseload;
    size_t rows;
} meddler;

/* Every row changes the caseload that it comes from. */
static bool meddle(void *user, const hw_caseload_row *row)
{
    meddler *m = user;
    m->rows++;
    for (int i = 0; i < 40; i++) {
        assert_int_equal(hw_caseload_add_copy(m->caseload, hw_caseload_row_name(row), "{}", 2, NULL), HW_OK);
    }
    hw_zones *zones = hw_zones_new("/nowhere", NULL);
    assert_int_equal(hw_caseload_set_zones(m->caseload, zones, NULL), HW_OK);
    hw_zones_unref(zones);
    return hw_caseload_set_days(m->caseload, 7, NULL) == HW_OK;
}

static void what_is_changed_meanwhile(void **state)
{
    (void)state;
    for (int32_t threads = 1; threads <= 4; threads += 3) {
        meddler m = {hw_caseload_new(0, NULL), 0};
        for (int i = 0; i < 20; i++) {
            assert_int_equal(hw_caseload_add_copy(m.caseload, "a", "nothing", 7, NULL), HW_OK);
        }
        assert_int_equal(hw_caseload_set_threads(m.caseload, threads, NULL), HW_OK);
        assert_int_equal(hw_caseload_run(m.caseload, meddle, &m, NULL, NULL, NULL), HW_OK);
        assert_int_equal(m.rows, 20);
        assert_int_equal(hw_caseload_count(m.caseload), 20 + 20 * 40);
        hw_caseload_free(m.caseload);
    }
}

/* Wants other rows in every table from now on. */
static bool change_wishes(void *user, size_t done, size_t total)
{
    hw_metric many[HW_METRIC_COUNT];
    for (int i = 0; i < HW_METRIC_COUNT; i++) {
        many[i] = (hw_metric)i;
    }
    (void)done, (void)total;
    return hw_caseload_set_metrics(user, many, COUNT_OF(many), NULL) == HW_OK &&
           hw_caseload_set_subject(user, HW_SUBJECT_GOAL, NULL) == HW_OK;
}

static void wishes_are_changed_meanwhile(void **state)
{
    (void)state;
    const hw_metric one = HW_METRIC_DONE;
    hw_change *change = hw_change_new((hw_moment){1741020000, 60, HW_PRECISION_EXACT, 0}, "mk", "desk", NULL);
    hw_plan *plan = hw_plan_new(UID, "Europe/Berlin", HW_ROLE_THERAPIST, change, NULL);
    size_t size;
    char *xml = hw_plan_to_xml(plan, &size, NULL);
    hw_caseload *caseload = hw_caseload_new(1741020000, NULL);
    assert_int_equal(hw_caseload_add_bytes(caseload, "one", xml, size, NULL), HW_OK);
    assert_int_equal(hw_caseload_add_bytes(caseload, "two", xml, size, NULL), HW_OK);
    assert_int_equal(hw_caseload_set_metrics(caseload, &one, 1, NULL), HW_OK);
    hw_table *calm = hw_caseload_table(caseload, NULL, NULL, NULL);
    hw_table *table = hw_caseload_table(caseload, change_wishes, caseload, NULL);
    char *expected = hw_table_to_csv(calm, NULL, NULL), *found = hw_table_to_csv(table, NULL, NULL);
    assert_int_equal(hw_table_row_count(table), 2);
    assert_string_equal(found, expected);
    hw_string_free(expected);
    hw_string_free(found);
    hw_table_free(calm);
    hw_table_free(table);
    hw_caseload_free(caseload);
    hw_string_free(xml);
    hw_plan_free(plan);
    hw_change_free(change);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows),
        cmocka_unit_test(plans_are_read_as_asked),
        cmocka_unit_test(refusals),
        cmocka_unit_test(names_in_a_table),
        cmocka_unit_test(what_is_changed_meanwhile),
        cmocka_unit_test(wishes_are_changed_meanwhile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
