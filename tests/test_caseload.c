/* SPDX-License-Identifier: MIT */
/* Many plans in one pass: the same rows as one by one, in their order, whatever the number of threads; broken
 * ones among them; stopping anywhere; running out of memory. */
#include <stdint.h>
#include <time.h>

#include "support/scratch.h"

#include "base/alloc.h"
#include "homework.h"
#include "support/random_plan.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define MOST 64
#define DAYS 40
#define SILENCE 3

/* What a run is about, and what comes of each plan by the ways that there were before. */
typedef struct inputs {
    scratch folder;
    char names[MOST][400];
    char *bytes[MOST]; /* of those in memory; else NULL */
    size_t sizes[MOST];
    char *wanted[MOST];
    int64_t sums[MOST]; /* of all metrics of all subjects */
    size_t count;
    hw_instant as_of;
} inputs;

/* ---- rows as text ---- */

static char *text_of(size_t index, const char *name, const hw_plan *plan, const hw_progress *progress,
                     const hw_attention *attention, const hw_error *error)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    hw_table *table = progress ? hw_progress_table(progress, NULL) : NULL;
    char *numbers = table ? hw_table_to_csv(table, NULL, NULL) : NULL;
    fprintf(out, "%zu %s %s: %d:%d %s [%s]\n%s", index, name, plan ? hw_plan_uid(plan) : "-", error->status,
            error->line, error->message, error->subject, numbers ? numbers : "");
    for (size_t i = 0; i < hw_attention_count(attention); i++) {
        int32_t days = -1;
        hw_attention_days_at(attention, i, &days);
        fprintf(out, "%s %lld %d\n", hw_attention_name(hw_attention_reason_at(attention, i)),
                (long long)hw_attention_number_at(attention, i), days);
    }
    fclose(out);
    hw_string_free(numbers);
    hw_table_free(table);
    return text;
}

/* The last days before the moment by the clock of the plan's client. */
static void find_days(const hw_plan *plan, hw_instant as_of, hw_date *from, hw_date *to)
{
    hw_zones *zones = hw_zones_new(NULL, NULL);
    const char *zone = NULL;
    for (size_t i = 0; i < hw_plan_settings_revision_count(plan); i++) {
        const hw_settings *settings = hw_plan_settings_revision_at(plan, i);
        const hw_revision *revision = hw_settings_revision(settings);
        hw_moment there;
        assert_int_equal(hw_zones_show(zones, hw_settings_zone(settings), as_of, &there, NULL), HW_OK);
        if (i == 0 || (hw_revision_recorded(revision).instant <= as_of &&
                       hw_local_compare(hw_revision_effective(revision), hw_moment_local(there)) <= 0))
            zone = hw_settings_zone(settings);
    }
    hw_moment now;
    assert_int_equal(hw_zones_show(zones, zone, as_of, &now, NULL), HW_OK);
    *to = hw_date_add_days(hw_moment_local(now).date, 1);
    *from = hw_date_add_days(*to, -DAYS);
    hw_zones_unref(zones);
}

/* Every number once; asks for no memory. */
static int64_t sum_of(const hw_progress *progress)
{
    int64_t sum = 0;
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        for (int metric = 0; metric < HW_METRIC_COUNT; metric++)
            sum += hw_progress_numerator(progress, s, (hw_metric)metric) * (metric + 1);
    }
    return sum;
}

static char *one_by_one(inputs *all, size_t index)
{
    hw_error err;
    const char *data = all->bytes[index];
    hw_plan *plan = !data            ? hw_file_load(all->names[index], NULL, NULL, NULL, &err)
                    : data[0] == '{' ? hw_plan_from_json(data, all->sizes[index], NULL, NULL, &err)
                                     : hw_plan_from_xml(data, all->sizes[index], NULL, NULL, &err);
    hw_progress *progress = NULL;
    hw_attention *attention = NULL;
    if (plan) {
        hw_date from, to;
        find_days(plan, all->as_of, &from, &to);
        progress = hw_plan_progress(plan, from, to, all->as_of, NULL, &err);
        attention = hw_plan_attention(plan, progress, SILENCE, index == 1, &err);
        assert_non_null(attention);
    }
    char *text = text_of(index, all->names[index], plan, progress, attention, &err);
    all->sums[index] = sum_of(progress);
    hw_attention_free(attention);
    hw_progress_free(progress);
    hw_plan_free(plan);
    return text;
}

/* ---- inputs ---- */

/* The path of a file in the folder. */
static char *name_input(inputs *all, const char *name)
{
    char path[400];
    scratch_name(&all->folder, name, path);
    char *its = all->names[all->count++];
    memcpy(its, path, sizeof path);
    return its;
}

static void add_plan(inputs *all, test_random *random)
{
    hw_error err;
    hw_plan *plan = random_plan_new(random, random_int(random, 1, 60));
    assert_non_null(plan);
    random_editor editor = random_editor_start(plan, "x");
    all->as_of = editor.now > all->as_of ? editor.now : all->as_of;
    bool is_json = HW_WITH_JSON && random_chance(random, 40), in_memory = random_chance(random, 30);
    size_t size, i = all->count;
    char *data = (is_json ? hw_plan_to_json : hw_plan_to_xml)(plan, &size, &err);
    assert_non_null(data);
    hw_plan_free(plan);
    size = random_chance(random, 15) ? size / 2 : size; /* the rest was lost */
    char name[40];
    snprintf(name, sizeof name, "plan-%02zu.txt", i);
    name_input(all, name);
    if (in_memory) {
        all->sizes[i] = size;
        all->bytes[i] = data;
        return;
    }
    scratch_write(all->names[i], data, size, 0600);
    hw_string_free(data);
}

static void add_others(inputs *all)
{
    name_input(all, "missing.xml");
    assert_int_equal(mkdir(name_input(all, "folder"), 0700), 0);
    assert_int_equal(symlink(all->names[0], name_input(all, "link.xml")), 0);
    scratch_write(name_input(all, "empty.xml"), "", 0, 0600);
}

static void make_inputs(inputs *all, test_random *random, size_t plans)
{
    memset(all, 0, sizeof *all);
    scratch_make(&all->folder);
    while (all->count < plans / 2)
        add_plan(all, random);
    add_others(all);
    while (all->count < plans)
        add_plan(all, random);
    for (size_t i = 0; i < all->count; i++)
        all->wanted[i] = one_by_one(all, i);
}

static void free_inputs(inputs *all)
{
    for (size_t i = 0; i < all->count; i++) {
        hw_string_free(all->bytes[i]);
        free(all->wanted[i]);
    }
    scratch_remove(&all->folder);
}

static hw_caseload *new_caseload(const inputs *all, int32_t threads)
{
    hw_error err;
    hw_caseload *caseload = hw_caseload_new(all->as_of, &err);
    assert_non_null(caseload);
    for (size_t i = 0; i < all->count; i++) {
        const char *data = all->bytes[i];
        hw_status status = data ? hw_caseload_add_bytes(caseload, all->names[i], data, all->sizes[i], &err)
                                : hw_caseload_add_path(caseload, all->names[i], &err);
        assert_int_equal(status, HW_OK);
    }
    assert_int_equal(hw_caseload_count(caseload), all->count);
    assert_int_equal(hw_caseload_set_days(caseload, DAYS, &err), HW_OK);
    assert_int_equal(hw_caseload_set_attention(caseload, SILENCE, &err), HW_OK);
    assert_int_equal(hw_caseload_set_threads(caseload, threads, &err), HW_OK);
    if (all->count > 1)
        assert_int_equal(hw_caseload_flag(caseload, 1, true, &err), HW_OK);
    return caseload;
}

/* ---- runs ---- */

typedef struct run {
    const inputs *all;
    size_t rows, watched; /* so far */
    size_t stop_rows, stop_watched;
    bool slow; /* the sink takes its time, so that the ring fills */
} run;

static bool take(void *user, const hw_caseload_row *row)
{
    run *r = user;
    char *text =
        text_of(hw_caseload_row_index(row), hw_caseload_row_name(row), hw_caseload_row_plan(row),
                hw_caseload_row_progress(row), hw_caseload_row_attention(row), hw_caseload_row_error(row));
    assert_int_equal(hw_caseload_row_index(row), r->rows);
    assert_string_equal(text, r->all->wanted[r->rows]);
    bool is_bad = hw_caseload_row_error(row)->status != HW_OK;
    assert_int_equal(hw_caseload_row_uid(row) == NULL, is_bad);
    assert_int_equal(hw_caseload_row_from(row).year == 0, is_bad);
    if (!is_bad)
        assert_int_equal(hw_date_days_between(hw_caseload_row_from(row), hw_caseload_row_to(row)), DAYS);
    assert_non_null(hw_caseload_row_problems(row));
    free(text);
    if (r->slow)
        nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    return ++r->rows != r->stop_rows;
}

static bool hear(void *user, size_t done, size_t total)
{
    run *r = user;
    assert_int_equal(total, r->all->count);
    assert_int_equal(done, r->watched);
    assert_int_equal(done, r->rows);
    return ++r->watched != r->stop_watched;
}

static const int32_t crews[] = {1, 2, 8, 0, 256};

static void rows_are_those_of_single_plans(void **state)
{
    (void)state;
    test_random random = random_start("caseload", 11);
    inputs all;
    make_inputs(&all, &random, random_rounds(0, 1) ? MOST : 40);
    for (size_t i = 0; i < COUNT_OF(crews); i++) {
        hw_caseload *caseload = new_caseload(&all, crews[i]);
        for (int round = 0; round < 2; round++) { /* a caseload serves again and again */
            hw_error err;
            run r = {.all = &all, .slow = round == 1};
            assert_int_equal(hw_caseload_run(caseload, take, &r, hear, &r, &err), HW_OK);
            assert_int_equal(err.status, HW_OK);
            assert_int_equal(r.rows, all.count);
            assert_int_equal(r.watched, all.count + 1);
        }
        hw_caseload_free(caseload);
    }
    free_inputs(&all);
}

static void it_stops_anywhere(void **state)
{
    (void)state;
    test_random random = random_start("caseload, stopped", 12);
    inputs all;
    make_inputs(&all, &random, 12);
    for (size_t i = 0; i < COUNT_OF(crews); i++) {
        hw_caseload *caseload = new_caseload(&all, crews[i]);
        for (size_t at = 1; at <= all.count + 1; at++) {
            hw_error err;
            run r = {.all = &all, .stop_rows = at};
            hw_status wanted = at <= all.count ? HW_ERR_CANCELLED : HW_OK;
            assert_int_equal(hw_caseload_run(caseload, take, &r, NULL, NULL, &err), wanted);
            assert_int_equal(err.status, wanted);
            assert_int_equal(r.rows, at <= all.count ? at : all.count);
            r = (run){.all = &all, .stop_watched = at};
            assert_int_equal(hw_caseload_run(caseload, take, &r, hear, &r, &err), HW_ERR_CANCELLED);
            assert_int_equal(r.rows, at - 1);
        }
        hw_caseload_free(caseload);
    }
    free_inputs(&all);
}

static void nothing_to_do(void **state)
{
    (void)state;
    inputs all = {.as_of = 1741020000};
    for (size_t i = 0; i < COUNT_OF(crews); i++) {
        hw_caseload *caseload = new_caseload(&all, crews[i]);
        run r = {.all = &all};
        assert_int_equal(hw_caseload_run(caseload, take, &r, hear, &r, NULL), HW_OK);
        assert_int_equal(r.rows, 0);
        assert_int_equal(r.watched, 1);
        hw_table *table = hw_caseload_table(caseload, NULL, NULL, NULL);
        assert_non_null(table);
        assert_int_equal(hw_table_row_count(table), 0);
        hw_table_free(table);
        hw_caseload_free(caseload);
    }
}

/* ---- memory ---- */

/* A row either has what it should, or says that memory ran out. */
static bool take_what_is_left(void *user, const hw_caseload_row *row)
{
    run *r = user;
    bool is_out = hw_caseload_row_error(row)->status == HW_ERR_MEMORY;
    assert_int_equal(hw_caseload_row_index(row), r->rows);
    assert_true(!is_out || !hw_caseload_row_progress(row));
    assert_true(is_out || sum_of(hw_caseload_row_progress(row)) == r->all->sums[r->rows]);
    r->rows++;
    return true;
}

static void memory_runs_out(void **state)
{
    (void)state;
    test_random random = random_start("caseload, out of memory", 13);
    inputs all;
    make_inputs(&all, &random, 6);
    for (int32_t threads = 1; threads <= 2; threads++) {
        hw_caseload *caseload = new_caseload(&all, threads);
        for (size_t nth = 1;; nth += random_rounds(0, 1) || nth < 60 ? 1 : 1 + nth / 10) {
            hw_error err;
            run r = {.all = &all};
            hw__alloc_count();
            hw__alloc_fail(nth, 0);
            hw_status status = hw_caseload_run(caseload, take_what_is_left, &r, NULL, NULL, &err);
            hw__alloc_fail(0, 0);
            assert_true(status == HW_OK || (status == HW_ERR_MEMORY && r.rows == 0));
            assert_int_equal(err.status, status);
            if (status == HW_OK)
                assert_int_equal(r.rows, all.count);
            if (hw__alloc_count() < nth)
                break;
        }
        hw_caseload_free(caseload);
    }
    free_inputs(&all);
}

static void a_caseload_is_made_or_not(void **state)
{
    (void)state;
    static const char path[] = "a";
    static const hw_metric metrics[] = {HW_METRIC_DONE};
    for (size_t nth = 1;; nth++) {
        hw_error err;
        hw__alloc_count();
        hw__alloc_fail(nth, 1);
        hw_caseload *caseload = hw_caseload_new(0, &err);
        if (caseload) {
            size_t before = hw_caseload_count(caseload);
            hw_status status = hw_caseload_add_path(caseload, path, &err);
            assert_int_equal(hw_caseload_count(caseload), before + (status == HW_OK));
            if (status == HW_OK)
                status = hw_caseload_set_metrics(caseload, metrics, 1, &err);
            assert_true(status == HW_OK || status == HW_ERR_MEMORY);
        }
        hw__alloc_fail(0, 0);
        assert_true(caseload || err.status == HW_ERR_MEMORY);
        hw_caseload_free(caseload);
        if (hw__alloc_count() < nth)
            break;
    }
}

static void a_table_is_made_or_not(void **state)
{
    (void)state;
    test_random random = random_start("caseload, table", 14);
    inputs all;
    make_inputs(&all, &random, 6);
    hw_caseload *caseload = new_caseload(&all, 1);
    hw_table *table = hw_caseload_table(caseload, NULL, NULL, NULL);
    size_t rows = hw_table_row_count(table);
    hw_table_free(table);
    bool is_over = false;
    for (size_t nth = 1; !is_over; nth += random_rounds(0, 1) || nth < 60 ? 1 : 1 + nth / 10) {
        hw_error err;
        hw__alloc_count();
        hw__alloc_fail(nth, 0);
        table = hw_caseload_table(caseload, NULL, NULL, &err);
        hw__alloc_fail(0, 0);
        is_over = hw__alloc_count() < nth;
        assert_int_equal(err.status, table ? HW_OK : HW_ERR_MEMORY);
        assert_true(hw_table_row_count(table) <= rows);
        assert_true(!is_over || hw_table_row_count(table) == rows);
        hw_table_free(table);
    }
    hw_caseload_free(caseload);
    free_inputs(&all);
}

/* ---- the table ---- */

static const char *cell(const hw_table *table, size_t row, const char *name)
{
    size_t column = hw_table_find(table, name);
    int32_t code = ((const int32_t *)hw_table_column_data(table, column))[row];
    return code < 0 ? NULL : hw_table_text_at(table, column, (size_t)code);
}

static int64_t number(const hw_table *table, size_t row, const char *name)
{
    return ((const int64_t *)hw_table_column_data(table, hw_table_find(table, name)))[row];
}

typedef struct reading {
    const inputs *all;
    const hw_table *table;
    const hw_metric *metrics;
    hw_subject subject;
    size_t metric_count, row;
} reading;

/* The unit of a reading, as the table of its progress has it. */
static void expect_unit(const hw_table *whole, const hw_table *table, size_t at)
{
    static const char *const key[] = {"subject", "id", "metric"};
    const char *unit = NULL;
    for (size_t row = 0; row < hw_table_row_count(whole) && !unit; row++) {
        size_t same = 0;
        for (size_t i = 0; i < COUNT_OF(key); i++)
            same += strcmp(cell(whole, row, key[i]), cell(table, at, key[i])) == 0;
        unit = same == COUNT_OF(key) ? cell(whole, row, "unit") : NULL;
    }
    if (unit) /* what does not apply is not in it */
        assert_string_equal(cell(table, at, "unit"), unit);
}

/* The rows of the table are what the getters say. */
static bool compare(void *user, const hw_caseload_row *row)
{
    reading *r = user;
    const hw_progress *progress = hw_caseload_row_progress(row);
    hw_table *whole = progress ? hw_progress_table(progress, NULL) : NULL;
    size_t before = r->row;
    for (size_t s = 0; s < hw_progress_subject_count(progress); s++) {
        for (size_t m = 0; hw_progress_subject_at(progress, s) == r->subject && m < r->metric_count; m++) {
            size_t at = r->row++;
            hw_metric metric = r->metrics[m];
            double value = 0;
            bool defined = hw_progress_value(progress, s, metric, &value);
            size_t column = hw_table_find(r->table, "value");
            assert_int_equal(hw_subject_find(cell(r->table, at, "subject")), r->subject);
            assert_string_equal(cell(r->table, at, "metric"), hw_metric_name(metric));
            assert_string_equal(cell(r->table, at, "id"), hw_progress_subject_id(progress, s));
            assert_int_equal(number(r->table, at, "numerator"), hw_progress_numerator(progress, s, metric));
            assert_int_equal(number(r->table, at, "denominator"),
                             hw_progress_denominator(progress, s, metric));
            assert_int_equal(hw_table_column_valid(r->table, column)[at], defined);
            assert_int_equal(cell(r->table, at, "undefined") == NULL, defined);
            expect_unit(whole, r->table, at);
            if (defined)
                assert_true(((const double *)hw_table_column_data(r->table, column))[at] == value);
        }
    }
    hw_table_free(whole);
    if (r->row == before)
        assert_null(cell(r->table, r->row++, "metric"));
    for (size_t at = before; at < r->row; at++) {
        assert_int_equal(number(r->table, at, "index"), hw_caseload_row_index(row));
        assert_string_equal(cell(r->table, at, "name"), hw_caseload_row_name(row));
        hw_status status = (hw_status)hw_caseload_row_error(row)->status;
        assert_string_equal(cell(r->table, at, "status"), hw_status_name(status));
        assert_int_equal(cell(r->table, at, "error") == NULL, status == HW_OK);
        assert_int_equal(cell(r->table, at, "attention") == NULL,
                         hw_attention_count(hw_caseload_row_attention(row)) == 0);
    }
    return true;
}

/* The metrics of a table when nobody says which. */
static size_t find_usual(hw_subject kind, hw_metric metrics[HW_METRIC_COUNT])
{
    size_t count = 0;
    for (int metric = 0; metric < HW_METRIC_COUNT; metric++) {
        if (hw_metric_applies((hw_metric)metric, kind) &&
            (kind == HW_SUBJECT_MEASURE || metric <= HW_METRIC_MINUTES))
            metrics[count++] = (hw_metric)metric;
    }
    assert_true(count > 10);
    return count;
}

static void the_table_says_the_same(void **state)
{
    (void)state;
    static const hw_metric some[] = {HW_METRIC_STRENGTH, HW_METRIC_DONE, HW_METRIC_GENERATED};
    hw_metric usual[HW_METRIC_COUNT];
    test_random random = random_start("caseload, table's cells", 15);
    inputs all;
    make_inputs(&all, &random, 24);
    for (int kind = HW_SUBJECT_PLAN; kind < HW_SUBJECT_COUNT; kind++) {
        for (int32_t threads = 1; threads <= 3; threads += 2) {
            hw_caseload *caseload = new_caseload(&all, threads);
            assert_int_equal(hw_caseload_set_subject(caseload, (hw_subject)kind, NULL), HW_OK);
            reading r = {&all, NULL, usual, (hw_subject)kind, find_usual((hw_subject)kind, usual), 0};
            if (threads > 1) {
                assert_int_equal(hw_caseload_set_metrics(caseload, some, COUNT_OF(some), NULL), HW_OK);
                r.metrics = some;
                r.metric_count = COUNT_OF(some);
            }
            hw_table *table = hw_caseload_table(caseload, NULL, NULL, NULL);
            r.table = table;
            assert_non_null(table);
            assert_int_equal(hw_caseload_run(caseload, compare, &r, NULL, NULL, NULL), HW_OK);
            assert_int_equal(r.row, hw_table_row_count(table));
            hw_table_free(table);
            hw_caseload_free(caseload);
        }
    }
    free_inputs(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_those_of_single_plans),
        cmocka_unit_test(it_stops_anywhere),
        cmocka_unit_test(nothing_to_do),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(a_caseload_is_made_or_not),
        cmocka_unit_test(a_table_is_made_or_not),
        cmocka_unit_test(the_table_says_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
